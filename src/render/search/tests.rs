use super::push_safe;
use super::terms::terms;

fn of(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    terms(text, |word| words.push(word.to_owned()));
    words
}

#[test]
fn words_lose_accents_capitals_and_marks() {
    assert_eq!(of("Café Zürich, don’t—PANIC! 24/7"), ["cafe", "zurich", "dont", "panic", "24", "7"]);
    assert_eq!(of("Straße Łódź Ærø naïve"), ["strasse", "lodz", "aero", "naive"]);
    assert_eq!(of("e\u{301}te\u{301}"), ["ete"]);
    assert_eq!(of(" … "), Vec::<String>::new());
}

#[test]
fn arabic_words_are_found_as_they_are_typed() {
    assert_eq!(of("أسئلة إلى مستشفى، العيـــادة ٩٩٧"), of("اسيله الي مستشفي العياده 997"));
}

#[test]
fn closely_written_scripts_are_cut_into_pairs() {
    assert_eq!(of("営業時間"), ["営業", "業時", "時間"]);
    assert_eq!(of("iPhoneを買う"), ["iphone", "を買", "買う"]);
    assert_eq!(of("한국어 時"), ["한국", "국어", "時"]);
}

#[test]
fn nothing_in_the_data_ends_a_script() {
    let mut safe = String::new();
    push_safe(&mut safe, "a </script> < b\u{2028}c\u{2029}d <b></b><");
    assert_eq!(safe, "a <\\/script> < b\\u2028c\\u2029d <b><\\/b><");
}
