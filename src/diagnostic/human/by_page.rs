//! Findings page by page, the worst first: for `check`, where an owner mends one page after another.

use std::collections::{BTreeMap, BTreeSet};

use super::{Ink, Look, push_finding, tally};
use crate::diagnostic::{Diagnostic, Findings, Severity, Sources};

/// How much of a report is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// Every mistake, then about a screenful of the rest.
    Screenful,
    /// All.
    All,
}

/// Findings beside mistakes that a screen holds.
const SCREENFUL: usize = 8;

/// All findings, those of one page together, and a closing tally. Pages with mistakes come first, then by how much there is to do.
#[must_use]
pub fn report_by_page(findings: &Findings, sources: &Sources, look: Look, extent: Extent) -> String {
    let findings = findings.sorted(sources);
    let pages = pages(&findings, sources);
    let mut screen = Screen {
        text: String::new(),
        left: if extent == Extent::All { usize::MAX } else { SCREENFUL },
        hidden: 0,
        explained: BTreeSet::new(),
        sources,
        look,
    };
    let is_several = pages.len() > 1;
    for (name, of_page) in &pages {
        screen.page(name, of_page, is_several);
    }
    if screen.hidden > 0 {
        let line = format!("… and {} more: welcomemat check --all", screen.hidden);
        screen.text.push_str(&format!("{}\n\n", look.paint(Ink::Quiet, &line)));
    }
    screen.text + &tally(&findings) + "\n"
}

/// The findings of each page, worst pages and worst findings first; what belongs to no page comes last.
fn pages<'f>(findings: &'f Findings, sources: &'f Sources) -> Vec<(&'f str, Vec<&'f Diagnostic>)> {
    let mut by_name: BTreeMap<&str, Vec<&Diagnostic>> = BTreeMap::new();
    for finding in findings {
        let name = finding.place.map_or("", |place| sources.file(place.file()).name());
        by_name.entry(name).or_default().push(finding);
    }
    let mut pages: Vec<(&str, Vec<&Diagnostic>)> = by_name.into_iter().collect();
    for (_, of_page) in &mut pages {
        of_page.sort_by_key(|finding| finding.severity);
    }
    pages.sort_by_key(|(name, of_page)| {
        let worst = of_page.iter().map(|finding| finding.severity).min();
        (name.is_empty(), worst, std::cmp::Reverse(of_page.len()))
    });
    pages
}

struct Screen<'s> {
    text: String,
    left: usize,
    hidden: usize,
    explained: BTreeSet<&'static str>,
    sources: &'s Sources,
    look: Look,
}

impl Screen<'_> {
    fn page(&mut self, name: &str, findings: &[&Diagnostic], is_several: bool) {
        let mut is_headed = !is_several;
        for finding in findings {
            if finding.severity != Severity::Error {
                if self.left == 0 {
                    self.hidden += 1;
                    continue;
                }
                self.left -= 1;
            }
            if !is_headed {
                self.heading(name, findings.len());
                is_headed = true;
            }
            self.finding(finding);
        }
    }

    fn heading(&mut self, name: &str, count: usize) {
        let name = if name.is_empty() { "The whole site" } else { name };
        let line = format!("── {name} ({count}) ──");
        self.text.push_str(&format!("{}\n\n", self.look.paint(Ink::Strong, &line)));
    }

    fn finding(&mut self, finding: &Diagnostic) {
        push_finding(&mut self.text, finding, self.sources, self.look);
        if self.explained.insert(finding.code.id) {
            let more = self.look.paint(Ink::Quiet, &format!("More: welcomemat explain {}", finding.code.id));
            self.text.push_str(&format!("  {more}"));
        }
        self.text.truncate(self.text.trim_end().len());
        self.text.push_str("\n\n");
    }
}
