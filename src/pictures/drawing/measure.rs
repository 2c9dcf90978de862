//! How large a drawing is shown.

/// Width and height in CSS pixels: its own measures, else its view box.
pub(in crate::pictures) fn measure(text: &str) -> Option<(u32, u32)> {
    let tag = text.get(text.find("<svg")?..)?;
    let tag = tag.get(..tag.find('>')?)?;
    let number = |name: &str| attribute(tag, name)?.trim_end_matches("px").parse::<f64>().ok();
    if let (Some(width), Some(height)) = (number("width"), number("height")) {
        return rounded(width, height);
    }
    let bounds: Vec<f64> = attribute(tag, "viewBox")?.split([' ', ',']).filter_map(|part| part.parse().ok()).collect();
    rounded(*bounds.get(2)?, *bounds.get(3)?)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to lie between 1 and 100,000")]
fn rounded(width: f64, height: f64) -> Option<(u32, u32)> {
    let is_sane = |length: f64| (1.0..100_000.0).contains(&length);
    (is_sane(width) && is_sane(height)).then(|| (width.round() as u32, height.round() as u32))
}

fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let start = tag.find(&format!(" {name}=\"")).map(|at| at + name.len() + 3)?;
    tag.get(start..)?.split('"').next()
}
