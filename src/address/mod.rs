//! Names of things: where a file lies in the site's folder, where a page is published, and the relative link between two pages.
//!
//! Addresses are flat `.html` files and every link is relative, so the same bytes work from disk, under any sub-path
//! and on any host. Nothing here touches the disk or knows a page kind.

pub mod names;

use std::fmt;
use std::sync::Arc;

/// A file's place below the site's folder, with `/` on every system: `content/faq/billing.md`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourcePath(Arc<str>);

/// Where a file is published below the output folder, with `/`: `faq/billing.html`. Not percent-encoded.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address(Arc<str>);

macro_rules! path_name {
    ($name:ident) => {
        impl $name {
            /// Takes the path as it is; the caller has made sure that it is relative, with `/` and without `.` or `..`.
            #[must_use]
            pub fn new(path: &str) -> Self {
                $name(path.into())
            }

            /// The path as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// The folder it lies in, without a slash at the end; empty at the top.
            #[must_use]
            pub fn folder(&self) -> &str {
                self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
            }

            /// The last part of the path.
            #[must_use]
            pub fn file_name(&self) -> &str {
                self.0.rsplit_once('/').map_or(&self.0, |(_, name)| name)
            }

            /// How many folders deep it lies; 0 at the top.
            #[must_use]
            pub fn depth(&self) -> usize {
                self.0.matches('/').count()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

path_name!(SourcePath);
path_name!(Address);

impl Address {
    /// `assets/site.1a2b3c4d5e.css`: the name changes exactly when the bytes do, so browsers may keep it for ever.
    #[must_use]
    pub fn hashed(stem: &str, end: &str, bytes: &[u8]) -> Self {
        let hash = blake3::hash(bytes).to_hex();
        Address::new(&format!("assets/{stem}.{}.{end}", &hash[..10]))
    }

    /// The relative link from this page to `to`, percent-encoded where a browser needs it.
    ///
    /// A page's link to itself is its own file name, so that it also works where a `<base>` is in force.
    #[must_use]
    pub fn link_to(&self, to: &Address) -> String {
        let mut here = self.folder().split('/').filter(|part| !part.is_empty()).peekable();
        let mut there = to.0.split('/').peekable();
        while here.peek().is_some() && here.peek() == there.peek() {
            here.next();
            there.next();
        }
        let mut link = String::with_capacity(to.0.len() + 8);
        here.for_each(|_| link.push_str("../"));
        for (index, part) in there.enumerate() {
            if index > 0 {
                link.push('/');
            }
            push_encoded(&mut link, part);
        }
        if link.split('/').next().is_some_and(|first| first.contains(':')) {
            link.insert_str(0, "./");
        }
        link
    }
}

/// A relative path with every part percent-encoded where a browser needs it.
#[must_use]
pub fn encoded(path: &str) -> String {
    let mut link = String::with_capacity(path.len());
    for (index, part) in path.split('/').enumerate() {
        if index > 0 {
            link.push('/');
        }
        push_encoded(&mut link, part);
    }
    link
}

/// Percent-encodes one path part: everything outside RFC 3986's unreserved set, `!$&'()*+,;=:@` and non-ASCII letters
/// (browsers show those as they are and encode them as UTF-8 themselves).
fn push_encoded(link: &mut String, part: &str) {
    if is_plain(part) {
        return link.push_str(part);
    }
    for character in part.chars() {
        if character.is_alphanumeric() || "-._~!$'()*+,;=:@".contains(character) {
            link.push(character);
        } else {
            let mut bytes = [0; 4];
            for byte in character.encode_utf8(&mut bytes).bytes() {
                link.push_str(&format!("%{byte:02X}"));
            }
        }
    }
}

/// Whether a path part has only letters, digits and marks that mean the same everywhere, as nearly all have.
fn is_plain(part: &str) -> bool {
    part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._".contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(from: &str, to: &str, link: &str) {
        assert_eq!(Address::new(from).link_to(&Address::new(to)), link, "{from} → {to}");
    }

    #[test]
    fn links_are_relative_and_encoded() {
        check("index.html", "availability.html", "availability.html");
        check("faq/billing.html", "index.html", "../index.html");
        check("faq/billing.html", "faq/backups.html", "backups.html");
        check("guides/a/b.html", "guides/c/d.html", "../c/d.html");
        check("guides/a/b.html", "guides/a/index.html", "index.html");
        check("index.html", "guides/two words#1.html", "guides/two%20words%231.html");
        check("index.html", "guides/über.html", "guides/über.html");
        check("index.html", "a:b.html", "./a:b.html");
    }
}
