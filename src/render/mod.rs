//! Site → Output: pages in memory.

mod output;

pub use output::{Content, Output, Segment};
