//! A build that is killed leaves whole files only, and the next one puts everything right.
//!
//! A site of many pages goes back and forth between two versions that differ in every page, in pages that come and in pages
//! that go. Each build is killed (`SIGKILL`) at a moment of its own: anywhere in its real duration, which is measured first,
//! or some time after the staging folder or the journal was seen. What lies there then is compared with clean builds made elsewhere.
//!
//! ```text
//! WELCOMEMAT_KILLS=100 cargo test --release --test suite kills -- --nocapture
//! ```

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::desk::{BUSINESS, Desk, TODAY};
use crate::dice::{self, Dice};

const STAGING: &str = "site/public/.welcomemat-staging";
const JOURNAL: &str = "site/public/.welcomemat-journal.json";
const EVERYDAY: usize = 8;

type Tree = BTreeMap<String, Vec<u8>>;

/// Which of the two versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Version {
    Morning,
    Evening,
}

impl Version {
    fn other(self) -> Self {
        if self == Version::Morning { Version::Evening } else { Version::Morning }
    }

    fn word(self) -> &'static str {
        if self == Version::Morning { "morning" } else { "evening" }
    }
}

/// How far a build had come when it was killed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Landed {
    /// Nothing had been written yet.
    Before,
    /// Files were being staged.
    Staging,
    /// The journal was there: files were being moved into place.
    Moving,
    /// The journal was gone, the staging folder not yet.
    Clearing,
}

/// When a build's phases begin, from its start.
#[derive(Clone, Copy, Debug)]
struct Course {
    staging: Duration,
    journal: Duration,
    end: Duration,
}

/// A desk with a site, and what clean builds of its two versions look like.
struct Yard {
    desk: Desk,
    pages: usize,
    clean: [Tree; 2],
}

impl Yard {
    fn new(pages: usize) -> Self {
        let desk = Desk::new();
        let mut yard = Yard { desk, pages, clean: [Tree::new(), Tree::new()] };
        for version in [Version::Morning, Version::Evening] {
            yard.write(version);
            let output = format!("clean-{}", version.word());
            yard.desk.run(&["build", "site", "--output", &output, "--today", TODAY]).expect_code(0);
            yard.clean[version as usize] = yard.desk.tree(&output);
        }
        yard
    }

    /// Every page shows the business's name; each version has a folder and pages of its own, and one address that is a page in one
    /// of them and a folder in the other.
    fn write(&self, version: Version) {
        let content = self.desk.path("site/content");
        if content.exists() {
            std::fs::remove_dir_all(content).unwrap();
        }
        let (desk, word) = (&self.desk, version.word());
        desk.write("site/content/business.toml", BUSINESS.replace("Harbour Cats", &format!("Harbour Cats, {word}")));
        for number in 0..self.pages {
            let (folder, text) = (number % 7, "Come by, or call.\n\n".repeat(number % 40));
            desk.write(&format!("site/content/guides/{folder}/{number}.md"), format!("# Guide {number}\n\n{text}"));
        }
        for number in 0..self.pages / 10 {
            desk.write(&format!("site/content/{word}/only-{number}.md"), format!("# Only {word} {number}\n\nText.\n"));
        }
        let turning = if version == Version::Morning { "turning.html.txt" } else { "turning.html.txt/inside.txt" };
        desk.write(&format!("site/content/{turning}"), word);
        desk.write("site/content/welcome.md", format!("# Welcome\n\nGood {word}. See [it]({turning}).\n"));
    }

    fn clean(&self, version: Version) -> &Tree {
        &self.clean[version as usize]
    }

    fn command(&self) -> Command {
        let mut command = self.desk.command(&["build", "site", "--today", TODAY, "--quiet"]);
        command.stdout(Stdio::null()).stderr(Stdio::null());
        command
    }

    fn start(&self) -> (Child, Instant) {
        (self.command().spawn().expect("the command starts"), Instant::now())
    }

    /// Watches one build from beginning to end.
    fn measure(&self) -> Course {
        let (mut child, start) = self.start();
        let (mut staging, mut journal) = (None, None);
        while child.try_wait().unwrap().is_none() {
            staging = staging.or_else(|| self.desk.has(STAGING).then(|| start.elapsed()));
            journal = journal.or_else(|| self.desk.has(JOURNAL).then(|| start.elapsed()));
        }
        let end = start.elapsed();
        let staging = staging.unwrap_or(end);
        Course { staging, journal: journal.unwrap_or(end).max(staging), end }
    }

    /// Lets a build run until its moment comes; says how far it had come, or nothing when it was done before.
    fn kill_one(&self, course: Course, dice: &mut Dice) -> Option<Landed> {
        let (mut child, start) = self.start();
        let (sign, rest) = match dice.below(4) {
            0 => (None, course.end),
            1 => (Some(STAGING), course.end - course.staging),
            _ => (Some(JOURNAL), course.end - course.journal),
        };
        while let Some(sign) = sign
            && !self.desk.has(sign)
            && child.try_wait().unwrap().is_none()
        {}
        let seen = start.elapsed();
        let delay = rest * u32::try_from(dice.below(1_000)).unwrap() / 1_000;
        while start.elapsed() < seen + delay && child.try_wait().unwrap().is_none() {}
        child.kill().unwrap();
        let killed = child.wait().unwrap().code().is_none_or(|code| code != 0);
        killed.then(|| self.landed())
    }

    fn landed(&self) -> Landed {
        match (self.desk.has(JOURNAL), self.desk.has(STAGING)) {
            (true, _) => Landed::Moving,
            (false, false) => Landed::Before,
            (false, true) if self.desk.path(STAGING).join("new").exists() => Landed::Staging,
            (false, true) => Landed::Clearing,
        }
    }

    /// Every file is one of the old version or of the new one, byte for byte, and none that both have is missing.
    fn check_whole(&self, story: &str) {
        let there = self.desk.tree("site/public");
        let [one, other] = &self.clean;
        for (place, bytes) in there.iter().filter(|(place, _)| !place.starts_with(".welcomemat-staging/")) {
            let is_whole = [one, other].iter().any(|clean| clean.get(place) == Some(bytes));
            let is_journal = place == ".welcomemat-journal.json";
            assert!(is_whole || is_journal, "{story}: {place} is neither old nor new: {} bytes", bytes.len());
        }
        let missing: Vec<_> =
            one.keys().filter(|place| other.contains_key(*place) && !there.contains_key(*place)).collect();
        assert!(missing.is_empty(), "{story}: {missing:?} is gone");
    }

    /// The next build makes all as new, and leaves nothing of its work behind.
    fn check_healed(&self, version: Version, story: &str) {
        self.desk.build().expect_code(0);
        let there = self.desk.tree("site/public");
        let clean = self.clean(version);
        let wrong: Vec<_> =
            clean.keys().chain(there.keys()).filter(|place| clean.get(*place) != there.get(*place)).collect();
        assert!(wrong.is_empty(), "{story}: {wrong:?}");
        assert!(!self.desk.has(STAGING) && !self.desk.has(JOURNAL), "{story}: leftovers");
        assert_eq!(folders(&self.desk), folders_of(clean), "{story}: empty folders");
    }
}

/// Every folder in the output.
fn folders(desk: &Desk) -> Vec<String> {
    let top = desk.path("site/public");
    let walk = walkdir::WalkDir::new(&top).min_depth(1).sort_by_file_name().into_iter().map(Result::unwrap);
    let folders = walk.filter(|entry| entry.file_type().is_dir());
    let mut names: Vec<String> =
        folders.map(|entry| entry.path().strip_prefix(&top).unwrap().to_str().unwrap().replace('\\', "/")).collect();
    names.sort();
    names
}

/// Every folder that files lie in.
fn folders_of(tree: &Tree) -> Vec<String> {
    let above =
        |place: &String| -> Vec<String> { place.match_indices('/').map(|(at, _)| place[..at].to_owned()).collect() };
    let mut names: Vec<String> = tree.keys().flat_map(above).collect();
    names.sort();
    names.dedup();
    names
}

#[test]
fn a_killed_build_leaves_whole_files_and_the_next_one_heals() {
    let wanted = dice::throws("WELCOMEMAT_KILLS", EVERYDAY);
    let yard = Yard::new(if wanted > EVERYDAY { 600 } else { 120 });
    let mut dice = Dice::of(dice::seed());
    let mut version = Version::Morning;
    yard.write(version);
    yard.desk.build().expect_code(0);
    version = version.other();
    yard.write(version);
    let course = yard.measure();
    yard.check_healed(version, "measuring");
    let mut landed: BTreeMap<Landed, usize> = BTreeMap::new();
    let mut kills = 0;
    for attempt in 0..wanted * 5 {
        if kills >= wanted {
            break;
        }
        version = version.other();
        yard.write(version);
        // Now and then the healing build is killed, too.
        for _ in 0..if dice.once_in(4) { 2 } else { 1 } {
            if let Some(place) = yard.kill_one(course, &mut dice) {
                *landed.entry(place).or_default() += 1;
                kills += 1;
                yard.check_whole(&format!("attempt {attempt}, killed {place:?}"));
            }
        }
        yard.check_healed(version, &format!("attempt {attempt}"));
    }
    let tally = landed.iter().fold(String::new(), |mut tally, (place, count)| {
        let _ = write!(tally, ", {count} {place:?}");
        tally
    });
    dice::report(&format!(
        "{kills} builds killed{tally}; a build takes {:?}, from {:?} on it writes",
        course.end, course.staging
    ));
    assert!(kills >= wanted, "only {kills} of {wanted} kills came in time");
    assert!(landed.contains_key(&Landed::Moving), "no kill came while files were being moved: {landed:?}");
}
