//! Which leaf is sorted where, and whom it sends a client to.

use jiff::civil::date;

use super::{Need, Router, Topic, Way};
use crate::build::{Build, Today, build};
use crate::source::{Layout, MemoryFiles};

const BUSINESS: &str = "format = 1\n[business]\nname = \"Cats\"\ntimezone = \"Europe/London\"\ncountry = \"GB\"\n";
const MAIL: &str = "[[channel]]\nid = \"email\"\nkind = \"email\"\nvalue = \"hi@cats.example\"\npreferred = 1\n";
const PHONE: &str = "[[channel]]\nid = \"phone\"\nkind = \"phone\"\nvalue = \"020 7946 0000\"\npreferred = 2\n";

fn built(pages: &[(&str, String)]) -> Build {
    let mut files = MemoryFiles::default();
    files.put("content/business.toml", BUSINESS);
    for (name, header) in pages {
        files.put(&format!("content/{name}"), format!("+++\n{header}+++\n\n# Page\n\nWords.\n"));
    }
    build(&files, Layout::Site, "site", Today::Given(date(2026, 11, 22)))
}

/// Every leaf as `need id → way`.
fn leaves(build: &Build) -> Vec<String> {
    let Some(router) = Router::of(&build.site) else { return Vec::new() };
    let said = router.branches.iter().flat_map(|branch| {
        branch.leaves.iter().map(|leaf| {
            let way = match leaf.way {
                Way::Channel(channel) => channel.id.value.to_string(),
                Way::Safety(safety) => safety.number.value.to_string(),
                Way::Fallbacks => "fallbacks".to_owned(),
                Way::Nowhere => "nowhere".to_owned(),
            };
            format!("{} {} → {way}", branch.need.id(), leaf.id)
        })
    });
    said.collect()
}

fn tier(id: &str, rest: &str) -> String {
    format!("[[severity]]\nid = \"{id}\"\nname = \"{id}\"\nmeans = \"It is {id}\"\n{rest}\n")
}

#[test]
fn a_site_without_a_channel_has_no_router() {
    assert_eq!(leaves(&built(&[("emergencies.md", tier("p1", ""))])), [""; 0]);
}

#[test]
fn one_channel_is_enough() {
    assert_eq!(leaves(&built(&[("channels.md", MAIL.to_owned())])), ["request by-email → email"]);
}

#[test]
fn tiers_go_from_what_cannot_wait_to_a_wish() {
    let sorted = |count: usize| {
        let tiers: String = (1..=count).map(|number| tier(&format!("p{number}"), "channel = \"phone\"")).collect();
        let build = built(&[("channels.md", format!("{MAIL}{PHONE}")), ("emergencies.md", tiers)]);
        let router = Router::of(&build.site).unwrap();
        let needs =
            router.branches.iter().flat_map(|branch| branch.leaves.iter().map(|leaf| (branch.need, leaf.topic)));
        let needs: Vec<Need> =
            needs.filter_map(|(need, topic)| matches!(topic, Topic::Tier(_)).then_some(need)).collect();
        needs
    };
    use Need::{Request, Urgent, Wrong};
    assert_eq!(sorted(1), [Urgent]);
    assert_eq!(sorted(2), [Urgent, Wrong]);
    assert_eq!(sorted(3), [Urgent, Urgent, Wrong]);
    assert_eq!(sorted(4), [Urgent, Urgent, Wrong, Request]);
    assert_eq!(sorted(5), [Urgent, Urgent, Wrong, Wrong, Request]);
}

#[test]
fn a_tier_without_a_channel_is_helped_by_the_number_it_names_or_by_its_fallbacks() {
    let safety = "[safety]\nnumber = \"999\"\n";
    let fallback = "[[fallback]]\nfor = [\"b\"]\nname = \"The hospital\"\n";
    let tiers = [
        tier("a", "steps = [\"Call {{ safety.number }}\"]"),
        tier("b", ""),
        tier("c", ""),
        tier("d", "channel = \"phone\""),
    ];
    let emergencies = format!("{safety}{}{fallback}", tiers.concat());
    let build = built(&[("channels.md", format!("{MAIL}{PHONE}")), ("emergencies.md", emergencies)]);
    let leaves = leaves(&build);
    for expected in
        ["urgent tier-a → 999", "urgent tier-b → fallbacks", "wrong tier-c → email", "request tier-d → phone"]
    {
        assert!(leaves.iter().any(|leaf| leaf == expected), "{expected} in {leaves:#?}");
    }
}

#[test]
fn questions_go_to_the_channel_that_is_for_them() {
    let channels =
        format!("{PHONE}{MAIL}use_for = [\"Questions that can wait\"]\n").replace("preferred = 1", "preferred = 9");
    let build = built(&[("channels.md", channels), ("faq/a.md", String::new()), ("faq/b.md", String::new())]);
    let leaves = leaves(&build);
    assert!(leaves.iter().any(|leaf| leaf == "question about-a → email"), "{leaves:#?}");
    assert!(leaves.iter().any(|leaf| leaf == "question about-b → email"), "{leaves:#?}");
}

#[test]
fn a_boundary_sends_to_what_it_asks_for() {
    let row = |id: &str, please: &str| {
        format!("[[boundary]]\nid = \"{id}\"\nplease = \"{please}\"\nplease_dont = \"Shout\"\nwhy = \"Peace\"\n")
    };
    let rows = [
        row("named", "Ring {{ channel.phone }}, never {{ channel.email }}"),
        row("danger", "Call {{ safety.number }}"),
        row("called", "Ring the Hot Line at once"),
        row("kind", "Send it by email"),
        row("verb", "Post it, or form a circle"),
    ];
    let line = PHONE.replace("\"phone\"\nkind", "\"hot\"\nname = \"Hot line\"\nkind");
    let build = built(&[
        ("channels.md", format!("{PHONE}{line}{MAIL}")),
        ("boundaries.md", rows.concat()),
        ("emergencies.md", "[safety]\nnumber = \"999\"\n".to_owned()),
    ]);
    let leaves = leaves(&build);
    let own: Vec<&String> = leaves.iter().filter(|leaf| leaf.starts_with("instead")).collect();
    assert_eq!(
        own,
        [
            "instead not-named → phone",
            "instead not-danger → 999",
            "instead not-called → hot",
            "instead not-kind → email",
            "instead not-verb → email",
        ]
    );
}

#[test]
fn what_nobody_reads_sends_to_the_channel_it_names() {
    let text =
        "[[channel]]\nid = \"text\"\nkind = \"sms\"\nmonitored = false\nsay = \"Please call {{ channel.phone }}.\"\n";
    let chat = "[[channel]]\nid = \"chat\"\nkind = \"chat\"\nmonitored = false\n";
    let leaves = leaves(&built(&[("channels.md", format!("{text}{chat}{PHONE}{MAIL}"))]));
    let own: Vec<&String> = leaves.iter().filter(|leaf| leaf.starts_with("instead")).collect();
    assert_eq!(own, ["instead not-by-text → phone", "instead not-by-chat → email"]);
}

#[test]
fn a_ladder_begins_at_the_channels_own_step() {
    let rung = |id: &str, step: u8| {
        format!("[[escalation]]\nid = \"{id}\"\nstep = {step}\nafter = \"1 hour\"\nto = \"ann\"\n")
    };
    let channels = format!("{MAIL}if_missed = \"second\"\n{PHONE}");
    let ladder = [rung("third", 3), rung("first", 1), rung("second", 2)].concat();
    let build = built(&[("channels.md", channels), ("emergencies.md", ladder)]);
    let router = Router::of(&build.site).unwrap();
    let rungs = |id: &str| {
        let leaf = router.leaves().find(|leaf| leaf.id == id).unwrap();
        leaf.rungs.iter().map(|rung| rung.id.value.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(rungs("by-email"), ["second", "third"]);
    assert_eq!(rungs("by-phone"), [""; 0]);
}
