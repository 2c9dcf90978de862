//! The PDFs: data and fixed templates handed to the engine (Typst), which sets them and enforces PDF/UA-1 and PDF/A-2a while it writes.
//!
//! 1. The pack is taken apart ([`super::paper`]) and written as one data file; letters that no font has, pictures that can't be shown and
//!    jumps that lead nowhere are settled in it and told (`letters`, `pictures`, `jumps`).
//! 2. Each paper is set in a world of its own (`world`): data, templates, fonts and pictures in memory, no disk, no clock, no network.
//! 3. What does not fit where it must is told (`fit`); the rest is written with a date that is the policies' own, so that the same site
//!    gives the same bytes.
//!
//! The engine is seen here and nowhere else.

mod compact;
mod fit;
mod fonts;
mod jumps;
mod kept;
mod letters;
mod numbers;
mod pictures;
#[cfg(test)]
mod tests;
mod world;

use rayon::prelude::*;
use serde_json::Value;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use super::Press;
use super::paper;
use crate::address::Address;
use crate::diagnostic::{Diagnostic, Findings, Sources, Span, codes};
use crate::render::{Content, Output, Segment};
pub use kept::KeptPdfs;
use world::{Shared, World};

/// Layouts kept for the next build in the same process, in rounds.
const KEPT_ROUNDS: usize = 8;

/// One paper: its template and the file it becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Pack,
    Sheet,
    Card,
}

impl Kind {
    fn template(self) -> &'static str {
        match self {
            Kind::Pack => "pack.typ",
            Kind::Sheet => "sheet.typ",
            Kind::Card => "card.typ",
        }
    }

    fn address(self) -> Address {
        Address::new(match self {
            Kind::Pack => "welcome-pack.pdf",
            Kind::Sheet => "how-to-reach-us.pdf",
            Kind::Card => "emergency-card.pdf",
        })
    }
}

/// Adds the PDFs to what is published; nothing when there is nothing to bind.
pub(super) fn add(press: &Press<'_>, sources: &Sources, kept: &KeptPdfs, output: &mut Output) -> Findings {
    let mut findings = Findings::new();
    if press.binding.chapters.is_empty() {
        return findings;
    }
    let book = paper::book(press);
    let fonts = kept.fonts(&press.theme.printed.fonts);
    let Ok(mut data) = serde_json::to_value(&book) else { return findings };
    let shown = pictures::shown(press, &book.pictures, &mut findings);
    pictures::leave_out_unshown(&mut data, &shown);
    findings.append(letters::replace(&mut data, &fonts, sources));
    numbers::keep_together(&mut data, &numbers::of(press.site));
    if let Some(fields) = data.as_object_mut() {
        fields.insert("fonts".to_owned(), Value::from(fonts.families()));
    }
    let kinds: Vec<Kind> =
        [Some(Kind::Pack), book.reach.is_some().then_some(Kind::Sheet), book.card.is_some().then_some(Kind::Card)]
            .into_iter()
            .flatten()
            .collect();
    let texts = data_files(kinds, data);
    // What is set takes tens of megabytes, and the same words as a tree a good many more.
    drop(book);
    let templates = kept.templates(&press.theme.printed);
    let desk = Desk { press, shared: Shared { templates: &templates, fonts: &fonts, pictures: &shown }, kept };
    let made: Vec<Made> = texts.into_par_iter().map(|(kind, data)| desk.make(kind, data)).collect();
    for made in made {
        findings.append(made.findings);
        if let Some(content) = made.content {
            output.insert(made.kind.address(), content);
        }
    }
    // Nobody waits for the sweeping.
    rayon::spawn(|| typst::comemo::evict(KEPT_ROUNDS));
    findings
}

struct Desk<'d, 's> {
    press: &'d Press<'s>,
    shared: Shared<'d>,
    kept: &'d KeptPdfs,
}

struct Made {
    kind: Kind,
    content: Option<Content>,
    findings: Findings,
}

/// The data file of each paper, in the order of [`Kind`]: each tells less than the one before, so one tree serves them all.
fn data_files(kinds: Vec<Kind>, mut data: Value) -> Vec<(Kind, String)> {
    let mut file = |kind: Kind| {
        match kind {
            Kind::Pack => jumps::settle(&mut data),
            Kind::Sheet | Kind::Card => {
                leave_out_chapters(&mut data);
                jumps::leave_out(&mut data);
            }
        }
        if kind == Kind::Card {
            jumps::leave_out_links(&mut data);
        }
        (kind, data.to_string())
    };
    kinds.into_iter().map(&mut file).collect()
}

fn leave_out_chapters(data: &mut Value) {
    if let Some(fields) = data.as_object_mut() {
        fields.remove("chapters");
    }
}

impl Desk<'_, '_> {
    fn make(&self, kind: Kind, data: String) -> Made {
        let mut findings = Findings::new();
        let matter = self.matter(kind, &data);
        if let Some(content) = self.kept.get(&kind.address(), matter) {
            return Made { kind, content: Some(content), findings };
        }
        let world = World::new(kind.template(), data.clone(), self.shared);
        let set = world.map(|world| self.set(kind, &world, &mut findings));
        let content = match set {
            Some(Ok(set)) => Some(set),
            Some(Err(trouble)) => {
                findings.push(*trouble);
                None
            }
            None => None,
        };
        let whole = |bytes: Vec<u8>| Content::new(vec![Segment::Own(bytes.into_boxed_slice())]);
        let content = content.map(|(bytes, words)| whole(bytes).with_words(words + "\n" + &data));
        // What was told has places, and those move with every line typed above them: it is found anew each time.
        if let Some(content) = content.as_ref().filter(|_| findings.is_empty()) {
            self.kept.keep(kind.address(), matter, content.clone());
        }
        Made { kind, content, findings }
    }

    /// A hash of everything that one paper is made of.
    fn matter(&self, kind: Kind, data: &str) -> blake3::Hash {
        let printed = &self.press.theme.printed;
        let mut hasher = blake3::Hasher::new();
        let mut take = |part: &[u8]| {
            hasher.update(&(part.len() as u64).to_le_bytes());
            hasher.update(part);
        };
        take(format!("{:?}", self.options(kind)).as_bytes());
        take(data.as_bytes());
        printed.templates.iter().for_each(|template| take(template.text.as_bytes()));
        printed.fonts.iter().for_each(|(name, bytes)| {
            take(name.as_bytes());
            take(bytes);
        });
        self.shared.pictures.iter().for_each(|shown| {
            take(shown.name.as_bytes());
            take(&shown.bytes);
        });
        hasher.finalize()
    }

    /// The PDF and the words on its pages.
    fn set(
        &self,
        kind: Kind,
        world: &World<'_>,
        findings: &mut Findings,
    ) -> Result<(Vec<u8>, String), Box<Diagnostic>> {
        let document = typst::compile::<PagedDocument>(world).output.map_err(|errors| told(kind, world, &errors))?;
        findings.append(fit::check(self.press, kind, &document));
        let bytes = typst_pdf::pdf(&document, &self.options(kind)).map_err(|errors| told(kind, world, &errors))?;
        Ok((compact::compact(bytes), letters::on_pages(&document)))
    }

    fn options(&self, kind: Kind) -> PdfOptions {
        PdfOptions {
            ident: Smart::Custom(format!("{} {}", self.press.site.business.name, kind.address())),
            creator: Smart::Custom(Some("welcomemat".to_owned())),
            timestamp: self.date().map(Timestamp::new_utc),
            standards: PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a]).unwrap_or_default(),
            tagged: true,
            ..PdfOptions::default()
        }
    }

    /// The archive standard asks for a date. It is the latest `effective`: the day of the build would change the file every day.
    fn date(&self) -> Option<Datetime> {
        let date = self.press.version.date.as_deref().and_then(|date| date.parse::<jiff::civil::Date>().ok());
        let date = date.unwrap_or(jiff::civil::date(2000, 1, 1));
        let part = |number: i8| u8::try_from(number).unwrap_or(1);
        Datetime::from_ymd_hms(i32::from(date.year()), part(date.month()), part(date.day()), 0, 0, 0)
    }
}

/// What the engine could not do, at the place of the owner's own template when it is there.
fn told(kind: Kind, world: &World<'_>, errors: &[typst::diag::SourceDiagnostic]) -> Box<Diagnostic> {
    let first = errors.first();
    let what = first.map_or_else(|| "it did not say why".to_owned(), |error| error.message.to_string());
    let message = format!("`{}` could not be made: {}.", kind.address(), what.trim_end_matches('.'));
    let place = first.and_then(|error| world.place(error.span));
    let help = match place {
        Some(_) => "Mend the template here, or remove the file: the built-in one then takes its place.",
        None => "To publish without PDFs for now, build with `--no-pdf`.",
    };
    let finding = Diagnostic::new(&codes::print::NOT_MADE, message).help(help);
    Box::new(match place {
        Some((file, range)) => finding.at(Span::new(file, range)),
        None => finding,
    })
}
