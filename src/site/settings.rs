//! `business.toml` → who we are.

use toml::de::{DeTable, DeValue};

use crate::diagnostic::{Diagnostic, FileId, Findings, Place, codes};
use crate::policy::business::{self, Business, BusinessWritten};
use crate::policy::written::{Extent, HasGaps, HeaderText, Reading, misspelt};
use crate::source::{Inputs, Layout};

/// The settings, read.
#[derive(Clone, Debug)]
pub struct SettingsRead {
    /// Who we are.
    pub business: Business,
    pub(super) written: Option<BusinessWritten>,
    /// Whether any may be missing only because a line could not be read.
    pub(super) gaps: HasGaps,
    pub(super) findings: Findings,
}

/// Reads the settings; a handbook may have none. `folder_name` names a business that has no settings yet.
#[must_use]
pub fn read_settings(inputs: &Inputs, layout: Layout, folder_name: &str) -> SettingsRead {
    let mut findings = Findings::new();
    let (written, gaps) = match inputs.business {
        Some(file) => read_file(inputs, file, folder_name, &mut findings),
        None => {
            // Settings that are there and could not be opened have been told.
            let is_there = inputs.sources.iter().any(|(_, file)| file.name() == layout.settings());
            if !is_there {
                tell_missing(layout, folder_name, &mut findings);
            }
            (None, HasGaps::Yes)
        }
    };
    SettingsRead { business: Business::mean(written.as_ref(), folder_name), written, gaps, findings }
}

fn read_file(
    inputs: &Inputs,
    file: FileId,
    folder_name: &str,
    findings: &mut Findings,
) -> (Option<BusinessWritten>, HasGaps) {
    let text = inputs.sources.file(file).text().clone();
    if text.trim().is_empty() {
        if !inputs.not_text.contains(&file) {
            let message = "`content/business.toml` is empty, so nobody knows whose site this is.";
            findings
                .push(Diagnostic::new(&codes::site::NO_BUSINESS, message).at(file).help(what_it_needs(folder_name)));
        }
        return (None, HasGaps::Yes);
    }
    let mut told = Findings::new();
    let (mut written, mut gaps) = (None, HasGaps::Yes);
    let legible = super::look_alikes::legible(file, 0, &text, &mut told);
    let header = HeaderText { file, base: 0, typed: &text, read: &legible };
    if let Some((table, found)) = header_table(header, &mut told) {
        let mut reading = Reading::new(file, 0, &text, None).with_gaps(found);
        (written, gaps) = (business::read(&table, &mut reading), found);
        findings.append(without_echoes(&reading.findings, &told, inputs));
    }
    findings.append(told);
    (written, gaps)
}

fn tell_missing(layout: Layout, folder_name: &str, findings: &mut Findings) {
    let diagnostic = match layout {
        Layout::Site => Diagnostic::new(
            &codes::site::NO_BUSINESS,
            "There is no `content/business.toml`, so nobody knows whose site this is.",
        ),
        Layout::Handbook => Diagnostic::new(
            &codes::site::HANDBOOK,
            "This folder has no `business.toml`; its pages are shown as they are.",
        ),
    };
    findings.push(diagnostic.help(what_it_needs(folder_name)));
}

/// The least that settings hold, ready to be copied.
fn what_it_needs(folder_name: &str) -> String {
    let name: String =
        folder_name.chars().filter(|letter| !matches!(letter, '"' | '\\') && !letter.is_control()).collect();
    format!(
        "Save these five lines under that name, with your own business, place and country in them:\nformat = 1\n[business]\n\
         name = \"{name}\"\ntimezone = \"America/New_York\"\ncountry = \"US\""
    )
}

/// Reads the TOML of a header; what is misspelt in it is told line by line, and what can be read is kept.
///
/// Gives nothing when a slip may have spoilt what follows it.
pub(super) fn header_table<'t>(
    header: HeaderText<'t>,
    findings: &mut Findings,
) -> Option<(toml::Spanned<DeValue<'t>>, HasGaps)> {
    let (table, slips) = DeTable::parse_recoverable(header.read);
    let (told, extent) = misspelt(header, &slips);
    findings.extend(told);
    let range = table.span();
    let gaps = if slips.is_empty() { HasGaps::No } else { HasGaps::Yes };
    let is_sound = extent != Some(Extent::Rest);
    is_sound.then(|| (toml::Spanned::new(range, DeValue::Table(table.into_inner())), gaps))
}

/// Drops what was found on lines that have been told to be misspelt: the slip explains it.
pub(super) fn without_echoes(found: &Findings, told: &Findings, inputs: &Inputs) -> Findings {
    let line = |finding: &Diagnostic| match finding.place {
        Some(Place::Text(span)) => Some((span.file, inputs.sources.file(span.file).position(span.start).line)),
        _ => None,
    };
    let misspelt: Vec<_> =
        told.iter().filter(|finding| finding.code == &codes::header::MISSPELT).filter_map(line).collect();
    let mut kept = Findings::new();
    kept.extend(found.iter().filter(|finding| !line(finding).is_some_and(|line| misspelt.contains(&line))).cloned());
    kept
}
