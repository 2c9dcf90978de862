//! The answer, in words and as JSON.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use jiff::{Timestamp, Zoned};
use serde::Serialize;

use crate::policy::availability::Schedule;
use crate::policy::channels::Channel;
use crate::policy::values::{TimeOfDay, Wording};
use crate::site::{Site, english};
use crate::time::hours::Hours;
use crate::time::intervals::Status;

/// What is open at a moment, and what is due.
pub(super) struct Answer<'a> {
    site: &'a Site,
    hours: &'a Hours<'a>,
    at: Timestamp,
    channels: Vec<&'a Channel>,
}

#[derive(Serialize)]
struct Document {
    at: String,
    timezone: String,
    schedules: BTreeMap<String, ScheduleAnswer>,
    channels: BTreeMap<String, ChannelAnswer>,
}

#[derive(Serialize)]
struct ScheduleAnswer {
    open: bool,
    until: Option<String>,
    opens: Option<String>,
}

#[derive(Serialize)]
struct ChannelAnswer {
    open: bool,
    reply_by: Option<String>,
    promise: Option<String>,
}

impl<'a> Answer<'a> {
    pub(super) fn new(site: &'a Site, hours: &'a Hours<'a>, at: Timestamp, channels: Vec<&'a Channel>) -> Self {
        Answer { site, hours, at, channels }
    }

    pub(super) fn json(&self) -> String {
        let document = Document {
            at: self.at.to_string(),
            timezone: self.site.business.zone.as_ref().map_or_else(|| "UTC".to_owned(), |zone| zone.name().to_owned()),
            schedules: self
                .schedules()
                .map(|schedule| (schedule.id.value.to_string(), self.schedule_answer(schedule)))
                .collect(),
            channels: self
                .channels
                .iter()
                .map(|channel| (channel.id.value.to_string(), self.channel_answer(channel)))
                .collect(),
        };
        serde_json::to_string(&document).unwrap_or_default() + "\n"
    }

    fn schedules(&self) -> impl Iterator<Item = &'a Schedule> {
        self.site.policies.availability.schedules.iter()
    }

    fn schedule_answer(&self, schedule: &'a Schedule) -> ScheduleAnswer {
        match self.hours.status(schedule, self.at) {
            Status::Open { until } => {
                let until = self.hours.known(until).map(|until| until.to_string());
                ScheduleAnswer { open: true, until, opens: None }
            }
            Status::Closed { opens } => {
                ScheduleAnswer { open: false, until: None, opens: opens.map(|opens| opens.to_string()) }
            }
        }
    }

    fn channel_answer(&self, channel: &'a Channel) -> ChannelAnswer {
        ChannelAnswer {
            open: self.hours.is_answered(channel, self.at),
            reply_by: self.hours.reply_by(channel, self.at).map(|due| due.to_string()),
            promise: channel.reply_within.as_ref().map(|length| length.value.to_string()),
        }
    }

    /// The answer for people. With `is_one_channel` the schedules are left out.
    pub(super) fn words(&self, is_one_channel: bool) -> String {
        let now = self.local(self.at);
        let zone = self.site.business.zone.as_ref().map_or("UTC", |zone| zone.name());
        let mut text =
            format!("{}, {} ({zone})\n\n", english(&self.site.business).date_with_weekday(now.date()), self.time(&now));
        let schedules: Vec<(String, String)> = match is_one_channel {
            true => Vec::new(),
            false => {
                self.schedules().map(|schedule| (schedule.id.value.to_string(), self.status_words(schedule))).collect()
            }
        };
        let channels = self.channels.iter().map(|channel| (channel.id.value.to_string(), self.promise_words(channel)));
        let channels: Vec<(String, String)> = channels.collect();
        let width = schedules.iter().chain(&channels).map(|(name, _)| name.chars().count()).max().unwrap_or(0);
        for part in [schedules, channels].iter().filter(|part| !part.is_empty()) {
            for (name, words) in part {
                let _ = writeln!(text, "{name:width$}  {words}");
            }
            text.push('\n');
        }
        text.truncate(text.trim_end().len());
        text + "\n"
    }

    fn status_words(&self, schedule: &'a Schedule) -> String {
        match self.hours.status(schedule, self.at) {
            Status::Open { until } => match self.hours.known(until) {
                Some(until) => format!("open until {}", self.moment(until)),
                None => "always open".to_owned(),
            },
            Status::Closed { opens: Some(opens) } => format!("closed, opens {}", self.moment(opens)),
            Status::Closed { opens: None } if schedule.week.is_empty() => "by appointment".to_owned(),
            Status::Closed { opens: None } => "closed".to_owned(),
        }
    }

    fn promise_words(&self, channel: &'a Channel) -> String {
        if !channel.monitored {
            return "nobody reads it".to_owned();
        }
        let open = if self.hours.is_answered(channel, self.at) { "open" } else { "closed" };
        match (&channel.reply_within, self.hours.reply_by(channel, self.at)) {
            (Some(promise), Some(due)) => format!("{open}, an answer by {} ({})", self.moment(due), promise.value),
            (Some(promise), None) => {
                format!("{open}, but {} can never be kept: no hours to count them in", promise.value)
            }
            (None, _) => format!("{open}, no promise"),
        }
    }

    fn local(&self, at: Timestamp) -> Zoned {
        at.to_zoned(self.hours.zone().clone())
    }

    /// A time today, else with its day.
    fn moment(&self, at: Timestamp) -> String {
        let (now, then) = (self.local(self.at), self.local(at));
        if now.date() == then.date() {
            return self.time(&then);
        }
        format!("{}, {}", english(&self.site.business).date_with_weekday(then.date()), self.time(&then))
    }

    fn time(&self, at: &Zoned) -> String {
        let minutes = u16::try_from(at.hour()).unwrap_or(0) * 60 + u16::try_from(at.minute()).unwrap_or(0);
        TimeOfDay::from_minutes(minutes).map_or_else(String::new, |time| time.words(&english(&self.site.business)))
    }
}
