//! What text looks like as HTML.

use super::super::html::{Plain, render};
use super::*;
use crate::markdown::HtmlPolicy;

#[test]
fn prose_is_escaped_and_smart() {
    check("It's \"so\" -- <b... & c", "<p>It’s “so” – &lt;b… &amp; c</p>");
    check("a  \nb\\\nc\nd", "<p>a<br>\nb<br>\nc\nd</p>");
    check("~~old~~ `a -- {{ b }}`", "<p><del>old</del> <code>a -- {{ b }}</code></p>");
}

#[test]
fn headings_have_ids_and_links_to_themselves() {
    check(
        "## What's *in*?",
        "<h2 id=\"what-s-in\">What’s <em>in</em>? <a class=\"permalink\" href=\"#what-s-in\" \
         aria-label=\"Link to this part: What’s in?\">#</a></h2>",
    );
}

#[test]
fn tables_have_scopes_and_a_region() {
    check(
        "| a | b |\n| --- | --: |\n| 1 | 2 |",
        "<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Table\">\n<table>\n<thead><tr><th \
         scope=\"col\">a</th><th scope=\"col\" class=\"align-end\">b</th></tr></thead>\n<tbody>\n<tr><td>1</td><td \
         class=\"align-end\">2</td></tr>\n</tbody></table>\n</div>",
    );
    check(
        "| a |\n| - |",
        "<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Table\">\n<table>\n<thead><tr><th \
         scope=\"col\">a</th></tr></thead>\n</table>\n</div>",
    );
}

#[test]
fn tasks_are_labelled() {
    check(
        "- [x] done *now*\n  - below\n- [ ] open\n- plain",
        "<ul>\n<li class=\"task\"><label><input type=\"checkbox\" disabled checked>done <em>now</em></label><ul>\n\
         <li>below</li>\n</ul>\n</li>\n<li class=\"task\"><label><input type=\"checkbox\" disabled>open</label></li>\n\
         <li>plain</li>\n</ul>",
    );
    check(
        "- [x] a\n\n- [ ] b",
        "<ul>\n<li class=\"task\"><p><label><input type=\"checkbox\" disabled checked>a</label></p>\n</li>\n\
         <li class=\"task\"><p><label><input type=\"checkbox\" disabled>b</label></p>\n</li>\n</ul>",
    );
}

#[test]
fn two_terms_may_share_a_meaning() {
    check(
        "Quote\nEstimate\n: what it *may* cost\n: second",
        "<dl>\n<dt>Quote</dt>\n<dt>Estimate</dt>\n<dd>what it <em>may</em> cost</dd>\n<dd>second</dd>\n</dl>",
    );
}

#[test]
fn callouts_and_figures_go_through_their_hooks() {
    check(
        "> [!WARNING]\n> Stop.",
        "<aside class=\"callout callout-warning\">\n<p class=\"callout-title\">Warning</p>\n<p>Stop.</p>\n</aside>",
    );
    check(
        "![A *door*](door.jpg \"Our door\")",
        "<figure><img src=\"door.jpg\" alt=\"A door\" loading=\"lazy\" decoding=\"async\"><figcaption>Our \
         door</figcaption></figure>",
    );
    check(
        "see ![d](d.jpg \"t\")",
        "<p>see <img src=\"d.jpg\" alt=\"d\" loading=\"lazy\" decoding=\"async\" title=\"t\"></p>",
    );
}

#[test]
fn code_keeps_what_was_typed() {
    check("```rust no\n{{ a }} <b>\n```", "<pre><code class=\"language-rust\">{{ a }} &lt;b&gt;\n</code></pre>");
    check("    {{ a\n    \\{{ b", "<pre><code>{{ a\n\\{{ b</code></pre>");
    check("`` \\{{ `a` \n {{ b }} ``", "<p><code>\\{{ `a`   {{ b }}</code></p>");
}

#[test]
fn footnotes_are_collected_with_a_way_back_for_each_mark() {
    check(
        "A[^x] b[^y] c[^x].\n\n[^y]: Y.\n[^x]: X *em*[^z].\n[^z]: Z",
        "<p>A<sup class=\"footnote-mark\"><a role=\"doc-noteref\" id=\"fnref:1\" href=\"#fn:1\" aria-label=\"Footnote \
         1\">1</a></sup> b<sup class=\"footnote-mark\"><a role=\"doc-noteref\" id=\"fnref:2\" href=\"#fn:2\" \
         aria-label=\"Footnote 2\">2</a></sup> c<sup class=\"footnote-mark\"><a role=\"doc-noteref\" id=\"fnref:1:2\" \
         href=\"#fn:1\" aria-label=\"Footnote 1\">1</a></sup>.</p>\n<section class=\"footnotes\" role=\"doc-endnotes\" \
         aria-label=\"Footnotes\">\n<ol>\n<li id=\"fn:1\"><p>X <em>em</em><sup class=\"footnote-mark\"><a \
         role=\"doc-noteref\" id=\"fnref:3\" href=\"#fn:3\" aria-label=\"Footnote 3\">3</a></sup>. <a \
         class=\"footnote-back\" role=\"doc-backlink\" href=\"#fnref:1\" aria-label=\"Back to the text\">↩</a> <a \
         class=\"footnote-back\" role=\"doc-backlink\" href=\"#fnref:1:2\" aria-label=\"Back to the text (2)\">↩</a></p>\n\
         </li>\n<li id=\"fn:2\"><p>Y. <a class=\"footnote-back\" role=\"doc-backlink\" href=\"#fnref:2\" \
         aria-label=\"Back to the text\">↩</a></p>\n</li>\n<li id=\"fn:3\"><p>Z <a class=\"footnote-back\" \
         role=\"doc-backlink\" href=\"#fnref:3\" aria-label=\"Back to the text\">↩</a></p>\n</li>\n</ol>\n</section>",
    );
}

#[test]
fn bare_addresses_become_links() {
    check(
        "See https://a.example/b--c_d?e=1&amp;f='g'. Or **www.a.example**!",
        "<p>See <a href=\"https://a.example/b--c_d?e=1&amp;f=&#39;g\" rel=\"external noopener\">\
         https://a.example/b--c_d?e=1&amp;f='g</a>’. Or <strong><a href=\"https://www.a.example\" rel=\"external \
         noopener\">www.a.example</a></strong>!</p>",
    );
    check(
        "<a@b.example> c@d.example",
        "<p><a href=\"mailto:a@b.example\">a@b.example</a> <a href=\"mailto:c@d.example\">c@d.example</a></p>",
    );
    check("[a@b.example](x.md) `a@b.example`", "<p><a href=\"x.md\">a@b.example</a> <code>a@b.example</code></p>");
    check(
        "https://a.example/x\\_y",
        "<p><a href=\"https://a.example/x_y\" rel=\"external noopener\">https://a.example/x_y</a></p>",
    );
}

#[test]
fn references_become_words_addresses_and_tables() {
    check_facts("Cost: **{{ fee.hourly }}**.", "<p>Cost: <strong>USD 110 &amp; more</strong>.</p>");
    check_facts("[mail us]({{ channel.email }})", "<p><a href=\"mailto:help@a.example\">mail us</a></p>");
    check_facts(
        "[m]({{ channel.email }} \"At {{ fee.hourly }}\")",
        "<p><a href=\"mailto:help@a.example\" title=\"At USD 110 &amp; more\">m</a></p>",
    );
    check_facts(
        "[m][r]\n\n[r]: <{{ channel.email }}?subject={{x}}>",
        "<p><a href=\"mailto:help@a.example?subject=x\">m</a></p>",
    );
    check_facts("[m]({{ evil }}) ![m]({{ evil }})", "<p>m m</p>");
    check_facts("[m]({{ unknown }})", "<p>m</p>");
    check_facts(
        "a\n\n{{ hours.office }}\n\n{{ x.y }}\n\nb {{ hours.office }}",
        "<p>a</p>\n<table></table>\n<p>x.y</p>\n<p>b hours.office</p>",
    );
    check_facts("\\{{ a }} \\\\{{ a }}", "<p>{{ a }} \\a</p>");
    check_facts("a.b-{{ step--one }}-- c", "<p>a.b-step--one– c</p>");
    check_facts(
        "![{{ fee.hourly }}](a.png)",
        "<p><img src=\"a.png\" alt=\"USD 110 &amp; more\" loading=\"lazy\" decoding=\"async\"></p>",
    );
}

#[test]
fn allowed_html_goes_out_as_typed() {
    let rules = Rules { html: HtmlPolicy::Allow, ..Rules::default() };
    let html = |markdown: &str| render_whole(&read_with(markdown, rules).0, &Facts);
    assert_eq!(html("<b title=\"{{ fee.hourly }}\">a</b>"), "<p><b title=\"USD 110 &amp; more\">a</b></p>\n");
    assert_eq!(html("<div onclick=\"x()\">\n{{ x }}\n</div>\n"), "<div onclick=\"x()\">\nx\n</div>\n");
    assert_eq!(html("<script>\n{{ x }}\n</script>\n"), "<script>\n{{ x }}\n</script>\n");
}

#[test]
fn refused_html_is_shown_and_comments_are_not() {
    check("a <b>c</b> <!-- d -->e", "<p>a &lt;b&gt;c&lt;/b&gt; e</p>");
    check("<div>\n{{ a }}\n</div>\n\n<!-- b -->\n\nc", "<p>&lt;div&gt;\n{{ a }}\n&lt;/div&gt;</p>\n<p>c</p>");
}

#[test]
fn runs_of_nodes_are_written_alone() {
    let document = document("# T\n\nfirst\n\nsecond[^1]\n\n[^1]: n");
    let first = document.first_paragraph().expect("a paragraph");
    assert_eq!(render(&document, &Plain, document.body().before(first)), "");
    assert_eq!(render(&document, &Plain, first), "<p>first</p>\n");
    assert!(render(&document, &Plain, document.body().after(first)).starts_with("<p>second<sup"));
}
