//! "Did you mean …?": the one way the whole program finds what an owner meant.
//!
//! A word is near another when turning one into the other takes few slips of the finger (letters missing, added, changed or
//! swapped: Damerau–Levenshtein), or when it is its beginning. Nothing near means no suggestion: a wrong guess sends an owner
//! further astray than none.

/// The candidate that `word` most likely stands for, whatever its case.
///
/// At most a third of the longer word may differ; a candidate that begins with the word (three letters or more) counts however
/// long it is and comes first. Of equals the earlier candidate wins.
///
/// ```
/// use welcomemat::diagnostic::nearest;
/// assert_eq!(nearest("reply_witin", ["reply_within", "respond_within"]), Some("reply_within"));
/// assert_eq!(nearest("colour", ["schedule", "value"]), None);
/// ```
pub fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let word = word.trim().to_lowercase();
    let ranked = candidates.into_iter().filter_map(|candidate| Some((rank(&word, candidate)?, candidate)));
    ranked.min_by_key(|&(rank, _)| rank).map(|(_, candidate)| candidate)
}

/// How far `candidate` is from `word` (already lower-case): lower is nearer; nothing when it is too far.
fn rank(word: &str, candidate: &str) -> Option<(bool, usize)> {
    let candidate = candidate.to_lowercase();
    let distance = strsim::damerau_levenshtein(word, &candidate);
    let begins = word.chars().count() >= 3 && candidate.starts_with(word);
    let longer = word.chars().count().max(candidate.chars().count());
    (begins || distance * 3 <= longer).then_some((!begins, distance))
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn finds_what_was_meant() {
        let cases: &[(&str, &[&str], Option<&str>)] = &[
            ("reply_witin", &["reply_within", "respond_within"], Some("reply_within")),
            ("SCHEDUEL", &["schedule", "value"], Some("schedule")),
            ("avail", &["mail", "availability"], Some("availability")),
            ("mond", &["mon", "monday"], Some("monday")),
            ("ab", &["abc", "xy"], Some("abc")),
            ("colour", &["schedule", "value"], None),
            ("", &["a", "ab"], None),
            ("cat", &["bat", "hat"], Some("bat")),
            ("größe", &["Grösse", "GRÖßE"], Some("GRÖßE")),
            ("x", &[], None),
        ];
        for (word, candidates, expected) in cases {
            assert_eq!(nearest(word, candidates.iter().copied()), *expected, "{word}");
        }
    }
}
