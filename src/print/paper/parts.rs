//! Components on paper: hours, ways to make contact, what to do when it can't wait.

use super::blocks::{Block, Cell, Fact, Inline, Rung, Tick, WeekDay};
use super::inlines::Setter;
use crate::render::components::Part;
use crate::render::theme::Theme;
use crate::render::views::{
    ActionView, BarKind, ChannelView, ClosureView, ClosuresView, EscalationView, FallbackView, Html, PersonView,
    SafetyView, SeverityTone, SeverityView, Standing, WaitingView, WeekView,
};

/// The level of headings that components bring: one below whatever stands above them, settled once the chapter is whole.
pub(super) const LEVEL: u8 = 0;

impl Setter<'_, '_> {
    /// A component as blocks.
    pub(super) fn part(&self, part: &Part) -> Vec<Block> {
        match part {
            Part::Week(view) => self.week(view),
            Part::Closures(view) => self.closures(view),
            Part::Waiting(view) => self.waiting(view),
            Part::Channels(view) => view.channels.iter().map(|channel| self.channel(channel)).collect(),
            Part::Safety(view) => self.safety(view),
            Part::Severities(view) => view.tiers.iter().map(|tier| self.tier(tier)).collect(),
            Part::Fallbacks(view) => view.fallbacks.iter().map(|row| self.fallback(row)).collect(),
            Part::Escalation(view) => vec![self.escalation(view)],
            Part::People(view) => view.people.iter().map(|person| self.person_row(person)).collect(),
            Part::Scope(view) => self.scope(view),
            Part::Responsibilities(view) => self.responsibilities(view),
            Part::Custody(view) => self.custody(view),
            Part::Deadlines(view) => view.deadlines.iter().map(|deadline| self.deadline(deadline)).collect(),
            Part::Rush(view) => self.rush(view),
            Part::Boundaries(view) => view.boundaries.iter().map(|boundary| self.boundary(boundary)).collect(),
            Part::Consequences(view) => vec![self.consequences(view)],
            Part::Fees(view) => vec![self.fees(view)],
            Part::Documents(_) => Vec::new(),
            Part::Steps(view) => self.first_weeks(view),
            Part::Recovery(view) => self.recovery(view),
            Part::Goodwill(view) => view.goodwills.iter().map(|favour| self.favour(favour)).collect(),
        }
    }

    /// The theme, for its words.
    pub(super) fn theme(&self) -> &Theme {
        self.press.theme
    }

    /// A label with a value, when there is one.
    pub(super) fn fact(&self, label: &str, value: Option<&Html>) -> Option<Fact> {
        let value = self.html(value?);
        Some(Fact { label: vec![Inline::text(label)], value: vec![Block::paragraph(value)] })
    }

    /// A labelled list, when it has any lines.
    pub(super) fn points(&self, label: &str, mark: &str, items: &[Html]) -> Option<Block> {
        let items: Vec<_> = items.iter().map(|item| self.html(item)).collect();
        (!items.is_empty()).then(|| Block::Points { label: label.to_owned(), mark: mark.to_owned(), items })
    }

    fn steps(&self, label: &str, items: &[Html]) -> Option<Block> {
        let items: Vec<_> = items.iter().map(|item| self.html(item)).collect();
        (!items.is_empty()).then(|| Block::Steps { label: label.to_owned(), items })
    }

    fn week(&self, view: &WeekView) -> Vec<Block> {
        let labels = &self.theme().labels;
        let bar = |bar: &crate::render::views::BarView| (bar.start, bar.length, bar.kind == BarKind::Appointment);
        let days = view.days.iter().map(|day| WeekDay {
            name: day.name.clone(),
            words: self.html(&day.words),
            bars: day.bars.iter().map(bar).collect(),
        });
        let zone = if view.zone.is_empty() { String::new() } else { labels.times_are().replace("{zone}", &view.zone) };
        let week = Block::Week {
            id: self.anchor(&view.id),
            name: view.name.clone(),
            level: LEVEL,
            number: None,
            zone,
            head: vec![labels.day().to_owned(), labels.hours().to_owned()],
            ticks: view.axis.ticks.iter().map(|tick| Tick { at: tick.at, words: tick.words.clone() }).collect(),
            days: days.collect(),
        };
        let season = |season: &crate::render::views::SeasonView| {
            let mut value = Vec::new();
            for day in &season.days {
                let comma = if value.is_empty() { "" } else { ", " };
                value.push(Inline::text(&format!("{comma}{}: ", day.name)));
                value.extend(self.html(&day.words));
            }
            Fact { label: self.html(&season.span), value: vec![Block::paragraph(value)] }
        };
        let seasons: Vec<Fact> = view.seasons.iter().map(season).collect();
        let mut blocks = vec![week];
        if !seasons.is_empty() {
            blocks.push(lead(labels.other_hours()));
            blocks.push(Block::Facts { rows: seasons });
        }
        blocks
    }

    fn closures(&self, view: &ClosuresView) -> Vec<Block> {
        let mut id = self.anchor(&view.id);
        let mut blocks = Vec::new();
        for year in &view.years {
            let rows = year.closures.iter().map(|closure| {
                let mut row = self.closure_row(closure);
                if let Some(first) = row.first_mut().filter(|_| !id.is_empty()) {
                    first.id = std::mem::take(&mut id);
                }
                row
            });
            let rows = rows.collect();
            let head = [year.year.as_str(), self.theme().labels.date()].map(|words| vec![Inline::text(words)]);
            blocks.push(Block::Table { head: head.into(), rows, align: starts(2), widths: vec![2, 3] });
        }
        if let Some(until) = view.until.as_ref().filter(|_| !view.years.is_empty()) {
            let words = format!("{} {}", self.theme().labels.listed_until(), until.words);
            blocks.push(Block::paragraph(vec![Inline::Emphasis { inside: vec![Inline::text(&words)] }]));
        }
        blocks
    }

    fn closure_row(&self, closure: &ClosureView) -> Vec<Cell> {
        let labels = &self.theme().labels;
        let mut dates = self.html(&closure.dates);
        if let Some(hours) = &closure.hours {
            dates.push(Inline::text(&format!(" · {} ", labels.open_instead())));
            dates.extend(self.html(hours));
        }
        let mut what = vec![Block::paragraph(dates)];
        what.extend(closure.observed.iter().chain(&closure.message).map(|html| Block::paragraph(self.html(html))));
        if !closure.schedules.is_empty() {
            let words = format!("{}: {}", labels.closes(), closure.schedules.join(", "));
            what.push(Block::paragraph(vec![Inline::text(&words)]));
        }
        vec![row_name(vec![Inline::text(&closure.name)]), cell(what)]
    }

    fn waiting(&self, view: &WaitingView) -> Vec<Block> {
        let labels = &self.theme().labels;
        let rows = [
            self.fact(labels.usual_wait(), view.usual.as_ref()),
            self.fact(labels.longest_wait(), view.most.as_ref()),
            self.fact(labels.after_that(), view.then.as_ref()),
        ];
        facts(rows)
    }

    fn channel(&self, channel: &ChannelView) -> Block {
        let labels = &self.theme().labels;
        let is_read = channel.standing != Standing::Unmonitored;
        let mut inside: Vec<Block> = channel.say.iter().map(|say| Block::paragraph(self.html(say))).collect();
        if let Some(better) = &channel.better {
            let jump = self.jump(&better.href, &better.title);
            inside.push(Block::paragraph(vec![Inline::strong(&format!("{}: ", labels.better_door())), jump]));
        }
        if is_read {
            inside.extend(self.way(&channel.action).map(Block::paragraph));
            let missed = channel.if_missed.as_ref().map(|rung| Fact {
                label: vec![Inline::text(labels.if_missed())],
                value: vec![Block::paragraph(vec![self.jump(&rung.href, &rung.title)])],
            });
            let rows = [
                self.fact(labels.reply_within(), channel.reply_within.as_ref()),
                self.fact(labels.answered(), channel.hours.as_ref()),
                missed,
            ];
            inside.extend(facts(rows));
            inside.extend(pair(
                self.points(labels.use_for(), "yes", &channel.use_for),
                self.points(labels.not_for(), "no", &channel.not_for),
            ));
        }
        let (tone, mark) = match channel.standing {
            Standing::Preferred => ("strong", labels.preferred()),
            Standing::Emergency => ("alarm", labels.for_emergencies()),
            Standing::Unmonitored => ("quiet", labels.not_read()),
            Standing::Ordinary => ("plain", ""),
        };
        let card = Card { id: &channel.id, tone, mark, level: Some(LEVEL) };
        self.card(&card, vec![Inline::text(&channel.action.name)], inside)
    }

    /// The address or number of a way to make contact, live where it can be opened.
    pub(super) fn way(&self, action: &ActionView) -> Option<Vec<Inline>> {
        let value = action.value.as_deref().or(action.href.as_deref())?;
        let words = vec![Inline::strong(value)];
        Some(match &action.href {
            Some(href) => match self.press.binding.lead(self.from, href) {
                crate::print::binding::Lead::Outside(href) => vec![Inline::Link { href, note: None, inside: words }],
                _ => words,
            },
            None => words,
        })
    }

    fn safety(&self, view: &SafetyView) -> Vec<Block> {
        let mut inside: Vec<Block> = view.statement.iter().map(|say| Block::paragraph(self.html(say))).collect();
        if let Some(number) = &view.number {
            inside.push(Block::paragraph(vec![Inline::strong(&format!("{} {number}", self.theme().labels.call()))]));
        }
        if inside.is_empty() {
            return Vec::new();
        }
        let card = Card { id: "", tone: "alarm", mark: "", level: None };
        vec![self.card(&card, vec![Inline::text(self.theme().labels.safety_first())], inside)]
    }

    fn tier(&self, tier: &SeverityView) -> Block {
        let labels = &self.theme().labels;
        let mut inside: Vec<Block> = tier.means.iter().map(|means| Block::paragraph(self.html(means))).collect();
        if let Some(action) = &tier.action {
            let mut line = vec![Inline::text(&format!("{}: ", action.name))];
            line.extend(self.way(action).unwrap_or_default());
            inside.push(Block::paragraph(line));
        }
        inside.extend(facts([
            self.fact(labels.respond_within(), tier.respond_within.as_ref()),
            self.fact(labels.update_every(), tier.update_every.as_ref()),
            self.fact(labels.answered(), tier.hours.as_ref()),
            self.fact(labels.fee(), tier.fee.as_ref()),
            self.fact(labels.outside_hours(), tier.outside_hours.as_ref()),
        ]));
        inside.extend(self.steps(labels.first_minutes(), &tier.first_minutes));
        inside.extend(self.steps(labels.do_this(), &tier.steps));
        inside.extend(self.points(labels.cannot_undo(), "no", &tier.cannot_undo));
        inside.extend(pair(
            self.points(labels.for_example(), "yes", &tier.examples),
            self.points(labels.not_this(), "no", &tier.not_examples),
        ));
        inside.extend(pair(
            self.points(labels.needs_first(), "plain", &tier.needs_first),
            self.points(labels.who_may_declare(), "plain", &tier.who_may_declare),
        ));
        let tone = if tier.tone == SeverityTone::Emergency { "alarm" } else { "plain" };
        let card = Card { id: &tier.id, tone, mark: "", level: Some(LEVEL) };
        self.card(&card, vec![Inline::text(&tier.name)], inside)
    }

    fn fallback(&self, row: &FallbackView) -> Block {
        let labels = &self.theme().labels;
        let mut title = self.html(&row.name);
        let mut inside = Vec::new();
        if let Some(href) = &row.href {
            let note = Some(crate::print::binding::bare(href).to_owned());
            title = vec![Inline::Link { href: href.clone(), note, inside: title }];
        }
        inside.extend(row.when.iter().map(|when| Block::paragraph(self.html(when))));
        if !row.tiers.is_empty() {
            let names: Vec<&str> = row.tiers.iter().map(|tier| tier.title.as_str()).collect();
            let words = format!("{}: {}", labels.helps_with(), names.join(", "));
            inside.push(Block::paragraph(vec![Inline::text(&words)]));
        }
        self.card(&Card::plain(""), title, inside)
    }

    fn escalation(&self, view: &EscalationView) -> Block {
        let labels = &self.theme().labels;
        let rungs = view.rungs.iter().map(|rung| {
            let mut when = vec![Inline::text(if rung.after.is_some() { labels.after() } else { labels.at_first() })];
            if let Some(after) = &rung.after {
                when.push(Inline::text(" "));
                when.extend(self.html(after));
            }
            let mut inside = vec![Block::paragraph(when)];
            inside.extend(rung.to.iter().map(|person| Block::paragraph(self.person(person))));
            if let Some(by) = &rung.by {
                let mut line = vec![Inline::text(&format!("{} {} ", labels.by(), by.name))];
                line.extend(self.way(by).unwrap_or_default());
                inside.push(Block::paragraph(line));
            }
            if let Some(promise) = &rung.promise {
                let mut line = vec![Inline::text(&format!("{} ", labels.promise()))];
                line.extend(self.html(promise));
                inside.push(Block::paragraph(line));
            }
            Rung { id: self.anchor(&rung.id), step: rung.step, inside }
        });
        Block::Ladder { rungs: rungs.collect() }
    }

    /// A person's name and what they do.
    pub(super) fn person(&self, person: &PersonView) -> Vec<Inline> {
        let role = person.role.as_ref().map(|role| Inline::text(&format!(", {role}")));
        std::iter::once(Inline::strong(&person.name)).chain(role).collect()
    }

    fn person_row(&self, person: &PersonView) -> Block {
        self.anchor(&person.id);
        Block::paragraph(self.person(person))
    }

    /// A link within the pack, or its words alone.
    pub(super) fn jump(&self, href: &str, words: &str) -> Inline {
        match self.press.binding.lead(self.from, href) {
            crate::print::binding::Lead::Jump(to) => Inline::Jump { to, inside: vec![Inline::text(words)] },
            _ => Inline::text(words),
        }
    }

    /// Blocks with a border around them.
    pub(super) fn card(&self, card: &Card<'_>, title: Vec<Inline>, inside: Vec<Block>) -> Block {
        let id = if card.id.is_empty() { String::new() } else { self.anchor(card.id) };
        let (tone, mark) = (card.tone.to_owned(), card.mark.to_owned());
        Block::Card { id, tone, title, level: card.level, number: None, mark, inside, keep: false }
    }
}

/// What a card is but for its words.
pub(super) struct Card<'c> {
    pub id: &'c str,
    pub tone: &'c str,
    pub mark: &'c str,
    pub level: Option<u8>,
}

impl<'c> Card<'c> {
    /// An ordinary card whose title is no heading.
    pub(super) fn plain(id: &'c str) -> Self {
        Card { id, tone: "plain", mark: "", level: None }
    }
}

/// Labels with values, when there are any.
pub(super) fn facts<const N: usize>(rows: [Option<Fact>; N]) -> Vec<Block> {
    let rows: Vec<Fact> = rows.into_iter().flatten().collect();
    if rows.is_empty() { Vec::new() } else { vec![Block::Facts { rows }] }
}

/// Two lists beside each other, or the one there is.
pub(super) fn pair(left: Option<Block>, right: Option<Block>) -> Option<Block> {
    match (left, right) {
        (Some(left), Some(right)) => Some(Block::Pair { left: vec![left], right: vec![right] }),
        (left, right) => left.or(right),
    }
}

/// A line that names what follows and is no heading.
pub(super) fn lead(words: &str) -> Block {
    Block::paragraph(vec![Inline::strong(words)])
}

/// A cell.
pub(super) fn cell(inside: Vec<Block>) -> Cell {
    Cell { inside, columns: 1, ..Cell::default() }
}

/// The cell that names its row.
pub(super) fn row_name(words: Vec<Inline>) -> Cell {
    Cell { names_row: true, ..cell(vec![Block::paragraph(words)]) }
}

/// Columns whose words all stand where lines start.
pub(super) fn starts(columns: usize) -> Vec<String> {
    vec!["start".to_owned(); columns]
}
