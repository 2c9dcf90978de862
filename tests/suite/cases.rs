//! A case for every finding: a small site with one slip in it, and what its owner reads about it, letter for letter.
//!
//! A case is a page of Markdown, `tests/cases/<family>/<name>.md`. It tells a story in a sentence, then names files in
//! fenced blocks; the last part, under `## Found`, is what the run found: for each finding its code, its severity and its
//! place (`file:line:column-end_line:end_column`, as in `--format json`), then the whole text as the owner sees it.
//! A finding that is not expected fails the case as much as one that does not come.
//!
//! **To write the expected parts anew**, after a message has been mended on purpose, and to fill in those of a new case:
//!
//! ```text
//! WELCOMEMAT_CASES=write cargo test --test suite every_case_finds
//! ```
//!
//! then read every change with `git diff tests/cases`: aloud, as a shop owner at eleven at night. Nothing else is ever
//! written; without the variable the run only compares.
//!
//! The blocks of a case, in the order in which they happen:
//!
//! | block | puts into the site's folder |
//! |---|---|
//! | `` ```toml content/business.toml `` | a text; any language will do. A sound `business.toml` may be left out |
//! | `` ```bytes content/a.md `` | bytes: what is written, `\xE9`, `\n` and `\\` resolved, line ends left out; also in the name |
//! | `` ```large content/a.md `` | a file as large as the block says: `9 MB` |
//! | `` ```link content/a.md `` | a link to what the block says; without links in the system the case is passed over |
//! | `` ```held public/a.html `` | nothing: another program opens and locks that file until the end |
//! | `` ```remove content/a.md `` | nothing: takes that file away |
//! | `` ```barred content/a.md `` | a file that may not be opened; such a case is built in memory |
//! | `` ```run `` | commands, one a line: `welcomemat build --output .`; the last one's findings count |
//! | `` ```near content/a.md `` | nothing: what the file would say without the slip. Looked at on its own, it must not find what the case finds |
//! | `` ```near-bytes content/a.jpg `` | the same, in bytes |
//! | `` ```only windows `` | nothing: the case runs there (or on `unix`, `linux`) alone |
//!
//! In the family `links` outside addresses were asked for: `gone.example` is gone, `busy.example` cannot be told, all others work.
//! In `run`, `full:` before a command lets the disk take not a byte more. A case without `run`
//! is built in memory, which is faster, those of the family `print` with PDFs; those of the families `source` and `output` always are on disk, and run
//! `welcomemat check` unless they say otherwise. On disk the site lies in `/home/dana/sites/business`.

mod book;
mod disk;
mod memory;

use std::collections::BTreeSet;

use book::{Case, Found};
use welcomemat::check::needs::NEEDS;
use welcomemat::diagnostic::codes;

/// What must be set, and to what, to write the expected parts instead of comparing them.
const WRITE: (&str, &str) = ("WELCOMEMAT_CASES", "write");

/// Words of the trade that an owner should never have to read.
const BANNED: &[&str] = &[
    "parse",
    "token",
    "unmarshal",
    "deserialize",
    "eof",
    "none",
    "some",
    "panic",
    "unwrap",
    "struct",
    "enum",
    "string",
    "boolean",
    "integer",
    "array",
    "syntax",
    "invalid",
    "null",
    "utf-8 offset",
];

#[test]
fn every_case_finds_what_it_says() {
    let is_writing = is_writing();
    let mut faults = Vec::new();
    for case in book::all() {
        let Some(found) = run(&case) else { continue };
        if is_writing {
            case.write(&found);
        } else if case.expected() != found.text().trim_end() {
            faults.push(difference(&case, &found));
        }
        let words = banned_in(&found.words());
        if !words.is_empty() {
            faults.push(format!("{}: an owner would read {words:?}", case.name));
        }
    }
    assert!(faults.is_empty(), "{} of the cases differ\n\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn every_code_has_a_case() {
    let told: BTreeSet<String> = book::all().iter().flat_map(Case::codes).collect();
    let silent: Vec<&str> = codes::all().map(|code| code.id).filter(|id| !told.contains(*id)).collect();
    assert!(silent.is_empty(), "no case for {silent:?}");
}

/// What no site in memory can show, and where the other side of it is held.
const NEAR_ELSEWHERE: &[(&str, &str)] = &[
    (
        "output/",
        "of a disk that was written to before; `faults`, `trees` and the output's own tests hold what must go through",
    ),
    ("print/", "found with the PDF engine alone, which sets the examples without a word in `pdf`"),
    ("source/no-site", "of a folder on a disk; every test at a desk finds its site"),
    ("source/dead-link", "of links on a disk; the walk's own tests follow those that lead somewhere"),
    ("source/link-outside", "of links on a disk; the walk's own tests follow those that stay inside"),
];

/// Whether the examples answer it, and open it alone when its fact is taken away: `checker` holds both.
fn is_need(code: &str) -> bool {
    code.strip_prefix("needs/").is_some_and(|name| NEEDS.iter().any(|need| need.name() == name))
}

/// A check that fires on what it should and on what it should not proves nothing.
#[test]
fn every_code_has_a_near_miss_that_stays_quiet() {
    let (mut missed, mut faults) = (BTreeSet::new(), Vec::new());
    for case in book::all().iter().filter(|case| case.has_near_miss()) {
        let told: BTreeSet<String> = memory::codes_of_near_miss(case).into_iter().collect();
        // What else the case finds, such as the words a comment stands beside, is no part of it.
        let family = case.name.split('/').next().unwrap_or_default();
        let own = || case.codes().into_iter().filter(|code| code.starts_with(family) && !is_need(code));
        let loud: Vec<String> = own().filter(|code| told.contains(code)).collect();
        if !loud.is_empty() {
            faults.push(format!("{}: the near miss finds {loud:?}", case.name));
        }
        missed.extend(own());
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    let is_elsewhere = |id: &str| is_need(id) || NEAR_ELSEWHERE.iter().any(|(place, _)| id.starts_with(place));
    let own = codes::all().map(|code| code.id).filter(|id| !is_elsewhere(id));
    let silent: Vec<&str> = own.filter(|id| !missed.contains(*id)).collect();
    assert!(silent.is_empty(), "no near miss for {silent:?}");
}

#[test]
fn every_code_in_a_case_exists() {
    for case in book::all() {
        let codes = case.codes();
        let unknown: Vec<&String> = codes.iter().filter(|code| codes::find(code).is_none()).collect();
        assert!(unknown.is_empty(), "{}: {unknown:?}", case.name);
        let family = case.name.split('/').next();
        let is_at_home = codes.iter().any(|code| code.split('/').next() == family);
        assert!(codes.is_empty() || is_at_home, "{} lies in the wrong folder: {codes:?}", case.name);
    }
}

#[test]
fn no_code_speaks_like_a_programmer() {
    for code in codes::all() {
        let words = [code.meaning, code.why, code.mend, code.example].join("\n");
        assert_eq!(banned_in(&words), [""; 0], "{}", code.id);
    }
}

#[test]
fn the_banned_words_are_recognised() {
    assert_eq!(banned_in("We could not PARSE it: None."), ["parse", "none"]);
    assert!(banned_in("parsley, something, nonetheless, strings attached").is_empty());
}

/// What a case finds; nothing where this system can't run it.
fn run(case: &Case) -> Option<Found> {
    // What only the PDF engine finds is told with the feature alone.
    let has_engine = cfg!(feature = "pdf") || !case.name.starts_with("print/");
    if !case.runs_here() || !has_engine {
        return None;
    }
    if case.is_on_disk() { disk::run(case) } else { Some(memory::run(case)) }
}

#[expect(clippy::disallowed_methods, reason = "whether to write is asked here and nowhere else")]
fn is_writing() -> bool {
    std::env::var(WRITE.0).is_ok_and(|value| value == WRITE.1)
}

fn difference(case: &Case, found: &Found) -> String {
    format!("--- {} expects\n{}\n+++ but this was found\n{}\n", case.name, case.expected(), found.text().trim_end())
}

/// Every banned word found in `text` as a whole word, whatever its case.
fn banned_in(text: &str) -> Vec<&'static str> {
    let is_letter = |character: char| character.is_alphanumeric() || character == '-';
    let padded = format!(" {} ", text.to_lowercase().replace(|character| !is_letter(character), " "));
    BANNED.iter().copied().filter(|word| padded.contains(&format!(" {word} "))).collect()
}
