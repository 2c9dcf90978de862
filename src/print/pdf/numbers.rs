//! Phone numbers that stay on one line: half of one at the end of a line is misread at the worst moment.

use serde_json::Value;

use super::letters::is_silent;
use crate::policy::written::Words;
use crate::site::Site;

/// Every phone number of a site as it is written, where it has blanks.
pub(super) fn of(site: &Site) -> Vec<String> {
    let written = site.facts.iter().filter_map(|(_, fact)| match &fact.words {
        Words::Phone(phone) => Some(phone.written().to_owned()),
        _ => None,
    });
    let mut numbers: Vec<String> = written.filter(|number| number.contains(' ')).collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

/// Puts no-break spaces into these numbers, wherever they stand in the words of the data.
pub(super) fn keep_together(value: &mut Value, numbers: &[String]) {
    match value {
        Value::String(words) => {
            for number in numbers.iter().filter(|number| !number.is_empty()) {
                if words.contains(number.as_str()) {
                    *words = words.replace(number.as_str(), &number.replace(' ', "\u{A0}"));
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
        keep_together(&mut data, &["757 555 0100".to_owned()]);
        assert_eq!(data, serde_json::json!({"words": ["Call 757\u{A0}555\u{A0}0100 now"], "to": "757 555 0100"}));
    }
}
