//! The version fingerprint: a short code that changes exactly when what clients are told changes.
//!
//! Canonical form, so that anybody can work it out again. For each document (a policy named in `documents` of the acknowledge page, else
//! every client policy), in order of its name (that of its kind,
//! `availability`, where a kind stands once), the text hashed is:
//! 1. every fact the policy owns, one a line, `path = words`, in order of the path, with references said out in English;
//! 2. an empty line;
//! 3. the words of its Markdown, references said out, every run of blanks and line ends a single blank.
//!
//! The document's hash is BLAKE3 of that text. The fingerprint is BLAKE3 over `name hash` lines in the same order; the code is its first 40 bits in
//! Crockford's base 32 (no I, L, O, U) as `XXXX-XXXX`. Theme, wrapping, paths, the day of the build, `reviewed` and `effective` play no part.

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde::Serialize;

use crate::policy::kinds::{Kind, Stands};
use crate::site::{Page, Site};

/// Crockford, "Base 32", 2002: digits and letters that are hard to misread.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// What `version.json` holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Version {
    /// The version of this file's form.
    pub format: u32,
    /// The short code: `7QK4-M2XD`.
    pub code: String,
    /// The latest `effective` of the documents, as `2026-09-01`.
    pub date: Option<String>,
    /// All of the fingerprint, in hexadecimal.
    pub fingerprint: String,
    /// Each document's own hash, in hexadecimal.
    pub documents: BTreeMap<String, String>,
}

impl Version {
    /// As people read it: “2026-09-01 · 7QK4-M2XD”; the code alone when no document says since when it holds.
    #[must_use]
    pub fn shown(&self) -> String {
        self.date.as_ref().map_or_else(|| self.code.clone(), |date| format!("{date} · {}", self.code))
    }

    /// The file as published.
    #[must_use]
    pub fn json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default() + "\n"
    }
}

/// Works out the version of a site.
#[must_use]
pub fn version(site: &Site) -> Version {
    let covered = covered(site);
    let documents: BTreeMap<String, String> =
        covered.par_iter().map(|page| (name_of(page).to_owned(), hash_of(site, page))).collect();
    let list: String = documents.iter().map(|(name, hash)| format!("{name} {hash}\n")).collect();
    let hash = blake3::hash(list.as_bytes());
    let dates = covered.iter().filter_map(|page| page.header.effective.as_ref()).map(|at| at.value.date());
    Version {
        format: 1,
        code: code(hash.as_bytes()),
        date: dates.max().map(|date| date.to_string()),
        fingerprint: hash.to_hex().to_string(),
        documents,
    }
}

/// The pages a version covers.
fn covered(site: &Site) -> Vec<&Page> {
    let named = site.policies.written.acknowledge.as_ref().and_then(|signed| signed.documents.as_ref());
    let by_name = |id: &str| site.pages.iter().find(|page| page.id() == id);
    let mut covered: Vec<&Page> = match named {
        Some(documents) => documents.value.iter().filter_map(|at| by_name(&at.value)).collect(),
        None => {
            let is_policy = |page: &&Page| page.kind.row().stands == Stands::Once && page.kind != Kind::Welcome;
            site.pages.iter().filter(is_policy).collect()
        }
    };
    covered.sort_by_key(|page| name_of(page).to_owned());
    covered
}

/// A policy that stands once goes by its kind, so that renaming its file changes nothing; any other page by its own name.
fn name_of(page: &Page) -> &str {
    let row = page.kind.row();
    if row.stands == Stands::Once { row.name } else { page.id() }
}

fn hash_of(site: &Site, page: &Page) -> String {
    let sayer = site.sayer();
    let mut text = String::new();
    for (path, fact) in site.facts.iter().filter(|(_, fact)| fact.owner == Some(page.kind)) {
        let words = sayer.say(&fact.words);
        if !words.is_empty() {
            text.push_str(&format!("{path} = {}\n", unwrapped(&words)));
        }
    }
    text.push('\n');
    text.push_str(&unwrapped(&sayer.plain(&page.document)));
    blake3::hash(text.as_bytes()).to_hex().to_string()
}

fn unwrapped(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The first 40 bits as eight letters, in two groups.
fn code(hash: &[u8; 32]) -> String {
    let bits = hash.iter().take(5).fold(0_u64, |bits, byte| bits << 8 | u64::from(*byte));
    let letter = |place: u32| ALPHABET[usize::try_from(bits >> (35 - 5 * place) & 31).unwrap_or(0)] as char;
    let letters: String = (0..8).map(letter).collect();
    format!("{}-{}", &letters[..4], &letters[4..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_is_forty_bits_in_crockfords_letters() {
        let mut hash = [0; 32];
        assert_eq!(code(&hash), "0000-0000");
        hash[..5].copy_from_slice(&[0xff; 5]);
        assert_eq!(code(&hash), "ZZZZ-ZZZZ");
        hash[..5].copy_from_slice(&[0x00, 0x44, 0x32, 0x14, 0xC7]);
        assert_eq!(code(&hash), "0123-4567");
    }
}
