//! welcomemat turns a folder of Markdown policies into a client-onboarding and FAQ site, a printable welcome pack and a
//! live preview.
//!
//! Modules are declared in the order the data flows: **load → read → model → check → render → write**, once through and
//! no way back. A module uses only those above it; `tests/suite/house.rs` holds the table.

pub mod address;
pub mod build;
pub mod check;
pub mod cli;
pub mod diagnostic;
pub mod markdown;
pub mod output;
pub mod policy;
pub mod publish;
pub mod render;
pub mod site;
pub mod source;
pub mod starters;
pub mod time;
