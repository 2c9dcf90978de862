//! What the guard found, told to the owner: which entry without giving it away, where it was typed, which files it would reach.

use std::collections::BTreeMap;

use super::origins::{Origin, Origins};
use super::search::Secrets;
use super::{Part, Shown};
use crate::address::Address;
use crate::diagnostic::{Diagnostic, Findings, Place, Span, codes};

/// Of several places in one file so many are shown beside the first.
const MOST_PLACES: usize = 4;
const MAY_BE_KNOWN: &str = "If clients may know it, remove it from `private` in business.toml instead.";

/// One finding for each entry and place it comes from.
pub(super) fn findings(shown: &[Shown<'_>], origins: &Origins<'_>, secrets: &Secrets) -> Findings {
    let mut groups: BTreeMap<(usize, Origin), Vec<&Shown<'_>>> = BTreeMap::new();
    for shown in shown {
        groups.entry((shown.secret, origins.of(shown))).or_default().push(shown);
    }
    let mut findings = Findings::new();
    findings.extend(groups.iter().filter_map(|((secret, origin), shown)| {
        let secret = secrets.get(*secret)?;
        let message = format!(
            "A {} (`{}`) would be public: it is {}.",
            secret.sort(),
            secret.masked(),
            reached(shown, origin, origins)
        );
        let finding = Diagnostic::new(&codes::private::SHOWN, message).help(help(origin, origins));
        Some(placed(finding, origin).also(secret.span, "listed as private here"))
    }));
    findings
}

/// "on `channels.html` and 12 other pages".
fn reached(shown: &[&Shown<'_>], origin: &Origin, origins: &Origins<'_>) -> String {
    let Some(first) = shown.iter().min_by_key(|shown| rank(shown, origin, origins)) else { return String::new() };
    let name = origins.masked(first.address.as_str());
    let place = match first.part {
        Part::Name => format!("in the name of `{name}`"),
        Part::Content if is_page(first.address) => format!("on `{name}`"),
        Part::Content => format!("in `{name}`"),
    };
    let others = shown.len() - 1;
    let are_pages = shown.iter().all(|shown| is_page(shown.address));
    match (others, are_pages) {
        (0, _) => place,
        (1, true) => format!("{place} and 1 other page"),
        (1, false) => format!("{place} and 1 other file"),
        (_, true) => format!("{place} and {others} other pages"),
        (_, false) => format!("{place} and {others} other files"),
    }
}

/// The page an owner thinks of first: the one they typed it on, else any page, in order of address.
fn rank<'a>(shown: &'a Shown<'_>, origin: &Origin, origins: &Origins<'_>) -> (Part, bool, bool, &'a Address) {
    let is_own = place(origin).is_some_and(|place| origins.is_page_of(shown.address, place.file()));
    (shown.part, !is_own, !is_page(shown.address), shown.address)
}

fn is_page(address: &Address) -> bool {
    address.as_str().ends_with(".html")
}

fn place(origin: &Origin) -> Option<Place> {
    match origin {
        Origin::Typed(spans) => spans.first().map(|span| Place::Text(*span)),
        Origin::PageName(file) | Origin::Page(file) => Some(Place::File(*file)),
        Origin::FileName(_) | Origin::File(_) | Origin::Unknown => None,
    }
}

fn placed(mut finding: Diagnostic, origin: &Origin) -> Diagnostic {
    finding.place = place(origin);
    let others: &[Span] = if let Origin::Typed(spans) = origin { spans.get(1..).unwrap_or_default() } else { &[] };
    others.iter().take(MOST_PLACES).fold(finding, |finding, span| finding.also(*span, "and here"))
}

fn help(origin: &Origin, origins: &Origins<'_>) -> String {
    let first = match origin {
        Origin::Typed(_) => "Take it out here.".to_owned(),
        Origin::PageName(_) => "Rename the file: a page's address is made of its name.".to_owned(),
        Origin::FileName(path) => format!("Rename `{}`: clients see a file's name.", origins.masked(path.as_str())),
        Origin::File(path) => format!(
            "It comes from `{}`: take it out there. In a picture it may be in the description that a camera or a program saved with it.",
            origins.masked(path.as_str())
        ),
        Origin::Page(_) => "It is not typed here in one piece: look at the page as a client would see it.".to_owned(),
        Origin::Unknown => "Look for it in titles, facts and file names.".to_owned(),
    };
    format!("{first} {MAY_BE_KNOWN}")
}
