//! What the brand's settings ask for and can't have: a theme that is not there, a colour nobody could read.

use super::built_in::BuiltIn;
use crate::diagnostic::{Diagnostic, Findings, codes, nearest};
use crate::policy::business::Brand;
use crate::policy::values::Color;
use crate::render::ramp;
use crate::source::Override;

/// The page a client reads from in daylight; every theme's is at least as light.
const PAPER: Color = Color { red: 0xfc, green: 0xfa, blue: 0xf6 };

/// WCAG 2.2, 1.4.3: the least contrast of text.
const LEAST: f64 = 4.5;

/// Says that the theme asked for is neither built in nor the site's own.
pub(super) fn tell_missing_theme(brand: &Brand, own: &[&Override], findings: &mut Findings) {
    let theme = &brand.theme;
    if BuiltIn::named(theme).is_some() || !own.is_empty() {
        return;
    }
    let names = || BuiltIn::all().iter().map(|theme| theme.name);
    let message = format!("There is no theme called `{theme}`; the built-in one is used.");
    let built_in: Vec<String> = names().map(|name| format!("`{name}`")).collect();
    let near = nearest(theme, names()).map(|near| format!("Did you mean `{near}`? ")).unwrap_or_default();
    let help = format!(
        "{near}Built in are {}. A theme of your own goes into `themes/{theme}/`; without one, take `theme` out of `[brand]`.",
        built_in.join(" and ")
    );
    let finding = Diagnostic::new(&codes::theme::MISSING, message).help(help);
    findings.push(brand.theme_place.map_or(finding.clone(), |place| finding.at(place)));
}

/// Says that the brand's colour can't be text, nor stand under white text, as it was typed.
pub(super) fn tell_pale_color(brand: &Brand, findings: &mut Findings) {
    let Some(color) = &brand.color else { return };
    let contrast = ramp::contrast(&color.value, &PAPER);
    if contrast >= LEAST {
        return;
    }
    let shade = ramp::readable(&color.value, &PAPER, LEAST);
    // Rounded down, so that 4.46 is not told as the 4.5 it lacks.
    let contrast = (contrast * 10.0).floor() / 10.0;
    let message = format!(
        "`{}` is too pale to be read: on the page, and under white words, it reaches a contrast of {contrast:.1} to 1, and text needs {LEAST} to 1. Links and buttons get darker shades of it instead.",
        color.value
    );
    let help = format!("Write `color = \"{shade}\"`, the nearest shade that can be read.");
    findings.push(Diagnostic::new(&codes::theme::PALE_COLOR, message).at(color.span).help(help));
}
