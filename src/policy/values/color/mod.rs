//! A colour as the brand knows it: `#1f6f78` or `#abc`.
//!
//! Whether text on it can be read, and every shade made of it, is the theme's matter.

mod names;

use std::fmt;

use super::Slip;
use super::typed::{Typed, shown};
use crate::diagnostic::codes::policy::BAD_COLOR;
use crate::diagnostic::nearest;

/// Red, green and blue of the sRGB space, 0 to 255 each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Color {
    /// Red.
    pub red: u8,
    /// Green.
    pub green: u8,
    /// Blue.
    pub blue: u8,
}

const TRY: &str = "Write `#` and six digits from 0 to 9 and a to f, such as `#1f6f78`.";

impl Color {
    /// Reads `#rrggbb` or `#rgb`, in any case.
    ///
    /// # Errors
    /// A slip with the number behind a name or another notation.
    pub fn read(text: &str) -> Result<Self, Slip> {
        let typed = Typed::new(text);
        if typed.is_empty() {
            return Err(typed.slip(&BAD_COLOR, "The color is missing.", TRY));
        }
        let digits = typed.text().strip_prefix('#').filter(|digits| matches!(digits.len(), 3 | 6));
        if let Some(color) = digits.and_then(from_digits) {
            return Ok(color);
        }
        let message = format!("{} is not a color as written here.", shown(typed.text()));
        Err(typed.slip(&BAD_COLOR, message, help(typed.text())))
    }

    fn from_number(number: u32) -> Self {
        let [_, red, green, blue] = number.to_be_bytes();
        Color { red, green, blue }
    }
}

/// Three or six hexadecimal digits; an eighth part for transparency is passed over (four or eight digits).
fn from_digits(digits: &str) -> Option<Color> {
    let values: Vec<u8> = digits
        .chars()
        .map(|digit| digit.to_digit(16).and_then(|value| u8::try_from(value).ok()))
        .collect::<Option<_>>()?;
    match values.as_slice() {
        [red, green, blue] | [red, green, blue, _] => Some(Color { red: red * 17, green: green * 17, blue: blue * 17 }),
        [r1, r2, g1, g2, b1, b2] | [r1, r2, g1, g2, b1, b2, _, _] => {
            Some(Color { red: r1 * 16 + r2, green: g1 * 16 + g2, blue: b1 * 16 + b2 })
        }
        _ => None,
    }
}

fn help(text: &str) -> String {
    let lower = text.to_lowercase();
    let name: String = lower.chars().filter(|character| !matches!(character, ' ' | '-' | '_')).collect();
    if let Some(color) = named(&name) {
        return format!("Write `{color}` for {}.", shown(text));
    }
    let digits = lower.trim_start_matches(['#', ' ']);
    let digits = digits.strip_prefix("0x").unwrap_or(digits);
    if let Some(color) = from_digits(digits).or_else(|| from_function(&lower)) {
        return format!("Write `{color}`.");
    }
    let near = nearest(&name, names::NAMES.iter().map(|(name, _)| *name));
    match near.and_then(|near| Some((near, named(near)?))) {
        Some((near, color)) => format!("For {near} write `{color}`."),
        None => TRY.to_owned(),
    }
}

fn named(name: &str) -> Option<Color> {
    let index = names::NAMES.binary_search_by(|(known, _)| (*known).cmp(name)).ok()?;
    names::NAMES.get(index).map(|&(_, number)| Color::from_number(number))
}

/// `rgb(31, 111, 120)`, `31 111 120`.
fn from_function(lower: &str) -> Option<Color> {
    let inside = lower.strip_prefix("rgba").or_else(|| lower.strip_prefix("rgb")).unwrap_or(lower);
    let parts = inside.split(|character: char| !character.is_ascii_digit()).filter(|part| !part.is_empty());
    let parts: Vec<u8> = parts.map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let is_plain = inside
        .chars()
        .all(|character| character.is_ascii_digit() || matches!(character, '(' | ')' | ',' | ' ' | '/' | '.'));
    match parts.as_slice() {
        [red, green, blue, ..] if is_plain => Some(Color { red: *red, green: *green, blue: *blue }),
        _ => None,
    }
}

impl fmt::Display for Color {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }
}
