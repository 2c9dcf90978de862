//! How the interface words are kept: a list, and a method a key.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

/// Declares the labels: their keys, and a method a key.
///
/// They are kept in a list rather than in a struct of two hundred fields: what a derive makes of such a struct takes
/// the compiler minutes to optimise.
macro_rules! labels {
    ($($(#[doc = $english:literal])+ $key:ident,)*) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        #[derive(Clone, Copy)]
        enum Key { $($key),* }

        impl Labels {
            /// Every key, in the order of the table.
            pub const KEYS: &'static [&'static str] = &[$(stringify!($key)),*];

            $($(#[doc = $english])+ #[must_use] pub fn $key(&self) -> &str {
                self.word(Key::$key as usize)
            })*
        }
    };
}

/// The interface words in one language. The comment on a method is its English wording. `{zone}`-like gaps are filled by the template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Labels {
    words: Vec<Box<str>>,
}

impl Labels {
    /// The labels of a table, with the words of `others` where it has none.
    #[must_use]
    pub fn of(table: &BTreeMap<String, String>, others: &BTreeMap<String, String>) -> Self {
        let word = |key: &&str| table.get(*key).or_else(|| others.get(*key)).map_or("", String::as_str);
        Labels { words: Self::KEYS.iter().map(|key| word(key).into()).collect() }
    }

    /// The word at a place of [`Labels::KEYS`].
    pub(super) fn word(&self, at: usize) -> &str {
        self.words.get(at).map_or("", AsRef::as_ref)
    }
}

impl Serialize for Labels {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(Self::KEYS.iter().zip(&self.words))
    }
}
