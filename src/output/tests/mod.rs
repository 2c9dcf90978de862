#![expect(clippy::disallowed_methods, reason = "the tests lay out folders and look at them by hand")]

mod destinations;
mod interruptions;
mod ownership;
mod records;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::*;
use crate::address::Address;
use crate::diagnostic::Code;
use crate::render::{Content, Output, Segment};

/// A site's folder on a real disk, with its output.
struct Yard {
    top: TempDir,
}

/// Every file below a folder with its text; links as `-> target`, empty folders with a `/` behind them.
type Tree = BTreeMap<String, String>;

impl Yard {
    fn new() -> Self {
        let yard = Yard { top: tempfile::tempdir().unwrap() };
        yard.put("site/content/welcome.md", "# Welcome");
        yard
    }

    fn path(&self, path: &str) -> PathBuf {
        self.top.path().join(path)
    }

    fn put(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn open_at(&self, folder: &Path) -> Result<Destination, Unpublished> {
        let closed = [self.path("site/content"), self.path("site/themes"), self.path("site/staff")];
        let home = self.path("home/dana");
        Destination::open(
            folder,
            &folder.display().to_string(),
            Edition::Site,
            &Protected { site: &self.path("site"), closed: &closed, home: Some(&home) },
        )
    }

    fn destination(&self) -> Destination {
        self.open_at(&self.path("site/public")).unwrap()
    }

    fn publish(&self, files: &[(&str, &str)]) -> Result<Published, Unpublished> {
        publish(&output(files), &self.destination())
    }

    /// The output folder without the manifest.
    fn public(&self) -> Tree {
        let mut tree = tree(&self.path("site/public"));
        tree.remove(MANIFEST);
        tree
    }
}

fn output(files: &[(&str, &str)]) -> Output {
    files.iter().map(|(path, text)| (Address::new(path), Content::text((*text).to_owned()))).collect()
}

fn expected(files: &[(&str, &str)]) -> Tree {
    files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

fn tree(folder: &Path) -> Tree {
    let mut tree = Tree::new();
    walk(folder, "", &mut tree);
    tree
}

fn walk(folder: &Path, prefix: &str, tree: &mut Tree) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.map(Result::unwrap) {
        let name = format!("{prefix}{}", entry.file_name().display());
        let kind = entry.file_type().unwrap();
        if kind.is_symlink() {
            tree.insert(name, format!("-> {}", fs::read_link(entry.path()).unwrap().display()));
        } else if kind.is_file() {
            tree.insert(name, fs::read_to_string(entry.path()).unwrap());
        } else {
            let before = tree.len();
            walk(&entry.path(), &format!("{name}/"), tree);
            if tree.len() == before {
                tree.insert(format!("{name}/"), String::new());
            }
        }
    }
}

/// The codes of the findings, and that each speaks of the output by the name the owner gave it.
fn codes_of(trouble: &Unpublished) -> Vec<&'static str> {
    trouble.findings.iter().map(|finding| finding.code.id).collect()
}

fn assert_refused<T: std::fmt::Debug>(result: Result<T, Unpublished>, code: &Code) {
    let trouble = result.expect_err(code.id);
    assert_eq!((trouble.cause, codes_of(&trouble)), (Cause::Refused, vec![code.id]), "{trouble:?}");
    assert!(trouble.findings.iter().all(|finding| finding.help.is_some() && finding.message.ends_with('.')));
}
