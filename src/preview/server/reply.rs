//! Answers with the headers that go with them.

use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;

use super::super::gate::Refusal;
use super::super::panel::{self, Brought};
use super::is_page;
use crate::address::Address;
use crate::publish::hosts;
use crate::site::Outside;

/// Media types by the end of a file's name. What is not in the list is offered as a download.
const KINDS: &[(&str, &str)] = &[
    ("html", "text/html; charset=utf-8"),
    ("css", "text/css; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("json", "application/json"),
    ("svg", "image/svg+xml"),
    ("png", "image/png"),
    ("jpg", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("gif", "image/gif"),
    ("webp", "image/webp"),
    ("avif", "image/avif"),
    ("ico", "image/x-icon"),
    ("woff2", "font/woff2"),
    ("txt", "text/plain; charset=utf-8"),
    ("xml", "application/xml"),
    ("ics", "text/calendar; charset=utf-8"),
    ("vcf", "text/vcard; charset=utf-8"),
    ("pdf", "application/pdf"),
    ("mp4", "video/mp4"),
    ("mp3", "audio/mpeg"),
];

/// A few words.
pub fn plain(status: StatusCode, words: &'static str) -> Response {
    file(status, "text/plain; charset=utf-8", words.as_bytes().to_vec())
}

/// Why somebody is not let in.
pub fn refused(refusal: Refusal) -> Response {
    match refusal {
        Refusal::Odd => plain(StatusCode::BAD_REQUEST, "That is no address of this site."),
        Refusal::Forbidden => {
            plain(StatusCode::FORBIDDEN, "This preview is for the computer it runs on. Others need the whole address.")
        }
    }
}

/// The same thing at another address, relative to this one.
pub fn elsewhere(place: &str) -> Response {
    let mut response = plain(StatusCode::FOUND, "");
    if let Ok(place) = HeaderValue::from_str(place) {
        response.headers_mut().insert(header::LOCATION, place);
    }
    response
}

/// A file of the site; a page with our script.
pub fn found(status: StatusCode, address: &Address, bytes: &[u8], brought: Brought<'_>) -> Response {
    if !is_page(address) {
        return file(status, kind(address), bytes.to_vec());
    }
    let mut response = file(status, kind(address), panel::bring(bytes, brought));
    let headers = response.headers_mut();
    if let Ok(policy) = HeaderValue::from_str(&policy(bytes, brought.outside)) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    if let Some(Ok(moved)) = brought.moved.map(HeaderValue::from_str) {
        headers.insert("x-welcomemat-moved", moved);
    }
    response
}

/// Some bytes that nobody keeps.
pub fn file(status: StatusCode, kind: &'static str, bytes: Vec<u8>) -> Response {
    let mut response = Response::new(Body::from(bytes));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    for (name, value) in [
        (header::CONTENT_TYPE, kind),
        (header::CACHE_CONTROL, "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (header::HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

/// The policy that the built site is published with, and leave for our script to hear of changes and to show the site in a frame of
/// another width.
fn policy(page: &[u8], outside: &Outside) -> String {
    let framed = outside.frames.iter().cloned().chain(["'self'".to_owned()]).collect();
    let shown = Outside { frames: framed, ..outside.clone() };
    let published = hosts::policy(hosts::hash_of_style(page).as_deref(), &shown);
    published.replace("frame-ancestors 'none'", "frame-ancestors 'self'")
}

fn kind(address: &Address) -> &'static str {
    let end = address.file_name().rsplit_once('.').map_or("", |(_, end)| end).to_ascii_lowercase();
    KINDS.iter().find(|(own, _)| *own == end).map_or("application/octet-stream", |(_, kind)| kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A rule that stands twice counts once, the first time.
    #[test]
    fn the_preview_lets_in_who_the_site_lets_in_and_itself() {
        let frames = ["https://a.example".to_owned()].into();
        let policy = policy(b"", &Outside { frames, ..Outside::default() });
        assert!(policy.contains("; frame-src 'self' https://a.example;"), "{policy}");
        assert_eq!(policy.matches("frame-src").count(), 1);
        assert!(policy.contains("frame-ancestors 'self'"), "{policy}");
    }
}
