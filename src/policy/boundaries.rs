//! `boundaries.md`: please, please don't, why, and what follows.

use super::values::Id;
use super::written::{Flag, Prose, Rows, Whole, table};

table! {
    /// One boundary, with its reason and what a client gets from it.
    BoundaryWritten => Boundary {
        /// The short name other pages use.
        needed id: Id,
        /// What to do.
        needed please: Prose,
        /// What not to do.
        optional please_dont: Prose,
        /// Why.
        needed why: Prose,
        /// What the client gets from it.
        optional you_get: Prose,
        /// `true` if crossing it once is already serious.
        optional serious: Flag,
    }
}

table! {
    /// What follows when a boundary is crossed.
    ConsequenceWritten => Consequence {
        /// Its place on the ladder, from 1.
        needed step: Whole,
        /// How often it takes: `first time`.
        optional counts: Prose,
        /// What we do.
        needed what: Prose,
        /// `true` where serious cases start.
        optional serious_starts_here: Flag,
    }
}

table! {
    /// Please, and please don't.
    BoundariesWritten {
        /// The boundaries.
        optional boundary: Rows<BoundaryWritten>,
        /// The ladder of what follows.
        optional consequence: Rows<ConsequenceWritten>,
    }
}
