//! Where something is shown: the site seen from one page. Facts become HTML here, links become relative.

use crate::address::Address;
use crate::diagnostic::{At, Sources};
use crate::markdown::html::escaped;
use crate::policy::channels::{Channel, ChannelKind, Door};
use crate::policy::kinds::Kind;
use crate::policy::values::{Direction, Id, Length, Wording};
use crate::policy::written::{Measure, Prose, Text, Typed, Words};
use crate::site::{Page, Sayer, Site};

use super::theme::Theme;
use super::views::{self, ActionView, Html, Link, PersonView};

/// An address of so many letters fits into the narrowest line there is: a step of an emergency on a phone of 320 px.
const LONGEST_WHOLE: usize = 18;

/// The site seen from one page.
#[derive(Clone, Copy)]
pub struct Scene<'s> {
    /// The site.
    pub site: &'s Site,
    /// Its looks and words.
    pub theme: &'s Theme,
    /// The page everything is seen from.
    pub from: &'s Address,
    /// The day the site is built for.
    pub today: jiff::civil::Date,
    /// What pages share.
    pub backstage: &'s super::Backstage<'s>,
    /// The texts, if pages shall say where each block was typed.
    pub marks: Option<&'s Sources>,
}

impl<'s> Scene<'s> {
    /// The relative link to an address.
    #[must_use]
    pub fn href(&self, to: &Address) -> String {
        self.from.link_to(to)
    }

    /// The link to the page of a kind that stands once, with a fragment (`#…` or nothing).
    #[must_use]
    pub fn href_of(&self, kind: Kind, fragment: &str) -> Option<String> {
        self.site.page_of(kind).map(|page| self.href_with(page, fragment))
    }

    /// The link to a place on a page; on the page itself the fragment alone.
    #[must_use]
    pub fn href_with(&self, page: &Page, fragment: &str) -> String {
        if page.address == *self.from && !fragment.is_empty() {
            return fragment.to_owned();
        }
        self.href(&page.address) + fragment
    }

    /// What a folder is called: its own page's title, else the interface's word for it, else its name.
    #[must_use]
    pub fn folder_title(&self, path: &str) -> &'s str {
        let folder = self.site.navigation.folders.get(path);
        let has_page = folder.is_some_and(|folder| folder.index.is_some());
        match path {
            "faq" if !has_page => self.theme.labels.questions(),
            "guides" if !has_page => self.theme.labels.guides(),
            _ => folder.map_or("", |folder| folder.title.as_str()),
        }
    }

    /// How values are said in the site's language.
    #[must_use]
    pub fn wording(&self) -> &'s dyn Wording {
        self.sayer().wording()
    }

    /// Says facts in plain words.
    #[must_use]
    pub fn sayer(&self) -> Sayer<'s> {
        self.site.sayer()
    }

    /// The owner's own words as inline HTML.
    #[must_use]
    pub fn prose(&self, prose: &Prose) -> Html {
        Html(super::document::inline(self, prose))
    }

    /// The owner's own words, when there are any.
    #[must_use]
    pub fn maybe(&self, prose: Option<&At<Prose>>) -> Option<Html> {
        prose.filter(|at| !at.value.text.trim().is_empty()).map(|at| self.prose(&at.value))
    }

    /// Several of the owner's words.
    #[must_use]
    pub fn list(&self, list: Option<&At<Vec<At<Prose>>>>) -> Vec<Html> {
        list.map(|at| at.value.as_slice()).unwrap_or_default().iter().map(|at| self.prose(&at.value)).collect()
    }

    /// A fact as inline HTML: numbers and addresses become links.
    #[must_use]
    pub fn words(&self, words: &Words) -> Html {
        Html(match words {
            Words::Phone(phone) => self.anchor(&phone.tel(), &Html(escaped(phone.written()))),
            Words::Mail(mail) => self.anchor(&format!("mailto:{mail}"), &parting(mail)),
            Words::Web(web) => self.anchor(web, &parting(bare_address(web))),
            Words::Prose(prose) => return self.prose(prose),
            Words::Refer(path) => return self.fact(path),
            Words::List(list) => self.wording().list(&list.iter().map(|words| self.words(words).0).collect::<Vec<_>>()),
            Words::Measure(Measure::Shifts(_) | Measure::Week(_)) => unparted(&self.sayer().say(words)).0,
            other => escaped(&self.sayer().say(other)),
        })
    }

    /// Numbers and addresses keep their order among words that run from right to left.
    fn anchor(&self, href: &str, words: &Html) -> String {
        let is_rtl = self.site.business.language.direction() == Direction::Rtl;
        let dir = if is_rtl { " dir=\"ltr\"" } else { "" };
        format!("<a href=\"{}\"{dir}>{}</a>", escaped(href), words.0)
    }

    /// A typed value as inline HTML.
    #[must_use]
    pub fn said<T: Typed>(&self, value: &T) -> Html {
        self.words(&value.words())
    }

    /// The fact at a path as inline HTML.
    #[must_use]
    pub fn fact(&self, path: &str) -> Html {
        match self.site.facts.get(path) {
            Some(fact) => self.words(&fact.words),
            None => Html(escaped(path)),
        }
    }

    /// When a schedule is open, behind a label of its own.
    #[must_use]
    pub fn open(&self, schedule: &Id) -> Html {
        Html(super::components::capital(&self.fact(&format!("hours.{schedule}")).0))
    }

    /// The fact at a path as inline HTML, in the form it has behind some words: "innerhalb von" asks for "2 Tagen".
    #[must_use]
    pub fn fact_behind(&self, before: &str, path: &str) -> Html {
        match self.site.facts.get(path).map(|fact| &fact.words) {
            Some(Words::Measure(Measure::Length(length))) => self.length_behind(before, *length),
            _ => self.fact(path),
        }
    }

    /// A length of time as inline HTML, in the form it has behind some words.
    #[must_use]
    pub fn length_behind(&self, before: &str, length: Length) -> Html {
        Html(escaped(&self.wording().length_behind(before, length)))
    }

    /// A person as a name to turn to.
    #[must_use]
    pub fn person(&self, id: &Id) -> Option<PersonView> {
        let person = self.site.business.person(id)?;
        Some(PersonView {
            id: format!("person-{id}"),
            name: person.name.value.to_string(),
            role: person.role.as_ref().map(|role| role.value.to_string()).filter(|role| !role.is_empty()),
            actions: Vec::new(),
        })
    }

    /// A channel as something to press.
    #[must_use]
    pub fn action(&self, channel: &Channel) -> ActionView {
        ActionView {
            kind: kind_view(channel.kind.value),
            name: self.channel_name(channel),
            value: channel.door.as_ref().map(|door| shown(&door.value)).or_else(|| self.visiting_place(channel)),
            href: channel.door.as_ref().and_then(|door| opened(channel.kind.value, &door.value)),
        }
    }

    /// What clients call a channel: the owner's name for it, else its kind's word.
    #[must_use]
    pub fn channel_name(&self, channel: &Channel) -> String {
        if let Some(name) = &channel.name {
            return name.value.to_string();
        }
        let labels = &self.theme.labels;
        let word = match channel.kind.value {
            ChannelKind::Phone => labels.kind_phone(),
            ChannelKind::Sms => labels.kind_sms(),
            ChannelKind::Email => labels.kind_email(),
            ChannelKind::Portal => labels.kind_portal(),
            ChannelKind::Chat => labels.kind_chat(),
            ChannelKind::Form => labels.kind_form(),
            ChannelKind::Post => labels.kind_post(),
            ChannelKind::Visit => labels.kind_visit(),
            ChannelKind::Social => labels.kind_social(),
        };
        let same_kind = self.site.policies.channels.iter().filter(|other| other.kind.value == channel.kind.value);
        let is_first = same_kind.clone().next().is_some_and(|first| first.id.value == channel.id.value);
        if same_kind.count() == 1 || is_first {
            word.to_owned()
        } else {
            super::components::title_words(channel.id.value.as_str())
        }
    }

    /// A link to a channel's card.
    #[must_use]
    pub fn channel_link(&self, channel: &Channel) -> Option<Link> {
        let href = self.href_of(Kind::Channels, &format!("#channel-{}", channel.id.value))?;
        Some(Link { title: self.channel_name(channel), href })
    }

    fn visiting_place(&self, channel: &Channel) -> Option<String> {
        if channel.kind.value != ChannelKind::Visit {
            return None;
        }
        let fact = self.site.facts.get("business.address")?;
        Some(self.sayer().say(&fact.words)).filter(|place| !place.is_empty())
    }

    /// A text without references, when it says anything.
    #[must_use]
    pub fn text(&self, text: Option<&At<Text>>) -> Option<String> {
        text.map(|at| at.value.to_string()).filter(|text| !text.is_empty())
    }
}

fn shown(door: &Door) -> String {
    match door {
        Door::Number(phone) => phone.written().to_owned(),
        Door::Mail(mail) => mail.to_string(),
        Door::Web(web) => bare_address(web.as_str()).to_owned(),
        Door::Words(words) => words.clone(),
    }
}

fn opened(kind: ChannelKind, door: &Door) -> Option<String> {
    match door {
        Door::Number(phone) if kind == ChannelKind::Sms => Some(phone.tel().replacen("tel:", "sms:", 1)),
        Door::Number(phone) => Some(phone.tel()),
        Door::Mail(mail) => Some(format!("mailto:{mail}")),
        Door::Web(web) => Some(web.to_string()),
        Door::Words(_) => None,
    }
}

/// Hours as inline HTML. No line ends within a stretch of time: behind its dash stands a word joiner (U+2060), because a line may end
/// between a dash and a blank even if that blank does not break (Unicode Standard Annex 14, LB12a). Only pages and paper need that: in a
/// calendar or in somebody's reply the same hours are plain words.
#[must_use]
pub fn unparted(words: &str) -> Html {
    Html(escaped(words).replace('–', "–\u{2060}").replace("\u{2060} ", "\u{2060}\u{a0}"))
}

/// An address as inline HTML. One too long for a line goes on behind its “@”, as people would part it; and what is too long even then,
/// before a dot or behind a slash. A short one stays whole.
fn parting(address: &str) -> Html {
    let is_short = |part: &str| part.chars().count() <= LONGEST_WHOLE;
    let parted = |part: &str| {
        let whole = escaped(part);
        if is_short(part) { whole } else { whole.replace('.', "<wbr>.").replace('/', "/<wbr>") }
    };
    match address.split_once('@') {
        Some((name, host)) if !is_short(address) => Html(format!("{}@<wbr>{}", parted(name), parted(host))),
        _ => Html(parted(address)),
    }
}

/// A web address as people say it: without `https://` and the slash at the end.
fn bare_address(address: &str) -> &str {
    let bare = address.split_once("://").map_or(address, |(_, rest)| rest);
    bare.strip_suffix('/').unwrap_or(bare)
}

fn kind_view(kind: ChannelKind) -> views::ChannelKind {
    match kind {
        ChannelKind::Phone => views::ChannelKind::Phone,
        ChannelKind::Sms => views::ChannelKind::Sms,
        ChannelKind::Email => views::ChannelKind::Email,
        ChannelKind::Portal => views::ChannelKind::Portal,
        ChannelKind::Chat => views::ChannelKind::Chat,
        ChannelKind::Form => views::ChannelKind::Form,
        ChannelKind::Post => views::ChannelKind::Post,
        ChannelKind::Visit => views::ChannelKind::Visit,
        ChannelKind::Social => views::ChannelKind::Social,
    }
}

#[cfg(test)]
mod tests {
    use super::{parting, unparted};

    #[test]
    fn a_stretch_of_time_stays_in_one_line() {
        for (words, kept) in [
            ("9\u{a0}am–5\u{a0}pm", "9\u{a0}am–\u{2060}5\u{a0}pm"),
            (
                "Monday 9–12:30\u{a0}Uhr und 13:30–17\u{a0}Uhr",
                "Monday 9–\u{2060}12:30\u{a0}Uhr und 13:30–\u{2060}17\u{a0}Uhr",
            ),
            (
                "9\u{a0}h\u{a0}– 12\u{a0}h\u{a0}30 et 13\u{a0}h",
                "9\u{a0}h\u{a0}–\u{2060}\u{a0}12\u{a0}h\u{a0}30 et 13\u{a0}h",
            ),
            ("closed", "closed"),
        ] {
            assert_eq!(unparted(words).0, kept);
        }
    }

    #[test]
    fn a_long_address_parts_where_people_would_part_it() {
        for (address, parted) in [
            ("help@a.example", "help@a.example"),
            ("help@tidewater.example", "help@<wbr>tidewater.example"),
            ("hello@ledgerandlark.example", "hello@<wbr>ledgerandlark<wbr>.example"),
            ("portal.tidewater.example/new", "portal<wbr>.tidewater<wbr>.example/<wbr>new"),
            ("a\"b@<tidewater>.example", "a&quot;b@<wbr>&lt;tidewater&gt;<wbr>.example"),
        ] {
            assert_eq!(parting(address).0, parted);
        }
    }
}
