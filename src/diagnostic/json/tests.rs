use super::*;
use crate::diagnostic::{Code, Severity, SourceFile, Span};

static CODE: Code =
    Code { id: "links/missing-page", severity: Severity::Error, meaning: "", why: "", mend: "", example: "" };

#[test]
fn every_key_is_there_in_its_order() {
    let mut sources = Sources::default();
    let file = sources.add(SourceFile::new("content/a.md", "ü \"ß\"\nx"));
    let mut findings = Findings::new();
    findings.push(Diagnostic::new(&CODE, "Nowhere."));
    findings.push(Diagnostic::new(&CODE, "Whole.").at(file).severity(Severity::Notice));
    findings.push(Diagnostic::new(&CODE, "A \"place\".").at(Span::new(file, 3..7)).help("Do."));
    let counts = Counts { pages: Some(3), milliseconds: Some(41), ..Counts::default() };
    let expected = concat!(
        r#"{"findings":["#,
        r#"{"code":"links/missing-page","severity":"notice","message":"Whole.","file":"content/a.md","#,
        r#""line":null,"column":null,"end_line":null,"end_column":null,"help":null},"#,
        r#"{"code":"links/missing-page","severity":"error","message":"A \"place\".","file":"content/a.md","#,
        r#""line":1,"column":3,"end_line":1,"end_column":6,"help":"Do."},"#,
        r#"{"code":"links/missing-page","severity":"error","message":"Nowhere.","file":null,"#,
        r#""line":null,"column":null,"end_line":null,"end_column":null,"help":null}"#,
        r#"],"pages":3,"written":null,"unchanged":null,"removed":null,"milliseconds":41}"#,
        "\n"
    );
    assert_eq!(report(&findings, &sources, counts), expected);
}

#[test]
fn the_end_is_the_character_after_the_last() {
    let mut sources = Sources::default();
    let file = sources.add(SourceFile::new("a.md", "one\ntwo\n"));
    let range = |range| {
        let mut findings = Findings::new();
        findings.push(Diagnostic::new(&CODE, "").at(Span::new(file, range)));
        let object: serde_json::Value = serde_json::from_str(&report(&findings, &sources, Counts::default())).unwrap();
        let finding = &object["findings"][0];
        ["line", "column", "end_line", "end_column"].map(|key| finding[key].as_u64().unwrap())
    };
    assert_eq!(range(0..3), [1, 1, 1, 4]);
    assert_eq!(range(1..1), [1, 2, 1, 2]);
    assert_eq!(range(2..6), [1, 3, 2, 3]);
    assert_eq!(range(4..8), [2, 1, 3, 1]);
    assert_eq!(range(90..99), [3, 1, 3, 1], "a place past the end is the end");
}
