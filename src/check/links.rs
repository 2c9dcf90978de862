//! Links that lead nowhere: to a page, a heading, a question, a picture or a file; in Markdown, in headers, in raw HTML.
//!
//! What is used is compared with what is defined. Ids are taken from the pages as rendered, so a place that only a component
//! defines counts, and one that a template lost does not.

mod html;
mod told;

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::address::{Address, SourcePath};
use crate::diagnostic::{Findings, Severity, Span};
use crate::markdown::{Document, TargetKind};
use crate::site::{Lead, Page, Site};
use crate::source::Layout;

/// The ids of published pages.
pub type Defined = BTreeMap<Address, BTreeSet<String>>;

/// What a link is for, which decides how its fault is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Use {
    /// `[words](target)`.
    Link,
    /// `![words](target)`.
    Picture,
}

/// One target as typed.
#[derive(Clone, Debug)]
pub(crate) struct Typed<'t> {
    pub target: &'t str,
    pub span: Span,
    pub usage: Use,
    pub readers: Readers,
}

/// Who reads the page a link stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Readers {
    /// Clients: they cannot open staff pages.
    Clients,
    /// The business's own people.
    Staff,
}

/// The pages whose ids a link of the site names: only those need to be looked through.
#[must_use]
pub fn pages_with_wanted_ids(site: &Site) -> BTreeSet<Address> {
    wanted(site, &typed_targets(site))
}

/// Checks the links of one page alone. `define` gives the ids of the pages that they name a place on.
pub fn check_page(site: &Site, page: &Page, define: impl Fn(&BTreeSet<Address>) -> Defined) -> Findings {
    let targets = targets(&page.document, Readers::Clients, site.business.unsafe_html);
    let defined = define(&wanted(site, &targets));
    let broken = |typed: &Typed<'_>| {
        let lead = site.links.lead(typed.span.file, typed.target);
        told::broken(site, &defined, typed, &lead).map(|finding| judged(site.layout, finding))
    };
    let mut findings = Findings::new();
    findings.extend(targets.iter().filter_map(broken));
    findings
}

fn wanted(site: &Site, targets: &[Typed<'_>]) -> BTreeSet<Address> {
    // Only behind a `#` is a place named, and few links have one.
    let naming = targets.par_iter().filter(|typed| typed.target.contains('#'));
    let wanted = naming.filter_map(|typed| match site.links.lead(typed.span.file, typed.target) {
        Lead::To { published, fragment: Some(_) } => Some(published.address),
        _ => None,
    });
    wanted.collect()
}

/// Checks every link of every page and header, and tells files that nothing uses.
pub fn check(site: &Site, defined: &Defined, findings: &mut Findings) {
    let mut used: BTreeSet<Address> = site.logo().map(|logo| logo.address.clone()).into_iter().collect();
    let mut found = Findings::new();
    // What was meant by a dead link is looked for among all paths: in a large handbook that is the longest part of a check.
    let judged_links = typed_targets(site).into_par_iter().map(|typed| {
        let lead = site.links.lead(typed.span.file, typed.target);
        let finding = told::broken(site, defined, &typed, &lead);
        let file = match lead {
            Lead::To { published, .. } if published.page.is_none() => Some(published.address),
            _ => None,
        };
        (file.is_some() || finding.is_some()).then_some((file, finding))
    });
    for (file, finding) in judged_links.flatten_iter().collect::<Vec<_>>() {
        used.extend(file);
        found.extend(finding);
    }
    tell_logo(site, &mut found);
    for finding in &found {
        findings.push(judged(site.layout, finding.clone()));
    }
    let unused = site.files.iter().filter(|file| !used.contains(&file.address));
    findings.extend(unused.map(told::unused));
}

/// In somebody else's handbook a dead link is a warning: its owner may not be the one who builds it.
fn judged(layout: Layout, finding: crate::diagnostic::Diagnostic) -> crate::diagnostic::Diagnostic {
    match (layout, finding.severity) {
        (Layout::Handbook, Severity::Error) => finding.severity(Severity::Warning),
        _ => finding,
    }
}

fn typed_targets(site: &Site) -> Vec<Typed<'_>> {
    let pages = site.pages.iter().map(|page| &page.document);
    let headers = site.prose.iter().map(|(_, document)| document);
    let for_clients = pages.chain(headers).map(|document| (document, Readers::Clients));
    let for_staff = site.staff.iter().map(|page| (&page.document, Readers::Staff));
    let documents: Vec<(&Document, Readers)> = for_clients.chain(for_staff).collect();
    documents
        .into_par_iter()
        .flat_map_iter(|(document, readers)| targets(document, readers, site.business.unsafe_html))
        .collect()
}

fn targets(document: &Document, readers: Readers, has_raw_html: bool) -> Vec<Typed<'_>> {
    let on_site = |kind: TargetKind| matches!(kind, TargetKind::File | TargetKind::Fragment);
    let links = document.links().iter().filter(|link| on_site(link.kind)).map(|link| Typed {
        target: document.typed(&link.target),
        span: document.span(link.place),
        usage: Use::Link,
        readers,
    });
    let pictures = document.images().iter().filter(|image| on_site(image.kind)).map(|image| Typed {
        target: document.typed(&image.target),
        span: document.span(image.place),
        usage: Use::Picture,
        readers,
    });
    let mut targets: Vec<Typed<'_>> = links.chain(pictures).collect();
    if has_raw_html {
        targets.extend(html::targets(document, readers));
    }
    targets
}

fn tell_logo(site: &Site, findings: &mut Findings) {
    let Some(logo) = &site.business.brand.logo else { return };
    if site.logo().is_none() {
        let typed = Typed { target: &logo.value, span: logo.span, usage: Use::Picture, readers: Readers::Clients };
        let lead = site.links.lead(logo.span.file, &logo.value);
        let nowhere = Lead::Nowhere(logo.value.to_string());
        let lead = if matches!(lead, Lead::To { .. }) { nowhere } else { lead };
        findings.extend(told::broken(site, &Defined::new(), &typed, &lead));
    }
}

/// A path as it would be typed on a page in `folder`.
pub(crate) fn as_typed_from(folder: &str, path: &str) -> String {
    let from = SourcePath::new(&format!("{folder}{}x", if folder.is_empty() { "" } else { "/" }));
    Address::new(from.as_str()).link_to(&Address::new(path))
}
