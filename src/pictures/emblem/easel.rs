//! Icon and card as drawings, and drawings as PNG.

use std::fmt::Write as _;
use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{self, FontResolver, Node, Options, Tree, WriteOptions, fontdb};

use super::Draft;

/// The letters, unpacked, and what drawings are read with.
pub(super) struct Easel<'d> {
    draft: &'d Draft,
    options: Options<'static>,
}

/// A line of words: how large, how heavy, what colour.
#[derive(Clone, Copy)]
struct Ink<'i> {
    size: f32,
    weight: u16,
    color: &'i str,
}

/// The card's measures in pixels.
const CARD: (f32, f32) = (1200.0, 630.0);
const MARGIN: f32 = 84.0;
/// Height of the logo on the card, and of the band below.
const LOGO: f32 = 132.0;
const BAND: f32 = 18.0;
/// Sizes tried for the name, the largest first, and how many lines it may take.
const NAME_SIZES: [f32; 5] = [104.0, 90.0, 78.0, 66.0, 56.0];
/// The drawing library knows weights in hundreds.
const HEAVY: u16 = 700;
const MOST_LINES: usize = 3;

impl<'d> Easel<'d> {
    pub(super) fn new(draft: &'d Draft) -> Self {
        let mut letters = fontdb::Database::new();
        for (_, bytes) in &draft.fonts {
            let packed = bytes.starts_with(b"wOF2");
            let unpacked = if packed { wuff::decompress_woff2(bytes).ok() } else { Some(bytes.to_vec()) };
            unpacked.into_iter().for_each(|bytes| letters.load_font_data(bytes));
        }
        // Whatever family is asked for, these are the letters there are: the first file that has one draws it.
        let first = letters.faces().next().map(|face| face.id);
        let resolver = FontResolver {
            select_font: Box::new(move |_, _| first),
            select_fallback: FontResolver::default_fallback_selector(),
        };
        let mut options = Options { font_resolver: resolver, fontdb: Arc::new(letters), ..Options::default() };
        // A drawing in a drawing was made safe before; nothing is ever looked up on the disk.
        options.image_href_resolver.resolve_string = Box::new(|_, _| None);
        Easel { draft, options }
    }

    /// The tab's icon: a letter on the brand's colour, as curves, so that it looks the same everywhere.
    pub(super) fn icon(&self) -> Option<Vec<u8>> {
        let radius = if self.draft.is_soft { 14 } else { 0 };
        let tree = self.tree(&self.mark(64.0, radius))?;
        let written = tree.to_string(&WriteOptions {
            indent: usvg::Indent::None,
            coordinates_precision: 3,
            transforms_precision: 3,
            ..WriteOptions::default()
        });
        Some(written.into_bytes())
    }

    /// What phones put on their home screen: they round the corners themselves, and show no transparency.
    pub(super) fn touch_icon(&self) -> Option<Vec<u8>> {
        let drawing = match &self.draft.logo {
            Some(logo) if logo.is_mark => {
                let logo = self.placed(&logo.drawing, (18.0, 18.0), (144.0, 144.0))?;
                format!("<rect width=\"180\" height=\"180\" fill=\"{}\"/>{logo}", self.draft.colors.paper)
            }
            _ => self.mark(180.0, 0),
        };
        self.png(&drawing, (180.0, 180.0))
    }

    /// The picture beside a link that somebody sends: logo, name, tagline, address, on the site's own paper.
    pub(super) fn card(&self) -> Option<Vec<u8>> {
        let (width, height) = CARD;
        let colors = &self.draft.colors;
        let inner = width - 2.0 * MARGIN;
        let mut out = format!("<rect width=\"{width}\" height=\"{height}\" fill=\"{}\"/>", colors.paper);
        let _ =
            write!(out, "<rect y=\"{}\" width=\"{width}\" height=\"{BAND}\" fill=\"{}\"/>", height - BAND, colors.fill);
        let mark = match &self.draft.logo {
            Some(logo) => self.placed(&logo.drawing, (MARGIN, MARGIN - 12.0), (inner / 2.0, LOGO))?,
            None => self.inside(&self.mark(LOGO, if self.draft.is_soft { 29 } else { 0 }), MARGIN, MARGIN - 12.0),
        };
        out.push_str(&mark);
        let (name, lines) = self.name(inner);
        let bottom = height - BAND - MARGIN + 30.0;
        let says = Ink { size: 38.0, weight: 400, color: &colors.soft };
        let tagline = self.draft.tagline.as_deref().map(|words| self.lines(words, says, inner)).unwrap_or_default();
        let tagline = cut(tagline, 2);
        // Name and tagline stand together, above the address at the bottom.
        let foot = if self.draft.address.is_some() { bottom - 74.0 } else { bottom };
        let mut line = foot - says.size * 1.36 * (tagline.len().max(1) - 1) as f32;
        let name_line = if tagline.is_empty() { foot } else { line - says.size * 1.36 - name.size * 0.16 };
        for words in &tagline {
            out.push_str(&self.words(words, says, line));
            line += says.size * 1.36;
        }
        for (above, words) in lines.iter().rev().enumerate() {
            out.push_str(&self.words(words, name, name_line - name.size * 1.08 * above as f32));
        }
        if let Some(address) = &self.draft.address {
            out.push_str(&self.words(address, Ink { size: 30.0, weight: 600, color: &colors.fill }, bottom));
        }
        self.png(&out, CARD)
    }

    /// The largest size in which the name fits on a few lines.
    fn name(&self, width: f32) -> (Ink<'_>, Vec<String>) {
        let ink = |size| Ink { size, weight: HEAVY, color: &self.draft.colors.ink };
        // More would run into the logo above.
        let most = |size: f32| match size {
            81.0.. => 1,
            60.0.. => 2,
            _ => MOST_LINES,
        };
        let mut tried = NAME_SIZES.iter().map(|size| (ink(*size), self.lines(&self.draft.name, ink(*size), width)));
        let fits = tried.find(|(ink, lines)| lines.len() <= most(ink.size));
        fits.unwrap_or_else(|| {
            let smallest = ink(56.0);
            (smallest, cut(self.lines(&self.draft.name, smallest, width), MOST_LINES))
        })
    }

    /// Words broken into lines no wider than `width`; words that the letters can't spell are none.
    fn lines(&self, words: &str, ink: Ink<'_>, width: f32) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for word in words.split_whitespace() {
            let longer = lines.last().map(|line| format!("{line} {word}"));
            match longer.filter(|longer| self.width(longer, ink).is_some_and(|needed| needed <= width)) {
                Some(longer) => {
                    lines.pop();
                    lines.push(longer);
                }
                None => lines.push(word.to_owned()),
            }
        }
        if self.width(words, ink).is_some() { lines } else { Vec::new() }
    }

    fn words(&self, words: &str, ink: Ink<'_>, baseline: f32) -> String {
        if self.draft.is_rtl {
            self.text(words, ink, (CARD.0 - MARGIN, baseline), "end")
        } else {
            self.text(words, ink, (MARGIN, baseline), "start")
        }
    }

    fn text(&self, words: &str, ink: Ink<'_>, (x, y): (f32, f32), anchor: &str) -> String {
        let Ink { size, weight, color } = ink;
        let spacing = if size > 50.0 { -0.018 * size } else { 0.0 };
        let words = escaped(words);
        format!(
            "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" font-weight=\"{weight}\" letter-spacing=\"{spacing}\" fill=\"{color}\" text-anchor=\"{anchor}\">{words}</text>"
        )
    }

    /// How wide words are; nothing when a letter of them has no drawing.
    fn width(&self, words: &str, ink: Ink<'_>) -> Option<f32> {
        let tree = self.tree(&self.sheet(&self.text(words, ink, (0.0, 0.0), "start"), CARD))?;
        let Some(Node::Text(text)) = tree.root().children().first() else { return None };
        let mut glyphs = text.layouted().iter().flat_map(|span| &span.positioned_glyphs);
        if glyphs.any(|glyph| glyph.id.0 == 0) { None } else { Some(text.bounding_box().width()) }
    }

    /// The first letter of the name on the brand's colour; a ring when there is no drawing of it.
    fn mark(&self, side: f32, radius: u32) -> String {
        let colors = &self.draft.colors;
        let back = format!("<rect width=\"{side}\" height=\"{side}\" rx=\"{radius}\" fill=\"{}\"/>", colors.fill);
        let letter: String = self
            .draft
            .name
            .chars()
            .find(|letter| letter.is_alphanumeric())
            .into_iter()
            .flat_map(char::to_uppercase)
            .collect();
        let ink = Ink { size: side * 0.66, weight: HEAVY, color: &colors.on_fill };
        let middle = side / 2.0;
        let drawn = match self.bounds(&letter, ink) {
            // Set by its own outline, not by its line: "g" and "Å" stand in the middle as well.
            Some((x, y, width, height)) => {
                self.text(&letter, ink, (middle - x - width / 2.0, middle - y - height / 2.0), "start")
            }
            None => format!(
                "<circle cx=\"{middle}\" cy=\"{middle}\" r=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{}\"/>",
                side * 0.22,
                colors.on_fill,
                side * 0.09
            ),
        };
        self.sheet(&(back + &drawn), (side, side))
    }

    fn bounds(&self, letter: &str, ink: Ink<'_>) -> Option<(f32, f32, f32, f32)> {
        self.width(letter, ink)?;
        let tree = self.tree(&self.sheet(&self.text(letter, ink, (0.0, 0.0), "start"), CARD))?;
        let Some(Node::Text(text)) = tree.root().children().first() else { return None };
        let bounds = text.flattened().abs_bounding_box();
        (bounds.width() > 0.0).then(|| (bounds.x(), bounds.y(), bounds.width(), bounds.height()))
    }

    /// A drawing made to fit into a place.
    fn placed(&self, drawing: &str, (x, y): (f32, f32), (width, height): (f32, f32)) -> Option<String> {
        let tree = self.tree(drawing)?;
        let size = tree.size();
        let scale = (width / size.width()).min(height / size.height());
        let (wide, high) = (size.width() * scale, size.height() * scale);
        // In a square place it stands in the middle, on a card at its left edge.
        let (x, y) = if width == height { (x + (width - wide) / 2.0, y + (height - high) / 2.0) } else { (x, y) };
        let x = if self.draft.is_rtl && width != height { CARD.0 - x - wide } else { x };
        let packed = tree.to_string(&WriteOptions { id_prefix: Some("logo-".to_owned()), ..WriteOptions::default() });
        let inner = packed.split_once('>').map(|(_, rest)| rest.trim_end().trim_end_matches("</svg>"))?;
        Some(format!("<g transform=\"translate({x} {y}) scale({scale})\">{inner}</g>"))
    }

    fn inside(&self, drawing: &str, x: f32, y: f32) -> String {
        let x = if self.draft.is_rtl { CARD.0 - x - LOGO } else { x };
        let inner = drawing.split_once('>').map(|(_, rest)| rest.trim_end_matches("</svg>")).unwrap_or_default();
        format!("<g transform=\"translate({x} {y})\">{inner}</g>")
    }

    fn sheet(&self, inside: &str, (width, height): (f32, f32)) -> String {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" direction=\"{}\">{inside}</svg>",
            if self.draft.is_rtl { "rtl" } else { "ltr" }
        )
    }

    fn tree(&self, drawing: &str) -> Option<Tree> {
        Tree::from_str(drawing, &self.options).ok()
    }

    fn png(&self, inside: &str, size: (f32, f32)) -> Option<Vec<u8>> {
        let whole = if inside.starts_with("<svg") { inside.to_owned() } else { self.sheet(inside, size) };
        let tree = self.tree(&whole)?;
        let mut pixels = Pixmap::new(size.0 as u32, size.1 as u32)?;
        resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
        pixels.encode_png().ok()
    }
}

/// The first few lines, and a sign that there were more.
fn cut(mut lines: Vec<String>, most: usize) -> Vec<String> {
    if lines.len() > most {
        lines.truncate(most);
        lines.last_mut().into_iter().for_each(|last| last.push_str(" …"));
    }
    lines
}

fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
