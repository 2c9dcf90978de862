//! One line of an owner's file as a terminal shows it: every character with the columns it takes.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Tab stops stand this far apart.
const TAB: usize = 4;

/// A line ready to be shown and pointed into.
///
/// Invariant: `columns` has one entry more than `shown`; entry `i` is the column before character `i`.
pub(super) struct Line {
    shown: Vec<String>,
    columns: Vec<usize>,
}

/// A stretch of a line that fits the space there is: characters `from..to`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Window {
    pub(super) from: usize,
    pub(super) to: usize,
}

impl Line {
    /// Reads a line's text. Tabs become spaces up to the next stop; characters that would steer the terminal
    /// or reorder the text become signs of their own.
    pub(super) fn new(text: &str) -> Self {
        let mut line = Line { shown: Vec::new(), columns: vec![0] };
        let mut cluster = Cluster::default();
        for character in text.chars() {
            let column = line.columns.last().copied().unwrap_or(0);
            let piece = if character == '\t' { " ".repeat(TAB - column % TAB) } else { sign(character).to_string() };
            line.columns.push(cluster.push(&piece, column));
            line.shown.push(piece);
        }
        line
    }

    /// How many characters it has.
    pub(super) fn len(&self) -> usize {
        self.shown.len()
    }

    /// The column before character `index`, from 0; past the end, one column for each missing character.
    pub(super) fn column(&self, index: usize) -> usize {
        let end = self.columns.last().copied().unwrap_or(0);
        self.columns.get(index).copied().unwrap_or(end + index.saturating_sub(self.len()))
    }

    /// The text of a window, with `…` where it was cut.
    pub(super) fn text(&self, window: Window) -> String {
        let (before, after) = (window.from > 0, window.to < self.len());
        let mut text = self.shown.get(window.from..window.to).unwrap_or_default().concat();
        if before {
            text.insert(0, '…');
        }
        if after {
            text.push('…');
        }
        text
    }

    /// The column of character `index` in the window's text.
    pub(super) fn column_in(&self, window: Window, index: usize) -> usize {
        self.column(index).saturating_sub(self.column(window.from)) + usize::from(window.from > 0)
    }

    /// What to show of the line so that characters `from..to` are seen within `width` columns.
    ///
    /// A line that fits is shown whole. Otherwise a third of the space goes to what stands before `from`.
    pub(super) fn window(&self, from: usize, to: usize, width: usize) -> Window {
        if self.column(self.len()) <= width {
            return Window { from: 0, to: self.len() };
        }
        let width = width.saturating_sub(2);
        let spare = width.saturating_sub(self.column(to).saturating_sub(self.column(from)));
        let wanted = self.column(from).saturating_sub(spare.min(width / 3));
        let last = self.column(self.len()).saturating_sub(width);
        let first = self.columns.partition_point(|&column| column < wanted.min(last));
        let end = self.columns.partition_point(|&column| column <= self.column(first) + width);
        Window { from: first, to: end.saturating_sub(1).min(self.len()) }
    }
}

/// The characters that share one cell so far: a letter with its accents, an emoji with its parts.
#[derive(Default)]
struct Cluster {
    text: String,
    column: usize,
}

impl Cluster {
    /// Takes the next piece, which stands at `column`; gives the column after it.
    fn push(&mut self, piece: &str, column: usize) -> usize {
        if !self.joins(piece) {
            self.text.clear();
            self.column = column;
        }
        self.text.push_str(piece);
        self.column + self.text.width()
    }

    /// Accents take no column; a zero-width joiner and the skin tones make one picture of two characters.
    fn joins(&self, piece: &str) -> bool {
        let tone = piece.starts_with(|character| matches!(character, '\u{1F3FB}'..='\u{1F3FF}'));
        !self.text.is_empty() && (piece.width() == 0 || tone || self.text.ends_with('\u{200D}'))
    }
}

/// The character itself, or a harmless sign for one that is not for showing.
pub(super) fn sign(character: char) -> char {
    match character {
        '\0'..='\x1F' => char::from_u32(0x2400 + u32::from(character)).unwrap_or('\u{FFFD}'),
        '\x7F' => '\u{2421}',
        '\u{80}'..='\u{9F}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => '\u{FFFD}',
        other if other.width().is_none() => '\u{FFFD}',
        other => other,
    }
}
