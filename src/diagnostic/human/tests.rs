use super::*;
use crate::diagnostic::{Code, SourceFile};
use proptest::prelude::*;

static MISSING: Code =
    Code { id: "links/missing-page", severity: Severity::Error, meaning: "", why: "", mend: "", example: "" };

/// Marks the text between `«` and `»`; further pairs become second places called "other".
fn marked(sources: &mut Sources, name: &str, text: &str) -> Vec<Span> {
    let plain = text.replace(['«', '»'], "");
    let file = sources.add(SourceFile::new(name, plain));
    let (mut at, mut start, mut spans) = (0, 0, Vec::new());
    for character in text.chars() {
        match character {
            '«' => start = at,
            '»' => spans.push(Span::new(file, start..at)),
            other => at += other.len_utf8(),
        }
    }
    spans
}

fn check(text: &str, expected: &str) {
    let mut sources = Sources::default();
    let spans = marked(&mut sources, "content/a.md", text);
    let mut diagnostic = Diagnostic::new(&MISSING, "Wrong.");
    for (index, span) in spans.into_iter().enumerate() {
        diagnostic = if index == 0 { diagnostic.at(span) } else { diagnostic.also(span, "other") };
    }
    let shown = finding(&diagnostic, &sources, Look::Plain);
    let excerpt = shown.strip_prefix("error: Wrong.\n").unwrap_or(&shown);
    assert_eq!(excerpt.trim_end(), expected.trim_matches('\n'), "\n{shown}");
}

#[test]
fn the_whole_report_reads_like_this() {
    let mut sources = Sources::default();
    let text = "# Welcome\n\nSee [our hours](«avialability.md») before you call.\nThen [call](«chanels.md»).\n";
    let spans = marked(&mut sources, "content/welcome.md", text);
    let mut findings = Findings::new();
    let [first, second] = spans[..] else { panic!("two places") };
    findings.push(Diagnostic::new(&MISSING, "There is no page `chanels.md`.").at(second).severity(Severity::Warning));
    findings.push(
        Diagnostic::new(&MISSING, "There is no page `avialability.md`.")
            .at(first)
            .also(first, "no such page")
            .help("Did you mean `availability.md`?"),
    );
    let expected = "\
error: There is no page `avialability.md`.
  content/welcome.md, line 3

  3 | See [our hours](avialability.md) before you call.
    |                 ^^^^^^^^^^^^^^^ no such page

  Did you mean `availability.md`?
  More: welcomemat explain links/missing-page

warning: There is no page `chanels.md`.
  content/welcome.md, line 4

  4 | Then [call](chanels.md).
    |             ^^^^^^^^^^

1 mistake to fix, 1 thing to look at.
";
    assert_eq!(report(&findings, &sources, Look::Plain), expected);
    let colored = report(&findings, &sources, Look::Colored);
    assert!(colored.contains("\x1b[1;31merror:\x1b[0m"));
    assert!(colored.contains("\x1b[1;33m^^^^^^^^^^\x1b[0m"));
    let mut plain = colored;
    for code in ["1;31", "1;33", "36", "2", "1", "0"] {
        plain = plain.replace(&format!("\x1b[{code}m"), "");
    }
    assert_eq!(plain, expected, "colour adds nothing to the words");
}

#[test]
fn tabs_wide_and_combining_characters_keep_the_mark_in_place() {
    check("\tfee = «x»", "  content/a.md, line 1\n\n  1 |     fee = x\n    |           ^");
    check("a\t«x»", "  content/a.md, line 1\n\n  1 | a   x\n    |     ^");
    check("予約 «時間» です", "  content/a.md, line 1\n\n  1 | 予約 時間 です\n    |      ^^^^");
    check("cafe\u{301} «ne\u{301}e» x", "  content/a.md, line 1\n\n  1 | cafe\u{301} ne\u{301}e x\n    |      ^^^");
    check("\u{1F469}\u{200D}\u{1F467} «x»", "  content/a.md, line 1\n\n  1 | \u{1F469}\u{200D}\u{1F467} x\n    |    ^");
}

#[test]
fn empty_places_and_line_ends_show_one_sign() {
    check("abc«»", "  content/a.md, line 1\n\n  1 | abc\n    |    ^");
    check("abc«\n»def", "  content/a.md, line 1\n\n  1 | abc\n    |    ^");
    check("«abc\n»def", "  content/a.md, line 1\n\n  1 | abc\n    | ^^^");
    check("abc\n«»", "  content/a.md, line 2\n\n  2 |\n    | ^");
    check("«»", "  content/a.md, line 1\n\n  1 |\n    | ^");
}

#[test]
fn places_over_several_lines_are_marked_beside_them() {
    check("a\nb «c\nd» e\nf", "  content/a.md, lines 2 to 3\n\n  2 > b c\n  3 > d e");
    check("«1\n2\n3\n4\n5\n6\n7»\n", "  content/a.md, lines 1 to 7\n\n  1 > 1\n  2 > 2\n  3 > 3\n  ...\n  7 > 7");
    check("x «y»\n«a\nb»\n", "  content/a.md, line 1\n\n  1 | x y\n    |   ^\n  2 > a\n  3 > b\n    | other");
}

#[test]
fn several_places_stand_in_one_excerpt() {
    check(
        "mon = «1»\nmon = «2»\n\n\n\n\n\n\n\nmon = «3»\n",
        "
  content/a.md, line 1

   1 | mon = 1
     |       ^
   2 | mon = 2
     |       - other
  ...
  10 | mon = 3
     |       - other",
    );
    check("«a» and «b»", "  content/a.md, line 1\n\n  1 | a and b\n    | ^\n    |       - other");
}

#[test]
fn another_file_has_its_own_heading() {
    let mut sources = Sources::default();
    let first = marked(&mut sources, "content/a.md", "one «two»")[0];
    let second = marked(&mut sources, "content/b.md", "\n\n\n\n\n\n\n\n\nthree «four»")[0];
    let diagnostic = Diagnostic::new(&MISSING, "Twice.").at(first).also(second, "the other one");
    let expected = "\
error: Twice.
  content/a.md, line 1

   1 | one two
     |     ^^^

  content/b.md, line 10

  10 | three four
     |       ---- the other one
";
    assert_eq!(finding(&diagnostic, &sources, Look::Plain), expected);
}

#[test]
fn a_long_line_is_shown_around_the_place() {
    let text = format!("{}«here»{}", "before ".repeat(40), " after".repeat(40));
    check(
        &text,
        "
  content/a.md, line 1

  1 | … before before before here after after after after after after aft…
    |                        ^^^^",
    );
    check(
        &format!("{}«here»", "before ".repeat(40)),
        "
  content/a.md, line 1

  1 | …efore before before before before before before before before here
    |                                                                ^^^^",
    );
    let mut sources = Sources::default();
    let span = marked(&mut sources, "a.md", &format!("«{}»", "x".repeat(500)))[0];
    let shown = finding(&Diagnostic::new(&MISSING, "Long.").at(span), &sources, Look::Plain);
    assert!(shown.lines().all(|line| line.chars().count() <= 80), "{shown}");
}

#[test]
fn without_a_place_or_a_line_there_is_less_to_show() {
    let mut sources = Sources::default();
    let file = sources.add(SourceFile::new("content/logo.svg", ""));
    let nowhere = Diagnostic::new(&MISSING, "One.\nTwo.").help("Do this.\nThen that.");
    assert_eq!(finding(&nowhere, &sources, Look::Plain), "error: One.\n  Two.\n  Do this.\n  Then that.\n");
    let whole = Diagnostic::new(&MISSING, "One.").at(file);
    assert_eq!(finding(&whole, &sources, Look::Plain), "error: One.\n  content/logo.svg\n");
}

#[test]
fn an_owners_text_cannot_steer_the_terminal() {
    let mut sources = Sources::default();
    let span = marked(&mut sources, "content/a\x1b.md", "\x1b[2J «\u{202E}x»\x07")[0];
    let diagnostic = Diagnostic::new(&MISSING, "Bad \x1b[31m.").at(span).also(span, "\x1b").help("\u{9b}31m");
    let shown = finding(&diagnostic, &sources, Look::Plain);
    assert!(!shown.contains(['\x1b', '\x07', '\u{202E}', '\u{9b}']), "{shown:?}");
    assert!(shown.contains("␛[2J �x␇\n    |      ^^ ␛"), "{shown}");
}

#[test]
fn the_tally_counts_in_words() {
    let mut findings = Findings::new();
    assert_eq!(tally(&findings), "Nothing to fix.");
    findings.push(Diagnostic::new(&MISSING, "a"));
    findings.push(Diagnostic::new(&MISSING, "b").severity(Severity::Warning));
    findings.push(Diagnostic::new(&MISSING, "c").severity(Severity::Warning));
    assert_eq!(tally(&findings), "1 mistake to fix, 2 things to look at.");
    findings.push(Diagnostic::new(&MISSING, "d").severity(Severity::Notice));
    assert_eq!(tally(&findings), "1 mistake to fix, 2 things to look at, 1 thing to know.");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_place_in_any_text_is_shown_within_eighty_columns(
        text in "(.|[\\n\\t予\u{301}\u{200D}]){0,200}", from in 0usize..700, length in 0usize..300,
    ) {
        let mut sources = Sources::default();
        let file = sources.add(SourceFile::new("a.md", text));
        let span = Span::new(file, from..from + length);
        let other = Span::new(file, from / 2..from);
        let shown = finding(&Diagnostic::new(&MISSING, "Wrong.").at(span).also(other, "o"), &sources, Look::Plain);
        for line in shown.lines() {
            prop_assert!(unicode_width::UnicodeWidthStr::width(line) <= 80, "{line}");
        }
        prop_assert!(shown.contains(['^', '>']));
    }
}
