//! A chapter woven into a paged page: its ids made unique, its links turned into jumps or notes, what only a screen can do left out.

use std::borrow::Cow;
use std::collections::BTreeSet;

use memchr::memmem;

use super::binding::{Binding, Lead, bare, resolved, says_itself};
use super::markup::{self, Element, Node};
use crate::address::Address;
use crate::render::views::NoteView;

/// Elements that do nothing on paper. Their words are those of buttons.
const LIVE: [&str; 6] = ["button", "fieldset", "script", "style", "template", "iframe"];
/// Attributes that name ids of the same page.
const POINTERS: [&str; 4] = ["aria-labelledby", "aria-describedby", "for", "headers"];

/// How far headings go down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Under {
    /// The page's title is the chapter's: headings stay as they are.
    Title,
    /// The pack's title stands above the chapter's: headings go down by one.
    Cover,
}

/// A chapter on its way into a paged page.
pub(super) struct Weaver<'w> {
    /// The pack.
    pub binding: &'w Binding<'w>,
    /// The chapter's name.
    pub name: &'w str,
    /// Where the chapter's text was rendered for.
    pub from: &'w Address,
    /// The page it goes into.
    pub onto: &'w Address,
    /// What stands above the chapter.
    pub under: Under,
    /// The ids of the headings that the contents number, in order.
    pub sections: &'w [String],
    /// The chapter's number.
    pub number: usize,
    /// The notes so far.
    pub notes: Vec<NoteView>,
}

impl Weaver<'_> {
    /// Weaves a chapter.
    pub(super) fn weave(&mut self, chapter: Vec<Node<'_>>) -> String {
        let nodes = self.nodes(chapter);
        markup::write(&nodes)
    }

    fn nodes<'h>(&mut self, nodes: Vec<Node<'h>>) -> Vec<Node<'h>> {
        let mut woven = Vec::with_capacity(nodes.len());
        for node in nodes {
            match node {
                Node::Text(_) => woven.push(node),
                Node::Element(element) if is_for_screens(&element) => {}
                Node::Element(element) if element.name == "a" && element.get("href").is_some() => {
                    self.anchor(element, &mut woven);
                }
                Node::Element(element) => woven.push(Node::Element(self.element(element))),
            }
        }
        woven
    }

    fn element<'h>(&mut self, mut element: Element<'h>) -> Element<'h> {
        self.name_ids(&mut element);
        if let Some(level) = element.heading_level().filter(|_| self.under == Under::Cover) {
            element.name = Cow::Owned(format!("h{}", (level + 1).min(6)));
        }
        if let Some(src) = element.get("src").filter(|src| !src.contains(':')) {
            let link = self.onto.link_to(&resolved(self.from, src));
            element.set("src", link);
        }
        element.remove("srcset");
        element.remove("loading");
        if element.name == "details" {
            element.set("open", String::new());
        }
        let number = self.section_number(&element);
        element.inside = self.nodes(std::mem::take(&mut element.inside));
        element.inside.splice(0..0, number);
        element
    }

    /// The number that the contents give a heading; only the whole pack has contents.
    fn section_number<'h>(&self, element: &Element<'h>) -> Option<Node<'h>> {
        element.heading_level().filter(|_| self.under == Under::Cover)?;
        let id = element.get("id")?.strip_prefix(self.name)?.strip_prefix(':')?;
        let section = self.sections.iter().position(|section| section == id)? + 1;
        Some(Node::Element(Element {
            name: Cow::Borrowed("span"),
            attributes: vec![(Cow::Borrowed("class"), Cow::Borrowed("section-number"))],
            inside: vec![Node::Text(Cow::Owned(format!("{}.{section} ", self.number)))],
        }))
    }

    /// Every id starts with the chapter's name, and so does whatever points at one.
    fn name_ids(&self, element: &mut Element<'_>) {
        if let Some(id) = element.get("id") {
            let id = format!("{}:{id}", self.name);
            element.set("id", id);
        }
        for pointer in POINTERS {
            if let Some(ids) = element.get(pointer) {
                let ids: Vec<String> = ids.split_whitespace().map(|id| format!("{}:{id}", self.name)).collect();
                element.set(pointer, ids.join(" "));
            }
        }
    }

    fn anchor<'h>(&mut self, mut element: Element<'h>, woven: &mut Vec<Node<'h>>) {
        let href = element.get("href").unwrap_or_default().to_owned();
        match self.binding.lead(self.from, &href) {
            Lead::Nowhere => woven.extend(self.nodes(element.inside)),
            Lead::Jump(place) => {
                element.set("href", format!("#{place}"));
                woven.push(Node::Element(self.element(element)));
            }
            Lead::Outside(address) => {
                let words = markup::words(&element.inside);
                element.set("href", address.clone());
                woven.push(Node::Element(self.element(element)));
                if !says_itself(&words, &address) {
                    woven.push(self.note(address));
                }
            }
        }
    }

    /// The mark of a note; one address has one note in a chapter.
    fn note<'h>(&mut self, href: String) -> Node<'h> {
        let known = self.notes.iter().position(|note| note.href == href);
        let number = known.unwrap_or(self.notes.len()) + 1;
        let id = format!("{}:link:{number}", self.name);
        if known.is_none() {
            let words = bare(&href).to_owned();
            self.notes.push(NoteView { number, id: id.clone(), href, words });
        }
        let mark = Element {
            name: Cow::Borrowed("a"),
            attributes: vec![(Cow::Borrowed("href"), Cow::Owned(format!("#{id}")))],
            inside: vec![Node::Text(Cow::Owned(number.to_string()))],
        };
        Node::Element(Element {
            name: Cow::Borrowed("sup"),
            attributes: vec![(Cow::Borrowed("class"), Cow::Borrowed("link-note"))],
            inside: vec![Node::Element(mark)],
        })
    }
}

fn is_for_screens(element: &Element<'_>) -> bool {
    LIVE.contains(&element.name.as_ref())
        || element.is_of("permalink")
        || element.is_of("scripted")
        || element.get("hidden").is_some()
}

/// Every id of a page that we wrote ourselves: each stands in double quotes.
pub(super) fn ids_in(html: &str) -> BTreeSet<String> {
    const MARK: &str = " id=\"";
    let places = memmem::find_iter(html.as_bytes(), MARK);
    places
        .filter_map(|at| html.get(at + MARK.len()..)?.split('"').next())
        .map(markup::unescaped)
        .map(Cow::into_owned)
        .collect()
}

/// How a jump to a place of the same page begins.
const JUMP: &str = " href=\"#";

/// Turns every jump of a page into the link that `landing` makes of its place.
pub(super) fn landed(html: &str, landing: impl Fn(&str) -> String) -> String {
    // Links to other pages are longer than jumps; to grow a pack afterwards is to copy it whole.
    let mut written = String::with_capacity(html.len() + html.len() / 8);
    let mut copied = 0;
    for at in memmem::find_iter(html.as_bytes(), JUMP) {
        let (before, after) =
            (html.get(copied..at).unwrap_or_default(), html.get(at + JUMP.len()..).unwrap_or_default());
        let place = after.split('"').next().unwrap_or_default();
        written.push_str(before);
        written.push_str(" href=\"");
        written.push_str(&landing(place));
        copied = at + JUMP.len() + place.len();
    }
    written + html.get(copied..).unwrap_or_default()
}
