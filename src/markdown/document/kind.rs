//! What a node can be.

use serde::{Deserialize, Serialize};

/// What a node is. Numbers are indexes into the document's own tables; [`super::Branch`] looks them up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// A paragraph. Items of a tight list hold their text without one.
    Paragraph,
    /// A heading.
    Heading(u32),
    /// A block quote.
    Quote,
    /// A block quote that starts with `[!NOTE]` or the like.
    Callout(CalloutKind),
    /// A list with bullets.
    Bullets,
    /// A numbered list and its first number.
    Numbers(u32),
    /// One item of a list.
    Item,
    /// The box at the start of an item of a task list, ticked or not.
    Task(bool),
    /// A definition list.
    Definitions,
    /// A term of a definition list.
    Term,
    /// What a term, or several in a row, mean.
    Meaning,
    /// A table.
    Table,
    /// Its first row.
    TableHead,
    /// Any other row.
    Row,
    /// A cell of the first row.
    HeadCell(Alignment),
    /// Any other cell.
    Cell(Alignment),
    /// Code on lines of its own.
    CodeBlock(u32),
    /// A line across.
    Rule,
    /// A footnote, where it was written.
    Footnote(u32),
    /// Something of another company's that may be shown on a click; what is below it stands there while it may not.
    Embed(u32),
    /// Raw HTML that is allowed: [`Kind::Text`] as typed, and references.
    Html,
    /// Words as they stand in the text.
    Text,
    /// One character that stands for what was typed: `’` for `'`, `–` for `--`, `ä` for `&auml;`.
    Glyph(char),
    /// Words that differ from what was typed.
    Words(u32),
    /// A line end inside a paragraph.
    SoftBreak,
    /// A line end that is to be kept.
    HardBreak,
    /// `*…*`
    Emphasis,
    /// `**…**`
    Strong,
    /// `~~…~~`
    Struck,
    /// Code inside a sentence.
    Code,
    /// A link.
    Link(u32),
    /// A picture; what is below it is its description.
    Image(u32),
    /// A reference to a fact.
    Reference(u32),
    /// The mark of a footnote.
    FootnoteUse(u32),
}

impl Kind {
    /// Whether it stands on lines of its own.
    #[must_use]
    pub fn is_block(self) -> bool {
        !self.is_inline() && self != Kind::Html
    }

    fn is_inline(self) -> bool {
        matches!(
            self,
            Kind::Text
                | Kind::Glyph(_)
                | Kind::Words(_)
                | Kind::SoftBreak
                | Kind::HardBreak
                | Kind::Emphasis
                | Kind::Strong
                | Kind::Struck
                | Kind::Code
                | Kind::Link(_)
                | Kind::Image(_)
                | Kind::Reference(_)
                | Kind::FootnoteUse(_)
                | Kind::Task(_)
        )
    }
}

/// Which of GitHub's five callouts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum CalloutKind {
    /// `[!NOTE]`
    Note,
    /// `[!TIP]`
    Tip,
    /// `[!IMPORTANT]`
    Important,
    /// `[!WARNING]`
    Warning,
    /// `[!CAUTION]`
    Caution,
}

impl CalloutKind {
    /// The word used in class names.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            CalloutKind::Note => "note",
            CalloutKind::Tip => "tip",
            CalloutKind::Important => "important",
            CalloutKind::Warning => "warning",
            CalloutKind::Caution => "caution",
        }
    }
}

/// Where the words of a table's column stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Alignment {
    /// Where lines of the language start.
    #[default]
    Start,
    /// In the middle.
    Center,
    /// Where lines end: numbers, prices.
    End,
}
