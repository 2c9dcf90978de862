//! What is published beside the pages (files for hosts and search engines, the version fingerprint, the calendar of closures, the contact
//! card, the live data), and the guard over all of it.

mod content_lines;
pub mod fingerprint;
pub mod guard;
pub mod hosts;
pub mod ics;
pub mod live;
pub mod vcard;
