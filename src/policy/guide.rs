//! `guides/**`: any other page. It has no facts of its own.

use super::written::table;

table! {
    /// Any other page.
    GuideWritten {}
}
