//! What is for the business alone reaches no client.

use welcomemat::diagnostic::Severity;

use crate::desk::{Desk, TODAY};
use crate::html;
use crate::trades;

/// The ways one may come upon a private line: as typed, escaped, and for numbers only its digits.
fn spellings(private: &str) -> Vec<String> {
    let digits: String = private.chars().filter(char::is_ascii_digit).collect();
    let mut spellings = vec![private.to_lowercase(), private.to_lowercase().replace(' ', "%20")];
    if digits.len() >= 7 {
        let national = digits.trim_start_matches('0').to_owned();
        spellings.extend([digits, national]);
    }
    spellings
}

#[test]
fn private_lines_stand_in_no_file() {
    for built in trades::all() {
        let private = &built.build.site.business.private;
        assert!(private.len() >= 2, "{} keeps nothing private", built.trade);
        for (address, content) in built.build.output.iter() {
            let text = html::plain(&String::from_utf8_lossy(&content.joined())).to_lowercase();
            for line in private {
                let seen = spellings(&line.value).into_iter().find(|spelling| text.contains(spelling.as_str()));
                assert_eq!(seen, None, "{}: {address}", built.trade);
            }
        }
    }
}

#[test]
fn staff_pages_and_replies_stand_in_no_file() {
    for built in trades::all() {
        let staff = &built.build.site.staff;
        assert!(staff.len() >= 8, "{} has only {} pages for its people", built.trade, staff.len());
        for (address, content) in built.build.output.iter() {
            let text = html::plain(&String::from_utf8_lossy(&content.joined()));
            assert!(!text.contains("replies/"), "{}: {address} leads to the replies", built.trade);
            for page in staff {
                assert_ne!(*address, page.address, "{}", built.trade);
                let telling = telling_words(built.build.sources.file(page.file).text());
                assert!(!text.contains(&telling), "{}: {address} says {telling:?}", built.trade);
            }
        }
    }
}

/// The longest run of plain words in a page's text: no other page has it.
fn telling_words(page: &str) -> String {
    let body = page.rsplit("+++").next().unwrap_or(page);
    let runs = body.split(|letter: char| !letter.is_alphanumeric() && letter != ' ').map(str::trim);
    let longest = runs.max_by_key(|run| run.len()).unwrap_or("").to_owned();
    assert!(longest.len() >= 25, "{page} says too little");
    longest
}

#[test]
fn a_staff_page_a_reply_and_a_draft_are_not_published_nor_named() {
    let secret = "Say nothing of the penguin.";
    let desk = Desk::with_site(&[
        ("guides/desk.md", &format!("+++\naudience = \"staff\"\ntitle = \"Penguin desk\"\n+++\n{secret}\n")),
        ("guides/soon.md", &format!("+++\ndraft = true\ntitle = \"Penguin plan\"\n+++\n{secret}\n")),
        ("replies/penguin.md", &format!("+++\nsituation = \"Penguin\"\n+++\n## email\n\n{secret}\n")),
    ]);
    desk.run(&["build", "site", "--today", TODAY]).expect_code(0);
    for (place, bytes) in desk.tree("site/public") {
        let text = String::from_utf8_lossy(&bytes).to_lowercase();
        assert!(!text.contains("penguin") && !place.contains("penguin"), "{place}");
    }
}

#[test]
fn a_link_to_a_page_clients_cannot_open_is_an_error_at_its_place() {
    for (header, code) in [("audience = \"staff\"", "links/staff-page"), ("draft = true", "links/draft-page")] {
        let page = format!("+++\n{header}\n+++\n# Hidden\n");
        let desk =
            Desk::with_site(&[("guides/hidden.md", &page), ("guides/open.md", "# Open\n\nSee [it](hidden.md).\n")]);
        let check = desk.run(&["check", "site", "--format", "json"]).expect_code(1);
        let json = check.json();
        let finding = json["findings"].as_array().unwrap().iter().find(|finding| finding["code"] == code).expect(code);
        assert_eq!((finding["file"].as_str(), finding["line"].as_u64()), (Some("content/guides/open.md"), Some(3)));
        assert_eq!(finding["severity"], Severity::Error.word());
    }
}
