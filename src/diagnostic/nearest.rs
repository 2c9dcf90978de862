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
    let letters = Letters::of(&word);
    let ranked = candidates.into_iter().filter_map(|candidate| Some((rank(&word, &letters, candidate)?, candidate)));
    ranked.min_by_key(|&(rank, _)| rank).map(|(_, candidate)| candidate)
}

/// How often each letter stands in a word, the odd ones together: two words are at least as far apart as their letters are, which
/// is known far sooner. A thousand dead links are compared with a thousand pages.
struct Letters([i16; 128]);

impl Letters {
    fn of(word: &str) -> Self {
        let mut letters = [0; 128];
        for letter in word.chars() {
            let row = usize::try_from(u32::from(letter)).unwrap_or(0).min(127);
            if let Some(count) = letters.get_mut(row) {
                *count = i16::saturating_add(*count, 1);
            }
        }
        Letters(letters)
    }

    /// A distance that the words' own is never below.
    fn apart(&self, other: &Letters) -> usize {
        let (mut missing, mut added) = (0, 0);
        for (own, theirs) in self.0.iter().zip(&other.0) {
            let more = usize::from(own.abs_diff(*theirs));
            if own > theirs { missing += more } else { added += more }
        }
        missing.max(added)
    }
}

/// How far `candidate` is from `word` (already lower-case): lower is nearer; nothing when it is too far.
fn rank(word: &str, letters: &Letters, candidate: &str) -> Option<(bool, usize)> {
    let candidate = candidate.to_lowercase();
    let begins = word.chars().count() >= 3 && candidate.starts_with(word);
    let longer = word.chars().count().max(candidate.chars().count());
    if !begins && letters.apart(&Letters::of(&candidate)) * 3 > longer {
        return None;
    }
    let distance = strsim::damerau_levenshtein(word, &candidate);
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
