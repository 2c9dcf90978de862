//! Policies → the index.

use super::{Component, Fact, Facts, Gaps, Shape};
use crate::diagnostic::{At, Span};
use crate::markdown::slug;
use crate::policy::availability::Week;
use crate::policy::business::{Business, BusinessWritten};
use crate::policy::channels::{Channel, Door};
use crate::policy::kinds::Kind;
use crate::policy::mistakes::OutsideWritten;
use crate::policy::written::{Facts as TableFacts, Measure, Prose, Rows, Typed, Words};
use crate::site::policies::Policies;

/// Gathers every fact of the site.
pub(in crate::site) fn gather(
    business: &Business,
    written: Option<&BusinessWritten>,
    policies: &Policies,
    gaps: &Gaps,
) -> Facts {
    let mut facts = Facts::default();
    facts.doubt_gaps(gaps);
    facts.doubt_pages(&policies.written);
    add_business(&mut facts, business, written);
    add_availability(&mut facts, policies);
    add_channels(&mut facts, policies);
    add_emergencies(&mut facts, policies);
    add_terms(&mut facts, policies);
    add_care(&mut facts, policies);
    facts
}

/// One kind of row: how it is called and what it is shown as.
#[derive(Clone, Copy)]
struct Table {
    /// `channel`.
    one: &'static str,
    /// `channels`: names them all.
    all: &'static str,
    component: Component,
    owner: Option<Kind>,
    /// Whether a single row has a shape of its own.
    rows: RowShape,
}

#[derive(Clone, Copy, PartialEq)]
enum RowShape {
    Shown,
    WordsOnly,
}

impl Table {
    const fn new(one: &'static str, all: &'static str, component: Component, owner: Kind, rows: RowShape) -> Self {
        Table { one, all, component, owner: Some(owner), rows }
    }

    fn add_row(self, facts: &mut Facts, id: &str, name: Words, place: Span, keys: Vec<(&'static str, Span, Words)>) {
        let path = format!("{}.{id}", self.one);
        let only = Some(id.to_owned());
        let shape = (self.rows == RowShape::Shown).then_some(Shape { component: self.component, only });
        facts.insert(path.clone(), Fact { words: name, shape, place: Some(place), owner: self.owner });
        for (key, place, words) in keys {
            let words = refer(self.one, key, words);
            facts.insert(format!("{path}.{key}"), Fact { words, shape: None, place: Some(place), owner: self.owner });
        }
    }

    fn add_all(self, facts: &mut Facts, names: Vec<Words>) {
        if names.is_empty() {
            return;
        }
        let words = Words::List(names);
        let shape = Some(Shape { component: self.component, only: None });
        for path in [self.all, self.one] {
            let fact = Fact { words: words.clone(), shape: shape.clone(), place: None, owner: self.owner };
            facts.insert(path.to_owned(), fact);
        }
    }

    fn add_rows<T: TableFacts>(
        self,
        facts: &mut Facts,
        rows: Option<&At<Rows<T>>>,
        place: impl Fn(&T) -> Span,
        id_and_name: impl Fn(&T) -> Option<(String, Words)>,
    ) {
        let mut names = Vec::new();
        for row in rows.map(|rows| rows.value.as_slice()).unwrap_or_default() {
            let Some((id, name)) = id_and_name(&row.value) else {
                facts.doubt([self.one, self.all]);
                continue;
            };
            names.push(name.clone());
            facts.doubt_keys(&format!("{}.{id}", self.one), &row.value);
            self.add_row(facts, &id, name, place(&row.value), row.value.facts());
        }
        self.add_all(facts, names);
    }
}

/// A key that holds another fact's name says what that fact says.
fn refer(table: &str, key: &str, words: Words) -> Words {
    let Words::Plain(id) = &words else { return words };
    match (table, key) {
        ("channel" | "severity", "schedule") => Words::Refer(format!("hours.{id}")),
        ("severity" | "escalation", "channel" | "by") => Words::Refer(format!("channel.{id}")),
        ("channel", "if_missed") => Words::Refer(format!("escalation.{id}")),
        ("escalation" | "complaints" | "feedback", "to") => Words::Refer(format!("person.{id}")),
        _ => words,
    }
}

fn add_single<T: TableFacts>(facts: &mut Facts, table: &'static str, written: Option<&T>, shape: Shape, owner: Kind) {
    let Some(written) = written else { return };
    facts.doubt_keys(table, written);
    let keys = written.facts();
    let place = keys.first().map(|(_, place, _)| *place);
    facts.insert(table.to_owned(), Fact { words: Words::Silent, shape: Some(shape), place, owner: Some(owner) });
    for (key, place, words) in keys {
        let words = refer(table, key, words);
        facts.insert(format!("{table}.{key}"), Fact { words, shape: None, place: Some(place), owner: Some(owner) });
    }
}

fn add_business(facts: &mut Facts, business: &Business, written: Option<&BusinessWritten>) {
    let plain = |words: String| Fact { words: Words::Plain(words), shape: None, place: None, owner: None };
    facts.insert("business.name".to_owned(), plain(business.name.clone()));
    let identity = written.and_then(|written| written.business.as_ref()).map(|at| &at.value);
    if let Some(identity) = identity {
        facts.doubt_keys("business", identity);
    }
    for (key, place, words) in identity.map(TableFacts::facts).unwrap_or_default() {
        // What is private can be referred to by nobody.
        if key != "private" {
            facts.insert(format!("business.{key}"), Fact { words, shape: None, place: Some(place), owner: None });
        }
    }
    if let Some(agreement) = &business.agreement {
        facts.facts.insert("business.agreement".to_owned(), plain(agreement.title.value.to_string()));
    }
    if let Some(address) = &business.address {
        let parts = [&address.street, &address.postcode, &address.city, &address.region];
        let typed = parts.into_iter().flatten().map(|at| at.value.to_string()).filter(|part| !part.is_empty());
        facts.facts.insert("business.address".to_owned(), plain(typed.collect::<Vec<_>>().join(", ")));
        for (key, place, words) in address.facts() {
            facts.insert(
                format!("business.address.{key}"),
                Fact { words, shape: None, place: Some(place), owner: None },
            );
        }
    }
    let fees = Table { one: "fee", all: "fees", component: Component::Fees, owner: None, rows: RowShape::WordsOnly };
    for (id, money) in &business.fees {
        fees.add_row(facts, id.value.as_str(), Typed::words(money), id.span, Vec::new());
    }
    let slips =
        written.and_then(|written| written.fees.as_ref()).map(|fees| fees.value.1.as_slice()).unwrap_or_default();
    facts.doubt(slips.iter().map(|name| format!("fee.{name}")));
    fees.add_all(facts, business.fees.iter().map(|(id, _)| Words::Plain(id.value.to_string())).collect());
    let people =
        Table { one: "person", all: "people", component: Component::People, owner: None, rows: RowShape::WordsOnly };
    people.add_rows(
        facts,
        written.and_then(|written| written.people.as_ref()),
        |row| row.place,
        |row| Some((row.id.as_ref()?.value.to_string(), Words::Plain(row.name.as_ref()?.value.to_string()))),
    );
}

fn add_availability(facts: &mut Facts, policies: &Policies) {
    let owner = Kind::Availability;
    let week = Table::new("hours", "hours", Component::Week, owner, RowShape::Shown);
    let availability = &policies.availability;
    for schedule in &availability.schedules {
        let words = hours(&schedule.week);
        week.add_row(facts, schedule.id.value.as_str(), words, schedule.place, Vec::new());
    }
    if let Some(usual) = availability.usual() {
        week.add_all(facts, vec![hours(&usual.week)]);
    }
    let Some(written) = &policies.written.availability else { return };
    let slips = written.hours.as_ref().map(|hours| hours.value.1.as_slice()).unwrap_or_default();
    facts.doubt(slips.iter().map(|name| format!("hours.{name}")));
    let closures = Table::new("closure", "closures", Component::Closures, owner, RowShape::WordsOnly);
    closures.add_rows(facts, written.closure.as_ref(), |row| row.place, |row| named(row.name.as_ref()));
    let waiting = written.waiting.as_ref().map(|at| &at.value);
    add_single(facts, "waiting", waiting, Shape { component: Component::Waiting, only: None }, owner);
}

fn add_channels(facts: &mut Facts, policies: &Policies) {
    let Some(written) = &policies.written.channels else { return };
    let table = Table::new("channel", "channels", Component::Channels, Kind::Channels, RowShape::Shown);
    table.add_rows(
        facts,
        written.channel.as_ref(),
        |row| row.place,
        |row| {
            let id = row.id.as_ref()?.value.to_string();
            let channel = policies.channels.iter().find(|channel| channel.id.value.as_str() == id)?;
            Some((id, channel_words(channel)))
        },
    );
    for channel in &policies.channels {
        let path = format!("channel.{}.value", channel.id.value);
        if let Some(fact) = facts.facts.get_mut(&path) {
            fact.words = channel_words(channel);
        }
    }
}

/// A channel in a sentence: its number or address, ready to use.
fn channel_words(channel: &Channel) -> Words {
    match channel.door.as_ref().map(|at| &at.value) {
        Some(Door::Number(phone)) => Words::Phone(phone.clone()),
        Some(Door::Mail(mail)) => Words::Mail(mail.to_string()),
        Some(Door::Web(web)) => Words::Web(web.to_string()),
        Some(Door::Words(words)) => Words::Plain(words.clone()),
        None => Words::Plain(
            channel.name.as_ref().map_or_else(|| channel.id.value.to_string(), |name| name.value.to_string()),
        ),
    }
}

fn add_emergencies(facts: &mut Facts, policies: &Policies) {
    let Some(written) = &policies.written.emergencies else { return };
    let owner = Kind::Emergencies;
    let safety = written.safety.as_ref().map(|at| &at.value);
    add_single(facts, "safety", safety, Shape { component: Component::Safety, only: None }, owner);
    let tiers = Table::new("severity", "severities", Component::Severities, owner, RowShape::Shown);
    tiers.add_rows(
        facts,
        written.severity.as_ref(),
        |row| row.place,
        |row| Some((row.id.as_ref()?.value.to_string(), Words::Prose(row.name.as_ref()?.value.clone()))),
    );
    let fallbacks = Table::new("fallback", "fallbacks", Component::Fallbacks, owner, RowShape::WordsOnly);
    fallbacks.add_rows(facts, written.fallback.as_ref(), |row| row.place, |row| named(row.name.as_ref()));
    let ladder = Table::new("escalation", "escalations", Component::Escalation, owner, RowShape::WordsOnly);
    ladder.add_rows(
        facts,
        written.escalation.as_ref(),
        |row| row.place,
        |row| {
            let to = row.to.as_ref().map(|to| Words::Refer(format!("person.{}", to.value)))?;
            Some((row.id.as_ref()?.value.to_string(), to))
        },
    );
}

fn add_terms(facts: &mut Facts, policies: &Policies) {
    let written = &policies.written;
    if let Some(scope) = &written.scope {
        let table = Table::new("scope", "services", Component::Scope, Kind::Scope, RowShape::WordsOnly);
        table.add_rows(
            facts,
            scope.service.as_ref(),
            |row| row.place,
            |row| {
                let (by_name, name) = named(row.item.as_ref())?;
                Some((row.id.as_ref().map_or(by_name, |id| id.value.to_string()), name))
            },
        );
    }
    if let Some(page) = &written.responsibilities {
        let table = Table::new(
            "responsibility",
            "responsibilities",
            Component::Responsibilities,
            Kind::Responsibilities,
            RowShape::WordsOnly,
        );
        table.add_rows(facts, page.responsibility.as_ref(), |row| row.place, |row| named(row.item.as_ref()));
        let custody = page.custody.as_ref().map(|at| &at.value);
        add_single(
            facts,
            "custody",
            custody,
            Shape { component: Component::Custody, only: None },
            Kind::Responsibilities,
        );
    }
    if let Some(page) = &written.deadlines {
        let table = Table::new("deadline", "deadlines", Component::Deadlines, Kind::Deadlines, RowShape::WordsOnly);
        table.add_rows(facts, page.deadline.as_ref(), |row| row.place, |row| named(row.what.as_ref()));
        let rush = page.rush.as_ref().map(|at| &at.value);
        add_single(facts, "rush", rush, Shape { component: Component::Rush, only: None }, Kind::Deadlines);
    }
    if let Some(page) = &written.boundaries {
        let table = Table::new("boundary", "boundaries", Component::Boundaries, Kind::Boundaries, RowShape::Shown);
        table.add_rows(
            facts,
            page.boundary.as_ref(),
            |row| row.place,
            |row| Some((row.id.as_ref()?.value.to_string(), Words::Prose(row.please.as_ref()?.value.clone()))),
        );
        let ladder =
            Table::new("consequence", "consequences", Component::Consequences, Kind::Boundaries, RowShape::WordsOnly);
        ladder.add_rows(
            facts,
            page.consequence.as_ref(),
            |row| row.place,
            |row| Some((row.step.as_ref()?.value.0.to_string(), Words::Prose(row.what.as_ref()?.value.clone()))),
        );
    }
    let signed = written.acknowledge.as_ref();
    add_single(facts, "documents", signed, Shape { component: Component::Documents, only: None }, Kind::Acknowledge);
}

fn add_care(facts: &mut Facts, policies: &Policies) {
    if let Some(page) = &policies.written.onboarding {
        let table = Table::new("step", "steps", Component::Steps, Kind::Onboarding, RowShape::WordsOnly);
        table.add_rows(facts, page.step.as_ref(), |row| row.place, |row| named(row.what.as_ref()));
    }
    let Some(page) = &policies.written.mistakes else { return };
    let owner = Kind::Mistakes;
    let part = |name: &str| Shape { component: Component::Recovery, only: Some(name.to_owned()) };
    add_single(facts, "ours", page.ours.as_ref().map(|at| &at.value), part("ours"), owner);
    add_single(facts, "yours", page.yours.as_ref().map(|at| &at.value), part("yours"), owner);
    if let Some(outside) = page.complaints.as_ref().and_then(|at| at.value.outside.as_ref()) {
        add_outside(facts, outside, owner);
    }
    add_single(facts, "complaints", page.complaints.as_ref().map(|at| &at.value), part("complaints"), owner);
    add_single(facts, "feedback", page.feedback.as_ref().map(|at| &at.value), part("feedback"), owner);
    let table = Table::new("goodwill", "goodwills", Component::Goodwill, owner, RowShape::WordsOnly);
    table.add_rows(facts, page.goodwill.as_ref(), |row| row.place, |row| named(row.what.as_ref()));
}

/// Who outside the business may be asked: by its name, or by its address as long as it has none. The first to be added stays.
fn add_outside(facts: &mut Facts, outside: &At<OutsideWritten>, owner: Kind) {
    let keys = outside.value.facts();
    let said = ["name", "url"].into_iter().find(|wanted| keys.iter().any(|(key, ..)| key == wanted));
    let words = said.map_or(Words::Silent, |key| Words::Refer(format!("complaints.outside.{key}")));
    let fact = Fact { words, shape: None, place: Some(outside.span), owner: Some(owner) };
    facts.insert("complaints.outside".to_owned(), fact);
    for (key, place, words) in keys {
        let fact = Fact { words, shape: None, place: Some(place), owner: Some(owner) };
        facts.insert(format!("complaints.outside.{key}"), fact);
    }
}

/// The slug and the words of a row that is called by its name.
fn named(name: Option<&At<Prose>>) -> Option<(String, Words)> {
    let name = &name?.value;
    Some((slug(&name.text), Words::Prose(name.clone())))
}

fn hours(week: &Week) -> Words {
    Words::Measure(Measure::Week(Box::new(week.clone())))
}
