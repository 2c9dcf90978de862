//! Pictures made in memory, and what becomes of them.

mod drawings;
mod notes;
mod sizes;
mod unfit;

use std::sync::Arc;

use image::{ExtendedColorType, ImageEncoder, RgbImage, RgbaImage};

use super::Picture;

/// A camera's notes: a place, a name, an orientation. TIFF as EXIF has it, big endian.
const SECRET: &str = "GPS 36.8508 -76.2859 Dana's phone";

/// A picture whose quarters are red, green, blue and white: each way of turning it looks different.
fn quarters(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| match (x * 2 < width, y * 2 < height) {
        (true, true) => image::Rgb([220, 20, 20]),
        (false, true) => image::Rgb([20, 200, 20]),
        (true, false) => image::Rgb([20, 20, 220]),
        (false, false) => image::Rgb([250, 250, 250]),
    })
}

/// Something as hard to make small as a photo of leaves: the same on every run.
fn leaves(width: u32, height: u32) -> RgbImage {
    let mut state = 0x2545_F491_u32;
    RgbImage::from_fn(width, height, |x, y| {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        let noise = (state >> 26) as u8;
        let wave = ((x / 7) ^ (y / 5)) as u8;
        image::Rgb([wave.wrapping_add(noise), 90 + noise, 40_u8.saturating_add(wave / 4)])
    })
}

/// Noise of the finest grain: the same on every run.
fn gravel(width: u32, height: u32) -> RgbImage {
    let mut state = 0x9E37_79B9_u32;
    let mut grain = || {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        (state >> 24) as u8
    };
    RgbImage::from_fn(width, height, |_, _| image::Rgb([grain(), grain(), grain()]))
}

fn jpeg(image: &RgbImage) -> Vec<u8> {
    let mut written = Vec::new();
    image::codecs::jpeg::JpegEncoder::new_with_quality(&mut written, 92).encode_image(image).unwrap();
    written
}

fn png(image: &RgbaImage) -> Vec<u8> {
    let mut written = Vec::new();
    let encoder = image::codecs::png::PngEncoder::new(&mut written);
    encoder.write_image(image, image.width(), image.height(), ExtendedColorType::Rgba8).unwrap();
    written
}

fn webp(image: &RgbImage) -> Vec<u8> {
    webp::Encoder::from_rgb(image, image.width(), image.height()).encode_simple(false, 80.0).unwrap().to_vec()
}

fn exif(orientation: u8) -> Vec<u8> {
    let mut notes = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    notes.extend([orientation, 0, 0, 0, 0, 0, 0]);
    notes.extend(SECRET.as_bytes());
    notes
}

/// The JPEG with a camera's notes behind its beginning, a comment, and a film behind its end.
fn with_notes(jpeg: &[u8], orientation: u8) -> Vec<u8> {
    let notes = [b"Exif\0\0", exif(orientation).as_slice()].concat();
    let segment = |marker: u8, body: &[u8]| {
        let length = u16::try_from(body.len() + 2).unwrap().to_be_bytes();
        [&[0xFF, marker], &length[..], body].concat()
    };
    let (start, rest) = jpeg.split_at(2);
    [start, &segment(0xE1, &notes), &segment(0xFE, SECRET.as_bytes()), rest, b"ftypmp4", SECRET.as_bytes()].concat()
}

fn picture(name: &str, bytes: Vec<u8>) -> Picture {
    let (stem, end) = name.rsplit_once('.').unwrap();
    Picture::new(stem, end, &Arc::from(bytes))
}

fn published(picture: &Picture) -> Vec<(String, Arc<[u8]>)> {
    let files = picture.files().unwrap_or_else(|fault| panic!("{fault:?}"));
    files.into_iter().map(|(address, bytes)| (address.to_string(), bytes)).collect()
}

fn holds(bytes: &[u8], wanted: &str) -> bool {
    memchr::memmem::find(bytes, wanted.as_bytes()).is_some()
}
