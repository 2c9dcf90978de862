//! An e-mail address.
//!
//! Pragmatic on purpose: what every mail program accepts, not all that the standard allows (quoted names, comments).

use std::fmt;

use super::Slip;
use super::typed::{Typed, shown};
use crate::diagnostic::codes::policy::BAD_EMAIL;

/// An address with one `@` and a domain with a dot.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Email(Box<str>);

/// RFC 5321, 4.5.3.1: the longest path is 256 with its brackets.
const LONGEST: usize = 254;
const TRY: &str = "Write an address such as `help@yourname.com`.";

impl Email {
    /// Reads one address.
    ///
    /// # Errors
    /// A slip with the address without what does not belong, where one can be seen.
    pub fn read(text: &str) -> Result<Self, Slip> {
        let typed = Typed::new(text);
        if typed.is_empty() {
            return Err(typed.slip(&BAD_EMAIL, "The e-mail address is missing.", TRY));
        }
        if is_address(typed.text()) {
            return Ok(Email(typed.text().into()));
        }
        let (wrong, message) = fault(typed);
        let help = meant(typed.text()).map_or_else(|| TRY.to_owned(), |address| format!("Write `{address}`."));
        Err(wrong.slip(&BAD_EMAIL, message, help))
    }

    /// As typed.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The link that writes to it (RFC 6068).
    #[must_use]
    pub fn mailto(&self) -> String {
        let mut link = String::from("mailto:");
        for character in self.0.chars() {
            // The characters of an address that have a meaning of their own in a link.
            if matches!(character, '%' | '&' | '?' | '#' | '/' | '=' | '`' | '{' | '|' | '}' | '^' | '\'') {
                link.push_str(&format!("%{:02X}", u32::from(character)));
            } else {
                link.push(character);
            }
        }
        link
    }
}

fn is_address(text: &str) -> bool {
    let Some((name, domain)) = text.split_once('@') else { return false };
    text.len() <= LONGEST && is_name(name) && is_domain(domain)
}

fn is_name(name: &str) -> bool {
    let may_stand = |character: char| character.is_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(character);
    !name.is_empty() && name.len() <= 64 && name.chars().all(may_stand) && name.split('.').all(|part| !part.is_empty())
}

fn is_domain(domain: &str) -> bool {
    let is_label = |label: &str| {
        let may_stand = |character: char| character.is_alphanumeric() || character == '-';
        !label.is_empty() && label.chars().all(may_stand) && !label.starts_with('-') && !label.ends_with('-')
    };
    let top = domain.rsplit('.').next().unwrap_or("");
    domain.contains('.')
        && domain.split('.').all(is_label)
        && top.chars().count() >= 2
        && !top.chars().all(char::is_numeric)
}

/// The wrong part and what is wrong with it.
fn fault(typed: Typed<'_>) -> (Typed<'_>, String) {
    let text = typed.text();
    let shown_text = shown(text);
    if text.starts_with('@') {
        return (typed, format!("{shown_text} is a name on a social network, not an e-mail address."));
    }
    if text.to_lowercase().starts_with("mailto:") {
        return (typed.part(0.."mailto:".len()), "`mailto:` is not part of an e-mail address.".to_owned());
    }
    if text.contains('<') {
        return (typed, format!("{shown_text} is more than the address."));
    }
    let Some(at) = text.find('@') else { return (typed, format!("{shown_text} has no `@`.")) };
    if let Some(second) = text.get(at + 1..).and_then(|rest| rest.find('@')) {
        let second = at + 1 + second;
        return (typed.part(second..second + 1), format!("{shown_text} has more than one `@`."));
    }
    if let Some(blank) = text.find(char::is_whitespace) {
        return (typed.part(blank..blank + 1), format!("{shown_text} has a blank in it."));
    }
    let (name, domain) = typed.split_at(at);
    if is_name(name.text()) {
        let domain = domain.split_at(1).1;
        let domain = if domain.is_empty() { typed } else { domain };
        return (domain, format!("What stands behind the `@` of {shown_text} is not a whole domain."));
    }
    let name = if name.is_empty() { typed } else { name };
    (name, format!("What stands before the `@` of {shown_text} cannot be a mailbox."))
}

/// The address behind `help (at) studio (dot) com`, `mailto:…`, `Dana <…>`, a dot at the end.
fn meant(text: &str) -> Option<String> {
    let mut plain = text.trim().to_owned();
    if let Some((_, inside)) = plain.split_once('<') {
        plain = inside.split('>').next().unwrap_or("").to_owned();
    }
    let lower = plain.to_lowercase();
    let mut plain = if lower.starts_with("mailto:") { plain.get("mailto:".len()..)?.to_owned() } else { plain };
    for (typed, sign) in [
        ("(at)", "@"),
        ("[at]", "@"),
        ("{at}", "@"),
        (" at ", "@"),
        ("(dot)", "."),
        ("[dot]", "."),
        (" dot ", "."),
        ("＠", "@"),
    ] {
        plain = plain.replace(typed, sign);
    }
    for (typed, sign) in [(" @", "@"), ("@ ", "@"), ("@@", "@"), (" .", "."), (". ", "."), ("..", ".")] {
        plain = plain.replace(typed, sign);
    }
    let plain = plain.trim_matches(|character: char| " .,;:\"'()".contains(character));
    (plain != text && is_address(plain)).then(|| plain.to_owned())
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
