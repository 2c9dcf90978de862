//! One Markdown file → one page: its header, its kind's facts, its document.

use std::sync::Arc;

use super::unclosed;
use crate::address::{Address, SourcePath};
use crate::diagnostic::{At, FileId, Findings, Span, codes, nearest};
use crate::markdown::{self, Document, Hints, HtmlPolicy, ReferencePolicy, Rules};
use crate::policy::business::Business;
use crate::policy::kinds::{EVERY_PAGE, KINDS, Kind};
use crate::policy::page::{Audience, HeaderWritten};
use crate::policy::written::{HasGaps, HeaderText, Key, Reading, Value};
use crate::policy::{
    acknowledge, availability, boundaries, channels, deadlines, emergencies, faq, mistakes, onboarding, reply,
    responsibilities, scope, welcome,
};
use crate::source::{Header, Inputs, Layout, PageText};

/// Which page of the site: an index into [`super::Site::pages`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PageId(u32);

impl PageId {
    pub(super) fn new(index: usize) -> Self {
        PageId(u32::try_from(index).unwrap_or(u32::MAX))
    }

    /// The index into the site's pages.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// Whoever remembers documents of an earlier build, packed.
pub trait Readings: std::fmt::Debug + Send + Sync {
    /// The document that was read from what has this hash.
    fn reading(&self, key: &blake3::Hash) -> Option<&[u8]>;
}

/// A page, complete.
#[derive(Debug)]
pub struct Page {
    /// Its place below the content folder.
    pub path: SourcePath,
    /// Its text.
    pub file: FileId,
    /// Where it is published.
    pub address: Address,
    /// What kind of page it is.
    pub kind: Kind,
    /// Its name, in plain words.
    pub title: String,
    /// Its summary in plain words.
    pub summary: Option<String>,
    /// The header's keys that every page may have.
    pub header: Arc<HeaderWritten>,
    /// Its Markdown.
    pub document: Document,
    /// What its header holds for this page alone (a category of questions, a reply).
    pub facts: PageFacts,
    /// What its Markdown was read from, if there was nothing to say about it: whoever remembers the document may go by this.
    pub reading: Option<blake3::Hash>,
}

/// The facts a page's header holds, by kind.
#[derive(Clone, Debug)]
pub enum PageFacts {
    /// The home page.
    Welcome(welcome::WelcomeWritten),
    /// What happens first.
    Onboarding(onboarding::OnboardingWritten),
    /// When we are there.
    Availability(Box<(availability::AvailabilityWritten, availability::Availability)>),
    /// How to reach us.
    Channels(Vec<channels::Channel>, channels::ChannelsWritten),
    /// When it can't wait.
    Emergencies(Box<(emergencies::EmergenciesWritten, emergencies::Emergencies)>),
    /// What we do and don't.
    Scope(Vec<scope::Service>, scope::ScopeWritten),
    /// Who looks after what.
    Responsibilities(Box<responsibilities::ResponsibilitiesWritten>),
    /// What we need by when.
    Deadlines(Box<deadlines::DeadlinesWritten>),
    /// When it goes wrong.
    Mistakes(Box<mistakes::MistakesWritten>),
    /// Please, and please don't.
    Boundaries(boundaries::BoundariesWritten),
    /// What a client signs.
    Acknowledge(acknowledge::AcknowledgeWritten),
    /// A category of questions.
    Faq(faq::FaqWritten),
    /// Ready answers.
    Reply(reply::ReplyWritten),
    /// No facts of its own.
    Nothing,
}

/// A page as read, before it has an address and before its title's references are known.
#[derive(Clone, Debug)]
pub(super) struct PageRead {
    pub path: SourcePath,
    pub file: FileId,
    pub kind: Kind,
    pub header: Arc<HeaderWritten>,
    pub document: Document,
    pub facts: PageFacts,
    /// Whether facts may be missing that were typed.
    pub gaps: HasGaps,
    pub findings: Findings,
    /// See [`Page::reading`].
    pub reading: Option<blake3::Hash>,
}

impl PageRead {
    pub(super) fn is_for_staff(&self) -> bool {
        let says_so = self.header.audience.as_ref().is_some_and(|at| at.value == Audience::Staff);
        says_so || self.kind == Kind::Reply
    }

    pub(super) fn is_draft(&self) -> bool {
        self.header.draft.as_ref().is_some_and(|at| at.value.0)
    }
}

/// Reads one page, or takes over its document from whoever remembers it.
pub(super) fn read(
    text: &PageText,
    inputs: &Inputs,
    (business, layout): (&Business, Layout),
    readings: Option<&dyn Readings>,
) -> PageRead {
    let whole = inputs.sources.file(text.file).text().clone();
    let mut findings = Findings::new();
    let PageHeader { written: header, kind, facts, gaps } = match &text.header {
        Header::Toml(range) if layout == Layout::Handbook => {
            super::handbook::header(text, range.start, &whole[range.clone()], &mut findings)
        }
        Header::Toml(range) => read_toml(text, range, inputs, business, &mut findings),
        Header::Yaml(range) => super::yaml::read(text, range.start, &whole[range.clone()], layout, &mut findings),
        Header::Unclosed(range) => {
            findings.push(unclosed::without_end(text, &whole, range));
            unread(text)
        }
        Header::Absent => match unclosed::without_beginning(text, &whole) {
            Some(finding) if layout == Layout::Site => {
                findings.push(finding);
                unread(text)
            }
            _ => bare(text),
        },
    };
    let references = match layout {
        Layout::Site => ReferencePolicy::Read,
        Layout::Handbook => ReferencePolicy::AsText,
    };
    let html = html_policy(layout, business);
    let hints = match (layout, kind) {
        (Layout::Handbook, _) => Hints::Silent,
        (Layout::Site, Kind::Faq) => Hints::Questions,
        (Layout::Site, _) => Hints::Page,
    };
    let rules = Rules { html, references, hints };
    let key = readings.map(|_| reading_key(inputs.sources.file(text.file).hash(), text, rules));
    let known = readings.zip(key).and_then(|(readings, key)| readings.reading(&key));
    let known = known.and_then(|packed| Document::unpacked(packed, &whole, text.file));
    let body = || markdown::read(&whole, Span::new(text.file, text.body.clone()), rules);
    let (document, told) = known.map_or_else(body, |document| (document, Findings::new()));
    let reading = key.filter(|_| told.is_empty());
    findings.append(told);
    PageRead {
        path: text.path.clone(),
        file: text.file,
        kind,
        header: Arc::new(header),
        document,
        facts,
        gaps,
        findings,
        reading,
    }
}

/// Everything a document is made of.
fn reading_key(whole: &blake3::Hash, text: &PageText, rules: Rules) -> blake3::Hash {
    let mut hasher = blake3::Hasher::new();
    hasher.update(whole.as_bytes());
    hasher.update(format!("{:?} {rules:?}", text.body).as_bytes());
    hasher.finalize()
}

/// What happens to raw HTML, in texts and in headers.
pub(super) fn html_policy(layout: Layout, business: &Business) -> HtmlPolicy {
    match (layout, business.unsafe_html) {
        (_, true) => HtmlPolicy::Allow,
        (Layout::Handbook, false) => HtmlPolicy::AsText,
        (Layout::Site, false) => HtmlPolicy::Refuse,
    }
}

/// What a header says.
pub(super) struct PageHeader {
    pub written: HeaderWritten,
    pub kind: Kind,
    pub facts: PageFacts,
    pub gaps: HasGaps,
}

/// A page without a header: the kind by its place, no facts.
fn bare(text: &PageText) -> PageHeader {
    let mut reading = Reading::new(text.file, text.body.start, "", None);
    let nothing = toml::de::DeTable::new();
    let written = HeaderWritten::read_keys(&nothing, reading.whole(), &mut reading);
    PageHeader { written, kind: Kind::of_path(text.path.as_str()), facts: PageFacts::Nothing, gaps: HasGaps::No }
}

/// A page with a header that can't be read.
fn unread(text: &PageText) -> PageHeader {
    PageHeader { gaps: HasGaps::Yes, ..bare(text) }
}

fn read_toml(
    text: &PageText,
    range: &std::ops::Range<usize>,
    inputs: &Inputs,
    business: &Business,
    findings: &mut Findings,
) -> PageHeader {
    let (base, whole) = (range.start, inputs.sources.file(text.file).text());
    let header = whole.get(range.clone()).unwrap_or("");
    let legible = super::look_alikes::legible(text.file, base, header, findings);
    let as_read = HeaderText { file: text.file, base, typed: header, read: &legible };
    let Some((value, gaps)) = super::settings::header_table(as_read, findings) else {
        return unread(text);
    };
    let mut reading = Reading::new(text.file, base, header, business.country).with_gaps(gaps);
    let Some(table) = value.get_ref().as_table() else { return unread(text) };
    let written = HeaderWritten::read_keys(table, reading.whole(), &mut reading);
    let kind = kind_of(text, &written, &mut reading);
    let known: Vec<&Key> = EVERY_PAGE.iter().chain(kind.row().keys).collect();
    reading.tell_unknown(table, &known);
    let facts = read_facts(kind, &value, &mut reading);
    findings.append(super::settings::without_echoes(&reading.findings, findings, inputs));
    PageHeader { written, kind, facts, gaps }
}

fn kind_of(text: &PageText, header: &HeaderWritten, reading: &mut Reading<'_>) -> Kind {
    let by_place = Kind::of_path(text.path.as_str());
    let Some(typed) = &header.kind else { return by_place };
    if let Some(kind) = Kind::named(&typed.value) {
        return kind;
    }
    let names: Vec<&str> = KINDS.iter().map(|row| row.name).collect();
    let help = match nearest(&typed.value, names.iter().copied()) {
        Some(near) => format!("Did you mean `kind = \"{near}\"`?"),
        None => format!("It may be {}.", names.join(", ")),
    };
    reading.tell(
        &codes::policy::UNKNOWN_CHOICE,
        typed.span,
        format!("There is no kind of page called `{}`.", &*typed.value),
        help,
    );
    by_place
}

fn read_facts(kind: Kind, value: &Value<'_>, reading: &mut Reading<'_>) -> PageFacts {
    let place = reading.whole();
    let Some(table) = value.get_ref().as_table() else { return PageFacts::Nothing };
    match kind {
        Kind::Welcome => PageFacts::Welcome(welcome::WelcomeWritten::read_keys(table, place, reading)),
        Kind::Onboarding => PageFacts::Onboarding(onboarding::OnboardingWritten::read_keys(table, place, reading)),
        Kind::Availability => {
            let written = availability::AvailabilityWritten::read_keys(table, place, reading);
            let meant = availability::mean(&written, reading);
            PageFacts::Availability(Box::new((written, meant)))
        }
        Kind::Channels => {
            let written = channels::ChannelsWritten::read_keys(table, place, reading);
            let country = reading.country;
            PageFacts::Channels(channels::mean(&written, country, reading), written)
        }
        Kind::Emergencies => {
            let written = emergencies::EmergenciesWritten::read_keys(table, place, reading);
            let meant = emergencies::mean(&written, reading);
            PageFacts::Emergencies(Box::new((written, meant)))
        }
        Kind::Scope => {
            let written = scope::ScopeWritten::read_keys(table, place, reading);
            PageFacts::Scope(scope::mean(&written, reading), written)
        }
        Kind::Responsibilities => PageFacts::Responsibilities(Box::new(
            responsibilities::ResponsibilitiesWritten::read_keys(table, place, reading),
        )),
        Kind::Deadlines => {
            PageFacts::Deadlines(Box::new(deadlines::DeadlinesWritten::read_keys(table, place, reading)))
        }
        Kind::Mistakes => PageFacts::Mistakes(Box::new(mistakes::MistakesWritten::read_keys(table, place, reading))),
        Kind::Boundaries => PageFacts::Boundaries(boundaries::BoundariesWritten::read_keys(table, place, reading)),
        Kind::Acknowledge => PageFacts::Acknowledge(acknowledge::AcknowledgeWritten::read_keys(table, place, reading)),
        Kind::Faq => PageFacts::Faq(faq::FaqWritten::read_keys(table, place, reading)),
        Kind::Reply => PageFacts::Reply(reply::ReplyWritten::read_keys(table, place, reading)),
        Kind::Guide => PageFacts::Nothing,
    }
}

/// A header's prose with its place, for titles and summaries.
pub(super) fn typed_words(words: Option<&At<crate::policy::written::Prose>>) -> Option<&str> {
    words.map(|at| at.value.text.trim()).filter(|text| !text.is_empty())
}
