//! Whether what must fit does, as the engine has set it: the sheet on one page, the card on a card.

use typst::foundations::{Label, Value};
use typst::introspection::{Introspector, MetadataElem};
use typst::utils::PicoStr;
use typst_layout::PagedDocument;

use super::Kind;
use crate::diagnostic::Findings;
use crate::print::Press;
use crate::print::fit::{card_too_full, sheet_too_full};

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
