//! What the terminal can show, and the only place that prints.

use std::io::{IsTerminal, Write};

use crate::diagnostic::human::Look;

/// Prints data: what the command was asked for.
pub(super) fn say(text: &str) {
    let mut out = std::io::stdout().lock();
    // A closed pipe (`welcomemat check | head`) is no failure of ours.
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}

/// Prints everything else.
pub(super) fn tell(text: &str) {
    let mut out = std::io::stderr().lock();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}

/// Whether people sit in front of stderr.
pub(super) fn is_watched() -> bool {
    std::io::stderr().is_terminal()
}

/// Whether people can be asked: both what they read and what they type is a terminal.
pub(super) fn can_ask() -> bool {
    std::io::stdin().is_terminal() && std::io::stderr().is_terminal()
}

/// How findings look on stdout.
pub(super) fn look_of_stdout() -> Look {
    look(std::io::stdout().is_terminal())
}

/// How findings look on stderr.
pub(super) fn look_of_stderr() -> Look {
    look(is_watched())
}

/// Colour only on a terminal, and never against `NO_COLOR` (no-color.org).
#[expect(clippy::disallowed_methods, reason = "`cli` is where the environment may be asked")]
fn look(is_terminal: bool) -> Look {
    let refused = std::env::var("NO_COLOR").is_ok_and(|value| !value.is_empty());
    let dumb = std::env::var("TERM").is_ok_and(|term| term == "dumb");
    if is_terminal && !refused && !dumb { Look::Colored } else { Look::Plain }
}
