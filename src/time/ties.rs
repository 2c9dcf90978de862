//! Days on which two rules of the same rank give one schedule different hours. The later line wins; the owner should know.

use std::ptr;

use jiff::ToSpan;
use jiff::civil::Date;

use super::hours::Hours;
use crate::policy::availability::{Availability, Closure, Season};
use crate::policy::values::Shift;

/// Two rules and the first day on which they differ.
#[derive(Clone, Copy, Debug)]
pub struct Tie<'a, R> {
    /// The first such day.
    pub date: Date,
    /// The later line, which wins.
    pub winner: &'a R,
    /// The earlier one.
    pub loser: &'a R,
}

/// Closures and special days that differ on a day of the range, each pair once.
#[must_use]
pub fn of_closures<'a>(availability: &'a Availability, hours: &Hours<'a>) -> Vec<Tie<'a, Closure>> {
    let mut ties = Vec::new();
    for date in days(hours) {
        for schedule in &availability.schedules {
            let mut rivals = hours.closures_on(schedule, date);
            let Some(winner) = rivals.next() else { continue };
            for loser in rivals.filter(|rival| shifts(rival) != shifts(winner)) {
                push(&mut ties, Tie { date, winner, loser });
            }
        }
    }
    ties
}

/// Seasons that differ on a day of the range, each pair once.
#[must_use]
pub fn of_seasons<'a>(availability: &'a Availability, hours: &Hours<'a>) -> Vec<Tie<'a, Season>> {
    let mut ties = Vec::new();
    if availability.seasons.len() < 2 {
        return ties;
    }
    for date in days(hours) {
        for schedule in &availability.schedules {
            let mut rivals = hours.seasons_on(schedule, date);
            let Some((winner, day)) = rivals.next() else { continue };
            for (loser, _) in rivals.filter(|(_, rival)| rival.shifts != day.shifts) {
                push(&mut ties, Tie { date, winner, loser });
            }
        }
    }
    ties
}

fn days(hours: &Hours<'_>) -> impl Iterator<Item = Date> {
    let (first, last) = hours.range();
    first.series(1.day()).take_while(move |date| *date <= last)
}

fn push<'a, R>(ties: &mut Vec<Tie<'a, R>>, tie: Tie<'a, R>) {
    let is_known = |known: &Tie<'a, R>| ptr::eq(known.winner, tie.winner) && ptr::eq(known.loser, tie.loser);
    if !ties.iter().any(is_known) {
        ties.push(tie);
    }
}

/// The hours a closure leaves; none for a day off.
fn shifts(closure: &Closure) -> &[Shift] {
    closure.open_instead.as_ref().map_or(&[], |hours| hours.value.shifts())
}
