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
    let others = [book.reach.is_some().then_some(Kind::Sheet), book.card.is_some().then_some(Kind::Card)];
    jumps::settle(&mut data);
    let pack = data.to_string();
    // What is set takes tens of megabytes, and the same words as a tree a good many more.
    drop(book);
    let templates = kept.templates(&press.theme.printed);
    let desk = Desk { press, shared: Shared { templates: &templates, fonts: &fonts, pictures: &shown }, kept };
    for made in desk.make_all(pack, others.into_iter().flatten().collect(), data) {
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

/// A paper on its way: what the engine has set, or the file made of the same the last time.
struct Setting<'d> {
    kind: Kind,
    data: String,
    matter: blake3::Hash,
    document: Option<(PagedDocument, World<'d>)>,
    content: Option<Content>,
    findings: Findings,
}

/// The data file of each paper beside the pack, in the order of [`Kind`]: each tells less than the one before, so one tree serves them all.
fn data_files(kinds: Vec<Kind>, mut data: Value) -> Vec<(Kind, String)> {
    leave_out_chapters(&mut data);
    jumps::leave_out(&mut data);
    let mut file = |kind: Kind| {
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

impl<'d> Desk<'d, '_> {
    /// All papers. The pack takes longest: the next is made while it is set, the last while it is written, which one core does alone.
    fn make_all(&self, pack: String, others: Vec<Kind>, data: Value) -> Vec<Made> {
        let make = |(kind, data)| self.write(self.set(kind, data));
        let beside = || {
            let mut others = data_files(others, data).into_iter();
            (others.next().map(make), others)
        };
        let (pack, (next, last)) = rayon::join(|| self.set(Kind::Pack, pack), beside);
        let (pack, last) = rayon::join(|| self.write(pack), || last.map(make).collect::<Vec<_>>());
        [pack].into_iter().chain(next).chain(last).collect()
    }

    fn set(&self, kind: Kind, data: String) -> Setting<'d> {
        let matter = self.matter(kind, &data);
        let content = self.kept.get(&kind.address(), matter);
        let mut setting = Setting { kind, data, matter, document: None, content, findings: Findings::new() };
        if setting.content.is_some() {
            return setting;
        }
        let Some(world) = World::new(kind.template(), setting.data.clone(), self.shared) else { return setting };
        match typst::compile::<PagedDocument>(&world).output {
            Ok(document) => {
                setting.findings.append(fit::check(self.press, kind, &document));
                setting.document = Some((document, world));
            }
            Err(errors) => setting.findings.push(told(kind, &world, &errors)),
        }
        setting
    }

    fn write(&self, setting: Setting<'_>) -> Made {
        let Setting { kind, data, matter, document, mut content, mut findings } = setting;
        if let Some((document, world)) = document {
            let words = || letters::on_pages(&document) + "\n" + &data;
            let (written, words) = rayon::join(|| typst_pdf::pdf(&document, &self.options(kind)), words);
            match written {
                Ok(bytes) => {
                    let whole = vec![Segment::Own(self.kept.compact(kind.address(), bytes).into_boxed_slice())];
                    content = Some(Content::new(whole).with_words(words));
                }
                Err(errors) => findings.push(told(kind, &world, &errors)),
            }
        }
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
fn told(kind: Kind, world: &World<'_>, errors: &[typst::diag::SourceDiagnostic]) -> Diagnostic {
    let first = errors.first();
    let what = first.map_or_else(|| "it did not say why".to_owned(), |error| error.message.to_string());
    let message = format!("`{}` could not be made: {}.", kind.address(), what.trim_end_matches('.'));
    let place = first.and_then(|error| world.place(error.span));
    let help = match place {
        Some(_) => "Mend the template here, or remove the file: the built-in one then takes its place.",
        None => "To publish without PDFs for now, build with `--no-pdf`.",
    };
    let finding = Diagnostic::new(&codes::print::NOT_MADE, message).help(help);
    match place {
        Some((file, range)) => finding.at(Span::new(file, range)),
        None => finding,
    }
}
