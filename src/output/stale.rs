//! Files of ours that the new output has no place for.

use std::collections::{BTreeMap, BTreeSet};

use super::disk::{self, Found};
use super::fingerprint::Fingerprint;
use super::manifest::Manifest;
use super::survey::Survey;
use super::trouble::{Doing, Unpublished};
use super::{Destination, names};
use crate::address::Address;
use crate::render::Output;

/// The files of the output by what any system may make of their addresses.
type Wanted<'a> = BTreeMap<String, &'a Address>;

/// What becomes of each of them.
#[derive(Default)]
pub(super) struct Stale<'a> {
    /// To be removed at the end.
    pub(super) removed: BTreeMap<Address, Fingerprint>,
    /// To be removed first: a wanted file or its folder goes where they lie, here or on a system that
    /// takes the two addresses for one (`Prices.html` became `prices.html`).
    pub(super) cleared: BTreeMap<Address, Fingerprint>,
    /// Wanted files whose address is, on this system, that of a cleared one.
    pub(super) twins: BTreeMap<&'a Address, Fingerprint>,
    /// Changed by somebody: left alone, and no longer ours.
    pub(super) changed: Vec<Address>,
    /// Changed by somebody and in the way.
    pub(super) changed_in_the_way: Vec<Address>,
    /// All that are in the way, changed or not.
    pub(super) in_the_way: BTreeSet<Address>,
    /// How many are to be cleared but gone already: only their folder may still be in the way, empty.
    pub(super) gone: usize,
}

impl<'a> Stale<'a> {
    /// Sorts what is ours and not in the output.
    pub(super) fn find(
        output: &'a Output,
        ours: &Manifest,
        destination: &Destination,
        survey: &Survey,
    ) -> Result<Self, Unpublished> {
        let mut stale = Stale::default();
        let unwanted: Vec<_> = ours.files.iter().filter(|(address, _)| output.get(address).is_none()).collect();
        if unwanted.is_empty() {
            return Ok(stale);
        }
        let wanted = output.iter().map(|(address, _)| (names::key(address.as_str()), address)).collect();
        for (address, listed) in unwanted {
            // What is reached through a link now is none of ours, whatever its name.
            if survey.obstacle(address).is_some() {
                continue;
            }
            let is_in_the_way = is_in_the_way(address, &wanted);
            match find_file(address, destination, survey)? {
                None if is_in_the_way => stale.gone(address, *listed),
                None => {}
                Some(found) if found != *listed => stale.changed(address, is_in_the_way),
                Some(_) if is_in_the_way => stale.clear(address, *listed, &wanted, destination),
                Some(_) => _ = stale.removed.insert(address.clone(), *listed),
            }
        }
        Ok(stale)
    }

    fn gone(&mut self, address: &Address, listed: Fingerprint) {
        self.in_the_way.insert(address.clone());
        self.cleared.insert(address.clone(), listed);
        self.gone += 1;
    }

    fn changed(&mut self, address: &Address, is_in_the_way: bool) {
        if is_in_the_way {
            self.in_the_way.insert(address.clone());
            self.changed_in_the_way.push(address.clone());
        } else {
            self.changed.push(address.clone());
        }
    }

    fn clear(&mut self, address: &Address, ours: Fingerprint, wanted: &Wanted<'a>, destination: &Destination) {
        self.in_the_way.insert(address.clone());
        self.cleared.insert(address.clone(), ours);
        let path = |address: &Address| destination.path(address.as_str());
        let twin = wanted.get(&names::key(address.as_str()));
        let twin = twin.filter(|twin| disk::is_same(&path(address), &path(twin)));
        self.twins.extend(twin.map(|twin| (*twin, ours)));
    }
}

/// A stale file as it is; absent when it is gone.
fn find_file(
    address: &Address,
    destination: &Destination,
    survey: &Survey,
) -> Result<Option<Fingerprint>, Unpublished> {
    let path = destination.path(address.as_str());
    let failed = |error| Unpublished::io(Doing::Read, destination.name(address.as_str()), &error);
    let is_file =
        survey.is_folder(address.folder()) && matches!(disk::look(&path).map_err(failed)?, Found::File { .. });
    is_file.then(|| Fingerprint::of_file(&path)).transpose().map_err(failed)
}

/// Whether a wanted file goes to the same place, below it, or to one of its folders.
fn is_in_the_way(address: &Address, wanted: &Wanted) -> bool {
    let key = names::key(address.as_str());
    let is_file_for_folder = names::ancestors(&key).any(|folder| wanted.contains_key(folder));
    wanted.contains_key(&key) || holds_any(&key, wanted) || is_file_for_folder
}

/// Whether a wanted file lies below the folder `key`.
fn holds_any(key: &str, wanted: &Wanted) -> bool {
    let folder = format!("{key}/");
    wanted.range(folder.clone()..).next().is_some_and(|(next, _)| next.starts_with(&folder))
}
