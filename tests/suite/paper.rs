//! The paged pages as a browser prints them: from a dark browser, without background pictures, on either paper.
//!
//! `tests/browser/paper.mjs` prints, `tests/print/paper.py` looks at what came out. Neither knows how the pages are made.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use crate::browser::{has_browser, scripts};
use crate::desk::{Desk, Run, has_program, skipped};
use crate::trades;

/// A program of the tools that the tests bring along, or of the system. CI must have it.
pub fn tool(name: &str, what: &str) -> Option<PathBuf> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/print-tools/bin").join(name);
    let found = if own.is_file() { Some(own) } else { has_program(name).then(|| PathBuf::from(name)) };
    if found.is_none() {
        assert!(std::env::var_os("CI").is_none(), "{what} cannot be tested without {name}");
        skipped(what, name);
    }
    found
}

/// The examples' papers as printed, in a folder; absent without a browser.
fn printed() -> Option<&'static Path> {
    static PRINTED: OnceLock<Option<(Desk, PathBuf)>> = OnceLock::new();
    let print = || {
        if !has_browser("what a browser prints") {
            return None;
        }
        let out = Desk::new();
        let folder = out.path("printed");
        std::fs::create_dir(&folder).expect("a folder");
        let sites = trades::all().iter().map(|built| {
            let name = format!("{}/site/public", built.trade);
            for (address, content) in built.build.output.iter() {
                out.write(&format!("{name}/{address}"), content.joined());
            }
            out.path(&name)
        });
        let sites: Vec<PathBuf> = sites.collect();
        Run::of(Command::new("node").arg(scripts().join("paper.mjs")).arg(&folder).args(sites)).expect_code(0);
        Some((out, folder))
    };
    PRINTED.get_or_init(print).as_ref().map(|(_, folder)| folder.as_path())
}

fn code(trade: &str) -> String {
    let built = trades::all().iter().find(|built| built.trade == trade).expect("a trade");
    welcomemat::publish::fingerprint::version(&built.build.site).code
}

fn look_at(files: &[PathBuf], version: &str) -> Option<Run> {
    let what = "margins and colours of what a browser prints";
    let python = tool("python", what)?;
    tool("pdftoppm", what)?;
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/print/paper.py");
    Some(Run::of(Command::new(python).arg(script).arg(version).args(files)))
}

#[test]
fn nothing_is_clipped_pale_or_dark_and_every_page_is_numbered() {
    let Some(folder) = printed() else { return };
    for trade in trades::all().iter().map(|built| built.trade.as_str()) {
        // One whole pack on the business's own paper, another on the other one: looking at fifty pages takes ten seconds.
        let pack = if trade == "web-studio" { "own" } else { "A4" };
        let mut files = vec!["own-availability".to_owned(), "own-print-card".to_owned(), "A4-print-card".to_owned()];
        files.extend(["own-print-sheet", "A4-print-sheet", "Letter-print-sheet"].map(str::to_owned));
        if trade != "optician" {
            files.push(format!("{pack}-print-index"));
        }
        let files: Vec<PathBuf> = files.iter().map(|name| folder.join(format!("{trade}-{name}.pdf"))).collect();
        let Some(run) = look_at(&files, &code(trade)) else { return };
        assert!(run.code == 0, "{trade}\n{}{}", run.out, run.err);
        assert_eq!(run.out.lines().filter(|line| line.ends_with(", 0 faults")).count(), files.len(), "{}", run.out);
    }
}

/// What looks at the papers is tried on one with each fault.
#[test]
fn the_looker_sees_what_is_wrong() {
    if !has_browser("that faults of printed pages are seen") {
        return;
    }
    let desk = Desk::new();
    let page = |words: &str, style: &str| {
        format!("<!doctype html><style>@page{{margin:2mm}}body{{margin:0}}{style}</style><p>{words}</p>")
    };
    for name in ["print/card", "availability"] {
        desk.write(&format!("bad/site/public/{name}.html"), page("Fine", ""));
    }
    desk.write(
        "bad/site/public/print/sheet.html",
        page("One", "p{break-after:page}").replace("</p>", "</p><p>Two</p>"),
    );
    let dark = "html{background:#000;color:#bbb;print-color-adjust:exact;block-size:250mm}";
    desk.write("bad/site/public/print/index.html", page("{{ left.over }} Open now", dark));
    std::fs::create_dir(desk.path("out")).expect("a folder");
    let site = desk.path("bad/site/public");
    Run::of(Command::new("node").arg(scripts().join("paper.mjs")).arg(desk.path("out")).arg(site)).expect_code(0);
    let files = ["sheet", "index"].map(|name| desk.path(&format!("out/bad-A4-print-{name}.pdf")));
    let Some(run) = look_at(&files, "ABCD-EFGH") else { return };
    for fault in ["it has 2 pages", "mm of the edge", "pale letters", "is dark", "{{", "Open now", "has no version"] {
        assert!(run.out.contains(fault), "{fault}: {}{}", run.out, run.err);
    }
    assert_eq!(run.code, 1);
}

#[test]
fn every_answer_is_in_what_a_browser_prints() {
    let Some(folder) = printed() else { return };
    let Some(pdftotext) = tool("pdftotext", "the words of what a browser prints") else { return };
    for built in trades::all() {
        let file = folder.join(format!("{}-own-print-index.pdf", built.trade));
        let run = Run::of(Command::new(&pdftotext).arg(&file).arg("-")).expect_code(0);
        trades::assert_every_answer_is_in(&run.out, &built.trade, &built.build);
    }
}
