//! How a clock is read out: the same pattern for pages and for the script that speaks of the present moment.

use serde::Serialize;

use crate::policy::values::TimeOfDay;

/// The patterns of one language in one country. Gaps: `{h}` hours, `{m}` minutes in two digits, `{half}` the half of the day, `{time}` a time
/// by `whole` or `part`, `{from}` and `{to}` two of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Clock {
    /// A full hour.
    pub whole: &'static str,
    /// Any other time.
    pub part: &'static str,
    /// A time on its own.
    pub alone: &'static str,
    /// From one time to another.
    pub range: &'static str,
    /// The first half of the day; empty where the clock runs to 24.
    pub am: &'static str,
    /// The second half.
    pub pm: &'static str,
    /// 12:00 by name; empty where it has none.
    #[serde(rename = "12")]
    pub noon: &'static str,
    /// 0:00 and 24:00 by name; empty where they have none.
    #[serde(rename = "0")]
    pub midnight: &'static str,
    /// A full hour under a time line, where room is short; empty where it is said as ever.
    #[serde(skip)]
    pub tick: &'static str,
    /// What stands between several stretches of a day.
    pub comma: &'static str,
}

impl Clock {
    /// "9 am", "9 Uhr".
    #[must_use]
    pub fn time(&self, time: TimeOfDay) -> String {
        self.alone.replace("{time}", &self.bare(time))
    }

    /// "9 am–5 pm", "9–17 Uhr".
    #[must_use]
    pub fn range(&self, start: TimeOfDay, end: TimeOfDay) -> String {
        self.range.replace("{from}", &self.bare(start)).replace("{to}", &self.bare(end))
    }

    /// "9 am", "9".
    #[must_use]
    pub fn tick(&self, time: TimeOfDay) -> String {
        let short = Clock { whole: self.tick, alone: "{time}", noon: "", midnight: "", ..*self };
        if self.tick.is_empty() { self.time(time) } else { short.time(time) }
    }

    fn bare(&self, time: TimeOfDay) -> String {
        let (hour, minute) = (time.minutes() / 60, time.minutes() % 60);
        match (hour, minute) {
            (0 | 24, 0) if !self.midnight.is_empty() => return self.midnight.to_owned(),
            (12, 0) if !self.noon.is_empty() => return self.noon.to_owned(),
            _ => {}
        }
        let (shown, half) = if self.am.is_empty() { (hour, "") } else { self.dial(hour) };
        let pattern = if minute == 0 { self.whole } else { self.part };
        pattern.replace("{h}", &shown.to_string()).replace("{m}", &format!("{minute:02}")).replace("{half}", half)
    }

    fn dial(&self, hour: u16) -> (u16, &'static str) {
        let half = if (12..24).contains(&hour) { self.pm } else { self.am };
        (if hour.is_multiple_of(12) { 12 } else { hour % 12 }, half)
    }
}
