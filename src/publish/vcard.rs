//! `contact.vcf`: the business for clients' address books, as vCard 3.0 (RFC 2426), the version every address book reads.
//!
//! - Channels that nobody reads are left out: a number in an address book is called at night.
//! - A number or address with a name of its own carries it in `X-ABLabel`, grouped as RFC 2426 allows; Apple's and Google's books show it.
//! - Where visits are forbidden there is neither street nor postcode: a postcode may mean a single street.
//! - `REV` is the day from which the channels page holds (`effective`), never the clock.
//! - No `PHOTO`: address books show no SVG, and a picture packed into letters could not be searched for what is private.

use super::content_lines::ContentLines;
use super::ics::{PRODUCT, basic};
use crate::address::Address;
use crate::diagnostic::At;
use crate::policy::business::{AddressWritten, Visits};
use crate::policy::channels::{Channel, ChannelKind, Door};
use crate::policy::kinds::Kind;
use crate::policy::values::Phone;
use crate::policy::values::words::country;
use crate::policy::written::Text;
use crate::render::views::Labels;
use crate::render::{Content, Output, schedule_name, title_words, zone_words};
use crate::site::{CARD_FILE, Site};

/// Adds the card, if any channel fits into an address book.
pub fn add(site: &Site, labels: &Labels, output: &mut Output) {
    let channels = site.policies.for_address_books();
    if !channels.is_empty() {
        output.insert(Address::new(CARD_FILE), Content::text(Card { site, labels }.file(&channels)));
    }
}

struct Card<'s> {
    site: &'s Site,
    labels: &'s Labels,
}

impl Card<'_> {
    fn file(&self, channels: &[&Channel]) -> String {
        let business = &self.site.business;
        let mut lines = ContentLines::default();
        lines.plain("BEGIN", "VCARD");
        lines.plain("VERSION", "3.0");
        lines.words("PRODID", PRODUCT);
        lines.words("FN", &business.name);
        lines.fields("N", &[&business.name, "", "", "", ""]);
        lines.words("ORG", &business.name);
        // Without it Apple's address book files the business among people.
        lines.plain("X-ABShowAs", "COMPANY");
        self.doors(channels, &mut lines);
        if let Some(url) = &business.url {
            lines.plain("URL", url);
        }
        self.address(&mut lines);
        lines.words("NOTE", &self.note());
        if let Some(day) = self.site.page_of(Kind::Channels).and_then(|page| page.header.effective.as_ref()) {
            lines.plain("REV", &format!("{}T000000Z", basic(day.value.date())));
        }
        lines.plain("END", "VCARD");
        lines.into_text()
    }

    /// One line a number, address or page; the first of each sort is the preferred one.
    fn doors(&self, channels: &[&Channel], lines: &mut ContentLines) {
        let mut seen: Vec<(&str, String)> = Vec::new();
        for (index, channel) in channels.iter().enumerate() {
            let Some((property, kind, value)) = line(channel) else { continue };
            if seen.iter().any(|(_, other)| *other == value) {
                continue;
            }
            let first = if seen.iter().all(|(other, _)| *other != property) { preferred(property) } else { "" };
            match self.label(channel) {
                Some(label) => {
                    let group = format!("item{}", index + 1);
                    lines.plain(&format!("{group}.{property}{kind}{first}"), &value);
                    lines.words(&format!("{group}.X-ABLabel"), &label);
                }
                None => lines.plain(&format!("{property}{kind}{first}"), &value),
            }
            seen.push((property, value));
        }
    }

    /// What sets a channel apart: the owner's name for it; for a second one of its kind, its id; for a page, what it is.
    fn label(&self, channel: &Channel) -> Option<String> {
        if let Some(name) = &channel.name {
            return Some(name.value.to_string());
        }
        let same = self.site.policies.channels.iter().find(|other| other.kind.value == channel.kind.value);
        let is_first = same.is_some_and(|first| first.id.value == channel.id.value);
        match channel.kind.value {
            ChannelKind::Portal if is_first => Some(self.labels.kind_portal().to_owned()),
            ChannelKind::Chat if is_first => Some(self.labels.kind_chat().to_owned()),
            ChannelKind::Form if is_first => Some(self.labels.kind_form().to_owned()),
            ChannelKind::Social if is_first => Some(self.labels.kind_social().to_owned()),
            _ if is_first => None,
            _ => Some(title_words(channel.id.value.as_str())),
        }
    }

    fn address(&self, lines: &mut ContentLines) {
        let business = &self.site.business;
        let Some(address) = &business.address else { return };
        let is_private = business.visits == Some(Visits::Forbidden);
        let AddressWritten { street, city, region, postcode, .. } = address;
        let part = |text: &Option<At<Text>>| text.as_ref().map(|at| at.value.to_string()).unwrap_or_default();
        let near = |text: &Option<At<Text>>| if is_private { String::new() } else { part(text) };
        let country = business.country.map_or("", |own| country(own, business.language.primary()));
        let (street, city, region, postcode) = (near(street), part(city), part(region), near(postcode));
        lines.fields("ADR;TYPE=WORK", &["", "", &street, &city, &region, &postcode, country]);
    }

    /// Every schedule in a line, then whose clock it is.
    fn note(&self) -> String {
        let wording = self.site.voice.wording();
        let schedules = self.site.policies.availability.schedules.iter();
        let mut said: Vec<String> = schedules
            .map(|schedule| format!("{}: {}", schedule_name(self.labels, schedule), schedule.week.words(wording)))
            .collect();
        let zone = zone_words(self.site, self.labels);
        if !said.is_empty() && !zone.is_empty() {
            said.push(self.labels.times_are().replace("{zone}", &zone));
        }
        if let Some(tagline) = &self.site.business.tagline {
            said.insert(0, tagline.clone());
        }
        said.join("\n")
    }
}

/// Property, type and value of a channel; nothing for one without a door.
fn line(channel: &Channel) -> Option<(&'static str, &'static str, String)> {
    Some(match &channel.door.as_ref()?.value {
        Door::Number(phone) if channel.kind.value == ChannelKind::Sms => ("TEL", ";TYPE=CELL", number(phone)),
        Door::Number(phone) => ("TEL", ";TYPE=WORK,VOICE", number(phone)),
        Door::Mail(mail) => ("EMAIL", ";TYPE=INTERNET", mail.to_string()),
        Door::Web(web) => ("URL", "", web.to_string()),
        Door::Words(_) => return None,
    })
}

fn preferred(property: &str) -> &'static str {
    if property == "URL" { "" } else { ",PREF" }
}

/// The number as it is dialled from anywhere, with the extension as address books write it.
fn number(phone: &Phone) -> String {
    let extension = phone.extension().map_or_else(String::new, |digits| format!("x{digits}"));
    phone.e164() + &extension
}
