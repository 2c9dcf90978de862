//! welcomemat turns a folder of Markdown policies into a client-onboarding and FAQ site, a printable welcome pack and a
//! live preview.
//!
//! Modules are declared in the order the data flows: **load → read → model → check → render → write**, once through and
//! no way back. A module uses only those above it; `tests/suite/house.rs` holds the table.

pub mod diagnostic;
pub mod address;
pub mod source;
pub mod markdown;
pub mod policy;
pub mod time;
pub mod site;
pub mod check;
pub mod render;
pub mod publish;
pub mod output;
pub mod starters;
pub mod build;
pub mod cli;
