//! Pictures the engine can show: looked at beforehand, since one damaged file would stop the whole paper.

use std::collections::BTreeSet;

use serde_json::Value;
use typst::foundations::Bytes;
use typst::visualize::{ExchangeFormat, RasterImage, SvgImage};

use crate::diagnostic::{Diagnostic, Findings, Span, codes};
use crate::markdown::document::Image;
use crate::markdown::{Document, TargetKind};
use crate::print::Press;
use crate::print::paper::Picture;
use crate::site::Lead;

/// A picture in the world of the templates.
pub(super) struct Shown {
    pub name: String,
    pub bytes: Bytes,
}

/// The pictures that can be shown; the others are told.
pub(super) fn shown(press: &Press<'_>, pictures: &[Picture], findings: &mut Findings) -> Vec<Shown> {
    let mut shown = Vec::new();
    for picture in pictures {
        let bytes = Bytes::new(picture.bytes.to_vec());
        if is_readable(&picture.name, &bytes) {
            shown.push(Shown { name: picture.name.clone(), bytes });
        } else {
            let message = format!("`{}` can't be shown in the PDF; its description stands in its place.", picture.path);
            let help = "Open it in a picture program and save it as PNG, JPEG or SVG.";
            let finding = Diagnostic::new(&codes::print::UNSHOWN_PICTURE, message).help(help);
            let place = first_use(press, &picture.name);
            findings.push(place.map_or_else(|| finding.clone().at(picture.file), |place| finding.clone().at(place)));
        }
    }
    shown
}

fn is_readable(name: &str, bytes: &Bytes) -> bool {
    if name.ends_with(".svg") {
        return SvgImage::new(bytes.clone()).is_ok();
    }
    ExchangeFormat::detect(bytes).is_some_and(|format| RasterImage::plain(bytes.clone(), format).is_ok())
}

/// Where a picture is placed first in the pack.
fn first_use(press: &Press<'_>, name: &str) -> Option<Span> {
    let is_it = |image: &Image, document: &Document| {
        let target = document.typed(&image.target);
        let lead = press.site.links.lead(document.span(image.place).file, target);
        image.kind == TargetKind::File
            && matches!(lead, Lead::To { published, .. } if published.address.file_name() == name)
    };
    press.binding.chapters.iter().find_map(|chapter| {
        let document = &press.binding.page(chapter).document;
        let image = document.images().iter().find(|image| is_it(image, document))?;
        Some(document.span(image.place))
    })
}

/// Takes the files of pictures that can't be shown out of the data: their descriptions remain.
pub(super) fn leave_out_unshown(data: &mut Value, shown: &[Shown]) {
    let names: BTreeSet<&str> = shown.iter().map(|shown| shown.name.as_str()).collect();
    if data.get("logo").and_then(Value::as_str).is_some_and(|logo| !names.contains(logo)) {
        data["logo"] = Value::Null;
    }
    leave_out(data, &names);
}

fn leave_out(value: &mut Value, names: &BTreeSet<&str>) {
    match value {
        Value::Object(fields) => {
            let is_unshown = fields.get("file").and_then(Value::as_str).is_some_and(|file| !names.contains(file));
            if is_unshown && fields.get("is").and_then(Value::as_str) == Some("picture") {
                let alt = fields.get("alt").cloned().unwrap_or_default();
                fields.insert("is".to_owned(), Value::from("text"));
                fields.insert("text".to_owned(), alt);
            } else if is_unshown {
                fields.insert("file".to_owned(), Value::Null);
            }
            fields.values_mut().for_each(|value| leave_out(value, names));
        }
        Value::Array(values) => values.iter_mut().for_each(|value| leave_out(value, names)),
        _ => {}
    }
}
