//! Stylesheets, scripts and fonts: joined in the theme's order, named by their content, and only what the brand uses.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::built_in::{self, BuiltIn};
use super::classes::Classes;
use super::labels::Wanted;
use super::settings::ThemeSettings;
use super::squeeze::{squeezed_script, squeezed_style, without_notes};
use super::urls;
use crate::address::Address;
use crate::diagnostic::{Diagnostic, Findings, Sources, Span, codes};
use crate::policy::business::Font;
use crate::policy::values::{Direction, Language};
use crate::render::output::{Content, Segment};
use crate::source::Override;

/// A theme's files under their published addresses.
#[derive(Debug, Default)]
pub struct Assets {
    /// The joined stylesheet of every page.
    pub style: Option<Address>,
    /// The joined stylesheet of pages that use a class which it alone knows.
    pub facts: Option<Address>,
    /// Those classes.
    pub fact_classes: Classes,
    /// The joined script.
    pub script: Option<Address>,
    /// The part of the script for other websites that works with the live data; empty when a theme has none.
    pub widget: String,
    /// The joined script of the search, loaded when somebody searches.
    pub search: Option<Address>,
    /// The joined script of pages that show something of another company's; a site without any does without it.
    pub embed: Option<Address>,
    /// Every file.
    pub files: BTreeMap<Address, Content>,
}

impl Assets {
    pub(super) fn gather(wanted: Wanted<'_>, settings: &ThemeSettings, shelf: Shelf<'_>, ramp: &str) -> Self {
        let mut assets = Assets::default();
        let style = format!("{}\n{}", shelf.styles(&settings.styles), squeezed_style(ramp));
        let style = only_chosen_faces(&style, wanted);
        let facts = shelf.styles(&settings.facts);
        assets.fact_classes = Classes::named_in(&facts).without(&Classes::named_in(&style));
        assets.style = assets.add_style("site", &style, &shelf);
        assets.facts = assets.add_style("facts", &facts, &shelf);
        assets.script = assets.add_script("site", &shelf.scripts(&settings.scripts));
        assets.search = assets.add_script("search", &shelf.joined("search", &settings.search));
        assets.embed = assets.add_script("embed", &shelf.scripts(&settings.embed));
        assets.widget = shelf.scripts(&settings.widget);
        assets
    }

    fn add_style(&mut self, stem: &str, css: &str, shelf: &Shelf<'_>) -> Option<Address> {
        let css = self.with_published_urls(css, shelf);
        (!css.trim().is_empty()).then(|| self.add(stem, "css", made(css)))
    }

    fn add_script(&mut self, stem: &str, script: &str) -> Option<Address> {
        (!script.trim().is_empty()).then(|| self.add(stem, "js", made(script.to_owned())))
    }

    /// Adds a file under a name made of its content.
    fn add(&mut self, stem: &str, end: &str, file: Segment) -> Address {
        let address = Address::hashed(stem, end, file.bytes());
        self.files.insert(address.clone(), Content::new(vec![file]));
        address
    }

    /// Publishes every file a stylesheet names below `../` and puts its published name in.
    fn with_published_urls(&mut self, css: &str, shelf: &Shelf<'_>) -> String {
        let mut written = String::with_capacity(css.len());
        let mut done = 0;
        for named in urls::named(css) {
            let Some(file_name) = self.published(named.place, shelf) else { continue };
            written.push_str(&css[done..named.inside.start]);
            let _ = write!(written, "\"{file_name}{}\"", named.tail);
            done = named.inside.end;
        }
        written + &css[done..]
    }

    fn published(&mut self, place: &str, shelf: &Shelf<'_>) -> Option<String> {
        let file = shelf.file(&format!("assets/{place}"))?;
        let name = place.rsplit('/').next().unwrap_or(place);
        let (stem, end) = name.rsplit_once('.').unwrap_or((name, "bin"));
        let address = self.add(stem, end, file);
        Some(address.file_name().to_owned())
    }
}

/// Files that the site's own stylesheets name and that are not there.
pub(super) fn missing_in_styles(shelf: &Shelf<'_>, sources: &Sources) -> Findings {
    let mut findings = Findings::new();
    let is_style = |file: &&&Override| file.path.as_str().ends_with(".css");
    for file in shelf.own.iter().filter(is_style).filter_map(|style| style.file) {
        for named in urls::named(sources.file(file).text()) {
            let place = named.place;
            if shelf.file(&format!("assets/{place}")).is_none() {
                let message = format!("There is no file `{place}` in the `assets` folder of your theme.");
                let help = format!("Put it there as `themes/{}/assets/{place}`, or mend its name.", shelf.theme);
                let finding = Diagnostic::new(&codes::links::MISSING_IN_STYLE, message);
                findings.push(finding.at(Span::new(file, named.shown)).help(help));
            }
        }
    }
    findings
}

/// Where a theme's files are looked up: the site's own first, then those of the built-in theme of that name, then `welcome`.
#[derive(Clone, Copy)]
pub(super) struct Shelf<'o> {
    pub(super) theme: &'o str,
    pub(super) own: &'o [&'o Override],
}

impl<'o> Shelf<'o> {
    /// The site's own file, unless it is an untouched copy.
    pub(super) fn own_file(&self, place: &str) -> Option<&'o Override> {
        let own =
            self.own.iter().find(|file| file.path.as_str().strip_prefix(self.theme) == Some(&format!("/{place}")))?;
        (self.built_in(place) != Some(&*own.bytes)).then_some(*own)
    }

    fn built_in(&self, place: &str) -> Option<&'static [u8]> {
        BuiltIn::named(self.theme).and_then(|theme| theme.own_file(place)).or_else(|| built_in::file(place))
    }

    fn file(&self, place: &str) -> Option<Segment> {
        let own = self.own_file(place).map(|file| Segment::Shared(file.bytes.clone()));
        own.or_else(|| self.built_in(place).map(Segment::Embedded))
    }

    /// Some files of a folder of assets, one after another.
    fn joined(&self, folder: &str, names: &[String]) -> String {
        let texts: Vec<String> = names.iter().map(|name| self.text(&format!("assets/{folder}/{name}"))).collect();
        texts.join("\n")
    }

    pub(super) fn text(&self, place: &str) -> String {
        self.file(place).map(|file| String::from_utf8_lossy(file.bytes()).into_owned()).unwrap_or_default()
    }

    /// Some stylesheets, one after another; what a site brought itself loses no more than its notes and indentation.
    fn styles(&self, names: &[String]) -> String {
        let text = |name: &String| match self.file(&format!("assets/css/{name}")) {
            Some(Segment::Embedded(bytes)) => squeezed_style(&String::from_utf8_lossy(bytes)),
            own => own.map(|file| unindented(&String::from_utf8_lossy(file.bytes()))).unwrap_or_default(),
        };
        names.iter().map(text).collect::<Vec<_>>().join("\n")
    }

    /// Some scripts of the theme's own, one after another; what a site brought itself stays letter for letter.
    fn scripts(&self, names: &[String]) -> String {
        let text = |name: &String| match self.file(&format!("assets/js/{name}")) {
            Some(Segment::Embedded(bytes)) => squeezed_script(&String::from_utf8_lossy(bytes)),
            own => own.map(|file| String::from_utf8_lossy(file.bytes()).into_owned()).unwrap_or_default(),
        };
        names.iter().map(text).collect::<Vec<_>>().join("\n")
    }
}

fn made(text: String) -> Segment {
    Segment::Own(text.into_bytes().into_boxed_slice())
}

/// The beginning of the family's name. Letters that run from right to left are in none of the bundled ones.
fn chosen_face(wanted: Wanted<'_>) -> &'static str {
    match wanted.brand.font {
        _ if wanted.language.direction() == Direction::Rtl => "system",
        Font::Humanist => "Atkinson",
        Font::Grotesque => "Inter",
        Font::Serif => "Source Serif",
        Font::System => "system",
    }
}

/// Leaves out the `@font-face` rules of families the brand did not choose, so that no unused font is published. Nor are those for English
/// in other languages, or when no rule of the theme asks for them.
fn only_chosen_faces(css: &str, wanted: Wanted<'_>) -> String {
    let chosen = chosen_face(wanted);
    let english = format!("{chosen} English");
    let speaks_english = wanted.language.primary() == Language::english().primary();
    let wants_english = speaks_english && pieces(css).any(|piece| !is_face(piece) && piece.contains(&english));
    let is_wanted = |piece: &&str| {
        !is_face(piece)
            || !["Atkinson", "Inter", "Source Serif"].iter().any(|family| piece.contains(&format!("\"{family}")))
            || piece.contains(&format!("\"{chosen}")) && (wants_english || !piece.contains(&english))
    };
    pieces(css).filter(is_wanted).collect()
}

/// A stylesheet cut at its `@font-face` rules, each a piece of its own.
fn pieces(css: &str) -> impl Iterator<Item = &str> {
    css.split_inclusive('}').flat_map(|part| {
        let (before, face) = part.split_at(part.find("@font-face").unwrap_or(part.len()));
        [before, face]
    })
}

fn is_face(piece: &str) -> bool {
    piece.starts_with("@font-face")
}

/// A site's own stylesheet without notes and without the blanks that only indent.
fn unindented(css: &str) -> String {
    let bare = without_notes(css);
    let lines = bare.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::policy::business::{Brand, Corners};

    const FACES: &str = "assets/css/fonts.css";

    /// The characters of the files of a family, upright or slanted, each with the name of its file.
    fn ranges(family: &str, style: &str) -> Vec<(String, BTreeSet<u32>)> {
        let css = built_in::text(FACES);
        let of_it = [format!("font-family: \"{family}\";"), format!("font-style: {style};"), "url(".to_owned()];
        let faces = css.split("@font-face").filter(|face| of_it.iter().all(|part| face.contains(part)));
        faces
            .map(|face| (between(face, "fonts/", "\"").to_owned(), characters(between(face, "unicode-range: ", " }"))))
            .collect()
    }

    fn between<'t>(text: &'t str, before: &str, after: &str) -> &'t str {
        text.split_once(before).unwrap().1.split_once(after).unwrap().0
    }

    fn characters(range: &str) -> BTreeSet<u32> {
        let number = |digits| u32::from_str_radix(digits, 16).unwrap();
        let spans = range
            .split(',')
            .map(|span| span.trim_start_matches("U+"))
            .map(|span| span.split_once('-').unwrap_or((span, span)));
        spans.flat_map(|(first, last)| number(first)..=number(last)).collect()
    }

    #[test]
    fn a_page_in_english_misses_no_letter_and_waits_for_none_twice() {
        for (family, english) in [
            ("Atkinson Hyperlegible Next", "Atkinson English"),
            ("Inter", "Inter English"),
            ("Source Serif 4", "Source Serif English"),
        ] {
            for style in ["normal", "italic"] {
                let (whole, ours) = (ranges(family, style), ranges(english, style));
                let all = |files: &[(String, BTreeSet<u32>)]| {
                    files.iter().flat_map(|(_, range)| range.clone()).collect::<BTreeSet<_>>()
                };
                assert_eq!(all(&ours), all(&whole), "{english}, {style}");
                let prose = ours.iter().find(|(file, _)| file.starts_with("english-")).unwrap();
                let shared = ours.iter().filter(|other| *other != prose && !other.1.is_disjoint(&prose.1));
                assert_eq!(shared.map(|(file, _)| file).next(), None, "{english}, {style}");
                for (file, _) in whole.iter().chain(&ours) {
                    assert!(built_in::file(&format!("assets/fonts/{file}")).is_some(), "{file}");
                }
            }
        }
    }

    #[test]
    fn only_pages_in_english_have_faces_for_english() {
        let has_english = |tag: &str| {
            let language = Language::read(tag).unwrap();
            let brand = Brand {
                color: None,
                logo: None,
                font: Font::Humanist,
                corners: Corners::Soft,
                dark: true,
                theme: "welcome".to_owned(),
                theme_place: None,
            };
            let wanted = Wanted { language: &language, place: None, brand: &brand };
            let style = format!("{}:lang(en) {{ --font: \"Atkinson English\" }}", built_in::text(FACES));
            let css = only_chosen_faces(&style, wanted);
            assert!(css.ends_with(":lang(en) { --font: \"Atkinson English\" }"), "{tag}");
            assert!(!only_chosen_faces(built_in::text(FACES), wanted).contains("english-"), "{tag}");
            assert!(!css.contains("\"Inter"), "{tag}");
            (css.contains("\"Atkinson Hyperlegible Next\""), css.contains("english-"))
        };
        assert_eq!(has_english("en-US"), (true, true));
        assert_eq!(has_english("pl"), (true, false));
        assert_eq!(has_english("ar"), (false, false));
    }
}
