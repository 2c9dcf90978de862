//! What a code means, for `welcomemat explain`: the table's words, wrapped for a terminal.

use unicode_width::UnicodeWidthStr;

use super::{Code, codes};

/// Lines are at most this many columns wide; examples and single long words stay as they are.
const WIDTH: usize = 80;

/// How many codes are offered when one is misspelt.
const OFFERS: usize = 3;

/// The text about the code called `id`.
///
/// # Errors
/// When there is no such code: the words that say so, with the codes spelt most like it.
pub fn explain(id: &str) -> Result<String, String> {
    let id = id.trim();
    codes::find(id).map(describe).ok_or_else(|| unknown(id))
}

fn describe(code: &Code) -> String {
    let mut text = format!("{} ({})\n\n", code.id, code.severity.word());
    push_wrapped(&mut text, code.meaning, "");
    for (heading, words) in [("Why it matters", code.why), ("How to mend it", code.mend)] {
        text.push_str(&format!("\n{heading}\n"));
        push_wrapped(&mut text, words, "  ");
    }
    text.push_str("\nFor example\n");
    for line in code.example.lines() {
        text.push_str(format!("  {line}").trim_end());
        text.push('\n');
    }
    text
}

fn unknown(id: &str) -> String {
    let mut text = format!("There is no finding called `{id}`.\n");
    let near = nearest(id);
    if near.is_empty() {
        text.push_str("A finding's name stands at its end, as in `welcomemat explain links/missing-page`.\n");
    } else {
        text.push_str("Did you mean one of these?\n");
    }
    for code in near {
        text.push_str(&format!("  welcomemat explain {}\n", code.id));
    }
    text
}

/// The codes most like `id`, best first; a bare family or name counts as very like.
fn nearest(id: &str) -> Vec<&'static Code> {
    let wanted = id.to_lowercase();
    let likeness = |code: &Code| {
        let parts = code.id.split('/').chain([code.id]);
        parts.map(|part| strsim::normalized_damerau_levenshtein(part, &wanted)).fold(0.0, f64::max)
    };
    let mut near: Vec<_> = codes::all().map(|code| (likeness(code), code)).filter(|(like, _)| *like > 0.6).collect();
    near.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    near.into_iter().take(OFFERS).map(|(_, code)| code).collect()
}

fn push_wrapped(text: &mut String, words: &str, indent: &str) {
    for paragraph in words.lines() {
        let mut width = 0;
        for word in paragraph.split_whitespace() {
            let full = width > 0 && width + 1 + word.width() > WIDTH;
            let before = match (width, full) {
                (0, _) => indent.to_owned(),
                (_, true) => format!("\n{indent}"),
                (_, false) => " ".to_owned(),
            };
            width = if full { indent.len() } else { width + before.len() } + word.width();
            text.push_str(&before);
            text.push_str(word);
        }
        text.push('\n');
    }
}

#[cfg(test)]
mod tests;
