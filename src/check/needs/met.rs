//! How each need is seen to be met: one fact each, so that taking one fact away opens exactly one gap.

use crate::diagnostic::At;
use crate::markdown::Document;
use crate::policy::emergencies::SeverityWritten;
use crate::policy::kinds::Kind;
use crate::policy::mistakes::{MistakesWritten, OursWritten};
use crate::policy::reply::{OpenerWritten, ReplyWritten};
use crate::policy::scope::Status;
use crate::policy::written::Rows;
use crate::site::{Page, PageFacts, Site};

pub(super) fn hours(site: &Site) -> bool {
    site.policies.availability.schedules.iter().any(|schedule| !schedule.week.is_empty())
}

pub(super) fn preferred_channel(site: &Site) -> bool {
    site.policies.channels.iter().any(|channel| channel.monitored && channel.preferred.is_some())
}

pub(super) fn reply_times(site: &Site) -> bool {
    site.policies.channels.iter().any(|channel| channel.monitored && channel.reply_within.is_some())
}

pub(super) fn if_missed(site: &Site) -> bool {
    site.policies.channels.iter().any(|channel| channel.if_missed.is_some())
}

pub(super) fn counted_hours(site: &Site) -> bool {
    site.policies.channels.iter().any(|channel| channel.monitored && channel.schedule.is_some())
}

fn any_tier(site: &Site, holds: impl Fn(&SeverityWritten) -> bool) -> bool {
    let written = site.policies.written.emergencies.as_ref();
    any_row(written.and_then(|page| page.severity.as_ref()), holds)
}

fn any_row<T>(rows: Option<&At<Rows<T>>>, holds: impl Fn(&T) -> bool) -> bool {
    rows.is_some_and(|rows| rows.value.iter().any(|row| holds(&row.value)))
}

pub(super) fn emergency_steps(site: &Site) -> bool {
    any_tier(site, |tier| tier.steps.as_ref().is_some_and(|steps| !steps.value.is_empty()))
}

pub(super) fn first_minutes(site: &Site) -> bool {
    any_tier(site, |tier| tier.first_minutes.as_ref().is_some_and(|minutes| !minutes.value.is_empty()))
}

pub(super) fn escalation(site: &Site) -> bool {
    !site.policies.emergencies.escalation.is_empty()
}

pub(super) fn fallbacks(site: &Site) -> bool {
    !site.policies.emergencies.fallbacks.is_empty()
}

pub(super) fn visits(site: &Site) -> bool {
    site.business.visits.is_some()
}

pub(super) fn agreement(site: &Site) -> bool {
    site.business.agreement.is_some()
}

pub(super) fn serious_cases(site: &Site) -> bool {
    let mut steps = site.policies.consequences.iter();
    steps.any(|step| step.serious_starts_here.as_ref().is_some_and(|at| at.value.0))
}

pub(super) fn consequences(site: &Site) -> bool {
    site.policies.consequences.iter().any(|step| step.counts.is_some())
}

pub(super) fn what_you_get(site: &Site) -> bool {
    site.policies.boundaries.iter().any(|boundary| boundary.you_get.is_some())
}

pub(super) fn scope_included(site: &Site) -> bool {
    site.policies.services.iter().any(|service| service.status.value == Status::Included)
}

pub(super) fn fees_for_extras(site: &Site) -> bool {
    site.policies.services.iter().any(|service| service.status.value == Status::Fee && service.fee.is_some())
}

pub(super) fn reasons_for_no(site: &Site) -> bool {
    let mut services = site.policies.services.iter();
    services.any(|service| is_no(service.status.value) && service.why.is_some())
}

pub(super) fn other_ways(site: &Site) -> bool {
    let mut services = site.policies.services.iter();
    services.any(|service| is_no(service.status.value) && (service.instead.is_some() || service.to.is_some()))
}

fn is_no(status: Status) -> bool {
    matches!(status, Status::NotIncluded | Status::Referred)
}

pub(super) fn same_for_all(site: &Site) -> bool {
    site.policies.goodwill.iter().any(|row| row.how_often.is_some())
}

pub(super) fn goodwill(site: &Site) -> bool {
    site.policies.goodwill.iter().any(|row| row.who.is_some())
}

fn mistakes(site: &Site) -> Option<&MistakesWritten> {
    site.policies.written.mistakes.as_ref()
}

fn ours(site: &Site) -> Option<&OursWritten> {
    mistakes(site)?.ours.as_ref().map(|at| &at.value)
}

pub(super) fn own_mistakes(site: &Site) -> bool {
    ours(site).is_some_and(|ours| ours.own_within.is_some())
}

pub(super) fn plan_not_excuses(site: &Site) -> bool {
    ours(site).is_some_and(|ours| ours.plan_within.is_some())
}

pub(super) fn follow_up(site: &Site) -> bool {
    ours(site).is_some_and(|ours| ours.follow_up_after.is_some())
}

pub(super) fn status_updates(site: &Site) -> bool {
    ours(site).is_some_and(|ours| ours.update_every.is_some())
}

pub(super) fn making_good(site: &Site) -> bool {
    ours(site).is_some_and(|ours| ours.remedies.as_ref().is_some_and(|list| !list.value.is_empty()))
}

pub(super) fn safe_to_tell(site: &Site) -> bool {
    mistakes(site).and_then(|page| page.yours.as_ref()).is_some_and(|yours| yours.value.say.is_some())
}

pub(super) fn complaints(site: &Site) -> bool {
    let complaints = mistakes(site).and_then(|page| page.complaints.as_ref());
    complaints.is_some_and(|complaints| complaints.value.acknowledge_within.is_some())
}

pub(super) fn feedback(site: &Site) -> bool {
    let feedback = mistakes(site).and_then(|page| page.feedback.as_ref());
    feedback.is_some_and(|feedback| feedback.value.how.is_some() || feedback.value.to.is_some())
}

pub(super) fn late_work(site: &Site) -> bool {
    site.policies.deadlines.iter().any(|deadline| deadline.if_late.is_some())
}

pub(super) fn lost_papers(site: &Site) -> bool {
    site.policies.deadlines.iter().any(|deadline| deadline.lost.is_some())
}

pub(super) fn rush_decision(site: &Site) -> bool {
    let rush = site.policies.written.deadlines.as_ref().and_then(|page| page.rush.as_ref());
    rush.is_some_and(|rush| rush.value.offered.is_some())
}

pub(super) fn backups_owner(site: &Site) -> bool {
    !site.policies.responsibilities.is_empty()
}

pub(super) fn wrong_beliefs(site: &Site) -> bool {
    let page = site.policies.written.responsibilities.as_ref();
    any_row(page.and_then(|page| page.responsibility.as_ref()), |row| row.often_thought.is_some())
}

pub(super) fn custody(site: &Site) -> bool {
    let custody = site.policies.written.responsibilities.as_ref().and_then(|page| page.custody.as_ref());
    custody.is_some_and(|custody| custody.value.receipt.is_some() || custody.value.lists.is_some())
}

pub(super) fn waiting(site: &Site) -> bool {
    site.policies.availability.waiting.is_some()
}

pub(super) fn read_first(site: &Site) -> bool {
    let welcome = site.policies.written.welcome.as_ref();
    welcome.is_some_and(|welcome| welcome.read_first.as_ref().is_some_and(|pages| !pages.value.is_empty()))
}

pub(super) fn questions(site: &Site) -> bool {
    let mut pages = site.pages.iter().filter(|page| page.kind == Kind::Faq);
    pages.any(|page| page.document.questions().next().is_some())
}

pub(super) fn review_dates(site: &Site) -> bool {
    site.pages.iter().any(|page| page.header.review_every.is_some())
}

fn replies(site: &Site) -> impl Iterator<Item = &Page> {
    site.staff.iter().filter(|page| page.kind == Kind::Reply)
}

/// What the headers of replies hold; a reply may have none.
fn headers(site: &Site) -> impl Iterator<Item = &ReplyWritten> {
    replies(site).filter_map(|page| match &page.facts {
        PageFacts::Reply(reply) => Some(reply),
        _ => None,
    })
}

pub(super) fn ready_replies(site: &Site) -> bool {
    headers(site).any(|reply| reply.situation.is_some())
}

fn any_opener(site: &Site, holds: impl Fn(&OpenerWritten) -> bool) -> bool {
    headers(site).any(|reply| any_row(reply.opener.as_ref(), &holds))
}

pub(super) fn kind_openers(site: &Site) -> bool {
    any_opener(site, |opener| opener.say.is_some())
}

pub(super) fn words_to_avoid(site: &Site) -> bool {
    any_opener(site, |opener| opener.instead_of.is_some())
}

/// Headings under which a reply is spoken.
const SPOKEN: &[&str] = &["phone", "voicemail", "doorstep"];
/// Headings under which a reply is written.
const WRITTEN: &[&str] = &["email", "text", "out-of-office"];

pub(super) fn spoken_and_written(site: &Site) -> bool {
    let has = |document: &Document, media: &[&str]| document.headings().iter().any(|it| media.contains(&&*it.id));
    replies(site).any(|page| has(&page.document, SPOKEN) && has(&page.document, WRITTEN))
}

pub(super) fn replies_show_the_way(site: &Site) -> bool {
    let names_channel = |document: &Document| {
        document.references().iter().any(|reference| document.mention(reference).path.starts_with("channel."))
    };
    replies(site).any(|page| names_channel(&page.document))
}

/// Pages for the business's own people that are no replies.
fn team(site: &Site) -> impl Iterator<Item = &Page> {
    site.staff.iter().filter(|page| page.kind != Kind::Reply)
}

pub(super) fn team_pages(site: &Site) -> bool {
    team(site).next().is_some()
}

/// Words of a note on staying calm.
const CALM: &[&str] =
    &["pause", "slower", "quieter", "lower voice", "low voice", "lower your voice", "breathe", "steady"];
/// Words that say whose anger it is.
const APART: &[&str] =
    &["not about you", "isn't about you", "isn’t about you", "not personal", "isn't personal", "nothing personal"];

pub(super) fn steady_voice(site: &Site) -> bool {
    says(site, CALM)
}

pub(super) fn not_personal(site: &Site) -> bool {
    says(site, APART)
}

fn says(site: &Site, phrases: &[&str]) -> bool {
    let sayer = site.sayer();
    let mut texts = site.staff.iter().map(|page| sayer.plain(&page.document).to_lowercase());
    texts.any(|text| phrases.iter().any(|phrase| text.contains(phrase)))
}
