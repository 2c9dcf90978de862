//! References looked up: what a fact says in plain words, and whether every path named anywhere leads somewhere.

use super::page::Page;
use super::prose::ProseBook;
use super::{Fact, Facts, Site};
use crate::diagnostic::{Diagnostic, Findings, codes};
use crate::markdown::Document;
use crate::markdown::document::{Mention, Position};
use crate::policy::business::Business;
use crate::policy::values::words::{English, country};
use crate::policy::values::{Country, Language, Wording, wording};
use crate::policy::written::{Measure, Words};

/// How deep a fact may lean on other facts. What leans deeper has been told and cut: see [`super::leaning`].
pub(super) const DEEPEST: usize = 16;

/// How values are said: the wording of the site's language.
pub struct Voice {
    wording: Box<dyn Wording>,
    language: Language,
}

impl Voice {
    /// The voice of a business.
    #[must_use]
    pub fn of(business: &Business) -> Self {
        Voice { wording: wording(&business.language, business.country), language: business.language.clone() }
    }

    /// The wording.
    #[must_use]
    pub fn wording(&self) -> &dyn Wording {
        self.wording.as_ref()
    }

    /// What a country is called; in English as it stands in a sentence.
    fn country(&self, named: Country) -> String {
        match self.language.primary() {
            "en" => named.with_article(),
            primary => country(named, primary).to_owned(),
        }
    }
}

/// How values are said in a message to the owner: messages are English, whatever the site's language is.
#[must_use]
pub fn english(business: &Business) -> English {
    English::new(business.country, business.country)
}

impl std::fmt::Debug for Voice {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Voice")
    }
}

/// Says facts in plain words.
#[derive(Clone, Copy, Debug)]
pub struct Sayer<'s> {
    voice: &'s Voice,
    facts: &'s Facts,
    prose: &'s ProseBook,
    depth: usize,
}

impl<'s> Sayer<'s> {
    pub(super) fn new(voice: &'s Voice, facts: &'s Facts, prose: &'s ProseBook) -> Self {
        Sayer { voice, facts, prose, depth: 0 }
    }

    /// What some words say, references in them included.
    #[must_use]
    pub fn say(&self, words: &Words) -> String {
        match words {
            Words::Plain(text) | Words::Mail(text) | Words::Web(text) => text.clone(),
            Words::Measure(measure) => self.measure(measure),
            Words::Phone(phone) => self.wording().left_to_right(phone.written()),
            Words::Prose(prose) => {
                self.prose.document(prose).map_or_else(|| prose.text.to_string(), |it| self.plain(it))
            }
            Words::Refer(path) => self.say_path(path),
            Words::List(list) => self.wording().list(&list.iter().map(|words| self.say(words)).collect::<Vec<_>>()),
            Words::Silent => String::new(),
        }
    }

    /// How values are said.
    #[must_use]
    pub fn wording(&self) -> &'s dyn Wording {
        self.voice.wording()
    }

    fn measure(&self, measure: &Measure) -> String {
        let wording = self.wording();
        match measure {
            Measure::Length(length) => length.words(wording),
            Measure::Money(money) => money.words(wording),
            Measure::Date(date) => date.words(wording),
            Measure::YearlyDate(date) => date.words(wording),
            Measure::ClosureDay(day) => day.words(wording),
            Measure::Shifts(shifts) => shifts.words(wording),
            Measure::Week(week) => week.words(wording),
            Measure::Owner(owner) => owner.words(wording),
            Measure::Country(country) => self.voice.country(*country),
        }
    }

    /// What the fact at `path` says behind some words of a sentence, where that makes a difference.
    #[must_use]
    pub fn say_path_behind(&self, before: &str, path: &str) -> String {
        match self.facts.get(path).map(|fact| &fact.words) {
            Some(Words::Measure(Measure::Length(length))) => self.wording().length_behind(before, *length),
            _ => self.say_path(path),
        }
    }

    /// What the fact at `path` says; the path itself when there is none (which has been told).
    #[must_use]
    pub fn say_path(&self, path: &str) -> String {
        let deeper = Sayer { depth: self.depth + 1, ..*self };
        match self.facts.get(path) {
            Some(fact) if self.depth < DEEPEST => deeper.say(&fact.words),
            _ => path.rsplit('.').next().unwrap_or(path).to_owned(),
        }
    }

    /// A whole document in plain words.
    #[must_use]
    pub fn plain(&self, document: &Document) -> String {
        self.plain_nodes(document, document.all())
    }

    /// A run of a document's nodes in plain words.
    #[must_use]
    pub fn plain_nodes(&self, document: &Document, nodes: crate::markdown::document::Nodes) -> String {
        document.plain_text(nodes, |mention, words| {
            let said = self.say_path_behind(words, mention.path);
            words.push_str(&said);
        })
    }

    /// The words of a page's own `#` heading.
    pub(super) fn title_of(&self, document: &Document) -> Option<String> {
        let title = document.title()?;
        let words = self.plain_nodes(document, title.title());
        (!words.is_empty()).then_some(words)
    }
}

impl Site {
    /// Says this site's facts in plain words.
    #[must_use]
    pub fn sayer(&self) -> Sayer<'_> {
        Sayer::new(&self.voice, &self.facts, &self.prose)
    }
}

/// Looks up every reference of every page and of every header.
pub(super) fn check<'p>(
    facts: &Facts,
    prose: &ProseBook,
    pages: impl Iterator<Item = &'p Page>,
    findings: &mut Findings,
) {
    for page in pages {
        check_document(&page.document, facts, findings);
    }
    for (_, document) in prose.iter() {
        check_document(document, facts, findings);
    }
}

fn check_document(document: &Document, facts: &Facts, findings: &mut Findings) {
    for reference in document.references() {
        let mention = document.mention(reference);
        match facts.get(mention.path) {
            None if !facts.is_unsure(mention.path) => findings.push(unknown(facts, mention)),
            Some(fact) if leaves_hole(fact, reference.position) => findings.push(wordless(facts, mention)),
            _ => {}
        }
    }
}

/// Whether a fact that is only drawn stands where words are wanted.
fn leaves_hole(fact: &Fact, position: Position) -> bool {
    let wants_words = matches!(position, Position::InProse | Position::InHeading);
    wants_words && fact.words == Words::Silent && fact.shape.is_some()
}

fn wordless(facts: &Facts, mention: Mention<'_>) -> Diagnostic {
    let path = mention.path;
    let message = format!("`{path}` is a table or card; inside a sentence it says nothing.");
    let part = facts.iter().find(|(key, fact)| {
        key.strip_prefix(path).is_some_and(|rest| rest.starts_with('.')) && fact.words != Words::Silent
    });
    let alone = format!("Write `{{{{ {path} }}}}` on a line of its own, with an empty line above and below it");
    let help = match part {
        Some((key, _)) => format!("{alone}, or name a part of it that has words, such as `{{{{ {key} }}}}`."),
        None => format!("{alone}."),
    };
    Diagnostic::new(&codes::references::WORDLESS, message).at(mention.span).help(help)
}

fn unknown(facts: &Facts, mention: Mention<'_>) -> Diagnostic {
    let (message, help) = facts.explain_unknown(mention.path);
    Diagnostic::new(&codes::references::UNKNOWN, message).at(mention.span).help(help)
}
