//! The short name of a person, a channel, a severity: what references and other keys call it by.

use std::fmt;

use unicode_normalization::UnicodeNormalization;

use super::Slip;
use super::typed::{Typed, shown};
use crate::diagnostic::codes::policy::BAD_ID;

/// Lower-case letters of any script, digits and `-`, which stands neither first nor last.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Box<str>);

impl Id {
    /// Reads an id as it is: nothing is changed quietly, because references must be able to name it.
    ///
    /// # Errors
    /// A slip with the slug of what was typed.
    pub fn read(text: &str) -> Result<Self, Slip> {
        let typed = Typed::new(text);
        if typed.is_empty() {
            let help = "Write a short name in lower-case letters, digits and `-`, such as `front-desk`.";
            return Err(typed.slip(&BAD_ID, "The id is missing.", help));
        }
        let name: String = typed.text().nfc().collect();
        let edge = name.starts_with('-') || name.ends_with('-');
        if !edge && name.chars().all(may_stand) {
            return Ok(Id(name.into()));
        }
        let help = match slug(typed.text()) {
            Some(slug) => format!("Write `{slug}`."),
            None => "Write a short name such as `front-desk`.".to_owned(),
        };
        Err(typed.slip(
            &BAD_ID,
            format!("{} is not an id: those are lower-case letters, digits and `-`.", shown(typed.text())),
            help,
        ))
    }

    /// The id made of words: "Front desk" is `front-desk`. Nothing if there is no letter or digit.
    #[must_use]
    pub fn from_words(words: &str) -> Option<Self> {
        slug(words).map(|slug| Id(slug.into()))
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn may_stand(character: char) -> bool {
    character == '-' || (character.is_alphanumeric() && character.to_lowercase().eq(std::iter::once(character)))
}

/// Letters and digits in lower case, everything between them one `-`; apostrophes vanish.
fn slug(words: &str) -> Option<String> {
    let lower: String = words.to_lowercase().nfc().filter(|character| !matches!(character, '\'' | '’')).collect();
    let parts: Vec<&str> =
        lower.split(|character| character == '-' || !may_stand(character)).filter(|part| !part.is_empty()).collect();
    (!parts.is_empty()).then(|| parts.join("-"))
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
