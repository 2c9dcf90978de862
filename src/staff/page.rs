//! The frame of a page for staff.

use crate::markdown::html::escaped;

/// The pages that every page leads to: file and name.
const PAGES: [(&str, &str); 4] = [
    ("index.html", "Replies and notes"),
    ("promises.html", "Our promises"),
    ("next-closure.html", "Next days off"),
    ("findings.html", "Findings"),
];

/// A whole page. `up` leads from its folder to the top: `""` or `"../"`.
pub(super) fn page(business: &str, title: &str, up: &str, body: &str) -> String {
    let links: String =
        PAGES.iter().map(|(file, name)| link(up, file, name, *name == title && up.is_empty())).collect();
    let (business, title) = (escaped(business), escaped(title));
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"robots\" content=\"noindex, nofollow\">\n<title>{title} · {business}, staff</title>\n<link rel=\"stylesheet\" href=\"{up}staff.css\">\n\
         <script src=\"{up}staff.js\" defer></script>\n</head>\n<body>\n<header><p><b>{business}</b> <span class=\"staff-only\">For our own people only</span></p>\n\
         <nav aria-label=\"Pages\">{links}</nav></header>\n\
         <main>\n<h1>{title}</h1>\n{body}</main>\n</body>\n</html>\n"
    )
}

fn link(up: &str, file: &str, name: &str, is_here: bool) -> String {
    let here = if is_here { " aria-current=\"page\"" } else { "" };
    format!("<a href=\"{up}{file}\"{here}>{name}</a>")
}

/// A paragraph.
pub(super) fn paragraph(words: &str) -> String {
    format!("<p>{}</p>\n", escaped(words))
}

/// Words to copy.
pub(super) fn words(words: &str) -> String {
    format!("<div class=\"words\" data-copy>{}</div>\n", escaped(words))
}
