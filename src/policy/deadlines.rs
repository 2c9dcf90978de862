//! `deadlines.md`: what we need by when, what happens when it is late or lost, and rush work.

use super::values::Length;
use super::written::{Flag, Prose, Rows, table};
use crate::diagnostic::At;

table! {
    /// Something we need by a day.
    DeadlineWritten => Deadline {
        /// What we need.
        needed what: Prose,
        /// By when.
        needed due: Prose,
        /// What happens when it is late.
        optional if_late: Prose,
        /// What lateness costs.
        optional late_fee: Prose,
        /// What to do when it is lost.
        optional lost: Prose,
    }
}

table! {
    /// Work that jumps the queue.
    RushWritten {
        /// Whether there is any.
        needed offered: Flag,
        /// How soon it is done.
        optional within: Length,
        /// What it costs.
        optional fee: Prose,
        /// How much of it there is.
        optional limit: Prose,
        /// What it is never for.
        optional never_for: Vec<At<Prose>>,
    }
}

table! {
    /// What we need by when.
    DeadlinesWritten {
        /// What we need.
        optional deadline: Rows<DeadlineWritten>,
        /// Work that jumps the queue.
        optional rush: RushWritten,
    }
}
