//! A desk to work at: a temporary folder, sites in it, and the command run on them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::SystemTime;

use tempfile::TempDir;

/// The day the tests build for, unless they say another.
pub const TODAY: &str = "2026-11-22";

/// The least a site needs.
pub const BUSINESS: &str =
    "format = 1\n[business]\nname = \"Harbour Cats\"\ntimezone = \"Europe/London\"\ncountry = \"GB\"\n";

/// A temporary folder. It goes when the desk does.
pub struct Desk {
    folder: TempDir,
}

/// What a run of the command left behind.
#[derive(Debug)]
pub struct Run {
    /// The exit code.
    pub code: i32,
    /// What went to stdout.
    pub out: String,
    /// What went to stderr.
    pub err: String,
}

impl Desk {
    /// An empty desk.
    pub fn new() -> Self {
        Desk { folder: tempfile::tempdir().expect("a temporary folder") }
    }

    /// A desk with the example of a trade in `site`.
    pub fn with_starter(trade: &str) -> Self {
        let desk = Desk::new();
        desk.run(&["new", "site", "--trade", trade, "--yes"]).expect_code(0);
        desk
    }

    /// A desk with a small site in `site`: business settings, hours, and the pages given below `content/`.
    pub fn with_site(pages: &[(&str, &str)]) -> Self {
        let desk = Desk::new();
        desk.write("site/content/business.toml", BUSINESS);
        desk.write(
            "site/content/availability.md",
            "+++\n[hours.office]\nmon-fri = \"09:00-17:00\"\n+++\n\n# Hours\n\nCome by.\n",
        );
        for (place, text) in pages {
            desk.write(&format!("site/content/{place}"), text);
        }
        desk
    }

    /// Where a place on the desk lies on the disk; links in the way are resolved.
    pub fn path(&self, place: &str) -> PathBuf {
        let folder = self.folder.path().canonicalize().expect("the desk");
        if place.is_empty() { folder } else { folder.join(place) }
    }

    /// Writes a file and the folders above it.
    pub fn write(&self, place: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(place);
        std::fs::create_dir_all(path.parent().expect("a folder above")).expect("folders");
        std::fs::write(path, bytes).expect("a file");
    }

    /// Reads a file as text.
    pub fn read(&self, place: &str) -> String {
        std::fs::read_to_string(self.path(place)).unwrap_or_else(|error| panic!("{place}: {error}"))
    }

    /// Removes a file.
    pub fn remove(&self, place: &str) {
        std::fs::remove_file(self.path(place)).expect("a file to remove");
    }

    /// Whether anything lies there.
    pub fn has(&self, place: &str) -> bool {
        self.path(place).exists()
    }

    /// Puts new words into a file in place of old ones, which must be there.
    pub fn change(&self, place: &str, from: &str, to: &str) {
        let text = self.read(place);
        assert!(text.contains(from), "{place} has no {from:?}");
        self.write(place, text.replace(from, to));
    }

    /// The command, to be run at the desk.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_welcomemat"));
        command.args(arguments).current_dir(self.path("")).stdin(Stdio::null());
        command.env_remove("NO_COLOR").env("HOME", self.path("home"));
        command
    }

    /// Runs the command at the desk.
    pub fn run(&self, arguments: &[&str]) -> Run {
        Run::of(&mut self.command(arguments))
    }

    /// Builds `site` for [`TODAY`].
    pub fn build(&self) -> Run {
        self.run(&["build", "site", "--today", TODAY])
    }

    /// Every file below a folder, by its path from there.
    pub fn tree(&self, place: &str) -> BTreeMap<String, Vec<u8>> {
        self.each_file(place, |path| std::fs::read(path).expect("a file"))
    }

    /// When every file below a folder was last written.
    pub fn times(&self, place: &str) -> BTreeMap<String, SystemTime> {
        self.each_file(place, |path| path.metadata().and_then(|facts| facts.modified()).expect("a time"))
    }

    fn each_file<V>(&self, place: &str, look: impl Fn(&Path) -> V) -> BTreeMap<String, V> {
        let folder = self.path(place);
        let walk = walkdir::WalkDir::new(&folder).into_iter().map(|entry| entry.expect("a place to walk"));
        let files = walk.filter(|entry| entry.file_type().is_file());
        let name =
            |path: &Path| path.strip_prefix(&folder).expect("below").to_str().expect("a name").replace('\\', "/");
        files.map(|entry| (name(entry.path()), look(entry.path()))).collect()
    }
}

impl Run {
    /// Runs a command to its end.
    pub fn of(command: &mut Command) -> Self {
        let Output { status, stdout, stderr } = command.output().expect("the command starts");
        let text = |bytes| String::from_utf8(bytes).expect("text");
        Run { code: status.code().expect("an end of its own"), out: text(stdout), err: text(stderr) }
    }

    /// Fails, showing everything, unless the run ended with `code`.
    pub fn expect_code(self, code: i32) -> Self {
        assert_eq!(self.code, code, "stdout:\n{}\nstderr:\n{}", self.out, self.err);
        self
    }

    /// What was printed with `--format json`.
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.out)
            .unwrap_or_else(|error| panic!("{error} in {:?}; stderr {:?}", self.out, self.err))
    }

    /// The codes of the findings printed with `--format json`.
    pub fn codes(&self) -> Vec<String> {
        let json = self.json();
        let findings = json["findings"].as_array().expect("findings");
        findings.iter().map(|finding| finding["code"].as_str().expect("a code").to_owned()).collect()
    }
}

/// Says on the real stderr, past the test runner's silence, that something was not tested here.
pub fn skipped(what: &str, missing: &str) {
    use std::io::Write as _;
    let _ = writeln!(std::io::stderr(), "\n*** NOT TESTED: {what} (there is no {missing} here) ***\n");
}

/// Whether a program of this name can be started.
pub fn has_program(name: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(name).is_file())
}
