//! A [`Document`], or a run of its nodes, as HTML: well formed, escaped, without inline styles or scripts.
//!
//! Footnotes stay out of a run and come from [`footnotes`], once a page. Nodes are written one after the other with the
//! ends still owed on a stack, so that no text is too deeply nested.

mod blocks;
mod escape;
mod inlines;
mod notes;
mod surroundings;

pub use blocks::SOURCE_MARK;
pub use escape::{escaped, push_address, push_attribute, push_text};
pub use notes::footnotes;
pub use surroundings::{Choices, Href, Labels, Offer, Picture, Plain, Surroundings, Target};

use super::document::{Branch, Document, Kind, Nodes, Question};

/// The HTML of a run of nodes, without its footnotes.
#[must_use]
pub fn render(document: &Document, surroundings: &dyn Surroundings, nodes: Nodes) -> String {
    let mut writer = Writer::new(document, surroundings);
    writer.out.reserve(nodes.len() * USUAL_NODE);
    writer.write(nodes);
    writer.out
}

/// Bytes of HTML that a node usually makes: a text that need not grow is written faster.
const USUAL_NODE: usize = 48;

/// The HTML of a whole document with its footnotes at the end.
#[must_use]
pub fn render_whole(document: &Document, surroundings: &dyn Surroundings) -> String {
    let mut html = render(document, surroundings, document.all());
    html += &footnotes(document, surroundings);
    html
}

/// The plain words of a run of nodes, not escaped.
#[must_use]
pub fn words(document: &Document, surroundings: &dyn Surroundings, nodes: Nodes) -> String {
    document.plain_text(nodes, |mention, out| out.push_str(&surroundings.reference_words(mention)))
}

/// A question ready for a page to fold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RenderedQuestion {
    /// The id of the question on the page, with the surroundings' prefix.
    pub id: String,
    /// The question in plain words, not escaped.
    pub words: String,
    /// The question as inline HTML, without a heading around it.
    pub title: String,
    /// The answer as HTML.
    pub answer: String,
}

/// The parts of a question, for a page to build its fold of.
#[must_use]
pub fn render_question(
    document: &Document,
    surroundings: &dyn Surroundings,
    question: &Question<'_>,
) -> RenderedQuestion {
    let title = question.heading.title();
    RenderedQuestion {
        id: format!("{}{}", surroundings.id_prefix(), question.heading.id),
        words: words(document, surroundings, title),
        title: render(document, surroundings, title),
        answer: render(document, surroundings, question.answer),
    }
}

/// Writes nodes; `owed` are the ends still to be written, innermost last.
struct Writer<'a> {
    document: &'a Document,
    surroundings: &'a dyn Surroundings,
    out: String,
    owed: Vec<Owed<'a>>,
}

/// An end to be written before node `at`.
struct Owed<'a> {
    at: u32,
    end: End<'a>,
}

/// How a node ends.
enum End<'a> {
    /// With this text.
    Text(&'static str),
    /// A heading.
    Heading(Branch<'a>),
    /// A callout whose inner HTML started at this byte.
    Callout(super::document::CalloutKind, usize),
    /// A table whose HTML started at this byte.
    Table(Branch<'a>, usize),
    /// The first row of a table that goes on until this node.
    TableHead(u32),
}

impl<'a> Writer<'a> {
    fn new(document: &'a Document, surroundings: &'a dyn Surroundings) -> Self {
        Writer { document, surroundings, out: String::new(), owed: Vec::new() }
    }

    fn write(&mut self, nodes: Nodes) {
        let mut index = nodes.start;
        while let Some(branch) = self.document.branch(index).filter(|_| index < nodes.end) {
            self.pay(index);
            index = self.start(branch);
        }
        self.pay(u32::MAX);
    }

    /// Writes every end that is due before node `index`.
    fn pay(&mut self, index: u32) {
        while let Some(owed) = self.owed.pop_if(|owed| owed.at <= index) {
            self.end(&owed.end);
        }
    }

    /// Writes the start of a node and says which node is next.
    fn start(&mut self, branch: Branch<'a>) -> u32 {
        match branch.kind() {
            Kind::Text | Kind::Words(_) => push_text(&mut self.out, branch.text()),
            Kind::Glyph(character) => push_text(&mut self.out, character.encode_utf8(&mut [0; 4])),
            kind if kind.is_block() => return self.start_block(branch),
            _ => return self.start_inline(branch),
        }
        branch.nodes().end
    }

    /// Writes `start` now and `end` after the branch; what is inside comes next.
    fn around(&mut self, branch: Branch<'a>, start: &str, end: &'static str) -> u32 {
        self.out.push_str(start);
        self.owe(branch, End::Text(end))
    }

    fn owe(&mut self, branch: Branch<'a>, end: End<'a>) -> u32 {
        self.owed.push(Owed { at: branch.nodes().end, end });
        branch.inside().start
    }

    fn push_id(&mut self, id: &str) {
        push_attribute(&mut self.out, self.surroundings.id_prefix());
        push_attribute(&mut self.out, id);
    }
}
