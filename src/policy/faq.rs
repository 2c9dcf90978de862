//! `faq/*.md`: one file a category, one `## Question?` a question.

use super::values::Id;
use super::written::{Rows, Text, table};
use crate::diagnostic::At;

table! {
    /// Other words clients use for a question.
    AlsoAskedWritten => AlsoAsked {
        /// The question's `{#id}`.
        needed id: Text,
        /// The words.
        needed words: Vec<At<Text>>,
    }
}

table! {
    /// One category of questions.
    FaqWritten {
        /// What the category is called.
        optional category: Text,
        /// The page that owns most of its answers, by page name.
        optional policy: Id,
        /// Other words clients use.
        optional also_asked: Rows<AlsoAskedWritten>,
    }
}
