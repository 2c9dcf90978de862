//! Outside links, asked for only when the owner says so (`check --online`): does anything still answer there?
//!
//! 1. [`Asker`] asks one address: politely (the head alone first, our name said, few redirects, a time limit) and again when a host was
//!    busy or did not answer.
//! 2. [`ask`] asks many: every address once, never two at a time of one host, a breath between them.
//! 3. [`Known`] keeps what worked for a week and what was gone for a day, so that asking again costs other people nothing.
//!
//! There are three answers and no fourth: it works, it is gone, or nobody can tell from here. A host that turns programs away may welcome
//! people, so only what says that it is gone is called gone.
//!
//! Deliberately absent: a build. Whether somebody else's server answers tonight never decides whether a site goes out.

mod asker;
mod known;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

pub use asker::{Asker, Patience};
pub use known::Known;

use crate::check::outside::Answer;

/// So many hosts are asked at a time.
const HOSTS_AT_ONCE: usize = 8;

/// Asks for every address that `known` has no answer to, and adds the answers to it. `today` is when they were given.
pub fn ask(
    addresses: &BTreeSet<String>,
    known: &mut Known,
    today: jiff::civil::Date,
    asker: &Asker,
) -> BTreeMap<String, Answer> {
    known.forget_what_is_old(today);
    let fresh: Vec<&String> = addresses.iter().filter(|address| known.get(address).is_none()).collect();
    for (address, answer) in ask_by_host(&fresh, asker) {
        known.learn(address, answer, today);
    }
    addresses.iter().filter_map(|address| Some((address.clone(), known.get(address)?.clone()))).collect()
}

/// One queue a host, a few hosts at a time.
fn ask_by_host(addresses: &[&String], asker: &Asker) -> Vec<(String, Answer)> {
    let mut hosts: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for address in addresses {
        hosts.entry(host_of(address)).or_default().push(address);
    }
    let waiting: Mutex<VecDeque<Vec<&str>>> = Mutex::new(hosts.into_values().collect());
    let answers = Mutex::new(Vec::with_capacity(addresses.len()));
    let next = || waiting.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
    std::thread::scope(|scope| {
        for _ in 0..HOSTS_AT_ONCE {
            scope.spawn(|| {
                while let Some(queue) = next() {
                    let asked = ask_in_turn(&queue, asker);
                    answers.lock().unwrap_or_else(PoisonError::into_inner).extend(asked);
                }
            });
        }
    });
    answers.into_inner().unwrap_or_else(PoisonError::into_inner)
}

fn ask_in_turn(queue: &[&str], asker: &Asker) -> Vec<(String, Answer)> {
    let mut answers = Vec::with_capacity(queue.len());
    for (at, address) in queue.iter().enumerate() {
        if at > 0 {
            std::thread::sleep(asker.patience().breath);
        }
        answers.push(((*address).to_owned(), asker.ask(address)));
    }
    answers
}

/// The host of an address, its port with it: RFC 3986, 3.2.
fn host_of(address: &str) -> &str {
    let after = address.split_once("://").map_or(address, |(_, after)| after);
    let end = after.find(['/', '?', '#']).unwrap_or(after.len());
    after.get(..end).unwrap_or_default()
}

/// Nobody waits longer than this because a host says so (`Retry-After`).
const LONGEST_WAIT: Duration = Duration::from_secs(20);
