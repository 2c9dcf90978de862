//! `welcomemat reply`: a ready answer with the facts filled in, or the list of those there are.

use std::path::PathBuf;

use clap::Args;
use jiff::civil::Date;

use super::place::{self, Place};
use super::{Ending, terminal};
use crate::diagnostic::nearest;
use crate::site::{self, Site};
use crate::source::{self, DiskFiles};
use crate::staff::away;
use crate::staff::replies::{Medium, Reply, replies};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The situation, as the list names it; without it the list
    situation: Option<String>,
    /// For one medium: email, phone, voicemail, text, doorstep or out-of-office; without it all of them
    #[arg(long, value_name = "M")]
    medium: Option<String>,
    /// The site's folder; without it the current one, or the site above it
    #[arg(long, value_name = "DIR")]
    site: Option<PathBuf>,
    /// Answer as if it were this day
    #[arg(long, value_name = "DATE", value_parser = place::date)]
    today: Option<Date>,
}

pub(super) fn run(arguments: &Arguments) -> Ending {
    match answer(arguments) {
        Ok(text) => {
            terminal::say(&text);
            Ending::Fine
        }
        Err(ending) => ending,
    }
}

fn answer(arguments: &Arguments) -> Result<String, Ending> {
    let place = Place::find(arguments.site.as_deref()).map_err(|missing| place::tell_missing(*missing))?;
    let (inputs, _) = source::read(&DiskFiles::new(&place.root), place.layout);
    let (site, _) = site::assemble(&inputs, place.layout, &place.name());
    let replies = replies(&site);
    let medium = arguments.medium.as_deref().map(medium).transpose()?;
    let Some(situation) = &arguments.situation else { return Ok(list(&replies)) };
    if situation == away::NAME {
        return Ok(next_closure(&site, arguments.today));
    }
    let reply = find(&replies, situation)?;
    let parts: Vec<&(Medium, String)> =
        reply.parts.iter().filter(|(own, _)| medium.is_none_or(|medium| medium == *own)).collect();
    if let ([], Some(medium)) = (parts.as_slice(), medium) {
        terminal::tell(&format!("“{}” has no words for {}.\n", reply.situation, medium.word()));
        return Err(Ending::OutsideWorld);
    }
    // One medium alone is for pasting: nothing but its words.
    Ok(match parts.as_slice() {
        [(_, words)] => format!("{words}\n"),
        parts => parts
            .iter()
            .map(|(medium, words)| format!("── {} ──\n\n{words}\n", medium.word()))
            .collect::<Vec<_>>()
            .join("\n"),
    })
}

fn medium(name: &str) -> Result<Medium, Ending> {
    Medium::named(name).ok_or_else(|| {
        let names: Vec<&str> = Medium::ALL.iter().map(|medium| medium.word()).collect();
        let help = nearest(name, names.iter().copied())
            .map_or_else(|| format!("There are {}.", names.join(", ")), |near| format!("Did you mean `{near}`?"));
        terminal::tell(&format!("There is no medium `{name}`. {help}\n"));
        Ending::OutsideWorld
    })
}

fn list(replies: &[Reply]) -> String {
    let width = replies.iter().map(|reply| reply.name.chars().count()).max().unwrap_or(0).max(away::NAME.len());
    let mut text: String =
        replies.iter().map(|reply| format!("{:width$}  {}\n", reply.name, reply.situation)).collect();
    text.push_str(&format!("{:width$}  A note for the next days you are closed\n", away::NAME));
    text
}

fn find<'r>(replies: &'r [Reply], wanted: &str) -> Result<&'r Reply, Ending> {
    let plain = |text: &str| crate::markdown::slug(text);
    let found = replies.iter().find(|reply| reply.name == wanted || plain(&reply.situation) == plain(wanted));
    found.ok_or_else(|| {
        let help = match nearest(wanted, replies.iter().map(|reply| reply.name.as_str())) {
            Some(near) => format!("Did you mean `{near}`?"),
            None => "`welcomemat reply` lists those there are.".to_owned(),
        };
        terminal::tell(&format!("There is no reply for `{wanted}`. {help}\n"));
        Ending::OutsideWorld
    })
}

fn next_closure(site: &Site, today: Option<Date>) -> String {
    let day = place::today(today).in_zone_of(site);
    away::note(site, day).map_or_else(|| "No days off are listed ahead.\n".to_owned(), |note| note + "\n")
}
