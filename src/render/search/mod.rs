//! What the search field searches: every question with its answer, every topic, every page, in one small script.
//!
//! 1. [`entries`] takes the site apart into what a client may look for.
//! 2. [`terms`] makes words comparable: without accents, capitals and marks. The script in the browser does the same, letter for letter.
//! 3. Above [`WORTH_AN_INDEX`] entries [`index`] works out what MiniSearch would, so that no phone has to.
//!
//! The data has a name that never changes: a name made of its content would change every page whenever one does. Deliberately absent: how
//! results are ranked and shown, which is the script's.

mod entries;
mod index;
mod terms;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde::Serialize;

use super::scene::Scene;
use crate::address::Address;
use crate::router::Router;
use entries::Entry;

/// From here on the index comes ready; below, building it in the browser is quicker than fetching it.
const WORTH_AN_INDEX: usize = 300;

/// Where the data is.
pub const DATA: &str = "assets/search-data.js";

/// What the script of the search is given. Addresses are seen from the top of the site.
#[derive(Serialize)]
struct Data<'d> {
    entries: &'d [Entry],
    labels: Words<'d>,
    /// Where to turn when nothing is found.
    ask: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    index: Option<index::Index>,
}

/// The words the results are shown with.
#[derive(Serialize)]
struct Words<'d> {
    /// By the category of their number.
    found: &'d BTreeMap<&'static str, Box<str>>,
    nothing: &'d str,
    ask: &'d str,
    close: &'d str,
    page: &'d str,
    topic: &'d str,
    question: &'d str,
}

/// The data script.
#[must_use]
pub fn data(scene: &Scene<'_>) -> String {
    let entries = entries::entries(scene);
    let labels = &scene.theme.labels;
    let data = Data {
        labels: Words {
            found: labels.found(),
            nothing: labels.found_nothing(),
            ask: labels.found_nothing_ask(),
            close: labels.close_results(),
            page: labels.kind_page(),
            topic: labels.kind_topic(),
            question: labels.kind_question(),
        },
        ask: Router::address(scene.site).map(|router| scene.href(&router)),
        index: (entries.len() >= WORTH_AN_INDEX).then(|| index::Index::of(&entries)),
        entries: &entries,
    };
    // Text, numbers and lists always have a JSON form; the other arm exists for the type's sake.
    let json = serde_json::to_string(&data).unwrap_or_default();
    let mut script = String::with_capacity(json.len() + json.len() / 64 + 64);
    script.push_str("window.welcomematSearch=");
    push_safe(&mut script, &json);
    script.push_str(";\n");
    script
}

/// Two line ends that JSON allows and old scripts do not; and nothing may look like the end of a script.
fn push_safe(script: &mut String, json: &str) {
    let mut done = 0;
    // Every letter looked for begins with one of these two bytes, and most others do not.
    for at in memchr::memchr2_iter(b'<', b'\xE2', json.as_bytes()) {
        let (spelled, length) = match json.as_bytes().get(at..).unwrap_or_default() {
            [b'<', b'/', ..] => ("<\\/", 2),
            [0xE2, 0x80, 0xA8, ..] => ("\\u2028", 3),
            [0xE2, 0x80, 0xA9, ..] => ("\\u2029", 3),
            _ => continue,
        };
        script.push_str(json.get(done..at).unwrap_or_default());
        script.push_str(spelled);
        done = at + length;
    }
    script.push_str(json.get(done..).unwrap_or_default());
}

/// The address of the data.
#[must_use]
pub fn address() -> Address {
    Address::new(DATA)
}
