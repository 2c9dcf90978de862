//! The folders of an output as they are, looked at from the top down so that no link is ever passed through.

use std::collections::{BTreeMap, BTreeSet};

use super::disk::{self, Found};
use super::trouble::{Doing, Unpublished};
use super::{Destination, names};
use crate::address::Address;

/// What there is where a folder is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ground {
    /// A folder.
    Folder,
    /// Nothing, or nothing that can be reached without passing through something else.
    Nothing,
    /// A file.
    File,
    /// A link to elsewhere.
    Link,
}

/// All folders that files of ours lie in or are to lie in.
pub(super) struct Survey<'a> {
    ground: BTreeMap<&'a str, Ground>,
}

impl<'a> Survey<'a> {
    /// Looks at every folder above these addresses.
    pub(super) fn take(
        destination: &Destination,
        addresses: impl Iterator<Item = &'a Address>,
    ) -> Result<Self, Unpublished> {
        // In sorted order a folder comes before those inside it.
        let folders: BTreeSet<&str> = addresses.flat_map(|address| names::ancestors(address.as_str())).collect();
        let mut survey = Survey { ground: BTreeMap::new() };
        for folder in folders {
            let above = folder.rsplit_once('/').map_or("", |(above, _)| above);
            let ground = if survey.is_folder(above) { ground(destination, folder)? } else { Ground::Nothing };
            survey.ground.insert(folder, ground);
        }
        Ok(survey)
    }

    /// Whether it is a folder that can be reached; the top counts as one.
    pub(super) fn is_folder(&self, folder: &str) -> bool {
        folder.is_empty() || self.ground.get(folder) == Some(&Ground::Folder)
    }

    /// What keeps an address from being written: the first folder above it that is something else.
    pub(super) fn obstacle<'b>(&self, address: &'b Address) -> Option<(&'b str, Ground)> {
        let folders = names::ancestors(address.as_str());
        let mut ground = folders.filter_map(|folder| Some((folder, *self.ground.get(folder)?)));
        ground.find(|(_, ground)| matches!(ground, Ground::File | Ground::Link))
    }
}

/// Whether the folder goes away with the files in `leaving`: some of them lie in it, and nothing else does.
pub(super) fn gives_way(
    destination: &Destination,
    folder: &str,
    leaving: &BTreeSet<Address>,
) -> Result<bool, Unpublished> {
    let below = Address::new(&format!("{folder}/"));
    if !leaving.range(&below..).next().is_some_and(|next| next.as_str().starts_with(below.as_str())) {
        return Ok(false);
    }
    let failed = |error| Unpublished::io(Doing::Read, destination.name(folder), &error);
    for name in disk::list(&destination.path(folder)).map_err(failed)? {
        let Some(name) = name.to_str() else { return Ok(false) };
        let inside = format!("{folder}/{name}");
        let goes = match disk::look(&destination.path(&inside)).map_err(failed)? {
            Found::File { .. } => leaving.contains(&Address::new(&inside)),
            Found::Folder => gives_way(destination, &inside, leaving)?,
            Found::Nothing | Found::Link => false,
        };
        if !goes {
            return Ok(false);
        }
    }
    Ok(true)
}

fn ground(destination: &Destination, folder: &str) -> Result<Ground, Unpublished> {
    let found = disk::look(&destination.path(folder));
    match found.map_err(|error| Unpublished::io(Doing::Read, destination.name(folder), &error))? {
        Found::Nothing => Ok(Ground::Nothing),
        Found::Folder => Ok(Ground::Folder),
        Found::File { .. } => Ok(Ground::File),
        Found::Link => Ok(Ground::Link),
    }
}
