//! The terms of working together: scope, responsibilities, custody, deadlines, fees, boundaries, what is signed.

use serde::Serialize;

use super::{Html, Link};

/// `components/scope.html`: what is part of the service.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ScopeView {
    /// Anchor; also keeps the filter's names apart when a page has two.
    pub id: String,
    /// The statuses that occur, in the fixed order; the filter is shown from two on.
    pub statuses: Vec<ScopeStatus>,
    /// In the owner's order.
    pub services: Vec<ServiceView>,
}

/// One service.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ServiceView {
    /// Anchor: "scope-new-pages".
    pub id: String,
    /// "New pages".
    pub item: Html,
    /// Whether it is included.
    pub status: ScopeStatus,
    /// What it costs.
    pub fee: Option<Html>,
    /// How to ask for it.
    pub how: Option<Html>,
    /// Whom it is referred to.
    pub to: Option<Html>,
    /// Why it is not included.
    pub why: Option<Html>,
    /// What helps instead.
    pub instead: Option<Html>,
}

/// Whether a service is included.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ScopeStatus {
    /// Included.
    #[default]
    Included,
    /// For a fee.
    Fee,
    /// Not included.
    NotIncluded,
    /// Done by somebody else.
    Referred,
}

/// `components/responsibilities.html`: who looks after what.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ResponsibilitiesView {
    /// In the owner's order.
    pub rows: Vec<ResponsibilityView>,
}

/// One thing somebody looks after.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ResponsibilityView {
    /// Anchor: "responsibility-website-backups".
    pub id: String,
    /// "Website backups".
    pub item: Html,
    /// Who looks after it.
    pub owner: Owner,
    /// The third party's name; absent for us and you.
    pub owner_name: Option<String>,
    /// Who helps.
    pub helper: Option<Html>,
    /// What people often think.
    pub often_thought: Option<Html>,
    /// How it is.
    pub reality: Option<Html>,
    /// How it is checked.
    pub check: Option<Html>,
    /// The clause of the agreement: "4.2".
    pub clause: Option<String>,
    /// Whether the client initials it.
    pub initial: Initial,
}

/// Who looks after something.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Owner {
    /// The business.
    #[default]
    Us,
    /// The client.
    Client,
    /// Somebody else.
    Third,
}

/// Whether a client initials a line on the signature page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Initial {
    /// No.
    #[default]
    None,
    /// Yes.
    Asked,
}

/// `components/custody.html`: things of the client's which the business holds.
#[derive(Debug, Clone, Default, Serialize)]
pub struct CustodyView {
    /// Whether a receipt is given.
    pub receipt: Receipt,
    /// What the receipt lists.
    pub lists: Vec<Html>,
    /// How soon a client hears of a loss.
    pub tell_within: Option<Html>,
    /// How soon a lost thing is replaced.
    pub replace_within: Option<Html>,
}

/// Whether a receipt is given.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Receipt {
    /// Not said.
    #[default]
    Unsaid,
    /// Given for everything held.
    Given,
    /// Not given.
    NotGiven,
}

/// `components/deadlines.html`: what is needed by when.
#[derive(Debug, Clone, Default, Serialize)]
pub struct DeadlinesView {
    /// In the owner's order.
    pub deadlines: Vec<DeadlineView>,
}

/// One deadline.
#[derive(Debug, Clone, Default, Serialize)]
pub struct DeadlineView {
    /// Anchor: "deadline-copy-and-images".
    pub id: String,
    /// What is needed.
    pub what: Html,
    /// By when.
    pub due: Option<Html>,
    /// What happens when it is late.
    pub if_late: Option<Html>,
    /// What lateness costs.
    pub late_fee: Option<Html>,
    /// What to do when it is lost.
    pub lost: Option<Html>,
}

/// `components/rush.html`: faster work.
#[derive(Debug, Clone, Default, Serialize)]
pub struct RushView {
    /// Whether it can be had.
    pub offered: RushOffer,
    /// How fast.
    pub within: Option<Html>,
    /// What it adds to the price.
    pub fee: Option<Html>,
    /// How often.
    pub limit: Option<Html>,
    /// What it never covers.
    pub never_for: Vec<Html>,
}

/// Whether faster work can be had.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RushOffer {
    /// Not said.
    #[default]
    Unsaid,
    /// It can.
    Offered,
    /// It cannot.
    NotOffered,
}

/// `components/fees.html`: what things cost.
#[derive(Debug, Clone, Default, Serialize)]
pub struct FeesView {
    /// In the owner's order.
    pub fees: Vec<FeeView>,
}

/// One fee.
#[derive(Debug, Clone, Default, Serialize)]
pub struct FeeView {
    /// Anchor: "fee-hourly".
    pub id: String,
    /// What it is for: "Hourly".
    pub name: String,
    /// "$110.00 an hour".
    pub amount: Html,
}

/// `components/boundaries.html`: please and please don't, with the why.
#[derive(Debug, Clone, Default, Serialize)]
pub struct BoundariesView {
    /// In the owner's order; one alone when a single boundary was placed.
    pub boundaries: Vec<BoundaryView>,
}

/// One boundary.
#[derive(Debug, Clone, Default, Serialize)]
pub struct BoundaryView {
    /// Anchor: "boundary-home".
    pub id: String,
    /// What we ask for.
    pub please: Option<Html>,
    /// What we ask not to do.
    pub please_dont: Option<Html>,
    /// Why.
    pub why: Option<Html>,
    /// What a client gets for it.
    pub you_get: Option<Html>,
    /// Whether crossing it starts at the serious step.
    pub weight: Weight,
}

/// Whether crossing a boundary starts at the serious step.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Weight {
    /// The ladder starts at its first step.
    #[default]
    Ordinary,
    /// The ladder starts at its serious step.
    Serious,
}

/// `components/consequences.html`: what follows, step by step.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ConsequencesView {
    /// The steps as a picture, made by `components/ladder.html`; absent for a single one.
    pub picture: Option<Html>,
    /// First step first.
    pub steps: Vec<ConsequenceView>,
}

/// One step of the consequences ladder.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ConsequenceView {
    /// Anchor: "consequence-1".
    pub id: String,
    /// 1, 2, 3…
    pub step: u32,
    /// What happens.
    pub what: Html,
    /// When: "first time".
    pub counts: Option<Html>,
    /// [`Weight::Serious`] on the step where serious matters start.
    pub weight: Weight,
}

/// `components/documents.html`: what a signature covers.
#[derive(Debug, Clone, Default, Serialize)]
pub struct DocumentsView {
    /// The pages covered.
    pub documents: Vec<Link>,
    /// Lines to initial, from the responsibilities.
    pub initials: Vec<Html>,
    /// Changes that call for a new signature.
    pub sign_again_on: Vec<Html>,
    /// The agreement that wins when the two differ: its title; absent when it does not win or is not typed.
    pub agreement: Option<String>,
    /// The version code signed.
    pub version: Option<String>,
}
