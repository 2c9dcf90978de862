//! The live data: what a page needs to say whether somebody is there, and when an answer is due, at any moment of the next
//! 400 days.
//!
//! Three files of fixed names come from it, so that pages do not change from day to day:
//! - `assets/hours.js`, a classic script that gives our own script its data (`welcomemat.hours`);
//! - `hours.json`, the open hours for an owner's other programs (see [`json`]);
//! - `assets/open-now.js`, the data with all that is needed to show it on another website.
//!
//! **The format of the data** (`"format": 1`). A *minute* is a number of minutes since 1970 UTC, a *day* the number of a date
//! since 1970-01-01. All that hangs on a time zone was worked out here, from the bundled rules.
//! - `from`, `until`: the minutes between which the data answers: from the start of the day it was made for, 400 days long.
//! - `horizon`: what would happen more than so many days after the moment asked about is not promised.
//! - `zone`, `clock`, `locale`, `page`: the zone's name, whose clock it is in words, the language for dates, where the hours stand.
//! - `offsets`: `[minute, minutes east of UTC]`, each from its minute on; the first holds before it too.
//! - `usual`: the schedule shown at the door.
//! - `schedules`: by name; `shifts` as written in [`coded`], `appointment` when somebody is there only by appointment.
//! - `closures`: `[day, days, name, schedules]`, soonest first; only those that change something.
//! - `channels`: by id; `hours` it is answered in, `counts` the schedule its promise is counted in (where it is another), `promise`
//!   as `[count, unit]`, `say` which words announce it. A channel that nobody reads is not there.
//! - `words`: the labels. `time`: how a clock is read out ([`crate::policy::values::Clock`]).
//!
//! The script goes through days and shifts exactly as `time` does, and so agrees with it on every instant. Days are shipped past
//! `until`, as many as the answers at its last instant need.
//!
//! Deliberately absent: which closure is behind which hours in `hours.json`, and anything about channels that no page shows.

pub mod coded;
mod data;
mod gather;
pub mod json;

use jiff::civil::Date;

use crate::address::Address;
use crate::render::theme::Theme;
use crate::render::{Content, Output};
use crate::site::Site;
use data::Data;
pub use gather::Span;

/// The published script of live data.
pub const HOURS_SCRIPT: &str = crate::site::HOURS_SCRIPT;
/// The published script for other websites.
pub const WIDGET: &str = "assets/open-now.js";
/// The published open hours.
pub const HOURS_JSON: &str = "hours.json";

/// What programs on other websites may fetch.
pub const FOR_OTHERS: [&str; 2] = [HOURS_JSON, WIDGET];

/// Adds the live data of a site that has hours or promises.
pub fn add(site: &Site, theme: &Theme, today: Date, output: &mut Output) {
    if !site.policies.are_live() {
        return;
    }
    let Some(span) = Span::of(site, today) else { return };
    let Ok(data) = serde_json::to_string(&Data::gather(site, theme, &span)) else { return };
    let mut put = |address: &str, text: String| output.insert(Address::new(address), Content::text(text));
    put(HOURS_SCRIPT, format!("(window.welcomemat = window.welcomemat || {{}}).hours = {data};\n"));
    put(HOURS_JSON, json::written(site, &span));
    if !theme.assets.widget.is_empty() {
        put(
            WIDGET,
            format!("(function () {{\nvar welcomemat = {{ hours: {data} }};\n{}\n}})();\n", theme.assets.widget),
        );
    }
}
