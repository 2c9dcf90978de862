//! Who something belongs to: `us`, `client`, or `third: NAME`.

use std::fmt;

use super::Slip;
use super::typed::{Typed, shown};
use super::words::Wording;
use crate::diagnostic::codes::policy::BAD_OWNER;
use crate::diagnostic::nearest;

/// Exactly one side.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Owner {
    /// The business.
    Us,
    /// Its client.
    Client,
    /// Somebody else, by name; never empty.
    Third(Box<str>),
}

const OURS: &[&str] =
    &["we", "ours", "me", "i", "studio", "the studio", "owner", "team", "company", "business", "agency", "provider"];
const CLIENTS: &[&str] = &["you", "yours", "clients", "customer", "customers", "them", "user", "patient", "guest"];
const BOTH: &[&str] = &["both", "shared", "everyone", "all", "either", "together", "joint"];
const TRY: &str = "Write `us`, `client`, or `third: ` and a name.";

impl Owner {
    /// Reads one side.
    ///
    /// # Errors
    /// A slip with the side that was meant; two sides at once are told that each row has one owner.
    pub fn read(text: &str) -> Result<Self, Slip> {
        let typed = Typed::new(text);
        let lower = typed.lower();
        match lower.as_str() {
            "" => return Err(typed.slip(&BAD_OWNER, "The owner is missing.", TRY)),
            "us" => return Ok(Owner::Us),
            "client" => return Ok(Owner::Client),
            _ => {}
        }
        match lower.strip_prefix("third").map(str::trim_start) {
            Some(rest) if rest.starts_with(':') => Self::third(typed),
            _ => Err(slip(typed, &lower)),
        }
    }

    /// `third: NAME`.
    fn third(typed: Typed<'_>) -> Result<Self, Slip> {
        let name =
            typed.text().split_once(':').map_or("", |(_, name)| name).split_whitespace().collect::<Vec<_>>().join(" ");
        if name.is_empty() {
            let message = "The third party has no name.";
            return Err(typed.slip(&BAD_OWNER, message, "Write who it is: `third: your web host`."));
        }
        Ok(Owner::Third(name.into()))
    }

    /// In words, as a client reads them: "us", "you", the third party's name.
    #[must_use]
    pub fn words(&self, wording: &dyn Wording) -> String {
        wording.owner(self)
    }
}

fn slip(typed: Typed<'_>, lower: &str) -> Slip {
    let message = format!("{} is not one owner.", shown(typed.text()));
    let is_several =
        BOTH.contains(&lower) || [" and ", " & ", "/", ",", "+", " or "].iter().any(|joint| lower.contains(joint));
    let help = if is_several {
        "Each row has exactly one owner: write `us` or `client`, and name who lends a hand under `helper`.".to_owned()
    } else if OURS.contains(&lower) {
        "Write `us`.".to_owned()
    } else if CLIENTS.contains(&lower) {
        "Write `client`.".to_owned()
    } else if lower.starts_with("third") {
        "Write `third: ` and the name, such as `third: your web host`.".to_owned()
    } else if let Some(near) = nearest(lower, ["us", "client"]) {
        format!("Did you mean `{near}`?")
    } else {
        let name: String = typed.text().split_whitespace().collect::<Vec<_>>().join(" ").chars().take(60).collect();
        format!("Write `us`, `client`, or `third: {name}` if that is somebody else.")
    };
    typed.slip(&BAD_OWNER, message, help)
}

impl fmt::Display for Owner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Owner::Us => f.write_str("us"),
            Owner::Client => f.write_str("client"),
            Owner::Third(name) => write!(f, "third: {name}"),
        }
    }
}
