//! Common slips: what Markdown reads without complaint, and hardly as it was meant.
//!
//! 1. [`page`] lays the words that clients will see over a page's text, everything else blotted out: what still looks like a mark
//!    there was meant as one and is none.
//! 2. One file a group of slips looks through the passages, the headings, the tables, the code.
//!
//! A slip is told only where good writing does not look like it: the starters and the CommonMark specification's own prose have
//! none. Deliberately absent: matters of taste (line length, kinds of bullets), and whatever another finding already points to.

mod code;
mod emphasis;
mod headings;
mod links;
mod lists;
mod page;
mod questions;
mod rows;
mod tables;
#[cfg(test)]
mod tests;

use std::ops::Range;

use super::Document;
use crate::diagnostic::{Findings, Place};
use page::Page;

/// Which slips are looked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Hints {
    /// No slips: short texts, and other people's handbooks.
    #[default]
    Silent,
    /// Those of any page.
    Page,
    /// Those of any page, and of questions and answers.
    Questions,
}

/// Looks for slips in the `body` of the text that was read as `document`; places that `findings` point to are left alone.
pub(super) fn find(document: &Document, body: &Range<usize>, hints: Hints, findings: &mut Findings) {
    if hints == Hints::Silent {
        return;
    }
    let told = findings.iter().filter_map(|finding| match finding.place {
        Some(Place::Text(span)) => Some(span.range()),
        _ => None,
    });
    let told: Vec<Range<usize>> = told.collect();
    let mut page = Page::of(document, body, &told);
    lists::find(&mut page);
    headings::find(&mut page);
    emphasis::find(&mut page);
    links::find(&mut page);
    tables::find(&mut page);
    code::find(&mut page);
    // Lines that run together are often the outcome of another slip.
    rows::find(&mut page);
    if hints == Hints::Questions {
        questions::find(&mut page);
    }
    findings.append(page.findings);
}
