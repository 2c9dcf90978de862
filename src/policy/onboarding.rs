//! `getting-started.md`: what happens on day 0, in week 1, who does what, what we need.

use super::written::{Prose, Rows, Text, choice, table};

choice! {
    /// Who takes a step.
    Party, "party" {
        /// The business.
        "us" => Us,
        /// The client.
        "client" => Client,
    }
}

table! {
    /// One step of the first weeks.
    StepWritten => Step {
        /// When it happens: `Day 0`, `Week 1`.
        needed when: Text,
        /// Who takes it.
        needed who: Party,
        /// What is done.
        needed what: Prose,
        /// What must be there first.
        optional needs: Prose,
    }
}

table! {
    /// What happens first.
    OnboardingWritten {
        /// The steps, in order.
        optional step: Rows<StepWritten>,
    }
}
