//! The frame of a page for staff.

use crate::markdown::html::escaped;

/// A whole page. `up` leads from its folder to the top: `""` or `"../"`.
pub(super) fn page(business: &str, title: &str, up: &str, body: &str) -> String {
    let (business, title) = (escaped(business), escaped(title));
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"robots\" content=\"noindex, nofollow\">\n<title>{title} · {business}, staff</title>\n<link rel=\"stylesheet\" href=\"{up}staff.css\">\n\
         <script src=\"{up}staff.js\" defer></script>\n</head>\n<body>\n<header><p><span class=\"staff-only\">For our own people only</span></p>\n\
         <nav aria-label=\"Pages\"><a href=\"{up}index.html\">Replies and notes</a><a href=\"{up}promises.html\">Our promises</a>\
         <a href=\"{up}next-closure.html\">Next days off</a><a href=\"{up}findings.html\">Findings</a></nav></header>\n\
         <main>\n<h1>{title}</h1>\n{body}</main>\n</body>\n</html>\n"
    )
}

/// A paragraph.
pub(super) fn paragraph(words: &str) -> String {
    format!("<p>{}</p>\n", escaped(words))
}

/// Words to copy.
pub(super) fn words(words: &str) -> String {
    format!("<div class=\"words\" data-copy>{}</div>\n", escaped(words))
}
