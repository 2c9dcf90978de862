//! No slip is found in good writing: the three starters, and the CommonMark specification's own prose.

use std::path::Path;
use std::sync::Arc;

use welcomemat::diagnostic::{Place, SourceFile, Sources, Span};
use welcomemat::markdown::{Hints, Rules, read};
use welcomemat::source::split;

const PROSE: &str = include_str!("../commonmark/prose.txt");

/// Findings about raw HTML and the like are no slips: the specification is about them.
const NO_SLIPS: &[&str] = &["raw-html", "html-comment", "risky-link", "missing-footnote", "unused-footnote"];

fn slips(name: &str, text: &str, hints: Hints) -> Vec<String> {
    let mut sources = Sources::default();
    let file = sources.add(SourceFile::new(name, text));
    let text: Arc<str> = text.into();
    let (_, body) = split(&text);
    let (_, findings) = read(&text, Span::new(file, body), Rules { hints, ..Rules::default() });
    let is_slip = |id: &str| id.strip_prefix("markdown/").is_some_and(|name| !NO_SLIPS.contains(&name));
    let told = findings.iter().filter(|finding| is_slip(finding.code.id)).map(|finding| {
        let line = match finding.place {
            Some(Place::Text(span)) => sources.file(file).position(span.start).line,
            _ => 0,
        };
        format!("{name}:{line}: {} {}", finding.code.id, finding.message)
    });
    told.collect()
}

fn pages_below(folder: &Path, found: &mut Vec<String>) {
    for entry in walkdir::WalkDir::new(folder).into_iter().flatten() {
        let is_page = entry.path().extension().is_some_and(|end| end == "md");
        if is_page {
            let text = std::fs::read_to_string(entry.path()).expect("a starter's page is text");
            let is_faq = entry.path().parent().is_some_and(|parent| parent.ends_with("faq"));
            let hints = if is_faq { Hints::Questions } else { Hints::Page };
            found.extend(slips(&entry.path().display().to_string(), &text, hints));
        }
    }
}

#[test]
fn the_starters_hold_no_slip() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    pages_below(&root.join("content"), &mut found);
    pages_below(&root.join("src/starters"), &mut found);
    assert_eq!(found, [""; 0]);
}

#[test]
fn the_specification_holds_no_slip() {
    assert!(PROSE.len() > 50_000);
    assert_eq!(slips("prose.txt", PROSE, Hints::Questions), [""; 0]);
}
