//! Numbers and addresses of ours that are no channel, and invitations to channels that nobody reads.

use std::ops::Range;
use std::sync::LazyLock;

use super::context::says_no;
use super::known::digits;
use super::scene::{Scene, Subject};
use crate::check::text::{Shapes, Sign};
use crate::diagnostic::{Diagnostic, codes};
use crate::policy::business::Visits;
use crate::policy::channels::ChannelKind;

pub(super) fn check(scene: &Scene<'_>) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> =
        numbers(scene).into_iter().filter_map(|(range, at)| told_number(scene, &range, at)).collect();
    found.extend(mails(scene).into_iter().filter_map(|range| told_mail(scene, &range)));
    found.extend((0..scene.tokens.len()).filter_map(|at| told_channel(scene, at)));
    found.extend(told_exceptions(scene));
    found
}

/// Fewest and most digits of a number that can be dialled from anywhere.
const DIGITS: std::ops::RangeInclusive<usize> = 7..=15;

/// Stretches that look like phone numbers, and where they begin.
pub(super) fn numbers(scene: &Scene<'_>) -> Vec<(Range<usize>, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < scene.tokens.len() {
        let end = number_end(scene, at);
        let range = at..end;
        let typed = scene.typed(&range);
        if end > at && DIGITS.contains(&digits(typed).len()) && !is_date_or_years(typed) {
            found.push((range, at));
        }
        at = end.max(at + 1);
    }
    found
}

/// The end of a run of digits with what people put between them.
fn number_end(scene: &Scene<'_>, start: usize) -> usize {
    let begins = scene.number(start).is_some()
        || scene.is_mark(start, '+')
        || scene.is_mark(start, '(') && scene.number(start + 1).is_some();
    let follows_sign = start > 0
        && scene.is_glued(start)
        && ['$', '€', '£', '#', '.', '/', '-'].iter().any(|mark| scene.is_mark(start - 1, *mark));
    if !begins || follows_sign {
        return start;
    }
    let (mut at, mut last) = (start, start);
    while let Some(token) = scene.tokens.get(at) {
        match token.sign {
            Sign::Number(_) => last = at + 1,
            Sign::Mark('+' | '(' | ')' | '-' | '.' | '/') => {}
            _ => break,
        }
        at += 1;
    }
    last
}

/// `2026-12-24` and `2019-2024` are no numbers to dial.
fn is_date_or_years(typed: &str) -> bool {
    let parts: Vec<usize> = typed.split(['-', '/', '.']).map(|part| part.trim().len()).collect();
    let all_digits = typed.chars().all(|letter| letter.is_ascii_digit() || "-/. ".contains(letter));
    all_digits && matches!(parts.as_slice(), [4, 4] | [4, 1 | 2, 1 | 2] | [1 | 2, 1 | 2, 4])
}

/// Words that say that a number or an address is ours.
const REACH: &[&str] = &[
    "call",
    "ring",
    "phone",
    "number",
    "dial",
    "reach",
    "text",
    "fax",
    "tel",
    "telephone",
    "voicemail",
    "sms",
    "contact",
    "line",
    "mobile",
];

fn told_number(scene: &Scene<'_>, range: &Range<usize>, at: usize) -> Option<Diagnostic> {
    let typed = scene.typed(range);
    let known = scene.known;
    let is_known =
        known.phones.iter().any(|(_, phone)| phone.same_number(typed)) || known.loose.numbers.contains(&digits(typed));
    if is_known || !scene.has(REACH) || scene.is_quoted(at) || says_no(scene) {
        return None;
    }
    let is_ours = match scene.subject(at) {
        Subject::Us => true,
        Subject::Other => false,
        Subject::Nobody => REACH.contains(&scene.word(0)) && at <= 3 && !is_somebodys_name(scene, 1),
    };
    let (channel, phone) = known.phones.first().filter(|_| is_ours)?;
    let message = format!("This gives “{typed}” as a number of yours, and no channel of yours has it.");
    let path = format!("channel.{}", channel.id.value);
    let finding = scene.finding(&codes::facts::PHONE_IN_PROSE, range, message, &path);
    let help =
        format!("Write `{{{{ {path} }}}}` here, which says {}, or add the number to `channels.md`.", phone.written());
    Some(finding.help(help))
}

/// “Call Brightway on …”: a name that is none of ours.
fn is_somebodys_name(scene: &Scene<'_>, at: usize) -> bool {
    scene.is_capital(at) && !scene.known.is_own_name(scene.word(at))
}

/// Stretches that look like e-mail addresses.
pub(super) fn mails(scene: &Scene<'_>) -> Vec<Range<usize>> {
    let ats =
        (0..scene.tokens.len()).filter(|at| scene.is_mark(*at, '@') && scene.is_glued(*at) && scene.is_glued(at + 1));
    ats.map(|at| mail_start(scene, at)..mail_end(scene, at)).collect()
}

fn mail_start(scene: &Scene<'_>, at: usize) -> usize {
    let mut start = at;
    while start > 0 && scene.is_glued(start) && is_in_mail(scene, start - 1) {
        start -= 1;
    }
    start
}

fn mail_end(scene: &Scene<'_>, at: usize) -> usize {
    let mut end = at + 1;
    while scene.is_glued(end) && is_in_mail(scene, end) {
        end += 1;
    }
    // The point at the end of the sentence is not part of it.
    while end > at && scene.is_mark(end - 1, '.') {
        end -= 1;
    }
    end
}

fn is_in_mail(scene: &Scene<'_>, at: usize) -> bool {
    scene
        .tokens
        .get(at)
        .is_some_and(|token| matches!(token.sign, Sign::Word | Sign::Number(_) | Sign::Mark('.' | '-' | '_' | '+')))
}

fn told_mail(scene: &Scene<'_>, range: &Range<usize>) -> Option<Diagnostic> {
    let typed = scene.typed(range).to_lowercase();
    let known = scene.known;
    if known.mails.iter().any(|(_, mail)| *mail == typed)
        || known.loose.mails.contains(&typed)
        || scene.is_quoted(range.start)
    {
        return None;
    }
    let domain = |mail: &str| mail.rsplit('@').next().unwrap_or_default().to_owned();
    let is_own_domain = known.mails.iter().any(|(_, mail)| domain(mail) == domain(&typed));
    let is_asked = scene.has(&["email", "e", "mail", "write", "contact", "reach", "send", "address", "message"]);
    let is_ours = is_own_domain || is_asked && scene.subject(range.start) == Subject::Us;
    let (channel, mail) = known.mails.first().filter(|_| is_ours && !says_no(scene))?;
    let message =
        format!("This gives “{}” as an address of yours, and no channel of yours has it.", scene.typed(range));
    let path = format!("channel.{}", channel.id.value);
    let finding = scene.finding(&codes::facts::EMAIL_IN_PROSE, range, message, &path);
    Some(
        finding.help(format!("Write `{{{{ {path} }}}}` here, which says {mail}, or add the address to `channels.md`.")),
    )
}

/// What a sentence may ask a client to do, and the doors it leads to.
struct Ask {
    words: &'static [&'static str],
    kinds: &'static [ChannelKind],
    what: &'static str,
}

const ASKS: &[Ask] = &[
    Ask { words: &["text", "us"], kinds: &[ChannelKind::Sms], what: "text messages" },
    Ask { words: &["text", "me"], kinds: &[ChannelKind::Sms], what: "text messages" },
    Ask { words: &["send", "us", "a", "text"], kinds: &[ChannelKind::Sms], what: "text messages" },
    Ask { words: &["drop", "us", "a", "text"], kinds: &[ChannelKind::Sms], what: "text messages" },
    Ask { words: &["whatsapp", "us"], kinds: &[], what: "WhatsApp" },
    Ask { words: &["on", "whatsapp"], kinds: &[], what: "WhatsApp" },
    Ask { words: &["by", "whatsapp"], kinds: &[], what: "WhatsApp" },
    Ask { words: &["call", "us"], kinds: &[ChannelKind::Phone], what: "calls" },
    Ask { words: &["ring", "us"], kinds: &[ChannelKind::Phone], what: "calls" },
    Ask { words: &["phone", "us"], kinds: &[ChannelKind::Phone], what: "calls" },
    Ask { words: &["give", "us", "a", "call"], kinds: &[ChannelKind::Phone], what: "calls" },
    Ask { words: &["give", "us", "a", "ring"], kinds: &[ChannelKind::Phone], what: "calls" },
    Ask { words: &["email", "us"], kinds: &[ChannelKind::Email], what: "e-mail" },
    Ask { words: &["fax", "us"], kinds: &[], what: "faxes" },
    Ask { words: &["by", "fax"], kinds: &[], what: "faxes" },
    Ask { words: &["dm", "us"], kinds: &[ChannelKind::Social], what: "messages on social networks" },
    Ask { words: &["chat", "with", "us"], kinds: &[ChannelKind::Chat], what: "a chat" },
    Ask { words: &["drop", "in"], kinds: &[ChannelKind::Visit], what: "visits without an appointment" },
    Ask { words: &["drop", "by"], kinds: &[ChannelKind::Visit], what: "visits without an appointment" },
    Ask { words: &["pop", "in"], kinds: &[ChannelKind::Visit], what: "visits without an appointment" },
    Ask { words: &["pop", "by"], kinds: &[ChannelKind::Visit], what: "visits without an appointment" },
    Ask { words: &["walk", "in"], kinds: &[ChannelKind::Visit], what: "visits without an appointment" },
    Ask { words: &["stop", "by"], kinds: &[ChannelKind::Visit], what: "visits without an appointment" },
    Ask { words: &["come", "by"], kinds: &[ChannelKind::Visit], what: "visits without an appointment" },
];

/// What stands before an invitation: nothing, or a word that passes it on to the reader.
const INVITES: &[&str] = &[
    "",
    "please",
    "just",
    "or",
    "and",
    "can",
    "could",
    "may",
    "to",
    "always",
    ",",
    ".",
    ":",
    "simply",
    "then",
    "either",
    "also",
    "you",
    "so",
    "us",
    "welcome",
    "(",
    "-",
    "message",
    "it",
    "reach",
    "photo",
    "photos",
    "them",
    "quickly",
    "picture",
    "documents",
];

static ASK_SHAPES: LazyLock<Shapes> =
    LazyLock::new(|| Shapes::of(ASKS.iter().filter_map(|ask| ask.words.first().copied())));

fn told_channel(scene: &Scene<'_>, at: usize) -> Option<Diagnostic> {
    if !ASK_SHAPES.may_hold(scene.word(at)) {
        return None;
    }
    let ask = ASKS.iter().find(|ask| scene.reads(at, ask.words))?;
    let is_negative = says_no_but_stop(scene);
    let by_way = ["on", "by"].contains(&scene.word(at));
    let is_invited = INVITES.contains(&scene.before(at)) || by_way && scene.subject(at) != Subject::Other;
    let is_imagined = scene
        .last_before(at, &["if", "when", "people", "clients", "customers", "visitors", "some", "who", "anyone"])
        .is_some();
    // A room that is hard to come by invites nobody.
    let is_saying =
        scene.before(at) == "to" && ["hard", "easy", "difficult"].contains(&scene.before(at.saturating_sub(1)));
    if is_negative || !is_invited || is_imagined || is_saying || scene.is_quoted(at) || is_read(scene, ask) {
        return None;
    }
    if ask.kinds == [ChannelKind::Visit]
        && (is_open_to_visits(scene) || scene.has(&["their", "appointment", "book", "arrange"]))
    {
        return None;
    }
    let tokens = at..at + ask.words.len();
    let message = format!(
        "“{}” invites clients to {}, and you have no such channel that somebody reads.",
        scene.typed(&tokens),
        ask.what
    );
    let help = match scene.known.first_channel() {
        Some(channel) => format!(
            "Send them to `{{{{ channel.{} }}}}` instead, or add the channel to `channels.md`.",
            channel.id.value
        ),
        None => "Add the channel to `channels.md`, or name one that you read.".to_owned(),
    };
    let finding = Diagnostic::new(&codes::facts::CHANNEL_IN_PROSE, message).at(scene.span(&tokens)).help(help);
    let dead = scene
        .known
        .site
        .policies
        .channels
        .iter()
        .find(|channel| ask.kinds.contains(&channel.kind.value) && !channel.monitored);
    Some(match dead {
        Some(channel) => finding.also(channel.id.span, "nobody reads this one"),
        None => finding,
    })
}

/// “stop by” and the like are no refusals.
fn says_no_but_stop(scene: &Scene<'_>) -> bool {
    let is_stop_by = scene.words.windows(2).any(|pair| pair == ["stop", "by"]);
    let is_refused = scene.has(&["don't", "not", "never", "no", "can't", "cannot", "without"]);
    says_no(scene) && (is_refused || !is_stop_by)
}

fn is_read(scene: &Scene<'_>, ask: &Ask) -> bool {
    let known = scene.known;
    let has_kind = ask.kinds.iter().any(|kind| *kind != ChannelKind::Visit && known.of_kind(*kind).next().is_some());
    let has_name = ask.what == "WhatsApp"
        && known.site.policies.channels.iter().any(|channel| {
            let name = channel.name.as_ref().map_or("", |name| &name.value);
            channel.monitored
                && (name.to_lowercase().contains("whatsapp") || channel.id.value.as_str().contains("whatsapp"))
        });
    // A site without any channels has promised nothing yet.
    has_kind || has_name || known.site.policies.channels.is_empty()
}

fn is_open_to_visits(scene: &Scene<'_>) -> bool {
    scene.known.site.business.visits.is_none_or(|visits| visits == Visits::WalkIn)
}

fn told_exceptions(scene: &Scene<'_>) -> Option<Diagnostic> {
    let goodwill = scene.known.site.policies.goodwill.first()?;
    let at = (0..scene.tokens.len())
        .find(|at| scene.reads(*at, &["no", "exceptions"]) || scene.reads(*at, &["without", "exception"]))?;
    if scene.is_quoted(at) {
        return None;
    }
    let message = "This says that there are no exceptions, and your list of kindnesses names one.";
    let finding = Diagnostic::new(&codes::facts::NO_EXCEPTIONS, message).at(scene.span(&(at..at + 2)));
    let help = "Say that the list is the limit, and the same for everyone.";
    Some(finding.also(goodwill.what.span, "a kindness anybody gets").help(help))
}
