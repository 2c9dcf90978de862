//! The house keeps its order: who may use whom, and what is absent where.
//!
//! Sources are read as text, without comments, strings' insides aside and without tests: a test may do what its module may not.

use std::path::Path;

/// The rooms in the order the data flows. A room uses only those before it.
const ROOMS: &[&str] = &[
    "diagnostic",
    "address",
    "source",
    "markdown",
    "pictures",
    "policy",
    "time",
    "site",
    "router",
    "check",
    "online",
    "render",
    "publish",
    "print",
    "staff",
    "output",
    "starters",
    "build",
    "preview",
    "cli",
];

/// Neighbours that must not know each other although the order would allow it.
const STRANGERS: &[(&str, &str)] =
    &[("render", "check"), ("publish", "check"), ("print", "check"), ("output", "check")];

/// Files past this many lines have rooms inside that a newcomer would not find.
const LONGEST: usize = 450;

/// A table is as long as it has rows: nobody reads it from beginning to end.
const TABLES: &[&str] = &["render/views/labels.rs"];

/// What a word or a call may appear in: the only rooms that do it.
const ABSENCES: &[(&str, &[&str], &[&str])] = &[
    ("prints", &["println!", "print!(", "eprint", "stdout()", "stderr()"], &["cli/"]),
    ("ends the program", &["process::exit", "process::abort"], &[]),
    (
        "reads the clock",
        &["SystemTime::now", "Instant::now", "Timestamp::now", "Zoned::now"],
        &["cli/", "preview/shop.rs"],
    ),
    ("asks the environment", &["std::env::", "env::var", "env::args", "home_dir"], &["cli/"]),
    ("touches the disk", &["std::fs", "fs::", "File::open", "File::create", "OpenOptions"], &["source/", "output/"]),
    ("looks for a file", &[".exists()", ".is_dir()", ".canonicalize(", ".metadata("], &["source/", "output/"]),
    (
        "uses the network",
        &["std::net", "TcpStream", "TcpListener", "UdpSocket", "ureq"],
        &["online/", "preview/server", "preview/lan.rs", "preview/gate.rs", "preview/mod.rs"],
    ),
    ("starts a program", &["process::Command", "Command::new"], &["preview/editor.rs"]),
    ("sees the Markdown reader", &["pulldown_cmark"], &["markdown/"]),
    ("sees the template engine", &["tera::"], &["render/theme.rs", "render/theme/"]),
    ("sees what decodes and writes pictures", &["image::", "webp::", "roxmltree", "resvg"], &["pictures/"]),
    ("sees the PDF engine", &["typst"], &["print/pdf/"]),
    ("unpacks the web's fonts", &["wuff"], &["print/pdf/", "pictures/emblem/"]),
    ("sees the terminal's library", &["indicatif", "IsTerminal"], &["cli/"]),
    ("opts out of safety", &["unsafe "], &[]),
];

/// What stands at the top of the repository, and nothing else.
const TOP: &[&str] = &[
    "Cargo.toml",
    "Cargo.lock",
    "LICENSE-MIT",
    "LICENSE-APACHE",
    "README.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "clippy.toml",
    "rustfmt.toml",
    "deny.toml",
    "src",
    "content",
    "themes",
    "tests",
    "benches",
    ".ci",
    ".git",
    ".gitignore",
    ".gitattributes",
];

/// A source file without comments and tests.
struct Source {
    /// Below `src/`.
    path: String,
    code: String,
}

impl Source {
    /// The room it lies in.
    fn room(&self) -> &str {
        self.path.split('/').next().unwrap_or("").trim_end_matches(".rs")
    }

    /// How many steps of `super::` lead to the crate's root.
    fn depth(&self) -> usize {
        self.path.trim_end_matches(".rs").trim_end_matches("/mod").split('/').count()
    }
}

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files_below(folder: &str, end: &str) -> Vec<(String, String)> {
    let start = repository().join(folder);
    let walk = walkdir::WalkDir::new(&start).sort_by_file_name().into_iter().map(|entry| entry.expect("a place"));
    let wanted = walk.filter(|entry| entry.path().to_str().is_some_and(|path| path.ends_with(end)));
    let read = wanted.map(|entry| {
        let place = entry.path().strip_prefix(&start).expect("below").to_str().expect("a name").replace('\\', "/");
        (place, std::fs::read_to_string(entry.path()).expect("a source"))
    });
    read.collect()
}

fn sources() -> Vec<Source> {
    let is_code = |(path, _): &(String, String)| !path.ends_with("tests.rs") && !path.contains("/tests/");
    files_below("src", ".rs")
        .into_iter()
        .filter(is_code)
        .map(|(path, text)| Source { code: code(&text), path })
        .collect()
}

/// The text without comments and without the tests at its end.
fn code(text: &str) -> String {
    let is_test =
        |lines: &[&str]| lines[0] == "#[cfg(test)]" && lines.get(1).is_some_and(|line| line.starts_with("mod tests {"));
    let lines: Vec<&str> = text.lines().collect();
    let end = (0..lines.len()).find(|&at| is_test(&lines[at..])).unwrap_or(lines.len());
    let kept = lines[..end].iter().filter(|line| !line.trim_start().starts_with("//"));
    kept.fold(String::new(), |code, line| code + line + "\n")
}

/// The rooms named behind `crate::`.
fn rooms_used(code: &str) -> Vec<String> {
    let name =
        |after: &str| after.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect::<String>();
    let mut used = Vec::new();
    for after in code.split("crate::").skip(1) {
        match after.strip_prefix('{') {
            Some(list) => {
                let mut depth = 0;
                let mut start = true;
                for (at, letter) in list.char_indices() {
                    match letter {
                        '}' if depth == 0 => break,
                        '{' => depth += 1,
                        '}' => depth -= 1,
                        ',' if depth == 0 => start = true,
                        letter if start && !letter.is_whitespace() => {
                            used.push(name(&list[at..]));
                            start = false;
                        }
                        _ => {}
                    }
                }
            }
            None => used.push(name(after)),
        }
    }
    used
}

fn place_of(room: &str) -> usize {
    ROOMS.iter().position(|own| *own == room).unwrap_or_else(|| panic!("`{room}` has no place in the order of rooms"))
}

#[test]
fn lib_declares_the_rooms_in_the_order_the_data_flows() {
    let lib = std::fs::read_to_string(repository().join("src/lib.rs")).unwrap();
    let declared: Vec<&str> = lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    assert_eq!(declared, ROOMS);
}

#[test]
fn a_room_uses_only_those_before_it() {
    for source in sources().iter().filter(|source| !["lib.rs", "main.rs"].contains(&source.path.as_str())) {
        let own = place_of(source.room());
        for used in rooms_used(&source.code) {
            let path = &source.path;
            assert!(place_of(&used) <= own, "src/{path} uses `{used}`, which comes after `{}`", source.room());
            assert!(!STRANGERS.contains(&(source.room(), used.as_str())), "src/{path} must not know `{used}`");
        }
        let climbs = format!("{}{}", "super::".repeat(source.depth()), "");
        assert!(!source.code.contains(&climbs), "src/{} climbs out of its room with `{climbs}`", source.path);
    }
}

#[test]
fn what_must_be_absent_is_absent() {
    for source in sources() {
        for (what, signs, rooms) in ABSENCES {
            let may = rooms.iter().any(|room| source.path.starts_with(room));
            let sign = signs.iter().find(|sign| source.code.contains(**sign));
            assert!(may || sign.is_none(), "src/{} {what}: `{}`", source.path, sign.unwrap_or(&""));
        }
    }
}

/// Policies and what they hold are for later rooms; the reader of the disk only knows files.
#[test]
fn the_reader_of_the_disk_knows_no_kind_of_page() {
    let kinds: Vec<String> = welcomemat::policy::kinds::KINDS.iter().map(|row| format!("\"{}", row.name)).collect();
    for source in sources().iter().filter(|source| source.room() == "source") {
        let named = kinds.iter().find(|kind| source.code.contains(kind.as_str()));
        assert_eq!(named, None, "src/{}", source.path);
    }
}

#[test]
fn no_file_is_too_long_to_be_read() {
    let all =
        ["src", "tests/suite"].map(|folder| files_below(folder, ".rs").into_iter().map(move |file| (folder, file)));
    let long: Vec<String> = all
        .into_iter()
        .flatten()
        .filter(|(_, (path, text))| text.lines().count() > LONGEST && !TABLES.contains(&path.as_str()))
        .map(|(folder, (path, text))| format!("{folder}/{path}: {} lines", text.lines().count()))
        .collect();
    assert!(long.is_empty(), "{long:#?}");
}

#[test]
fn the_top_of_the_repository_stays_as_agreed() {
    let ignored = std::fs::read_to_string(repository().join(".gitignore")).unwrap();
    let ignored: Vec<&str> = ignored.lines().map(|line| line.trim_start_matches('/')).collect();
    for entry in std::fs::read_dir(repository()).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let is_known = TOP.contains(&name.as_str()) || ignored.contains(&name.as_str());
        assert!(is_known, "`{name}` at the top of the repository: is it worth every newcomer's glance?");
    }
}

#[test]
fn the_scanner_sees_what_it_has_to_see() {
    let used = rooms_used("use crate::{address::{Address, SourcePath}, site};\ncrate::check::links(crate::render::x)");
    assert_eq!(used, ["address", "site", "check", "render"]);
    assert_eq!(code("a\n    // println!\nb\n#[cfg(test)]\nmod tests {\n    c\n}\n"), "a\nb\n");
    let file = |path: &str| Source { path: path.to_owned(), code: String::new() };
    assert_eq!(
        (file("build.rs").depth(), file("site/mod.rs").depth(), file("render/theme/assets.rs").depth()),
        (1, 1, 3)
    );
}
