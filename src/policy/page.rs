//! What every page's header may have, whatever its kind.

use super::values::{CalendarDate, Id, Length};
use super::written::{Flag, Prose, Text, Whole, choice, table};

choice! {
    /// Who a page is for.
    Audience, "audience" {
        /// Everybody the site is shown to.
        "clients" => Clients,
        /// The business's own people: never in the client site.
        "staff" => Staff,
    }
}

table! {
    /// The keys every page's header may have.
    HeaderWritten {
        /// The page's name; without it, its first `#` heading.
        optional title: Prose,
        /// What the page says in at most 160 letters: for search engines, the home page and the spoken version.
        optional summary: Prose,
        /// What kind of page it is; without it, the file's name decides.
        optional kind: Text,
        /// Its place among its neighbours: smaller comes first.
        optional order: Whole,
        /// The person who keeps it true: an id from `[[people]]`.
        optional owner: Id,
        /// The day from which it holds.
        optional effective: CalendarDate,
        /// The day somebody last checked it.
        optional reviewed: CalendarDate,
        /// How often it must be checked.
        optional review_every: Length,
        /// Who it is for.
        optional audience: Audience,
        /// `true` keeps the page off the site until it is ready.
        optional draft: Flag,
    }
}
