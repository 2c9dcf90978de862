//! What a drawing must not have: anything that does something, and anything that asks somebody else for something.

use roxmltree::{Attribute, Node};

const SCRIPT: &str = "a script";
const PAGE: &str = "a piece of a web page";
const OUTSIDE: &str = "a link to something that lies elsewhere";
const ACTION: &str = "an instruction for when it is opened or clicked";
const CHANGE: &str = "a movement that changes a link";

/// Elements by their name in small letters, and what an owner would call them.
const ELEMENTS: [(&str, &str); 11] = [
    ("script", SCRIPT),
    ("handler", SCRIPT),
    ("listener", SCRIPT),
    ("foreignobject", PAGE),
    ("iframe", PAGE),
    ("object", PAGE),
    ("embed", PAGE),
    ("audio", PAGE),
    ("video", PAGE),
    ("link", OUTSIDE),
    ("canvas", PAGE),
];
/// Elements that change an attribute of another.
const MOVERS: [&str; 4] = ["set", "animate", "animatetransform", "animatemotion"];

/// What is dangerous about an element, leaving its attributes aside.
pub(super) fn of_element(node: Node<'_, '_>) -> Option<&'static str> {
    let name = node.tag_name().name().to_ascii_lowercase();
    let known = ELEMENTS.iter().find(|(element, _)| *element == name).map(|(_, what)| *what);
    let style =
        || (name == "style").then(|| node.descendants().filter_map(|node| node.text()).find_map(of_style)).flatten();
    let mover = || (MOVERS.contains(&name.as_str()) && changes_link(node)).then_some(CHANGE);
    known.or_else(style).or_else(mover)
}

fn changes_link(node: Node<'_, '_>) -> bool {
    let changed = node.attribute("attributeName").unwrap_or_default().trim().to_ascii_lowercase();
    changed.ends_with("href") || changed.starts_with("on") || changed == "style"
}

/// What is dangerous about an attribute.
pub(super) fn of_attribute(attribute: &Attribute<'_, '_>) -> Option<&'static str> {
    let name = attribute.name().to_ascii_lowercase();
    let value = attribute.value().trim();
    if name.starts_with("on") {
        return Some(ACTION);
    }
    let is_link = name == "href" || name == "src" || name == "base" && attribute.namespace().is_some();
    if is_link && !value.is_empty() && !value.starts_with('#') && packed_picture(attribute).is_none() {
        return Some(OUTSIDE);
    }
    if is_link { None } else { of_style(attribute.value()) }
}

/// The letters of a picture that stands inside the drawing.
pub(super) fn packed_picture<'a>(attribute: &'a Attribute<'_, '_>) -> Option<&'a str> {
    const SORTS: [&str; 5] = ["png", "jpeg", "jpg", "gif", "webp"];
    if attribute.name() != "href" {
        return None;
    }
    let rest = attribute.value().trim().strip_prefix("data:image/")?;
    let (sort, packed) = rest.split_once(";base64,")?;
    SORTS.contains(&sort).then_some(packed)
}

/// What is dangerous about a stretch of style. No drawing program writes `\`, which can spell anything.
fn of_style(style: &str) -> Option<&'static str> {
    let style = style.to_ascii_lowercase();
    let fetches = ["@import", "image-set(", "src(", "\\"].iter().any(|sign| style.contains(sign));
    let mut links = style.split("url(").skip(1).map(|after| after.trim_start_matches([' ', '\n', '\t', '"', '\'']));
    let leads_out = links.any(|link| !link.starts_with('#') && !link.starts_with("data:font/"));
    if style.contains("javascript:") || style.contains("expression(") {
        return Some(SCRIPT);
    }
    (fetches || leads_out).then_some(OUTSIDE)
}
