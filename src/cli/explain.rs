//! `welcomemat explain CODE|KIND`: what a finding means, or what a kind of page may hold.

use std::fmt::Write as _;

use clap::Args;

use super::{Ending, terminal};
use crate::diagnostic::explain;
use crate::policy::kinds::{BUSINESS, EVERY_PAGE, KINDS, KindRow};
use crate::policy::written::{Key, Needed, Shape};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// A finding's code, such as links/missing-page, or a kind of page, such as availability
    #[arg(value_name = "CODE|KIND")]
    about: String,
}

pub(super) fn run(arguments: &Arguments) -> Ending {
    let about = arguments.about.trim();
    if let Some(text) = kind(about) {
        terminal::say(&text);
        return Ending::Fine;
    }
    match explain::explain(about) {
        Ok(text) => {
            terminal::say(&text);
            Ending::Fine
        }
        Err(text) => {
            terminal::tell(&text);
            let kinds: Vec<&str> = KINDS.iter().map(|row| row.name).collect();
            terminal::tell(&format!("Kinds of page: {}, business.\n", kinds.join(", ")));
            Ending::OutsideWorld
        }
    }
}

fn kind(name: &str) -> Option<String> {
    if name == "business" || name == "business.toml" {
        let mut text = "business.toml: who you are, how the site looks, prices and people.\n\n".to_owned();
        push_keys(&mut text, BUSINESS, "");
        return Some(text);
    }
    let row: &KindRow = KINDS.iter().find(|row| row.name == name || row.file == name)?;
    let mut text = format!("{} ({}): {}\n\n", row.name, row.file, row.meaning);
    if !row.keys.is_empty() {
        text.push_str("In its header, between +++ lines:\n\n");
        push_keys(&mut text, row.keys, "");
    }
    text.push_str("\nAnd what every page may have:\n\n");
    push_keys(&mut text, EVERY_PAGE, "");
    Some(text)
}

/// One line a key: how it is typed, what it means, and whether it is needed.
fn push_keys(text: &mut String, keys: &[Key], above: &str) {
    let is_line = |key: &&Key| key.shape == Shape::Line;
    for key in keys.iter().filter(is_line) {
        let needed = if key.needed == Needed::Needed { " (needed)" } else { "" };
        let typed = if key.keys.is_empty() {
            format!("{} = {}", key.name, key.example)
        } else {
            format!("{} = {{ … }}", key.name)
        };
        let _ = writeln!(text, "  {typed}\n      {}{needed}", key.sense());
    }
    for key in keys.iter().filter(|key| key.shape != Shape::Line) {
        let path = if above.is_empty() { key.name.to_owned() } else { format!("{above}.{}", key.name) };
        let title = match key.shape {
            Shape::Rows => format!("[[{path}]], as often as you like"),
            Shape::Named => format!("[{path}.NAME], under a name of yours"),
            _ => format!("[{path}]"),
        };
        let needed = if key.needed == Needed::Needed { " (needed)" } else { "" };
        let _ = writeln!(text, "\n{title}\n      {}{needed}", key.sense());
        push_keys(text, key.keys, &path);
    }
}
