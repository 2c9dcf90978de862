//! The whole way once through: load → read → model → render → check → write.

use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::civil::Date;
use rayon::prelude::*;

use crate::address::Address;
use crate::check;
use crate::check::links::Defined;
use crate::check::needs::Score;
use crate::diagnostic::{Diagnostic, FileId, Findings, Sources, codes};
use crate::publish::{fingerprint, guard, hosts, ics, live, vcard};
use crate::render::theme::{Stock, Theme};
use crate::render::{self, Content, Edition, Output};
use crate::site::{self, Site};
use crate::source::{self, Files, Inputs, Layout};
use crate::staff::{self, Material};

/// The day a build is made for.
#[derive(Clone, Copy, Debug)]
pub enum Today {
    /// This one.
    Given(Date),
    /// Whichever it is in the business's zone at this moment.
    At(Timestamp),
}

/// What a build made, whether or not it may be published.
#[derive(Debug)]
pub struct Build {
    /// Every text read, for showing findings.
    pub sources: Sources,
    /// All findings, in reading order.
    pub findings: Findings,
    /// The site.
    pub site: Site,
    /// Everything to publish.
    pub output: Output,
}

/// Builds the site that `files` hold. Nothing is written.
pub fn build(files: &dyn Files, layout: Layout, folder_name: &str, today: Today) -> Build {
    let (((inputs, mut findings), (site, found)), stock) =
        rayon::join(|| read(files, layout, folder_name), Stock::load);
    findings.append(found);
    let (mut theme, found) = Theme::load(stock, &site.business.brand, &inputs.overrides, &inputs.sources);
    findings.append(found);
    theme.share(&render::site_view(&site));
    let version = fingerprint::version(&site);
    let today = today.in_zone_of(&site);
    let edition = Edition { today, version: Some(&version.code) };
    let (mut output, found) = render::render(&site, &theme, edition);
    findings.append(found);
    output.insert(Address::new("version.json"), Content::text(version.json()));
    ics::add(&site, &theme.labels, edition.today, &mut output);
    vcard::add(&site, &theme.labels, &mut output);
    live::add(&site, &theme, edition.today, &mut output);
    hosts::add(&site, &mut output);
    findings.append(guard::check(&site, &inputs.sources, &output));
    let defined = defined(&output, &check::links::pages_with_wanted_ids(&site));
    check::links::check(&site, &defined, &mut findings);
    findings.append(check::days::check(&site, edition.today));
    check::router::check(&site, edition.today, &mut findings);
    findings.append(check::facts::check(&site, &findings));
    check::opinion::apply(&site, &inputs.sources, &mut findings);
    tell_address(&site, inputs.business, &mut findings);
    findings.sort(&inputs.sources);
    Build { sources: inputs.sources, findings, site, output }
}

/// The pages for the business's own people, with what a check finds. Never part of a build's own output.
#[must_use]
pub fn staff_edition(build: &Build, today: Today) -> Output {
    let day = today.in_zone_of(&build.site);
    let mut findings = build.findings.clone();
    let score = check::look_over(&build.site, &build.sources, day, &mut findings);
    let Build { site, sources, .. } = build;
    staff::edition(Material { site, score: &score, findings: &findings, sources, today: day })
}

/// A build that was looked over as well.
#[derive(Debug)]
pub struct Checked {
    /// The build, its findings with those of every check.
    pub build: Build,
    /// How the site stands with what clients need.
    pub score: Score,
}

/// Builds a site and looks it over. Nothing is written.
pub fn check(files: &dyn Files, layout: Layout, folder_name: &str, today: Today) -> Checked {
    let mut build = build(files, layout, folder_name, today);
    let day = today.in_zone_of(&build.site);
    let score = check::look_over(&build.site, &build.sources, day, &mut build.findings);
    build.findings.sort(&build.sources);
    Checked { build, score }
}

fn read(files: &dyn Files, layout: Layout, folder_name: &str) -> ((Inputs, Findings), (Site, Findings)) {
    let (inputs, found) = source::read(files, layout);
    let assembled = site::assemble(&inputs, layout, folder_name);
    ((inputs, found), assembled)
}

impl Today {
    /// The day in the business's own zone.
    #[must_use]
    pub fn in_zone_of(self, site: &Site) -> Date {
        match self {
            Today::Given(date) => date,
            Today::At(moment) => {
                let zone = site.business.zone.as_ref().map_or(jiff::tz::TimeZone::UTC, |zone| zone.rules().clone());
                moment.to_zoned(zone).date()
            }
        }
    }
}

fn tell_address(site: &Site, business: Option<FileId>, findings: &mut Findings) {
    // Whoever has mistakes to mend needs no advice yet, and the address may be what could not be read.
    if site.business.url.is_none() && site.layout == Layout::Site && !findings.has_errors() {
        let message = "The site does not know its own address yet. Everything works without it.";
        let help = "When you know where it will be, add `url = \"https://…\"` to `[business]` in `business.toml`.";
        let finding = Diagnostic::new(&codes::site::NO_ADDRESS, message).help(help);
        findings.push(business.map_or(finding.clone(), |file| finding.at(file)));
    }
}

/// The ids that the wanted pages define.
#[must_use]
pub fn defined(output: &Output, wanted: &BTreeSet<Address>) -> Defined {
    let wanted: Vec<&Address> = wanted.iter().collect();
    let ids = wanted.into_par_iter().filter_map(|address| Some((address.clone(), ids(&output.get(address)?.joined()))));
    ids.collect()
}

/// Every value of an `id` in a page.
fn ids(page: &[u8]) -> BTreeSet<String> {
    let page = String::from_utf8_lossy(page);
    let values = page.split(" id=\"").skip(1).filter_map(|after| after.split('"').next());
    values.map(|id| id.replace("&amp;", "&").replace("&#39;", "'").replace("&quot;", "\"")).collect()
}
