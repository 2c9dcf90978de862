use image::{Rgba, RgbaImage};

use super::*;
use crate::pictures::WIDEST;

fn corners(bytes: &[u8]) -> [char; 4] {
    let image = image::load_from_memory(bytes).unwrap().into_rgb8();
    let (width, height) = image.dimensions();
    let name = |x: u32, y: u32| match image.get_pixel(x, y).0 {
        [r, g, b] if r > 200 && g > 200 && b > 200 => 'w',
        [r, g, _] if r > 150 && g < 100 => 'r',
        [_, g, b] if g > 150 && b < 100 => 'g',
        _ => 'b',
    };
    let (right, low) = (width * 3 / 4, height * 3 / 4);
    [name(width / 4, height / 4), name(right, height / 4), name(width / 4, low), name(right, low)]
}

/// EXIF 2.3, tag 0x0112: what of the stored picture is at the top left as shown, and so on.
#[test]
fn every_orientation_comes_out_upright() {
    let stored = jpeg(&quarters(96, 64));
    let wanted = [
        (1, ['r', 'g', 'b', 'w'], (96, 64)),
        (2, ['g', 'r', 'w', 'b'], (96, 64)),
        (3, ['w', 'b', 'g', 'r'], (96, 64)),
        (4, ['b', 'w', 'r', 'g'], (96, 64)),
        (5, ['r', 'b', 'g', 'w'], (64, 96)),
        (6, ['b', 'r', 'w', 'g'], (64, 96)),
        (7, ['w', 'g', 'b', 'r'], (64, 96)),
        (8, ['g', 'w', 'r', 'b'], (64, 96)),
    ];
    for (orientation, seen, size) in wanted {
        let picture = picture("door.jpg", with_notes(&stored, orientation));
        assert_eq!(picture.size(), Some(size), "orientation {orientation}");
        for (address, bytes) in published(&picture) {
            assert_eq!(corners(&bytes), seen, "{address}, orientation {orientation}");
        }
    }
}

#[test]
fn a_photo_comes_in_a_few_widths_and_is_never_enlarged() {
    let widths = |width: u32, height: u32| super::super::widths(width, height);
    assert_eq!(widths(4000, 3000), [480, 800, 1200]);
    assert_eq!(widths(1300, 900), [480, 800, 1200]);
    assert_eq!(widths(1000, 900), [480, 800, 1000]);
    assert_eq!(widths(850, 900), [480, 850]);
    assert_eq!(widths(500, 900), [500]);
    assert_eq!(widths(60, 40), [60]);
    assert_eq!(widths(1200, 60_000), [320]);
    let picture = picture("door.jpg", jpeg(&leaves(1500, 1000)));
    let names: Vec<String> = published(&picture).into_iter().map(|(address, _)| address).collect();
    let shapes: Vec<_> =
        names.iter().map(|name| (name.split('.').next().unwrap(), name.rsplit('.').next().unwrap())).collect();
    let expected = [
        ("assets/door-480", "webp"),
        ("assets/door-800", "webp"),
        ("assets/door-1200", "webp"),
        ("assets/door-1200", "jpg"),
    ];
    assert_eq!(shapes, expected);
    for (address, bytes) in published(&picture) {
        let width: u32 = address.split(['-', '.']).nth(1).unwrap().parse().unwrap();
        let size = imagesize::blob_size(&bytes).unwrap();
        assert_eq!((size.width, size.height), (width as usize, width as usize * 2 / 3), "{address}");
    }
}

/// Of a photo as phones take them, harder to make small than most, nobody loads more than 250 KB.
#[test]
fn a_photo_of_twelve_million_pixels_is_light() {
    let photo = jpeg(&leaves(4032, 3024));
    assert!(photo.len() > 3 << 20, "{}", photo.len());
    let picture = picture("leaves.jpg", with_notes(&photo, 6));
    assert_eq!(picture.size(), Some((3024, 4032)));
    for (address, bytes) in published(&picture) {
        assert!(bytes.len() <= 250_000, "{address}: {}", bytes.len());
    }
}

/// Harder than any photo, and upright: every pixel differs from its neighbours.
#[test]
fn nothing_is_too_hard_to_be_made_light() {
    let photo = jpeg(&gravel(1200, 1600));
    let picture = picture("gravel.jpg", photo.clone());
    let made = published(&picture);
    let again = super::picture("gravel.jpg", photo);
    again.recall(&picture.record().unwrap());
    assert!(again.is_made(), "what was made is taken over");
    for (address, bytes) in made {
        assert!(bytes.len() <= 250_000, "{address}: {}", bytes.len());
        let size = imagesize::blob_size(&bytes).unwrap();
        assert!((size.width * 4).abs_diff(size.height * 3) <= 4, "{address}: {size:?}");
    }
}

#[test]
fn what_shows_through_still_does() {
    let hole = |x: u32, y: u32| if x.abs_diff(700) + y.abs_diff(300) < 200 { 0 } else { 255 };
    let mut image = RgbaImage::from_fn(1400, 600, |x, y| Rgba([leaf(x), leaf(y), 90, hole(x, y)]));
    // What can't be seen must not bleed into what can.
    image.pixels_mut().filter(|pixel| pixel.0[3] == 0).for_each(|pixel| pixel.0 = [255, 0, 255, 0]);
    let picture = picture("sign.png", png(&image));
    let files = published(&picture);
    assert!(files.last().unwrap().0.ends_with(".png"), "{files:?}");
    for (address, bytes) in files {
        let shown = image::load_from_memory(&bytes).unwrap().into_rgba8();
        let (width, height) = shown.dimensions();
        assert_eq!(shown.get_pixel(width / 2, height / 2).0[3], 0, "{address}");
        assert_eq!(shown.get_pixel(5, 5).0[3], 255, "{address}");
        let is_pink = |pixel: &&Rgba<u8>| pixel.0[3] > 60 && pixel.0[2] > 200;
        assert_eq!(shown.pixels().find(is_pink), None, "{address}");
    }
}

fn leaf(at: u32) -> u8 {
    u8::try_from(at * 7 % 97).unwrap()
}

#[test]
fn what_is_small_goes_out_as_it_is() {
    let small = jpeg(&quarters(600, 400));
    let files = published(&picture("small.jpg", small.clone()));
    assert_eq!((files.len(), &*files[0].1), (1, small.as_slice()));
    let drawn = picture("plan.png", png(&RgbaImage::from_pixel(2000, 1000, Rgba([10, 90, 90, 255]))));
    assert_eq!(published(&drawn).len(), 4, "it is light, but wider than {WIDEST}");
}

#[test]
fn the_same_original_gives_the_same_bytes_on_any_number_of_cores() {
    let photo = jpeg(&leaves(1300, 900));
    let on_cores = |cores: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(cores).build().unwrap();
        pool.install(|| published(&picture("leaves.jpg", photo.clone())))
    };
    let once = on_cores(1);
    assert!(once == on_cores(1) && once == on_cores(5));
    let other = published(&picture("leaves.jpg", jpeg(&leaves(1300, 901))));
    assert!(once.iter().zip(&other).all(|(one, two)| one.0 != two.0), "another picture needs another name");
}

#[test]
fn what_was_kept_is_taken_over_and_a_strangers_is_not() {
    let photo = jpeg(&leaves(1300, 900));
    let first = picture("leaves.jpg", photo.clone());
    let made = published(&first);
    let record = first.record().unwrap();
    let fresh = || picture("leaves.jpg", photo.clone());
    let second = fresh();
    second.recall(&record);
    assert!(second.is_made() && second.record().is_none() && published(&second) == made);
    let refused = |record: &[u8]| {
        let third = fresh();
        third.recall(record);
        !third.is_made()
    };
    let mut broken = record.clone();
    broken[record.len() / 2] ^= 1;
    assert!(refused(&broken) && refused(&record[..record.len() - 1]) && refused(b""));
    // Somebody else's, with a hash that is right: another picture, and the right one with notes.
    let other = picture("leaves.jpg", jpeg(&leaves(1300, 700)));
    published(&other);
    assert!(refused(&other.record().unwrap()));
    let mut noted: Vec<Arc<[u8]>> = made.iter().map(|(_, bytes)| Arc::clone(bytes)).collect();
    let rewritten = |versions: &[Arc<[u8]>]| super::super::record::write(&first.key, versions);
    assert!(!refused(&rewritten(&noted)));
    noted[3] = Arc::from(with_notes(&noted[3], 1));
    assert!(refused(&rewritten(&noted)));
    noted[3] = Arc::clone(&noted[0]);
    assert!(refused(&rewritten(&noted)));
}
