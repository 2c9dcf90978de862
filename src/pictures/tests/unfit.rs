use super::*;
use crate::pictures::Fault;

fn fault(name: &str, bytes: &[u8]) -> Fault {
    let picture = picture(name, bytes.to_vec());
    let fault = picture.files().map(|files| files.len()).expect_err(name).clone();
    assert_eq!(picture.judge(), Err(fault.clone()), "{name}: judging finds what making does");
    fault
}

#[test]
fn what_can_not_be_shown_is_told_apart() {
    let foreign = |name: &str, bytes: &[u8], words: &str| match fault(name, bytes) {
        Fault::Foreign(what) => assert!(what.contains(words), "{name}: {what}"),
        other => panic!("{name}: {other:?}"),
    };
    foreign("a.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "HEIC");
    foreign("a.jpg", b"\0\0\0\x1Cftypmif1\0\0\0\0mif1heic", "HEIC");
    foreign("a.tif", b"II*\0\x08\0\0\0", "TIFF");
    foreign("a.tiff", b"MM\0*\0\0\0\x08", "TIFF");
    foreign("a.bmp", b"BM\0\0\0\0", "BMP");
    foreign("a.png", b"%PDF-1.7", "PDF");
    assert_eq!(fault("a.avif", b"\0\0\0\x18ftypavif\0\0\0\0mif1avif....Exif...."), Fault::Noted);
    assert!(picture("a.avif", b"\0\0\0\x18ftypavif\0\0\0\0mif1avif....".to_vec()).fault().is_none());
    assert_eq!(fault("a.jpg", b""), Fault::Empty);
    assert_eq!(fault("a.jpg", b"hello"), Fault::NoPicture);
}

#[test]
fn what_ends_too_early_is_found() {
    let sound = [
        ("a.jpg", jpeg(&quarters(300, 200))),
        ("large.jpg", jpeg(&leaves(1300, 900))),
        ("a.png", png(&image::DynamicImage::ImageRgb8(quarters(300, 200)).into_rgba8())),
        ("a.webp", webp(&quarters(300, 200))),
    ];
    for (name, bytes) in sound {
        assert!(picture(name, bytes.clone()).files().is_ok(), "{name}");
        for keep in [3, 9, 40, bytes.len() / 2, bytes.len() - 2] {
            assert!(matches!(fault(name, &bytes[..keep]), Fault::Broken | Fault::NoPicture), "{name}, {keep} bytes");
        }
    }
}

#[test]
fn what_is_damaged_inside_is_found() {
    let mut bytes = png(&image::DynamicImage::ImageRgb8(leaves(90, 60)).into_rgba8());
    let middle = bytes.len() / 2;
    bytes[middle..middle + 40].fill(0xA5);
    assert_eq!(fault("a.png", &bytes), Fault::Broken);
}

/// A few bytes that unfold to gigabytes: refused before anything is decoded.
#[test]
fn bombs_are_refused_by_their_measures() {
    let mut huge = png(&image::RgbaImage::new(8, 8));
    huge[16..24].copy_from_slice(&[0, 0, 0xC3, 0x50, 0, 0, 0xC3, 0x50]);
    let mut sum = flate2::Crc::new();
    sum.update(&huge[12..29]);
    huge[29..33].copy_from_slice(&sum.sum().to_be_bytes());
    assert_eq!(fault("a.png", &huge), Fault::Huge(50_000, 50_000));
    let mut huge = jpeg(&quarters(16, 16));
    let frame = memchr::memmem::find(&huge, b"\xFF\xC0").unwrap();
    huge[frame + 5..frame + 9].copy_from_slice(&[0xFF, 0xFF, 0xFF, 0xFF]);
    assert_eq!(fault("a.jpg", &huge), Fault::Huge(65_535, 65_535));
}

#[test]
fn no_bytes_make_it_stumble() {
    use proptest::prelude::*;
    let seeds = [
        jpeg(&quarters(24, 16)),
        png(&image::RgbaImage::new(9, 7)),
        webp(&quarters(24, 16)),
        b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xFF\xFF\xFF\x2C\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0\x3B".to_vec(),
        b"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 4\"><g><path d=\"M0 0h4\"/></g></svg>".to_vec(),
    ];
    let damage = (0..seeds.len(), proptest::collection::vec((any::<proptest::sample::Index>(), any::<u8>()), 1..6));
    proptest!(ProptestConfig::with_cases(200), |((seed, damage) in damage)| {
        let mut bytes = seeds[seed].clone();
        for (place, value) in damage {
            let at = place.index(bytes.len());
            bytes[at] = value;
        }
        for end in ["jpg", "svg"] {
            let picture = Picture::new("a", end, &Arc::from(bytes.clone()));
            // A length of nearly 64 million pixels is allowed, and takes too long for a test.
            if picture.size().is_none_or(|(width, height)| u64::from(width) * u64::from(height) < 1 << 20) {
                let sound = picture.files().is_ok();
                prop_assert_eq!(sound, picture.judge().is_ok());
            }
        }
    });
}
