//! Web and e-mail addresses typed bare in the text, as GitHub's Markdown links them: `https://…`, `www.…` and
//! `name@host.example`.
//!
//! Places where one may start are found once for the whole text, so that prose without any costs nothing.

use std::ops::Range;

use super::target::TargetKind;

/// The longest host name there can be (RFC 1035, 2.3.4), in bytes.
const LONGEST_HOST: usize = 255;

/// A bare address in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct BareAddress {
    /// Its bytes.
    pub(super) place: Range<usize>,
    /// `Web`, `Host` or `Mailbox`; `Reference` for one that a reference goes on, which is no address yet.
    pub(super) kind: TargetKind,
}

/// Where addresses may be: the offsets of `://`, of `www.` and of `@`, in order.
pub(super) fn candidates(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    let follows =
        |at: usize, head: &[u8]| bytes.get(at..at + head.len()).is_some_and(|bytes| bytes.eq_ignore_ascii_case(head));
    // Dots are rarer than the letter `w`, so a host is found by its first one.
    let candidate = |at: usize| match bytes.get(at)? {
        b'@' => Some(at),
        b':' => follows(at, b"://").then_some(at),
        _ => at.checked_sub(3).filter(|&start| follows(start, b"www.")),
    };
    memchr::memchr3_iter(b'@', b':', b'.', bytes).filter_map(candidate).collect()
}

/// The address around the candidate at `at`, looking no further than `bounds`. Ranges start and end on characters.
pub(super) fn address_at(text: &str, at: usize, bounds: &Range<usize>) -> Option<BareAddress> {
    match text.as_bytes().get(at)? {
        b'@' => mailbox(text, at, bounds),
        b':' => web(text, at, bounds),
        _ => host(text, at, bounds),
    }
}

fn web(text: &str, colon: usize, bounds: &Range<usize>) -> Option<BareAddress> {
    let before = text.get(bounds.start..colon)?;
    let letters = before.bytes().rev().take_while(u8::is_ascii_alphabetic).count();
    let start = colon - letters;
    let scheme = &text[start..colon];
    let is_web = scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http");
    if !is_web || !starts_word(text, start, bounds) {
        return None;
    }
    host_name(text.get(colon + 3..bounds.end)?)?;
    Some(whole_address(text, start..colon + 3, bounds, TargetKind::Web))
}

fn host(text: &str, start: usize, bounds: &Range<usize>) -> Option<BareAddress> {
    let name = host_name(text.get(start..bounds.end)?)?.trim_end_matches('.');
    let has_domain = name.bytes().filter(|&byte| byte == b'.').count() >= 2 && !name.contains("..");
    (has_domain && starts_word(text, start, bounds))
        .then(|| whole_address(text, start..start + 4, bounds, TargetKind::Host))
}

fn mailbox(text: &str, at: usize, bounds: &Range<usize>) -> Option<BareAddress> {
    let local = text.get(bounds.start..at)?.bytes().rev().take_while(|&byte| is_local(byte)).count();
    let after = text.get(at + 1..bounds.end)?;
    let length = after.bytes().take_while(|&byte| is_domain(byte)).count();
    let domain = after[..length].trim_end_matches(['.', '-', '_']);
    let labels = || domain.split('.');
    let is_host = domain.contains('.') && labels().all(|label| !label.is_empty() && !label.starts_with('-'));
    let goes_on = after[domain.len()..].starts_with(|next: char| next == '@' || is_private_use(next));
    if local == 0 || !is_host || goes_on {
        return None;
    }
    let place = at - local..at + 1 + domain.len();
    starts_word(text, place.start, bounds).then_some(BareAddress { place, kind: TargetKind::Mailbox })
}

fn is_local(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b".+-_".contains(&byte)
}

fn is_domain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b".-_".contains(&byte)
}

/// Whether an address may start here: at the run's start or after something that is no letter, digit or slash.
fn starts_word(text: &str, start: usize, bounds: &Range<usize>) -> bool {
    let before = text.get(bounds.start..start).and_then(|before| before.chars().next_back());
    before.is_none_or(|character| {
        !character.is_alphanumeric() && !is_private_use(character) && !matches!(character, '/' | '@' | '\\')
    })
}

/// The host name that `rest` starts with, as far as it needs to be read to tell. `None` when there is none.
fn host_name(rest: &str) -> Option<&str> {
    let ends = |character: char| !(character.is_alphanumeric() || matches!(character, '-' | '_' | '.' | '['));
    let length = rest.char_indices().take(LONGEST_HOST).find(|&(_, character)| ends(character)).map(|(at, _)| at);
    let name = &rest[..length.unwrap_or(rest.len().min(rest.floor_char_boundary(LONGEST_HOST)))];
    name.starts_with(|first: char| first.is_alphanumeric() || first == '[').then_some(name)
}

/// The address that starts with `head` and ends before blanks, brackets, quotes and wide punctuation, without the
/// punctuation of the sentence around it.
fn whole_address(text: &str, head: Range<usize>, bounds: &Range<usize>, kind: TargetKind) -> BareAddress {
    let rest = text.get(head.end..bounds.end).unwrap_or_default();
    let stop = rest.find(ends_address).unwrap_or(rest.len());
    let cut_short = rest[stop..].starts_with(is_private_use);
    let end = if cut_short { head.end + stop } else { head.end + without_sentence_marks(&rest[..stop]).len() };
    BareAddress { place: head.start..end, kind: if cut_short { TargetKind::Reference } else { kind } }
}

fn ends_address(character: char) -> bool {
    character.is_whitespace()
        || character.is_control()
        || is_private_use(character)
        || matches!(character, '<' | '>' | '"' | '`' | '|' | '“' | '”' | '‘' | '’' | '«' | '»')
        || matches!(character, '、' | '。' | '，' | '；' | '：' | '！' | '？' | '（' | '）' | '「' | '」')
}

/// Stand-ins of references are private-use characters.
fn is_private_use(character: char) -> bool {
    matches!(character, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFD}')
}

/// GitHub's rule: closing marks belong to the sentence, and a `)` does unless it was opened in the address.
fn without_sentence_marks(address: &str) -> &str {
    let mut kept = address;
    let opened = address.matches('(').count();
    let mut closed = address.matches(')').count();
    loop {
        let shorter = kept.trim_end_matches(['?', '!', '.', ',', ':', ';', '*', '_', '~', '\'', ']', '}']);
        match shorter.strip_suffix(')').filter(|_| closed > opened) {
            Some(without) => {
                closed -= 1;
                kept = without;
            }
            None => return shorter,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(&str, TargetKind)]) {
        let bounds = 0..text.len();
        let mut found: Vec<(&str, TargetKind)> = Vec::new();
        let mut done = 0;
        for at in candidates(text) {
            if at < done {
                continue;
            }
            if let Some(address) = address_at(text, at, &(done..bounds.end)) {
                done = address.place.end;
                found.push((&text[address.place], address.kind));
            }
        }
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn addresses_end_where_the_sentence_goes_on() {
        use TargetKind::{Host, Mailbox, Web};
        check("see https://a.example/b_c?d=e&f=g.", &[("https://a.example/b_c?d=e&f=g", Web)]);
        check("(https://a.example/b(c)), x", &[("https://a.example/b(c)", Web)]);
        check("HTTPS://A.example and http://b", &[("HTTPS://A.example", Web), ("http://b", Web)]);
        check("www.a.example, www.nothing", &[("www.a.example", Host)]);
        check("mail a.b+c@d.example.", &[("a.b+c@d.example", Mailbox)]);
        check("a@b, @home, a@b.example@c", &[]);
        check("xhttps://a.example ftp://a.example https://", &[]);
        check("https://a.example/x@y.example", &[("https://a.example/x@y.example", Web)]);
        check("「https://a.example」です", &[("https://a.example", Web)]);
        check("https://a.example/\u{E000}xx", &[("https://a.example/", TargetKind::Reference)]);
        check("é@b.example www.é.example/ü", &[("www.é.example/ü", Host)]);
    }
}
