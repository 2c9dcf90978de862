//! The square code (QR, ISO/IEC 18004) that leads from paper to the live page.

use qrcode::{Color, EcLevel, QrCode};

use super::binding::bare;
use crate::markdown::html::escaped;
use crate::render::views::{CodeView, Html};

/// White modules the standard asks for around the code.
const QUIET: usize = 4;

/// The code for an address; nothing when the address is too long for one.
///
/// Level M (15 % may be lost) is what a card in a wallet needs and keeps the modules large.
pub(super) fn code(href: &str) -> Option<CodeView> {
    let code = QrCode::with_error_correction_level(href, EcLevel::M).ok()?;
    let colors = code.to_colors();
    let mut path = String::new();
    for (y, row) in colors.chunks(code.width()).enumerate() {
        push_row(row, y, &mut path);
    }
    let modules = code.width() + 2 * QUIET;
    let words = bare(href).to_owned();
    let name = escaped(&words);
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {modules} {modules}\" role=\"img\" aria-label=\"{name}\" shape-rendering=\"crispEdges\">\
         <path fill=\"#fff\" d=\"M0 0h{modules}v{modules}H0z\"/><path fill=\"#000\" d=\"{path}\"/></svg>"
    );
    Some(CodeView { svg: Html(svg), modules: u32::try_from(modules).ok()?, href: href.to_owned(), words })
}

/// One run of dark modules a stroke.
fn push_row(row: &[Color], y: usize, path: &mut String) {
    let mut x = 0;
    for run in row.chunk_by(|one, other| one == other) {
        if run.first() == Some(&Color::Dark) {
            let width = run.len();
            path.push_str(&format!("M{} {}h{width}v1h-{width}z", x + QUIET, y + QUIET));
        }
        x += run.len();
    }
}
