//! Links and pictures: where they lead, judged before anything is made of it.

use std::ops::Range;
use std::sync::LazyLock;

use memchr::memmem::Finder;
use pulldown_cmark::{CowStr, LinkType};

use super::super::document::{Image, Kind, Link, Nodes, Position, Stretch, Typed, count};
use super::super::mistyped;
use super::super::shield::Restore;
use super::super::target::{self, TargetKind};
use super::Reader;
use crate::diagnostic::{Diagnostic, Severity, codes};

/// Where a link or picture leads.
struct Target {
    typed: Typed,
    kind: TargetKind,
    place: Stretch,
}

/// Where the words of a link meet its target.
static SEAMS: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("]("));

const UNSET: Nodes = Nodes { start: 0, end: 0 };

impl Reader<'_> {
    pub(super) fn start_link(&mut self, how: LinkType, to: &CowStr<'_>, title: &CowStr<'_>, range: &Range<usize>) {
        let first = self.draft.references.len();
        let Target { typed, kind, place } = self.target(to, range);
        let kind = if how == LinkType::Email && kind == TargetKind::File { TargetKind::Mailbox } else { kind };
        let title = self.title(title);
        let references = (count(first), count(self.draft.references.len()));
        let index = self.draft.links.len();
        self.draft.links.push(Link { target: typed, kind, place, title, node: UNSET, references });
        self.draft.open(Kind::Link(count(index)), self.ground.stretch(range));
        self.links_open += 1;
    }

    pub(super) fn start_image(&mut self, to: &CowStr<'_>, title: &CowStr<'_>, range: &Range<usize>) {
        let first = self.draft.references.len();
        let Target { typed, kind, place } = self.target(to, range);
        let title = self.title(title);
        let references = (count(first), count(self.draft.references.len()));
        let index = self.draft.images.len();
        self.draft.images.push(Image { target: typed, kind, place, title, node: UNSET, is_alone: false, references });
        self.draft.open(Kind::Image(count(index)), self.ground.stretch(range));
        self.links_open += 1;
    }

    /// Ends the innermost link. Links hold no links, so it is the last one started, save for those in its pictures.
    pub(super) fn end_link(&mut self) {
        self.links_open = self.links_open.saturating_sub(1);
        if let Some(Kind::Link(row)) = self.draft.innermost() {
            self.close_link_row(row as usize);
        }
    }

    /// Closes the node of a link and notes it in its row.
    pub(super) fn close_link_row(&mut self, row: usize) {
        let Some(node) = self.draft.close() else { return };
        if let Some(link) = self.draft.links.get_mut(row) {
            link.node = node;
        }
    }

    pub(super) fn end_image(&mut self) {
        self.links_open = self.links_open.saturating_sub(1);
        let Some(Kind::Image(row)) = self.draft.innermost() else { return };
        let Some(node) = self.draft.close() else { return };
        if let Some(image) = self.draft.images.get_mut(row as usize) {
            image.node = node;
        }
    }

    /// Reads and judges a target.
    fn target(&mut self, to: &CowStr<'_>, range: &Range<usize>) -> Target {
        let place = self.target_place(to, range);
        let (typed, has_references) = self.with_references(to, Position::InLinkTarget);
        if let Some(right) = mistyped::target(to).filter(|_| !has_references) {
            let finding = mistyped::finding(&right, self.ground.span(&place)).severity(Severity::Error);
            self.findings.push(finding);
            return Target { typed, kind: TargetKind::Risky, place: self.ground.stretch(&place) };
        }
        let kind = match target::judge(to) {
            Ok(_) if has_references => TargetKind::Reference,
            Ok(kind) => kind,
            Err(risk) => {
                let shown = self.ground.shield.restore(to, Restore::Meant).0;
                self.findings.push(target::finding(&risk, &shown, self.ground.span(&place)));
                TargetKind::Risky
            }
        };
        Target { typed, kind, place: self.ground.stretch(&place) }
    }

    fn title(&mut self, title: &CowStr<'_>) -> Option<Typed> {
        (!title.is_empty()).then(|| self.with_references(title, Position::InProse).0)
    }

    /// Words that may hold references, which are kept; tells whether there were any.
    fn with_references(&mut self, words: &CowStr<'_>, position: Position) -> (Typed, bool) {
        let shield = self.ground.shield;
        let before = self.draft.references.len();
        if let Some(range) = self.ground.place_of(words) {
            let met = shield.within(&range);
            for stand_in in met {
                self.keep_reference(stand_in, position);
            }
            if met.iter().all(|stand_in| stand_in.path.is_some()) {
                return (Typed::Verbatim(self.ground.stretch(&range)), self.draft.references.len() > before);
            }
            return (
                Typed::Words(shield.restore(words, Restore::Meant).0.into()),
                self.draft.references.len() > before,
            );
        }
        let (typed, met) = shield.restore(words, Restore::Meant);
        for stand_in in met {
            self.keep_reference(stand_in, position);
        }
        (Typed::Words(typed.into()), self.draft.references.len() > before)
    }

    /// Findings about links in a run of text: Markdown leaves one with a blank in its address as text.
    pub(super) fn report_blanks_in_links(&mut self, bounds: &Range<usize>) {
        let text = self.ground.shield.text().get(bounds.clone()).unwrap_or_default();
        for at in SEAMS.find_iter(text.as_bytes()) {
            let (before, after) = (&text[..at], &text[at + 2..]);
            let Some(target) = after.split(['\n', ')']).next().filter(|target| after[target.len()..].starts_with(')'))
            else {
                continue;
            };
            let Some(opening) = before.rfind(['[', '\n']).filter(|&opening| before[opening..].starts_with('[')) else {
                continue;
            };
            if !is_path_with_blank(target) || before[..opening].ends_with('\\') {
                continue;
            }
            let place = bounds.start + at + 2..bounds.start + at + 2 + target.len();
            let words = &before[opening + 1..];
            let message = format!("This is no link: a blank stands in `{target}`.");
            let help = format!("Write `[{words}](<{target}>)`, or rename the file without blanks.");
            let finding = Diagnostic::new(&codes::markdown::BLANK_IN_LINK, message).at(self.ground.span(&place));
            self.findings.push(finding.help(help));
        }
    }

    /// Where a target was typed. One that holds Markdown's own marks is looked for after the last `](` of its link.
    fn target_place(&self, to: &CowStr<'_>, range: &Range<usize>) -> Range<usize> {
        if let Some(place) = self.ground.place_of(to).filter(|place| !place.is_empty()) {
            return place;
        }
        let link = self.ground.shield.text().get(range.clone()).unwrap_or_default();
        let Some(opening) = link.rfind("](") else { return range.clone() };
        let inner = link[opening + 2..].trim_end_matches(')');
        let start = range.start + opening + 2 + (inner.len() - inner.trim_start().len());
        let target = inner.trim_start();
        let end =
            if target.starts_with('<') { target.find('>').map(|at| at + 1) } else { target.find(char::is_whitespace) };
        start..start + end.unwrap_or(target.len())
    }
}

/// `our prices.md`, but not `see below` nor `page.md "a title"`.
fn is_path_with_blank(target: &str) -> bool {
    let ending = target.trim().rsplit_once('.').map_or("", |(_, ending)| ending);
    let is_ending = (1..=5).contains(&ending.len()) && ending.bytes().all(|byte| byte.is_ascii_alphanumeric());
    is_ending && target.trim().contains(' ') && !target.contains('"')
}
