//! `theme.toml`: what a theme says about itself.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;
use toml::de::DeTable;

use super::built_in::{self, BuiltIn};
use crate::diagnostic::{Diagnostic, FileId, Findings, Span, codes};
use crate::policy::written::{HeaderText, misspelt};
use crate::render::ramp::Step;
use crate::render::views::CONTRACT;

/// What `theme.toml` says.
#[derive(Debug)]
pub(super) struct ThemeSettings {
    pub contract: u32,
    pub contract_span: Option<Span>,
    pub styles: Vec<String>,
    pub facts: Vec<String>,
    pub scripts: Vec<String>,
    pub widget: Vec<String>,
    pub search: Vec<String>,
    pub embed: Vec<String>,
    pub ramp: Vec<Step>,
}

#[derive(Deserialize, Default)]
struct Written {
    contract: Option<Spanned<u32>>,
    styles: Option<Vec<String>>,
    facts: Option<Vec<String>>,
    scripts: Option<Vec<String>>,
    widget: Option<Vec<String>>,
    search: Option<Vec<String>>,
    embed: Option<Vec<String>>,
    ramp: Option<BTreeMap<String, f64>>,
}

impl ThemeSettings {
    /// What the site's own `theme.toml` says, over that of the built-in theme of its name, over that of the whole theme.
    pub(super) fn read(own: Option<(FileId, &str)>, built_in: &'static BuiltIn, findings: &mut Findings) -> Self {
        let whole: Written = toml::from_str(built_in::text("theme.toml")).unwrap_or_default();
        let chosen: Written = toml::from_str(built_in.own_text("theme.toml")).unwrap_or_default();
        let written = own.and_then(|(file, text)| match toml::from_str::<Written>(text) {
            Ok(written) => Some((file, written)),
            Err(error) => {
                let consequence = "The theme's built-in settings are used.";
                findings.push(broken(file, text, &error, consequence));
                None
            }
        });
        let (file, own) = written.map_or((None, Written::default()), |(file, own)| (Some(file), own));
        let contract = own.contract.clone();
        let fits = contract.as_ref().is_none_or(|number| *number.get_ref() == CONTRACT);
        let own = if fits { own } else { Written::default() };
        let Written { styles, facts, scripts, widget, search, embed, ramp, .. } = own.or(chosen).or(whole);
        let steps = ramp.unwrap_or_default();
        let steps =
            steps.iter().filter_map(|(name, chroma)| Some(Step { lightness: name.parse().ok()?, chroma: *chroma }));
        ThemeSettings {
            contract: contract.as_ref().map_or(CONTRACT, |number| *number.get_ref()),
            contract_span: contract.as_ref().zip(file).map(|(number, file)| Span::new(file, number.span())),
            styles: styles.unwrap_or_default(),
            facts: facts.unwrap_or_default(),
            scripts: scripts.unwrap_or_default(),
            widget: widget.unwrap_or_default(),
            search: search.unwrap_or_default(),
            embed: embed.unwrap_or_default(),
            ramp: steps.rev().collect(),
        }
    }
}

impl Written {
    /// Takes what is left open from what stands behind. Of the ramp every step counts on its own: a step that is missing would leave white
    /// words on white.
    fn or(self, behind: Written) -> Self {
        Written {
            contract: self.contract.or(behind.contract),
            facts: self.facts.or_else(|| Some(unnamed(behind.facts?, self.styles.as_deref().unwrap_or_default()))),
            styles: self.styles.or(behind.styles),
            scripts: self.scripts.or(behind.scripts),
            widget: self.widget.or(behind.widget),
            search: self.search.or(behind.search),
            embed: self.embed.or(behind.embed),
            ramp: Some(behind.ramp.into_iter().chain(self.ramp).flatten().collect()),
        }
    }
}

/// What a list adds to one that stands before it: a stylesheet that is already on every page comes from there alone.
fn unnamed(names: Vec<String>, before: &[String]) -> Vec<String> {
    names.into_iter().filter(|name| !before.contains(name)).collect()
}

/// A line of a theme's own file that can't be read, told like one of a header.
pub(super) fn broken(file: FileId, text: &str, error: &toml::de::Error, consequence: &str) -> Diagnostic {
    let (_, slips) = DeTable::parse_recoverable(text);
    let (told, _) = misspelt(HeaderText::as_typed(file, 0, text), &slips);
    let code = &codes::theme::BROKEN_SETTINGS;
    match told.into_iter().next() {
        Some(slip) => {
            let message = format!("{} {consequence}", slip.message);
            Diagnostic { code, severity: code.severity, ..slip.message(message) }
        }
        None => Diagnostic::new(code, format!("This value is of another sort than a theme has here. {consequence}"))
            .at(Span::new(file, error.span().unwrap_or(0..0)))
            .help("Compare the line with that of the built-in theme."),
    }
}
