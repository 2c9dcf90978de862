//! The case files: read, and written anew.

use std::path::{Path, PathBuf};

/// Above the expected part.
const EXPECTED: &str = "## Found";

/// One case.
pub(super) struct Case {
    /// `policy/bad-hours`: its place below `tests/cases`.
    pub(super) name: String,
    /// What happens, in order.
    pub(super) steps: Vec<Step>,
    only: Option<String>,
    told: String,
    expected: String,
    file: PathBuf,
}

/// Something that happens before the findings are looked at.
pub(super) enum Step {
    /// A file appears.
    Put { path: String, bytes: Vec<u8> },
    /// A link appears.
    Link { path: String, target: String },
    /// Another program locks a file.
    Hold { path: String },
    /// A file goes.
    Remove { path: String },
    /// What the file would say if there were no slip; looked at on its own.
    Near { path: String, bytes: Vec<u8> },
    /// A file appears that may not be opened.
    Bar { path: String },
    /// A file with a name that is no text appears.
    Misname { path: Vec<u8> },
    /// A command is run.
    Run { words: Vec<String>, room: Room },
}

/// How much the disk takes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Room {
    Plenty,
    /// Not a byte.
    Little,
}

/// What a run found.
#[derive(Default)]
pub(super) struct Found {
    /// Code, severity, place, message and help of each finding.
    pub(super) findings: Vec<Finding>,
    /// All of it as the owner sees it.
    pub(super) report: String,
}

/// One finding.
pub(super) struct Finding {
    pub(super) code: String,
    pub(super) severity: String,
    /// `file:line:column-end_line:end_column`, the file alone, or empty.
    pub(super) place: String,
    /// Message and help.
    pub(super) words: String,
}

/// Every case there is, by name.
pub(super) fn all() -> Vec<Case> {
    let top = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut files: Vec<PathBuf> = entries(&top).iter().flat_map(|family| entries(family)).collect();
    files.sort();
    let cases: Vec<Case> = files.into_iter().map(|file| Case::read(&top, file)).collect();
    assert!(cases.len() > 50, "the cases are in {}", top.display());
    cases
}

#[expect(clippy::disallowed_methods, reason = "the cases are files")]
fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    entries.map(|entry| entry.expect("a readable folder").path()).collect()
}

impl Case {
    #[expect(clippy::disallowed_methods, reason = "the cases are files")]
    fn read(top: &Path, file: PathBuf) -> Self {
        let text = std::fs::read_to_string(&file).expect("a case is text").replace("\r\n", "\n");
        let name = file.strip_prefix(top).expect("a case lies below the top").with_extension("");
        let name = name.to_string_lossy().replace('\\', "/");
        let (blocks, end) = blocks(&text).unwrap_or_else(|fault| panic!("{name}: {fault}"));
        let (told, expected) = text.split_at(end);
        let mut case = Case {
            steps: Vec::new(),
            only: None,
            told: told.trim_end().to_owned(),
            expected: expected.trim_end().to_owned(),
            name,
            file,
        };
        for (info, body) in blocks {
            case.take(&info, &body);
        }
        case
    }

    fn take(&mut self, info: &str, body: &str) {
        let (what, path) = info.split_once(' ').unwrap_or((info, ""));
        let path = path.trim().to_owned();
        let step = match what {
            "only" => {
                self.only = Some(path);
                return;
            }
            "run" => {
                self.steps.extend(body.lines().filter(|line| !line.is_empty()).map(command));
                return;
            }
            _ if path.is_empty() => panic!("{}: a block `{info}` names no file", self.name),
            "near" => Step::Near { path, bytes: body.into() },
            "near-bytes" => Step::Near { path, bytes: unescaped(body) },
            "bytes" if path.contains("\\x") => Step::Misname { path: unescaped(&path) },
            "bytes" => Step::Put { path, bytes: unescaped(body) },
            "large" => Step::Put { path, bytes: many(body) },
            "link" => Step::Link { path, target: body.trim().to_owned() },
            "held" => Step::Hold { path },
            "remove" => Step::Remove { path },
            "barred" => Step::Bar { path },
            _ => Step::Put { path, bytes: body.into() },
        };
        self.steps.push(step);
    }

    /// Whether this system is one it speaks of.
    pub(super) fn runs_here(&self) -> bool {
        match self.only.as_deref() {
            None => true,
            Some("windows") => cfg!(windows),
            Some("unix") => cfg!(unix),
            Some("linux") => cfg!(target_os = "linux"),
            Some(other) => panic!("{}: `{other}` is no system", self.name),
        }
    }

    /// Whether it needs a disk and the program itself.
    pub(super) fn is_on_disk(&self) -> bool {
        if self.steps.iter().any(|step| matches!(step, Step::Bar { .. })) {
            return false;
        }
        let needs_disk = |step: &Step| matches!(step, Step::Link { .. } | Step::Hold { .. } | Step::Run { .. });
        ["source/", "output/"].iter().any(|family| self.name.starts_with(family)) || self.steps.iter().any(needs_disk)
    }

    /// The expected part as it stands in the file.
    pub(super) fn expected(&self) -> &str {
        &self.expected
    }

    /// Whether it brings a near miss.
    pub(super) fn has_near_miss(&self) -> bool {
        self.steps.iter().any(|step| matches!(step, Step::Near { .. }))
    }

    /// The codes the expected part names.
    pub(super) fn codes(&self) -> Vec<String> {
        let findings = self.expected.lines().filter_map(|line| line.strip_prefix("- `"));
        findings.filter_map(|line| line.split('`').next()).map(str::to_owned).collect()
    }

    /// Writes the expected part anew, if it differs.
    #[expect(clippy::disallowed_methods, reason = "the cases are files")]
    pub(super) fn write(&self, found: &Found) {
        if self.expected() != found.text().trim_end() {
            let text = format!("{}\n\n{}", self.told, found.text());
            std::fs::write(&self.file, text).expect("the case can be written");
        }
    }
}

impl Found {
    /// The expected part that says this.
    pub(super) fn text(&self) -> String {
        let mut text = format!("{EXPECTED}\n\n");
        for Finding { code, severity, place, .. } in &self.findings {
            let place = if place.is_empty() { String::new() } else { format!(" at `{place}`") };
            text.push_str(&format!("- `{code}` {severity}{place}\n"));
        }
        if self.findings.is_empty() {
            text.push_str("Nothing.\n");
        }
        let fence = "`".repeat(longest_run_of_backticks(&self.report).max(2) + 1);
        text + &format!("\n{fence}text\n{}\n{fence}\n", self.report.trim_end())
    }

    /// Everything said in our own words.
    pub(super) fn words(&self) -> String {
        self.findings.iter().map(|finding| finding.words.as_str()).collect::<Vec<_>>().join("\n")
    }
}

/// The fenced blocks as info and body, and where the expected part begins.
fn blocks(text: &str) -> Result<(Vec<(String, String)>, usize), String> {
    let mut blocks = Vec::new();
    let mut open: Option<(String, String, String)> = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let plain = line.trim_end();
        open = match open {
            Some((fence, info, body)) if plain == fence => {
                blocks.push((info, body));
                drop(fence);
                None
            }
            Some((fence, info, body)) => Some((fence, info, body + line)),
            None if plain == EXPECTED => return Ok((blocks, at)),
            None if plain.starts_with("```") => {
                let info = plain.trim_start_matches('`');
                Some(("`".repeat(plain.len() - info.len()), info.trim().to_owned(), String::new()))
            }
            None => None,
        };
        at += line.len();
    }
    open.map_or(Ok((blocks, text.len())), |(_, info, _)| Err(format!("the block `{info}` does not end")))
}

fn command(line: &str) -> Step {
    let (room, line) = line.strip_prefix("full: ").map_or((Room::Plenty, line), |rest| (Room::Little, rest));
    let mut words = line.split_whitespace();
    assert_eq!(words.next(), Some("welcomemat"), "only welcomemat is run");
    Step::Run { words: words.map(str::to_owned).collect(), room }
}

fn unescaped(body: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = body.as_bytes();
    while let [byte, tail @ ..] = rest {
        rest = match (byte, tail) {
            (b'\n', _) => tail,
            (b'\\', [b'x', high, low, after @ ..]) => {
                let digits = String::from_utf8_lossy(&[*high, *low]).into_owned();
                bytes.push(u8::from_str_radix(&digits, 16).unwrap_or_else(|_| panic!("`\\x{digits}` is no byte")));
                after
            }
            (b'\\', [b'n', after @ ..]) => {
                bytes.push(b'\n');
                after
            }
            (b'\\', [b'\\', after @ ..]) => {
                bytes.push(b'\\');
                after
            }
            _ => {
                bytes.push(*byte);
                tail
            }
        };
    }
    bytes
}

/// As many bytes as `9 MB` says.
fn many(body: &str) -> Vec<u8> {
    let size: usize = body.trim().trim_end_matches(" MB").parse().expect("a size is given as in `9 MB`");
    vec![b'a'; size << 20]
}

fn longest_run_of_backticks(text: &str) -> usize {
    text.split(|character| character != '`').map(str::len).max().unwrap_or(0)
}
