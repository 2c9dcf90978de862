//! The files a stylesheet names: `url("../fonts/a.woff2")`, with either quote or without one.

use std::ops::Range;

/// A file a stylesheet names, in the theme's `assets` folder.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Named<'c> {
    /// Its place below `assets`: `fonts/a.woff2`.
    pub place: &'c str,
    /// What follows the file's name: `#icon`, `?v=2`; mostly nothing.
    pub tail: &'c str,
    /// What stands between the parentheses, quotes and blanks included.
    pub inside: Range<usize>,
    /// Where `../` and the place stand, without the tail.
    pub shown: Range<usize>,
}

const UP: &str = "../";

/// Every file a stylesheet names, in the order of the text.
pub(super) fn named(css: &str) -> Vec<Named<'_>> {
    // Lower case has the same length in ASCII, so places hold for both.
    let lower = css.to_ascii_lowercase();
    lower.match_indices("url(").filter_map(|(at, opening)| read(css, at + opening.len())).collect()
}

fn read(css: &str, start: usize) -> Option<Named<'_>> {
    let rest = css.get(start..)?;
    let blank = rest.len() - rest.trim_start().len();
    let quote = rest.trim_start().chars().next().filter(|letter| matches!(letter, '"' | '\''));
    let from = start + blank + quote.map_or(0, char::len_utf8);
    let text = css.get(from..)?;
    let length = match quote {
        Some(quote) => text.find(quote)?,
        None => text.find(|letter: char| letter == ')' || letter.is_whitespace())?,
    };
    let end = from + length + quote.map_or(0, char::len_utf8);
    let inside = start..end + css.get(end..)?.find(')')?;
    let place = text.get(..length)?.strip_prefix(UP)?;
    let name_ends = place.find(['?', '#']).unwrap_or(place.len());
    let (place, tail) = place.split_at_checked(name_ends)?;
    Some(Named { place, tail, inside, shown: from..from + UP.len() + place.len() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn either_quote_and_none_name_a_file() {
        for written in
            ["url(\"../a/b.svg\")", "url('../a/b.svg')", "url(../a/b.svg)", "URL( '../a/b.svg' )", "url( ../a/b.svg )"]
        {
            let css = format!("a {{ background: {written} no-repeat }}");
            let found = named(&css);
            let [one] = found.as_slice() else { panic!("{written}: {found:?}") };
            assert_eq!((one.place, one.tail, &css[one.shown.clone()]), ("a/b.svg", "", "../a/b.svg"), "{written}");
            assert_eq!(format!("url({})", &css[one.inside.clone()]).to_lowercase(), written.to_lowercase());
        }
    }

    #[test]
    fn what_follows_the_name_is_kept_apart() {
        let found = named("url(../i.svg#a) url('../f.eot?#iefix')");
        assert_eq!(
            found.iter().map(|one| (one.place, one.tail)).collect::<Vec<_>>(),
            [("i.svg", "#a"), ("f.eot", "?#iefix")]
        );
    }

    #[test]
    fn other_addresses_and_odd_ends_are_left_alone() {
        for css in
            ["url(data:x)", "url(#a)", "url(b.svg)", "url(", "url('../a", "url(../a", "url(../ä", "url(\"../a\"", ""]
        {
            assert_eq!(named(css), [], "{css}");
        }
    }
}
