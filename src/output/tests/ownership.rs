use super::*;
use crate::diagnostic::codes::output as codes;
use proptest::prelude::*;

fn counts(published: &Published) -> (usize, usize, usize) {
    (published.written, published.unchanged, published.removed)
}

#[test]
fn a_publish_writes_what_changed_and_removes_what_is_stale() {
    let yard = Yard::new();
    let first = [("index.html", "one"), ("faq/a.html", "a"), ("guides/deep/er/b.html", "b"), (".nojekyll", "")];
    assert_eq!(counts(&yard.publish(&first).unwrap()), (4, 0, 0));
    assert_eq!(yard.public(), expected(&first));
    let second = [("index.html", "two"), ("faq/a.html", "a"), ("faq/c.html", "c")];
    assert_eq!(counts(&yard.publish(&second).unwrap()), (2, 1, 2));
    assert_eq!(yard.public(), expected(&second), "emptied folders go, too");
    assert_eq!(counts(&yard.publish(&[]).unwrap()), (0, 0, 3));
    assert_eq!(yard.public(), Tree::new());
}

#[test]
fn segments_are_joined() {
    let yard = Yard::new();
    let shared: std::sync::Arc<[u8]> = b"shared"[..].into();
    let page = Content::new(vec![Segment::Own(b"<"[..].into()), Segment::Shared(shared), Segment::Embedded(b">")]);
    let output: Output = [(Address::new("a/b.html"), page)].into_iter().collect();
    publish(&output, &yard.destination()).unwrap();
    assert_eq!(yard.public(), expected(&[("a/b.html", "<shared>")]));
    assert_eq!(counts(&publish(&output, &yard.destination()).unwrap()), (0, 1, 0));
}

#[test]
fn unchanged_files_are_not_touched() {
    let yard = Yard::new();
    yard.publish(&[("a.html", "a"), ("b.html", "b")]).unwrap();
    let long_ago = std::time::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000_000);
    let time = |name: &str| fs::metadata(yard.path("site/public").join(name)).unwrap().modified().unwrap();
    for name in ["a.html", "b.html", MANIFEST] {
        fs::File::options()
            .write(true)
            .open(yard.path("site/public").join(name))
            .unwrap()
            .set_modified(long_ago)
            .unwrap();
    }
    yard.publish(&[("a.html", "a"), ("b.html", "b")]).unwrap();
    assert!(["a.html", "b.html", MANIFEST].iter().all(|name| time(name) == long_ago), "nothing new, nothing written");
    yard.publish(&[("a.html", "a"), ("b.html", "new")]).unwrap();
    assert_eq!(time("a.html"), long_ago);
    assert!(time("b.html") > long_ago && time(MANIFEST) > long_ago);
}

#[test]
fn a_file_of_ours_that_was_deleted_is_written_again() {
    let yard = Yard::new();
    yard.publish(&[("a.html", "a"), ("faq/b.html", "b"), ("c.html", "c")]).unwrap();
    fs::remove_dir_all(yard.path("site/public/faq")).unwrap();
    fs::remove_file(yard.path("site/public/c.html")).unwrap();
    assert_eq!(counts(&yard.publish(&[("a.html", "a"), ("faq/b.html", "b")]).unwrap()), (1, 1, 0));
    assert_eq!(yard.public(), expected(&[("a.html", "a"), ("faq/b.html", "b")]));
}

#[test]
fn files_in_the_way_that_are_not_ours_stop_everything_and_are_all_named() {
    let yard = Yard::new();
    yard.publish(&[("a.html", "a"), ("b.html", "b"), ("c.html", "c")]).unwrap();
    yard.put("site/public/a.html", "edited");
    yard.put("site/public/d.html", "foreign");
    yard.put("site/public/e.html/inside.txt", "foreign");
    yard.put("site/public/f", "foreign");
    let before = tree(&yard.path("site"));
    let new = [("a.html", "A"), ("b.html", "B"), ("d.html", "D"), ("e.html", "E"), ("f/g.html", "G")];
    let trouble = yard.publish(&new).unwrap_err();
    assert_eq!(trouble.cause, Cause::Refused);
    let found: Vec<_> =
        trouble.findings.iter().map(|f| (f.code.id, f.message.rsplit("public/").next().unwrap())).collect();
    assert_eq!(
        found,
        [
            ("output/changed-by-hand", "a.html` was changed after it was built."),
            ("output/foreign-file", "d.html` is a file that no build made, and a page has to go there."),
            ("output/foreign-file", "e.html` is a folder that no build made, and a page has to go there."),
            ("output/foreign-file", "f` is a file that no build made, and a page has to go there."),
        ]
    );
    assert_eq!(tree(&yard.path("site")), before);
}

#[test]
fn a_foreign_file_with_our_very_bytes_is_adopted() {
    let yard = Yard::new();
    yard.publish(&[("a.html", "a")]).unwrap();
    yard.put("site/public/b.html", "b");
    assert_eq!(counts(&yard.publish(&[("a.html", "a"), ("b.html", "b")]).unwrap()), (0, 2, 0));
    assert_eq!(counts(&yard.publish(&[("a.html", "a")]).unwrap()), (0, 1, 1), "from then on it is ours");
}

#[test]
fn a_stale_file_that_was_changed_is_kept_and_reported_once() {
    let yard = Yard::new();
    yard.publish(&[("a.html", "a"), ("old/b.html", "b")]).unwrap();
    yard.put("site/public/old/b.html", "edited");
    yard.put("site/public/old/notes.txt", "foreign");
    let published = yard.publish(&[("a.html", "a")]).unwrap();
    assert_eq!(published.findings.iter().map(|finding| finding.code.id).collect::<Vec<_>>(), [codes::KEPT.id]);
    let left = [("a.html", "a"), ("old/b.html", "edited"), ("old/notes.txt", "foreign")];
    assert_eq!(yard.public(), expected(&left));
    assert!(yard.publish(&[("a.html", "a")]).unwrap().findings.is_empty());
}

#[test]
fn files_and_folders_of_ours_give_way_to_each_other() {
    let yard = Yard::new();
    yard.publish(&[("a", "file"), ("b/c/d.html", "deep"), ("b/e.html", "e")]).unwrap();
    let turned = [("a/x/y.html", "in the folder"), ("b", "the file")];
    assert_eq!(counts(&yard.publish(&turned).unwrap()), (2, 0, 3));
    assert_eq!(yard.public(), expected(&turned));
    yard.publish(&[("a", "file"), ("b/c/d.html", "deep")]).unwrap();
    assert_eq!(yard.public(), expected(&[("a", "file"), ("b/c/d.html", "deep")]));
    yard.put("site/public/b/c/mine.txt", "mine");
    let before = tree(&yard.path("site"));
    assert_refused(yard.publish(&[("b", "the file")]), &codes::FOREIGN_FILE);
    fs::remove_file(yard.path("site/public/b/c/mine.txt")).unwrap();
    yard.put("site/public/b/c/d.html", "edited");
    assert_refused(yard.publish(&[("b", "the file")]).map(|_| before), &codes::CHANGED);
}

#[test]
fn a_folder_that_somebody_has_emptied_gives_way() {
    let yard = Yard::new();
    yard.publish(&[("a/b/c.html", "c"), ("a/d.html", "d")]).unwrap();
    fs::remove_file(yard.path("site/public/a/b/c.html")).unwrap();
    assert_eq!(counts(&yard.publish(&[("a", "file")]).unwrap()), (1, 0, 1));
    assert_eq!(yard.public(), expected(&[("a", "file")]));
}

#[test]
fn a_page_whose_name_changes_only_its_case_is_replaced() {
    let yard = Yard::new();
    yard.publish(&[("Prices.html", "p"), ("FAQ/a.html", "a"), ("caf\u{e9}.html", "c")]).unwrap();
    let renamed = [("prices.html", "p"), ("faq/a.html", "new"), ("cafe\u{301}.html", "c")];
    assert_eq!(counts(&yard.publish(&renamed).unwrap()), (3, 0, 3));
    assert_eq!(yard.public(), expected(&renamed));
    assert_eq!(counts(&yard.publish(&renamed).unwrap()), (0, 3, 0));
}

/// Where a disk knows no case, the old page is found under the new name, too. A hard link shows the same.
#[test]
fn a_page_found_under_its_old_name_is_known_as_ours() {
    let yard = Yard::new();
    yard.publish(&[("Prices.html", "old"), ("Hours.html", "h")]).unwrap();
    fs::hard_link(yard.path("site/public/Prices.html"), yard.path("site/public/prices.html")).unwrap();
    fs::hard_link(yard.path("site/public/Hours.html"), yard.path("site/public/hours.html")).unwrap();
    let renamed = [("prices.html", "new"), ("hours.html", "h")];
    assert_eq!(counts(&yard.publish(&renamed).unwrap()), (2, 0, 2));
    assert_eq!(yard.public(), expected(&renamed));
}

#[test]
fn names_that_fail_elsewhere_never_leave() {
    let yard = Yard::new();
    assert_refused(yard.publish(&[("con.html", "")]), &codes::UNSAFE_NAME);
    assert_refused(yard.publish(&[("../escaped.html", "")]), &codes::UNSAFE_NAME);
    assert_refused(yard.publish(&[("/tmp/escaped.html", "")]), &codes::UNSAFE_NAME);
    assert_refused(yard.publish(&[(".welcomemat.json", "{}")]), &codes::UNSAFE_NAME);
    assert_refused(yard.publish(&[("A.html", ""), ("a.html", "")]), &codes::SAME_ADDRESS);
    assert_refused(yard.publish(&[("a", ""), ("a/b.html", "")]), &codes::SAME_ADDRESS);
    assert!(!yard.path("site/public").exists());
}

#[cfg(unix)]
#[test]
fn links_inside_the_output_are_never_followed() {
    use std::os::unix::fs::symlink;
    let yard = Yard::new();
    yard.publish(&[("index.html", "i"), ("faq/a.html", "a"), ("faq/deep/b.html", "b")]).unwrap();
    fs::rename(yard.path("site/public/faq"), yard.path("mine")).unwrap();
    symlink(yard.path("mine"), yard.path("site/public/faq")).unwrap();
    symlink(yard.path("mine/a.html"), yard.path("site/public/link.html")).unwrap();
    let before = tree(yard.top.path());
    assert_refused(yard.publish(&[("faq/a.html", "new")]), &codes::LINKED);
    assert_refused(yard.publish(&[("faq/deep/b.html", "b")]), &codes::LINKED);
    assert_refused(yard.publish(&[("link.html", "a")]), &codes::LINKED);
    assert_eq!(tree(yard.top.path()), before);
    yard.publish(&[("index.html", "i"), ("FAQ/a.html", "a")]).unwrap();
    let after = tree(yard.top.path());
    assert_eq!(
        after.get("mine/a.html").map(String::as_str),
        Some("a"),
        "stale files behind a link are not ours to remove"
    );
    assert!(after.contains_key("site/public/faq"), "nor is the link");
}

/// Paths that get in each other's way in every manner.
const PATHS: &[&str] = &["a", "a/b", "a/b/c", "A", "A/b", "d.html", "D.html", "e/f.html", "e/g.html", "h/i/j.html"];
const TEXTS: &[&str] = &["", "one", "two", "three"];

#[derive(Clone, Debug)]
enum Event {
    /// Somebody writes a file into the output; what lies in its way is left.
    Write(usize, usize),
    Delete(usize),
    Publish(Vec<(usize, usize)>),
}

fn events() -> impl Strategy<Value = Vec<Event>> {
    let (path, text) = (0..PATHS.len(), 0..TEXTS.len());
    let one = prop_oneof![
        2 => (path.clone(), text.clone()).prop_map(|(path, text)| Event::Write(path, text)),
        1 => path.clone().prop_map(Event::Delete),
        4 => prop::collection::vec((path, text), 0..7).prop_map(Event::Publish),
    ];
    prop::collection::vec(one, 1..9)
}

/// The chosen files of which none is in another's way.
fn free_of_collisions(chosen: &[(usize, usize)]) -> Vec<(&'static str, &'static str)> {
    let mut files: Vec<(&str, &str)> = Vec::new();
    for &(path, text) in chosen {
        let addresses: Vec<Address> =
            files.iter().map(|(path, _)| Address::new(path)).chain([Address::new(PATHS[path])]).collect();
        if names::collisions(addresses.iter().map(|address| (address, ""))).is_empty() {
            files.push((PATHS[path], TEXTS[text]));
        }
    }
    files
}

/// What must be true after a publish, given what there was and which of it was ours.
fn judge(before: &Tree, after: &Tree, ours: &Tree, new: &Tree, result: &Result<Published, Unpublished>) -> bool {
    let is_ours = |path: &String| ours.get(path) == before.get(path);
    if result.is_err() {
        assert_eq!(before, after, "a refusal changes nothing");
        assert!(!before.keys().all(is_ours), "refused, but all of it was ours");
        return false;
    }
    for (path, text) in before.iter().filter(|(path, _)| !path.ends_with('/')) {
        let expected = if new.contains_key(path) {
            new.get(path)
        } else if is_ours(path) {
            None
        } else {
            Some(text)
        };
        assert_eq!(after.get(path), expected, "{path}");
        assert!(expected == Some(text) || is_ours(path), "{path} was not ours to change");
    }
    for (path, text) in new {
        assert_eq!(after.get(path), Some(text), "{path} is to be published");
    }
    true
}

/// `PROPTEST_CASES=1000 cargo test --no-default-features --lib output::` is the long run.
fn cases() -> u32 {
    #[expect(clippy::disallowed_methods, reason = "how long a test runs is no input of a build")]
    let asked = std::env::var("PROPTEST_CASES").ok();
    asked.and_then(|cases| cases.parse().ok()).unwrap_or(48)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_that_is_not_ours_is_ever_harmed(events in events()) {
        let yard = Yard::new();
        yard.publish(&[]).unwrap();
        yard.put("site/public/.welcomemat.json", "{\"format\":1,\"files\":{}}");
        let mut ours = Tree::new();
        for event in events {
            let public = yard.path("site/public");
            match event {
                Event::Write(path, text) => {
                    let _ = fs::create_dir_all(public.join(PATHS[path]).parent().unwrap());
                    let _ = fs::write(public.join(PATHS[path]), TEXTS[text]);
                }
                Event::Delete(path) => _ = fs::remove_file(public.join(PATHS[path])),
                Event::Publish(chosen) => {
                    let files = free_of_collisions(&chosen);
                    let before = yard.public();
                    let result = yard.publish(&files);
                    if judge(&before, &yard.public(), &ours, &expected(&files), &result) {
                        ours = expected(&files);
                        let again = yard.publish(&files).unwrap();
                        prop_assert_eq!((again.written, again.removed), (0, 0), "a second publish has nothing to do");
                    }
                }
            }
        }
        prop_assert_eq!(fs::read_to_string(yard.path("site/content/welcome.md")).unwrap(), "# Welcome");
    }
}
