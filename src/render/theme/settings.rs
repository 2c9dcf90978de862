//! `theme.toml` and the labels: what a theme says about itself.

use serde::Deserialize;
use toml::Spanned;

use super::built_in;
use crate::diagnostic::{Diagnostic, FileId, Findings, Span, codes};
use crate::policy::written::misspelt;
use crate::render::ramp::Step;
use crate::render::views::{CONTRACT, Labels};

/// What `theme.toml` says.
#[derive(Debug)]
pub(super) struct ThemeSettings {
    pub contract: u32,
    pub contract_span: Option<Span>,
    pub styles: Vec<String>,
    pub scripts: Vec<String>,
    pub ramp: Vec<Step>,
}

#[derive(Deserialize, Default)]
struct Written {
    contract: Option<Spanned<u32>>,
    styles: Option<Vec<String>>,
    scripts: Option<Vec<String>>,
    ramp: Option<std::collections::BTreeMap<String, f64>>,
}

impl ThemeSettings {
    /// The site's own `theme.toml` over the built-in one.
    pub(super) fn read(own: Option<(FileId, &str)>, findings: &mut Findings) -> Self {
        let built_in: Written = toml::from_str(built_in::text("theme.toml")).unwrap_or_default();
        let written = own.and_then(|(file, text)| match toml::from_str::<Written>(text) {
            Ok(written) => Some((file, written)),
            Err(error) => {
                let consequence = "The theme's built-in settings are used.";
                findings.extend(broken(file, text, error, consequence));
                None
            }
        });
        let (file, own) = written.map_or((None, Written::default()), |(file, own)| (Some(file), own));
        let steps = own.ramp.or(built_in.ramp).unwrap_or_default();
        let steps =
            steps.iter().filter_map(|(name, chroma)| Some(Step { lightness: name.parse().ok()?, chroma: *chroma }));
        ThemeSettings {
            contract: own.contract.as_ref().map_or(CONTRACT, |number| *number.get_ref()),
            contract_span: own.contract.as_ref().zip(file).map(|(number, file)| Span::new(file, number.span())),
            styles: own.styles.or(built_in.styles).unwrap_or_default(),
            scripts: own.scripts.or(built_in.scripts).unwrap_or_default(),
            ramp: steps.rev().collect(),
        }
    }
}

/// A line of a theme's own file that can't be read, told like one of a header.
fn broken(file: FileId, text: &str, error: toml::de::Error, consequence: &str) -> Option<Diagnostic> {
    let (told, _) = misspelt(file, 0, text, &[error]);
    let finding = told.into_iter().next()?;
    let message = format!("{} {consequence}", finding.message);
    Some(Diagnostic {
        code: &codes::theme::BROKEN_SETTINGS,
        severity: codes::theme::BROKEN_SETTINGS.severity,
        ..finding.message(message)
    })
}

/// The interface words: the built-in ones, with those the site's own table gives.
pub(super) fn labels(own: Option<(FileId, &str)>, findings: &mut Findings) -> Labels {
    let built_in = built_in::text("labels/en.toml");
    let mut table: toml::Table = toml::from_str(built_in).unwrap_or_default();
    if let Some((file, text)) = own {
        match toml::from_str::<toml::Table>(text) {
            Ok(own) => table.extend(own),
            Err(error) => {
                findings.extend(broken(file, text, error, "The theme's built-in words are used."));
            }
        }
    }
    table.try_into().or_else(|_| toml::from_str(built_in)).unwrap_or_default()
}
