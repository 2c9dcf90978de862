//! A large site's rebuild leaves pages as they stand, and is like a first build all the same.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use jiff::civil::date;
use welcomemat::build::{Build, Memory, Today, build_again};
use welcomemat::output::{Ledger, Texts};
use welcomemat::source::{DiskFiles, Layout};

use crate::desk::{Desk, Run, TODAY};
use crate::dice::{Dice, seed, throws};

/// More than a site must have for its pages to be remembered.
const GUIDES: usize = 230;
const PROGRAM: &str = env!("CARGO_BIN_EXE_welcomemat");

fn guide(number: usize) -> String {
    let next = place((number + 1) % GUIDES);
    let file = next.rsplit('/').next().expect("a name");
    format!(
        "+++\ntitle = \"Guide {number}\"\norder = {number}\n+++\n\nWords of guide {number}.\n\n## Before you come {{#before}}\n\n\
         See [the next one](../{}/{file}) or [our hours](../../availability.md).\n",
        (number + 1) % GUIDES % 8
    )
}

fn place(number: usize) -> String {
    format!("site/content/guides/{}/{number}.md", number % 8)
}

fn large_site() -> Desk {
    let desk = Desk::with_site(&[
        ("welcome.md", "# Welcome\n\nCome in.\n"),
        ("faq/money.md", "# Money\n\n## How much? {#how-much}\n\nA little. See [the hours](../availability.md).\n"),
        ("images/cat.svg", DRAWING),
    ]);
    (0..GUIDES).for_each(|number| desk.write(&place(number), guide(number)));
    desk
}

const DRAWING: &str =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"20\" height=\"10\"><path d=\"M0 0h9v9z\"/></svg>";

/// Builds without PDFs, which take longer than all else here.
fn build(desk: &Desk) -> Run {
    desk.run(&["build", "site", "--today", TODAY, "--no-pdf"])
}

/// A build that remembers what the command kept at the desk.
fn remembering(desk: &Desk) -> Build {
    let root = desk.path("site");
    let (ledger, texts) =
        (Ledger::of(&root, &root.join("public"), Path::new(PROGRAM)), Texts::of(&root, Path::new(PROGRAM)));
    let mut memory = Memory::of_earlier(Arc::new(ledger), Arc::new(texts));
    build_again(&DiskFiles::new(&root), Layout::Site, "site", Today::Given(date(2026, 11, 22)), &mut memory)
}

/// How many pages are left as they stand.
fn standing(desk: &Desk) -> usize {
    remembering(desk).output.iter().filter(|(_, content)| content.as_it_stands().is_some()).count()
}

/// What an owner wrote, by place on the desk.
fn written(desk: &Desk) -> BTreeMap<String, Vec<u8>> {
    let is_owners = |(file, _): &(String, Vec<u8>)| file.starts_with("content/") || file.starts_with("themes/");
    let files = desk.tree("site").into_iter().filter(is_owners);
    files.map(|(file, bytes)| (format!("site/{file}"), bytes)).collect()
}

/// Builds the site as it is now, again and on a fresh desk, and compares. Whether it was published.
fn is_published_like_a_first_one(desk: &Desk, step: &str) -> bool {
    let arguments = ["build", "site", "--today", TODAY, "--format", "json", "--no-pdf"];
    let again = desk.run(&arguments);
    let fresh = Desk::new();
    written(desk).iter().for_each(|(file, bytes)| fresh.write(file, bytes));
    let first = fresh.run(&arguments);
    assert_eq!(again.code, first.code, "{step}: {}{}", again.err, first.err);
    assert_eq!(again.json()["findings"], first.json()["findings"], "{step}");
    if first.code == 0 {
        let (again, first) = (desk.tree("site/public"), fresh.tree("site/public"));
        assert!(again.keys().eq(first.keys()), "{step}");
        let differs = again.iter().find(|(name, bytes)| first.get(*name) != Some(bytes)).map(|(name, _)| name);
        assert_eq!(differs, None, "{step}");
    }
    first.code == 0
}

/// One change that an owner may make; what was done.
fn edit(desk: &Desk, dice: &mut Dice, turn: usize) -> String {
    let number = dice.below(GUIDES);
    let other = dice.below(GUIDES);
    let guide_of = |number: usize| if desk.has(&place(number)) { desk.read(&place(number)) } else { guide(number) };
    let text = guide_of(number);
    let added = |words: &str| desk.write(&place(number), format!("{text}\n{words}\n"));
    let business = "site/content/business.toml";
    let kind = dice.below(17);
    match kind {
        0 => added(&format!("A new line, turn {turn}.")),
        1 => desk.write(&place(number), text.replacen("title = \"", "title = \"Really: ", 1)),
        2 => desk.write(&place(number), text.replacen("order = ", "order = 1", 1)),
        3 => desk.write(&format!("site/content/guides/new/{turn}.md"), format!("# New {turn}\n\nNew.\n")),
        4 => _ = std::fs::remove_file(desk.path(&place(number))),
        5 => desk.write(
            "site/content/availability.md",
            format!("+++\n[hours.office]\nmon-fri = \"{:02}:00-17:00\"\n+++\n\n# Hours\n\nCome by.\n", 6 + turn % 6),
        ),
        6 => desk.write(business, desk.read(business).replacen("Harbour", "Harbour and", 1)),
        7 => desk.write(
            "site/content/faq/money.md",
            format!("# Money\n\n## How much is it, {turn}? {{#how-much}}\n\nA lot.\n"),
        ),
        8 => desk.write(&place(number), text.replacen("+++\n", "+++\ndraft = true\n", 1)),
        9 => desk.write("site/themes/welcome/templates/nav.html", format!("<nav aria-label=\"Menu {turn}\"></nav>\n")),
        10 => added("Here it is: ![A cat](../../images/cat.svg)"),
        11 => desk.write("site/content/images/cat.svg", DRAWING.replace("h9", &format!("h{turn}"))),
        12 => added("We are there {{ hours.office }}, or so."),
        13 => added(&format!("See [there](../{}/{other}.md#before).", other % 8)),
        14 => added("#A heading without its blank"),
        15 => desk.write(
            &format!("site/content/guides/{}/index.md", number % 8),
            format!("# All of it, {turn}\n\nIn order.\n"),
        ),
        _ => desk.write(&place(number), guide(number)),
    }
    format!("turn {turn}, edit {kind} at guide {number}")
}

#[test]
fn a_rebuild_after_any_edit_is_like_a_first_build() {
    let desk = large_site();
    build(&desk).expect_code(0);
    let mut dice = Dice::of(seed());
    let (turns, mut published) = (throws("WELCOMEMAT_EDITS", 12), 0);
    for turn in 1..=turns {
        let before = written(&desk);
        let done = edit(&desk, &mut dice, turn);
        if is_published_like_a_first_one(&desk, &done) {
            published += 1;
        } else {
            // A dead link stops every build after it, so it is taken back.
            let after = written(&desk);
            after.keys().filter(|file| !before.contains_key(*file)).for_each(|file| desk.remove(file));
            before
                .iter()
                .filter(|(file, bytes)| after.get(*file) != Some(bytes))
                .for_each(|(file, bytes)| desk.write(file, bytes));
        }
    }
    assert!(published * 3 > turns, "{published} of {turns} builds were published");
}

#[test]
fn pages_made_of_the_same_are_left_as_they_stand() {
    let desk = large_site();
    assert_eq!(standing(&desk), 0, "nothing was built yet");
    build(&desk).expect_code(0);
    assert_eq!(standing(&desk), GUIDES);
    desk.change(&place(7), "Words of", "Other words of");
    assert_eq!(standing(&desk), GUIDES - 1, "its neighbours show its name alone");
    desk.change(&place(7), "title = \"Guide 7\"", "title = \"Guide Seven\"");
    let folder = (0..GUIDES).filter(|number| number % 8 == 7).count();
    assert_eq!(standing(&desk), GUIDES - folder - 1, "a name stands in the menu of its folder, and on the page before");
    desk.change("site/content/availability.md", "09:00", "10:00");
    assert_eq!(standing(&desk), 0, "facts may stand anywhere");
}

#[test]
fn a_page_somebody_touched_is_not_left_as_it_stands() {
    let desk = large_site();
    build(&desk).expect_code(0);
    let page = "site/public/guides/3/11.html";
    let text = desk.read(page);
    desk.write(page, text.replace("Words of", "Worms of"));
    assert_eq!(standing(&desk), GUIDES - 1);
    let refused = build(&desk).expect_code(1);
    assert!(refused.err.contains("guides/3/11.html"), "{}", refused.err);
    desk.write(page, &text);
    assert_eq!(standing(&desk), GUIDES, "the same bytes again, though written anew");
    desk.remove(page);
    assert_eq!(standing(&desk), GUIDES - 1);
    build(&desk).expect_code(0);
    assert_eq!(desk.read(page), text);
}

#[test]
fn what_is_kept_is_believed_whole_or_not_at_all() {
    let desk = large_site();
    build(&desk).expect_code(0);
    let kept = |name: &str| format!("site/.welcomemat/cache/{name}");
    for name in ["pages", "texts"] {
        let whole = std::fs::read(desk.path(&kept(name))).expect("it is kept");
        let mut bent = whole.clone();
        let middle = bent.len() / 2;
        bent[middle] ^= 1;
        for damaged in [bent, whole[..middle].to_vec(), Vec::new(), b"somebody's own notes".to_vec()] {
            desk.write(&kept(name), &damaged);
            if name == "pages" {
                assert_eq!(standing(&desk), 0);
            }
            assert!(is_published_like_a_first_one(&desk, name));
        }
        desk.write(&kept(name), b"somebody's own notes");
        build(&desk).expect_code(0);
        assert_eq!(desk.read(&kept(name)), "somebody's own notes");
        desk.write(&kept(name), whole);
    }
}

#[test]
fn nothing_is_left_as_it_stands_in_another_folder_or_behind_a_build_that_was_stopped() {
    let desk = large_site();
    build(&desk).expect_code(0);
    let list = desk.read("site/public/.welcomemat.json");
    desk.write("site/public/.welcomemat.json", list.replace("\"size\":", "\"size\": "));
    assert_eq!(standing(&desk), 0, "the list of files is another one");
    desk.write("site/public/.welcomemat.json", list);
    assert_eq!(standing(&desk), GUIDES);
    desk.write("site/public/.welcomemat-journal.json", "{}");
    assert_eq!(standing(&desk), 0, "a build was begun");
    desk.remove("site/public/.welcomemat-journal.json");
    std::fs::rename(desk.path("site/public"), desk.path("elsewhere")).unwrap();
    assert_eq!(standing(&desk), 0, "the folder is not there");
    desk.run(&["build", "site", "--output", "elsewhere", "--today", TODAY, "--no-pdf"]).expect_code(0);
    assert_eq!(standing(&desk), 0, "what is kept is about another folder");
}

#[test]
fn what_becomes_private_is_found_on_pages_that_were_built_before() {
    let desk = large_site();
    desk.write(&place(5), guide(5) + "\nRing 020 7946 0018 at night.\n");
    build(&desk).expect_code(0);
    let business = desk.read("site/content/business.toml");
    desk.write("site/content/business.toml", format!("{business}private = [\"+44 20 7946 0018\"]\n"));
    let found = desk.run(&["build", "site", "--today", TODAY, "--format", "json"]).expect_code(1);
    assert!(found.codes().iter().any(|code| code.starts_with("private/")), "{:?}", found.codes());
}

#[test]
fn small_sites_keep_neither_pages_nor_texts() {
    let desk = Desk::with_starter("web-studio");
    build(&desk).expect_code(0);
    assert!(!desk.has("site/.welcomemat/cache/pages") && !desk.has("site/.welcomemat/cache/texts"));
}
