//! “24/7”, “any time”, “day and night”.

use std::ops::Range;

use super::context::says_no;
use super::hours::URGENT;
use super::scene::{Scene, Subject};
use crate::check::facts::measure::is_always_open;
use crate::diagnostic::{Diagnostic, codes};

/// “24/7”, “any time”, “day and night”.
/// What may be done at any time, because nobody has to be there for it.
const WRITES: &[&str] = &[
    "write",
    "email",
    "upload",
    "send",
    "voicemail",
    "book",
    "order",
    "cancel",
    "leave",
    "change",
    "read",
    "message",
    "form",
    "online",
    "portal",
    "website",
    "site",
    "sites",
    "page",
    "pages",
    "inbox",
    "post",
    "pay",
    "backup",
    "backups",
    "end",
    "stop",
    "ask",
    "pause",
    "withdraw",
    "switch",
];
/// What needs somebody who is there.
const REACHES: &[&str] = &[
    "call",
    "ring",
    "phone",
    "reach",
    "available",
    "open",
    "answer",
    "answered",
    "here",
    "contact",
    "reachable",
    "text",
    "around",
    "visit",
    "come",
    "drop",
    "pop",
    "knock",
];

pub(super) fn check(scene: &Scene<'_>) -> Option<Diagnostic> {
    let tokens =
        (0..scene.tokens.len()).find_map(|at| always_at(scene, at)).filter(|tokens| !scene.is_quoted(tokens.start))?;
    let is_round_the_clock = !["any", "anytime", "at", "whenever"].contains(&scene.word(tokens.start));
    let may_write = scene.has(WRITES);
    let reaches = scene.has(REACHES);
    let is_ours = scene.has(&["we", "we're", "us", "our", "i", "i'm", "me"])
        && scene.subject(tokens.start) != Subject::Other
        || is_invitation(scene);
    if says_no(scene) || may_write || !reaches || !is_ours {
        return None;
    }
    let known = scene.known;
    let all = known.usual.iter().chain(&known.on_call);
    let mut candidates =
        all.filter(|schedule| scene.has(URGENT) || known.usual.iter().any(|usual| usual.id.value == schedule.id.value));
    if candidates.any(|schedule| is_always_open(&schedule.week)) {
        return None;
    }
    let said = scene.typed(&tokens);
    let message = if is_round_the_clock {
        format!("This says “{said}”, and no hours of yours are day and night.")
    } else {
        format!("This says “{said}”, which clients take by its word, and you are not always there.")
    };
    let path = known
        .site
        .policies
        .availability
        .usual()
        .map_or("hours".to_owned(), |usual| format!("hours.{}", usual.id.value));
    let mut finding = scene.finding(&codes::facts::ALWAYS_IN_PROSE, &tokens, message, &path);
    finding.fix = None;
    Some(finding.help(format!("Write the hours instead: `{{{{ {path} }}}}`.")))
}

/// “Call us any time”: the reader is asked to do something.
fn is_invitation(scene: &Scene<'_>) -> bool {
    let us = (0..scene.words.len()).find(|at| scene.word(*at) == "us");
    us.is_some() || ["call", "ring", "phone", "reach"].contains(&scene.word(0)) && !scene.has(&["your", "the", "their"])
}

fn always_at(scene: &Scene<'_>, at: usize) -> Option<Range<usize>> {
    let end = match scene.word(at) {
        "24" if scene.is_mark(at + 1, '/') && scene.word(at + 2) == "7" => at + 3,
        "24" if scene.reads(at + 1, &["hours", "a", "day"]) => at + 4,
        "around" | "round" if scene.reads(at + 1, &["the", "clock"]) => at + 3,
        "day" if (scene.word(at + 1) == "and" || scene.word(at + 1) == "or") && scene.word(at + 2) == "night" => at + 3,
        "any" if scene.reads(at + 1, &["time", "of", "day"]) => at + 4,
        "any" if scene.word(at + 1) == "time" => at + 2,
        "anytime" => at + 1,
        "at" if scene.reads(at + 1, &["all", "hours"]) => at + 3,
        _ => return None,
    };
    Some(at..end)
}
