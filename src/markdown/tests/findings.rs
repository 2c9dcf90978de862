//! What is found wrong, and exactly where.

use super::*;
use crate::markdown::{HtmlPolicy, ReferencePolicy};

fn check(markdown: &str, expected: &[(&str, &str)]) {
    check_findings(markdown, Rules::default(), expected);
}

#[test]
fn misspelt_references_are_found_outside_code() {
    let slip = "references/misspelt";
    check("a {{ b c }} `{{ d e }}` {{", &[(slip, "{{ b c }}"), (slip, "{{")]);
    check("```\n{{ a b }}\n```\n\n    {{ c d }}\n", &[]);
    check("| {{ a | b }} |\n| - |\n", &[(slip, "{{ a | b }}")]);
    check("# H {{ a b }}", &[(slip, "{{ a b }}")]);
    check("\\{{ a b }}", &[]);
    check("Grüße {{ ä\" }}", &[(slip, "{{ ä\" }}")]);
    let rules = Rules { references: ReferencePolicy::AsText, ..Rules::default() };
    check_findings("{{< figure >}} {{ a b }}", rules, &[]);
}

#[test]
fn raw_html_is_refused_at_its_tag() {
    let raw = "markdown/raw-html";
    check("a <b>c</b> <br> d", &[(raw, "<b>"), (raw, "<br>")]);
    check("<details>\n<summary>x</summary>\n</details>", &[(raw, "<details>")]);
    check("> <div\n> class=x>\n> </div>", &[(raw, "<div")]);
    check("a</i>", &[(raw, "</i>")]);
    // What shows something of another company's is judged once it is known who is let in.
    let frame = "<iframe src=\"https://a.example\"></iframe>";
    check(frame, &[]);
    check(&format!("words {frame}"), &[(raw, "<iframe src=\"https://a.example\">")]);
    check(&format!("{frame}\n<script src=x></script>"), &[(raw, "<script src=x>")]);
    check("<div><form action=x>", &[(raw, "<form action=x>")]);
    check(
        "a <!-- b --> c\n\n<!-- d\n\ne -->\n\nf",
        &[("markdown/html-comment", "<!-- b -->"), ("markdown/html-comment", "<!-- d\n\ne -->")],
    );
    check("<!-- a --> <b>c</b>", &[(raw, "<!-- a -->")]);
    for html in [HtmlPolicy::AsText, HtmlPolicy::Allow] {
        check_findings("a <b>c</b> <!-- d -->\n\n<div>", Rules { html, ..Rules::default() }, &[]);
    }
}

#[test]
fn risky_targets_are_found_at_the_target() {
    let risky = "markdown/risky-link";
    check("[a](javascript:b)", &[(risky, "javascript:b")]);
    check("[a](<java&#10;script:b> \"t\")", &[(risky, "<java&#10;script:b>")]);
    check("[a](&#106;avascript&colon;b \"t\")", &[(risky, "&#106;avascript&colon;b")]);
    check("![a](//host/x.png)", &[(risky, "//host/x.png")]);
    check("[a][b]\n\n[b]: data:text/html,x", &[(risky, "data:text/html,x")]);
    check("<file:///x>", &[(risky, "file:///x")]);
    check("[a](mailto:b) [a](tel:1) [a](b.md#c) [a](https://b) [a](#b) [a]()", &[]);
}

#[test]
fn heading_ids_are_checked() {
    check("# a {#b.c}", &[("markdown/bad-heading-id", "b.c")]);
    check("# a {#b}\n\n# c {#b}", &[("markdown/same-heading-id", "b")]);
    check("# a {net}", &[("markdown/heading-extras", "{net}")]);
    check("# a {#b .c}", &[("markdown/heading-extras", "{#b .c}")]);
    check("# a {#über_1-2}", &[]);
}

#[test]
fn footnotes_without_a_mark_and_marks_without_a_note() {
    check("a[^1] b[^2] `[^3]` \\[^4]\n\n[^1]: x\n", &[("markdown/missing-footnote", "[^2]")]);
    check("a\n\n[^1]: x", &[("markdown/unused-footnote", "[^1]: x")]);
}

#[test]
fn places_in_header_strings() {
    let exact = |text: &str, typed: std::ops::Range<usize>| {
        let (_, findings) = read_inline(text, Span::new(file(), typed), Rules::default());
        findings.iter().map(|finding| finding.place).collect::<Vec<_>>()
    };
    let at = |range| vec![Some(Place::Text(Span::new(file(), range)))];
    assert_eq!(exact("ab {{ c d }}", 10..22), at(13..22));
    assert_eq!(exact("ab {{ c d }}", 10..24), at(14..23));
    assert_eq!(exact("ab {{ c d }}", 10..30), at(10..30));
}

#[test]
fn every_finding_says_what_to_do() {
    let (_, findings) = read_with("<x> [a](C:\\b) {{ }} # \n# a {#?}\n[^q]\n\n[^r]: s", Rules::default());
    assert!(findings.iter().count() >= 5);
    for finding in &findings {
        assert!(finding.help.is_some() && finding.message.ends_with('.'), "{finding:?}");
    }
}
