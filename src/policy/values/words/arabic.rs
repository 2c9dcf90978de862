//! Arabic, with Latin digits (see [`super::numbers`]) and the Gregorian calendar, whose months have other names in the Levant and the Maghreb.

use super::clock::Clock;
use super::numbers::{Numbers, Sign};
use super::plural::arabic;
use super::tongue::{Months, Tongue};
use super::{Away, Easter};

const MONTHS: Months =
    ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"];
const LEVANTINE_MONTHS: Months = [
    "كانون الثاني",
    "شباط",
    "آذار",
    "نيسان",
    "أيار",
    "حزيران",
    "تموز",
    "آب",
    "أيلول",
    "تشرين الأول",
    "تشرين الثاني",
    "كانون الأول",
];
const ALGERIAN_MONTHS: Months =
    ["جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان", "جويلية", "أوت", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"];
const MOROCCAN_MONTHS: Months =
    ["يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو", "يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر"];

/// By the country's two letters. Arabic has no short names.
fn months(country: &str) -> &'static Months {
    match country {
        "IQ" | "JO" | "LB" | "PS" | "SY" => &LEVANTINE_MONTHS,
        "DZ" | "TN" => &ALGERIAN_MONTHS,
        "MA" | "EH" => &MOROCCAN_MONTHS,
        _ => &MONTHS,
    }
}

pub(super) static TONGUE: Tongue = Tongue {
    months,
    short_months: months,
    weekdays: ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"],
    short_weekdays: ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"],
    weekdays_in_runs: ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"],
    day_run: "من {from} إلى {to}",
    every_day: "كل يوم",
    day_and_month: "{d}\u{a0}{m}",
    first: "1",
    date: "{date} {y}",
    weekday_and_date: "{w}، {date}",
    span: "من {from} إلى {to}",
    contracted: &[],
    nth_weekday: "{w} {nth} من {m}",
    nth: [["الأول", "الثاني", "الثالث", "الرابع", "الخامس", "الأخير"]; 2],
    feminine: |_| false,
    easter: Easter {
        names: &[
            (-2, "الجمعة العظيمة"),
            (0, "أحد الفصح"),
            (1, "اثنين الفصح"),
            (39, "خميس الصعود"),
            (49, "أحد العنصرة"),
            (50, "اثنين العنصرة"),
        ],
        before: "قبل أحد الفصح بـ{days}",
        after: "بعد أحد الفصح بـ{days}",
    },
    and: " و",
    others: " و",
    comma: "، ",
    closed: "مغلق",
    all_day: "24 ساعة",
    by_appointment: "{hours} بموعد مسبق",
    open_and_booked: "{open}، وبموعد مسبق {booked}",
    us: "نحن",
    you: "أنتم",
    away: Away {
        one_day: "شكرًا لرسالتكم. {name} مغلق يوم {day} ({reason}).",
        days: "شكرًا لرسالتكم. {name} مغلق من {from} إلى {to} ({reason}).",
        back: "نعود يوم {day}. وتحتفظ رسالتكم بدورها حتى ذلك الحين.",
        danger: "إذا كان أحد في خطر، فاتصلوا أولًا على {number}.",
    },
    questions: &["سؤال", "أسئلة", "استفسار"],
    plural: arabic,
    units: [
        "=دقيقة واحدة|=دقيقتان|دقائق|دقيقة|دقيقة",
        "=ساعة واحدة|=ساعتان|ساعات|ساعة|ساعة",
        "=يوم واحد|=يومان|أيام|يومًا|يوم",
        "=أسبوع واحد|=أسبوعان|أسابيع|أسبوعًا|أسبوع",
        "=شهر واحد|=شهران|أشهر|شهرًا|شهر",
        "=دقيقة عمل واحدة|=دقيقتا عمل|دقائق عمل|دقيقة عمل|دقيقة عمل",
        "=ساعة عمل واحدة|=ساعتا عمل|ساعات عمل|ساعة عمل|ساعة عمل",
        "=يوم عمل واحد|=يوما عمل|أيام عمل|يوم عمل|يوم عمل",
    ],
    governed_units: [
        "=دقيقة واحدة|=دقيقتين|دقائق|دقيقة|دقيقة",
        "=ساعة واحدة|=ساعتين|ساعات|ساعة|ساعة",
        "=يوم واحد|=يومين|أيام|يومًا|يوم",
        "=أسبوع واحد|=أسبوعين|أسابيع|أسبوعًا|أسبوع",
        "=شهر واحد|=شهرين|أشهر|شهرًا|شهر",
        "=دقيقة عمل واحدة|=دقيقتي عمل|دقائق عمل|دقيقة عمل|دقيقة عمل",
        "=ساعة عمل واحدة|=ساعتي عمل|ساعات عمل|ساعة عمل|ساعة عمل",
        "=يوم عمل واحد|=يومي عمل|أيام عمل|يوم عمل|يوم عمل",
    ],
    // Prepositions, which change the dual.
    governors: &[
        "بـ",
        "خلال",
        "في",
        "بعد",
        "قبل",
        "كل",
        "غضون",
        "من",
        "إلى",
        "منذ",
        "لمدة",
        "مدة",
        "حتى",
        "مرور",
        "أقصاها",
    ],
    per: "لكل {per}",
    per_units: &[
        ("hour", "ساعة"),
        ("day", "يوم"),
        ("week", "أسبوع"),
        ("month", "شهر"),
        ("year", "سنة"),
        ("minute", "دقيقة"),
        ("page", "صفحة"),
        ("visit", "زيارة"),
    ],
    clock: |country| if matches!(country, "MA" | "EH" | "IL" | "KM") { CLOCK_TO_24 } else { CLOCK_TWICE_12 },
    numbers: |country| match country {
        "DZ" | "LB" | "LY" | "MA" | "MR" | "TN" => {
            Numbers { point: ",", group: ".", grouped_from: 4, sign: Sign::Behind, percent: "%" }
        }
        _ => Numbers { point: ".", group: ",", grouped_from: 4, sign: Sign::Behind, percent: "%" },
    },
    dollar: "دولار",
    currencies: &[
        ("AED", "د.إ."),
        ("BHD", "د.ب."),
        ("DZD", "د.ج."),
        ("EGP", "ج.م."),
        ("IQD", "د.ع."),
        ("JOD", "د.أ."),
        ("KWD", "د.ك."),
        ("LBP", "ل.ل."),
        ("LYD", "د.ل."),
        ("MAD", "د.م."),
        ("OMR", "ر.ع."),
        ("QAR", "ر.ق."),
        ("SAR", "ر.س."),
        ("SDG", "ج.س."),
        ("SYP", "ل.س."),
        ("TND", "د.ت."),
        ("YER", "ر.ي."),
    ],
    // Left-to-right isolate and its end (Unicode Standard Annex 9).
    isolated: ("\u{2066}", "\u{2069}"),
};

const CLOCK_TWICE_12: Clock = Clock {
    whole: "{h}:00\u{a0}{half}",
    part: "{h}:{m}\u{a0}{half}",
    alone: "{time}",
    range: "{from}\u{a0}– {to}",
    am: "ص",
    pm: "م",
    noon: "12:00\u{a0}ظهرًا",
    midnight: "منتصف الليل",
    tick: "{h}\u{a0}{half}",
    comma: "، ",
};
const CLOCK_TO_24: Clock = Clock {
    whole: "{h}:00",
    part: "{h}:{m}",
    range: "{from}–{to}",
    am: "",
    pm: "",
    noon: "",
    midnight: "",
    tick: "{h}",
    ..CLOCK_TWICE_12
};
