//! Of whom and of when a sentence speaks.

use std::sync::LazyLock;

use super::scene::{Scene, Subject};
use crate::check::text::{Passage, Shapes, Sign, Token};

/// Words without which a sentence holds nothing that could be wrong; numbers and `@` count as well. In order of letters: every word of every
/// page is looked up here.
const TELLING: &[&str] = &[
    "always",
    "any",
    "anytime",
    "call",
    "chat",
    "clock",
    "come",
    "daily",
    "day",
    "days",
    "dm",
    "drop",
    "e",
    "eight",
    "eleven",
    "email",
    "exception",
    "exceptions",
    "fax",
    "five",
    "four",
    "fri",
    "friday",
    "fridays",
    "hour",
    "hours",
    "message",
    "midday",
    "midnight",
    "minutes",
    "mon",
    "monday",
    "mondays",
    "night",
    "nine",
    "noon",
    "o'clock",
    "one",
    "phone",
    "pop",
    "ring",
    "sat",
    "saturday",
    "saturdays",
    "seven",
    "six",
    "stop",
    "sun",
    "sunday",
    "sundays",
    "ten",
    "text",
    "three",
    "thu",
    "thursday",
    "thursdays",
    "tue",
    "tuesday",
    "tuesdays",
    "twelve",
    "two",
    "walk",
    "wed",
    "wednesday",
    "wednesdays",
    "week",
    "weekday",
    "weekdays",
    "weekend",
    "weekends",
    "weeks",
    "whatsapp",
];

static TELLING_SHAPES: LazyLock<Shapes> = LazyLock::new(|| Shapes::of(TELLING.iter().copied()));

/// Whether a token may be part of something that can be wrong.
pub(super) fn may_tell(passage: &Passage, token: &Token) -> bool {
    match token.sign {
        Sign::Number(_) | Sign::Mark('@') => true,
        Sign::Word => {
            let word = passage.word(token);
            TELLING_SHAPES.may_hold(word) && TELLING.binary_search(&word).is_ok()
        }
        _ => false,
    }
}

/// Signs of the past, of an example, of something imagined.
const ELSEWHERE: &[&str] =
    &["was", "were", "imagine", "suppose", "previously", "formerly", "ago", "wasn't", "weren't", "yesterday"];
const ELSEWHERE_PAIRS: &[[&str; 2]] = &[
    ["for", "example"],
    ["for", "instance"],
    ["used", "to"],
    ["such", "as"],
    ["last", "year"],
    ["last", "month"],
    ["last", "week"],
    ["last", "summer"],
    ["last", "winter"],
    ["had", "been"],
    ["say", ","],
    ["instead", "of"],
    ["rather", "than"],
    ["let's", "say"],
    ["until", "then"],
];

pub(super) fn is_elsewhere(scene: &Scene<'_>) -> bool {
    let eg = |at: usize| scene.word(at) == "e" && scene.word(at + 2) == "g" && scene.is_mark(at + 1, '.');
    scene.has(ELSEWHERE)
        || (0..scene.words.len()).any(|at| ELSEWHERE_PAIRS.iter().any(|pair| scene.reads(at, pair)) || eg(at))
}

/// Words that speak of the business.
const US: &[&str] = &["we", "we're", "we'll", "we've", "we'd", "us", "our", "ours", "i", "i'm", "i'll", "my", "me"];
/// Places and people of the business, unless somebody else's word stands before them.
const OUR_PLACES: &[&str] = &[
    "office",
    "studio",
    "shop",
    "desk",
    "team",
    "practice",
    "workshop",
    "salon",
    "store",
    "line",
    "phone",
    "phones",
    "door",
    "reception",
];
/// What may stand before such a place.
const BEFORE_PLACES: &[&str] = &["our", "my", "the", "", ".", ",", ":", "and", "main", "walk-in", "in", "this"];
/// Words that say which of our places it is.
const WHICH: &[&str] = &["emergency", "office", "front", "help", "support", "on-call", "walk"];
/// Words that speak of somebody else.
const OTHERS: &[&str] = &[
    "they",
    "they're",
    "they'll",
    "their",
    "theirs",
    "them",
    "he",
    "she",
    "his",
    "her",
    "him",
    "your",
    "yours",
    "you",
    "you're",
    "who",
    "bank",
    "banks",
    "host",
    "hosts",
    "library",
    "museum",
    "court",
    "hospital",
    "pharmacy",
    "supplier",
    "suppliers",
    "courier",
    "couriers",
    "school",
    "council",
    "hmrc",
    "irs",
    "cafe",
    "café",
    "restaurant",
    "cinema",
    "theatre",
    "theater",
    "gallery",
    "station",
    "landlord",
    "registrar",
    "neighbour",
    "neighbor",
    "laboratory",
    "lab",
    "doctor",
    "gp",
    "vet",
    "police",
    "government",
    "market",
    "post-office",
    "processor",
    "provider",
    "software",
    "festival",
    "train",
    "bus",
    "film",
    "movie",
    "concert",
    "match",
    "game",
    "episode",
    "class",
    "course",
    "competitors",
    "others",
    "somebody",
    "everyone",
    "people",
    "clients",
    "customers",
    "patients",
    "visitors",
    "client",
    "customer",
    "lawyer",
    "solicitor",
    "accountant",
    "accountants",
    "adviser",
    "maker",
    "makers",
    "factory",
    "warehouse",
    "helpline",
    "helplines",
    "insurer",
    "exhibition",
    "fair",
    "building",
    "car",
    "park",
    "pool",
    "gym",
    "church",
    "embassy",
    "printer",
    "printers",
    "fare",
    "fares",
    "parking",
    "garage",
    "garages",
    "airport",
    "airline",
    "airlines",
    "flights",
    "hotel",
    "hotels",
    "taxi",
];
/// Short forms that are no possessives.
const NOT_POSSESSIVE: &[&str] =
    &["it's", "that's", "here's", "there's", "what's", "let's", "who's", "where's", "how's"];

/// Who is spoken of at `at`: the nearest word before it that says so.
pub(super) fn subject(scene: &Scene<'_>, at: usize) -> Subject {
    for index in (0..at.min(scene.words.len())).rev() {
        let word = scene.word(index);
        if US.contains(&word) || scene.known.is_own_name(word) {
            return Subject::Us;
        }
        let lead = if WHICH.contains(&scene.before(index)) { scene.before(index - 1) } else { scene.before(index) };
        if OUR_PLACES.contains(&word) && BEFORE_PLACES.contains(&lead) {
            return Subject::Us;
        }
        let is_possessive = word.ends_with("'s") && !NOT_POSSESSIVE.contains(&word);
        if OTHERS.contains(&word) || is_possessive || OUR_PLACES.contains(&word) {
            return Subject::Other;
        }
    }
    Subject::Nobody
}

/// Words that turn a sentence round.
const NOT: &[&str] = &[
    "not",
    "never",
    "no",
    "nobody",
    "don't",
    "doesn't",
    "can't",
    "cannot",
    "won't",
    "isn't",
    "aren't",
    "shouldn't",
    "neither",
    "nor",
    "without",
    "stop",
    "avoid",
    "nothing",
    "except",
    "hardly",
    "wouldn't",
    "needn't",
    "mustn't",
    "unless",
    "outside",
];

/// Whether the sentence says no anywhere.
pub(super) fn says_no(scene: &Scene<'_>) -> bool {
    scene.has(NOT)
}

/// Whether it says no shortly before an index.
pub(super) fn says_no_before(scene: &Scene<'_>, at: usize) -> bool {
    (at.saturating_sub(4)..at).any(|index| NOT.contains(&scene.word(index)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn telling_words_stand_in_order() {
        assert!(TELLING.is_sorted());
    }
}
