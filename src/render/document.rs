//! A page's Markdown as HTML, with the site around it: references become facts, links become addresses.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeSet;

use super::components::{self, Part};
use super::own_titles::{self, OwnTitle};
use super::pictures;
use super::scene::Scene;
use super::views::{CalloutKind, CalloutView, EmbedKind, EmbedView, Html, QuestionView, TableView};
use crate::diagnostic::{Findings, Span};
use crate::markdown::document::{CalloutKind as Callout, EmbedKind as Embedded, Mention, Nodes, Position};
use crate::markdown::html::{self, Href, Labels, Offer, Picture, Surroundings, Target};
use crate::markdown::{Document, TargetKind};
use crate::policy::embeds::Embed;
use crate::policy::written::{Prose, Words};
use crate::site::{Component, Lead, Page, Shape, Site, company};

/// What a document is rendered for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Medium {
    /// A page on screen, by the theme's templates.
    #[default]
    Screen,
    /// A paged page, by the theme's templates: questions stand open.
    Paper,
    /// The PDF: plain marked-up text, in which each component is an empty `<part>` and is put aside, filled.
    Bound,
}

/// A document being rendered on one page.
pub struct Sheet<'s> {
    scene: Scene<'s>,
    labels: Labels<'s>,
    /// Level of the heading above, for components that bring headings of their own.
    found: RefCell<Findings>,
    level: u8,
    ids: RefCell<BTreeSet<String>>,
    medium: Medium,
    parts: RefCell<Vec<Part>>,
    titles: RefCell<Vec<OwnTitle>>,
}

impl<'s> Sheet<'s> {
    /// A sheet on the scene's page.
    #[must_use]
    pub fn new(scene: Scene<'s>) -> Self {
        let words = &scene.theme.labels;
        let labels = Labels {
            permalink: words.link_to_this(),
            callouts: [
                words.callout_note(),
                words.callout_tip(),
                words.callout_important(),
                words.callout_warning(),
                words.callout_caution(),
            ],
            ..Labels::ENGLISH
        };
        Sheet {
            scene,
            labels,
            found: RefCell::default(),
            level: 2,
            ids: RefCell::default(),
            medium: Medium::Screen,
            parts: RefCell::default(),
            titles: RefCell::default(),
        }
    }

    /// The same sheet for another medium.
    #[must_use]
    pub fn for_medium(self, medium: Medium) -> Self {
        Sheet { medium, ..self }
    }

    /// Keeps the ids of a document's headings for the headings: what components bring gives way.
    #[must_use]
    pub fn keeping(self, document: &Document) -> Self {
        self.ids.borrow_mut().extend(document.headings().iter().map(|heading| heading.id.to_string()));
        self
    }

    /// Renders a run of a document.
    #[must_use]
    pub fn html(&self, document: &Document, nodes: Nodes) -> String {
        html::render(document, self, nodes)
    }

    /// Renders a component, noting what is wrong with its template.
    #[must_use]
    pub fn component(&self, shape: &Shape) -> String {
        let fill = || components::part(&self.scene, shape, self.level);
        match self.medium {
            // What is signed stands on the signature page.
            Medium::Paper | Medium::Bound if shape.component == Component::Documents => String::new(),
            Medium::Bound => match fill() {
                Ok(part) => self.put_aside(part),
                Err(diagnostic) => self.noted(Err(diagnostic)),
            },
            Medium::Screen | Medium::Paper => {
                let arrange = || fill()?.html(self.scene.theme);
                let html = self.noted(self.scene.backstage.component(self.scene.from, shape, arrange));
                if self.medium == Medium::Screen {
                    self.titles.borrow_mut().extend(own_titles::drawn(shape, &html));
                }
                super::ids::made_unique(&html, &mut self.ids.borrow_mut())
            }
        }
    }

    /// Puts a component aside and marks its place.
    fn put_aside(&self, part: Part) -> String {
        let mut parts = self.parts.borrow_mut();
        parts.push(part);
        format!("<part data-number=\"{}\"></part>\n", parts.len() - 1)
    }

    /// Renders a question: on screen it folds, on paper it stands open.
    #[must_use]
    pub fn question(&self, view: &QuestionView) -> String {
        match self.medium {
            Medium::Screen => self.noted(self.scene.theme.component("question", view)),
            Medium::Paper => self.noted(self.scene.theme.component("printed-question", view)),
            Medium::Bound => self.bound_question(view),
        }
    }

    fn bound_question(&self, view: &QuestionView) -> String {
        let QuestionView { id, question, answer, policy, .. } = view;
        let mut written = format!("<h2 id=\"{}\">{}</h2>\n{}", html::escaped(id), question.0, answer.0);
        if let Some(policy) = policy {
            let label = html::escaped(self.scene.theme.labels.policy_behind());
            let (href, title) = (html::escaped(&policy.href), html::escaped(&policy.title));
            written.push_str(&format!("<p class=\"policy\">{label}: <a href=\"{href}\">{title}</a></p>\n"));
        }
        written
    }

    /// What was found while rendering, its page's own headings among it.
    #[must_use]
    pub fn into_findings_on(self, page: &Page) -> Findings {
        let repeated = own_titles::repeated(&self.scene, page, &self.titles.borrow());
        let mut findings = self.into_findings();
        findings.extend(repeated);
        findings
    }

    /// What was found while rendering.
    #[must_use]
    pub fn into_findings(self) -> Findings {
        self.found.into_inner()
    }

    /// The components put aside, in order, and what was found while rendering.
    #[must_use]
    pub fn into_parts(self) -> (Vec<Part>, Findings) {
        (self.parts.into_inner(), self.found.into_inner())
    }

    fn noted(&self, rendered: Result<String, Box<crate::diagnostic::Diagnostic>>) -> String {
        rendered.unwrap_or_else(|diagnostic| {
            self.found.borrow_mut().push(*diagnostic);
            String::new()
        })
    }
}

/// The owner's own words from a header as inline HTML.
#[must_use]
pub fn inline(scene: &Scene<'_>, prose: &Prose) -> String {
    match scene.site.prose.document(prose) {
        Some(document) => html::render_whole(document, &Sheet::new(*scene)),
        None => html::escaped(&prose.text),
    }
}

/// The shapes a page shows: those its text places, and if it places none, those of its kind.
#[must_use]
pub fn shown_shapes(site: &Site, page: &Page) -> Vec<Shape> {
    let placed = placed_shapes(site, page);
    let missing = own_shapes(site, page).into_iter().filter(|own| !is_placed(own, &placed));
    let added: Vec<Shape> = missing.collect();
    placed.into_iter().chain(added).collect()
}

/// The shapes that a page's text places.
pub(super) fn placed_shapes(site: &Site, page: &Page) -> Vec<Shape> {
    let alone = page.document.references().iter().filter(|reference| reference.position == Position::AloneInParagraph);
    alone.filter_map(|reference| site.facts.get(page.document.mention(reference).path)?.shape.clone()).collect()
}

/// Shapes of a page's kind that its text does not place: they go under its first paragraph.
#[must_use]
pub fn unplaced_shapes(site: &Site, page: &Page) -> Vec<Shape> {
    let placed = placed_shapes(site, page);
    own_shapes(site, page).into_iter().filter(|own| !is_placed(own, &placed)).collect()
}

/// Whether a component is already placed: itself, or all of it.
fn is_placed(own: &Shape, placed: &[Shape]) -> bool {
    let same = |placed: &&Shape| placed.component == own.component;
    placed.iter().filter(same).any(|placed| placed.only.is_none() || own.only.is_none() || placed.only == own.only)
}

/// The components a kind of page has facts for, in the order they help a reader.
fn own_shapes(site: &Site, page: &Page) -> Vec<Shape> {
    let paths: &[&str] = super::kinds::own_facts(page.kind);
    let mut shapes = Vec::new();
    for path in paths {
        match *path {
            "hours.*" => {
                let schedules = site.policies.availability.schedules.iter();
                let paths = schedules.map(|schedule| format!("hours.{}", schedule.id.value));
                shapes.extend(paths.filter_map(|path| site.facts.get(&path)?.shape.clone()));
            }
            path => shapes.extend(site.facts.get(path).and_then(|fact| fact.shape.clone())),
        }
    }
    shapes
}

fn embed_view(offer: &Offer<'_>, company: &Embed) -> EmbedView {
    let kind = match offer.kind {
        Embedded::Page => EmbedKind::Page,
        Embedded::Video => EmbedKind::Video,
        Embedded::Sound => EmbedKind::Sound,
        Embedded::Picture => EmbedKind::Picture,
    };
    let host = company.host.value.as_str();
    let title = if offer.title.trim().is_empty() { host } else { offer.title.trim() };
    EmbedView {
        kind,
        title: title.to_owned(),
        name: company.name.value.to_string(),
        href: offer.address.to_string(),
        width: offer.size.0,
        height: offer.size.1,
    }
}

/// The last words of a line of HTML: enough to know in which form a value follows.
fn last_words(html: &str) -> String {
    let from = html.char_indices().rev().nth(LAST_WORDS).map_or(0, |(at, _)| at);
    let tail = html.get(from..).unwrap_or_default();
    let mut words = String::new();
    for piece in tail.split('<') {
        words.push_str(piece.rsplit_once('>').map_or(piece, |(_, words)| words));
    }
    words
}

/// How many letters of it are looked at.
const LAST_WORDS: usize = 60;

impl Surroundings for Sheet<'_> {
    fn reference_words<'a>(&'a self, mention: Mention<'a>) -> Cow<'a, str> {
        Cow::Owned(self.scene.sayer().say_path(mention.path))
    }

    fn reference_inline(&self, mention: Mention<'_>, out: &mut String) {
        let said = self.scene.fact_behind(&last_words(out), mention.path);
        out.push_str(&said.0);
    }

    fn reference_address<'a>(&'a self, mention: Mention<'a>) -> Option<Cow<'a, str>> {
        let fact = self.scene.site.facts.get(mention.path)?;
        Some(Cow::Owned(match &fact.words {
            Words::Phone(phone) => phone.tel(),
            Words::Mail(mail) => format!("mailto:{mail}"),
            words => self.scene.sayer().say(words),
        }))
    }

    fn reference_block(&self, mention: Mention<'_>) -> Option<String> {
        let shape = self.scene.site.facts.get(mention.path)?.shape.as_ref()?;
        Some(self.component(shape))
    }

    fn link<'a>(&'a self, target: Target<'a>) -> Option<Href<'a>> {
        match target.kind {
            TargetKind::File | TargetKind::Fragment => {
                let address = self.scene.address(target.span, target.words)?;
                Some(Href { address: Cow::Owned(address), external: false })
            }
            kind => Some(Href { address: kind.address(target.words), external: true }),
        }
    }

    fn image<'a>(&'a self, target: Target<'a>) -> Option<Picture<'a>> {
        // What lies with another company is linked to, unless it is let in: see `embed`.
        if target.kind.leaves_site() {
            return None;
        }
        if target.kind != TargetKind::File {
            return Some(Picture { address: target.kind.address(target.words), size: None, choices: None });
        }
        let Lead::To { published, .. } = self.scene.site.links.lead(target.span.file, target.words) else {
            return None;
        };
        let picture = self.scene.site.picture(&published.address);
        // What can't go out leaves its description.
        if picture.is_some_and(|picture| picture.fault().is_some()) {
            return None;
        }
        let is_on_screen = self.medium == Medium::Screen;
        let choices = picture.filter(|_| is_on_screen).and_then(|picture| pictures::choices(picture, self.scene.from));
        let size = picture.and_then(crate::pictures::Picture::size);
        Some(Picture { address: Cow::Owned(self.scene.href(&published.address)), size, choices })
    }

    fn embed(&self, offer: &Offer<'_>) -> Option<String> {
        let company = company(&self.scene.site.business, &offer.address)?;
        let view = embed_view(offer, company);
        if self.medium == Medium::Bound {
            let (href, title, name) =
                (html::escaped(&view.href), html::escaped(&view.title), html::escaped(&view.name));
            return Some(format!("<p><a href=\"{href}\">{title}</a> ({name})</p>\n"));
        }
        let form = if self.medium == Medium::Paper { "printed-embed" } else { "embed" };
        Some(self.noted(self.scene.theme.component(form, &view)))
    }

    fn callout(&self, kind: Callout, inner: &str, out: &mut String) {
        if self.medium == Medium::Bound {
            out.push_str(&format!("<aside class=\"{}\">\n{inner}</aside>\n", kind.word()));
            return;
        }
        let kind = match kind {
            Callout::Note => CalloutKind::Note,
            Callout::Tip => CalloutKind::Tip,
            Callout::Important => CalloutKind::Important,
            Callout::Warning => CalloutKind::Warning,
            Callout::Caution => CalloutKind::Caution,
        };
        let view = CalloutView { kind, body: Html(inner.to_owned()) };
        out.push_str(&self.noted(self.scene.theme.component("callout", &view)));
    }

    fn table(&self, table: &str, name: &str, out: &mut String) {
        if self.medium == Medium::Bound {
            out.push_str(table);
            return;
        }
        let view = TableView { name: name.to_owned(), table: Html(table.to_owned()) };
        out.push_str(&self.noted(self.scene.theme.component("table", &view)));
    }

    fn source(&self, block: Span) -> Option<String> {
        let file = self.scene.marks?.file(block.file);
        Some(format!("{}:{}", file.name(), file.position(block.start).line))
    }

    fn labels(&self) -> &Labels<'_> {
        &self.labels
    }
}

impl Scene<'_> {
    /// The relative link for a target typed at `span`; nothing when it leads nowhere (which is told by the link check).
    #[must_use]
    pub fn address(&self, span: Span, target: &str) -> Option<String> {
        let Lead::To { published, fragment } = self.site.links.lead(span.file, target) else { return None };
        let fragment = fragment.map_or_else(String::new, |id| format!("#{id}"));
        if published.address == *self.from && !fragment.is_empty() {
            return Some(fragment);
        }
        Some(self.href(&published.address) + &fragment)
    }
}
