//! Drawings (SVG): text that can hold scripts, links and letters to the outside as well as lines.
//!
//! Whatever does or fetches something is refused with its place (`danger`): it may be what the owner wants, so it is not taken out behind
//! their back. What programs note down for themselves is cut out: comments, descriptions of the file, names of its author's folders.

mod danger;
mod measure;

use std::borrow::Cow;
use std::ops::Range;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use roxmltree::{Attribute, Document, Node, ParsingOptions};

pub(super) use measure::measure;

use super::fault::Fault;
use super::kind::{self, Kind, Sort};
use super::strip;
use crate::source::decode;

const SVG: &str = "http://www.w3.org/2000/svg";
/// Names from here are understood by browsers; all others are some program's own.
const UNDERSTOOD: [&str; 3] = [SVG, "http://www.w3.org/1999/xlink", "http://www.w3.org/XML/1998/namespace"];
/// A drawing with more parts than this was not drawn by anybody.
const MOST_PARTS: u32 = 500_000;

/// A stretch of the text and what stands there instead.
type Edit = (Range<usize>, String);

/// The drawing as it may go out; nothing when it may as it is.
///
/// # Errors
/// When it can't be read, or does or fetches something.
pub(super) fn safe(bytes: &[u8]) -> Result<Option<Vec<u8>>, Fault> {
    let text = decode(bytes).text;
    let mut edits: Vec<Edit> = doctype(&text)?.map(|range| (range, String::new())).into_iter().collect();
    let options = ParsingOptions { allow_dtd: true, nodes_limit: MOST_PARTS, ..ParsingOptions::default() };
    let document = Document::parse_with_options(&text, options).map_err(|error| unreadable(&text, error.pos()))?;
    let root = document.root_element();
    if root.tag_name().name() != "svg" || root.tag_name().namespace() != Some(SVG) {
        return Err(Fault::Unreadable(head(&text, root.range())));
    }
    gather(document.root(), &text, &mut edits)?;
    let is_plain = std::str::from_utf8(bytes).is_ok();
    if edits.is_empty() && is_plain {
        return Ok(None);
    }
    // Written anew it is UTF-8, whatever its first line says.
    edits.extend(declaration(&text).map(|range| (range, String::new())));
    Ok(Some(edited(&text, edits).into_bytes()))
}

/// Collects what is to be cut from a node and all in it.
fn gather(top: Node<'_, '_>, text: &str, edits: &mut Vec<Edit>) -> Result<(), Fault> {
    let mut next = Some(top);
    while let Some(node) = next {
        let is_cut = is_note(node);
        if is_cut {
            edits.push((node.range(), String::new()));
        } else {
            if let Some(what) = danger::of_element(node) {
                return Err(Fault::Unsafe(what, head(text, node.range())));
            }
            for attribute in node.attributes() {
                edits.extend(of_attribute(&attribute)?);
            }
        }
        next = if is_cut { after(node, top) } else { node.first_child().or_else(|| after(node, top)) };
    }
    Ok(())
}

/// The node that follows in the text, without what lies inside of this one.
fn after<'a, 'i>(node: Node<'a, 'i>, top: Node<'a, 'i>) -> Option<Node<'a, 'i>> {
    node.ancestors().take_while(|own| *own != top).find_map(|own| own.next_sibling())
}

/// Comments, instructions to programs, descriptions, and elements of some program's own.
fn is_note(node: Node<'_, '_>) -> bool {
    let is_foreign = |space: Option<&str>| !space.is_none_or(|space| UNDERSTOOD.contains(&space));
    let is_description = node.has_tag_name((SVG, "metadata"));
    node.is_comment()
        || node.is_pi()
        || node.is_element() && (is_foreign(node.tag_name().namespace()) || is_description)
}

fn of_attribute(attribute: &Attribute<'_, '_>) -> Result<Option<Edit>, Fault> {
    let is_foreign = attribute.namespace().is_some_and(|space| !UNDERSTOOD.contains(&space));
    if is_foreign {
        return Ok(Some((attribute.range(), String::new())));
    }
    if let Some(what) = danger::of_attribute(attribute) {
        return Err(Fault::Unsafe(what, attribute.range()));
    }
    match danger::packed_picture(attribute) {
        Some(packed) => {
            let unpacked =
                unpacked(packed).ok_or_else(|| Fault::Unsafe("a picture that can't be read", attribute.range()))?;
            Ok(unpacked.map(|link| (attribute.range_value(), link)))
        }
        None => Ok(None),
    }
}

/// A picture inside the drawing without its notes; `Some(None)` when it has none.
fn unpacked(packed: &str) -> Option<Option<String>> {
    let letters: String = packed.chars().filter(|letter| !letter.is_ascii_whitespace()).collect();
    let bytes = STANDARD.decode(letters).ok()?;
    let Sort::Known(kind @ (Kind::Jpeg | Kind::Png | Kind::Webp | Kind::Gif)) = kind::sort(&bytes, "") else {
        return None;
    };
    let stripped = strip::strip(kind, &bytes)?;
    let sort = if kind == Kind::Jpeg { "jpeg" } else { kind.end() };
    let link = || format!("data:image/{sort};base64,{}", STANDARD.encode(&stripped));
    Some((stripped != bytes).then(link))
}

fn edited(text: &str, mut edits: Vec<Edit>) -> String {
    edits.sort_by_key(|(range, _)| range.start);
    let mut written = String::with_capacity(text.len());
    let mut done = 0;
    for (range, with) in edits {
        written.push_str(text.get(done..range.start).unwrap_or_default());
        written.push_str(&with);
        done = done.max(range.end);
    }
    written.push_str(text.get(done..).unwrap_or_default());
    written
}

/// The line that names the standard. One that defines things of its own can hold anything.
fn doctype(text: &str) -> Result<Option<Range<usize>>, Fault> {
    let Some(start) = text.find("<!DOCTYPE") else { return Ok(None) };
    let rest = text.get(start..).unwrap_or_default();
    let end = start + rest.find('>').map_or(rest.len(), |end| end + 1);
    let line = text.get(start..end).unwrap_or_default();
    if line.contains('[') {
        Err(Fault::Unsafe("definitions of its own", head(text, start..end)))
    } else {
        Ok(Some(start..end))
    }
}

fn declaration(text: &str) -> Option<Range<usize>> {
    let end = text.strip_prefix("<?xml")?.find("?>")?;
    Some(0..end + "<?xml?>".len())
}

/// The first line of a stretch, up to the end of its tag: all of a script would fill the screen.
fn head(text: &str, range: Range<usize>) -> Range<usize> {
    let inside = text.get(range.clone()).unwrap_or_default();
    let end = inside.find(['>', '\n']).map_or(inside.len(), |end| end + usize::from(inside[end..].starts_with('>')));
    range.start..range.start + end
}

fn unreadable(text: &str, place: roxmltree::TextPos) -> Fault {
    let row = usize::try_from(place.row).unwrap_or(1).max(1);
    let line: Cow<'_, str> = text.lines().nth(row - 1).unwrap_or_default().into();
    let start: usize = text.split_inclusive('\n').take(row - 1).map(str::len).sum();
    let column = usize::try_from(place.col).unwrap_or(1).saturating_sub(1);
    let skipped: usize = line.chars().take(column).map(char::len_utf8).sum();
    Fault::Unreadable(start + skipped..start + line.len())
}
