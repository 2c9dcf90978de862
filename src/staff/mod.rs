//! The staff edition: ready replies, coaching notes, our own promises, and how the site stands. A folder of its own with a manifest of its
//! own; nothing of it is ever part of the client site, and no client page links to it.
//!
//! - [`replies`]: situations and media, facts filled in.
//! - [`away`]: a note for the next days off.
//! - [`edition`]: all of it as pages.
//!
//! Deliberately absent: the theme. These pages are for three people and a hurry, and look plain on purpose; a broken theme must not take
//! the words for the door away.

pub mod away;
mod page;
mod pages;
pub mod replies;
mod score;

use jiff::civil::Date;

use crate::address::Address;
use crate::check::needs::Score;
use crate::diagnostic::{Findings, Sources};
use crate::render::{Content, Output};
use crate::site::{Page, Site};
use replies::replies as all_replies;

/// What the staff edition is made of.
#[derive(Clone, Copy, Debug)]
pub struct Material<'m> {
    /// The site.
    pub site: &'m Site,
    /// How it stands with what clients need.
    pub score: &'m Score,
    /// What a check found.
    pub findings: &'m Findings,
    /// The texts findings point into.
    pub sources: &'m Sources,
    /// The day it is made for.
    pub today: Date,
}

/// The page of the edition that lists what a check found: the one that needs the site looked over.
pub const FINDINGS: &str = "findings.html";

/// The page for staff that a page of the edition was written as, by the latter's address.
#[must_use]
pub fn written_as<'s>(site: &'s Site, address: &Address) -> Option<&'s Page> {
    site.staff.iter().find(|page| pages::address_of(page) == *address)
}

/// Every page of the staff edition.
#[must_use]
pub fn edition(material: Material<'_>) -> Output {
    let mut output = Output::new();
    let mut put = |address: &str, text: String| output.insert(Address::new(address), Content::text(text));
    put("staff.css", include_str!("assets/staff.css").to_owned());
    put("staff.js", include_str!("assets/staff.js").to_owned());
    let replies = all_replies(material.site);
    put("index.html", pages::home(material, &replies));
    put("promises.html", pages::promises(material));
    put(FINDINGS, pages::findings(material));
    put("next-closure.html", pages::next_closure(material));
    for reply in &replies {
        put(&format!("replies/{}.html", reply.name), pages::reply(material, reply));
        for (medium, words) in &reply.parts {
            put(&format!("replies/{}-{}.txt", reply.name, medium.word()), format!("{words}\n"));
        }
    }
    for (address, text) in pages::guides(material) {
        put(&address, text);
    }
    output
}
