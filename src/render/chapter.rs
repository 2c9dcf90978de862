//! A page's text as a chapter of the pack, still seen from the page's own address: what binds the chapters turns ids and links.

use super::components::Part;
use super::document::{Medium, Sheet};
use super::pages;
use super::scene::Scene;
use crate::diagnostic::Findings;
use crate::policy::kinds::Kind;
use crate::site::Page;

/// The text of a chapter.
#[derive(Debug)]
pub struct ChapterText {
    /// HTML, without the page's title.
    pub html: String,
    /// The components behind `<part data-number="…">`; empty but for [`Medium::Bound`].
    pub parts: Vec<Part>,
    /// What is wrong with the templates.
    pub findings: Findings,
}

/// Renders a page as a chapter. The scene is seen from the page's own address.
#[must_use]
pub fn chapter(scene: &Scene<'_>, page: &Page, medium: Medium) -> ChapterText {
    let sheet = Sheet::new(*scene).for_medium(medium).keeping(&page.document);
    let html = match page.kind {
        Kind::Faq => pages::questions(scene, &sheet, page),
        _ => pages::article(scene, &sheet, page),
    };
    let (parts, findings) = sheet.into_parts();
    ChapterText { html, parts, findings }
}
