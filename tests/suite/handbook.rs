//! Somebody's existing folder of Markdown is a site as it stands.

use crate::desk::{Desk, TODAY};

const PAGES: &[(&str, &str)] = &[
    ("README.md", "# Our handbook\n\nStart [here](start/first-day.md).\n"),
    (
        "start/first-day.md",
        "---\ntitle: Your first day\ndescription: Where to go, and when.\ntags: [a, b]\n---\n\nCome at nine. <b class=\"x\">Bold</b>\n\n\
         ![A map](map.svg)\n\n[gone](nowhere.md)\n",
    ),
    ("start/map.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"/>"),
    ("docs/index.md", "# Documents\n\nAll of them.\n"),
    ("docs/a/b/c.markdown", "# Deep down\n\n{{ business.name }} and `{{ x }}` stay as they are.\n"),
];

fn handbook() -> Desk {
    let desk = Desk::new();
    for (place, text) in PAGES {
        desk.write(&format!("handbook/{place}"), text);
    }
    desk
}

#[test]
fn it_builds_as_it_stands() {
    let desk = handbook();
    let run = desk.run(&["build", "handbook", "--today", TODAY]).expect_code(0);
    assert!(run.err.contains("site/handbook"), "what to add is said: {}", run.err);
    for page in ["index.html", "start/first-day.html", "docs/index.html", "docs/a/b/c.html"] {
        assert!(desk.has(&format!("handbook/public/{page}")), "{page}: pages keep their paths");
    }
    let home = desk.read("handbook/public/index.html");
    assert!(home.contains("Our handbook") && home.contains("href=\"start/first-day.html\""), "{home}");
}

#[test]
fn yaml_titles_are_read_raw_html_is_text_and_braces_stay() {
    let desk = handbook();
    desk.run(&["build", "handbook", "--today", TODAY]).expect_code(0);
    let page = desk.read("handbook/public/start/first-day.html");
    assert!(page.contains("<h1>Your first day</h1>") && page.contains("Where to go, and when."), "{page}");
    assert!(page.contains("&lt;b class=") && !page.contains("<b class="), "{page}");
    let deep = desk.read("handbook/public/docs/a/b/c.html");
    assert!(deep.contains("{{ business.name }} and"), "{deep}");
}

#[test]
fn a_dead_link_is_a_warning() {
    let desk = handbook();
    let check = desk.run(&["check", "handbook", "--format", "json"]).expect_code(0);
    let json = check.json();
    let dead =
        json["findings"].as_array().unwrap().iter().find(|finding| finding["code"] == "links/missing-page").unwrap();
    assert_eq!((dead["severity"].as_str(), dead["file"].as_str()), (Some("warning"), Some("start/first-day.md")));
    desk.run(&["check", "handbook", "--strict"]).expect_code(1);
}

#[test]
fn the_built_site_staff_pages_themes_and_dot_folders_are_no_content() {
    let desk = handbook();
    for place in [
        "public.md",
        "staff/secret.md",
        "themes/notes.md",
        ".obsidian/config.md",
        "start/.hidden.md",
        "start/~$first.md",
    ] {
        desk.write(&format!("handbook/{place}"), "# Hidden or not\n");
    }
    desk.run(&["build", "handbook", "--today", TODAY]).expect_code(0);
    let first = desk.tree("handbook/public");
    let pages: Vec<&String> = first.keys().filter(|place| place.ends_with(".html")).collect();
    assert!(pages.contains(&&"public.html".to_owned()), "a file is not the folder of that name");
    assert!(
        !pages.iter().any(|place| ["staff", "themes", "obsidian", "hidden", "~"].iter().any(|no| place.contains(no))),
        "{pages:?}"
    );
    desk.run(&["build", "handbook", "--today", TODAY]).expect_code(0);
    assert!(first == desk.tree("handbook/public"), "a second build reads the first one's output");
}

#[test]
fn the_sources_are_never_written_to() {
    let desk = handbook();
    desk.run(&["build", "handbook", "--today", TODAY]).expect_code(0);
    for (place, text) in PAGES {
        assert_eq!(desk.read(&format!("handbook/{place}")), *text);
    }
}

/// Stylesheets, scripts and sources of the program it was written for are no business of its readers.
#[test]
fn only_files_that_pages_use_are_copied() {
    let desk = handbook();
    desk.write("handbook/style.css", "body {}");
    desk.write("handbook/conf.py", "secret = 1");
    desk.write("handbook/start/unused.png", "nobody shows it");
    desk.write("handbook/start/form.pdf", "a form");
    desk.write("handbook/docs/forms.md", "# Forms\n\nFill in [the form](../start/form.pdf?v=2#page=3).\n");
    let run = desk.run(&["build", "handbook", "--today", TODAY]).expect_code(0);
    assert_eq!(desk.read("handbook/public/start/form.pdf"), "a form");
    let places: Vec<String> = desk.tree("handbook/public").into_keys().collect();
    let copied = |name: &str| places.iter().any(|place| place.contains(name));
    assert!(copied("map"), "a picture that is shown: {places:?}");
    for name in ["style.css", "conf.py", "unused"] {
        assert!(!copied(name), "{name} is nobody's business");
    }
    assert!(!run.err.contains("links/unused-file"), "what is not copied needs no word: {}", run.err);
}
