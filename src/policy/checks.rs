//! What an owner says to the checks in `business.toml`: which needs are none of theirs, and which findings they judge otherwise.

use super::values::Id;
use super::written::{Text, choice, table};

table! {
    /// Something clients of other businesses need, and yours don't.
    NotForUsWritten {
        /// The need, as `welcomemat check --all` names it behind `needs/`.
        needed need: Id,
        /// Why it is not for you, in a sentence.
        optional because: Text,
    }
}

choice! {
    /// How a kind of finding is judged here.
    Judged, "way to judge" {
        /// It keeps the site from going out.
        "error" => Error,
        /// A client would trip over it.
        "warning" => Warning,
        /// Worth knowing.
        "notice" => Notice,
        /// It is not told at all.
        "off" => Off,
    }
}

table! {
    /// A kind of finding that you judge otherwise.
    FindingWritten {
        /// The finding's name, as in `tone/shout`.
        needed code: Text,
        /// How it is judged here.
        needed severity: Judged,
        /// Why, in a sentence.
        optional because: Text,
    }
}
