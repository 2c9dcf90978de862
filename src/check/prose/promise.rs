//! “We reply within two days” against the promises of the channels.

use super::grammar;
use super::known::Promise;
use super::scene::{Scene, Subject};
use crate::check::facts::measure::felt;
use crate::diagnostic::{Diagnostic, codes};
use crate::policy::channels::ChannelKind;
use crate::policy::values::{Length, Unit};

/// What an answer is called.
const REPLIES: &[&str] = &[
    "reply",
    "replies",
    "answer",
    "answers",
    "answered",
    "respond",
    "responds",
    "response",
    "responses",
    "reply-time",
    "turnaround",
];
/// Answers of two words.
const HEARD: &[[&str; 2]] = &[
    ["hear", "back"],
    ["hear", "from"],
    ["get", "back"],
    ["call", "back"],
    ["calls", "back"],
    ["write", "back"],
    ["called", "back"],
    ["ring", "back"],
    ["returned", "within"],
    ["call", "you"],
    ["come", "back"],
];
/// Words before a length that make it a limit.
const WITHIN: &[&str] = &[
    "within", "in", "under", "inside", "than", "most", "after", "is", "takes", "take", "about", "usually", "average",
    "of", "to",
];
/// Words that show whose promise of another sort it is.
const OTHER_PROMISES: &[&str] = &[
    "complaint",
    "complaints",
    "mistake",
    "mistakes",
    "lost",
    "urgent",
    "emergency",
    "emergencies",
    "rush",
    "plan",
    "quote",
    "refund",
    "replace",
    "replaced",
    "deliver",
    "delivery",
    "finish",
    "finished",
    "launch",
    "repair",
    "repaired",
    "escalation",
    "owner",
    "ready",
];

pub(super) fn check(scene: &Scene<'_>) -> Vec<Diagnostic> {
    let Some(cue) = cue(scene) else { return Vec::new() };
    (0..scene.tokens.len()).filter_map(|at| told(scene, cue, at)).collect()
}

/// Where the sentence speaks of an answer of ours.
fn cue(scene: &Scene<'_>) -> Option<usize> {
    (0..scene.words.len()).find(|at| is_reply(scene, *at) && is_ours(scene, *at))
}

fn is_reply(scene: &Scene<'_>, at: usize) -> bool {
    REPLIES.contains(&scene.word(at)) || HEARD.iter().any(|pair| scene.reads(at, pair))
}

/// Words that show that the reader is to answer.
const CLIENTS_TURN: &[&str] = &["please", "you", "must", "should", "kindly", "you'll", "clients", "customers"];

fn is_ours(scene: &Scene<'_>, at: usize) -> bool {
    let is_noun = ["answer", "response", "reply", "answers", "replies", "responses", "answered", "turnaround"]
        .contains(&scene.word(at))
        && [
            "an", "a", "the", "our", "first", "full", "get", "are", "is", "be", "gets", "each", "every", "all",
            "email", "phone", "typical", "average", "my", "",
        ]
        .contains(&scene.before(at));
    let is_heard = scene.word(at) == "hear";
    if is_heard || is_noun {
        let whose = scene.has(&[
            "their", "they", "host", "bank", "supplier", "hmrc", "irs", "office's", "court", "council", "theirs",
            "insurer",
        ]);
        let is_request = scene.has(&["please", "must", "need"]);
        return !whose && (!is_request || scene.has(&["we", "us", "our", "we'll"]));
    }
    if scene.word(at) == "call" || scene.word(at) == "get" || scene.word(at) == "calls" {
        return scene.subject(at) == Subject::Us;
    }
    !CLIENTS_TURN.contains(&scene.before(at)) && scene.subject(at) == Subject::Us
}

fn told(scene: &Scene<'_>, cue: usize, at: usize) -> Option<Diagnostic> {
    let (length, tokens) = grammar::length(scene, at).filter(|_| !scene.is_quoted(at))?;
    let is_limit = if at < cue {
        ["within", "in", "under", "inside"].contains(&scene.before(at))
    } else {
        WITHIN.contains(&scene.before(at))
    };
    // “The maker decides in 10 days, and we chase the answer.”
    let is_far = at.abs_diff(cue) > 12 || at < cue && scene.subject(at) == Subject::Other;
    let is_part = scene.is_glued(at) && at > 0 && scene.is_mark(at - 1, '.');
    if !is_limit
        || is_far
        || is_part
        || scene.has(&["not", "never", "don't", "can't", "longer", "more", "if", "unless", "wait"])
    {
        return None;
    }
    let promises = concerned(scene);
    if promises.is_empty() || promises.iter().any(|promise| says_the_same(length, promise)) {
        return None;
    }
    let nearest = nearest(scene, &promises)?;
    let said = scene.typed(&tokens);
    let wording = scene.known.site.voice.wording();
    let message = format!("This promises an answer in “{said}”, and the facts say {}.", nearest.length.words(wording));
    Some(scene.finding(&codes::facts::REPLY_TIME_IN_PROSE, &tokens, message, nearest.path))
}

/// The channel a word speaks of.
fn kind_of(word: &str) -> Option<ChannelKind> {
    match word {
        "email" | "emails" | "mail" | "inbox" => Some(ChannelKind::Email),
        "phone" | "call" | "calls" | "voicemail" | "voicemails" | "callers" | "ring" => Some(ChannelKind::Phone),
        "portal" | "ticket" | "tickets" => Some(ChannelKind::Portal),
        "text" | "texts" | "sms" => Some(ChannelKind::Sms),
        "letter" | "letters" | "post" => Some(ChannelKind::Post),
        "form" => Some(ChannelKind::Form),
        "chat" => Some(ChannelKind::Chat),
        _ => None,
    }
}

/// The promises a sentence may mean: those of the channels it names, else all of them.
fn concerned<'s>(scene: &Scene<'s>) -> Vec<&'s Promise<'s>> {
    let promises = &scene.known.promises;
    let kinds: Vec<ChannelKind> = scene.words.iter().filter_map(|word| kind_of(word)).collect();
    let is_of_kind =
        |promise: &&Promise<'_>| promise.channel.is_some_and(|channel| kinds.contains(&channel.kind.value));
    let named: Vec<&Promise<'_>> = promises.iter().filter(is_of_kind).collect();
    let of_channels = promises.iter().filter(|promise| promise.channel.is_some());
    if scene.has(OTHER_PROMISES) || of_channels.count() == 0 {
        return if promises.iter().any(|promise| promise.channel.is_some()) {
            promises.iter().collect()
        } else {
            Vec::new()
        };
    }
    if named.is_empty() { promises.iter().filter(|promise| !is_urgent(scene, promise)).collect() } else { named }
}

/// A promise of the emergency line is none for everyday messages.
fn is_urgent(scene: &Scene<'_>, promise: &Promise<'_>) -> bool {
    let is_on_call = |id: &str| scene.known.on_call.iter().any(|schedule| schedule.id.value.as_str() == id);
    let of_channel =
        promise.channel.and_then(|channel| channel.schedule.as_ref()).is_some_and(|id| is_on_call(id.value.as_str()));
    of_channel || promise.path.starts_with("severity.") || promise.path.starts_with("escalation.")
}

/// The promise to refer to: of the channel named, else of the first one.
fn nearest<'p>(scene: &Scene<'_>, promises: &[&'p Promise<'p>]) -> Option<&'p Promise<'p>> {
    let first = scene.known.first_channel();
    let of_first = promises
        .iter()
        .find(|promise| promise.channel.zip(first).is_some_and(|(channel, first)| channel.id.value == first.id.value));
    of_first
        .or_else(|| promises.iter().find(|promise| promise.channel.is_some_and(|channel| channel.monitored)))
        .copied()
}

/// Short waits are counted alike by the clock and in opening hours; “24 hours” is not a business day.
const LOOSE_HOURS: u32 = 12;

fn says_the_same(said: Length, promise: &Promise<'_>) -> bool {
    if said == promise.length {
        return true;
    }
    let is_by_clock = said.unit() == Unit::Hours && said.count() >= LOOSE_HOURS && promise.length.unit().is_business();
    let is_short = said.minutes().is_some() && said.minutes() == promise.length.minutes() && said.count() < LOOSE_HOURS;
    is_short || !is_by_clock && felt(said, None) == promise.felt
}
