//! Tags that show something of another company's: `<iframe>`, `<video>`, `<audio>`, as their makers hand them out to be pasted.
//!
//! Only a snippet of nothing else counts: boxes around it are passed over, words, scripts and forms beside it are not.

use std::ops::Range;

use super::super::HtmlPolicy;
use super::super::document::{Embed, EmbedKind, Kind, count};
use super::Reader;

/// Elements that only hold others.
const BOXES: [&str; 6] = ["div", "p", "figure", "center", "span", "section"];

/// One thing to be shown, and where its tag stands in the snippet.
#[derive(Debug, PartialEq)]
struct Shown {
    kind: EmbedKind,
    address: String,
    title: String,
    size: (Option<u32>, Option<u32>),
    tag: Range<usize>,
}

impl Reader<'_> {
    /// Takes a stretch of raw HTML as embeds, if it is nothing else. What stands for them while they may not be shown is written once, below
    /// the first.
    pub(super) fn embeds(&mut self, html: &str, range: &Range<usize>, lines: &[Range<usize>]) -> bool {
        let has_references = !self.ground.shield.within(range).is_empty();
        let Some(all) = snippet(html).filter(|_| !has_references) else { return false };
        for (at, shown) in all.into_iter().enumerate() {
            let Shown { kind, address, title, size, tag } = shown;
            // A snippet inside a quote is no single stretch of the text, so its place stays on its first line.
            let is_verbatim = html.len() == range.len();
            let first = lines.first().unwrap_or(range);
            let tag = if is_verbatim { range.start + tag.start..range.start + tag.end } else { first.clone() };
            let place = self.ground.stretch(&tag);
            let row = Embed { kind, address: address.into(), title: title.into(), size, place };
            let index = count(self.draft.embeds.len());
            self.draft.embeds.push(row);
            self.draft.open(Kind::Embed(index), self.ground.stretch(range));
            match self.rules.html {
                _ if at > 0 => {}
                HtmlPolicy::Allow => self.keep_html(lines, false),
                HtmlPolicy::Refuse | HtmlPolicy::AsText => self.show_lines(lines, range),
            }
            self.draft.close();
        }
        true
    }

    /// Takes a paragraph that is nothing but embeds: `<video>` and `<audio>` may stand in a sentence, so they make no block of their own.
    pub(super) fn embeds_alone(&mut self, range: &Range<usize>) -> bool {
        let text = self.ground.shield.text();
        let html = text.get(range.clone()).unwrap_or_default();
        if !html.trim_start().starts_with('<') {
            return false;
        }
        let mut start = range.start;
        let mut lines = Vec::new();
        for line in html.split_inclusive('\n') {
            lines.push(start..start + line.len());
            start += line.len();
        }
        self.embeds(html, range, &lines)
    }
}

/// Everything a snippet shows; nothing when it is anything else besides.
fn snippet(html: &str) -> Option<Vec<Shown>> {
    let mut all: Vec<Shown> = Vec::new();
    // The element whose words only those see who cannot see it, and whether its address is still to come.
    let mut inside: Option<&str> = None;
    let mut at = 0;
    while let Some(open) = html.get(at..)?.find('<') {
        let (start, between) = (at + open, html.get(at..at + open)?);
        let end = start + tag_end(html.get(start..)?)?;
        let tag = html.get(start + 1..end - 1)?;
        at = end;
        if inside.is_none() && !between.trim().is_empty() {
            return None;
        }
        let name = name_of(tag);
        match (inside, name.as_str()) {
            (_, "script" | "form" | "") => return None,
            (Some(held), closed) if closed.strip_prefix('/') == Some(held) => inside = None,
            (Some("video" | "audio"), "source") => {
                let last = all.last_mut()?;
                if last.address.is_empty() {
                    last.address = address(&attribute(tag, "src")?)?;
                }
            }
            (Some(_), _) => {}
            (None, "iframe" | "video" | "audio") => {
                let (kind, held) = match name.as_str() {
                    "iframe" => (EmbedKind::Page, "iframe"),
                    "video" => (EmbedKind::Video, "video"),
                    _ => (EmbedKind::Sound, "audio"),
                };
                inside = Some(held);
                all.push(shown(kind, tag, start..end)?);
            }
            (None, other) if BOXES.contains(&other.trim_start_matches('/')) => {}
            _ => return None,
        }
    }
    let is_whole = html.get(at..)?.trim().is_empty() && all.iter().all(|shown| !shown.address.is_empty());
    (is_whole && !all.is_empty()).then_some(all)
}

fn shown(kind: EmbedKind, tag: &str, place: Range<usize>) -> Option<Shown> {
    let address = match attribute(tag, "src") {
        Some(typed) => address(&typed)?,
        None if kind == EmbedKind::Page => return None,
        None => String::new(),
    };
    let title = attribute(tag, "title").or_else(|| attribute(tag, "aria-label")).unwrap_or_default();
    let pixels = |name: &str| attribute(tag, name)?.trim_end_matches("px").parse().ok().filter(|size| *size > 0);
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    Some(Shown { kind, address, title, size: (pixels("width"), pixels("height")), tag: place })
}

/// An address on the web as a browser would read it; nothing for a file of the site's own, or for what no address can hold.
fn address(typed: &str) -> Option<String> {
    let typed = typed.trim();
    let whole = if typed.starts_with("//") { format!("https:{typed}") } else { typed.to_owned() };
    let starts = |start: &str| whole.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start));
    let is_clean = !whole.chars().any(|letter| letter.is_whitespace() || letter.is_control());
    (is_clean && (starts("https://") || starts("http://"))).then_some(whole)
}

/// One past the end of the tag at the start of `html`; a `>` in quotation marks is no end.
fn tag_end(html: &str) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in html.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return Some(at + 1),
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(mark), byte) if mark == byte => quote = None,
            _ => {}
        }
    }
    None
}

/// The name of a tag without its `<`, in small letters, with the slash of an end.
fn name_of(tag: &str) -> String {
    let end = tag.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '/');
    let name = &tag[..end.unwrap_or(tag.len())];
    let name = if name.len() > 1 { name.trim_end_matches('/') } else { name };
    name.to_ascii_lowercase()
}

/// The value of an attribute, the entities in it undone that programs write there.
fn attribute(tag: &str, wanted: &str) -> Option<String> {
    let mut rest = tag.split_once(char::is_whitespace)?.1.trim_start();
    while !rest.is_empty() {
        let end = rest.find(|letter: char| letter.is_whitespace() || letter == '=').unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        let (value, after) = match after.trim_start().strip_prefix('=') {
            Some(value) => value_of(value.trim_start()),
            None => ("", after),
        };
        if name.eq_ignore_ascii_case(wanted) {
            return Some(undone(value));
        }
        let after = after.trim_start();
        // A lone `=` is no name, and would never end.
        rest = if after.len() == rest.len() { after.get(1..).unwrap_or_default() } else { after };
    }
    None
}

fn value_of(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(inside) = text.strip_prefix(quote) {
            return inside.split_once(quote).unwrap_or((inside, ""));
        }
    }
    text.split_once(char::is_whitespace).unwrap_or((text.trim_end_matches('/'), ""))
}

fn undone(value: &str) -> String {
    let written = [
        ("&quot;", "\""),
        ("&#34;", "\""),
        ("&#39;", "'"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&#38;", "&"),
        ("&amp;", "&"),
    ];
    written.iter().fold(value.to_owned(), |text, (entity, letter)| text.replace(entity, letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn addresses(html: &str) -> Vec<String> {
        snippet(html).unwrap_or_default().into_iter().map(|shown| shown.address).collect()
    }

    #[test]
    fn what_makers_hand_out_is_known() {
        let cases = [
            ("<iframe src=\"https://a.example/x?b=1&amp;c=2\" width=600></iframe>", "https://a.example/x?b=1&c=2"),
            ("<IFRAME allowfullscreen SRC='//a.example/x'>Your browser is old.</IFRAME>\n", "https://a.example/x"),
            (
                "<div style=\"padding:56% 0 0 0\"><iframe src=\"https://a.example/x\" title=\"a > b\"></iframe></div>",
                "https://a.example/x",
            ),
            ("<video controls src=https://a.example/x.mp4></video>", "https://a.example/x.mp4"),
            (
                "<video controls>\n<source src=\"https://a.example/x.webm\">\n<source src=\"https://a.example/x.mp4\">\n</video>",
                "https://a.example/x.webm",
            ),
            ("<audio src=\"http://a.example/x.mp3\"/></audio>", "http://a.example/x.mp3"),
        ];
        for (html, address) in cases {
            assert_eq!(addresses(html), [address], "{html}");
        }
        assert_eq!(
            addresses("<iframe src=https://a.example></iframe>\n<iframe src=https://b.example></iframe>").len(),
            2
        );
    }

    #[test]
    fn anything_else_is_none() {
        let none = [
            "<iframe></iframe>",
            "<iframe srcdoc=\"<p>x\"></iframe>",
            "<iframe src=\"map.html\"></iframe>",
            "<iframe src=\"javascript:alert(1)\"></iframe>",
            "<iframe src=\"https://a.example/ x\"></iframe>",
            "<iframe src=\"https://a.example\"></iframe> words",
            "<iframe src=\"https://a.example\"></iframe><script src=x></script>",
            "<iframe src=\"https://a.example\">",
            "<form action=\"https://a.example\"></form>",
            "<video><source src=\"film.mp4\"></video>",
            "<div></div>",
            "<",
            "<iframe src=\"",
            "<iframe = = src",
        ];
        for html in none {
            let open = html == "<iframe src=\"https://a.example\">";
            assert_eq!(addresses(html).len(), usize::from(open), "{html}");
        }
    }

    #[test]
    fn names_and_measures_are_kept() {
        let shown =
            snippet("<iframe src=https://a.example title=\" Book\n a call \" width=\"560\" height=\"315px\"></iframe>")
                .unwrap();
        assert_eq!((shown[0].title.as_str(), shown[0].size), ("Book a call", (Some(560), Some(315))));
        let shown = snippet("<iframe src=https://a.example aria-label=Map width=\"100%\"></iframe>").unwrap();
        assert_eq!((shown[0].title.as_str(), shown[0].size), ("Map", (None, None)));
    }
}
