//! Countries, and the cities that zones are called by, where a language has names of its own for them.
//!
//! Source: CLDR 48. Countries are its display names, all of them, in `countries.tsv` in the order of [`LANGUAGES`]; cities are the exemplar
//! cities of the zones of the countries in which these languages are spoken. Any other city is called as the zone is.

use crate::policy::values::Country;

/// Zone, and the city in German, Spanish, French, Dutch, Polish, Arabic; `-` where the zone's own name is right.
const CITIES: &[(&str, [&str; 6])] = &[
    ("Africa/Algiers", ["Algier", "Argel", "Alger", "Algiers", "Algier", "الجزائر"]),
    ("Africa/Cairo", ["Kairo", "El Cairo", "Le Caire", "Caïro", "Kair", "القاهرة"]),
    ("Africa/Casablanca", ["-", "-", "-", "-", "-", "الدار البيضاء"]),
    ("Africa/Khartoum", ["Khartum", "Jartum", "-", "-", "Chartum", "الخرطوم"]),
    ("Africa/Tripoli", ["Tripolis", "Trípoli", "Tripoli (Libye)", "-", "Trypolis", "طرابلس"]),
    ("Africa/Tunis", ["-", "Túnez", "-", "-", "-", "تونس"]),
    ("America/Bogota", ["Bogotá", "Bogotá", "Bogotá", "-", "Bogota", "بوغوتا"]),
    ("America/Buenos_Aires", ["-", "-", "-", "-", "-", "بوينوس آيرس"]),
    ("America/Argentina/Buenos_Aires", ["-", "-", "-", "-", "-", "بوينوس آيرس"]),
    ("America/Mexico_City", ["Mexiko-Stadt", "Ciudad de México", "Mexico", "Mexico-Stad", "Meksyk", "مدينة المكسيك"]),
    ("America/New_York", ["-", "Nueva York", "-", "-", "Nowy Jork", "نيويورك"]),
    ("America/Toronto", ["-", "-", "-", "-", "-", "تورونتو"]),
    ("America/Panama", ["-", "Panamá", "-", "-", "-", "بنما"]),
    ("America/Los_Angeles", ["-", "Los Ángeles", "-", "-", "-", "لوس أنجلوس"]),
    ("Asia/Amman", ["-", "Amán", "-", "-", "-", "عمّان"]),
    ("Asia/Baghdad", ["Bagdad", "Bagdad", "Bagdad", "Bagdad", "Bagdad", "بغداد"]),
    ("Asia/Bahrain", ["-", "Baréin", "Bahreïn", "Bahrein", "Bahrajn", "البحرين"]),
    ("Asia/Beirut", ["-", "-", "Beyrouth", "Beiroet", "Bejrut", "بيروت"]),
    ("Asia/Damascus", ["Damaskus", "Damasco", "Damas", "-", "Damaszek", "دمشق"]),
    ("Asia/Dubai", ["-", "Dubái", "Dubaï", "-", "Dubaj", "دبي"]),
    ("Asia/Gaza", ["-", "-", "-", "-", "-", "غزة"]),
    ("Asia/Hebron", ["-", "Hebrón", "Hébron", "-", "-", "الخليل"]),
    ("Asia/Jerusalem", ["-", "Jerusalén", "Jérusalem", "Jeruzalem", "Jerozolima", "القدس"]),
    ("Asia/Kuwait", ["-", "-", "Koweït", "Koeweit", "Kuwejt", "الكويت"]),
    ("Asia/Muscat", ["Maskat", "Mascate", "Mascate", "-", "Maskat", "مسقط"]),
    ("Asia/Qatar", ["Katar", "Catar", "-", "-", "Katar", "قطر"]),
    ("Asia/Riyadh", ["Riad", "Riad", "Riyad", "Riyad", "Rijad", "الرياض"]),
    ("Europe/Amsterdam", ["-", "Ámsterdam", "-", "-", "-", "أمستردام"]),
    ("Europe/Berlin", ["-", "Berlín", "-", "Berlijn", "-", "برلين"]),
    ("Europe/Brussels", ["Brüssel", "Bruselas", "Bruxelles", "Brussel", "Bruksela", "بروكسل"]),
    ("Europe/London", ["-", "Londres", "Londres", "Londen", "Londyn", "لندن"]),
    ("Europe/Luxembourg", ["Luxemburg", "Luxemburgo", "-", "Luxemburg", "Luksemburg", "لوكسمبورغ"]),
    ("Europe/Madrid", ["-", "-", "-", "-", "Madryt", "مدريد"]),
    ("Europe/Paris", ["-", "París", "-", "Parijs", "Paryż", "باريس"]),
    ("Europe/Vienna", ["Wien", "Viena", "Vienne", "Wenen", "Wiedeń", "فيينا"]),
    ("Europe/Warsaw", ["Warschau", "Varsovia", "Varsovie", "Warschau", "Warszawa", "وارسو"]),
    ("Europe/Zurich", ["Zürich", "Zúrich", "-", "Zürich", "Zurych", "زيورخ"]),
];
const LANGUAGES: [&str; 6] = ["de", "es", "fr", "nl", "pl", "ar"];

const COUNTRIES: &str = include_str!("countries.tsv");

/// What a country is called in a language; in English where it is none of ours.
#[must_use]
pub fn country(country: Country, language: &str) -> &'static str {
    let place = LANGUAGES.iter().position(|known| *known == language);
    let row = COUNTRIES.lines().find_map(|line| line.strip_prefix(country.code())?.strip_prefix('\t'));
    let own = place.zip(row).and_then(|(place, row)| row.split('\t').nth(place));
    own.unwrap_or_else(|| country.name())
}

/// What people who speak a language call the city of a zone: "Wien" for `Europe/Vienna`.
#[must_use]
pub fn city(zone: &str, language: &str) -> String {
    let place = LANGUAGES.iter().position(|known| *known == language);
    let names = CITIES.iter().find(|(known, _)| *known == zone).map(|(_, names)| names);
    let own = place.zip(names).and_then(|(place, names)| names.get(place)).filter(|name| **name != "-");
    own.map_or_else(|| zone.rsplit('/').next().unwrap_or("UTC").replace('_', " "), |name| (*name).to_owned())
}
