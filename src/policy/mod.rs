//! The policies.

pub mod values;
