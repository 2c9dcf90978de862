//! What the owner judges otherwise: a kind of finding, in `business.toml`, or one sentence, in a comment beside it.
//!
//! A comment names the finding and gives a reason: `<!-- ignore tone/shout: this is how the shop's name is written -->` above a paragraph,
//! `# ignore facts/hours-in-prose: the museum's own hours` above a line of a header. It holds for what follows up to the next empty line.
//! Whatever would keep a site from going out can't be ignored.

use std::ops::Range;

use crate::diagnostic::{Diagnostic, FileId, Findings, Place, Severity, Sources, Span, codes, nearest};
use crate::policy::checks::{FindingWritten, Judged};
use crate::site::Site;

/// Families whose findings are the owner's to judge; the others say that something cannot work.
const FAMILIES: &[&str] = &["facts", "needs", "tone", "reading", "fresh", "structure", "outside"];

/// How a comment begins, in a page and in a header.
const BEGINNINGS: &[&str] = &["<!-- ignore ", "# ignore "];

/// Judges findings as the owner wishes, and tells wishes that can't be granted.
pub fn apply(site: &Site, sources: &Sources, findings: &mut Findings) {
    let comments: Vec<Comment<'_>> = sources.iter().flat_map(|(file, source)| comments(file, source.text())).collect();
    let mut kept = Findings::new();
    for finding in findings.iter() {
        if !comments.iter().any(|comment| comment.covers(finding)) {
            kept.extend(judged(site, finding.clone()));
        }
    }
    kept.extend(comments.iter().filter_map(Comment::fault));
    kept.extend(site.business.findings.iter().filter_map(fault));
    *findings = kept;
}

fn family(code: &str) -> &str {
    code.split('/').next().unwrap_or(code)
}

/// A finding with the owner's severity; nothing when it is not to be told.
fn judged(site: &Site, finding: Diagnostic) -> Option<Diagnostic> {
    let row = site
        .business
        .findings
        .iter()
        .find(|row| is_sound(row) && row.code.as_ref().is_some_and(|code| *code.value == *finding.code.id));
    match row.and_then(|row| row.severity.as_ref()).map(|at| at.value) {
        None => Some(finding),
        Some(Judged::Off) => None,
        Some(Judged::Error) => Some(finding.severity(Severity::Error)),
        Some(Judged::Warning) => Some(finding.severity(Severity::Warning)),
        Some(Judged::Notice) => Some(finding.severity(Severity::Notice)),
    }
}

/// Whether a row names a finding that may be judged so, and says why.
fn is_sound(row: &FindingWritten) -> bool {
    fault(row).is_none()
}

fn fault(row: &FindingWritten) -> Option<Diagnostic> {
    let (code, severity) = (row.code.as_ref()?, row.severity.as_ref()?);
    let Some(known) = codes::find(&code.value) else { return Some(unknown(&code.value, code.span)) };
    let is_lowered = known.severity == Severity::Error && severity.value != Judged::Error;
    if is_lowered || !FAMILIES.contains(&family(known.id)) {
        return Some(not_yours(known.id, code.span));
    }
    let has_reason = row.because.as_ref().is_some_and(|because| !because.value.trim().is_empty());
    (!has_reason).then(|| no_reason(known.id, code.span, "Add `because = \"…\"`, in one sentence."))
}

fn unknown(code: &str, span: Span) -> Diagnostic {
    let help = match nearest(code, codes::all().map(|code| code.id)) {
        Some(near) => format!("Did you mean `{near}`?"),
        None => "A finding's name stands at its end, as in `More: welcomemat explain tone/blame`.".to_owned(),
    };
    Diagnostic::new(&codes::opinion::UNKNOWN_CODE, format!("There is no finding called `{code}`.")).at(span).help(help)
}

fn not_yours(code: &str, span: Span) -> Diagnostic {
    let message = format!("`{code}` keeps a site from harm, so it can't be made milder.");
    let help = "Mend what it tells, or take this line out.";
    Diagnostic::new(&codes::opinion::NOT_YOURS, message).at(span).help(help)
}

fn no_reason(code: &str, span: Span, help: &str) -> Diagnostic {
    let message = format!("`{code}` is judged otherwise without a reason, so it is told all the same.");
    Diagnostic::new(&codes::opinion::NO_REASON, message).at(span).help(help)
}

/// A comment that asks for one kind of finding to be passed over.
struct Comment<'t> {
    code: &'t str,
    reason: &'t str,
    /// The name of the finding.
    span: Span,
    /// The lines it holds for.
    reach: Range<usize>,
}

fn comments(file: FileId, text: &str) -> Vec<Comment<'_>> {
    let finder = memchr::memmem::Finder::new(" ignore ");
    let starts = finder.find_iter(text.as_bytes()).filter_map(|at| {
        let begins = |beginning: &&&str| {
            let lead = beginning.len() - " ignore ".len();
            at.checked_sub(lead).is_some_and(|start| text[start..].starts_with(**beginning))
        };
        BEGINNINGS.iter().find(begins).map(|_| at + " ignore ".len())
    });
    starts.filter_map(|start| comment(file, text, start)).collect()
}

fn comment(file: FileId, text: &str, start: usize) -> Option<Comment<'_>> {
    let line_end = text[start..].find('\n').map_or(text.len(), |end| start + end);
    let words = text.get(start..line_end)?.split("-->").next()?;
    let (code, reason) = words.split_once(':').unwrap_or((words, ""));
    let code = code.trim();
    // Only what looks like a finding's name is meant; “ignore this” is prose.
    if !code.contains('/') || code.contains(char::is_whitespace) {
        return None;
    }
    let span = Span::new(file, start..start + code.len());
    Some(Comment { code, reason: reason.trim(), span, reach: reach(text, start, line_end) })
}

/// From the line of the comment to the next empty line behind what follows it.
fn reach(text: &str, start: usize, line_end: usize) -> Range<usize> {
    let first = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let rest = text.get(line_end..).unwrap_or_default();
    let body = line_end + (rest.len() - rest.trim_start_matches(['\n', ' ']).len());
    let end = text.get(body..).and_then(|rest| rest.find("\n\n")).map_or(text.len(), |end| body + end);
    first..end
}

impl Comment<'_> {
    fn covers(&self, finding: &Diagnostic) -> bool {
        let Some(Place::Text(span)) = finding.place else { return false };
        let is_here = span.file == self.span.file && self.reach.contains(&(span.start as usize));
        is_here && finding.code.id == self.code && finding.severity != Severity::Error && self.fault().is_none()
    }

    fn fault(&self) -> Option<Diagnostic> {
        match codes::find(self.code) {
            None => Some(unknown(self.code, self.span)),
            Some(code) if !FAMILIES.contains(&family(code.id)) || code.severity == Severity::Error => {
                Some(not_yours(code.id, self.span))
            }
            Some(code) if self.reason.is_empty() => {
                Some(no_reason(code.id, self.span, "Write the reason behind a colon."))
            }
            Some(_) => None,
        }
    }
}
