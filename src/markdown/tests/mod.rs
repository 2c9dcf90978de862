//! Text in, HTML and findings out.

mod findings;
mod looks;
mod parts;
mod properties;

use std::borrow::Cow;
use std::sync::Arc;

use super::document::{Mention, Position};
use super::html::{Plain, Surroundings, render_whole};
use super::{Document, Rules, read, read_inline};
use crate::diagnostic::{FileId, Findings, Place, SourceFile, Sources, Span};

fn file() -> FileId {
    Sources::default().add(SourceFile::new("page.md", ""))
}

fn read_with(markdown: &str, rules: Rules) -> (Document, Findings) {
    let text: Arc<str> = markdown.into();
    read(&text, Span::new(file(), 0..text.len()), rules)
}

fn document(markdown: &str) -> Document {
    read_with(markdown, Rules::default()).0
}

fn inline(text: &str) -> (Document, Findings) {
    read_inline(text, Span::new(file(), 0..text.len()), Rules::default())
}

/// The HTML of `markdown` with no site around it.
#[track_caller]
fn check(markdown: &str, html: &str) {
    assert_eq!(render_whole(&document(markdown), &Plain).trim_end(), html, "{markdown}");
}

/// Code and place of every finding, as `code` and the words pointed to.
#[track_caller]
fn check_findings(markdown: &str, rules: Rules, expected: &[(&str, &str)]) {
    let (_, findings) = read_with(markdown, rules);
    let seen: Vec<(&str, &str)> = findings
        .iter()
        .map(|finding| {
            let Some(Place::Text(span)) = finding.place else { panic!("{finding:?} has no place") };
            (finding.code.id, &markdown[span.range()])
        })
        .collect();
    assert_eq!(seen, expected, "{markdown}");
}

/// A world with a few facts.
struct Facts;

impl Surroundings for Facts {
    fn reference_words<'a>(&'a self, mention: Mention<'a>) -> Cow<'a, str> {
        match mention.path {
            "fee.hourly" => "USD 110 & more".into(),
            "channel.email" => "help@a.example".into(),
            "evil" => "javascript:alert(1)".into(),
            path => path.into(),
        }
    }

    fn reference_address<'a>(&'a self, mention: Mention<'a>) -> Option<Cow<'a, str>> {
        match mention.path {
            "channel.email" => Some("mailto:help@a.example".into()),
            "unknown" => None,
            _ => Some(self.reference_words(mention)),
        }
    }

    fn reference_block(&self, mention: Mention<'_>) -> Option<String> {
        assert_eq!(mention.position, Position::AloneInParagraph);
        (mention.path == "hours.office").then(|| "<table></table>\n".to_owned())
    }
}

#[track_caller]
fn check_facts(markdown: &str, html: &str) {
    assert_eq!(render_whole(&document(markdown), &Facts).trim_end(), html, "{markdown}");
}
