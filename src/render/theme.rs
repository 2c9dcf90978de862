//! The theme: templates, labels and looks, the built-in ones overlaid with the site's own.
//!
//! Tera is seen here and nowhere else. A site overrides any template or asset by a file of the same place below
//! `themes/<name>/`; what it does not override stays built in, so an upgrade never leaves half a theme behind.

mod assets;
mod built_in;
mod labels;
mod printed;
mod settings;
mod squeeze;

use serde::Serialize;
pub(crate) use tera::Context;
use tera::Tera;
pub(super) use tera::Value;

pub use assets::Assets;
use labels::Wanted;
pub use printed::Printed;
use settings::ThemeSettings;

use super::views::{CONTRACT, Labels};
use crate::diagnostic::{Diagnostic, FileId, Findings, Severity, Sources, Span, codes};
use crate::policy::business::{Brand, Business};
use crate::source::Override;

/// The built-in templates, ready to be overridden. They depend on nothing a site says, so they are made while it is read.
pub struct Stock {
    tera: Tera,
    findings: Findings,
}

impl Stock {
    /// Makes them ready.
    #[must_use]
    pub fn load() -> Self {
        let mut stock = Stock { tera: Tera::new(), findings: Findings::new() };
        if let Err(error) = stock.tera.add_raw_templates(built_in::templates()) {
            stock.findings.push(told(&[], "built-in", &error));
        }
        stock
    }
}

/// A loaded theme.
pub struct Theme {
    tera: Tera,
    /// Every interface word.
    pub labels: Labels,
    /// Stylesheet, script and fonts, under their published addresses.
    pub assets: Assets,
    /// The `:root` block with the brand's colours.
    pub ramp: String,
    /// What it brings for paper.
    pub printed: Printed,
    files: Vec<(String, FileId)>,
}

impl Theme {
    /// Loads the brand's theme over the built-in one, with the words of the business's language.
    #[must_use]
    pub fn load(stock: Stock, business: &Business, overrides: &[Override], sources: &Sources) -> (Theme, Findings) {
        let brand = &business.brand;
        let wanted = Wanted { language: &business.language, place: business.language_place, brand };
        let Stock { mut tera, mut findings } = stock;
        let own: Vec<&Override> =
            overrides.iter().filter(|file| file.path.as_str().starts_with(&format!("{}/", brand.theme))).collect();
        tell_missing_theme(brand, &own, &mut findings);
        let text = |place: &str| own_text(&own, &brand.theme, place, sources);
        let settings = ThemeSettings::read(text("theme.toml"), &mut findings);
        let labels = labels::labels(wanted, text, &mut findings);
        let fits = settings.contract == CONTRACT;
        if !fits {
            tell_contract(&settings, &mut findings);
        }
        // A theme written for another contract is passed over whole: half of it would be worse than none.
        let own: Vec<&Override> = own.into_iter().filter(|_| fits).collect();
        let files: Vec<(String, FileId)> = own.iter().filter_map(|file| template_name(file, &brand.theme)).collect();
        override_templates(&mut tera, &files, sources, &mut findings);
        let ramp = brand.color.as_ref().map(|color| super::ramp::css(&color.value, &settings.ramp)).unwrap_or_default();
        let assets = Assets::gather(wanted, &settings, &own, &ramp);
        let printed = Printed::gather(brand, &own, &settings.ramp);
        findings.append(assets::missing_in_styles(brand, &own, sources));
        (Theme { tera, labels, assets, ramp, printed, files }, findings)
    }

    /// Makes the site-wide part of every page's context known.
    pub fn share(&mut self, site: &super::views::SiteView) {
        let labels = Value::from_serializable(&self.labels);
        let context = self.tera.global_context();
        context.insert_value("labels", labels);
        context.insert("site", site);
        context.insert("contract", &CONTRACT);
    }

    /// Renders one component on its own.
    ///
    /// # Errors
    /// A finding that names the template's line.
    pub fn component<V: Serialize>(&self, name: &str, view: &V) -> Result<String, Box<Diagnostic>> {
        let context = Context::from_serialize(view).map_err(|error| Box::new(self.told(name, &error)))?;
        self.render(&format!("components/{name}.html"), &context)
    }

    /// Renders a template.
    ///
    /// # Errors
    /// A finding that names the template's line.
    pub fn render(&self, template: &str, context: &Context) -> Result<String, Box<Diagnostic>> {
        self.tera.render(template, context).map_err(|error| Box::new(self.told(template, &error)))
    }

    fn told(&self, template: &str, error: &tera::Error) -> Diagnostic {
        told(&self.files, template, error)
    }
}

fn tell_missing_theme(brand: &Brand, own: &[&Override], findings: &mut Findings) {
    if brand.theme != built_in::NAME && own.is_empty() {
        let message = format!("There is no theme called `{}`; the built-in one is used.", brand.theme);
        let help =
            format!("Put it into `themes/{}/`, or remove `theme` from `[brand]` in `business.toml`.", brand.theme);
        let finding = Diagnostic::new(&codes::theme::MISSING, message).help(help);
        findings.push(brand.theme_place.map_or(finding.clone(), |place| finding.at(place)));
    }
}

fn tell_contract(settings: &ThemeSettings, findings: &mut Findings) {
    let message = format!(
        "The theme in `themes/` was written for contract {}, and this welcomemat has contract {CONTRACT}. The built-in parts are used.",
        settings.contract
    );
    let help = "Compare your templates with the built-in ones, then write the new number in `theme.toml`.";
    let mut diagnostic = Diagnostic::new(&codes::theme::OTHER_CONTRACT, message).help(help);
    if let Some(span) = settings.contract_span {
        diagnostic = diagnostic.at(span);
    }
    findings.push(diagnostic);
}

fn own_text<'s>(own: &[&Override], theme: &str, place: &str, sources: &'s Sources) -> Option<(FileId, &'s str)> {
    let path = format!("{theme}/{place}");
    let file = own.iter().find(|file| file.path.as_str() == path)?.file?;
    Some((file, sources.file(file).text()))
}

fn template_name(file: &Override, theme: &str) -> Option<(String, FileId)> {
    let name = file.path.as_str().strip_prefix(theme)?.strip_prefix("/templates/")?;
    Some((name.to_owned(), file.file?))
}

/// Adds the site's own templates one by one, so that a broken one costs only itself.
fn override_templates(tera: &mut Tera, files: &[(String, FileId)], sources: &Sources, findings: &mut Findings) {
    for (name, file) in files {
        if let Err(error) = tera.add_raw_template(name, sources.file(*file).text()) {
            findings.push(told(files, name, &error));
            if let Some((_, original)) = built_in::templates().find(|(built_in, _)| built_in == name) {
                // The original went in before without a fault, so putting it back cannot fail.
                let _ = tera.add_raw_template(name, original);
            }
        }
    }
}

/// A template's fault in the words of the place it stands at.
fn told(files: &[(String, FileId)], template: &str, error: &tera::Error) -> Diagnostic {
    let report = match error.kind() {
        tera::ErrorKind::SyntaxError(report) | tera::ErrorKind::RenderingError(report) => Some(report),
        _ => None,
    };
    let name = report.map_or(template, |report| report.filename());
    let what = report.map_or_else(|| error.to_string(), |report| report.message().to_owned());
    let first_line = what.lines().next().unwrap_or("").trim_start_matches("error: ").trim_end_matches('.').to_owned();
    let diagnostic =
        Diagnostic::new(&codes::theme::BROKEN_TEMPLATE, format!("The template `{name}` does not work: {first_line}."))
            .severity(Severity::Error)
            .help("Mend it, or remove the file: the built-in template then takes its place.");
    let file = files.iter().find(|(own, _)| own == name).map(|(_, file)| *file);
    match (file, report) {
        (Some(file), Some(report)) => {
            let span = report.span();
            diagnostic.at(Span::new(file, span.range.clone()))
        }
        (Some(file), None) => diagnostic.at(file),
        (None, _) => diagnostic,
    }
}
