//! The interface words that change while a page is read: they travel to the browser with the live data.

/// Each word's key in the table of labels, and what the script calls it. The gaps it fills: `{time}`, `{yours}` (a time), `{day}` (a day of
/// the week, or a date), `{reason}` (a closure), `{hours}`, `{clock}` (whose clock).
pub const LIVE_WORDS: &[(&str, &str)] = &[
    ("today", "today"),
    ("closed", "closed"),
    ("by_appointment", "appointment"),
    ("live_open", "open"),
    ("live_open_until", "openUntil"),
    ("live_answered", "answered"),
    ("live_answered_until", "answeredUntil"),
    ("live_closed_for", "closedFor"),
    ("live_closed_for_opens", "closedForOpens"),
    ("live_opens", "opens"),
    ("live_opens_after", "opensAfter"),
    ("live_unsure", "unsure"),
    ("live_write", "write"),
    ("live_call", "call"),
    ("live_post", "post"),
    ("live_visit", "visit"),
    ("live_believed", "believed"),
    ("live_unknown", "unknown"),
    ("live_today_hours", "todayHours"),
    ("live_today_closed", "todayClosed"),
    ("live_today_closed_for", "todayClosedFor"),
    ("live_tomorrow", "tomorrow"),
    ("live_on_day", "onDay"),
    ("live_on_date", "onDate"),
    ("live_your_time", "yourTime"),
];
