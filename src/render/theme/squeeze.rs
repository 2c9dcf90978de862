//! Our own scripts and stylesheets without what only people read: notes, indentation, blanks and line ends that the browser does not need.
//!
//! It is made for the built-in ones and for nobody else's. In scripts it knows quotes, but neither notes behind code nor patterns (`/…/`) that hold
//! blanks or quotes, and a line may end without a semicolon only after `}`. In stylesheets it knows quotes, but no escapes (`\31 `) outside them.

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

/// Beside these a blank says nothing in a stylesheet. Before `:` it does: `a :focus` is not `a:focus`.
const STYLE_MARKS: &str = "{};,>";

/// The stylesheet, shorter, and the same to a browser.
pub(super) fn squeezed_style(css: &str) -> String {
    let bare = without_notes(css);
    let words = |part: &str| part.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut written = String::with_capacity(bare.len());
    // Every other piece stands in quotes.
    for (index, piece) in bare.split('"').enumerate() {
        if index > 0 {
            written.push('"');
        }
        if index % 2 == 1 {
            written.push_str(piece);
            continue;
        }
        let pad = |is_blank: bool| if is_blank { " " } else { "" };
        let blank = |letter: char| letter.is_whitespace();
        let spaced = format!("{}{}{}", pad(piece.starts_with(blank)), words(piece), pad(piece.ends_with(blank)));
        push_tight(&mut written, &spaced);
    }
    written
}

fn push_tight(written: &mut String, piece: &str) {
    let mut letters = piece.chars().peekable();
    while let Some(letter) = letters.next() {
        let before = written.chars().next_back().unwrap_or(';');
        let after = letters.peek().copied();
        if letter == ' '
            && (STYLE_MARKS.contains(before) || before == ':' || after.is_some_and(|next| STYLE_MARKS.contains(next)))
        {
            continue;
        }
        if letter == '}' && before == ';' {
            written.pop();
        }
        written.push(letter);
    }
}

/// A stylesheet without its notes.
pub(super) fn without_notes(css: &str) -> String {
    let mut written = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, note)) = rest.split_once("/*") {
        written.push_str(before);
        rest = note.split_once("*/").map_or("", |(_, after)| after);
    }
    written + rest
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

    #[test]
    fn a_stylesheet_stays_the_same_to_a_browser() {
        for (css, expected) in [
            (
                "/* A note. */\na, b :is(c, d) > e {\n  color: red;\n  width: calc(1px + 2px);\n}\n",
                "a,b :is(c,d)>e{color:red;width:calc(1px + 2px)}",
            ),
            (
                "@media (48rem <= width < 60rem) { a::after { content: \" {; }\" / \"\" } }",
                "@media (48rem <= width < 60rem){a::after{content:\" {; }\" / \"\"}}",
            ),
            (
                "@supports selector(:popover-open) { a [b=\"c\"] .d { e: f } }",
                "@supports selector(:popover-open){a [b=\"c\"] .d{e:f}}",
            ),
        ] {
            assert_eq!(squeezed_style(css), expected);
        }
    }
}
