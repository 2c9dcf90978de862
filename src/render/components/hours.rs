//! Hours: week, seasons, closures, waiting.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::capital;
use crate::address::Address;
use crate::diagnostic::Diagnostic;
use crate::markdown::html::escaped;
use crate::policy::availability::{Closure, Schedule, Season, Week};
use crate::policy::kinds::Kind;
use crate::policy::values::words::city;
use crate::policy::values::{Country, Shift, YearlyDate};
use crate::render::scene::{Scene, unparted};
use crate::render::views::{
    AxisView, BarKind, BarView, ClosureKind, ClosureView, ClosureYear, ClosuresView, DateView, DayState, DayView, Html,
    Labels, SeasonDay, SeasonView, TickKind, TickView, WaitingView, WeekView,
};
use crate::site::{CALENDAR_FILE, Site};
use crate::time::calendar::{Occurrence, occurrences};

/// How far ahead closures are listed, in months.
const MONTHS_AHEAD: i32 = 24;
/// More marks than this on an axis run into each other: “7 pm10 pm”.
const MOST_TICKS: u16 = 5;

/// One schedule's week; the usual one when none is named.
pub(super) fn week(scene: &Scene<'_>, only: Option<&str>, level: u8) -> WeekView {
    let availability = &scene.site.policies.availability;
    let named = only.and_then(|id| availability.schedules.iter().find(|schedule| schedule.id.value.as_str() == id));
    let Some(schedule) = named.or_else(|| availability.usual()) else { return WeekView::default() };
    let axis = Axis::over(&schedule.week);
    let first = scene.site.business.country.map_or(Weekday::Monday, Country::first_day_of_week);
    let seasons = availability.seasons.iter().filter(|season| season.schedule.value == schedule.id.value);
    WeekView {
        id: format!("hours-{}", schedule.id.value),
        schedule: schedule.id.value.to_string(),
        name: schedule_name(&scene.theme.labels, schedule),
        level,
        zone: zone_words(scene.site, &scene.theme.labels),
        axis: axis.view(scene),
        days: first.cycle_forward().take(7).map(|weekday| day(scene, &schedule.week, weekday, &axis)).collect(),
        seasons: seasons.map(|season| season_view(scene, season)).collect(),
        calendar: None,
    }
}

/// What a schedule is called: "Office hours". The ids that the format's description uses have names in every language.
#[must_use]
pub fn schedule_name(labels: &Labels, schedule: &Schedule) -> String {
    if let Some(name) = &schedule.name {
        return name.value.to_string();
    }
    match schedule.id.value.as_str() {
        "office" => labels.hours_office().to_owned(),
        "oncall" => labels.hours_oncall().to_owned(),
        "visits" => labels.hours_visits().to_owned(),
        id => labels.hours_named().replace("{name}", &super::title_words(id)),
    }
}

/// Whose clock, in words: "New York time".
#[must_use]
pub fn zone_words(site: &Site, labels: &Labels) -> String {
    let city = site.business.zone.as_ref().map(|zone| city(zone.name(), site.business.language.primary()));
    city.map_or_else(String::new, |city| labels.zone_time().replace("{city}", &city))
}

fn day(scene: &Scene<'_>, week: &Week, weekday: Weekday, axis: &Axis) -> DayView {
    let shifts = week.shifts(weekday);
    let state = match shifts {
        [] => DayState::Closed,
        shifts if shifts.iter().all(|shift| shift.by_appointment()) => DayState::Appointment,
        _ => DayState::Open,
    };
    DayView {
        weekday: u8::try_from(weekday.to_monday_one_offset()).unwrap_or(1),
        name: capital(scene.wording().weekday(weekday)),
        words: hours_words(scene, shifts),
        shifts: counted_minutes(shifts),
        state,
        bars: shifts.iter().map(|shift| axis.bar(*shift)).collect(),
    }
}

/// The counted shifts in minutes of the day: "540-750 810-1020".
fn counted_minutes(shifts: &[Shift]) -> String {
    let counted = shifts.iter().filter(|shift| !shift.by_appointment());
    let said: Vec<String> =
        counted.map(|shift| format!("{}-{}", shift.start().minutes(), shift.end_minutes())).collect();
    said.join(" ")
}

fn hours_words(scene: &Scene<'_>, shifts: &[Shift]) -> Html {
    if shifts.is_empty() {
        return Html(escaped(scene.theme.labels.closed()));
    }
    let said: Vec<String> = shifts.iter().map(|shift| unparted(&shift.words(scene.wording())).0).collect();
    Html(scene.wording().row(&said))
}

fn season_view(scene: &Scene<'_>, season: &Season) -> SeasonView {
    let wording = scene.wording();
    let bound = |date: &YearlyDate| escaped(&date.words(wording));
    let mut days: Vec<(Weekday, Weekday, Html)> = Vec::new();
    for weekday in Weekday::Monday.cycle_forward().take(7) {
        let Some(day) = season.week.named(weekday) else { continue };
        let words = hours_words(scene, &day.shifts);
        match days.last_mut() {
            Some((_, last, same)) if *same == words && last.next() == weekday => *last = weekday,
            _ => days.push((weekday, weekday, words)),
        }
    }
    SeasonView {
        span: Html(wording.span(&bound(&season.from.value), &bound(&season.to.value))),
        days: days
            .into_iter()
            .map(|(first, last, words)| SeasonDay { name: capital(&wording.day_run(first, last)), words })
            .collect(),
    }
}

/// The time axis of a week: whole hours from before the first shift to after the last, past midnight where need be.
struct Axis {
    from: u16,
    to: u16,
}

impl Axis {
    fn over(week: &Week) -> Self {
        let shifts = Weekday::Monday.cycle_forward().take(7).flat_map(|weekday| week.shifts(weekday));
        let bounds: Vec<(u16, u16)> = shifts.map(|shift| (shift.start().minutes(), shift.end_minutes())).collect();
        let from = bounds.iter().map(|(start, _)| *start).min().unwrap_or(9 * 60);
        let to = bounds.iter().map(|(_, end)| *end).max().unwrap_or(17 * 60);
        Axis { from: from / 60 * 60, to: to.div_ceil(60) * 60 }
    }

    fn percent(&self, minutes: u16) -> f32 {
        let length = f32::from((self.to - self.from).max(60));
        (f32::from(minutes.saturating_sub(self.from)) / length * 1000.0).round() / 10.0
    }

    fn bar(&self, shift: Shift) -> BarView {
        let (start, end) = (shift.start().minutes(), shift.end_minutes());
        let kind = if shift.by_appointment() { BarKind::Appointment } else { BarKind::Open };
        let at = self.percent(start);
        BarView { start: at, length: ((self.percent(end) - at) * 10.0).round() / 10.0, kind }
    }

    fn view(&self, scene: &Scene<'_>) -> AxisView {
        let hours = ((self.to - self.from) / 60).max(1);
        let every = tick_distance(hours) * 60;
        let ticks = (self.from..=self.to).step_by(usize::from(every)).map(|minutes| TickView {
            at: self.percent(minutes),
            words: tick_words(scene, minutes),
            kind: if minutes == 24 * 60 { TickKind::Midnight } else { TickKind::Hour },
        });
        AxisView { ticks: ticks.collect() }
    }
}

/// The distance of the ticks of so many hours: one with which the last hour has a tick, if there is any.
fn tick_distance(hours: u16) -> u16 {
    const DISTANCES: [u16; 8] = [1, 2, 3, 4, 5, 6, 8, 12];
    let wide = || DISTANCES.into_iter().filter(|every| hours / every < MOST_TICKS);
    wide().find(|every| hours.is_multiple_of(*every)).or_else(|| wide().next()).unwrap_or(12)
}

fn tick_words(scene: &Scene<'_>, minutes: u16) -> String {
    let within = if minutes > 24 * 60 { minutes - 24 * 60 } else { minutes };
    crate::policy::values::TimeOfDay::from_minutes(within)
        .map_or_else(String::new, |time| scene.wording().clock().tick(time))
}

/// Every closure and special day that lies ahead.
///
/// # Errors
/// What is wrong with the template of the pictures.
pub(super) fn closures(scene: &Scene<'_>) -> Result<ClosuresView, Box<Diagnostic>> {
    let ahead = closures_ahead(scene);
    let mut years: Vec<ClosureYear> = Vec::new();
    for closure in ahead {
        match years.last_mut() {
            Some(year) if year.year == closure.from.year => year.closures.push(closure),
            _ => years.push(ClosureYear {
                year: closure.from.year.clone(),
                picture: match closure.from.year.parse() {
                    Ok(year) => super::pictures::year(scene, year)?,
                    Err(_) => None,
                },
                closures: vec![closure],
            }),
        }
    }
    let until = listed_until(scene);
    let is_published = !scene.site.closures_ahead(scene.today).is_empty();
    let calendar = is_published.then(|| scene.href(&Address::new(CALENDAR_FILE)));
    Ok(ClosuresView { id: "closures".to_owned(), years, calendar, until: Some(date_view(scene, until)) })
}

/// The last day of the month, so that a page does not change with every day it is built on.
fn listed_until(scene: &Scene<'_>) -> Date {
    scene.today.saturating_add(MONTHS_AHEAD.months()).last_of_month()
}

/// The closures of the next 24 months, soonest first.
#[must_use]
pub fn closures_ahead(scene: &Scene<'_>) -> Vec<ClosureView> {
    let until = listed_until(scene);
    let closures = &scene.site.policies.availability.closures;
    let ahead = occurrences(closures, scene.today, until);
    let of_their_own = ahead.iter().filter(|occurrence| !ahead.iter().any(|longer| is_part_of(occurrence, longer)));
    of_their_own.map(|occurrence| closure_view(scene, occurrence)).collect()
}

/// Whether a closure lies within a longer one for the same schedules: a holiday in the winter break needs no line of its own.
fn is_part_of(occurrence: &Occurrence<'_>, longer: &Occurrence<'_>) -> bool {
    let names = |closure: &Closure| {
        closure.schedules.as_ref().map(|ids| ids.iter().map(|id| id.value.clone()).collect::<Vec<_>>())
    };
    let covered = match (names(occurrence.closure), names(longer.closure)) {
        (_, None) => true,
        (Some(own), Some(longer)) => own.iter().all(|id| longer.contains(id)),
        (None, Some(_)) => false,
    };
    let lasts_longer = longer.to > longer.from && (longer.from, longer.to) != (occurrence.from, occurrence.to);
    let is_closed = occurrence.closure.open_instead.is_none() && longer.closure.open_instead.is_none();
    let observed_within = occurrence.observed.is_none_or(|day| longer.from <= day && day <= longer.to);
    lasts_longer
        && is_closed
        && covered
        && observed_within
        && longer.from <= occurrence.from
        && occurrence.to <= longer.to
}

fn closure_view(scene: &Scene<'_>, occurrence: &Occurrence<'_>) -> ClosureView {
    let closure: &Closure = occurrence.closure;
    let wording = scene.wording();
    let name = scene.sayer().say(&crate::policy::written::Words::Prose(closure.name.value.clone()));
    let schedules =
        closure.schedules.iter().flatten().filter_map(|id| scene.site.policies.availability.schedule(&id.value));
    let names: Vec<String> = schedules.map(|schedule| schedule_name(&scene.theme.labels, schedule)).collect();
    let is_usual_alone = closure.schedules.as_ref().is_none_or(|ids| {
        ids.iter().any(|id| scene.site.policies.availability.usual().is_some_and(|usual| usual.id.value == id.value))
    });
    ClosureView {
        id: format!("closure-{}-{}", crate::markdown::slug(&name), occurrence.from.year()),
        kind: if closure.open_instead.is_some() { ClosureKind::Special } else { ClosureKind::Closed },
        from: date_view(scene, occurrence.from),
        to: (occurrence.to != occurrence.from).then(|| date_view(scene, occurrence.to)),
        dates: Html(escaped(&wording.date_range(occurrence.from, occurrence.to))),
        hours: closure.open_instead.as_ref().map(|at| unparted(&at.value.words(wording))),
        observed: occurrence.observed.map(|date| {
            let date = escaped(&wording.date_with_weekday(date));
            Html(escaped(scene.theme.labels.also_on()).replace("{date}", &date))
        }),
        message: scene.maybe(closure.message.as_ref()),
        last: occurrence.observed.map_or(occurrence.to, |day| day.max(occurrence.to)).to_string(),
        schedules: if is_usual_alone { Vec::new() } else { names },
        name,
    }
}

/// A date for people and machines.
#[must_use]
pub fn date_view(scene: &Scene<'_>, date: Date) -> DateView {
    let wording = scene.wording();
    DateView {
        iso: date.to_string(),
        words: wording.date_with_weekday(date),
        day: date.day().to_string(),
        month: wording.short_month(date.month()).to_owned(),
        weekday: wording.short_weekday(date.weekday()).to_owned(),
        year: date.year().to_string(),
    }
}

/// Waiting times.
pub(super) fn waiting(scene: &Scene<'_>) -> WaitingView {
    let Some(waiting) = &scene.site.policies.availability.waiting else { return WaitingView::default() };
    let length = |key: &str| scene.site.facts.get(&format!("waiting.{key}")).map(|fact| scene.words(&fact.words));
    debug_assert!(scene.site.page_of(Kind::Availability).is_some());
    WaitingView { usual: length("usual"), most: length("most"), then: scene.maybe(waiting.then.as_ref()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_axis_ends_with_a_tick_where_it_can() {
        assert_eq!([1, 4, 8, 9, 10, 12, 13, 15, 24].map(tick_distance), [1, 1, 2, 3, 5, 3, 3, 5, 6]);
    }
}
