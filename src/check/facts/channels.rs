//! Channels against what is said of them elsewhere.

use crate::diagnostic::{At, Diagnostic, codes};
use crate::policy::business::Visits;
use crate::policy::channels::{Channel, ChannelKind};
use crate::policy::values::Id;
use crate::policy::written::Prose;
use crate::site::Site;

pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    let channels = &site.policies.channels;
    let mut found: Vec<Diagnostic> = channels.iter().filter_map(preferred_unmonitored).collect();
    found.extend(channels.iter().flat_map(used_and_not));
    found.extend(channels.iter().filter_map(|channel| visits_forbidden(site, channel)));
    found.extend(rungs(site));
    found
}

fn preferred_unmonitored(channel: &Channel) -> Option<Diagnostic> {
    let preferred = channel.preferred.as_ref().filter(|_| !channel.monitored)?;
    let id = &channel.id.value;
    let message = format!("`{id}` is a preferred way to reach you, and nobody reads it.");
    let help = "Take `preferred` out, or take `monitored = false` out.";
    Some(Diagnostic::new(&codes::facts::PREFERRED_UNMONITORED, message).at(preferred.span).help(help))
}

fn used_and_not(channel: &Channel) -> Vec<Diagnostic> {
    let same = |one: &At<Prose>, other: &At<Prose>| plain(&one.value.text) == plain(&other.value.text);
    let pairs = channel.not_for.iter().filter_map(|not| Some((not, channel.use_for.iter().find(|it| same(it, not))?)));
    let told = pairs.map(|(not, used)| {
        let message = format!("`{}` is for “{}” and not for it.", channel.id.value, not.value.text);
        let finding = Diagnostic::new(&codes::facts::USED_AND_NOT, message).at(not.span);
        finding.also(used.span, "here it is for it").help("Keep it in one of the two lists.")
    });
    told.collect()
}

/// The words alone, for comparing what two rows name.
pub(super) fn plain(text: &str) -> String {
    let words = text.to_lowercase();
    words.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

fn visits_forbidden(site: &Site, channel: &Channel) -> Option<Diagnostic> {
    let is_offered = channel.kind.value == ChannelKind::Visit && channel.monitored;
    if !is_offered || site.business.visits != Some(Visits::Forbidden) {
        return None;
    }
    let message = format!("Visits are forbidden, and yet `{}` invites clients to come by.", channel.id.value);
    let help = "Add `monitored = false` and a `say`, or write `visits = \"by-appointment\"` in `business.toml`.";
    Some(Diagnostic::new(&codes::facts::VISITS_FORBIDDEN, message).at(channel.kind.span).help(help))
}

/// Steps of the escalation that lead to a dead channel; tiers that do are told with the way to an answer.
fn rungs(site: &Site) -> Vec<Diagnostic> {
    let rungs = site.policies.emergencies.escalation.iter();
    let ways = rungs.filter_map(|rung| Some((&rung.id.value, rung.by.as_ref()?)));
    ways.filter_map(|(owner, channel)| rung_unmonitored(site, owner, channel)).collect()
}

fn rung_unmonitored(site: &Site, owner: &Id, id: &At<Id>) -> Option<Diagnostic> {
    let channel = site.policies.channel(&id.value).filter(|channel| !channel.monitored)?;
    let message = format!("`{owner}` leads to `{}`, which nobody reads.", id.value);
    let finding = Diagnostic::new(&codes::facts::RUNG_UNMONITORED, message).at(id.span);
    let read = site.policies.channels.iter().find(|channel| channel.monitored);
    let help = read.map_or("Name a channel that somebody reads.".to_owned(), |read| {
        format!("Name a channel that somebody reads, such as `{}`.", read.id.value)
    });
    Some(finding.also(channel.id.span, "the channel that nobody reads").help(help))
}
