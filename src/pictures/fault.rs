//! Pictures that can't go out, in the owner's words.

use super::{Stretch, look};
use crate::address::SourcePath;
use crate::diagnostic::{Diagnostic, FileId, SourceFile, Span, codes};

/// Why a picture can't go out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// There is nothing in it.
    Empty,
    /// Its bytes are no picture.
    NoPicture,
    /// It is something that no browser shows, in words.
    Foreign(&'static str),
    /// It brings notes along that can't be taken out.
    Noted,
    /// It ends too early, or makes no sense.
    Broken,
    /// It has more pixels than can be decoded with a quiet mind: width and height.
    Huge(u32, u32),
    /// A drawing that can't be read.
    Unreadable(Stretch),
    /// A drawing with something in it that does things or fetches things: what it is, in words, and where.
    Unsafe(&'static str, Stretch),
}

impl Fault {
    /// The finding about the picture at `path`.
    #[must_use]
    pub fn told(&self, path: &SourcePath, id: FileId, file: &SourceFile) -> Diagnostic {
        let place = |stretch: &Stretch| {
            let is_there = file.text().get(stretch.clone()).is_some_and(|text| !text.is_empty());
            is_there.then(|| Span::new(id, stretch.clone()))
        };
        let at = |finding: Diagnostic, stretch: &Stretch| match place(stretch) {
            Some(span) => finding.at(span),
            None => finding.at(id),
        };
        match self {
            Fault::Empty => broken(format!("There is nothing in `{path}`: 0 bytes.")).at(id),
            Fault::NoPicture => broken(format!("`{path}` is called a picture, but holds something else.")).at(id),
            Fault::Broken => broken(format!("`{path}` is damaged, or only a part of it was copied.")).at(id),
            Fault::Foreign(what) => not_for_web(format!("`{path}` is {what}. Browsers can't show that."), what).at(id),
            Fault::Noted => {
                let message = format!(
                    "`{path}` is an AVIF picture with notes, often about where it was taken. We can't take them out."
                );
                not_for_web(message, "").at(id)
            }
            Fault::Huge(width, height) => huge(path, *width, *height).at(id),
            Fault::Unreadable(stretch) => {
                let help = "Open it in the program it was drawn with and save it again as plain SVG, or as PNG.";
                at(broken(format!("The drawing `{path}` can't be read from here on.")).help(help), stretch)
            }
            Fault::Unsafe(what, stretch) => {
                let finding =
                    Diagnostic::new(&codes::pictures::UNSAFE_DRAWING, format!("The drawing `{path}` holds {what}."));
                at(finding.help("Take this out, or open the drawing in the program it was made with and save it as plain SVG or as PNG."), stretch)
            }
        }
    }
}

fn not_for_web(message: String, what: &str) -> Diagnostic {
    let help = if what.contains("HEIC") {
        "Open it on your computer or phone, save it as JPEG and use that. New photos: on an iPhone, Settings, Camera, Formats, Most Compatible."
    } else {
        "Open it in a picture program, save it as JPEG (or as PNG if parts of it show through), and use that."
    };
    Diagnostic::new(&codes::pictures::NOT_FOR_WEB, message).help(help)
}

fn huge(path: &SourcePath, width: u32, height: u32) -> Diagnostic {
    let most = look::MOST_PIXELS / 1_000_000;
    let message =
        format!("`{path}` is {width} × {height} pixels large; {most} million pixels are the most we can work on.");
    Diagnostic::new(&codes::pictures::TOO_LARGE, message).help("Save it smaller: a long side of 4000 pixels is plenty.")
}

fn broken(message: String) -> Diagnostic {
    let help = "Copy it again from where it came from, or open it in a picture program and save it as JPEG or PNG.";
    Diagnostic::new(&codes::pictures::BROKEN, message).help(help)
}
