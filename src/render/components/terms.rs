//! The terms of working together: scope, responsibilities, custody, deadlines, fees, boundaries, what is signed.

use crate::diagnostic::Diagnostic;
use crate::markdown::slug;
use crate::policy::boundaries::{Boundary, Consequence};
use crate::policy::deadlines::Deadline;
use crate::policy::responsibilities::Responsibility;
use crate::policy::scope::{Service, Status};
use crate::policy::values::Owner as Party;
use crate::policy::written::{Prose, Words};
use crate::render::scene::Scene;
use crate::render::views::{
    BoundariesView, BoundaryView, ConsequenceView, ConsequencesView, CustodyView, DeadlineView, DeadlinesView,
    DocumentsView, FeeView, FeesView, Html, Initial, Link, Owner, Receipt, ResponsibilitiesView, ResponsibilityView,
    RushOffer, RushView, ScopeStatus, ScopeView, ServiceView, Weight,
};

use super::contact::fact_words;

/// What is part of the service.
pub(super) fn scope(scene: &Scene<'_>) -> ScopeView {
    let services = &scene.site.policies.services;
    let order = [Status::Included, Status::Fee, Status::NotIncluded, Status::Referred];
    let occurring = order.into_iter().filter(|status| services.iter().any(|service| service.status.value == *status));
    ScopeView {
        id: "scope".to_owned(),
        statuses: occurring.map(status_view).collect(),
        services: services.iter().map(|service| service_view(scene, service)).collect(),
    }
}

fn service_view(scene: &Scene<'_>, service: &Service) -> ServiceView {
    let by_name = || named(scene, &service.item.value);
    let id = service.id.as_ref().map_or_else(by_name, |id| id.value.to_string());
    ServiceView {
        id: format!("scope-{id}"),
        item: scene.prose(&service.item.value),
        status: status_view(service.status.value),
        fee: service.fee.as_ref().map(|at| scene.said(&at.value)),
        how: scene.maybe(service.how.as_ref()),
        to: scene.maybe(service.to.as_ref()),
        why: scene.maybe(service.why.as_ref()),
        instead: scene.maybe(service.instead.as_ref()),
    }
}

fn status_view(status: Status) -> ScopeStatus {
    match status {
        Status::Included => ScopeStatus::Included,
        Status::Fee => ScopeStatus::Fee,
        Status::NotIncluded => ScopeStatus::NotIncluded,
        Status::Referred => ScopeStatus::Referred,
    }
}

/// The slug a row without an id goes by.
fn named(scene: &Scene<'_>, name: &Prose) -> String {
    slug(&scene.sayer().say(&Words::Prose(name.clone())))
}

/// Who looks after what.
pub(super) fn responsibilities(scene: &Scene<'_>) -> ResponsibilitiesView {
    let rows = scene.site.policies.responsibilities.iter();
    ResponsibilitiesView { rows: rows.map(|row| responsibility_view(scene, row)).collect() }
}

fn responsibility_view(scene: &Scene<'_>, row: &Responsibility) -> ResponsibilityView {
    let (owner, owner_name) = match &row.owner.value {
        Party::Us => (Owner::Us, None),
        Party::Client => (Owner::Client, None),
        Party::Third(name) => (Owner::Third, Some(name.to_string())),
    };
    let is_initialled = row.initial.as_ref().is_some_and(|at| at.value.0);
    ResponsibilityView {
        id: format!("responsibility-{}", named(scene, &row.item.value)),
        item: scene.prose(&row.item.value),
        owner,
        owner_name,
        helper: scene.maybe(row.helper.as_ref()),
        often_thought: scene.maybe(row.often_thought.as_ref()),
        reality: scene.maybe(row.reality.as_ref()),
        check: scene.maybe(row.check.as_ref()),
        clause: scene.text(row.clause.as_ref()),
        initial: if is_initialled { Initial::Asked } else { Initial::None },
    }
}

/// Things of the client's which the business holds.
pub(super) fn custody(scene: &Scene<'_>) -> CustodyView {
    let page = scene.site.policies.written.responsibilities.as_ref();
    let Some(custody) = page.and_then(|page| page.custody.as_ref()).map(|at| &at.value) else {
        return CustodyView::default();
    };
    let labels = &scene.theme.labels;
    CustodyView {
        receipt: match custody.receipt.as_ref().map(|at| at.value.0) {
            None => Receipt::Unsaid,
            Some(true) => Receipt::Given,
            Some(false) => Receipt::NotGiven,
        },
        lists: scene.list(custody.lists.as_ref()),
        tell_within: fact_words(scene, labels.tell_within(), "custody.tell_within"),
        replace_within: fact_words(scene, labels.replace_within(), "custody.replace_within"),
    }
}

/// What is needed by when.
pub(super) fn deadlines(scene: &Scene<'_>) -> DeadlinesView {
    DeadlinesView { deadlines: scene.site.policies.deadlines.iter().map(|row| deadline_view(scene, row)).collect() }
}

fn deadline_view(scene: &Scene<'_>, row: &Deadline) -> DeadlineView {
    DeadlineView {
        id: format!("deadline-{}", named(scene, &row.what.value)),
        what: scene.prose(&row.what.value),
        due: scene.maybe(Some(&row.due)),
        if_late: scene.maybe(row.if_late.as_ref()),
        late_fee: scene.maybe(row.late_fee.as_ref()),
        lost: scene.maybe(row.lost.as_ref()),
    }
}

/// Faster work.
pub(super) fn rush(scene: &Scene<'_>) -> RushView {
    let page = scene.site.policies.written.deadlines.as_ref();
    let Some(rush) = page.and_then(|page| page.rush.as_ref()).map(|at| &at.value) else { return RushView::default() };
    let labels = &scene.theme.labels;
    RushView {
        offered: match rush.offered.as_ref().map(|at| at.value.0) {
            None => RushOffer::Unsaid,
            Some(true) => RushOffer::Offered,
            Some(false) => RushOffer::NotOffered,
        },
        within: fact_words(scene, labels.rush_within(), "rush.within"),
        fee: scene.maybe(rush.fee.as_ref()),
        limit: scene.maybe(rush.limit.as_ref()),
        never_for: scene.list(rush.never_for.as_ref()),
    }
}

/// Please and please don't; one alone when one is named.
pub(super) fn boundaries(scene: &Scene<'_>, only: Option<&str>) -> BoundariesView {
    let named = |row: &&Boundary| only.is_none_or(|id| row.id.value.as_str() == id);
    let rows = scene.site.policies.boundaries.iter().filter(named);
    BoundariesView { boundaries: rows.map(|row| boundary_view(scene, row)).collect() }
}

fn boundary_view(scene: &Scene<'_>, row: &Boundary) -> BoundaryView {
    BoundaryView {
        id: format!("boundary-{}", row.id.value),
        please: scene.maybe(Some(&row.please)),
        please_dont: scene.maybe(row.please_dont.as_ref()),
        why: scene.maybe(Some(&row.why)),
        you_get: scene.maybe(row.you_get.as_ref()),
        weight: weight(row.serious.as_ref().is_some_and(|at| at.value.0)),
    }
}

fn weight(is_serious: bool) -> Weight {
    if is_serious { Weight::Serious } else { Weight::Ordinary }
}

/// What follows, step by step.
///
/// # Errors
/// What is wrong with the template of the picture.
pub(super) fn consequences(scene: &Scene<'_>) -> Result<ConsequencesView, Box<Diagnostic>> {
    let ladder = &scene.site.policies.consequences;
    let said = |row: &Consequence| {
        let words = scene.sayer().say(&crate::policy::written::Words::Prose(row.what.value.clone()));
        format!("{}.", words.trim_end_matches('.'))
    };
    let picture = super::pictures::ladder(scene, &ladder.iter().map(said).collect::<Vec<_>>())?;
    Ok(ConsequencesView { picture, steps: ladder.iter().map(|row| consequence_view(scene, row)).collect() })
}

fn consequence_view(scene: &Scene<'_>, row: &Consequence) -> ConsequenceView {
    ConsequenceView {
        id: format!("consequence-{}", row.step.value.0),
        step: row.step.value.0,
        what: scene.prose(&row.what.value),
        counts: scene.maybe(row.counts.as_ref()),
        weight: weight(row.serious_starts_here.as_ref().is_some_and(|at| at.value.0)),
    }
}

/// What things cost.
pub(super) fn fees(scene: &Scene<'_>) -> FeesView {
    let fees = scene.site.business.fees.iter().map(|(id, money)| FeeView {
        id: format!("fee-{}", id.value),
        name: super::title_words(id.value.as_str()),
        amount: scene.said(money),
    });
    FeesView { fees: fees.collect() }
}

/// What a signature covers.
pub(super) fn documents(scene: &Scene<'_>) -> DocumentsView {
    let Some(signed) = &scene.site.policies.written.acknowledge else { return DocumentsView::default() };
    let page = |id: &str| scene.site.pages.iter().find(|page| page.id() == id);
    let link = |id: &str| page(id).map(|page| Link { title: page.title.clone(), href: scene.href_with(page, "") });
    let listed = |list: Option<&crate::diagnostic::At<Vec<crate::diagnostic::At<crate::policy::written::Text>>>>| {
        list.map(|at| at.value.iter().map(|at| at.value.to_string()).collect::<Vec<_>>()).unwrap_or_default()
    };
    let initialled =
        scene.site.policies.responsibilities.iter().filter(|row| row.initial.as_ref().is_some_and(|at| at.value.0));
    let agreement =
        scene.site.business.agreement.as_ref().filter(|agreement| agreement.wins.as_ref().is_some_and(|at| at.value.0));
    let again = listed(signed.sign_again_on.as_ref());
    let anchor = |link: Link| {
        Html(format!(
            "<a href=\"{}\">{}</a>",
            crate::markdown::html::escaped(&link.href),
            crate::markdown::html::escaped(&link.title)
        ))
    };
    DocumentsView {
        documents: listed(signed.documents.as_ref()).iter().filter_map(|id| link(id)).collect(),
        initials: initialled.map(|row| scene.prose(&row.item.value)).collect(),
        sign_again_on: again.iter().map(|id| link(id).map_or_else(|| Html(id.clone()), anchor)).collect(),
        agreement: agreement.map(|agreement| agreement.title.value.to_string()),
        version: None,
    }
}
