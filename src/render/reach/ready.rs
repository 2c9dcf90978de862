//! Words a worried client need not look for: to say on the phone, to paste, or already in the message a link opens.
//!
//! Gaps for the client's own part are written `…`. Links follow RFC 6068 (`mailto:`) and RFC 5724 (`sms:`).

use crate::policy::channels::{Channel, ChannelKind, Door};
use crate::policy::written::{Prose, Words};
use crate::render::scene::Scene;
use crate::router::Topic;

/// The words for a topic on a channel; nothing where nobody needs any: who comes by speaks for themselves.
pub(super) fn words(scene: &Scene<'_>, topic: Topic<'_>, channel: &Channel) -> Option<String> {
    let labels = &scene.theme.labels;
    let frame = match channel.kind.value {
        ChannelKind::Visit => return None,
        ChannelKind::Phone => labels.ready_call(),
        _ => labels.ready_write(),
    };
    Some(frame.replace("{what}", &what(scene, topic)))
}

fn what(scene: &Scene<'_>, topic: Topic<'_>) -> String {
    let labels = &scene.theme.labels;
    match topic {
        Topic::Tier(tier) => {
            let words = labels.ready_tier().replace("{name}", &said(scene, &tier.name.value));
            words.replace("{means}", &said(scene, &tier.means.value))
        }
        Topic::Category(page) => labels.ready_question().replace("{topic}", page.label()),
        Topic::Complaint(_) => labels.ready_complaint().to_owned(),
        Topic::Use(_) | Topic::Boundary(_) | Topic::Unread(_) => labels.ready_wish().to_owned(),
    }
}

/// A link that opens a message with the words in it.
pub(super) fn link(scene: &Scene<'_>, topic: Topic<'_>, channel: &Channel, words: &str) -> Option<String> {
    match (&channel.door.as_ref()?.value, channel.kind.value) {
        (Door::Mail(mail), _) => {
            let subject = subject(scene, topic).map_or_else(String::new, |it| format!("subject={}&", encoded(&it)));
            // RFC 6068, section 5: lines of a body end with CR and LF.
            Some(format!("mailto:{mail}?{subject}body={}", encoded(&words.replace('\n', "\r\n"))))
        }
        (Door::Number(phone), ChannelKind::Sms) => {
            Some(format!("{}?body={}", phone.tel().replacen("tel:", "sms:", 1), encoded(words)))
        }
        _ => None,
    }
}

fn subject(scene: &Scene<'_>, topic: Topic<'_>) -> Option<String> {
    match topic {
        Topic::Tier(tier) => Some(said(scene, &tier.name.value)),
        Topic::Category(page) => Some(page.label().to_owned()),
        _ => None,
    }
}

fn said(scene: &Scene<'_>, prose: &Prose) -> String {
    scene.sayer().say(&Words::Prose(prose.clone()))
}

/// Percent-encodes everything but RFC 3986's unreserved letters, as a field of a link needs it.
fn encoded(text: &str) -> String {
    let mut link = String::with_capacity(text.len() * 2);
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => link.push(char::from(byte)),
            _ => link.push_str(&format!("%{byte:02X}")),
        }
    }
    link
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_of_a_link_holds_nothing_that_ends_it() {
        assert_eq!(encoded("a&b=c?d#e+f g\r\n"), "a%26b%3Dc%3Fd%23e%2Bf%20g%0D%0A");
        assert_eq!(encoded("Ü…~-._"), "%C3%9C%E2%80%A6~-._");
    }
}
