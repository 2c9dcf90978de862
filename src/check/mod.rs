//! Checks: Site → findings. They change nothing, and know nothing of templates.
//!
//! - [`links`]: what leads nowhere.
//! - [`outside`]: links to other people's sites, once somebody has asked there.
//! - [`days`], [`router`]: days off that can't be kept, and whether the way to an answer ever ends.
//! - [`facts`]: facts that cannot both be true. A build refuses them.
//! - [`needs`]: the things clients ask for sooner or later, and which of them the site answers.
//! - [`prose`], [`tone`], [`reading`], [`structure`], [`fresh`]: what the owner's own sentences say, how they say it, how hard they are to
//!   read, how they are laid out, and how old they are. Each page is cut into passages and words once ([`text`]), and all of these read the
//!   same words; pages are looked at on all cores.
//! - [`opinion`]: what the owner judges otherwise, in `business.toml` or beside a sentence.
//!
//! Deliberately absent: pages that don't belong to the site, and guesses. A rule that can't tell a slip from a choice stays quiet.

pub mod days;
pub mod facts;
mod fresh;
pub mod links;
pub mod needs;
pub mod opinion;
pub mod outside;
mod prose;
mod reading;
pub mod router;
mod structure;
mod text;
mod tone;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::diagnostic::Findings;
use crate::markdown::Document;
use crate::site::{Page, Site};
use crate::source::Layout;
use needs::Score;
use text::Passage;

/// What a look over a site says.
#[derive(Debug)]
pub struct Looked {
    /// How it stands with what clients need.
    pub score: Score,
    /// What was found, as the rules see it: the owner's opinion is not yet heard.
    pub findings: Findings,
}

/// What cannot both be true, what can't be kept, and doors that stay closed. `found` is what was wrong before anything was made.
#[must_use]
pub fn facts_and_days(site: &Site, today: Date, found: &Findings) -> Findings {
    let mut findings = facts::check(site, found);
    if facts::hours_are_sound(site, found) {
        findings.append(days::check(site, today));
    }
    router::check(site, today, &mut findings);
    findings
}

/// Looks a whole site over: everything beside links and contradictions, which a build tells as well.
///
/// `found` is what was wrong before anything was made. In somebody else's handbook only facts of the text are told, because nobody
/// promised more.
#[must_use]
pub fn look_over(site: &Site, today: Date, found: &Findings) -> Looked {
    let score = Score::of(site);
    let mut findings = Findings::new();
    if site.layout == Layout::Site {
        findings.append(needs::check(site, &score));
        findings.extend(facts::closures::check(site, today));
        findings.append(fresh::check(site, today));
        findings.append(structure::among_pages(site));
        let known = prose::Known::of(site, today);
        let known = if facts::hours_are_sound(site, found) { known } else { known.without_hours() };
        findings.append(sentences(site, &known));
    }
    Looked { score, findings }
}

/// Whatever is found in the owner's sentences, page by page on all cores.
fn sentences(site: &Site, known: &prose::Known<'_>) -> Findings {
    let left_out = text::left_out(site);
    let pages: Vec<&Page> = site.pages.iter().chain(&site.staff).collect();
    let headers = site.prose.iter().filter(|(span, _)| !left_out.contains(span));
    let headers: Vec<&Document> = headers.map(|(_, document)| document).collect();
    let on_pages = pages.into_par_iter().map(|page| page_sentences(site, known, page));
    let in_headers = headers.into_par_iter().map(|document| header_sentences(site, known, document));
    let mut findings = Findings::new();
    on_pages.chain(in_headers).collect::<Vec<_>>().into_iter().for_each(|found| findings.append(found));
    findings
}

fn header_sentences(site: &Site, known: &prose::Known<'_>, document: &Document) -> Findings {
    let mut findings = Findings::new();
    for passage in text::passages(document) {
        findings.append(speech(site, known, document, &passage));
        findings.extend(structure::leftover(document, &passage));
    }
    findings
}

/// What a passage says, and how. Both are known for English alone; another language's sentences are left in peace.
fn speech(site: &Site, known: &prose::Known<'_>, document: &Document, passage: &Passage) -> Findings {
    let mut findings = Findings::new();
    if site.business.language.primary() == "en" {
        findings.append(prose::check(known, document, passage));
        findings.append(tone::check(document, passage));
    }
    findings
}

fn page_sentences(site: &Site, known: &prose::Known<'_>, page: &Page) -> Findings {
    let document = &page.document;
    let passages: Vec<Passage> = text::passages(document);
    let mut findings = structure::page(site, page, &passages);
    for passage in &passages {
        findings.append(speech(site, known, document, passage));
        findings.extend(structure::leftover(document, passage));
    }
    if site.business.language.primary() == "en" {
        findings.append(tone::page(site, page, &passages));
    }
    findings.append(reading::check(site, page, &passages));
    findings
}
