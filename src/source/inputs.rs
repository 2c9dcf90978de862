//! Everything a build may read, read: texts with their headers found, other files as bytes, overrides of the theme.

use std::collections::{HashMap, HashSet};
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use super::encoding::{Decoded, Doubt};
use super::files::{Stamp, Trouble, Within};
use super::{Files, Header, Layout, decode, split};
use crate::address::SourcePath;
use crate::diagnostic::{Diagnostic, FileId, Findings, SourceFile, Sources, Span, codes};

/// A text larger than this is not a policy somebody typed.
const LARGEST_TEXT: u64 = 8 << 20;
/// Hosts refuse single files above about this size.
const LARGEST_FILE: u64 = 100 << 20;

/// What was read from a site's folder.
#[derive(Debug, Default)]
pub struct Inputs {
    /// Every text, for positions and for the owner's own lines.
    pub sources: Sources,
    /// `business.toml`, when there is one.
    pub business: Option<FileId>,
    /// Every Markdown file, sorted by path.
    pub pages: Vec<PageText>,
    /// Every other file below the content folder, sorted by path.
    pub attachments: Vec<Attachment>,
    /// Files that should hold text and do not; they count as empty.
    pub not_text: Vec<FileId>,
    /// Files of `themes/`, sorted by path.
    pub overrides: Vec<Override>,
}

/// One Markdown file.
#[derive(Clone, Debug)]
pub struct PageText {
    /// Its place below the content folder.
    pub path: SourcePath,
    /// Its text.
    pub file: FileId,
    /// Where its header lies in the text.
    pub header: Header,
    /// Where its Markdown lies in the text.
    pub body: std::ops::Range<usize>,
}

/// A file that is copied to the site: a picture, a form to fill in.
#[derive(Clone, Debug)]
pub struct Attachment {
    /// Its place below the content folder.
    pub path: SourcePath,
    /// Its name, for findings; its bytes are no text.
    pub file: FileId,
    /// Its bytes.
    pub bytes: Arc<[u8]>,
}

/// A file below `themes/` that overrides or adds to a built-in one.
#[derive(Clone, Debug)]
pub struct Override {
    /// Its place below `themes/`: `welcome/templates/base.html`.
    pub path: SourcePath,
    /// Its text, when it is a text.
    pub file: Option<FileId>,
    /// Its bytes.
    pub bytes: Arc<[u8]>,
}

/// What was read before, so that only what changed is read again. A text that was saved without a change stays the very same one.
#[derive(Debug, Default)]
pub struct Memory {
    // Looked up by path only, never walked through.
    files: HashMap<SourcePath, Kept>,
}

#[derive(Debug)]
struct Kept {
    stamp: Option<Stamp>,
    fetched: Fetched,
}

/// Reads everything a site's folder holds. Files that cannot be read become findings.
pub fn read(files: &dyn Files, layout: Layout) -> (Inputs, Findings) {
    read_again(files, layout, &mut Memory::default())
}

/// The same, taking from `memory` what has not changed since.
pub fn read_again(files: &dyn Files, layout: Layout, memory: &mut Memory) -> (Inputs, Findings) {
    let mut inputs = Inputs::default();
    let mut findings = Findings::new();
    let mut walked = files.walk(layout.content_folder());
    // Which of two files is the first must not depend on how a disk lists them.
    walked.files.sort();
    tell_troubles(walked.troubles, &mut inputs.sources, &mut findings);
    inputs.sources.reserve(walked.files.len());
    inputs.pages.reserve(walked.files.len());
    for (path, bytes) in fetch(files, &walked.files, memory) {
        match bytes {
            Fetched::Text(text) => keep_text(&path, &text, layout, &mut inputs, &mut findings),
            Fetched::Bytes(bytes) => {
                let file = inputs.sources.add(SourceFile::new(path.as_str(), shown_text(&path, &bytes)));
                inputs.attachments.push(Attachment { path: below(&path, layout.content_folder()), file, bytes });
            }
            Fetched::Refused(refusal) => findings.push(refused(&path, &refusal, &mut inputs.sources)),
        }
    }
    if inputs.pages.is_empty() && findings.is_empty() {
        findings.extend(inputs.business.map(without_pages));
    }
    let mut themes = files.walk("themes");
    themes.files.sort();
    tell_troubles(themes.troubles, &mut inputs.sources, &mut findings);
    for (path, bytes) in fetch(files, &themes.files, memory) {
        keep_override(&path, bytes, &mut inputs, &mut findings);
    }
    memory.forget_all_but(&walked.files, &themes.files);
    (inputs, findings)
}

/// The text of a drawing, so that findings can show its lines; of no other attachment.
fn shown_text(path: &SourcePath, bytes: &[u8]) -> String {
    let is_drawing = path.as_str().to_ascii_lowercase().ends_with(".svg");
    if is_drawing { decode(bytes).text } else { String::new() }
}

fn without_pages(business: FileId) -> Diagnostic {
    let message = "This site has its settings, but not a single page.";
    let help = "Write a first page, such as `content/availability.md` with your hours.";
    Diagnostic::new(&codes::source::EMPTY, message).at(business).help(help)
}

/// Whether a file's name ends like Markdown.
pub(super) fn is_markdown(path: &Path) -> bool {
    let end = path.extension().map(|end| end.to_string_lossy().to_ascii_lowercase());
    matches!(end.as_deref(), Some("md" | "markdown"))
}

#[derive(Clone, Debug)]
enum Fetched {
    Text(Arc<ReadText>),
    Bytes(Arc<[u8]>),
    Refused(Arc<Refusal>),
}

/// A text with its header found.
#[derive(Debug)]
struct ReadText {
    text: Arc<str>,
    doubt: Option<Doubt>,
    header: Header,
    body: std::ops::Range<usize>,
}

impl From<Decoded> for ReadText {
    fn from(decoded: Decoded) -> Self {
        let (header, body) = split(&decoded.text);
        ReadText { text: decoded.text.into(), doubt: decoded.doubt, header, body }
    }
}

#[derive(Debug)]
enum Refusal {
    Huge { size: u64, limit: u64 },
    Unreadable(std::io::Error),
}

fn fetch(files: &dyn Files, paths: &[SourcePath], memory: &mut Memory) -> Vec<(SourcePath, Fetched)> {
    let fetched = paths.par_iter().map(|path| {
        let (kept, stamp) = (memory.files.get(path), files.stamp(path));
        match kept {
            Some(kept) if stamp.is_some() && kept.stamp == stamp => (kept.fetched.clone(), None),
            _ => (fetch_one(files, path).or_the_same(kept), Some(stamp)),
        }
    });
    let fetched: Vec<(Fetched, Option<Option<Stamp>>)> = fetched.collect();
    let keep = |(path, (fetched, fresh)): (&SourcePath, (Fetched, Option<Option<Stamp>>))| {
        // Of ten thousand files one changed: the others stay where they are.
        if let Some(stamp) = fresh {
            memory.keep(path, stamp, &fetched);
        }
        (path.clone(), fetched)
    };
    paths.iter().zip(fetched).map(keep).collect()
}

impl Memory {
    fn keep(&mut self, path: &SourcePath, stamp: Option<Stamp>, fetched: &Fetched) {
        // A refusal is not worth remembering: whatever was in the way may be gone a moment later.
        if matches!(fetched, Fetched::Refused(_)) {
            self.files.remove(path);
        } else {
            self.files.insert(path.clone(), Kept { stamp, fetched: fetched.clone() });
        }
    }

    /// Forgets files that are no more, once there are more of them than files there are.
    fn forget_all_but(&mut self, content: &[SourcePath], themes: &[SourcePath]) {
        if self.files.len() > content.len() + themes.len() {
            let paths: HashSet<&SourcePath> = content.iter().chain(themes).collect();
            self.files.retain(|path, _| paths.contains(path));
        }
    }
}

impl Fetched {
    /// What was kept, if it says the same.
    fn or_the_same(self, kept: Option<&Kept>) -> Self {
        match (self, kept.map(|kept| &kept.fetched)) {
            (Fetched::Text(new), Some(Fetched::Text(old))) if new.text == old.text && new.doubt == old.doubt => {
                Fetched::Text(Arc::clone(old))
            }
            (Fetched::Bytes(new), Some(Fetched::Bytes(old))) if new == *old => Fetched::Bytes(Arc::clone(old)),
            (new, _) => new,
        }
    }
}

fn fetch_one(files: &dyn Files, path: &SourcePath) -> Fetched {
    let is_text = is_markdown(Path::new(path.as_str())) || is_template(path) || path.file_name() == "business.toml";
    let limit = if is_text { LARGEST_TEXT } else { LARGEST_FILE };
    let refused = |refusal| Fetched::Refused(Arc::new(refusal));
    match files.read_within(path, limit) {
        Ok(Within::Whole(bytes)) if is_text => Fetched::Text(Arc::new(decode(&bytes).into())),
        Ok(Within::Whole(bytes)) => Fetched::Bytes(bytes.into()),
        Ok(Within::TooLarge(size)) => refused(Refusal::Huge { size, limit }),
        Err(error) => refused(Refusal::Unreadable(error)),
    }
}

fn is_template(path: &SourcePath) -> bool {
    path.as_str().starts_with("themes/")
        && [".html", ".css", ".js", ".toml", ".typ"].iter().any(|end| path.as_str().ends_with(end))
}

fn keep_text(path: &SourcePath, read: &ReadText, layout: Layout, inputs: &mut Inputs, findings: &mut Findings) {
    let ReadText { text, doubt, header, body } = read;
    let doubt = *doubt;
    let odd = text.find('\u{FFFD}').filter(|_| doubt == Some(Doubt::OddCharacters));
    let file = inputs.sources.add(SourceFile::new(path.as_str(), Arc::clone(text)));
    inputs.not_text.extend((doubt == Some(Doubt::NoText)).then_some(file));
    findings.extend(doubt.map(|doubt| doubted(path, doubt, file, odd)));
    let path = below(path, layout.content_folder());
    if path.as_str() == "business.toml" {
        inputs.business = Some(file);
    } else if is_markdown(Path::new(path.as_str())) {
        inputs.pages.push(PageText { path, file, header: header.clone(), body: body.clone() });
    }
}

fn keep_override(path: &SourcePath, fetched: Fetched, inputs: &mut Inputs, findings: &mut Findings) {
    let (file, bytes) = match fetched {
        Fetched::Text(read) => {
            let bytes = read.text.as_bytes().into();
            (Some(inputs.sources.add(SourceFile::new(path.as_str(), Arc::clone(&read.text)))), bytes)
        }
        Fetched::Bytes(bytes) => (None, bytes),
        Fetched::Refused(refusal) => {
            findings.push(refused(path, &refusal, &mut inputs.sources));
            return;
        }
    };
    inputs.overrides.push(Override { path: below(path, "themes"), file, bytes });
}

fn doubted(path: &SourcePath, doubt: Doubt, file: FileId, odd: Option<usize>) -> Diagnostic {
    let (code, message, help) = match doubt {
        Doubt::OldEncoding => (
            &codes::source::OLD_ENCODING,
            format!("`{path}` was saved in an older way of storing letters; it was read as Western European."),
            "If letters such as ä, é or € look wrong on the page, save the file as UTF-8 in your editor.",
        ),
        Doubt::OddCharacters => (
            &codes::source::ODD_CHARACTERS,
            format!("`{path}` holds bytes that are no letters; they are shown as `\u{FFFD}`."),
            "Type the letters there again, and save the file as UTF-8.",
        ),
        Doubt::NoText => (
            &codes::source::NOT_TEXT,
            format!("`{path}` does not hold text, although its name says so."),
            "Open it in the program it was made with, and save its text into a new file.",
        ),
    };
    let diagnostic = Diagnostic::new(code, message).help(help);
    match odd {
        Some(at) => diagnostic.at(Span::new(file, at..at + '\u{FFFD}'.len_utf8())),
        None => diagnostic.at(file),
    }
}

fn below(path: &SourcePath, folder: &str) -> SourcePath {
    let rest = path.as_str().strip_prefix(folder).unwrap_or(path.as_str());
    SourcePath::new(rest.trim_start_matches('/'))
}

fn tell_troubles(troubles: Vec<Trouble>, sources: &mut Sources, findings: &mut Findings) {
    for trouble in troubles {
        let (code, path, message, help) = match trouble {
            Trouble::Unreadable { path, reason } => (
                &codes::source::UNREADABLE,
                path.clone(),
                format!("`{path}` can't be opened: {reason}."),
                "Check that you may open this file or folder, then try again.",
            ),
            Trouble::LeadsAway { path } => (
                &codes::source::LINK_OUTSIDE,
                path.clone(),
                format!("`{path}` is a link to something outside this site's folder, so it was left out."),
                "Copy the file into the folder, if clients should see it.",
            ),
            Trouble::DeadLink { path } => (
                &codes::source::DEAD_LINK,
                path.clone(),
                format!("`{path}` is a link that leads nowhere, or back to itself."),
                "Delete the link, or put the real file in its place.",
            ),
            Trouble::OddName { path } => (
                &codes::source::ODD_NAME,
                path.clone(),
                format!("The name `{path}` has characters that no web address can hold, so the file was left out."),
                "Rename the file with plain letters, digits and dashes.",
            ),
        };
        let file = sources.add(SourceFile::new(path, ""));
        findings.push(Diagnostic::new(code, message).at(file).help(help));
    }
}

fn refused(path: &SourcePath, refusal: &Refusal, sources: &mut Sources) -> Diagnostic {
    let file = sources.add(SourceFile::new(path.as_str(), ""));
    match refusal {
        Refusal::Huge { size, limit } => {
            let message =
                format!("`{path}` is {} MB large; at most {} MB can go on the site.", size >> 20, limit >> 20);
            Diagnostic::new(&codes::source::TOO_LARGE, message)
                .at(file)
                .help("Make it smaller, or put it elsewhere and link to it.")
        }
        Refusal::Unreadable(error) => {
            let message = format!("`{path}` can't be opened: {}.", in_words(error));
            let help = "Check that you may open this file and that no other program holds it, then try again.";
            Diagnostic::new(&codes::source::UNREADABLE, message).at(file).help(help)
        }
    }
}

pub(super) fn in_words(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => "it is no longer there".to_owned(),
        std::io::ErrorKind::PermissionDenied => "this computer does not allow it".to_owned(),
        // What the system says, without its number.
        _ => error.to_string().split(" (os error").next().unwrap_or_default().to_lowercase(),
    }
}
