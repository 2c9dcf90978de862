//! What paper can hold. Every kind of block has one function in `themes/…/print/parts.typ`.

use serde::Serialize;

/// Something inside a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum Inline {
    /// Words.
    Text {
        /// The words.
        text: String,
    },
    /// Strong words.
    Strong {
        /// What is strong.
        inside: Vec<Inline>,
    },
    /// Words said with emphasis.
    Emphasis {
        /// What is emphasised.
        inside: Vec<Inline>,
    },
    /// Words struck out.
    Struck {
        /// What is struck out.
        inside: Vec<Inline>,
    },
    /// Words of a machine.
    Code {
        /// The words.
        text: String,
    },
    /// A line end that is kept.
    Break,
    /// A link within the pack.
    Jump {
        /// The id it leads to; there is a block or a chapter of that id.
        to: String,
        /// Its words.
        inside: Vec<Inline>,
    },
    /// A link out of the pack.
    Link {
        /// The address.
        href: String,
        /// The address as people say it, when the words of the link do not: it goes into a note.
        note: Option<String>,
        /// Its words.
        inside: Vec<Inline>,
    },
    /// Words without a look of their own.
    Span {
        /// The words.
        inside: Vec<Inline>,
    },
    /// A note at the foot of the page.
    Note {
        /// What it says.
        inside: Vec<Inline>,
    },
    /// A picture among words.
    Picture {
        /// Its file in the world of the templates.
        file: String,
        /// What it shows.
        alt: String,
    },
    /// The box of a task.
    Box {
        /// Whether it is ticked.
        ticked: bool,
    },
}

/// Something on lines of its own.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum Block {
    /// A heading below a chapter's title.
    Heading {
        /// 2 to 6.
        level: u8,
        /// “3.2”, when the contents name it.
        number: Option<String>,
        /// Its id; empty when nothing can lead here.
        id: String,
        /// Its words.
        inside: Vec<Inline>,
    },
    /// A paragraph.
    Paragraph {
        /// Its words.
        inside: Vec<Inline>,
    },
    /// A list.
    List {
        /// The first number; absent with bullets.
        first: Option<u64>,
        /// Its items.
        items: Vec<Item>,
    },
    /// Terms with what they mean.
    Terms {
        /// One row a term.
        rows: Vec<Fact>,
    },
    /// Somebody else's words.
    Quote {
        /// What is quoted.
        inside: Vec<Block>,
    },
    /// A callout.
    Callout {
        /// `note`, `tip`, `important`, `warning`, `caution`.
        kind: String,
        /// Its name in words.
        title: String,
        /// What it says.
        inside: Vec<Block>,
        /// Whether it stays on one page.
        keep: bool,
    },
    /// A table.
    Table {
        /// The heads of the columns; empty for a table without.
        head: Vec<Vec<Inline>>,
        /// Its rows, all as long as the widest.
        rows: Vec<Vec<Cell>>,
        /// `start`, `center`, `end`, one a column.
        align: Vec<String>,
        /// How wide each column is, in shares.
        widths: Vec<u32>,
    },
    /// Lines of a machine.
    Listing {
        /// The lines.
        text: String,
    },
    /// A picture with room of its own.
    Figure {
        /// Its file in the world of the templates; absent when it can't be shown.
        file: Option<String>,
        /// What it shows; empty for decoration.
        alt: String,
        /// What stands under it.
        caption: Vec<Inline>,
        /// Its width in CSS pixels, when known.
        width: Option<u32>,
    },
    /// A line across.
    Rule,
    /// Labels with values.
    Facts {
        /// One a line.
        rows: Vec<Fact>,
    },
    /// A labelled list, marked: `yes`, `no`, `plain`.
    Points {
        /// The label.
        label: String,
        /// The mark before each line.
        mark: String,
        /// The lines.
        items: Vec<Vec<Inline>>,
    },
    /// Steps with large numbers.
    Steps {
        /// The label; empty for none.
        label: String,
        /// The steps.
        items: Vec<Vec<Inline>>,
    },
    /// Blocks that belong together, with a border.
    Card {
        /// Its id; empty when nothing can lead here.
        id: String,
        /// `plain`, `strong`, `alarm`, `quiet`.
        tone: String,
        /// Its title; empty for none.
        title: Vec<Inline>,
        /// The level of the title as a heading; absent when it is none.
        level: Option<u8>,
        /// “3.2”, when the contents name it.
        number: Option<String>,
        /// What stands beside the title: “Best first choice”.
        mark: String,
        /// What is in it.
        inside: Vec<Block>,
        /// Whether it stays on one page.
        keep: bool,
    },
    /// Two things beside each other.
    Pair {
        /// Where lines start.
        left: Vec<Block>,
        /// Where lines end.
        right: Vec<Block>,
    },
    /// One schedule's week.
    Week {
        /// Its id.
        id: String,
        /// “Office hours”.
        name: String,
        /// The level of the name as a heading.
        level: u8,
        /// “3.2”, when the contents name it.
        number: Option<String>,
        /// “Times are New York time”; empty when no zone is known.
        zone: String,
        /// Heads of the two columns.
        head: Vec<String>,
        /// The marks of the shared axis.
        ticks: Vec<Tick>,
        /// Its seven days.
        days: Vec<WeekDay>,
    },
    /// Steps of a ladder, in order.
    Ladder {
        /// The first step first.
        rungs: Vec<Rung>,
    },
}

/// An item of a list.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Item {
    /// What it says.
    pub inside: Vec<Block>,
}

/// A label with its value.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Fact {
    /// The label.
    pub label: Vec<Inline>,
    /// The value.
    pub value: Vec<Block>,
}

/// A cell of a table.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Cell {
    /// What it says.
    pub inside: Vec<Block>,
    /// Whether it names its row.
    pub names_row: bool,
    /// How many columns it takes, from 1.
    pub columns: usize,
    /// Its id; empty when nothing can lead here.
    pub id: String,
    /// Whether it stays on one page.
    pub keep: bool,
}

/// A mark on the axis of a week.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Tick {
    /// Percent of the axis.
    pub at: f32,
    /// “9 am”.
    pub words: String,
}

/// A day of a week.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WeekDay {
    /// “Monday”.
    pub name: String,
    /// “9 am–5 pm”.
    pub words: Vec<Inline>,
    /// Its shifts: start and length in percent of the axis, and whether by appointment.
    pub bars: Vec<(f32, f32, bool)>,
}

/// A step of a ladder.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Rung {
    /// Its id; empty when nothing can lead here.
    pub id: String,
    /// Its number.
    pub step: u32,
    /// What it says.
    pub inside: Vec<Block>,
}

impl Inline {
    /// Plain words.
    #[must_use]
    pub fn text(words: &str) -> Self {
        Inline::Text { text: words.to_owned() }
    }

    /// Strong words.
    #[must_use]
    pub fn strong(words: &str) -> Self {
        Inline::Strong { inside: vec![Inline::text(words)] }
    }
}

impl Block {
    /// A paragraph of these words.
    #[must_use]
    pub fn paragraph(inside: Vec<Inline>) -> Self {
        Block::Paragraph { inside }
    }
}
