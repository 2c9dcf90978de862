//! Pictures drawn from facts. Whatever a picture shows is also said beside it in words.

use serde::Serialize;

/// `components/year.html`: a calendar year with its closures.
///
/// It depends on the year a build is made in, never on the day.
#[derive(Debug, Clone, Default, Serialize)]
pub struct YearView {
    /// Anchor: "year-2027".
    pub id: String,
    /// "2027 at a glance".
    pub title: String,
    /// What it shows, in a sentence: how many days are closed, and how many have other hours.
    pub words: String,
    /// Twelve months.
    pub months: Vec<MonthView>,
    /// The kinds of days that occur, open ones aside, for the legend.
    pub kinds: Vec<DayKind>,
}

/// One month.
#[derive(Debug, Clone, Default, Serialize)]
pub struct MonthView {
    /// "Jan".
    pub name: String,
    /// Its days by kind: each kind once.
    pub days: Vec<DaysView>,
}

/// The days of one kind in a month.
#[derive(Debug, Clone, Default, Serialize)]
pub struct DaysView {
    /// What sort of days.
    pub kind: DayKind,
    /// Their places on the month's grid.
    pub places: Vec<PlaceView>,
}

/// A place on a month's grid of weeks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct PlaceView {
    /// Column 0–6; the country's first day of the week is 0.
    pub column: i8,
    /// Row 0–5.
    pub row: i8,
}

/// What sort of day it is for the usual hours. Kebab case in templates.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum DayKind {
    /// Open as in every week.
    #[default]
    Open,
    /// Off as in every week, or in this season.
    Off,
    /// Closed by a closure.
    Closed,
    /// Open at other hours.
    Special,
}

/// `components/ladder.html`: steps one above the other. Who is asked and when stands in the list below it.
#[derive(Debug, Clone, Default, Serialize)]
pub struct LadderView {
    /// What the picture is called.
    pub title: String,
    /// What it shows, step by step.
    pub words: String,
    /// How many steps; at least two.
    pub steps: usize,
}
