//! Text → [`Document`] → HTML; the one room that sees the Markdown library.
//!
//! 1. `references` are found on the text as typed and replaced by stand-ins of the same length (`shield`).
//! 2. `read` turns the library's events into the flat list of a [`Document`]: bare addresses become links
//!    (`autolink`), targets are judged (`target`), headings get ids (`slug`, `lone_ids`), raw HTML is refused.
//! 3. [`html`] writes a document, or a run of its nodes, asking [`html::Surroundings`] for whatever is not in the text:
//!    the facts behind references, the addresses behind links, the looks of callouts and tables.
//! 4. `slips` tells what was read without complaint and hardly as it was meant.
//!
//! Deliberately absent: what a path means, which files exist, what a page looks like, and any second Markdown dialect.

mod autolink;
pub mod document;
pub mod html;
mod lone_ids;
mod mistyped;
mod read;
mod references;
mod shield;
mod slips;
mod slug;
mod target;
#[cfg(test)]
mod tests;

use std::sync::Arc;

pub use document::Document;
pub use slips::Hints;
pub use slug::slug;
pub use target::TargetKind;

use crate::diagnostic::{Findings, Span};
use document::Origin;
use shield::Shield;

/// What happens to raw HTML in a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum HtmlPolicy {
    /// It is a finding, and shown as text.
    #[default]
    Refuse,
    /// It is shown as text, without a finding: somebody else's handbook.
    AsText,
    /// It goes out as typed: `unsafe_html = true`.
    Allow,
}

/// What `{{ … }}` means in a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ReferencePolicy {
    /// A reference to a fact.
    #[default]
    Read,
    /// Just braces: handbooks written for other tools use them for other things.
    AsText,
}

/// How a text is to be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rules {
    /// What happens to raw HTML.
    pub html: HtmlPolicy,
    /// What `{{ … }}` means.
    pub references: ReferencePolicy,
    /// Which common slips are told.
    pub hints: Hints,
}

/// Reads the part of a file's text that `body` names. The document shares the text.
#[must_use]
pub fn read(text: &Arc<str>, body: Span, rules: Rules) -> (Document, Findings) {
    let range = body.range();
    let typed = text.get(range.clone()).unwrap_or_default();
    let mut shield = shield(typed, rules);
    shield.lift_ids();
    let ground = read::Ground {
        text: Arc::clone(text),
        origin: Origin::Verbatim(body.file, 0),
        first: range.start.min(text.len()),
        lead: 0,
        shield: &shield,
    };
    let (document, mut findings) = read::read(&ground, rules);
    slips::find(&document, &range, rules.hints, &mut findings);
    (document, findings)
}

/// Blank that Markdown takes for part of a line: behind it nothing starts a heading, list or table.
const LEAD: &str = "\u{A0}";

/// Reads a short text of a header, as one line of inline Markdown without a paragraph around it.
///
/// `typed_at` is where the value stands in its file, with or without its quotation marks. Places inside the text are
/// exact where the value stands there as it is; a value typed with escapes or over several lines is pointed to as a whole.
#[must_use]
pub fn read_inline(text: &str, typed_at: Span, rules: Rules) -> (Document, Findings) {
    let line: Arc<str> = format!("{LEAD}{}", text.replace(['\n', '\r'], " ")).into();
    let shield = shield(&line, rules);
    let ground = read::Ground {
        text: line.get(LEAD.len()..).unwrap_or_default().into(),
        origin: inline_origin(text, typed_at),
        first: 0,
        lead: LEAD.len(),
        shield: &shield,
    };
    read::read(&ground, rules)
}

/// In TOML every escape is longer than what it stands for, so a value that is as long as the text, or longer by one
/// pair of quotation marks, was typed as it is.
fn inline_origin(text: &str, typed_at: Span) -> Origin {
    match typed_at.range().len().checked_sub(text.len()) {
        Some(0) => Origin::Verbatim(typed_at.file, typed_at.start),
        Some(2) => Origin::Verbatim(typed_at.file, typed_at.start + 1),
        _ => Origin::Whole(typed_at),
    }
}

fn shield(typed: &str, rules: Rules) -> Shield<'_> {
    match rules.references {
        ReferencePolicy::Read => Shield::over(typed),
        ReferencePolicy::AsText => Shield::without_references(typed),
    }
}
