//! What an owner may type, as data: every key of every kind with its type, whether it is needed, and one line of meaning.
//!
//! Each table is declared once with `table!`; from that declaration come the Rust type, the reader, the unknown-key hints,
//! `explain KIND` and the docs, so they cannot drift apart. What is *typed* (`…Written`: every key may be missing, every value keeps its
//! place) and what is *meant* (every needed key is there) are two types.

mod misspelt;
mod reading;
mod table;
mod types;
mod unknown;

pub use misspelt::{Extent, HeaderText, misspelt};
pub use reading::in_file_order;
pub use reading::{HasGaps, Reading, Value};
pub(crate) use table::table;
pub use table::{Key, Needed, Shape};
pub use types::{Flag, Named, Prose, Rows, Text, Whole};
pub(crate) use types::{choice, one_of};

use crate::policy::availability::Week;
use crate::policy::values::{CalendarDate, ClosureDay, Country, Length, Money, Owner, Phone, Shifts, YearlyDate};

/// A type that may stand behind a key in a header.
pub trait Typed: Sized {
    /// What it is called in hints: "a time span".
    const TYPE: &'static str;
    /// How one is typed: `"4 business hours"`.
    const EXAMPLE: &'static str;
    /// The keys below it, for tables.
    const KEYS: &'static [Key] = &[];
    /// How it is laid out in the file.
    const SHAPE: Shape = Shape::Line;

    /// Reads the value typed; what is wrong with it becomes a finding.
    fn read(value: &Value<'_>, reading: &mut Reading<'_>) -> Option<Self>;

    /// What a reference to it says.
    fn words(&self) -> Words;
}

/// A table whose keys can be referred to one by one.
pub trait Facts {
    /// Every key that was typed, where, and what a reference to it says.
    fn facts(&self) -> Vec<(&'static str, crate::diagnostic::Span, Words)>;

    /// Keys that were typed but could not be read.
    fn slips(&self) -> &[&'static str];
}

/// What a reference to a fact says, before it is worded for a surface.
#[derive(Clone, Debug, PartialEq)]
pub enum Words {
    /// These words.
    Plain(String),
    /// The owner's own sentence, which may hold references itself.
    Prose(Prose),
    /// A value that each language says its own way.
    Measure(Measure),
    /// A number to call.
    Phone(Phone),
    /// An address to write to.
    Mail(String),
    /// A page on the web.
    Web(String),
    /// What another reference says: `channel.email`.
    Refer(String),
    /// Several, as a list in a sentence.
    List(Vec<Words>),
    /// Nothing that could be said in words (a table).
    Silent,
}

/// A value that each language says its own way.
#[derive(Clone, Debug, PartialEq)]
pub enum Measure {
    /// A length of time.
    Length(Length),
    /// An amount of money.
    Money(Money),
    /// A date.
    Date(CalendarDate),
    /// A day of the year.
    YearlyDate(YearlyDate),
    /// The day of a closure.
    ClosureDay(ClosureDay),
    /// The hours of a day.
    Shifts(Shifts),
    /// The hours of a week.
    Week(Box<Week>),
    /// Who is responsible.
    Owner(Owner),
    /// A country.
    Country(Country),
}
