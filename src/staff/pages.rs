//! The pages of the staff edition.

use std::borrow::Cow;

use super::page::{page, paragraph, words};
use super::replies::{Medium, Reply};
use super::score::score;
use super::{Material, away};
use crate::address::Address;
use crate::diagnostic::human;
use crate::markdown::TargetKind;
use crate::markdown::document::Mention;
use crate::markdown::html::{Href, Offer, Picture, Surroundings, Target, escaped, render_whole};
use crate::policy::kinds::Kind;
use crate::policy::written::{Measure, Words};
use crate::site::{HeldBack, Lead, Page, Sayer, Site};

/// Letters of a text message that arrive in two parts at most on any phone.
const LONGEST_TEXT: usize = 320;
/// Seconds somebody listens to a voicemail.
const LONGEST_VOICEMAIL: usize = 45;
/// Words spoken in a minute, unhurried.
const WORDS_A_MINUTE: usize = 150;

/// The grid of situations and media, the coaching notes, and the picture of the score.
pub(super) fn home(material: Material<'_>, replies: &[Reply]) -> String {
    let mut body = paragraph(
        "The same words on the phone, by email and at the door. Facts in them come from the site, so they are always today's.",
    );
    body.push_str("<h2>Ready replies</h2>\n");
    body.push_str(&grid(replies));
    body.push_str("<h2>Coaching notes</h2>\n<ul>\n");
    for page in material.site.staff.iter().filter(|page| page.kind != Kind::Reply) {
        body.push_str(&format!(
            "<li><a href=\"{}\">{}</a></li>\n",
            escaped(page.address.as_str()),
            escaped(&page.title)
        ));
    }
    body.push_str("</ul>\n<h2>What clients ask for, and what the site answers</h2>\n");
    body.push_str(&score(material));
    page(&material.site.business.name, "Replies and notes", "", &body)
}

fn grid(replies: &[Reply]) -> String {
    let heads: String = Medium::ALL.iter().map(|medium| format!("<th scope=\"col\">{}</th>", medium.word())).collect();
    let rows = replies.iter().map(|reply| {
        let cells: String = Medium::ALL.iter().map(|medium| cell(reply, *medium)).collect();
        format!(
            "<tr><th scope=\"row\"><a href=\"replies/{0}.html\">{1}</a></th>{cells}</tr>\n",
            escaped(&reply.name),
            escaped(&reply.situation)
        )
    });
    format!(
        "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Ready replies\"><table class=\"grid\">\n<thead><tr><th scope=\"col\">Situation</th>{heads}</tr></thead>\n<tbody>\n{}</tbody></table></div>\n",
        rows.collect::<String>()
    )
}

fn cell(reply: &Reply, medium: Medium) -> String {
    match reply.part(medium) {
        Some(said) => {
            let heard = format!("{}, {}: {}", reply.situation, medium.word(), measured(medium, said));
            let (class, heard, more) = if is_too_long(medium, said) {
                (" class=\"too-long\"", format!("{heard}, too long"), " <span class=\"count\">too long</span>")
            } else {
                ("", heard, "")
            };
            format!(
                "<td{class}><a href=\"replies/{}.html#{}\" aria-label=\"{}\">{}</a>{more}</td>",
                escaped(&reply.name),
                medium.word(),
                escaped(&heard),
                measured(medium, said)
            )
        }
        None => "<td class=\"count\">–</td>".to_owned(),
    }
}

/// How long a reply is, in what counts there: seconds when it is said, letters in a text message, else words.
fn measured(medium: Medium, said: &str) -> String {
    match medium {
        Medium::Phone | Medium::Voicemail | Medium::Doorstep => format!("{} s", seconds(said)),
        Medium::Text => format!("{} letters", said.chars().count()),
        Medium::Email | Medium::OutOfOffice => format!("{} words", said.split_whitespace().count()),
    }
}

/// Seconds it takes to say some words; notes in brackets are not said.
fn seconds(words: &str) -> usize {
    let mut depth = 0_usize;
    let said: String = words
        .chars()
        .filter(|letter| {
            match letter {
                '(' => depth += 1,
                ')' => depth = depth.saturating_sub(1),
                _ => {}
            }
            depth == 0
        })
        .collect();
    (said.split_whitespace().count() * 60).div_ceil(WORDS_A_MINUTE)
}

fn is_too_long(medium: Medium, words: &str) -> bool {
    match medium {
        Medium::Voicemail => seconds(words) > LONGEST_VOICEMAIL,
        Medium::Text => words.chars().count() > LONGEST_TEXT,
        _ => false,
    }
}

/// One situation with all its media.
pub(super) fn reply(material: Material<'_>, reply: &Reply) -> String {
    let mut body = String::new();
    if !reply.openers.is_empty() {
        body.push_str(
            "<h2>First words</h2>\n<table>\n<tr><th scope=\"col\">Say</th><th scope=\"col\">Instead of</th></tr>\n",
        );
        for (say, instead) in &reply.openers {
            body.push_str(&format!(
                "<tr><td>{}</td><td>{}</td></tr>\n",
                escaped(say),
                escaped(instead.as_deref().unwrap_or("–"))
            ));
        }
        body.push_str("</table>\n");
    }
    for (medium, said) in &reply.parts {
        body.push_str(&format!("<h2 id=\"{0}\">{0}</h2>\n{1}", medium.word(), words(said)));
        body.push_str(&length(*medium, said));
    }
    page(&material.site.business.name, &reply.situation, "../", &body)
}

fn length(medium: Medium, said: &str) -> String {
    let class = if is_too_long(medium, said) { "count too-long" } else { "count" };
    let told = match medium {
        Medium::Voicemail if is_too_long(medium, said) => {
            format!("about {} seconds, too long: nobody listens for more than {LONGEST_VOICEMAIL}", seconds(said))
        }
        Medium::Phone | Medium::Voicemail | Medium::Doorstep => format!("about {} seconds", seconds(said)),
        Medium::Text if is_too_long(medium, said) => {
            format!("{} letters, too long: more than {LONGEST_TEXT} arrive in pieces", said.chars().count())
        }
        Medium::Text => format!("{} letters of {LONGEST_TEXT}", said.chars().count()),
        Medium::Email | Medium::OutOfOffice => return String::new(),
    };
    format!("<p class=\"{class}\">{told}</p>\n")
}

/// Every promise of time that the site makes, as a list to keep.
pub(super) fn promises(material: Material<'_>) -> String {
    let site = material.site;
    let wording = site.sayer().wording();
    let mut lists: Vec<(&str, String)> = Vec::new();
    for (path, fact) in site.facts.iter() {
        let Words::Measure(Measure::Length(length)) = &fact.words else { continue };
        let (table, rest) = path.split_once('.').unwrap_or((path, path));
        let item = promise(&length.words(wording), rest);
        match lists.last_mut().filter(|(last, _)| *last == table) {
            Some((_, items)) => items.push_str(&item),
            None => lists.push((table, item)),
        }
    }
    let listed = lists.iter().map(|(table, items)| {
        format!("<h2>{}</h2>\n<ul class=\"ticks\">\n{items}</ul>\n", escaped(promises_of(table)))
    });
    let listed: String = listed.collect();
    let intro = paragraph(
        "Everything with a time in it that our pages promise. Tick what we kept this week; what slips twice is changed here first.",
    );
    page(&site.business.name, "Our promises", "", &format!("{intro}{listed}"))
}

fn promise(length: &str, path: &str) -> String {
    let of = path.replace('.', ", ").replace(['_', '-'], " ");
    format!(
        "<li><label><input type=\"checkbox\"> <span>{} <span class=\"count\">{}</span></span></label></li>\n",
        escaped(length),
        escaped(&of)
    )
}

/// What the promises of a table are about.
fn promises_of(table: &str) -> &str {
    match table {
        "channel" => "On each way to reach us",
        "complaints" => "Complaints",
        "custody" => "Things in our keeping",
        "escalation" => "If nobody answers",
        "ours" => "When we get it wrong",
        "rush" => "Rush work",
        "severity" => "When it can't wait",
        other => other,
    }
}

/// What a check found, and the gaps.
pub(super) fn findings(material: Material<'_>) -> String {
    let report = human::report_by_page(material.findings, material.sources, human::Look::Plain, human::Extent::All);
    let body = format!(
        "<h2>What clients ask for</h2>\n{}<h2>What the check found</h2>\n<pre class=\"report\">{}</pre>\n",
        score(material),
        escaped(&report)
    );
    page(&material.site.business.name, "Findings", "", &body)
}

/// A note for the mail program.
pub(super) fn next_closure(material: Material<'_>) -> String {
    let body = match away::note(material.site, material.today) {
        Some(note) => words(&note),
        None => paragraph("No days off are listed ahead."),
    };
    page(&material.site.business.name, "Next days off", "", &body)
}

/// Facts said in words; links to other pages for staff and to what lies outside. Client pages lie elsewhere.
struct Around<'s> {
    site: &'s Site,
    sayer: Sayer<'s>,
    /// The page that is being written.
    from: &'s Address,
}

impl Surroundings for Around<'_> {
    fn reference_words<'a>(&'a self, mention: Mention<'a>) -> Cow<'a, str> {
        Cow::Owned(self.sayer.say_path(mention.path))
    }

    fn reference_address<'a>(&'a self, _mention: Mention<'a>) -> Option<Cow<'a, str>> {
        None
    }

    fn link<'a>(&'a self, target: Target<'a>) -> Option<Href<'a>> {
        if target.kind == TargetKind::File {
            let Lead::HeldBack { why: HeldBack::Staff(index), fragment } =
                self.site.links.lead(target.span.file, target.words)
            else {
                return None;
            };
            let place = fragment.map_or_else(String::new, |id| format!("#{id}"));
            let address = self.from.link_to(&address_of(self.site.staff.get(index)?)) + &place;
            return Some(Href { address: Cow::Owned(address), external: false });
        }
        Some(Href { address: target.kind.address(target.words), external: target.kind.leaves_site() })
    }

    fn image<'a>(&'a self, target: Target<'a>) -> Option<Picture<'a>> {
        let is_own = !target.kind.leaves_site();
        is_own.then(|| Picture { address: target.kind.address(target.words), size: None, choices: None })
    }

    fn embed(&self, offer: &Offer<'_>) -> Option<String> {
        let title = if offer.title.is_empty() { &offer.address } else { offer.title.as_str() };
        Some(format!("<p><a href=\"{}\">{}</a></p>\n", escaped(&offer.address), escaped(title)))
    }
}

/// Where a page for staff lies in the edition.
pub(super) fn address_of(page: &Page) -> Address {
    if page.kind == Kind::Reply {
        let name = page.path.file_name().trim_end_matches(".md");
        return Address::new(&format!("replies/{name}.html"));
    }
    page.address.clone()
}

/// Coaching notes and other pages for staff, by their address.
pub(super) fn guides(material: Material<'_>) -> Vec<(String, String)> {
    let site = material.site;
    let pages = site.staff.iter().filter(|page| page.kind != Kind::Reply);
    let made = pages.map(|own| {
        let address = own.address.as_str();
        let up = "../".repeat(address.matches('/').count());
        let around = Around { site, sayer: site.sayer(), from: &own.address };
        let body = render_whole(&own.document, &around);
        (address.to_owned(), page(&site.business.name, &own.title, &up, &body))
    });
    made.collect()
}
