//! What is published beside the pages: files for hosts and search engines, and the version fingerprint.

pub mod fingerprint;
pub mod hosts;
