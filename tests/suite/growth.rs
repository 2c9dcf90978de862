//! Facts may name facts, which may name facts; a text of forty lines must not fill a library, nor a build go on for ever.

use jiff::civil::date;
use welcomemat::build::{self, Build, Today};
use welcomemat::source::{Layout, MemoryFiles};

use crate::desk::BUSINESS;

/// Tiers, each of which says `times` over what the one before says; the page and its title say the last.
fn built(tiers: usize, times: usize) -> Build {
    let tier = |number: usize| {
        let before = format!("{{{{ severity.p{}.means }}}} ", number.max(1) - 1).repeat(times);
        let means = if number == 0 { "Your site is down. ".to_owned() } else { before };
        format!("[[severity]]\nid = \"p{number}\"\nname = \"Tier {number}\"\nmeans = \"{}\"\n\n", means.trim_end())
    };
    let header: String = std::iter::once(tier(0)).chain((1..tiers).map(tier)).collect();
    let last = format!("{{{{ severity.p{}.means }}}}", tiers - 1);
    let mut files = MemoryFiles::default();
    files.put("content/business.toml", BUSINESS);
    files.put("content/emergencies.md", format!("+++\n{header}+++\n\n# When it can't wait\n\nCall us.\n"));
    files
        .put("content/welcome.md", format!("+++\nsummary = \"{last}\"\n+++\n\n# Welcome to {last}\n\nIt is {last}.\n"));
    build::build(&files, Layout::Site, "Cats", Today::Given(date(2026, 11, 22)))
}

fn told(build: &Build) -> Vec<&str> {
    let codes = build.findings.iter().map(|finding| finding.code.id);
    codes.filter(|code| code.starts_with("references/")).collect()
}

fn weight(build: &Build) -> usize {
    build.output.iter().map(|(_, content)| content.joined().len()).sum()
}

#[test]
fn texts_that_grow_without_end_are_told_once_and_cut() {
    let plain = weight(&built(1, 1));
    for (tiers, times) in [(40, 2), (20, 10), (6, 300), (3, 9_000), (1_000, 1), (200, 2)] {
        let build = built(tiers, times);
        let told = told(&build);
        assert!(
            !told.is_empty() && told.iter().all(|code| *code == "references/overgrown"),
            "{tiers}, {times}: {told:?}"
        );
        assert!(told.len() <= tiers / 200 + 1, "{tiers}, {times}: told {} times", told.len());
        let most = plain + 20_000_000 + 300_000 * tiers;
        assert!(weight(&build) < most, "{tiers}, {times}: {} bytes", weight(&build));
    }
}

#[test]
fn facts_may_lean_on_facts() {
    for (tiers, times) in [(16, 1), (12, 2), (4, 10)] {
        let build = built(tiers, times);
        assert!(told(&build).is_empty(), "{tiers}, {times}: {:?}", told(&build));
        let said = "Your site is down.";
        let count = times.pow(u32::try_from(tiers - 1).expect("few"));
        assert_eq!(build.site.pages[0].title.matches(said).count(), count, "{tiers}, {times}");
    }
}
