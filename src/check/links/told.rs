//! Broken links in the owner's words.

use std::collections::BTreeSet;

use super::{Defined, Readers, Typed, Use, as_typed_from, html};
use crate::address::SourcePath;
use crate::diagnostic::{Diagnostic, codes, nearest};
use crate::site::{HeldBack, Lead, PublishedFile, Site};
use crate::source::Layout;

/// What is wrong with a link; nothing when it leads somewhere.
pub(super) fn broken(site: &Site, defined: &Defined, typed: &Typed<'_>, lead: &Lead) -> Option<Diagnostic> {
    match lead {
        Lead::To { published, fragment: Some(id) } => {
            published.page?;
            missing_place(defined.get(&published.address)?, typed, id)
        }
        Lead::To { .. } => None,
        Lead::HeldBack { why: HeldBack::Staff(index), fragment } if typed.readers == Readers::Staff => {
            let page = site.staff.get(*index)?;
            missing_place(&html::ids(&page.document, site.business.unsafe_html), typed, fragment.as_deref()?)
        }
        Lead::HeldBack { why, .. } => Some(held_back(typed, *why)),
        Lead::OtherCapitals(right) => Some(other_capitals(site, typed, right)),
        Lead::Nowhere(path) => Some(nowhere(site, typed, path)),
        Lead::Outside => Some(outside(typed)),
    }
}

fn folder<'s>(site: &'s Site, typed: &Typed<'_>) -> &'s str {
    site.links.path_of(typed.span.file).map_or("", SourcePath::folder)
}

/// The target without its fragment: what the owner reads as the file.
fn file_part<'t>(typed: &Typed<'t>) -> &'t str {
    typed.target.split('#').next().unwrap_or(typed.target)
}

fn nowhere(site: &Site, typed: &Typed<'_>, path: &str) -> Diagnostic {
    let shown = file_part(typed);
    let is_page = path.to_lowercase().ends_with(".md") || !path.rsplit('/').next().unwrap_or(path).contains('.');
    let (code, message) = match typed.usage {
        Use::Picture => (&codes::links::MISSING_PICTURE, format!("There is no picture `{shown}`.")),
        Use::Link if is_page => (&codes::links::MISSING_PAGE, format!("There is no page `{shown}`.")),
        Use::Link => (&codes::links::MISSING_FILE, format!("There is no file `{shown}`.")),
    };
    let diagnostic = Diagnostic::new(code, message).at(typed.span);
    match nearest_path(site, path) {
        Some(near) => diagnostic.help(format!("Did you mean `{}`?", as_typed_from(folder(site, typed), near))),
        None => {
            let place = format!("{}{path}", if site.layout == Layout::Site { "content/" } else { "" });
            let put = if typed.usage == Use::Link && is_page { "write that page as" } else { "put it there as" };
            diagnostic.help(format!("Mend the name, or {put} `{place}`."))
        }
    }
}

/// The real path most like `path`: by its whole length, else by its file's name alone, wherever that file lies.
fn nearest_path<'s>(site: &'s Site, path: &str) -> Option<&'s str> {
    let name = |path: &'s str| path.rsplit('/').next().unwrap_or(path);
    let wanted = path.rsplit('/').next().unwrap_or(path);
    let elsewhere = site.links.paths().find(|candidate| name(candidate) == wanted && !candidate.is_empty());
    let sources = site.links.paths().filter(|candidate| path.ends_with(".html") || !candidate.ends_with(".html"));
    elsewhere.or_else(|| nearest(path, sources))
}

fn other_capitals(site: &Site, typed: &Typed<'_>, right: &str) -> Diagnostic {
    let right = as_typed_from(folder(site, typed), right);
    let message = format!("`{}` differs in capitals from the file `{right}`.", file_part(typed));
    let help = format!("Write `{right}`. Most web servers tell capitals apart, even where your computer does not.");
    Diagnostic::new(&codes::links::WRONG_CAPITALS, message).at(typed.span).help(help)
}

fn outside(typed: &Typed<'_>) -> Diagnostic {
    let message =
        format!("`{}` leads out of the folder with your pages; clients would find nothing there.", typed.target);
    let help = "Copy the file into the `content` folder and link to it there.";
    Diagnostic::new(&codes::links::LEADS_OUTSIDE, message).at(typed.span).help(help)
}

fn held_back(typed: &Typed<'_>, why: HeldBack) -> Diagnostic {
    let (code, reason, help) = match why {
        HeldBack::Draft => (
            &codes::links::DRAFT_PAGE,
            "a draft",
            "Finish that page and remove its `draft = true`, or take the link out.",
        ),
        HeldBack::Staff(_) => {
            (&codes::links::STAFF_PAGE, "for your own people only", "Link to a page for clients, or take the link out.")
        }
    };
    let message = format!("`{}` is {reason}, so clients could not open it.", file_part(typed));
    Diagnostic::new(code, message).at(typed.span).help(help)
}

fn missing_place(ids: &BTreeSet<String>, typed: &Typed<'_>, id: &str) -> Option<Diagnostic> {
    if ids.contains(id) {
        return None;
    }
    let page = file_part(typed);
    let message = if page.is_empty() {
        format!("This page has no heading or question `#{id}`.")
    } else {
        format!("`{page}` has no heading or question `#{id}`.")
    };
    let diagnostic = Diagnostic::new(&codes::links::MISSING_HEADING, message).at(typed.span);
    Some(match nearest(id, ids.iter().map(String::as_str)) {
        Some(near) => diagnostic.help(format!("Did you mean `{page}#{near}`?")),
        None => diagnostic.help(format!("Write `{{#{id}}}` behind the heading you mean, or link to the page alone.")),
    })
}

/// A file that no page uses.
pub(super) fn unused(file: &PublishedFile) -> Diagnostic {
    let message = format!("No page uses `{}`. It is copied to the site all the same.", file.path);
    let (stem, end) = file.path.as_str().rsplit_once('.').unwrap_or((file.path.as_str(), ""));
    let help = match end.to_ascii_lowercase().as_str() {
        // Somebody who writes in a word processor may take the document for a page.
        "docx" | "doc" | "odt" | "rtf" | "pages" | "txt" => {
            format!(
                "To make it a page, save its text as `{stem}.md`. Else link to it, or move it out of the `content` folder."
            )
        }
        _ => "Link to it, show it, or move it out of the `content` folder.".to_owned(),
    };
    Diagnostic::new(&codes::links::UNUSED_FILE, message).at(file.file).help(help)
}
