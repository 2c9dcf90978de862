//! Polish. Months stand in the genitive, as a date asks for; runs of weekdays too ("od poniedziałku do czwartku").

use jiff::civil::Weekday;

use super::clock::Clock;
use super::numbers::{HARD_BLANK, Numbers, Sign};
use super::plural::polish;
use super::tongue::{Months, Tongue};
use super::{Away, Easter};

const MONTHS: Months = [
    "stycznia",
    "lutego",
    "marca",
    "kwietnia",
    "maja",
    "czerwca",
    "lipca",
    "sierpnia",
    "września",
    "października",
    "listopada",
    "grudnia",
];
const SHORT: Months = ["sty", "lut", "mar", "kwi", "maj", "cze", "lip", "sie", "wrz", "paź", "lis", "gru"];

pub(super) static TONGUE: Tongue = Tongue {
    months: |_| &MONTHS,
    short_months: |_| &SHORT,
    weekdays: ["poniedziałek", "wtorek", "środa", "czwartek", "piątek", "sobota", "niedziela"],
    short_weekdays: ["pon.", "wt.", "śr.", "czw.", "pt.", "sob.", "niedz."],
    weekdays_in_runs: ["poniedziałku", "wtorku", "środy", "czwartku", "piątku", "soboty", "niedzieli"],
    day_run: "od {from} do {to}",
    every_day: "codziennie",
    day_and_month: "{d}\u{a0}{m}",
    first: "1",
    date: "{date} {y}",
    weekday_and_date: "{w}, {date}",
    span: "{from}\u{a0}– {to}",
    contracted: &[],
    nth_weekday: "{nth} {w} {m}",
    nth: [
        ["pierwszy", "drugi", "trzeci", "czwarty", "piąty", "ostatni"],
        ["pierwsza", "druga", "trzecia", "czwarta", "piąta", "ostatnia"],
    ],
    feminine: |day| matches!(day, Weekday::Wednesday | Weekday::Saturday | Weekday::Sunday),
    easter: Easter {
        names: &[
            (-52, "tłusty czwartek"),
            (-46, "Środa Popielcowa"),
            (-3, "Wielki Czwartek"),
            (-2, "Wielki Piątek"),
            (-1, "Wielka Sobota"),
            (0, "Niedziela Wielkanocna"),
            (1, "Poniedziałek Wielkanocny"),
            (49, "Zielone Świątki"),
            (60, "Boże Ciało"),
        ],
        before: "{days} przed Wielkanocą",
        after: "{days} po Wielkanocy",
    },
    and: " i ",
    others: ", ",
    comma: ", ",
    closed: "zamknięte",
    all_day: "całą dobę",
    by_appointment: "{hours} po umówieniu",
    open_and_booked: "{open}, a po umówieniu {booked}",
    us: "my",
    you: "Państwo",
    away: Away {
        one_day: "Dziękujemy za wiadomość. {name}: zamknięte {day} ({reason}).",
        days: "Dziękujemy za wiadomość. {name}: zamknięte od {from} do {to} ({reason}).",
        back: "Wracamy {day}. Do tego czasu Państwa wiadomość czeka na swoją kolej.",
        danger: "Jeśli ktoś jest w niebezpieczeństwie, najpierw proszę dzwonić: {number}.",
    },
    questions: &["pytan", "pytać"],
    plural: polish,
    units: [
        "minuta|minuty|minut",
        "godzina|godziny|godzin",
        "dzień|dni|dni",
        "tydzień|tygodnie|tygodni",
        "miesiąc|miesiące|miesięcy",
        "minuta robocza|minuty robocze|minut roboczych",
        "godzina robocza|godziny robocze|godzin roboczych",
        "dzień roboczy|dni robocze|dni roboczych",
    ],
    governed_units: [
        "minuty|minut|minut",
        "godziny|godzin|godzin",
        "dnia|dni|dni",
        "tygodnia|tygodni|tygodni",
        "miesiąca|miesięcy|miesięcy",
        "minuty roboczej|minut roboczych|minut roboczych",
        "godziny roboczej|godzin roboczych|godzin roboczych",
        "dnia roboczego|dni roboczych|dni roboczych",
    ],
    // Words with the genitive: "w ciągu", "do", "po upływie".
    governors: &["ciągu", "do", "od", "około", "upływie", "najwyżej", "niż", "z"],
    per: "/ {per}",
    per_units: &[
        ("hour", "godz."),
        ("day", "dzień"),
        ("week", "tydzień"),
        ("month", "miesiąc"),
        ("year", "rok"),
        ("minute", "min"),
        ("page", "strona"),
        ("visit", "wizyta"),
    ],
    clock: |_| Clock {
        whole: "{h}:00",
        part: "{h}:{m}",
        alone: "{time}",
        range: "{from}–{to}",
        am: "",
        pm: "",
        noon: "",
        midnight: "",
        tick: "{h}",
        comma: ", ",
    },
    numbers: |_| Numbers { point: ",", group: HARD_BLANK, grouped_from: 5, sign: Sign::Behind, percent: "%" },
    dollar: "USD",
    currencies: &[("PLN", "zł")],
    isolated: ("", ""),
};
