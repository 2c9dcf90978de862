//! What a note for days off says, whole sentences in each language.

/// The sentences of a note. Gaps: `{name}` the business, `{reason}` the closure, `{day}`, `{from}` and `{to}` dates, `{number}` to call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Away {
    /// Closed on one day.
    pub one_day: &'static str,
    /// Closed on several.
    pub days: &'static str,
    /// When somebody is back.
    pub back: &'static str,
    /// Danger to people.
    pub danger: &'static str,
}
