//! The built-in themes, embedded.
//!
//! `welcome` is whole. Every other one holds only what it does differently; what it lacks is taken from `welcome`.

use include_dir::{Dir, include_dir};
use serde::Deserialize;

/// A built-in theme.
#[derive(Debug)]
pub struct BuiltIn {
    /// Its name in `[brand] theme`.
    pub name: &'static str,
    dir: Dir<'static>,
}

/// The theme that is whole.
const WHOLE: &str = "welcome";

static THEMES: [BuiltIn; 2] = [
    BuiltIn { name: WHOLE, dir: include_dir!("$CARGO_MANIFEST_DIR/themes/welcome") },
    BuiltIn { name: "foyer", dir: include_dir!("$CARGO_MANIFEST_DIR/themes/foyer") },
];

/// What a theme says about itself for people.
#[derive(Deserialize, Default)]
struct Said {
    about: Option<String>,
}

impl BuiltIn {
    /// Every built-in theme, `welcome` first.
    #[must_use]
    pub fn all() -> &'static [BuiltIn] {
        &THEMES
    }

    /// The built-in theme of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static BuiltIn> {
        THEMES.iter().find(|theme| theme.name == name)
    }

    /// Whether nothing stands behind it.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.name == WHOLE
    }

    /// How it looks, in a sentence.
    #[must_use]
    pub fn about(&'static self) -> String {
        let said: Said = toml::from_str(self.own_text("theme.toml")).unwrap_or_default();
        said.about.unwrap_or_default()
    }

    /// The files it brings itself, by place.
    #[must_use]
    pub fn own_files(&'static self) -> Vec<(&'static str, &'static [u8])> {
        below(&self.dir, "")
    }

    /// Every file a site built with it uses, by place: its own, and those of `welcome` for the rest.
    #[must_use]
    pub fn files(&'static self) -> Vec<(&'static str, &'static [u8])> {
        let mut files = self.own_files();
        let rest = below(&THEMES[0].dir, "");
        files.extend(rest.into_iter().filter(|(place, _)| !self.is_whole() && self.own_file(place).is_none()));
        files.sort_unstable();
        files
    }

    /// A file it brings itself.
    pub(super) fn own_file(&'static self, place: &str) -> Option<&'static [u8]> {
        self.dir.get_file(place).map(include_dir::File::contents)
    }

    /// A text it brings itself; empty if it brings none.
    pub(super) fn own_text(&'static self, place: &str) -> &'static str {
        self.own_file(place).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or("")
    }

    /// The templates it brings itself, each under the theme's name: `welcome/base.html`.
    pub(super) fn templates(&'static self) -> impl Iterator<Item = (String, &'static str)> {
        let templates = below(&self.dir, "templates").into_iter();
        templates.filter_map(|(name, bytes)| Some((format!("{}/{name}", self.name), std::str::from_utf8(bytes).ok()?)))
    }
}

/// Where a template is looked for that a site does not bring itself: theme by theme, the whole one last.
pub(super) fn prefixes() -> Vec<String> {
    THEMES.iter().rev().map(|theme| format!("{}/", theme.name)).collect()
}

/// The whole theme.
pub(super) fn whole() -> &'static BuiltIn {
    &THEMES[0]
}

/// A file of the whole theme by its place in it.
pub(super) fn file(place: &str) -> Option<&'static [u8]> {
    whole().own_file(place)
}

/// A text of the whole theme by its place in it; empty if it is none.
pub(super) fn text(place: &str) -> &'static str {
    whole().own_text(place)
}

/// Every file below a folder of the whole theme: its place below that folder, and its bytes.
pub(super) fn files(folder: &str) -> impl Iterator<Item = (&'static str, &'static [u8])> {
    below(&THEMES[0].dir, folder).into_iter()
}

fn below(theme: &'static Dir<'static>, folder: &str) -> Vec<(&'static str, &'static [u8])> {
    let mut found = Vec::new();
    if let Some(dir) = if folder.is_empty() { Some(theme) } else { theme.get_dir(folder) } {
        collect(dir, folder, &mut found);
    }
    found.sort_unstable();
    found
}

fn collect(dir: &'static Dir<'static>, folder: &str, found: &mut Vec<(&'static str, &'static [u8])>) {
    for file in dir.files() {
        let place = file.path().to_str().and_then(|path| path.strip_prefix(folder));
        found.extend(place.map(|place| (place.trim_start_matches('/'), file.contents())));
    }
    for inside in dir.dirs() {
        collect(inside, folder, found);
    }
}
