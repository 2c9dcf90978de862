//! Slips on the command line, in plain words: the reader's own messages are for programmers.

use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

use super::{Ending, terminal};

/// Tells what is wrong with the words typed, or shows the help or the version that was asked for.
pub(super) fn tell(error: &Error) -> Ending {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        terminal::say(&error.render().to_string());
        return Ending::Fine;
    }
    match words(error) {
        Some(words) => terminal::tell(&format!("{words}\n")),
        None => terminal::tell(&error.render().to_string()),
    }
    Ending::OutsideWorld
}

/// What is wrong and what to type instead; nothing for what the reader itself says well.
fn words(error: &Error) -> Option<String> {
    let said = |kind| error.get(kind).and_then(one);
    Some(match error.kind() {
        ErrorKind::InvalidValue => {
            let option = option(&said(ContextKind::InvalidArg)?);
            let choices = choices(error.get(ContextKind::ValidValue));
            match said(ContextKind::InvalidValue).filter(|typed| !typed.is_empty()) {
                Some(typed) => format!("`{typed}` is none of the choices for {option}. {choices}"),
                None => format!("Something is missing behind {option}. {choices}").trim_end().to_owned(),
            }
        }
        ErrorKind::ValueValidation => {
            let option = option(&said(ContextKind::InvalidArg)?);
            let reason = std::error::Error::source(error)?;
            format!("{option}: {reason}")
        }
        ErrorKind::UnknownArgument => {
            let unknown = format!("There is no `{}` here.", said(ContextKind::InvalidArg)?);
            let near = said(ContextKind::SuggestedArg).map(|near| format!("Did you mean `{}`?", bare(&near)));
            format!("{unknown} {}", near.unwrap_or_else(|| "`welcomemat --help` shows what there is.".to_owned()))
        }
        ErrorKind::InvalidSubcommand => {
            let unknown = format!("There is no command `{}`.", said(ContextKind::InvalidSubcommand)?);
            let near = said(ContextKind::SuggestedSubcommand).map(|near| format!("Did you mean `{near}`?"));
            format!("{unknown} {}", near.unwrap_or_else(|| "`welcomemat --help` shows all commands.".to_owned()))
        }
        _ => return None,
    })
}

/// The first of one or several.
fn one(value: &ContextValue) -> Option<String> {
    match value {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(texts) => texts.first().cloned(),
        _ => None,
    }
}

fn choices(value: Option<&ContextValue>) -> String {
    let Some(ContextValue::Strings(choices)) = value else { return String::new() };
    let choices: Vec<String> = choices.iter().map(|choice| format!("`{choice}`")).collect();
    match choices.split_last() {
        Some((last, first)) if !first.is_empty() => format!("Write {} or {last}.", first.join(", ")),
        Some((only, _)) => format!("Write {only}."),
        None => String::new(),
    }
}

fn option(shown: &str) -> String {
    format!("`{}`", bare(shown))
}

/// `--today` of `--today <DATE>`.
fn bare(shown: &str) -> &str {
    shown.split([' ', '=']).next().unwrap_or(shown)
}
