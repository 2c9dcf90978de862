//! One brand colour → the ramp every shade of a theme comes from.
//!
//! Colours are worked out in OKLCH (Björn Ottosson, "A perceptual color space for image processing", 2020): steps of equal lightness look
//! equally light whatever the hue, so one list of lightness steps keeps text readable for every brand.

use crate::policy::values::Color;

/// One step of a ramp, as a theme asks for it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// Lightness in percent; also the step's name.
    pub lightness: u8,
    /// How much of the brand's colourfulness it keeps.
    pub chroma: f64,
}

/// The `:root` block that gives a theme its brand colours.
#[must_use]
pub fn css(color: &Color, steps: &[Step]) -> String {
    let properties = shades(color, steps).into_iter().map(|(name, shade)| format!("--brand-{name}:{shade}"));
    format!(":root{{{}}}", properties.collect::<Vec<_>>().join(";"))
}

/// The ramp, step by step: its name and its colour as `#rrggbb`.
#[must_use]
pub fn shades(color: &Color, steps: &[Step]) -> Vec<(String, String)> {
    let brand = Oklch::of([color.red, color.green, color.blue]);
    let shade = |step: &Step| {
        let shade =
            Oklch { lightness: f64::from(step.lightness) / 100.0, chroma: brand.chroma * step.chroma, hue: brand.hue };
        let [red, green, blue] = shade.shown();
        (step.lightness.to_string(), format!("#{red:02x}{green:02x}{blue:02x}"))
    };
    steps.iter().map(shade).collect()
}

/// How far two colours stand apart: 1 for the same, 21 for black and white (WCAG 2.2, “contrast ratio”).
#[must_use]
pub fn contrast(one: &Color, other: &Color) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// The nearest darker shade of a colour that stands `least` apart from a light ground; black if none does.
#[must_use]
pub fn readable(color: &Color, ground: &Color, least: f64) -> Color {
    let typed = Oklch::of([color.red, color.green, color.blue]);
    let shade = |lightness| {
        let [red, green, blue] = Oklch { lightness, ..typed }.shown();
        Color { red, green, blue }
    };
    let (mut dark, mut light) = (0.0, typed.lightness);
    for _ in 0..24 {
        let middle = f64::midpoint(dark, light);
        if contrast(&shade(middle), ground) >= least {
            dark = middle;
        } else {
            light = middle;
        }
    }
    shade(dark)
}

fn luminance(color: &Color) -> f64 {
    let [red, green, blue] = [color.red, color.green, color.blue].map(|part| linear(f64::from(part) / 255.0));
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

#[derive(Clone, Copy, Debug)]
struct Oklch {
    lightness: f64,
    chroma: f64,
    /// In radians.
    hue: f64,
}

impl Oklch {
    fn of(rgb: [u8; 3]) -> Self {
        let [r, g, b] = rgb.map(|part| linear(f64::from(part) / 255.0));
        let l = (0.412_221_470_8 * r + 0.536_332_536_3 * g + 0.051_445_992_9 * b).cbrt();
        let m = (0.211_903_498_2 * r + 0.680_699_545_1 * g + 0.107_396_956_6 * b).cbrt();
        let s = (0.088_302_461_9 * r + 0.281_718_837_6 * g + 0.629_978_700_5 * b).cbrt();
        let lightness = 0.210_454_255_3 * l + 0.793_617_785_0 * m - 0.004_072_046_8 * s;
        let a = 1.977_998_495_1 * l - 2.428_592_205_0 * m + 0.450_593_709_9 * s;
        let b = 0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766_0 * s;
        Oklch { lightness, chroma: a.hypot(b), hue: b.atan2(a) }
    }

    /// The nearest colour a screen can show: the same lightness and hue, less colourful where need be.
    fn shown(self) -> [u8; 3] {
        if let Some(rgb) = self.rgb() {
            return rgb;
        }
        let (mut low, mut high) = (0.0, self.chroma);
        for _ in 0..24 {
            let middle = f64::midpoint(low, high);
            if (Oklch { chroma: middle, ..self }).rgb().is_some() {
                low = middle;
            } else {
                high = middle;
            }
        }
        Oklch { chroma: low, ..self }.rgb().unwrap_or_else(|| [byte(linear(self.lightness)); 3])
    }

    /// As sRGB, if sRGB has it.
    fn rgb(self) -> Option<[u8; 3]> {
        let (a, b) = (self.chroma * self.hue.cos(), self.chroma * self.hue.sin());
        let l = (self.lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b).powi(3);
        let m = (self.lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b).powi(3);
        let s = (self.lightness - 0.089_484_177_5 * a - 1.291_485_548_0 * b).powi(3);
        let red = 4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s;
        let green = -1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s;
        let blue = -0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701_0 * s;
        let is_shown = [red, green, blue].iter().all(|part| (-0.000_5..=1.000_5).contains(part));
        is_shown.then(|| [red, green, blue].map(|part| byte(gamma(part.clamp(0.0, 1.0)))))
    }
}

/// IEC 61966-2-1: sRGB to linear light.
fn linear(part: f64) -> f64 {
    if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
}

/// IEC 61966-2-1: linear light to sRGB.
fn gamma(part: f64) -> f64 {
    if part <= 0.003_130_8 { part * 12.92 } else { 1.055 * part.powf(1.0 / 2.4) - 0.055 }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 0–255 just before")]
fn byte(part: f64) -> u8 {
    (part * 255.0).round().clamp(0.0, 255.0) as u8
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const WHITE: Color = Color { red: 255, green: 255, blue: 255 };

    #[test]
    fn contrast_is_that_of_the_standard() {
        let gray = Color { red: 0x76, green: 0x76, blue: 0x76 };
        assert!((contrast(&WHITE, &Color { red: 0, green: 0, blue: 0 }) - 21.0).abs() < 1e-9);
        assert!((contrast(&gray, &WHITE) - 4.54).abs() < 0.01, "the best-known grey of all");
    }

    proptest! {
        #[test]
        fn a_readable_shade_passes_and_only_just(red: u8, green: u8, blue: u8) {
            let typed = Color { red, green, blue };
            prop_assume!(contrast(&typed, &WHITE) < 4.5);
            let shade = readable(&typed, &WHITE, 4.5);
            let reached = contrast(&shade, &WHITE);
            prop_assert!((4.5..4.75).contains(&reached), "{shade} reaches {reached}");
        }
    }
}
