//! Footnotes: the marks in the text, and the list at the end of the page with a way back for each mark.
//!
//! Their ids hold a colon, which no heading's id can, so the two never meet.

use super::super::document::{Branch, Document, Footnote};
use super::{Surroundings, Writer, push_attribute};

/// The list of a document's footnotes in the order of their numbers; empty when nothing points to any.
#[must_use]
pub fn footnotes(document: &Document, surroundings: &dyn Surroundings) -> String {
    let notes = document.numbered_footnotes();
    let mut writer = Writer::new(document, surroundings);
    if notes.is_empty() {
        return writer.out;
    }
    writer.out.push_str("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"");
    push_attribute(&mut writer.out, surroundings.labels().footnotes);
    writer.out.push_str("\">\n<ol>\n");
    for note in notes {
        writer.footnote(note);
    }
    writer.out.push_str("</ol>\n</section>\n");
    writer.out
}

const PARAGRAPH_END: &str = "</p>\n";

impl<'a> Writer<'a> {
    /// Writes a footnote. The ways back go into its last paragraph, if it ends with one.
    fn footnote(&mut self, note: &'a Footnote) {
        self.out.push_str("<li id=\"");
        self.push_id(&format!("fn:{}", note.number));
        self.out.push_str("\">");
        let from = self.out.len();
        self.write(note.content());
        let ends_with_paragraph = self.out[from..].ends_with(PARAGRAPH_END);
        if ends_with_paragraph {
            self.out.truncate(self.out.len() - PARAGRAPH_END.len());
        }
        for ordinal in 1..=note.uses {
            self.way_back(note.number, ordinal);
        }
        self.out.push_str(if ends_with_paragraph { PARAGRAPH_END } else { "\n" });
        self.out.push_str("</li>\n");
    }

    fn way_back(&mut self, number: u32, ordinal: u32) {
        self.out.push_str(" <a class=\"footnote-back\" role=\"doc-backlink\" href=\"#");
        self.push_id(&mark_id(number, ordinal));
        self.out.push_str("\" aria-label=\"");
        push_attribute(&mut self.out, self.surroundings.labels().back);
        if ordinal > 1 {
            self.out.push_str(&format!(" ({ordinal})"));
        }
        self.out.push_str("\">↩</a>");
    }

    /// Writes a mark.
    pub(super) fn footnote_use(&mut self, branch: Branch<'a>) -> u32 {
        if let Some((note, ordinal)) = branch.footnote_use() {
            let number = note.number;
            self.out.push_str("<sup class=\"footnote-mark\"><a role=\"doc-noteref\" id=\"");
            self.push_id(&mark_id(number, ordinal));
            self.out.push_str("\" href=\"#");
            self.push_id(&format!("fn:{number}"));
            self.out.push_str("\" aria-label=\"");
            push_attribute(&mut self.out, self.surroundings.labels().footnote);
            self.out.push_str(&format!(" {number}\">{number}</a></sup>"));
        }
        branch.nodes().end
    }
}

/// The id of the mark that points to note `number` for the `ordinal`th time.
fn mark_id(number: u32, ordinal: u32) -> String {
    if ordinal == 1 { format!("fnref:{number}") } else { format!("fnref:{number}:{ordinal}") }
}
