//! Every way of saving is seen, with the system's help and without; what editors leave lying around is not.

use std::fs;
use std::time::{Duration, SystemTime};

use super::running::Running;
use crate::desk::Desk;

/// A save must be seen within 1.5 s. The rest is for a machine that does other work beside.
const SOON: Duration = Duration::from_millis(1500);
const SLACK: u32 = if cfg!(debug_assertions) { 4 } else { 1 };

const PAGE: &str = "site/content/guides/a.md";

fn desk() -> Desk {
    Desk::with_site(&[("guides/a.md", "# A\n\nword0\n"), ("guides/b/c.md", "# C\n\nHello.\n")])
}

/// A way of saving in words, and how it is done.
type Way = (&'static str, fn(&Desk, &str));

/// Each way writes `text` into the page.
fn ways() -> Vec<Way> {
    vec![
        ("in place", |desk, text| desk.write(PAGE, text)),
        ("by a new file moved over it", |desk, text| {
            desk.write("site/content/guides/4913-new", text);
            fs::rename(desk.path("site/content/guides/4913-new"), desk.path(PAGE)).unwrap();
        }),
        ("deleted and made anew", |desk, text| {
            desk.remove(PAGE);
            std::thread::sleep(Duration::from_millis(30));
            desk.write(PAGE, text);
        }),
        ("with its old time", |desk, text| {
            let before = fs::metadata(desk.path(PAGE)).unwrap().modified().unwrap();
            desk.write(PAGE, text);
            set_time(desk, before);
        }),
        ("by a copy from elsewhere that keeps its time", |desk, text| {
            desk.write("elsewhere.md", text);
            let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
            fs::File::options().write(true).open(desk.path("elsewhere.md")).unwrap().set_modified(long_ago).unwrap();
            fs::copy(desk.path("elsewhere.md"), desk.path(PAGE)).unwrap();
            set_time(desk, long_ago);
        }),
    ]
}

fn set_time(desk: &Desk, time: SystemTime) {
    fs::File::options().write(true).open(desk.path(PAGE)).unwrap().set_modified(time).unwrap();
}

fn sees_every_way(more: &[&str]) {
    let desk = desk();
    let preview = Running::start(&desk, more);
    preview.wait_for("/guides/a.html", "word0");
    for (number, (way, save)) in ways().into_iter().enumerate() {
        // All words are of one length: a file's size tells nothing.
        let word = format!("word{}", number + 1);
        save(&desk, &format!("# A\n\n{word}\n"));
        let took = preview.wait_for("/guides/a.html", &word);
        assert!(took < SOON * SLACK, "saved {way}, seen after {took:?}");
    }
}

#[test]
fn every_way_of_saving_is_seen() {
    sees_every_way(&[]);
}

#[test]
fn every_way_of_saving_is_seen_when_the_system_tells_nothing() {
    sees_every_way(&["--poll"]);
}

#[test]
fn folders_settings_and_themes_are_watched_as_well() {
    let desk = desk();
    let preview = Running::start(&desk, &[]);
    preview.wait_for("/guides/b/c.html", "Hello.");
    fs::rename(desk.path("site/content/guides/b"), desk.path("site/content/guides/moved")).unwrap();
    preview.wait_for("/guides/moved/c.html", "Hello.");
    let gone = preview.get("/guides/b/c.html");
    assert_eq!((gone.status, gone.header("x-welcomemat-moved")), (404, Some("/guides/moved/c.html")));
    desk.change("site/content/business.toml", "Harbour Cats", "Harbour Dogs");
    preview.wait_for("/guides/a.html", "Harbour Dogs");
    desk.write("site/themes/welcome/labels/en.toml", "menu = \"Carte\"\n");
    preview.wait_for("/guides/a.html", "Carte");
    desk.remove("site/content/guides/a.md");
    let began = std::time::Instant::now();
    while preview.get("/guides/a.html").status != 404 && began.elapsed() < super::running::NEVER {}
    assert_eq!(preview.get("/guides/a.html").header("x-welcomemat-moved"), Some(""));
}

#[test]
fn what_editors_leave_lying_around_changes_nothing() {
    let desk = desk();
    let preview = Running::start(&desk, &[]);
    let before = preview.wait_for_stage("good", 0);
    for name in [
        ".a.md.swp",
        "a.md~",
        "#a.md#",
        ".#a.md",
        "4913.tmp",
        "~$a.md",
        "a.md.bak",
        "a.md.orig",
        ".DS_Store",
        "Thumbs.db",
    ] {
        desk.write(&format!("site/content/guides/{name}"), "x");
    }
    desk.write("site/public/index.html", "x");
    fs::read(desk.path(PAGE)).unwrap();
    std::thread::sleep(Duration::from_millis(2500));
    assert_eq!(preview.state()["newest"], before["newest"]);
}

/// `_headers` comes out of the whole build, and only the newest state is built whole.
#[test]
fn nobody_waits_for_a_build_that_was_overtaken() {
    let desk = desk();
    let preview = Running::start(&desk, &[]);
    for number in 0..30 {
        desk.write(PAGE, format!("# A\n\nword{number}\n"));
        std::thread::sleep(Duration::from_millis(number % 7 * 5));
        let began = std::time::Instant::now();
        assert_eq!(preview.get("/_headers").status, 200);
        assert!(began.elapsed() < Duration::from_secs(20), "it took {:?}", began.elapsed());
    }
}
