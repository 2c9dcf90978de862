//! The letters: the theme's fonts, unpacked once, and which characters they can draw.

use std::sync::Arc;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

/// The fonts of one theme.
#[derive(Debug)]
pub(super) struct Fonts {
    fonts: Vec<Font>,
    book: LazyHash<FontBook>,
    families: Vec<String>,
}

impl Fonts {
    /// Loads fonts; a file that is none is passed over.
    ///
    /// The bundled faces come in two files each, for western and for other Latin letters, under one name. The second gets a name of its own,
    /// else one of the two would never be asked.
    pub(super) fn load(files: &[(String, Arc<[u8]>)]) -> Self {
        let mut fonts = Vec::new();
        let mut book = FontBook::new();
        let (mut bundled, mut others) = (Vec::new(), Vec::new());
        for (name, bytes) in files {
            let Some(font) = unpacked(bytes).and_then(|bytes| Font::new(Bytes::new(bytes), 0)) else { continue };
            let mut info = font.info().clone();
            if name.contains("-latin-ext-") {
                info.family.push_str(" Extended");
            }
            let families = if name.contains("-latin-") { &mut bundled } else { &mut others };
            if !families.contains(&info.family) {
                families.push(info.family.clone());
            }
            book.push(info);
            fonts.push(font);
        }
        // The plain name is the shorter one: it is asked first.
        bundled.sort_by_key(String::len);
        bundled.extend(others);
        Fonts { fonts, book: LazyHash::new(book), families: bundled }
    }

    /// The families in the order they are asked.
    pub(super) fn families(&self) -> Vec<String> {
        self.families.clone()
    }

    /// All fonts as the engine looks them up.
    pub(super) fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    /// A font by its number in the book.
    pub(super) fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    /// Whether some font has a drawing for a character.
    pub(super) fn draws(&self, letter: char) -> bool {
        self.fonts.iter().any(|font| font.info().coverage.contains(u32::from(letter)))
    }
}

/// A font as the engine reads it: the web's packing undone.
fn unpacked(bytes: &Arc<[u8]>) -> Option<Vec<u8>> {
    if bytes.starts_with(b"wOF2") { wuff::decompress_woff2(bytes).ok() } else { Some(bytes.to_vec()) }
}
