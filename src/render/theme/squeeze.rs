//! Our own scripts without what only people read: notes, indentation, blanks and line ends that the browser does not need.
//!
//! It is made for the built-in scripts and for nobody else's: it knows quotes, but neither notes behind code nor patterns (`/…/`) that hold
//! blanks or quotes, and a line may end without a semicolon only after `}`.

/// Beside these a blank says nothing.
const MARKS: &str = "{}()[],;:=<>+-*/!&|?%.";
/// After these a line end says nothing.
const OPEN_ENDS: &str = "{([,;:=&|?";

/// The script, shorter, and the same to a browser.
pub(super) fn squeezed_script(script: &str) -> String {
    let lines = script.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    let text = lines.collect::<Vec<_>>().join("\n");
    let mut written = String::with_capacity(text.len());
    let mut quote = None;
    let mut before = '\n';
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let after = letters.peek().copied().unwrap_or('\n');
        if quote.is_none() && is_spare(before, letter, after) {
            continue;
        }
        quote = match quote {
            None if matches!(letter, '"' | '\'' | '`') => Some(letter),
            Some(own) if own == letter && before != '\\' => None,
            same => same,
        };
        written.push(letter);
        before = letter;
    }
    written
}

fn is_spare(before: char, letter: char, after: char) -> bool {
    match letter {
        // `a + +b` is not `a ++b`.
        ' ' => (MARKS.contains(before) || MARKS.contains(after)) && !(matches!(before, '+' | '-') && before == after),
        '\n' => OPEN_ENDS.contains(before) || after == '}',
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(script: &str, expected: &str) {
        assert_eq!(squeezed_script(script), expected);
    }

    #[test]
    fn only_what_people_read_goes() {
        check("// A note.\nvar a = 1, b = a + +a;\n\n  if (a) return b;\n", "var a=1,b=a+ +a;if(a)return b;");
        check("say(\"a + b // c\", 'it''s' );", "say(\"a + b // c\",'it''s');");
        check("a(function () {\n  b();\n})\nc", "a(function(){b();})\nc");
        check("var q = \"\\\" + \";", "var q=\"\\\" + \";");
    }
}
