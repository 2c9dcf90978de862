//! A place in the words every face of a finding needs: file, first position, end.

use super::{Place, Position, Sources};

/// Where a finding points, counted as people count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Location<'a> {
    /// The file's name, relative to the site's folder, with `/`.
    pub(super) file: &'a str,
    /// First character and the character after the last; absent for a file as a whole.
    pub(super) range: Option<(Position, Position)>,
}

impl<'a> Location<'a> {
    /// The location of `place`. A span that leaves its file counts as its end.
    pub(super) fn of(place: Place, sources: &'a Sources) -> Self {
        let file = sources.file(place.file());
        let range = match place {
            Place::Text(span) => Some((file.position(span.start), file.position(span.end.max(span.start)))),
            Place::File(_) => None,
        };
        Location { file: file.name(), range }
    }
}
