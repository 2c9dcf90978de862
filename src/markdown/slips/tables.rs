//! Tables without the line that makes them tables, and rows with too many or too few cells.

use super::super::document::Kind;
use super::page::{Line, Page, Passage};
use crate::diagnostic::codes::markdown as codes;

pub(super) fn find(page: &mut Page<'_>) {
    if page.shows("|") {
        for passage in page.passages.clone().iter().filter(|passage| passage.holder == Kind::Paragraph) {
            without_rule(page, passage);
        }
    }
    uneven_rows(page);
}

/// Lines between upright strokes that are no table.
fn without_rule(page: &mut Page<'_>, passage: &Passage) {
    let lines = page.lines(passage);
    let is_row = |line: &&Line<'_>| line.words.len() > 2 && line.words.starts_with('|') && line.words.ends_with('|');
    let rows: Vec<Line<'_>> = lines.iter().filter(is_row).copied().collect();
    let [first, second, ..] = rows.as_slice() else { return };
    let columns = cells(first.words);
    let rule = format!("|{}", " --- |".repeat(columns));
    let (place, message, help) = if is_rule(second.words) {
        let message = format!(
            "This line has {}, the row above it {}, so the two start no table.",
            counted(cells(second.words)),
            counted(columns)
        );
        (second.whole(), message, format!("Write `{rule}`."))
    } else {
        let message = "These rows are no table: the line under the first one is missing.".to_owned();
        (first.whole(), message, format!("Put `{rule}` under this row."))
    };
    page.tell(&codes::TABLE_WITHOUT_RULE, place, &message, help);
}

fn is_rule(line: &str) -> bool {
    line.contains('-') && line.chars().all(|mark| "|-–—: ".contains(mark))
}

fn counted(columns: usize) -> String {
    if columns == 1 { "1 column".to_owned() } else { format!("{columns} columns") }
}

/// How many cells a row has as typed: strokes behind a backslash part nothing.
fn cells(row: &str) -> usize {
    let row = row.trim();
    let row = row.strip_prefix('|').unwrap_or(row);
    let row = row.strip_suffix('|').filter(|inner| !inner.ends_with('\\')).unwrap_or(row);
    let strokes = row.match_indices('|').filter(|(at, _)| !row[..*at].ends_with('\\')).count();
    strokes + 1
}

/// Rows of a table whose cells are not as many as its columns: those too many are not shown.
fn uneven_rows(page: &mut Page<'_>) {
    let document = page.document;
    let mut columns = 0;
    for (kind, place, _) in document.nodes() {
        let place = place.range();
        let typed = document.text(place.clone().into()).trim_end();
        match kind {
            Kind::TableHead => columns = cells(typed),
            Kind::Row if !typed.contains("{{") => {
                let count = cells(typed);
                if count != columns {
                    tell_row(page, place.start..place.start + typed.len(), count, columns);
                }
            }
            _ => {}
        }
    }
}

fn tell_row(page: &mut Page<'_>, place: std::ops::Range<usize>, count: usize, columns: usize) {
    let cells = if count == 1 { "1 cell".to_owned() } else { format!("{count} cells") };
    let (message, help) = if count > columns {
        let message = format!("This row has {cells}, the table {}: the rest is not shown.", counted(columns));
        (message, "Take a cell out, or write `\\|` for a stroke that parts nothing.")
    } else {
        let message = format!("This row has {cells}, the table {}.", counted(columns));
        (message, "Write an empty cell, `| |`, where there is nothing to say.")
    };
    page.tell(&codes::UNEVEN_TABLE, place, &message, help.to_owned());
}
