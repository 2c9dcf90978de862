//! `check --fix`: references put in where sentences say otherwise than the facts. Each change is shown first; copies are laid aside.

use std::collections::BTreeMap;

use crate::address::SourcePath;
use crate::cli::place::Place;
use crate::cli::{place, terminal};
use crate::diagnostic::{FileId, Findings, Fix, Sources};
use crate::output::mend::{Mended, mend};
use crate::source::{DiskFiles, Files, rewrite};

/// How a run of mending ended.
pub(super) enum Fixed {
    /// There was nothing to put in.
    Nothing,
    /// Files were changed, so the site has to be looked at again.
    Changed,
    /// The disk refused; it has been told.
    Failed,
}

/// Shows and makes every certain change.
pub(super) fn fix(place: &Place, files: &DiskFiles, findings: &Findings, sources: &Sources) -> Fixed {
    let mended: Vec<Mended> =
        by_file(findings).into_iter().filter_map(|(file, fixes)| one(files, sources, file, &fixes)).collect();
    if mended.is_empty() {
        return Fixed::Nothing;
    }
    match mend(&place.root, &mended) {
        Ok(aside) => {
            let aside = aside.strip_prefix(&place.root).unwrap_or(&aside).display().to_string();
            terminal::tell(&format!("\nThe files as they were lie in {aside}.\n\n"));
            Fixed::Changed
        }
        Err(finding) => {
            place::tell_one(*finding);
            Fixed::Failed
        }
    }
}

/// The changes of each file, in reading order, none reaching into another.
fn by_file(findings: &Findings) -> BTreeMap<FileId, Vec<&Fix>> {
    let mut by_file: BTreeMap<FileId, Vec<&Fix>> = BTreeMap::new();
    for fix in findings.iter().filter_map(|finding| finding.fix.as_ref()) {
        by_file.entry(fix.span.file).or_default().push(fix);
    }
    for fixes in by_file.values_mut() {
        fixes.sort_by_key(|fix| fix.span);
        let mut until = 0;
        fixes.retain(|fix| {
            let is_apart = fix.span.start >= until;
            until = until.max(fix.span.end);
            is_apart
        });
    }
    by_file
}

/// A file with its changes, each shown.
fn one(files: &DiskFiles, sources: &Sources, file: FileId, fixes: &[&Fix]) -> Option<Mended> {
    let name = sources.file(file).name();
    let before = files.read(&SourcePath::new(name)).ok()?;
    let changes: Vec<_> = fixes.iter().map(|fix| (fix.span.range(), fix.with.as_str())).collect();
    let Some(after) = rewrite(&before, &changes) else {
        terminal::tell(&format!("{name} is not saved as UTF-8, so it was left as it is.\n"));
        return None;
    };
    for fix in fixes {
        terminal::tell(&shown(sources, fix));
    }
    Some(Mended { path: name.to_owned(), before, after })
}

/// The line as it is and as it will be.
fn shown(sources: &Sources, fix: &Fix) -> String {
    let file = sources.file(fix.span.file);
    let number = file.position(fix.span.start).line;
    let text = file.text();
    let range = fix.span.range();
    let start = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[range.end..].find('\n').map_or(text.len(), |at| range.end + at);
    let (head, tail) = (&text[start..range.start], &text[range.end..end]);
    format!("{}, line {number}\n  - {}\n  + {head}{}{tail}\n", file.name(), &text[start..end], fix.with)
}
