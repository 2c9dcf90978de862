//! Escaping: what keeps an owner's words from being read as HTML.

/// What a byte becomes in text and in quoted attributes. Control characters are no HTML (13.2.3.5 of the standard).
fn replacement(byte: u8, in_attribute: bool) -> Option<&'static str> {
    match byte {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        b'"' if in_attribute => Some("&quot;"),
        b'\t' | b'\n' | b'\r' => None,
        0..=0x1F | 0x7F => Some("\u{FFFD}"),
        _ => None,
    }
}

/// Bytes that need a closer look.
const SPECIAL: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 0x20 {
        table[byte] = true;
        byte += 1;
    }
    table[0x7F] = true;
    table[b'&' as usize] = true;
    table[b'<' as usize] = true;
    table[b'>' as usize] = true;
    table[b'"' as usize] = true;
    table
};

/// Adds words as HTML text.
pub fn push_text(out: &mut String, words: &str) {
    push_escaped(out, words, |byte| replacement(byte, false));
}

/// Words as HTML, good in text and in quoted attributes.
#[must_use]
pub fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    push_attribute(&mut out, words);
    out
}

/// Adds words to a quoted attribute's value.
pub fn push_attribute(out: &mut String, words: &str) {
    push_escaped(out, words, |byte| replacement(byte, true));
}

fn push_escaped(out: &mut String, words: &str, replacement: impl Fn(u8) -> Option<&'static str>) {
    let mut done = 0;
    for (at, byte) in words.bytes().enumerate() {
        if !SPECIAL[byte as usize] {
            continue;
        }
        if let Some(other) = replacement(byte) {
            out.push_str(&words[done..at]);
            out.push_str(other);
            done = at + 1;
        }
    }
    out.push_str(&words[done..]);
}

/// Adds an address to a quoted attribute's value: percent-encoded where a browser needs it, `%41` left alone.
pub fn push_address(out: &mut String, address: &str) {
    for &byte in address.as_bytes() {
        match byte {
            b'&' => out.push_str("&amp;"),
            b'\'' => out.push_str("&#39;"),
            _ if byte.is_ascii_alphanumeric() || b"-._~:/?#@!$()*+,;=%".contains(&byte) => out.push(char::from(byte)),
            _ => {
                const HEX: &[u8; 16] = b"0123456789ABCDEF";
                out.push('%');
                out.push(char::from(HEX[usize::from(byte >> 4)]));
                out.push(char::from(HEX[usize::from(byte & 15)]));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_gets_out_of_its_quotes() {
        let mut text = String::new();
        push_text(&mut text, "a<b>&\"\0\u{7F}é\n");
        assert_eq!(text, "a&lt;b&gt;&amp;\"\u{FFFD}\u{FFFD}é\n");
        let mut attribute = String::new();
        push_attribute(&mut attribute, "\"'<");
        assert_eq!(attribute, "&quot;'&lt;");
        let mut address = String::new();
        push_address(&mut address, "a b\"é%20?x=1&y='[");
        assert_eq!(address, "a%20b%22%C3%A9%20?x=1&amp;y=&#39;%5B");
    }
}
