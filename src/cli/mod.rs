//! The commands: arguments in, words and an exit code out. One file a command.
//!
//! Only here anything is printed, the clock read, or the environment asked. Data goes to stdout, everything else to stderr.

mod build;
mod check;
mod explain;
mod new;
mod place;
mod preview;
mod progress;
mod reply;
mod terminal;
mod theme;
mod usage;
mod when;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::diagnostic::{Findings, codes};

/// How a run ended: 0 fine, 1 errors found, 2 wrong usage or the outside world failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// All is well.
    Fine,
    /// Something in the site must be mended first.
    Errors,
    /// Wrong usage, or the disk, the network or another program failed.
    OutsideWorld,
}

impl Ending {
    /// How a run ends that these findings stop: a file that the system does not hand over is no mistake in the site.
    fn of_faulty(findings: &Findings) -> Self {
        let is_outside = findings.iter().any(|finding| finding.code == &codes::source::UNREADABLE);
        if is_outside { Ending::OutsideWorld } else { Ending::Errors }
    }
}

impl From<Ending> for ExitCode {
    fn from(ending: Ending) -> Self {
        ExitCode::from(match ending {
            Ending::Fine => 0,
            Ending::Errors => 1,
            Ending::OutsideWorld => 2,
        })
    }
}

/// Turns a small business's Markdown policies into a site for its clients.
#[derive(Debug, Parser)]
#[command(name = "welcomemat", version, about, disable_help_subcommand = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Start a new site from a finished example
    New(new::Arguments),
    /// Build the site
    Build(build::Arguments),
    /// Show the site while you write, with every save
    #[command(visible_alias = "serve")]
    Preview(preview::Arguments),
    /// Look the site over and say what to mend; writes nothing unless asked with --fix
    Check(check::Arguments),
    /// Print a ready reply with the facts filled in, or list those there are
    Reply(reply::Arguments),
    /// Say what is open at a moment, and when an answer is due
    When(when::Arguments),
    /// Show the built-in themes, or copy one to change it
    #[command(subcommand)]
    Theme(theme::Command),
    /// Say what a finding means, or what a kind of page may hold
    Explain(explain::Arguments),
}

/// Runs the command line.
#[must_use]
pub fn run() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return usage::tell(&error).into(),
    };
    let ending = match arguments.command {
        Command::New(arguments) => new::run(&arguments),
        Command::Build(arguments) => build::run(&arguments),
        Command::Preview(arguments) => preview::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Reply(arguments) => reply::run(&arguments),
        Command::When(arguments) => when::run(&arguments),
        Command::Theme(command) => theme::run(&command),
        Command::Explain(arguments) => explain::run(&arguments),
    };
    ending.into()
}
