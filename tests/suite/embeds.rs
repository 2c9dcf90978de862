//! What lies with other companies: a card until somebody asks for it, in every place that reads a page.

use std::process::Command;

use crate::browser::{has_browser, scripts};
use crate::desk::{BUSINESS, Desk, Run, TODAY};
use crate::html;

const COMPANIES: &str = "\n[[embed]]\nhost = \"calendar.example\"\nname = \"Calendar & Co\"\n\n[[embed]]\nhost = \"films.example\"\n\
                         name = \"Films\"\n\n[[embed]]\nhost = \"pictures.example\"\nname = \"Pictures\"\n\n[[embed]]\nhost = \
                         \"unused.example\"\nname = \"Nobody\"\n";

const PAGE: &str = "# Book a call\n\nPick a time.\n\n<iframe title=\"Pick a <time>\" src=\"https://www.calendar.example/studio?a=1&amp;b=2\" \
                    width=\"560\" height=\"315\"></iframe>\n\n<video controls title=\"How it goes\">\n<source \
                    src=\"https://films.example/how.mp4\">\n</video>\n\n<audio src=\"https://films.example/how.mp3\" title=\"To \
                    hear\"></audio>\n\n![Our door](https://pictures.example/door.jpg)\n\nAmong words ![a small \
                    picture](https://pictures.example/small.png) is a link.\n";

/// A site with one of each.
fn desk(companies: &str) -> Desk {
    let desk = Desk::with_site(&[("welcome.md", "# Welcome\n\nCome in.\n"), ("deadlines.md", PAGE)]);
    desk.write("site/content/business.toml", format!("{BUSINESS}{companies}"));
    desk
}

fn built() -> Desk {
    let desk = desk(COMPANIES);
    desk.build().expect_code(0);
    desk
}

fn policy(desk: &Desk) -> String {
    let headers = desk.read("site/public/_headers");
    headers.lines().find(|line| line.contains("Content-Security-Policy")).expect("a policy").trim().to_owned()
}

#[test]
fn a_card_stands_in_the_place_of_what_is_let_in() {
    let desk = built();
    let page = desk.read("site/public/deadlines.html");
    let cards: Vec<_> = html::tags(&page).into_iter().filter(|tag| tag.get("data-embed").is_some()).collect();
    let seen: Vec<(&str, &str, &str)> = cards
        .iter()
        .map(|tag| {
            let of = |name: &str| tag.get(name).unwrap_or_default();
            (of("data-embed"), of("data-from"), of("aria-label"))
        })
        .collect();
    assert_eq!(
        seen,
        [
            ("page", "https://www.calendar.example/studio?a=1&b=2", "Pick a <time>"),
            ("video", "https://films.example/how.mp4", "How it goes"),
            ("sound", "https://films.example/how.mp3", "To hear"),
            ("picture", "https://pictures.example/door.jpg", "Our door"),
        ]
    );
    for tag in html::tags(&page) {
        let fetches = ["src", "srcset", "poster", "data"].iter().filter_map(|name| tag.get(name));
        assert!(fetches.clone().all(|target| !target.contains("://")), "{tag:?}");
        assert!(!["iframe", "video", "audio", "object"].contains(&tag.name.as_str()), "{tag:?}");
    }
    assert!(
        page.contains("<a href=\"https://pictures.example/small.png\" rel=\"external noopener\">a small picture</a>")
    );
    assert!(page.contains("Open it at Calendar &amp; Co"));
}

/// The scripts of a page, and the text of each.
fn scripts_of(desk: &Desk, page: &str) -> Vec<String> {
    let page = desk.read(&format!("site/public/{page}"));
    let named = html::tags(&page).into_iter().filter(|tag| tag.name == "script");
    named
        .filter_map(|tag| Some(desk.read(&format!("site/public/{}", tag.get("src")?.trim_start_matches("../")))))
        .collect()
}

#[test]
fn the_script_of_cards_comes_only_where_a_card_is() {
    let desk = desk(COMPANIES);
    let card = "<iframe title=\"There\" src=\"https://www.calendar.example/x\"></iframe>";
    desk.write("site/content/faq/booking.md", format!("# Booking\n\n## May I book?\n\nYes.\n\n{card}\n"));
    desk.write("site/content/scope.md", "# Scope\n\nAmong words ![x](https://pictures.example/small.png) is a link.\n");
    desk.build().expect_code(0);
    for (page, has_cards) in
        [("deadlines.html", true), ("faq/booking.html", true), ("index.html", false), ("scope.html", false)]
    {
        let scripts = scripts_of(&desk, page);
        assert_eq!(
            scripts.iter().filter(|text| text.contains("data-embed-show")).count(),
            usize::from(has_cards),
            "{page}"
        );
    }
    desk.write("site/content/welcome.md", format!("# Welcome\n\nCome in.\n\n## More\n\n{card}\n"));
    desk.build().expect_code(0);
    assert!(
        scripts_of(&desk, "index.html").iter().any(|text| text.contains("data-embed-show")),
        "the home page has a card"
    );
}

#[test]
fn a_site_that_shows_nothing_of_others_has_no_byte_of_the_script() {
    let desk = desk(COMPANIES);
    desk.write("site/content/deadlines.md", "# Dates\n\nText ![x](https://pictures.example/small.png) goes on.\n");
    desk.build().expect_code(0);
    for (place, bytes) in desk.tree("site/public") {
        assert!(!place.contains("embed"), "{place}");
        assert!(!String::from_utf8_lossy(&bytes).contains("data-embed"), "{place}");
    }
}

#[test]
fn the_policy_names_only_who_is_shown_and_says_nothing_without_them() {
    let plain = desk("");
    plain.write("site/content/deadlines.md", "# Dates\n\nText.\n");
    plain.build().expect_code(0);
    let unused = desk(COMPANIES);
    unused.write("site/content/deadlines.md", "# Dates\n\nText ![x](https://pictures.example/small.png) goes on.\n");
    unused.build().expect_code(0);
    assert_eq!(policy(&plain), policy(&unused));
    assert!(!policy(&plain).contains("http"), "{}", policy(&plain));
    let shown = policy(&built());
    for rule in [
        " img-src 'self' data: https://pictures.example;",
        " frame-src https://www.calendar.example;",
        " media-src https://films.example;",
    ] {
        assert!(shown.contains(rule), "{rule} is not in {shown}");
    }
    let rest =
        [" https://pictures.example", " frame-src https://www.calendar.example;", " media-src https://films.example;"];
    let rest = rest.iter().fold(shown.clone(), |policy, rule| policy.replace(rule, ""));
    assert_eq!(rest, policy(&plain), "nothing else differs");
}

#[test]
fn on_paper_and_in_the_search_it_is_its_title_and_its_address() {
    let desk = built();
    for page in ["site/public/print/index.html", "site/public/print/deadlines.html"] {
        let paged = desk.read(page);
        let words = paged.split("</head>").nth(1).expect("a body");
        assert!(
            words.contains("Pick a &lt;time&gt;") && words.contains("calendar.example/studio?a=1&amp;b=2"),
            "{page}"
        );
        let address = "<a href=\"https://www.calendar.example/studio?a=1&amp;b=2\" rel=\"external noopener\">www.calendar.example/studio?a=1&amp;b=2</a>";
        assert!(words.contains(address) && !words.contains("Open it at"), "{page}: the address stands in the card");
        for live in ["Show it here", "fetches it from", "<button"] {
            assert!(!words.contains(live), "{page}: {live}");
        }
    }
    let search = desk.read("site/public/assets/search-data.js");
    assert!(search.contains("Pick a <time>") || search.contains("Pick a \\u003ctime"), "{search}");
    assert!(!search.contains("iframe") && !search.contains("<video"), "{search}");
}

#[test]
fn who_is_not_let_in_is_told_and_nothing_goes_out() {
    let desk = desk("");
    let codes = desk.run(&["check", "site", "--format", "json", "--today", TODAY]).codes();
    let count = |wanted: &str| codes.iter().filter(|code| *code == wanted).count();
    assert_eq!((count("markdown/raw-html"), count("embeds/outside-picture")), (3, 2), "{codes:?}");
}

#[test]
fn a_handbook_shows_pictures_of_others_as_links_and_says_so_once_for_each_host() {
    let desk = Desk::new();
    let badges = "# Tool\n\n[![build](https://badges.example/a.svg)](https://ci.example) ![docs](https://badges.example/b.svg)\n\n\
                  ![Us](https://pictures.example/us.jpg)\n\n<iframe src=\"https://calendar.example/x\"></iframe>\n";
    desk.write("handbook/README.md", badges);
    let run = desk.run(&["check", "handbook", "--format", "json", "--today", TODAY]);
    let json = run.json();
    let told: Vec<(String, String)> = json["findings"]
        .as_array()
        .expect("findings")
        .iter()
        .filter(|finding| finding["code"] == "embeds/outside-picture")
        .map(|finding| (finding["severity"].to_string(), finding["message"].to_string()))
        .collect();
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told.iter().all(|(severity, _)| severity == "\"notice\""), "{told:?}");
    assert!(told.iter().any(|(_, message)| message.contains("2 pictures lie with `badges.example`")), "{told:?}");
    desk.run(&["build", "handbook", "--today", TODAY]).expect_code(0);
    let page = desk.read("handbook/public/index.html");
    assert!(page.contains("<a href=\"https://ci.example\" rel=\"external noopener\">build</a>"), "no link in a link");
    assert!(page.contains("<a href=\"https://badges.example/b.svg\" rel=\"external noopener\">docs</a>"));
    assert!(page.contains("<a href=\"https://pictures.example/us.jpg\" rel=\"external noopener\">Us</a>"));
    assert!(page.contains("&lt;iframe src="), "raw HTML stays text");
}

#[test]
fn a_secret_in_an_address_is_found() {
    let desk = desk(COMPANIES);
    desk.change("site/content/business.toml", "[business]\n", "[business]\nprivate = [\"calendar.example/studio\"]\n");
    assert!(
        desk.run(&["check", "site", "--format", "json", "--today", TODAY])
            .codes()
            .iter()
            .any(|code| code.starts_with("private/"))
    );
}

/// Nothing is asked before the click; then exactly what was asked for; by keyboard, under the policy, from disk, without a script.
#[test]
fn nothing_is_fetched_before_somebody_asks_for_it() {
    if !has_browser("embeds in a real browser") {
        return;
    }
    for theme in ["welcome", "foyer"] {
        let desk = desk(&format!("{COMPANIES}\n[brand]\ntheme = \"{theme}\"\n"));
        desk.build().expect_code(0);
        let run = Run::of(Command::new("node").arg(scripts().join("embeds.mjs")).arg(desk.path("site/public")));
        assert!(run.code == 0 && run.out.trim_end().ends_with("4 cards, 0 faults"), "{theme}: {}{}", run.out, run.err);
    }
}

/// The check itself is tried on a page that asks at once, and on a policy that names nobody.
#[test]
fn the_check_sees_what_is_asked_too_early_and_what_the_policy_forbids() {
    if !has_browser("that the check of embeds sees what is wrong") {
        return;
    }
    let early = built();
    early.change(
        "site/public/deadlines.html",
        "</main>",
        "<img src=\"https://pictures.example/early.png\" alt=\"\"></main>",
    );
    let strict = built();
    strict.change("site/public/_headers", " frame-src https://www.calendar.example;", "");
    for (desk, words) in
        [(early, "asked before anybody clicked: https://pictures.example/early.png"), (strict, "against the policy")]
    {
        let run = Run::of(Command::new("node").arg(scripts().join("embeds.mjs")).arg(desk.path("site/public")));
        assert!(run.code == 1 && run.out.contains(words), "{words}: {}{}", run.out, run.err);
    }
}
