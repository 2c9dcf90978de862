//! The readers, from the cheapest to the dearest.

use std::sync::Arc;

use clap::ValueEnum as _;
use welcomemat::diagnostic::{SourceFile, Sources, Span};
use welcomemat::markdown::html::{Plain, render_whole};
use welcomemat::markdown::{self, Hints, HtmlPolicy, ReferencePolicy, Rules};
use welcomemat::site;
use welcomemat::source::{self, Files, Layout, MemoryFiles, decode, split};
use welcomemat::starters::Trade;

use super::{Target, check_findings, texts, values};
use crate::desk::BUSINESS;
use crate::trades;

/// Every reader.
pub const TARGETS: &[Target] = &[
    Target { name: "values", share: 500, text: texts::value, check: values::check },
    Target { name: "bytes", share: 60, text: |dice| texts::noise(dice, 300), check: check_bytes },
    Target { name: "Markdown", share: 200, text: texts::markdown, check: check_markdown },
    Target { name: "references", share: 100, text: texts::referring, check: check_references },
    Target { name: "headers", share: 130, text: texts::page, check: check_header },
    Target { name: "whole builds", share: 10, text: texts::mistyped_file, check: check_build },
];

/// Bytes in every way an editor might have meant them.
fn check_bytes(text: &str) {
    let narrow: Vec<u8> = text.chars().map(|letter| u8::try_from(u32::from(letter) & 0xFF).unwrap_or(0)).collect();
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked = [b"\xFF\xFE", &wide[..wide.len() / 2]].concat();
    for bytes in [text.as_bytes(), &narrow, &wide, &marked] {
        let text = decode(bytes).text;
        assert!(!text.contains('\r'));
        let (_, body) = split(&text);
        assert!(text.get(body).is_some());
    }
}

fn check_markdown(text: &str) {
    for html in [HtmlPolicy::Refuse, HtmlPolicy::AsText, HtmlPolicy::Allow] {
        let rules = Rules { html, references: ReferencePolicy::Read, hints: Hints::Questions };
        let mut sources = Sources::default();
        let file = sources.add(SourceFile::new("page.md", text));
        let whole: Arc<str> = sources.file(file).text().clone();
        let span = Span::new(file, 0..text.len());
        for (document, findings) in [markdown::read(&whole, span, rules), markdown::read_inline(text, span, rules)] {
            check_findings(&findings, &sources);
            let _ = render_whole(&document, &Plain);
        }
    }
}

/// Reads files up to the site; nothing is rendered.
fn check_site(files: &dyn Files, layout: Layout) {
    let (inputs, found) = source::read(files, layout);
    check_findings(&found, &inputs.sources);
    let (_, found) = site::assemble(&inputs, layout, "Harbour Cats");
    check_findings(&found, &inputs.sources);
}

fn check_references(text: &str) {
    let channel = "[[channel]]\nid = \"email\"\nkind = \"email\"\nvalue = \"help@a.example\"\nreply_within = \"8 business hours\"\n";
    let settings =
        format!("{BUSINESS}[fees]\nhourly = \"10 GBP / hour\"\n[[people]]\nid = \"dana\"\nname = \"Dana\"\n");
    let files = MemoryFiles::new([
        ("content/business.toml", settings),
        ("content/availability.md", "+++\n[hours.office]\nmon = \"9-17\"\n+++\n# Hours\n".to_owned()),
        ("content/channels.md", format!("+++\n{channel}+++\n# Reach us\n\n{text}\n")),
        ("content/guides/a.md", format!("+++\nsummary = '''{}'''\n+++\n{text}", text.replace("'''", ""))),
    ]);
    check_site(&files, Layout::Site);
}

fn check_header(page: &str) {
    let (place, text) = page.split_once('\n').expect("a place");
    let mut files = MemoryFiles::new([("content/business.toml", BUSINESS)]);
    files.put(&format!("content/{place}"), text);
    check_site(&files, Layout::Site);
    check_site(&MemoryFiles::new([(place, text)]), Layout::Handbook);
}

/// A small example with one file of any example in it.
fn check_build(file: &str) {
    let (path, text) = file.split_once('\n').expect("a place");
    let trade = Trade::value_variants()[text.len() % 3];
    let mut files = trades::files(trade);
    files.put(path, text);
    let build = trades::build_of(&files);
    check_findings(&build.findings, &build.sources);
    assert!(build.output.len() > 20);
}
