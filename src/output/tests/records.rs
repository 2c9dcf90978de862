use super::*;
use crate::diagnostic::codes::output as codes;

#[test]
fn the_manifest_is_sorted_and_reproducible() {
    let yard = Yard::new();
    yard.publish(&[("index.html", "<p>"), ("faq/a \"b\".css", ""), ("Z", "z")]).unwrap_err();
    yard.publish(&[("index.html", "<p>"), ("faq/ü.html", ""), ("Z", "z")]).unwrap();
    let hash = |text: &str| blake3::hash(text.as_bytes()).to_hex().to_string();
    let expected = format!(
        "{{\"format\":1,\"files\":{{\n\
         \"Z\":{{\"hash\":\"{}\",\"size\":1}},\n\
         \"faq/ü.html\":{{\"hash\":\"{}\",\"size\":0}},\n\
         \"index.html\":{{\"hash\":\"{}\",\"size\":3}}\n}}}}\n",
        hash("z"),
        hash(""),
        hash("<p>")
    );
    assert_eq!(fs::read_to_string(yard.path("site/public/.welcomemat.json")).unwrap(), expected);
    assert!(serde_json::from_str::<serde_json::Value>(&expected).is_ok());
}

/// Publishes once, spoils a record, and publishes again.
fn check(name: &str, text: &str, code: &Code) {
    let yard = Yard::new();
    yard.publish(&[("index.html", "old")]).unwrap();
    yard.put(&format!("site/public/{name}"), text);
    let before = tree(&yard.path("site"));
    let result = yard.open_at(&yard.path("site/public")).and_then(|to| publish(&output(&[("index.html", "new")]), &to));
    assert_refused(result, code);
    assert_eq!(tree(&yard.path("site")), before, "{text}");
}

#[test]
fn a_damaged_manifest_stops_the_build() {
    let hash = blake3::hash(b"old").to_hex();
    for path in ["../site/content/welcome.md", "/etc/hosts", "a/../../b", "", "c:\\x", "a//b", ".welcomemat.json"] {
        let path = serde_json::to_string(path).unwrap();
        let text = format!("{{\"format\":1,\"files\":{{{path}:{{\"hash\":\"{hash}\",\"size\":3}}}}}}");
        check(MANIFEST, &text, &codes::MANIFEST_DAMAGED);
    }
    for text in [
        "",
        "{",
        "[]",
        "{}",
        "hello",
        "{\"format\":0,\"files\":{}}",
        "{\"format\":1}",
        "{\"format\":\"1\",\"files\":{}}",
    ] {
        check(MANIFEST, text, &codes::MANIFEST_DAMAGED);
    }
    check(MANIFEST, "{\"format\":1,\"files\":{\"a\":{\"hash\":\"xyz\",\"size\":3}}}", &codes::MANIFEST_DAMAGED);
    check(MANIFEST, "{\"format\":2,\"pages\":{}}", &codes::MANIFEST_NEWER);
}

#[test]
fn a_damaged_journal_stops_the_build() {
    check(JOURNAL, "", &codes::JOURNAL_DAMAGED);
    check(JOURNAL, "{\"format\":1}", &codes::JOURNAL_DAMAGED);
    check(JOURNAL, "{\"format\":2}", &codes::MANIFEST_NEWER);
    let hash = blake3::hash(b"# Welcome").to_hex();
    let step = format!("\"../content/welcome.md\":{{\"hash\":\"{hash}\",\"size\":9}}");
    let text = format!("{{\"format\":1,\"cleared\":{{}},\"moved\":{{}},\"removed\":{{{step}}}}}");
    check(JOURNAL, &text, &codes::JOURNAL_DAMAGED);
}

#[cfg(unix)]
#[test]
fn records_that_are_links_or_folders_are_not_believed() {
    let yard = Yard::new();
    yard.publish(&[("index.html", "old")]).unwrap();
    fs::rename(yard.path("site/public/.welcomemat.json"), yard.path("elsewhere.json")).unwrap();
    std::os::unix::fs::symlink(yard.path("elsewhere.json"), yard.path("site/public/.welcomemat.json")).unwrap();
    assert_refused(yard.open_at(&yard.path("site/public")), &codes::MANIFEST_DAMAGED);
    fs::remove_file(yard.path("site/public/.welcomemat.json")).unwrap();
    fs::create_dir(yard.path("site/public/.welcomemat.json")).unwrap();
    assert_refused(yard.open_at(&yard.path("site/public")), &codes::MANIFEST_DAMAGED);
}

#[test]
fn a_foreign_staging_folder_stops_the_build() {
    let yard = Yard::new();
    yard.publish(&[("index.html", "old")]).unwrap();
    yard.put("site/public/.welcomemat-staging/mine.txt", "mine");
    let before = tree(&yard.path("site"));
    assert_refused(yard.publish(&[("index.html", "new")]), &codes::FOREIGN_FILE);
    assert_eq!(tree(&yard.path("site")), before);
}

#[test]
fn what_is_kept_replaces_only_what_was_ours() {
    let desk = tempfile::tempdir().expect("a folder");
    let place = desk.path().join(crate::source::KEPT).join("answers");
    let kept = || std::fs::read_to_string(&place).expect("a file");
    for words in ["welcomemat one\n", "welcomemat two\n"] {
        crate::output::keep::keep(desk.path(), "answers", words.as_bytes());
        assert_eq!(kept(), words);
    }
    std::fs::write(&place, "somebody else's").expect("written");
    crate::output::keep::keep(desk.path(), "answers", b"welcomemat three\n");
    assert_eq!(kept(), "somebody else's");
}
