//! Photos as owners have them become pictures as clients need them, once; and what was made is kept.

use std::sync::Arc;

use image::RgbImage;
use jiff::civil::date;
use welcomemat::address::Address;
use welcomemat::build::{self, Build, Memory, Today, build};
use welcomemat::source::{KEPT, Layout, MemoryFiles};

use crate::desk::{BUSINESS, Desk, TODAY};

const NOTE: &str = "GPS 36.8508 -76.2859 Dana's phone";
const PAGE: &str =
    "# Welcome\n\n![Our front door](photos/Front%20door.JPG)\n\n![The bell](photos/bell.png \"It rings\")\n";

/// A photo with a camera's notes: stored lying on its side, to be shown upright.
fn photo(width: u32, height: u32) -> Vec<u8> {
    let image = RgbImage::from_fn(width, height, |x, y| {
        image::Rgb([((x * 7) ^ (y * 3)) as u8, (x / 3 + y) as u8, (y * 5) as u8])
    });
    let mut plain = Vec::new();
    image::codecs::jpeg::JpegEncoder::new_with_quality(&mut plain, 90).encode_image(&image).unwrap();
    let mut notes = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0".to_vec();
    notes.extend(NOTE.as_bytes());
    let length = u16::try_from(notes.len() + 2).unwrap().to_be_bytes();
    [&plain[..2], b"\xFF\xE1", &length, &notes, &plain[2..]].concat()
}

fn small() -> Vec<u8> {
    let mut written = std::io::Cursor::new(Vec::new());
    RgbImage::new(40, 30).write_to(&mut written, image::ImageFormat::Png).unwrap();
    written.into_inner()
}

fn files() -> MemoryFiles {
    let mut files = MemoryFiles::new([("content/business.toml", BUSINESS)]);
    files.put("content/welcome.md", PAGE);
    files.put("content/photos/Front door.JPG", photo(1400, 1000));
    files.put("content/photos/bell.png", small());
    files
}

fn built(files: &MemoryFiles) -> Build {
    build(files, Layout::Site, "harbour", Today::Given(date(2026, 9, 1)))
}

fn holds(bytes: &[u8], wanted: &str) -> bool {
    memchr::memmem::find(bytes, wanted.as_bytes()).is_some()
}

#[test]
fn a_page_offers_a_photo_upright_in_a_few_widths() {
    let build = built(&files());
    assert!(!build.findings.has_errors(), "{:#?}", build.findings);
    let page = String::from_utf8(build.output.get(&Address::new("index.html")).unwrap().joined()).unwrap();
    let at = page.find("<picture>").expect("a choice");
    let tag = &page[at..at + page[at..].find("</picture>").unwrap()];
    let hash = tag.split("front-door-480.").nth(1).unwrap().split('.').next().unwrap();
    let expected = format!(
        "<picture><source type=\"image/webp\" srcset=\"assets/front-door-480.{hash}.webp 480w, assets/front-door-800.{hash}.webp 800w, \
         assets/front-door-1000.{hash}.webp 1000w\" sizes=\"(min-width: 40rem) 36rem, 100vw\"><img src=\"assets/front-door-1000.{hash}.jpg\" \
         alt=\"Our front door\" loading=\"lazy\" decoding=\"async\" width=\"1000\" height=\"1400\">"
    );
    assert_eq!(tag, expected);
    assert!(page.contains("width=\"40\" height=\"30\"><figcaption>It rings"), "{page}");
    let named = page.split(['"', ' ', ',']).filter(|word| word.starts_with("assets/") && !word.ends_with(".js"));
    for address in named {
        assert!(build.output.get(&Address::new(address)).is_some(), "{address} is not published");
    }
}

#[test]
fn no_note_is_published_anywhere() {
    let build = built(&files());
    for (address, content) in build.output.iter() {
        assert!(!holds(&content.joined(), NOTE), "{address}");
    }
    let has_photo = build.output.iter().any(|(address, _)| address.as_str().starts_with("assets/front-door-"));
    assert!(has_photo, "there is something to look at");
}

/// What stood only in a photo's notes is gone, and no reason to stop a build.
#[test]
fn private_facts_in_notes_are_taken_out_not_told() {
    let mut files = files();
    files.put("content/business.toml", format!("{BUSINESS}private = [\"Dana's phone\"]\n"));
    assert!(!built(&files).findings.iter().any(|finding| finding.code.id == "private/shown"));
}

#[test]
fn a_second_build_makes_nothing_again() {
    let mut files = files();
    let first = built(&files);
    let kept = build::keepsakes(&first.site, first.emblem.as_deref());
    let drawn = usize::from(cfg!(feature = "pictures"));
    assert_eq!((kept.new.len(), kept.wanted.len()), (2 + drawn, 2 + drawn));
    for (name, record) in &kept.new {
        files.put(&format!("{KEPT}/{name}"), record.clone());
    }
    let second = built(&files);
    assert_eq!(build::keepsakes(&second.site, second.emblem.as_deref()).new, []);
    let bytes = |build: &Build| {
        build.output.iter().map(|(address, content)| (address.clone(), content.joined())).collect::<Vec<_>>()
    };
    assert!(bytes(&first) == bytes(&second));
}

#[test]
fn the_preview_shows_a_photo_at_once_and_remembers_it() {
    let files = files();
    let mut memory = Memory::default();
    let today = Today::Given(date(2026, 9, 1));
    let first = build::prepare(&files, Layout::Site, "harbour", today, &mut memory);
    let photo = first.site.files.iter().find(|file| file.path.as_str().contains("door")).unwrap();
    let shown = first.picture(&photo.address).expect("made when somebody looks");
    let mut other = files.clone();
    other.put("content/welcome.md", format!("{PAGE}\nMore.\n"));
    let second = build::prepare(&other, Layout::Site, "harbour", today, &mut memory);
    let again = second.picture(&photo.address).expect("the same");
    assert!(Arc::ptr_eq(&shown, &again), "made once, for all that follow");
}

fn desk() -> Desk {
    let desk = Desk::with_site(&[("welcome.md", PAGE)]);
    desk.write("site/content/photos/Front door.JPG", photo(1400, 1000));
    desk.write("site/content/photos/bell.png", small());
    desk
}

fn kept(desk: &Desk) -> Vec<String> {
    let folder = desk.path("site").join(KEPT);
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .map_or(Vec::new(), |all| all.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect());
    names.sort();
    names
}

fn run(desk: &Desk) {
    desk.run(&["build", "site", "--today", TODAY, "--no-pdf"]).expect_code(0);
}

#[test]
fn what_was_made_is_kept_in_the_sites_folder_and_trimmed() {
    let desk = desk();
    desk.run(&["check", "site", "--today", TODAY]).expect_code(0);
    assert!(!desk.has("site/.welcomemat"), "a check writes nothing");
    run(&desk);
    let first = kept(&desk);
    assert!(first.len() >= 3 && first.contains(&".gitignore".to_owned()), "{first:?}");
    let times = |desk: &Desk| -> Vec<_> {
        let place = |name: &String| desk.path("site").join(KEPT).join(name).metadata().unwrap().modified().unwrap();
        kept(desk).iter().map(place).collect()
    };
    let before = times(&desk);
    run(&desk);
    assert_eq!((times(&desk), kept(&desk)), (before, first.clone()));
    desk.write(&format!("site/{KEPT}/notes.txt"), "welcomemat is what I want to remember");
    desk.write(&format!("site/{KEPT}/{}", "0".repeat(64)), "somebody else's");
    desk.remove("site/content/photos/bell.png");
    desk.write("site/content/welcome.md", PAGE.replace("![The bell](photos/bell.png \"It rings\")", ""));
    run(&desk);
    let left = kept(&desk);
    assert!(left.contains(&"notes.txt".to_owned()) && left.contains(&"0".repeat(64)), "{left:?}");
    assert_eq!(left.len(), first.len() - 1 + 2, "one is no longer used: {left:?}");
}

#[test]
fn a_damaged_keepsake_is_made_anew() {
    let desk = desk();
    run(&desk);
    let good = desk.tree("site/public");
    for name in kept(&desk) {
        desk.write(&format!("site/{KEPT}/{name}"), b"welcomemat pictures 2 and then nothing");
    }
    run(&desk);
    assert!(desk.tree("site/public") == good);
}

#[cfg(unix)]
#[test]
fn a_link_in_its_place_is_not_followed() {
    let desk = desk();
    std::fs::create_dir_all(desk.path("elsewhere")).unwrap();
    std::os::unix::fs::symlink(desk.path("elsewhere"), desk.path("site").join(".welcomemat")).unwrap();
    run(&desk);
    assert_eq!(std::fs::read_dir(desk.path("elsewhere")).unwrap().count(), 0);
}

/// In somebody else's handbook a damaged picture keeps no page from being shown, whether that is seen at its first bytes or when it is
/// decoded.
#[test]
fn a_handbooks_damaged_picture_is_a_warning() {
    let mut files = MemoryFiles::new([("README.md", "# Us\n\n![Our door](door.jpg)\n\n![Our bell](bell.png)\n")]);
    files.put("door.jpg", b"\xFF\xD8\xFF\xE0\0\x10JFIF".as_slice());
    let mut bell = small();
    bell[50] ^= 0xFF;
    files.put("bell.png", bell);
    let build = build(&files, Layout::Handbook, "us", Today::Given(date(2026, 9, 1)));
    let told: Vec<_> = build.findings.iter().filter(|finding| finding.code.id == "pictures/broken").collect();
    assert_eq!(told.len(), 2, "{:#?}", build.findings);
    assert!(!build.findings.has_errors(), "{:#?}", build.findings);
    let page = String::from_utf8(build.output.get(&Address::new("index.html")).unwrap().joined()).unwrap();
    assert!(page.contains("<p>Our door</p>"), "its description stands in its place");
}
