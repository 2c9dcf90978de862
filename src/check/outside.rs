//! Links to other people's sites: where they stand, and what is told when nothing answers there any more.
//!
//! Nothing is asked here: `online` does that, when the owner wants it.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::diagnostic::{Diagnostic, Findings, Span, codes};
use crate::markdown::document::Link;
use crate::markdown::{Document, TargetKind};
use crate::site::Site;

/// What asking for an address said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Answer {
    /// Something answers there.
    Works,
    /// It says that it is gone, in these words.
    Gone(String),
    /// Nobody can tell from here, for this reason.
    CannotTell(String),
}

/// Every outside link of a site by its address, with the places where it stands.
#[must_use]
pub fn links(site: &Site) -> BTreeMap<String, Vec<Span>> {
    let mut links: BTreeMap<String, Vec<Span>> = BTreeMap::new();
    let pages = site.pages.iter().chain(&site.staff).map(|page| &page.document);
    let headers = site.prose.iter().map(|(_, document)| document);
    for (address, span) in pages.chain(headers).flat_map(of_document) {
        links.entry(address).or_default().push(span);
    }
    for places in links.values_mut() {
        places.sort();
        places.dedup();
    }
    links
}

fn of_document(document: &Document) -> Vec<(String, Span)> {
    let address = |link: &Link| match link.kind {
        TargetKind::Web => Some(document.typed(&link.target).to_owned()),
        TargetKind::Host => Some(format!("https://{}", document.typed(&link.target))),
        _ => None,
    };
    let links = document.links().iter().filter_map(|link| Some((address(link)?, document.span(link.place))));
    let pictures = document.images().iter().filter(|image| image.kind == TargetKind::Web);
    let pictures = pictures.map(|image| (document.typed(&image.target).to_owned(), document.span(image.place)));
    let embeds = document.embeds().iter().map(|embed| (embed.address.to_string(), document.span(embed.place)));
    links.chain(pictures).chain(embeds).collect()
}

/// The addresses alone.
#[must_use]
pub fn addresses(links: &BTreeMap<String, Vec<Span>>) -> BTreeSet<String> {
    links.keys().cloned().collect()
}

/// What the answers mean for the owner: what is gone at every place, what nobody could tell once.
#[must_use]
pub fn tell(links: &BTreeMap<String, Vec<Span>>, answers: &BTreeMap<String, Answer>) -> Findings {
    let mut findings = Findings::new();
    for (address, places) in links {
        match answers.get(address) {
            Some(Answer::Gone(why)) => findings.extend(places.iter().map(|place| gone(address, *place, why))),
            Some(Answer::CannotTell(why)) => {
                findings.extend(places.first().map(|place| unsure(address, *place, why)));
            }
            Some(Answer::Works) | None => {}
        }
    }
    findings
}

fn gone(address: &str, place: Span, why: &str) -> Diagnostic {
    let message = format!("`{address}` is gone: {why}.");
    let help = "Look for its new address and put that in, or take the link out.";
    Diagnostic::new(&codes::links::GONE, message).at(place).help(help)
}

fn unsure(address: &str, place: Span, why: &str) -> Diagnostic {
    let message = format!("Nobody could tell from here whether `{address}` still works: {why}.");
    let help = "Open it yourself. If it works there is nothing to do.";
    Diagnostic::new(&codes::links::CANNOT_TELL, message).at(place).help(help)
}
