//! The page that is signed: what it covers, where the initials go, which agreement wins.

use super::Press;
use super::binding::Lead;
use crate::address::Address;
use crate::policy::kinds::Kind;
use crate::render::components::{self, Part};
use crate::render::views::{Html, Link, SignatureView};
use crate::site::{Component, Shape};

/// What is signed; nothing when the pack has no acknowledge page.
pub(super) fn signature(press: &Press<'_>) -> Option<SignatureView> {
    let page = press.site.page_of(Kind::Acknowledge)?;
    press.binding.chapter_at(&page.address)?;
    let shape = Shape { component: Component::Documents, only: None };
    let Ok(Part::Documents(view)) = components::part(&press.scene(&page.address), &shape, 3) else { return None };
    let jump = |link: Link| Link { href: jump(press, &page.address, &link.href), ..link };
    Some(SignatureView {
        documents: view.documents.into_iter().map(jump).collect(),
        initials: view.initials,
        agreement: view.agreement,
        sign_again_on: view.sign_again_on.iter().map(without_link).collect(),
    })
}

/// `#chapter` for a page that is bound in, nothing for another.
fn jump(press: &Press<'_>, from: &Address, href: &str) -> String {
    match press.binding.lead(from, href) {
        Lead::Jump(place) => format!("#{place}"),
        Lead::Outside(_) | Lead::Nowhere => String::new(),
    }
}

/// The covered pages are linked just above; here their names are enough.
fn without_link(html: &Html) -> Html {
    Html(crate::markdown::html::escaped(&super::markup::words(&super::markup::read(&html.0))))
}
