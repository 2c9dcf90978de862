//! Shifts of one day put in order: overlaps refused, neighbours merged.

use super::Shift;
use crate::diagnostic::codes::time::OVERLAP;
use crate::policy::values::typed::{Typed, shown};
use crate::policy::values::{Slip, TimeOfDay};

/// A shift and where it was typed.
type Placed<'t> = (Shift, Typed<'t>);

/// Sorted by start; where one shift ends as the next of its kind begins, they are one.
pub(super) fn in_order(typed: &[Placed<'_>]) -> Result<Vec<Shift>, Slip> {
    let mut sorted = typed.to_vec();
    sorted.sort_by_key(|(shift, _)| (shift.start(), shift.end_minutes()));
    for pair in sorted.windows(2) {
        if let [one, other] = pair
            && one.0.end_minutes() > other.0.start().minutes()
        {
            return Err(overlap(*one, *other));
        }
    }
    let mut merged: Vec<Shift> = Vec::with_capacity(sorted.len());
    for (shift, _) in sorted {
        match merged.last_mut().and_then(|last| Some((joined(*last, shift)?, last))) {
            Some((one, last)) => *last = one,
            None => merged.push(shift),
        }
    }
    Ok(merged)
}

/// Both as one shift, if they touch, are of one kind, and a start and an end can still say it: a shift of a whole day can only be
/// written `00:00-24:00`.
fn joined(one: Shift, next: Shift) -> Option<Shift> {
    let touches = one.end_minutes() == next.start().minutes() && one.by_appointment() == next.by_appointment();
    let length = one.minutes() + next.minutes();
    let whole_day = one.start() == TimeOfDay::START_OF_DAY && next.end() == TimeOfDay::END_OF_DAY;
    let can_be_said = length < TimeOfDay::END_OF_DAY.minutes() || whole_day;
    (touches && can_be_said).then_some(Shift { end: next.end(), ..one })
}

/// Points at whichever of the two was typed later.
fn overlap(one: Placed<'_>, other: Placed<'_>) -> Slip {
    let (earlier, later) = if one.1.range().start < other.1.range().start { (one, other) } else { (other, one) };
    if one.0 == other.0 {
        let message = format!("{} is there twice.", shown(later.1.text()));
        return later.1.slip(&OVERLAP, message, "Leave one of the two out.");
    }
    let message = format!("{} overlaps {}.", shown(later.1.text()), shown(earlier.1.text()));
    later.1.slip(&OVERLAP, message, way_out(one.0, other.0))
}

/// What to write instead; `one` begins first.
fn way_out(one: Shift, other: Shift) -> String {
    let inside = other.end_minutes() <= one.end_minutes();
    match (one.by_appointment() == other.by_appointment(), inside) {
        (true, true) => format!("Leave `{other}` out: `{one}` covers it."),
        (true, false) => format!("Write `{}`.", Shift { end: other.end(), ..one }),
        (false, false) => format!("Write `{}, {other}`.", Shift { end: other.start(), ..one }),
        (false, true) => match (one.start() < other.start(), other.end_minutes() < one.end_minutes()) {
            (true, true) => format!(
                "Write `{}, {other}, {}`.",
                Shift { end: other.start(), ..one },
                Shift { start: other.end(), ..one }
            ),
            (true, false) => format!("Write `{}, {other}`.", Shift { end: other.start(), ..one }),
            _ => format!("Keep either `{one}` or `{other}`."),
        },
    }
}
