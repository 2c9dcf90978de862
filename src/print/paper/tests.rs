//! The pack's data, out of whole sites.

use super::{Block, Book, book};
use crate::print::Press;
use crate::publish::fingerprint;
use crate::render::theme::{Stock, Theme};
use crate::source::{Layout, MemoryFiles};

fn with_book(files: &MemoryFiles, look: impl Fn(&Book<'_>)) {
    let (inputs, _) = crate::source::read(files, Layout::Site);
    let (site, _) = crate::site::assemble(&inputs, Layout::Site, "site");
    let (mut theme, _) = Theme::load(Stock::load(), &site.business, &inputs.overrides, &inputs.sources);
    theme.share(&crate::render::site_view(&site));
    let version = fingerprint::version(&site);
    let backstage = crate::render::Backstage::of(&site);
    let press = Press::new(&site, &theme, (jiff::civil::date(2026, 11, 22), &version), &backstage);
    look(&book(&press));
}

const SETTINGS: &str =
    "format = 1\n[business]\nname = \"Tidewater\"\ntimezone = \"America/New_York\"\ncountry = \"US\"\n";

fn with_scope(text: &str, look: impl Fn(&[Block])) {
    let mut files = MemoryFiles::new([("content/business.toml", SETTINGS)]);
    files.put("content/scope.md", text);
    with_book(&files, |book| look(&book.chapters[0].blocks));
}

#[test]
fn headings_never_skip_a_level() {
    let text = "+++\n[[service]]\nitem = \"Pages\"\nstatus = \"included\"\n+++\n# Scope\n\n#### Deep\n\n## Two\n\n##### Five\n";
    with_scope(text, |blocks| {
        let levels = blocks.iter().filter_map(|block| match block {
            Block::Heading { level, .. } => Some(*level),
            _ => None,
        });
        assert_eq!(levels.collect::<Vec<_>>(), [2, 2, 3]);
    });
}

#[test]
fn what_the_contents_name_is_numbered_in_its_order() {
    let text = "# Scope\n\n## One\n\n### Deep\n\n> ## Quoted\n\n- ## Listed\n\n## Last\n";
    with_scope(text, |blocks| {
        let said = serde_json::to_string(blocks).unwrap();
        let numbers = said.split("\"number\":").skip(1).filter_map(|rest| rest.split([',', '}']).next());
        assert_eq!(numbers.collect::<Vec<_>>(), ["\"1.1\"", "null", "\"1.2\"", "\"1.3\"", "\"1.4\""]);
    });
}

#[test]
fn what_looks_like_a_program_stays_words() {
    let text = "# Scope\n\n#let x = 1 and $x$ and @ref and `#show: none`\n";
    with_scope(text, |blocks| {
        let said = serde_json::to_string(blocks).unwrap();
        for words in ["#let x = 1 and $x$ and @ref and ", "#show: none"] {
            assert!(said.contains(words), "{said}");
        }
    });
}

#[test]
fn what_lies_with_another_company_is_a_link_with_its_address() {
    let company = "[[embed]]\nhost = \"a.example\"\nname = \"Company\"\n";
    let mut files = MemoryFiles::new([("content/business.toml", format!("{SETTINGS}{company}"))]);
    let frame = "<iframe title=\"A <map>\" src=\"https://a.example/map?x=1&amp;y=2\"></iframe>";
    files.put("content/scope.md", format!("# Scope\n\n{frame}\n\n![A door](https://a.example/door.jpg)\n"));
    with_book(&files, |book| {
        let said = serde_json::to_string(&book.chapters[0].blocks).unwrap();
        for words in
            ["\"A <map>\"", "\"note\":\"a.example/map?x=1&y=2\"", "\"A door\"", "(Company)", "a.example/door.jpg"]
        {
            assert!(said.contains(words), "{words} is not in {said}");
        }
        assert!(!said.contains("iframe"), "{said}");
    });
}

#[test]
fn an_id_is_given_once() {
    let text = "# Scope\n\n## One {#one}\n\n{{ fees }}\n\n## Two\n\n{{ fees }}\n";
    let mut files = MemoryFiles::new([("content/business.toml", format!("{SETTINGS}[fees]\nhourly = \"1.00 USD\"\n"))]);
    files.put("content/scope.md", text);
    with_book(&files, |book| {
        let said = serde_json::to_string(book).unwrap();
        assert_eq!(said.matches("\"scope:fee-hourly\"").count(), 1, "{said}");
        assert_eq!(said.matches("\"scope:one\"").count(), 1, "{said}");
    });
}
