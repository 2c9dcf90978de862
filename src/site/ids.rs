//! Ids that one policy types and another declares: schedules, channels, people, tiers, pages. Each must lead somewhere.

use crate::diagnostic::{At, Diagnostic, Findings, Span, codes, nearest};
use crate::policy::business::Business;
use crate::policy::emergencies::By;
use crate::policy::values::Id;
use crate::policy::written::Rows;

use super::Facts;
use super::page::{Page, PageFacts};
use super::policies::Policies;

/// Looks every id up.
pub(super) fn check(business: &Business, policies: &Policies, pages: &[Page], facts: &Facts, findings: &mut Findings) {
    let mut lookup = Lookup { facts, findings };
    let schedules: Vec<&str> =
        policies.availability.schedules.iter().map(|schedule| schedule.id.value.as_str()).collect();
    let channels: Vec<&str> =
        declared(policies.written.channels.as_ref().and_then(|it| it.channel.as_ref()), |row| &row.id);
    let people: Vec<&str> = business.people.iter().map(|person| person.id.value.as_str()).collect();
    check_schedules(policies, &schedules, &mut lookup);
    check_emergencies(policies, &channels, &people, &mut lookup);
    check_people(policies, pages, &people, &mut lookup);
    check_pages(business, policies, pages, &mut lookup);
    check_twice(business, policies, &mut lookup);
    check_questions(pages, &mut lookup);
}

/// Looks up the ids that pages for the business's own people name.
pub(super) fn check_staff(business: &Business, staff: &[Page], facts: &Facts, findings: &mut Findings) {
    let people: Vec<&str> = business.people.iter().map(|person| person.id.value.as_str()).collect();
    check_owners(staff, &people, &mut Lookup { facts, findings });
}

/// The ids of rows as typed: a row with a slip elsewhere is there all the same.
fn declared<T>(rows: Option<&At<Rows<T>>>, id: impl Fn(&T) -> &Option<At<Id>>) -> Vec<&str> {
    let rows = rows.map(|rows| rows.value.as_slice()).unwrap_or_default();
    rows.iter().filter_map(|row| Some(id(&row.value).as_ref()?.value.as_str())).collect()
}

struct Lookup<'f> {
    facts: &'f Facts,
    findings: &'f mut Findings,
}

impl Lookup<'_> {
    fn find(&mut self, what: &str, typed: &str, span: Span, known: &[&str], where_to: &str) {
        if known.contains(&typed) || self.facts.is_unsure(&format!("{}.{typed}", table_of(what))) {
            return;
        }
        let help = match nearest(typed, known.iter().copied()) {
            Some(near) => format!("Did you mean `{near}`?"),
            None if known.is_empty() || known.len() > MOST_NAMED => format!("Add it to {where_to}."),
            None => {
                let names: Vec<String> = known.iter().map(|name| format!("`{name}`")).collect();
                format!("Write {}, or add `{typed}` to {where_to}.", names.join(" or "))
            }
        };
        let message = format!("There is no {what} called `{typed}`.");
        self.findings.push(Diagnostic::new(&codes::site::UNKNOWN_ID, message).at(span).help(help));
    }

    fn find_id(&mut self, what: &str, id: Option<&At<Id>>, known: &[&str], where_to: &str) {
        if let Some(id) = id {
            self.find(what, id.value.as_str(), id.span, known, where_to);
        }
    }

    fn tell_twice<'a>(&mut self, what: &str, ids: impl Iterator<Item = (&'a str, Span)>) {
        let mut seen: Vec<(&str, Span)> = Vec::new();
        for (id, span) in ids {
            match seen.iter().find(|(known, _)| *known == id) {
                Some((_, first)) => {
                    let message = format!("Two {what} are called `{id}`.");
                    let diagnostic =
                        Diagnostic::new(&codes::policy::TWICE, message).at(span).also(*first, "the first one");
                    self.findings.push(diagnostic.help("Give each a name of its own."));
                }
                None => seen.push((id, span)),
            }
        }
    }
}

/// The table that paths of references name for what an id names.
fn table_of(what: &str) -> &'static str {
    match what {
        "schedule" => "hours",
        "channel" => "channel",
        "person" => "person",
        "tier" => "severity",
        "escalation step" => "escalation",
        _ => "page",
    }
}

/// More names than this are no help.
const MOST_NAMED: usize = 7;

const SCHEDULES: &str = "`availability.md`, as in `[hours.office]`";
const CHANNELS: &str = "`channels.md`, as in `[[channel]]`";
const PEOPLE: &str = "`business.toml`, as in `[[people]]`";

fn check_schedules(policies: &Policies, schedules: &[&str], lookup: &mut Lookup<'_>) {
    let availability = &policies.availability;
    for closure in &availability.closures {
        for id in closure.schedules.iter().flatten() {
            lookup.find_id("schedule", Some(id), schedules, SCHEDULES);
        }
    }
    for season in &availability.seasons {
        lookup.find_id("schedule", Some(&season.schedule), schedules, SCHEDULES);
    }
    for channel in &policies.channels {
        lookup.find_id("schedule", channel.schedule.as_ref(), schedules, SCHEDULES);
    }
    for tier in &policies.emergencies.severities {
        lookup.find_id("schedule", tier.schedule.as_ref(), schedules, SCHEDULES);
    }
}

fn check_emergencies(policies: &Policies, channels: &[&str], people: &[&str], lookup: &mut Lookup<'_>) {
    let emergencies = &policies.emergencies;
    let written = policies.written.emergencies.as_ref();
    let rungs = declared(written.and_then(|it| it.escalation.as_ref()), |row| &row.id);
    let tiers = declared(written.and_then(|it| it.severity.as_ref()), |row| &row.id);
    for tier in &emergencies.severities {
        lookup.find_id("channel", tier.channel.as_ref(), channels, CHANNELS);
    }
    for channel in &policies.channels {
        lookup.find_id(
            "escalation step",
            channel.if_missed.as_ref(),
            &rungs,
            "`emergencies.md`, as in `[[escalation]]`",
        );
    }
    for fallback in &emergencies.fallbacks {
        for id in fallback.for_.iter().flat_map(|at| &at.value) {
            lookup.find_id("tier", Some(id), &tiers, "`emergencies.md`, as in `[[severity]]`");
        }
    }
    let ways: Vec<&str> = channels.iter().chain(By::WORDS).copied().collect();
    for rung in &emergencies.escalation {
        lookup.find_id("person", Some(&rung.to), people, PEOPLE);
        lookup.find_id("channel", rung.by.as_ref(), &ways, CHANNELS);
    }
}

fn check_people(policies: &Policies, pages: &[Page], people: &[&str], lookup: &mut Lookup<'_>) {
    check_owners(pages, people, lookup);
    let Some(mistakes) = &policies.written.mistakes else { return };
    lookup.find_id("person", mistakes.complaints.as_ref().and_then(|at| at.value.to.as_ref()), people, PEOPLE);
    lookup.find_id("person", mistakes.feedback.as_ref().and_then(|at| at.value.to.as_ref()), people, PEOPLE);
}

fn check_owners(pages: &[Page], people: &[&str], lookup: &mut Lookup<'_>) {
    for page in pages {
        lookup.find_id("person", page.header.owner.as_ref(), people, PEOPLE);
    }
}

fn check_pages(business: &Business, policies: &Policies, pages: &[Page], lookup: &mut Lookup<'_>) {
    let ids: Vec<&str> = pages.iter().map(Page::id).collect();
    let read_first = policies.written.welcome.as_ref().and_then(|welcome| welcome.read_first.as_ref());
    let signed = policies.written.acknowledge.as_ref();
    let documents = signed.and_then(|signed| signed.documents.as_ref());
    let has_questions = pages.iter().any(|page| matches!(page.facts, PageFacts::Faq(_)));
    let is_all_questions = |name: &str| has_questions && name == super::chapters::ALL_QUESTIONS;
    let chapters = business.print.chapters.iter().filter(|name| !is_all_questions(&name.value));
    let named = read_first.iter().chain(documents.iter()).flat_map(|at| &at.value).chain(chapters);
    for page in named {
        // `fees` in a list of documents means business.toml's prices; they stand on no page of their own.
        lookup.find("page", &page.value, page.span, &ids, "the `content` folder");
    }
}

/// Words that clients use belong to a question of the same page.
fn check_questions(pages: &[Page], lookup: &mut Lookup<'_>) {
    for page in pages {
        let PageFacts::Faq(faq) = &page.facts else { continue };
        let ids: Vec<&str> = page.document.questions().map(|question| &*question.heading.id).collect();
        for row in faq.also_asked.iter().flat_map(|rows| &rows.value) {
            if let Some(id) = &row.value.id {
                lookup.find(
                    "question on this page",
                    &id.value,
                    id.span,
                    &ids,
                    "a question's heading, as in `## When are you open? {#open}`",
                );
            }
        }
    }
}

fn check_twice(business: &Business, policies: &Policies, lookup: &mut Lookup<'_>) {
    let of = |id: &'_ At<Id>| id.span;
    lookup.tell_twice("channels", policies.channels.iter().map(|row| (row.id.value.as_str(), of(&row.id))));
    lookup.tell_twice("tiers", policies.emergencies.severities.iter().map(|row| (row.id.value.as_str(), of(&row.id))));
    lookup.tell_twice(
        "escalation steps",
        policies.emergencies.escalation.iter().map(|row| (row.id.value.as_str(), of(&row.id))),
    );
    lookup.tell_twice("boundaries", policies.boundaries.iter().map(|row| (row.id.value.as_str(), of(&row.id))));
    lookup.tell_twice("people", business.people.iter().map(|row| (row.id.value.as_str(), of(&row.id))));
    let services = policies.services.iter().filter_map(|row| row.id.as_ref());
    lookup.tell_twice("services", services.map(|id| (id.value.as_str(), id.span)));
}
