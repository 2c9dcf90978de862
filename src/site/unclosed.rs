//! Headers of which one `+++` line is missing.

use std::ops::Range;

use crate::diagnostic::{Diagnostic, Span, codes};
use crate::policy::kinds::{EVERY_PAGE, Kind};
use crate::source::PageText;

/// A header that begins at `first` and does not end.
pub(super) fn without_end(text: &PageText, whole: &str, first: &Range<usize>) -> Diagnostic {
    let finding = Diagnostic::new(&codes::header::UNCLOSED, "This header begins with `+++` but does not end.")
        .at(Span::new(text.file, first.clone()));
    match lines(whole).find(|(range, line)| range.start > first.start && is_like_a_mark(line)) {
        Some((range, line)) => finding
            .also(Span::new(text.file, range), "perhaps here")
            .help(format!("Write `+++` instead of `{line}`: just three, and nothing else on the line.")),
        None => finding.help("Put a line with `+++` alone under its last fact."),
    }
}

/// A text that starts with facts, but not with `+++`.
pub(super) fn without_beginning(text: &PageText, whole: &str) -> Option<Diagnostic> {
    let (range, line) = lines(whole).find(|(_, line)| !line.is_empty())?;
    let name = line.split('=').next()?.trim().trim_matches(['[', ']']).split('.').next()?;
    let keys = EVERY_PAGE.iter().chain(Kind::of_path(text.path.as_str()).row().keys);
    let is_fact = (line.contains('=') || line.starts_with('[')) && keys.into_iter().any(|key| key.name == name);
    if !is_fact {
        return None;
    }
    let has_end = lines(whole).any(|(_, line)| line == "+++");
    let (message, help) = if has_end {
        ("This header ends with `+++` but does not begin with it.", "Put a line with `+++` alone above this one.")
    } else {
        (
            "This looks like a fact, but it stands in the page's text.",
            "Put a line with `+++` alone above the facts and one under them.",
        )
    };
    Some(Diagnostic::new(&codes::header::UNCLOSED, message).at(Span::new(text.file, range)).help(help))
}

/// The lines without the blanks around them, and where they stand.
fn lines(whole: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    let mut start = 0;
    whole.split_inclusive('\n').map(move |line| {
        let from = start + line.len() - line.trim_start().len();
        start += line.len();
        (from..from + line.trim().len(), line.trim())
    })
}

/// `++++`, `++`, `---`.
fn is_like_a_mark(line: &str) -> bool {
    line.len() >= 2
        && line.len() <= 8
        && (line.bytes().all(|byte| byte == b'+') || line.bytes().all(|byte| byte == b'-'))
}
