//! The pack as data for the PDF's templates: a list of blocks with finished words, no layout and no program.
//!
//! The words come from the same rendering as the paged pages, read as a tree and taken apart ([`reading`]); components come from the same
//! views ([`parts`]), each as what it is on paper: a table, a card, a ladder. [`Book`] is written as JSON; what a template reads is documented
//! by the fields here and in `blocks`. Fields are added, never renamed.

mod blocks;
mod book;
mod inlines;
mod keeping;
mod parts;
mod reading;
mod sheet;
mod terms;
#[cfg(test)]
mod tests;

pub use blocks::{Block, Cell, Fact, Inline, Item, Rung, Tick, WeekDay};
pub use book::{Book, BookChapter, CardPages, Picture, Signing, book};
pub use sheet::{SheetPage, Urgent, WayRow, Week};
