//! The theme: templates, labels and looks, the built-in ones overlaid with the site's own.
//!
//! Tera is seen here and nowhere else. A site overrides any template or asset by a file of the same place below
//! `themes/<name>/`; what it does not override stays built in, so an upgrade never leaves half a theme behind.
//! Every file is looked up in three places: the site's own, the built-in theme of that name, `welcome`. A template can
//! build on the one it overrides under the theme's name: `{% extends "welcome/base.html" %}`.

mod assets;
mod brand;
mod built_in;
mod classes;
mod faults;
mod icons;
mod labels;
mod printed;
mod settings;
mod squeeze;
mod urls;

use std::collections::BTreeMap;

use serde::Serialize;
pub(crate) use tera::Context;
use tera::Tera;
pub(super) use tera::Value;

pub use assets::Assets;
use assets::Shelf;
pub use built_in::BuiltIn;
use faults::told;
use labels::Wanted;
pub use printed::Printed;
use settings::ThemeSettings;

use super::views::{CONTRACT, Labels};
use crate::diagnostic::{Diagnostic, FileId, Findings, Sources, codes};
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
        let ready = stock.tera.set_fallback_prefixes(built_in::prefixes());
        if let Err(error) = ready.and_then(|()| stock.tera.add_raw_templates(built_in::whole().templates())) {
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
    icons: icons::Icons,
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
        let built_in = BuiltIn::named(&brand.theme).unwrap_or(built_in::whole());
        add_templates(&mut tera, built_in, &mut findings);
        brand::tell_missing_theme(brand, &own, &mut findings);
        brand::tell_pale_color(brand, &mut findings);
        let text = |place: &str| own_text(&own, &brand.theme, place, sources);
        let settings = ThemeSettings::read(text("theme.toml"), built_in, &mut findings);
        let labels = labels::labels(wanted, text, &mut findings);
        let fits = settings.contract == CONTRACT;
        if !fits {
            tell_contract(brand, &settings, &mut findings);
        }
        let icons = icons::icons(text(icons::PLACE).filter(|_| fits), built_in, &mut findings);
        // A theme written for another contract is passed over whole: half of it would be worse than none.
        let own: Vec<&Override> = own.into_iter().filter(|_| fits).collect();
        let files: Vec<(String, FileId)> = own.iter().filter_map(|file| template_name(file, &brand.theme)).collect();
        override_templates(&mut tera, &files, sources, &mut findings);
        let ramp = brand.color.as_ref().map(|color| super::ramp::css(&color.value, &settings.ramp)).unwrap_or_default();
        let shelf = Shelf { theme: &brand.theme, own: &own };
        let assets = Assets::gather(wanted, &settings, shelf, &ramp);
        let printed = Printed::gather(brand, shelf, &settings.ramp);
        findings.append(assets::missing_in_styles(&shelf, sources));
        (Theme { tera, labels, assets, ramp, printed, icons, files }, findings)
    }

    /// Makes the site-wide part of every page's context known, and says what is wrong with the template that draws icons.
    pub fn share(&mut self, site: &super::views::SiteView) -> Findings {
        let labels = Value::from_serializable(&self.labels);
        let context = self.tera.global_context();
        context.insert_value("labels", labels);
        context.insert("icons", &self.icons);
        context.insert("site", site);
        context.insert("contract", &CONTRACT);
        let mut findings = Findings::new();
        let drawn = self.drawn_icons(&mut findings);
        self.tera.global_context().insert("drawn", &drawn);
        findings
    }

    /// Every icon as its template draws it. Every page shows some, and calling a template for each would be a third of its frame's work.
    fn drawn_icons(&self, findings: &mut Findings) -> BTreeMap<String, String> {
        let mut draw = |name: &str| {
            let mut context = Context::new();
            context.insert("name", name);
            self.tera.render_component("icon", &context, None, true).unwrap_or_else(|error| {
                findings.push(self.told("icon.html", &error));
                String::new()
            })
        };
        self.icons.keys().map(|name| (name.clone(), draw(name))).collect()
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

/// Adds the templates a built-in theme has beside those of the whole one.
fn add_templates(tera: &mut Tera, built_in: &'static BuiltIn, findings: &mut Findings) {
    if built_in.is_whole() {
        return;
    }
    if let Err(error) = tera.add_raw_templates(built_in.templates()) {
        findings.push(told(&[], built_in.name, &error));
    }
}

fn tell_contract(brand: &Brand, settings: &ThemeSettings, findings: &mut Findings) {
    let theme = &brand.theme;
    let message = format!(
        "The theme in `themes/{theme}` was written for contract {}, and this welcomemat has contract {CONTRACT}. The built-in parts are used.",
        settings.contract
    );
    let built_in = BuiltIn::named(theme).unwrap_or(built_in::whole()).name;
    let help = format!(
        "`welcomemat theme copy {built_in} --to FOLDER` puts today's files into another folder. Compare yours with them, then write `contract = {CONTRACT}`."
    );
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

/// Adds the site's own templates one by one, so that a broken one costs only itself: the built-in one stays in its place.
fn override_templates(tera: &mut Tera, files: &[(String, FileId)], sources: &Sources, findings: &mut Findings) {
    for (name, file) in files {
        let text = sources.file(*file).text();
        if let Err(error) = tera.add_raw_template(name, text) {
            findings.push(faults::of_new(name, (*file, text), &error));
        }
    }
}
