//! Whether what must fit does: “how to reach us” on one page, the card on a card.
//!
//! The paged pages are laid out by whatever browser prints them, so nobody can be asked. Lines are counted instead: letters of middling width
//! at the size that the stylesheet gives (`pack.css`), broken between words. The PDF engine, where there is one, measures its own pages
//! and tells the same finding at the same place; it stands in the report once.

use unicode_width::UnicodeWidthStr;

use super::Press;
use crate::diagnostic::{Diagnostic, Findings, Span, codes};
use crate::policy::emergencies::Severity;
use crate::policy::kinds;
use crate::policy::written::Words;
use crate::render::views::{CardView, ChannelView, ClosureView, Html, ReachSheet, RungView, Standing};

/// What a card can hold at a size that can be read at night.
const CARD_STEPS: usize = 3;
/// Millimetres in a point.
const POINT: f64 = 0.3528;
/// A letter's width as a part of its size, in running text of the bundled fonts.
const LETTER: f64 = 0.5;
/// A square code on a card, in millimetres.
const CARD_CODE: f64 = 20.0;

/// Letters of one size: in points, with the distance of lines as a part of it.
#[derive(Clone, Copy)]
struct Type {
    size: f64,
    leading: f64,
}

const CARD: Type = Type { size: 7.6, leading: 1.25 };
const CARD_VALUE: Type = Type { size: 11.5, leading: 1.25 };
const SHEET: Type = Type { size: 8.5, leading: 1.28 };

impl Type {
    /// The height of so many lines, in millimetres.
    fn lines(self, count: usize) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "a few hundred lines at most")]
        let count = count as f64;
        count * self.size * self.leading * POINT
    }

    fn width(self, words: &str) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "no word is that long")]
        let columns = words.width() as f64;
        columns * self.size * LETTER * POINT
    }

    /// The height of words broken between words into lines of a width; of none, no height.
    fn height(self, words: &str, width: f64) -> f64 {
        let blank = self.width(" ");
        let (mut lines, mut used) = (0, f64::INFINITY);
        for word in words.split_whitespace() {
            let long = self.width(word);
            if used + blank + long > width {
                (lines, used) = (lines + 1, 0.0);
            }
            used += blank + long;
            // A word longer than its line runs on in the next.
            while used > width + blank {
                (lines, used) = (lines + 1, used - width);
            }
        }
        self.lines(lines)
    }
}

/// Tells what does not fit on the paged pages.
pub(super) fn check(press: &Press<'_>, card: Option<&CardView>, sheet: Option<&ReachSheet>) -> Findings {
    let mut findings = Findings::new();
    if card.is_some_and(|card| card_height(press, card) > 46.0) {
        findings.extend(card_too_full(press));
    }
    if sheet.is_some_and(|sheet| sheet_height(press, sheet) > 238.0) {
        findings.push(sheet_too_full(press));
    }
    findings
}

/// What stands on a card of 77.6 × 46 mm inside its margins.
fn card_height(press: &Press<'_>, card: &CardView) -> f64 {
    const WIDTH: f64 = 77.6;
    const GAP: f64 = 1.2;
    let labels = &press.theme.labels;
    let safety = card.safety.as_ref().map_or(0.0, |number| CARD.width(&format!("{} {number}", labels.danger())) + 3.0);
    let name = CARD.height(&press.site.business.name, WIDTH - safety) + 1.3;
    let value = card.action.as_ref().map(|action| action.value.as_ref().unwrap_or(&action.name));
    let call = match value {
        Some(value) if CARD.width(&card.name) + CARD_VALUE.width(value) + 2.0 > WIDTH => {
            CARD.height(&card.name, WIDTH) + CARD_VALUE.height(value, WIDTH)
        }
        _ => CARD_VALUE.lines(1),
    };
    // The square code stands in a corner, and the words beside it keep their distance.
    let (code, beside) = if card.code.is_some() { (CARD_CODE, CARD_CODE + 2.0) } else { (0.0, 0.0) };
    let steps: f64 = card.steps.iter().map(|step| CARD.height(&plain(step), WIDTH - beside - 4.0)).sum();
    let not_for = match card.not_for.as_slice() {
        [] => 0.0,
        some => CARD.height(&format!("{} {}", labels.not_for(), joined(some)), WIDTH - beside),
    };
    let gaps = if card.steps.is_empty() { 1.0 } else { 2.0 } * GAP;
    name + call + GAP + (steps + not_for + CARD.lines(1) + gaps).max(code)
}

/// Names the step to shorten: the longest.
pub(super) fn card_too_full(press: &Press<'_>) -> Option<Diagnostic> {
    let tier = press.site.policies.emergencies.severities.first()?;
    let (number, place) = fullest_step(press, tier)?;
    let message = format!("The emergency card is too full: shorten step {number} of `{}`.", tier.id.value);
    let help = format!(
        "The card takes {CARD_STEPS} steps of about eight words; a long list of what is not urgent takes room too."
    );
    Some(Diagnostic::new(&codes::print::CARD_TOO_FULL, message).at(place).help(help))
}

fn fullest_step(press: &Press<'_>, tier: &Severity) -> Option<(usize, Span)> {
    let steps = tier.steps.as_ref()?;
    let sayer = press.site.sayer();
    let length = |step: &crate::diagnostic::At<crate::policy::written::Prose>| {
        sayer.say(&Words::Prose(step.value.clone())).chars().count()
    };
    let longest = steps.value.iter().enumerate().max_by_key(|(index, step)| (length(step), usize::MAX - index));
    longest.map(|(index, step)| (index + 1, step.span))
}

/// What stands on the sheet, 178 mm wide.
fn sheet_height(press: &Press<'_>, sheet: &ReachSheet) -> f64 {
    const WIDTH: f64 = 178.0;
    const GAP: f64 = 2.4;
    const FRAME: f64 = 4.7;
    let html = |html: &Option<Html>, width| html.as_ref().map_or(0.0, |html| SHEET.height(&plain(html), width));
    let head = SHEET.lines(1) + GAP + 12.0;
    let mut height = head;
    if sheet.safety.number.is_some() || sheet.safety.statement.is_some() {
        height += GAP + FRAME + (SHEET.lines(1) + html(&sheet.safety.statement, WIDTH - 34.0)).max(9.0);
    }
    if let Some(tier) = &sheet.urgent {
        let steps: f64 = tier.steps.iter().map(|step| SHEET.height(&plain(step), WIDTH - 15.0)).sum();
        let facts = [&tier.respond_within, &tier.hours].iter().filter(|fact| fact.is_some()).count().min(1);
        height += GAP + FRAME + SHEET.lines(1 + facts) + html(&tier.means, WIDTH - 9.0) + 5.9 + steps;
    }
    let rows: f64 = sheet.channels.iter().map(|channel| row_height(press, channel)).sum();
    height + GAP + SHEET.lines(1) + 2.2 + rows + GAP + foot_height(sheet)
}

/// One way to make contact: the tallest of its cells.
fn row_height(press: &Press<'_>, channel: &ChannelView) -> f64 {
    let html = |html: &Option<Html>, width| html.as_ref().map_or(0.0, |html| SHEET.height(&plain(html), width));
    let value = channel.action.value.as_ref().map_or(0.0, |value| SHEET.height(value, 44.0));
    let mark = usize::from(channel.standing == Standing::Preferred);
    let name = SHEET.height(&channel.action.name, 44.0) + value + SHEET.lines(mark);
    let rest = if channel.standing == Standing::Unmonitored {
        let say = channel.say.as_ref().map(plain).unwrap_or_default();
        SHEET.height(&format!("{}. {say}", press.theme.labels.not_read()), 130.0)
    } else {
        let cells = [
            SHEET.height(&joined(&channel.use_for), 44.0),
            html(&channel.reply_within, 23.0),
            html(&channel.hours, 58.0),
        ];
        cells.into_iter().fold(0.0, f64::max)
    };
    name.max(rest) + 2.4
}

/// Week, closures and rungs beside each other: the tallest of the three.
fn foot_height(sheet: &ReachSheet) -> f64 {
    let closure = |closure: &ClosureView| {
        let hours = closure.hours.as_ref().map(plain).unwrap_or_default();
        SHEET.height(&format!("{} {} {hours}", closure.name, plain(&closure.dates)), 55.0)
    };
    let rung = |rung: &RungView| {
        let after = rung.after.as_ref().map(plain).unwrap_or_default();
        let to = rung.to.as_ref().map(|person| person.name.as_str()).unwrap_or_default();
        let by = rung.by.as_ref().map(|by| format!("{} {}", by.name, by.value.as_deref().unwrap_or_default()));
        SHEET.height(&format!("{after} {to} {}", by.unwrap_or_default()), 47.0)
    };
    let week = sheet.week.as_ref().map_or(0.0, |week| {
        let days: f64 = week.days.iter().map(|day| SHEET.height(&plain(&day.words), 30.0)).sum();
        SHEET.lines(1) + days + SHEET.height(&week.zone, 55.0)
    });
    let closures = SHEET.lines(1) + sheet.closures.iter().map(closure).sum::<f64>();
    let rungs = SHEET.lines(1) + sheet.rungs.iter().map(rung).sum::<f64>();
    week.max(closures).max(rungs)
}

/// Tells that the sheet takes more than a page.
pub(super) fn sheet_too_full(press: &Press<'_>) -> Diagnostic {
    let message = "“How to reach us” does not fit on one page.";
    let help = "Shorten what each channel is good for, or the steps of the first tier of urgency.";
    let finding = Diagnostic::new(&codes::print::SHEET_TOO_FULL, message).help(help);
    match press.site.page_of(kinds::Kind::Channels) {
        Some(page) => finding.at(page.file),
        None => finding,
    }
}

/// The words of a piece of HTML; what stands for one letter counts as one.
fn plain(html: &Html) -> String {
    let mut words = String::new();
    let (mut is_tag, mut is_entity) = (false, false);
    for letter in html.0.chars() {
        match letter {
            '<' => is_tag = true,
            '>' => is_tag = false,
            '&' if !is_tag => is_entity = true,
            ';' if is_entity => {
                is_entity = false;
                words.push('x');
            }
            _ if is_tag || is_entity => {}
            letter => words.push(letter),
        }
    }
    words
}

fn joined(list: &[Html]) -> String {
    list.iter().map(plain).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_break_where_a_line_ends() {
        let ten = CARD.width("ten words.");
        assert!((CARD.height("ten words.", ten + 2.0) - CARD.lines(1)).abs() < 0.01);
        assert!((CARD.height("ten words. ten words.", ten + 2.0) - CARD.lines(2)).abs() < 0.01);
        assert!((CARD.height(&"x".repeat(100), CARD.width(&"x".repeat(30))) - CARD.lines(4)).abs() < 0.01);
        assert!(CARD.height("", 10.0).abs() < 0.01);
    }

    #[test]
    fn marks_of_html_take_no_room() {
        assert_eq!(plain(&Html("<a href=\"tel:1\">Call</a> us &amp; wait".to_owned())), "Call us x wait");
    }
}
