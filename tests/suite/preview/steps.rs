//! Hundreds of random steps: edit, break, rename, delete, restore. In the end what is served is what a clean build makes.

use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::{Date, date};
use welcomemat::build::{Today, build};
use welcomemat::preview::{Board, Shop, Site};
use welcomemat::source::{Layout, MemoryFiles};
use welcomemat::starters::Trade;

use super::running::{Running, without_ours};
use crate::desk::Desk;

const DAY: Date = date(2026, 11, 22);
/// The issue asks for 500; every change in our own code need not wait for them. `WELCOMEMAT_STEPS=500` does all.
const STEPS: usize = 60;

/// The files of a site as somebody works on them.
struct Work {
    files: Vec<(String, String)>,
    original: Vec<(String, String)>,
    chance: u64,
}

impl Work {
    fn begin() -> Self {
        let files = Trade::WebStudio.files(&Trade::WebStudio.example());
        let texts = files.into_iter().filter_map(|(path, bytes)| Some((path, String::from_utf8(bytes).ok()?)));
        let files: Vec<(String, String)> = texts.collect();
        Work { original: files.clone(), files, chance: 0x2545_F491_4F6C_DD1D }
    }

    /// Marsaglia, "Xorshift RNGs", 2003: the same steps on every machine.
    fn any(&mut self, below: usize) -> usize {
        self.chance ^= self.chance << 13;
        self.chance ^= self.chance >> 7;
        self.chance ^= self.chance << 17;
        usize::try_from(self.chance >> 33).expect("31 bits") % below.max(1)
    }

    fn step(&mut self) {
        let at = self.any(self.files.len());
        let kind = self.any(9);
        let number = self.any(1000);
        match kind {
            0 | 1 => self.files[at].1.push_str(&format!("\nMore words, {number} of them.\n")),
            2 => self.files[at].1.push_str("\n[dead](nowhere-at-all.md) and {{ no.such.fact }}\n"),
            3 => self.files[at].1.insert_str(0, "+++\nbroken = = \n"),
            4 => self.files[at].0 = format!("content/guides/moved-{number}.md"),
            5 if self.files.len() > 3 => drop(self.files.remove(at)),
            6 => self.files.push((format!("content/guides/new-{number}.md"), format!("# New {number}\n\nHello.\n"))),
            7 => self.files[at].1 = self.files[at].1.replace("09:00", "10:00"),
            _ => self.restore(at),
        }
    }

    fn restore(&mut self, at: usize) {
        let (path, _) = self.original[at % self.original.len()].clone();
        self.files.retain(|(own, _)| *own != path);
        let text = self.original.iter().find(|(own, _)| *own == path).expect("it was there").1.clone();
        self.files.push((path, text));
    }

    fn disk(&self) -> MemoryFiles {
        MemoryFiles::new(self.files.iter().map(|(path, text)| (path.as_str(), text.as_bytes().to_vec())))
    }
}

fn shop(board: &Arc<Board>) -> Shop {
    let now = || Timestamp::UNIX_EPOCH;
    let site = Site { root: "/nowhere".into(), layout: Layout::Site, folder_name: "Site".into(), now };
    Shop::new(site, Some(DAY), Arc::clone(board))
}

/// Whatever is on the board is, byte for byte, what a clean build makes of the same files.
fn assert_equals_a_clean_build(board: &Board, disk: &MemoryFiles) {
    let clean = build(disk, Layout::Site, "Site", Today::Given(DAY));
    let shown = board.shown().expect("something is shown");
    for (address, content) in clean.output.iter() {
        let bytes = content.joined();
        let served = shown.at_once(address);
        let is_page = clean.site.pages.iter().any(|page| page.address == *address);
        assert!(served.is_some() || !is_page, "{address} is not served");
        let Some(served) = served else { continue };
        match String::from_utf8(bytes) {
            Ok(text) => {
                let served = without_ours(&String::from_utf8_lossy(&served));
                assert!(served == text, "{address} differs:\n{served}\n\n{text}");
            }
            Err(binary) => assert!(served[..] == binary.as_bytes()[..], "{address} differs"),
        }
    }
    let pages = clean.site.pages.len();
    assert_eq!(shown.prepared.site.pages.len(), pages);
}

#[test]
fn after_many_steps_the_served_site_is_that_of_a_clean_build() {
    let steps = std::env::var("WELCOMEMAT_STEPS").ok().and_then(|steps| steps.parse().ok()).unwrap_or(STEPS);
    let board = Arc::new(Board::new());
    let (mut shop, mut work) = (shop(&board), Work::begin());
    let mut refused = 0;
    for number in 0..steps {
        work.step();
        let disk = work.disk();
        let showing = shop.make(&disk);
        let findings = showing.finish();
        board.judge(&showing, &findings);
        let clean = build(&disk, Layout::Site, "Site", Today::Given(DAY));
        assert_eq!(findings, clean.findings, "after {number} steps other findings than a clean build's");
        refused += usize::from(findings.has_errors());
        let shown = board.shown().expect("something is shown");
        let is_newest = shown.number == showing.number;
        assert!(is_newest || findings.has_errors(), "a good site was held back");
    }
    assert!(refused > 0 && refused < steps, "{refused} of {steps} steps broke something");
    work.files = work.original.clone();
    let disk = work.disk();
    let showing = shop.make(&disk);
    board.judge(&showing, &showing.finish());
    assert_equals_a_clean_build(&board, &disk);
}

/// The same words, other bytes in between: memory gives what reading anew gives.
#[test]
fn a_changed_fact_changes_exactly_the_pages_that_say_it() {
    let board = Arc::new(Board::new());
    let mut shop = shop(&board);
    let text = |hours: &str| {
        vec![
            ("content/business.toml", crate::desk::BUSINESS.to_owned()),
            (
                "content/availability.md",
                format!("+++\n[hours.office]\nmon-fri = \"{hours}\"\n+++\n\n# Hours\n\nCome by.\n"),
            ),
            ("content/guides/says.md", "# Says\n\nWe are there {{ hours.office }}.\n".to_owned()),
            ("content/guides/silent.md", "# Silent\n\nNothing about it.\n".to_owned()),
        ]
    };
    let page = |name: &str| board.shown().unwrap().at_once(&welcomemat::address::Address::new(name)).unwrap();
    shop.make(&MemoryFiles::new(text("09:00-17:00")));
    let before = ["guides/says.html", "guides/silent.html", "availability.html"].map(page);
    shop.make(&MemoryFiles::new(text("10:00-17:00")));
    let after = ["guides/says.html", "guides/silent.html", "availability.html"].map(page);
    let version = |page: &[u8]| {
        String::from_utf8_lossy(page).lines().filter(|line| !line.contains("class=\"code\"")).collect::<String>()
    };
    let changed = before.iter().zip(&after).map(|(before, after)| version(before) != version(after));
    assert_eq!(changed.collect::<Vec<_>>(), [true, false, true]);
}

/// Over the wire, file for file.
#[test]
fn what_is_served_is_what_is_built() {
    let desk = Desk::with_starter("web-studio");
    desk.build().expect_code(0);
    let built = desk.tree("site/public");
    std::fs::remove_dir_all(desk.path("site/public")).unwrap();
    let preview = Running::start(&desk, &[]);
    for (place, bytes) in built.iter().filter(|(place, _)| *place != ".welcomemat.json") {
        let answer = preview.get(&format!("/{}", place.replace(' ', "%20")));
        assert_eq!(answer.status, 200, "{place}");
        let served = if place.ends_with(".html") { without_ours(&answer.body) } else { answer.body };
        assert!(served == String::from_utf8_lossy(bytes), "{place} differs");
    }
    assert!(!desk.has("site/public"), "the preview wrote something");
}
