//! Characters written as something else: HTML entities, percent signs, the backslashes of JSON, scripts and stylesheets.
//!
//! Each function looks at the start of the bytes it is given and answers what stands there and how many bytes it takes.

/// A character, and how many bytes its spelling takes.
pub(super) type Spelled = (char, usize);

/// Named entities (HTML Standard, 13.5) that may stand between or instead of letters; accented letters are told by their ending.
const NAMED: [(&str, char); 53] = [
    ("AElig", 'Æ'),
    ("NewLine", '\n'),
    ("OElig", 'Œ'),
    ("Oslash", 'Ø'),
    ("Tab", '\t'),
    ("aelig", 'æ'),
    ("amp", '&'),
    ("apos", '\''),
    ("ast", '*'),
    ("bsol", '\\'),
    ("bull", '•'),
    ("colon", ':'),
    ("comma", ','),
    ("commat", '@'),
    ("copy", '©'),
    ("dash", '-'),
    ("emsp", ' '),
    ("ensp", ' '),
    ("equals", '='),
    ("gt", '>'),
    ("hairsp", ' '),
    ("hellip", '…'),
    ("horbar", '-'),
    ("hyphen", '-'),
    ("lbrack", '['),
    ("lowbar", '_'),
    ("lpar", '('),
    ("lrm", '\u{200E}'),
    ("lsqb", '['),
    ("lt", '<'),
    ("mdash", '-'),
    ("middot", '·'),
    ("minus", '-'),
    ("nbsp", ' '),
    ("ndash", '-'),
    ("num", '#'),
    ("oelig", 'œ'),
    ("oslash", 'ø'),
    ("period", '.'),
    ("plus", '+'),
    ("quot", '"'),
    ("rlm", '\u{200F}'),
    ("rpar", ')'),
    ("rsqb", ']'),
    ("semi", ';'),
    ("shy", '\u{AD}'),
    ("sol", '/'),
    ("szlig", 'ß'),
    ("thinsp", ' '),
    ("vert", '|'),
    ("zwj", '\u{200D}'),
    ("zwnj", '\u{200C}'),
    ("ZeroWidthSpace", '\u{200B}'),
];
/// `&eacute;` is an e. Accents do not count, so the letter is enough.
const ACCENTS: [&str; 10] = ["acute", "grave", "circ", "uml", "tilde", "cedil", "ring", "caron", "macr", "slash"];
/// The longest name of an entity that is looked for.
const LONGEST_NAME: usize = 16;

/// The character escaped at the start of `bytes`, in whichever way.
pub(super) fn any(bytes: &[u8]) -> Option<Spelled> {
    match bytes.first()? {
        b'&' => entity(bytes),
        b'%' => percent(bytes),
        b'\\' => backslash(bytes),
        _ => None,
    }
}

/// `&nbsp;`, `&#55;`, `&#x37;`. As in browsers, numbers need no `;`.
pub(super) fn entity(bytes: &[u8]) -> Option<Spelled> {
    let rest = bytes.strip_prefix(b"&")?;
    if let Some(number) = rest.strip_prefix(b"#") {
        let (digits, radix, start) = match number.first()? {
            b'x' | b'X' => (number.get(1..)?, 16, 3),
            _ => (number, 10, 2),
        };
        let count = digits.iter().take(12).take_while(|byte| char::from(**byte).is_digit(radix)).count();
        let code = number_of(digits.get(..count)?, radix)?;
        let end = start + count + usize::from(digits.get(count) == Some(&b';'));
        return Some((char::from_u32(code)?, end));
    }
    let count = rest.iter().take(LONGEST_NAME).take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let name = std::str::from_utf8(rest.get(..count)?).ok().filter(|_| rest.get(count) == Some(&b';'))?;
    named(name).map(|character| (character, count + 2))
}

fn named(name: &str) -> Option<char> {
    if let Some((_, character)) = NAMED.iter().find(|(known, _)| *known == name) {
        return Some(*character);
    }
    let mut letters = name.chars();
    let letter = letters.next()?;
    ACCENTS.contains(&letters.as_str()).then_some(letter)
}

/// `%37`, and letters beyond ASCII as the several bytes they take.
pub(super) fn percent(bytes: &[u8]) -> Option<Spelled> {
    let first = percent_byte(bytes)?;
    let length = length_of_letter(first);
    let letter: Vec<u8> = (0..length).map_while(|place| percent_byte(bytes.get(place * 3..)?)).collect();
    let whole = std::str::from_utf8(&letter).ok().and_then(|text| text.chars().next());
    Some(whole.map_or((char::from(first), 3), |character| (character, length * 3)))
}

fn percent_byte(bytes: &[u8]) -> Option<u8> {
    match bytes {
        [b'%', hex @ ..] => u8::try_from(number_of(hex.get(..2)?, 16)?).ok(),
        _ => None,
    }
}

/// `=37` and soft line ends, as mail programs write them.
pub(super) fn quoted_printable(bytes: &[u8]) -> Option<Spelled> {
    let hex = bytes.strip_prefix(b"=")?.get(..2)?;
    Some((char::from(u8::try_from(number_of(hex, 16)?).ok()?), 3))
}

/// `\u0037`, `\x37`, `\n`, `\/`, and the `\37 ` of stylesheets.
pub(super) fn backslash(bytes: &[u8]) -> Option<Spelled> {
    let rest = bytes.strip_prefix(b"\\")?;
    match rest.first()? {
        b'u' => unicode(rest),
        b'x' => Some((char::from_u32(number_of(rest.get(1..3)?, 16)?)?, 4)),
        b'n' | b't' | b'r' | b'v' => Some((' ', 2)),
        // A stylesheet's line goes on behind it.
        b'\n' => Some(('\u{AD}', 2)),
        byte if byte.is_ascii_hexdigit() => stylesheet(rest),
        byte if byte.is_ascii_punctuation() => Some((char::from(*byte), 2)),
        _ => None,
    }
}

/// `u0037`, `u{37}`, and the two halves of a letter beyond 16 bits.
fn unicode(rest: &[u8]) -> Option<Spelled> {
    if let Some(braced) = rest.strip_prefix(b"u{") {
        let count = braced.iter().take(6).take_while(|byte| byte.is_ascii_hexdigit()).count();
        let code = number_of(braced.get(..count)?, 16).filter(|_| braced.get(count) == Some(&b'}'))?;
        return Some((char::from_u32(code)?, count + 4));
    }
    let first = number_of(rest.get(1..5)?, 16)?;
    if let Some(character) = char::from_u32(first) {
        return Some((character, 6));
    }
    let second = rest.get(5..)?.strip_prefix(b"\\u").and_then(|rest| number_of(rest.get(..4)?, 16))?;
    let halves = [u16::try_from(first).ok()?, u16::try_from(second).ok()?];
    let character = char::decode_utf16(halves).next()?.ok()?;
    Some((character, 12))
}

/// CSS Syntax 3, 4.3.7: one to six hexadecimal digits, and a blank that ends them. A single `\b` or `\f` is a script's blank.
fn stylesheet(rest: &[u8]) -> Option<Spelled> {
    let count = rest.iter().take(6).take_while(|byte| byte.is_ascii_hexdigit()).count();
    if count == 1 && matches!(rest.first(), Some(b'b' | b'f')) {
        return Some((' ', 2));
    }
    let code = number_of(rest.get(..count)?, 16)?;
    let blank = rest.get(count).is_some_and(u8::is_ascii_whitespace);
    Some((char::from_u32(code)?, 1 + count + usize::from(blank)))
}

/// The letter at the start of `bytes`, as UTF-8 if it is, else as Latin-1.
pub(super) fn letter(bytes: &[u8]) -> Option<Spelled> {
    let first = *bytes.first()?;
    let length = length_of_letter(first);
    let text = bytes.get(..length).and_then(|letter| std::str::from_utf8(letter).ok());
    Some(text.and_then(|text| text.chars().next()).map_or((char::from(first), 1), |letter| (letter, length)))
}

/// How many bytes a letter takes in UTF-8, by its first.
fn length_of_letter(first: u8) -> usize {
    match first {
        0xC2..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0..=0xF4 => 4,
        _ => 1,
    }
}

fn number_of(digits: &[u8], radix: u32) -> Option<u32> {
    let text = std::str::from_utf8(digits).ok().filter(|text| text.bytes().all(|byte| byte.is_ascii_alphanumeric()))?;
    u32::from_str_radix(text, radix).ok()
}
