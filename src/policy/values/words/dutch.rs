//! Dutch, as written in the Netherlands and in Belgium. Times with a point, as the Taalunie advises for running text.

use super::clock::Clock;
use super::numbers::{Numbers, Sign};
use super::plural::one_or_other;
use super::tongue::{Months, Tongue};
use super::{Away, Easter};

const MONTHS: Months = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];
const SHORT: Months = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];

pub(super) static TONGUE: Tongue = Tongue {
    months: |_| &MONTHS,
    short_months: |_| &SHORT,
    weekdays: ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"],
    short_weekdays: ["ma", "di", "wo", "do", "vr", "za", "zo"],
    weekdays_in_runs: ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"],
    day_run: "{from} tot en met {to}",
    every_day: "elke dag",
    day_and_month: "{d}\u{a0}{m}",
    first: "1",
    date: "{date} {y}",
    weekday_and_date: "{w} {date}",
    span: "{from} tot en met {to}",
    contracted: &[],
    nth_weekday: "de {nth} {w} van {m}",
    nth: [["eerste", "tweede", "derde", "vierde", "vijfde", "laatste"]; 2],
    feminine: |_| false,
    easter: Easter {
        names: &[
            (-48, "carnavalsmaandag"),
            (-46, "Aswoensdag"),
            (-3, "Witte Donderdag"),
            (-2, "Goede Vrijdag"),
            (0, "eerste paasdag"),
            (1, "tweede paasdag"),
            (39, "Hemelvaartsdag"),
            (49, "eerste pinksterdag"),
            (50, "tweede pinksterdag"),
        ],
        before: "{days} voor eerste paasdag",
        after: "{days} na eerste paasdag",
    },
    and: " en ",
    others: ", ",
    comma: ", ",
    closed: "gesloten",
    all_day: "24 uur per dag",
    by_appointment: "{hours} op afspraak",
    open_and_booked: "{open}, en op afspraak {booked}",
    us: "wij",
    you: "u",
    away: Away {
        one_day: "Dank u voor uw bericht. {name} is gesloten op {day} ({reason}).",
        days: "Dank u voor uw bericht. {name} is gesloten van {from} tot en met {to} ({reason}).",
        back: "Vanaf {day} zijn we er weer. Uw bericht houdt tot dan zijn plaats.",
        danger: "Is er iemand in gevaar, bel dan eerst {number}.",
    },
    questions: &["vraag", "vragen"],
    plural: one_or_other,
    units: UNITS,
    governed_units: UNITS,
    governors: &[],
    per: "per {per}",
    per_units: &[
        ("hour", "uur"),
        ("day", "dag"),
        ("week", "week"),
        ("month", "maand"),
        ("year", "jaar"),
        ("minute", "minuut"),
        ("page", "pagina"),
        ("visit", "bezoek"),
    ],
    clock: |_| Clock {
        whole: "{h}.00",
        part: "{h}.{m}",
        alone: "{time}\u{a0}uur",
        range: "{from}–{to}\u{a0}uur",
        am: "",
        pm: "",
        noon: "",
        midnight: "",
        tick: "{h}",
        comma: ", ",
    },
    numbers: |_| Numbers { point: ",", group: ".", grouped_from: 4, sign: Sign::Before, percent: "%" },
    dollar: "US$",
    currencies: &[],
    isolated: ("", ""),
};

/// Hours and years keep their singular behind a number.
const UNITS: [&str; 8] = [
    "minuut|minuten",
    "uur|uur",
    "dag|dagen",
    "week|weken",
    "maand|maanden",
    "minuut werktijd|minuten werktijd",
    "werkuur|werkuren",
    "werkdag|werkdagen",
];
