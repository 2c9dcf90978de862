mod disguises;
mod formats;
mod near_misses;
mod packed;
mod places;
mod properties;
mod stretches;
mod words;

use super::reading::Skeleton;
use super::search::Secrets;
use crate::address::Address;
use crate::build::{Build, Today, build};
use crate::diagnostic::{Code, Diagnostic, Position, codes};
use crate::render::{Content, Output};
use crate::source::{Layout, MemoryFiles};

const NUMBER: &str = "+1 757 555 0188";

/// The settings of a small business with these private entries.
fn settings(country: &str, private: &[&str]) -> String {
    format!(
        "format = 1\n[business]\nname = \"Tidewater\"\ntimezone = \"America/New_York\"\ncountry = \"{country}\"\nprivate = {private:?}\n"
    )
}

/// A site with these files beside its settings.
fn site(private: &[&str], files: &[(&str, &str)]) -> Build {
    site_of_bytes(private, &files.iter().map(|(path, text)| (*path, text.as_bytes())).collect::<Vec<_>>())
}

fn site_of_bytes(private: &[&str], files: &[(&str, &[u8])]) -> Build {
    let mut all = MemoryFiles::new([("content/business.toml", settings("US", private))]);
    all.put("content/welcome.md", "# Welcome\n\nHello.\n");
    for (path, bytes) in files {
        all.put(path, *bytes);
    }
    build(&all, Layout::Site, "tidewater", Today::Given(jiff::civil::date(2026, 9, 1)))
}

/// What the guard said of a build.
fn told(build: &Build) -> Vec<&Diagnostic> {
    let shown: &Code = &codes::private::SHOWN;
    build.findings.iter().filter(|finding| finding.code == shown).collect()
}

/// Where a finding points: `content/welcome.md:3:6`.
fn place(build: &Build, finding: &Diagnostic) -> String {
    match finding.place {
        Some(crate::diagnostic::Place::Text(span)) => {
            let file = build.sources.file(span.file);
            let Position { line, column } = file.position(span.start);
            format!("{}:{line}:{column} {}", file.name(), build.sources.text(span))
        }
        Some(place) => build.sources.file(place.file()).name().to_owned(),
        None => "nowhere".to_owned(),
    }
}

fn secrets(country: &str, private: &[&str]) -> Secrets {
    let files = MemoryFiles::new([("content/business.toml", settings(country, private))]);
    let (inputs, _) = crate::source::read(&files, Layout::Site);
    let (site, _) = crate::site::assemble(&inputs, Layout::Site, "x");
    assert_eq!(site.business.private.len(), private.len());
    Secrets::of(&site.business)
}

/// How often the one entry stands in these bytes.
fn count(secrets: &Secrets, bytes: &[u8]) -> usize {
    secrets.search(bytes, &mut Skeleton::default()).len()
}

fn check_found(country: &str, private: &str, texts: &[&str]) {
    check(country, private, texts, 1);
}

fn check_not_found(country: &str, private: &str, texts: &[&str]) {
    check(country, private, texts, 0);
}

fn check(country: &str, private: &str, texts: &[&str], wanted: usize) {
    let secrets = secrets(country, &[private]);
    let wrong: Vec<&&str> = texts.iter().filter(|text| count(&secrets, text.as_bytes()) != wanted).collect();
    assert!(wrong.is_empty(), "{private} should stand {wanted} times in each of {wrong:#?}");
}
