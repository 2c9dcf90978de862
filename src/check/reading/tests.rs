//! Measures against sentences counted by hand.

use super::*;

#[test]
fn syllables_are_counted_as_people_say_them() {
    let known = [
        ("the", 1),
        ("open", 2),
        ("hours", 1),
        ("backup", 2),
        ("please", 1),
        ("table", 2),
        ("client", 1),
        ("responsibility", 6),
        ("closed", 1),
        ("wanted", 2),
        ("we", 1),
    ];
    // `client` has two; vowels side by side count once, which is the known weakness of counting groups.
    for (word, count) in known {
        assert_eq!(syllables(word), count, "{word}");
    }
}

#[test]
fn grades_rise_with_long_words_and_long_sentences() {
    let of = |words, syllables, long_words| Measured {
        sentence: Sentence { first: 0, end: 0, asks: false },
        passage: 0,
        words,
        syllables,
        long_words,
    };
    // Ten words of one syllable in one sentence: 3.9 + 11.8 - 15.59.
    assert_eq!(grade(&of(10, 10, 0), 1), 11);
    assert!(grade(&of(30, 60, 12), 1) > HIGHEST_GRADE);
    assert_eq!(lix(&of(10, 10, 2), 1), 30);
}
