//! The calendar and the contact card say what the pages say: read back by a library that did not write them.

use std::collections::BTreeSet;

use calcard::icalendar::{
    ICalendar, ICalendarComponentType, ICalendarEntry, ICalendarProperty, ICalendarTransparency, ICalendarValue,
};
use calcard::vcard::{VCard, VCardEntry, VCardProperty, VCardValue};
use jiff::ToSpan;
use jiff::civil::Date;
use welcomemat::address::Address;
use welcomemat::build::{Build, Today, build};
use welcomemat::source::{Layout, MemoryFiles};

use crate::desk::TODAY;
use crate::trades;

const SETTINGS: &str = "format = 1
[business]
name = \"Änne, Bo & Co; Ltd\"
timezone = \"Australia/Lord_Howe\"
country = \"AU\"
visits = \"forbidden\"
address = { street = \"1 Secret Street\", city = \"Lord Howe\", region = \"NSW\", postcode = \"2898\" }
";

const HOURS: &str = "+++
effective = \"2026-09-01\"
[hours.office]
weekdays = \"09:00-12:30, 13:30-17:00\"
[hours.oncall]
daily = \"22:00-04:00\"
[[closure]]
name = \"Christmas Day\"
on = \"12-25\"
observed = \"next-free-weekday\"
[[closure]]
name = \"Boxing Day\"
on = \"12-26\"
observed = \"next-free-weekday\"
[[closure]]
name = \"Betriebsferien, Größe und Grüße: drei Wochen; wir lesen \\\"nichts\\\" und schlafen lange aus\"
from = \"2026-12-21\"
to = \"2027-01-10\"
message = \"Zeile eins.\\nZeile zwei, mit Komma; und \\\\ mehr.\"
[[closure]]
name = \"Inventory\"
on = \"2026-12-29\"
open_instead = \"10:00-12:00\"
[[closure]]
name = \"Fair\"
on = \"2027-05-03\"
[[closure]]
name = \"Fair\"
on = \"2027-09-06\"
schedules = [\"oncall\"]
+++

# Hours
";

const CHANNELS: &str = "+++
[[channel]]
id = \"phone\"
kind = \"phone\"
value = \"02 6563 2000\"
preferred = 2
schedule = \"office\"
[[channel]]
id = \"night\"
kind = \"phone\"
name = \"Night line, for alarms; only\"
value = \"02 6563 2001\"
schedule = \"oncall\"
[[channel]]
id = \"email\"
kind = \"email\"
value = \"help@howe.example\"
preferred = 1
[[channel]]
id = \"text\"
kind = \"sms\"
value = \"0400 000 000\"
monitored = false
+++

# Channels
";

/// An event of a calendar, as read.
#[derive(Clone, Debug, PartialEq)]
struct Event {
    uid: String,
    from: Date,
    /// The day after the last.
    end: Date,
    summary: String,
    message: Option<String>,
}

fn site(hours: &str) -> Build {
    let pages =
        [("content/business.toml", SETTINGS), ("content/availability.md", hours), ("content/channels.md", CHANNELS)];
    trades::build_of(&MemoryFiles::new(pages))
}

fn file(build: &Build, name: &str) -> String {
    let content = build.output.get(&Address::new(name)).unwrap_or_else(|| panic!("no {name}"));
    String::from_utf8(content.joined()).unwrap()
}

fn events(build: &Build) -> Vec<Event> {
    let text = file(build, "closures.ics");
    let calendar = ICalendar::parse(&text).unwrap_or_else(|entry| panic!("{entry:?}"));
    let of_kind = calendar.components.iter().filter(|it| it.component_type == ICalendarComponentType::VEvent);
    of_kind.map(|component| event(&component.entries)).collect()
}

fn event(entries: &[ICalendarEntry]) -> Event {
    let value = |name: &ICalendarProperty| &entries.iter().find(|entry| entry.name == *name).unwrap().values[0];
    let words = |name: &ICalendarProperty| match value(name) {
        ICalendarValue::Text(text) => text.clone(),
        other => panic!("{other:?}"),
    };
    let date = |name: &ICalendarProperty| match value(name) {
        ICalendarValue::PartialDateTime(it) => {
            assert_eq!((it.hour, it.minute), (None, None), "a whole day has no time");
            let [year, month, day] =
                [i16::try_from(it.year.unwrap()).unwrap(), it.month.unwrap().into(), it.day.unwrap().into()];
            Date::new(year, i8::try_from(month).unwrap(), i8::try_from(day).unwrap()).unwrap()
        }
        other => panic!("{other:?}"),
    };
    let transparent = ICalendarValue::Transparency(ICalendarTransparency::Transparent);
    assert_eq!(*value(&ICalendarProperty::Transp), transparent, "our day off makes no client busy");
    assert!(matches!(value(&ICalendarProperty::Dtstamp), ICalendarValue::PartialDateTime(_)));
    let has_message = entries.iter().any(|entry| entry.name == ICalendarProperty::Description);
    Event {
        uid: words(&ICalendarProperty::Uid),
        from: date(&ICalendarProperty::Dtstart),
        end: date(&ICalendarProperty::Dtend),
        summary: words(&ICalendarProperty::Summary),
        message: has_message.then(|| words(&ICalendarProperty::Description)),
    }
}

fn uids(events: &[Event]) -> BTreeSet<String> {
    events.iter().map(|event| event.uid.clone()).collect()
}

/// Days a calendar shows as closed (or, for special days, as open at other hours) between two days.
fn days(events: &[Event], sign: &str, first: Date, last: Date) -> BTreeSet<Date> {
    let wanted = events.iter().filter(|event| event.summary.contains(sign));
    let days = wanted.flat_map(|event| event.from.series(1.day()).take_while(|day| *day < event.end));
    days.filter(|day| (first..=last).contains(day)).collect()
}

#[test]
fn the_calendar_closes_the_days_the_evaluator_closes() {
    let today: Date = TODAY.parse().unwrap();
    let (first, last) = (today.first_of_month(), (today + 24.months()).last_of_month());
    let odd = site(HOURS);
    let all = trades::all().iter().map(|built| (built.trade.as_str(), &built.build)).chain([("odd", &odd)]);
    for (name, build) in all {
        let (events, site) = (events(build), &build.site);
        let hours = site.hours_between(first, last);
        let of_kind = |is_special: bool| -> BTreeSet<Date> {
            let decided = |day: &Date| {
                let mut schedules = site.policies.availability.schedules.iter();
                let deciding = |schedule| hours.closure_on(schedule, *day);
                schedules.any(|schedule| deciding(schedule).is_some_and(|it| it.open_instead.is_some() == is_special))
            };
            first.series(1.day()).take_while(|day| *day <= last).filter(decided).collect()
        };
        assert!(!events.is_empty() && events.iter().all(|event| event.from < event.end), "{name}");
        assert_eq!(days(&events, " closed: ", first, last), of_kind(false), "{name}");
        assert_eq!(days(&events, " open ", first, last), of_kind(true), "{name}");
        assert_eq!(uids(&events).len(), events.len(), "{name}: no two events share a UID");
    }
}

#[test]
fn the_words_come_back_as_they_were_typed() {
    let build = site(HOURS);
    let events = events(&build);
    let find = |from: &str| events.iter().find(|event| event.from.to_string() == from).unwrap();
    let holiday = find("2026-12-21");
    assert_eq!(
        holiday.summary,
        "Änne, Bo & Co; Ltd closed: Betriebsferien, Größe und Grüße: drei Wochen; wir lesen “nichts” und schlafen lange aus"
    );
    assert_eq!(holiday.message.as_deref(), Some("Zeile eins. Zeile zwei, mit Komma; und \\ mehr."));
    // A special day of the same rank, typed later, cuts the holiday in two.
    assert_eq!(
        (holiday.end.to_string().as_str(), find("2026-12-30").end.to_string().as_str()),
        ("2026-12-29", "2027-01-11")
    );
    assert_eq!(find("2026-12-29").summary, "Änne, Bo & Co; Ltd open 10\u{a0}am–noon: Inventory");
    assert_eq!(find("2027-09-06").summary, "Änne, Bo & Co; Ltd, On-call hours closed: Fair");
    // Christmas of 2027 is a Saturday: two days off instead, one after the other.
    assert_eq!(find("2027-12-27").uid, "christmas-day-2027-observed@änne-bo-co-ltd");
    assert_eq!(find("2027-12-28").uid, "boxing-day-2027-observed@änne-bo-co-ltd");
    let fairs: Vec<&str> =
        events.iter().map(|event| event.uid.as_str()).filter(|uid| uid.starts_with("fair")).collect();
    assert_eq!(fairs, ["fair-2027@änne-bo-co-ltd", "fair-2-2027@änne-bo-co-ltd"]);
}

#[test]
fn a_closure_that_moves_or_goes_leaves_the_others_alone() {
    let before = events(&site(HOURS));
    let moves = [
        ("2027-05-03", "2027-11-01", "fair-2027"),
        ("12-26", "11-26", "boxing-day"),
        ("to = \"2027-01-10\"", "to = \"2027-01-06\"", "betriebsferien"),
    ];
    for (from, to, own) in moves {
        let after = events(&site(&HOURS.replace(from, to)));
        assert_ne!(before, after, "{from}");
        let others = |events: &[Event]| -> BTreeSet<String> {
            uids(events).into_iter().filter(|uid| !uid.starts_with(own)).collect()
        };
        assert_eq!(others(&before), others(&after), "{from} → {to}");
        assert!(after.iter().any(|event| event.uid.starts_with(own)), "{own} keeps its UID");
    }
    let without =
        HOURS.replace("[[closure]]\nname = \"Boxing Day\"\non = \"12-26\"\nobserved = \"next-free-weekday\"\n", "");
    let after = uids(&events(&site(&without)));
    let gone: Vec<String> = uids(&before).difference(&after).cloned().collect();
    assert!(after.is_subset(&uids(&before)) && gone.iter().all(|uid| uid.starts_with("boxing-day")), "{gone:?}");
}

#[test]
fn both_files_are_lines_as_the_standards_ask() {
    let build = site(HOURS);
    for name in ["closures.ics", "contact.vcf"] {
        let text = file(&build, name);
        assert!(text.ends_with("\r\n") && text.matches('\n').count() == text.matches("\r\n").count(), "{name}");
        let long: Vec<&str> = text.split("\r\n").filter(|line| line.len() > 75).collect();
        assert!(long.is_empty(), "{name}: {long:?}");
        assert!(text.contains("\r\n "), "{name} has a line that folds");
    }
}

#[test]
fn no_clock_gets_into_the_calendar() {
    let on = |today: &str| {
        let pages = [("content/business.toml", SETTINGS), ("content/availability.md", HOURS)];
        let build = build(&MemoryFiles::new(pages), Layout::Site, "site", Today::Given(today.parse().unwrap()));
        file(&build, "closures.ics")
    };
    assert_eq!(on("2026-11-01"), on("2026-11-30"), "it changes once a month");
    assert_ne!(on("2026-11-30"), on("2027-12-01"));
    assert!(on(TODAY).contains("\r\nDTSTAMP:20260901T000000Z\r\n"), "the day from which the hours hold");
}

#[test]
fn the_card_holds_every_door_that_is_answered_and_no_street() {
    let build = site(HOURS);
    let text = file(&build, "contact.vcf");
    let card = VCard::parse(&text).unwrap_or_else(|entry| panic!("{entry:?}"));
    let all = |name: &VCardProperty| -> Vec<String> {
        card.entries.iter().filter(|entry| entry.name == *name).map(words).collect()
    };
    assert_eq!(all(&VCardProperty::Fn), ["Änne, Bo & Co; Ltd"]);
    assert_eq!(all(&VCardProperty::Org), ["Änne, Bo & Co; Ltd"]);
    assert_eq!(all(&VCardProperty::Tel), ["+61265632000", "+61265632001"]);
    assert_eq!(all(&VCardProperty::Email), ["help@howe.example"]);
    assert!(all(&VCardProperty::Note)[0].contains("Office hours: Monday to Friday 9\u{a0}am–12:30\u{a0}pm"), "{text}");
    assert!(text.contains("item3.X-ABLabel:Night line\\, for alarms\\; only\r\n"), "{text}");
    assert!(text.contains("VERSION:3.0\r\n") && !text.contains("REV"), "{text}");
    let address = all(&VCardProperty::Adr).concat();
    assert!(address.contains("Lord Howe") && !text.contains("Secret") && !text.contains("2898"), "{text}");
}

#[test]
fn the_examples_cards_hold_their_numbers() {
    for built in trades::all() {
        let text = file(&built.build, "contact.vcf");
        VCard::parse(&text).unwrap_or_else(|entry| panic!("{}: {entry:?}", built.trade));
        let channels = &built.build.site.policies.channels;
        assert!(channels.iter().any(|channel| channel.monitored) && text.contains("TEL"), "{text}");
        assert!(text.contains("\r\nREV:20"), "{}: {text}", built.trade);
        assert!(!text.contains("STREET") && !text.contains("Elm"), "{text}");
    }
}

/// The text of an entry; fields of a structured one are joined.
fn words(entry: &VCardEntry) -> String {
    let texts = entry.values.iter().map(|value| match value {
        VCardValue::Text(text) => text.clone(),
        VCardValue::Component(parts) => parts.join(" "),
        other => format!("{other:?}"),
    });
    texts.collect::<Vec<_>>().join(" ")
}

#[test]
fn pages_lead_to_both_files_and_a_site_without_them_has_none() {
    for built in trades::all() {
        for (page, file) in [("availability.html", "closures.ics"), ("channels.html", "contact.vcf")] {
            let pages = trades::pages_of(&built.trade, &built.build.output);
            let page = pages.iter().find(|it| it.address.as_str() == page).unwrap();
            let links = page.all("a").filter(|tag| tag.get("href") == Some(file)).count();
            assert_eq!(links, 1, "{}: {file}", page.name);
        }
    }
    let bare =
        trades::build_of(&MemoryFiles::new([("content/business.toml", SETTINGS), ("content/welcome.md", "# Hello\n")]));
    for name in ["closures.ics", "contact.vcf"] {
        assert!(bare.output.get(&Address::new(name)).is_none(), "{name}");
    }
}
