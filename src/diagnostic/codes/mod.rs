//! The one table of codes: every kind of finding, its severity and what `explain` says about it.
//!
//! One file a family; families are named like the stages and the files of `check/`. A code's id is for ever: scripts
//! and other people's settings name it.

use super::Code;

/// Declares one family: constants and the family's list, so that a code cannot be left out of the table.
macro_rules! family {
    ($($(#[$doc:meta])* $name:ident = $id:literal, $severity:ident,
        meaning: $meaning:literal, why: $why:literal, mend: $mend:literal, example: $example:literal;)*) => {
        #[allow(unused_imports)]
        use crate::diagnostic::{Code, Severity};
        $($(#[$doc])* #[doc = $meaning] pub static $name: Code = Code {
            id: $id, severity: Severity::$severity, meaning: $meaning, why: $why, mend: $mend, example: $example,
        };)*
        /// The family, in the order declared.
        pub(super) const ALL: &[&Code] = &[$(&$name),*];
    };
}

pub mod embeds;
pub mod facts;
pub mod fresh;
pub mod header;
pub mod links;
pub mod markdown;
pub mod needs;
pub mod opinion;
pub mod output;
pub mod pictures;
pub mod policy;
pub mod print;
pub mod private;
pub mod reading;
pub mod references;
pub mod router;
pub mod site;
pub mod source;
pub mod structure;
pub mod theme;
pub mod time;
pub mod tone;

const FAMILIES: &[&[&Code]] = &[
    source::ALL,
    header::ALL,
    policy::ALL,
    time::ALL,
    markdown::ALL,
    references::ALL,
    site::ALL,
    links::ALL,
    pictures::ALL,
    embeds::ALL,
    facts::ALL,
    needs::ALL,
    tone::ALL,
    reading::ALL,
    fresh::ALL,
    structure::ALL,
    opinion::ALL,
    router::ALL,
    theme::ALL,
    print::ALL,
    private::ALL,
    output::ALL,
];

/// Every code, family by family.
pub fn all() -> impl Iterator<Item = &'static Code> {
    FAMILIES.iter().flat_map(|family| family.iter().copied())
}

/// The code called `id`, exactly as printed.
#[must_use]
pub fn find(id: &str) -> Option<&'static Code> {
    all().find(|code| code.id == id)
}

#[cfg(test)]
mod tests;
