//! Every slip with the words pointed to, and beside it good writing that looks like it.

use std::sync::Arc;

use super::super::{Hints, Rules, read};
use crate::diagnostic::{Place, SourceFile, Sources, Span};

fn found(markdown: &str) -> Vec<(String, String)> {
    let file = Sources::default().add(SourceFile::new("page.md", ""));
    let text: Arc<str> = format!("+++\n+++\n{markdown}").into();
    let rules = Rules { hints: Hints::Questions, ..Rules::default() };
    let (_, findings) = read(&text, Span::new(file, 8..text.len()), rules);
    let seen = findings.iter().map(|finding| {
        let Some(Place::Text(span)) = finding.place else { panic!("{finding:?} has no place") };
        assert!(finding.help.is_some(), "{finding:?}");
        (finding.code.id.trim_start_matches("markdown/").to_owned(), text[span.range()].to_owned())
    });
    seen.collect()
}

#[track_caller]
fn check(markdown: &str, code: &str, words: &str) {
    assert_eq!(found(markdown), [(code.to_owned(), words.to_owned())], "{markdown}");
}

#[track_caller]
fn fine(markdown: &str) {
    assert_eq!(found(markdown), [], "{markdown}");
}

#[test]
fn lists() {
    check("We need:\n2. your logo\n3. your words", "list-joined", "2.");
    check("- Logo\n- Words.\nWe start then.", "list-joined", "We start then.");
    check("Bring\n-Milk\n-Bread", "bullet-without-blank", "-");
    check("*Milk\n*Bread", "bullet-without-blank", "*");
    check("• Milk\n• Bread\n\n• Salt", "odd-bullet", "•");
    check("— Milk\n— Bread", "odd-bullet", "—");
    check("[ ] Logo\n[x] Words", "box-outside-list", "[ ]");
    check("1 . Call\n2 . Wait", "odd-number", "1 .");
    check("1.Call\n\n2.Wait", "odd-number", "1.");
}

#[test]
fn good_lists() {
    fine("We need:\n- your logo\n- your words\n\nThen we start.");
    fine("We need:\n1. your logo\n2. your words");
    fine("1) a\n2) b");
    fine("It was\n1986. A great year.");
    fine("- A long item that somebody broke by hand at about seventy letters.\nThen it goes on.");
    fine("- Words,\nand more");
    fine("- [ ] Logo\n- [x] Words");
    fine("“Never again.”\n— Dana");
    fine("The price is 5 €\n-10 % for members");
    fine("- a\n\n  Text under it.\n  More.");
    fine("`-a`\n`-b`");
    fine("We take 1.5 litres, or\n2.5 litres of water for each of the guests.");
}

#[test]
fn lines_that_join() {
    check(
        "Tidewater Web Studio\n12 Elm Street\nNorfolk, VA 23510",
        "lines-joined",
        "Tidewater Web Studio\n12 Elm Street\nNorfolk, VA 23510",
    );
    check("Phone: 757 555 0100\n**Mail:** a@b.example", "lines-joined", "Phone: 757 555 0100\n**Mail:** a@b.example");
    check(
        "> **Phone:** 757 555 0100\n> **Mail:** a@b.example",
        "lines-joined",
        "**Phone:** 757 555 0100\n> **Mail:** a@b.example",
    );
    check("Monday 9 to 5\nTuesday 9 to 1", "lines-joined", "Monday 9 to 5\nTuesday 9 to 1");
    fine("Phone: 757 555 0100\\\nMail: a@b.example");
    fine("Phone: 757 555 0100  \nMail: a@b.example");
    fine("We are there from nine to five,\nexcept on Fridays.");
    fine("A line that was broken at the edge of a window, after which it goes on\nMonday 9 to 5");
    fine("Note: we are closed. A long sentence follows that nobody would take for an entry of a list.\nSo: call.");
}

#[test]
fn headings() {
    check("##Prices\n\nText", "heading-without-blank", "##");
    check("#Our prices\n\nText", "heading-without-blank", "#");
    check("##\n\nText", "empty-heading", "##");
    check("Text\n\n{#prices}", "lone-id", "{#prices}");
    check("A sentence that ends.\n---\nText", "accidental-heading", "---");
    check("Two lines\nof text\n---\nText", "accidental-heading", "---");
    check("Text\n\n## Parking\n", "heading-at-end", "## Parking");
    fine("#support\n\n#Support #Local\n\n#1 in town");
    fine("# Opening hours\n");
    fine("Prices\n------\n\nText\n\n---\n\nText");
    fine("## Prices?\n{#prices}\nText");
    fine("Text\n\n## [Parking](parking.md)");
    fine("\\##Prices");
}

#[test]
fn emphasis_and_code() {
    check("We are ** closed ** today", "blank-in-bold", "** closed **");
    check("It takes** 15 minutes **of your time", "blank-in-bold", "** 15 minutes **");
    check("We are **closed ** today", "blank-in-bold", "**closed **");
    check("We are **closed.", "unclosed-bold", "**");
    check("Press `Send to go on", "unclosed-code", "`");
    check("```\na\n\n# b", "unclosed-fence", "```");
    check("Text\n\n    We answer within one working day.\n", "text-as-code", "We answer within one working day.");
    check("Text\n\n\t- Logo\n\t- Words\n", "list-as-code", "- Logo");
    fine("2 ** 3 ** 4 and \\*\\*a and `**` and ***b***");
    fine("from 5 € ** each\n\n** without tax");
    fine("``` sh\na\n```\n\n> ```\n> b\n> ```\n\n- ```\n  c\n  ```");
    fine("    cp a b\n    let a = b.\n");
    fine("`a` and ``b ` c``");
    fine("don`t");
}

#[test]
fn links() {
    check("See [our hours] (availability.md).", "link-gap", "[our hours] (availability.md)");
    check("See (our hours)[availability.md].", "link-swapped", "(our hours)[availability.md]");
    check("See [us][https://a.example].", "link-swapped", "[us][https://a.example]");
    check("See [prices](price list.pdf).", "blank-in-link", "price list.pdf");
    check("See [www.a.example].", "address-in-brackets", "[www.a.example]");
    check("See <www.a.example>.", "address-in-brackets", "<www.a.example>");
    check("See http//a.example.", "mistyped-address", "http//a.example");
    check("See [us](www.a.example).", "mistyped-address", "www.a.example");
    check("See [us](https:/a.example).", "mistyped-address", "https:/a.example");
    fine("See [us](https://www.a.example), www.a.example and <https://a.example>.");
    fine("Choose [a] (or b), (a)[b], [1](note of ours), [x] [y].");
    fine("See [a](b.md \"the c\") and [b][c].\n\n[c]: d.md");
    fine("`[a] (b.md)` and http and https.");
}

#[test]
fn tables() {
    check("| a | b |\n| c | d |", "table-without-rule", "| a | b |");
    check("| a | b |\n| --- |\n| c | d |", "table-without-rule", "| --- |");
    check("| a | b |\n| - | - |\n| c | d | e |", "uneven-table", "| c | d | e |");
    check("| a | b |\n| - | - |\n| c |", "uneven-table", "| c |");
    fine("| a | b |\n| - | - |\n| c \\| d | `e` |\n| | |");
    fine("a | b\n- | -\nc | d");
    fine("either | or");
}

#[test]
fn questions() {
    check("## Do you work on Fridays\n\nNo.", "not-a-question", "## Do you work on Fridays");
    check("## Hours\n\n### Do you work on Fridays?\n\nNo.", "not-a-question", "### Do you work on Fridays?");
    fine("## Do you work on Fridays? {#fridays}\n\n### And on Mondays?\n\nNo.\n\n## Prices\n\nText");
}
