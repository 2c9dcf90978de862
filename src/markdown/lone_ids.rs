//! `{#name}` on the line under a heading: as good as at the end of the heading itself.
//!
//! It is found on the text before Markdown is read and hidden there, since Markdown would take it for a paragraph. In code
//! nothing changes: no heading asks for it, and what is shown there is the text as typed.

use std::ops::Range;

use memchr::memmem;

/// An id on the line under its heading; all places are bytes of the scanned text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct LoneId {
    /// Where the heading's line has its first `#`.
    pub heading: usize,
    /// The id with its braces.
    pub place: Range<usize>,
    /// The id alone.
    pub id: Range<usize>,
}

/// Finds them in reading order, one a heading. An empty line between is fine.
pub(super) fn scan(text: &str) -> Vec<LoneId> {
    let mut found: Vec<LoneId> = Vec::new();
    for at in memmem::find_iter(text.as_bytes(), "{#") {
        let lone = read(text, at).filter(|lone| found.last().is_none_or(|last| last.heading < lone.heading));
        found.extend(lone);
    }
    found
}

fn read(text: &str, at: usize) -> Option<LoneId> {
    let line = text.get(at..)?.split('\n').next()?.trim_end();
    let id = line.strip_prefix("{#")?.strip_suffix('}')?;
    let is_word = !id.is_empty() && !id.contains(['{', '}']) && !id.contains(char::is_whitespace);
    let before = text.get(..at)?;
    let above = before.trim_end_matches([' ', '\t']).strip_suffix('\n').filter(|_| is_word)?.trim_end();
    let start = above.rfind('\n').map_or(0, |end| end + 1);
    let heading = above.get(start..)?;
    let marks = heading.trim_start().bytes().take_while(|&byte| byte == b'#').count();
    let is_heading = (1..=6).contains(&marks) && heading.trim_start().get(marks..)?.starts_with([' ', '\t']);
    let heading_at = start + heading.len() - heading.trim_start().len();
    let has_id = heading.contains("{#");
    (is_heading && !has_id).then(|| LoneId {
        heading: heading_at,
        place: at..at + line.len(),
        id: at + 2..at + 2 + id.len(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_under_headings_are_found() {
        let seen = |text: &str| scan(text).iter().map(|lone| text[lone.id.clone()].to_owned()).collect::<Vec<_>>();
        assert_eq!(seen("## A?\n{#a}\nText\n\n## B?\n\n  {#b}  \n"), ["a", "b"]);
        assert_eq!(seen("## A? {#x}\n{#a}"), [""; 0]);
        assert_eq!(seen("Text\n{#a}\n\n{#b c}\n#x\n{#d}\n## E\n{#e} f"), [""; 0]);
        assert_eq!(seen("## A\n{#a}\n{#b}"), ["a"]);
    }
}
