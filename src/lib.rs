//! welcomemat turns a folder of Markdown policies into a client-onboarding and FAQ site, a printable welcome pack and a
//! live preview.
//!
//! Data flows **load → read → model → render → check → write**, once through and no way back. Modules are declared so that each uses
//! only those above it (`check` and `render` not even each other); `tests/suite/house.rs` holds the order.

pub mod diagnostic;
pub mod address;
pub mod source;
pub mod markdown;
pub mod pictures;
pub mod policy;
pub mod time;
pub mod site;
pub mod router;
pub mod check;
#[cfg(feature = "online")]
pub mod online;
pub mod render;
pub mod publish;
pub mod print;
pub mod staff;
pub mod output;
pub mod starters;
pub mod build;
pub mod preview;
pub mod cli;
