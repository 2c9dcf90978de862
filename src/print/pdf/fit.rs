//! Whether what must fit does: the sheet on one page, the card on a card.

use typst::foundations::{Label, Value};
use typst::introspection::{Introspector, MetadataElem};
use typst::utils::PicoStr;
use typst_layout::PagedDocument;

use super::Kind;
use crate::diagnostic::{Diagnostic, Findings, Span, codes};
use crate::policy::emergencies::Severity;
use crate::policy::kinds;
use crate::policy::written::Words;
use crate::print::Press;

/// What a card can hold at a size that can be read at night.
const CARD_STEPS: usize = 3;

/// Tells what does not fit.
pub(super) fn check(press: &Press<'_>, kind: Kind, document: &PagedDocument) -> Findings {
    let mut findings = Findings::new();
    match kind {
        Kind::Card if !card_fits(document) => findings.extend(card_too_full(press)),
        Kind::Sheet if document.pages().len() > 1 => findings.push(sheet_too_full(press)),
        _ => {}
    }
    findings
}

/// What the card's template says of itself, in `<card-fits>`.
fn card_fits(document: &PagedDocument) -> bool {
    let Some(label) = Label::new(PicoStr::intern("card-fits")) else { return true };
    let said = document.introspector().query_label(label).ok().cloned();
    let said = said.and_then(|content| content.to_packed::<MetadataElem>().map(|said| said.value.clone()));
    let Some(Value::Dict(said)) = said else { return true };
    said.get("fits").ok().cloned() != Some(Value::Bool(false))
}

/// Names the step to shorten: the longest.
fn card_too_full(press: &Press<'_>) -> Option<Diagnostic> {
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

fn sheet_too_full(press: &Press<'_>) -> Diagnostic {
    let message = "“How to reach us” does not fit on one page.";
    let help = "Shorten what each channel is good for, or the steps of the first tier of urgency.";
    let finding = Diagnostic::new(&codes::print::SHEET_TOO_FULL, message).help(help);
    match press.site.page_of(kinds::Kind::Channels) {
        Some(page) => finding.at(page.file),
        None => finding,
    }
}
