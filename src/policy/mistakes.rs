//! `mistakes.md`: when we get it wrong, when a client does, complaints, and what anybody gets as goodwill.

use super::values::{Id, Length, WebAddress};
use super::written::{Prose, Rows, Text, table};
use crate::diagnostic::At;

table! {
    /// When we get it wrong.
    OursWritten {
        /// How soon we say so.
        optional own_within: Length,
        /// How often there is news.
        optional update_every: Length,
        /// How soon there is a plan.
        optional plan_within: Length,
        /// When we ask whether all is well again.
        optional follow_up_after: Length,
        /// How we make good.
        optional remedies: Vec<At<Prose>>,
    }
}

table! {
    /// When a client gets it wrong.
    YoursWritten {
        /// What we say to them.
        optional say: Prose,
    }
}

table! {
    /// A body outside the business.
    OutsideWritten {
        /// What it is called.
        optional name: Text,
        /// Where it is on the web.
        optional url: WebAddress,
    }
}

table! {
    /// How to complain.
    ComplaintsWritten {
        /// The person it goes to: an id from `[[people]]`.
        optional to: Id,
        /// How soon we say that we have it.
        optional acknowledge_within: Length,
        /// How soon there is an answer.
        optional answer_within: Length,
        /// Who outside the business may be asked.
        optional outside: OutsideWritten,
    }
}

table! {
    /// How to tell us what could be better.
    FeedbackWritten {
        /// The person it goes to: an id from `[[people]]`.
        optional to: Id,
        /// How to send it.
        optional how: Prose,
    }
}

table! {
    /// A kindness anybody gets, not only those who ask loudest.
    GoodwillWritten => Goodwill {
        /// What it is.
        needed what: Prose,
        /// Who gets it.
        optional who: Prose,
        /// How often.
        optional how_often: Prose,
    }
}

table! {
    /// When it goes wrong.
    MistakesWritten {
        /// When we get it wrong.
        optional ours: OursWritten,
        /// When a client gets it wrong.
        optional yours: YoursWritten,
        /// How to complain.
        optional complaints: ComplaintsWritten,
        /// How to tell us what could be better.
        optional feedback: FeedbackWritten,
        /// Kindnesses anybody gets.
        optional goodwill: Rows<GoodwillWritten>,
    }
}
