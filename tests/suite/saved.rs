//! Whatever an owner's editor made of a text, its page is the same; and no byte of a source is ever written.

use std::collections::BTreeMap;

use encoding_rs::WINDOWS_1252;
use jiff::civil::date;
use welcomemat::build::{Today, build};
use welcomemat::source::{Files, Layout, MemoryFiles};

use crate::desk::{Desk, TODAY};

type Saving = fn(&str) -> Option<Vec<u8>>;

fn utf16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(order).collect()
}

fn windows(text: &str) -> Option<Vec<u8>> {
    let (bytes, _, lossy) = WINDOWS_1252.encode(text);
    (!lossy).then(|| bytes.into_owned())
}

/// The ways editors save, by name. A text that a way can't hold is left out of it.
const WAYS: &[(&str, Saving)] = &[
    ("UTF-8", |text| Some(text.into())),
    ("UTF-8 with a mark", |text| Some([b"\xEF\xBB\xBF", text.as_bytes()].concat())),
    ("CRLF", |text| Some(text.replace('\n', "\r\n").into())),
    ("CR", |text| Some(text.replace('\n', "\r").into())),
    ("UTF-16 little", |text| Some([b"\xFF\xFE".to_vec(), utf16(text, u16::to_le_bytes)].concat())),
    ("UTF-16 big", |text| Some([b"\xFE\xFF".to_vec(), utf16(text, u16::to_be_bytes)].concat())),
    ("UTF-16 little without a mark", |text| Some(utf16(text, u16::to_le_bytes))),
    ("Windows-1252", windows),
];

/// The texts of the example, and its other files.
fn example() -> (BTreeMap<String, String>, MemoryFiles) {
    let desk = Desk::with_starter("web-studio");
    let (mut texts, mut others) = (BTreeMap::new(), MemoryFiles::default());
    for (place, bytes) in desk.tree("site") {
        match String::from_utf8(bytes.clone()) {
            Ok(text) if place.ends_with(".md") || place.ends_with(".toml") => _ = texts.insert(place, text),
            _ => others.put(&place, bytes),
        }
    }
    (texts, others)
}

/// Every file that a build of `files` publishes.
fn published(files: &dyn Files) -> BTreeMap<String, Vec<u8>> {
    let build = build(files, Layout::Site, "site", Today::Given(date(2026, 11, 22)));
    assert!(!build.findings.has_errors());
    build.output.iter().map(|(address, content)| (address.to_string(), content.joined())).collect()
}

#[test]
fn every_way_of_saving_gives_the_same_pages() {
    let (texts, others) = example();
    let save = |way: Saving| {
        let mut files = others.clone();
        let mut saved = 0;
        for (place, text) in &texts {
            let bytes = way(text);
            saved += usize::from(bytes.is_some());
            files.put(place, bytes.unwrap_or_else(|| text.clone().into()));
        }
        (published(&files), saved)
    };
    let (expected, all) = save(WAYS[0].1);
    assert!(expected.len() > 20 && all > 20);
    for (name, way) in &WAYS[1..] {
        let (pages, saved) = save(*way);
        assert!(saved * 2 > all, "{name} can hold {saved} of {all} texts");
        let different: Vec<&String> = expected.keys().filter(|page| pages.get(*page) != expected.get(*page)).collect();
        assert!(different.is_empty() && pages.len() == expected.len(), "{name}: {different:?}");
    }
}

#[test]
fn no_source_is_touched_by_a_build() {
    let desk = Desk::with_starter("web-studio");
    let odd = |text: &str| [b"\xFF\xFE".to_vec(), utf16(&text.replace('\n', "\r\n"), u16::to_le_bytes)].concat();
    desk.write("site/content/guides/odd.md", odd("+++\ntitle = “Odd”\n+++\n\n# Odd\n\nText.\n"));
    desk.write("site/content/guides/old.md", b"# Caf\xE9\r\n\r\nOn parle fran\xE7ais.\r\n");
    let state = || (desk.tree("site/content"), desk.times("site/content"));
    let before = state();
    desk.run(&["build", "site", "--today", TODAY]).expect_code(0);
    desk.run(&["check", "site", "--today", TODAY]).expect_code(0);
    assert!(before.0.len() > 20 && before == state());
}
