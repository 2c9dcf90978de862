//! Bound pages: where each link of a chapter leads once its page is part of the pack.

use crate::address::Address;
use crate::render::pages::canonical;
use crate::site::{Chapter, Page, Site};

/// The name of the page “How to reach us” among the chapters' names; no page of an owner can have it, since it holds a colon.
pub(super) const REACH: &str = "pack:reach-us";

/// The pages that are bound together.
#[derive(Debug)]
pub(super) struct Binding<'s> {
    /// The site.
    pub site: &'s Site,
    /// The chapters in order.
    pub chapters: &'s [Chapter],
    /// Whether there is a page “How to reach us”.
    pub reach: bool,
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Lead {
    /// To a place in the pack: a chapter's name, or `name:id`.
    Jump(String),
    /// Out of it.
    Outside(String),
    /// To a page of the site that is not in the pack, while the site knows no address: the words stand alone.
    Nowhere,
}

impl<'s> Binding<'s> {
    pub(super) fn new(site: &'s Site) -> Self {
        Binding { site, chapters: &site.chapters, reach: super::reach::is_possible(site) }
    }

    /// The page of a chapter.
    pub(super) fn page(&self, chapter: &Chapter) -> &'s Page {
        self.site.page(chapter.page)
    }

    /// The chapter a page is, if it is bound in.
    pub(super) fn chapter_at(&self, address: &Address) -> Option<&Chapter> {
        self.chapters.iter().find(|chapter| self.site.page(chapter.page).address == *address)
    }

    /// Where a link leads that stands on the page at `from`.
    pub(super) fn lead(&self, from: &Address, href: &str) -> Lead {
        if has_scheme(href) {
            return Lead::Outside(href.to_owned());
        }
        let (path, id) = href.split_once('#').unwrap_or((href, ""));
        let address = if path.is_empty() { from.clone() } else { resolved(from, path) };
        if self.reach && address.as_str() == "reach-us.html" {
            return Lead::Jump(REACH.to_owned());
        }
        let colon = if id.is_empty() { "" } else { ":" };
        if let Some(chapter) = self.chapter_at(&address) {
            return Lead::Jump(format!("{}{colon}{}", chapter.name, decoded(id)));
        }
        let hash = if id.is_empty() { "" } else { "#" };
        match &self.site.business.url {
            Some(url) => Lead::Outside(format!("{}{hash}{id}", canonical(url, address.as_str()))),
            None => Lead::Nowhere,
        }
    }
}

fn has_scheme(href: &str) -> bool {
    let scheme = href.split(['/', '#', '?']).next().unwrap_or_default().split_once(':');
    scheme.is_some_and(|(name, _)| {
        name.len() > 1 && name.chars().all(|letter| letter.is_ascii_alphanumeric() || "+-.".contains(letter))
    }) || href.starts_with("//")
}

/// The address behind a relative link that stands at `from`.
pub(super) fn resolved(from: &Address, path: &str) -> Address {
    let mut parts: Vec<&str> = from.folder().split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    Address::new(&decoded(&parts.join("/")))
}

/// Undoes percent-encoding; what is no text afterwards stays as it was.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let pair = (*first == b'%').then(|| after.get(..2)).flatten().and_then(|pair| std::str::from_utf8(pair).ok());
        match pair.and_then(|pair| u8::from_str_radix(pair, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = after.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

/// An address as people say it.
pub(super) fn bare(href: &str) -> &str {
    let starts = ["https://", "http://", "mailto:", "tel:", "sms:"];
    let bare = starts.iter().find_map(|start| href.strip_prefix(start)).unwrap_or(href);
    bare.strip_suffix('/').unwrap_or(bare)
}

/// Whether the words of a link already say where it leads, so that no note need follow: the address itself, or a number however spaced.
pub(super) fn says_itself(words: &str, href: &str) -> bool {
    let folded = |text: &str| {
        text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>()
    };
    let (words, address) = (folded(words), folded(bare(href)));
    if address.is_empty() || words.contains(&address) {
        return true;
    }
    let is_number = href.starts_with("tel:") || href.starts_with("sms:");
    let digits = words.chars().filter(char::is_ascii_digit).count();
    // `757 555 0100` and `tel:+17575550100`: the country's code is not said at home.
    let own: String = words.chars().filter(char::is_ascii_digit).collect();
    is_number && digits >= 3 && address.ends_with(own.trim_start_matches('0'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_read_from_where_they_stand() {
        let at = |from: &str, path: &str| resolved(&Address::new(from), path).as_str().to_owned();
        assert_eq!(at("faq/hours.html", "../availability.html"), "availability.html");
        assert_eq!(at("faq/hours.html", "two%20words.html"), "faq/two words.html");
        assert_eq!(at("index.html", "./a:b.html"), "a:b.html");
        assert_eq!(decoded("50%"), "50%");
    }

    #[test]
    fn a_link_that_says_itself_needs_no_note() {
        assert!(says_itself("757 555 0100", "tel:+17575550100"));
        assert!(says_itself("help@tidewater.example", "mailto:help@tidewater.example"));
        assert!(says_itself("status.host.example", "https://status.host.example/"));
        assert!(says_itself("(020) 7946 0000", "tel:+442079460000"));
        assert!(!says_itself("mail us", "mailto:help@tidewater.example"));
        assert!(!says_itself("call", "tel:+17575550100"));
    }
}
