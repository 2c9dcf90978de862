//! Easter Sunday of the Western churches.

use jiff::civil::Date;

/// Easter Sunday of a year in the Gregorian calendar; nothing before 1583, its first whole year.
///
/// Source: the anonymous algorithm ("Meeus/Jones/Butcher"), *Nature*, 20 April 1876, as given in Jean Meeus, *Astronomical Algorithms*,
/// 2nd edition, chapter 8. The single letters are Meeus's.
#[must_use]
pub fn easter(year: i16) -> Option<Date> {
    if year < 1583 {
        return None;
    }
    let whole_year = i32::from(year);
    let a = whole_year % 19;
    let (b, c) = (whole_year / 100, whole_year % 100);
    let (d, e) = (b / 4, b % 4);
    let f = (b + 8) / 25;
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let march_based = h + l - 7 * m + 114;
    let (month, day) = (march_based / 31, march_based % 31 + 1);
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}
