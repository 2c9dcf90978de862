//! Findings for people: the message, the place, the owner's own line with the place marked, what to do.
//!
//! ```text
//! error: There is no page `avialability.md`.
//!   content/welcome.md, line 14
//!
//!   14 | See [our hours](avialability.md) before you call.
//!      |                 ^^^^^^^^^^^^^^^ no such page
//!
//!   Did you mean `availability.md`?
//!   More: welcomemat explain links/missing-page
//! ```
//!
//! Made for someone who has never seen a compiler: whole sentences, file and line in words, blank space instead of
//! frames. Colour adds nothing that the words and signs do not say. Nothing here prints or asks the terminal anything.

mod by_page;
mod excerpt;
mod line;

use std::collections::{BTreeMap, BTreeSet};

pub use by_page::{Extent, report_by_page};

use super::location::Location;
use super::{Diagnostic, FileId, Findings, Label, Place, Severity, Sources, Span};
use excerpt::{Mark, excerpt};

/// Whether to use colour: for the caller to decide, who knows the terminal and `NO_COLOR`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// Text alone.
    #[default]
    Plain,
    /// With ANSI colours.
    Colored,
}

/// What a stretch of text is written with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ink {
    /// As loud as the finding.
    Main(Severity),
    /// A second place.
    Second,
    /// Numbers, bars, file names.
    Quiet,
    /// Message and help.
    Strong,
}

impl Look {
    fn paint(self, ink: Ink, text: &str) -> String {
        let text = text.trim_end();
        if self == Look::Plain || text.is_empty() {
            return text.to_owned();
        }
        // Select Graphic Rendition codes of ECMA-48: bold, faint and the eight named colours that themes remap.
        let code = match ink {
            Ink::Main(Severity::Error) => "1;31",
            Ink::Main(Severity::Warning) => "1;33",
            Ink::Main(Severity::Notice) => "1;36",
            Ink::Second => "36",
            Ink::Quiet => "2",
            Ink::Strong => "1",
        };
        format!("\x1b[{code}m{text}\x1b[0m")
    }
}

/// All findings in reading order and a closing tally.
///
/// Where to read more is said once a kind of finding, at its first.
#[must_use]
pub fn report(findings: &Findings, sources: &Sources, look: Look) -> String {
    report_up_to(usize::MAX, findings, sources, look)
}

/// How many warnings or notices of one kind [`report_in_short`] shows: about a screenful.
const MOST_OF_A_KIND: usize = 5;

/// The same, with the first few warnings and notices of each kind and how many more there are: a thousand dead links must not
/// drown the one thing beside them. Mistakes are all shown.
#[must_use]
pub fn report_in_short(findings: &Findings, sources: &Sources, look: Look) -> String {
    report_up_to(MOST_OF_A_KIND, findings, sources, look)
}

/// The same without the tally, for whoever says it in words of their own.
#[must_use]
pub fn list_in_short(findings: &Findings, sources: &Sources, look: Look) -> String {
    list_up_to(MOST_OF_A_KIND, findings, sources, look)
}

fn report_up_to(most: usize, findings: &Findings, sources: &Sources, look: Look) -> String {
    list_up_to(most, findings, sources, look) + &tally(findings) + "\n"
}

fn list_up_to(most: usize, findings: &Findings, sources: &Sources, look: Look) -> String {
    let mut text = String::new();
    let mut seen: BTreeMap<(&str, Severity), usize> = BTreeMap::new();
    let mut explained = BTreeSet::new();
    let findings = findings.sorted(sources);
    let kinds = kinds(&findings);
    for finding in &findings {
        let kind = (finding.code.id, finding.severity);
        let shown = seen.entry(kind).or_default();
        *shown += 1;
        let most = if finding.severity == Severity::Error { usize::MAX } else { most };
        if *shown > most {
            continue;
        }
        push_finding(&mut text, finding, sources, look);
        if explained.insert(finding.code.id) {
            let more = look.paint(Ink::Quiet, &format!("More: welcomemat explain {}", finding.code.id));
            text.push_str(&format!("  {more}"));
        }
        text.truncate(text.trim_end().len());
        text.push_str("\n\n");
        let rest = kinds.get(&kind).map_or(0, |count| count.saturating_sub(most));
        if *shown == most && rest > 0 {
            let line = format!("… and {rest} more of `{}`. To see them: welcomemat check --all", finding.code.id);
            text.push_str(&format!("{}\n\n", look.paint(Ink::Quiet, &line)));
        }
    }
    text
}

/// How often each kind of finding was found.
fn kinds(findings: &Findings) -> BTreeMap<(&'static str, Severity), usize> {
    let mut kinds = BTreeMap::new();
    for finding in findings {
        *kinds.entry((finding.code.id, finding.severity)).or_default() += 1;
    }
    kinds
}

/// One finding alone, without where to read more.
#[must_use]
pub fn finding(finding: &Diagnostic, sources: &Sources, look: Look) -> String {
    let mut text = String::new();
    push_finding(&mut text, finding, sources, look);
    text.truncate(text.trim_end().len());
    text + "\n"
}

/// How many of each: "1 mistake to fix, 2 things to look at."
#[must_use]
pub fn tally(findings: &Findings) -> String {
    let kinds = [
        (Severity::Error, "mistake to fix", "mistakes to fix"),
        (Severity::Warning, "thing to look at", "things to look at"),
        (Severity::Notice, "thing to know", "things to know"),
    ];
    let count = |(severity, one, many)| match findings.count(severity) {
        0 => None,
        1 => Some(format!("1 {one}")),
        count => Some(format!("{count} {many}")),
    };
    let counts: Vec<String> = kinds.into_iter().filter_map(count).collect();
    if counts.is_empty() { "Nothing to fix.".to_owned() } else { counts.join(", ") + "." }
}

fn push_finding(text: &mut String, finding: &Diagnostic, sources: &Sources, look: Look) {
    let word = look.paint(Ink::Main(finding.severity), &format!("{}:", finding.severity.word()));
    text.push_str(&format!("{word} {}\n", look.paint(Ink::Strong, &indented(&finding.message))));
    let places = Places::of(finding);
    let margin = places.margin(sources);
    for file in places.files() {
        let marks = places.marks(file, sources);
        let heading = heading(sources.file(file).name(), marks.first());
        text.push_str(&format!("{}\n", look.paint(Ink::Quiet, &heading)));
        if !marks.is_empty() {
            text.push_str(&format!("\n{}\n", excerpt(sources.file(file), marks, margin, look)));
        }
    }
    if let Some(help) = &finding.help {
        text.push_str(&format!("  {}\n", look.paint(Ink::Strong, &indented(help))));
    }
}

/// `  content/welcome.md, line 14`: the file and its first mark.
fn heading(file: &str, first: Option<&Mark>) -> String {
    let file = clean(file);
    match first {
        None => format!("  {file}"),
        Some(mark) if mark.is_one_line() => format!("  {file}, line {}", mark.from.line),
        Some(mark) => format!("  {file}, lines {} to {}", mark.from.line, mark.to.line),
    }
}

/// Several lines of text stand under each other.
fn indented(text: &str) -> String {
    clean(text).replace('\n', "\n  ")
}

/// Keeps an owner's text from steering the terminal.
fn clean(text: &str) -> String {
    text.chars().map(|character| if character == '\n' { character } else { line::sign(character) }).collect()
}

/// Everything one finding points at.
struct Places<'a> {
    finding: &'a Diagnostic,
    /// The labels that are not just the words of the finding's own place.
    others: Vec<&'a Label>,
    own_words: &'a str,
}

impl<'a> Places<'a> {
    /// A label on the very place of the finding says what is written beside the finding's own mark.
    fn of(finding: &'a Diagnostic) -> Self {
        let is_own = |label: &&Label| finding.place == Some(Place::Text(label.span));
        let own_words = finding.labels.iter().find(is_own).map_or("", |label| &label.words);
        Places { finding, others: finding.labels.iter().filter(|label| !is_own(label)).collect(), own_words }
    }

    /// The files, the finding's own first, the others as they come.
    fn files(&self) -> Vec<FileId> {
        let mut files = Vec::new();
        let own = self.finding.place.map(Place::file);
        for file in own.into_iter().chain(self.others.iter().map(|label| label.span.file)) {
            if !files.contains(&file) {
                files.push(file);
            }
        }
        files
    }

    /// Every stretch with its words and ink, the finding's own first.
    fn spans(&self) -> impl Iterator<Item = (Span, &'a str, Ink)> {
        let own = match self.finding.place {
            Some(Place::Text(span)) => Some((span, self.own_words, Ink::Main(self.finding.severity))),
            _ => None,
        };
        own.into_iter().chain(self.others.iter().map(|label| (label.span, label.words.as_str(), Ink::Second)))
    }

    fn marks(&self, file: FileId, sources: &Sources) -> Vec<Mark> {
        let here = self.spans().filter(|(span, ..)| span.file == file);
        here.filter_map(|(span, words, ink)| {
            let range = Location::of(Place::Text(span), sources).range?;
            Some(Mark::new(range, sources.file(file), clean(words).replace('\n', " "), ink))
        })
        .collect()
    }

    /// Columns for the largest line number, the same in all its files.
    fn margin(&self, sources: &Sources) -> usize {
        let lines = self.spans().filter_map(|(span, ..)| Location::of(Place::Text(span), sources).range);
        lines.map(|(_, to)| to.line.to_string().len()).max().unwrap_or(1)
    }
}

#[cfg(test)]
mod tests;
