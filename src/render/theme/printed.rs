//! What a theme brings for paper: the stylesheet of the paged pages, the PDF's templates, the letters.

use std::sync::Arc;

use super::assets::Shelf;
use super::built_in;
use crate::diagnostic::FileId;
use crate::policy::business::{Brand, Font};
use crate::render::ramp::{self, Step};
use crate::source::Override;

/// The PDF's templates, by the name they call each other.
pub const TEMPLATES: [&str; 4] = ["parts.typ", "pack.typ", "sheet.typ", "card.typ"];

/// What a theme brings for paper.
#[derive(Debug, Default)]
pub struct Printed {
    /// The stylesheet of the paged pages, without the rules that are made for each pack.
    pub style: String,
    /// The PDF's templates.
    pub templates: Vec<Template>,
    /// The letters: a file's name and its bytes (`.ttf`, `.otf`, `.woff2`), the theme's own first.
    pub fonts: Vec<(String, Arc<[u8]>)>,
    /// The brand's colours by lightness: `("42", "#035860")`.
    pub colors: Vec<(String, String)>,
}

/// A template of the PDF.
#[derive(Clone, Debug)]
pub struct Template {
    /// The name the others call it by.
    pub name: &'static str,
    /// Its text.
    pub text: String,
    /// The site's own file, when it is not the built-in one.
    pub file: Option<FileId>,
}

impl Printed {
    pub(super) fn gather(brand: &Brand, shelf: Shelf<'_>, steps: &[Step]) -> Self {
        let templates = TEMPLATES.map(|name| {
            let place = format!("print/{name}");
            Template { name, text: shelf.text(&place), file: shelf.own_file(&place).and_then(|file| file.file) }
        });
        Printed {
            style: shelf.text("assets/css/pack.css"),
            templates: templates.into(),
            fonts: own_fonts(brand, shelf.own).chain(bundled_fonts(brand.font)).collect(),
            colors: ramp::shades(&brand.color.as_ref().map_or(USUAL_COLOR, |color| color.value), steps),
        }
    }
}

/// The colour of the built-in theme's own ramp.
const USUAL_COLOR: crate::policy::values::Color = crate::policy::values::Color { red: 0x1f, green: 0x6f, blue: 0x78 };

/// Fonts that lie in the theme's own `assets/fonts`: the way to letters that the bundled ones lack.
fn own_fonts<'o>(brand: &'o Brand, own: &'o [&Override]) -> impl Iterator<Item = (String, Arc<[u8]>)> + 'o {
    let folder = format!("{}/assets/fonts/", brand.theme);
    own.iter().filter_map(move |file| {
        let name = file.path.as_str().strip_prefix(&folder)?;
        let is_font = [".ttf", ".otf", ".woff2"].iter().any(|end| name.to_ascii_lowercase().ends_with(end));
        // An untouched copy of a bundled face chooses no letters: the brand does.
        let is_copy = built_in::file(&format!("assets/fonts/{name}")) == Some(&*file.bytes);
        (is_font && !is_copy).then(|| (name.to_owned(), Arc::clone(&file.bytes)))
    })
}

/// The bundled faces of a choice, whole: those for English pages alone (`english-…`) begin with another word. What a reader's own system
/// has cannot be embedded, so `system` is set in the usual face.
fn bundled_fonts(font: Font) -> impl Iterator<Item = (String, Arc<[u8]>)> {
    let stem = match font {
        Font::Humanist | Font::System => "atkinson",
        Font::Grotesque => "inter",
        Font::Serif => "source-serif",
    };
    let faces =
        built_in::files("assets/fonts").filter(move |(name, _)| name.starts_with(stem) && name.ends_with(".woff2"));
    faces.map(|(name, bytes)| (name.to_owned(), Arc::from(bytes)))
}
