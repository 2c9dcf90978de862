//! Rows that say two things of one matter: scope and responsibilities.

use super::channels::plain;
use crate::diagnostic::{Diagnostic, codes};
use crate::policy::responsibilities::Responsibility;
use crate::policy::scope::{Service, Status};
use crate::site::Site;

pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    let policies = &site.policies;
    let mut found = in_and_out(&policies.services);
    found.extend(policies.services.iter().filter_map(included_with_fee));
    found.extend(two_owners(&policies.responsibilities));
    found
}

fn in_and_out(services: &[Service]) -> Vec<Diagnostic> {
    let same = |one: &Service, other: &Service| plain(&one.item.value.text) == plain(&other.item.value.text);
    let told = services.iter().enumerate().filter_map(|(at, row)| {
        let first = services.iter().take(at).find(|first| same(first, row))?;
        (first.status.value != row.status.value).then(|| {
            let (one, other) = (first.status.value.word(), row.status.value.word());
            let message = format!("“{}” stands as `{one}` and as `{other}`.", row.item.value.text);
            let finding = Diagnostic::new(&codes::facts::IN_AND_OUT, message).at(row.status.span);
            finding
                .also(first.status.span, "the first one")
                .help("Keep one of the two rows, or say in their names how they differ.")
        })
    });
    told.collect()
}

fn included_with_fee(row: &Service) -> Option<Diagnostic> {
    let fee = row.fee.as_ref().filter(|_| row.status.value == Status::Included)?;
    let message = format!("“{}” is included, and yet it costs {}.", row.item.value.text, fee.value);
    let finding = Diagnostic::new(&codes::facts::INCLUDED_WITH_FEE, message).at(fee.span);
    Some(finding.also(row.status.span, "here it is included").help("Write `status = \"fee\"`, or take the fee out."))
}

fn two_owners(rows: &[Responsibility]) -> Vec<Diagnostic> {
    let same =
        |one: &Responsibility, other: &Responsibility| plain(&one.item.value.text) == plain(&other.item.value.text);
    let told = rows.iter().enumerate().filter_map(|(at, row)| {
        let first = rows.iter().take(at).find(|first| same(first, row) && first.owner.value != row.owner.value)?;
        let message =
            format!("“{}” belongs to `{}` and to `{}`.", row.item.value.text, first.owner.value, row.owner.value);
        let finding = Diagnostic::new(&codes::facts::TWO_OWNERS, message).at(row.owner.span);
        Some(
            finding
                .also(first.owner.span, "the first one")
                .help("Keep one row, and name who lends a hand under `helper`."),
        )
    });
    told.collect()
}
