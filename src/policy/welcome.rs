//! `welcome.md`: the home page.

use super::written::{Text, table};
use crate::diagnostic::At;

table! {
    /// The home page.
    WelcomeWritten {
        /// The three pages a new client reads first, by page name.
        optional read_first: Vec<At<Text>>,
    }
}
