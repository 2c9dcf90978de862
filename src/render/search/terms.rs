//! Words made comparable: the same letters whatever accents, capitals, apostrophes and marks somebody typed.
//!
//! The procedure, which `assets/search/search.js` repeats letter for letter: take letters apart (NFD), drop what stands above and below
//! them, put them together again (NFC), make them small, undo the few letters that have no parts, drop apostrophes and what stretches an Arabic word, make Arabic digits Latin, cut wherever neither a
//! letter nor a digit stands. Where a script writes without blanks, every two neighbours are a word.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Hands over the words of a text, one after another.
pub(super) fn terms(text: &str, mut take: impl FnMut(&str)) {
    let folded = folded(text);
    if folded.is_ascii() {
        // Most of the work on the search's data is here, and bytes are told apart faster than letters.
        let words = folded.as_bytes().split(|byte| !byte.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
        return words.filter_map(|word| std::str::from_utf8(word).ok()).for_each(take);
    }
    let words = folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.for_each(|word| runs(word, &mut take));
}

fn folded(text: &str) -> String {
    if text.is_ascii() {
        let mut folded = text.to_ascii_lowercase();
        folded.retain(|letter| letter != '\'');
        return folded;
    }
    let bare: String = text.nfd().filter(|letter| !is_combining_mark(*letter)).nfc().collect();
    let mut folded = String::with_capacity(bare.len());
    for letter in bare.to_lowercase().chars() {
        match letter {
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'ø' => folded.push('o'),
            'ł' => folded.push('l'),
            'đ' => folded.push('d'),
            'ı' => folded.push('i'),
            'ة' => folded.push('ه'),
            'ى' => folded.push('ي'),
            '\u{660}'..='\u{669}' => folded.push(latin_digit(letter)),
            '\'' | '’' | 'ʼ' | '\u{640}' => {}
            letter => folded.push(letter),
        }
    }
    folded
}

/// The Latin digit for an Arabic one: on the pages they are Latin, on many keyboards not.
fn latin_digit(letter: char) -> char {
    char::from_digit(u32::from(letter) - 0x660, 10).unwrap_or(letter)
}

/// Blocks of scripts written without blanks between words: kana, Han, Hangul.
fn is_close_written(letter: char) -> bool {
    matches!(letter, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}'
        | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{2FA1F}')
}

/// A word as it is; a closely written run as its pairs of neighbours.
fn runs(word: &str, take: &mut impl FnMut(&str)) {
    if word.is_ascii() || !word.chars().any(is_close_written) {
        return take(word);
    }
    let letters: Vec<char> = word.chars().collect();
    for run in letters.chunk_by(|a, b| is_close_written(*a) == is_close_written(*b)) {
        if run.len() > 1 && run.first().copied().is_some_and(is_close_written) {
            run.windows(2).for_each(|pair| take(&pair.iter().collect::<String>()));
        } else {
            take(&run.iter().collect::<String>());
        }
    }
}
