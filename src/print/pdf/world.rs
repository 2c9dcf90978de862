//! What the engine may see: templates, data, pictures and fonts, all in memory.

use std::ops::Range;
use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{DiagSpan, FileId as EngineFile, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, WorldExt};

use super::fonts::Fonts;
use super::pictures::Shown;
use crate::diagnostic::FileId;

/// The engine's own words, the same for every paper and every build: listed once.
static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

/// A template as the engine reads it.
#[derive(Clone, Debug)]
pub(super) struct Template {
    pub source: Source,
    /// The site's own file, when it is not the built-in one.
    pub own: Option<FileId>,
}

/// What all the papers of a pack share.
#[derive(Clone, Copy)]
pub(super) struct Shared<'w> {
    pub templates: &'w [Template],
    pub fonts: &'w Fonts,
    pub pictures: &'w [Shown],
}

/// One paper's world.
pub(super) struct World<'w> {
    fonts: &'w Fonts,
    main: EngineFile,
    templates: &'w [Template],
    files: Vec<(EngineFile, Bytes)>,
}

impl<'w> World<'w> {
    /// The world in which `main` is set from `data`.
    pub(super) fn new(main: &str, data: String, shared: Shared<'w>) -> Option<Self> {
        let Shared { templates, fonts, pictures } = shared;
        let pictures = pictures.iter().filter_map(|shown| Some((file(&shown.name)?, shown.bytes.clone())));
        let data = (file("data.json")?, Bytes::from_string(data));
        Some(World { fonts, main: file(main)?, templates, files: pictures.chain([data]).collect() })
    }

    /// Where in an owner's own template something stands.
    pub(super) fn place(&self, span: DiagSpan) -> Option<(FileId, Range<usize>)> {
        let template = self.templates.iter().find(|template| Some(template.source.id()) == span.id())?;
        Some((template.own?, self.range(span)?))
    }
}

/// A name in the world; nothing for one that the engine can't take as a path.
pub(super) fn file(name: &str) -> Option<EngineFile> {
    VirtualPath::new(name).ok().map(|path| EngineFile::new(RootedPath::new(VirtualRoot::Project, path)))
}

impl typst::World for World<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.book()
    }

    fn main(&self) -> EngineFile {
        self.main
    }

    fn source(&self, id: EngineFile) -> FileResult<Source> {
        let found = self.templates.iter().find(|template| template.source.id() == id);
        found.map(|template| template.source.clone()).ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: EngineFile) -> FileResult<Bytes> {
        let found = self.files.iter().find(|(own, _)| *own == id);
        found.map(|(_, bytes)| bytes.clone()).ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.font(index)
    }

    /// There is no clock here.
    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
