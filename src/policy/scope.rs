//! `scope.md`: what is included, what costs extra, what we don't do and who does.

use super::business::rows;
use super::values::{Id, Money};
use super::written::{Prose, Reading, Rows, choice, table};
use crate::diagnostic::codes;

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
    let services = rows(written.service.as_ref(), ServiceWritten::mean);
    for service in &services {
        if service.status.value != Status::NotIncluded {
            continue;
        }
        for (key, is_there) in [("why", service.why.is_some()), ("instead", service.instead.is_some())] {
            if !is_there {
                let message = format!("“{}” is not included, but there is no `{key}`.", service.item.value.text);
                let help = format!("Every no needs a reason and a way forward. Add `{key} = \"…\"`.");
                reading.tell(&codes::policy::BARE_NO, service.status.span, message, help);
            }
        }
    }
    services
}
