//! The built-in theme, embedded.

use include_dir::{Dir, include_dir};

/// Its name in `[brand] theme`.
pub(super) const NAME: &str = "welcome";

static THEME: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes/welcome");

/// Every built-in template, by the name templates call each other.
pub(super) fn templates() -> impl Iterator<Item = (&'static str, &'static str)> {
    files("templates").filter_map(|(name, bytes)| Some((name, std::str::from_utf8(bytes).ok()?)))
}

/// A built-in file by its place in the theme.
pub(super) fn file(place: &str) -> Option<&'static [u8]> {
    THEME.get_file(place).map(include_dir::File::contents)
}

/// A built-in text by its place in the theme; empty if it is none.
pub(super) fn text(place: &str) -> &'static str {
    file(place).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or("")
}

/// Every file below a folder of the theme: its place below that folder, and its bytes.
pub(super) fn files(folder: &'static str) -> impl Iterator<Item = (&'static str, &'static [u8])> {
    let mut found = Vec::new();
    if let Some(dir) = THEME.get_dir(folder) {
        collect(dir, folder, &mut found);
    }
    found.sort_unstable();
    found.into_iter()
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
