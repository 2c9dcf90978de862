//! When the outside world fails, the old site stays as it is, byte for byte, and the owner is told what to do.
//!
//! The disk of these tests is a small one of its own (`tmpfs`), laid out by a script in a name space where mounting is allowed. A
//! folder that may not be written is tried as an ordinary user, since nothing is forbidden to the system's own one.
#![cfg(target_os = "linux")]

use std::collections::BTreeMap;
use std::os::unix::fs::PermissionsExt as _;
use std::process::Command;

use welcomemat::address::SourcePath;
use welcomemat::build::{Today, build};
use welcomemat::source::{Files, Layout, MemoryFiles, Walked};

use crate::desk::{BUSINESS, Desk, Run, TODAY, has_program, skipped};

const PAGES: &[(&str, &str)] = &[("welcome.md", "# Welcome\n\nCome in.\n"), ("guides/a.md", "# A\n\nText.\n")];

/// Builds onto a disk that has room for the old site and, step by step, for a little more. Ends with the first build that succeeds.
/// Then the disk is made read-only, and in the end it is as large as anybody could wish.
const SMALL_DISK: &str = r#"
set -eu
mount -t tmpfs -o size=64m tmpfs disk
build() {
  code=0
  "$WELCOMEMAT" build "$1" --output disk/public --today "$TODAY" > "$2.out" 2> "$2.err" || code=$?
  echo $code > "$2.code"
  cp -a disk/public "$2"
}
build old built-old
used=$(df -k --output=used disk | tail -1)
number=100
for room in $ROOMS; do
  mount -o "remount,size=$((used + room))k" disk
  build new "tried-$number"
  if [ "$code" = 0 ]; then break; fi
  number=$((number + 1))
done
mount -o remount,ro disk
build old write-protected
mount -o remount,rw,size=64m disk
build old with-room
umount disk
"#;

/// How to get a place where mounting is allowed; nothing where there is none.
fn name_space(desk: &Desk) -> Option<Vec<&'static str>> {
    std::fs::create_dir_all(desk.path("probe")).unwrap();
    let ways = [vec!["unshare", "-m"], vec!["unshare", "-rm"]];
    ways.into_iter().find(|way| {
        let mut probe = Command::new(way[0]);
        probe.args(&way[1..]).args(["mount", "-t", "tmpfs", "tmpfs"]).arg(desk.path("probe"));
        probe.output().is_ok_and(|output| output.status.success())
    })
}

fn is_root() -> bool {
    let output = Command::new("id").arg("-u").output().expect("id runs");
    output.stdout == b"0\n"
}

/// Says that something could not be tried here; in CI, where we are root, that is a failure.
fn pass_over(what: &str, missing: &str) {
    assert!(!(std::env::var_os("CI").is_some() && is_root()), "CI has to try {what}, and has no {missing}");
    skipped(what, missing);
}

/// Two versions of a site: the new one has more pages, and every old page has changed.
fn two_versions() -> Desk {
    let desk = Desk::new();
    for (version, pages) in [("old", 6), ("new", 40)] {
        let business = BUSINESS.replace("Harbour Cats", &format!("The {version} Harbour Cats"));
        desk.write(&format!("{version}/content/business.toml"), business);
        for number in 0..pages {
            let text = format!("# Guide {number}\n\n{}", "Come by.\n\n".repeat(number * 10));
            desk.write(&format!("{version}/content/guides/{number}.md"), text);
        }
    }
    std::fs::create_dir(desk.path("disk")).unwrap();
    desk
}

fn code(desk: &Desk, build: &str) -> i32 {
    desk.read(&format!("{build}.code")).trim().parse().expect("a code")
}

/// The last files to be written decide: the steps are those of the disk (4 kB) where the room is nearly enough.
fn rooms(needed: usize) -> Vec<usize> {
    let coarse = (0..8).map(|eighth| needed * eighth / 8);
    let fine = (0..24).map(|step| (needed + step * 4).saturating_sub(48));
    let mut rooms: Vec<usize> = coarse.chain(fine).chain([needed * 2]).map(|room| room / 4 * 4).collect();
    rooms.sort_unstable();
    rooms.dedup();
    rooms
}

#[test]
fn a_small_disk_that_is_full_keeps_the_old_site() {
    let desk = two_versions();
    let Some(way) = name_space(&desk) else { return pass_over("a full disk", "right to mount one") };
    desk.run(&["build", "new", "--output", "clean-new", "--today", TODAY]).expect_code(0);
    desk.run(&["build", "old", "--output", "clean-old", "--today", TODAY]).expect_code(0);
    let (old, new) = (desk.tree("clean-old"), desk.tree("clean-new"));
    // What does not change is not staged; everything else needs whole blocks of 4 kB.
    let staged = new.iter().filter(|(place, bytes)| old.get(*place) != Some(bytes));
    let needed = staged.map(|(_, bytes)| bytes.len().div_ceil(4096) * 4).sum::<usize>();
    let rooms = rooms(needed).iter().map(|room| format!("{room} ")).collect::<String>();
    let mut script = Command::new(way[0]);
    script.args(&way[1..]).args(["sh", "-c", SMALL_DISK]).current_dir(desk.path(""));
    script.env("WELCOMEMAT", env!("CARGO_BIN_EXE_welcomemat")).env("TODAY", TODAY).env("ROOMS", rooms);
    Run::of(script.env("HOME", desk.path("home"))).expect_code(0);
    assert!(desk.tree("built-old") == old);
    check_tries(&desk, &old, &new);
    assert_eq!(code(&desk, "write-protected"), 2);
    assert!(
        desk.read("write-protected.err").contains("the disk is write-protected"),
        "{}",
        desk.read("write-protected.err")
    );
    assert!(desk.tree("write-protected") == new, "a read-only disk was written to");
    assert_eq!(code(&desk, "with-room"), 0);
    assert!(desk.tree("with-room") == old);
}

fn check_tries(desk: &Desk, old: &BTreeMap<String, Vec<u8>>, new: &BTreeMap<String, Vec<u8>>) {
    let tries: Vec<String> = (100..200).map(|number| format!("tried-{number}")).filter(|name| desk.has(name)).collect();
    let (last, full) = tries.split_last().expect("at least one try");
    assert!(full.len() >= 8, "the disk was full {} times only", full.len());
    for name in full {
        let said = desk.read(&format!("{name}.err"));
        assert_eq!(code(desk, name), 2, "{name}: {said}");
        assert!(said.contains("the disk is full") && said.contains("is as it was"), "{name}: {said}");
        let tree = desk.tree(name);
        let wrong: Vec<&String> =
            old.keys().chain(tree.keys()).filter(|place| tree.get(*place) != old.get(*place)).collect();
        assert!(wrong.is_empty(), "{name}: {wrong:?} differ, and it said {said}");
    }
    assert_eq!(code(desk, last), 0, "with room enough it succeeds: {}", desk.read(&format!("{last}.err")));
    assert!(desk.tree(last) == *new);
}

/// A desk that belongs to an ordinary user, who may not do everything.
struct Ordinary {
    desk: Desk,
    is_root: bool,
}

impl Ordinary {
    /// Nothing where there is no such user to be had.
    fn new(desk: Desk) -> Option<Self> {
        let is_root = is_root();
        if is_root && !has_program("setpriv") {
            return None;
        }
        if is_root {
            Run::of(Command::new("chown").arg("-R").arg("65534:65534").arg(desk.path(""))).expect_code(0);
        }
        let ordinary = Ordinary { desk, is_root };
        ordinary.build().expect_code(0);
        Some(ordinary)
    }

    fn build(&self) -> Run {
        let mut command = self.desk.command(&["build", "site", "--today", TODAY]);
        if !self.is_root {
            return Run::of(&mut command);
        }
        let mut as_nobody = Command::new("setpriv");
        as_nobody.args(["--reuid=65534", "--regid=65534", "--clear-groups"]);
        as_nobody.arg(command.get_program()).args(command.get_args()).current_dir(self.desk.path(""));
        Run::of(as_nobody.env("HOME", self.desk.path("home")))
    }

    fn allow(&self, place: &str, mode: u32) {
        std::fs::set_permissions(self.desk.path(place), std::fs::Permissions::from_mode(mode)).unwrap();
    }
}

/// What is barred, with what rights, and what is said about it.
const BARRED: &[(&str, u32, &str)] = &[
    ("site/public", 0o555, "`public` could not be written to: this computer does not allow it."),
    ("site/public/guides", 0o555, "`public/guides` could not be written to: this computer does not allow it."),
    ("site/public/guides/a.html", 0o000, "`public/guides/a.html` could not be read: this computer does not allow it."),
    ("site/public/.welcomemat.json", 0o000, "`public/.welcomemat.json` could not be read"),
    ("site/content/guides/a.md", 0o000, "`content/guides/a.md` can't be opened: this computer does not allow it."),
    ("site/content/guides", 0o000, "`content/guides` can't be opened: this computer does not allow it."),
];

#[test]
fn what_may_not_be_opened_or_written_leaves_the_old_site() {
    let Some(ordinary) = Ordinary::new(Desk::with_site(PAGES)) else { return pass_over("missing rights", "setpriv") };
    let desk = &ordinary.desk;
    desk.change("site/content/welcome.md", "Come in", "Do come in");
    desk.change("site/content/guides/a.md", "Text", "Other text");
    let before = desk.tree("site/public");
    for (place, mode, words) in BARRED {
        let was = desk.path(place).metadata().unwrap().permissions().mode();
        ordinary.allow(place, *mode);
        let run = ordinary.build().expect_code(2);
        ordinary.allow(place, was);
        assert!(run.err.contains(words), "{place}: {}", run.err);
        assert!(run.err.contains("the site is as it was"), "{place}: {}", run.err);
        assert!(before == desk.tree("site/public"), "{place}: the site was touched");
        assert!(!run.err.contains(&desk.path("").display().to_string()), "{place}: a path nobody typed: {}", run.err);
    }
    ordinary.build().expect_code(0);
    assert!(desk.read("site/public/index.html").contains("Do come in"));
}

/// A page that is read-only may be replaced all the same: what counts is its folder.
#[test]
fn a_page_that_may_not_be_written_is_replaced() {
    let Some(ordinary) = Ordinary::new(Desk::with_site(PAGES)) else { return pass_over("missing rights", "setpriv") };
    ordinary.desk.change("site/content/guides/a.md", "Text", "Other text");
    ordinary.allow("site/public/guides/a.html", 0o444);
    ordinary.build().expect_code(0);
    assert!(ordinary.desk.read("site/public/guides/a.html").contains("Other text"));
}

/// Files of which one is gone by the time it is read: a sync program took it.
struct Vanishing {
    files: MemoryFiles,
    gone: SourcePath,
}

impl Files for Vanishing {
    fn walk(&self, folder: &str) -> Walked {
        self.files.walk(folder)
    }

    fn read(&self, path: &SourcePath) -> std::io::Result<Vec<u8>> {
        if *path == self.gone { Err(std::io::ErrorKind::NotFound.into()) } else { self.files.read(path) }
    }
}

#[test]
fn a_source_that_vanishes_while_it_is_read_is_told() {
    let files = MemoryFiles::new([
        ("content/business.toml", BUSINESS),
        ("content/welcome.md", "# Welcome\n\nCome in.\n"),
        ("content/guides/a.md", "# A\n\nText.\n"),
    ]);
    for gone in ["content/business.toml", "content/guides/a.md"] {
        let files = Vanishing { files: files.clone(), gone: SourcePath::new(gone) };
        let built = build(&files, Layout::Site, "site", Today::Given(TODAY.parse().unwrap()));
        let told = built.findings.iter().find(|finding| finding.code.id == "source/unreadable").expect("it is told");
        assert_eq!(told.message, format!("`{gone}` can't be opened: it is no longer there."));
        assert!(built.findings.has_errors(), "nothing is published");
    }
}
