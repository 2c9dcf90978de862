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
use crate::render::theme::Theme;

/// The engine's own words, the same for every paper: to list them takes as long as to set a page.
static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

/// One paper's world.
pub(super) struct World<'w> {
    fonts: &'w Fonts,
    main: EngineFile,
    templates: Vec<(Source, Option<FileId>)>,
    files: Vec<(EngineFile, Bytes)>,
}

impl<'w> World<'w> {
    /// The world in which `main` is set from `data`.
    pub(super) fn new(main: &str, data: String, theme: &Theme, fonts: &'w Fonts, pictures: &[Shown]) -> Option<Self> {
        let templates = theme.printed.templates.iter();
        let templates = templates
            .filter_map(|template| Some((Source::new(file(template.name)?, template.text.clone()), template.file)));
        let pictures = pictures.iter().filter_map(|shown| Some((file(&shown.name)?, shown.bytes.clone())));
        let data = (file("data.json")?, Bytes::from_string(data));
        Some(World {
            fonts,
            main: file(main)?,
            templates: templates.collect(),
            files: pictures.chain([data]).collect(),
        })
    }

    /// Where in an owner's own template something stands.
    pub(super) fn place(&self, span: DiagSpan) -> Option<(FileId, Range<usize>)> {
        let (_, file) = self.templates.iter().find(|(source, _)| Some(source.id()) == span.id())?;
        Some(((*file)?, self.range(span)?))
    }
}

/// A name in the world; nothing for one that the engine can't take as a path.
fn file(name: &str) -> Option<EngineFile> {
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
        let found = self.templates.iter().find(|(source, _)| source.id() == id);
        found.map(|(source, _)| source.clone()).ok_or(FileError::AccessDenied)
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
