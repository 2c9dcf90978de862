//! The only reader of the disk: a site's folder → [`Inputs`].
//!
//! 1. [`Layout::find`] decides what lies in the folder: a site with `content/`, or somebody's existing handbook.
//! 2. [`read`] walks it in a fixed order, decodes every text (`encoding`), splits off the header (`header`) and keeps
//!    everything else as bytes. [`read_again`] does the same with a [`Memory`] of the time before.
//! 3. For the preview, a [`Snapshot`] knows which files changed since it last looked.
//!
//! Deliberately absent: what a page *is*. No page kind, no TOML, no Markdown is known here, and nothing is written.

mod encoding;
mod files;
mod header;
mod inputs;
mod layout;
mod rewrite;
mod snapshot;

pub use encoding::decode;
pub use files::{DiskFiles, Files, KEPT, MemoryFiles, Stamp, Trouble, Walked, Within, is_left_behind};
pub use header::{Header, split};
pub use inputs::{Attachment, Inputs, Memory, Override, PageText, read, read_again};
pub use layout::Layout;
pub use rewrite::rewrite;
pub use snapshot::{Changed, Snapshot};
