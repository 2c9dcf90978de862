//! Targets in raw HTML, where an owner has allowed it: the values of `href`, `src` and `poster`.

use super::{Readers, Typed, Use};
use crate::markdown::Document;
use crate::markdown::document::{Kind, Stretch};

/// Every target on the site that the raw HTML of a document names.
pub(super) fn targets(document: &Document, readers: Readers) -> Vec<Typed<'_>> {
    let html = document.places_of(Kind::Html);
    html.into_iter().flat_map(|place| in_stretch(document, place, readers)).collect()
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
