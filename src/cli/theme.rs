//! `welcomemat theme list|copy`: the built-in themes, for those who want to go further than the brand settings.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};

use super::place::{Place, tell_missing, tell_one};
use super::{Ending, terminal};
use crate::diagnostic::nearest;
use crate::output::copy::{self, Uncopied};
use crate::render::theme::BuiltIn;
use crate::render::views::CONTRACT;

/// Most places in the way that are named.
const MOST_NAMED: usize = 5;

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Show the built-in themes, or the files of one
    List {
        /// The theme whose files to show
        name: Option<String>,
    },
    /// Copy a built-in theme into your site's `themes` folder, to change it; nothing of yours is overwritten
    Copy(Copied),
}

#[derive(Debug, Args)]
pub(super) struct Copied {
    /// The theme, such as welcome
    name: String,
    /// The site's folder to copy into; without it the site you are in. An empty folder will do, to compare
    #[arg(long, value_name = "DIR")]
    to: Option<PathBuf>,
    /// Only this file or folder, such as templates/page.html or labels; may be given again
    #[arg(long, value_name = "FILE")]
    only: Vec<String>,
}

type File = (&'static str, &'static [u8]);

pub(super) fn run(command: &Command) -> Ending {
    let done = match command {
        Command::List { name: None } => {
            terminal::say(&themes());
            Ok(())
        }
        Command::List { name: Some(name) } => named(name).map(|theme| terminal::say(&files(theme))),
        Command::Copy(copied) => named(&copied.name).and_then(|theme| copy(copied, theme)),
    };
    done.map_or_else(Told::ending, |()| Ending::Fine)
}

/// What went wrong.
enum Told {
    Words(String),
    Finding(Box<crate::diagnostic::Diagnostic>),
    NoSite(Box<crate::diagnostic::Diagnostic>),
}

impl Told {
    fn ending(self) -> Ending {
        match self {
            Told::Words(words) => terminal::tell(&format!("{words}\n")),
            Told::Finding(finding) => tell_one(*finding),
            Told::NoSite(finding) => return tell_missing(*finding),
        }
        Ending::OutsideWorld
    }
}

fn themes() -> String {
    let line = |theme: &'static BuiltIn| format!("{:<9} {}\n", theme.name, theme.about());
    let themes: String = BuiltIn::all().iter().map(line).collect();
    format!("{themes}\nTo choose one, write `theme = \"NAME\"` below `[brand]` in business.toml.\n")
}

fn files(theme: &'static BuiltIn) -> String {
    theme.files().iter().map(|(place, _)| format!("{place}\n")).collect()
}

fn named(name: &str) -> Result<&'static BuiltIn, Told> {
    BuiltIn::named(name).ok_or_else(|| {
        let names = || BuiltIn::all().iter().map(|theme| theme.name);
        let near = nearest(name, names()).map(|near| format!(" Did you mean `{near}`?")).unwrap_or_default();
        let built_in: Vec<String> = names().map(|name| format!("`{name}`")).collect();
        Told::Words(format!("There is no built-in theme `{name}`.{near} Built in are {}.", built_in.join(" and ")))
    })
}

fn copy(copied: &Copied, theme: &'static BuiltIn) -> Result<(), Told> {
    let files = chosen(theme, &copied.only)?;
    let site = match &copied.to {
        Some(folder) => folder.clone(),
        None => Place::find(None).map_err(Told::NoSite)?.root,
    };
    let folder = site.join("themes").join(theme.name);
    let label = label(&folder, &copied.only);
    let wanted: Vec<(&str, &[u8])> = files
        .iter()
        .map(|(place, bytes)| (*place, *bytes))
        .chain(label.as_ref().map(|text| ("theme.toml", text.as_bytes())))
        .collect();
    let written = copy::beside(&wanted, &folder).map_err(|uncopied| match uncopied {
        Uncopied::InTheWay(places) => Told::Words(in_the_way(&places, &site)),
        Uncopied::Refused(finding) => Told::Finding(finding),
    })?;
    terminal::tell(&farewell(&written, &site, theme));
    Ok(())
}

/// The files asked for: the theme's own, or every one that `--only` names, also those it takes from `welcome`.
fn chosen(theme: &'static BuiltIn, only: &[String]) -> Result<Vec<File>, Told> {
    if only.is_empty() {
        return Ok(theme.own_files());
    }
    let all = theme.files();
    let mut chosen: Vec<File> = Vec::new();
    for typed in only {
        let typed = typed.replace('\\', "/");
        let wanted = typed.trim_start_matches("./").trim_matches('/');
        let before = chosen.len();
        chosen.extend(all.iter().filter(|(place, _)| is_meant(place, wanted)));
        if chosen.len() == before {
            return Err(unknown(wanted, theme, &all));
        }
    }
    chosen.sort_unstable();
    chosen.dedup();
    Ok(chosen)
}

/// A file by its place, or by its place among the templates, or everything in a folder.
fn is_meant(place: &str, wanted: &str) -> bool {
    let in_folder =
        |place: &str| place.strip_prefix(wanted).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    in_folder(place) || place.strip_prefix("templates/").is_some_and(in_folder)
}

fn unknown(wanted: &str, theme: &BuiltIn, all: &[File]) -> Told {
    let name = |place: &str| place.rsplit('/').next().unwrap_or_default().to_owned();
    let by_name = all.iter().find(|(place, _)| name(place) == name(wanted)).map(|(place, _)| *place);
    let near = by_name.or_else(|| nearest(wanted, all.iter().map(|(place, _)| *place)));
    let near = near.map(|near| format!("Did you mean `{near}`? ")).unwrap_or_default();
    Told::Words(format!(
        "The theme has no file `{wanted}`. {near}`welcomemat theme list {}` shows them all.",
        theme.name
    ))
}

/// A small `theme.toml` beside single files, so that a later welcomemat knows what they were written for.
fn label(folder: &Path, only: &[String]) -> Option<String> {
    let is_whole = only.is_empty() || only.iter().any(|typed| typed.ends_with("theme.toml"));
    let is_there = copy::is_taken(&folder.join("theme.toml"));
    (!is_whole && !is_there).then(|| {
        format!("# What the templates in this folder may use: the number they were written for. Leave it as it is until you have looked.\ncontract = {CONTRACT}\n")
    })
}

fn in_the_way(places: &[PathBuf], site: &Path) -> String {
    let shown: Vec<String> = places.iter().take(MOST_NAMED).map(|place| format!("  {}", below(place, site))).collect();
    let more = places.len().saturating_sub(MOST_NAMED);
    let more = if more > 0 { format!("\n  and {more} more") } else { String::new() };
    format!(
        "Nothing was copied: what is yours is never overwritten, and this is there already.\n{}{more}\nMove it away first, or name single files with `--only`.",
        shown.join("\n")
    )
}

fn farewell(written: &[PathBuf], site: &Path, theme: &BuiltIn) -> String {
    let name = theme.name;
    let first = match written {
        [] => return "Everything was there already, just as it is built in. Nothing was changed.\n".to_owned(),
        [one] => format!("{} is yours to change now.", below(one, site)),
        [one, other] => format!("{} and {} are yours to change now.", below(one, site), below(other, site)),
        many => format!("{} files in themes/{name} are yours to change now.", many.len()),
    };
    let choose = if theme.is_whole() {
        String::new()
    } else {
        format!("It is used once business.toml has `theme = \"{name}\"` below `[brand]`.\n")
    };
    format!(
        "{first}\n{choose}Files you don't change are better removed: the built-in ones take their place, and get better with every new version.\n`welcomemat preview` shows each change as you save it.\n"
    )
}

fn below(place: &Path, site: &Path) -> String {
    place.strip_prefix(site).unwrap_or(place).display().to_string().replace('\\', "/")
}
