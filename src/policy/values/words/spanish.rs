//! Spanish, as written in Spain and in the Americas.

use super::clock::Clock;
use super::numbers::{HARD_BLANK, Numbers, Sign};
use super::plural::one_or_other;
use super::tongue::{Months, Tongue};
use super::{Away, Easter};

const MONTHS: Months = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
];
const SHORT: Months = ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic"];
/// Countries whose clock runs to 24: CLDR has twelve hours twice in the rest.
const TO_24: &[&str] = &["", "ES", "GQ"];

pub(super) static TONGUE: Tongue = Tongue {
    months: |_| &MONTHS,
    short_months: |_| &SHORT,
    weekdays: ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
    short_weekdays: ["lun", "mar", "mié", "jue", "vie", "sáb", "dom"],
    weekdays_in_runs: ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
    day_run: "de {from} a {to}",
    every_day: "todos los días",
    day_and_month: "{d} de {m}",
    first: "1",
    date: "{date} de {y}",
    weekday_and_date: "{w} {date}",
    span: "del {from} al {to}",
    contracted: &[("del el ", "del "), ("al el ", "al ")],
    nth_weekday: "el {nth} {w} de {m}",
    nth: [["primer", "segundo", "tercer", "cuarto", "quinto", "último"]; 2],
    feminine: |_| false,
    easter: Easter {
        names: &[
            (-48, "lunes de Carnaval"),
            (-47, "martes de Carnaval"),
            (-46, "Miércoles de Ceniza"),
            (-3, "Jueves Santo"),
            (-2, "Viernes Santo"),
            (0, "Domingo de Pascua"),
            (1, "Lunes de Pascua"),
            (39, "Jueves de la Ascensión"),
            (49, "Domingo de Pentecostés"),
            (50, "Lunes de Pentecostés"),
            (60, "Corpus Christi"),
        ],
        before: "{days} antes del Domingo de Pascua",
        after: "{days} después del Domingo de Pascua",
    },
    and: " y ",
    others: ", ",
    comma: ", ",
    closed: "cerrado",
    all_day: "las 24 horas",
    by_appointment: "{hours} con cita previa",
    open_and_booked: "{open}, y con cita previa {booked}",
    us: "nosotros",
    you: "usted",
    away: Away {
        one_day: "Gracias por su mensaje. {name}: cerrado el {day} ({reason}).",
        days: "Gracias por su mensaje. {name}: cerrado del {from} al {to} ({reason}).",
        back: "Volvemos el {day}. Su mensaje conserva su turno hasta entonces.",
        danger: "Si alguien está en peligro, llame primero al {number}.",
    },
    questions: &["pregunta", "duda", "consulta"],
    plural: one_or_other,
    units: UNITS,
    governed_units: UNITS,
    governors: &[],
    per: "por {per}",
    per_units: &[
        ("hour", "hora"),
        ("day", "día"),
        ("week", "semana"),
        ("month", "mes"),
        ("year", "año"),
        ("minute", "minuto"),
        ("page", "página"),
        ("visit", "visita"),
    ],
    clock: |country| if TO_24.contains(&country) { CLOCK_TO_24 } else { CLOCK_TWICE_12 },
    numbers: |country| match country {
        "" | "ES" | "GQ" | "PH" => {
            Numbers { point: ",", group: ".", grouped_from: 5, sign: Sign::Behind, percent: "\u{a0}%" }
        }
        "AR" | "BO" | "CO" | "PY" | "UY" => {
            Numbers { point: ",", group: ".", grouped_from: 4, sign: Sign::Before, percent: "%" }
        }
        "CL" | "EC" | "VE" => Numbers { point: ",", group: ".", grouped_from: 4, sign: Sign::Close, percent: "%" },
        "CR" => Numbers { point: ",", group: HARD_BLANK, grouped_from: 4, sign: Sign::Close, percent: "%" },
        _ => Numbers { point: ".", group: ",", grouped_from: 4, sign: Sign::Close, percent: "%" },
    },
    dollar: "US$",
    currencies: &[],
    isolated: ("", ""),
};

const CLOCK_TO_24: Clock = Clock {
    whole: "{h}:00",
    part: "{h}:{m}",
    alone: "{time}\u{a0}h",
    range: "{from}–{to}\u{a0}h",
    am: "",
    pm: "",
    noon: "",
    midnight: "",
    tick: "{h}",
    comma: ", ",
};
const CLOCK_TWICE_12: Clock = Clock {
    whole: "{h}:00\u{a0}{half}",
    part: "{h}:{m}\u{a0}{half}",
    alone: "{time}",
    range: "{from}\u{a0}– {to}",
    am: "a.\u{a0}m.",
    pm: "p.\u{a0}m.",
    noon: "mediodía",
    midnight: "medianoche",
    tick: "{h}\u{a0}{half}",
    ..CLOCK_TO_24
};

const UNITS: [&str; 8] = [
    "minuto|minutos",
    "hora|horas",
    "día|días",
    "semana|semanas",
    "mes|meses",
    "minuto de atención|minutos de atención",
    "hora hábil|horas hábiles",
    "día hábil|días hábiles",
];
