//! Any number in any disguise is found; any other is not.

use proptest::prelude::*;

use super::*;

/// One digit in one of its spellings.
fn digit(digit: char, way: usize) -> String {
    let value = digit.to_digit(10).unwrap();
    let code = digit as u32;
    let of = |zero: u32| char::from_u32(zero + value).unwrap().to_string();
    match way % 9 {
        0 => format!("&#{code};"),
        1 => format!("&#x{code:x};"),
        2 => of(0xFF10),
        3 => of(0x0660),
        4 => of(0x1D7CE),
        5 => format!("<b data-x=\"a\">{digit}</b>"),
        6 => format!("\u{AD}{digit}\u{200B}"),
        _ => digit.to_string(),
    }
}

const BETWEEN: [&str; 16] = [
    "",
    "",
    "",
    " ",
    "-",
    ".",
    "/",
    "\u{A0}",
    "&nbsp;",
    "–",
    ") ",
    "<wbr>",
    "</td><td>",
    "<!-- 5 -->",
    "&#8209;",
    "<br>\n",
];
const BEFORE: [&str; 8] = ["", "Call ", "tel:+1", "(", "<p>24/7</p>", "+1 ", "at 10:00 ", "x=\""];
const AFTER: [&str; 6] = ["", ".", " now", "</p><p>1", "\"", ", 9 to 5"];

fn national() -> impl Strategy<Value = String> {
    "[2-9][0-9]{2}[2-9][0-9]{6}"
}

/// Escapes of scripts and addresses stand for all of a text, since in one with a bare `%` they may mean nothing.
fn escaped(number: &str, way: usize) -> String {
    let each = |spell: fn(u32) -> String| number.chars().map(|digit| spell(digit as u32)).collect::<String>();
    match way % 4 {
        0 => each(|code| format!("%{code:02X}")),
        1 => each(|code| format!("\\u{code:04x}")),
        2 => each(|code| format!("\\{code:x} ")),
        _ => each(|code| format!("\\x{code:x}")),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn a_disguised_number_is_found(
        number in national(),
        ways in prop::collection::vec((0..20_usize, 0..BETWEEN.len()), 10),
        before in 0..BEFORE.len(),
        after in 0..AFTER.len(),
    ) {
        let mut text = BEFORE[before].to_owned();
        for (digit_typed, (way, between)) in number.chars().zip(ways) {
            text.push_str(&digit(digit_typed, way));
            text.push_str(BETWEEN[between]);
        }
        text.push_str(AFTER[after]);
        let secrets = secrets("US", &[&number]);
        prop_assert_eq!(count(&secrets, text.as_bytes()), 1, "{}", text);
    }

    #[test]
    fn an_escaped_number_is_found(number in national(), way in 0..4_usize) {
        prop_assert_eq!(count(&secrets("US", &[&number]), escaped(&number, way).as_bytes()), 1);
    }

    #[test]
    fn another_number_is_not_found(number in national(), other in national(), place in 0..10_usize, more in 1..10_u8, way in 0..4_usize) {
        let mut near: Vec<u8> = number.clone().into_bytes();
        near[place] = (near[place] - b'0' + more) % 10 + b'0';
        let near = String::from_utf8(near).unwrap();
        let secrets = secrets("US", &[&number]);
        for other in [&near, &other, &format!("{number}{place}"), &format!("{}{number}", more % 8 + 2)] {
            if *other != number {
                let texts = [other.clone(), format!("{}-{}-{}", &other[..3], &other[3..6], &other[6..]), escaped(other, way)];
                for text in texts {
                    prop_assert_eq!(count(&secrets, text.as_bytes()), 0, "{} for {}", text, number);
                }
            }
        }
    }

    #[test]
    fn any_bytes_end_well(bytes in prop::collection::vec(any::<u8>(), 0..400), text in "[<>&#;%\\\\\"'=a-z0-9/! ux-]{0,300}") {
        let secrets = secrets("US", &[NUMBER, "улица Ленина 5", "jo@home.example", "12 Elm Street"]);
        for file in [&bytes[..], text.as_bytes()] {
            for hit in secrets.search(file, &mut Skeleton::default()) {
                prop_assert!(hit.range.start <= hit.range.end && hit.range.end <= file.len());
            }
        }
    }
}
