//! Rendered HTML as a tree, to be turned and written again, or set on paper.
//!
//! What is read here was written by ourselves, but for raw HTML that an owner has allowed. So anything goes: unknown elements keep
//! their words, ends without a start are passed over, and what is too deeply nested is laid flat.

use std::borrow::Cow;

use crate::markdown::html::{push_attribute, push_text};

/// Deeper than this, elements are laid beside each other: the tree is walked by recursion.
const DEEPEST: usize = 96;

/// Elements without an end (HTML standard, 13.1.2).
const VOID: [&str; 14] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];

/// A piece of a page; what stands in it as it was written is borrowed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Node<'h> {
    /// Words, entities undone.
    Text(Cow<'h, str>),
    /// An element with what is in it.
    Element(Element<'h>),
}

/// An element.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Element<'h> {
    pub name: Cow<'h, str>,
    /// In the order written, entities undone.
    pub attributes: Vec<(Cow<'h, str>, Cow<'h, str>)>,
    pub inside: Vec<Node<'h>>,
}

impl<'h> Element<'h> {
    /// An attribute's value.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_ref())
    }

    /// Sets an attribute, in its place when it is there already.
    pub(super) fn set(&mut self, name: &'h str, value: String) {
        match self.attributes.iter_mut().find(|(own, _)| own == name) {
            Some((_, old)) => *old = Cow::Owned(value),
            None => self.attributes.push((Cow::Borrowed(name), Cow::Owned(value))),
        }
    }

    /// Takes an attribute away.
    pub(super) fn remove(&mut self, name: &str) {
        self.attributes.retain(|(own, _)| own != name);
    }

    /// Whether it is of a class.
    pub(super) fn is_of(&self, class: &str) -> bool {
        self.get("class").is_some_and(|classes| classes.split_whitespace().any(|own| own == class))
    }

    /// The level of a heading.
    pub(super) fn heading_level(&self) -> Option<u8> {
        let level = self.name.strip_prefix('h')?.parse().ok()?;
        (1..=6).contains(&level).then_some(level)
    }
}

/// The words of some nodes, as they run.
pub(super) fn words(nodes: &[Node<'_>]) -> String {
    let mut words = String::new();
    push_words(nodes, &mut words);
    words
}

fn push_words(nodes: &[Node<'_>], words: &mut String) {
    for node in nodes {
        match node {
            Node::Text(text) => words.push_str(text),
            Node::Element(element) => push_words(&element.inside, words),
        }
    }
}

/// Reads HTML.
pub(super) fn read(html: &str) -> Vec<Node<'_>> {
    let mut reader = Reader { open: Vec::new(), top: Vec::new() };
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        reader.text(&rest[..at]);
        rest = reader.tag(&rest[at..]);
    }
    reader.text(rest);
    reader.finish()
}

struct Reader<'h> {
    /// Elements begun and not ended, outermost first.
    open: Vec<Element<'h>>,
    top: Vec<Node<'h>>,
}

impl<'h> Reader<'h> {
    fn add(&mut self, node: Node<'h>) {
        match self.open.last_mut() {
            Some(element) => element.inside.push(node),
            None => self.top.push(node),
        }
    }

    fn text(&mut self, text: &'h str) {
        if !text.is_empty() {
            self.add(Node::Text(unescaped(text)));
        }
    }

    /// Reads what starts with `<` and hands back what follows.
    fn tag(&mut self, html: &'h str) -> &'h str {
        if let Some(comment) = html.strip_prefix("<!--") {
            return comment.split_once("-->").map_or("", |(_, rest)| rest);
        }
        let is_tag =
            html[1..].starts_with(|letter: char| letter.is_ascii_alphabetic() || letter == '/' || letter == '!');
        let Some(end) = tag_end(html).filter(|_| is_tag) else {
            self.text(&html[..1]);
            return &html[1..];
        };
        let (tag, rest) = (&html[1..end], &html[end + 1..]);
        match tag.strip_prefix('/') {
            Some(name) => self.end(name.trim()),
            None if tag.starts_with('!') => {}
            None => self.start(tag),
        }
        rest
    }

    fn start(&mut self, tag: &'h str) {
        let is_closed = tag.ends_with('/');
        let tag = tag.trim_end_matches('/');
        let name_end = tag.find(|letter: char| letter.is_whitespace()).unwrap_or(tag.len());
        let name = &tag[..name_end];
        let is_void = is_closed || has_no_end(name);
        let element =
            Element { name: Cow::Borrowed(name), attributes: attributes(&tag[name_end..]), inside: Vec::new() };
        if is_void || self.open.len() >= DEEPEST {
            self.add(Node::Element(element));
        } else {
            self.open.push(element);
        }
    }

    fn end(&mut self, name: &str) {
        let Some(at) = self.open.iter().rposition(|element| element.name.eq_ignore_ascii_case(name)) else { return };
        while self.open.len() > at {
            self.close();
        }
    }

    fn close(&mut self) {
        if let Some(element) = self.open.pop() {
            self.add(Node::Element(element));
        }
    }

    fn finish(mut self) -> Vec<Node<'h>> {
        while !self.open.is_empty() {
            self.close();
        }
        self.top
    }
}

fn has_no_end(name: &str) -> bool {
    VOID.iter().any(|void| void.eq_ignore_ascii_case(name))
}

/// Where the tag at the start of `html` ends; a `>` in quotation marks is no end.
fn tag_end(html: &str) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in html.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return Some(at),
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(mark), byte) if mark == byte => quote = None,
            _ => {}
        }
    }
    None
}

fn attributes(text: &str) -> Vec<(Cow<'_, str>, Cow<'_, str>)> {
    let mut rest = text.trim_start();
    let mut found = Vec::new();
    while !rest.is_empty() {
        let end = rest.find(|letter: char| letter.is_whitespace() || letter == '=').unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        let after = after.trim_start();
        let (value, after) = after.strip_prefix('=').map_or(("", after), |value| attribute_value(value.trim_start()));
        if !name.is_empty() {
            found.push((Cow::Borrowed(name), unescaped(value)));
        }
        rest = after.trim_start();
    }
    found
}

/// A value and what follows it.
fn attribute_value(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(inner) = text.strip_prefix(quote) {
            return inner.split_once(quote).unwrap_or((inner, ""));
        }
    }
    text.split_once(char::is_whitespace).unwrap_or((text, ""))
}

/// Undoes entities: numbers, and the few names that we write or people type. Others stay as they are.
pub(super) fn unescaped(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let entity = after.split_once(';').filter(|(name, _)| name.len() <= 8);
        match entity.and_then(|(name, rest)| Some((entity_letter(name)?, rest))) {
            Some((letter, after)) => {
                out.push(letter);
                rest = after;
            }
            None => {
                out.push('&');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

fn entity_letter(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code).filter(|letter| !letter.is_control());
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{A0}',
        "ndash" => '–',
        "mdash" => '—',
        "hellip" => '…',
        "shy" => '\u{AD}',
        "copy" => '©',
        "euro" => '€',
        "pound" => '£',
        _ => return None,
    })
}

/// Writes nodes as HTML.
pub(super) fn write(nodes: &[Node<'_>]) -> String {
    let mut out = String::new();
    push_nodes(nodes, &mut out);
    out
}

fn push_nodes(nodes: &[Node<'_>], out: &mut String) {
    for node in nodes {
        match node {
            Node::Text(text) => push_text(out, text),
            Node::Element(element) => push_element(element, out),
        }
    }
}

fn push_element(element: &Element<'_>, out: &mut String) {
    out.push('<');
    out.push_str(&element.name);
    for (name, value) in &element.attributes {
        out.push(' ');
        out.push_str(name);
        if !value.is_empty() || ["alt", "value"].contains(&name.as_ref()) {
            out.push_str("=\"");
            push_attribute(out, value);
            out.push('"');
        }
    }
    out.push('>');
    if has_no_end(&element.name) {
        return;
    }
    push_nodes(&element.inside, out);
    out.push_str("</");
    out.push_str(&element.name);
    out.push('>');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_is_written_again() {
        let html = "<p id=\"a\">One &amp; <em>two</em><br>&lt;three&gt;</p>\n<img src=\"x?a=1&amp;b=2\" alt=\"\"><input checked>";
        assert_eq!(write(&read(html)), html);
    }

    #[test]
    fn odd_html_keeps_its_words() {
        let odd = "<p>a < b</i> <!-- gone --><b title='x>y'>c<p>d &unknown; &#8364;";
        assert_eq!(words(&read(odd)), "a < b c d &unknown; €".replace("c d", "cd"));
        let deep = format!("{}word{}", "<q>".repeat(100_000), "</q>".repeat(100_000));
        assert_eq!(words(&read(&deep)), "word");
        assert_eq!(words(&read("a<")), "a<");
    }
}
