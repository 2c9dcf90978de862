//! What somebody means who writes `$75`, `1.250,00 €`, `75 dollars per hour`, `free` or `+50%`.

use super::{Amount, Currency, MOST_DIGITS};
use crate::policy::values::Country;
use crate::policy::values::typed::shown;

/// A better message, where there is one, and what to write.
pub(super) struct Guess {
    pub(super) message: Option<String>,
    pub(super) help: String,
}

/// The number of a text, the words before and behind it.
struct Parts {
    before: String,
    number: String,
    after: String,
}

pub(super) fn meant(text: &str, country: Option<Country>) -> Option<Guess> {
    let parts = Parts::of(text).or_else(|| is_free(text).then(Parts::nothing))?;
    let (after, per) = per_unit(&parts.after);
    let sign = if parts.before.is_empty() { after } else { parts.before.as_str() };
    if matches!(sign, "%" | "percent" | "per cent" | "pct") || after.starts_with('%') {
        let hundredths = rounded(&parts.number, 2)?;
        return Some(Guess { message: None, help: format!("Write `{}{per}`.", Amount::Percent { hundredths }) });
    }
    let own = country.and_then(Country::currency);
    let currencies = match Currency::meant_by(sign, country) {
        none if none.is_empty() => first_named(&parts, country).or(own.map(|own| vec![own]))?,
        meant => meant,
    };
    let choices: Vec<String> =
        currencies.iter().filter_map(|currency| spelled(&parts.number, *currency, &per)).collect();
    match choices.as_slice() {
        [] => None,
        [only] if sign.is_empty() && !is_free(text) => {
            let message = Some(format!("{} does not say which currency.", shown(text)));
            Some(Guess { message, help: format!("Write {only}.") })
        }
        choices => {
            let ambiguous = Currency::meant_by(sign, None).len() > 1;
            let message = ambiguous.then(|| format!("`{sign}` does not say whose money it is."));
            let verb = if choices.len() == 1 { "Write" } else { "Say which:" };
            Some(Guess { message, help: format!("{verb} {}.", choices.join(" or ")) })
        }
    }
}

fn is_free(text: &str) -> bool {
    ["free", "no charge", "free of charge", "nothing", "none", "no fee"].contains(&text.trim().to_lowercase().as_str())
}

impl Parts {
    fn nothing() -> Self {
        Parts { before: String::new(), number: "0".to_owned(), after: String::new() }
    }

    /// Cuts at the first digit and behind the last that belongs to it.
    fn of(text: &str) -> Option<Self> {
        let lower = text.trim().to_lowercase();
        let from = lower.find(|character: char| character.is_ascii_digit())?;
        let rest = lower.get(from..)?;
        let in_number = |character: char| {
            character.is_ascii_digit() || matches!(character, '.' | ',' | '\'' | '’' | ' ' | '\u{a0}' | '\u{202f}')
        };
        let end = rest.find(|character: char| !in_number(character)).unwrap_or(rest.len());
        let (number, after) = rest.split_at(end);
        let before = lower.get(..from)?.trim_matches([' ', '+', '-', '~', '.', '–']);
        let before =
            ["from ", "about ", "approx. ", "ca. "].iter().find_map(|word| before.strip_prefix(word)).unwrap_or(before);
        let before = if matches!(before, "from" | "about" | "approx" | "ca") { "" } else { before };
        Some(Parts {
            before: before.trim().to_owned(),
            number: number.trim().to_owned(),
            after: after.trim().to_owned(),
        })
    }
}

/// A currency named by any single word.
fn first_named(parts: &Parts, country: Option<Country>) -> Option<Vec<Currency>> {
    let words = parts.before.split_whitespace().chain(parts.after.split_whitespace());
    words.map(|word| Currency::meant_by(word, country)).find(|meant| !meant.is_empty())
}

/// Parts `dollars per hour` into the sign and ` / hour`.
fn per_unit(after: &str) -> (&str, String) {
    for joint in ["/", " per ", " an ", " a ", " each "] {
        if let Some((sign, unit)) = after.split_once(joint) {
            let unit = unit.trim();
            return (sign.trim(), if unit.is_empty() { String::new() } else { format!(" / {unit}") });
        }
    }
    let starts = ["per ", "an ", "a ", "each "];
    match starts.iter().find_map(|start| after.strip_prefix(start)).filter(|unit| !unit.starts_with("cent")) {
        Some(unit) => ("", format!(" / {}", unit.trim())),
        None => (after, String::new()),
    }
}

/// The amount in one currency, in backticks.
fn spelled(number: &str, currency: Currency, per: &str) -> Option<String> {
    let minor_units = rounded(number, currency.digits())?;
    Some(format!("`{}{per}`", Amount::Sum { minor_units, currency }))
}

/// The smallest parts of `1,250.00`, `1.250,00`, `1 250` or `75.5`: the last mark parts the cents if one or two digits follow it. Nothing if more
/// digits follow than the currency has.
fn rounded(number: &str, digits: u8) -> Option<i64> {
    let mark = number.rfind(['.', ',']).filter(|&at| matches!(number.len() - at - 1, 1 | 2));
    let (whole, part) =
        mark.map_or((number, ""), |at| (number.get(..at).unwrap_or(""), number.get(at + 1..).unwrap_or("")));
    let whole: String = whole.chars().filter(char::is_ascii_digit).collect();
    let width = usize::from(digits);
    let part = if part.bytes().all(|byte| byte == b'0') { "" } else { part };
    if whole.len() > MOST_DIGITS || part.len() > width {
        return None;
    }
    format!("{whole}{part:0<width$}").parse().ok()
}
