//! Reaching the business: channels, safety, severity tiers, fallbacks, escalation, people.

use serde::Serialize;

use super::{ActionView, Html, Link, PersonView};

/// `components/channels.html`: cards, best first; unmonitored ones last.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ChannelsView {
    /// Heading level of a card's name, 2–6.
    pub level: u8,
    /// The channels; one alone when a single channel was placed.
    pub channels: Vec<ChannelView>,
    /// `contact.vcf`; absent when a single channel was placed, or none fits into an address book.
    pub card: Option<String>,
}

/// One channel.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ChannelView {
    /// Anchor: "channel-email".
    pub id: String,
    /// The channel's own id: "email"; the live script finds its hours and its promise by it.
    pub key: String,
    /// Name, value and address, and how to open it.
    pub action: ActionView,
    /// Its place among the channels.
    pub standing: Standing,
    /// The text to copy; absent when there is nothing worth copying.
    pub copy: Option<String>,
    /// What it is for.
    pub use_for: Vec<Html>,
    /// What it is not for.
    pub not_for: Vec<Html>,
    /// When it is answered, in words.
    pub hours: Option<Html>,
    /// Where its whole week stands.
    pub hours_href: Option<String>,
    /// How soon an answer comes.
    pub reply_within: Option<Html>,
    /// The owner's own line about it.
    pub say: Option<Html>,
    /// What happens when no answer comes in time: the rung of the escalation ladder.
    pub if_missed: Option<Link>,
    /// The channel to use instead; only for unmonitored ones.
    pub better: Option<Link>,
}

/// A channel's place among the channels.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// The best first choice.
    Preferred,
    /// An ordinary channel.
    #[default]
    Ordinary,
    /// Only for emergencies.
    Emergency,
    /// Nobody reads it.
    Unmonitored,
}

/// `components/safety.html`: danger to people comes first.
#[derive(Debug, Clone, Default, Serialize)]
pub struct SafetyView {
    /// "911", as typed; absent when the owner typed none.
    pub number: Option<String>,
    /// `tel:911`.
    pub href: Option<String>,
    /// The owner's statement.
    pub statement: Option<Html>,
}

/// `components/severity.html`: one tier or all.
#[derive(Debug, Clone, Default, Serialize)]
pub struct SeveritiesView {
    /// Heading level of a tier's name, 2–6.
    pub level: u8,
    /// Most urgent first.
    pub tiers: Vec<SeverityView>,
}

/// One severity tier.
#[derive(Debug, Clone, Default, Serialize)]
pub struct SeverityView {
    /// Anchor: "severity-p1".
    pub id: String,
    /// "Emergency".
    pub name: String,
    /// How loud it is drawn.
    pub tone: SeverityTone,
    /// What counts as this.
    pub means: Option<Html>,
    /// Examples.
    pub examples: Vec<Html>,
    /// What looks like it but is not.
    pub not_examples: Vec<Html>,
    /// The channel to use.
    pub action: Option<ActionView>,
    /// When that channel is answered, in words.
    pub hours: Option<Html>,
    /// How soon somebody answers.
    pub respond_within: Option<Html>,
    /// How often news comes while it lasts.
    pub update_every: Option<Html>,
    /// What to do outside those hours.
    pub outside_hours: Option<Html>,
    /// Who may call it this.
    pub who_may_declare: Vec<Html>,
    /// What must exist beforehand.
    pub needs_first: Vec<Html>,
    /// What it costs.
    pub fee: Option<Html>,
    /// What to do before anything else.
    pub first_minutes: Vec<Html>,
    /// The steps, numbered large.
    pub steps: Vec<Html>,
    /// What nobody can undo.
    pub cannot_undo: Vec<Html>,
}

/// How loud a tier is drawn.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SeverityTone {
    /// The first tier.
    Emergency,
    /// The second of three or more.
    Urgent,
    /// The others.
    #[default]
    Normal,
}

/// `components/fallbacks.html`: help that is not the business.
#[derive(Debug, Clone, Default, Serialize)]
pub struct FallbacksView {
    /// In the owner's order.
    pub fallbacks: Vec<FallbackView>,
}

/// One fallback.
#[derive(Debug, Clone, Default, Serialize)]
pub struct FallbackView {
    /// "Your host's status page".
    pub name: Html,
    /// Its address; absent when none was typed.
    pub href: Option<String>,
    /// When to use it: "before you call".
    pub when: Option<Html>,
    /// The tiers it helps with.
    pub tiers: Vec<Link>,
}

/// `components/escalation.html`: who hears next, and after how long.
#[derive(Debug, Clone, Default, Serialize)]
pub struct EscalationView {
    /// The steps as a picture, made by `components/ladder.html`; absent for a single one.
    pub picture: Option<Html>,
    /// First rung first.
    pub rungs: Vec<RungView>,
}

/// One rung of the escalation ladder.
#[derive(Debug, Clone, Default, Serialize)]
pub struct RungView {
    /// Anchor: "escalation-owner".
    pub id: String,
    /// 1, 2, 3…
    pub step: u32,
    /// How long to wait before it.
    pub after: Option<Html>,
    /// Whom it reaches.
    pub to: Option<PersonView>,
    /// By what channel.
    pub by: Option<ActionView>,
    /// How soon that person answers.
    pub promise: Option<Html>,
}

/// `components/people.html`: who works here.
#[derive(Debug, Clone, Default, Serialize)]
pub struct PeopleView {
    /// In the owner's order.
    pub people: Vec<PersonView>,
}
