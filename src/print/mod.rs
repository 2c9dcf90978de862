//! The welcome pack: every policy bound into one booklet, a sheet for the fridge, a card for the wallet.
//!
//! 1. The chapters are the site's ([`crate::site::Chapter`]): one list for screen, paged pages and PDF.
//! 2. `binding` says where each link of a chapter leads once its page is bound; `reach` and `signing` make the pages nobody wrote.
//! 3. The paged pages (`pages`): each chapter's HTML is read as a tree (`markup`) and woven in (`weave`): ids made unique, links turned
//!    into jumps or numbered notes, live widgets left out. Any browser prints them; `style` makes the rules for running heads.
//!    `fit` counts lines to tell what is too full for its page or its card.
//! 4. The PDFs (`paper`, and with the feature `pdf` the engine behind it): the same chapters as a list of blocks, written into a data file
//!    that fixed templates set. No template language is ever written from an owner's words.
//!
//! Deliberately absent: what is true (that is the site's matter), any browser, and any promise that a PDF conforms to a standard: the engine
//! is asked to enforce PDF/UA-1 and PDF/A-2a, and the tests hand the result to two checkers.

mod binding;
mod code;
mod fit;
mod markup;
mod pages;
pub mod paper;
#[cfg(feature = "pdf")]
mod pdf;
mod reach;
mod signing;
mod style;
mod weave;

use std::collections::BTreeSet;

use crate::address::Address;
use crate::diagnostic::{Diagnostic, Findings, codes};
use crate::policy::business::Paper as Chosen;
use crate::policy::values::Paper;
use crate::publish::fingerprint::Version;
use crate::render::scene::Scene;
use crate::render::theme::Theme;
use crate::render::views::ImprintView;
use crate::render::{Backstage, Content, Output, Papers};
use crate::site::Site;
use binding::Binding;
#[cfg(feature = "pdf")]
pub use pdf::KeptPdfs;

/// Whether PDFs are made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pdf {
    /// They are.
    Make,
    /// They are left out.
    #[default]
    Skip,
}

impl Pdf {
    /// The same, as far as this program was built with a PDF engine.
    #[must_use]
    pub fn possible(self) -> Self {
        if cfg!(feature = "pdf") { self } else { Pdf::Skip }
    }
}

/// The papers of a site; none when there is nothing to bind.
#[must_use]
pub fn papers(site: &Site, pdf: Pdf) -> Option<Papers> {
    if site.chapters.is_empty() {
        return None;
    }
    let [pack, sheet, cards] = match pdf.possible() {
        Pdf::Make => ["welcome-pack.pdf", "how-to-reach-us.pdf", "emergency-card.pdf"],
        Pdf::Skip => ["print/index.html", "print/sheet.html", "print/card.html"],
    }
    .map(Address::new);
    let paged = Address::new("print/index.html");
    Some(Papers {
        paged: (paged != pack).then_some(paged),
        sheet: reach::is_possible(site).then_some(sheet),
        cards: reach::has_card(site).then_some(cards),
        pack,
    })
}

/// Every id that a rendered page defines.
#[must_use]
pub fn ids(page: &Content) -> BTreeSet<String> {
    weave::ids_in(&String::from_utf8_lossy(&page.joined()))
}

/// Everything the pack is made from.
pub struct Press<'s> {
    site: &'s Site,
    theme: &'s Theme,
    today: jiff::civil::Date,
    version: &'s Version,
    backstage: &'s Backstage<'s>,
    binding: Binding<'s>,
}

impl<'s> Press<'s> {
    /// Sets up for one site, on one day.
    #[must_use]
    pub fn new(
        site: &'s Site,
        theme: &'s Theme,
        (today, version): (jiff::civil::Date, &'s Version),
        backstage: &'s Backstage<'s>,
    ) -> Self {
        Press { site, theme, today, version, backstage, binding: Binding::new(site) }
    }

    /// Adds the paged pages and their stylesheet.
    #[must_use]
    pub fn add_pages(&self, output: &mut Output) -> Findings {
        let mut findings = self.tell_undescribed();
        findings.append(pages::add(self, output));
        findings
    }

    /// What seems too full for its page or its card, by counting lines: where no engine measures. A count may be wrong, so it warns.
    #[must_use]
    pub fn count_lines(&self) -> Findings {
        if self.binding.chapters.is_empty() {
            return Findings::new();
        }
        let here = Address::new("print/index.html");
        let scene = self.scene(&here);
        fit::check(self, reach::card(&scene).as_ref(), reach::sheet(&scene).as_ref())
    }

    /// Adds the PDFs, those in `kept` as they are. `sources` are the texts the site was read from: findings point into them.
    #[cfg(feature = "pdf")]
    #[must_use]
    pub fn add_pdfs(&self, sources: &crate::diagnostic::Sources, kept: &KeptPdfs, output: &mut Output) -> Findings {
        pdf::add(self, sources, kept, output)
    }

    fn scene<'a>(&'a self, from: &'a Address) -> Scene<'a> {
        Scene { site: self.site, theme: self.theme, from, today: self.today, backstage: self.backstage, marks: None }
    }

    fn imprint(&self) -> ImprintView {
        let date = self.version.date.as_ref().and_then(|date| date.parse().ok());
        ImprintView {
            name: self.site.business.name.clone(),
            version: self.version.shown(),
            effective: date.map(|date| self.site.sayer().wording().date(date)),
        }
    }

    /// The paper the pack is set for.
    fn paper(&self) -> Paper {
        match self.site.business.print.paper {
            Chosen::A4 => Paper::A4,
            Chosen::Letter => Paper::Letter,
            Chosen::Auto => self.site.business.country.map_or(Paper::A4, crate::policy::values::Country::paper),
        }
    }

    /// Pictures without a description, each at its line: they can't be heard, and on paper they can't be found.
    fn tell_undescribed(&self) -> Findings {
        let mut findings = Findings::new();
        for chapter in self.binding.chapters {
            let document = &self.binding.page(chapter).document;
            for image in document.images() {
                let words = self.site.sayer().plain_nodes(document, image.alt());
                if words.trim().is_empty() {
                    let message = "This picture has no description.";
                    let help = "Say between the square brackets what it shows: `![Three places for backups](…)`.";
                    let place = document.span(image.place);
                    findings.push(Diagnostic::new(&codes::print::NO_DESCRIPTION, message).at(place).help(help));
                }
            }
        }
        findings
    }
}
