//! Files that hosts and search engines ask for.
//!
//! All are made from one setting, `url`. Without it the site works the same; only what needs an absolute address is left out.

use std::collections::BTreeSet;

use base64::Engine as _;
use sha2::{Digest, Sha256};

use super::live;
use crate::address::{Address, encoded};
use crate::policy::business::Visibility;
use crate::render::{Content, Output};
use crate::site::{Outside, Site};

/// Cloudflare Pages reads a hundred rules and no more.
const MOST_RULES: usize = 80;

/// Adds the files for hosts to what is published. They describe it, so they come last.
pub fn add(site: &Site, output: &mut Output) {
    let style_hash = hash_of_inline_style(output);
    let pages: Vec<Address> = pages(output).cloned().collect();
    put(output, ".nojekyll", String::new());
    let headers = headers(site, style_hash.as_deref()) + &memory(output);
    put(output, "_headers", headers);
    put(output, "_redirects", redirects(&pages));
    let Some(url) = &site.business.url else { return };
    if let Some(host) = own_host(url) {
        put(output, "CNAME", format!("{host}\n"));
    }
    match site.business.visibility {
        Visibility::Public => {
            put(output, "robots.txt", format!("User-agent: *\nAllow: /\nSitemap: {url}/sitemap.xml\n"));
            put(output, "sitemap.xml", sitemap(site, url, &pages));
        }
        Visibility::Unlisted => put(output, "robots.txt", "User-agent: *\nDisallow: /\n".to_owned()),
    }
}

fn put(output: &mut Output, address: &str, text: String) {
    output.insert(Address::new(address), Content::text(text));
}

fn pages(output: &Output) -> impl Iterator<Item = &Address> {
    output
        .iter()
        .map(|(address, _)| address)
        .filter(|address| address.as_str().ends_with(".html") && address.as_str() != "404.html")
}

/// The site's own host name; a free address below somebody else's needs no CNAME.
fn own_host(url: &str) -> Option<&str> {
    let host = url.split_once("://").map_or(url, |(_, rest)| rest).split(['/', ':']).next()?;
    let lent = [".github.io", ".gitlab.io", ".netlify.app", ".pages.dev", ".vercel.app", ".web.app"];
    let is_own = !host.is_empty()
        && !lent.iter().any(|end| host.ends_with(end))
        && !url.trim_end_matches('/').contains(&format!("{host}/"));
    is_own.then_some(host)
}

/// Sitemaps 0.9 (sitemaps.org). `lastmod` is the day a page was last checked, never the day of the build.
fn sitemap(site: &Site, url: &str, pages: &[Address]) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for address in pages.iter().filter(|address| !address.as_str().starts_with("print/")) {
        let path = if address.as_str() == "index.html" { "" } else { address.as_str() };
        let page = site.pages.iter().find(|page| page.address == *address);
        let checked = page.and_then(|page| page.header.reviewed.as_ref().or(page.header.effective.as_ref()));
        let checked = checked.map_or_else(String::new, |at| format!("<lastmod>{}</lastmod>", at.value.date()));
        let location = crate::markdown::html::escaped(&format!("{url}/{}", encoded(path)));
        xml.push_str(&format!("<url><loc>{location}</loc>{checked}</url>\n"));
    }
    xml + "</urlset>\n"
}

/// What a page may fetch and run: its own files, the one inline style with this hash, and what a client may ask for from outside. Our pages connect to nothing, but
/// Lighthouse asks for `robots.txt` on behalf of the page, and calls it invalid where the page may not.
#[must_use]
pub fn policy(style_hash: Option<&str>, outside: &Outside) -> String {
    let inline = style_hash.map_or_else(String::new, |hash| format!(" 'sha256-{hash}'"));
    let listed = |origins: &BTreeSet<String>| origins.iter().map(|origin| format!(" {origin}")).collect::<String>();
    let rule = |name: &str, origins| match listed(origins) {
        origins if origins.is_empty() => String::new(),
        origins => format!(" {name}{origins};"),
    };
    let (frames, media) = (rule("frame-src", &outside.frames), rule("media-src", &outside.media));
    format!(
        "default-src 'none'; style-src 'self'{inline}; script-src 'self'; img-src 'self' data:{};{frames}{media} \
         font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        listed(&outside.pictures)
    )
}

/// Headers in the form that Netlify and Cloudflare Pages read: a strict policy for every page.
fn headers(site: &Site, style_hash: Option<&str>) -> String {
    let policy = policy(style_hash, &site.outside);
    let mut headers = format!(
        "/*\n  Content-Security-Policy: {policy}\n  X-Content-Type-Options: nosniff\n  \
         Referrer-Policy: no-referrer\n  Permissions-Policy: camera=(), microphone=(), geolocation=()\n"
    );
    if site.business.visibility == Visibility::Unlisted {
        headers.push_str("  X-Robots-Tag: noindex\n");
    }
    headers
}

/// How long browsers keep what they fetched: for ever what is named by its content, for an hour what keeps its name.
///
/// Each file has a rule of its own: hosts join the values of all rules that fit a file, and `immutable` would win.
fn memory(output: &Output) -> String {
    let addresses = output.iter().map(|(address, _)| address.as_str());
    let kept = addresses.filter(|address| address.starts_with("assets/") || *address == live::HOURS_JSON);
    let (forever, briefly): (Vec<&str>, Vec<&str>) = kept.partition(|address| is_named_by_content(address));
    let mut rules = String::new();
    for address in briefly {
        rules.push_str(&format!("/{}\n  Cache-Control: public, max-age=3600\n", encoded(address)));
        if live::FOR_OTHERS.contains(&address) {
            rules.push_str("  Access-Control-Allow-Origin: *\n");
        }
    }
    for address in forever.into_iter().take(MOST_RULES) {
        rules.push_str(&format!("/{}\n  Cache-Control: public, max-age=31536000, immutable\n", encoded(address)));
    }
    rules
}

/// Whether an address is one of [`Address::hashed`]: `assets/site.0123456789.css`.
fn is_named_by_content(address: &str) -> bool {
    let hash = address.rsplit('.').nth(1).filter(|_| address.starts_with("assets/"));
    hash.is_some_and(|hash| hash.len() == 10 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// Addresses people type by hand: a page without its ending.
fn redirects(pages: &[Address]) -> String {
    let mut lines = String::from("/welcome.html /index.html 301\n/welcome /index.html 301\n");
    for address in pages.iter().filter(|address| address.depth() == 0 && address.as_str() != "index.html") {
        let stem = address.as_str().trim_end_matches(".html");
        lines.push_str(&format!("/{} /{} 301\n", encoded(stem), encoded(address.as_str())));
    }
    lines
}

/// The hash of the one inline style there is, on the page for missing addresses: it stands alone at any depth, so it can't link a stylesheet.
fn hash_of_inline_style(output: &Output) -> Option<String> {
    hash_of_style(&output.get(&Address::new("404.html"))?.joined())
}

/// The hash of the first inline style of a page.
#[must_use]
pub fn hash_of_style(page: &[u8]) -> Option<String> {
    let page = std::str::from_utf8(page).ok()?;
    let style = page.split_once("<style>")?.1.split_once("</style>")?.0;
    Some(base64::engine::general_purpose::STANDARD.encode(Sha256::digest(style.as_bytes())))
}
