//! Pictures: a year of closures, a ladder of steps.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;

use crate::diagnostic::Diagnostic;
use crate::policy::availability::Schedule;
use crate::policy::values::Country;
use crate::render::scene::Scene;
use crate::render::views::{DayKind, DaysView, Html, LadderView, MonthView, PlaceView, YearView};
use crate::time::hours::Hours;

/// The year as a picture: this year and the next have one. Nothing where the usual hours know no closure in it.
///
/// # Errors
/// What is wrong with the template.
pub(super) fn year(scene: &Scene<'_>, year: i16) -> Result<Option<Html>, Box<Diagnostic>> {
    let is_near = (scene.today.year()..=scene.today.year().saturating_add(1)).contains(&year);
    let availability = &scene.site.policies.availability;
    let (Some(usual), true, Ok(first)) = (availability.usual(), is_near, Date::new(year, 1, 1)) else {
        return Ok(None);
    };
    // Whole dates are asked for here, so no clock matters.
    let zone = TimeZone::UTC;
    let on_call = scene.site.policies.on_call_schedules();
    let hours = Hours::between(availability, on_call, &zone, first, first.last_of_year());
    let view = year_view(scene, &hours, usual, first);
    let has_closures = view.kinds.iter().any(|kind| *kind > DayKind::Off);
    has_closures.then(|| scene.theme.component("year", &view).map(Html)).transpose()
}

fn year_view<'a>(scene: &Scene<'_>, hours: &Hours<'a>, usual: &'a Schedule, first: Date) -> YearView {
    let labels = &scene.theme.labels;
    let days: Vec<(Date, DayKind)> =
        dates(first, first.last_of_year()).map(|day| (day, kind(hours, usual, day))).collect();
    let count = |wanted: DayKind| days.iter().filter(|(_, kind)| *kind == wanted).count();
    let words = labels.year_words().replace("{closed}", &count(DayKind::Closed).to_string());
    let start = scene.site.business.country.map_or(Weekday::Monday, Country::first_day_of_week);
    let kinds = [DayKind::Closed, DayKind::Special, DayKind::Off].into_iter().filter(|kind| count(*kind) > 0).collect();
    YearView {
        id: format!("year-{}", first.year()),
        title: labels.year_picture().replace("{year}", &first.year().to_string()),
        words: words.replace("{other}", &count(DayKind::Special).to_string()),
        months: (1..=12).map(|month| month_view(scene, &days, month, start)).collect(),
        kinds,
    }
}

fn month_view(scene: &Scene<'_>, days: &[(Date, DayKind)], month: i8, start: Weekday) -> MonthView {
    let own = days.iter().filter(|(day, _)| day.month() == month);
    let mut by_kind: Vec<DaysView> = Vec::new();
    for (day, kind) in own {
        let place = place(*day, start);
        match by_kind.iter_mut().find(|days| days.kind == *kind) {
            Some(days) => days.places.push(place),
            None => by_kind.push(DaysView { kind: *kind, places: vec![place] }),
        }
    }
    by_kind.sort_by_key(|days| days.kind);
    MonthView { name: super::capital(scene.wording().short_month(month)), days: by_kind }
}

fn place(day: Date, start: Weekday) -> PlaceView {
    let lead = start.until(day.first_of_month().weekday());
    let at = lead + day.day() - 1;
    PlaceView { column: at % 7, row: at / 7 }
}

/// What a day is for a schedule, seasons counted. A closure on a weekday that is off anyway leaves it off.
fn kind<'a>(hours: &Hours<'a>, usual: &'a Schedule, day: Date) -> DayKind {
    let is_working_day = !usual.week.shifts(day.weekday()).is_empty();
    match hours.closure_on(usual, day) {
        Some(closure) if closure.open_instead.is_some() => DayKind::Special,
        Some(_) if is_working_day => DayKind::Closed,
        _ if hours.shifts_on(usual, day).is_empty() => DayKind::Off,
        _ => DayKind::Open,
    }
}

fn dates(first: Date, last: Date) -> impl Iterator<Item = Date> {
    first.series(1.day()).take_while(move |date| *date <= last)
}

/// Steps as a picture; nothing for a single one. `steps` are said in order.
pub(super) fn ladder(scene: &Scene<'_>, steps: &[String]) -> Result<Option<Html>, Box<Diagnostic>> {
    if steps.len() < 2 {
        return Ok(None);
    }
    let numbered = steps.iter().enumerate().map(|(place, words)| format!("{}. {words}", place + 1));
    let view = LadderView {
        title: scene.theme.labels.ladder_picture().to_owned(),
        words: numbered.collect::<Vec<_>>().join(" "),
        steps: steps.len(),
    };
    scene.theme.component("ladder", &view).map(|html| Some(Html(html)))
}
