//! The only writer: takes a finished [`Output`](crate::render::Output) to a folder without ever harming a file it did not make.
//!
//! 1. [`Destination::open`] refuses every folder that could hold something of the owner's.
//! 2. A build that was interrupted is put in order from its journal (`heal`).
//! 3. What is there is read and compared with what is wanted and with the manifest, the list of our own files (`plan`).
//!    Anything in the way that is not ours, byte for byte, stops the build before a single file is touched.
//! 4. Changed files and the new manifest are written whole into a staging folder inside the output (`workshop`), and every folder
//!    that is going to change is asked whether it may (`steps`): whatever can be known to fail fails before anything is touched.
//! 5. The journal says what is about to happen. From here on an interrupted build is finished by the next one.
//! 6. Files are moved into place, stale ones removed, the manifest replaced, the journal removed (`steps`).
//!
//! Every file a visitor can reach is at every moment wholly old or wholly new: a move within one disk is the only way
//! in. Nothing is synced file by file: after a power cut, staged files that are not whole are left out and written anew.
//!
//! Files are compared by reading them, not by their times: times lie after a copy or a checkout, and a manifest with
//! times in it would differ from build to build. Pages that a large site's last build left are the one exception: see [`Ledger`].
//!
//! Absent on purpose: looking at the environment or the clock, printing, and following links inside the output.

pub mod copy;
mod destination;
mod disk;
mod fingerprint;
mod heal;
mod journal;
pub mod keep;
mod ledger;
mod manifest;
pub mod mend;
mod plan;
mod publish;
mod refusal;
mod sealed;
mod stale;
pub mod starter;
mod steps;
mod survey;
mod texts;
mod trouble;
mod workshop;

pub use destination::{Destination, Edition, Protected};
pub use ledger::Ledger;
pub use publish::{Published, publish};
pub use texts::Texts;
pub use trouble::{Cause, Unpublished};

use crate::address::names::{self, JOURNAL, MANIFEST, STAGING};

#[cfg(test)]
mod tests;
