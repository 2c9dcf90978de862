//! What each language says, in the habits of its countries. Dates, sums, lists and plural forms were compared with CLDR 48 as Node's `Intl`
//! has it. `·` stands for a blank that does not break.

use jiff::civil::Weekday::{Friday, Monday, Sunday, Thursday, Tuesday, Wednesday};
use jiff::civil::date;

use super::*;
use crate::policy::values::Unit;

fn of(tag: &str) -> Box<dyn Wording> {
    let language = Language::read(tag).unwrap();
    let country = language.country();
    wording(&language, country)
}

fn shown(said: &str) -> String {
    said.replace(['\u{a0}', '\u{202f}'], "·")
}

#[track_caller]
fn check(said: &str, expected: &str) {
    assert_eq!(shown(said), expected);
}

#[test]
fn dates() {
    let day = date(2027, 1, 1);
    for (tag, alone, with_weekday) in [
        ("en-US", "January 1, 2027", "Friday, January 1, 2027"),
        ("en-GB", "1 January 2027", "Friday 1 January 2027"),
        ("de-DE", "1.·Januar 2027", "Freitag, 1.·Januar 2027"),
        ("de-AT", "1.·Jänner 2027", "Freitag, 1.·Jänner 2027"),
        ("fr-FR", "1er·janvier 2027", "vendredi 1er·janvier 2027"),
        ("es-ES", "1 de enero de 2027", "viernes 1 de enero de 2027"),
        ("nl-NL", "1·januari 2027", "vrijdag 1·januari 2027"),
        ("pl-PL", "1·stycznia 2027", "piątek, 1·stycznia 2027"),
        ("ar-EG", "1·يناير 2027", "الجمعة، 1·يناير 2027"),
        ("ar-LB", "1·كانون الثاني 2027", "الجمعة، 1·كانون الثاني 2027"),
        ("ar-DZ", "1·جانفي 2027", "الجمعة، 1·جانفي 2027"),
        ("ar-MA", "1·يناير 2027", "الجمعة، 1·يناير 2027"),
    ] {
        check(&of(tag).date(day), alone);
        check(&of(tag).date_with_weekday(day), with_weekday);
    }
}

#[test]
fn spans_of_days() {
    let (from, to) = (date(2026, 12, 24), date(2027, 1, 1));
    for (tag, said) in [
        ("de", "Donnerstag, 24.·Dezember 2026 bis Freitag, 1.·Januar 2027"),
        ("fr", "du jeudi 24·décembre 2026 au vendredi 1er·janvier 2027"),
        ("es", "del jueves 24 de diciembre de 2026 al viernes 1 de enero de 2027"),
        ("nl", "donderdag 24·december 2026 tot en met vrijdag 1·januari 2027"),
        ("pl", "czwartek, 24·grudnia 2026·– piątek, 1·stycznia 2027"),
        ("ar", "من الخميس، 24·ديسمبر 2026 إلى الجمعة، 1·يناير 2027"),
    ] {
        check(&of(tag).date_range(from, to), said);
        assert_eq!(of(tag).date_range(from, from), of(tag).date_with_weekday(from));
    }
}

#[test]
fn days_that_come_every_year() {
    let rule = |text: &str| YearlyDate::read(text).unwrap();
    for (tag, fourth, last, easter, after) in [
        (
            "de",
            "der vierte Donnerstag im November",
            "der letzte Mittwoch im Mai",
            "Karfreitag",
            "2·Tage nach Ostersonntag",
        ),
        (
            "fr",
            "le quatrième jeudi de novembre",
            "le dernier mercredi de mai",
            "vendredi saint",
            "2·jours après Pâques",
        ),
        (
            "es",
            "el cuarto jueves de noviembre",
            "el último miércoles de mayo",
            "Viernes Santo",
            "2·días después del Domingo de Pascua",
        ),
        (
            "nl",
            "de vierde donderdag van november",
            "de laatste woensdag van mei",
            "Goede Vrijdag",
            "2·dagen na eerste paasdag",
        ),
        ("pl", "czwarty czwartek listopada", "ostatnia środa maja", "Wielki Piątek", "2·dni po Wielkanocy"),
        ("ar", "الخميس الرابع من نوفمبر", "الأربعاء الأخير من مايو", "الجمعة العظيمة", "بعد أحد الفصح بـيومين"),
    ] {
        let wording = of(tag);
        check(&wording.yearly_date(rule("4th thursday of november")), fourth);
        check(&wording.yearly_date(rule("last wednesday of may")), last);
        check(&wording.yearly_date(rule("easter-2")), easter);
        check(&wording.yearly_date(rule("easter+2")), after);
    }
    let said =
        |tag: &str| of(tag).span(&of(tag).yearly_date(rule("1st monday of june")), &of(tag).yearly_date(rule("08-31")));
    check(&said("fr"), "du premier lundi de juin au 31·août");
    check(&said("es"), "del primer lunes de junio al 31 de agosto");
}

#[test]
fn times_and_shifts() {
    let time = |minutes: u16| TimeOfDay::from_minutes(minutes).unwrap();
    for (tag, nine, half_past, end, range) in [
        ("en", "9·am", "5:30·pm", "midnight", "9·am–12:30·pm and 1:30·pm–5·pm"),
        ("de", "9·Uhr", "17:30·Uhr", "24·Uhr", "9–12:30·Uhr und 13:30–17·Uhr"),
        ("fr", "9·h", "17·h·30", "minuit", "9·h·– 12·h·30 et 13·h·30·– 17·h"),
        ("es", "9:00·h", "17:30·h", "24:00·h", "9:00–12:30·h y 13:30–17:00·h"),
        ("es-MX", "9:00·a.·m.", "5:30·p.·m.", "medianoche", "9:00·a.·m.·– 12:30·p.·m. y 1:30·p.·m.·– 5:00·p.·m."),
        ("nl", "9.00·uur", "17.30·uur", "24.00·uur", "9.00–12.30·uur en 13.30–17.00·uur"),
        ("pl", "9:00", "17:30", "24:00", "9:00–12:30 i 13:30–17:00"),
        ("ar", "9:00·ص", "5:30·م", "منتصف الليل", "9:00·ص·– 12:30·م و1:30·م·– 5:00·م"),
        ("ar-MA", "9:00", "17:30", "24:00", "9:00–12:30 و13:30–17:00"),
    ] {
        let wording = of(tag);
        check(&wording.time(time(9 * 60)), nine);
        check(&wording.time(time(17 * 60 + 30)), half_past);
        check(&wording.time(TimeOfDay::END_OF_DAY), end);
        check(&wording.shifts(&Shifts::read("09:00-12:30, 13:30-17:00").unwrap()), range);
    }
}

#[test]
fn days_of_the_week() {
    for (tag, two, run, week, closed) in [
        ("de", "Montag und Dienstag", "Montag bis Donnerstag", "täglich", "geschlossen"),
        ("fr", "lundi et mardi", "du lundi au jeudi", "tous les jours", "fermé"),
        ("es", "lunes y martes", "de lunes a jueves", "todos los días", "cerrado"),
        ("nl", "maandag en dinsdag", "maandag tot en met donderdag", "elke dag", "gesloten"),
        ("pl", "poniedziałek i wtorek", "od poniedziałku do czwartku", "codziennie", "zamknięte"),
        ("ar", "الاثنين والثلاثاء", "من الاثنين إلى الخميس", "كل يوم", "مغلق"),
    ] {
        let wording = of(tag);
        check(&wording.day_run(Monday, Tuesday), two);
        check(&wording.day_run(Monday, Thursday), run);
        check(&wording.day_run(Wednesday, Wednesday), wording.weekday(Wednesday));
        check(&wording.days(DayRange::Daily), week);
        check(wording.closed(), closed);
    }
    check(&of("pl").day_run(Friday, Sunday), "od piątku do niedzieli");
}

#[test]
fn lengths_in_every_plural_form() {
    let length = |count, unit| Length::new(count, unit).unwrap();
    for (tag, unit, said) in [
        (
            "de",
            Unit::BusinessDays,
            "1·Arbeitstag, 2·Arbeitstage, 5·Arbeitstage, 11·Arbeitstage, 22·Arbeitstage, 100·Arbeitstage",
        ),
        (
            "fr",
            Unit::BusinessHours,
            "1·heure ouvrée, 2·heures ouvrées, 5·heures ouvrées, 11·heures ouvrées, 22·heures ouvrées, 100·heures ouvrées",
        ),
        ("es", Unit::Weeks, "1·semana, 2·semanas, 5·semanas, 11·semanas, 22·semanas, 100·semanas"),
        ("nl", Unit::Hours, "1·uur, 2·uur, 5·uur, 11·uur, 22·uur, 100·uur"),
        (
            "pl",
            Unit::BusinessHours,
            "1·godzina robocza, 2·godziny robocze, 5·godzin roboczych, 11·godzin roboczych, 22·godziny robocze, 100·godzin roboczych",
        ),
        ("pl", Unit::Weeks, "1·tydzień, 2·tygodnie, 5·tygodni, 11·tygodni, 22·tygodnie, 100·tygodni"),
        ("ar", Unit::Days, "يوم واحد, يومان, 5·أيام, 11·يومًا, 22·يومًا, 100·يوم"),
        ("ar", Unit::BusinessHours, "ساعة عمل واحدة, ساعتا عمل, 5·ساعات عمل, 11·ساعة عمل, 22·ساعة عمل, 100·ساعة عمل"),
    ] {
        let forms = [1, 2, 5, 11, 22, 100].map(|count| of(tag).length(length(count, unit)));
        check(&forms.join(", "), said);
    }
}

#[test]
fn lengths_follow_the_words_before_them() {
    for (tag, before, text, said) in [
        ("de", "Wir antworten innerhalb von ", "2 business days", "2·Arbeitstagen"),
        ("de", "Sie hören nach höchstens ", "2 days", "2·Tagen"),
        ("de", "Das dauert ", "2 days", "2·Tage"),
        ("pl", "Odpowiadamy w ciągu ", "4 business hours", "4·godzin roboczych"),
        ("pl", "To trwa ", "4 business hours", "4·godziny robocze"),
        ("ar", "نجيب خلال ", "2 hours", "ساعتين"),
        ("ar", "المدة: ", "2 hours", "ساعتان"),
        ("en", "We answer within ", "2 days", "2 days"),
    ] {
        check(&of(tag).length_behind(before, Length::read(text).unwrap()), said);
    }
}

#[test]
fn money() {
    for (tag, text, said) in [
        ("de-DE", "1250.50 EUR", "1.250,50·€"),
        ("de-AT", "1250.50 EUR", "€·1.250,50"),
        ("de-CH", "1250.50 CHF", "CHF·1’250.50"),
        ("de-DE", "110.00 EUR / hour", "110,00·€ pro Stunde"),
        ("de-DE", "110.00 EUR / Stück", "110,00·€ pro Stück"),
        ("de-DE", "12.5 %", "12,5·%"),
        ("fr-FR", "1250.50 EUR", "1·250,50·€"),
        ("fr-CA", "1250.50 CAD", "1·250,50·$"),
        ("fr-CH", "1250.50 CHF", "1·250.50·CHF"),
        ("fr-FR", "50 %", "50·%"),
        ("es-ES", "1250.50 EUR", "1250,50·€"),
        ("es-ES", "12500.50 EUR", "12.500,50·€"),
        ("es-MX", "1250.50 MXN", "$1,250.50"),
        ("es-AR", "1250.50 ARS", "$·1.250,50"),
        ("es-MX", "50 %", "50%"),
        ("nl-NL", "1250.50 EUR", "€·1.250,50"),
        ("pl-PL", "1250.50 PLN", "1250,50·zł"),
        ("pl-PL", "12500.50 PLN / hour", "12·500,50·zł / godz."),
        ("ar-EG", "1250.50 EGP", "1,250.50·ج.م."),
        ("ar-MA", "1250.50 MAD", "1.250,50·د.م."),
        ("ar-SA", "110.00 SAR / hour", "110.00·ر.س. لكل ساعة"),
    ] {
        let country = Language::read(tag).unwrap().country();
        check(&of(tag).money(&Money::read(text, country).unwrap()), said);
    }
}

#[test]
fn lists_and_rows() {
    let items = ["a", "b", "c"].map(str::to_owned);
    for (tag, list, row) in [
        ("en", "a, b and c", "a, b, c"),
        ("de", "a, b und c", "a, b, c"),
        ("fr", "a, b et c", "a, b, c"),
        ("es", "a, b y c", "a, b, c"),
        ("nl", "a, b en c", "a, b, c"),
        ("pl", "a, b i c", "a, b, c"),
        ("ar", "a وb وc", "a، b، c"),
    ] {
        check(&of(tag).list(&items), list);
        check(&of(tag).row(&items), row);
    }
}

#[test]
fn places_by_the_names_people_know() {
    assert_eq!(city("Europe/Vienna", "de"), "Wien");
    assert_eq!(city("Europe/Warsaw", "pl"), "Warszawa");
    assert_eq!(city("Asia/Riyadh", "ar"), "الرياض");
    assert_eq!(city("Europe/Berlin", "de"), "Berlin");
    assert_eq!(city("America/New_York", "en"), "New York");
    assert_eq!(city("Pacific/Auckland", "pl"), "Auckland");
    let called = |code: &str, language: &str| country(Country::find(code).unwrap(), language);
    assert_eq!(called("AT", "de"), "Österreich");
    assert_eq!(called("SA", "ar"), "المملكة العربية السعودية");
    assert_eq!(called("US", "pl"), "Stany Zjednoczone");
    assert_eq!(called("US", "it"), "United States");
    for known in Country::all() {
        assert!(["de", "es", "fr", "nl", "pl", "ar"].iter().all(|language| !called(known.code(), language).is_empty()));
    }
}

#[test]
fn digits_are_latin_everywhere() {
    let said = of("ar-SA").date(date(2026, 12, 24)) + &of("fa").date(date(2026, 12, 24));
    assert!(said.chars().all(|letter| !letter.is_numeric() || letter.is_ascii_digit()), "{said}");
    assert!(is_spoken(&Language::read("ar-SA").unwrap()) && !is_spoken(&Language::read("fa").unwrap()));
}
