//! What an overnight shift does to the next day.

use jiff::civil::Weekday;

use super::{Shift, Shifts};

/// Last night's shift running into one of today's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OvernightOverlap {
    /// The day the night shift begins.
    pub day: Weekday,
    /// The night shift.
    pub shift: Shift,
    /// The day after.
    pub next_day: Weekday,
    /// The shift it runs into.
    pub next_shift: Shift,
}

/// Where the nights of a week run into the shifts of the next day; the week goes round, Sunday's night meeting Monday.
///
/// `week` is Monday first. A night that ends exactly as the next shift begins is no overlap.
#[must_use]
pub fn overnight_overlaps(week: &[Shifts; 7]) -> Vec<OvernightOverlap> {
    let mut overlaps = Vec::new();
    for (index, today) in week.iter().enumerate() {
        let nights = today.shifts().iter().filter(|shift| shift.is_overnight());
        let Some(tomorrow) = week.get((index + 1) % week.len()) else { continue };
        for night in nights {
            let met = tomorrow.shifts().iter().filter(|next| next.start() < night.end());
            overlaps.extend(met.map(|next| overlap(index, *night, *next)));
        }
    }
    overlaps
}

fn overlap(index: usize, shift: Shift, next_shift: Shift) -> OvernightOverlap {
    let day = i8::try_from(index)
        .ok()
        .and_then(|offset| Weekday::from_monday_zero_offset(offset).ok())
        .unwrap_or(Weekday::Monday);
    OvernightOverlap { day, shift, next_day: day.next(), next_shift }
}
