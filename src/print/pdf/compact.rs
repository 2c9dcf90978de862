//! A PDF's small objects packed into streams (ISO 32000-1, 7.5.7 and 7.5.8): the engine writes every tag for screen readers in the open,
//! and they are more than half of a booklet.
//!
//! Only the form that the engine writes is understood. Whatever looks different is left as it is: a larger file harms nobody.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::sync::Arc;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use rayon::prelude::*;

/// Objects packed together; readers unpack a stream as a whole.
const TOGETHER: usize = 200;

/// Streams packed before, by what is in them: after an edit that only changes words, most tags are what they were.
pub(super) type Packed = BTreeMap<[u8; 32], Arc<[u8]>>;

/// The same PDF, packed; as it was when it is not understood. And its streams, for the next time.
pub(super) fn compact(pdf: Vec<u8>, before: &Packed) -> (Vec<u8>, Packed) {
    match Objects::of(&pdf).and_then(|objects| objects.packed(before)) {
        Some(packed) => packed,
        None => (pdf, Packed::new()),
    }
}

/// A PDF taken apart.
struct Objects<'p> {
    header: &'p [u8],
    /// Number and body, without `obj` and `endobj`.
    streams: Vec<(usize, &'p [u8])>,
    others: Vec<(usize, &'p [u8])>,
    /// The trailer's entries but for `/Size`.
    trailer: &'p [u8],
    size: usize,
}

impl<'p> Objects<'p> {
    fn of(pdf: &'p [u8]) -> Option<Self> {
        let start = memchr::memmem::rfind(pdf, b"startxref\n")?;
        let at: usize = number(pdf.get(start + 10..)?)?.0;
        let table = pdf.get(at..start)?.strip_prefix(b"xref\n0 ")?;
        let (size, table) = number(table)?;
        let rows = table.get(1..1 + size * 20)?;
        let trailer = table.get(1 + size * 20..)?.strip_prefix(b"trailer\n<<")?;
        let trailer = trailer.get(..memchr::memmem::rfind(trailer, b">>")?)?;
        let (declared, trailer) = number(trailer.trim_ascii_start().strip_prefix(b"/Size ")?)?;
        if declared != size {
            return None;
        }
        let mut offsets = Vec::new();
        for (id, row) in rows.chunks(20).enumerate() {
            if row.get(17) == Some(&b'n') {
                offsets.push((number(row)?.0, id));
            }
        }
        offsets.sort_unstable();
        let header = pdf.get(..offsets.first()?.0)?;
        let mut objects = Objects { header, streams: Vec::new(), others: Vec::new(), trailer, size };
        for (index, (from, id)) in offsets.iter().enumerate() {
            let to = offsets.get(index + 1).map_or(at, |(next, _)| *next);
            let body = pdf.get(*from..to)?.strip_prefix(format!("{id} 0 obj").as_bytes())?;
            let body = body.trim_ascii().strip_suffix(b"endobj")?.trim_ascii();
            let is_stream = body.ends_with(b"endstream");
            let shelf = if is_stream { &mut objects.streams } else { &mut objects.others };
            shelf.push((*id, body));
        }
        Some(objects)
    }

    fn packed(&self, before: &Packed) -> Option<(Vec<u8>, Packed)> {
        let mut out = self.header.to_vec();
        let mut rows = vec![Row::default(); self.size];
        // The head of the list of free numbers, of which there are no others.
        rows.first_mut()?.index = usize::from(u16::MAX);
        for (id, body) in &self.streams {
            *rows.get_mut(*id)? = Row { kind: 1, place: out.len(), index: 0 };
            push_object(&mut out, *id, body);
        }
        let chunks = self.others.par_chunks(TOGETHER);
        let streams: Option<Vec<([u8; 32], Arc<[u8]>)>> = chunks.map(|chunk| object_stream(chunk, before)).collect();
        let streams = streams?;
        for (chunk, (objects, (_, stream))) in self.others.chunks(TOGETHER).zip(&streams).enumerate() {
            let holder = self.size + chunk;
            for (index, (id, _)) in objects.iter().enumerate() {
                *rows.get_mut(*id)? = Row { kind: 2, place: holder, index };
            }
            rows.push(Row { kind: 1, place: out.len(), index: 0 });
            push_object(&mut out, holder, stream);
        }
        let table = rows.len();
        let at = out.len();
        rows.push(Row { kind: 1, place: at, index: 0 });
        push_object(&mut out, table, &self.cross_references(&rows)?);
        out.extend_from_slice(format!("startxref\n{at}\n%%EOF").as_bytes());
        Some((out, streams.into_iter().collect()))
    }

    fn cross_references(&self, rows: &[Row]) -> Option<Vec<u8>> {
        let mut table = Vec::with_capacity(rows.len() * 7);
        for row in rows {
            table.push(row.kind);
            table.extend_from_slice(&u32::try_from(row.place).ok()?.to_be_bytes());
            table.extend_from_slice(&u16::try_from(row.index).ok()?.to_be_bytes());
        }
        let mut entries = format!("/Type/XRef/Size {}/W[1 4 2]", rows.len()).into_bytes();
        entries.extend_from_slice(self.trailer.trim_ascii());
        stream(&entries, &table)
    }
}

/// A row of the cross-reference table: free, at a place in the file, or in a stream of objects.
#[derive(Clone, Copy, Debug, Default)]
struct Row {
    kind: u8,
    place: usize,
    index: usize,
}

fn object_stream(objects: &[(usize, &[u8])], before: &Packed) -> Option<([u8; 32], Arc<[u8]>)> {
    let (mut index, mut bodies) = (String::new(), Vec::new());
    for (id, body) in objects {
        index.push_str(&format!("{id} {} ", bodies.len()));
        bodies.extend_from_slice(body);
        bodies.push(b'\n');
    }
    let content = [index.as_bytes(), &bodies].concat();
    let hash = *blake3::hash(&content).as_bytes();
    if let Some(stream) = before.get(&hash) {
        return Some((hash, Arc::clone(stream)));
    }
    let entries = format!("/Type/ObjStm/N {}/First {}", objects.len(), index.len());
    Some((hash, stream(entries.as_bytes(), &content)?.into()))
}

fn stream(entries: &[u8], content: &[u8]) -> Option<Vec<u8>> {
    // The best that can be had would take twice as long and save less than a hundredth of the file.
    let mut packer = ZlibEncoder::new(Vec::new(), Compression::new(6));
    packer.write_all(content).ok()?;
    let packed = packer.finish().ok()?;
    let length = format!("/Filter/FlateDecode/Length {}>>stream\n", packed.len());
    Some([b"<<", entries, length.as_bytes(), &packed, b"\nendstream"].concat())
}

fn push_object(out: &mut Vec<u8>, id: usize, body: &[u8]) {
    out.extend_from_slice(format!("{id} 0 obj\n").as_bytes());
    out.extend_from_slice(body);
    out.extend_from_slice(b"\nendobj\n");
}

/// The number at the start of a text, and what follows it.
fn number(text: &[u8]) -> Option<(usize, &[u8])> {
    let digits = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let (digits, rest) = text.split_at(digits);
    Some((std::str::from_utf8(digits).ok()?.parse().ok()?, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_understood_stays_as_it_is() {
        for odd in ["", "%PDF-1.7", "startxref\n", "startxref\n99999\n", "xref\n0 2\nstartxref\n0\n%%EOF"] {
            assert_eq!(compact(odd.as_bytes().to_vec(), &Packed::new()).0, odd.as_bytes());
        }
    }
}
