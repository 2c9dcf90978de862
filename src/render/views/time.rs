//! Hours: week, seasons, closures, waiting.

use serde::Serialize;

use super::{DateView, Html};

/// `components/week.html`: one schedule.
#[derive(Debug, Clone, Default, Serialize)]
pub struct WeekView {
    /// The schedule's anchor: "hours-office".
    pub id: String,
    /// The schedule's own name: "office"; the live script shows today's hours by it.
    pub schedule: String,
    /// What the schedule is called: "Office hours".
    pub name: String,
    /// Heading level of the name, 2–6.
    pub level: u8,
    /// Whose clock: "New York time".
    pub zone: String,
    /// The time axis shared by all rows.
    pub axis: AxisView,
    /// Seven days in the country's order.
    pub days: Vec<DayView>,
    /// Seasons that change some days.
    pub seasons: Vec<SeasonView>,
    /// `closures.ics`; absent without closures.
    pub calendar: Option<String>,
}

/// The time axis. It may run past midnight, so that overnight shifts stay in one piece.
#[derive(Debug, Clone, Default, Serialize)]
pub struct AxisView {
    /// Marks from left to right; at most seven.
    pub ticks: Vec<TickView>,
}

/// A mark on the time axis.
#[derive(Debug, Clone, Default, Serialize)]
pub struct TickView {
    /// Place on the axis, percent of its length, 0–100.
    pub at: f32,
    /// "9 am".
    pub words: String,
    /// Midnight is drawn stronger.
    pub kind: TickKind,
}

/// What a mark on the axis is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum TickKind {
    /// An hour.
    #[default]
    Hour,
    /// The end of the day.
    Midnight,
}

/// One day of the week.
#[derive(Debug, Clone, Default, Serialize)]
pub struct DayView {
    /// ISO weekday, 1 = Monday; the live script marks today by it.
    pub weekday: u8,
    /// "Monday".
    pub name: String,
    /// The exact hours: "9 am–12:30 pm, 1:30–5 pm", or "Closed".
    pub words: Html,
    /// What counts as open, in minutes of the day: "540-750 810-1020"; the live script compares today's with it.
    pub shifts: String,
    /// Whether anybody is there.
    pub state: DayState,
    /// The bars to draw.
    pub bars: Vec<BarView>,
}

/// Whether anybody is there on a day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum DayState {
    /// Open for at least one shift.
    Open,
    /// Only by appointment.
    Appointment,
    /// Closed.
    #[default]
    Closed,
}

/// One shift as a bar.
#[derive(Debug, Clone, Default, Serialize)]
pub struct BarView {
    /// Start, percent of the axis, 0–100.
    pub start: f32,
    /// Length, percent of the axis.
    pub length: f32,
    /// Counted as open, or by appointment.
    pub kind: BarKind,
}

/// What a bar stands for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum BarKind {
    /// Open.
    #[default]
    Open,
    /// By appointment: shown, never counted as open.
    Appointment,
}

/// A season that changes some days.
#[derive(Debug, Clone, Default, Serialize)]
pub struct SeasonView {
    /// "15 June to 31 August".
    pub span: Html,
    /// The days it changes.
    pub days: Vec<SeasonDay>,
}

/// A day changed by a season.
#[derive(Debug, Clone, Default, Serialize)]
pub struct SeasonDay {
    /// "Friday", "Monday to Thursday".
    pub name: String,
    /// "Closed", "9 am–1 pm".
    pub words: Html,
}

/// `components/closures.html`: every closure and special day that lies ahead.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ClosuresView {
    /// Anchor of the list.
    pub id: String,
    /// Closures by year, soonest first.
    pub years: Vec<ClosureYear>,
    /// `closures.ics`.
    pub calendar: Option<String>,
    /// The last date the list covers.
    pub until: Option<DateView>,
}

/// A year of closures.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ClosureYear {
    /// "2027".
    pub year: String,
    /// The year as a picture, made by `components/year.html`: this year and the next have one.
    pub picture: Option<Html>,
    /// Soonest first.
    pub closures: Vec<ClosureView>,
}

/// One closure or special day.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ClosureView {
    /// Anchor: "closure-thanksgiving-2026".
    pub id: String,
    /// "Thanksgiving".
    pub name: String,
    /// Closed, or open at other hours.
    pub kind: ClosureKind,
    /// The first day.
    pub from: DateView,
    /// The last day; absent when it is one day.
    pub to: Option<DateView>,
    /// The dates in words, shortened where they share month or year: "Thu 24 December to Fri 1 January".
    pub dates: Html,
    /// The hours open instead; only for special days.
    pub hours: Option<Html>,
    /// Another day that is also closed for it: "also Friday 24 December".
    pub observed: Option<Html>,
    /// The owner's message.
    pub message: Option<Html>,
    /// Its very last day, `2027-01-01`: after it the live script takes the closure from the list.
    pub last: String,
    /// Names of the schedules it closes; empty when it closes all ordinary ones.
    pub schedules: Vec<String>,
}

/// Closed, or open at other hours.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ClosureKind {
    /// Closed all day.
    #[default]
    Closed,
    /// Open at other hours.
    Special,
}

/// `components/waiting.html`: for walk-ins.
#[derive(Debug, Clone, Default, Serialize)]
pub struct WaitingView {
    /// "10 minutes".
    pub usual: Option<Html>,
    /// "20 minutes".
    pub most: Option<Html>,
    /// What is offered past that.
    pub then: Option<Html>,
}
