//! A private entry: what it is, every way it may be spelled, and how it is named without being given away.

use std::ops::Range;

use memchr::memmem::{self, Finder};

use super::fold;
use super::number::Number;
use super::trail::{Spot, Trail};
use super::words::{self, Sort, Spelling};
use crate::diagnostic::{At, Span};
use crate::policy::values::{Country, Email, Phone};
use crate::policy::written::Text;

/// Fewer digits are a house's number, not a telephone's.
const FEWEST_DIGITS: usize = 5;
/// Shorter skeletons are found in the noise of pictures sooner or later.
const SHORTEST_IN_PICTURES: usize = 5;

/// One entry of `private`.
#[derive(Debug)]
pub(super) struct Secret {
    /// Where it is listed.
    pub(super) span: Span,
    sort: &'static str,
    masked: String,
    /// The skeletons of which every spelling holds at least one.
    cores: Vec<Finder<'static>>,
    needles: Vec<Needle>,
}

/// One skeleton, and when it is the private thing.
#[derive(Debug)]
struct Needle {
    folded: Vec<u8>,
    rule: Rule,
}

#[derive(Debug)]
enum Rule {
    /// Digits, with anything but letters between them.
    Number(Number),
    /// Whole words.
    Words(Vec<usize>),
    /// Whole words that no longer address continues.
    Mail(Vec<usize>),
}

impl Secret {
    /// Makes out what an entry is; nothing when there is no letter or digit in it.
    pub(super) fn read(entry: &At<Text>, country: Option<Country>) -> Option<Self> {
        let text: &str = &entry.value;
        let secret =
            Secret { span: entry.span, sort: "", masked: String::new(), cores: Vec::new(), needles: Vec::new() };
        let secret = match number(text, country) {
            // 1-800-FLOWERS is also written with its word.
            Some(number) if has_word(text) => secret.with_number(text, &number).with_words(text, Sort::Plain),
            Some(number) => secret.with_number(text, &number),
            None if Email::read(without_scheme(text)).is_ok() => secret.with_words(without_scheme(text), Sort::Mail),
            None => secret.with_words(without_scheme(text), Sort::Plain),
        };
        (!secret.needles.is_empty()).then_some(secret)
    }

    fn with_number(mut self, text: &str, number: &Number) -> Self {
        self.sort = "private number";
        self.masked = masked_number(text);
        self.cores.push(Finder::new(number.core()).into_owned());
        for form in number.forms() {
            self.needles.push(Needle { folded: form.clone().into_bytes(), rule: Rule::Number(number.clone()) });
        }
        self
    }

    fn with_words(mut self, text: &str, sort: Sort) -> Self {
        let spellings = words::spellings(text, sort);
        self.sort = if sort == Sort::Mail { "private e-mail address" } else { "private entry" };
        self.masked = masked_words(text);
        self.cores.extend(spellings.cores.iter().map(|core| Finder::new(core).into_owned()));
        let rule = |ends| if sort == Sort::Mail { Rule::Mail(ends) } else { Rule::Words(ends) };
        let needle = |spelling: Spelling| Needle { folded: spelling.folded, rule: rule(spelling.ends) };
        self.needles.extend(spellings.all.into_iter().map(needle));
        self
    }

    /// What kind of thing it is: "private number".
    pub(super) fn sort(&self) -> &'static str {
        self.sort
    }

    /// Enough of it to know it by, and too little to use: `+1 757 … 88`.
    pub(super) fn masked(&self) -> &str {
        &self.masked
    }

    /// Whether it is written with letters or digits beyond Latin-1.
    pub(super) fn is_foreign(&self) -> bool {
        self.needles.iter().any(|needle| !needle.folded.is_ascii())
    }

    /// Whether a file with this skeleton may hold it. Quick; never says no wrongly.
    pub(super) fn may_be_in(&self, skeleton: &[u8]) -> bool {
        self.cores.iter().any(|core| core.find(skeleton).is_some())
            && self.needles.iter().any(|needle| memmem::find(skeleton, &needle.folded).is_some())
    }

    /// Every place where it stands.
    pub(super) fn places(&self, trail: &Trail) -> Vec<Range<usize>> {
        let spots = |needle: &Needle| -> Vec<Range<usize>> {
            trail.spots(&needle.folded).filter(|spot| needle.is_at(spot)).map(|spot| spot.range).collect()
        };
        self.needles.iter().flat_map(spots).collect()
    }

    /// Whether it is long enough to be told from noise.
    pub(super) fn is_rare(&self) -> bool {
        self.needles.iter().all(|needle| needle.folded.len() >= SHORTEST_IN_PICTURES)
    }
}

impl Needle {
    fn is_at(&self, spot: &Spot<'_>) -> bool {
        let stands_alone =
            !spot.before.ends_with(fold::continues_word) && !spot.after.starts_with(fold::continues_word);
        match &self.rule {
            Rule::Number(number) => std::str::from_utf8(&self.folded).is_ok_and(|form| number.is_at(spot, form)),
            Rule::Words(ends) => stands_alone && spot.has_whole_words(ends),
            Rule::Mail(ends) => stands_alone && spot.has_whole_words(ends) && !is_longer_address(spot),
        }
    }
}

/// `mary.jo@home.example` and `jo@home.example.com` are somebody else's.
fn is_longer_address(spot: &Spot<'_>) -> bool {
    let joined = |sign: char| matches!(sign, '.' | '-' | '_' | '+');
    let before = spot.before.strip_suffix(joined).is_some_and(|before| before.ends_with(fold::continues_word));
    let after = spot.after.strip_prefix(joined).is_some_and(|after| after.starts_with(fold::continues_word));
    before || after
}

/// The number an entry is: a telephone's, or any other of some length.
fn number(text: &str, country: Option<Country>) -> Option<Number> {
    if has_word(text) && !has_area_code(text) {
        return None;
    }
    if let Some(phone) = country.and_then(|country| Phone::read(text, country).ok()) {
        return Some(Number::of_phone(&phone));
    }
    let digits: String = fold::folded(text).into_iter().map(char::from).collect();
    // `00` is dialled in most of the world, and written even where it is not.
    let abroad = digits.strip_prefix("00").map(|rest| format!("+{rest}"));
    if let Some(phone) = abroad.and_then(|text| Phone::read(&text, country?).ok()) {
        return Some(Number::of_phone(&phone));
    }
    let is_number = digits.len() >= FEWEST_DIGITS && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| Number::of_digits(digits))
}

/// Whether it holds letters that are more than the mark of an extension.
fn has_word(text: &str) -> bool {
    let letters: String = text.chars().filter(|sign| sign.is_alphabetic()).flat_map(char::to_lowercase).collect();
    !matches!(letters.as_str(), "" | "x" | "ext" | "extension")
}

/// On the keys of a phone, `12 Elm Street` is a number as well. One that is meant begins with its area code.
fn has_area_code(text: &str) -> bool {
    let digits: String = text.chars().take_while(|sign| !sign.is_alphabetic()).filter(char::is_ascii_digit).collect();
    digits.strip_prefix('1').unwrap_or(&digits).len() == 3
}

/// An address as people say it: without `https://`, `www.` and `mailto:`.
fn without_scheme(text: &str) -> &str {
    let rest = ["https://", "http://", "mailto:", "tel:"].iter().find_map(|scheme| {
        let (head, rest) = text.split_at_checked(scheme.len())?;
        head.eq_ignore_ascii_case(scheme).then_some(rest)
    });
    let rest = rest.unwrap_or(text);
    rest.strip_prefix("www.").unwrap_or(rest)
}

/// A third of the digits at most, and the last two.
fn masked_number(text: &str) -> String {
    let count = text.chars().filter(char::is_ascii_digit).count();
    let shown = (count * 4 / 11).min(4);
    let nth_digit = |nth: usize| text.char_indices().filter(|(_, sign)| sign.is_ascii_digit()).nth(nth);
    let head_end = shown.checked_sub(1).and_then(nth_digit).map_or(0, |(at, _)| at + 1);
    let tail_start = count.checked_sub(2).and_then(nth_digit).map_or(text.len(), |(at, _)| at);
    let tail: String = text[tail_start..].chars().filter(char::is_ascii_digit).take(2).collect();
    format!("{} … {tail}", &text[..head_end]).trim_start().to_owned()
}

/// The first letter of each word: `1… E… S…`.
fn masked_words(text: &str) -> String {
    let words = text.split(|sign: char| !sign.is_alphanumeric()).filter_map(|word| word.chars().next());
    words.take(6).map(|letter| format!("{letter}…")).collect::<Vec<_>>().join(" ")
}
