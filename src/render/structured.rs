//! Structured data: the same facts as JSON-LD in the words of schema.org, for search engines and assistants.
//!
//! - The home page says who the business is ([`business`]); a category of questions says its questions, and only those it shows
//!   ([`questions`]). Nothing else gets any.
//! - It is data in a `<script>` that no browser runs, so a strict Content-Security-Policy lets it pass. `<` is written `\u003c`: no text of the
//!   owner's can end the element.
//! - Types and properties are held against a copy of schema.org's own lists by `tests/suite/structured.rs`.
//! - A site that search engines shall not list says nothing here.

mod business;
mod hours;
mod questions;

use serde_json::{Map, Value};

use super::scene::Scene;
use super::views::Html;
use crate::policy::business::Visibility;
use crate::policy::kinds::Kind;
use crate::site::Page;

/// What a written page tells search engines.
#[must_use]
pub fn of_page(scene: &Scene<'_>, page: &Page) -> Option<Html> {
    match page.kind {
        Kind::Welcome => of_home(scene),
        Kind::Faq => stated(scene, questions::page(scene, page)?),
        _ => None,
    }
}

/// What the home page tells search engines, also when nobody wrote it.
#[must_use]
pub fn of_home(scene: &Scene<'_>) -> Option<Html> {
    stated(scene, business::node(scene)?)
}

fn stated(scene: &Scene<'_>, mut node: Node) -> Option<Html> {
    if scene.site.business.visibility == Visibility::Unlisted {
        return None;
    }
    node.set("@context", "https://schema.org");
    let json = serde_json::to_string(&node.into_value()).ok()?;
    Some(Html(json.replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")))
}

/// A thing of a type, with what is known of it. Keys come out in the order of the alphabet.
#[derive(Clone, Debug)]
struct Node(Map<String, Value>);

impl Node {
    fn of(kind: &str) -> Self {
        let mut node = Node(Map::new());
        node.set("@type", kind);
        node
    }

    fn set(&mut self, key: &str, value: impl Into<Value>) {
        self.0.insert(key.to_owned(), value.into());
    }

    /// Sets what is known.
    fn set_some(&mut self, key: &str, value: Option<impl Into<Value>>) {
        if let Some(value) = value {
            self.set(key, value);
        }
    }

    /// Sets a list that holds anything.
    fn set_list(&mut self, key: &str, list: Vec<Value>) {
        if !list.is_empty() {
            self.set(key, list);
        }
    }

    fn into_value(self) -> Value {
        Value::Object(self.0)
    }
}
