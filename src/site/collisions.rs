//! Two sources at one address, and names that not every computer can keep.

use rayon::prelude::*;

use super::chapters::Chapter;
use super::page::Page;
use super::pictures::PublishedFile;
use crate::address::Address;
use crate::address::names::{Collision, collisions, problem};
use crate::diagnostic::{Diagnostic, FileId, Findings};

/// Pages that every site has.
pub(super) const MADE: [&str; 4] = ["find.html", "404.html", "reach-us.html", "version.json"];

/// What the welcome pack adds, beside a page for each chapter.
const BOUND: [&str; 6] = [
    "welcome-pack.pdf",
    "how-to-reach-us.pdf",
    "emergency-card.pdf",
    "print/index.html",
    "print/sheet.html",
    "print/card.html",
];

/// Tells addresses that clash and names that can't be used everywhere.
pub(super) fn check(pages: &[Page], files: &[PublishedFile], chapters: &[Chapter], findings: &mut Findings) {
    let of_pages =
        pages.iter().map(|page| Claim { address: &page.address, label: page.path.as_str(), file: Some(page.file) });
    let as_they_are = files.iter().filter(|file| file.address.as_str() == file.path.as_str());
    let of_files =
        as_they_are.map(|file| Claim { address: &file.address, label: file.path.as_str(), file: Some(file.file) });
    let pack = BOUND.iter().filter(|_| !chapters.is_empty());
    let printed = chapters.iter().map(|chapter| Address::new(&format!("print/{}.html", chapter.name)));
    let made: Vec<Address> = MADE.iter().chain(pack).map(|made| Address::new(made)).chain(printed).collect();
    let of_site = made.iter().map(|address| Claim { address, label: address.as_str(), file: None });
    let claims: Vec<Claim<'_>> = of_site.chain(of_pages).chain(of_files).collect();
    let told_names = claims.par_iter().filter_map(|claim| {
        let problem = problem(claim.address)?;
        Some(claim.place(problem.finding(claim.address, claim.label)))
    });
    findings.extend(told_names.collect::<Vec<_>>());
    for collision in collisions(claims.iter().map(|claim| (claim.address, claim.label))) {
        findings.push(told(&claims, &collision));
    }
}

/// A source that wants an address.
struct Claim<'c> {
    address: &'c Address,
    label: &'c str,
    file: Option<FileId>,
}

impl Claim<'_> {
    fn place(&self, diagnostic: Diagnostic) -> Diagnostic {
        match self.file {
            Some(file) => diagnostic.at(file),
            None => diagnostic,
        }
    }
}

fn told(claims: &[Claim<'_>], collision: &Collision<'_>) -> Diagnostic {
    let claim_of = |label: &str| claims.iter().rev().find(|claim| claim.label == label);
    let is_made = |label: &str| claims.iter().any(|claim| claim.label == label && claim.file.is_none());
    let finding = collision.finding();
    let finding = if is_made(collision.first.1) && collision.first.0 == collision.second.0 {
        let message = format!(
            "`{}` would be published as `{}`, and every site has a page of that name already.",
            collision.second.1, collision.first.0
        );
        finding.message(message).help("Rename this file.")
    } else {
        finding
    };
    claim_of(collision.second.1).map_or(finding.clone(), |claim| claim.place(finding))
}
