//! Where links and pictures may lead: http, https, mailto, tel and places on the site itself. Everything else is
//! refused, however it is dressed up.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::diagnostic::{Diagnostic, Span, codes};

/// What a link's or picture's target is, told from its spelling alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TargetKind {
    /// `http://…` or `https://…`.
    Web,
    /// A host typed bare in the text: `www.example.com`. Its address starts with `https://`.
    Host,
    /// `mailto:…`.
    Mail,
    /// An e-mail address typed bare in the text or in `<…>`. Its address starts with `mailto:`.
    Mailbox,
    /// `tel:…`.
    Phone,
    /// Another file of the site, perhaps with a fragment: `availability.md#closures`.
    File,
    /// A place on the same page: `#closures`.
    Fragment,
    /// It holds a reference, so its address is known only once facts are.
    Reference,
    /// Refused; never becomes an address.
    Risky,
}

impl TargetKind {
    /// Whether it is an address on the web: another site's, as far as the spelling tells.
    #[must_use]
    pub fn leaves_site(self) -> bool {
        matches!(self, TargetKind::Web | TargetKind::Host)
    }

    /// The address of `target` as a browser needs it, before any link of the site is resolved.
    #[must_use]
    pub fn address(self, target: &str) -> Cow<'_, str> {
        match self {
            TargetKind::Host => Cow::Owned(format!("https://{target}")),
            TargetKind::Mailbox => Cow::Owned(format!("mailto:{target}")),
            _ => Cow::Borrowed(target),
        }
    }
}

/// Why a target is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Risk {
    /// `javascript:`, `data:`, `file:` or anything else that is not allowed, as it reads without disguise.
    Scheme(String),
    /// `//host/…`.
    NoScheme,
    /// `C:\…`.
    OwnComputer,
}

/// Judges a target as a browser would read it: blanks and control characters inside the scheme don't count, nor do
/// capitals, and percent signs are undone.
pub(super) fn judge(target: &str) -> Result<TargetKind, Risk> {
    if target.starts_with('#') {
        return Ok(TargetKind::Fragment);
    }
    if is_plain_path(target) {
        return Ok(TargetKind::File);
    }
    let bare = undisguised(target);
    if bare.starts_with(['/', '\\']) && bare[1..].starts_with(['/', '\\']) {
        return Err(Risk::NoScheme);
    }
    let head = bare.split(['/', '?', '#']).next().unwrap_or_default();
    let Some((scheme, _)) = head.split_once(':').filter(|(scheme, _)| is_scheme(scheme)) else {
        return Ok(TargetKind::File);
    };
    match scheme.to_ascii_lowercase().as_str() {
        "http" | "https" => Ok(TargetKind::Web),
        "mailto" => Ok(TargetKind::Mail),
        "tel" => Ok(TargetKind::Phone),
        drive if drive.len() == 1 => Err(Risk::OwnComputer),
        other => Err(Risk::Scheme(other.to_owned())),
    }
}

/// The common case, told without a copy: nothing that could be a scheme or its disguise.
fn is_plain_path(target: &str) -> bool {
    !target.starts_with('/') && target.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_./#".contains(&byte))
}

/// The target without blanks, control and invisible characters, and with percent signs undone.
fn undisguised(target: &str) -> String {
    let mut bytes = Vec::with_capacity(target.len());
    let mut rest = target.as_bytes();
    while let [byte, tail @ ..] = rest {
        match escaped_byte(rest) {
            Some(decoded) => {
                bytes.push(decoded);
                rest = tail.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(*byte);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).chars().filter(|&character| !is_invisible(character)).collect()
}

/// What `%41` at the start of `bytes` stands for.
fn escaped_byte(bytes: &[u8]) -> Option<u8> {
    let [b'%', high, low, ..] = bytes else { return None };
    let digit = |byte: u8| char::from(byte).to_digit(16);
    u8::try_from(digit(*high)? * 16 + digit(*low)?).ok()
}

fn is_invisible(character: char) -> bool {
    character.is_control()
        || character.is_whitespace()
        || matches!(character, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}

/// RFC 3986, 3.1: a letter, then letters, digits, `+`, `-` and `.`.
fn is_scheme(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphabetic())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
}

/// The finding about a refused target.
pub(super) fn finding(risk: &Risk, target: &str, span: Span) -> Diagnostic {
    let (message, help) = match risk {
        Risk::NoScheme => {
            let rest = target.trim_start_matches(['/', '\\', ' ']);
            (
                "This address starts with `//`, so it changes with the place your site is opened from.".to_owned(),
                format!("Write `https://{rest}`."),
            )
        }
        Risk::OwnComputer => (
            "This is a place on your own computer; your clients can't open it.".to_owned(),
            "Put the file into your content folder and write its name, such as `price-list.pdf`.".to_owned(),
        ),
        Risk::Scheme(scheme) if scheme == "file" => (
            "This address opens a file on the computer of whoever reads it, not on yours.".to_owned(),
            "Put the file into your content folder and write its name, such as `price-list.pdf`.".to_owned(),
        ),
        Risk::Scheme(scheme) => (
            format!("A link can't start with `{scheme}:`."),
            "Start it with `https://`, `mailto:` or `tel:`, or write the name of a file in your content folder."
                .to_owned(),
        ),
    };
    Diagnostic::new(&codes::markdown::RISKY_LINK, message).at(span).help(help)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_known_schemes_and_places_of_the_site_pass() {
        let fine = [
            ("https://example.com", TargetKind::Web),
            ("HTTP://example.com", TargetKind::Web),
            ("mailto:a@b.example", TargetKind::Mail),
            ("tel:+15550100", TargetKind::Phone),
            ("availability.md#closures", TargetKind::File),
            ("../a b.md", TargetKind::File),
            ("/top.md", TargetKind::File),
            ("#here", TargetKind::Fragment),
            ("#a:b", TargetKind::Fragment),
            ("guide/9:30.md", TargetKind::File),
            ("?q=a:b", TargetKind::File),
            ("", TargetKind::File),
        ];
        for (target, kind) in fine {
            assert_eq!(judge(target), Ok(kind), "{target}");
        }
    }

    #[test]
    fn disguises_are_seen_through() {
        let refused = [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            " javascript:alert(1)",
            "java\tscript:alert(1)",
            "java\nscript:alert(1)",
            "\u{1}javascript:alert(1)",
            "java\u{200B}script:alert(1)",
            "java\u{AD}script:alert(1)",
            "javascript%3Aalert(1)",
            "%6Aavascript:alert(1)",
            "java%0Ascript:alert(1)",
            "vbscript:x",
            "data:text/html,x",
            "DATA:image/png;base64,x",
            "file:///etc/passwd",
            "//host/path",
            "\\\\host\\share",
            "/\\host",
            "/%2Fhost",
            "C:\\prices.pdf",
            "ftp://host",
            "sms:+1555",
        ];
        for target in refused {
            assert!(judge(target).is_err(), "{target}");
        }
    }
}
