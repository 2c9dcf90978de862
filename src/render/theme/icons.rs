//! The icons: what stands inside each SVG, by the name templates call it.

use std::collections::BTreeMap;

use super::built_in::{self, BuiltIn};
use super::settings::broken;
use crate::diagnostic::{FileId, Findings};

/// Where a theme's icons are.
pub(super) const PLACE: &str = "icons.toml";

/// Icons by name.
pub(super) type Icons = BTreeMap<String, String>;

/// The site's own icons over those of the built-in theme of its name, over those of the whole theme; each counts on its own.
pub(super) fn icons(own: Option<(FileId, &str)>, built_in: &'static BuiltIn, findings: &mut Findings) -> Icons {
    let mut icons: Icons = toml::from_str(built_in::text(PLACE)).unwrap_or_default();
    if !built_in.is_whole() {
        icons.extend(toml::from_str::<Icons>(built_in.own_text(PLACE)).unwrap_or_default());
    }
    if let Some((file, text)) = own {
        match toml::from_str::<Icons>(text) {
            Ok(own) => icons.extend(own),
            Err(error) => findings.push(broken(file, text, &error, "The theme's built-in icons are used.")),
        }
    }
    icons
}
