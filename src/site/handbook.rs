//! Somebody's existing folder of Markdown, written for another program: no page of it is lost, and nothing in it keeps it from
//! being shown.
//!
//! 1. Every page gets an address of its own ([`Places`]), also where two of its pages, or a page and one that every site has,
//!    would share one.
//! 2. Of its headers title and description are read ([`header`] for TOML, `yaml` for YAML).
//! 3. Of its other files only those go out that its pages link to or show ([`keep_used`]): stylesheets, scripts and sources of the
//!    other program are no business of a client.
//! 4. What would stop a site of ours is a warning ([`as_warnings`]): whoever builds a handbook may not be its writer.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use toml::de::DeTable;

use super::links::{Lead, LinkIndex};
use super::page::{Page, PageFacts, PageHeader};
use super::pictures::PublishedFile;
use super::{addresses, collisions};
use crate::address::{Address, SourcePath};
use crate::diagnostic::{Diagnostic, FileId, Findings, Place, Severity, codes};
use crate::markdown::TargetKind;
use crate::policy::business::Business;
use crate::policy::kinds::Kind;
use crate::policy::page::HeaderWritten;
use crate::policy::written::{HasGaps, Reading};
use crate::source::{Inputs, Layout, PageText};

/// Where the pages are published.
#[derive(Debug, Default)]
pub(super) struct Places {
    layout: Option<Layout>,
    moved: BTreeMap<SourcePath, Address>,
}

impl Places {
    /// Finds a place for every page. In a site of ours each has its own, and two that clash are an error.
    pub(super) fn of(inputs: &Inputs, layout: Layout, findings: &mut Findings) -> Self {
        let mut places = Places { layout: Some(layout), moved: BTreeMap::new() };
        if layout == Layout::Handbook {
            let mut taken: BTreeSet<String> = collisions::MADE.iter().map(|made| (*made).to_owned()).collect();
            taken.extend(inputs.attachments.iter().map(|file| folded(file.path.as_str())));
            let mut pages: Vec<&PageText> = inputs.pages.iter().collect();
            // Where a folder has both, `index.md` is its page: `README.md` is often about the folder.
            pages.sort_by_key(|page| (is_readme(&page.path), &page.path));
            for page in pages {
                places.settle(page, &mut taken, findings);
            }
        }
        places
    }

    /// Where the page at `path` is published.
    pub(super) fn address(&self, path: &SourcePath) -> Address {
        let layout = self.layout.unwrap_or(Layout::Site);
        self.moved.get(path).cloned().unwrap_or_else(|| addresses::of_page(path, layout))
    }

    fn settle(&mut self, page: &PageText, taken: &mut BTreeSet<String>, findings: &mut Findings) {
        let wanted = addresses::of_page(&page.path, Layout::Handbook);
        if taken.insert(folded(wanted.as_str())) {
            return;
        }
        let stem = addresses::strip_end(page.path.as_str());
        let numbered = (2..).map(|number| format!("{stem}-{number}.html"));
        let mut others = std::iter::once(format!("{stem}.html")).chain(numbered);
        let Some(free) = others.find(|other| taken.insert(folded(other))) else { return };
        let message = format!("`{}` is published as `{free}`, because `{wanted}` is another page.", page.path);
        let finding = Diagnostic::new(&codes::output::SAME_ADDRESS, message).at(page.file).severity(Severity::Notice);
        findings.push(finding.help("Rename the file if you want another address."));
        self.moved.insert(page.path.clone(), Address::new(&free));
    }
}

/// Keeps the files that pages link to or show, and the logo. Where raw HTML is let through, what it names is not known, and all stay.
pub(super) fn keep_used(files: &mut Vec<PublishedFile>, pages: &[Page], links: &LinkIndex, business: &Business) {
    if business.unsafe_html {
        return;
    }
    let used = used(files, pages, links, business);
    files.retain(|file| used.contains(&file.address));
}

/// Where the files are published that pages link to or show, and the logo.
pub(super) fn used(
    files: &[PublishedFile],
    pages: &[Page],
    links: &LinkIndex,
    business: &Business,
) -> BTreeSet<Address> {
    let mut used: BTreeSet<Address> = pages.par_iter().flat_map_iter(|page| led_to(page, links)).collect();
    let logo = business.brand.logo.as_ref().map(|logo| &*logo.value);
    used.extend(files.iter().filter(|file| Some(file.path.as_str()) == logo).map(|file| file.address.clone()));
    used
}

/// Where the links and pictures of a page lead.
fn led_to(page: &Page, links: &LinkIndex) -> Vec<Address> {
    let document = &page.document;
    let links_typed = document.links().iter().map(|link| (link.kind, &link.target));
    let targets = links_typed.chain(document.images().iter().map(|image| (image.kind, &image.target)));
    let here = targets.filter(|(kind, _)| *kind == TargetKind::File);
    let lead = |(_, target)| match links.lead(page.file, document.typed(target)) {
        Lead::To { published, .. } => Some(published.address),
        _ => None,
    };
    here.filter_map(lead).collect()
}

/// Many computers take capitals for small letters.
fn folded(path: &str) -> String {
    path.to_lowercase()
}

fn is_readme(path: &SourcePath) -> bool {
    path.file_name().to_lowercase().starts_with("readme.")
}

/// Reads a TOML header as far as its keys are ours; `description` is another program's `summary`, everything else is passed over.
pub(super) fn header(text: &PageText, base: usize, header: &str, findings: &mut Findings) -> PageHeader {
    let table = DeTable::parse_recoverable(header).0;
    let table = table.get_ref();
    let mut reading = Reading::new(text.file, base, header, None);
    let mut written = HeaderWritten::read_keys(table, reading.whole(), &mut reading);
    written.summary = written.summary.or_else(|| reading.key(table, "description"));
    findings.append(as_warnings(&reading.findings, None));
    PageHeader { written, kind: Kind::Guide, facts: PageFacts::Nothing, gaps: HasGaps::Yes }
}

/// The same findings, none of which keeps the pages from being shown; save those about the `business.toml` somebody added.
pub(super) fn as_warnings(findings: &Findings, business: Option<FileId>) -> Findings {
    let is_owners = |finding: &Diagnostic| finding.place.map(Place::file).is_some_and(|file| Some(file) == business);
    let mut judged = Findings::new();
    judged.extend(findings.iter().map(|finding| match finding.severity {
        Severity::Error if !is_owners(finding) => finding.clone().severity(Severity::Warning),
        _ => finding.clone(),
    }));
    judged
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{MemoryFiles, read};

    #[test]
    fn every_page_has_a_place_of_its_own() {
        let names = [
            "README.md",
            "index.md",
            "404.md",
            "a.md",
            "a.markdown",
            "A.md",
            "b.html.md",
            "c.md",
            "c.html",
            "d/readme.md",
        ];
        let (inputs, _) = read(&MemoryFiles::new(names.map(|name| (name, "# x"))), Layout::Handbook);
        let mut findings = Findings::new();
        let places = Places::of(&inputs, Layout::Handbook, &mut findings);
        let seen = |path: &str| places.address(&SourcePath::new(path)).to_string();
        let expected = [
            ("index.md", "index.html"),
            ("README.md", "README.html"),
            ("404.md", "404-2.html"),
            ("A.md", "A.html"),
            ("a.markdown", "a-2.html"),
            ("a.md", "a-3.html"),
            ("b.html.md", "b.html"),
            ("c.md", "c-2.html"),
            ("d/readme.md", "d/index.html"),
        ];
        for (path, address) in expected {
            assert_eq!(seen(path), address, "{path}");
        }
        assert_eq!(findings.count(Severity::Notice), 5);
    }
}
