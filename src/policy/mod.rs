//! The policies: one file a kind. Each says what may be typed, what is meant by it, and how its facts are named.
//!
//! Adding a kind = adding a file and a row of [`kinds::KINDS`]. Deliberately absent: pages, Markdown, addresses and
//! the present moment. A policy knows nothing of the site it will stand in; ids of other policies stay ids here and
//! are resolved when the site is assembled.

pub mod acknowledge;
pub mod availability;
pub mod boundaries;
pub mod business;
pub mod business_types;
pub mod channels;
pub mod checks;
pub mod deadlines;
pub mod embeds;
pub mod emergencies;
pub mod faq;
pub mod guide;
pub mod kinds;
pub mod mistakes;
pub mod onboarding;
pub mod page;
pub mod reply;
pub mod responsibilities;
pub mod scope;
pub mod values;
pub mod welcome;
pub mod written;
