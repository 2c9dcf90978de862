//! Where a page's header ends and its text begins.

use std::ops::Range;

/// A page's header, as byte ranges of the page's text without the marker lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Header {
    /// The text starts at once.
    Absent,
    /// Between `+++` lines.
    Toml(Range<usize>),
    /// Between `---` lines.
    Yaml(Range<usize>),
    /// The first `+++` line has no partner: where it stands.
    Unclosed(Range<usize>),
}

/// Splits a page into its header and the range of its text.
///
/// A `---` line opens a YAML header only if a line such as `title: …` follows before its partner; else it is a rule between paragraphs.
#[must_use]
pub fn split(text: &str) -> (Header, Range<usize>) {
    let start = text.len() - text.trim_start_matches(['\n', ' ', '\t']).len();
    let opening = text[start..].split('\n').next().unwrap_or("");
    let body = |from: usize| from.min(text.len())..text.len();
    let inside = start + opening.len() + 1;
    match opening.trim_end() {
        "+++" => match closing(text, inside, "+++") {
            Some((end, after)) => (Header::Toml(inside.min(end)..end), body(after)),
            None => (Header::Unclosed(start..start + 3), body(inside)),
        },
        "---" => match closing(text, inside, "---") {
            Some((end, after)) if looks_like_yaml(&text[inside.min(end)..end]) => {
                (Header::Yaml(inside..end), body(after))
            }
            _ => (Header::Absent, body(0)),
        },
        _ => (Header::Absent, body(0)),
    }
}

fn closing(text: &str, from: usize, mark: &str) -> Option<(usize, usize)> {
    let mut at = from;
    for line in text.get(from..)?.split_inclusive('\n') {
        if line.trim_end() == mark {
            return Some((at, at + line.len()));
        }
        at += line.len();
    }
    None
}

fn looks_like_yaml(header: &str) -> bool {
    let mut lines = header.lines().map(str::trim_start).filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.next().is_some_and(|line| {
        let key = line.split(':').next().unwrap_or("");
        line.contains(':') && !key.is_empty() && !key.contains(' ')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, header: Option<&str>, body: &str) {
        let (found, range) = split(text);
        let shown = match &found {
            Header::Toml(range) | Header::Yaml(range) => Some(&text[range.clone()]),
            _ => None,
        };
        assert_eq!(shown, header, "{text:?}");
        assert_eq!(&text[range], body, "{text:?}");
    }

    #[test]
    fn headers_are_split_off() {
        check("+++\na = 1\n+++\nText", Some("a = 1\n"), "Text");
        check("+++\n+++\nText", Some(""), "Text");
        check("\n+++ \na = 1\n+++", Some("a = 1\n"), "");
        check("---\ntitle: x\n---\nText", Some("title: x\n"), "Text");
        check("---\n\nA rule above.\n\n---\n", None, "---\n\nA rule above.\n\n---\n");
        check("Text\n+++\n", None, "Text\n+++\n");
        check("", None, "");
    }

    #[test]
    fn a_header_without_an_end_is_told() {
        assert_eq!(split("+++\na = 1\nText").0, Header::Unclosed(0..3));
        assert_eq!(split("+++").0, Header::Unclosed(0..3));
    }
}
