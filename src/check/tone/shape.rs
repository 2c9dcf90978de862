//! Shapes that help: a ready reply acknowledges, states a fact, gives a next step with a time, and another way; the page about mistakes
//! owns them, acts, and names a time.

use crate::check::text::Passage;
use crate::diagnostic::{Diagnostic, Findings, Span, codes};
use crate::markdown::document::{Heading, Nodes};
use crate::policy::kinds::Kind;
use crate::site::{Page, Site};

/// One part of a shape: what it is called, and the words by which it is known.
struct Part {
    name: &'static str,
    words: &'static [&'static str],
}

const REPLY: &[Part] = &[
    Part {
        name: "an acknowledgement",
        words: &[
            "sorry",
            "thank",
            "i can hear",
            "i understand",
            "i can see",
            "i see",
            "hard",
            "worry",
            "worrying",
            "horrible",
            "glad you",
            "you waited",
            "i know",
            "good that you",
            "right to",
            "understandable",
            "frightening",
            "i heard",
            "we heard",
            "upsetting",
            "i hear",
            "apolog",
            "of course you",
            "a shock",
            "that sounds",
            "we're here",
            "happy to",
            "welcome",
            "hello",
            "please don't worry",
            "no harm",
            "it happens",
            "that's a",
            "that is a",
            "i'm with you",
            "well done",
            "kind of you",
        ],
    },
    Part {
        name: "a next step with a time",
        words: &[
            "within",
            "today",
            "tomorrow",
            " by ",
            " now",
            "at once",
            "next",
            "minutes",
            "hour",
            "days",
            "day",
            "until",
            "until then",
            "right away",
            "first",
            "when we open",
            "before",
        ],
    },
    Part {
        name: "another way",
        words: &[
            "if ",
            "instead",
            "or ",
            "otherwise",
            "rather",
            "else",
            "you can",
            "choose",
            "meanwhile",
            "until then",
            "another",
        ],
    },
];

/// Media in which a whole reply is given; a text message or an out-of-office note may be shorter.
const WHOLE: &[&str] = &["email", "phone", "doorstep"];

const MISTAKES: &[Part] = &[
    Part {
        name: "that you own it",
        words: &[
            "sorry",
            "our mistake",
            "we get it wrong",
            "we got it wrong",
            "we make a mistake",
            "it's ours",
            "it is ours",
            "the mistake is ours",
            "when it was us",
            "apolog",
            "we own",
            "our fault",
            "we were wrong",
        ],
    },
    Part {
        name: "what you do",
        words: &[
            "we tell",
            "we mend",
            "we fix",
            "we put",
            "plan",
            "we redo",
            "we act",
            "we repair",
            "we replace",
            "we refund",
            "correct",
            "redone",
            "we call",
            "we say",
        ],
    },
    Part { name: "by when", words: &["within", "hours", "days", "day", "minutes", "today", "the same"] },
];

/// What a reply or the page about mistakes lacks.
pub(super) fn check(site: &Site, page: &Page, passages: &[Passage]) -> Findings {
    let mut findings = Findings::new();
    match page.kind {
        Kind::Reply => findings.extend(replies(site, page)),
        Kind::Mistakes if !passages.is_empty() => findings.extend(mistakes(site, page)),
        _ => {}
    }
    findings
}

fn replies(site: &Site, page: &Page) -> Vec<Diagnostic> {
    let document = &page.document;
    let whole = document.headings().iter().filter(|heading| heading.level == 2 && WHOLE.contains(&&*heading.id));
    whole.filter_map(|heading| reply(site, page, heading)).collect()
}

fn reply(site: &Site, page: &Page, heading: &Heading) -> Option<Diagnostic> {
    let said = said(site, page, heading.section);
    let missing = missing(&said, REPLY);
    if said.trim().is_empty() || missing.is_empty() {
        return None;
    }
    let message = format!("This reply (“{}”) lacks {}.", heading.id, listed(&missing));
    let place: Span = page.document.span(heading.place);
    let finding = Diagnostic::new(&codes::tone::REPLY_SHAPE, message).at(place);
    Some(finding.help("A reply that helps: acknowledge, the fact, the next step with its time, another way."))
}

fn mistakes(site: &Site, page: &Page) -> Option<Diagnostic> {
    let said = said(site, page, page.document.body());
    let missing = missing(&said, MISTAKES);
    if missing.is_empty() {
        return None;
    }
    let message = format!("The page about mistakes does not say {}.", listed(&missing));
    let finding = Diagnostic::new(&codes::tone::MISTAKES_SHAPE, message).at(page.file);
    Some(finding.help("Say it in a sentence, such as: “If we make a mistake, you hear it from us within {{ ours.own_within }}, with a plan.”"))
}

/// The words of a part of a page, in small letters with plain apostrophes, facts said out.
fn said(site: &Site, page: &Page, nodes: Nodes) -> String {
    format!(" {} ", site.sayer().plain_nodes(&page.document, nodes)).to_lowercase().replace('’', "'").replace('\n', " ")
}

fn missing(said: &str, parts: &[Part]) -> Vec<&'static str> {
    parts.iter().filter(|part| !part.words.iter().any(|word| said.contains(word))).map(|part| part.name).collect()
}

/// “a, b and c”.
fn listed(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
