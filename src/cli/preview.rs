//! `welcomemat preview`: the site while it is being written.

use std::path::PathBuf;

use clap::Args;
use jiff::civil::Date;

use super::place::{self, Place};
use super::{Ending, terminal};
use crate::preview::{self, Audience, Editor, Opened, Port, Trouble, Watching, Wishes};
use crate::source::Layout;

/// Where previews are looked for first.
const USUAL_PORT: u16 = 4000;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The site's folder; without it the current one, or the site above it
    dir: Option<PathBuf>,
    /// Listen on this port and no other
    #[arg(long, value_name = "N")]
    port: Option<u16>,
    /// Do not open the browser
    #[arg(long)]
    no_open: bool,
    /// Let phones and computers in the same network look, with a secret in the address
    #[arg(long)]
    lan: bool,
    /// What opens a file at a line: `code`, `subl`, or a whole command with {file} and {line} in it
    #[arg(long, value_name = "CMD")]
    editor: Option<String>,
    /// Show the site as if it were this day
    #[arg(long, value_name = "DATE", value_parser = place::date)]
    today: Option<Date>,
    /// Look for changes each second, and do not rely on the system to tell of them
    #[arg(long)]
    poll: bool,
}

pub(super) fn run(arguments: &Arguments) -> Ending {
    let place = match Place::find(arguments.dir.as_deref()) {
        Ok(place) => place,
        Err(missing) => return place::tell_missing(*missing),
    };
    let wishes = Wishes {
        root: place.root.clone(),
        layout: place.layout,
        folder_name: place.name(),
        today: arguments.today,
        now: place::now,
        port: arguments.port.map_or(Port::From(USUAL_PORT), Port::Named),
        audience: if arguments.lan { Audience::Network } else { Audience::ThisComputer },
        editor: editor(arguments.editor.as_deref()),
        watching: if arguments.poll { Watching::Looking } else { Watching::Told },
    };
    let greet = |opened: &Opened| greet(arguments, &place, opened);
    match preview::run(wishes, greet) {
        Ok(()) => Ending::Fine,
        Err(trouble) => {
            terminal::tell(&said(&trouble, arguments.port.is_some()));
            Ending::OutsideWorld
        }
    }
}

fn greet(arguments: &Arguments, place: &Place, opened: &Opened) {
    if opened.busy > 0 {
        let ports = if opened.busy == 1 { "port was" } else { "ports were" };
        terminal::tell(&format!("{} {ports} busy, so this is the next one.\n", opened.busy));
    }
    let watched = match place.layout {
        Layout::Site => "content/ and themes/",
        Layout::Handbook => "every page",
    };
    terminal::tell(&format!("Preview  {}\n", opened.address));
    terminal::tell(&format!("Watches  {watched} in {}\n", place.root.display()));
    match &opened.for_others {
        Some((address, picture)) => {
            let warning = "Whoever has this address can look, as long as this runs.";
            terminal::tell(&format!("Phones   {address}\n\n{picture}\n\n{warning}\n"));
        }
        None if arguments.lan => terminal::tell("Phones   This computer is in no network that others could use.\n"),
        None => {}
    }
    terminal::tell("Ends     with Ctrl-C\n");
    if !arguments.no_open && preview::open_in_browser(&opened.address).is_err() {
        terminal::tell("No browser could be opened: type the address into yours.\n");
    }
}

fn said(trouble: &Trouble, was_named: bool) -> String {
    match trouble {
        Trouble::Busy(port) if was_named => format!(
            "Another program uses port {port}. End it, choose another with `--port`, or leave `--port` out: then a free one is found.\n"
        ),
        Trouble::Busy(port) => {
            format!("Port {port} and the next ones are all in use. Choose another: `welcomemat preview --port 8123`.\n")
        }
        Trouble::System(error) => {
            let reason = error.to_string();
            let reason = reason.split(" (os error").next().unwrap_or_default();
            format!("The preview could not begin: {}.\n", reason.to_lowercase())
        }
    }
}

/// The editor that was named, else one that shows a window and that the environment or the system knows.
#[expect(clippy::disallowed_methods, reason = "`cli` is where the environment may be asked")]
fn editor(named: Option<&str>) -> Editor {
    let chosen = ["VISUAL", "EDITOR"].iter().filter_map(|name| std::env::var(name).ok());
    let chosen = chosen.filter(|command| Editor::has_window(command)).find_map(|command| Editor::of_command(&command));
    let installed = || Editor::known_names().find(|name| is_installed(name)).and_then(Editor::of_command);
    named.and_then(Editor::of_command).or(chosen).or_else(installed).unwrap_or(Editor::System)
}

#[expect(clippy::disallowed_methods, reason = "programs are looked for where the environment says")]
fn is_installed(name: &str) -> bool {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    let ends: &[&str] = if cfg!(windows) { &[".exe", ".cmd"] } else { &[""] };
    std::env::split_paths(&folders).any(|folder| ends.iter().any(|end| folder.join(format!("{name}{end}")).is_file()))
}
