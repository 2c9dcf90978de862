//! The three examples, built once in memory.

use std::sync::OnceLock;

use clap::ValueEnum as _;
use welcomemat::address::Address;
use welcomemat::build::{Build, Today, build};
use welcomemat::policy::kinds::Kind;
use welcomemat::render::Output;
use welcomemat::source::{Files, Layout, MemoryFiles};
use welcomemat::starters::Trade;

use crate::desk::TODAY;
use crate::html::{self, Tag};

/// The one page that stands alone: a host shows it at any depth, so it carries its own style.
pub const ALONE: &str = "404.html";

/// A built example.
pub struct Built {
    /// As typed behind `--trade`.
    pub trade: String,
    /// What the build made.
    pub build: Build,
}

/// A page of a site, read.
pub struct Page {
    /// Its address, behind the site it belongs to: `web-studio: faq/hours.html`.
    pub name: String,
    /// Its address.
    pub address: Address,
    /// Its text.
    pub text: String,
    /// Its opening tags.
    pub tags: Vec<Tag>,
}

impl Page {
    /// Every opening tag of this name.
    pub fn all<'p>(&'p self, name: &'p str) -> impl Iterator<Item = &'p Tag> {
        self.tags.iter().filter(move |tag| tag.name == name)
    }

    /// Whether it is made for paper: it has no menu, no door and no script.
    pub fn is_printed(&self) -> bool {
        self.address.as_str().starts_with("print/")
    }

    /// Whether it is the page for missing addresses.
    pub fn is_alone(&self) -> bool {
        self.address.as_str() == ALONE
    }
}

/// The three examples.
pub fn all() -> &'static [Built] {
    static BUILT: OnceLock<Vec<Built>> = OnceLock::new();
    BUILT.get_or_init(|| Trade::value_variants().iter().map(|trade| built(*trade)).collect())
}

/// Every page of the three examples.
pub fn pages() -> &'static [Page] {
    static PAGES: OnceLock<Vec<Page>> = OnceLock::new();
    PAGES.get_or_init(|| all().iter().flat_map(|built| pages_of(&built.trade, &built.build.output)).collect())
}

/// The pages of an output. `site` names it in failures.
pub fn pages_of(site: &str, output: &Output) -> Vec<Page> {
    let pages = output.iter().filter(|(address, _)| address.as_str().ends_with(".html"));
    let read = pages.map(|(address, content)| {
        let text = String::from_utf8(content.joined()).expect("text");
        let tags = html::tags(&text);
        Page { name: format!("{site}: {address}"), address: address.clone(), text, tags }
    });
    read.collect()
}

/// The files of an example, in memory.
pub fn files(trade: Trade) -> MemoryFiles {
    let mut memory = MemoryFiles::default();
    for (path, bytes) in trade.files(&trade.example()) {
        memory.put(&path, bytes);
    }
    memory
}

/// Builds files for [`TODAY`].
pub fn build_of(files: &dyn Files) -> Build {
    build(files, Layout::Site, "site", Today::Given(TODAY.parse().expect("a date")))
}

fn built(trade: Trade) -> Built {
    let name = trade.to_possible_value().expect("a name").get_name().to_owned();
    Built { trade: name, build: build_of(&files(trade)) }
}

/// Fails unless every word of every answer of a site is among some words, however those are broken into lines.
#[track_caller]
pub fn assert_every_answer_is_in(words: &str, trade: &str, build: &Build) {
    let letters = |text: &str| text.chars().filter(|letter| letter.is_alphanumeric()).collect::<String>();
    let words = letters(words);
    let pages = build.site.pages.iter().filter(|page| page.kind == Kind::Faq);
    let mut asked = 0;
    for (page, question) in pages.flat_map(|page| page.document.questions().map(move |question| (page, question))) {
        let answer = build.site.sayer().plain_nodes(&page.document, question.answer);
        let missing = answer.split_whitespace().map(letters).filter(|word| !words.contains(word.as_str()));
        let missing: Vec<String> = missing.collect();
        assert!(missing.is_empty(), "{trade}: {missing:?} of {answer}");
        asked += 1;
    }
    assert!(asked > 20, "{trade}: {asked} questions");
}
