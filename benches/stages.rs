//! How long each stage takes, at the first example and at a thousand pages: `cargo bench`. `README.md` beside this says how to read it.

#![allow(clippy::disallowed_methods, reason = "a measurement stands outside: it makes folders of its own")]
#![allow(clippy::unwrap_used, reason = "a measurement that cannot go on fails")]

use std::fmt::{self, Display, Write as _};
use std::sync::Arc;

use clap::ValueEnum as _;
use divan::{Bencher, black_box};
use jiff::civil::{Date, date};
use tempfile::TempDir;
use welcomemat::address::SourcePath;
use welcomemat::build::{Build, Memory, Order, Today, build, defined, prepare};
use welcomemat::check::links;
use welcomemat::diagnostic::{Findings, Span};
use welcomemat::markdown::{self, Rules};
use welcomemat::output::{self, Destination, Protected, publish};
use welcomemat::print::Pdf;
use welcomemat::publish::guard;
use welcomemat::render::theme::{Stock, Theme};
use welcomemat::render::{self, Backstage, Edition, Output};
use welcomemat::site::{self, Site};
use welcomemat::source::Files as _;
use welcomemat::source::{self, Inputs, Layout, MemoryFiles};
use welcomemat::starters::Trade;

/// The program's own: what is measured is what its users wait for.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const TODAY: Date = date(2026, 11, 22);

/// The sites that are measured.
#[derive(Clone, Copy, Debug)]
enum Size {
    /// The web studio.
    Starter,
    /// The same with guides up to a thousand pages, in 40 folders.
    Thousand,
}

const SIZES: [Size; 2] = [Size::Starter, Size::Thousand];

impl Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Size::Starter => "starter",
            Size::Thousand => "1,000 pages",
        })
    }
}

impl Size {
    fn files(self) -> MemoryFiles {
        let trade = Trade::value_variants()[0];
        let mut files = MemoryFiles::default();
        let starter = trade.files(&trade.example());
        let pages = starter.iter().filter(|(path, _)| path.ends_with(".md")).count();
        for (path, bytes) in starter {
            files.put(&path, bytes);
        }
        if let Size::Thousand = self {
            (pages..1_000)
                .for_each(|number| files.put(&format!("content/guides/{}/{number}.md", number % 40), guide(number)));
        }
        files
    }

    fn inputs(self) -> Inputs {
        source::read(&self.files(), Layout::Site).0
    }

    fn site(self) -> (Inputs, Site) {
        let inputs = self.inputs();
        let site = site::assemble(&inputs, Layout::Site, "site").0;
        (inputs, site)
    }

    fn build(self) -> Build {
        build(&self.files(), Layout::Site, "site", Today::Given(TODAY))
    }
}

/// A page as owners write them: some three hundred words, headings, a list, a table, links and references.
fn guide(number: usize) -> String {
    let mut text = format!("+++\nsummary = \"What to know about matter {number}.\"\n+++\n\n# Matter {number}\n");
    for part in 0..4 {
        let _ = write!(text, "\n## Part {part} of {number}\n\n");
        let sentence = "Write to {{ channel.email }} first, and **keep a copy** of what you send; see [the hours](../../availability.md). ";
        text += &sentence.repeat(3);
        text += "\n\n- One thing at a time\n- Two at most\n\n| When | What |\n|---|---|\n| Monday | `plan` |\n| Friday | done |\n";
    }
    text
}

fn theme(inputs: &Inputs, site: &Site) -> Theme {
    let (mut theme, _) = Theme::load(Stock::load(), &site.business, &inputs.overrides, &inputs.sources);
    theme.share(&render::site_view(site));
    theme
}

fn edition() -> Edition<'static> {
    Edition { today: TODAY, version: None, papers: None, emblem: None, marks: None, shelf: None }
}

#[divan::bench(args = SIZES)]
fn a_read(bencher: Bencher, size: Size) {
    let files = size.files();
    bencher.bench_local(|| source::read(black_box(&files), Layout::Site));
}

#[divan::bench(args = SIZES)]
fn b_markdown(bencher: Bencher, size: Size) {
    let inputs = size.inputs();
    let texts: Vec<(Arc<str>, Span)> = inputs
        .pages
        .iter()
        .map(|page| (inputs.sources.file(page.file).text().clone(), Span::new(page.file, page.body.clone())))
        .collect();
    bencher.bench_local(|| {
        texts.iter().map(|(text, body)| markdown::read(text, *body, Rules::default()).1.iter().len()).sum::<usize>()
    });
}

#[divan::bench(args = SIZES)]
fn c_model(bencher: Bencher, size: Size) {
    let inputs = size.inputs();
    bencher.bench_local(|| site::assemble(black_box(&inputs), Layout::Site, "site"));
}

#[divan::bench(args = SIZES)]
fn d_theme(bencher: Bencher, size: Size) {
    let (inputs, site) = size.site();
    bencher.bench_local(|| theme(black_box(&inputs), &site));
}

#[divan::bench(args = SIZES)]
fn e_render(bencher: Bencher, size: Size) {
    let (inputs, site) = size.site();
    let theme = theme(&inputs, &site);
    bencher.bench_local(|| render::render(black_box(&site), &theme, edition(), &Backstage::of(&site)));
}

#[divan::bench(args = SIZES)]
fn f_guard(bencher: Bencher, size: Size) {
    let built = size.build();
    bencher.bench_local(|| guard::check(black_box(&built.site), &built.sources, &built.output));
}

#[divan::bench(args = SIZES)]
fn g_check_links(bencher: Bencher, size: Size) {
    let built = size.build();
    bencher.bench_local(|| {
        let mut findings = Findings::new();
        let defined = defined(&built.output, &links::pages_with_wanted_ids(&built.site));
        links::check(black_box(&built.site), &defined, &mut findings);
        findings
    });
}

/// A folder to publish into.
struct Yard {
    top: TempDir,
}

impl Yard {
    fn new() -> Self {
        Yard { top: tempfile::tempdir().unwrap() }
    }

    fn publish(&self, output: &Output) {
        let site = self.top.path().join("site");
        let protected = Protected { site: &site, closed: &[], home: None };
        let destination =
            Destination::open(&self.top.path().join("public"), "public", output::Edition::Site, &protected).unwrap();
        black_box(publish(output, &destination).unwrap());
    }
}

/// Everything is new.
#[divan::bench(args = SIZES, sample_count = 20)]
fn h_publish(bencher: Bencher, size: Size) {
    let output = size.build().output;
    bencher.with_inputs(Yard::new).bench_local_values(|yard| {
        yard.publish(&output);
        yard
    });
}

/// Nothing has changed: everything is read, compared, and left alone.
#[divan::bench(args = SIZES, sample_count = 20)]
fn i_publish_plan(bencher: Bencher, size: Size) {
    let output = size.build().output;
    let yard = Yard::new();
    yard.publish(&output);
    bencher.bench_local(|| yard.publish(&output));
}

/// All of it, in memory.
#[divan::bench(args = SIZES, sample_count = 20)]
fn j_build(bencher: Bencher, size: Size) {
    let files = size.files();
    bencher.bench_local(|| build(black_box(&files), Layout::Site, "site", Today::Given(TODAY)));
}

/// Again and again in one process, a word of one page changed each time, as the preview does it: without the PDFs, and with them.
#[divan::bench(args = [Pdf::Skip, Pdf::Make], sample_count = 40)]
fn k_again(bencher: Bencher, pdf: Pdf) {
    let order = Order { pdf, ..Order::from(Today::Given(TODAY)) };
    let (mut files, mut memory) = (Size::Starter.files(), Memory::default());
    let path = SourcePath::new("content/deadlines.md");
    let text = String::from_utf8(files.read(&path).unwrap()).unwrap();
    let mut number = 0;
    bencher.bench_local(|| {
        number += 1;
        files.put(path.as_str(), format!("{text}\nChanged for the {number}th time.\n"));
        prepare(&files, Layout::Site, "site", order, &mut memory).finish()
    });
}

fn main() {
    divan::main();
}
