//! “Closed on 24 December” against the closures.

use std::ops::Range;

use jiff::civil::Date;

use super::context::says_no_before;
use super::grammar::{self, Dated};
use super::scene::{Scene, Subject};
use crate::diagnostic::{Diagnostic, codes};
use crate::policy::availability::Closure;
use crate::time::calendar::occurrences;

const CLOSED: &[&str] = &["closed", "close", "shut", "away", "holiday", "closing"];
const OPEN: &[&str] = &["open", "here", "opening"];

pub(super) fn check(scene: &Scene<'_>) -> Vec<Diagnostic> {
    if scene.known.usual.is_empty() || !scene.has(CLOSED) && !scene.has(OPEN) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut at = 0;
    while at < scene.tokens.len() {
        let Some((dated, tokens)) = grammar::date(scene, at) else {
            at += 1;
            continue;
        };
        found.extend(told(scene, dated, &tokens));
        at = tokens.end;
    }
    found
}

fn told(scene: &Scene<'_>, dated: Dated, tokens: &Range<usize>) -> Option<Diagnostic> {
    let cue = scene.last_before(tokens.start, CLOSED).max(scene.last_before(tokens.start, OPEN))?;
    let is_near = tokens.start - cue <= 8
        && ["on", "from", "to", "and", "until", "-", "for", ",", "between", "through"]
            .contains(&scene.before(tokens.start));
    let is_ours = match scene.subject(tokens.start) {
        Subject::Us => true,
        Subject::Other => false,
        Subject::Nobody => cue <= 1,
    };
    // Until a day, and from a day on, say nothing of the day itself.
    let is_edge = ["until", "from"].contains(&scene.before(tokens.start)) && !CLOSED.contains(&scene.word(cue));
    if !is_near || !is_ours || is_edge || scene.is_quoted(tokens.start) {
        return None;
    }
    let says_closed = CLOSED.contains(&scene.word(cue)) != says_no_before(scene, cue + 1);
    let date = day(dated, scene.known.today)?;
    let closure = closure_on(scene, date);
    let said = scene.typed(tokens);
    match (says_closed, closure) {
        (true, None) if opens(scene, date) => {
            let message = format!("This says closed on “{said}”, and no closure of yours is on that day.");
            let help = format!("Add it to `availability.md`: `[[closure]]` with a `name` and `on = \"{date}\"`.");
            Some(Diagnostic::new(&codes::facts::DATE_IN_PROSE, message).at(scene.span(tokens)).help(help))
        }
        (false, Some(closure)) if closure.open_instead.is_none() => {
            let message = format!("This says open on “{said}”, and your closures say closed.");
            let finding = Diagnostic::new(&codes::facts::DATE_IN_PROSE, message).at(scene.span(tokens));
            Some(finding.also(closure.name.span, "this closure").help("Correct the sentence, or take the closure out."))
        }
        _ => None,
    }
}

/// The day meant: in its year, or the next time it comes.
fn day(dated: Dated, today: Date) -> Option<Date> {
    let in_year = |year| Date::new(year, dated.month, dated.day).ok();
    match dated.year {
        Some(year) => in_year(year),
        None => in_year(today.year()).filter(|date| *date >= today).or_else(|| in_year(today.year() + 1)),
    }
}

fn closure_on<'s>(scene: &Scene<'s>, date: Date) -> Option<&'s Closure> {
    let availability = &scene.known.site.policies.availability;
    let usual = availability.usual()?;
    let concerns = |closure: &Closure| {
        closure.schedules.as_ref().is_none_or(|ids| ids.iter().any(|id| id.value == usual.id.value))
    };
    let around = (date.yesterday().ok()?, date.tomorrow().ok()?);
    let found = occurrences(&availability.closures, around.0, around.1);
    let holds =
        found.iter().find(|it| concerns(it.closure) && (it.from <= date && date <= it.to || it.observed == Some(date)));
    holds.map(|occurrence| occurrence.closure)
}

/// Whether the usual week is open on a day.
fn opens(scene: &Scene<'_>, date: Date) -> bool {
    let usual = scene.known.site.policies.availability.usual();
    usual.is_some_and(|usual| !usual.week.shifts(date.weekday()).is_empty())
}

/// Words that speak of what is to come.
const TO_COME: &[&str] =
    &["will", "we'll", "it'll", "until", "till", "by", "upcoming", "starting", "shall", "planned", "expect", "next"];

/// “From 1 March 2025 we will open on Saturdays”, read later. A day that is only told of stays quiet.
pub(super) fn stale(scene: &Scene<'_>) -> Option<Diagnostic> {
    if !scene.has(TO_COME) || scene.has(&["since", "opened", "began", "started", "founded", "dated"]) {
        return None;
    }
    let mut dates = (0..scene.tokens.len()).filter_map(|at| grammar::date(scene, at));
    let is_ahead = |at: usize| {
        scene.has(&["will", "we'll", "it'll", "shall"])
            || scene.last_before(at, TO_COME).is_some_and(|word| at - word <= 3)
    };
    let passed = |dated: &Dated| {
        dated.year.is_some() && day(*dated, scene.known.today).is_some_and(|date| date < scene.known.today)
    };
    let is_stale = |(dated, tokens): &(Dated, Range<usize>)| {
        passed(dated) && is_ahead(tokens.start) && !scene.is_quoted(tokens.start)
    };
    let (_, tokens) = dates.rfind(is_stale)?;
    let message = format!("This speaks of “{}” as still to come, and that day has passed.", scene.typed(&tokens));
    let finding = Diagnostic::new(&codes::fresh::PAST_PROMISE, message).at(scene.span(&tokens));
    Some(finding.help("Say what holds now, or take the sentence out."))
}
