use std::fs::File;
use std::io::{self, ErrorKind};
use std::sync::atomic::{AtomicUsize, Ordering};

use super::disk::{Disk, LocalDisk};
use super::publish::publish_on;
use super::workshop::Workshop;
use super::*;
use crate::diagnostic::codes::output as codes;

/// What goes wrong at a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mishap {
    /// The process is killed: a write stops half way, and nothing works from then on.
    Kill,
    /// This one step fails; all others work.
    Fail(ErrorKind),
}

/// A disk that lets `at` steps pass before the mishap.
struct FaultyDisk {
    at: usize,
    mishap: Mishap,
    steps: AtomicUsize,
}

impl FaultyDisk {
    fn new(at: usize, mishap: Mishap) -> Self {
        FaultyDisk { at, mishap, steps: AtomicUsize::new(0) }
    }

    fn sound() -> Self {
        FaultyDisk::new(usize::MAX, Mishap::Kill)
    }

    fn steps(&self) -> usize {
        self.steps.load(Ordering::SeqCst)
    }

    fn step(&self) -> io::Result<()> {
        let step = self.steps.fetch_add(1, Ordering::SeqCst);
        match self.mishap {
            Mishap::Kill if step >= self.at => Err(ErrorKind::Other.into()),
            Mishap::Fail(kind) if step == self.at => Err(kind.into()),
            _ => Ok(()),
        }
    }
}

impl Disk for FaultyDisk {
    fn create_folder(&self, path: &Path) -> io::Result<()> {
        self.step().and_then(|()| LocalDisk.create_folder(path))
    }
    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.step().or_else(|error| {
            // Also of a full disk a part of the file is left.
            let half = if self.steps() <= self.at + 1 { &bytes[..bytes.len() / 2] } else { return Err(error) };
            LocalDisk.write(path, half).and(Err(error))
        })?;
        LocalDisk.write(path, bytes)
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step().and_then(|()| LocalDisk.rename(from, to))
    }
    fn remove_file(&self, path: &Path) -> io::Result<()> {
        self.step().and_then(|()| LocalDisk.remove_file(path))
    }
    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        self.step().and_then(|()| LocalDisk.remove_folder(path))
    }
    fn may_change(&self, folder: &Path) -> io::Result<()> {
        LocalDisk.may_change(folder)
    }
    fn lock(&self, path: &Path) -> io::Result<Option<File>> {
        self.step().and_then(|()| LocalDisk.lock(path))
    }
}

type Files = &'static [(&'static str, &'static str)];

const OLD: Files = &[
    ("index.html", "old index"),
    ("same.html", "same"),
    ("faq/a.html", "old a"),
    ("gone/deep/x.html", "x"),
    ("stale.html", "stale"),
    ("turns", "a file"),
    ("back/into.html", "a folder"),
    ("Case.html", "case"),
];
const NEW: Files = &[
    ("index.html", "new index"),
    ("same.html", "same"),
    ("faq/a.html", "new a"),
    ("faq/b.html", "new b"),
    ("guides/one/two.html", "two"),
    ("guides/one/three.html", "three"),
    ("turns/into.html", "a folder"),
    ("back", "a file"),
    ("case.html", "case"),
];
const FOREIGN: Files = &[("faq/mine.txt", "mine"), ("notes.txt", "mine, too"), ("gone/kept.txt", "kept")];

fn yard(old: Option<Files>) -> Yard {
    let yard = Yard::new();
    if let Some(old) = old {
        yard.publish(old).unwrap();
        for (path, text) in FOREIGN {
            yard.put(&format!("site/public/{path}"), text);
        }
    }
    yard
}

/// What lies there when all is done.
fn finished(old: Option<Files>, new: Files) -> Tree {
    let foreign = if old.is_some() { FOREIGN } else { &[] };
    expected(&[new, foreign].concat())
}

fn is_ours(path: &str) -> bool {
    path.starts_with(STAGING) || path == JOURNAL
}

/// Every file a visitor could see is wholly the old or the new one, and what is foreign is as it was.
fn assert_whole(yard: &Yard, old: Option<Files>, new: Files, about: &str) {
    let (old_files, new_files) = (expected(old.unwrap_or_default()), expected(new));
    let public = yard.public();
    for (path, text) in public.iter().filter(|(path, _)| !is_ours(path) && !path.ends_with('/')) {
        let is_foreign = FOREIGN.contains(&(path, text));
        assert!(
            is_foreign || old_files.get(path) == Some(text) || new_files.get(path) == Some(text),
            "{about}: {path} {text}"
        );
    }
    if old.is_some() {
        assert!(FOREIGN.iter().all(|(path, text)| public.get(*path).is_some_and(|there| there == text)), "{about}");
    }
}

/// Runs `check` for a mishap at every step there is.
fn at_every_step(mishap: Mishap, old: Option<Files>, check: impl Fn(&Yard, Result<Published, Unpublished>, &str)) {
    for at in 0.. {
        let yard = yard(old);
        let disk = FaultyDisk::new(at, mishap);
        let result = publish_on(&disk, &output(NEW), &yard.destination());
        if disk.steps() <= at {
            assert!(at > 20, "only {at} steps");
            return;
        }
        let about = format!("{mishap:?} at step {at}");
        assert_whole(&yard, old, NEW, &about);
        check(&yard, result, &about);
    }
}

#[test]
fn a_killed_build_is_finished_by_the_next() {
    for old in [None, Some(OLD)] {
        at_every_step(Mishap::Kill, old, |yard, _, about| {
            yard.publish(NEW).unwrap_or_else(|trouble| panic!("{about}: {trouble:?}"));
            assert_eq!(yard.public(), finished(old, NEW), "{about}");
            let disk = FaultyDisk::sound();
            publish_on(&disk, &output(NEW), &yard.destination()).unwrap();
            assert_eq!(disk.steps(), 0, "{about}: a second publish touches nothing");
        });
    }
}

#[test]
fn a_killed_build_is_in_nobodys_way() {
    at_every_step(Mishap::Kill, Some(OLD), |yard, _, about| {
        yard.publish(OLD).unwrap_or_else(|trouble| panic!("{about}: {trouble:?}"));
        assert_eq!(yard.public(), finished(Some(OLD), OLD), "{about}");
    });
}

#[test]
fn a_build_killed_while_it_finishes_another_is_finished_too() {
    at_every_step(Mishap::Kill, Some(OLD), |yard, _, about| {
        for at in 0.. {
            let disk = FaultyDisk::new(at, Mishap::Kill);
            let _ = publish_on(&disk, &output(NEW), &yard.destination());
            assert_whole(yard, Some(OLD), NEW, &format!("{about}, then {at}"));
            if disk.steps() <= at {
                break;
            }
        }
        assert_eq!(yard.public(), finished(Some(OLD), NEW), "{about}");
    });
}

#[test]
fn a_failing_disk_leaves_the_old_site_or_a_journal() {
    for old in [None, Some(OLD)] {
        at_every_step(Mishap::Fail(ErrorKind::StorageFull), old, |yard, result, about| {
            if let Err(trouble) = result {
                // A folder that cannot be emptied first shows as a file that cannot be written there.
                let is_known = [codes::DISK_FULL.id, codes::CANNOT_WRITE.id].contains(&codes_of(&trouble)[0]);
                assert!(trouble.cause == Cause::OutsideWorld && is_known, "{about}: {trouble:?}");
                let has_begun = yard.path("site/public").join(JOURNAL).exists();
                let help = trouble.findings.iter().next().and_then(|finding| finding.help.clone()).unwrap();
                assert_eq!(help.contains("as it was"), !has_begun, "{about}: {help}");
                let before = old.map_or_else(Tree::new, |old| finished(Some(old), old));
                assert!(has_begun || yard.public() == before, "{about}: nothing is left of it");
            }
            yard.publish(NEW).unwrap_or_else(|trouble| panic!("{about}: {trouble:?}"));
            let mut public = yard.public();
            // An empty folder that could not be removed is not worth failing a build.
            public.retain(|path, _| !path.ends_with('/'));
            assert_eq!(public, finished(old, NEW), "{about}");
        });
    }
}

#[test]
fn an_interruption_is_mentioned_once_it_is_healed() {
    let yard = yard(Some(OLD));
    let mut healed = Vec::new();
    for at in 0..60 {
        let _ = publish_on(
            &FaultyDisk::new(at, Mishap::Kill),
            &output(if at % 2 == 0 { NEW } else { OLD }),
            &yard.destination(),
        );
        let had_journal = yard.path("site/public").join(JOURNAL).exists();
        let published = yard.publish(if at % 2 == 0 { NEW } else { OLD }).unwrap();
        let codes: Vec<_> = published.findings.iter().map(|finding| finding.code.id).collect();
        assert_eq!(codes == [codes::HEALED.id], had_journal, "{at}: {codes:?}");
        healed.extend(codes);
    }
    assert!(healed.len() > 10, "{healed:?}");
}

/// Kills a build just after its journal was written.
fn killed_before_the_first_move() -> Yard {
    for at in 0.. {
        let yard = yard(Some(OLD));
        let _ = publish_on(&FaultyDisk::new(at, Mishap::Kill), &output(NEW), &yard.destination());
        if yard.path("site/public").join(JOURNAL).exists() {
            return yard;
        }
    }
    unreachable!()
}

#[test]
fn what_was_touched_after_a_kill_is_not_overwritten() {
    let yard = killed_before_the_first_move();
    yard.put("site/public/index.html", "edited since");
    yard.put("site/public/stale.html", "edited since");
    yard.put("site/public/guides/one/two.html", "foreign");
    let trouble = yard.publish(NEW).unwrap_err();
    assert_eq!(codes_of(&trouble), [codes::FOREIGN_FILE.id, codes::CHANGED.id]);
    let public = yard.public();
    for path in ["index.html", "stale.html"] {
        assert_eq!(public.get(path).map(String::as_str), Some("edited since"));
    }
    assert_eq!(public.get("guides/one/two.html").map(String::as_str), Some("foreign"));
    assert_eq!(public.get("faq/a.html").map(String::as_str), Some("new a"), "the rest is finished");
}

#[test]
fn staged_files_that_did_not_survive_whole_are_written_anew() {
    let yard = killed_before_the_first_move();
    yard.put("site/public/.welcomemat-staging/new/faq/a.html", "new");
    yard.put("site/public/.welcomemat-staging/new/guides/one/two.html", "");
    fs::remove_file(yard.path("site/public/.welcomemat-staging/new/index.html")).unwrap();
    yard.publish(NEW).unwrap();
    assert_eq!(yard.public(), finished(Some(OLD), NEW));
}

#[test]
fn two_builds_at_once_do_not_mix() {
    let yard = yard(Some(OLD));
    let destination = yard.destination();
    let other = Workshop::open(&destination, &LocalDisk).unwrap();
    let before = yard.public();
    let trouble = yard.publish(NEW).unwrap_err();
    assert_eq!((trouble.cause, codes_of(&trouble)), (Cause::OutsideWorld, vec![codes::BUSY.id]));
    assert_eq!(yard.public(), before);
    other.close().unwrap();
    yard.publish(NEW).unwrap();
    assert_eq!(yard.public(), finished(Some(OLD), NEW));
}

#[test]
fn each_kind_of_failure_has_its_own_words() {
    let cases = [
        (ErrorKind::StorageFull, codes::DISK_FULL.id),
        (ErrorKind::QuotaExceeded, codes::DISK_FULL.id),
        (ErrorKind::PermissionDenied, codes::CANNOT_WRITE.id),
        (ErrorKind::ReadOnlyFilesystem, codes::CANNOT_WRITE.id),
        (ErrorKind::ResourceBusy, codes::IN_USE.id),
    ];
    for (kind, code) in cases {
        let yard = yard(Some(OLD));
        let result = publish_on(&FaultyDisk::new(3, Mishap::Fail(kind)), &output(NEW), &yard.destination());
        let trouble = result.unwrap_err();
        assert_eq!((trouble.cause, codes_of(&trouble)), (Cause::OutsideWorld, vec![code]), "{kind}");
        let message = &trouble.findings.iter().next().unwrap().message;
        assert!(message.contains("site/public/") && message.contains("could not be"), "{message}");
    }
}
