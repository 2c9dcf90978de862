//! PDFs as they were made last: the same data, set by the same templates in the same letters, gives the same file. And the letters and the
//! templates themselves, which take as long to unpack and to read as a changed page takes to set.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use typst::syntax::Source;

use super::compact::{self, Packed};
use super::fonts::Fonts;
use super::world;
use crate::address::Address;
use crate::render::Content;
use crate::render::theme::Printed;

/// The files of a theme's fonts, by name.
type FontFiles = Vec<(String, Arc<[u8]>)>;

/// What was made before, in this process.
#[derive(Debug, Default)]
pub struct KeptPdfs {
    made: Mutex<BTreeMap<Address, (blake3::Hash, Content)>>,
    fonts: Mutex<Option<(FontFiles, Arc<Fonts>)>>,
    templates: Mutex<Vec<Source>>,
    packed: Mutex<BTreeMap<Address, Packed>>,
}

impl KeptPdfs {
    /// A PDF packed, but for what was packed the last time.
    pub(super) fn compact(&self, address: Address, pdf: Vec<u8>) -> Vec<u8> {
        let before = self.packed.lock().unwrap_or_else(PoisonError::into_inner).remove(&address);
        let (pdf, packed) = compact::compact(pdf, &before.unwrap_or_default());
        self.packed.lock().unwrap_or_else(PoisonError::into_inner).insert(address, packed);
        pdf
    }

    /// The file made last, if it was made of the same.
    pub(super) fn get(&self, address: &Address, of: blake3::Hash) -> Option<Content> {
        let made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        made.get(address).filter(|(hash, _)| *hash == of).map(|(_, content)| content.clone())
    }

    /// Keeps a file in place of the one before.
    pub(super) fn keep(&self, address: Address, of: blake3::Hash, content: Content) {
        self.made.lock().unwrap_or_else(PoisonError::into_inner).insert(address, (of, content));
    }

    /// The fonts in these files, unpacked anew only when they are not those of the last time.
    pub(super) fn fonts(&self, files: &[(String, Arc<[u8]>)]) -> Arc<Fonts> {
        let mut kept = self.fonts.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, fonts)) = kept.as_ref().filter(|(of, _)| of == files) {
            return Arc::clone(fonts);
        }
        let fonts = Arc::new(Fonts::load(files));
        *kept = Some((files.to_vec(), Arc::clone(&fonts)));
        fonts
    }

    /// The templates, read anew only where their text is not that of the last time.
    pub(super) fn templates(&self, printed: &Printed) -> Vec<world::Template> {
        let mut kept = self.templates.lock().unwrap_or_else(PoisonError::into_inner);
        let read = printed.templates.iter().filter_map(|template| {
            let id = world::file(template.name)?;
            let same = kept.iter().find(|source| source.id() == id && source.text() == template.text);
            let source = same.cloned().unwrap_or_else(|| Source::new(id, template.text.clone()));
            Some(world::Template { source, own: template.file })
        });
        let read: Vec<world::Template> = read.collect();
        *kept = read.iter().map(|template| template.source.clone()).collect();
        read
    }
}
