//! What lies in a folder: a site, a handbook, or nothing of ours.

use std::path::{Path, PathBuf};

/// How a site's folder is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// Policies lie in `content/`, settings in `content/business.toml`.
    Site,
    /// Somebody's existing folder of Markdown: the folder itself is the content.
    Handbook,
}

impl Layout {
    /// Where the content lies below the site's folder: `content` or nothing.
    #[must_use]
    pub fn content_folder(self) -> &'static str {
        match self {
            Layout::Site => "content",
            Layout::Handbook => "",
        }
    }

    /// The place of the settings below the site's folder.
    #[must_use]
    pub fn settings(self) -> &'static str {
        match self {
            Layout::Site => "content/business.toml",
            Layout::Handbook => "business.toml",
        }
    }

    /// Finds the site that `folder` belongs to: itself, or the nearest folder above it with a `content/business.toml`;
    /// else `folder` as a handbook if Markdown lies in it, else `None`.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "`source` is the reader of the disk")]
    pub fn find(folder: &Path) -> Option<(PathBuf, Layout)> {
        if !folder.exists() {
            return None;
        }
        // What stands before a `..` is not above the folder.
        let steps_back = folder.components().any(|step| step == std::path::Component::ParentDir);
        let real = if steps_back { std::fs::canonicalize(folder).ok() } else { None };
        let folder = real.as_deref().unwrap_or(folder);
        let above = folder.ancestors().find(|place| is_site(place));
        if let Some(place) = above {
            return Some((place.to_owned(), Layout::Site));
        }
        if holds_markdown(&folder.join("content")) {
            return Some((folder.to_owned(), Layout::Site));
        }
        holds_markdown(folder).then(|| (folder.to_owned(), Layout::Handbook))
    }
}

#[expect(clippy::disallowed_methods, reason = "`source` is the reader of the disk")]
fn is_site(folder: &Path) -> bool {
    folder.join("content/business.toml").is_file()
}

fn holds_markdown(folder: &Path) -> bool {
    let walk = walkdir::WalkDir::new(folder).max_depth(8).follow_links(false);
    let visible = walk.into_iter().filter_entry(|entry| entry.depth() == 0 || !super::files::is_passed_over(entry));
    visible.flatten().any(|entry| entry.file_type().is_file() && super::inputs::is_markdown(entry.path()))
}
