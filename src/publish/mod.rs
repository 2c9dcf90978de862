//! What is published beside the pages (files for hosts and search engines, the version fingerprint, the live data), and the guard over all of it.

pub mod fingerprint;
pub mod guard;
pub mod hosts;
pub mod live;
