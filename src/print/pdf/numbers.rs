//! Phone numbers that stay on one line, in their order: half of one at the end of a line is misread at the worst moment.

use serde_json::Value;

use super::letters::is_silent;
use crate::policy::values::Direction;
use crate::policy::written::Words;
use crate::site::Site;

/// Every phone number of a site as it is written, with the same as paper shows it, where that is not the same.
pub(super) fn of(site: &Site) -> Vec<(String, String)> {
    let direction = site.business.language.direction();
    let written = site.facts.iter().filter_map(|(_, fact)| match &fact.words {
        Words::Phone(phone) => Some(phone.written().to_owned()),
        _ => None,
    });
    let mut numbers: Vec<String> = written.filter(|number| !number.is_empty()).collect();
    numbers.sort_unstable();
    numbers.dedup();
    let with_shown = numbers.into_iter().map(|number| (shown(&number, direction), number));
    with_shown.filter(|(shown, number)| shown != number).map(|(shown, number)| (number, shown)).collect()
}

/// A number with no-break spaces; among words that run from right to left isolated from them (Unicode Standard Annex 9), or its “+” would
/// stand behind it.
fn shown(number: &str, direction: Direction) -> String {
    let whole = number.replace(' ', "\u{A0}");
    if direction == Direction::Rtl { format!("\u{2066}{whole}\u{2069}") } else { whole }
}

/// Puts these numbers as they are to be shown wherever they stand in the words of the data.
pub(super) fn keep_together(value: &mut Value, numbers: &[(String, String)]) {
    match value {
        Value::String(words) => {
            for (number, shown) in numbers {
                if words.contains(number.as_str()) {
                    *words = words.replace(number.as_str(), shown);
                }
            }
        }
        Value::Array(values) => values.iter_mut().for_each(|value| keep_together(value, numbers)),
        Value::Object(fields) => {
            let spoken = fields.iter_mut().filter(|(key, _)| !is_silent(key));
            spoken.for_each(|(_, value)| keep_together(value, numbers));
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_stays_on_one_line_and_an_address_as_it_is() {
        let mut data = serde_json::json!({"words": ["Call 757 555 0100 now"], "to": "757 555 0100"});
        let number = "757 555 0100".to_owned();
        let kept = shown(&number, Direction::Ltr);
        keep_together(&mut data, &[(number, kept)]);
        assert_eq!(data, serde_json::json!({"words": ["Call 757\u{A0}555\u{A0}0100 now"], "to": "757 555 0100"}));
    }

    #[test]
    fn among_words_from_right_to_left_its_plus_stays_before_it() {
        assert_eq!(shown("+966 11 555 0100", Direction::Rtl), "\u{2066}+966\u{A0}11\u{A0}555\u{A0}0100\u{2069}");
    }
}
