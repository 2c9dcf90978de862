//! Each phrase fires in a sentence, each near miss stays quiet, and the stories' own words fall on the right side.

use super::*;
use crate::check::text;
use crate::diagnostic::{SourceFile, Sources, Span, codes};
use crate::markdown::{self, Rules};

/// The codes of what a paragraph says unkindly.
fn codes_in(words: &str) -> Vec<&'static str> {
    let mut sources = Sources::default();
    let file = sources.add(SourceFile::new("a.md", words));
    let text = sources.file(file).text().clone();
    let (document, _) = markdown::read(&text, Span::new(file, 0..text.len()), Rules::default());
    let passages = text::passages(&document);
    passages
        .iter()
        .flat_map(|passage| check(&document, passage).iter().map(|finding| finding.code.id).collect::<Vec<_>>())
        .collect()
}

#[test]
fn every_phrase_fires_in_a_sentence_of_its_own() {
    for rule in rules::all() {
        for phrase in rule.phrases {
            let phrase = phrase.replace(" - ", "-");
            let words = match rule.when {
                When::Always => format!("The plain truth is: {phrase}, as it stands here."),
                When::PromiseThatEndsHere => format!("About your case: we will reply {phrase}."),
                When::PromiseWithoutTime | When::PromiseAhead => {
                    format!("About your case: we will reply and {phrase} reply to it.")
                }
            };
            assert!(codes_in(&words).contains(&rule.code.id), "{phrase}: {:?}", codes_in(&words));
        }
    }
}

#[test]
fn near_misses_stay_quiet() {
    for rule in rules::all() {
        assert!(rule.near_misses.len() >= 2, "{:?}", rule.phrases);
        for near in rule.near_misses {
            assert_eq!(codes_in(near), [""; 0], "{near}");
        }
    }
}

#[test]
fn blaming_sentences_of_the_stories_fire() {
    for (said, code) in [
        ("I assumed you had them.", codes::tone::BLAME.id),
        ("My notes say you took the case home.", codes::tone::BLAME.id),
        ("You failed to send your documents, as we already told you.", codes::tone::BLAME.id),
        ("You should have made a backup.", codes::tone::BLAME.id),
        ("It's our policy.", codes::tone::SHIELD.id),
        ("Accounts in arrears will be terminated.", codes::tone::THREAT.id),
        ("Do NOT come to the house!!", codes::tone::THREAT.id),
        ("Calm down, please.", codes::tone::DISMISSIVE.id),
        ("That is not our fault.", codes::tone::BUCK_PASSING.id),
        ("We answer as soon as possible.", codes::tone::VAGUE_PROMISE.id),
        ("We don't repair computers.", codes::tone::BARE_NO.id),
    ] {
        assert!(codes_in(said).contains(&code), "{said}: {:?}", codes_in(said));
    }
}

#[test]
fn kind_sentences_of_the_stories_stay_quiet() {
    for said in [
        "I understand your problem – let me see if I can help you!",
        "This should never have happened. Let me get on this right now.",
        "I'm sorry, you've waited, and we don't have your lenses in hand. Here is what I'm doing now.",
        "That's a horrible thing to see. Let's find out what can still be saved.",
        "I can hear this is worrying you. I don't see clients at home. Please send it through the portal now, and you'll have an answer by noon.",
        "Make a mistake? Own it.",
        "Tell us early. We would rather help than judge.",
        "You must send the papers by the 7th.",
        "She said “calm down” to him, and it made things worse.",
        "> You should have told us.",
        "We don't repair computers, but Harbor PC does.",
        "Nobody is asked to prove it.",
        "The HMRC and VAT forms are in the portal.",
    ] {
        assert_eq!(codes_in(said), [""; 0], "{said}");
    }
}
