//! Ids stay unique on a page, however often a component is placed.

use std::collections::{BTreeMap, BTreeSet};

use memchr::memmem;

/// What stands before an id.
const MARK: &str = " id=\"";

/// Gives every id of `html` that is taken a new one, and everything in `html` that points at it the same; then takes them all.
pub(super) fn made_unique(html: &str, taken: &mut BTreeSet<String>) -> String {
    let places = memmem::find_iter(html.as_bytes(), MARK);
    let own: Vec<&str> = places.filter_map(|at| html.get(at + MARK.len()..)?.split('"').next()).collect();
    let renamed: BTreeMap<&str, String> =
        own.iter().filter(|id| taken.contains(**id)).map(|id| (*id, free_name(id, taken, &own))).collect();
    let fresh: Vec<String> =
        own.iter().map(|id| renamed.get(id).cloned().unwrap_or_else(|| (*id).to_owned())).collect();
    let written = if renamed.is_empty() { html.to_owned() } else { with_names(html, &renamed) };
    taken.extend(fresh);
    written
}

fn free_name(id: &str, taken: &BTreeSet<String>, own: &[&str]) -> String {
    let candidates = (2..).map(|number| format!("{id}-{number}"));
    let mut free = candidates.filter(|name| !taken.contains(name) && !own.contains(&name.as_str()));
    free.next().unwrap_or_else(|| id.to_owned())
}

/// Attributes that name an id of the same piece of HTML.
const POINTERS: [&str; 6] = [MARK, " href=\"#", " aria-labelledby=\"", " aria-describedby=\"", " for=\"", " name=\""];

fn with_names(html: &str, renamed: &BTreeMap<&str, String>) -> String {
    let mut written = html.to_owned();
    for (old, new) in renamed {
        for pointer in POINTERS {
            written = written.replace(&format!("{pointer}{old}\""), &format!("{pointer}{new}\""));
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_component_placed_twice_has_ids_of_its_own() {
        let html = "<section id=\"a\" aria-labelledby=\"b\"><h2 id=\"b\"></h2><a href=\"#a\"></a></section>";
        let mut taken = BTreeSet::from(["a".to_owned()]);
        let first = made_unique(html, &mut taken);
        assert_eq!(
            first,
            "<section id=\"a-2\" aria-labelledby=\"b\"><h2 id=\"b\"></h2><a href=\"#a-2\"></a></section>"
        );
        let second = made_unique(html, &mut taken);
        assert_eq!(
            second,
            "<section id=\"a-3\" aria-labelledby=\"b-2\"><h2 id=\"b-2\"></h2><a href=\"#a-3\"></a></section>"
        );
    }
}
