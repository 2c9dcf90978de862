//! What HTML needs to know that is not in the text: facts, addresses, and the looks of a few things.

use std::borrow::Cow;

use super::super::document::{CalloutKind, EmbedKind, Mention};
use super::super::target::TargetKind;
use super::escape::{push_address, push_attribute, push_text};
use crate::diagnostic::Span;

/// A link's or picture's target as typed.
#[derive(Clone, Copy, Debug)]
pub struct Target<'a> {
    /// Its words.
    pub words: &'a str,
    /// What kind of place it names. Never [`TargetKind::Risky`] and never [`TargetKind::Reference`].
    pub kind: TargetKind,
    /// Where it was typed.
    pub span: Span,
}

/// Where a link leads in the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Href<'a> {
    /// The address, not escaped; percent-encoded or not.
    pub address: Cow<'a, str>,
    /// Whether it leaves the site.
    pub external: bool,
}

/// A picture's file in the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture<'a> {
    /// The address, not escaped.
    pub address: Cow<'a, str>,
    /// Width and height in CSS pixels, when known.
    pub size: Option<(u32, u32)>,
    /// What a browser may choose from instead.
    pub choices: Option<Choices>,
}

/// Smaller versions of a picture, for a browser to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choices {
    /// What they are: `image/webp`.
    pub kind: &'static str,
    /// Address, not escaped, and width in pixels of each, narrowest first.
    pub addresses: Vec<(String, u32)>,
    /// How wide the picture will be shown, as `sizes` has it.
    pub shown: &'static str,
}

/// Something of another company's that may stand on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer<'a> {
    /// What it is.
    pub kind: EmbedKind,
    /// Where it lies, not escaped.
    pub address: Cow<'a, str>,
    /// What it is called, plain words; empty without a title.
    pub title: String,
    /// Width and height in CSS pixels, as far as they are known.
    pub size: (Option<u32>, Option<u32>),
}

/// Words that HTML needs and the text does not hold, in the language of the site.
#[derive(Clone, Copy, Debug)]
pub struct Labels<'a> {
    /// Names the list of footnotes.
    pub footnotes: &'a str,
    /// Names a mark of a footnote; its number follows.
    pub footnote: &'a str,
    /// Names the way back from a footnote.
    pub back: &'a str,
    /// Names the link to a heading; the heading's words follow.
    pub permalink: &'a str,
    /// Names a table that no heading stands above.
    pub table: &'a str,
    /// The titles of callouts: note, tip, important, warning, caution.
    pub callouts: [&'a str; 5],
}

impl Labels<'static> {
    /// English.
    pub const ENGLISH: Labels<'static> = Labels {
        footnotes: "Footnotes",
        footnote: "Footnote",
        back: "Back to the text",
        permalink: "Link to this part:",
        table: "Table",
        callouts: ["Note", "Tip", "Important", "Warning", "Caution"],
    };
}

impl<'a> Labels<'a> {
    /// The title of a callout.
    #[must_use]
    pub fn callout(&self, kind: CalloutKind) -> &'a str {
        let [note, tip, important, warning, caution] = self.callouts;
        match kind {
            CalloutKind::Note => note,
            CalloutKind::Tip => tip,
            CalloutKind::Important => important,
            CalloutKind::Warning => warning,
            CalloutKind::Caution => caution,
        }
    }
}

/// The world around a document. Every answer has a plain default, so that text becomes HTML without a site.
///
/// What a method adds to `out` is HTML and goes out as it is.
pub trait Surroundings {
    /// The plain words of a reference.
    fn reference_words<'a>(&'a self, mention: Mention<'a>) -> Cow<'a, str> {
        Cow::Borrowed(mention.path)
    }

    /// A reference among words.
    fn reference_inline(&self, mention: Mention<'_>, out: &mut String) {
        push_text(out, &self.reference_words(mention));
    }

    /// The address a reference stands for in a target. `None`: it has none, and the words stand without a link.
    fn reference_address<'a>(&'a self, mention: Mention<'a>) -> Option<Cow<'a, str>> {
        Some(self.reference_words(mention))
    }

    /// The table, cards or picture of a reference alone in its paragraph. `None`: it has no shape and becomes words.
    fn reference_block(&self, _mention: Mention<'_>) -> Option<String> {
        None
    }

    /// Where a link leads, places on the same page included: they are asked for without the id prefix.
    /// `None`: nowhere, and its words stand without a link.
    fn link<'a>(&'a self, target: Target<'a>) -> Option<Href<'a>> {
        Some(Href { address: target.kind.address(target.words), external: target.kind.leaves_site() })
    }

    /// Where a picture's file lies. `None`: nowhere, and its description stands in its place.
    fn image<'a>(&'a self, target: Target<'a>) -> Option<Picture<'a>> {
        Some(Picture { address: target.kind.address(target.words), size: None, choices: None })
    }

    /// Something of another company's, on lines of its own. `None`: it is not let in, and what was typed stands there as text.
    fn embed(&self, _offer: &Offer<'_>) -> Option<String> {
        None
    }

    /// A callout around `inner`.
    fn callout(&self, kind: CalloutKind, inner: &str, out: &mut String) {
        let title = self.labels().callout(kind);
        *out += "<aside class=\"callout callout-";
        *out += kind.word();
        *out += "\">\n<p class=\"callout-title\">";
        push_text(out, title);
        *out += "</p>\n";
        *out += inner;
        *out += "</aside>\n";
    }

    /// A picture that stands alone, with its caption.
    fn figure(&self, image: &str, caption: &str, out: &mut String) {
        *out += "<figure>";
        *out += image;
        *out += "<figcaption>";
        *out += caption;
        *out += "</figcaption></figure>\n";
    }

    /// A table that may be wider than the page. `name` is plain words.
    fn table(&self, table: &str, name: &str, out: &mut String) {
        *out += "<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"";
        push_attribute(out, name);
        *out += "\">\n";
        *out += table;
        *out += "</div>\n";
    }

    /// What follows the words of a heading: the link to it. `words` are plain.
    fn permalink(&self, id: &str, words: &str, out: &mut String) {
        *out += " <a class=\"permalink\" href=\"#";
        push_address(out, id);
        *out += "\" aria-label=\"";
        push_attribute(out, self.labels().permalink);
        out.push(' ');
        push_attribute(out, words);
        *out += "\">#</a>";
    }

    /// Where a block was typed, for whoever wants to go there: `content/welcome.md:12`. Only the preview shows it.
    fn source(&self, _block: Span) -> Option<String> {
        None
    }

    /// The labels in the language of the site.
    fn labels(&self) -> &Labels<'_> {
        &Labels::ENGLISH
    }

    /// What every id starts with, where several documents share a page. It must be good in an id.
    fn id_prefix(&self) -> &str {
        ""
    }

    /// The level a heading gets, where documents stand below headings of another.
    fn heading_level(&self, level: u8) -> u8 {
        level
    }
}

/// No site around: references are their paths, targets lead where they say.
#[derive(Clone, Copy, Debug, Default)]
pub struct Plain;

impl Surroundings for Plain {}
