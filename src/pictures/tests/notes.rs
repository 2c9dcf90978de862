use image::{Rgba, RgbaImage};

use super::*;

fn check_gone(name: &str, bytes: Vec<u8>) -> Vec<Arc<[u8]>> {
    assert!(holds(&bytes, SECRET), "{name} has nothing to hide");
    let picture = picture(name, bytes);
    let files = published(&picture);
    for (address, bytes) in &files {
        for note in [SECRET, "GPS", "Dana", "Exif", "ftypmp4", "exif:", "photoshop", "Comment"] {
            assert!(!holds(bytes, note), "{note} in {address}");
        }
        assert!(image::load_from_memory(bytes).is_ok() || address.ends_with(".gif"), "{address} can't be read");
    }
    files.into_iter().map(|(_, bytes)| bytes).collect()
}

fn chunk(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let mut sum = flate2::Crc::new();
    sum.update(kind);
    sum.update(data);
    [&u32::try_from(data.len()).unwrap().to_be_bytes(), &kind[..], data, &sum.sum().to_be_bytes()].concat()
}

#[test]
fn no_note_of_a_camera_leaves_the_house() {
    let small = jpeg(&quarters(300, 200));
    assert_eq!(*check_gone("a.jpg", with_notes(&small, 1))[0], *small, "the picture itself stays byte for byte");
    check_gone("turned.jpg", with_notes(&small, 8));
    assert_eq!(check_gone("large.jpg", with_notes(&jpeg(&leaves(1300, 900)), 1)).len(), 4);
}

#[test]
fn no_note_of_a_program_leaves_the_house() {
    let plain = png(&RgbaImage::from_pixel(40, 30, Rgba([1, 2, 3, 255])));
    let (start, rest) = plain.split_at(33);
    let text = chunk(b"tEXt", format!("Comment\0{SECRET}").as_bytes());
    let own = chunk(b"daNa", SECRET.as_bytes());
    let noted = [start, &text, &chunk(b"eXIf", &exif(1)), &own, rest, SECRET.as_bytes()].concat();
    assert_eq!(*check_gone("a.png", noted)[0], *plain);

    let plain = webp(&quarters(300, 200));
    let body = &plain[12..];
    let mut noted = b"WEBPVP8X\x0A\0\0\0\x0C\0\0\0\x2B\x01\0\xC7\0\0".to_vec();
    noted.extend(body);
    for (kind, data) in [(b"EXIF", exif(1)), (b"XMP ", format!("exif:{SECRET}").into_bytes())] {
        noted.extend(kind);
        noted.extend(u32::try_from(data.len()).unwrap().to_le_bytes());
        noted.extend(&data);
        noted.extend(vec![b'D'; data.len() % 2]);
    }
    let whole = [b"RIFF", &u32::try_from(noted.len()).unwrap().to_le_bytes()[..], &noted, SECRET.as_bytes()].concat();
    let cleaned = check_gone("a.webp", whole);
    assert_eq!(cleaned[0][20], 0, "no note is announced");
}

#[test]
fn a_film_keeps_moving_without_its_notes() {
    let frame = b"\x21\xF9\x04\0\x0A\0\0\0\x2C\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0";
    let head = b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xFF\xFF\xFF";
    let again = b"\x21\xFF\x0BNETSCAPE2.0\x03\x01\0\0\0";
    let sub = |data: &str| [&[u8::try_from(data.len()).unwrap()], data.as_bytes(), &[0]].concat();
    let comment = [b"\x21\xFE".to_vec(), sub(SECRET)].concat();
    let program = [b"\x21\xFF\x0BXMP DataXMP".to_vec(), sub(SECRET)].concat();
    let noted = [&head[..], again, &comment, frame, &program, frame, b"\x3B", SECRET.as_bytes()].concat();
    let cleaned = check_gone("a.gif", noted);
    assert_eq!(*cleaned[0], [&head[..], again, frame, frame, b"\x3B"].concat());
}

#[test]
fn a_cameras_colours_stay_what_they_were() {
    let mut profile = vec![7; 540];
    profile[16..20].copy_from_slice(b"RGB ");
    profile[36..40].copy_from_slice(b"acsp");
    let image = leaves(1300, 900);
    let mut photo = Vec::new();
    let mut encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut photo, 90);
    encoder.set_icc_profile(profile.clone()).unwrap();
    encoder.encode_image(&image).unwrap();
    for (address, bytes) in published(&picture("a.jpg", photo)) {
        let mut decoder = image::ImageReader::new(std::io::Cursor::new(&*bytes))
            .with_guessed_format()
            .unwrap()
            .into_decoder()
            .unwrap();
        assert_eq!(image::ImageDecoder::icc_profile(&mut decoder).unwrap(), Some(profile.clone()), "{address}");
        assert!(image::load_from_memory(&bytes).is_ok(), "{address}");
    }
}
