//! What may be found: pages, questions, topics, and the rows that people ask about by name.

use rayon::prelude::*;
use serde::ser::SerializeTuple;
use serde::{Serialize, Serializer};

use crate::address::encoded;
use crate::markdown::document::{Heading, Nodes};
use crate::policy::kinds::Kind;
use crate::policy::written::{Prose, Typed};
use crate::render::scene::Scene;
use crate::site::{Page, PageFacts};

/// Letters of the longest text kept with an entry.
const LONGEST_TEXT: usize = 600;
/// Letters of all texts together: what a phone may be asked to fetch.
const ALL_TEXTS: usize = 900_000;
/// Above this many topics only pages and questions are kept.
const MOST_TOPICS: usize = 3_000;

/// What an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum EntryKind {
    /// A page.
    Page,
    /// Something on a page.
    Topic,
    /// A question with its answer.
    Question,
}

/// Something to find. In the data it is a list, as the names of its parts would be most of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// What it is called.
    pub(super) title: String,
    /// Where it is, from the top of the site.
    pub(super) href: String,
    /// What it is.
    pub(super) kind: EntryKind,
    /// The page it stands on; empty for a page.
    pub(super) on: String,
    /// Its words, shortened.
    pub(super) text: String,
    /// Other words clients use for it.
    pub(super) also: String,
}

impl Entry {
    /// The fields that are searched, in the order of the script's.
    pub(super) fn fields(&self) -> [&str; 4] {
        [&self.title, &self.also, &self.text, &self.on]
    }
}

impl Serialize for Entry {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_tuple(6)?;
        list.serialize_element(&self.title)?;
        list.serialize_element(&self.href)?;
        list.serialize_element(match self.kind {
            EntryKind::Page => "p",
            EntryKind::Topic => "t",
            EntryKind::Question => "q",
        })?;
        list.serialize_element(&self.on)?;
        list.serialize_element(&self.text)?;
        list.serialize_element(&self.also)?;
        list.end()
    }
}

/// Everything there is to find, in the order of the site's pages.
pub(super) fn entries(scene: &Scene<'_>) -> Vec<Entry> {
    let pages = &scene.site.pages;
    let topics: usize = pages.iter().map(|page| page.document.headings().len()).sum();
    let detail = if topics > MOST_TOPICS { Detail::Questions } else { Detail::Topics };
    let taken: Vec<Vec<Entry>> = pages.par_iter().map(|page| Cut { scene, page }.entries(detail)).collect();
    let mut entries: Vec<Entry> = taken.into_iter().flatten().collect();
    let longest = LONGEST_TEXT.min(ALL_TEXTS / entries.len().max(1));
    entries.par_iter_mut().for_each(|entry| shorten(&mut entry.text, longest));
    entries
}

/// How finely a site is taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Detail {
    /// To each heading.
    Topics,
    /// To pages and questions.
    Questions,
}

/// A page being taken apart.
#[derive(Clone, Copy)]
struct Cut<'c> {
    scene: &'c Scene<'c>,
    page: &'c Page,
}

impl Cut<'_> {
    fn entries(self, detail: Detail) -> Vec<Entry> {
        let mut entries = vec![self.whole_page()];
        if self.page.kind == Kind::Faq {
            entries.extend(
                self.page.document.questions().map(|question| self.question(question.heading, question.answer)),
            );
        } else if detail == Detail::Topics {
            let headings = self.page.document.headings().iter().filter(|heading| heading.level == 2);
            entries.extend(headings.map(|heading| self.topic(heading)));
            entries.extend(self.rows());
        }
        entries
    }

    fn whole_page(self) -> Entry {
        let document = &self.page.document;
        let first = document.headings().iter().find(|heading| heading.level == 2);
        let intro = first.map_or(document.body(), |heading| document.body().before(heading.node));
        let summary = self.page.summary.clone().unwrap_or_default();
        let text = format!("{summary}\n{}", self.plain(intro));
        self.entry(EntryKind::Page, self.page.title.clone(), "", text)
    }

    fn question(self, heading: &Heading, answer: Nodes) -> Entry {
        let mut entry = self.entry(EntryKind::Question, self.plain(heading.title()), &heading.id, self.plain(answer));
        entry.also = self.also_asked(&heading.id);
        entry
    }

    fn topic(self, heading: &Heading) -> Entry {
        let section = heading.section.after(heading.node);
        self.entry(EntryKind::Topic, self.plain(heading.title()), &heading.id, self.plain(section))
    }

    /// Work a client may ask for, and how urgent things are: people look for these by name, and no heading says them.
    fn rows(self) -> Vec<Entry> {
        let policies = &self.scene.site.policies;
        match self.page.kind {
            Kind::Scope => {
                let row = |row: &crate::policy::scope::Service| {
                    let words = [&row.how, &row.why, &row.instead, &row.to];
                    let text: Vec<String> = words.into_iter().flatten().map(|at| self.said(&at.value)).collect();
                    let id = row.id.as_ref().map(|id| format!("scope-{}", id.value)).unwrap_or_default();
                    self.entry(EntryKind::Topic, self.said(&row.item.value), &id, text.join(" "))
                };
                policies.services.iter().map(row).collect()
            }
            Kind::Emergencies => {
                let row = |row: &crate::policy::emergencies::Severity| {
                    let examples = row.examples.iter().flat_map(|at| &at.value).map(|at| self.said(&at.value));
                    let text: Vec<String> = examples.collect();
                    let id = format!("severity-{}", row.id.value);
                    self.entry(EntryKind::Topic, self.said(&row.name.value), &id, text.join(". "))
                };
                policies.emergencies.severities.iter().map(row).collect()
            }
            _ => Vec::new(),
        }
    }

    fn entry(self, kind: EntryKind, title: String, id: &str, text: String) -> Entry {
        let address = encoded(self.page.address.as_str());
        let href = if id.is_empty() { address } else { format!("{address}#{}", encoded(id)) };
        let on = if kind == EntryKind::Page { String::new() } else { self.page.label().to_owned() };
        Entry { title, href, kind, on, text, also: String::new() }
    }

    fn also_asked(self, id: &str) -> String {
        let PageFacts::Faq(faq) = &self.page.facts else { return String::new() };
        let rows = faq.also_asked.iter().flat_map(|rows| &rows.value).map(|row| &row.value);
        let rows = rows.filter(|row| row.id.as_ref().is_some_and(|at| *at.value == *id));
        let words = rows.flat_map(|row| row.words.iter().flat_map(|at| &at.value)).map(|at| at.value.to_string());
        words.collect::<Vec<_>>().join("\n")
    }

    fn plain(self, nodes: Nodes) -> String {
        self.scene.sayer().plain_nodes(&self.page.document, nodes)
    }

    fn said(self, prose: &Prose) -> String {
        self.scene.sayer().say(&prose.words())
    }
}

/// Makes one line of a text, and cuts it behind the last whole word that fits.
fn shorten(text: &mut String, longest: usize) {
    let mut line = String::with_capacity(text.len().min(longest * 4));
    let mut letters = 0;
    for word in text.split_whitespace() {
        letters += word.chars().count() + 1;
        if letters > longest + 1 {
            line.push_str(" …");
            break;
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    *text = line.trim_start().to_owned();
}
