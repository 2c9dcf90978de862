//! Which form of a noun goes with a number.
//!
//! Source: CLDR 48, `supplemental/plurals.xml`, cardinal rules for whole numbers
//! (<https://www.unicode.org/cldr/charts/48/supplemental/language_plural_rules.html>). The browser's `Intl.PluralRules` has the same.

/// A category of CLDR; a language uses those it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Plural {
    /// 1; in French 0 too.
    One,
    /// Arabic 2.
    Two,
    /// Polish 2–4, 22–24 …; Arabic 3–10, 103–110 …
    Few,
    /// Polish 0, 5–21, 25–31 …; Arabic 11–99, 111–199 …
    Many,
    /// All others.
    Other,
}

/// Languages with one form for 1 and another for the rest.
pub(super) fn one_or_other(count: u32) -> Plural {
    if count == 1 { Plural::One } else { Plural::Other }
}

/// French counts nothing as one.
pub(super) fn french(count: u32) -> Plural {
    if count < 2 { Plural::One } else { Plural::Other }
}

/// Polish. `other` is for fractions, which nobody counts here.
pub(super) fn polish(count: u32) -> Plural {
    match (count, count % 10, count % 100) {
        (1, ..) => Plural::One,
        (_, 2..=4, hundredth) if !(12..=14).contains(&hundredth) => Plural::Few,
        _ => Plural::Many,
    }
}

/// Arabic. There is a `zero` too, which no length of time needs.
pub(super) fn arabic(count: u32) -> Plural {
    match (count, count % 100) {
        (1, _) => Plural::One,
        (2, _) => Plural::Two,
        (_, 3..=10) => Plural::Few,
        (_, 11..=99) => Plural::Many,
        _ => Plural::Other,
    }
}

/// The form for a category out of forms parted by `|`: one, other · one, few, many · one, two, few, many, other.
pub(super) fn form(forms: &'static str, plural: Plural) -> &'static str {
    let all: Vec<&str> = forms.split('|').collect();
    let place = match (all.len(), plural) {
        (_, Plural::One) => 0,
        (5, Plural::Two) | (3, Plural::Few) => 1,
        (5, Plural::Few) => 2,
        (5, Plural::Many) => 3,
        _ => all.len().saturating_sub(1),
    };
    all.get(place).copied().unwrap_or_default()
}
