//! What may be typed as a value: times, dates, lengths of time, money, phones and the like, each read from the owner's spelling.
//!
//! Every type has the same four faces:
//!
//! - `read`: the spelling to the value, or a [`Slip`] that points at the wrong part and says what to type instead, worked out from what was typed;
//! - `Display`: the canonical spelling, from which `read` makes the same value again;
//! - `words`: what a client reads, through a [`Wording`];
//! - accessors in plain units.
//!
//! Readings are never guessed: what may mean two things is a slip that offers both. Nothing here knows a file, a table or the
//! time now; what hours and lengths *mean* on a given day is worked out in the room `time`.

mod calendar_date;
mod closure_day;
mod color;
mod country;
mod date_guess;
mod day_range;
mod email;
mod host;
mod id;
mod language;
mod length;
mod money;
mod month;
mod owner;
mod phone;
mod shifts;
mod slip;
mod time_of_day;
mod typed;
mod web_address;
pub mod words;
mod yearly_date;
mod zone;

#[cfg(test)]
mod tests;

pub use calendar_date::CalendarDate;
pub use closure_day::ClosureDay;
pub use color::Color;
pub use country::{Country, Paper};
pub use day_range::{DayRange, Specificity};
pub use email::Email;
pub use host::Host;
pub use id::Id;
pub use language::{Direction, Language};
pub use length::{Length, Unit};
pub use money::{Amount, Currency, Money};
pub use owner::Owner;
pub use phone::{EmergencyNumber, Phone};
pub use shifts::{Shift, Shifts};
pub use slip::Slip;
pub use time_of_day::TimeOfDay;
pub use web_address::WebAddress;
pub use words::{Clock, Wording, is_spoken, wording};
pub use yearly_date::{Which, YearlyDate, easter, weekday_name};
pub use zone::Zone;
