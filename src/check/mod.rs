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

use crate::diagnostic::{Findings, Sources};
use crate::markdown::Document;
use crate::site::{Page, Site};
use crate::source::Layout;
use needs::Score;
use text::Passage;

/// Looks a whole site over: everything beside links and contradictions, which a build tells as well.
///
/// `findings` are those of the build; they are judged as the owner wishes, and what is found here is added. In somebody else's handbook
/// only facts of the text are told, because nobody promised more.
pub fn look_over(site: &Site, sources: &Sources, today: Date, findings: &mut Findings) -> Score {
    let score = Score::of(site);
    if site.layout == Layout::Site {
        let mut found = Findings::new();
        found.append(needs::check(site, &score));
        found.extend(facts::closures::check(site, today));
        found.append(fresh::check(site, today));
        found.append(structure::among_pages(site));
        let known = prose::Known::of(site, today);
        let known = if facts::hours_are_sound(site, findings) { known } else { known.without_hours() };
        found.append(sentences(site, &known));
        findings.append(found);
    }
    opinion::apply(site, sources, findings);
    score
}

/// Whatever is found in the owner's sentences, page by page on all cores.
fn sentences(site: &Site, known: &prose::Known<'_>) -> Findings {
    let left_out = text::left_out(site);
    let pages: Vec<&Page> = site.pages.iter().chain(&site.staff).collect();
    let found: Vec<Findings> = pages.into_par_iter().map(|page| page_sentences(site, known, page)).collect();
    let mut findings = Findings::new();
    found.into_iter().for_each(|found| findings.append(found));
    for (_, document) in site.prose.iter().filter(|(span, _)| !left_out.contains(span)) {
        for passage in text::passages(document) {
            findings.append(speech(site, known, document, &passage));
            findings.extend(structure::leftover(document, &passage));
        }
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
