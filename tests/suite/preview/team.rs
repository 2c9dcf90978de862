//! The pages for the business's own people in the preview: as a build makes them, on this computer alone, and in no page of the site.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;

use super::running::{Running, without_ours};
use crate::desk::{Desk, TODAY};

fn way(preview: &Running) -> String {
    format!("/.welcomemat/team/{}/", preview.secret())
}

#[test]
fn they_are_served_as_a_build_makes_them_and_the_site_stays_as_it_is() {
    let desk = Desk::with_starter("web-studio");
    desk.run(&["build", "site", "--output", "public", "--staff", "staff", "--today", TODAY]).expect_code(0);
    let preview = Running::start(&desk, &[]);
    let way = way(&preview);
    assert!(preview.get("/").body.contains(&format!("data-team=\"{way}\"")), "the panel does not know the way");
    let mut count = 0;
    for (place, bytes) in desk.tree("staff") {
        if place == ".welcomemat.json" {
            continue;
        }
        let answer = preview.get(&format!("{way}{place}"));
        assert_eq!(answer.status, 200, "{place}");
        assert!(!place.ends_with(".html") || answer.body.contains("/.welcomemat/panel.js"), "{place}: no panel");
        assert_eq!(without_ours(&answer.body), String::from_utf8(bytes).unwrap(), "{place}");
        count += 1;
    }
    assert!(count > 60, "{count} files");
    assert_eq!(preview.get(&way).body, preview.get(&format!("{way}index.html")).body);
    for (place, bytes) in desk.tree("public") {
        if place.ends_with(".html") && !place.ends_with("404.html") {
            let served = without_ours(&preview.get(&format!("/{place}")).body);
            assert_eq!(served, String::from_utf8(bytes).unwrap(), "{place}");
            assert!(!served.contains("team/"), "{place} knows of the team pages");
        }
    }
    assert_eq!(preview.state()["has_team"], true);
    assert_eq!(preview.get(&format!("{way}nothing.html")).status, 404);
    assert_eq!(preview.get("/replies/at-the-door.html").status, 404);
}

#[test]
fn they_follow_each_save() {
    let desk = Desk::with_starter("web-studio");
    let preview = Running::start(&desk, &[]);
    let way = way(&preview);
    assert!(preview.get(&format!("{way}findings.html")).body.contains("What the check found"));
    desk.change("site/content/business.toml", "Tidewater Web Studio", "Harbour Cats");
    preview.wait_for(&format!("{way}replies/at-the-door.html"), "<b>Harbour Cats</b>");
    preview.wait_for(&format!("{way}replies/site-down-voicemail.txt"), "Harbour Cats");
    desk.change("site/content/guides/team/index.md", "## Before we promise anything", "## Before\n\nTODO tidy up.");
    preview.wait_for(&format!("{way}guides/team/index.html"), "TODO tidy up");
    preview.wait_for(&format!("{way}findings.html"), "“TODO” still waits for its words");
}

#[test]
fn nobody_else_reads_them() {
    let desk = Desk::with_starter("web-studio");
    let preview = Running::start(&desk, &[]);
    let (own, way) = (format!("127.0.0.1:{}", preview.port), way(&preview));
    let ask = |path: &str, headers: &[(&str, &str)]| {
        let headers: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
        preview.ask(format!("GET {path} HTTP/1.1\r\n{headers}Connection: close\r\n\r\n"))
    };
    let page = format!("{way}index.html");
    assert_eq!(ask(&page, &[("Host", &own), ("Sec-Fetch-Site", "none")]).status, 200);
    for headers in [
        [("Host", "evil.example"), ("Accept", "*/*")],
        [("Host", &own), ("Origin", "https://evil.example")],
        [("Host", &own), ("Sec-Fetch-Site", "cross-site")],
        [("Host", &own), ("Sec-Fetch-Site", "same-site")],
    ] {
        let answer = ask(&page, &headers);
        assert!(answer.status == 403 && !answer.body.contains("Ready replies"), "{headers:?}: {answer:?}");
    }
    for secret in ["", "x", &"0".repeat(32)] {
        let answer = ask(&format!("/.welcomemat/team/{secret}/index.html"), &[("Host", &own)]);
        assert_eq!(answer.status, 403, "{secret}");
    }
    assert_eq!(preview.get("/.welcomemat/team").status, 404);
    assert_eq!(preview.get(&format!("{way}../../state")).status, 400);
    let page = ask(&page, &[("Host", &own)]);
    assert_eq!(page.header("referrer-policy"), Some("no-referrer"), "the secret stands in the address");
    assert!(page.header("content-security-policy").is_some_and(|policy| policy.contains("default-src 'none'")));
}

#[test]
fn with_others_looking_they_are_not_there() {
    let desk = Desk::with_starter("web-studio");
    let preview = Running::start(&desk, &["--lan"]);
    assert!(!preview.get("/").body.contains("data-team"));
    let Some(line) = preview.said.iter().find_map(|line| line.strip_prefix("Phones   http://")) else { return };
    let (host, key) = line.trim_end_matches('/').split_once('/').expect("a secret part");
    let secret = preview.secret();
    for file in ["", "index.html", "findings.html", "replies/at-the-door.html", "staff.css"] {
        assert_eq!(preview.get(&format!("/.welcomemat/team/{secret}/{file}")).status, 403, "{file}, on this computer");
        let mut stream = TcpStream::connect(host).expect("a way in");
        let path = format!("/{key}/.welcomemat/team/{secret}/{file}");
        let request = format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let answer = String::from_utf8_lossy(&bytes);
        assert!(answer.starts_with("HTTP/1.1 403") && !answer.contains("For our own people"), "{file}: {answer}");
    }
}

#[test]
fn a_site_without_any_says_so() {
    let desk = Desk::with_site(&[("welcome.md", "# Welcome\n\nCome in.\n")]);
    let preview = Running::start(&desk, &[]);
    assert_eq!(preview.get(&way(&preview)).status, 404);
    assert_eq!(preview.get(&format!("{}findings.html", way(&preview))).status, 404);
    assert_eq!(preview.state()["has_team"], false);
}
