//! The table of needs: whole, and each of its stubs meets the need it stands for.

use std::collections::BTreeSet;

use super::*;
use crate::build::{self, Checked, Today};
use crate::diagnostic::Severity;
use crate::source::{Layout, MemoryFiles};

const BUSINESS: &str = "format = 1\n\n[business]\nname = \"Tidewater\"\ntimezone = \"UTC\"\ncountry = \"US\"\n\n[[people]]\nid = \"dana\"\nname = \"Dana Ruiz\"\n";

fn checked(pages: &[(&str, String)]) -> Checked {
    let mut files = MemoryFiles::default();
    files.put("content/business.toml", BUSINESS);
    for (path, text) in pages {
        files.put(&format!("content/{path}"), text.clone());
    }
    build::check(&files, Layout::Site, "a", Today::Given(jiff::civil::date(2026, 10, 1)))
}

#[test]
fn there_are_46_each_with_a_name_of_its_own() {
    let names: BTreeSet<&str> = NEEDS.iter().map(Need::name).collect();
    assert_eq!((NEEDS.len(), names.len()), (46, 46));
}

#[test]
fn an_empty_site_lists_all_of_them() {
    let checked = checked(&[]);
    assert_eq!((checked.score.met.len(), checked.score.missing.len(), checked.score.percent()), (0, 46, 0));
    let told: BTreeSet<&str> =
        checked.build.findings.iter().map(|finding| finding.code.id).filter(|id| id.starts_with("needs/")).collect();
    assert_eq!(told.len(), 46);
    let mistakes: Vec<&str> = checked
        .build
        .findings
        .iter()
        .filter(|it| it.severity == Severity::Error)
        .map(|it| it.message.as_str())
        .collect();
    assert_eq!(mistakes, ["This site has its settings, but not a single page."]);
}

/// Pasted into its file, the stub of a gap closes it.
#[test]
fn every_stub_meets_its_need() {
    for need in NEEDS {
        let stub = need.code.example;
        let is_prose =
            ["replies/", "guides/", "faq/"].iter().any(|folder| need.file.starts_with(folder)) && !stub.contains(" = ");
        let pages = match need.file {
            "business.toml" => {
                let line = stub.trim_start_matches("[business]\n");
                let text = BUSINESS.replace("country = \"US\"\n", &format!("country = \"US\"\n{line}\n"));
                vec![("business.toml", text)]
            }
            file if is_prose => {
                let header = if file.starts_with("guides/") { "+++\naudience = \"staff\"\n+++\n\n" } else { "" };
                vec![(file, format!("{header}{stub}\n"))]
            }
            file => match stub.split_once("\n\n# ") {
                Some((header, body)) => vec![(file, format!("+++\n{header}\n+++\n\n# {body}\n"))],
                None => vec![(file, format!("+++\n{stub}\n+++\n\nWords.\n"))],
            },
        };
        let checked = checked(&pages);
        let is_met = checked.score.met.iter().any(|met| met.name() == need.name());
        assert!(
            is_met,
            "{}: {:#?}",
            need.name(),
            checked.build.findings.iter().map(|finding| &finding.message).collect::<Vec<_>>()
        );
    }
}
