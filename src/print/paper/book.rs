//! The whole pack as the templates read it.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::Serialize;

use super::blocks::{Block, Inline};
use super::inlines::Setter;
use super::sheet::{SheetPage, sheet_page};
use super::{keeping, reading};
use crate::address::Address;
use crate::policy::business::Corners;
use crate::policy::values::{Direction, Paper};
use crate::print::binding::REACH;
use crate::print::{Press, reach, signing};
use crate::render::Medium;
use crate::render::chapter::chapter;
use crate::render::views::{CardView, CodeView, ImprintView, Labels, Link, SignatureView};
use crate::site::{Chapter, Matter};

/// The pack, and what sheet and cards say.
#[derive(Debug, Serialize)]
pub struct Book<'s> {
    /// BCP 47.
    pub language: String,
    /// Whether lines start on the right.
    pub rtl: bool,
    /// What the PDF is called.
    pub title: String,
    /// Width and height of the paper in millimetres.
    pub paper: (f64, f64),
    /// The brand's colours by lightness.
    pub colors: BTreeMap<String, String>,
    /// Whether corners are round.
    pub soft: bool,
    /// What stands on every page.
    pub imprint: ImprintView,
    /// One line under the name.
    pub tagline: Option<String>,
    /// The logo's file in the world of the templates.
    pub logo: Option<String>,
    /// Where the same is on screen, as people say it.
    pub online: Option<String>,
    /// The square code that leads there.
    pub code: Option<CodeView>,
    /// The interface's words.
    pub words: &'s Labels,
    /// “How to reach us”.
    pub reach: Option<SheetPage>,
    /// The id of that page.
    pub reach_id: &'static str,
    /// The chapters in order.
    pub chapters: Vec<BookChapter>,
    /// What is signed; stands at the end of the last chapter.
    pub signature: Option<Signing>,
    /// The wallet card.
    pub card: Option<CardPages>,
    /// The pictures named above.
    #[serde(skip)]
    pub pictures: Vec<Picture>,
}

/// A picture in the world of the templates.
#[derive(Clone, Debug)]
pub struct Picture {
    /// Its name there.
    pub name: String,
    /// Its place below the content folder, for findings.
    pub path: String,
    /// Its file, for findings.
    pub file: crate::diagnostic::FileId,
    /// Its bytes.
    pub bytes: Arc<[u8]>,
}

/// One chapter.
#[derive(Debug, Serialize)]
pub struct BookChapter {
    /// “3”.
    pub number: String,
    /// Its name and anchor.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its summary.
    pub summary: Option<String>,
    /// Since when it holds, in words.
    pub effective: Option<String>,
    /// Its text.
    pub blocks: Vec<Block>,
    /// The number of the signature page, when that follows.
    pub signed: Option<String>,
}

/// What is signed.
#[derive(Debug, Serialize)]
pub struct Signing {
    /// Titles and anchors of the pages covered; an anchor is empty when the page is not in the pack.
    pub documents: Vec<(String, String)>,
    /// Lines to initial.
    pub initials: Vec<Vec<Inline>>,
    /// What is said of the agreement that wins.
    pub agreement: Option<String>,
    /// Changes that call for a new signature.
    pub again: Vec<Vec<Inline>>,
}

/// The wallet card.
#[derive(Debug, Serialize)]
pub struct CardPages {
    /// The number for danger to people.
    pub safety: Option<String>,
    /// The tier's name.
    pub name: String,
    /// The one number or address.
    pub value: Option<String>,
    /// The steps.
    pub steps: Vec<Vec<Inline>>,
    /// What it is not for.
    pub not_for: Vec<Vec<Inline>>,
    /// The way to the live page.
    pub code: Option<CodeView>,
}

/// Takes the pack apart for the templates.
#[must_use]
pub fn book<'s>(press: &Press<'s>) -> Book<'s> {
    let shelf = Shelf::default();
    let site = press.site;
    let here = Address::new("print/index.html");
    let scene = press.scene(&here);
    let setter = shelf.setter(press, "pack", &here);
    let chapters: Vec<BookChapter> =
        press.binding.chapters.iter().enumerate().map(|(index, own)| book_chapter(press, &shelf, index, own)).collect();
    let logo = site.logo().map(|logo| logo.address.clone());
    shelf.pictures.borrow_mut().extend(logo.clone());
    let mut book = Book {
        language: site.business.language.to_string(),
        rtl: site.business.language.direction() == Direction::Rtl,
        title: press.theme.labels.pack_title().to_owned(),
        paper: measures(press.paper()),
        colors: press.theme.printed.colors.iter().cloned().collect(),
        soft: site.business.brand.corners == Corners::Soft,
        imprint: press.imprint(),
        tagline: site.business.tagline.clone(),
        logo: logo.map(|logo| logo.file_name().to_owned()),
        online: site.business.url.as_ref().map(|url| crate::print::binding::bare(url).to_owned()),
        code: site.business.url.as_ref().and_then(|url| crate::print::code::code(&format!("{url}/"))),
        words: &press.theme.labels,
        reach: reach::sheet(&scene).map(|sheet| sheet_page(&setter, sheet)),
        reach_id: REACH,
        chapters,
        signature: signing::signature(press).map(|signature| signing_page(&setter, signature)),
        card: reach::card(&scene).map(|card| card_pages(&setter, card)),
        pictures: Vec::new(),
    };
    book.pictures = pictures(press, &shelf.pictures.borrow());
    book
}

/// What all chapters share.
#[derive(Default)]
struct Shelf {
    ids: RefCell<BTreeSet<String>>,
    pictures: RefCell<BTreeSet<Address>>,
}

impl Shelf {
    fn setter<'p, 's>(&'p self, press: &'p Press<'s>, name: &'p str, from: &'p Address) -> Setter<'p, 's> {
        let (ids, pictures) = (&self.ids, &self.pictures);
        Setter { press, name, from, ids, pictures, notes: RefCell::default(), noted: RefCell::default() }
    }
}

fn book_chapter(press: &Press<'_>, shelf: &Shelf, index: usize, own: &Chapter) -> BookChapter {
    let page = press.binding.page(own);
    // What is wrong with a template was told when the paged pages were made.
    let text = chapter(&press.scene(&page.address), page, Medium::Bound);
    let setter = shelf.setter(press, &own.name, &page.address);
    let mut blocks = reading::blocks(&setter, &text.html, &text.parts);
    let mut sections = Sections { chapter: index + 1, count: 0, above: 1 };
    sections.settle(&mut blocks);
    keeping::settle(&mut blocks);
    BookChapter {
        number: (index + 1).to_string(),
        id: own.name.clone(),
        title: page.title.clone(),
        summary: page.summary.clone(),
        effective: page.header.effective.as_ref().map(|at| press.site.sayer().wording().date(at.value.date())),
        blocks,
        signed: (page.kind == crate::policy::kinds::Kind::Acknowledge).then(|| sections.next()),
    }
}

/// The headings of a chapter, on the way through it. They are numbered here: numbers that the engine had to count would not be known when it
/// sets the pack for the first time, and all of it would have to be set once more.
struct Sections {
    chapter: usize,
    count: usize,
    /// The level of the heading before.
    above: u8,
}

impl Sections {
    /// No heading stands more than one level below the one before it; one that a component brings stands one below it.
    fn settle(&mut self, blocks: &mut [Block]) {
        for block in blocks {
            match block {
                Block::Heading { level, number, .. } => {
                    let is_brought = *level == 0;
                    *level = if is_brought { self.below() } else { (*level).min(self.above + 1) };
                    *number = self.number(*level);
                    if !is_brought {
                        self.above = *level;
                    }
                }
                Block::Week { level, number, .. } => {
                    *level = self.below();
                    *number = self.number(*level);
                }
                Block::Card { level: Some(level), number, title, .. } => {
                    *level = self.below();
                    *number = if title.is_empty() { None } else { self.number(*level) };
                }
                _ => {}
            }
            match block {
                Block::Card { inside, .. } | Block::Quote { inside } | Block::Callout { inside, .. } => {
                    self.settle(inside);
                }
                Block::List { items, .. } => items.iter_mut().for_each(|item| self.settle(&mut item.inside)),
                _ => {}
            }
        }
    }

    fn below(&self) -> u8 {
        (self.above + 1).min(6)
    }

    /// The contents name what is on the second level, and nothing deeper.
    fn number(&mut self, level: u8) -> Option<String> {
        (level == 2).then(|| self.next())
    }

    fn next(&mut self) -> String {
        self.count += 1;
        format!("{}.{}", self.chapter, self.count)
    }
}

/// ISO 216 and ANSI/ASME Y14.1, in millimetres.
fn measures(paper: Paper) -> (f64, f64) {
    match paper {
        Paper::A4 => (210.0, 297.0),
        Paper::Letter => (215.9, 279.4),
    }
}

fn pictures(press: &Press<'_>, used: &BTreeSet<Address>) -> Vec<Picture> {
    let files = press.site.files.iter().filter(|file| used.contains(&file.address));
    let picture = |file: &crate::site::PublishedFile| {
        let bytes = match &file.matter {
            Matter::Whole(bytes) => Arc::clone(bytes),
            // What can't go out has been told; its description stands in its place.
            Matter::Picture(picture) => picture.file(&file.address)?,
        };
        let name = file.address.file_name().to_owned();
        Some(Picture { name, path: file.path.to_string(), file: file.file, bytes })
    };
    files.filter_map(picture).collect()
}

fn signing_page(setter: &Setter<'_, '_>, signature: SignatureView) -> Signing {
    let labels = &setter.theme().labels;
    let anchor = |link: Link| (link.title, link.href.trim_start_matches('#').to_owned());
    Signing {
        documents: signature.documents.into_iter().map(anchor).collect(),
        initials: signature.initials.iter().map(|line| setter.html(line)).collect(),
        agreement: signature.agreement.map(|agreement| labels.agreement_wins().replace("{agreement}", &agreement)),
        again: signature.sign_again_on.iter().map(|line| setter.html(line)).collect(),
    }
}

fn card_pages(setter: &Setter<'_, '_>, card: CardView) -> CardPages {
    CardPages {
        safety: card.safety,
        name: card.name,
        value: card.action.map(|action| action.value.unwrap_or(action.name)),
        steps: card.steps.iter().map(|step| setter.html(step)).collect(),
        not_for: card.not_for.iter().map(|line| setter.html(line)).collect(),
        code: card.code,
    }
}
