//! What a document knows of its parts.

use super::super::document::Position;
use super::super::html::{Plain, render, render_question, words};
use super::super::target::TargetKind;
use super::*;

fn ids(markdown: &str) -> Vec<String> {
    document(markdown).headings().iter().map(|heading| heading.id.to_string()).collect()
}

#[test]
fn ids_are_stable_and_apart() {
    assert_eq!(ids("# A\n# A\n# A 2"), ["a", "a-2", "a-2-2"]);
    assert_eq!(ids("# A\n# B {#a}\n# A"), ["a-2", "a", "a-3"]);
    assert_eq!(ids("# Fee {{ fee.hourly }}\n# {{ a }} b"), ["fee-fee-hourly", "a-b"]);
    assert_eq!(ids("# ?!\n#\n# `code` [link](x) ![pic](y)"), ["section", "section-2", "code-link-pic"]);
    assert_eq!(ids("# A {#b}\n# C {#b}"), ["b", "b-2"]);
}

#[test]
fn the_title_is_the_first_heading_of_level_one() {
    let with = document("# T\n\na");
    assert_eq!(with.title().map(|title| words(&with, &Plain, title.title())).as_deref(), Some("T"));
    assert_eq!(render(&with, &Plain, with.body()), "<p>a</p>\n");
    assert!(document("a\n\n# T").title().is_none());
    assert!(document("## T").title().is_none());
    assert!(document("> # T").title().is_none());
}

#[test]
fn questions_have_answers() {
    let page =
        document("# FAQ\n\n## Are you *open*? {#open}\n\nYes.\n\n### More?\n\nb\n\n## Not a question\n\nc\n\n## Last?");
    let questions: Vec<_> = page.questions().map(|question| render_question(&page, &Plain, &question)).collect();
    assert_eq!(questions.len(), 2);
    assert_eq!(questions[0].id, "open");
    assert_eq!(questions[0].words, "Are you open?");
    assert_eq!(questions[0].title, "Are you <em>open</em>?");
    assert!(questions[0].answer.starts_with("<p>Yes.</p>\n<h3 id=\"more\">"));
    assert!(questions[0].answer.ends_with("<p>b</p>\n"));
    assert_eq!(questions[1].answer, "");
}

#[test]
fn sections_end_where_their_list_or_quote_does() {
    let page = document("# A\n\na\n\n> ## B\n>\n> b\n\nc\n\n## D\n\nd");
    let texts: Vec<String> = page.headings().iter().map(|heading| words(&page, &Plain, heading.section)).collect();
    assert_eq!(texts, ["a\nB\nb\nc\nD\nd", "b", "d"]);
}

#[test]
fn links_and_images_know_where_they_were_typed() {
    let text = "[a](b\\_c.md \"t\") ![d](e.png) https://f.example [g][h]\n\n[h]: i.md";
    let page = document(text);
    let links: Vec<_> =
        page.links().iter().map(|link| (page.typed(&link.target), link.kind, &text[link.place.range()])).collect();
    assert_eq!(
        links,
        [
            ("b_c.md", TargetKind::File, "b\\_c.md"),
            ("https://f.example", TargetKind::Web, "https://f.example"),
            ("i.md", TargetKind::File, "i.md"),
        ]
    );
    let image = &page.images()[0];
    assert_eq!((page.typed(&image.target), &text[image.place.range()]), ("e.png", "e.png"));
    assert_eq!(words(&page, &Plain, image.alt()), "d");
}

#[test]
fn references_know_their_position() {
    let page = document("# {{ a }}\n\n{{ b }}\n\nx {{ c }} [d]({{ e }}) **{{ f }}**\n\n- {{ g }}\n");
    let seen: Vec<_> = page.references().iter().map(|row| (page.mention(row).path, row.position)).collect();
    use Position::{AloneInParagraph, InHeading, InLinkTarget, InProse};
    assert_eq!(
        seen,
        [
            ("a", InHeading),
            ("b", AloneInParagraph),
            ("c", InProse),
            ("e", InLinkTarget),
            ("f", InProse),
            ("g", InProse)
        ]
    );
}

#[test]
fn header_strings_are_one_line_of_inline_markdown() {
    for (text, html) in [
        ("Stop. *Change* nothing.", "Stop. <em>Change</em> nothing."),
        ("1. Stop", "1. Stop"),
        ("# a", "# a"),
        ("- \"a\"\n\nb", "- “a”  b"),
        ("_a_ {{ x.y }} \\{{ z }}", "<em>a</em> x.y {{ z }}"),
        ("[a]({{ b }})", "<a href=\"b\">a</a>"),
        ("", ""),
        ("    code", "code"),
        ("<b>", "&lt;b&gt;"),
        ("a@b.example", "<a href=\"mailto:a@b.example\">a@b.example</a>"),
    ] {
        let (document, _) = inline(text);
        assert_eq!(render(&document, &Plain, document.all()).trim_start(), html, "{text}");
    }
}

#[test]
fn plain_text_keeps_blocks_apart() {
    let page = document("# A *b*\n\n- c\n- `d`\n\n| e | f |\n| - | - |\n| g | {{ h }} |\n\ni\nj[^1]\n\n[^1]: k");
    assert_eq!(words(&page, &Plain, page.all()), "A b\nc\nd\ne\nf\ng\nh\ni j\nk");
}

#[test]
fn a_document_is_small() {
    let paragraph =
        "We answer *e-mail* within {{ channel.email.reply_within }}, and it's [never](channels.md) later.\n\n";
    let text = format!("# Title\n\n{}", paragraph.repeat(30));
    assert!(text.len() > 2_900);
    let weight = document(&text).weight();
    assert!(weight < 15_000, "{weight} bytes for {} bytes of text", text.len());
}
