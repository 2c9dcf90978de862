//! The owner's panel: files of our own, and the one line that brings them into a page.

use crate::markdown::html::escaped;
use crate::site::Outside;

/// Our own files by name, with their media type. They are never part of a built site.
const FILES: &[(&str, &str, &[u8])] = &[
    ("panel.js", "text/javascript; charset=utf-8", include_bytes!("assets/panel.js")),
    ("panel.css", "text/css; charset=utf-8", include_bytes!("assets/panel.css")),
    ("patch.js", "text/javascript; charset=utf-8", include_bytes!("assets/patch.js")),
    ("sections.js", "text/javascript; charset=utf-8", include_bytes!("assets/sections.js")),
    ("moment.js", "text/javascript; charset=utf-8", include_bytes!("assets/moment.js")),
    ("source.js", "text/javascript; charset=utf-8", include_bytes!("assets/source.js")),
    ("view.js", "text/javascript; charset=utf-8", include_bytes!("assets/view.js")),
    ("idiomorph.js", "text/javascript; charset=utf-8", include_bytes!("assets/idiomorph.js")),
];

/// One of our own files.
pub fn file(name: &str) -> Option<(&'static str, &'static [u8])> {
    FILES.iter().find(|(own, ..)| *own == name).map(|(_, kind, bytes)| (*kind, *bytes))
}

/// What the script on a page has to know.
#[derive(Clone, Copy, Debug)]
pub struct Brought<'p> {
    /// What paths start with on this way in.
    pub prefix: &'p str,
    /// The secret that it shows with everything it asks for.
    pub secret: &'p str,
    /// Where the page was typed.
    pub source: Option<&'p str>,
    /// The number of the state that the page is of.
    pub shown: u64,
    /// What the site's pages may fetch from other companies.
    pub outside: &'p Outside,
    /// Where the pages for the business's own people are; absent where they are not shown.
    pub team: Option<&'p str>,
    /// For a page that is no more: its new address, or nothing.
    pub moved: Option<&'p str>,
}

/// The mark by which the script's line is known, and left out when a page is compared with a built one.
pub const LINE: &str = "<script src=\"";

/// A page with our script at its end: the one thing that is put into it.
pub fn bring(page: &[u8], brought: Brought<'_>) -> Vec<u8> {
    let Brought { prefix, secret, source, shown, team, moved, .. } = brought;
    let source = escaped(source.unwrap_or_default());
    let moved = moved.map(|place| format!(" data-moved=\"{}\"", escaped(place))).unwrap_or_default();
    let team = team.map(|place| format!(" data-team=\"{}\"", escaped(place))).unwrap_or_default();
    let line = format!(
        "{LINE}{prefix}/.welcomemat/panel.js\" type=\"module\" id=\"_welcomemat\" data-prefix=\"{prefix}\" \
         data-secret=\"{secret}\" data-source-file=\"{source}\" data-shown=\"{shown}\"{team}{moved}></script>"
    );
    let end = memchr::memmem::rfind(page, b"</body>").unwrap_or(page.len());
    let (before, after) = page.split_at(end);
    [before, line.as_bytes(), after].concat()
}
