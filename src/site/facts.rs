//! The index of facts: every path that `{{ … }}` can name, with what it says and what it can be shown as.
//!
//! A row is `table.id`, each of its keys `table.id.key`; a single table is `table.key`. Rows without an id of their own are
//! called by the slug of their name: `closure.thanksgiving`. Facts that name another (a tier's channel) say what that one says.

mod doubt;
mod gather;

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Span, nearest};
use crate::policy::kinds::Kind;
use crate::policy::written::Words;

pub(super) use doubt::Gaps;
pub(super) use gather::gather;

/// One fact.
#[derive(Clone, Debug)]
pub struct Fact {
    /// What it says in a sentence.
    pub words: Words,
    /// What it is shown as when it stands alone in its paragraph.
    pub shape: Option<Shape>,
    /// Where it was typed; absent for whole tables ("all channels").
    pub place: Option<Span>,
    /// The kind of page that owns it; absent for `business.toml`.
    pub owner: Option<Kind>,
}

/// A table or picture a fact can be shown as.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Shape {
    /// Which.
    pub component: Component,
    /// The row shown alone, by its id; absent for all of them.
    pub only: Option<String>,
}

/// The tables and pictures there are: one template each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Component {
    /// One schedule's week.
    Week,
    /// Days off and special days.
    Closures,
    /// Waiting times.
    Waiting,
    /// Channel cards.
    Channels,
    /// The line for danger to people.
    Safety,
    /// Tiers of urgency.
    Severities,
    /// Help that does not depend on us.
    Fallbacks,
    /// The escalation ladder.
    Escalation,
    /// The scope matrix.
    Scope,
    /// The responsibility matrix.
    Responsibilities,
    /// Things we keep.
    Custody,
    /// What is needed by when.
    Deadlines,
    /// Rush work.
    Rush,
    /// Our mistakes, theirs, complaints and feedback; `only` names one of the four.
    Recovery,
    /// Kindnesses.
    Goodwill,
    /// Please, and please don't.
    Boundaries,
    /// What follows.
    Consequences,
    /// The first weeks.
    Steps,
    /// Named prices.
    Fees,
    /// The people.
    People,
    /// What a signature covers.
    Documents,
}

/// The index.
#[derive(Debug, Default)]
pub struct Facts {
    facts: BTreeMap<String, Fact>,
    /// Paths that may stand in lines that could not be read, and all below them.
    unsure: BTreeSet<String>,
    /// Words of rows whose name another row has already: no reference finds them, but they are shown all the same.
    nameless: Vec<Words>,
}

impl Facts {
    /// The fact at a path.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&Fact> {
        self.facts.get(path)
    }

    /// Whether something may have been typed at a path that could not be read: then it is not missing.
    #[must_use]
    pub fn is_unsure(&self, path: &str) -> bool {
        let above = path.match_indices('.').filter_map(|(dot, _)| path.get(..dot));
        above.chain([path]).any(|path| self.unsure.contains(path))
    }

    /// The fact at a path, with the path as the index keeps it.
    pub(super) fn entry(&self, path: &str) -> Option<(&str, &Fact)> {
        self.facts.get_key_value(path).map(|(path, fact)| (path.as_str(), fact))
    }

    /// All facts, in order of their path.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Fact)> {
        self.facts.iter().map(|(path, fact)| (path.as_str(), fact))
    }

    /// Everything that is said, also by rows that share their name with another.
    pub(super) fn words(&self) -> impl Iterator<Item = &Words> {
        self.facts.values().map(|fact| &fact.words).chain(&self.nameless)
    }

    /// Why nothing is known under `path`, and what to type instead.
    #[must_use]
    pub fn explain_unknown(&self, path: &str) -> (String, String) {
        if let Some((row, key)) = path.rsplit_once('.')
            && self.facts.contains_key(row)
        {
            let children: Vec<&str> = self.children(row).collect();
            let help = match nearest(key, children.iter().copied()) {
                Some(near) => format!("Did you mean `{{{{ {row}.{near} }}}}`?"),
                None if children.is_empty() => {
                    format!("Write `{{{{ {row} }}}}`, or add `{key}` where `{row}` is typed.")
                }
                None => {
                    let names: Vec<String> = children.iter().map(|name| format!("`{name}`")).collect();
                    format!("It has {}. Or add `{key}` where `{row}` is typed.", names.join(", "))
                }
            };
            return (format!("`{row}` has no `{key}`."), help);
        }
        let help = match nearest(path, self.facts.keys().map(String::as_str)) {
            Some(near) => format!("Did you mean `{{{{ {near} }}}}`?"),
            None => "A reference names a fact from a header, such as `{{ business.name }}` or `{{ channel.email }}`."
                .to_owned(),
        };
        (format!("Nothing is called `{path}`."), help)
    }

    fn children<'a>(&'a self, row: &'a str) -> impl Iterator<Item = &'a str> {
        let below = move |path: &'a String| path.strip_prefix(row)?.strip_prefix('.').filter(|key| !key.contains('.'));
        self.facts.keys().filter_map(below)
    }

    /// Cuts circles: these facts say their own name from now on.
    pub(super) fn cut(&mut self, paths: &[String]) {
        for path in paths {
            if let Some(fact) = self.facts.get_mut(path) {
                fact.words = Words::Plain(path.clone());
            }
        }
    }

    fn insert(&mut self, path: String, fact: Fact) {
        match self.facts.entry(path) {
            Entry::Vacant(free) => _ = free.insert(fact),
            Entry::Occupied(_) => self.nameless.push(fact.words),
        }
    }
}
