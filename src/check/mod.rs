//! Checks: Site → findings. They change nothing, and know nothing of templates.

pub mod days;
pub mod links;
pub mod router;
