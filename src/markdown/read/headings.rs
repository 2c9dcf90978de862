//! Headings and their ids. Ids the owner gave are reserved before any other is made up, so that a new heading can't
//! take one away.

use std::collections::BTreeMap;
use std::ops::Range;

use super::super::document::{Heading, Kind, Nodes, count};
use super::super::shield::Restore;
use super::super::slug::{Ids, is_id, slug};
use super::Reader;
use crate::diagnostic::{Diagnostic, codes};

/// The id a heading should get.
pub(super) enum Wanted {
    /// The one typed.
    Typed(Box<str>),
    /// One made of its words.
    Slug(String),
}

impl Reader<'_> {
    pub(super) fn start_heading(&mut self, level: u8, id: Option<&str>, extras: bool, range: &Range<usize>) {
        let place = self.ground.stretch(range);
        let unset = Nodes { start: 0, end: 0 };
        let index = count(self.draft.headings.len());
        let lone = if id.is_none() { self.ground.shield.lone_id(range) } else { None };
        let id_place = id.and_then(|id| self.ground.place_of(id)).or_else(|| lone.map(|lone| lone.id.clone()));
        let id = id.or_else(|| lone.and_then(|lone| self.ground.shield.typed().get(lone.id.clone())));
        self.draft.headings.push(Heading {
            level,
            id: Box::default(),
            id_place: id_place.as_ref().map(|range| self.ground.stretch(range)),
            node: unset,
            section: unset,
            place,
            asks: false,
        });
        let wanted = id.and_then(|id| self.typed_id(id, id_place.as_ref().unwrap_or(range)));
        self.wanted_ids.push(wanted.unwrap_or(Wanted::Slug(String::new())));
        if extras {
            self.report_extras(range);
        }
        self.draft.open(Kind::Heading(index), place);
    }

    /// The id typed, if it can be one.
    fn typed_id(&mut self, id: &str, range: &Range<usize>) -> Option<Wanted> {
        let (id, _) = self.ground.shield.restore(id, Restore::AsTyped);
        if is_id(&id) {
            return Some(Wanted::Typed(id.into()));
        }
        let message =
            format!("`{{#{id}}}` can't be the name of a heading: it holds more than letters, digits, `-` and `_`.");
        let finding = Diagnostic::new(&codes::markdown::BAD_HEADING_ID, message).at(self.ground.span(range));
        self.findings.push(finding.help(format!("Write `{{#{}}}`, or leave it out.", slug(&id))));
        None
    }

    fn report_extras(&mut self, range: &Range<usize>) {
        let typed = self.ground.shield.typed().get(range.clone()).unwrap_or_default();
        // Braces that were meant as a reference have a finding of their own.
        let Some(brace) = typed.rfind('{').filter(|&brace| !typed[..brace].ends_with('{')) else { return };
        let end = typed[brace..].find('}').map_or(typed.len(), |length| brace + length + 1);
        let place = range.start + brace..range.start + end;
        let message = format!("`{}` at the end of this heading was left out.", &typed[brace..end]);
        let finding = Diagnostic::new(&codes::markdown::HEADING_EXTRAS, message).at(self.ground.span(&place));
        self.findings.push(finding.help("Only `{#name}` may stand there. Write anything else without braces."));
    }

    pub(super) fn end_heading(&mut self) {
        let Some(node) = self.draft.close() else { return };
        let words = self.draft.id_words(Nodes { start: node.start + 1, end: node.end }, &self.ground.text);
        if let Some(heading) = self.draft.headings.last_mut() {
            heading.node = node;
            heading.asks = words.trim_end().ends_with(['?', '？', '؟']);
        }
        if let Some(Wanted::Slug(wanted)) = self.wanted_ids.last_mut() {
            *wanted = slug(&words);
        }
    }

    /// Gives every heading its id.
    pub(super) fn settle_ids(&mut self) {
        let mut ids = Ids::default();
        let mut first_with: BTreeMap<Box<str>, usize> = BTreeMap::new();
        let mut made_up = Vec::new();
        for (index, wanted) in std::mem::take(&mut self.wanted_ids).into_iter().enumerate() {
            match wanted {
                Wanted::Slug(slug) => made_up.push((index, slug)),
                Wanted::Typed(id) if ids.reserve(&id) => {
                    self.give_id(index, id.clone());
                    first_with.insert(id, index);
                }
                Wanted::Typed(id) => {
                    self.report_same_id(&id, index, first_with.get(&id).copied());
                    made_up.push((index, id.into()));
                }
            }
        }
        for (index, slug) in made_up {
            self.give_id(index, ids.allot(&slug));
        }
    }

    fn give_id(&mut self, index: usize, id: Box<str>) {
        if let Some(heading) = self.draft.headings.get_mut(index) {
            heading.id = id;
        }
    }

    fn report_same_id(&mut self, id: &str, index: usize, first: Option<usize>) {
        let span = |index: usize| {
            let heading = self.draft.headings.get(index)?;
            Some(self.ground.origin.span(heading.id_place.unwrap_or(heading.place)))
        };
        let message = format!("`{{#{id}}}` is given to two headings on this page.");
        let mut finding = Diagnostic::new(&codes::markdown::SAME_HEADING_ID, message)
            .help(format!("Call this one otherwise, such as `{{#{id}-2}}`, or leave its `{{#…}}` out."));
        finding.place = span(index).map(Into::into);
        if let Some(first) = first.and_then(span) {
            finding = finding.also(first, "the first one is here");
        }
        self.findings.push(finding);
    }
}
