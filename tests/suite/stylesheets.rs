//! What a page waits for before anything is seen: few stylesheets, and each small enough for one round trip.

use std::io::Write as _;

use clap::ValueEnum as _;
use flate2::Compression;
use flate2::write::GzEncoder;
use welcomemat::address::Address;
use welcomemat::build::Build;
use welcomemat::render::theme::BuiltIn;
use welcomemat::source::MemoryFiles;
use welcomemat::starters::Trade;

use crate::desk::BUSINESS;
use crate::html;
use crate::themes::dressed;
use crate::trades::build_of;

/// Seven segments of 1,460 bytes, less the 640 or so that a host's headers take: what one round trip brings on a slow line that two others
/// share.
const MOST: usize = 9_560;

/// The stylesheets a page links, as texts, in order.
fn styles(build: &Build, page: &str) -> Vec<String> {
    let text = |address: &str| {
        let content = build.output.get(&Address::new(address)).unwrap_or_else(|| panic!("no {address}"));
        String::from_utf8(content.joined()).expect("text")
    };
    let tags = html::tags(&text(page)).into_iter().filter(|tag| tag.get("rel") == Some("stylesheet"));
    let links = tags.map(|tag| tag.get("href").expect("an address").trim_start_matches("../").to_owned());
    links.map(|address| text(&address)).collect()
}

fn packed(text: &str) -> usize {
    let mut packer = GzEncoder::new(Vec::new(), Compression::default());
    packer.write_all(text.as_bytes()).expect("memory");
    packer.finish().expect("memory").len()
}

/// A small site with one guide.
fn guide(text: &str) -> MemoryFiles {
    let mut files = MemoryFiles::default();
    files.put("content/business.toml", BUSINESS.as_bytes().to_vec());
    files.put("content/welcome.md", b"# Welcome\n\nHello.\n".to_vec());
    files.put(
        "content/channels.md",
        b"+++\n[[channel]]\nid = \"email\"\nkind = \"email\"\naddress = \"hello@cats.example\"\n+++\n# Reach us\n"
            .to_vec(),
    );
    files.put("content/guides/cats.md", format!("# Cats\n\n{text}\n").into_bytes());
    files
}

#[test]
fn each_comes_in_one_round_trip() {
    for theme in BuiltIn::all() {
        for trade in Trade::value_variants() {
            let build = build_of(&dressed(*trade, theme.name));
            let pages = build.output.iter().map(|(address, _)| address.as_str());
            for page in
                pages.filter(|page| page.ends_with(".html") && *page != "404.html" && !page.starts_with("print/"))
            {
                let styles = styles(&build, page);
                let sizes: Vec<usize> = styles.iter().map(|style| packed(style)).collect();
                assert!(
                    sizes.iter().all(|size| *size <= MOST),
                    "{}, {trade:?}: {page} waits for {sizes:?}",
                    theme.name
                );
                let most = if page == "index.html" || page.starts_with("faq/") { 1 } else { 2 };
                assert!(sizes.len() <= most, "{}, {trade:?}: {page} waits for {sizes:?}", theme.name);
                // Which of them comes first decides nothing.
                assert!(styles.iter().all(|style| style.starts_with("@layer reset,")), "{page}");
            }
        }
    }
}

#[test]
fn that_of_facts_is_linked_where_one_is_shown() {
    let of = |text: &str| styles(&build_of(&guide(text)), "guides/cats.html").len();
    assert_eq!(of("Write to {{ channel.email }}. They purr."), 1);
    assert_eq!(of("They purr.\n\n{{ channels }}"), 2);
    assert_eq!(styles(&build_of(&guide("")), "channels.html").len(), 2);
}

#[test]
fn a_theme_of_ones_own_decides_what_is_where() {
    let mut files = guide("{{ channels }}");
    let one = "styles = [\"layers.css\", \"channels.css\", \"facts.css\", \"mine.css\"]\n";
    files.put("themes/welcome/theme.toml", one.as_bytes().to_vec());
    files.put("themes/welcome/assets/css/mine.css", b".mine  {\n  color: red;\n}\n".to_vec());
    let both = styles(&build_of(&files), "guides/cats.html");
    assert!(both[0].contains(".channel{") && both[0].contains("\n.mine  {\ncolor: red;\n}"), "{}", both[0]);
    assert!(!both.iter().skip(1).any(|facts| facts.contains(".channel{")), "what is on every page comes once");
    files.put("themes/welcome/theme.toml", b"facts = [\"mine.css\"]\n".to_vec());
    assert_eq!(styles(&build_of(&files), "guides/cats.html").len(), 1);
    files.put("content/guides/dogs.md", b"# Dogs\n\nThey bark.\n".to_vec());
    files.put(
        "themes/welcome/templates/page.html",
        b"{% extends \"welcome/page.html\" %}{% block shape %}mine{% endblock shape %}".to_vec(),
    );
    assert_eq!(styles(&build_of(&files), "guides/dogs.html").len(), 2, "a template's own class counts");
}
