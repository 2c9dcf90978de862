//! What stands inside a line, out of rendered HTML.

use std::cell::RefCell;
use std::collections::BTreeSet;

use super::super::Press;
use super::super::binding::{Lead, bare, resolved, says_itself};
use super::super::markup::{self, Element, Node};
use super::blocks::Inline;
use crate::address::Address;
use crate::render::views::Html;

/// Sets one chapter: knows where it stands and which ids and pictures the pack has so far.
pub(super) struct Setter<'p, 's> {
    /// The pack.
    pub press: &'p Press<'s>,
    /// The chapter's name.
    pub name: &'p str,
    /// Where its text was rendered for.
    pub from: &'p Address,
    /// Ids that are taken.
    pub ids: &'p RefCell<BTreeSet<String>>,
    /// Addresses of pictures used.
    pub pictures: &'p RefCell<BTreeSet<Address>>,
    /// The notes of the chapter, by id.
    pub notes: RefCell<Vec<(String, Vec<Inline>)>>,
    /// Addresses that have a note already.
    pub noted: RefCell<BTreeSet<String>>,
}

/// Elements whose words are no part of the text.
const SILENT: [&str; 8] = ["button", "script", "style", "template", "svg", "fieldset", "iframe", "title"];

impl Setter<'_, '_> {
    /// The id of something in this chapter; empty when it has none, or when something before it has the same.
    pub(super) fn anchor(&self, id: &str) -> String {
        let id = format!("{}:{id}", self.name);
        if id.ends_with(':') || !self.ids.borrow_mut().insert(id.clone()) {
            return String::new();
        }
        id
    }

    /// A view's inline HTML.
    pub(super) fn html(&self, html: &Html) -> Vec<Inline> {
        self.line(&markup::read(&html.0))
    }

    /// A line of its own: blanks at both ends are none.
    pub(super) fn line(&self, nodes: &[Node<'_>]) -> Vec<Inline> {
        let mut line = Vec::new();
        self.push(nodes, &mut line);
        trim(&mut line);
        line
    }

    fn push(&self, nodes: &[Node], line: &mut Vec<Inline>) {
        for node in nodes {
            match node {
                Node::Text(text) => push_text(text, line),
                Node::Element(element) => self.push_element(element, line),
            }
        }
    }

    fn inside(&self, element: &Element<'_>) -> Vec<Inline> {
        let mut inside = Vec::new();
        self.push(&element.inside, &mut inside);
        inside
    }

    fn push_element(&self, element: &Element<'_>, line: &mut Vec<Inline>) {
        match element.name.to_ascii_lowercase().as_str() {
            "strong" | "b" => line.push(Inline::Strong { inside: self.inside(element) }),
            "em" | "i" => line.push(Inline::Emphasis { inside: self.inside(element) }),
            "del" | "s" => line.push(Inline::Struck { inside: self.inside(element) }),
            "code" | "kbd" | "samp" => line.push(Inline::Code { text: markup::words(&element.inside) }),
            "br" => line.push(Inline::Break),
            "a" => self.push_anchor(element, line),
            "sup" if element.is_of("footnote-mark") => self.push_note(element, line),
            "img" => line.push(self.picture(element)),
            "input" => line.push(Inline::Box { ticked: element.get("checked").is_some() }),
            "p" | "li" | "div" | "td" | "th" => {
                push_text(" ", line);
                self.push(&element.inside, line);
            }
            name if SILENT.contains(&name) => {}
            _ => self.push(&element.inside, line),
        }
    }

    fn push_anchor(&self, element: &Element<'_>, line: &mut Vec<Inline>) {
        if element.is_of("permalink") || element.is_of("footnote-back") {
            return;
        }
        let inside = self.inside(element);
        let lead = element.get("href").map(|href| self.press.binding.lead(self.from, href));
        match lead {
            None | Some(Lead::Nowhere) => line.extend(inside),
            Some(Lead::Jump(to)) => line.push(Inline::Jump { to, inside }),
            Some(Lead::Outside(href)) => {
                let is_plain = says_itself(&markup::words(&element.inside), &href);
                let is_new = !is_plain && self.noted.borrow_mut().insert(href.clone());
                let note = is_new.then(|| bare(&href).to_owned());
                line.push(Inline::Link { href, note, inside });
            }
        }
    }

    /// The note behind a mark goes to the foot of the page at its first mark.
    fn push_note(&self, element: &Element<'_>, line: &mut Vec<Inline>) {
        let Some(Node::Element(mark)) = element.inside.first() else { return };
        let id = mark.get("href").unwrap_or_default().trim_start_matches('#');
        let note = self.notes.borrow().iter().find(|(own, _)| own == id).map(|(_, inside)| inside.clone());
        if let Some(inside) = note {
            line.push(Inline::Note { inside });
        }
    }

    fn picture(&self, element: &Element<'_>) -> Inline {
        let alt = element.get("alt").unwrap_or_default().to_owned();
        match self.picture_file(element) {
            Some(file) => Inline::Picture { file, alt },
            None => Inline::text(&alt),
        }
    }

    /// The file of a picture that the site publishes.
    pub(super) fn picture_file(&self, element: &Element<'_>) -> Option<String> {
        let address = resolved(self.from, element.get("src")?);
        let is_known = self.press.site.files.iter().any(|file| file.address == address);
        is_known.then(|| {
            let name = address.file_name().to_owned();
            self.pictures.borrow_mut().insert(address);
            name
        })
    }
}

/// Adds words; every run of blanks is one.
fn push_text(text: &str, line: &mut Vec<Inline>) {
    let mut words = String::with_capacity(text.len());
    for letter in text.chars() {
        let is_blank = letter.is_ascii_whitespace();
        if !is_blank || !words.ends_with(' ') {
            words.push(if is_blank { ' ' } else { letter });
        }
    }
    match line.last_mut() {
        Some(Inline::Text { text }) => {
            let follows_blank = text.ends_with(' ');
            text.push_str(if follows_blank { words.trim_start_matches(' ') } else { &words });
        }
        _ if words.is_empty() => {}
        _ => line.push(Inline::Text { text: words }),
    }
}

fn trim(line: &mut Vec<Inline>) {
    if let Some(Inline::Text { text }) = line.first_mut() {
        *text = text.trim_start_matches(' ').to_owned();
    }
    if let Some(Inline::Text { text }) = line.last_mut() {
        text.truncate(text.trim_end_matches(' ').len());
    }
    line.retain(|inline| !matches!(inline, Inline::Text { text } if text.is_empty()));
}
