//! A file as its readers meet it: text without the tags inside it, and apart from it what the tags and comments hold themselves.
//!
//! Every file is read this way, whatever its name says: a stylesheet, a script or a picture has few tags, and what looks like one is
//! read all the same. Entities are undone; other escapes only where they stand for something between letters. A text in which they
//! stand for letters is undone as a whole by [`super::layers`] and read again.

use std::ops::Range;

use memchr::{memchr, memchr3, memmem};

use super::{escapes, fold};

/// Tags inside tags inside attributes: deeper than this nothing is taken apart.
const DEEPEST: u8 = 3;

/// What a reading is made into.
pub(super) trait Sink {
    /// A new stretch of at most `length` bytes begins, which nothing before it runs into.
    fn begin(&mut self, length: usize);
    /// Takes bytes up to the first special one and says how many it took. `at` is where they stand.
    fn plain(&mut self, run: &[u8], at: usize) -> usize;
    /// Takes one character, spelled in this range.
    fn character(&mut self, character: char, range: Range<usize>);
    /// Passes over a tag of this name.
    fn tag(&mut self, name: &[u8], at: usize);
}

/// Whether a text holds more than was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Left {
    /// Everything was read.
    Nothing,
    /// Escapes stand for letters or tags.
    Escapes,
}

/// Reads a whole file.
pub(super) fn read(text: &[u8], sink: &mut impl Sink) -> Left {
    let mut reading = Reading { text, sink, asides: Vec::new(), left: Left::Nothing, endless: 0..0 };
    reading.stretch(&Aside { range: 0..text.len(), depth: 0 });
    while let Some(aside) = reading.asides.pop() {
        reading.stretch(&aside);
    }
    reading.left
}

/// What a tag or a comment holds.
struct Aside {
    range: Range<usize>,
    depth: u8,
}

struct Reading<'r, S> {
    text: &'r [u8],
    sink: &'r mut S,
    asides: Vec<Aside>,
    left: Left,
    /// In this range no tag ends; kept so that a file of nothing but `<a` is not searched again and again.
    endless: Range<usize>,
}

impl<'r, S: Sink> Reading<'r, S> {
    fn stretch(&mut self, aside: &Aside) {
        let Some(text) = self.text.get(..aside.range.end) else { return };
        let mut at = aside.range.start;
        self.sink.begin(text.len().saturating_sub(at));
        while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
            at += self.sink.plain(rest, at);
            let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) else { break };
            at += match rest.first() {
                Some(b'<') if aside.depth < DEEPEST => self.markup(rest, at, aside.depth),
                Some(b'&') => self.entity(rest, at),
                Some(b'%' | b'\\') => self.escape(rest, at),
                _ => self.take(escapes::letter(rest), at),
            };
        }
    }

    /// Hands a character on; what is no escape after all is a sign like any other.
    fn take(&mut self, spelled: Option<escapes::Spelled>, at: usize) -> usize {
        let sign = self.text.get(at).map_or(' ', |byte| char::from(*byte));
        let (character, length) = spelled.unwrap_or((sign, 1));
        self.sink.character(character, at..at + length);
        length
    }

    fn entity(&mut self, rest: &[u8], at: usize) -> usize {
        let spelled = escapes::entity(rest);
        if let Some((character, length)) = spelled {
            self.note(character, rest.get(length..).unwrap_or_default());
        }
        self.take(spelled, at)
    }

    /// Undone at once only when it stands for no letter: in `100%75`, `%75` may be one or not.
    fn escape(&mut self, rest: &[u8], at: usize) -> usize {
        match escapes::any(rest) {
            Some((letter, _)) if fold::is_kept(letter) => {
                self.left = Left::Escapes;
                self.take(None, at)
            }
            spelled => {
                if let Some((character, length)) = spelled {
                    self.note(character, rest.get(length..).unwrap_or_default());
                }
                self.take(spelled, at)
            }
        }
    }

    /// An escaped `<`, `&`, `%` or `\` may begin a tag or an escape of its own.
    fn note(&mut self, character: char, after: &[u8]) {
        let next = after.first().copied().unwrap_or(b' ');
        let begins = match character {
            '<' => next.is_ascii_alphabetic() || matches!(next, b'/' | b'!'),
            '&' => (next == b'#' || next.is_ascii_alphabetic()) && after.iter().take(12).any(|byte| *byte == b';'),
            '%' => next.is_ascii_hexdigit(),
            '\\' => matches!(next, b'u' | b'x') || next.is_ascii_hexdigit(),
            _ => false,
        };
        if begins {
            self.left = Left::Escapes;
        }
    }

    fn markup(&mut self, rest: &[u8], at: usize, depth: u8) -> usize {
        let length = match rest {
            [b'<', b'!', b'-', b'-', ..] => self.comment(rest, at, depth),
            [b'<', b'!', b'[', b'C', b'D', b'A', b'T', b'A', b'[', ..] => Some(9),
            [b'<', b'!' | b'?', ..] => self.declaration(rest, at, depth),
            [b'<', b'/', letter, ..] | [b'<', letter, ..] if letter.is_ascii_alphabetic() => self.tag(rest, at, depth),
            _ => None,
        };
        length.unwrap_or_else(|| self.take(None, at))
    }

    fn comment(&mut self, rest: &[u8], at: usize, depth: u8) -> Option<usize> {
        let end = memmem::find(rest.get(4..)?, b"-->")? + 4;
        self.asides.push(Aside { range: at + 4..at + end, depth: depth + 1 });
        Some(end + 3)
    }

    /// `<!doctype …>`, `<?xml …?>`.
    fn declaration(&mut self, rest: &[u8], at: usize, depth: u8) -> Option<usize> {
        let end = self.tag_end(rest, at, 2)?;
        self.sink.tag(b"", at);
        self.asides.push(Aside { range: at + 2..at + end, depth: depth + 1 });
        Some(end + 1)
    }

    /// Passes over a tag. What stands in it is read later, apart.
    fn tag(&mut self, rest: &[u8], at: usize, depth: u8) -> Option<usize> {
        let slash = 1 + usize::from(rest.get(1) == Some(&b'/'));
        let name = rest.get(slash..)?;
        let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b':' | b'_');
        let name = name.get(..name.iter().take_while(|byte| is_name(byte)).count())?;
        let name_end = slash + name.len();
        let end = match rest.get(name_end)? {
            b'>' => name_end,
            byte if byte.is_ascii_whitespace() || *byte == b'/' => self.tag_end(rest, at, name_end)?,
            // `Jo <jo@home.example>` is no tag.
            _ => return None,
        };
        self.sink.tag(name, at);
        // Nor is `Dana <Ruiz>`, which only its capital tells from one.
        if end > name_end || name.iter().any(u8::is_ascii_uppercase) {
            self.asides.push(Aside { range: at + 1..at + end, depth: depth + 1 });
        }
        Some(end + 1)
    }

    /// Where a tag's `>` stands, looked for behind its name. One inside quotes does not count; what opens quotes and never closes them is
    /// no tag, and is read as text.
    fn tag_end(&mut self, rest: &[u8], at: usize, name_end: usize) -> Option<usize> {
        let end_of_text = at + rest.len();
        if self.endless.contains(&at) && end_of_text <= self.endless.end {
            return None;
        }
        let end = unquoted(rest, name_end);
        if end.is_none() && memchr(b'>', rest).is_none() {
            self.endless = at..end_of_text;
        }
        end
    }
}

/// The first `>` from `from` on that stands in no quotes.
fn unquoted(text: &[u8], mut from: usize) -> Option<usize> {
    loop {
        let place = from + memchr3(b'>', b'"', b'\'', text.get(from..)?)?;
        match *text.get(place)? {
            b'>' => return Some(place),
            quote => from = place + memchr(quote, text.get(place + 1..)?)? + 2,
        }
    }
}

/// Letters and digits alone, one after another: what a whole file is first searched in.
#[derive(Debug, Default)]
pub(super) struct Skeleton {
    /// Longer than what is written, so that writing need not grow it.
    room: Vec<u8>,
    written: usize,
}

impl Skeleton {
    /// Forgets what was read, and keeps the room.
    pub(super) fn clear(&mut self) {
        self.written = 0;
    }

    /// What was read.
    pub(super) fn bytes(&self) -> &[u8] {
        self.room.get(..self.written).unwrap_or_default()
    }

    fn make_room(&mut self, length: usize) {
        if self.room.len() < self.written + length {
            self.room.resize(self.written + length + 1024, 0);
        }
    }

    fn push(&mut self, byte: u8) {
        self.make_room(1);
        if let Some(slot) = self.room.get_mut(self.written) {
            *slot = byte;
            self.written += 1;
        }
    }
}

impl Sink for Skeleton {
    fn begin(&mut self, length: usize) {
        self.push(fold::APART);
        self.make_room(length);
    }

    fn plain(&mut self, run: &[u8], _at: usize) -> usize {
        self.make_room(run.len());
        let Some(room) = self.room.get_mut(self.written..) else { return run.len() };
        let (mut written, mut taken) = (0, 0);
        for byte in run {
            let folded = fold::FOLDED[usize::from(*byte)];
            if folded == fold::SPECIAL {
                break;
            }
            // Written in any case and kept only if it is something: a jump here would cost more than all the rest.
            if let Some(slot) = room.get_mut(written) {
                *slot = folded;
            }
            written += usize::from(folded != 0);
            taken += 1;
        }
        self.written += written;
        taken
    }

    fn character(&mut self, character: char, _range: Range<usize>) {
        fold::fold(character, &mut |byte| self.push(byte));
    }

    fn tag(&mut self, _name: &[u8], _at: usize) {}
}
