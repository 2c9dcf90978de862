//! A record among what is kept that is believed whole or not at all: whole as it was written, and by this very program.
//!
//! One line says whose file it is, the next hash says that nothing in it changed, and the maker that no other program wrote it, nor an older
//! state of this one. Somebody who wants to deceive can; that somebody could as well write the pages.

use std::path::Path;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::disk::Look;
use super::keep;

/// How every sealed record begins; behind it come the hash of the rest, and the rest: the maker, the record, and bytes of any kind.
const FIRST_LINE: &[u8] = b"welcomemat record 1\n";

/// A record as it was kept, with the bytes behind it.
pub(super) struct Opened<R> {
    pub(super) record: R,
    /// The whole file.
    pub(super) file: Vec<u8>,
    /// Where in it the bytes begin that stand behind the record.
    pub(super) rest: usize,
}

/// Opens a record kept below a site's folder; nothing where it is not to be believed. `program` is this program's own file.
pub(super) fn open<R: DeserializeOwned>(root: &Path, name: &str, program: &Path) -> Option<Opened<R>> {
    let file = keep::kept(root, name)?;
    let (hash, sealed) = file.strip_prefix(FIRST_LINE)?.split_at_checked(blake3::OUT_LEN)?;
    if blake3::hash(sealed).as_bytes() != hash {
        return None;
    }
    let ((made_by, record), behind) = postcard::take_from_bytes::<(String, R)>(sealed).ok()?;
    let rest = file.len() - behind.len();
    (maker(program)? == made_by).then_some(Opened { record, file, rest })
}

/// Keeps a record, with bytes behind it, in place of an older one. Nobody is told when that fails: what is not kept is made again.
pub(super) fn keep(root: &Path, name: &str, program: &Path, record: &impl Serialize, rest: &[u8]) {
    let Some(maker) = maker(program) else { return };
    let Ok(mut sealed) = postcard::to_stdvec(&(maker, record)) else { return };
    sealed.extend_from_slice(rest);
    let hash = blake3::hash(&sealed);
    keep::keep(root, name, &[FIRST_LINE, hash.as_bytes(), &sealed].concat());
}

/// Which program this is: its version, and its file as the system knows it.
fn maker(program: &Path) -> Option<String> {
    Look::at(program).map(|look| format!("{} {look:?}", env!("CARGO_PKG_VERSION")))
}
