//! `responsibilities.md`: who looks after what, and the things we keep for clients.

use super::values::{Length, Owner};
use super::written::{Flag, Prose, Rows, Text, table};
use crate::diagnostic::At;

table! {
    /// One thing somebody must look after.
    ResponsibilityWritten => Responsibility {
        /// What it is.
        needed item: Prose,
        /// Who owns it: `us`, `client` or `third: NAME`. Exactly one.
        needed owner: Owner,
        /// Who helps.
        optional helper: Prose,
        /// What people often think.
        optional often_thought: Prose,
        /// How it really is.
        optional reality: Prose,
        /// How it is checked.
        optional check: Prose,
        /// The clause of the agreement.
        optional clause: Text,
        /// `true` prints a line for initials on the signature page.
        optional initial: Flag,
    }
}

table! {
    /// Things of theirs that we keep.
    CustodyWritten {
        /// Whether the client gets a receipt.
        optional receipt: Flag,
        /// What the receipt lists.
        optional lists: Vec<At<Prose>>,
        /// How soon we say that something is lost.
        optional tell_within: Length,
        /// How soon it is replaced.
        optional replace_within: Length,
    }
}

table! {
    /// Who looks after what.
    ResponsibilitiesWritten {
        /// The things somebody must look after.
        optional responsibility: Rows<ResponsibilityWritten>,
        /// Things of theirs that we keep.
        optional custody: CustodyWritten,
    }
}
