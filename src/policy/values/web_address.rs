//! The address of a page or site on the web. Only `https` and `http`: everything else is no page, or a way to run code in a client's browser.

use std::fmt;

use super::Slip;
use super::typed::{Typed, shown};
use crate::diagnostic::codes::policy::BAD_WEB_ADDRESS;

/// An absolute address; scheme and host in lower case, the rest as typed.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct WebAddress {
    text: Box<str>,
    /// Where the host ends in `text`, in bytes.
    host_end: usize,
}

const TRY: &str = "Write the whole address, such as `https://www.yourname.com`.";

impl WebAddress {
    /// Reads an address that begins with `https://` or `http://`.
    ///
    /// # Errors
    /// A slip with the address put right, where one can be seen.
    pub fn read(text: &str) -> Result<Self, Slip> {
        let typed = Typed::new(text);
        if typed.is_empty() {
            return Err(typed.slip(&BAD_WEB_ADDRESS, "The web address is missing.", TRY));
        }
        if let Some(address) = Self::strict(typed.text()) {
            return Ok(address);
        }
        let (wrong, message) = fault(typed);
        let help = meant(typed.text()).map_or_else(|| TRY.to_owned(), |address| format!("Write `{address}`."));
        Err(wrong.slip(&BAD_WEB_ADDRESS, message, help))
    }

    /// The whole address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The host, with a port if one was typed.
    #[must_use]
    pub fn host(&self) -> &str {
        let start = self.text.find("://").map_or(0, |at| at + "://".len());
        self.text.get(start..self.host_end).unwrap_or("")
    }

    /// What follows the host: empty, or from its `/`, `?` or `#` on.
    #[must_use]
    pub fn path(&self) -> &str {
        self.text.get(self.host_end..).unwrap_or("")
    }

    /// Whether it is `https`.
    #[must_use]
    pub fn is_secure(&self) -> bool {
        self.text.starts_with("https:")
    }

    fn strict(text: &str) -> Option<Self> {
        let (scheme, rest) = text.split_once("://")?;
        let scheme = scheme.to_ascii_lowercase();
        let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let (host, path) = rest.split_at(end);
        let well = matches!(scheme.as_str(), "https" | "http") && is_host(host) && path.chars().all(may_stand_in_path);
        let start = format!("{scheme}://{}", host.to_lowercase());
        well.then(|| WebAddress { host_end: start.len(), text: format!("{start}{path}").into() })
    }
}

/// A name with a dot, `localhost` or a bracketed number, and maybe a port; judged in small letters, as it will be kept: a capital may
/// stand in a name whose small form (`İ` becomes an `i` and a dot above it) may not.
fn is_host(host: &str) -> bool {
    let host = &*host.to_lowercase();
    if let Some((inside, port)) = host.strip_prefix('[').and_then(|host| host.split_once(']')) {
        let is_number = inside.contains(':')
            && inside.chars().all(|character| character.is_ascii_hexdigit() || matches!(character, ':' | '.'));
        return is_number && (port.is_empty() || port.strip_prefix(':').is_some_and(is_port));
    }
    let (name, port) = host.split_once(':').map_or((host, None), |(name, port)| (name, Some(port)));
    let may_stand = |character: char| character.is_alphanumeric() || matches!(character, '-' | '_');
    let is_label = |label: &str| {
        !label.is_empty() && label.chars().all(may_stand) && !label.starts_with('-') && !label.ends_with('-')
    };
    let name_is_well = (name.contains('.') || name.eq_ignore_ascii_case("localhost")) && name.split('.').all(is_label);
    name_is_well && port.is_none_or(is_port)
}

fn is_port(port: &str) -> bool {
    port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<u16>().is_ok_and(|port| port > 0)
}

/// No blanks, controls, quotes or brackets: they would end the address early wherever it is written.
fn may_stand_in_path(character: char) -> bool {
    !character.is_whitespace() && !character.is_control() && !"<>\"\\^`{|}".contains(character)
}

/// The wrong part and what is wrong with it.
fn fault(typed: Typed<'_>) -> (Typed<'_>, String) {
    let text = typed.text();
    let shown_text = shown(text);
    let Some((scheme, rest)) = text.split_once("://") else {
        return (typed, format!("{shown_text} does not begin with `https://`."));
    };
    if !matches!(scheme.to_ascii_lowercase().as_str(), "https" | "http") {
        let scheme = if scheme.is_empty() { typed } else { typed.part(0..scheme.len()) };
        return (scheme, format!("{shown_text} does not begin with `https://`."));
    }
    if let Some((at, blank)) = text.char_indices().find(|(_, character)| character.is_whitespace()) {
        return (typed.part(at..at + blank.len_utf8()), format!("{shown_text} has a blank in it."));
    }
    let start = scheme.len() + "://".len();
    let host = rest.split(['/', '?', '#']).next().unwrap_or("");
    if host.contains('@') {
        let name = host.len() - host.rsplit('@').next().map_or(0, str::len);
        return (typed.part(start..start + name), format!("{shown_text} gives away a name or password."));
    }
    if host.is_empty() {
        return (typed, format!("{shown_text} lacks the name of the site."));
    }
    if !is_host(host) {
        let host = typed.part(start..start + host.len());
        return (host, format!("{} is not the name of a site.", shown(host.text())));
    }
    let wrong = text
        .char_indices()
        .skip_while(|(at, _)| *at < start + host.len())
        .find(|(_, character)| !may_stand_in_path(*character));
    let wrong = wrong.map_or(typed, |(at, character)| typed.part(at..at + character.len_utf8()));
    (wrong, format!("{} cannot stand in a web address.", shown(wrong.text())))
}

/// The address behind `www.studio.com`, `//studio.com`, `htps:/studio.com`, `<https://…>`, a blank in the path.
fn meant(text: &str) -> Option<String> {
    let plain = text.trim().trim_matches(['<', '>', '"', '(', ')', ',', '.', ';']);
    let scheme_end = plain.find("//").map_or(0, |at| at + "//".len());
    let one_slash = ["http:/", "https:/", "http:", "https:"]
        .iter()
        .find_map(|start| plain.get(..start.len()).filter(|head| head.eq_ignore_ascii_case(start)).map(str::len));
    let rest = if scheme_end > 0 { plain.get(scheme_end..)? } else { plain.get(one_slash.unwrap_or(0)..)? };
    let host = rest.split(['/', '?', '#']).next().unwrap_or("");
    let without_name = rest.get(host.rfind('@').map_or(0, |at| at + 1)..)?;
    // An e-mail address is no page; to make one of its domain would hide the mistake.
    if scheme_end == 0 && one_slash.is_none() && host.contains('@') {
        return None;
    }
    let scheme = if plain.get(..7).is_some_and(|head| head.eq_ignore_ascii_case("http://")) { "http" } else { "https" };
    let encoded = without_name.replace(' ', "%20");
    WebAddress::strict(&format!("{scheme}://{encoded}")).map(|address| address.text.into())
}

impl fmt::Display for WebAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}
