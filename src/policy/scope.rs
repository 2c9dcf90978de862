//! `scope.md`: what is included, what costs extra, what we don't do and who does.

use super::business::rows;
use super::values::{Id, Money};
use super::written::{Prose, Reading, Rows, choice, table};
use crate::diagnostic::{At, codes};

choice! {
    /// How a piece of work stands.
    Status, "status" {
        /// Part of the price.
        "included" => Included,
        /// Done for a fee.
        "fee" => Fee,
        /// Not done.
        "not-included" => NotIncluded,
        /// Somebody else does it.
        "referred" => Referred,
    }
}

table! {
    /// A piece of work a client might ask for.
    ServiceWritten => Service {
        /// The short name other pages use.
        optional id: Id,
        /// What it is.
        needed item: Prose,
        /// How it stands.
        needed status: Status,
        /// What it costs.
        optional fee: Money,
        /// How to ask for it.
        optional how: Prose,
        /// Who does it instead.
        optional to: Prose,
        /// Why it is so.
        optional why: Prose,
        /// What a client can do instead.
        optional instead: Prose,
    }
}

table! {
    /// What we do and don't.
    ScopeWritten {
        /// The pieces of work.
        optional service: Rows<ServiceWritten>,
    }
}

/// What is meant by a scope page: the services, in order.
pub fn mean(written: &ScopeWritten, reading: &mut Reading<'_>) -> Vec<Service> {
    let typed = written.service.iter().flat_map(|rows| &rows.value).map(|row| &row.value);
    typed.for_each(|row| tell_bare_no(row, reading));
    rows(written.service.as_ref(), ServiceWritten::mean)
}

/// What is not included needs its reason and a way forward; one that can't be read has been told.
fn tell_bare_no(row: &ServiceWritten, reading: &mut Reading<'_>) {
    let (Some(item), Some(status)) = (&row.item, &row.status) else { return };
    if status.value != Status::NotIncluded {
        return;
    }
    let is_missing = |key: &str, value: &Option<At<Prose>>| value.is_none() && !row.slips.contains(&key);
    let (what, help) = match (is_missing("why", &row.why), is_missing("instead", &row.instead)) {
        (true, true) => ("neither a reason nor a way forward", "Add `why = \"…\"` and `instead = \"…\"`."),
        (true, false) => ("no reason", "Add `why = \"…\"`."),
        (false, true) => ("no way forward", "Add `instead = \"…\"`: who does it, or what a client can do."),
        (false, false) => return,
    };
    let message = format!("“{}” is not included, but there is {what}.", item.value.text);
    reading.tell(&codes::policy::BARE_NO, status.span, message, help);
}
