//! Questions that belong together: their answers lead to the same place.

use super::scene::Scene;
use super::views::Link;
use crate::address::Address;
use crate::markdown::TargetKind;
use crate::markdown::document::{Nodes, Question};
use crate::policy::kinds::Kind;
use crate::site::{Lead, Page, Site};

/// More than this is a list nobody reads.
const MOST: usize = 3;

/// The places a run of a page's text leads to, with their fragment.
#[must_use]
pub fn leads_in(site: &Site, page: &Page, nodes: Nodes) -> Vec<(Address, Option<String>)> {
    let inside = page.document.links().iter().filter(|link| nodes.contains(link.node) && link.kind == TargetKind::File);
    let leads = inside.map(|link| site.links.lead(page.file, page.document.typed(&link.target)));
    leads
        .filter_map(|lead| match lead {
            Lead::To { published, fragment } => Some((published.address, fragment)),
            _ => None,
        })
        .collect()
}

/// Other questions whose answers lead to the same part of the same policy.
#[must_use]
pub fn questions(scene: &Scene<'_>, page: &Page, question: Question<'_>) -> Vec<Link> {
    let own = leads_in(scene.site, page, question.answer);
    let precise: Vec<_> = own.iter().filter(|(_, fragment)| fragment.is_some()).collect();
    if precise.is_empty() {
        return Vec::new();
    }
    let mut related = Vec::new();
    for other in scene.site.pages.iter().filter(|other| other.kind == Kind::Faq) {
        for candidate in other.document.questions() {
            let is_itself = other.file == page.file && candidate.heading.id == question.heading.id;
            let leads = leads_in(scene.site, other, candidate.answer);
            if !is_itself && leads.iter().any(|lead| precise.contains(&lead)) && related.len() < MOST {
                let title = scene.sayer().plain_nodes(&other.document, candidate.heading.title());
                related.push(Link { title, href: scene.href_with(other, &format!("#{}", candidate.heading.id)) });
            }
        }
    }
    related
}
