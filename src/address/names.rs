//! Names that work everywhere: on Windows, on macOS, on a USB stick and behind any web host.
//!
//! A site is built on one system and copied to others, so an address that is fine here but not there is refused here,
//! and so are two addresses that another system takes for one.

use std::collections::HashMap;

use rayon::prelude::*;
use unicase::UniCase;
use unicode_normalization::UnicodeNormalization;

use super::Address;
use crate::diagnostic::{Diagnostic, codes};

/// The list of our own files in an output folder.
pub const MANIFEST: &str = ".welcomemat.json";
/// What a build in progress is about to do.
pub const JOURNAL: &str = ".welcomemat-journal.json";
/// Where changed files are written before they take their place.
pub const STAGING: &str = ".welcomemat-staging";

/// The longest address in bytes. File systems end at 255 bytes a name, and old Windows programs at 260 characters a path.
pub const LONGEST: usize = 240;

/// Windows keeps these names for devices, in every folder, in any case, with or without an ending.
/// Source: Microsoft, "Naming Files, Paths, and Namespaces"; `CONIN$` and `CONOUT$` from "Console Handles".
const DEVICES: &[&str] = &["con", "prn", "aux", "nul", "conin$", "conout$"];

/// Bytes of the longest of all these.
const LONGEST_DEVICE: usize = 7;

/// These with a digit behind them, the superscript digits of Latin-1 included. Same source.
const NUMBERED_DEVICES: &[&str] = &["com", "lpt"];

/// Characters no file name may have on Windows. Same source.
const FORBIDDEN: &str = "<>:\"|?*\\";

/// Why an address does not work everywhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// An empty part, `.` or `..`: it would not stay in the output folder.
    Astray,
    /// A part that Windows keeps for a device.
    Device(String),
    /// A part that ends with a dot or a blank, which Windows drops.
    End(String),
    /// A character that Windows does not allow in a name.
    Character(char),
    /// Longer than [`LONGEST`]; its length in bytes.
    TooLong(usize),
    /// A name the build keeps for its own records.
    OurOwn,
}

/// What is wrong with an address, if anything.
#[must_use]
pub fn problem(address: &Address) -> Option<Problem> {
    let path = address.as_str();
    // Our own records are called by plain letters behind a dot; nothing else can be taken for them but what hides its letters.
    let own = path.split('/').next().filter(|own| own.starts_with('.') || !own.is_ascii()).map(key);
    if path.len() > LONGEST {
        Some(Problem::TooLong(path.len()))
    } else if own.is_some_and(|own| [MANIFEST, JOURNAL, STAGING].contains(&own.as_str())) {
        Some(Problem::OurOwn)
    } else {
        path.split('/').find_map(problem_of_part)
    }
}

fn problem_of_part(part: &str) -> Option<Problem> {
    if ["", ".", ".."].contains(&part) {
        return Some(Problem::Astray);
    }
    let odd = || part.chars().find(|&c| c.is_control() || FORBIDDEN.contains(c));
    if let Some(character) = (!super::is_plain(part)).then(odd).flatten() {
        return Some(Problem::Character(character));
    }
    if part.ends_with(['.', ' ']) {
        return Some(Problem::End(part.to_owned()));
    }
    is_device(part).then(|| Problem::Device(part.to_owned()))
}

/// Only what stands before the first dot counts, and blanks at its end do not: `con .tar.gz` is a device.
fn is_device(part: &str) -> bool {
    let stem = part.split('.').next().unwrap_or(part).trim_end_matches(' ');
    if stem.len() > LONGEST_DEVICE {
        return false;
    }
    let stem = stem.to_ascii_lowercase();
    let is_numbered = |device: &&str| {
        let mut number = stem.strip_prefix(*device).unwrap_or_default().chars();
        matches!((number.next(), number.next()), (Some('1'..='9' | '¹' | '²' | '³'), None))
    };
    DEVICES.contains(&stem.as_str()) || NUMBERED_DEVICES.iter().any(is_numbered)
}

impl Problem {
    /// The finding about the file published at `address`, called `label` (its source) for the owner.
    #[must_use]
    pub fn finding(&self, address: &Address, label: &str) -> Diagnostic {
        let (what, help) = match self {
            Problem::Astray => (format!("would be published at `{address}`, outside of the output folder"), RENAME),
            Problem::Device(part) => {
                (format!("would be called `{part}`, a name that Windows keeps for itself"), RENAME)
            }
            Problem::End(part) => {
                (format!("would be called `{part}`, and Windows drops a dot or blank at the end"), RENAME)
            }
            Problem::Character(found) => {
                (format!("has {} in its name, which Windows does not allow", spoken(*found)), RENAME)
            }
            Problem::TooLong(length) => {
                (format!("has an address of {length} bytes, and {LONGEST} is the most that works everywhere"), SHORTEN)
            }
            Problem::OurOwn => ("has a name that we keep for our own records".to_owned(), RENAME),
        };
        Diagnostic::new(&codes::output::UNSAFE_NAME, format!("`{label}` {what}.")).help(help)
    }
}

const RENAME: &str = "Rename the file, or the folder it lies in. Letters, digits and `-` always work.";
const SHORTEN: &str = "Give the file or the folders it lies in shorter names.";

fn spoken(character: char) -> String {
    if character.is_control() { "an invisible character".to_owned() } else { format!("`{character}`") }
}

/// Two files that cannot both be published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Collision<'a> {
    /// The one that came first: its address and its label.
    pub first: (&'a Address, &'a str),
    /// The other one.
    pub second: (&'a Address, &'a str),
}

/// Every file whose address is, on any system, that of an earlier file, or that of a folder which another file needs.
///
/// Each file comes with its label: its source, for the owner. A file is named once, with the first it collides with.
pub fn collisions<'a>(files: impl IntoIterator<Item = (&'a Address, &'a str)>) -> Vec<Collision<'a>> {
    let files: Vec<(&Address, &str)> = files.into_iter().collect();
    let files: Vec<(String, (&Address, &str))> =
        files.into_par_iter().map(|file| (key(file.0.as_str()), file)).collect();
    // Looked up only, never walked through.
    let mut taken: HashMap<&str, (&Address, &str)> = HashMap::with_capacity(files.len());
    let mut collisions = Vec::new();
    for (key, file) in &files {
        match taken.get(key.as_str()) {
            Some(&first) => collisions.push(Collision { first, second: *file }),
            None => _ = taken.insert(key, *file),
        }
    }
    // Most files lie beside the one before them, whose folders were looked at.
    let mut clear = "";
    for (key, second) in &files {
        let folder = key.rsplit_once('/').map_or("", |(folder, _)| folder);
        if folder == clear {
            continue;
        }
        match ancestors(key).find_map(|folder| taken.get(folder)) {
            Some(&first) => collisions.push(Collision { first, second: *second }),
            None => clear = folder,
        }
    }
    collisions
}

impl Collision<'_> {
    /// The finding that names both.
    #[must_use]
    pub fn finding(&self) -> Diagnostic {
        let ((first, one), (second, other)) = (self.first, self.second);
        let message = if first == second {
            format!("`{one}` and `{other}` would both be published as `{first}`.")
        } else if key(first.as_str()) == key(second.as_str()) {
            format!(
                "`{one}` becomes `{first}` and `{other}` becomes `{second}`, and many computers take those for one file."
            )
        } else {
            format!("`{one}` becomes the file `{first}`, but `{other}` needs a folder of that name.")
        };
        Diagnostic::new(&codes::output::SAME_ADDRESS, message).help("Rename one of the two.")
    }
}

/// What any system may make of a path: two paths of one key are one file somewhere.
///
/// Canonical caseless matching (Unicode 3.13, D145: full case folding between decompositions), which holds for
/// NTFS, APFS and HFS+ together; also without dots and blanks at the end of a part (Windows), and without the
/// invisible characters HFS+ passes over (Apple, Technical Note TN1150).
#[must_use]
pub fn key(path: &str) -> String {
    if path.is_ascii() {
        let lower = path.to_ascii_lowercase();
        let has_loose_end = lower.contains("./") || lower.contains(" /") || lower.ends_with(['.', ' ']);
        return if has_loose_end { trimmed(&lower) } else { lower };
    }
    let visible: String = path.chars().filter(|&character| !is_passed_over(character)).collect();
    let folded = UniCase::unicode(visible.nfd().collect::<String>()).to_folded_case();
    trimmed(&folded.nfc().collect::<String>())
}

fn trimmed(path: &str) -> String {
    path.split('/').map(|part| part.trim_end_matches(['.', ' '])).collect::<Vec<_>>().join("/")
}

fn is_passed_over(character: char) -> bool {
    matches!(character, '\u{200C}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{206A}'..='\u{206F}' | '\u{FEFF}')
}

/// The folders above a path, the topmost first: `a/b/c` has `a` and `a/b`.
pub(crate) fn ancestors(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').filter_map(|(at, _)| path.get(..at))
}

#[cfg(test)]
mod tests;
