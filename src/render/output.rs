//! What a build publishes, whole and in memory: address → bytes.
//!
//! A page is a list of segments. What many pages have in common (the navigation) is rendered once and shared, so
//! ten thousand pages cost no gigabyte; the segments are joined only when written or served.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::address::Address;

/// One stretch of a file's bytes.
#[derive(Clone, Debug)]
pub enum Segment {
    /// Part of this file alone.
    Own(Box<[u8]>),
    /// Shared with other files.
    Shared(Arc<[u8]>),
    /// A stretch of what is shared with other files. Invariant: the range lies inside.
    SharedPart(Arc<[u8]>, std::ops::Range<usize>),
    /// Embedded in the program.
    Embedded(&'static [u8]),
}

impl Segment {
    /// The bytes.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        match self {
            Segment::Own(bytes) => bytes,
            Segment::Shared(bytes) => bytes,
            Segment::SharedPart(bytes, range) => bytes.get(range.clone()).unwrap_or_default(),
            Segment::Embedded(bytes) => bytes,
        }
    }
}

/// A file that lies in the output folder already, as an earlier build left it: nothing has to be made, and its bytes are not at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// BLAKE3 hash of its bytes.
    pub hash: blake3::Hash,
    /// How many they are.
    pub size: u64,
}

/// One published file.
#[derive(Clone, Debug, Default)]
pub struct Content {
    segments: Vec<Segment>,
    words: Option<Arc<str>>,
    standing: Option<Standing>,
    made_of: Option<blake3::Hash>,
}

impl Content {
    /// A file made of these stretches, in order.
    #[must_use]
    pub fn new(segments: Vec<Segment>) -> Self {
        Content { segments, ..Content::default() }
    }

    /// A file of its own text.
    #[must_use]
    pub fn text(text: String) -> Self {
        Content::new(vec![Segment::Own(text.into_bytes().into_boxed_slice())])
    }

    /// Hands along what readers will see where the bytes do not say it as text: the words of a PDF, whose letters are numbers of
    /// glyphs, or of a drawing made of paths. What is private is looked for in them as well. They are not published.
    #[must_use]
    pub fn with_words(mut self, words: impl Into<Arc<str>>) -> Self {
        self.words = Some(words.into());
        self
    }

    /// The words that were handed along.
    #[must_use]
    pub fn words(&self) -> Option<&str> {
        self.words.as_deref()
    }

    /// A file that is left as it stands.
    #[must_use]
    pub fn standing(standing: Standing) -> Self {
        Content { standing: Some(standing), ..Content::default() }
    }

    /// What is known of a file that is left as it stands. It has no stretches.
    #[must_use]
    pub fn as_it_stands(&self) -> Option<Standing> {
        self.standing
    }

    /// Says what the file was made of: whatever is made of the same has the same bytes.
    #[must_use]
    pub fn made_of(self, key: blake3::Hash) -> Self {
        Content { made_of: Some(key), ..self }
    }

    /// What the file was made of, where that was said.
    #[must_use]
    pub fn key(&self) -> Option<blake3::Hash> {
        self.made_of
    }

    /// The stretches, in order.
    #[must_use]
    pub fn segments(&self) -> &[Segment] {
        &self.segments
    }

    /// Length in bytes.
    #[must_use]
    pub fn len(&self) -> usize {
        self.segments.iter().map(|segment| segment.bytes().len()).sum()
    }

    /// Whether there is nothing in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// All bytes joined: for serving and for tests.
    #[must_use]
    pub fn joined(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(self.len());
        for segment in &self.segments {
            bytes.extend_from_slice(segment.bytes());
        }
        bytes
    }
}

/// Everything a build publishes into one folder.
#[derive(Clone, Debug, Default)]
pub struct Output {
    files: BTreeMap<Address, Content>,
}

impl Output {
    /// Nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Output::default()
    }

    /// Adds a file. Addresses were made collision-free when the site was assembled; a second file of one address replaces the first.
    pub fn insert(&mut self, address: Address, content: Content) {
        self.files.insert(address, content);
    }

    /// Adds every file of another output.
    pub fn append(&mut self, mut other: Output) {
        self.files.append(&mut other.files);
    }

    /// The file at an address.
    #[must_use]
    pub fn get(&self, address: &Address) -> Option<&Content> {
        self.files.get(address)
    }

    /// All files, in order of address.
    pub fn iter(&self) -> impl Iterator<Item = (&Address, &Content)> {
        self.files.iter()
    }

    /// How many files.
    #[must_use]
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether there is no file at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }
}

impl FromIterator<(Address, Content)> for Output {
    fn from_iter<I: IntoIterator<Item = (Address, Content)>>(files: I) -> Self {
        Output { files: files.into_iter().collect() }
    }
}
