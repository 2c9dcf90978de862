//! The name of a host: whose computer something lies on. It is compared letter for letter, and it stands in a header for browsers, so it
//! holds nothing but the name.

use std::fmt;

use super::Slip;
use super::typed::{Typed, shown};
use crate::diagnostic::codes::policy::BAD_HOST;

/// A name with a dot, in small letters, without the `www.` at its beginning.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Host(Box<str>);

/// RFC 1035, 2.3.4.
const LONGEST: usize = 253;
const TRY: &str = "Write the name alone, such as `calendly.com`.";

impl Host {
    /// Reads a host's name; a `www.` before it counts for nothing.
    ///
    /// # Errors
    /// A slip with the name alone, where one can be seen.
    pub fn read(text: &str) -> Result<Self, Slip> {
        let typed = Typed::new(text);
        if typed.is_empty() {
            return Err(typed.slip(&BAD_HOST, "The name of the host is missing.", TRY));
        }
        if let Some(host) = Self::strict(typed.text()) {
            return Ok(host);
        }
        let host = meant(typed.text());
        let shown = shown(typed.text());
        let message = match &host {
            Some(_) if typed.text().contains('*') => format!("{shown} would let every name below it in."),
            Some(_) => format!("{shown} is more than the name of a host."),
            None => format!("{shown} is not the name of a host."),
        };
        let help = host.map_or_else(|| TRY.to_owned(), |host| format!("Write `{host}`."));
        Err(typed.slip(&BAD_HOST, message, help))
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether an address on this host is meant: `host` as [`super::WebAddress::host`] has it. A port is another host.
    #[must_use]
    pub fn is(&self, host: &str) -> bool {
        bare(host) == &*self.0
    }

    fn strict(text: &str) -> Option<Self> {
        let text = text.to_ascii_lowercase();
        let host = bare(&text);
        let is_label = |label: &str| {
            !label.is_empty()
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        };
        let is_well = host.len() <= LONGEST && host.contains('.') && host.split('.').all(is_label);
        // What is only numbers is no name that a client could know a company by.
        let is_number = host.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        (is_well && !is_number).then(|| Host(host.into()))
    }
}

fn bare(host: &str) -> &str {
    host.strip_prefix("www.").filter(|rest| rest.contains('.') && !rest.starts_with("www.")).unwrap_or(host)
}

/// The host behind `https://calendly.com/studio`, `*.calendly.com`, `calendly.com:443`.
fn meant(text: &str) -> Option<Host> {
    let rest = text.split_once("//").map_or(text, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#', ':', ' ', ',']).next()?;
    Host::strict(host.trim_start_matches("*.").trim_matches('.'))
}

impl fmt::Display for Host {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
