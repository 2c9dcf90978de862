//! A category of questions as a `FAQPage`: the questions the page shows, with their answers in plain words.

use serde_json::Value;

use super::Node;
use crate::render::scene::Scene;
use crate::site::Page;

/// The questions of a page; nothing for one without any.
pub(super) fn page(scene: &Scene<'_>, page: &Page) -> Option<Node> {
    let sayer = scene.sayer();
    let document = &page.document;
    let said = document.questions().map(|question| {
        (sayer.plain_nodes(document, question.heading.title()), sayer.plain_nodes(document, question.answer))
    });
    let questions: Vec<Value> =
        said.filter(|(_, answer)| !answer.trim().is_empty()).map(|(asked, answer)| question(&asked, &answer)).collect();
    if questions.is_empty() {
        return None;
    }
    let mut node = Node::of("FAQPage");
    node.set("inLanguage", scene.site.business.language.to_string());
    node.set("mainEntity", questions);
    Some(node)
}

fn question(asked: &str, answer: &str) -> Value {
    let mut said = Node::of("Answer");
    said.set("text", answer.trim());
    let mut node = Node::of("Question");
    node.set("name", asked.trim());
    node.set("acceptedAnswer", said.into_value());
    node.into_value()
}
