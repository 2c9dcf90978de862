//! Questions that belong together: their answers lead to the same place.

use super::scene::Scene;
use super::views::Link;
use crate::address::Address;
use crate::markdown::TargetKind;
use crate::markdown::document::{Heading, Nodes, Question};
use crate::policy::kinds::Kind;
use crate::site::{Lead, Page, Site};

/// More than this is a list nobody reads.
const MOST: usize = 3;

/// Where an answer leads: a page, and the place on it.
type Place = (Address, Option<String>);

/// Every question of the site with the exact places its answer leads to, worked out once.
#[derive(Debug)]
pub struct Related<'s> {
    asked: Vec<Asked<'s>>,
}

#[derive(Debug)]
struct Asked<'s> {
    page: &'s Page,
    heading: &'s Heading,
    places: Vec<Place>,
}

impl<'s> Related<'s> {
    /// The questions of a site.
    #[must_use]
    pub fn of(site: &'s Site) -> Self {
        let categories = site.pages.iter().filter(|page| page.kind == Kind::Faq);
        let asked = categories.flat_map(|page| {
            page.document.questions().map(move |question| {
                let places = leads_in(site, page, question.answer).into_iter().filter(|(_, id)| id.is_some());
                Asked { page, heading: question.heading, places: places.collect() }
            })
        });
        Related { asked: asked.collect() }
    }

    /// Other questions whose answers lead to the same part of the same policy.
    #[must_use]
    pub fn to(&self, scene: &Scene<'_>, page: &Page, question: Question<'_>) -> Vec<Link> {
        let is_itself = |asked: &Asked<'_>| asked.page.file == page.file && asked.heading.id == question.heading.id;
        let Some(own) = self.asked.iter().find(|asked| is_itself(asked)) else { return Vec::new() };
        let meets = |asked: &&Asked<'_>| asked.places.iter().any(|place| own.places.contains(place));
        let others = self.asked.iter().filter(|asked| !is_itself(asked)).filter(meets).take(MOST);
        let link = |asked: &Asked<'_>| Link {
            title: scene.sayer().plain_nodes(&asked.page.document, asked.heading.title()),
            href: scene.href_with(asked.page, &format!("#{}", asked.heading.id)),
        };
        others.map(link).collect()
    }
}

/// The places a run of a page's text leads to, with their fragment.
#[must_use]
pub fn leads_in(site: &Site, page: &Page, nodes: Nodes) -> Vec<Place> {
    let inside = page.document.links().iter().filter(|link| nodes.contains(link.node) && link.kind == TargetKind::File);
    let leads = inside.map(|link| site.links.lead(page.file, page.document.typed(&link.target)));
    leads
        .filter_map(|lead| match lead {
            Lead::To { published, fragment } => Some((published.address, fragment)),
            _ => None,
        })
        .collect()
}
