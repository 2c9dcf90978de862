//! `welcomemat new DIR`: a finished, believable site to make one's own.

use std::io::{BufRead, Write};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::{Ending, terminal};
use crate::output::starter;
use crate::policy::values::{Country, Zone};
use crate::starters::{Details, Trade};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The folder to make; it must be empty or not there yet
    dir: PathBuf,
    /// The example to start from
    #[arg(long, value_enum)]
    trade: Option<Trade>,
    /// Your business's name
    #[arg(long)]
    name: Option<String>,
    /// Your time zone, such as Europe/London
    #[arg(long, value_name = "TZ")]
    timezone: Option<String>,
    /// Your country's two letters, such as US
    #[arg(long, value_name = "CC")]
    country: Option<String>,
    /// Ask nothing
    #[arg(long, short)]
    yes: bool,
}

pub(super) fn run(arguments: &Arguments) -> Ending {
    let (trade, details) = match details(arguments) {
        Ok(answers) => answers,
        Err(message) => {
            terminal::tell(&format!("{message}\n"));
            return Ending::OutsideWorld;
        }
    };
    match starter::write(&trade.files(&details), &arguments.dir) {
        Ok(count) => {
            terminal::tell(&farewell(count, &arguments.dir));
            Ending::Fine
        }
        Err(diagnostic) => {
            super::place::tell_one(*diagnostic);
            Ending::OutsideWorld
        }
    }
}

/// The four answers: from the command line, else asked on a terminal, else the example's own.
fn details(arguments: &Arguments) -> Result<(Trade, Details), String> {
    let asks = !arguments.yes && terminal::can_ask();
    let trade = match arguments.trade {
        Some(trade) => trade,
        None if asks => ask_trade()?,
        None => Trade::WebStudio,
    };
    let example = trade.example();
    let name = answer(arguments.name.as_deref(), asks, "What is your business called?", &example.name, |_| Ok(()))?;
    let country = answer(
        arguments.country.as_deref(),
        asks,
        "Which country are you in (two letters)?",
        &example.country,
        |text| Country::read(text).map(drop).map_err(|slip| format!("{} {}", slip.message, slip.help)),
    )?;
    let zone = answer(arguments.timezone.as_deref(), asks, "Which time zone?", &example.timezone, |text| {
        Zone::read(text, Country::read(&country).ok())
            .map(drop)
            .map_err(|slip| format!("{} {}", slip.message, slip.help))
    })?;
    Ok((trade, Details { name, country: country.to_uppercase(), timezone: zone }))
}

fn answer(
    given: Option<&str>,
    asks: bool,
    question: &str,
    example: &str,
    check: impl Fn(&str) -> Result<(), String>,
) -> Result<String, String> {
    match given {
        Some(given) => check(given).map(|()| given.to_owned()),
        None if asks => ask(question, example, check),
        None => Ok(example.to_owned()),
    }
}

fn ask(question: &str, example: &str, check: impl Fn(&str) -> Result<(), String>) -> Result<String, String> {
    loop {
        let typed = prompt(&format!("{question} [{example}] "))?;
        let typed = if typed.is_empty() { example.to_owned() } else { typed };
        match check(&typed) {
            Ok(()) => return Ok(typed),
            Err(slip) => terminal::tell(&format!("{slip}\n")),
        }
    }
}

fn ask_trade() -> Result<Trade, String> {
    terminal::tell("Which example is closest to your business?\n");
    let trades = Trade::value_variants();
    for (number, trade) in trades.iter().enumerate() {
        terminal::tell(&format!("  {}  {}\n", number + 1, trade.words()));
    }
    loop {
        let typed = prompt("Its number: [1] ")?;
        let number = if typed.is_empty() { Some(1) } else { typed.parse::<usize>().ok() };
        match number.and_then(|number| trades.get(number.checked_sub(1)?)) {
            Some(trade) => return Ok(*trade),
            None => terminal::tell(&format!("Type a number from 1 to {}.\n", trades.len())),
        }
    }
}

fn prompt(words: &str) -> Result<String, String> {
    terminal::tell(words);
    let _ = std::io::stderr().flush();
    let mut line = String::new();
    match std::io::stdin().lock().read_line(&mut line) {
        Ok(0) | Err(_) => Err("Nothing was made.".to_owned()),
        Ok(_) => Ok(line.trim().to_owned()),
    }
}

fn farewell(count: usize, dir: &Path) -> String {
    let dir = dir.display();
    format!(
        "{count} files are in {dir}: a finished example to make your own.\n\n\
         Look at it:    welcomemat preview {dir}\n\
         Put it online: welcomemat build {dir}, then upload what is in {dir}/public\n\
         Make it yours: start with {dir}/content/business.toml; look for “replace me”.\n"
    )
}
