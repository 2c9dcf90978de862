//! The contact router: which door fits a problem, when an answer comes through it, and what if nobody answers.
//!
//! A client who is worried does not look for a policy; they have a problem. The router turns the policies round: tiers of urgency,
//! categories of questions, channels and boundaries become answers to “What do you need?”, and each answer ends at one way to
//! reach the business. [`Router::of`] reads the finished site:
//! 1. `ways` chooses the way of every leaf and what helps when nobody answers there;
//! 2. this module sorts the leaves under the needs a client has.
//!
//! Safety is asked before anything else and needs no leaf. With it no path is longer than three questions.
//!
//! Deliberately absent: words (they are the theme's), HTML, and the judgement whether a leaf is dead: `check` and `render` both read this
//! model and need not know each other.

mod ways;

use std::collections::BTreeSet;

use crate::address::Address;
use crate::diagnostic::At;
use crate::markdown::slug;
use crate::policy::boundaries::Boundary;
use crate::policy::channels::Channel;
use crate::policy::emergencies::{Escalation, Fallback, Safety, Severity};
use crate::policy::kinds::Kind;
use crate::policy::mistakes::ComplaintsWritten;
use crate::policy::values::{Id, Length};
use crate::site::{Page, Site};
use crate::source::Layout;

/// Where the router is published.
pub const ADDRESS: &str = "reach-us.html";

/// The router of a site.
#[derive(Debug)]
pub struct Router<'s> {
    /// The needs that have leaves, in the order they are offered.
    pub branches: Vec<Branch<'s>>,
}

/// What a client needs, and the ends it may come to.
#[derive(Debug)]
pub struct Branch<'s> {
    /// The need.
    pub need: Need,
    /// At least one.
    pub leaves: Vec<Leaf<'s>>,
}

/// What a client needs, in their words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    /// It can't wait.
    Urgent,
    /// Something isn't right.
    Wrong,
    /// I have a question.
    Question,
    /// I'd like to send or ask for something.
    Request,
    /// I had another way in mind.
    Instead,
}

/// One end of the router.
#[derive(Debug)]
pub struct Leaf<'s> {
    /// Its anchor; unique in the router.
    pub id: String,
    /// What it is about.
    pub topic: Topic<'s>,
    /// Whom to turn to.
    pub way: Way<'s>,
    /// By when a client hears: the tier's promise, else the channel's.
    pub promise: Option<&'s At<Length>>,
    /// The hours somebody is there: the tier's, else the channel's.
    pub schedule: Option<&'s At<Id>>,
    /// Help that does not depend on the business, as the owner states it.
    pub fallbacks: Vec<&'s Fallback>,
    /// Who is asked next when nobody answers, first step first.
    pub rungs: Vec<&'s Escalation>,
    /// Other ways that fit as well, best first; none for a tier of urgency, whose owner must state them.
    pub others: Vec<&'s Channel>,
}

/// What a leaf is about.
#[derive(Clone, Copy, Debug)]
pub enum Topic<'s> {
    /// A tier of urgency.
    Tier(&'s Severity),
    /// A complaint.
    Complaint(&'s ComplaintsWritten),
    /// A category of questions.
    Category(&'s Page),
    /// What a channel is for.
    Use(&'s Channel),
    /// What was about to be done, and what we ask for instead.
    Boundary(&'s Boundary),
    /// A channel that nobody reads.
    Unread(&'s Channel),
}

/// Whom a leaf sends a client to.
#[derive(Clone, Copy, Debug)]
pub enum Way<'s> {
    /// One channel.
    Channel(&'s Channel),
    /// The number for danger to people.
    Safety(&'s Safety),
    /// Only the fallbacks: help that is not the business.
    Fallbacks,
    /// Nobody.
    Nowhere,
}

impl Need {
    /// Its anchor.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Need::Urgent => "urgent",
            Need::Wrong => "wrong",
            Need::Question => "question",
            Need::Request => "request",
            Need::Instead => "instead",
        }
    }
}

impl Router<'_> {
    /// Whether a site has a router: one with any channel. A handbook has none.
    #[must_use]
    pub fn is_for(site: &Site) -> bool {
        site.layout == Layout::Site && !site.policies.channels.is_empty()
    }

    /// Where the router is published, if the site has one.
    #[must_use]
    pub fn address(site: &Site) -> Option<Address> {
        Self::is_for(site).then(|| Address::new(ADDRESS))
    }
}

impl<'s> Router<'s> {
    /// The router of a site, if it has one.
    #[must_use]
    pub fn of(site: &'s Site) -> Option<Self> {
        if !Self::is_for(site) {
            return None;
        }
        let mut branches: Vec<Branch<'s>> = Vec::new();
        let mut taken = BTreeSet::new();
        for (need, topic) in topics(site) {
            let mut leaf = ways::leaf(site, topic);
            leaf.id = free(&name(topic), &mut taken);
            match branches.last_mut() {
                Some(branch) if branch.need == need => branch.leaves.push(leaf),
                _ => branches.push(Branch { need, leaves: vec![leaf] }),
            }
        }
        Some(Router { branches })
    }

    /// Every end, in the order offered.
    pub fn leaves(&self) -> impl Iterator<Item = &Leaf<'s>> {
        self.branches.iter().flat_map(|branch| &branch.leaves)
    }

    /// The branch of a need, if it has any leaf.
    #[must_use]
    pub fn branch(&self, need: Need) -> Option<&Branch<'s>> {
        self.branches.iter().find(|branch| branch.need == need)
    }
}

/// Everything a leaf is made for, sorted by need.
fn topics(site: &Site) -> Vec<(Need, Topic<'_>)> {
    let policies = &site.policies;
    let tiers = &policies.emergencies.severities;
    let tiers = tiers.iter().enumerate().map(|(place, tier)| (need_of_tier(place, tiers.len()), Topic::Tier(tier)));
    let complaints = policies.written.mistakes.as_ref().and_then(|mistakes| mistakes.complaints.as_ref());
    let complaints = complaints.map(|at| (Need::Wrong, Topic::Complaint(&at.value)));
    let categories = site.pages.iter().filter(|page| page.kind == Kind::Faq);
    let uses = policies.read_channels().into_iter().map(|channel| (Need::Request, Topic::Use(channel)));
    let boundaries = policies.boundaries.iter().map(|boundary| (Need::Instead, Topic::Boundary(boundary)));
    let unread = policies.channels.iter().filter(|channel| !channel.monitored);
    let mut topics: Vec<(Need, Topic<'_>)> = tiers
        .chain(complaints)
        .chain(categories.map(|page| (Need::Question, Topic::Category(page))))
        .chain(uses)
        .chain(boundaries)
        .chain(unread.map(|channel| (Need::Instead, Topic::Unread(channel))))
        .collect();
    topics.sort_by_key(|(need, _)| *need);
    topics
}

/// Owners order tiers from loud to quiet. The loudest can't wait, and where there are three or more the second neither;
/// the quietest of four or more is no trouble any more but a wish.
fn need_of_tier(place: usize, of: usize) -> Need {
    match place {
        0 => Need::Urgent,
        1 if of > 2 => Need::Urgent,
        last if of > 3 && last + 1 == of => Need::Request,
        _ => Need::Wrong,
    }
}

fn name(topic: Topic<'_>) -> String {
    match topic {
        Topic::Tier(tier) => format!("tier-{}", tier.id.value),
        Topic::Complaint(_) => "complaint".to_owned(),
        Topic::Category(page) => format!("about-{}", slug(page.id())),
        Topic::Use(channel) => format!("by-{}", channel.id.value),
        Topic::Boundary(boundary) => format!("not-{}", boundary.id.value),
        Topic::Unread(channel) => format!("not-by-{}", channel.id.value),
    }
}

fn free(name: &str, taken: &mut BTreeSet<String>) -> String {
    let numbered = (2_u32..).map(|number| format!("{name}-{number}"));
    let mut names = std::iter::once(name.to_owned()).chain(numbered);
    let free = names.find(|name| !taken.contains(name)).unwrap_or_default();
    taken.insert(free.clone());
    free
}

#[cfg(test)]
mod tests;
