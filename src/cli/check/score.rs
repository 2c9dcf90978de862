//! The score in words: how many of the things clients ask for the site answers.

use crate::check::needs::Score;

/// Gaps named before `--all`.
const NAMED: usize = 3;

/// A closing paragraph.
pub(super) fn told(score: &Score) -> String {
    let mut text = format!("\n{}\n", score.sentence());
    for need in score.missing.iter().take(NAMED) {
        text.push_str(&format!("  {}  {}\n", need.code.id, need.code.meaning));
    }
    match score.missing.len().saturating_sub(NAMED) {
        0 if score.missing.is_empty() => {}
        0 => text.push_str("  What to type: welcomemat check --all\n"),
        more => text.push_str(&format!("  … and {more} more, with what to type: welcomemat check --all\n")),
    }
    text
}
