use super::*;
use crate::diagnostic::{Code, Severity, SourceFile, Span};

static CODE: Code =
    Code { id: "links/missing-page", severity: Severity::Error, meaning: "", why: "", mend: "", example: "" };

fn check(finding: Diagnostic, sources: &Sources, folder: &str, expected: &str) {
    let mut findings = Findings::new();
    findings.push(finding);
    assert_eq!(report(&findings, sources, folder), format!("{expected}\n"));
}

#[test]
fn a_finding_becomes_one_escaped_command() {
    let mut sources = Sources::default();
    let file = sources.add(SourceFile::new("content/a,b:c%.md", "See [x](y.md).\nMore.\n"));
    check(
        Diagnostic::new(&CODE, "100 % wrong: a, b.\nReally.").at(Span::new(file, 8..12)).help("Do."),
        &sources,
        "",
        "::error file=content/a%2Cb%3Ac%25.md,line=1,col=9,endLine=1,endColumn=13,title=links/missing-page\
         ::100 %25 wrong: a, b.%0AReally.%0ADo.",
    );
    check(
        Diagnostic::new(&CODE, "Long.").at(Span::new(file, 8..17)).severity(Severity::Warning),
        &sources,
        "site/",
        "::warning file=site/content/a%2Cb%3Ac%25.md,line=1,endLine=2,title=links/missing-page::Long.",
    );
}

#[test]
fn a_finding_without_a_line_has_no_line() {
    let mut sources = Sources::default();
    let file = sources.add(SourceFile::new("a.md", "text"));
    check(Diagnostic::new(&CODE, "Whole."), &sources, "site", "::error title=links/missing-page::Whole.");
    check(
        Diagnostic::new(&CODE, "Whole.").at(file).severity(Severity::Notice).also(Span::new(file, 0..1), "here"),
        &sources,
        "",
        "::notice file=a.md,title=links/missing-page::Whole.%0Aa.md, line 1: here",
    );
}
