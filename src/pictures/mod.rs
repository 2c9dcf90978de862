//! Pictures as owners have them → pictures as clients need them: the right way up, no wider than a screen shows, without a word about
//! where and with what they were taken.
//!
//! 1. [`Picture::new`] looks at a file's first bytes (`kind`, `look`): what it is, how large, which way up. From that alone it is known
//!    what will be published and under which names, so pages are made without waiting for a single picture.
//! 2. What can go out as it is loses its notes (`strip`); drawings are read and made safe (`drawing`).
//! 3. Everything else is made when it is asked for (`make`): decoded once, turned, made smaller in a few widths, written as WebP and, for
//!    the few browsers that do not know that and for paper, as JPEG or PNG.
//! 4. What was made is kept as one file a picture (`record`), by its content. Whoever owns the disk stores it; what comes back is believed
//!    only after it was looked at again.
//!
//! Names are made of the original's bytes and of [`RECIPE`], and the same bytes always become the same pictures, on any number of cores.
//! A picture is never enlarged. Deliberately absent: AVIF, which few programs on an owner's computer can open; and the disk.

mod drawing;
mod emblem;
mod fault;
mod kind;
mod look;
mod make;
mod profile;
mod record;
mod strip;
#[cfg(test)]
mod tests;

use std::ops::Range;
use std::sync::{Arc, OnceLock};

pub use emblem::{Colors, Draft, Emblem, Logo};
pub use fault::Fault;
pub use kind::is_called_picture;
use kind::{Kind, Sort};
use look::Looks;
use make::{Format, Version};

use crate::address::Address;

/// Raised whenever the same original becomes other bytes: names and kept pictures of before are then no longer used.
const RECIPE: &str = "welcomemat pictures 2";

/// Published as it is, if it is no wider than this many pixels …
const WIDEST: u32 = 1200;
/// … and its file no larger than this many bytes.
const LARGEST_AS_IT_IS: usize = 100_000;
/// The widths that are made, in pixels: a phone, a tablet, and a column of text (36 rem) on a screen with double density.
const WIDTHS: [u32; 3] = [480, 800, WIDEST];
/// No WebP can be higher than 16,383 pixels.
const HIGHEST: u32 = 16_000;

/// A picture on its way to the site. What it becomes is known at once, and made when somebody asks.
#[derive(Debug)]
pub struct Picture {
    key: blake3::Hash,
    original: Arc<[u8]>,
    size: Option<(u32, u32)>,
    form: Form,
    made: OnceLock<Outcome>,
}

#[derive(Debug)]
enum Form {
    /// It goes out in one piece, without its notes.
    AsItIs { address: Address, bytes: Arc<[u8]>, is_sure: Sure },
    /// It goes out in these versions, the one that every program can show last. `plain` is where that one lies.
    Sized { plain: Address, versions: Vec<(Address, Version)>, how: How },
    /// It does not go out.
    Unfit { address: Address, fault: Fault },
}

/// What versions are made from.
#[derive(Debug)]
enum How {
    /// The original, decoded.
    Photo(Looks),
    /// An emblem's draft.
    Drawn(Box<Draft>),
}

/// Whether looking at a file was enough to know that it is sound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sure {
    Yes,
    /// Only decoding it tells.
    NotYet(Looks),
}

#[derive(Debug)]
struct Outcome {
    made: Result<Vec<Arc<[u8]>>, Fault>,
    origin: Origin,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Origin {
    Made,
    Kept,
}

/// A file that a picture is published as.
pub type File<'p> = (&'p Address, Arc<[u8]>);

/// What a page offers a browser to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice<'p> {
    /// Where it is published.
    pub address: &'p Address,
    /// Its width in pixels.
    pub width: u32,
}

impl Picture {
    /// Looks at a file. `stem` is its name without the ending, fit for an address.
    #[must_use]
    pub fn new(stem: &str, end: &str, bytes: &Arc<[u8]>) -> Self {
        let key = blake3::Hasher::new().update(RECIPE.as_bytes()).update(bytes).finalize();
        let stem = if stem.is_empty() { "picture" } else { stem };
        let desk = Desk { stem, key, original: bytes };
        let (form, size) = desk.form(end).unwrap_or_else(|fault| {
            let address = Address::hashed(stem, &end.to_ascii_lowercase(), bytes);
            (Form::Unfit { address, fault }, None)
        });
        Picture { key, original: Arc::clone(bytes), size, form, made: OnceLock::new() }
    }

    /// A picture that is drawn.
    fn drawn(key: blake3::Hash, plain: Address, versions: Vec<(Address, Version)>, how: How) -> Self {
        let form = Form::Sized { plain, versions, how };
        Picture { key, original: Arc::default(), size: None, form, made: OnceLock::new() }
    }

    /// Whether it was made of just these bytes, which were not even copied since.
    #[must_use]
    pub fn is_of(&self, bytes: &Arc<[u8]>) -> bool {
        Arc::ptr_eq(&self.original, bytes)
    }

    /// Where the version lies that every program can show; the widest one.
    #[must_use]
    pub fn address(&self) -> &Address {
        match &self.form {
            Form::AsItIs { address, .. } | Form::Unfit { address, .. } | Form::Sized { plain: address, .. } => address,
        }
    }

    /// Width and height as shown, in pixels; absent where that can't be known.
    #[must_use]
    pub fn size(&self) -> Option<(u32, u32)> {
        self.size
    }

    /// What a browser may choose from instead of [`Picture::address`], narrowest first; empty for what goes out in one piece.
    #[must_use]
    pub fn choices(&self) -> Vec<Choice<'_>> {
        let Form::Sized { versions, .. } = &self.form else { return Vec::new() };
        let choices = versions.iter().filter(|(_, version)| version.format == Format::Webp);
        choices.map(|(address, version)| Choice { address, width: version.width }).collect()
    }

    /// What is wrong with it, as far as looking tells.
    #[must_use]
    pub fn fault(&self) -> Option<&Fault> {
        if let Form::Unfit { fault, .. } = &self.form { Some(fault) } else { None }
    }

    /// The file that needs no making.
    #[must_use]
    pub fn at_hand(&self) -> Option<(&Address, &Arc<[u8]>)> {
        if let Form::AsItIs { address, bytes, .. } = &self.form { Some((address, bytes)) } else { None }
    }

    /// Every file it is published as, made now if it has to be.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn files(&self) -> Result<Vec<File<'_>>, &Fault> {
        match &self.form {
            Form::Unfit { fault, .. } => Err(fault),
            Form::AsItIs { address, bytes, is_sure: Sure::Yes } => Ok(vec![(address, Arc::clone(bytes))]),
            Form::AsItIs { address, bytes, .. } => {
                self.outcome().made.as_ref().map(|_| vec![(address, Arc::clone(bytes))])
            }
            Form::Sized { versions, .. } => {
                let made = self.outcome().made.as_ref()?;
                Ok(versions.iter().map(|(address, _)| address).zip(made.iter().cloned()).collect())
            }
        }
    }

    /// One of its files; absent when it has none at that address.
    #[must_use]
    pub fn file(&self, address: &Address) -> Option<Arc<[u8]>> {
        let is_own = match &self.form {
            Form::AsItIs { address: own, .. } => own == address,
            Form::Sized { versions, .. } => versions.iter().any(|(own, _)| own == address),
            Form::Unfit { .. } => false,
        };
        let files = if is_own { self.files().ok()? } else { Vec::new() };
        files.into_iter().find(|(own, _)| *own == address).map(|(_, bytes)| bytes)
    }

    /// Decodes it without making anything: what looking alone does not tell.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn judge(&self) -> Result<(), Fault> {
        let looks = match &self.form {
            Form::Unfit { fault, .. } => return Err(fault.clone()),
            Form::AsItIs { is_sure: Sure::Yes, .. } => return Ok(()),
            Form::Sized { how: How::Drawn(_), .. } => return Ok(()),
            Form::AsItIs { is_sure: Sure::NotYet(looks), .. } | Form::Sized { how: How::Photo(looks), .. } => looks,
        };
        match self.made.get() {
            Some(outcome) => outcome.made.as_ref().map(drop).map_err(Clone::clone),
            None => make::decoded(looks, &self.original).map(drop),
        }
    }

    /// The name under which what was made of it is kept; absent when there is nothing to keep.
    #[must_use]
    pub fn kept_name(&self) -> Option<String> {
        match &self.form {
            Form::AsItIs { is_sure: Sure::NotYet(_), .. } | Form::Sized { .. } => Some(self.key.to_hex().to_string()),
            _ => None,
        }
    }

    /// Takes over what was kept of it. Whatever is not exactly what would be made is passed over.
    pub fn recall(&self, record: &[u8]) {
        let versions: &[(Address, Version)] =
            if let Form::Sized { versions, .. } = &self.form { versions } else { &[] };
        let expected: Vec<Version> = versions.iter().map(|(_, version)| *version).collect();
        if let Some(made) = record::read(record, &self.key, &expected) {
            // It may have been made meanwhile: then that stays.
            self.made.set(Outcome { made: Ok(made), origin: Origin::Kept }).ok();
        }
    }

    /// Whether there is nothing left to make.
    #[must_use]
    pub fn is_made(&self) -> bool {
        self.kept_name().is_none() || self.made.get().is_some()
    }

    /// What is to be kept of it; absent when it was not made just now.
    #[must_use]
    pub fn record(&self) -> Option<Vec<u8>> {
        let outcome = self.made.get().filter(|outcome| outcome.origin == Origin::Made)?;
        Some(record::write(&self.key, outcome.made.as_ref().ok()?))
    }

    fn outcome(&self) -> &Outcome {
        self.made.get_or_init(|| {
            let made = match &self.form {
                Form::AsItIs { is_sure: Sure::NotYet(looks), .. } => {
                    make::decoded(looks, &self.original).map(|_| Vec::new())
                }
                Form::Sized { versions, how, .. } => {
                    let wanted: Vec<Version> = versions.iter().map(|(_, version)| *version).collect();
                    match how {
                        How::Photo(looks) => make::versions(looks, &self.original, &wanted),
                        How::Drawn(draft) => emblem::draw(draft, &wanted).ok_or(Fault::Broken),
                    }
                }
                _ => Ok(Vec::new()),
            };
            Outcome { made, origin: Origin::Made }
        })
    }
}

/// A file being looked at.
struct Desk<'d> {
    stem: &'d str,
    key: blake3::Hash,
    original: &'d Arc<[u8]>,
}

type Formed = (Form, Option<(u32, u32)>);

impl Desk<'_> {
    fn form(&self, end: &str) -> Result<Formed, Fault> {
        match kind::sort(self.original, end) {
            Sort::Empty => Err(Fault::Empty),
            Sort::Unknown => Err(Fault::NoPicture),
            Sort::Foreign(name) => Err(Fault::Foreign(name)),
            Sort::Known(Kind::Drawing) => self.drawing(),
            Sort::Known(Kind::Avif) if look::has_notes(self.original) => Err(Fault::Noted),
            Sort::Known(kind @ (Kind::Avif | Kind::Icon)) => Ok(self.whole(kind, Arc::clone(self.original), Sure::Yes)),
            Sort::Known(Kind::Gif) => {
                let bytes = strip::strip(Kind::Gif, self.original).ok_or(Fault::Broken)?;
                Ok(self.whole(Kind::Gif, self.kept_if_same(bytes), Sure::Yes))
            }
            Sort::Known(kind) => self.raster(kind),
        }
    }

    fn drawing(&self) -> Result<Formed, Fault> {
        let bytes = match drawing::safe(self.original)? {
            Some(bytes) => Arc::from(bytes),
            None => Arc::clone(self.original),
        };
        Ok(self.whole(Kind::Drawing, bytes, Sure::Yes))
    }

    /// A photo or a picture of pixels that we can decode.
    fn raster(&self, kind: Kind) -> Result<Formed, Fault> {
        let stripped = strip::strip(kind, self.original).ok_or(Fault::Broken)?;
        let looks = look::look(kind, self.original)?;
        let (width, height) = looks.shown();
        let is_small = width <= WIDEST && stripped.len() <= LARGEST_AS_IT_IS;
        if looks.moves || (is_small && looks.is_upright()) {
            let is_sure = if looks.moves { Sure::Yes } else { Sure::NotYet(looks) };
            return Ok(self.whole(kind, self.kept_if_same(stripped), is_sure));
        }
        let last = Version { format: looks.plain_format(), ..version(&looks, widest(width, height)) };
        let versions = widths(width, height).into_iter().map(|width| version(&looks, width)).chain([last]);
        let versions = versions.map(|version| (self.address_of(&version), version)).collect();
        Ok((Form::Sized { plain: self.address_of(&last), versions, how: How::Photo(looks) }, Some((width, height))))
    }

    fn whole(&self, kind: Kind, bytes: Arc<[u8]>, is_sure: Sure) -> Formed {
        let size = look::measure(&bytes);
        (Form::AsItIs { address: Address::hashed(self.stem, kind.end(), &bytes), bytes, is_sure }, size)
    }

    fn kept_if_same(&self, bytes: Vec<u8>) -> Arc<[u8]> {
        if bytes.as_slice() == &**self.original { Arc::clone(self.original) } else { Arc::from(bytes) }
    }

    fn address_of(&self, version: &Version) -> Address {
        let stem = format!("{}-{}", self.stem, version.width);
        Address::hashed(&stem, version.format.end(), self.key.as_bytes())
    }
}

fn version(looks: &Looks, width: u32) -> Version {
    let (whole, high) = looks.shown();
    let height = (u64::from(high) * u64::from(width) + u64::from(whole) / 2) / u64::from(whole.max(1));
    Version { format: Format::Webp, width, height: u32::try_from(height).unwrap_or(HIGHEST).max(1) }
}

/// The widest that is made.
fn widest(width: u32, height: u32) -> u32 {
    let by_height = u64::from(width) * u64::from(HIGHEST) / u64::from(height.max(1));
    width.min(WIDEST).min(u32::try_from(by_height).unwrap_or(WIDEST)).max(1)
}

/// The widths that are worth making: one that is nearly the widest would save nobody anything.
fn widths(width: u32, height: u32) -> Vec<u32> {
    let widest = widest(width, height);
    let narrower = WIDTHS.into_iter().filter(|narrow| *narrow * 10 < widest * 9);
    narrower.chain([widest]).collect()
}

/// Where in a drawing's text something lies, in bytes.
pub type Stretch = Range<usize>;
