//! “We're open 9-6”, “closed on Mondays”, “until 6 pm”.

use std::ops::Range;

use jiff::civil::Weekday;

use super::context::{says_no, says_no_before};
use super::grammar::{self, Clock, Days, Hours};
use super::scene::{Scene, Subject};
use crate::check::facts::measure::{counted, days};
use crate::diagnostic::{Diagnostic, codes};
use crate::policy::availability::{Schedule, Week};
use crate::policy::values::Shift;

const DAY: u16 = 24 * 60;

/// Words that speak of being there.
const OPEN: &[&str] = &[
    "open",
    "opens",
    "opening",
    "hours",
    "available",
    "reachable",
    "staffed",
    "desks",
    "desk",
    "answered",
    "answer",
    "answers",
    "here",
    "there",
    "around",
    "work",
    "works",
    "in",
    "reach",
];
/// Those that alone say that hours follow.
const PLAINLY_OPEN: &[&str] = &["open", "opens", "opening", "hours", "available", "reachable", "staffed"];
/// Words that speak of not being there.
const CLOSED: &[&str] = &["closed", "close", "closes", "shut", "shuts", "closing"];
/// Words of the emergency line.
pub(super) const URGENT: &[&str] = &["emergency", "emergencies", "urgent", "on-call", "oncall", "call-out"];

pub(super) fn check(scene: &Scene<'_>) -> Vec<Diagnostic> {
    if scene.known.usual.is_empty() && scene.known.on_call.is_empty() {
        return Vec::new();
    }
    let mut found = Vec::new();
    found.extend(super::always::check(scene));
    let Some(cue) = cue(scene) else { return found };
    let mut at = 0;
    while at < scene.tokens.len() {
        let (finding, next) = judged(scene, cue, at);
        found.extend(finding.filter(|_| !scene.is_quoted(at)));
        at = next.max(at + 1);
    }
    found
}

/// The word that says that the sentence is about our hours, and who is spoken of there.
fn cue(scene: &Scene<'_>) -> Option<usize> {
    let is_cue = |word: &str| OPEN.contains(&word) || CLOSED.contains(&word);
    (0..scene.words.len()).filter(|at| is_cue(scene.word(*at))).find(|at| is_ours(scene, *at))
}

fn is_ours(scene: &Scene<'_>, at: usize) -> bool {
    let word = scene.word(at);
    if word == "reach" {
        return scene.word(at + 1) == "us";
    }
    match scene.subject(at) {
        Subject::Us => true,
        Subject::Other => false,
        // “Opening hours: 9-6”, “Closed on Mondays”: nobody is named, so it is us, unless something else comes first.
        Subject::Nobody => {
            let is_plain = PLAINLY_OPEN.contains(&word) || CLOSED.contains(&word);
            let is_first = (0..at).all(|index| {
                [
                    "opening",
                    "office",
                    "the",
                    "normal",
                    "usual",
                    "regular",
                    "business",
                    "working",
                    "always",
                    "never",
                    "not",
                    "currently",
                    "summer",
                    "winter",
                ]
                .contains(&scene.word(index))
                    || grammar::number(scene, index).is_some()
                    || [',', '(', '-', ':'].iter().any(|mark| scene.is_mark(index, *mark))
                    || grammar::days(scene, index).is_some()
            });
            is_plain && is_first
        }
    }
}

/// The schedules a sentence may speak of.
fn schedules<'s>(scene: &Scene<'s>) -> Vec<&'s Schedule> {
    let known = scene.known;
    let all = || known.usual.iter().chain(&known.on_call).copied();
    let named: Vec<&Schedule> = all()
        .filter(|schedule| {
            let name =
                schedule.name.as_ref().map_or_else(|| schedule.id.value.to_string(), |name| name.value.to_string());
            let name = name.to_lowercase();
            let mut words = name.split([' ', '-']).filter(|word| word.len() > 3 && *word != "line" && *word != "hours");
            known.usual.len() > 1 && words.any(|word| scene.words.contains(&word))
        })
        .collect();
    if scene.has(URGENT) || known.usual.is_empty() {
        return all().collect();
    }
    if named.is_empty() { known.usual.clone() } else { named }
}

/// Every week a schedule may have: its own, and those of its seasons.
fn weeks<'s>(scene: &Scene<'s>, schedule: &'s Schedule) -> Vec<&'s Week> {
    let seasons = &scene.known.site.policies.availability.seasons;
    let own = seasons.iter().filter(|season| season.schedule.value == schedule.id.value).map(|season| &season.week);
    std::iter::once(&schedule.week).chain(own).collect()
}

/// Shifts that hold on single days only.
fn special_shifts(scene: &Scene<'_>) -> Vec<Shift> {
    let closures = scene.known.site.policies.availability.closures.iter();
    closures
        .filter_map(|closure| closure.open_instead.as_ref())
        .flat_map(|hours| hours.value.shifts().to_vec())
        .collect()
}

/// What stands at a token, judged, and the token after it.
fn judged(scene: &Scene<'_>, cue: usize, at: usize) -> (Option<Diagnostic>, usize) {
    if let Some(hours) = grammar::hours(scene, at) {
        let days = days_after(scene, hours.tokens.end);
        let end = days.as_ref().map_or(hours.tokens.end, |days| days.tokens.end);
        let days = days.or_else(|| lone_days(scene));
        return (told_hours(scene, &hours, days.as_ref(), at..end), end);
    }
    if let Some(days) = grammar::days(scene, at) {
        let start = hours_after(scene, days.tokens.end);
        if let Some(hours) = start.and_then(|start| grammar::hours(scene, start)) {
            let range = at..hours.tokens.end;
            return (told_hours(scene, &hours, Some(&days), range.clone()), range.end);
        }
        return (told_days(scene, cue, &days), days.tokens.end);
    }
    told_time(scene, at)
}

/// Skips “from”, a colon or the like between days and hours.
fn hours_after(scene: &Scene<'_>, mut at: usize) -> Option<usize> {
    let from = at;
    while at < from + 3
        && (["from", "at", "between"].contains(&scene.word(at))
            || [',', ':', '(', '-'].iter().any(|mark| scene.is_mark(at, *mark)))
    {
        at += 1;
    }
    grammar::hours(scene, at).map(|_| at)
}

fn days_after(scene: &Scene<'_>, at: usize) -> Option<Days> {
    let skip = usize::from(
        ["on", "from", "each"].contains(&scene.word(at)) || scene.is_mark(at, ',') || scene.is_mark(at, '('),
    );
    grammar::days(scene, at + skip).filter(|days| hours_after(scene, days.tokens.end).is_none())
}

/// The days of a sentence that names days once: “On Fridays we are open 9-5”.
fn lone_days(scene: &Scene<'_>) -> Option<Days> {
    let mut found = None;
    let mut at = 0;
    while at < scene.tokens.len() {
        let Some(days) = grammar::days(scene, at) else {
            at += 1;
            continue;
        };
        at = days.tokens.end;
        if found.replace(days).is_some() {
            return None;
        }
    }
    found
}

fn told_hours(scene: &Scene<'_>, hours: &Hours, days: Option<&Days>, tokens: Range<usize>) -> Option<Diagnostic> {
    let is_said_of_us = scene.subject(tokens.start) != Subject::Other;
    if !is_said_of_us || says_no_before(scene, tokens.start) {
        return None;
    }
    let schedules = schedules(scene);
    let special = special_shifts(scene);
    let on = |day: Weekday| {
        let weeks = schedules.iter().flat_map(|schedule| weeks(scene, schedule));
        weeks.into_iter().any(|week| fits(week.shifts(day), hours))
    };
    let fits_day = special.iter().any(|shift| fits(&[*shift], hours))
        || days.map_or_else(|| self::days().any(on), |days| days.iter().all(on));
    if fits_day {
        return None;
    }
    let said = scene.typed(&tokens);
    let message = format!("This says “{said}”, and your hours say otherwise.");
    Some(told(scene, &schedules, tokens, message))
}

fn told(scene: &Scene<'_>, schedules: &[&Schedule], tokens: Range<usize>, message: String) -> Diagnostic {
    let usual = scene
        .known
        .site
        .policies
        .availability
        .usual()
        .filter(|usual| schedules.iter().any(|it| it.id.value == usual.id.value));
    let schedule = usual.or_else(|| schedules.first().copied());
    let path = schedule.map_or("hours".to_owned(), |schedule| format!("hours.{}", schedule.id.value));
    let finding = scene.finding(&codes::facts::HOURS_IN_PROSE, &tokens, message, &path);
    match schedule {
        Some(schedule) if finding.labels.is_empty() => finding.also(schedule.id.span, "what the facts say"),
        _ => finding,
    }
}

/// Whether hours are one shift of a day, or the whole of it from the first opening to the last closing.
fn fits(shifts: &[Shift], hours: &Hours) -> bool {
    let ends = |shift: &Shift| shift.end_minutes() % DAY;
    let same = |from: u16, to: u16| {
        hours.from.readings().any(|minutes| minutes == from) && hours.to.readings().any(|minutes| minutes % DAY == to)
    };
    let whole =
        shifts.first().zip(shifts.last()).is_some_and(|(first, last)| same(first.start().minutes(), ends(last)));
    whole || shifts.iter().any(|shift| same(shift.start().minutes(), ends(shift)))
}

/// Words that speak of a part of a day or of a year.
const PARTS: &[&str] = &[
    "some",
    "most",
    "morning",
    "mornings",
    "afternoon",
    "afternoons",
    "evening",
    "evenings",
    "after",
    "before",
    "first",
    "last",
    "second",
    "third",
    "summer",
    "season",
    "next",
    "this",
    "following",
    "late",
    "later",
    "early",
    "earlier",
    "until",
    "till",
];

/// Days without hours: “open on Saturdays”, “closed on Mondays”.
fn told_days(scene: &Scene<'_>, cue: usize, found: &Days) -> Option<Diagnostic> {
    let near = scene
        .last_before(found.tokens.start, PLAINLY_OPEN)
        .max(scene.last_before(found.tokens.start, CLOSED))
        .unwrap_or(cue);
    let word = scene.word(near);
    let is_open = PLAINLY_OPEN.contains(&word);
    let is_closed = CLOSED.contains(&word);
    let is_joined = found.tokens.start.abs_diff(near) <= 6;
    // “Every day we are closed”: the days are explained, not named.
    let is_explained = ["we", "that", "you", "i", "they", "our", "of"].contains(&scene.word(found.tokens.end));
    let has_time_between = (near..found.tokens.start).any(|at| grammar::clock(scene, at).is_some());
    if !(is_open || is_closed)
        || is_explained
        || has_time_between
        || !is_joined
        || scene.subject(near) == Subject::Other
        || scene.subject(found.tokens.start) == Subject::Other
    {
        return None;
    }
    let speaks_of_part = scene.has(PARTS);
    let schedules = schedules(scene);
    let opens = |day: Weekday| {
        schedules.iter().any(|schedule| weeks(scene, schedule).iter().any(|week| !week.shifts(day).is_empty()))
    };
    let always_opens = |day: Weekday| {
        let usual = scene.known.site.policies.availability.usual();
        usual.is_some_and(|usual| counted(&usual.week, day).next().is_some())
    };
    let says_open = is_open != says_no_before(scene, found.tokens.start);
    let wrong =
        if says_open { found.iter().any(|day| !opens(day)) } else { !speaks_of_part && found.iter().any(always_opens) };
    if !wrong || scene.has(&["if", "holiday", "holidays"]) {
        return None;
    }
    let said = scene.typed(&found.tokens);
    let message = if says_open {
        format!("This says open on “{said}”, and your hours say closed.")
    } else {
        format!("This says closed on “{said}”, and your hours say open.")
    };
    Some(told(scene, &schedules, found.tokens.clone(), message))
}

/// One time: “we close at 6”, “open until 6 pm”.
fn told_time(scene: &Scene<'_>, at: usize) -> (Option<Diagnostic>, usize) {
    let Some((clock, end)) = grammar::clock(scene, at) else { return (None, at + 1) };
    let Some(bound) = bound(scene, at, clock) else { return (None, end) };
    if scene.subject(at) == Subject::Other || says_no(scene) || grammar::length(scene, at).is_some() {
        return (None, end);
    }
    let next = scene.word(end);
    let is_something_else = !clock.is_marked
        && next.chars().next().is_some_and(char::is_alphabetic)
        && !["on", "every", "and", "each", "sharp", "or", "but"].contains(&next);
    let schedules = schedules(scene);
    let special = special_shifts(scene);
    let all = schedules.iter().flat_map(|schedule| weeks(scene, schedule));
    let mut shifts = all.into_iter().flat_map(|week| days().flat_map(|day| week.shifts(day))).copied().chain(special);
    let is_right = shifts.any(|shift| {
        let minutes = if bound == Bound::Opens { shift.start().minutes() } else { shift.end_minutes() % DAY };
        clock.readings().any(|reading| reading % DAY == minutes)
    });
    if is_right || is_something_else {
        return (None, end);
    }
    let said = scene.typed(&(at..end));
    let word = if bound == Bound::Opens { "begin" } else { "end" };
    let message = format!("This says “{said}”, and no hours of yours {word} then.");
    let mut finding = told(scene, &schedules, at..end, message);
    // A whole week does not fit where one time stood.
    finding.fix = None;
    (Some(finding), end)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Bound {
    Opens,
    Closes,
}

/// Whether a time is when we open or when we close.
fn bound(scene: &Scene<'_>, at: usize, clock: Clock) -> Option<Bound> {
    let (before, earlier) = (scene.before(at), at.checked_sub(2).map_or("", |index| scene.word(index)));
    let has_open = scene.last_before(at, PLAINLY_OPEN).is_some_and(|cue| at - cue <= 6);
    match before {
        "at" | "by" if CLOSED.contains(&earlier) => Some(Bound::Closes),
        "at" | "from" if ["open", "opens"].contains(&earlier) => Some(Bound::Opens),
        "until" | "till" if has_open => Some(Bound::Closes),
        "from" if has_open && clock.is_marked => Some(Bound::Opens),
        _ => None,
    }
}
