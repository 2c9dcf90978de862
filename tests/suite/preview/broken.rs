//! Mistakes: the last good page stays, the panel says what is wrong, and what is mended is gone.

use super::running::Running;
use crate::desk::Desk;

fn newest(state: &serde_json::Value) -> u64 {
    state["newest"].as_u64().unwrap()
}

#[test]
fn the_last_good_page_stays_until_the_mistake_is_mended() {
    let desk = Desk::with_site(&[("guides/a.md", "# A\n\nGood words.\n")]);
    let preview = Running::start(&desk, &[]);
    let mut number = newest(&preview.wait_for_stage("good", 0));
    let mistakes = [
        ("site/content/guides/a.md", "# A\n\nBad words and [a dead link](nowhere.md).\n", "nowhere.md"),
        ("site/content/guides/a.md", "+++\ntitle = 5 5\n+++\n# A\n\nBad words.\n", "title"),
        ("site/content/guides/a.md", "# A\n\nBad words {{ hours.offise }}.\n", "hours.office"),
        ("site/themes/welcome/templates/page.html", "{% if %} Bad words", "page.html"),
        (
            "site/content/availability.md",
            "+++\n[hours.office]\nmon-fri = \"25:00-26:00\"\n+++\n\n# Bad words\n",
            "25:00",
        ),
    ];
    for (place, text, told) in mistakes {
        let before = desk.has(place).then(|| desk.read(place));
        desk.write(place, text);
        let state = preview.wait_for_stage("held", number);
        number = newest(&state);
        assert!(state["findings"].to_string().contains(told), "{told} in {state}");
        assert!(preview.get("/guides/a.html").body.contains("Good words."), "{place}");
        assert!(!preview.get("/guides/a.html").body.contains("Bad words"), "{place}");
        match before {
            Some(before) => desk.write(place, before),
            None => desk.remove(place),
        }
        number = newest(&preview.wait_for_stage("good", number));
        assert!(preview.get("/guides/a.html").body.contains("Good words."));
    }
}

#[test]
fn a_mistake_elsewhere_that_only_the_whole_build_sees_brings_the_last_good_site_back() {
    let desk = Desk::with_site(&[
        ("guides/a.md", "# A\n\n## Keys\n\nWords.\n"),
        ("guides/b.md", "# B\n\nSee [the keys](a.md#keys).\n"),
    ]);
    let preview = Running::start(&desk, &[]);
    let number = newest(&preview.wait_for_stage("good", 0));
    desk.write("site/content/guides/a.md", "# A\n\n## Locks\n\nWords.\n");
    let state = preview.wait_for_stage("held", number);
    assert!(state["findings"].to_string().contains("guides/b.md"), "{state}");
    preview.wait_for("/guides/a.html", "Keys");
}

#[test]
fn a_site_that_begins_broken_is_shown_with_its_mistakes_and_heals() {
    let desk = Desk::with_site(&[("guides/a.md", "# A\n\n[Dead](nowhere.md)\n")]);
    let mut preview = Running::start(&desk, &[]);
    let number = newest(&preview.wait_for_stage("held", 0));
    assert_eq!(preview.get("/guides/a.html").status, 200);
    std::fs::rename(desk.path("site/content"), desk.path("site/away")).unwrap();
    let number = newest(&preview.wait_for_stage("held", number));
    std::fs::rename(desk.path("site/away"), desk.path("site/content")).unwrap();
    desk.write("site/content/guides/a.md", "# A\n\nAlive.\n");
    preview.wait_for_stage("good", number);
    preview.wait_for("/guides/a.html", "Alive.");
    assert!(preview.is_alive());
}

#[test]
fn another_day_can_be_asked_for() {
    let desk = Desk::with_starter("web-studio");
    let preview = Running::start(&desk, &[]);
    let number = newest(&preview.wait_for_stage("good", 0));
    let body = r#"{"do":"show","day":"2026-12-28"}"#;
    let (port, secret) = (preview.port, preview.secret());
    let answer = preview.ask(format!(
        "POST /.welcomemat/act HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nOrigin: http://127.0.0.1:{port}\r\n\
         X-Welcomemat-Secret: {secret}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    ));
    assert_eq!(answer.status, 200, "{answer:?}");
    assert_eq!(preview.wait_for_stage("good", number)["today"], "2026-12-28");
}
