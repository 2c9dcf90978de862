//! The lines that calendars and contact cards are made of: RFC 5545, 3.1 and 3.3.11; RFC 2426, 2.6 and 5.
//!
//! A line ends with CR LF and holds at most 75 bytes; what is longer goes on in the next line after a blank, and no letter is cut in two.

/// Bytes a line may hold, without its end.
const LONGEST_LINE: usize = 75;

/// A file in the making.
#[derive(Debug, Default)]
pub(super) struct ContentLines {
    text: String,
}

impl ContentLines {
    /// A line whose value is written as it stands: `DTSTART;VALUE=DATE`, `20261224`. Neither may hold a line end.
    pub(super) fn plain(&mut self, name: &str, value: &str) {
        let line = format!("{name}:{value}");
        let mut room = LONGEST_LINE;
        for letter in line.chars().filter(|letter| !matches!(letter, '\r' | '\n')) {
            let length = letter.len_utf8();
            if length > room {
                self.text.push_str("\r\n ");
                room = LONGEST_LINE - 1;
            }
            self.text.push(letter);
            room -= length;
        }
        self.text.push_str("\r\n");
    }

    /// A line whose value is somebody's words.
    pub(super) fn words(&mut self, name: &str, words: &str) {
        self.plain(name, &escaped(words));
    }

    /// A line of several fields of somebody's words, such as a name or an address.
    pub(super) fn fields(&mut self, name: &str, fields: &[&str]) {
        let fields: Vec<String> = fields.iter().map(|field| escaped(field)).collect();
        self.plain(name, &fields.join(";"));
    }

    /// The whole file.
    pub(super) fn into_text(self) -> String {
        self.text
    }
}

/// Words with the marks of the format escaped. Line ends become `\n`, other control characters go: no program shows them.
fn escaped(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for letter in words.replace("\r\n", "\n").trim().chars() {
        match letter {
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\n' => escaped.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(words: &str) -> String {
        let mut lines = ContentLines::default();
        lines.words("NOTE", words);
        lines.into_text()
    }

    #[test]
    fn marks_of_the_format_are_escaped() {
        assert_eq!(line("a,b;c\\d\r\ne\u{7}f\tg\n"), "NOTE:a\\,b\\;c\\\\d\\nefg\r\n");
        assert_eq!(line("9 am–5 pm: “open”"), "NOTE:9 am–5 pm: “open”\r\n");
    }

    #[test]
    fn long_lines_fold_and_no_letter_is_cut_in_two() {
        for length in 60..90 {
            for letter in ["a", "ü", "–", "🦀"] {
                let words = letter.repeat(length) + "end";
                let folded = line(&words);
                assert!(folded.split("\r\n").all(|line| line.len() <= LONGEST_LINE), "{folded}");
                assert_eq!(folded.replace("\r\n ", ""), format!("NOTE:{words}\r\n"));
            }
        }
        assert_eq!(line(&"a".repeat(70)).lines().count(), 1);
        assert_eq!(line(&"a".repeat(71)).lines().count(), 2);
    }
}
