//! Prose that nobody wrote for us: how often the rules about tone and the comparison with the facts cry wolf.
//!
//! `WELCOMEMAT_PROSE=DIR` names a folder of somebody else's Markdown or text; without it the small set in `tests/fixtures/prose` is read.
//! Each file becomes a guide of the web studio, so that what it says of hours, prices and numbers stands beside facts it knows nothing of.
//! Every alarm is printed with its sentence, because only a reader can say whether it is a true one.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use welcomemat::build::{self, Today};
use welcomemat::diagnostic::{Diagnostic, Place, Sources, codes};
use welcomemat::source::{Layout, MemoryFiles};
use welcomemat::starters::Trade;

use crate::desk::TODAY;
use crate::dice::report;
use crate::trades;

/// Where the strange pages lie among the site's own.
const GUIDES: &str = "content/guides/prose/";

/// Alarms of tone in a thousand words that an owner puts up with.
const PER_THOUSAND: usize = 1;

/// Letters of the source shown before and behind an alarm.
const AROUND: usize = 90;

/// What was read, and what was said of it.
struct Reading {
    words: usize,
    tone: Vec<Alarm>,
    facts: Vec<Alarm>,
}

/// One alarm: its code, where, and the words around it.
struct Alarm {
    code: &'static str,
    told: String,
}

impl Reading {
    /// Reads the pages below `folder` of a site.
    fn of(files: &MemoryFiles, words: usize, folder: &str) -> Self {
        let checked = build::check(files, Layout::Site, "site", Today::Given(TODAY.parse().unwrap()));
        let sources = &checked.build.sources;
        let alarms = checked.build.findings.iter().filter_map(|finding| Alarm::of(finding, sources, folder));
        let (tone, rest): (Vec<Alarm>, Vec<Alarm>) = alarms.partition(|alarm| alarm.code.starts_with("tone/"));
        let facts = rest.into_iter().filter(|alarm| alarm.code.starts_with("facts/")).collect();
        Reading { words, tone, facts }
    }

    fn tell(&self, what: &str) {
        for alarm in self.tone.iter().chain(&self.facts) {
            report(&format!("{}  {}", alarm.code, alarm.told));
        }
        report(&format!("{what}: {} words; tone {}", self.words, self.counted(&self.tone)));
        report(&format!("{what}: against the facts {}", self.counted(&self.facts)));
    }

    fn counted(&self, alarms: &[Alarm]) -> String {
        let mut by_code: BTreeMap<&str, usize> = BTreeMap::new();
        alarms.iter().for_each(|alarm| *by_code.entry(alarm.code).or_default() += 1);
        let each: Vec<String> = by_code.iter().map(|(code, count)| format!("{code} {count}")).collect();
        let hundredths = alarms.len() * 100_000 / self.words.max(1);
        format!("{} ({}.{:02} in 1,000): {}", alarms.len(), hundredths / 100, hundredths % 100, each.join(", "))
    }
}

impl Alarm {
    fn of(finding: &Diagnostic, sources: &Sources, folder: &str) -> Option<Self> {
        let Some(Place::Text(span)) = finding.place else { return None };
        let file = sources.file(span.file);
        let name = file.name().strip_prefix(folder)?;
        let text = file.text();
        let before: String = text[..span.start as usize].chars().rev().take(AROUND).collect();
        let before: String = before.chars().rev().collect();
        let behind: String = text[span.end as usize..].chars().take(AROUND).collect();
        let said = format!("{before}[{}]{behind}", sources.text(span)).split_whitespace().collect::<Vec<_>>().join(" ");
        let line = file.position(span.start).line;
        Some(Alarm { code: finding.code.id, told: format!("{name}:{line}  {said}\n    {}", finding.message) })
    }
}

/// The Markdown and text files of a folder, with their paths from there.
fn pages_below(folder: &Path) -> Vec<(String, String)> {
    let walk =
        walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().map(|entry| entry.expect("a place to walk"));
    let is_prose = |path: &PathBuf| path.extension().is_some_and(|end| end == "md" || end == "txt");
    let files = walk.map(walkdir::DirEntry::into_path).filter(is_prose);
    let read = files.map(|path| {
        let name = path.strip_prefix(folder).expect("below").to_str().expect("a name").replace('\\', "/");
        (name, without_header(&std::fs::read_to_string(&path).expect("text")).to_owned())
    });
    read.collect()
}

/// Other programs' headers say nothing to a reader.
fn without_header(text: &str) -> &str {
    let inside = text.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n"));
    inside.map_or(text, |(_, behind)| behind)
}

fn words_of(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).count()
}

/// The web studio with more guides.
fn beside_the_facts(pages: &[(String, String)]) -> MemoryFiles {
    let mut files = trades::files(Trade::WebStudio);
    for (number, (name, text)) in pages.iter().enumerate() {
        let name = name.replace(['/', '.', ' '], "-");
        files.put(&format!("{GUIDES}{number:03}-{name}.md"), text.clone());
    }
    files
}

#[test]
fn ordinary_prose_is_left_in_peace() {
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/prose");
    let folder = std::env::var_os("WELCOMEMAT_PROSE").map_or(fixture, PathBuf::from);
    let pages = pages_below(&folder);
    let words = pages.iter().map(|(_, text)| words_of(text)).sum();
    let reading = Reading::of(&beside_the_facts(&pages), words, GUIDES);
    reading.tell("ordinary prose");
    assert!(words > 2_000, "only {words} words in {}", folder.display());
    assert!(reading.tone.len() * 1_000 <= words * PER_THOUSAND, "{} alarms in {words} words", reading.tone.len());
}

#[test]
fn the_examples_hear_no_false_alarm_of_tone() {
    for trade in [Trade::WebStudio, Trade::Bookkeeper, Trade::Optician] {
        let files: Vec<(String, Vec<u8>)> = trade.files(&trade.example()).into_iter().collect();
        let texts = files.iter().filter(|(path, _)| path.ends_with(".md"));
        let words = texts.map(|(_, bytes)| words_of(&String::from_utf8_lossy(bytes))).sum();
        let reading = Reading::of(&trades::files(trade), words, "content/");
        reading.tell(&format!("{trade:?}"));
        assert!(reading.tone.len() * 1_000 <= words * PER_THOUSAND, "{trade:?}: {} in {words}", reading.tone.len());
    }
}

#[test]
fn an_unkind_page_is_heard() {
    let pages = [("a.txt".to_owned(), "# A\n\nYou should have made a backup. Calm down.\n".to_owned())];
    let reading = Reading::of(&beside_the_facts(&pages), 9, GUIDES);
    let codes: Vec<&str> = reading.tone.iter().map(|alarm| alarm.code).collect();
    assert_eq!(codes, [codes::tone::BLAME.id, codes::tone::DISMISSIVE.id]);
}
