//! The owner's own lines with the places marked in them.
//!
//! A place within one line is underlined. One that covers several lines is marked by `>` beside each of them: that
//! needs no explaining, which drawn brackets would. Every mark has its own row, so no two ever run into each other.

use super::line::Line;
use super::{Ink, Look};
use crate::diagnostic::{Position, SourceFile};

/// Columns given to the owner's text; with the margin a line stays under 80.
const WIDTH: usize = 68;

/// Of a place over many lines, so many are shown at its begin and at its end.
const HEAD: u32 = 3;
const TAIL: u32 = 1;

/// One place to show.
#[derive(Debug)]
pub(super) struct Mark {
    /// First character.
    pub(super) from: Position,
    /// The character after the last.
    pub(super) to: Position,
    /// What to say beside it; may be empty.
    pub(super) words: String,
    /// What it is drawn with.
    pub(super) ink: Ink,
}

/// The lines of one file that the marks are on, with `margin` columns for line numbers.
pub(super) fn excerpt(file: &SourceFile, mut marks: Vec<Mark>, margin: usize, look: Look) -> String {
    let mut page = Page { file, margin, look, text: String::new(), last: None };
    marks.sort_by_key(|mark| mark.from.line);
    while let Some(first) = marks.first() {
        let line = first.from.line;
        let (here, later) = marks.into_iter().partition(|mark| mark.from.line == line);
        page.push_marks(line, here);
        marks = later;
    }
    page.text
}

impl Mark {
    /// A mark from the first of `range` up to the second. One that ends with a line's end does not reach into the next line.
    pub(super) fn new(range: (Position, Position), file: &SourceFile, words: String, ink: Ink) -> Self {
        let (from, mut to) = range;
        if to.line > from.line && to.column == 1 {
            let line = to.line - 1;
            let length = file.line(line).chars().count();
            to = Position { line, column: u32::try_from(length + 1).unwrap_or(u32::MAX) };
        }
        Mark { from, to, words, ink }
    }

    /// Whether it lies within one line.
    pub(super) fn is_one_line(&self) -> bool {
        self.from.line >= self.to.line
    }

    /// First character and the one after the last, from 0, at least one long.
    fn characters(&self) -> (usize, usize) {
        let from = self.from.column.saturating_sub(1) as usize;
        let to = self.to.column.saturating_sub(1) as usize;
        (from, to.max(from + 1))
    }
}

struct Page<'a> {
    file: &'a SourceFile,
    margin: usize,
    look: Look,
    text: String,
    last: Option<u32>,
}

impl Page<'_> {
    /// All marks that begin on `line`.
    fn push_marks(&mut self, line: u32, marks: Vec<Mark>) {
        let (mut short, long): (Vec<_>, Vec<_>) = marks.into_iter().partition(Mark::is_one_line);
        while !short.is_empty() {
            short = self.push_line(line, short);
        }
        for mark in long {
            self.push_lines(&mark);
        }
    }

    /// The line as seen around its first mark, and the marks that can be seen there; gives back the others.
    fn push_line(&mut self, number: u32, marks: Vec<Mark>) -> Vec<Mark> {
        let Some((from, to)) = marks.first().map(Mark::characters) else { return marks };
        let line = Line::new(self.file.line(number));
        let window = line.window(from, to, WIDTH);
        self.push_number(number, '|', &line.text(window), Ink::Quiet);
        let seen = |mark: &Mark| {
            mark.characters() == (from, to) || window.from <= mark.characters().0 && mark.characters().1 <= window.to
        };
        let (seen, unseen): (Vec<_>, Vec<_>) = marks.into_iter().partition(seen);
        for mark in seen {
            let (from, to) = mark.characters();
            let start = line.column_in(window, from);
            let end = line.column_in(window, to.min(window.to.max(from + 1)));
            let sign = if mark.ink == Ink::Second { "-" } else { "^" };
            let under = self.look.paint(mark.ink, &format!("{} {}", sign.repeat((end - start).max(1)), mark.words));
            self.push_row(&format!("{}{}", " ".repeat(start), under));
        }
        unseen
    }

    /// The lines of a long place, each with `>` beside it, and the words below.
    fn push_lines(&mut self, mark: &Mark) {
        let (first, last) = (mark.from.line, mark.to.line);
        let all = last - first < HEAD + TAIL + 1;
        for number in (first..=last).filter(|&number| all || number < first + HEAD || number > last - TAIL) {
            let line = Line::new(self.file.line(number));
            let window = line.window(0, 1, WIDTH);
            self.push_number(number, '>', &line.text(window), mark.ink);
        }
        if !mark.words.is_empty() {
            let words = self.look.paint(mark.ink, &mark.words);
            self.push_row(&words);
        }
    }

    /// A numbered line; leaves a row of dots where lines are left out.
    fn push_number(&mut self, number: u32, bar: char, line: &str, ink: Ink) {
        if self.last.is_some_and(|last| number > last + 1) {
            let dots = self.look.paint(Ink::Quiet, "...");
            self.text.push_str(&format!("  {dots}\n"));
        }
        self.last = Some(number);
        let count = self.look.paint(Ink::Quiet, &format!("{number:>width$}", width = self.margin));
        let bar = self.look.paint(ink, &bar.to_string());
        self.text.push_str(format!("  {count} {bar} {line}").trim_end());
        self.text.push('\n');
    }

    /// A row below a line: marks or words.
    fn push_row(&mut self, row: &str) {
        let bar = self.look.paint(Ink::Quiet, "|");
        self.text.push_str(format!("  {:width$} {bar} {row}", "", width = self.margin).trim_end());
        self.text.push('\n');
    }
}
