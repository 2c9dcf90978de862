//! Facts whose words name other facts: circles, and texts that would grow past anything a page can hold.
//!
//! A fact may name another twice, which names a third twice, and forty lines later its text fills a library. So every fact is measured
//! before anything is said, each once, from those that lean on nothing upwards. What is too long or too deep is told and cut: from then on
//! it says its own name, and so does whatever grows too long above it, about which nothing more is said.

use std::collections::BTreeMap;

use super::Facts;
use super::prose::ProseBook;
use super::references::DEEPEST;
use crate::diagnostic::{Diagnostic, Findings, Span, codes};
use crate::markdown::Document;
use crate::policy::written::Words;

/// The longest text of a fact, in bytes, with all that it names: some thirty printed pages.
const LONGEST: usize = 100_000;

/// What a measure such as a price may take, in bytes. It names nothing, so that a guess will do.
const MEASURE: usize = 40;

/// How many facts one after the other are followed. A chain that is longer than this is far too deep, wherever it is looked at.
const FOLLOWED: usize = 200;

/// Tells facts that lean on themselves or grow past all bounds, and cuts them, so that whoever says a fact comes to an end.
pub(super) fn bound(facts: &mut Facts, prose: &ProseBook) -> Findings {
    let mut walk =
        Walk { facts, prose, trail: Vec::new(), sizes: BTreeMap::new(), cut: Vec::new(), told: Findings::new() };
    for (path, _) in walk.facts.iter() {
        walk.follow(path);
    }
    let Walk { cut, told, .. } = walk;
    facts.cut(&cut);
    told
}

/// Paths in the order they lean on each other, each with the place of the reference that leads on.
type Trail<'f> = Vec<(&'f str, Option<Span>)>;

/// What a fact takes, with all that it names.
#[derive(Clone, Copy, Debug, Default)]
struct Size {
    /// Bytes.
    length: usize,
    /// Facts one below the other, itself included.
    depth: usize,
    /// Whether it or one that it names was cut for its size: then no more is said about it.
    is_cut: bool,
}

/// A walk along references, depth first: whatever is met again on the way there closes a circle.
struct Walk<'f> {
    facts: &'f Facts,
    prose: &'f ProseBook,
    trail: Trail<'f>,
    sizes: BTreeMap<&'f str, Size>,
    cut: Vec<String>,
    told: Findings,
}

impl<'f> Walk<'f> {
    fn follow(&mut self, path: &str) -> Size {
        let Some((path, fact)) = self.facts.entry(path) else { return Size::default() };
        if let Some(at) = self.trail.iter().position(|(seen, _)| *seen == path) {
            let circle = self.trail.split_at(at).1;
            self.told.extend(circular(circle, self.facts));
            self.cut.extend(circle.last().map(|(path, _)| (*path).to_owned()));
            return Size::default();
        }
        if let Some(size) = self.sizes.get(path) {
            return *size;
        }
        if self.trail.len() >= FOLLOWED {
            return Size { depth: DEEPEST + 1, ..Size::default() };
        }
        let leaning = leans_on(&fact.words, self.prose);
        let mut size = Size { length: own_length(&fact.words, self.prose), ..Size::default() };
        for (next, span) in &leaning {
            self.trail.push((path, *span));
            let below = self.follow(next);
            self.trail.pop();
            size.length = size.length.saturating_add(below.length);
            size.depth = size.depth.max(below.depth);
            size.is_cut |= below.is_cut;
        }
        size.depth += 1;
        let size = self.cut_if_too_large(path, leaning.first().and_then(|(_, span)| *span), size);
        self.sizes.insert(path, size);
        size
    }

    fn cut_if_too_large(&mut self, path: &str, leads_on: Option<Span>, size: Size) -> Size {
        if size.length <= LONGEST && size.depth <= DEEPEST {
            return size;
        }
        if !size.is_cut {
            let place = leads_on.or_else(|| self.facts.get(path).and_then(|fact| fact.place));
            let finding = overgrown(path, size);
            self.told.push(place.map_or(finding.clone(), |place| finding.at(place)));
        }
        self.cut.push(path.to_owned());
        Size { length: path.len(), depth: 1, is_cut: true }
    }
}

/// What some words take without the facts they name.
fn own_length(words: &Words, prose: &ProseBook) -> usize {
    match words {
        Words::Plain(text) | Words::Mail(text) | Words::Web(text) => text.len(),
        Words::Prose(it) => {
            let references = prose.document(it).into_iter().flat_map(Document::references);
            let named: usize = references.map(|reference| reference.place.range().len()).sum();
            it.text.len().saturating_sub(named)
        }
        Words::List(list) => list.iter().map(|words| own_length(words, prose)).sum(),
        Words::Measure(_) | Words::Phone(_) => MEASURE,
        Words::Refer(_) | Words::Silent => 0,
    }
}

/// The paths some words name, and where.
fn leans_on<'w>(words: &'w Words, prose: &'w ProseBook) -> Trail<'w> {
    match words {
        Words::Refer(path) => vec![(path.as_str(), None)],
        Words::List(list) => list.iter().flat_map(|words| leans_on(words, prose)).collect(),
        Words::Prose(it) => {
            let document = prose.document(it);
            let references = document
                .into_iter()
                .flat_map(|document| document.references().iter().map(|reference| document.mention(reference)));
            references.map(|mention| (mention.path, Some(mention.span))).collect()
        }
        _ => Vec::new(),
    }
}

fn overgrown(path: &str, size: Size) -> Diagnostic {
    let (message, help) = if size.depth > DEEPEST {
        let message = format!("`{path}` names a fact that names another, and so on, more than {DEEPEST} times.");
        (message, "Type the words themselves somewhere on the way.")
    } else {
        let message =
            format!("`{path}` would be too long for any page: the facts it names name others, again and again.");
        (message, "Type the words themselves, or name fewer facts.")
    };
    Diagnostic::new(&codes::references::OVERGROWN, message).help(help)
}

fn circular(circle: &[(&str, Option<Span>)], facts: &Facts) -> Option<Diagnostic> {
    let names: Vec<String> = circle.iter().map(|(path, _)| format!("`{path}`")).collect();
    let (first, _) = circle.first()?;
    let message = if names.len() == 1 {
        format!("{} refers to itself, so it never says anything.", names[0])
    } else {
        format!("These facts refer to each other in a circle: {} → {}.", names.join(" → "), names[0])
    };
    let place = circle.iter().find_map(|(_, span)| *span).or_else(|| facts.get(first).and_then(|fact| fact.place))?;
    let help =
        if names.len() == 1 { "Type the words themselves." } else { "Type the words themselves in one of them." };
    Some(Diagnostic::new(&codes::references::CIRCLE, message).at(place).help(help))
}
