//! Two sources at one address, and names that not every computer can keep.

use super::page::Page;
use super::pictures::PublishedFile;
use crate::address::names::{collisions, problem};
use crate::address::{Address, SourcePath};
use crate::diagnostic::{Diagnostic, FileId, Findings, Place, codes};

/// Pages that every site has.
const MADE: [&str; 4] = ["find.html", "404.html", "reach-us.html", "version.json"];

/// Tells addresses that clash and names that can't be used everywhere.
pub(super) fn check(pages: &[Page], files: &[PublishedFile], findings: &mut Findings) {
    let of_pages = pages.iter().map(|page| Claim { address: &page.address, path: Some(&page.path), file: Some(page.file) });
    let of_files = files.iter().filter(|file| file.address.as_str() == file.path.as_str());
    let of_files = of_files.map(|file| Claim { address: &file.address, path: Some(&file.path), file: None });
    let made: Vec<Address> = MADE.iter().map(|made| Address::new(made)).collect();
    let of_site = made.iter().map(|address| Claim { address, path: None, file: None });
    let claims: Vec<Claim<'_>> = of_pages.chain(of_files).chain(of_site).collect();
    for claim in claims.iter().filter(|claim| claim.path.is_some()) {
        if let Some(problem) = problem(claim.address) {
            findings.push(bad_name(claim, &problem.words()));
        }
    }
    let names: Vec<String> = claims.iter().map(Claim::name).collect();
    let labelled = claims.iter().zip(&names).map(|(claim, name)| (claim.address, name.as_str()));
    for collision in collisions(labelled) {
        let claim = |name: &str| names.iter().position(|other| other == name).and_then(|at| claims.get(at));
        if let (Some(first), Some(second)) = (claim(collision.first.1), claim(collision.second.1)) {
            findings.push(same_address(first, second));
        }
    }
}

struct Claim<'c> {
    address: &'c Address,
    path: Option<&'c SourcePath>,
    file: Option<FileId>,
}

impl Claim<'_> {
    fn name(&self) -> String {
        self.path.map_or_else(|| format!("the page `{}` that every site has", self.address), |path| format!("`{path}`"))
    }

    fn place(&self, diagnostic: Diagnostic) -> Diagnostic {
        match self.file {
            Some(file) => diagnostic.at(Place::File(file)),
            None => diagnostic,
        }
    }
}

fn bad_name(claim: &Claim<'_>, reason: &str) -> Diagnostic {
    let message = format!("{} can't be kept on every computer: {reason}.", claim.name());
    claim.place(Diagnostic::new(&codes::site::BAD_NAME, message)).help("Rename the file with letters, digits and dashes.")
}

fn same_address(first: &Claim<'_>, second: &Claim<'_>) -> Diagnostic {
    let (shown, other) = if second.path.is_some() { (second, first) } else { (first, second) };
    let message = format!("{} and {} would both be published as `{}`.", other.name(), shown.name(), shown.address);
    shown.place(Diagnostic::new(&codes::site::SAME_ADDRESS, message)).help("Rename one of them.")
}
