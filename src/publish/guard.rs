//! The private guard: nothing listed in `private` leaves the house, in no format and in no spelling.
//!
//! It judges **what was rendered**, byte for byte, not what was meant: a page, a script, a picture's description, a file's name.
//! 1. Each entry is made out once: a number with all ways to dial it, or words with their abbreviations ([`secret`], [`number`], [`words`]).
//! 2. Every file is read as its readers meet it and boiled down to letters and digits ([`reading`], [`fold`]); a plain search there says
//!    which files are suspicious. What files share is read once ([`shared`]).
//! 3. Suspicious files are read character by character, and what stands beside a spelling decides ([`trail`]). What is escaped or packed
//!    inside is unpacked and read in the same way ([`search`], [`layers`], [`pictures`]).
//! 4. Only when something was found are the owner's own texts searched, to say where it was typed ([`origins`], [`told`]).
//!
//! A format whose bytes do not say its text hands its words along ([`Content::with_words`]); they are searched like a file of their own.
//!
//! Deliberately absent: what a page means, and any list of formats that are safe. Words spoken out ("seven five seven"), words drawn as
//! shapes, and text inside archives (`.docx`, `.zip`) are not found.

mod escapes;
mod fold;
mod layers;
mod number;
mod origins;
mod pictures;
mod reading;
mod search;
mod secret;
mod shared;
mod told;
mod trail;
mod words;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::address::Address;
use crate::diagnostic::{Findings, Sources};
use crate::render::{Content, Output};
use crate::site::Site;
use origins::Origins;
use reading::Skeleton;
use search::Secrets;
use shared::SharedStretches;

/// Where in a published file a private entry stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    /// In its address: the file's name or a folder's.
    Name,
    /// In its bytes.
    Content,
}

/// A published file and the private entry in it.
#[derive(Debug)]
struct Shown<'o> {
    address: &'o Address,
    secret: usize,
    part: Part,
}

/// Searches everything that would be published for everything in `private`.
///
/// One error for each entry and place it comes from, naming the published files it would reach. `sources` are the texts the site was read
/// from. Costs nothing when `private` is empty.
#[must_use]
pub fn check(site: &Site, sources: &Sources, output: &Output) -> Findings {
    let secrets = Secrets::of(&site.business);
    if secrets.is_empty() {
        return Findings::new();
    }
    let shown = shown(output, &secrets);
    if shown.is_empty() {
        return Findings::new();
    }
    let origins = Origins::find(site, sources, &secrets);
    told::findings(&shown, &origins, &secrets)
}

/// Every entry in every file, each pair once, in order of address.
fn shown<'o>(output: &'o Output, secrets: &Secrets) -> Vec<Shown<'o>> {
    let stretches = SharedStretches::search(output, secrets);
    let files: Vec<(&Address, &Content)> = output.iter().collect();
    let search = |(room, bytes): &mut (Skeleton, Vec<u8>), (address, content): &(&'o Address, &'o Content)| {
        let mut parts: BTreeMap<usize, Part> = BTreeMap::new();
        let mut own = || secrets.search(shared::own_part(content, bytes), room);
        let (own, said) = match content.words() {
            // Only a PDF has them, the longest text there is: nothing else is left to be searched meanwhile.
            Some(words) => rayon::join(own, || secrets.search(words.as_bytes(), &mut Skeleton::default())),
            None => (own(), Vec::new()),
        };
        let hits = own.into_iter().chain(said).map(|hit| hit.secret);
        let found: BTreeSet<usize> = hits.chain(stretches.found_in(content)).collect();
        parts.extend(found.into_iter().map(|secret| (secret, Part::Content)));
        // A name is the root of the matter: every link to the file repeats it.
        let name = secrets.search(address.as_str().as_bytes(), room);
        parts.extend(name.into_iter().map(|hit| (hit.secret, Part::Name)));
        parts.into_iter().map(|(secret, part)| Shown { address, secret, part }).collect::<Vec<_>>()
    };
    files.par_iter().map_init(Default::default, search).flatten_iter().collect()
}
