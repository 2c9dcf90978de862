//! The examples of the CommonMark specification, through our own reader and renderer.
//!
//! An example that differs by a stated policy of ours stands in [`DIFFERENT`] with its reason; one that starts to
//! pass must leave the list.

use std::collections::BTreeMap;
use std::sync::Arc;

use welcomemat::diagnostic::{SourceFile, Sources, Span};
use welcomemat::markdown::html::{Href, Surroundings, Target, render_whole};
use welcomemat::markdown::{HtmlPolicy, Rules, read};

const EXAMPLES: &str = include_str!("../commonmark/examples.txt");

/// Why an example differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Policy {
    /// Quotes, dashes and dots become typographic ones.
    SmartPunctuation,
    /// A picture alone in its paragraph with a title is a figure with a caption.
    Figure,
    /// Links lead to http, https, mailto, tel or a place of the site; others are refused.
    RiskyScheme,
    /// Addresses typed bare in the text are links.
    BareAddress,
}

/// Numbers of the examples that differ.
const DIFFERENT: &[(Policy, &[u32])] = &[
    (
        Policy::SmartPunctuation,
        &[
            14, 46, 55, 87, 91, 106, 197, 209, 210, 343, 352, 359, 363, 380, 385, 395, 508, 590, 619, 620, 622, 624,
            626, 632, 650,
        ],
    ),
    (Policy::Figure, &[572, 573, 576, 577, 584, 585, 586, 588, 589, 591]),
    (Policy::RiskyScheme, &[596, 598, 599, 601]),
    (Policy::BareAddress, &[602, 608, 611, 612]),
];

/// Nothing but what the text itself says.
struct Bare;

impl Surroundings for Bare {
    fn link<'a>(&'a self, target: Target<'a>) -> Option<Href<'a>> {
        Some(Href { address: target.kind.address(target.words), external: false })
    }

    fn table(&self, table: &str, _name: &str, out: &mut String) {
        out.push_str(table);
    }

    fn permalink(&self, _id: &str, _words: &str, _out: &mut String) {}
}

struct Example {
    number: u32,
    markdown: String,
    html: String,
}

fn examples() -> Vec<Example> {
    let fence = "`".repeat(32);
    EXAMPLES
        .split(&fence)
        .filter(|block| !block.trim().is_empty())
        .map(|block| {
            let (head, rest) = block.split_once('\n').expect("an example has a head");
            let (markdown, html) = match rest.strip_prefix(".\n") {
                Some(html) => ("", html),
                None => rest.split_once("\n.\n").expect("an example has two parts"),
            };
            let number = head.split_whitespace().next().and_then(|word| word.parse().ok()).expect("a number");
            let tabs = |text: &str| text.replace('→', "\t");
            Example { number, markdown: format!("{}\n", tabs(markdown)), html: tabs(html) }
        })
        .collect()
}

fn ours(markdown: &str) -> String {
    let text: Arc<str> = markdown.into();
    let mut sources = Sources::default();
    let file = sources.add(SourceFile::new("example.md", Arc::clone(&text)));
    let rules = Rules { html: HtmlPolicy::Allow, ..Rules::default() };
    let (document, _) = read(&text, Span::new(file, 0..text.len()), rules);
    render_whole(&document, &Bare)
}

#[test]
fn examples_of_the_specification_hold() {
    let pairs = DIFFERENT.iter().flat_map(|&(policy, numbers)| numbers.iter().map(move |&number| (number, policy)));
    let different: BTreeMap<u32, Policy> = pairs.collect();
    let examples = examples();
    assert_eq!(examples.len(), 652);
    let mut wrong = Vec::new();
    for example in &examples {
        let (seen, wanted) = (normal(&ours(&example.markdown)), normal(&example.html));
        match different.get(&example.number) {
            None if seen != wanted => {
                wrong.push(format!("{}\n{:?}\nwanted {wanted}\n  seen {seen}\n", example.number, example.markdown));
            }
            Some(Policy::SmartPunctuation) if straight(&seen) != straight(&wanted) => {
                wrong.push(format!("{} differs by more than quotes and dashes: {seen}", example.number));
            }
            Some(policy) if seen == wanted => wrong.push(format!("{} passes: no {policy:?} any more", example.number)),
            _ => {}
        }
    }
    assert!(wrong.is_empty(), "{} of {} examples:\n{}", wrong.len(), examples.len(), wrong.join("\n"));
}

/// Typographic marks as they are typed.
fn straight(html: &str) -> String {
    let pairs = [("“", "\""), ("”", "\""), ("‘", "'"), ("’", "'"), ("—", "---"), ("–", "--"), ("…", "...")];
    pairs.iter().fold(html.to_owned(), |html, (mark, typed)| html.replace(mark, typed))
}

/// HTML in a form that two renderers agree on: tags with sorted attributes, characters instead of their names, no
/// blanks around blocks, and without what we add (ids of headings, how pictures load, the scope of head cells).
fn normal(html: &str) -> String {
    let mut out = String::new();
    let mut rest = html;
    let mut in_pre = false;
    while !rest.is_empty() {
        let (piece, is_tag) = next_piece(rest);
        rest = &rest[piece.len()..];
        if is_tag {
            push_tag(&mut out, piece, &mut in_pre);
        } else if in_pre {
            out.push_str(&decoded(piece));
        } else {
            push_words(&mut out, &decoded(piece));
        }
    }
    out.trim().to_owned()
}

/// The next tag, comment or stretch of text.
fn next_piece(html: &str) -> (&str, bool) {
    let is_tag_start = |at: usize| {
        html[at + 1..].starts_with(|next: char| next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?'))
    };
    let start = html.match_indices('<').map(|(at, _)| at).find(|&at| is_tag_start(at));
    match start {
        Some(0) => (&html[..tag_length(html)], true),
        Some(at) => (&html[..at], false),
        None => (html, false),
    }
}

fn tag_length(html: &str) -> usize {
    let mut quote = None;
    for (at, character) in html.char_indices() {
        match (quote, character) {
            (None, '>') => return at + 1,
            (None, '"' | '\'') => quote = Some(character),
            (Some(open), _) if open == character => quote = None,
            _ => {}
        }
    }
    html.len()
}

const BLOCKS: &[&str] = &[
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "li",
    "blockquote",
    "pre",
    "hr",
    "table",
    "thead",
    "tbody",
    "tr",
    "td",
    "th",
    "div",
    "br",
];

fn push_tag(out: &mut String, tag: &str, in_pre: &mut bool) {
    if tag.starts_with("<!") || tag.starts_with("<?") {
        out.push_str(tag);
        return;
    }
    let inner = tag.trim_start_matches('<').trim_end_matches('>').trim_end_matches('/').trim();
    let (name, attributes) = inner.split_once(char::is_whitespace).unwrap_or((inner, ""));
    let bare = name.trim_start_matches('/');
    if bare == "pre" {
        *in_pre = !name.starts_with('/');
    }
    let is_block = BLOCKS.contains(&bare);
    if is_block && !*in_pre {
        out.truncate(out.trim_end_matches([' ', '\n', '\t']).len());
    }
    out.push('<');
    out.push_str(name);
    let mut attributes = attributes_of(attributes, bare);
    attributes.sort();
    for attribute in attributes {
        out.push(' ');
        out.push_str(&attribute);
    }
    out.push('>');
    if is_block && !*in_pre {
        out.push('\n');
    }
}

fn attributes_of(text: &str, tag: &str) -> Vec<String> {
    let mut rest = text.trim();
    let mut attributes = Vec::new();
    while !rest.is_empty() {
        let name_end = rest.find(|character: char| character == '=' || character.is_whitespace()).unwrap_or(rest.len());
        let name = &rest[..name_end];
        rest = rest[name_end..].trim_start();
        let mut value = String::new();
        if let Some(after) = rest.strip_prefix('=') {
            let after = after.trim_start();
            let quote = after.chars().next().filter(|first| matches!(first, '"' | '\''));
            let body = if quote.is_some() { &after[1..] } else { after };
            let end = match quote {
                Some(quote) => body.find(quote).unwrap_or(body.len()),
                None => body.find(char::is_whitespace).unwrap_or(body.len()),
            };
            value = decoded(&body[..end]);
            rest = body[end..].trim_start_matches(['"', '\'']).trim_start();
        }
        let is_ours = matches!((tag, name), ("img", "loading" | "decoding") | ("th", "scope"))
            || (tag.starts_with('h') && tag.len() == 2 && name == "id");
        if !is_ours {
            attributes.push(format!("{name}={value:?}"));
        }
    }
    attributes
}

fn decoded(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&")
}

fn push_words(out: &mut String, words: &str) {
    for character in words.chars() {
        if matches!(character, ' ' | '\n' | '\t') {
            if !out.ends_with([' ', '\n']) && !out.is_empty() {
                out.push(' ');
            }
        } else {
            out.push(character);
        }
    }
}
