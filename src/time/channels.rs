//! Channels at a moment: whether somebody is there, and when an answer is due.

use jiff::Timestamp;

use super::hours::Hours;
use super::intervals::Status;
use crate::policy::availability::Schedule;
use crate::policy::channels::Channel;

impl<'a> Hours<'a> {
    /// The channel's own schedule, when it names one that there is.
    #[must_use]
    pub fn schedule_of(&self, channel: &Channel) -> Option<&'a Schedule> {
        channel.schedule.as_ref().and_then(|id| self.schedule(&id.value))
    }

    /// The schedule in which a channel's promise is counted: its own, else the usual one.
    #[must_use]
    pub fn counted_in(&self, channel: &Channel) -> Option<&'a Schedule> {
        self.schedule_of(channel).or_else(|| self.usual())
    }

    /// Whether a channel is open. One without hours of its own is open whenever somebody reads it at all.
    #[must_use]
    pub fn is_answered(&self, channel: &Channel, at: Timestamp) -> bool {
        let is_open = |schedule| matches!(self.status(schedule, at), Status::Open { .. });
        channel.monitored && self.schedule_of(channel).is_none_or(is_open)
    }

    /// When a message that arrives at `at` is answered at the latest; nothing without a promise, or when it can't be kept in these hours.
    #[must_use]
    pub fn reply_by(&self, channel: &Channel, at: Timestamp) -> Option<Timestamp> {
        let promise = channel.reply_within.as_ref().filter(|_| channel.monitored)?;
        self.due(promise.value, self.counted_in(channel), at)
    }
}
