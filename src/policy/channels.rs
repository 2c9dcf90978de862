//! `channels.md`: how to reach us, and when an answer comes.

use super::business::rows;
use super::values::{Country, Email, Id, Length, Phone, WebAddress};
use super::written::{Flag, Prose, Reading, Rows, Text, Whole, choice, table};
use crate::diagnostic::{At, Span, codes};

choice! {
    /// What sort of door a channel is.
    ChannelKind, "kind of channel" {
        /// A number to call.
        "phone" => Phone,
        /// A number to text.
        "sms" => Sms,
        /// An address to write to.
        "email" => Email,
        /// A place on the web where clients sign in.
        "portal" => Portal,
        /// A chat on the web.
        "chat" => Chat,
        /// A form on the web.
        "form" => Form,
        /// Letters and parcels.
        "post" => Post,
        /// Coming by.
        "visit" => Visit,
        /// A page on a social network.
        "social" => Social,
    }
}

table! {
    /// A way to reach the business, or something that looks like one.
    ChannelWritten {
        /// The short name other pages use.
        needed id: Id,
        /// What sort of door it is.
        needed kind: ChannelKind,
        /// What clients call it; without it, the kind's own word.
        optional name: Text,
        /// The number, address or place.
        optional value: Text,
        /// Its rank among the doors clients should try: 1 is the first.
        optional preferred: Whole,
        /// The hours in which it is answered: a name from `[hours.…]`.
        optional schedule: Id,
        /// By when a client hears back.
        optional reply_within: Length,
        /// What it is for.
        optional use_for: Vec<At<Prose>>,
        /// What it is not for.
        optional not_for: Vec<At<Prose>>,
        /// The step of `[[escalation]]` that follows when nobody answers.
        optional if_missed: Id,
        /// `false` when nobody reads it.
        optional monitored: Flag,
        /// One sentence to clients about it.
        optional say: Prose,
    }
}

table! {
    /// How to reach us.
    ChannelsWritten {
        /// The ways to reach the business.
        optional channel: Rows<ChannelWritten>,
    }
}

/// A way to reach the business, as meant.
#[derive(Clone, Debug)]
pub struct Channel {
    /// Where it was typed.
    pub place: Span,
    /// The short name other pages use.
    pub id: At<Id>,
    /// What sort of door it is.
    pub kind: At<ChannelKind>,
    /// What clients call it, when the owner says so.
    pub name: Option<At<Text>>,
    /// Where it leads.
    pub door: Option<At<Door>>,
    /// Its rank; smaller is better.
    pub preferred: Option<At<Whole>>,
    /// The schedule it is answered in.
    pub schedule: Option<At<Id>>,
    /// By when a client hears back.
    pub reply_within: Option<At<Length>>,
    /// What it is for.
    pub use_for: Vec<At<Prose>>,
    /// What it is not for.
    pub not_for: Vec<At<Prose>>,
    /// The escalation step that follows when nobody answers.
    pub if_missed: Option<At<Id>>,
    /// Whether anybody reads it.
    pub monitored: bool,
    /// One sentence about it.
    pub say: Option<At<Prose>>,
}

/// Where a channel leads.
#[derive(Clone, Debug, PartialEq)]
pub enum Door {
    /// A number to call or text.
    Number(Phone),
    /// An address to write to.
    Mail(Email),
    /// A page on the web.
    Web(WebAddress),
    /// A place or a name without a link.
    Words(String),
}

impl Channel {
    /// Its rank among the doors; unranked ones come last.
    #[must_use]
    pub fn rank(&self) -> u32 {
        self.preferred.as_ref().map_or(u32::MAX, |at| at.value.0)
    }
}

impl ChannelKind {
    /// Whether somebody must be there at that moment: what is written waits, a caller can't.
    #[must_use]
    pub fn is_live(self) -> bool {
        matches!(self, ChannelKind::Phone | ChannelKind::Chat | ChannelKind::Visit)
    }
}

/// What is meant by the channels of a page.
pub fn mean(written: &ChannelsWritten, country: Option<Country>, reading: &mut Reading<'_>) -> Vec<Channel> {
    let rows = rows(written.channel.as_ref(), |row| Some(row.clone()));
    rows.iter().filter_map(|row| mean_channel(row, country, reading)).collect()
}

fn mean_channel(row: &ChannelWritten, country: Option<Country>, reading: &mut Reading<'_>) -> Option<Channel> {
    let kind = row.kind.clone()?;
    let monitored = row.monitored.as_ref().is_none_or(|at| at.value.0);
    let door = row.value.as_ref().and_then(|value| read_door(kind.value, value, country, reading));
    let may_be_silent = kind.value == ChannelKind::Visit || !row.slips.is_empty();
    if row.value.is_none() && monitored && !may_be_silent {
        let message = "Nobody can tell where this `channel` leads: it has no `value`.";
        let help = "Add `value = \"…\"` with the number or address, or `monitored = false` if nobody reads it.";
        reading.tell(&codes::policy::MISSING_KEY, row.place, message, help);
    }
    let list = |value: Option<&At<Vec<At<Prose>>>>| value.map(|at| at.value.clone()).unwrap_or_default();
    Some(Channel {
        place: row.place,
        id: row.id.clone()?,
        kind,
        name: row.name.clone(),
        door,
        preferred: row.preferred.clone(),
        schedule: row.schedule.clone(),
        reply_within: row.reply_within.clone(),
        use_for: list(row.use_for.as_ref()),
        not_for: list(row.not_for.as_ref()),
        if_missed: row.if_missed.clone(),
        monitored,
        say: row.say.clone(),
    })
}

fn read_door(
    kind: ChannelKind,
    value: &At<Text>,
    country: Option<Country>,
    reading: &mut Reading<'_>,
) -> Option<At<Door>> {
    let text: &str = &value.value;
    let door = match kind {
        ChannelKind::Phone | ChannelKind::Sms => Phone::read(text, country?).map(Door::Number),
        ChannelKind::Email => Email::read(text).map(Door::Mail),
        ChannelKind::Portal | ChannelKind::Chat | ChannelKind::Form => WebAddress::read(text).map(Door::Web),
        ChannelKind::Social => Ok(WebAddress::read(text).map_or_else(|_| Door::Words(text.to_owned()), Door::Web)),
        ChannelKind::Post | ChannelKind::Visit => Ok(Door::Words(text.to_owned())),
    };
    match door {
        Ok(door) => Some(At::new(door, value.span)),
        Err(slip) => {
            reading.tell_slip_at(value.span, text, slip);
            None
        }
    }
}
