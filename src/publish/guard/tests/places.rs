//! Whole builds: every sort of output, and where the owner is sent.

use super::*;

fn one(build: &Build) -> (String, &str) {
    let told = told(build);
    assert_eq!(told.len(), 1, "{told:#?}");
    (place(build, told[0]), &told[0].message)
}

#[test]
fn a_page_is_pointed_at_letter_for_letter() {
    let build = site(&[NUMBER], &[("content/guides/help.md", "# Help\n\nOr try **757**&nbsp;555\\-0188 at night.\n")]);
    let (place, message) = one(&build);
    assert_eq!(place, "content/guides/help.md:3:10 757**&nbsp;555\\-0188");
    assert_eq!(
        message,
        "A private number (`+1 757 … 88`) would be public: it is on `guides/help.html` and 1 other file."
    );
    assert!(build.findings.has_errors());
}

#[test]
fn the_entry_itself_is_shown_beside_it() {
    let build = site(&[NUMBER], &[("content/guides/help.md", "757 555 0188, or 757-555-0188\n")]);
    let finding = told(&build)[0];
    let words: Vec<(&str, &str)> =
        finding.labels.iter().map(|label| (build.sources.text(label.span), label.words.as_str())).collect();
    assert_eq!(words, [("757-555-0188", "and here"), ("+1 757 555 0188", "listed as private here")]);
}

#[test]
fn a_fact_shown_on_many_pages_is_told_once() {
    let channels =
        "+++\n[[channel]]\nid = \"phone\"\nkind = \"phone\"\nvalue = \"757 555 0188\"\n+++\n# How to reach us\n";
    let mut files: Vec<(String, String)> = vec![("content/channels.md".to_owned(), channels.to_owned())];
    for page in 0..12 {
        files.push((format!("content/guides/page{page}.md"), "Call {{ channel.phone.value }}.\n".to_owned()));
    }
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let build = site(&[NUMBER], &files);
    let (place, message) = one(&build);
    // Twelve guides, the contact page, the page for missing addresses, the home page's structured data, the contact card and the search;
    // and in `print/` the pack, its chapter and the sheet.
    assert_eq!(place, "content/channels.md:5:10 757 555 0188");
    assert!(message.contains("it is on `channels.html` and 20 other files."), "{message}");
}

#[test]
fn a_title_in_everybodys_menu_is_told_once() {
    let title = "+++\ntitle = \"At 12 Elm St\"\n+++\nHello.\n";
    let build = site(
        &["12 Elm Street"],
        &[("content/guides/a.md", title), ("content/guides/b.md", "B\n"), ("content/guides/c.md", "C\n")],
    );
    let (place, message) = one(&build);
    assert_eq!(place, "content/guides/a.md:2:13 12 Elm St");
    assert!(
        message.starts_with("A private entry (`1… E… S…`) would be public: it is on `guides/a.html` and "),
        "{message}"
    );
}

#[test]
fn settings_reach_every_page() {
    let mut settings = settings("US", &["Dana Ruiz"]);
    settings = settings.replace("name = ", "# Dana Ruiz owns it\ntagline = \"Dana Ruiz, webmaster\"\nname = ");
    let build = site(&[], &[("content/business.toml", &settings)]);
    let (place, _) = one(&build);
    assert_eq!(place, "content/business.toml:4:12 Dana Ruiz");
}

#[test]
fn the_list_is_no_leak_and_neither_are_staff_and_drafts() {
    let build = site(
        &[NUMBER],
        &[
            ("content/replies/call.md", "+++\ntitle = \"x\"\n+++\nDana: 757 555 0188\n"),
            ("content/guides/later.md", "+++\ndraft = true\n+++\n757 555 0188\n"),
            ("content/guides/note.md", "+++\n# Dana: 757 555 0188\ntitle = \"Note\"\n+++\nHello.\n"),
        ],
    );
    assert!(told(&build).is_empty(), "{:?}", told(&build));
}

#[test]
fn a_name_of_a_file_is_a_place_too() {
    let build =
        site(&[NUMBER], &[("content/files/757-555-0188.pdf", "%PDF"), ("content/guides/757.555.0188.md", "# Hello\n")]);
    let told = told(&build);
    let messages: Vec<&str> = told.iter().map(|finding| finding.message.as_str()).collect();
    assert_eq!(messages.len(), 2, "{messages:#?}");
    assert!(messages.iter().any(|message| message.contains("in the name of `files/….pdf`")), "{messages:#?}");
    assert!(messages.iter().any(|message| message.contains("in the name of `guides/….html`")), "{messages:#?}");
    assert!(messages.iter().all(|message| !message.contains("0188")), "{messages:#?}");
}

#[test]
fn a_picture_is_named_by_its_source() {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>757<tspan>5550188</tspan></text></svg>";
    let build = site(&[NUMBER], &[("content/images/card.svg", svg)]);
    let finding = told(&build)[0];
    assert!(finding.message.contains("it is in `assets/card."), "{}", finding.message);
    assert!(finding.help.as_ref().unwrap().starts_with("It comes from `images/card.svg`"));
}

#[test]
fn every_sort_of_output_is_guarded() {
    let sorts: &[(&str, &str)] = &[
        ("content/guides/a.md", "![757 555 0188](b.png)\n"),
        ("content/guides/a.md", "[call](tel:+17575550188)\n"),
        ("content/guides/a.md", "[a](https://x.example/?q=757%2D555%2D0188)\n"),
        ("content/guides/a.md", "[a](https://x.example \"757 555 0188\")\n"),
        ("content/guides/a.md", "+++\nsummary = \"Or 757 555 0188.\"\n+++\n"),
        ("content/guides/a.md", "## 757 555 0188\n"),
        ("content/guides/a.md", "`757` ~~555~~ *0188*\n"),
        ("content/guides/a.md", "A note[^1].\n\n[^1]: 757 555 0188\n"),
        ("content/guides/a.md", "| 757 | 555 | 0188 |\n|---|---|---|\n"),
        ("content/files/a.txt", "757 555 0188"),
        ("content/files/a.json", "{\"a\":\"757\\u00a0555\\u00a00188\"}"),
        ("content/files/a.css", "a::after{content:\"\\37 575550188\"}"),
        ("content/files/a.js", "x='757'+'555'+'0188'"),
        ("content/files/a.xml", "<a b=\"&#55;575550188\"/>"),
        ("content/files/a.ics", "DESCRIPTION:757-555\r\n -0188"),
        ("content/files/a.vcf", "TEL:+17575550188"),
        ("content/files/a.csv", "a;757;555;0188"),
        ("content/files/a.pdf", "%PDF (757 555 0188) Tj"),
        ("themes/welcome/assets/css/page.css", "a::after { content: \"757 555 0188\" }"),
    ];
    for (path, text) in sorts {
        let build = site(&[NUMBER], &[(path, text), ("content/guides/b.png", "x")]);
        assert_eq!(told(&build).len(), 1, "{path} {text:?}: {:#?}", told(&build));
        let near = site(&[NUMBER], &[(path, &text.replace("88", "89")), ("content/guides/b.png", "x")]);
        assert!(told(&near).is_empty(), "{path} {text:?}: {:#?}", told(&near));
    }
}

#[test]
fn each_entry_has_its_own_finding() {
    let build = site(&[NUMBER, "12 Elm Street"], &[("content/guides/a.md", "12 Elm Street, 757 555 0188\n")]);
    assert_eq!(told(&build).len(), 2);
}

#[test]
fn without_entries_nothing_is_searched() {
    assert!(told(&site(&[], &[("content/guides/a.md", "757 555 0188\n")])).is_empty());
}
