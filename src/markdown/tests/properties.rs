//! What holds for any text.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::markdown::document::Stretch;
use crate::markdown::{Hints, HtmlPolicy, ReferencePolicy};

/// Marks that texts are made of: enough of each that they meet in odd ways.
#[rustfmt::skip]
const MARKS: &[&str] = &[
    "\n# a\n", "\n# a 2\n", "\n## a {#a-2}\n",
    "# ", "## ", "{#a}", "{#b c}", "{.x}", "- ", "- [ ] ", "1. ", "> ", "> [!NOTE]\n> ", "\n", "\n\n", "    ",
    "```", "`", "*", "**", "_", "~~", "[", "](", ")", "![", "](javascript:x)", "<b>", "</b>", "<div>\n",
    "<!-- ", " -->", "{{ a.b }}", "{{ a", "{{", "}}", "\\{{", "\\", "|", "| a | b |\n|--|:-:|\n| c | d |\n",
    ": ", "term\n: ", "[^1]", "[^1]: ", "\n[^1]: n\n", "https://a.example", "www.a.example/", "@",
    "a@b.example", "&amp;", "&#0;", "&Auml;", "'", "\"", "--", "...", "---\n", "é", "日本", "\u{E000}", "\u{0}",
    "\r", "\t", " ", "\u{A0}", "[x]: ", "//h", "java\tscript:", "&#106;avascript:x", "\"t\"", "<javascript:x>",
    "]: javascript:y\n", "e\u{301}", "?",
];

fn piece() -> impl Strategy<Value = String> {
    let marks = prop::sample::select(MARKS);
    prop_oneof![4 => marks.prop_map(str::to_owned), 2 => "[a-zé ]{1,6}", 1 => "\\PC{1,4}"]
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![4 => prop::collection::vec(piece(), 0..40).prop_map(|pieces| pieces.concat()), 1 => any::<String>()]
}

fn rules() -> impl Strategy<Value = Rules> {
    (
        prop::sample::select(vec![HtmlPolicy::Refuse, HtmlPolicy::AsText]),
        prop::sample::select(vec![ReferencePolicy::Read, ReferencePolicy::AsText]),
    )
        .prop_map(|(html, references)| Rules { html, references, hints: Hints::Questions })
}

/// Tags that have no end.
const VOID: &[&str] = &["br", "hr", "img", "input"];

/// Every tag that is opened is closed, in order. Text can't look like a tag, since it is escaped.
fn balances(html: &str) -> Result<(), String> {
    let mut open = Vec::new();
    for piece in html.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').ok_or("a tag without an end")?;
        if text.contains('>') || tag.matches('"').count() % 2 == 1 {
            return Err(format!("stray mark in {piece:?}"));
        }
        let name = tag.split(' ').next().unwrap_or_default();
        match name.strip_prefix('/') {
            Some(name) if open.pop() != Some(name) => return Err(format!("</{name}> closes nothing")),
            Some(_) => {}
            None if VOID.contains(&name) => {}
            None => open.push(name),
        }
    }
    if open.is_empty() { Ok(()) } else { Err(format!("{open:?} stay open")) }
}

/// The values of an attribute.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    html.split(&format!(" {attribute}=\"")).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

fn check_spans(document: &Document, findings: &Findings, text: &str) {
    let stretches = document
        .headings()
        .iter()
        .flat_map(|heading| [Some(heading.place), heading.id_place])
        .flatten()
        .chain(document.links().iter().map(|link| link.place))
        .chain(document.images().iter().map(|image| image.place))
        .chain(document.references().iter().flat_map(|reference| [reference.place, reference.path]))
        .chain(document.footnotes().iter().map(|note| note.place))
        .map(crate::markdown::document::Stretch::range);
    let nodes = (document.all().start..document.all().end).filter_map(|index| document.branch(index));
    let nodes = nodes.map(|branch| branch.place().range());
    let spans = findings.iter().filter_map(|finding| match finding.place {
        Some(Place::Text(span)) => Some(span.range()),
        _ => None,
    });
    for range in stretches.chain(nodes).chain(spans) {
        assert!(text.get(range.clone()).is_some(), "{range:?} in {text:?}");
    }
}

fn check_html(html: &str, text: &str) {
    assert_eq!(balances(html), Ok(()), "{text:?}\n{html}");
    let ids = values(html, "id");
    assert!(ids.iter().all(|id| !id.is_empty()), "{html}");
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{html}");
    for address in values(html, "href").into_iter().chain(values(html, "src")) {
        let bare: String = address.to_lowercase().chars().filter(|&c| !c.is_control() && c != ' ').collect();
        for scheme in ["javascript:", "data:", "file:", "vbscript:", "//"] {
            assert!(!bare.starts_with(scheme), "{address} in {text:?}");
        }
    }
    let own = values(html, "href").into_iter().filter_map(|href| href.strip_prefix('#'));
    for fragment in own.filter(|fragment| fragment.starts_with("fn:") || fragment.starts_with("fnref:")) {
        assert!(ids.contains(&fragment), "{fragment} in {html}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_becomes_sound_html(text in text(), rules in rules()) {
        let (document, findings) = read_with(&text, rules);
        check_spans(&document, &findings, &text);
        let html = render_whole(&document, &Plain);
        check_html(&html, &text);
        let (again, same) = read_with(&text, rules);
        prop_assert_eq!(&findings, &same);
        prop_assert_eq!(html, render_whole(&again, &Plain));
    }

    #[test]
    fn a_packed_document_comes_back_the_same(text in text(), rules in rules()) {
        let (document, _) = read_with(&text, rules);
        let packed = document.packed().unwrap();
        let whole: Arc<str> = document.text(Stretch::from(0..text.len())).into();
        let place = document.span(Stretch::from(0..0));
        prop_assert_eq!(Document::unpacked(&packed, &whole, place.file), Some(document));
        prop_assert_eq!(Document::unpacked(&packed[..packed.len() / 2], &whole, place.file), None);
    }

    #[test]
    fn any_header_string_becomes_sound_html(text in text()) {
        let (document, findings) = inline(&text);
        check_spans(&document, &findings, &text);
        check_html(&render_whole(&document, &Plain), &text);
    }

    #[test]
    fn allowed_html_never_panics(text in text()) {
        let (document, findings) = read_with(&text, Rules { html: HtmlPolicy::Allow, ..Rules::default() });
        check_spans(&document, &findings, &text);
        prop_assert_eq!(render_whole(&document, &Plain), render_whole(&document.clone(), &Plain));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn ids_are_unique_whatever_the_headings(headings in prop::collection::vec(heading(), 0..9)) {
        let page = document(&headings.concat());
        let ids: BTreeSet<&str> = page.headings().iter().map(|heading| heading.id.as_ref()).collect();
        prop_assert_eq!(ids.len(), headings.len(), "{:?}", page.headings());
        prop_assert!(!ids.contains(""));
    }
}

/// Headings whose ids want to meet.
fn heading() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec!["a", "a 2", "a 2 2", "A!", "", "section", "b {#a}", "b {#a-2}", "b {#}"]);
    words.prop_map(|words| format!("# {words}\n"))
}

#[test]
fn deep_nesting_is_no_deep_recursion() {
    for piece in ["> ", "- ", "*a ", "[", "> [!NOTE]\n> "] {
        let text = format!("{}x", piece.repeat(3_000));
        check_html(&render_whole(&document(&text), &Plain), "deep");
    }
}

/// Each of these once took time in the square of its length: a test that seems to hang has found it again.
#[test]
fn long_odd_texts_take_no_long_time() {
    let pieces =
        ["{{ ", "{{x}}", "{{ a b }}", "[^a]", "www..", "http://a-", "a@", "# a {#b}\n", "# a\n", "<b>", "\\{{", "'\""];
    for piece in pieces {
        let html = render_whole(&document(&piece.repeat(20_000)), &Plain);
        assert!(html.len() >= 20_000, "{piece}");
    }
}

#[test]
fn the_checker_of_tags_can_fail() {
    assert!(balances("<p>a").is_err());
    assert!(balances("<p><em>a</p></em>").is_err());
    assert!(balances("<p>a > b</p>").is_err());
    assert!(balances("<p>a<br></p>").is_ok());
}
