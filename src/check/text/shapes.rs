//! Which words may be in a list at all: nearly every word of a site is turned away by its first letter and its length, before anything is
//! compared.

/// For every first letter (by the last five bits of its byte) a bit for each length that a word of the list has; from 31 on, one for all.
#[derive(Clone, Copy, Debug)]
pub(in crate::check) struct Shapes([u32; 32]);

impl Shapes {
    /// Those of no words yet.
    pub(in crate::check) const NONE: Shapes = Shapes([0; 32]);

    /// Those of a list.
    pub(in crate::check) fn of<'w>(words: impl IntoIterator<Item = &'w str>) -> Self {
        let mut shapes = Shapes::NONE;
        words.into_iter().for_each(|word| shapes.add(word));
        shapes
    }

    /// Takes one more word in.
    pub(in crate::check) fn add(&mut self, word: &str) {
        if let Some(lengths) = self.0.get_mut(letter(word)) {
            *lengths |= length_bit(word);
        }
    }

    /// Whether a word of this letter and length was taken in.
    pub(in crate::check) fn may_hold(&self, word: &str) -> bool {
        self.0.get(letter(word)).is_some_and(|lengths| lengths & length_bit(word) != 0)
    }
}

fn letter(word: &str) -> usize {
    usize::from(word.bytes().next().unwrap_or_default() & 31)
}

fn length_bit(word: &str) -> u32 {
    1 << word.len().min(31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_the_list_pass_and_others_mostly_not() {
        let shapes = Shapes::of(["weekday", "e", "o'clock", "supercalifragilisticexpialidocious"]);
        assert!(["weekday", "e", "o'clock", "weekend"].iter().all(|word| shapes.may_hold(word)));
        assert!(shapes.may_hold("supercalifragilisticexpialidocious"));
        assert!(["", "week", "ee", "clock", "supercalifragilistic"].iter().all(|word| !shapes.may_hold(word)));
    }
}
