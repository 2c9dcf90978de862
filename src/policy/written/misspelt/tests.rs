use proptest::prelude::*;
use toml::de::DeTable;

use super::*;
use crate::diagnostic::{Place, SourceFile, Sources};

/// What is told about a header: the words marked, and the help.
fn told(header: &str) -> Vec<(String, String)> {
    let mut sources = Sources::default();
    let file = sources.add(SourceFile::new("a.md", header));
    let (_, slips) = DeTable::parse_recoverable(header);
    let (findings, extent) = misspelt(HeaderText::as_typed(file, 0, header), &slips);
    assert_eq!(extent.is_some(), !slips.is_empty(), "{header:?}");
    let marked = |finding: &Diagnostic| match finding.place {
        Some(Place::Text(span)) => header.get(span.range()).expect("a place in the header").to_owned(),
        _ => panic!("a slip has a place: {header:?}"),
    };
    findings.iter().map(|finding| (marked(finding), finding.help.clone().unwrap_or_default())).collect()
}

fn check(header: &str, expected: &[(&str, &str)]) {
    let told = told(header);
    let told: Vec<(&str, &str)> = told.iter().map(|(marked, help)| (marked.as_str(), help.as_str())).collect();
    assert_eq!(told, expected, "{header}");
}

#[test]
fn a_list_of_several_lines_is_blamed_for_its_own_slips_alone() {
    let entry = "Each entry stands in quotes, with a comma behind it: also look at the line above.";
    check("a = [\n  \"x\"\n  \"y\",\n]\nb = 1\n", &[("\"y\",", entry)]);
    check("a = [\n  \"x\",\n  y,\n]\nb = 1\n", &[("y,", entry)]);
    check("a = [\n  \"x\",\n]\nb = c\n", &[("c", "Write `b = \"c\"`.")]);
    check("a = [\n  \"x = 1\",\n  \"[y]\"\n]\nb = c\n", &[("c", "Write `b = \"c\"`.")]);
    check("a = [\"x\", \"y\"\n[b]\nc = 1\n", &[("[\"x\", \"y\"", "End it with a bracket: `[\"x\", \"y\"]`.")]);
}

#[test]
fn braces_and_long_texts_have_words_of_their_own() {
    let braces = "Write it as in `{ street = \"…\", city = \"…\" }`: each value in quotes, commas between them.";
    check("a = { b = \"c\" d = \"e\" }\n", &[("{ b = \"c\" d = \"e\" }", braces)]);
    check("a = \"\"\"b\nc\nd\n", &[("\"\"\"b", "Put `\"\"\"` after its last word.")]);
    check("a = \"b\nc\"\n", &[("\"b", "Write `a = \"b c\"`.")]);
}

const HEADER: &str = "title = \"Hours\"\nuse_for = [\n  \"a\", # note\n  \"b\"\n]\n[hours.office]\nmon-fri = \"9-5\"\n\n\
    [[closure]]\nname = 'Ü “x”'\nobserved = true\naddress = { street = \"1\", city = \"N\" }\n";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Whatever is typed over a sound header, each slip has a place in it, and there is never silence.
    #[test]
    fn every_slip_is_told_in_its_place(at in 0..HEADER.len(), length in 0..12usize, typed in "[\\]\\[\"'=:,{}#ü“\n\r a-z0-9-]{0,4}") {
        let boundary = |at: usize| (0..=at.min(HEADER.len())).rev().find(|&at| HEADER.is_char_boundary(at)).unwrap();
        let header = format!("{}{typed}{}", &HEADER[..boundary(at)], &HEADER[boundary(at + length)..]);
        let findings = told(&header);
        prop_assert_eq!(findings.is_empty(), DeTable::parse_recoverable(&header).1.is_empty());
    }
}

#[test]
fn a_place_that_ends_within_a_typed_letter_grows_to_the_whole_of_it() {
    let (typed, read) = ("a = “b”x\n", "a =   \"b\"  x\n");
    assert_eq!(typed.len(), read.len());
    let file = Sources::default().add(SourceFile::new("a.md", typed));
    let header = HeaderText { file, base: 0, typed, read };
    for (end, whole) in [(7, 7), (8, 8), (9, 11), (10, 11), (11, 11)] {
        assert_eq!(header.place(&(7..end)).range(), 7..whole);
    }
    for (start, whole) in [(4, 4), (5, 4), (6, 4), (7, 7)] {
        assert_eq!(header.place(&(start..8)).range(), whole..8);
    }
}
