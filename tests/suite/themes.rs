//! Themes: two are built in, a site may change any file of either, and no copy, however old, breaks a build.

use clap::ValueEnum as _;
use welcomemat::build::Build;
use welcomemat::render::theme::BuiltIn;
use welcomemat::render::views::CONTRACT;
use welcomemat::source::MemoryFiles;
use welcomemat::starters::Trade;

use crate::desk::{Desk, TODAY};
use crate::html;
use crate::trades::{build_of, files};

/// An example with another theme.
pub fn dressed(trade: Trade, theme: &str) -> MemoryFiles {
    let mut dressed = MemoryFiles::default();
    for (path, bytes) in trade.files(&trade.example()) {
        let bytes = match std::str::from_utf8(&bytes) {
            Ok(text) if path == "content/business.toml" => chosen(text, theme).into_bytes(),
            _ => bytes,
        };
        dressed.put(&path, bytes);
    }
    dressed
}

fn chosen(business: &str, theme: &str) -> String {
    let changed = business.replace("theme = \"welcome\"", &format!("theme = \"{theme}\""));
    assert!(theme == "welcome" || changed != business, "the example names its theme");
    changed
}

fn small(theme: &str) -> MemoryFiles {
    let mut files = MemoryFiles::default();
    let business = format!("{}url = \"https://cats.example\"\n[brand]\ntheme = \"{theme}\"\n", crate::desk::BUSINESS);
    files.put("content/business.toml", business.into_bytes());
    files.put("content/welcome.md", b"# Welcome\n\nHello.\n".to_vec());
    files
}

fn codes(build: &Build) -> Vec<&'static str> {
    build.findings.iter().map(|finding| finding.code.id).collect()
}

fn is_same(one: &Build, other: &Build) -> bool {
    let bytes = |build: &Build| -> Vec<(String, Vec<u8>)> {
        build.output.iter().map(|(address, content)| (address.to_string(), content.joined())).collect()
    };
    bytes(one) == bytes(other)
}

#[test]
fn every_theme_is_listed_with_what_it_looks_like() {
    let desk = Desk::new();
    let list = desk.run(&["theme", "list"]).expect_code(0).out;
    for theme in BuiltIn::all() {
        assert!(!theme.about().is_empty(), "{} says how it looks", theme.name);
        assert!(list.contains(theme.name) && list.contains(&theme.about()), "{list}");
        let files = desk.run(&["theme", "list", theme.name]).expect_code(0).out;
        assert!(files.lines().any(|line| line == "templates/page.html"), "{files}");
    }
    let unknown = desk.run(&["theme", "copy", "foier"]).expect_code(2);
    assert!(unknown.err.contains("Did you mean `foyer`?"), "{}", unknown.err);
}

#[test]
fn an_untouched_copy_builds_the_same_bytes() {
    for theme in BuiltIn::all() {
        let desk = Desk::with_starter("web-studio");
        let business = chosen(&desk.read("site/content/business.toml"), theme.name);
        desk.write("site/content/business.toml", business);
        let build = |output: &str| {
            desk.run(&["build", "site", "--today", TODAY, "--no-staff", "--no-pdf", "--output", output]).expect_code(0);
            desk.tree(output)
        };
        let built_in = build("one");
        let told = desk.run(&["theme", "copy", theme.name, "--to", "site"]).expect_code(0);
        assert!(told.err.contains("yours to change"), "{}", told.err);
        assert!(desk.has(&format!("site/themes/{}/templates/base.html", theme.name)));
        assert!(build("two") == built_in, "a copy of {} changes the site", theme.name);
        let again = desk.run(&["theme", "copy", theme.name, "--to", "site"]).expect_code(0);
        assert!(again.err.contains("there already"), "{}", again.err);
    }
}

#[test]
fn a_copy_never_overwrites_what_is_there() {
    let desk = Desk::with_site(&[]);
    desk.write("site/themes/welcome/templates/page.html", "mine");
    for only in [&["theme", "copy", "welcome"][..], &["theme", "copy", "welcome", "--only", "page.html"]] {
        let before = desk.tree("site/themes");
        let mut command = desk.command(only);
        command.current_dir(desk.path("site/content"));
        let run = crate::desk::Run::of(&mut command).expect_code(2);
        assert!(run.err.contains("themes/welcome/templates/page.html"), "{}", run.err);
        assert!(desk.tree("site/themes") == before, "nothing is written when something is in the way");
    }
}

#[test]
fn single_files_are_copied_with_the_number_they_were_written_for() {
    let desk = Desk::with_site(&[]);
    desk.run(&["theme", "copy", "foyer", "--to", "site", "--only", "page.html", "--only", "labels"]).expect_code(0);
    let tree = desk.tree("site/themes/foyer");
    assert!(tree.contains_key("templates/page.html"), "also a file that the theme takes from `welcome`");
    assert!(tree.contains_key("labels/en.toml"));
    assert!(desk.read("site/themes/foyer/theme.toml").contains(&format!("contract = {CONTRACT}")));
    assert!(!tree.keys().any(|place| place.starts_with("assets/")));
    let run = desk.run(&["theme", "copy", "welcome", "--to", "site", "--only", "templates/weeks.html"]).expect_code(2);
    assert!(run.err.contains("Did you mean"), "{}", run.err);
}

#[test]
fn every_template_overridden_alone_builds() {
    for theme in BuiltIn::all() {
        let unchanged = build_of(&dressed(Trade::WebStudio, theme.name));
        for (place, bytes) in theme.own_files().into_iter().filter(|(place, _)| place.starts_with("templates/")) {
            let mut files = dressed(Trade::WebStudio, theme.name);
            files.put(&format!("themes/{}/{place}", theme.name), bytes.to_vec());
            let build = build_of(&files);
            assert_eq!(codes(&build), codes(&unchanged), "{place} of {}", theme.name);
            assert!(is_same(&build, &unchanged), "{place} of {} changes pages", theme.name);
        }
    }
}

#[test]
fn every_template_of_another_contract_builds_with_a_notice() {
    for theme in BuiltIn::all() {
        let unchanged = build_of(&small(theme.name));
        let expected: Vec<&str> = codes(&unchanged).into_iter().chain(["theme/other-contract"]).collect();
        for (place, _) in theme.files().into_iter().filter(|(place, _)| place.starts_with("templates/")) {
            let mut files = small(theme.name);
            files.put(&format!("themes/{}/{place}", theme.name), b"{{ what.was.once.here }}".to_vec());
            files
                .put(&format!("themes/{}/theme.toml", theme.name), b"contract = 0\nstyles = [\"gone.css\"]\n".to_vec());
            let build = build_of(&files);
            let mut found = codes(&build);
            found.sort_unstable_by_key(|code| *code == "theme/other-contract");
            assert_eq!(found, expected, "{place} of {}", theme.name);
            assert!(is_same(&build, &unchanged), "{place} of {}: the built-in parts are used", theme.name);
        }
    }
}

#[test]
fn a_template_builds_on_the_one_it_overrides() {
    for theme in BuiltIn::all() {
        let mut files = small(theme.name);
        files.put("content/scope.md", b"# Scope\n\nWords.\n".to_vec());
        let own =
            "{% extends \"welcome/page.html\" %}{% block before %}<p class=\"mine\">Mine</p>{% endblock before %}";
        files.put(&format!("themes/{}/templates/page.html", theme.name), own.as_bytes().to_vec());
        let build = build_of(&files);
        let scope =
            build.output.iter().find(|(address, _)| address.as_str() == "scope.html").expect("a page").1.joined();
        let text = String::from_utf8(scope).expect("text");
        assert!(text.contains("<p class=\"mine\">Mine</p>") && text.contains("site-head"), "{text}");
    }
}

#[test]
fn the_second_theme_shows_the_same_pages_and_finds_the_same() {
    for trade in Trade::value_variants() {
        let (welcome, foyer) = (build_of(&files(*trade)), build_of(&dressed(*trade, "foyer")));
        assert_eq!(codes(&welcome), codes(&foyer));
        let pages = |build: &Build| -> Vec<String> {
            let pages = build.output.iter().map(|(address, _)| address.to_string());
            pages.filter(|address| address.ends_with(".html")).collect()
        };
        assert_eq!(pages(&welcome), pages(&foyer));
        for (address, content) in foyer.output.iter().filter(|(address, _)| address.as_str().ends_with(".html")) {
            let text = String::from_utf8(content.joined()).expect("text");
            let tags = html::tags(&text);
            assert_eq!(tags.iter().filter(|tag| tag.name == "h1").count(), 1, "{address}");
            assert_eq!(tags.iter().filter(|tag| tag.name == "main").count(), 1, "{address}");
            let is_framed = !address.as_str().starts_with("print/") && address.as_str() != "404.html";
            assert_eq!(text.contains("class=\"rail\""), is_framed, "{address}");
        }
    }
}

#[test]
fn a_stylesheet_may_name_a_file_with_either_quote_or_none() {
    for written in ["url(\"../img/dot.svg\")", "url('../img/dot.svg')", "url(../img/dot.svg)"] {
        let mut files = small("welcome");
        files.put("themes/welcome/assets/css/base.css", format!("p {{ background: {written} }}").into_bytes());
        files.put("themes/welcome/assets/img/dot.svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>".to_vec());
        let build = build_of(&files);
        let is_dot = |address: &str| address.starts_with("assets/dot.") && address.ends_with(".svg");
        let dot = build.output.iter().map(|(address, _)| address.to_string()).find(|address| is_dot(address));
        let name = dot.unwrap_or_else(|| panic!("{written} publishes nothing")).replace("assets/", "");
        let named = format!("url(\"{name}\")");
        let mut styles = build.output.iter().filter(|(address, _)| address.as_str().ends_with(".css"));
        assert!(styles.any(|(_, style)| String::from_utf8_lossy(&style.joined()).contains(&named)), "{written}");
    }
}

#[test]
fn a_ramp_of_ones_own_keeps_the_steps_it_does_not_name() {
    let ramp_of = |files: &MemoryFiles| -> String {
        let build = build_of(files);
        let mut texts = build.output.iter().map(|(_, content)| String::from_utf8_lossy(&content.joined()).into_owned());
        let style = texts.find(|text| text.contains("\n:root{--brand-")).expect("a ramp");
        style.lines().rfind(|line| line.starts_with(":root{--brand-")).expect("a ramp").to_owned()
    };
    let mut files = MemoryFiles::default();
    let business = format!("{}[brand]\ncolor = \"#803030\"\n", crate::desk::BUSINESS);
    files.put("content/business.toml", business.into_bytes());
    files.put("content/welcome.md", b"# Welcome\n".to_vec());
    let built_in = ramp_of(&files);
    files.put("themes/welcome/theme.toml", b"[ramp]\n42 = 0.5\n".to_vec());
    let own = ramp_of(&files);
    assert_ne!(own, built_in);
    assert_eq!(own.matches("--brand-").count(), built_in.matches("--brand-").count());
}
