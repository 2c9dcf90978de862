//! No page and no word of somebody else's handbook is lost.
//!
//! Besides the small one below, any folder can be tried, which is how other people's documentation was:
//!
//! ```text
//! WELCOMEMAT_HANDBOOKS=/tmp/some/handbook:/tmp/another cargo test --release --test suite lost_words -- --nocapture
//! ```
//!
//! The words are taken from the Markdown by cutting off what no reader is meant to see, without the help of the program's own
//! reader; then each must stand in the page at least as often.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Instant;

use jiff::civil::date;
use welcomemat::build::{Today, build};
use welcomemat::source::{DiskFiles, Files, Layout, MemoryFiles, split};

const HANDBOOKS: &str = "WELCOMEMAT_HANDBOOKS";

type Words = BTreeMap<String, usize>;

fn words(text: &str) -> Words {
    let mut words = Words::new();
    for word in text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()) {
        *words.entry(word.to_owned()).or_default() += 1;
    }
    words
}

/// Cuts out every stretch from `start` to `end`.
fn without(text: &str, start: &str, end: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(start) {
        let Some(length) = rest[at + start.len()..].find(end) else { break };
        kept.push_str(&rest[..at]);
        kept.push(' ');
        rest = &rest[at + start.len() + length + end.len()..];
    }
    kept + rest
}

/// Cuts out the targets of links: from `](` to the bracket that closes it, on one line.
fn without_targets(line: &str) -> String {
    let mut kept = String::new();
    let mut rest = line;
    while let Some(at) = rest.find("](") {
        let mut depth = 0;
        let after = &rest[at + 1..];
        let closes = |letter: char| {
            depth += i32::from(letter == '(') - i32::from(letter == ')');
            depth == 0
        };
        let Some(length) = after.find(closes) else { break };
        kept.push_str(&rest[..at]);
        kept.push(' ');
        rest = &after[length + 1..];
    }
    kept + rest
}

/// What a reader of the Markdown should find on the page.
fn typed_words(text: &str) -> Words {
    let (_, body) = split(text);
    let body = without(&text[body], "<!--", "-->");
    let mut shown = String::new();
    // The target of a `[name]:` may stand on the next line, and its title on the one after.
    let mut defines = false;
    for line in body.lines() {
        let bare = line.trim_start_matches([' ', '\t', '>', '-', '*', '+']);
        let number = bare.trim_start_matches(|letter: char| letter.is_ascii_digit());
        let is_item = number.len() < bare.len() && number.starts_with(['.', ')']);
        let is_definition = bare.starts_with('[') && bare.contains("]:");
        let goes_on = defines && !bare.is_empty() && (bare.starts_with("http") || bare.starts_with('"'));
        defines = is_definition || goes_on;
        if bare.starts_with("```") || bare.starts_with("~~~") || defines {
            continue;
        }
        let line = if is_item { number } else { line };
        let line = if line.trim_start().starts_with('#') { without(line, "{", "}") } else { line.to_owned() };
        let line = without(&without(&without_targets(&line), "[^", "]"), "][", "]");
        shown.push_str(&without(&without(&line, "[!", "]"), "&", ";"));
        shown.push('\n');
    }
    words(&shown.replace("[x]", " ").replace("[X]", " "))
}

/// The words between the tags of a page's main part, and those that describe its pictures.
fn shown_words(page: &str) -> Words {
    let main = page.split_once("<main").map_or(page, |(_, main)| main.split("</main>").next().unwrap_or(main));
    let pictures = main.split("<img ").skip(1).filter_map(|tag| tag.split_once("alt=\"")?.1.split('"').next());
    let mut text = without(main, "<", ">");
    pictures.for_each(|words| text.extend([" ", words]));
    words(
        &text
            .replace("&amp;", "&")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&#39;", "'"),
    )
}

struct Tried {
    pages: usize,
    missing: Vec<String>,
}

fn try_out(files: &dyn Files) -> Tried {
    let build = build(files, Layout::Handbook, "handbook", Today::Given(date(2026, 11, 22)));
    let is_page = |path: &str| [".md", ".markdown"].iter().any(|end| path.to_lowercase().ends_with(end));
    let sources = files.walk("").files.iter().filter(|path| is_page(path.as_str())).count();
    let mut missing: Vec<String> = Vec::new();
    missing.extend(build.findings.has_errors().then(|| "errors keep it from being published".to_owned()));
    let lost = sources - (build.site.pages.len() + build.site.drafts.len() + build.site.staff.len());
    missing.extend((lost > 0).then(|| format!("{lost} pages are lost")));
    for page in &build.site.pages {
        let content = build.output.get(&page.address).map(|content| String::from_utf8(content.joined()).unwrap());
        let shown = shown_words(&content.unwrap_or_default());
        let typed = typed_words(build.sources.file(page.file).text());
        let gone = typed.iter().filter(|(word, count)| shown.get(*word).copied().unwrap_or(0) < **count);
        let gone: Vec<&str> = gone.map(|(word, _)| word.as_str()).collect();
        missing.extend((!gone.is_empty()).then(|| format!("{}: {}", page.path, gone.join(" "))));
    }
    Tried { pages: build.site.pages.len(), missing }
}

#[test]
fn a_small_handbook_loses_nothing() {
    let pages = [
        (
            "README.md",
            "# Home\n\nRead [this](a/one.md) <b>bold</b> first, then {{ that }}.\n\n<div class=\"x\">\n\nA box\n\n</div>\n",
        ),
        ("index.md", "# Another home\n\nIts text.\n"),
        ("404.md", "---\ntitle: Not found\n---\n\n# A heading of its own\n\nText.\n"),
        (
            "a/one.html.md",
            "+++\ntitle = \"One\"\ndate = 2020-01-01\nweight = 3\n[menu]\nx = 1\n+++\n# One\n\n| a | b |\n|---|---|\n| c | d |\n",
        ),
        ("a/One.html.md", "+++\ntitle = One\n+++\nA broken header.\n"),
        ("b.md", "---\ntitle: A <em>title</em>\n---\n\n[x](javascript:y) [z](www.z.example)\n\n## Heading {.class}\n"),
    ];
    let tried = try_out(&MemoryFiles::new(pages));
    assert_eq!((tried.pages, tried.missing), (6, Vec::new()));
}

#[test]
fn handbooks_of_others_lose_nothing() {
    let named = std::env::var(HANDBOOKS).unwrap_or_default();
    let mut lost = 0;
    for folder in named.split(':').filter(|folder| !folder.is_empty()) {
        let started = Instant::now();
        let tried = try_out(&DiskFiles::new(Path::new(folder)));
        println!(
            "{folder}: {} pages in {} ms, {} lose something",
            tried.pages,
            started.elapsed().as_millis(),
            tried.missing.len()
        );
        tried.missing.iter().for_each(|missing| println!("  {missing}"));
        lost += tried.missing.len();
    }
    assert_eq!(lost, 0, "see the lines above");
}
