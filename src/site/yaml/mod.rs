//! Headers in the style of other programs. In a site they are an error that shows the same header as ours; in
//! somebody's handbook their title and description are read.

mod rewrite;

use yaml_rust2::{Yaml, YamlLoader};

use crate::diagnostic::{At, Diagnostic, Findings, Span, codes};
use crate::policy::kinds::Kind;
use crate::policy::page::{Audience, HeaderWritten};
use crate::policy::written::{HasGaps, Prose, Reading};
use crate::source::{Layout, PageText};

use super::page::{PageFacts, PageHeader};
use rewrite::{Rewritten, line_by_line, rewrite, words};

/// Reads a YAML header as far as it goes.
pub(super) fn read(text: &PageText, base: usize, header: &str, layout: Layout, findings: &mut Findings) -> PageHeader {
    let span = Span::new(text.file, base..base + header.trim_end().len());
    let mut reading = Reading::new(text.file, base, header, None);
    let mut written = HeaderWritten::read_keys(&toml::de::DeTable::new(), span, &mut reading);
    let document = load(header);
    let by_place = Kind::of_path(text.path.as_str());
    match layout {
        Layout::Site => {
            findings.push(told(span, document.as_ref(), header, by_place));
            // Else its links to other staff pages would be told, too.
            let is_for_staff = document.as_ref().is_some_and(|it| it["audience"].as_str() == Some("staff"));
            written.audience = is_for_staff.then(|| At::new(Audience::Staff, span));
        }
        Layout::Handbook => {
            let prose = |key: &str| {
                let words = document.as_ref().map(|it| words(&it[key])).filter(|words| !words.is_empty())?;
                let place =
                    place_of(key, header).map_or(span, |at| Span::new(text.file, base + at.start..base + at.end));
                Some(prose(&words, place))
            };
            written.title = prose("title");
            written.summary = prose("description");
        }
    }
    let kind = match layout {
        Layout::Site => by_place,
        Layout::Handbook => Kind::Guide,
    };
    PageHeader { written, kind, facts: PageFacts::Nothing, gaps: HasGaps::Yes }
}

/// Where a key stands in the header. Two keys must not share a place: their words are looked up by it.
fn place_of(key: &str, header: &str) -> Option<std::ops::Range<usize>> {
    let mut places = header.match_indices(key).map(|(at, key)| at..at + key.len());
    places.find(|at| header[at.end..].trim_start_matches('"').trim_start().starts_with(':'))
}

/// The more of these a header holds, the more memory and the deeper a stack the YAML reader takes: nobody types that many.
const MOST_MARKS: usize = 200;

/// The header's one document, if it is YAML and no trap.
fn load(header: &str) -> Option<Yaml> {
    let brackets = header.bytes().filter(|byte| b"[{".contains(byte)).count();
    // Lists and keys nest by dashes and question marks on one line (`- - - x`), and by blanks before it.
    let nesting = |line: &str| line.matches("- ").count() + line.matches("? ").count() + blanks_before(line);
    let deepest = header.lines().map(nesting).max().unwrap_or(0);
    // Each use of an anchor copies it, so a few dozen would multiply into gigabytes.
    let copies = if header.contains('&') { header.matches('*').count() } else { 0 };
    let is_tame = brackets <= MOST_MARKS && deepest <= MOST_MARKS && copies <= 16;
    let documents = is_tame.then(|| YamlLoader::load_from_str(header).ok())?;
    documents.and_then(|documents| documents.into_iter().next())
}

fn blanks_before(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// Titles of other people's pages are shown as they are: what looks like a reference is none.
fn prose(text: &str, span: Span) -> At<Prose> {
    let text = text.replace("{{", "\\{{");
    At::new(Prose { text: text.into(), span, verbatim: false }, span)
}

fn told(span: Span, document: Option<&Yaml>, header: &str, kind: Kind) -> Diagnostic {
    let loose = line_by_line(header);
    let hash = document.and_then(Yaml::as_hash).unwrap_or(&loose);
    let kind = hash.get(&Yaml::String("kind".to_owned())).and_then(Yaml::as_str).and_then(Kind::named).unwrap_or(kind);
    let Rewritten { toml, left_out } = rewrite(hash, kind);
    let mut help = format!("Write it like this:\n+++\n{toml}+++");
    if let Some((last, rest)) = left_out.split_last() {
        let names: Vec<String> = rest.iter().map(|name| format!("`{name}`")).collect();
        let and = if names.is_empty() { "" } else { " and " };
        help.push_str(&format!("\nLeft out, because nothing here uses it: {}{and}`{last}`.", names.join(", ")));
    }
    let message = "This header stands between `---` lines; here it must stand between `+++` lines.";
    Diagnostic::new(&codes::header::YAML, message).at(span).help(help)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn traps_are_not_walked_into() {
        let twice = |name: u32| format!("a{}: &a{} [*a{name}, *a{name}]\n", name + 1, name + 1);
        let copies: String = (0..30).map(twice).collect();
        for trap in ["[".repeat(100_000), "- ".repeat(100_000), format!("a0: &a0 x\n{copies}")] {
            assert_eq!(load(&trap), None);
        }
        assert!(load("title: Q&A *now*\ntags: [a, b]").is_some());
    }
}
