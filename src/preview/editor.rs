//! Opening a file at a line in the owner's editor, and an address in the browser. Never through a shell: a file's name is one argument
//! whatever it holds.

use std::path::Path;
use std::process::{Command, Stdio};

/// What opens files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Editor {
    /// A program with its arguments; `{file}` and `{line}` in them are filled in.
    Program(Vec<String>),
    /// Whatever the system opens such a file with. It knows no lines.
    System,
}

/// Programs that show a window and can be told a line, with the arguments that say it.
const KNOWN: &[(&str, &[&str])] = &[
    ("code", &["--goto", "{file}:{line}"]),
    ("codium", &["--goto", "{file}:{line}"]),
    ("cursor", &["--goto", "{file}:{line}"]),
    ("zed", &["{file}:{line}"]),
    ("subl", &["{file}:{line}"]),
    ("idea", &["--line", "{line}", "{file}"]),
    ("pycharm", &["--line", "{line}", "{file}"]),
    ("webstorm", &["--line", "{line}", "{file}"]),
    ("kate", &["--line", "{line}", "{file}"]),
    ("gedit", &["+{line}", "{file}"]),
    ("gvim", &["--remote-silent", "+{line}", "{file}"]),
    ("mvim", &["--remote-silent", "+{line}", "{file}"]),
    ("mate", &["--line", "{line}", "{file}"]),
    ("bbedit", &["+{line}", "{file}"]),
    ("notepad++", &["-n{line}", "{file}"]),
];

impl Editor {
    /// The names of the programs we know how to tell a line, the likeliest first.
    pub fn known_names() -> impl Iterator<Item = &'static str> {
        KNOWN.iter().map(|(name, _)| *name)
    }

    /// The editor a command names: the words of the command, with `"…"` around those that hold blanks. Nothing if it is empty.
    #[must_use]
    pub fn of_command(command: &str) -> Option<Self> {
        let mut words = words(command);
        let program = words.first()?.clone();
        let says_where = words.iter().any(|word| word.contains("{file}"));
        if !says_where {
            let name = program_name(&program);
            let known = KNOWN.iter().find(|(own, _)| *own == name).map_or(&["{file}"] as &[&str], |(_, form)| form);
            words.extend(known.iter().map(|word| (*word).to_owned()));
        }
        Some(Editor::Program(words))
    }

    /// Whether a command names a program that shows a window of its own: one that needs the terminal would fight over it.
    #[must_use]
    pub fn has_window(command: &str) -> bool {
        words(command).first().is_some_and(|program| Editor::known_names().any(|name| name == program_name(program)))
    }

    /// The command that opens a file at a line.
    #[must_use]
    fn command(&self, file: &Path, line: u32) -> Vec<String> {
        let file = file.to_string_lossy();
        match self {
            Editor::Program(words) => {
                words.iter().map(|word| word.replace("{line}", &line.to_string()).replace("{file}", &file)).collect()
            }
            Editor::System => opener().iter().map(|word| (*word).to_owned()).chain([file.into_owned()]).collect(),
        }
    }

    /// Opens a file at a line, from 1.
    ///
    /// # Errors
    /// When the program cannot be started.
    pub fn open(&self, file: &Path, line: u32) -> std::io::Result<()> {
        start(&self.command(file, line))
    }
}

/// Shows an address in the browser.
///
/// # Errors
/// When there is no program for it.
pub fn open_in_browser(address: &str) -> std::io::Result<()> {
    start(&opener().iter().map(|word| (*word).to_owned()).chain([address.to_owned()]).collect::<Vec<_>>())
}

/// What opens a file or an address with the program the system has for it.
fn opener() -> &'static [&'static str] {
    if cfg!(target_os = "macos") {
        &["open"]
    } else if cfg!(windows) {
        &["rundll32.exe", "url.dll,FileProtocolHandler"]
    } else {
        &["xdg-open"]
    }
}

fn start(words: &[String]) -> std::io::Result<()> {
    let Some((program, arguments)) = words.split_first() else { return Ok(()) };
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = command.spawn()?;
    // Somebody has to wait for it, or it stays a zombie when it ends.
    std::thread::spawn(move || child.wait());
    Ok(())
}

/// `C:\Program Files\Code\code.exe` → `code`.
fn program_name(program: &str) -> String {
    let name = program.rsplit(['/', '\\']).next().unwrap_or(program).to_ascii_lowercase();
    let ends = [".exe", ".cmd", ".bat"];
    ends.iter().find_map(|end| name.strip_suffix(end)).unwrap_or(&name).to_owned()
}

fn words(command: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (turn, part) in command.split('"').enumerate() {
        if turn % 2 == 1 {
            words.push(part.to_owned());
        } else {
            words.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn command(editor: &str) -> Vec<String> {
        Editor::of_command(editor).unwrap().command(Path::new("/a b/x; rm -rf.md"), 12)
    }

    #[test]
    fn a_file_is_one_argument_whatever_its_name() {
        assert_eq!(command("code"), ["code", "--goto", "/a b/x; rm -rf.md:12"]);
        assert_eq!(command("\"/opt/my apps/subl\" -n"), ["/opt/my apps/subl", "-n", "/a b/x; rm -rf.md:12"]);
        assert_eq!(command("C:\\Tools\\idea.exe"), ["C:\\Tools\\idea.exe", "--line", "12", "/a b/x; rm -rf.md"]);
        assert_eq!(command("mine --at={line} {file}"), ["mine", "--at=12", "/a b/x; rm -rf.md"]);
        assert_eq!(command("unheard-of"), ["unheard-of", "/a b/x; rm -rf.md"]);
        assert_eq!(Editor::of_command("  "), None);
    }

    #[test]
    fn editors_in_the_terminal_are_left_alone() {
        assert!(Editor::has_window("code --wait"));
        assert!(!Editor::has_window("vim") && !Editor::has_window("nano"));
    }
}
