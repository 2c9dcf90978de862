//! The declaration of a table: one line a key.

use super::Typed;

/// One key an owner may type: a row of the kinds table.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// As typed.
    pub name: &'static str,
    /// What its value is: "a time span".
    pub kind: &'static str,
    /// How a value is typed.
    pub example: &'static str,
    /// Whether its table makes sense without it.
    pub needed: Needed,
    /// One line of meaning.
    pub meaning: &'static str,
    /// How it is laid out in the file.
    pub shape: Shape,
    /// The keys below it, for tables.
    pub keys: &'static [Key],
}

impl Key {
    /// The meaning without the blank that a doc comment starts with.
    #[must_use]
    pub fn sense(&self) -> &'static str {
        self.meaning.trim()
    }

    /// A row of the kinds table for a key of type `T`.
    #[must_use]
    pub const fn of<T: Typed>(name: &'static str, needed: Needed, meaning: &'static str) -> Self {
        Key { name, kind: T::TYPE, example: T::EXAMPLE, needed, meaning, shape: T::SHAPE, keys: T::KEYS }
    }
}

/// Whether a key must be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needed {
    /// Its table makes no sense without it.
    Needed,
    /// It may be left out; the completeness check may ask for it.
    Optional,
}

/// How a key is laid out in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// `key = value`.
    Line,
    /// `[key]`, once.
    Table,
    /// `[[key]]`, as often as wanted.
    Rows,
    /// `[key.name]`, each under a name of the owner's.
    Named,
}

/// Declares a table as written and, after `=>`, as meant.
///
/// ```ignore
/// table! {
///     /// A place to turn to when we cannot help.
///     FallbackWritten => Fallback {
///         /// What it is called.
///         needed name: Text,
///         /// Where it is on the web.
///         optional url: WebAddress,
///     }
/// }
/// ```
///
/// Written: `place: Span` and every key as `Option<At<T>>`. Meant: needed keys as `At<T>`, optional ones as `Option<At<T>>`;
/// `mean()` gives nothing where a needed key is missing (which has been told by then). A key that is a Rust word is declared as
/// `for_ as "for"`. The doc line of a key is its meaning for owners.
macro_rules! table {
    ($(#[$doc:meta])* $written:ident => $meant:ident {
        $( #[doc = $meaning:literal] $needed:ident $key:ident $(as $spelled:literal)? : $type:ty ),* $(,)?
    }) => {
        $crate::policy::written::table!($(#[$doc])* $written {
            $( #[doc = $meaning] $needed $key $(as $spelled)? : $type ),*
        });

        $(#[$doc])*
        #[derive(Clone, Debug)]
        pub struct $meant {
            /// Where it was typed.
            pub place: $crate::diagnostic::Span,
            $( #[doc = $meaning] pub $key: $crate::policy::written::table!(@meant $needed $type), )*
        }

        impl $written {
            /// What is meant, if every needed key is there.
            #[must_use]
            pub fn mean(&self) -> Option<$meant> {
                Some($meant { place: self.place, $( $key: $crate::policy::written::table!(@take $needed self.$key), )* })
            }
        }
    };
    ($(#[$doc:meta])* $written:ident {
        $( #[doc = $meaning:literal] $needed:ident $key:ident $(as $spelled:literal)? : $type:ty ),* $(,)?
    }) => {
        $(#[$doc])*
        #[doc = ""]
        #[doc = "As written: any key may be missing."]
        #[derive(Clone, Debug)]
        pub struct $written {
            /// Where it was typed.
            pub place: $crate::diagnostic::Span,
            /// Keys that were typed but could not be read, which has been told: they are not missing.
            pub slips: Vec<&'static str>,
            $( #[doc = $meaning] pub $key: Option<$crate::diagnostic::At<$type>>, )*
        }

        impl $written {
            /// Its rows of the kinds table.
            pub const KEYS: &'static [$crate::policy::written::Key] = &[
                $( $crate::policy::written::Key::of::<$type>(
                    $crate::policy::written::table!(@name $key $($spelled)?),
                    $crate::policy::written::table!(@needed $needed),
                    $meaning,
                ) ),*
            ];

            /// Reads the keys of this table out of `table`; keys that are not its own are left for the caller to judge.
            pub fn read_keys(
                table: &toml::de::DeTable<'_>,
                place: $crate::diagnostic::Span,
                reading: &mut $crate::policy::written::Reading<'_>,
            ) -> Self {
                #[allow(unused_mut)]
                let mut row = $written {
                    place,
                    slips: Vec::new(),
                    $( $key: reading.key(table, $crate::policy::written::table!(@name $key $($spelled)?)), )*
                };
                $( if row.$key.is_none() {
                    let name = $crate::policy::written::table!(@name $key $($spelled)?);
                    row.slips.extend(table.get(name).map(|_| name));
                } )*
                reading.tell_all_missing(table, place, Self::KEYS);
                row
            }
        }

        impl $crate::policy::written::Facts for $written {
            fn facts(&self) -> Vec<(&'static str, $crate::diagnostic::Span, $crate::policy::written::Words)> {
                #[allow(unused_mut)]
                let mut facts = Vec::new();
                $( if let Some(at) = &self.$key {
                    let name = $crate::policy::written::table!(@name $key $($spelled)?);
                    facts.push((name, at.span, $crate::policy::written::Typed::words(&at.value)));
                } )*
                facts
            }

            fn slips(&self) -> &[&'static str] {
                &self.slips
            }
        }

        impl $crate::policy::written::Typed for $written {
            const TYPE: &'static str = "a table";
            const EXAMPLE: &'static str = "…";
            const KEYS: &'static [$crate::policy::written::Key] = $written::KEYS;
            const SHAPE: $crate::policy::written::Shape = $crate::policy::written::Shape::Table;

            fn read(
                value: &$crate::policy::written::Value<'_>,
                reading: &mut $crate::policy::written::Reading<'_>,
            ) -> Option<Self> {
                let Some(table) = value.get_ref().as_table() else {
                    reading.tell_wrong_type::<Self>(value);
                    return None;
                };
                let known: Vec<&$crate::policy::written::Key> = Self::KEYS.iter().collect();
                reading.tell_unknown(table, &known);
                let place = reading.span(value.span());
                Some(Self::read_keys(table, place, reading))
            }

            fn words(&self) -> $crate::policy::written::Words {
                $crate::policy::written::Words::Silent
            }
        }
    };
    (@name $key:ident) => { stringify!($key) };
    (@name $key:ident $spelled:literal) => { $spelled };
    (@needed needed) => { $crate::policy::written::Needed::Needed };
    (@needed optional) => { $crate::policy::written::Needed::Optional };
    (@meant needed $type:ty) => { $crate::diagnostic::At<$type> };
    (@meant optional $type:ty) => { Option<$crate::diagnostic::At<$type>> };
    (@take needed $self:ident.$key:ident) => { $self.$key.clone()? };
    (@take optional $self:ident.$key:ident) => { $self.$key.clone() };
}

pub(crate) use table;
