//! “How to reach us” as data: one page for the fridge.

use serde::Serialize;

use super::blocks::Inline;
use super::inlines::Setter;
use crate::render::views::{ChannelView, ClosureView, CodeView, Html, ReachSheet, RungView, Standing};

/// “How to reach us” on one page.
#[derive(Debug, Serialize)]
pub struct SheetPage {
    /// Danger to people comes first: a number and what is said of it.
    pub safety: Option<(String, Vec<Inline>)>,
    /// The most urgent tier: its name, what it means, the way, how soon.
    pub urgent: Option<Urgent>,
    /// The ways to make contact.
    pub ways: Vec<WayRow>,
    /// The usual week: its name, its zone, its days.
    pub week: Option<Week>,
    /// The next closures: name and dates.
    pub closures: Vec<(String, Vec<Inline>)>,
    /// Who hears next, one line a step.
    pub rungs: Vec<Vec<Inline>>,
    /// The way to the live page.
    pub code: Option<CodeView>,
}

/// The most urgent tier.
#[derive(Debug, Serialize)]
pub struct Urgent {
    /// “Emergency”.
    pub name: String,
    /// What counts as this.
    pub means: Vec<Inline>,
    /// The channel's name.
    pub way: String,
    /// Its number or address.
    pub value: String,
    /// How soon somebody answers.
    pub within: Vec<Inline>,
    /// When it is answered.
    pub hours: Vec<Inline>,
    /// What to do.
    pub steps: Vec<Vec<Inline>>,
}

/// One way to make contact.
#[derive(Debug, Serialize)]
pub struct WayRow {
    /// “Email”.
    pub name: String,
    /// Its number or address.
    pub value: String,
    /// Beside the name: “Best first choice”.
    pub mark: String,
    /// Whether anybody reads it.
    pub read: bool,
    /// What it is good for.
    pub good_for: Vec<Inline>,
    /// How soon an answer comes.
    pub within: Vec<Inline>,
    /// When it is answered.
    pub hours: Vec<Inline>,
    /// The owner's own line about it.
    pub say: Vec<Inline>,
}

/// The usual week.
#[derive(Debug, Serialize)]
pub struct Week {
    /// “Office hours”.
    pub name: String,
    /// “Times are New York time”.
    pub zone: String,
    /// Days with their hours.
    pub days: Vec<(String, Vec<Inline>)>,
}

/// Takes the sheet apart.
pub(super) fn sheet_page(setter: &Setter<'_, '_>, sheet: ReachSheet) -> SheetPage {
    let labels = &setter.theme().labels;
    let maybe = |html: Option<&Html>| html.map_or_else(Vec::new, |html| setter.html(html));
    let urgent = sheet.urgent.map(|tier| Urgent {
        means: maybe(tier.means.as_ref()),
        way: tier.action.as_ref().map(|action| action.name.clone()).unwrap_or_default(),
        value: tier.action.and_then(|action| action.value).unwrap_or_default(),
        within: maybe(tier.respond_within.as_ref()),
        hours: maybe(tier.hours.as_ref()),
        steps: tier.steps.iter().map(|step| setter.html(step)).collect(),
        name: tier.name,
    });
    let closure = |closure: &ClosureView| {
        let mut dates = setter.html(&closure.dates);
        if let Some(hours) = &closure.hours {
            dates.push(Inline::text(&format!("{}{} ", labels.comma(), labels.open_instead())));
            dates.extend(setter.html(hours));
        }
        (closure.name.clone(), dates)
    };
    SheetPage {
        safety: sheet.safety.number.map(|number| (number, maybe(sheet.safety.statement.as_ref()))),
        urgent,
        ways: sheet.channels.iter().map(|channel| way_row(setter, channel)).collect(),
        week: sheet.week.map(|week| Week {
            zone: labels.times_are().replace("{zone}", &week.zone),
            days: week.days.iter().map(|day| (day.name.clone(), setter.html(&day.words))).collect(),
            name: week.name,
        }),
        closures: sheet.closures.iter().map(closure).collect(),
        rungs: sheet.rungs.iter().map(|rung| rung_line(setter, rung)).collect(),
        code: sheet.code,
    }
}

fn way_row(setter: &Setter<'_, '_>, channel: &ChannelView) -> WayRow {
    let labels = &setter.theme().labels;
    let maybe = |html: Option<&Html>| html.map_or_else(Vec::new, |html| setter.html(html));
    let mut good_for: Vec<Inline> = Vec::new();
    for use_for in &channel.use_for {
        if !good_for.is_empty() {
            good_for.push(Inline::text(labels.comma()));
        }
        good_for.extend(setter.html(use_for));
    }
    WayRow {
        name: channel.action.name.clone(),
        value: channel.action.value.clone().unwrap_or_default(),
        mark: match channel.standing {
            Standing::Preferred => labels.preferred(),
            Standing::Emergency => labels.for_emergencies(),
            Standing::Unmonitored => labels.not_read(),
            Standing::Ordinary => "",
        }
        .to_owned(),
        read: channel.standing != Standing::Unmonitored,
        good_for,
        within: maybe(channel.reply_within.as_ref()),
        hours: maybe(channel.hours.as_ref()),
        say: maybe(channel.say.as_ref()),
    }
}

fn rung_line(setter: &Setter<'_, '_>, rung: &RungView) -> Vec<Inline> {
    let labels = &setter.theme().labels;
    let mut line = Vec::new();
    if let Some(after) = &rung.after {
        line.push(Inline::text(&format!("{} ", labels.after())));
        line.extend(setter.html(after));
        line.push(Inline::text(": "));
    }
    line.extend(rung.to.iter().map(|person| Inline::strong(&person.name)));
    if let Some(by) = &rung.by {
        let value = by.value.as_ref().map_or_else(String::new, |value| format!(" {value}"));
        line.push(Inline::text(&format!("{}{}{value}", labels.comma(), by.name)));
    }
    line
}
