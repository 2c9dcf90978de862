//! Whatever else lies in an output folder stays there, byte for byte and link for link.
//!
//! Folders are made up at random: a site published by us, and among its files those of somebody else: files where ours will go,
//! folders in the place of files, links to elsewhere and to nowhere, pages of ours that were changed by hand, names that no
//! address has. Then another version of the site is published. It may succeed or be refused; nothing foreign may be any different.
//!
//! ```text
//! WELCOMEMAT_TREES=1000 cargo test --release --test suite trees -- --nocapture
//! ```

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use welcomemat::address::Address;
use welcomemat::output::{Destination, Edition, Protected, publish};
use welcomemat::render::{Content, Output};

use crate::desk::Desk;
use crate::dice::{self, Dice};

/// Addresses that get in each other's way.
const ADDRESSES: &[&str] = &[
    "index.html",
    "a.html",
    "a/index.html",
    "a/b.html",
    "a/b/c.html",
    "b",
    "b/c.html",
    "Prices.html",
    "é.html",
    "assets/x.css",
    "faq/one.html",
    "faq/two.html",
];

/// Where a build prepares files.
const STAGING: &str = ".welcomemat-staging";

/// Names that only somebody else gives.
const ODD: &[&str] = &[
    "notes.txt",
    "prices.html",
    "a/notes.txt",
    "faq/.htaccess",
    ".git/HEAD",
    "my file.html",
    "line\nbreak.txt",
    "e\u{301}.html",
    "-rf",
    "~",
    "a/b/c.html.bak",
    ".welcomemat-staging/theirs.txt",
    ".welcomemat",
    "con.html",
    "A/B.html",
    "🙂",
];

/// What lies at a path.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Thing {
    File(Vec<u8>),
    Folder,
    Link(PathBuf),
}

type Tree = BTreeMap<PathBuf, Thing>;

fn tree(folder: &Path) -> Tree {
    let walk = walkdir::WalkDir::new(folder).min_depth(1).into_iter().map(|entry| entry.expect("a place"));
    let thing = |path: &Path, kind: fs::FileType| {
        if kind.is_symlink() {
            Thing::Link(fs::read_link(path).expect("a link"))
        } else if kind.is_dir() {
            Thing::Folder
        } else {
            Thing::File(fs::read(path).expect("a file"))
        }
    };
    walk.map(|entry| {
        (entry.path().strip_prefix(folder).expect("below").to_owned(), thing(entry.path(), entry.file_type()))
    })
    .collect()
}

/// A version of the site: some of the addresses, none of which needs another one's place.
fn version(dice: &mut Dice) -> Output {
    let mut chosen: Vec<&str> = Vec::new();
    for address in ADDRESSES.iter().filter(|_| dice.once_in(2)) {
        let is_in_the_way =
            |other: &&str| address.starts_with(&format!("{other}/")) || other.starts_with(&format!("{address}/"));
        if !chosen.iter().any(is_in_the_way) {
            chosen.push(address);
        }
    }
    chosen
        .into_iter()
        .map(|address| (Address::new(address), Content::text(format!("{address} {}", dice.below(2)))))
        .collect()
}

/// Somebody at work in the output folder.
struct Stranger<'a> {
    folder: &'a Path,
    elsewhere: &'a Path,
}

impl Stranger<'_> {
    /// Does one thing to the folder; what cannot be done is left.
    fn work(&self, dice: &mut Dice) {
        let names = if dice.once_in(4) { ADDRESSES } else { ODD };
        let path = self.folder.join(dice.pick(names));
        let _ = match dice.below(6) {
            0 => {
                self.change_one_of_ours(dice);
                Ok(())
            }
            1 => fs::create_dir_all(&path),
            2 => self.link(&path, dice),
            3 => fs::remove_file(&path),
            _ => self.write(&path, dice),
        };
    }

    fn write(&self, path: &Path, dice: &mut Dice) -> std::io::Result<()> {
        // Writing through a link would be the stranger's doing, not ours.
        if path.ancestors().take_while(|above| *above != self.folder).any(Path::is_symlink) {
            return Ok(());
        }
        fs::create_dir_all(path.parent().expect("a folder above"))?;
        fs::write(path, format!("theirs {}", dice.throw()))
    }

    fn change_one_of_ours(&self, dice: &mut Dice) {
        let files: Vec<PathBuf> = tree(self.folder)
            .into_iter()
            .filter(|(_, thing)| matches!(thing, Thing::File(_)))
            .map(|(path, _)| path)
            .collect();
        if !files.is_empty() {
            let path = dice.pick(&files);
            if !path.starts_with(".welcomemat.json") {
                let _ = fs::write(self.folder.join(path), "changed by hand");
            }
        }
    }

    #[cfg(unix)]
    fn link(&self, path: &Path, dice: &mut Dice) -> std::io::Result<()> {
        let targets =
            [self.elsewhere.to_owned(), self.elsewhere.join("theirs.html"), "nowhere".into(), ".".into(), "a".into()];
        let _ = fs::remove_file(path);
        std::os::unix::fs::symlink(dice.pick(&targets), path)
    }

    #[cfg(not(unix))]
    fn link(&self, path: &Path, dice: &mut Dice) -> std::io::Result<()> {
        self.write(&path.join(self.elsewhere.file_name().expect("a name")), dice)
    }
}

/// The files of ours that still are as we made them: those may be replaced and removed. Folders go with what was in them.
fn ours(tree: &Tree, first: &Output) -> BTreeSet<PathBuf> {
    let is_ours = |path: &Path, thing: &Thing| {
        let bytes =
            path.to_str().and_then(|path| first.get(&Address::new(&path.replace('\\', "/")))).map(Content::joined);
        bytes.is_some_and(|bytes| *thing == Thing::File(bytes))
    };
    let mut ours: BTreeSet<PathBuf> =
        tree.iter().filter(|(path, thing)| is_ours(path, thing)).map(|(path, _)| path.clone()).collect();
    let holds_ours: BTreeSet<PathBuf> =
        ours.iter().flat_map(|path| path.ancestors().skip(1)).map(Path::to_owned).collect();
    ours.extend(holds_ours);
    // An empty folder of this name is what a build leaves that was killed at its very first step.
    let is_inside = |path: &PathBuf| path.starts_with(STAGING) && path != Path::new(STAGING);
    if !tree.keys().any(is_inside) && tree.get(Path::new(STAGING)) == Some(&Thing::Folder) {
        ours.insert(STAGING.into());
    }
    ours.insert(".welcomemat.json".into());
    ours
}

/// How a folder's second publish ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum End {
    Published,
    Refused,
}

fn check(seed: u64) -> End {
    let desk = Desk::new();
    let mut dice = Dice::of(seed);
    desk.write("elsewhere/theirs.html", "theirs");
    desk.write("site/content/welcome.md", "# Hello\n");
    let (site, folder, elsewhere) = (desk.path("site"), desk.path("site/public"), desk.path("elsewhere"));
    let protected = Protected { site: &site, closed: &[], home: None };
    let put = |output: &Output| {
        let destination = Destination::open(&folder, "public", Edition::Site, &protected)?;
        publish(output, &destination)
    };
    let first = version(&mut dice);
    put(&first).expect("a folder with nothing in it");
    let stranger = Stranger { folder: &folder, elsewhere: &elsewhere };
    (0..=dice.below(6)).for_each(|_| stranger.work(&mut dice));
    let (before, beside) = (tree(&folder), tree(&elsewhere));
    let second = version(&mut dice);
    let result = put(&second);
    let after = tree(&folder);
    let ours = ours(&before, &first);
    let foreign = before.iter().filter(|(path, _)| !ours.contains(*path));
    let harmed: Vec<_> = foreign.filter(|(path, thing)| after.get(*path) != Some(thing)).collect();
    assert!(harmed.is_empty(), "seed {seed}: {harmed:?}, and it ended with {result:?}");
    assert!(beside == tree(&elsewhere), "seed {seed}: written through a link");
    match result {
        Ok(_) => {
            for (address, content) in second.iter() {
                assert_eq!(
                    after.get(Path::new(address.as_str())),
                    Some(&Thing::File(content.joined())),
                    "seed {seed}: {address}"
                );
            }
            End::Published
        }
        Err(_) => {
            assert!(before == after, "seed {seed}: refused, and touched all the same");
            End::Refused
        }
    }
}

#[test]
fn nothing_foreign_is_harmed_in_any_folder() {
    let wanted = dice::throws("WELCOMEMAT_TREES", 60);
    let mut ends: BTreeMap<End, usize> = BTreeMap::new();
    for number in 0..wanted as u64 {
        *ends.entry(check(dice::seed().wrapping_add(number))).or_default() += 1;
    }
    dice::report(&format!("{wanted} folders with somebody else's files: {ends:?}"));
    assert!(ends.len() == 2, "both ends have to be met: {ends:?}");
}
