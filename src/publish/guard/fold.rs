//! Letters and digits as they are compared: capitals, accents, widths and scripts of digits do not count.
//!
//! What is left of a text when everything but these is dropped is its *skeleton*. A private entry in any spelling has the same skeleton, so
//! one pass and a plain search tell whether a file needs a closer look.

use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Stands in a skeleton between stretches that do not belong together. No text folds to it.
pub(super) const APART: u8 = 0x1E;
/// In [`FOLDED`]: this byte leaves nothing.
const NOTHING: u8 = 0;
/// In [`FOLDED`]: this byte may begin a tag, an escape or a letter beyond ASCII.
pub(super) const SPECIAL: u8 = 0xFF;

/// What each byte leaves in a skeleton.
pub(super) static FOLDED: [u8; 256] = folded_bytes();

/// The zeros of all decimal digits (general category Nd) of Unicode 16; nine more follow each.
const ZEROS: [u32; 75] = [
    0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0DE6, 0x0E50,
    0x0ED0, 0x0F20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50, 0x1BB0, 0x1C40, 0x1C50,
    0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10, 0x104A0, 0x10D30, 0x10D40, 0x11066, 0x110F0,
    0x11136, 0x111D0, 0x112F0, 0x11450, 0x114D0, 0x11650, 0x116C0, 0x116D0, 0x116DA, 0x11730, 0x118E0, 0x11950,
    0x11BF0, 0x11C50, 0x11D50, 0x11DA0, 0x11F50, 0x16130, 0x16A60, 0x16AC0, 0x16B50, 0x16D70, 0x1CCF0, 0x1D7CE,
    0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6, 0x1E140, 0x1E2F0, 0x1E4F0, 0x1E5F1, 0x1E950, 0x1FBF0,
];

/// Letters that Unicode does not take apart, and what people type without them.
const TYPED_AS: [(char, &str); 11] = [
    ('ß', "ss"),
    ('æ', "ae"),
    ('œ', "oe"),
    ('ø', "o"),
    ('ł', "l"),
    ('đ', "d"),
    ('ð', "d"),
    ('þ', "th"),
    ('ħ', "h"),
    ('ŧ', "t"),
    ('ı', "i"),
];

/// Everything with two bytes in UTF-8, folded once: European pages are full of it.
static SHORT: LazyLock<Vec<Box<[u8]>>> = LazyLock::new(|| (0x80..0x800).map(worked_out_for).collect());

const fn folded_bytes() -> [u8; 256] {
    let mut folded = [NOTHING; 256];
    let mut byte = 0;
    while byte < folded.len() {
        #[expect(clippy::cast_possible_truncation, reason = "the loop ends at 256")]
        let letter = byte as u8;
        folded[byte] = match letter {
            b'0'..=b'9' | b'a'..=b'z' | APART => letter,
            b'A'..=b'Z' => letter.to_ascii_lowercase(),
            b'<' | b'&' | b'%' | b'\\' | 0x80..=0xFF => SPECIAL,
            _ => NOTHING,
        };
        byte += 1;
    }
    folded
}

fn worked_out_for(code: u32) -> Box<[u8]> {
    let mut bytes = Vec::new();
    if let Some(character) = char::from_u32(code) {
        work_out(character, &mut |folded| push(folded, &mut bytes));
    }
    bytes.into_boxed_slice()
}

/// What a character leaves in a skeleton, byte by byte.
pub(super) fn fold(character: char, into: &mut impl FnMut(u8)) {
    let code = character as u32;
    match code {
        0..0x80 => match FOLDED[code as usize] {
            NOTHING | SPECIAL => {}
            byte => into(byte),
        },
        0x80..0x800 => {
            let bytes = SHORT.get(code as usize - 0x80);
            bytes.into_iter().flatten().for_each(|byte| into(*byte));
        }
        // General punctuation and what frames Chinese and Japanese text: common, and never a letter.
        0x2000..=0x206F | 0x3000..=0x3004 | 0x3008..=0x3020 => {}
        // Kana, Han and Hangul are compared as they are; the tables of Unicode would cost too much on such pages.
        0x3041..=0x30FF | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xAC00..=0xD7A3 => each_byte(character, into),
        _ => work_out(character, &mut |folded| each_byte(folded, into)),
    }
}

/// A whole text's skeleton.
pub(super) fn folded(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    text.chars().for_each(|character| fold(character, &mut |byte| bytes.push(byte)));
    bytes
}

fn work_out(character: char, into: &mut impl FnMut(char)) {
    if let Some(digit) = digit(character) {
        return into(digit);
    }
    for part in character.to_lowercase().nfkd().flat_map(char::to_lowercase) {
        match TYPED_AS.iter().find(|(letter, _)| *letter == part) {
            Some((_, typed)) => typed.chars().for_each(&mut *into),
            None if part.is_alphanumeric() && !is_combining_mark(part) => into(part),
            None => {}
        }
    }
}

fn each_byte(character: char, into: &mut impl FnMut(u8)) {
    let mut room = [0; 4];
    character.encode_utf8(&mut room).bytes().for_each(into);
}

fn push(character: char, bytes: &mut Vec<u8>) {
    each_byte(character, &mut |byte| bytes.push(byte));
}

/// Whether anything of a character is left in a skeleton.
pub(super) fn is_kept(character: char) -> bool {
    let mut kept = false;
    fold(character, &mut |_| kept = true);
    kept
}

/// The plain digit a decimal digit of any script stands for.
pub(super) fn digit(character: char) -> Option<char> {
    let code = character as u32;
    let zero = *ZEROS.get(ZEROS.partition_point(|&zero| zero <= code).checked_sub(1)?)?;
    char::from_digit(code - zero, 10)
}

/// Whether a character takes no room: soft hyphens, joiners, marks of direction, accents typed for themselves, and the zero bytes that
/// UTF-16 puts between plain letters.
pub(super) fn is_unseen(character: char) -> bool {
    matches!(character, '\0' | '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
        | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{E0000}'..='\u{E0FFF}')
        || (character as u32 >= 0x300 && is_combining_mark(character))
}

/// A character as the rules about surroundings know it: plain digits, one sort of blank, one sort of dash, no full-width forms.
pub(super) fn plain(character: char) -> char {
    match character {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(character as u32 - 0xFEE0).unwrap_or(character),
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{2043}' => '-',
        '\u{2024}' => '.',
        _ if character.is_whitespace() => ' ',
        _ => digit(character).unwrap_or(character),
    }
}

/// Whether a character beside a word makes it part of a longer one. Scripts that put no blanks between words never do, nor does the
/// raised number of a footnote.
pub(super) fn continues_word(character: char) -> bool {
    let sets_no_blanks = matches!(character as u32, 0x0E00..=0x0EFF | 0x1000..=0x109F | 0x1780..=0x17FF | 0x2E80..);
    character.is_ascii_digit() || (character.is_alphabetic() && !sets_no_blanks)
}
