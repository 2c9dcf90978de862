//! What lies with other companies: who of them is let in by name, and what is told about the others.
//!
//! A document keeps every tag and every picture of another company's, whoever that is; only here is it compared with the settings. So
//! a page is read once, whatever is let in.

use std::collections::{BTreeMap, BTreeSet};

use super::page::Page;
use super::prose::ProseBook;
use crate::diagnostic::{At, Diagnostic, Findings, Severity, Span, codes};
use crate::markdown::document::{EmbedKind, Image};
use crate::markdown::{Document, TargetKind};
use crate::policy::business::Business;
use crate::policy::embeds::Embed;
use crate::policy::values::{Host, WebAddress};
use crate::source::Layout;

/// What pages may fetch from elsewhere once a client asks for it: `https://` and the host, as a policy for browsers names them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outside {
    /// For frames.
    pub frames: BTreeSet<String>,
    /// For films and sounds.
    pub media: BTreeSet<String>,
    /// For pictures.
    pub pictures: BTreeSet<String>,
}

impl Outside {
    /// Whether no page shows anything of another company's.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.frames.is_empty() && self.media.is_empty() && self.pictures.is_empty()
    }
}

/// The company that an address lies with, if it is let in by name. What is not sent in secret is never let in.
#[must_use]
pub fn company<'b>(business: &'b Business, address: &str) -> Option<&'b Embed> {
    let address = WebAddress::read(address).ok().filter(WebAddress::is_secure)?;
    named(business, address.host())
}

fn named<'b>(business: &'b Business, host: &str) -> Option<&'b Embed> {
    business.embeds.iter().find(|embed| embed.host.value.is(host))
}

/// What the pages of a site may fetch.
pub(super) fn outside(business: &Business, pages: &[Page]) -> Outside {
    let mut outside = Outside::default();
    if business.embeds.is_empty() {
        return outside;
    }
    for document in pages.iter().map(|page| &page.document) {
        for (kind, address) in shown(business, document) {
            let Ok(address) = WebAddress::read(&address) else { continue };
            let origins = match kind {
                EmbedKind::Page => &mut outside.frames,
                EmbedKind::Video | EmbedKind::Sound => &mut outside.media,
                EmbedKind::Picture => &mut outside.pictures,
            };
            origins.insert(format!("https://{}", address.host()));
        }
    }
    outside
}

/// Whether a page shows anything of another company's.
#[must_use]
pub fn has_embeds(business: &Business, document: &Document) -> bool {
    shown(business, document).next().is_some()
}

/// What stands in a document with companies that are let in. A picture among words is a link.
fn shown<'a>(business: &'a Business, document: &'a Document) -> impl Iterator<Item = (EmbedKind, String)> + 'a {
    let pictures = pictures(document).filter(|image| image.is_alone);
    let pictures = pictures.map(|image| (EmbedKind::Picture, address_of(document, image)));
    let tags = document.embeds().iter().map(|row| (row.kind, row.address.to_string()));
    tags.chain(pictures).filter(|(_, address)| company(business, address).is_some())
}

/// The pictures of a document that lie with another company, as far as their spelling tells.
fn pictures(document: &Document) -> impl Iterator<Item = &Image> {
    document.images().iter().filter(|image| image.kind == TargetKind::Web)
}

fn address_of(document: &Document, image: &Image) -> String {
    document.typed(&image.target).to_owned()
}

/// Tells of companies that are let in twice or for nothing. `documents` are all there are, those of drafts too.
pub(super) fn check_companies<'d>(business: &Business, documents: impl Iterator<Item = &'d Document>) -> Findings {
    let mut findings = Findings::new();
    let mut first: Vec<&Embed> = Vec::new();
    for embed in &business.embeds {
        match first.iter().find(|other| other.host.value == embed.host.value) {
            Some(other) => findings.push(twice(other, embed)),
            None => first.push(embed),
        }
    }
    if !first.is_empty() {
        let shown: BTreeSet<String> = documents.flat_map(hosts).collect();
        let unused = first.into_iter().filter(|embed| !shown.iter().any(|host| is_meant(embed, host)));
        findings.extend(unused.map(|embed| unused_company(&embed.host)));
    }
    findings
}

/// The hosts of everything on a page that lies with other companies, let in or not.
fn hosts(document: &Document) -> Vec<String> {
    let pictures = pictures(document).map(|image| host_of(document.typed(&image.target)));
    pictures.chain(document.embeds().iter().map(|row| host_of(&row.address))).collect()
}

/// Whether a company was let in for what lies on a host. A name below it is another host, which is told where it stands.
fn is_meant(embed: &Embed, host: &str) -> bool {
    let host = host.split(':').next().unwrap_or(host);
    embed.host.value.is(host) || host.strip_suffix(embed.host.value.as_str()).is_some_and(|below| below.ends_with('.'))
}

fn unused_company(host: &At<Host>) -> Diagnostic {
    let message = format!("No page shows anything of `{}`.", host.value);
    let help = "Take its `[[embed]]` out, or show what you let it in for.";
    Diagnostic::new(&codes::embeds::UNUSED, message).at(host.span).help(help)
}

fn twice(first: &Embed, second: &Embed) -> Diagnostic {
    let message = format!("`{}` is let in twice.", second.host.value);
    let help = format!("Keep one of the two. Clients read the first one's name, `{}`.", &*first.name.value);
    Diagnostic::new(&codes::embeds::TWICE, message)
        .at(second.host.span)
        .also(first.host.span, "the first one")
        .help(help)
}

/// Tells what lies with companies that are not let in, and what has no title.
pub(super) fn check<'p>(
    layout: Layout,
    business: &Business,
    pages: impl Iterator<Item = &'p Page>,
    prose: &ProseBook,
) -> Findings {
    let mut findings = Findings::new();
    // In a handbook each host is told once: its owner may not be the one who builds it.
    let mut links: BTreeMap<String, (Span, usize)> = BTreeMap::new();
    let documents = pages.map(|page| &page.document).chain(prose.iter().map(|(_, document)| document));
    for document in documents {
        for image in pictures(document) {
            let address = address_of(document, image);
            let place = document.span(image.place);
            match (company(business, &address), layout) {
                (Some(_), _) => {}
                (None, Layout::Site) => findings.push(outside_picture(business, document, image)),
                (None, Layout::Handbook) => links.entry(host_of(&address)).or_insert((place, 0)).1 += 1,
            }
        }
        for row in document.embeds() {
            let place = document.span(row.place);
            match company(business, &row.address) {
                Some(company) if row.title.is_empty() => findings.push(no_title(company, row.kind, place)),
                None if layout == Layout::Site && !business.unsafe_html => {
                    findings.push(refused(business, document.text(row.place), &row.address).at(place));
                }
                _ => {}
            }
        }
    }
    findings.extend(links.into_iter().map(|(host, (place, count))| shown_as_links(&host, count).at(place)));
    findings
}

fn outside_picture(business: &Business, document: &Document, image: &Image) -> Diagnostic {
    let address = document.typed(&image.target);
    let host = host_of(address);
    let message =
        format!("This picture lies with `{host}`. Pages fetch nothing from others, so clients would see a hole.");
    let file = address.split(['?', '#']).next().and_then(|path| path.rsplit('/').next());
    let is_picture = |file: &&str| file.contains('.') && !file.contains('%') && *file != host;
    let file = file.filter(is_picture).unwrap_or("picture.jpg");
    let alt = document.plain_text(image.alt(), |mention, words| words.push_str(&format!("{{{{ {} }}}}", mention.path)));
    let help = format!("Save it in your content folder and write `![{alt}]({file})`. {}", way_in(business, address));
    Diagnostic::new(&codes::embeds::OUTSIDE_PICTURE, message).at(document.span(image.place)).help(help)
}

fn refused(business: &Business, typed: &str, address: &str) -> Diagnostic {
    let typed = typed.lines().next().unwrap_or_default().trim();
    let message = format!("`{typed}` is HTML, which is not published as it is.");
    let help = format!("Link to it instead: `[words]({address})`. {}", way_in(business, address));
    Diagnostic::new(&codes::markdown::RAW_HTML, message).help(help)
}

/// How to let a company in.
fn way_in(business: &Business, address: &str) -> String {
    let host = host_of(address);
    if named(business, &host).is_some() {
        let (_, rest) = address.split_once("://").unwrap_or(("", address));
        return format!("Or begin its address with `https://`: `https://{rest}`. Nothing else is fetched.");
    }
    let host = host.strip_prefix("www.").unwrap_or(&host);
    format!(
        "Or put a card in its place that fetches it when a client clicks, with these lines in `business.toml`:\n  \
         [[embed]]\n  host = \"{host}\"\n  name = \"{}\"",
        likely_name(host)
    )
}

fn no_title(company: &Embed, kind: EmbedKind, place: Span) -> Diagnostic {
    let name: &str = &company.name.value;
    let tag = match kind {
        EmbedKind::Video => "video",
        EmbedKind::Sound => "audio",
        EmbedKind::Page | EmbedKind::Picture => "iframe",
    };
    let message = format!("Clients can't tell what this is: the card says only `{name}`.");
    let help = format!("Say it in the tag: `<{tag} title=\"What it is\" …>`.");
    Diagnostic::new(&codes::embeds::NO_TITLE, message).at(place).help(help)
}

fn shown_as_links(host: &str, count: usize) -> Diagnostic {
    let message = match count {
        1 => format!("A picture lies with `{host}`; it is shown as a link."),
        _ => format!("{count} pictures lie with `{host}`; they are shown as links."),
    };
    let help = "To show a picture, save it beside the page. Pages fetch nothing from others.";
    Diagnostic::new(&codes::embeds::OUTSIDE_PICTURE, message).severity(Severity::Notice).help(help)
}

/// The host of an address, in small letters.
fn host_of(address: &str) -> String {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or_default().to_lowercase()
}

/// What people may call the company behind a host: `player.vimeo.com` → “Vimeo”, `maps.example.co.uk` → “Example”.
fn likely_name(host: &str) -> String {
    let mut labels: Vec<&str> = host.split(['.', ':']).collect();
    labels.pop();
    if labels.len() > 1 && labels.last().is_some_and(|label| label.len() <= 3) {
        labels.pop();
    }
    let mut letters = labels.pop().unwrap_or(host).chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().collect::<String>() + letters.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn companies_are_called_by_their_name() {
        let cases = [
            ("calendly.com", "Calendly"),
            ("player.vimeo.com", "Vimeo"),
            ("maps.example.co.uk", "Example"),
            ("x.com", "X"),
            ("localhost:80", "Localhost"),
            ("localhost", "Localhost"),
            ("", ""),
        ];
        for (host, name) in cases {
            assert_eq!(likely_name(host), name, "{host}");
        }
    }
}
