//! Every page as a visitor, a screen reader, a search engine and a strict browser get it.

use std::collections::{BTreeMap, BTreeSet};

use crate::desk::{Desk, TODAY};
use crate::html;
use crate::trades::{self, pages};

const HEADINGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];

#[test]
fn no_style_script_or_handler_stands_inline() {
    for page in pages() {
        for tag in &page.tags {
            let handler = tag.attributes.iter().find(|(name, _)| name == "style" || name.starts_with("on"));
            assert_eq!(handler, None, "{}: <{}>", page.name, tag.name);
            let is_data = tag.get("type") == Some("application/ld+json");
            assert!(tag.name != "script" || tag.get("src").is_some() || is_data, "{}: an inline script", page.name);
            assert!(tag.name != "style" || page.is_alone(), "{}: an inline style", page.name);
            let runs =
                tag.attributes.iter().any(|(_, value)| value.trim_start().to_lowercase().starts_with("javascript:"));
            assert!(!runs, "{}: a script in <{}>", page.name, tag.name);
        }
    }
}

#[test]
fn each_has_one_h1() {
    for page in pages() {
        assert_eq!(page.all("h1").count(), 1, "{}", page.name);
    }
}

#[test]
fn headings_never_skip_a_level() {
    for page in pages() {
        let mut above = 0;
        for tag in &page.tags {
            let Some(level) = HEADINGS.iter().position(|name| *name == tag.name) else { continue };
            assert!(level <= above, "{}: <{}> {:?} follows a heading of level {above}", page.name, tag.name, tag.text);
            above = level + 1;
        }
    }
}

#[test]
fn ids_are_unique_and_whatever_names_one_finds_it() {
    for page in pages() {
        let mut ids = BTreeSet::new();
        for id in page.tags.iter().filter_map(|tag| tag.get("id")) {
            assert!(!id.is_empty() && !id.contains(char::is_whitespace), "{}: id {id:?}", page.name);
            assert!(ids.insert(id), "{}: #{id} twice", page.name);
        }
        for tag in &page.tags {
            let naming = ["aria-labelledby", "aria-describedby", "aria-controls", "for", "popovertarget", "headers"];
            let named = naming.iter().filter_map(|name| tag.get(name)).flat_map(str::split_whitespace);
            named.for_each(|id| assert!(ids.contains(id), "{}: <{}> names #{id}", page.name, tag.name));
        }
    }
}

/// Headings may be called like parts of the frame, and a component may stand on a page twice.
#[test]
fn no_heading_and_no_second_component_takes_an_id_from_another() {
    let names = [
        "Menu",
        "Main",
        "Q",
        "Toc name",
        "Pack",
        "Policies",
        "Guides",
        "Categories",
        "Read first",
        "Closures",
        "Hours office",
    ];
    let headings: String = names.iter().map(|name| format!("## {name}\n\nText.\n\n")).collect();
    let hours = "+++\n[hours.office]\nmon = \"09:00-17:00\"\n[[closure]]\nname = \"Fair\"\non = \"12-01\"\n+++\n";
    let desk = Desk::with_site(&[
        ("welcome.md", &format!("# Welcome\n\nCome in.\n\n{headings}")),
        ("guides/a.md", &format!("# A\n\n{{{{ hours.office }}}}\n\n{{{{ hours.office }}}}\n\n{headings}")),
        ("availability.md", &format!("{hours}# Hours\n\nCome by.\n\n{headings}{{{{ closures }}}}\n")),
    ]);
    desk.run(&["build", "site", "--today", TODAY]).expect_code(0);
    for (place, bytes) in desk.tree("site/public").into_iter().filter(|(place, _)| place.ends_with(".html")) {
        let mut ids = BTreeSet::new();
        for id in html::tags(&String::from_utf8_lossy(&bytes)).iter().filter_map(|tag| tag.get("id")) {
            assert!(ids.insert(id.to_owned()), "{place}: #{id} twice");
        }
        let own = ["menu", "closures", "hours-office"].iter().all(|id| ids.contains(*id));
        assert!(
            own || !["index.html", "guides/a.html", "availability.html"].contains(&place.as_str()),
            "{place}: {ids:?}"
        );
    }
}

#[test]
fn each_has_what_a_screen_reader_starts_with() {
    for page in pages() {
        let html = page.all("html").next().expect("<html>");
        assert!(html.get("lang").is_some_and(|lang| lang.starts_with("en")), "{}: no language", page.name);
        assert_eq!(html.get("dir"), Some("ltr"), "{}", page.name);
        let title = page.all("title").next().expect("<title>");
        assert!(!title.text.trim().is_empty(), "{}: an empty title", page.name);
        assert_eq!(page.all("main").count(), 1, "{}", page.name);
        assert!(
            page.text.starts_with("<!doctype html>") && page.text.contains("<meta charset=\"utf-8\">"),
            "{}",
            page.name
        );
        assert!(page.text.contains("name=\"viewport\""), "{}", page.name);
        let body = page.tags.iter().position(|tag| tag.name == "body").expect("<body>");
        let first = &page.tags[body + 1];
        let skips = first.name == "a"
            && first.get("href")
                == page.all("main").next().and_then(|main| main.get("id")).map(|id| format!("#{id}")).as_deref();
        assert!(
            skips || page.is_alone() || page.is_printed(),
            "{}: the first thing is no way past the menu",
            page.name
        );
    }
}

#[test]
fn titles_tell_pages_apart() {
    for built in trades::all() {
        let mut seen = BTreeMap::new();
        for page in trades::pages_of(&built.trade, &built.build.output) {
            let title = page.all("title").next().expect("a title").text.clone();
            let before = seen.insert(title.clone(), page.name.clone());
            assert_eq!(before, None, "{} has the same title {title:?}", page.name);
        }
    }
}

#[test]
fn pictures_and_form_fields_have_names() {
    for page in pages() {
        for picture in page.all("img") {
            assert!(picture.get("alt").is_some(), "{}: {:?}", page.name, picture.get("src"));
            assert!(
                picture.get("width").is_some() && picture.get("height").is_some(),
                "{}: {:?}",
                page.name,
                picture.get("src")
            );
        }
        for picture in page.all("svg") {
            let is_named = picture.get("role") == Some("img") || picture.get("aria-hidden") == Some("true");
            let is_inside = page.text.contains("aria-hidden=\"true\"><svg");
            assert!(is_named || is_inside, "{}: a picture without a name", page.name);
        }
        let labels: BTreeSet<&str> = page.all("label").filter_map(|label| label.get("for")).collect();
        for (before, field) in page.tags.iter().zip(&page.tags[1..]).filter(|(_, tag)| tag.name == "input") {
            let is_named = field.get("id").is_some_and(|id| labels.contains(id)) || before.name == "label";
            assert!(is_named, "{}: a field without a label", page.name);
        }
    }
}

#[test]
fn no_reference_and_no_mark_is_left_over() {
    let left = ["{{", "}}", "{%", "\u{E000}", "\u{E001}", "\u{FFFD}", "undefined", "[object"];
    for page in pages() {
        let words = html::words(&page.text);
        let found = left.iter().find(|mark| words.contains(**mark));
        assert_eq!(found, None, "{}", page.name);
    }
}

/// Two closures, two steps may have one name; the words of both are the owner's.
#[test]
fn rows_of_one_name_all_say_their_words() {
    let hours = "+++\n[hours.office]\nmon = \"09:00-17:00\"\n[[closure]]\nname = \"Fair\"\non = \"2026-12-01\"\n\
                 [[closure]]\nname = \"Fair\"\non = \"2027-12-01\"\nmessage = \"Ask *{{ business.name }}*.\"\n+++\n# Hours\n";
    let step =
        "[[step]]\nwhen = \"Day 0\"\nwho = \"us\"\nwhat = \"Call\"\nneeds = \"A *word* with {{ business.name }}\"\n";
    let desk = Desk::with_site(&[
        ("availability.md", hours),
        ("getting-started.md", &format!("+++\n{step}{step}+++\n# Start\n")),
    ]);
    desk.run(&["build", "site", "--today", TODAY]).expect_code(0);
    assert!(desk.read("site/public/availability.html").contains("Ask <em>Harbour Cats</em>."));
    assert_eq!(desk.read("site/public/getting-started.html").matches("A <em>word</em> with Harbour Cats").count(), 2);
}

/// Plain prose already makes a complete page.
#[test]
fn facts_are_shown_even_when_the_prose_never_mentions_them() {
    let channels = "+++\n[[channel]]\nid = \"mail\"\nkind = \"email\"\nvalue = \"hi@cats.example\"\nreply_within = \"1 business day\"\n+++\n\n# Reach us\n\nWrite.\n";
    let desk = Desk::with_site(&[("channels.md", channels)]);
    desk.build().expect_code(0);
    let hours = desk.read("site/public/availability.html");
    assert!(
        hours.contains("<table") && hours.contains("Monday") && hours.contains("9\u{a0}am–\u{2060}5\u{a0}pm"),
        "{hours}"
    );
    assert!(desk.read("site/public/channels.html").contains("href=\"mailto:hi@cats.example\""));
}

/// A list of the owner's own says it better; a link in a sentence is no list.
#[test]
fn a_folder_is_not_listed_twice() {
    let shown = |index: &str| {
        let desk = Desk::with_site(&[
            ("guides/index.md", index),
            ("guides/one.md", "# One\n\nText.\n"),
            ("guides/deep/index.md", "# Deep\n\nText.\n"),
        ]);
        desk.build().expect_code(0);
        desk.read("site/public/guides/index.html").contains("class=\"wide cards folder\"")
    };
    assert!(!shown("# Guides\n\n- [One](one.md): first.\n- [Deep](deep/index.md)\n"));
    assert!(!shown("# Guides\n\n1. [One](one.md)\n\n## More\n\n- Then [deeper](deep/index.md)\n"));
    assert!(shown("# Guides\n\n- [One](one.md): first.\n"), "the folder is missing from the list");
    assert!(shown("# Guides\n\nSee [One](one.md) and [Deep](deep/index.md).\n"));
}

/// A reader who jumps from heading to heading must not land on the same words twice.
#[test]
fn no_heading_of_the_hours_stands_twice() {
    for page in trades::pages().iter().filter(|page| page.address.as_str() == "availability.html") {
        let mut seen = BTreeSet::new();
        for part in page.text.split("<h").skip(1).filter(|part| part.starts_with(['2', '3'])) {
            let words = part.split_once('>').and_then(|(_, rest)| rest.split_once("</h")).map(|(words, _)| words);
            let words = words.unwrap_or_default().split('<').next().unwrap_or_default().trim();
            assert!(seen.insert(words.to_owned()), "{}: “{words}” is a heading twice", page.name);
        }
        assert!(seen.len() > 4, "{}: {seen:?}", page.name);
    }
}
