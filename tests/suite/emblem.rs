//! The icon of the tab, the one of the home screen, and the card beside a link.

use jiff::civil::date;
use welcomemat::address::Address;
use welcomemat::build::{self, Build, Today, build};
use welcomemat::source::{KEPT, Layout, MemoryFiles};

const LOGO: &str =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path fill=\"#c00\" d=\"M0 0h9v9H0z\"/></svg>";

fn files(settings: &str) -> MemoryFiles {
    let business = format!(
        "format = 1\n[business]\nname = \"Harbour Cats\"\ntimezone = \"Europe/London\"\ncountry = \"GB\"\n{settings}"
    );
    let mut files = MemoryFiles::new([("content/business.toml", business)]);
    files.put("content/welcome.md", "# Welcome\n\nCome by.\n");
    files.put("content/guides/a.md", "# Cats & dogs\n\nBoth.\n");
    files
}

fn built(files: &MemoryFiles) -> Build {
    build(files, Layout::Site, "harbour", Today::Given(date(2026, 9, 1)))
}

fn page(build: &Build, address: &str) -> String {
    String::from_utf8(build.output.get(&Address::new(address)).unwrap().joined()).unwrap()
}

/// What stands between two marks of a page.
fn between<'p>(page: &'p str, before: &str) -> Option<&'p str> {
    page.split_once(before)?.1.split('"').next()
}

fn published(build: &Build, address: &str) -> Vec<u8> {
    build.output.get(&Address::new(address)).unwrap_or_else(|| panic!("{address} is not published")).joined()
}

fn size(picture: &[u8]) -> (usize, usize) {
    let size = imagesize::blob_size(picture).unwrap();
    (size.width, size.height)
}

#[test]
fn a_name_alone_makes_icons_and_with_an_address_a_card() {
    let build = built(&files("tagline = \"At the harbour\"\nurl = \"https://cats.example/help\"\n"));
    for (address, up) in [("index.html", ""), ("guides/a.html", "../")] {
        let page = page(&build, address);
        let icon = between(&page, &format!("<link rel=\"icon\" href=\"{up}")).unwrap();
        assert!(icon.starts_with("assets/icon.") && icon.ends_with(".svg"), "{icon}");
        let drawing = String::from_utf8(published(&build, icon)).unwrap();
        assert!(drawing.contains("<path") && !drawing.contains("<text"), "letters are curves: {drawing}");
        let touch = between(&page, &format!("<link rel=\"apple-touch-icon\" href=\"{up}")).unwrap();
        assert_eq!(size(&published(&build, touch)), (180, 180));
        let card = between(&page, "<meta property=\"og:image\" content=\"https://cats.example/help/").unwrap();
        assert_eq!(size(&published(&build, card)), (1200, 630));
        assert!(page.contains("<meta property=\"og:image:alt\" content=\"Harbour Cats: At the harbour\">"));
    }
    let guide = page(&build, "guides/a.html");
    assert!(guide.contains("<meta property=\"og:title\" content=\"Cats &amp; dogs\">"), "{guide}");
    assert!(
        guide.contains("<meta property=\"og:url\" content=\"https://cats.example/help/guides/a.html\">"),
        "{guide}"
    );
}

#[test]
fn without_an_address_there_is_no_card() {
    let build = built(&files(""));
    let page = page(&build, "index.html");
    assert!(!page.contains("og:") && page.contains("apple-touch-icon"), "{page}");
    assert!(!build.output.iter().any(|(address, _)| address.as_str().starts_with("assets/card")));
}

#[test]
fn a_drawn_logo_is_the_icon_and_a_wide_one_is_not() {
    let icon = |logo: &str| {
        let mut files = files("url = \"https://cats.example\"\n[brand]\nlogo = \"logo.svg\"\n");
        files.put("content/logo.svg", logo);
        let build = built(&files);
        let page = page(&build, "index.html");
        let touch = between(&page, "<link rel=\"apple-touch-icon\" href=\"").unwrap();
        let picture = image::load_from_memory(&published(&build, touch)).unwrap().into_rgb8();
        let icon = between(&page, "<link rel=\"icon\" href=\"").unwrap().to_owned();
        (icon, picture.get_pixel(90, 90).0, picture.get_pixel(3, 3).0)
    };
    let (address, middle, corner) = icon(LOGO);
    assert!(address.starts_with("assets/logo."), "{address}");
    assert_eq!((middle, corner), ([0xCC, 0, 0], [0xFC, 0xFA, 0xF6]), "the logo on paper");
    let (address, _, corner) = icon(&LOGO.replace("0 0 9 9", "0 0 90 9"));
    assert!(address.starts_with("assets/icon.") && corner != [0xFC, 0xFA, 0xF6], "{address} {corner:?}");
}

#[test]
fn letters_without_a_drawing_leave_a_ring_and_a_card() {
    let mut files = files("");
    let business = "format = 1\n[business]\nname = \"مكتب المنارة\"\nlanguage = \"ar\"\ntimezone = \"Asia/Dubai\"\ncountry = \"AE\"\nurl = \"https://m.example\"\n";
    files.put("content/business.toml", business);
    let build = built(&files);
    let page = page(&build, "index.html");
    let card = between(&page, "<meta property=\"og:image\" content=\"https://m.example/").unwrap();
    assert_eq!(size(&published(&build, card)), (1200, 630));
    let icon = between(&page, "<link rel=\"icon\" href=\"").unwrap();
    assert!(holds(&published(&build, icon), "stroke=\"#ffffff\""));
}

fn holds(bytes: &[u8], wanted: &str) -> bool {
    memchr::memmem::find(bytes, wanted.as_bytes()).is_some()
}

#[test]
fn it_is_drawn_once() {
    let mut files = files("tagline = \"At the harbour\"\nurl = \"https://cats.example\"\n");
    let first = built(&files);
    let kept = build::keepsakes(&first.site, first.emblem.as_deref());
    assert_eq!(kept.new.len(), 1);
    for (name, record) in &kept.new {
        files.put(&format!("{KEPT}/{name}"), record.clone());
    }
    let second = built(&files);
    assert_eq!(build::keepsakes(&second.site, second.emblem.as_deref()).new, []);
    let bytes =
        |build: &Build| build.output.iter().map(|(at, content)| (at.clone(), content.joined())).collect::<Vec<_>>();
    assert!(bytes(&first) == bytes(&second));
    let other = built(&self::files("tagline = \"At the pier\"\nurl = \"https://cats.example\"\n"));
    assert_ne!(first.emblem.unwrap().card, other.emblem.unwrap().card, "other words, another name");
}

/// What is written on a card is guarded like every other word.
#[test]
fn a_private_fact_on_a_card_stops_the_build() {
    let build = built(&files(
        "tagline = \"Call +44 20 7946 0018\"\nprivate = [\"+44 20 7946 0018\"]\nurl = \"https://cats.example\"\n",
    ));
    let told = build.findings.iter().find(|finding| finding.code.id == "private/shown").expect("told");
    assert!(told.message.contains("assets/card.") || told.help.is_some(), "{}", told.message);
}

/// For whoever wants to see them: `WELCOMEMAT_CARDS=folder cargo test --test suite cards_to_look_at`.
#[test]
fn cards_to_look_at() {
    let Some(folder) = std::env::var_os("WELCOMEMAT_CARDS").map(std::path::PathBuf::from) else { return };
    for trade in ["web-studio", "bookkeeper", "optician"] {
        let desk = crate::desk::Desk::with_starter(trade);
        let settings = desk.read("site/content/business.toml").replacen(
            "[business]\n",
            "[business]\nurl = \"https://help.example\"\n",
            1,
        );
        desk.write("site/content/business.toml", settings);
        desk.run(&["build", "site", "--today", crate::desk::TODAY, "--no-pdf"]).expect_code(0);
        for (name, bytes) in desk
            .tree("site/public")
            .iter()
            .filter(|(name, _)| name.contains("assets/card.") || name.contains("assets/icon"))
        {
            std::fs::write(folder.join(format!("{trade}-{}", name.rsplit('/').next().unwrap())), bytes).unwrap();
        }
    }
}
