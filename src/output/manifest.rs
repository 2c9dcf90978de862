//! The manifest: which files in the output are ours, and what was in them when we put them there.
//!
//! `{"format":1,"files":{"index.html":{"hash":"<blake3 hex>","size":1234},…}}`, sorted, one file a line so that it
//! can be compared line by line, no dates: the same site gives the same manifest.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::fingerprint::Fingerprint;
use super::trouble::{Doing, Unpublished};
use super::{Destination, MANIFEST, disk, names};
use crate::address::Address;
use crate::diagnostic::{Code, Diagnostic, codes};

/// The version of the manifest's and the journal's form.
pub(super) const FORMAT: u64 = 1;

/// Our own files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Manifest {
    pub(super) files: BTreeMap<Address, Fingerprint>,
}

#[derive(Deserialize)]
struct Edition {
    format: u64,
}

#[derive(Deserialize)]
struct Listed {
    files: BTreeMap<String, Fingerprint>,
}

impl Manifest {
    /// Reads the manifest of a destination; one that is not there lists nothing.
    pub(super) fn read(destination: &Destination) -> Result<Self, Unpublished> {
        Manifest::of(file(destination)?.as_deref(), destination)
    }

    /// What a manifest's file says.
    pub(super) fn of(file: Option<&[u8]>, destination: &Destination) -> Result<Self, Unpublished> {
        let damaged = &codes::output::MANIFEST_DAMAGED;
        let Some(bytes) = file else { return Ok(Manifest::default()) };
        if let Some((_, known)) = destination.known.get().filter(|(known, _)| known == bytes) {
            return Ok(known.clone());
        }
        let listed: Listed = read_json(bytes, destination, damaged)?;
        let files = listed.files.into_iter().map(|(path, fingerprint)| Some((own_address(&path)?, fingerprint)));
        match files.collect() {
            Some(files) => {
                let manifest = Manifest { files };
                destination.known.get_or_init(|| (bytes.to_vec(), manifest.clone()));
                Ok(manifest)
            }
            None => Err(unreadable(destination, damaged)),
        }
    }

    /// The manifest as text.
    pub(super) fn text(&self) -> String {
        let file = |(address, fingerprint): (&Address, &Fingerprint)| {
            let json = |part: Result<String, _>| part.unwrap_or_default();
            let path = json(serde_json::to_string(address.as_str()));
            format!("{path}:{}", json(serde_json::to_string(fingerprint)))
        };
        let files: Vec<String> = self.files.iter().map(file).collect();
        format!("{{\"format\":{FORMAT},\"files\":{{\n{}\n}}}}\n", files.join(",\n"))
    }
}

/// The bytes of a destination's manifest, when there is one.
pub(super) fn file(destination: &Destination) -> Result<Option<Vec<u8>>, Unpublished> {
    read_record(destination, MANIFEST, &codes::output::MANIFEST_DAMAGED)
}

/// The bytes of one of our own records. A link or folder in its place is none of ours, so the record counts as damaged.
pub(super) fn read_record(
    destination: &Destination,
    name: &str,
    damaged: &'static Code,
) -> Result<Option<Vec<u8>>, Unpublished> {
    let path = destination.root().join(name);
    let failed = |error| Unpublished::io(Doing::Read, destination.name(name), &error);
    match disk::look(&path).map_err(failed)? {
        disk::Found::Nothing => Ok(None),
        disk::Found::File { .. } => disk::read(&path).map_err(failed),
        _ => Err(unreadable(destination, damaged)),
    }
}

/// Reads a record, its format first: a newer one may differ in everything else.
pub(super) fn read_json<T: DeserializeOwned>(
    bytes: &[u8],
    destination: &Destination,
    damaged: &'static Code,
) -> Result<T, Unpublished> {
    let edition: Option<Edition> = serde_json::from_slice(bytes).ok();
    if edition.as_ref().is_some_and(|edition| edition.format > FORMAT) {
        return Err(newer(destination));
    }
    let record = edition.filter(|edition| edition.format == FORMAT).and_then(|_| serde_json::from_slice(bytes).ok());
    record.ok_or_else(|| unreadable(destination, damaged))
}

/// A record is only believed about addresses that a build could have written: none leads out of the output folder.
pub(super) fn own_address(path: &str) -> Option<Address> {
    let address = Address::new(path);
    names::problem(&address).is_none().then_some(address)
}

pub(super) fn unreadable(destination: &Destination, damaged: &'static Code) -> Unpublished {
    let what = if damaged == &codes::output::MANIFEST_DAMAGED {
        format!(
            "`{}`, the list of the files we built, is damaged, so we cannot tell them from yours.",
            destination.name(MANIFEST)
        )
    } else {
        format!(
            "A build into `{}` was interrupted and its record is damaged, so we cannot tell our files from yours.",
            destination.shown()
        )
    };
    let help = format!("Rename the folder `{}`, then build again. Nothing was touched.", destination.shown());
    Unpublished::refused([Diagnostic::new(damaged, what).help(help)])
}

fn newer(destination: &Destination) -> Unpublished {
    let message = format!("`{}` was built by a newer welcomemat than this one.", destination.shown());
    let help = "Update welcomemat on this computer, or build into another folder.";
    Unpublished::refused([Diagnostic::new(&codes::output::MANIFEST_NEWER, message).help(help)])
}
