//! Raw HTML, where an owner has allowed it: its targets, the values of `href`, `src` and `poster`, and its ids.

use std::collections::BTreeSet;

use super::{Readers, Typed, Use};
use crate::markdown::Document;
use crate::markdown::document::{Kind, Stretch};

/// Every target on the site that the raw HTML of a document names.
pub(super) fn targets(document: &Document, readers: Readers) -> Vec<Typed<'_>> {
    let html = document.places_of(Kind::Html);
    html.into_iter().flat_map(|place| in_stretch(document, place, readers)).collect()
}

/// The ids that a page defines which is not rendered with the site: those of its headings, questions and footnotes, and of raw HTML
/// where that is allowed.
pub(super) fn ids(document: &Document, has_raw_html: bool) -> BTreeSet<String> {
    let mut ids: BTreeSet<String> = document.headings().iter().map(|heading| heading.id.to_string()).collect();
    ids.extend(document.numbered_footnotes().iter().map(|note| format!("fn:{}", note.number)));
    if has_raw_html {
        for text in document.places_of(Kind::Html).into_iter().map(|place| document.text(place)) {
            let values = text.match_indices("id").filter_map(|(at, name)| value_after(text, at + name.len()));
            ids.extend(values.map(|range| text[range].to_owned()));
        }
    }
    ids
}

fn in_stretch(document: &Document, place: Stretch, readers: Readers) -> Vec<Typed<'_>> {
    let text = document.text(place);
    let mut found = Vec::new();
    for (name, usage) in [("href", Use::Link), ("src", Use::Picture), ("poster", Use::Picture)] {
        for (at, _) in text.match_indices(name) {
            if let Some(range) = value_after(text, at + name.len()).filter(|range| is_on_site(&text[range.clone()])) {
                let start = place.range().start;
                let span = document.span((start + range.start..start + range.end).into());
                found.push(Typed { target: &text[range], span, usage, readers });
            }
        }
    }
    found
}

/// The quoted value behind an attribute's name.
fn value_after(text: &str, at: usize) -> Option<std::ops::Range<usize>> {
    let rest = text.get(at..)?;
    let value = rest.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|quote| ['"', '\''].contains(quote))?;
    let start = text.len() - value.len() + 1;
    let end = start + text[start..].find(quote)?;
    Some(start..end)
}

fn is_on_site(target: &str) -> bool {
    let head = target.split(['/', '?', '#']).next().unwrap_or("");
    !target.is_empty() && !head.contains(':') && !target.starts_with("//")
}
