//! What is no longer said is no longer online, and what has not changed is not touched.

use std::collections::BTreeSet;

use crate::desk::{Desk, Run, TODAY};

const PAGES: &[(&str, &str)] = &[
    ("welcome.md", "# Welcome\n\nCome in.\n"),
    ("faq/money.md", "# Money\n\n## How much? {#how-much}\n\nA little.\n"),
    ("guides/leaving.md", "# Leaving\n\nTake your time.\n"),
    ("guides/deep/inside.md", "# Inside\n\nFar in.\n"),
    ("price-list.txt", "Much"),
];

fn built() -> Desk {
    let desk = Desk::with_site(PAGES);
    desk.build().expect_code(0);
    desk
}

fn counts(run: &Run) -> [u64; 3] {
    let json = run.json();
    ["written", "unchanged", "removed"].map(|key| json[key].as_u64().expect(key))
}

fn rebuild(desk: &Desk) -> [u64; 3] {
    counts(&desk.run(&["build", "site", "--today", TODAY, "--format", "json"]).expect_code(0))
}

/// The files that were written between two looks.
fn touched(desk: &Desk, change: impl FnOnce(&Desk)) -> BTreeSet<String> {
    let before = desk.times("site/public");
    change(desk);
    desk.build().expect_code(0);
    let after = desk.times("site/public");
    after.into_iter().filter(|(place, time)| before.get(place) != Some(time)).map(|(place, _)| place).collect()
}

/// What is searched: every page's words.
const SEARCH_DATA: &str = "assets/search-data.js";

#[test]
fn a_renamed_page_leaves_nothing_behind() {
    let desk = built();
    std::fs::rename(desk.path("site/content/guides/leaving.md"), desk.path("site/content/guides/going.md")).unwrap();
    desk.build().expect_code(0);
    assert!(desk.has("site/public/guides/going.html"));
    assert!(!desk.has("site/public/guides/leaving.html"));
    for (place, bytes) in desk.tree("site/public") {
        assert!(!String::from_utf8_lossy(&bytes).contains("leaving.html"), "{place} still leads to the old page");
    }
}

#[test]
fn a_deleted_page_goes_with_its_folder_and_its_file() {
    let desk = built();
    desk.remove("site/content/guides/deep/inside.md");
    desk.remove("site/content/price-list.txt");
    let before = desk.tree("site/public");
    let [_, _, removed] = rebuild(&desk);
    let after = desk.tree("site/public");
    let gone: Vec<&String> = before.keys().filter(|place| !after.contains_key(*place)).collect();
    assert_eq!(removed, gone.len() as u64);
    assert!(gone.iter().any(|place| place.starts_with("assets/price-list") || *place == "price-list.txt"), "{gone:?}");
    assert!(!desk.has("site/public/guides/deep"), "the empty folder stays behind");
}

#[test]
fn a_page_made_a_draft_or_staff_only_goes_offline() {
    for line in ["draft = true", "audience = \"staff\""] {
        let desk = built();
        desk.write("site/content/guides/leaving.md", format!("+++\n{line}\n+++\n# Leaving\n\nTake your time.\n"));
        desk.build().expect_code(0);
        assert!(!desk.has("site/public/guides/leaving.html"), "{line}");
    }
}

#[test]
fn every_build_after_many_changes_is_like_a_first_one() {
    let desk = built();
    desk.remove("site/content/faq/money.md");
    desk.write("site/content/faq/time.md", "# Time\n\n## How long?\n\nNot long.\n");
    desk.change("site/content/availability.md", "09:00", "10:00");
    desk.build().expect_code(0);
    desk.run(&["build", "site", "--output", "fresh", "--today", TODAY]).expect_code(0);
    assert!(desk.tree("site/public") == desk.tree("fresh"), "an updated site differs from a fresh one");
}

#[test]
fn a_rebuild_without_a_change_writes_nothing() {
    let desk = Desk::with_starter("web-studio");
    desk.build().expect_code(0);
    let before = desk.times("site/public");
    let [written, unchanged, removed] = rebuild(&desk);
    assert_eq!((written, removed), (0, 0));
    assert_eq!(unchanged as usize, before.len() - 1, "all but the manifest itself");
    assert_eq!(before, desk.times("site/public"));
}

#[test]
fn a_changed_page_touches_only_what_depends_on_it() {
    let desk = built();
    let words = touched(&desk, |desk| desk.change("site/content/guides/leaving.md", "your time", "all the time"));
    let on_its_page = |page| set(&[".welcomemat.json", SEARCH_DATA, page]);
    assert_eq!(words, on_its_page("guides/leaving.html"), "a guide's words stand on its page and in the search alone");
    let answer = touched(&desk, |desk| desk.change("site/content/faq/money.md", "A little", "A lot"));
    let mut on_paper = on_its_page("faq/money.html");
    on_paper.extend(set(&["print/index.html", "print/faq-money.html"]));
    on_paper.extend(cfg!(feature = "pdf").then(|| "welcome-pack.pdf".to_owned()));
    assert_eq!(answer, on_paper, "so does an answer, and in the pack");
    let title = touched(&desk, |desk| desk.change("site/content/guides/leaving.md", "# Leaving", "# Going"));
    assert!(title.contains("index.html") && title.contains("find.html"), "a title stands in every menu: {title:?}");
    let looks = |place: &&String| place.starts_with("assets/") && *place != SEARCH_DATA;
    assert_eq!(title.iter().find(looks), None, "{title:?}");
}

fn set(places: &[&str]) -> BTreeSet<String> {
    places.iter().map(|place| (*place).to_owned()).collect()
}
