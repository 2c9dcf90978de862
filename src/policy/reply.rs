//! `replies/*.md`: ready answers for the business's own people; never part of the client site.

use super::written::{Prose, Rows, Text, table};

table! {
    /// First words that help, and the ones they replace.
    OpenerWritten => Opener {
        /// What to say.
        needed say: Prose,
        /// What not to say.
        optional instead_of: Prose,
    }
}

table! {
    /// Ready answers for one situation.
    ReplyWritten {
        /// The situation, in a few words.
        optional situation: Text,
        /// First words.
        optional opener: Rows<OpenerWritten>,
    }
}
