//! French, as written in France, Belgium, Switzerland, Canada and the Maghreb.
//!
//! Times as the *Lexique des règles typographiques en usage à l'Imprimerie nationale* sets them ("9 h 30"), which CLDR has for Canada.

use super::clock::Clock;
use super::numbers::{HARD_BLANK, Numbers, Sign, THIN_BLANK};
use super::plural::french;
use super::tongue::{Months, Tongue};
use super::{Away, Easter};

const MONTHS: Months = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
const SHORT: Months =
    ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."];

pub(super) static TONGUE: Tongue = Tongue {
    months: |_| &MONTHS,
    short_months: |_| &SHORT,
    weekdays: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    short_weekdays: ["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."],
    weekdays_in_runs: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    day_run: "du {from} au {to}",
    every_day: "tous les jours",
    day_and_month: "{d}\u{a0}{m}",
    first: "1er",
    date: "{date} {y}",
    weekday_and_date: "{w} {date}",
    span: "du {from} au {to}",
    contracted: &[("du le ", "du "), ("au le ", "au ")],
    nth_weekday: "le {nth} {w} de {m}",
    nth: [["premier", "deuxième", "troisième", "quatrième", "cinquième", "dernier"]; 2],
    feminine: |_| false,
    easter: Easter {
        names: &[
            (-47, "mardi gras"),
            (-46, "mercredi des Cendres"),
            (-3, "jeudi saint"),
            (-2, "vendredi saint"),
            (0, "dimanche de Pâques"),
            (1, "lundi de Pâques"),
            (39, "jeudi de l’Ascension"),
            (49, "dimanche de Pentecôte"),
            (50, "lundi de Pentecôte"),
            (60, "Fête-Dieu"),
        ],
        before: "{days} avant Pâques",
        after: "{days} après Pâques",
    },
    and: " et ",
    others: ", ",
    comma: ", ",
    closed: "fermé",
    all_day: "24\u{a0}h/24",
    by_appointment: "{hours} sur rendez-vous",
    open_and_booked: "{open}, et sur rendez-vous {booked}",
    us: "nous",
    you: "vous",
    away: Away {
        one_day: "Merci pour votre message. {name}\u{a0}: fermé le {day} ({reason}).",
        days: "Merci pour votre message. {name}\u{a0}: fermé du {from} au {to} ({reason}).",
        back: "Nous sommes de retour le {day}. Votre message garde sa place d’ici là.",
        danger: "Si quelqu’un est en danger, appelez d’abord le {number}.",
    },
    questions: &["question"],
    plural: french,
    units: UNITS,
    governed_units: UNITS,
    governors: &[],
    per: "par {per}",
    per_units: &[
        ("hour", "heure"),
        ("day", "jour"),
        ("week", "semaine"),
        ("month", "mois"),
        ("year", "an"),
        ("minute", "minute"),
        ("page", "page"),
        ("visit", "visite"),
    ],
    clock: |_| Clock {
        whole: "{h}\u{a0}h",
        part: "{h}\u{a0}h\u{a0}{m}",
        alone: "{time}",
        range: "{from}\u{a0}– {to}",
        am: "",
        pm: "",
        noon: "",
        midnight: "minuit",
        tick: "{h}\u{a0}h",
        comma: ", ",
    },
    numbers: |country| match country {
        "CH" => Numbers { point: ".", group: THIN_BLANK, grouped_from: 4, sign: Sign::Behind, percent: "%" },
        "CA" => Numbers { point: ",", group: HARD_BLANK, grouped_from: 4, sign: Sign::Behind, percent: "\u{a0}%" },
        "LU" | "MA" => Numbers { point: ",", group: ".", grouped_from: 4, sign: Sign::Behind, percent: "\u{a0}%" },
        _ => Numbers { point: ",", group: THIN_BLANK, grouped_from: 4, sign: Sign::Behind, percent: "\u{202f}%" },
    },
    dollar: "$US",
    currencies: &[],
    isolated: ("", ""),
};

const UNITS: [&str; 8] = [
    "minute|minutes",
    "heure|heures",
    "jour|jours",
    "semaine|semaines",
    "mois|mois",
    "minute ouvrée|minutes ouvrées",
    "heure ouvrée|heures ouvrées",
    "jour ouvré|jours ouvrés",
];
