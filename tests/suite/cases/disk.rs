//! A case on disk, run by the program itself.
//!
//! It happens twice, each time in a folder of its own: once for the owner's eyes, once for `--format json`.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;

use super::book::{Case, Finding, Found, Room, Step};
use super::memory::{BUSINESS, BUSINESS_PATH, is_site};

/// What the folder of all folders is called in a case.
const HOME: &str = "/home/dana";
/// The site's folder in it.
const SITE: &str = "sites/business";
/// The day of all cases.
const TODAY: &str = "2026-11-22";

/// Lets a case happen; nothing where the system has no links.
pub(super) fn run(case: &Case) -> Option<Found> {
    let seen = Desk::play(case, &[])?;
    let told = Desk::play(case, &["--format", "json"])?;
    let findings = findings(&told).unwrap_or_else(|| alone(&seen));
    let seen = seen.split("\nOf 46 things").next().unwrap_or_default().to_owned();
    Some(Found { findings, report: seen })
}

/// A folder with a site in it.
struct Desk {
    top: TempDir,
    held: Vec<File>,
}

impl Desk {
    /// Does everything a case says; gives what the last command said.
    fn play(case: &Case, format: &[&str]) -> Option<String> {
        let mut desk = Desk { top: tempfile::tempdir().expect("a temporary folder"), held: Vec::new() };
        if is_site(case) {
            desk.put(BUSINESS_PATH, BUSINESS.as_bytes());
        }
        let commands = case.steps.iter().filter(|step| matches!(step, Step::Run { .. })).count();
        let mut said = None;
        let mut run = 0;
        for step in &case.steps {
            if let Step::Run { words, room } = step {
                run += 1;
                let extra = if run == commands { format } else { &[] };
                said = Some(desk.run(words, extra, *room));
            } else {
                desk.happen(step)?;
            }
        }
        said.or_else(|| Some(desk.run(&["check".to_owned()], format, Room::Plenty)))
    }

    fn path(&self, path: &str) -> PathBuf {
        self.top.path().join("dana").join(SITE).join(path)
    }

    #[expect(clippy::disallowed_methods, reason = "a case lies on disk")]
    fn put(&self, path: &str, bytes: &[u8]) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }

    #[expect(clippy::disallowed_methods, reason = "a case lies on disk")]
    fn happen(&mut self, step: &Step) -> Option<()> {
        match step {
            Step::Put { path, bytes } => self.put(path, bytes),
            Step::Link { path, target } => {
                let path = self.path(path);
                fs::create_dir_all(path.parent()?).expect("a folder");
                link(target, &path)?;
            }
            Step::Hold { path } => {
                let path = self.path(path);
                fs::create_dir_all(path.parent()?).expect("a folder");
                let file = File::options().create(true).append(true).open(path).expect("a file to hold");
                file.lock().expect("a lock");
                self.held.push(file);
            }
            Step::Remove { path } => fs::remove_file(self.path(path)).expect("a file to remove"),
            Step::Misname { path } => {
                fs::write(self.top.path().join("dana").join(SITE).join(odd_name(path)), "").ok()?;
            }
            Step::Run { .. } | Step::Bar { .. } | Step::Near { .. } => {}
        }
        Some(())
    }

    /// Runs the program in the site's folder; gives what it said, on whichever stream, with our folder named as in the cases.
    #[expect(clippy::disallowed_methods, reason = "a case lies on disk")]
    fn run(&self, words: &[String], extra: &[&str], room: Room) -> String {
        let site = self.path("");
        fs::create_dir_all(&site).expect("the site's folder");
        let mut command = program(room);
        command.args(words).args(extra);
        if words.first().is_some_and(|name| name == "build" || name == "check") {
            command.args(["--today", TODAY]);
        }
        command.current_dir(&site).env("HOME", self.top.path().join("dana")).env("NO_COLOR", "1");
        // Of several files that fail, always the same is named.
        command.env("RAYON_NUM_THREADS", "1");
        let output = command.output().expect("the program runs");
        let said = [output.stdout, output.stderr].concat();
        self.named(&String::from_utf8_lossy(&said))
    }

    /// The temporary folder's name differs from run to run.
    fn named(&self, said: &str) -> String {
        let real = fs::canonicalize(self.top.path()).expect("the temporary folder");
        let mut said = said.to_owned();
        for top in [real.as_path(), self.top.path()] {
            said = said.replace(&Path::new(top).join("dana").display().to_string(), HOME);
        }
        if cfg!(windows) { said.replace('\\', "/") } else { said }
    }
}

fn program(room: Room) -> Command {
    let binary = env!("CARGO_BIN_EXE_welcomemat");
    if room == Room::Plenty {
        return Command::new(binary);
    }
    // The first byte of any file is refused, as on a disk that is full.
    let mut command = Command::new("sh");
    command.args(["-c", "trap '' XFSZ; ulimit -f 0; exec \"$0\" \"$@\"", binary]);
    command
}

/// A name as the disk has it, whether or not it is text.
#[cfg(unix)]
fn odd_name(path: &[u8]) -> PathBuf {
    PathBuf::from(<std::ffi::OsStr as std::os::unix::ffi::OsStrExt>::from_bytes(path))
}

#[cfg(windows)]
fn odd_name(path: &[u8]) -> PathBuf {
    PathBuf::from(String::from_utf8_lossy(path).into_owned())
}

#[cfg(unix)]
fn link(target: &str, path: &Path) -> Option<()> {
    std::os::unix::fs::symlink(target, path).ok()
}

#[cfg(windows)]
fn link(target: &str, path: &Path) -> Option<()> {
    std::os::windows::fs::symlink_file(target, path).ok()
}

/// The findings of `--format json`.
fn findings(said: &str) -> Option<Vec<Finding>> {
    let line = said.lines().find(|line| line.starts_with('{'))?;
    let object: Value = serde_json::from_str(line).ok()?;
    // What a small site still lacks is no part of any story but its own.
    let is_told = |object: &&Value| !object["code"].as_str().is_some_and(|code| code.starts_with("needs/"));
    Some(object["findings"].as_array()?.iter().filter(is_told).map(finding).collect())
}

fn finding(object: &Value) -> Finding {
    let text = |key: &str| object[key].as_str().unwrap_or_default().to_owned();
    let (file, number) = (text("file"), |key: &str| object[key].as_u64());
    let range = [number("line"), number("column"), number("end_line"), number("end_column")];
    let place = match range {
        [Some(line), Some(column), Some(end_line), Some(end_column)] => {
            format!("{file}:{line}:{column}-{end_line}:{end_column}")
        }
        _ => file,
    };
    Finding {
        code: text("code"),
        severity: text("severity"),
        place,
        words: format!("{}\n{}", text("message"), text("help")),
    }
}

/// The one finding of a command that has no other form than the owner's.
fn alone(said: &str) -> Vec<Finding> {
    let code = said.lines().find_map(|line| line.trim().strip_prefix("More: welcomemat explain "));
    let severity = said.split(':').next().unwrap_or_default();
    let words = said.to_owned();
    code.map(|code| Finding { code: code.to_owned(), severity: severity.to_owned(), place: String::new(), words })
        .into_iter()
        .collect()
}
