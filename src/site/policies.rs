//! The facts of all policies, gathered from the pages of their kind.

use crate::policy::acknowledge::AcknowledgeWritten;
use crate::policy::availability::{Availability, AvailabilityWritten};
use crate::policy::boundaries::{BoundariesWritten, Boundary, BoundaryWritten, Consequence, ConsequenceWritten};
use crate::policy::business::rows;
use crate::policy::channels::{Channel, ChannelsWritten};
use crate::policy::deadlines::{Deadline, DeadlineWritten, DeadlinesWritten};
use crate::policy::emergencies::{Emergencies, EmergenciesWritten, Severity};
use crate::policy::mistakes::{Goodwill, GoodwillWritten, MistakesWritten};
use crate::policy::onboarding::{OnboardingWritten, Step, StepWritten};
use crate::policy::responsibilities::{ResponsibilitiesWritten, Responsibility, ResponsibilityWritten};
use crate::policy::scope::{ScopeWritten, Service};
use crate::policy::values::Id;
use crate::policy::welcome::WelcomeWritten;

use super::page::PageFacts;

/// The facts of all policies, as meant; empty where a policy is missing.
#[derive(Debug, Default)]
pub struct Policies {
    /// When we are there.
    pub availability: Availability,
    /// How to reach us, as the owner ordered them.
    pub channels: Vec<Channel>,
    /// When it can't wait.
    pub emergencies: Emergencies,
    /// What we do and don't.
    pub services: Vec<Service>,
    /// Who looks after what.
    pub responsibilities: Vec<Responsibility>,
    /// What we need by when.
    pub deadlines: Vec<Deadline>,
    /// Kindnesses anybody gets.
    pub goodwill: Vec<Goodwill>,
    /// Please, and please don't.
    pub boundaries: Vec<Boundary>,
    /// What follows, in order of its steps.
    pub consequences: Vec<Consequence>,
    /// What happens first.
    pub steps: Vec<Step>,
    /// The same policies as typed: single tables are used as they are, and every key keeps its place.
    pub written: WrittenPolicies,
}

/// What was typed, policy by policy.
#[derive(Debug, Default)]
pub struct WrittenPolicies {
    /// The home page.
    pub welcome: Option<WelcomeWritten>,
    /// What happens first.
    pub onboarding: Option<OnboardingWritten>,
    /// When we are there.
    pub availability: Option<AvailabilityWritten>,
    /// How to reach us.
    pub channels: Option<ChannelsWritten>,
    /// When it can't wait.
    pub emergencies: Option<EmergenciesWritten>,
    /// What we do and don't.
    pub scope: Option<ScopeWritten>,
    /// Who looks after what.
    pub responsibilities: Option<ResponsibilitiesWritten>,
    /// What we need by when.
    pub deadlines: Option<DeadlinesWritten>,
    /// When it goes wrong.
    pub mistakes: Option<MistakesWritten>,
    /// Please, and please don't.
    pub boundaries: Option<BoundariesWritten>,
    /// What a client signs.
    pub acknowledge: Option<AcknowledgeWritten>,
}

impl Policies {
    /// Takes over the facts of one page. A kind that stands once is taken once; that a second was told is the caller's part.
    pub(super) fn gather(&mut self, facts: PageFacts) -> PageFacts {
        match facts {
            PageFacts::Welcome(written) => self.written.welcome = Some(written),
            PageFacts::Onboarding(written) => {
                self.steps = rows(written.step.as_ref(), StepWritten::mean);
                self.written.onboarding = Some(written);
            }
            PageFacts::Availability(both) => {
                let (written, meant) = *both;
                self.availability = meant;
                self.written.availability = Some(written);
            }
            PageFacts::Channels(meant, written) => {
                self.channels = meant;
                self.written.channels = Some(written);
            }
            PageFacts::Emergencies(both) => {
                let (written, meant) = *both;
                self.emergencies = meant;
                self.written.emergencies = Some(written);
            }
            PageFacts::Scope(meant, written) => {
                self.services = meant;
                self.written.scope = Some(written);
            }
            PageFacts::Responsibilities(written) => {
                self.responsibilities = rows(written.responsibility.as_ref(), ResponsibilityWritten::mean);
                self.written.responsibilities = Some(*written);
            }
            PageFacts::Deadlines(written) => {
                self.deadlines = rows(written.deadline.as_ref(), DeadlineWritten::mean);
                self.written.deadlines = Some(*written);
            }
            PageFacts::Mistakes(written) => {
                self.goodwill = rows(written.goodwill.as_ref(), GoodwillWritten::mean);
                self.written.mistakes = Some(*written);
            }
            PageFacts::Boundaries(written) => self.gather_boundaries(written),
            PageFacts::Acknowledge(written) => self.written.acknowledge = Some(written),
            own @ (PageFacts::Faq(_) | PageFacts::Reply(_) | PageFacts::Nothing) => return own,
        }
        PageFacts::Nothing
    }

    fn gather_boundaries(&mut self, written: BoundariesWritten) {
        self.boundaries = rows(written.boundary.as_ref(), BoundaryWritten::mean);
        self.consequences = rows(written.consequence.as_ref(), ConsequenceWritten::mean);
        self.consequences.sort_by_key(|consequence| consequence.step.value.0);
        self.written.boundaries = Some(written);
    }

    /// Whether there is anything to say about this very moment: hours, or a promise.
    #[must_use]
    pub fn are_live(&self) -> bool {
        !self.availability.schedules.is_empty() || self.channels.iter().any(|channel| channel.reply_within.is_some())
    }

    /// The channel with this id.
    #[must_use]
    pub fn channel(&self, id: &Id) -> Option<&Channel> {
        self.channels.iter().find(|channel| channel.id.value == *id)
    }

    /// The channels somebody reads, best first: by rank, and one that is only for emergencies after the others.
    #[must_use]
    pub fn read_channels(&self) -> Vec<&Channel> {
        let mut read: Vec<&Channel> = self.channels.iter().filter(|channel| channel.monitored).collect();
        read.sort_by_key(|channel| (self.is_for_emergencies(channel), channel.rank()));
        read
    }

    /// Whether a channel is kept free for the most urgent tier: that names it, and the owner ranks it nowhere.
    #[must_use]
    pub fn is_for_emergencies(&self, channel: &Channel) -> bool {
        let urgent = self.emergencies.severities.first().and_then(|tier| tier.channel.as_ref());
        channel.preferred.is_none() && urgent.is_some_and(|id| id.value == channel.id.value)
    }

    /// The channel that `by` of an escalation names: by its id, else the first of a kind that somebody reads.
    #[must_use]
    pub fn way(&self, by: &Id) -> Option<&Channel> {
        let is_of_kind = |channel: &&Channel| channel.kind.value.word() == by.as_str() && channel.monitored;
        self.channel(by).or_else(|| self.channels.iter().find(is_of_kind))
    }

    /// The tier with this id.
    #[must_use]
    pub fn severity(&self, id: &Id) -> Option<&Severity> {
        self.emergencies.severities.iter().find(|tier| tier.id.value == *id)
    }

    /// Schedules that a tier of urgency names, but for the usual one: closures leave these alone unless they name them.
    #[must_use]
    pub fn on_call_schedules(&self) -> Vec<&Id> {
        let usual = self.availability.usual().map(|usual| &usual.id.value);
        let named = self.emergencies.severities.iter().filter_map(|tier| tier.schedule.as_ref()).map(|at| &at.value);
        named.filter(|id| Some(*id) != usual).collect()
    }
}
