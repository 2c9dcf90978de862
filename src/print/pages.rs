//! The paged pages: the whole pack, each chapter alone, the sheet and the cards.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::binding::REACH;
use super::markup::{self, Node};
use super::weave::{self, Under, Weaver};
use super::{Press, reach, signing, style};
use crate::address::Address;
use crate::diagnostic::{Diagnostic, Findings};
use crate::markdown::document::Heading;
use crate::policy::kinds::Kind;
use crate::render::chapter::chapter;
use crate::render::output::Segment;
use crate::render::pages::{canonical, tab_title};
use crate::render::theme::Context;
use crate::render::views::{
    ChapterView, ContentsEntry, Html, PackView, PageInfo, Robots, SignaturePlace, SignatureView,
};
use crate::render::{Content, Medium, Output};
use crate::site::{Chapter, Page};

/// Adds all paged pages and their stylesheet; nothing when there is nothing to bind.
pub(super) fn add(press: &Press<'_>, output: &mut Output) -> Findings {
    let chapters = press.binding.chapters;
    if chapters.is_empty() {
        return Findings::new();
    }
    let made: Vec<(Woven, Findings)> =
        chapters.par_iter().enumerate().map(|(index, chapter)| woven(press, index, chapter)).collect();
    let mut findings = Findings::new();
    let mut woven = Vec::with_capacity(made.len());
    for (chapter, found) in made {
        findings.append(found);
        woven.push(chapter);
    }
    let bound: Vec<ChapterView> = woven.iter().map(|chapter| chapter.bound.clone()).collect();
    let style = add_style(press, &bound, output);
    let desk = Desk { press, style, signature: signing::signature(press) };
    let set = desk.pages(&woven, bound).into_par_iter().map(|(address, template, view, title)| {
        let html = desk.page(&address, template, &view, &title);
        (address, html)
    });
    for (address, html) in set.collect::<Vec<_>>() {
        match html {
            Ok(html) => output.insert(address, Content::text(html)),
            Err(finding) => findings.push(*finding),
        }
    }
    findings
}

/// The headings of a chapter that the contents name and number.
fn sections(page: &Page) -> impl Iterator<Item = &Heading> {
    page.document.headings().iter().filter(|heading| heading.level == 2)
}

/// A chapter as it stands in the pack, and on a page of its own.
struct Woven {
    name: String,
    bound: ChapterView,
    alone: ChapterView,
}

fn woven(press: &Press<'_>, index: usize, own: &Chapter) -> (Woven, Findings) {
    let page = press.binding.page(own);
    let text = chapter(&press.scene(&page.address), page, Medium::Paper);
    let onto = Address::new("print/index.html");
    let sections: Vec<String> = self::sections(page).map(|heading| heading.id.to_string()).collect();
    let number = index + 1;
    let view = |under: Under, nodes: Vec<Node<'_>>| {
        let mut weaver = Weaver {
            binding: &press.binding,
            name: &own.name,
            from: &page.address,
            onto: &onto,
            under,
            sections: &sections,
            number,
            notes: Vec::new(),
        };
        let content = Html(weaver.weave(nodes));
        let is_signed = page.kind == Kind::Acknowledge;
        ChapterView {
            number: number.to_string(),
            id: own.name.clone(),
            title: page.title.clone(),
            summary: page.summary.clone(),
            effective: page.header.effective.as_ref().map(|at| press.site.sayer().wording().date(at.value.date())),
            content,
            notes: weaver.notes,
            signature: if is_signed { SignaturePlace::Here } else { SignaturePlace::Elsewhere },
        }
    };
    let nodes = markup::read(&text.html);
    let (bound, alone) = (view(Under::Cover, nodes.clone()), view(Under::Title, nodes));
    (Woven { name: own.name.clone(), bound, alone }, text.findings)
}

/// Publishes the stylesheet of the paged pages.
fn add_style(press: &Press<'_>, chapters: &[ChapterView], output: &mut Output) -> Vec<Address> {
    let css = format!("{}\n{}", press.theme.printed.style, style::rules(press, chapters));
    let address = Address::hashed("pack", "css", css.as_bytes());
    output.insert(address.clone(), Content::new(vec![Segment::Own(css.into_bytes().into_boxed_slice())]));
    let assets = &press.theme.assets;
    assets.style.iter().chain(&assets.facts).cloned().chain([address]).collect()
}

struct Desk<'d, 's> {
    press: &'d Press<'s>,
    style: Vec<Address>,
    signature: Option<SignatureView>,
}

type Planned = (Address, &'static str, PackView, String);

impl Desk<'_, '_> {
    /// Every page: where it goes, its template, what it shows, its title.
    fn pages(&self, woven: &[Woven], bound: Vec<ChapterView>) -> Vec<Planned> {
        let labels = &self.press.theme.labels;
        let at = |name: &str| Address::new(&format!("print/{name}.html"));
        let scene_page = at("index");
        let scene = self.press.scene(&scene_page);
        let reach = reach::sheet(&scene);
        let whole = PackView { contents: self.contents(), reach: reach.clone(), ..self.view(bound) };
        let mut pages = vec![(at("index"), "print/pack.html", whole, labels.pack_title().to_owned())];
        for chapter in woven {
            let view = self.view(vec![chapter.alone.clone()]);
            pages.push((at(&chapter.name), "print/chapter.html", view, chapter.alone.title.clone()));
        }
        if reach.is_some() {
            let view = PackView { reach, ..self.view(Vec::new()) };
            pages.push((at("sheet"), "print/sheet.html", view, labels.how_to_reach_us().to_owned()));
        }
        if let Some(card) = reach::card(&scene) {
            let view = PackView { card: Some(card), ..self.view(Vec::new()) };
            pages.push((at("card"), "print/card.html", view, labels.wallet_cards().to_owned()));
        }
        pages
    }

    fn view(&self, chapters: Vec<ChapterView>) -> PackView {
        let here = Address::new("print/index.html");
        let site = self.press.site;
        PackView {
            styles: self.style.iter().map(|style| here.link_to(style)).collect(),
            imprint: self.press.imprint(),
            logo: site.logo().map(|logo| here.link_to(&logo.address)),
            online: site.business.url.as_ref().map(|url| super::binding::bare(url).to_owned()),
            chapters,
            signature: self.signature.clone(),
            ..PackView::default()
        }
    }

    /// The chapters and the headings right under them.
    fn contents(&self) -> Vec<ContentsEntry> {
        let binding = &self.press.binding;
        let entries = binding.chapters.iter().enumerate().map(|(index, chapter)| {
            let page = binding.page(chapter);
            let number = (index + 1).to_string();
            let inside = sections(page).enumerate().map(|(at, heading)| ContentsEntry {
                number: format!("{number}.{}", at + 1),
                title: self.press.site.sayer().plain_nodes(&page.document, heading.title()),
                href: format!("#{}:{}", chapter.name, heading.id),
                inside: Vec::new(),
            });
            let inside = inside.collect();
            ContentsEntry { title: page.title.clone(), href: format!("#{}", chapter.name), inside, number }
        });
        entries.collect()
    }

    /// Tells the paged form of a page from the page itself.
    fn tab_title(&self, address: &Address, title: &str) -> String {
        let labels = &self.press.theme.labels;
        let words = if address.file_name() == "sheet.html" { labels.on_one_page() } else { labels.to_print() };
        tab_title(&self.press.scene(address), &words.replace("{title}", title))
    }

    fn page(&self, address: &Address, template: &str, view: &PackView, title: &str) -> Result<String, Box<Diagnostic>> {
        let info = PageInfo {
            title: title.to_owned(),
            tab_title: self.tab_title(address, title),
            canonical: self.press.site.business.url.as_ref().map(|url| canonical(url, address.as_str())),
            robots: Robots::Noindex,
            ..PageInfo::default()
        };
        let mut context = Context::new();
        context.insert("page", &info);
        context.insert("pack", view);
        let html = self.press.theme.render(template, &context)?;
        let known = weave::ids_in(&html);
        Ok(weave::landed(&html, |place| self.landing(place, &known)))
    }

    /// Where a jump lands on a page with these ids: there, at its chapter, or on the chapter's own page.
    fn landing(&self, place: &str, known: &BTreeSet<String>) -> String {
        let chapter = place.split(':').next().unwrap_or_default();
        match place {
            place if known.contains(place) => format!("#{place}"),
            REACH => "sheet.html".to_owned(),
            _ if known.contains(chapter) => format!("#{chapter}"),
            place => format!("{chapter}.html#{place}"),
        }
    }
}
