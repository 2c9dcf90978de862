//! What welcomemat promises, as tests: one binary, a module a promise, each named for what is promised.
//!
//! `desk` is where a test works: a folder of its own and the command run in it. `html` reads pages as tags, and
//! `trades` holds the three built examples, so that no test builds them twice.

#![allow(
    clippy::disallowed_methods,
    reason = "tests stand outside: they make folders, read them and set the environment"
)]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod agreement;
mod browser;
mod cases;
mod checker;
mod colors;
mod commonmark;
mod desk;
mod dice;
mod documents;
mod editions;
mod embeds;
#[cfg(feature = "pictures")]
mod emblem;
mod everyone;
mod exports;
mod faults;
mod foreign;
mod fuzz;
mod growth;
mod handbook;
mod hosts;
mod house;
mod html;
mod kills;
mod live;
mod locales;
mod lost_words;
mod mutations;
mod oracle;
mod pack;
mod pages;
mod paper;
#[cfg(feature = "pdf")]
mod pdf;
mod pictures;
mod preview;
mod private;
mod prose;
mod rebuild;
mod router;
mod same_bytes;
mod saved;
mod search;
mod slips;
mod stale;
mod starters;
mod structured;
mod surfaces;
mod terminal;
mod themes;
mod trades;
mod trees;
mod ways;
mod when;
