//! Structured data says what the pages say, in words that schema.org really has.

use std::collections::{BTreeMap, BTreeSet};

use jiff::ToSpan;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use serde_json::Value;
use welcomemat::build::{Build, Today, build};
use welcomemat::policy::business_types;
use welcomemat::source::{Layout, MemoryFiles};

use crate::html;
use crate::trades::{self, Page};

/// schema.org's own list, copied: the properties of every type we use.
const TERMS: &str = include_str!("structured/schema_org.txt");
const OPENING: &str = "<script type=\"application/ld+json\">";

const SETTINGS: &str = "format = 1
[business]
name = \"Tools </script><b>& more\"
type = \"hardware store\"
timezone = \"America/New_York\"
country = \"US\"
visits = \"forbidden\"
address = { city = \"Norfolk\", region = \"VA\", postcode = \"23510\" }
";

/// Everything that can be odd about hours, around a change of the clocks: 8 March 2027 is the week of it.
const HOURS: &str = "+++
[hours.office]
mon = \"00:00-24:00\"
tue = \"09:00-12:30, 13:30-17:00\"
wed-fri = \"13:00-24:00\"
sat = \"22:00-04:00\"
sun = \"14:00-16:00 by appointment\"
[hours.oncall]
daily = \"00:00-24:00\"
[[season]]
schedule = \"office\"
from = \"03-15\"
to = \"04-02\"
tue = \"10:00-11:00\"
fri = \"closed\"
[[closure]]
name = \"Good Friday\"
on = \"easter-2\"
[[closure]]
name = \"Break\"
from = \"2027-04-08\"
to = \"2027-04-13\"
[[closure]]
name = \"Night of tools\"
on = \"2027-04-20\"
open_instead = \"09:00-11:00, 20:00-02:00\"
+++

# Hours
";

fn site(settings: &str) -> Build {
    let faq = "# Tools\n\n## Do you \"lend\" <b>tools</b>?\n\nYes & no: see [the hours](../availability.md).\n\n## And?\n\nNo.\n\n## More\n\nText.\n";
    let pages = [
        ("content/business.toml", settings),
        ("content/availability.md", HOURS),
        ("content/welcome.md", "# Welcome\n\nHello.\n"),
        ("content/faq/tools.md", faq),
    ];
    build(&MemoryFiles::new(pages), Layout::Site, "site", Today::Given("2027-03-03".parse().unwrap()))
}

/// The data of a page; nothing where it has none.
fn data(page: &Page) -> Option<Value> {
    let json = page.text.split_once(OPENING)?.1.split_once("</script>").unwrap().0;
    Some(serde_json::from_str(json).unwrap_or_else(|error| panic!("{}: {error} in {json}", page.name)))
}

fn all_data() -> Vec<(String, Value)> {
    let odd = trades::pages_of("odd", &site(SETTINGS).output);
    let pages = trades::pages().iter().chain(&odd);
    pages.filter_map(|page| Some((page.name.clone(), data(page)?))).collect()
}

fn terms() -> BTreeMap<&'static str, BTreeSet<&'static str>> {
    let lines = TERMS.lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_once(": ")).map(|(kind, names)| (kind, names.split(' ').collect())).collect()
}

/// Every thing in some data, with its type.
fn things<'v>(value: &'v Value, found: &mut Vec<&'v serde_json::Map<String, Value>>) {
    match value {
        Value::Object(map) => {
            found.push(map);
            map.values().for_each(|value| things(value, found));
        }
        Value::Array(list) => list.iter().for_each(|value| things(value, found)),
        _ => {}
    }
}

#[test]
fn no_word_is_invented() {
    let terms = terms();
    for (name, value) in all_data() {
        let mut found = Vec::new();
        things(&value, &mut found);
        for thing in found {
            let kind = thing["@type"].as_str().unwrap_or_else(|| panic!("{name}: a thing without a type: {thing:?}"));
            let known = if business_types::TYPES.contains(&kind) { business_types::ANY } else { kind };
            let known = terms.get(known).unwrap_or_else(|| panic!("{name}: there is no type {kind}"));
            for key in thing.keys().filter(|key| !key.starts_with('@')) {
                assert!(known.contains(key.as_str()), "{name}: schema.org has no {kind}.{key}");
            }
        }
    }
}

#[test]
fn the_types_of_business_are_in_order() {
    assert!(business_types::TYPES.is_sorted());
    assert_eq!(business_types::find("hardware store"), Some("HardwareStore"));
    assert_eq!(business_types::find("Bookkeeper"), None);
}

#[test]
fn home_says_who_we_are_and_only_questions_speak_beside_it() {
    for built in trades::all() {
        for page in trades::pages_of(&built.trade, &built.build.output) {
            let kind = data(&page).map(|value| value["@type"].as_str().unwrap().to_owned());
            let address = page.address.as_str();
            let typed = built.build.site.business.kind_of_business.as_ref().map(|at| at.value.to_string());
            match address {
                "index.html" => assert_eq!(kind, typed, "{}", page.name),
                _ if address.starts_with("faq/") && address != "faq/index.html" => {
                    assert_eq!(kind.as_deref(), Some("FAQPage"), "{}", page.name);
                }
                _ => assert_eq!(kind, None, "{}", page.name),
            }
        }
    }
}

#[test]
fn a_category_says_the_questions_it_shows() {
    for page in trades::pages().iter().filter(|page| page.address.as_str().starts_with("faq/")) {
        let Some(value) = data(page) else { continue };
        let questions = value["mainEntity"].as_array().unwrap();
        let shown = html::tags(&page.text).iter().filter(|tag| tag.name == "details").count();
        assert_eq!(questions.len(), shown, "{}", page.name);
        for question in questions {
            let (asked, answer) = (&question["name"], &question["acceptedAnswer"]["text"]);
            assert!(asked.as_str().unwrap().ends_with('?') && answer.as_str().unwrap().len() > 1, "{question}");
            assert!(!answer.as_str().unwrap().contains("{{"), "{question}");
        }
    }
}

#[test]
fn no_text_of_the_owners_ends_the_element_early() {
    let pages = trades::pages_of("odd", &site(SETTINGS).output);
    let home = pages.iter().find(|page| page.address.as_str() == "index.html").unwrap();
    assert_eq!(data(home).unwrap()["name"], "Tools </script><b>& more");
    assert_eq!(data(home).unwrap()["@type"], "HardwareStore");
    let json = home.text.split_once(OPENING).unwrap().1.split_once("</script>").unwrap().0;
    assert!(!json.contains('<') && json.contains("\\u003c/script>"), "{json}");
}

#[test]
fn no_street_and_no_postcode_where_visits_are_forbidden() {
    let street = SETTINGS.replace("{ city", "{ street = \"1 Secret Street\", city");
    for settings in [SETTINGS, &street] {
        let build = site(settings);
        let pages = trades::pages_of("odd", &build.output);
        let home = pages.iter().find(|page| page.address.as_str() == "index.html").unwrap();
        let address = data(home).unwrap()["address"].clone();
        assert_eq!(address["addressLocality"], "Norfolk");
        assert!(address.get("streetAddress").is_none() && address.get("postalCode").is_none(), "{address}");
    }
}

#[test]
fn an_unlisted_site_says_nothing() {
    let build = site(&(SETTINGS.to_owned() + "visibility = \"unlisted\"\n"));
    assert!(trades::pages_of("unlisted", &build.output).iter().all(|page| data(page).is_none()));
}

#[test]
fn hours_read_back_to_the_evaluators_intervals_for_sixty_days() {
    let odd = site(SETTINGS);
    let odd_day: Date = "2027-03-03".parse().unwrap();
    let today: Date = crate::desk::TODAY.parse().unwrap();
    let sites = trades::all().iter().map(|built| (built.trade.as_str(), &built.build, today));
    for (name, build, first) in sites.chain([("odd", &odd, odd_day)]) {
        let last = first + 60.days();
        let pages = trades::pages_of(name, &build.output);
        let home = pages.iter().find(|page| page.address.as_str() == "index.html").unwrap();
        let read = read_intervals(&data(home).unwrap(), build.site.zone(), first, last);
        let usual = build.site.policies.availability.usual().unwrap();
        let hours = build.site.hours_between(first, last);
        let known = hours.intervals(usual, first, last);
        let known: Vec<(i64, i64)> = known.iter().map(|it| (it.start.as_second(), it.end.as_second())).collect();
        assert!(known.len() > 20, "{name}");
        assert_eq!(read, known, "{name}");
    }
}

/// A small reader of its own: special hours decide the dates they name, else the weekday.
fn read_intervals(business: &Value, zone: &TimeZone, first: Date, last: Date) -> Vec<(i64, i64)> {
    let list = |key: &str| business[key].as_array().cloned().unwrap_or_default();
    let (week, special) = (list("openingHoursSpecification"), list("specialOpeningHoursSpecification"));
    let mut found: Vec<(i64, i64)> = Vec::new();
    for date in first.series(1.day()).take_while(|date| *date <= last) {
        let bound = |it: &Value, key: &str| it[key].as_str().unwrap().parse::<Date>().unwrap();
        let dated: Vec<&Value> =
            special.iter().filter(|it| (bound(it, "validFrom")..=bound(it, "validThrough")).contains(&date)).collect();
        let name = date.strftime("%A").to_string();
        let on_weekday = |it: &&Value| it["dayOfWeek"].as_array().unwrap().iter().any(|day| *day == name.as_str());
        let holding = if dated.is_empty() { week.iter().filter(on_weekday).collect() } else { dated };
        let mut of_day: Vec<(i64, i64)> = holding.iter().filter_map(|it| interval(it, date, zone)).collect();
        of_day.sort_unstable();
        for (start, end) in of_day {
            match found.last_mut() {
                Some(before) if start <= before.1 => before.1 = before.1.max(end),
                _ => found.push((start, end)),
            }
        }
    }
    found
}

fn interval(specification: &Value, date: Date, zone: &TimeZone) -> Option<(i64, i64)> {
    let time = |key: &str| specification[key].as_str().unwrap().parse::<Time>().unwrap();
    let (opens, closes) = (time("opens"), time("closes"));
    if opens == closes {
        return None;
    }
    let is_whole = (opens, closes) == (Time::midnight(), Time::constant(23, 59, 0, 0));
    let end = match closes < opens || is_whole {
        true if is_whole => (date + 1.day()).to_datetime(Time::midnight()),
        true => (date + 1.day()).to_datetime(closes),
        false => date.to_datetime(closes),
    };
    let second = |at: jiff::civil::DateTime| at.to_zoned(zone.clone()).unwrap().timestamp().as_second();
    Some((second(date.to_datetime(opens)), second(end)))
}
