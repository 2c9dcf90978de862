//! The contact router: every page leads to it, everything in it leads to somebody, and it needs no script.

use std::collections::BTreeSet;

use welcomemat::build::Build;
use welcomemat::router::{Router, Way};
use welcomemat::source::MemoryFiles;

use crate::desk::BUSINESS;
use crate::html;
use crate::trades::{self, Page, build_of, pages_of};

const REACH: &str = "reach-us.html";

/// What the site's own scripts may weigh together, in bytes; the live door needs most of it.
const ROUTER_SCRIPT: usize = 2_500;

fn site(pages: &[(&str, &str)]) -> Build {
    let mut files = MemoryFiles::default();
    files.put("content/business.toml", BUSINESS);
    for (place, text) in pages {
        files.put(&format!("content/{place}"), *text);
    }
    build_of(&files)
}

fn page<'p>(pages: &'p [Page], address: &str) -> &'p Page {
    pages.iter().find(|page| page.address.as_str() == address).unwrap_or_else(|| panic!("no {address}"))
}

fn reach(build: &Build) -> String {
    let pages = pages_of("site", &build.output);
    page(&pages, REACH).text.clone()
}

/// What a reader without folds and without pictures sees from a place on: the words up to the next answer.
fn read_from(page: &str, id: &str) -> String {
    let after = page.split_once(&format!("id=\"{id}\"")).unwrap_or_else(|| panic!("no #{id}")).1;
    let own = after.split_once('>').unwrap().1;
    html::words(own.split("<details").next().unwrap())
}

#[test]
fn every_tier_boundary_category_and_channel_has_a_place_with_somebody_to_turn_to() {
    for built in trades::all() {
        let site = &built.build.site;
        let router = Router::of(site).expect("a router");
        assert!(router.leaves().all(|leaf| !matches!(leaf.way, Way::Nowhere)), "{}", built.trade);
        let text = reach(&built.build);
        for leaf in router.leaves() {
            let words = read_from(&text, &leaf.id);
            assert!(words.len() > 80, "{}: #{} says only {words:?}", built.trade, leaf.id);
        }
        let count = |start: &str| router.leaves().filter(|leaf| leaf.id.starts_with(start)).count();
        let policies = &site.policies;
        let categories = site.pages.iter().filter(|page| page.address.as_str().starts_with("faq/")).count();
        assert_eq!(count("tier-"), policies.emergencies.severities.len(), "{}", built.trade);
        assert_eq!(count("about-"), categories, "{}", built.trade);
        assert_eq!(
            count("not-"),
            policies.boundaries.len() + policies.channels.iter().filter(|it| !it.monitored).count()
        );
        assert_eq!(count("by-"), policies.channels.iter().filter(|it| it.monitored).count());
    }
}

#[test]
fn safety_comes_before_everything_else() {
    for built in trades::all() {
        let text = reach(&built.build);
        let safety = text.find("class=\"wide safety\"").expect("the line for danger");
        assert!(safety < text.find("<details").expect("an answer"), "{}", built.trade);
        let paper = text.find("class=\"wide decisions").expect("the table for paper");
        assert!(safety < paper, "{}", built.trade);
    }
}

#[test]
fn nobody_is_asked_more_than_four_questions() {
    for built in trades::all() {
        let text = reach(&built.build);
        let mut depth = 0_usize;
        let mut deepest = 0;
        for mark in text.split('<') {
            if mark.starts_with("details") {
                depth += 1;
                deepest = deepest.max(depth);
            } else if mark.starts_with("/details") {
                depth -= 1;
            }
        }
        // With the one about danger, which is no fold.
        assert!(deepest < 4, "{}: {deepest} folds deep", built.trade);
        assert_eq!(depth, 0);
    }
}

/// As in a text browser: following a link is a step, and so is opening a fold where the browser knows folds.
#[test]
fn a_text_browser_reaches_site_down_in_three_steps_from_the_first_page() {
    let built = trades::all().iter().find(|built| built.trade == "web-studio").expect("the studio");
    let pages = pages_of("web-studio", &built.build.output);
    let home = page(&pages, "index.html");
    let door = home.all("a").find(|link| link.text.contains("can’t wait")).expect("a door on the first page");
    let (address, fragment) = door.get("href").unwrap().split_once('#').expect("a place in the router");
    let text = &page(&pages, address).text;
    let answer = text.split_once(&format!("id=\"{fragment}\"")).expect("the second step").1;
    let first = answer.split_once("<summary>").unwrap().1.split_once("</summary>").unwrap().0;
    assert!(html::words(first).contains("site is down"), "{first}");
    let leaf = read_from(text, "tier-p1");
    for words in [
        "757 555 0199",
        "within 60 minutes",
        "Every day 7\u{a0}am–\u{2060}10\u{a0}pm",
        "Stop. Change nothing.",
        "Kofi Mensah",
    ] {
        assert!(leaf.contains(words), "{words} in {leaf}");
    }
}

#[test]
fn every_page_leads_to_it() {
    for built in trades::all() {
        for page in
            pages_of(&built.trade, &built.build.output).iter().filter(|page| !page.is_alone() && !page.is_printed())
        {
            let leads = page.all("a").filter(|link| link.get("href").is_some_and(|href| href.contains(REACH))).count();
            assert!(leads >= 3, "{}: head, menu and the bar on phones lead there: {leads}", page.name);
        }
    }
    let url = BUSINESS.replace("country", "url = \"https://cats.example\"\ncountry");
    let channel = "+++\n[[channel]]\nid = \"email\"\nkind = \"email\"\nvalue = \"hi@cats.example\"\n+++\n# Write\n";
    let with_address = site(&[("business.toml", &url), ("channels.md", channel)]);
    let pages = pages_of("site", &with_address.output);
    assert!(page(&pages, "404.html").text.contains("href=\"https://cats.example/reach-us.html\""));
    assert!(page(&pages, "find.html").text.contains("find-else"));
}

#[test]
fn ready_words_open_in_a_message_and_nothing_breaks_out_of_the_link() {
    let channel = "+++\n[[channel]]\nid = \"email\"\nkind = \"email\"\nvalue = \"hi@cats.example\"\n\
                   [[channel]]\nid = \"text\"\nkind = \"sms\"\nvalue = \"07700 900123\"\n+++\n# Write\n";
    let tiers = "+++\n[[severity]]\nid = \"p1\"\nname = \"Lost & “found”?\"\nmeans = \"#1: 100% gone\"\nchannel = \"email\"\n\
                 [[severity]]\nid = \"p2\"\nname = \"Two\"\nmeans = \"Less\"\nchannel = \"text\"\n+++\n# Now\n";
    let build = site(&[("channels.md", channel), ("emergencies.md", tiers)]);
    let pages = pages_of("site", &build.output);
    let links: Vec<&str> = page(&pages, REACH).all("a").filter_map(|link| link.get("href")).collect();
    let mail = links.iter().find(|href| href.contains("?subject=")).expect("a filled message");
    let fields = mail.strip_prefix("mailto:hi@cats.example?").expect("to the channel");
    let (subject, body) = fields.split_once("&body=").expect("a body");
    assert_eq!(decoded(subject.strip_prefix("subject=").unwrap()), "Lost & “found”?");
    let body = decoded(body);
    assert!(body.contains("“Lost & “found”?”: “#1: 100% gone”"), "{body}");
    assert!(body.contains("\r\n") && !body.replace("\r\n", "").contains('\n'), "RFC 6068 wants CR LF: {body:?}");
    let text = links.iter().find(|href| href.starts_with("sms:") && href.contains("?body=")).expect("a filled text");
    assert!(text.starts_with("sms:+447700900123?body="), "{text}");
}

fn decoded(field: &str) -> String {
    assert!(field.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"%-._~".contains(&byte)), "{field}");
    let mut bytes = Vec::new();
    let mut rest = field;
    while let Some(first) = rest.bytes().next() {
        let (byte, length) = match first {
            b'%' => (u8::from_str_radix(&rest[1..3], 16).unwrap(), 3),
            byte => (byte, 1),
        };
        bytes.push(byte);
        rest = &rest[length..];
    }
    String::from_utf8(bytes).unwrap()
}

#[test]
fn a_site_with_one_channel_and_nothing_else_has_one_open_answer() {
    let channel = "+++\n[[channel]]\nid = \"email\"\nkind = \"email\"\nvalue = \"hi@cats.example\"\n+++\n# Write\n";
    let build = site(&[("channels.md", channel)]);
    assert!(build.findings.iter().all(|finding| !finding.code.id.starts_with("router/")));
    let text = reach(&build);
    assert_eq!(text.matches("<details").count(), 1);
    assert!(text.contains("<details class=\"route\" open>"), "{text}");
    assert!(text.contains("mailto:hi@cats.example"));
}

#[test]
fn without_a_channel_there_is_no_router_and_nothing_leads_to_one() {
    let build = site(&[("welcome.md", "# Welcome\n\nCome in.\n"), ("faq/a.md", "# A\n\n## Why?\n\nSo.\n")]);
    let pages = pages_of("site", &build.output);
    assert!(pages.iter().all(|page| page.address.as_str() != REACH && !page.text.contains(REACH)));
}

#[test]
fn an_owner_may_link_to_it() {
    let channel = "+++\n[[channel]]\nid = \"email\"\nkind = \"email\"\nvalue = \"hi@cats.example\"\n+++\n# Write\n";
    let build = site(&[("channels.md", channel), ("welcome.md", "# Hi\n\n[Ask](reach-us.html#by-email)\n")]);
    let dead: Vec<_> = build.findings.iter().filter(|finding| finding.code.id.starts_with("links/")).collect();
    assert!(dead.is_empty(), "{dead:?}");
}

#[test]
fn its_script_is_small_and_its_places_are_all_its_own() {
    let script = include_str!("../../themes/welcome/assets/js/router.js");
    assert!(script.len() <= ROUTER_SCRIPT, "{} bytes", script.len());
    for built in trades::all() {
        let router = Router::of(&built.build.site).expect("a router");
        let ids: BTreeSet<&str> = router.leaves().map(|leaf| leaf.id.as_str()).collect();
        assert_eq!(ids.len(), router.leaves().count(), "{}", built.trade);
    }
}

/// The picture of a year depends on the year alone.
#[test]
fn pictures_do_not_change_from_day_to_day() {
    let files = trades::files(welcomemat::starters::Trade::WebStudio);
    let pictures = |day: &str| {
        let today = welcomemat::build::Today::Given(day.parse().unwrap());
        let build = welcomemat::build::build(&files, welcomemat::source::Layout::Site, "site", today);
        let pages = pages_of("site", &build.output);
        let text = page(&pages, "availability.html").text.clone();
        text.split("<div class=\"year\">")
            .skip(1)
            .map(|year| year.split("</ul>").next().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    let autumn = pictures("2026-10-01");
    assert_eq!(autumn.len(), 2, "this year and the next");
    assert_eq!(autumn, pictures("2026-11-22"));
    let next = pictures("2027-01-01");
    assert_eq!(next.first(), autumn.get(1), "a year looks the same from the year before");
    assert!(autumn.iter().all(|year| year.contains("role=\"img\"") && year.contains("Closed days:")), "{autumn:?}");
}

/// A tier on a phone that is answered in office hours, and what its owner adds to the tier, to the phone and to the page.
fn found(hours: &str, tier: &str, phone: &str, page: &str) -> Vec<String> {
    let build = site(&[
        ("business.toml", &format!("{BUSINESS}[[people]]\nid = \"ann\"\nname = \"Ann\"\n")),
        ("availability.md", &format!("+++\n[hours.office]\n{hours}\n+++\n# Hours\n")),
        (
            "channels.md",
            &format!(
                "+++\n[[channel]]\nid = \"phone\"\nkind = \"phone\"\nvalue = \"020 7946 0000\"\nschedule = \"office\"\n{phone}\n\
                 [[channel]]\nid = \"email\"\nkind = \"email\"\nvalue = \"hi@cats.example\"\n+++\n# Reach us\n"
            ),
        ),
        (
            "emergencies.md",
            &format!(
                "+++\n[[severity]]\nid = \"lost\"\nname = \"Lost\"\nmeans = \"It is lost\"\nchannel = \"phone\"\n{tier}\n{page}\n+++\n# Now\n"
            ),
        ),
    ]);
    assert!(
        build.findings.iter().all(|it| it.severity != welcomemat::diagnostic::Severity::Error),
        "{:?}",
        build.findings
    );
    let own = build.findings.iter().filter(|finding| finding.code.id.starts_with("router/"));
    own.map(|finding| finding.message.clone()).collect()
}

#[test]
fn whatever_is_stated_for_the_night_keeps_the_check_quiet() {
    const OFFICE: &str = "mon-fri = \"09:00-17:00\"";
    let rung = |by: &str, promise: &str| {
        format!(
            "[[escalation]]\nid = \"ann\"\nstep = 1\nafter = \"1 hour\"\nto = \"ann\"\nby = \"{by}\"\npromise = \"{promise}\""
        )
    };
    let missed = "if_missed = \"ann\"";
    let loud = ["At midnight on Sunday 22 November 2026 nobody answers `phone` for “Lost”, and no fallback is stated."];
    assert_eq!(found(OFFICE, "", "", ""), loud);
    assert_eq!(found(OFFICE, "", missed, &rung("phone", "30 minutes")), loud, "the same locked door");
    assert_eq!(found(OFFICE, "outside_hours = \"\"", "", ""), loud, "nothing is said");
    let quiet = [""; 0];
    assert_eq!(found(OFFICE, "outside_hours = \"Leave a message.\"", "", ""), quiet);
    assert_eq!(found(OFFICE, "", "", "[[fallback]]\nfor = [\"lost\"]\nname = \"The shelter\""), quiet);
    assert_eq!(
        found(OFFICE, "", "", "[[fallback]]\nname = \"The shelter\""),
        loud,
        "a fallback for nothing in particular"
    );
    assert_eq!(found(OFFICE, "", missed, &rung("email", "30 minutes")), quiet, "what is written waits");
    assert_eq!(
        found(OFFICE, "", missed, &rung("phone", "2 business hours")),
        quiet,
        "a message is answered in the morning"
    );
    assert_eq!(found("daily = \"00:00-24:00\"", "", "", ""), quiet, "day and night");
}

#[test]
fn the_first_moment_is_found_up_to_four_hundred_days_ahead() {
    let hours = |day: &str| {
        format!("daily = \"00:00-24:00\"\n[[closure]]\nname = \"Fair\"\non = \"{day}\"\nschedules = [\"office\"]")
    };
    // Built on 22 November 2026; 400 days later it is 27 December 2027.
    let told = |day: &str| found(&hours(day), "", "", "");
    assert_eq!(told("2027-12-26").len(), 1);
    assert!(told("2027-12-26")[0].starts_with("At midnight on Sunday 26 December 2027"), "{:?}", told("2027-12-26"));
    assert_eq!(told("2027-12-27"), [""; 0]);
    assert_eq!(told("2026-11-21"), [""; 0], "what is over is over");
    let late = "daily = \"00:00-24:00\"\nsun = \"00:00-03:00, 04:00-24:00\"";
    assert!(found(late, "", "", "")[0].starts_with("At 3\u{a0}am on Sunday 22 November 2026"));
}
