//! One original → its versions: decoded once, turned, made smaller step by step, written.

use std::sync::Arc;

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::imageops::{self, FilterType};
use image::{DynamicImage, ExtendedColorType, ImageDecoder, ImageEncoder, RgbImage, RgbaImage};
use rayon::prelude::*;

use super::fault::Fault;
use super::look::{self, Looks};
use super::profile;

/// A version of a photo has at most so many bytes: a page with it has to come through a slow network.
const LARGEST: usize = 200_000;
/// Qualities tried one after another, of WebP and of JPEG. What is still larger with the last is tried again with fewer pixels, stretched by
/// the browser: gravel and leaves hide it.
const QUALITIES: [(f32, u8); 4] = [(76.0, 80), (64.0, 68), (50.0, 54), (36.0, 40)];
/// Of what is drawn, where blurred edges show.
const DRAWN: f32 = 88.0;

/// How a version is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Webp,
    Jpeg,
    Png,
    /// SVG: of an emblem only.
    Drawing,
}

impl Format {
    pub(super) fn end(self) -> &'static str {
        match self {
            Format::Webp => "webp",
            Format::Jpeg => "jpg",
            Format::Png => "png",
            Format::Drawing => "svg",
        }
    }
}

/// One file a picture becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Version {
    pub format: Format,
    /// In pixels, at least 1.
    pub width: u32,
    /// In pixels, at least 1.
    pub height: u32,
}

impl Version {
    /// Itself, and the same of fewer and fewer pixels, down to a quarter of its width. A PNG is for drawings, where that would show.
    pub(super) fn sizes(self) -> impl Iterator<Item = Version> {
        let parts: &[u32] = if self.format == Format::Png { &[16] } else { &[16, 12, 9, 6, 4] };
        parts.iter().map(move |part| {
            let side = |whole: u32| (whole * part / 16).max(1);
            Version { width: side(self.width), height: side(self.height), ..self }
        })
    }
}

/// A decoded picture the right way up, with the profile its colours are meant in.
pub(super) struct Decoded {
    image: DynamicImage,
    profile: Option<Vec<u8>>,
}

/// Decodes a picture that was looked at.
pub(super) fn decoded(looks: &Looks, bytes: &[u8]) -> Result<Decoded, Fault> {
    let mut decoder = look::decoder(looks.kind, bytes).map_err(|_| Fault::Broken)?;
    let profile = decoder.icc_profile().ok().flatten().filter(|profile| profile::is_worth_keeping(profile));
    let mut image = DynamicImage::from_decoder(decoder).map_err(|_| Fault::Broken)?;
    image.apply_orientation(looks.orientation);
    Ok(Decoded { image, profile })
}

/// Makes all versions, in the order they are asked for.
pub(super) fn versions(looks: &Looks, bytes: &[u8], wanted: &[Version]) -> Result<Vec<Arc<[u8]>>, Fault> {
    let Decoded { image, profile } = decoded(looks, bytes)?;
    let sheet = Sheet { is_drawn: looks.is_drawn, profile: profile.as_deref() };
    let made: Vec<Option<Vec<u8>>> = if looks.is_see_through {
        let whole = multiplied(image.into_rgba8());
        wanted.par_iter().map(|version| sheet.see_through(&whole, version)).collect()
    } else {
        let whole = image.into_rgb8();
        wanted.par_iter().map(|version| sheet.opaque(&whole, version)).collect()
    };
    made.into_iter().map(|made| made.map(Arc::from).ok_or(Fault::Broken)).collect()
}

struct Sheet<'s> {
    is_drawn: bool,
    profile: Option<&'s [u8]>,
}

impl Sheet<'_> {
    fn opaque(&self, whole: &RgbImage, version: &Version) -> Option<Vec<u8>> {
        light_enough(*version, |version| {
            let image = imageops::resize(whole, version.width, version.height, FilterType::CatmullRom);
            match version.format {
                Format::Webp => self.webp(|| webp::Encoder::from_rgb(&image, version.width, version.height)),
                Format::Jpeg => self.jpeg(&image),
                Format::Png => self.png(&image, version, ExtendedColorType::Rgb8),
                Format::Drawing => None,
            }
        })
    }

    fn see_through(&self, whole: &RgbaImage, version: &Version) -> Option<Vec<u8>> {
        light_enough(*version, |version| {
            let image = divided(imageops::resize(whole, version.width, version.height, FilterType::CatmullRom));
            match version.format {
                Format::Webp => self.webp(|| webp::Encoder::from_rgba(&image, version.width, version.height)),
                _ => self.png(&image, version, ExtendedColorType::Rgba8),
            }
        })
    }

    /// What is drawn stays pixel for pixel as long as that is not too large.
    fn webp<'i>(&self, encoder: impl Fn() -> webp::Encoder<'i>) -> Option<Vec<u8>> {
        let exact = if self.is_drawn { encoder().encode_simple(true, 75.0).ok() } else { None };
        let exact = exact.filter(|written| written.len() <= LARGEST).map(|written| written.to_vec());
        let first = self.is_drawn.then_some(DRAWN);
        let qualities = first.into_iter().chain(QUALITIES.into_iter().map(|(quality, _)| quality));
        let written =
            || smallest_enough(qualities, |quality| Some(encoder().encode_simple(false, quality).ok()?.to_vec()));
        let written = exact.or_else(written)?;
        Some(match self.profile {
            Some(profile) => profile::put_into_webp(&written, profile)?,
            None => written,
        })
    }

    fn jpeg(&self, image: &RgbImage) -> Option<Vec<u8>> {
        smallest_enough(QUALITIES.into_iter().map(|(_, quality)| quality), |quality| {
            let mut written = Vec::new();
            let mut encoder = JpegEncoder::new_with_quality(&mut written, quality);
            if let Some(profile) = self.profile {
                encoder.set_icc_profile(profile.to_vec()).ok()?;
            }
            encoder.encode_image(image).ok()?;
            Some(written)
        })
    }

    fn png(&self, pixels: &[u8], version: &Version, color: ExtendedColorType) -> Option<Vec<u8>> {
        let mut written = Vec::new();
        let mut encoder = PngEncoder::new(&mut written);
        if let Some(profile) = self.profile {
            encoder.set_icc_profile(profile.to_vec()).ok()?;
        }
        encoder.write_image(pixels, version.width, version.height, color).ok()?;
        Some(written)
    }
}

/// Writes a version of fewer and fewer pixels until it is light enough.
fn light_enough(version: Version, write: impl Fn(&Version) -> Option<Vec<u8>>) -> Option<Vec<u8>> {
    let mut last = None;
    for version in version.sizes() {
        let written = write(&version)?;
        let is_light = written.len() <= LARGEST;
        last = Some(written);
        if is_light {
            break;
        }
    }
    last
}

/// The first that is small enough, else the last.
fn smallest_enough<Q>(qualities: impl Iterator<Item = Q>, write: impl Fn(Q) -> Option<Vec<u8>>) -> Option<Vec<u8>> {
    let mut last = None;
    for quality in qualities {
        let written = write(quality)?;
        if written.len() <= LARGEST {
            return Some(written);
        }
        last = Some(written);
    }
    last
}

/// Colours weighed by how much of them shows: else what can't be seen would bleed into the edges when pixels are mixed.
fn multiplied(mut image: RgbaImage) -> RgbaImage {
    for pixel in image.pixels_mut() {
        let [red, green, blue, alpha] = pixel.0;
        let part = |color: u8| rounded(u32::from(color) * u32::from(alpha), 255);
        pixel.0 = [part(red), part(green), part(blue), alpha];
    }
    image
}

fn divided(mut image: RgbaImage) -> RgbaImage {
    for pixel in image.pixels_mut() {
        let [red, green, blue, alpha] = pixel.0;
        let part = |color: u8| if alpha == 0 { 0 } else { rounded(u32::from(color) * 255, u32::from(alpha)) };
        pixel.0 = [part(red), part(green), part(blue), alpha];
    }
    image
}

fn rounded(value: u32, by: u32) -> u8 {
    u8::try_from((value + by / 2) / by).unwrap_or(u8::MAX)
}
