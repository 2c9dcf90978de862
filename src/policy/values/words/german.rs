//! German, as written in Germany, Austria and Switzerland.

use super::Easter;
use super::clock::Clock;
use super::numbers::{Numbers, Sign};
use super::plural::one_or_other;
use super::tongue::{Months, Tongue};

const MONTHS: Months = [
    "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember",
];
const AUSTRIAN_MONTHS: Months = [
    "Jänner", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember",
];
const SHORT: Months = ["Jan", "Feb", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez"];
const AUSTRIAN_SHORT: Months = ["Jän", "Feb", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez"];

pub(super) static TONGUE: Tongue = Tongue {
    months: |country| if country == "AT" { &AUSTRIAN_MONTHS } else { &MONTHS },
    short_months: |country| if country == "AT" { &AUSTRIAN_SHORT } else { &SHORT },
    weekdays: ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"],
    short_weekdays: ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"],
    weekdays_in_runs: ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"],
    day_run: "{from} bis {to}",
    every_day: "täglich",
    day_and_month: "{d}.\u{a0}{m}",
    first: "1",
    date: "{date} {y}",
    weekday_and_date: "{w}, {date}",
    span: "{from} bis {to}",
    contracted: &[],
    nth_weekday: "der {nth} {w} im {m}",
    nth: [["erste", "zweite", "dritte", "vierte", "fünfte", "letzte"]; 2],
    feminine: |_| false,
    easter: Easter {
        names: &[
            (-52, "Weiberfastnacht"),
            (-48, "Rosenmontag"),
            (-47, "Faschingsdienstag"),
            (-46, "Aschermittwoch"),
            (-3, "Gründonnerstag"),
            (-2, "Karfreitag"),
            (0, "Ostersonntag"),
            (1, "Ostermontag"),
            (39, "Christi Himmelfahrt"),
            (49, "Pfingstsonntag"),
            (50, "Pfingstmontag"),
            (60, "Fronleichnam"),
        ],
        before: "{days} vor Ostersonntag",
        after: "{days} nach Ostersonntag",
    },
    and: " und ",
    others: ", ",
    comma: ", ",
    closed: "geschlossen",
    all_day: "rund um die Uhr",
    by_appointment: "{hours} nach Vereinbarung",
    open_and_booked: "{open} sowie nach Vereinbarung {booked}",
    us: "wir",
    you: "Sie",
    questions: &["frage", "anfrage"],
    plural: one_or_other,
    units: [
        "Minute|Minuten",
        "Stunde|Stunden",
        "Tag|Tage",
        "Woche|Wochen",
        "Monat|Monate",
        "Minute Geschäftszeit|Minuten Geschäftszeit",
        "Geschäftsstunde|Geschäftsstunden",
        "Arbeitstag|Arbeitstage",
    ],
    governed_units: [
        "Minute|Minuten",
        "Stunde|Stunden",
        "Tag|Tagen",
        "Woche|Wochen",
        "Monat|Monaten",
        "Minute Geschäftszeit|Minuten Geschäftszeit",
        "Geschäftsstunde|Geschäftsstunden",
        "Arbeitstag|Arbeitstagen",
    ],
    // Prepositions with the dative.
    governors: &["von", "nach", "in", "binnen", "seit", "vor", "mit", "ab", "aus"],
    per: "pro {per}",
    per_units: &[
        ("hour", "Stunde"),
        ("day", "Tag"),
        ("week", "Woche"),
        ("month", "Monat"),
        ("year", "Jahr"),
        ("minute", "Minute"),
        ("page", "Seite"),
        ("visit", "Besuch"),
    ],
    clock: |_| Clock {
        whole: "{h}",
        part: "{h}:{m}",
        alone: "{time}\u{a0}Uhr",
        range: "{from}–{to}\u{a0}Uhr",
        am: "",
        pm: "",
        noon: "",
        midnight: "",
        tick: "{h}",
        comma: ", ",
    },
    numbers: |country| match country {
        "CH" | "LI" => {
            Numbers { point: ".", group: "’", grouped_from: 4, sign: Sign::Before, percent: "%" }
        }
        "AT" => Numbers { point: ",", group: ".", grouped_from: 4, sign: Sign::Before, percent: "\u{a0}%" },
        _ => Numbers { point: ",", group: ".", grouped_from: 4, sign: Sign::Behind, percent: "\u{a0}%" },
    },
    dollar: "$",
    currencies: &[],
    isolated: ("", ""),
};
