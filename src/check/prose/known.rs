//! What the facts say, gathered once for all sentences.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::grammar;
use super::scene::Scene;
use crate::check::facts::measure::felt;
use crate::check::text;
use crate::diagnostic::Span;
use crate::policy::availability::Schedule;
use crate::policy::channels::{Channel, ChannelKind, Door};
use crate::policy::values::{Amount, Length, Money, Phone};
use crate::policy::written::{Measure, Words};
use crate::site::Site;

/// What sentences are held against.
pub(in crate::check) struct Known<'s> {
    pub(super) site: &'s Site,
    pub(super) today: Date,
    /// The usual schedules: those closures concern.
    pub(super) usual: Vec<&'s Schedule>,
    /// Schedules of the emergency line and its like.
    pub(super) on_call: Vec<&'s Schedule>,
    pub(super) phones: Vec<(&'s Channel, &'s Phone)>,
    pub(super) mails: Vec<(&'s Channel, String)>,
    /// Every promise of time, by its path.
    pub(super) promises: Vec<Promise<'s>>,
    /// Every amount, by its path.
    pub(super) moneys: Vec<(&'s str, &'s Money)>,
    /// Numbers, addresses and amounts typed in headers: facts without a key of their own.
    pub(super) loose: Loose,
    names: BTreeSet<String>,
}

/// A promise of time.
#[derive(Debug)]
pub(super) struct Promise<'s> {
    pub path: &'s str,
    pub length: Length,
    /// How long it feels, in minutes.
    pub felt: u64,
    /// The channel that makes it, if one does.
    pub channel: Option<&'s Channel>,
}

/// What stands in header texts.
#[derive(Debug, Default)]
pub(super) struct Loose {
    pub numbers: BTreeSet<String>,
    pub mails: BTreeSet<String>,
    pub sums: BTreeSet<u64>,
    pub percents: BTreeSet<u64>,
}

impl<'s> Known<'s> {
    pub(in crate::check) fn of(site: &'s Site, today: Date) -> Self {
        let on_call_ids = site.policies.on_call_schedules();
        let (on_call, usual): (Vec<_>, Vec<_>) =
            site.policies.availability.schedules.iter().partition(|schedule| on_call_ids.contains(&&schedule.id.value));
        let doors =
            || site.policies.channels.iter().filter_map(|channel| Some((channel, &channel.door.as_ref()?.value)));
        let mut known = Known {
            site,
            today,
            usual,
            on_call,
            phones: doors()
                .filter_map(
                    |(channel, door)| if let Door::Number(phone) = door { Some((channel, phone)) } else { None },
                )
                .collect(),
            mails: doors()
                .filter_map(|(channel, door)| {
                    if let Door::Mail(mail) = door { Some((channel, mail.to_string().to_lowercase())) } else { None }
                })
                .collect(),
            promises: promises(site),
            moneys: moneys(site),
            loose: Loose::default(),
            names: own_names(site),
        };
        known.gather_loose();
        known
    }

    /// The same without hours: those with a mistake in them say nothing, and no sentence is held against them.
    pub(in crate::check) fn without_hours(self) -> Self {
        Known { usual: Vec::new(), on_call: Vec::new(), promises: Vec::new(), ..self }
    }

    /// Where the fact at a path was typed.
    pub(super) fn place(&self, path: &str) -> Option<Span> {
        self.site.facts.get(path).and_then(|fact| fact.place).filter(|place| place.range().len() < 200)
    }

    /// Whether a word is a part of the business's own name.
    pub(super) fn is_own_name(&self, word: &str) -> bool {
        self.names.contains(word)
    }

    /// The monitored channels of a kind.
    pub(super) fn of_kind(&self, kind: ChannelKind) -> impl Iterator<Item = &'s Channel> {
        self.site.policies.channels.iter().filter(move |channel| channel.kind.value == kind && channel.monitored)
    }

    /// The channel clients should try first.
    pub(super) fn first_channel(&self) -> Option<&'s Channel> {
        let read = self.site.policies.channels.iter().filter(|channel| channel.monitored);
        read.min_by_key(|channel| channel.preferred.as_ref().map_or(u32::MAX, |rank| rank.value.0))
    }

    fn gather_loose(&mut self) {
        let mut loose = Loose::default();
        for (_, document) in self.site.prose.iter() {
            for passage in text::passages(document) {
                for sentence in &passage.sentences {
                    let scene = Scene::of(self, document, &passage, *sentence);
                    loose.take(&scene);
                }
            }
        }
        for fallback in &self.site.policies.emergencies.fallbacks {
            loose.numbers.extend(fallback.phone.iter().map(|phone| digits(&phone.value)));
        }
        self.loose = loose;
    }
}

impl Loose {
    fn take(&mut self, scene: &Scene<'_>) {
        for at in 0..scene.tokens.len() {
            self.sums.extend(grammar::sum(scene, at).map(|sum| sum.hundredths));
            self.percents.extend(grammar::percent(scene, at).map(|(share, _)| share));
        }
        for (range, _) in super::contact::numbers(scene) {
            self.numbers.insert(digits(scene.typed(&range)));
        }
        self.mails.extend(super::contact::mails(scene).into_iter().map(|range| scene.typed(&range).to_lowercase()));
    }
}

/// The digits of a text.
pub(super) fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

fn promises(site: &Site) -> Vec<Promise<'_>> {
    let lengths = site.facts.iter().filter_map(|(path, fact)| match &fact.words {
        Words::Measure(Measure::Length(length)) => Some((path, *length)),
        _ => None,
    });
    let promise = |(path, length): (&'_ str, Length)| {
        let id = path.strip_prefix("channel.").and_then(|rest| rest.strip_suffix(".reply_within"));
        let channel = id.and_then(|id| site.policies.channels.iter().find(|channel| channel.id.value.as_str() == id));
        let schedule = channel.and_then(|channel| channel.schedule.as_ref());
        let schedule = schedule.and_then(|id| site.policies.availability.schedule(&id.value));
        (channel, felt(length, schedule.or_else(|| site.policies.availability.usual())))
    };
    let told = lengths.map(|(path, length)| {
        let (channel, felt) = promise((path, length));
        Promise { path, length, felt, channel }
    });
    told.collect()
}

fn moneys(site: &Site) -> Vec<(&str, &Money)> {
    let facts = site.facts.iter().filter_map(|(path, fact)| match &fact.words {
        Words::Measure(Measure::Money(money)) => Some((path, money)),
        _ => None,
    });
    facts.collect()
}

/// The telling words of the business's name: “tidewater”, not “the” or “studio”.
fn own_names(site: &Site) -> BTreeSet<String> {
    let people = site.business.people.iter().flat_map(|person| person.name.value.split_whitespace());
    let words = site.business.name.split_whitespace().take(1).chain(people);
    words
        .filter(|word| word.len() > 3 && word.chars().next().is_some_and(char::is_uppercase))
        .map(str::to_lowercase)
        .collect()
}

/// Hundredths of an amount of money; nothing for shares.
pub(super) fn hundredths(money: &Money) -> Option<u64> {
    let Amount::Sum { .. } = money.amount() else { return None };
    let number = money.amount().number();
    let (whole, part) = number.split_once('.').unwrap_or((&number, ""));
    let part: u64 = format!("{part:0<2}").get(..2)?.parse().ok()?;
    whole.parse::<u64>().ok()?.checked_mul(100)?.checked_add(part)
}

/// Hundredths of a percent; nothing for sums.
pub(super) fn share(money: &Money) -> Option<u64> {
    match money.amount() {
        Amount::Percent { hundredths } => u64::try_from(hundredths).ok(),
        Amount::Sum { .. } => None,
    }
}
