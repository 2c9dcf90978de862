//! Where each source is published: the source path with `.html`.

use crate::address::{Address, SourcePath};
use crate::source::Layout;

/// The address of a page at `path` below the content folder.
///
/// `welcome.md` is the home page. In a handbook `README.md` or `index.md` is its folder's index.
pub(super) fn of_page(path: &SourcePath, layout: Layout) -> Address {
    let stem = strip_end(path.as_str());
    let name = path.file_name().to_ascii_lowercase();
    let is_index = match layout {
        Layout::Site => path.as_str() == "welcome.md" || name == "index.md",
        Layout::Handbook => ["readme.md", "index.md", "readme.markdown", "index.markdown"].contains(&name.as_str()),
    };
    if is_index {
        return index_of(path.folder());
    }
    // Some programs want their pages called `hours.html.md`.
    let stem = if layout == Layout::Handbook { stem.strip_suffix(".html").unwrap_or(stem) } else { stem };
    Address::new(&format!("{stem}.html"))
}

/// The index page of a folder; `""` is the site's own.
pub(super) fn index_of(folder: &str) -> Address {
    let slash = if folder.is_empty() { "" } else { "/" };
    Address::new(&format!("{folder}{slash}index.html"))
}

/// A page's path without its ending.
pub(super) fn strip_end(path: &str) -> &str {
    path.rsplit_once('.').map_or(path, |(stem, _)| stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(path: &str, layout: Layout, address: &str) {
        assert_eq!(of_page(&SourcePath::new(path), layout).as_str(), address, "{path}");
    }

    #[test]
    fn addresses_follow_the_source() {
        check("welcome.md", Layout::Site, "index.html");
        check("availability.md", Layout::Site, "availability.html");
        check("faq/billing.md", Layout::Site, "faq/billing.html");
        check("guides/backups/index.md", Layout::Site, "guides/backups/index.html");
        check("guides/v1.2.md", Layout::Site, "guides/v1.2.html");
        check("README.md", Layout::Handbook, "index.html");
        check("docs/readme.md", Layout::Handbook, "docs/index.html");
        check("welcome.md", Layout::Handbook, "welcome.html");
        check("a/hours.html.md", Layout::Handbook, "a/hours.html");
        check("a/hours.html.md", Layout::Site, "a/hours.html.html");
        check("a/index.html.md", Layout::Handbook, "a/index.html");
    }
}
