//! Inputs → Site.

use rayon::prelude::*;

use super::facts::Gaps;
use super::handbook::{self, Places};
use super::links::{HeldBack, LinkIndex};
use super::memory::Memory;
use super::navigation::Navigation;
use super::page::PageId;
use super::page::{self, PageFacts, PageRead, typed_words};
use super::pictures::PublishedFile;
use super::policies::Policies;
use super::prose::{Gathering, ProseBook, ProseReader};
use super::references::Voice;
use super::settings::SettingsRead;
use super::{
    Facts, Page, Site, addresses, chapters, collisions, embeds, facts, ids, leaning, navigation, pictures, references,
    settings,
};
use crate::address::Address;
use crate::diagnostic::{Diagnostic, Findings, Place, codes};
use crate::markdown::Rules;
use crate::policy::business::Business;
use crate::policy::kinds::{Kind, Stands};
use crate::policy::reply::ReplyWritten;
use crate::policy::written::{HasGaps, Prose, Words};
use crate::source::{Inputs, Layout};

/// Letters of a summary that search engines and link previews show.
const LONGEST_SUMMARY: usize = 160;

/// Assembles a site. `folder_name` names a business that has no settings yet.
///
/// The site is always complete; whether it may be published is for the findings to say.
pub fn assemble(inputs: &Inputs, layout: Layout, folder_name: &str) -> (Site, Findings) {
    let settings = settings::read_settings(inputs, layout, folder_name);
    assemble_again(inputs, layout, settings, &mut Memory::default())
}

/// The same behind settings that were read before, taking from `memory` the pages that have not changed since.
pub fn assemble_again(
    inputs: &Inputs,
    layout: Layout,
    settings: SettingsRead,
    memory: &mut Memory,
) -> (Site, Findings) {
    let SettingsRead { business, written, gaps, mut findings } = settings;
    let read = memory.read(inputs, &business, layout);
    let places = Places::of(inputs, layout, &mut findings);
    let Sorted { pages: mut read, staff, drafts } = sort_out(read, layout, &places, &mut findings);
    let gaps = Gaps {
        kinds: read.iter().filter(|page| page.gaps == HasGaps::Yes).map(|page| page.kind).collect(),
        business: gaps == HasGaps::Yes,
    };
    let mut policies = Policies::default();
    gather(&mut read, &mut policies, &mut findings);
    let mut facts = facts::gather(&business, written.as_ref(), &policies, &gaps);
    let html = page::html_policy(layout, &business);
    let rules = Rules { html, ..Rules::default() };
    let prose = gather_prose(&facts, read.iter().chain(&staff), memory.prose(rules), &mut findings);
    findings.append(leaning::bound(&mut facts, &prose));
    let voice = Voice::of(&business);
    let words = references::Sayer::new(&voice, &facts, &prose);
    let mut pages: Vec<Page> = read.into_par_iter().map(|read| complete(read, &places, &words)).collect();
    let mut staff: Vec<Page> = staff.into_iter().map(|read| complete(read, &places, &words)).collect();
    navigation::sort(&mut pages);
    staff.sort_by(|a, b| a.path.cmp(&b.path));
    let mut files = memory.publish(&inputs.attachments);
    let judge = || judge(&business, &policies, (&pages, &staff), &facts, &prose);
    let link = || index(&pages, &staff, &drafts, &files, layout);
    let (told, (navigation, mut links)) = rayon::join(judge, link);
    findings.append(told);
    if layout == Layout::Site && !policies.channels.is_empty() {
        links.add_made(&Address::new("reach-us.html"));
    }
    if layout == Layout::Handbook {
        handbook::keep_used(&mut files, &pages, &links, &business);
    }
    let used = || handbook::used(&files, &pages, &links, &business);
    findings.append(pictures::check(&files, &inputs.sources, used));
    findings.append(tell_embeds(layout, &business, (&pages, &staff, &drafts), &prose));
    let outside = embeds::outside(&business, &pages);
    let chapters = chapters::chapters(layout, &business, &pages);
    collisions::check(&pages, &files, &chapters, &mut findings);
    if layout == Layout::Handbook {
        findings = handbook::as_warnings(&findings, inputs.business);
    }
    let drafts = drafts.into_iter().map(|draft| draft.path).collect();
    let site = Site {
        layout,
        business,
        voice,
        policies,
        pages,
        staff,
        drafts,
        prose,
        facts,
        navigation,
        files,
        links,
        outside,
        chapters,
    };
    (site, findings)
}

/// Tells what is wrong with references, ids and summaries.
fn judge(
    business: &Business,
    policies: &Policies,
    (pages, staff): (&[Page], &[Page]),
    facts: &Facts,
    prose: &ProseBook,
) -> Findings {
    let mut told = Findings::new();
    references::check(facts, prose, pages.iter().chain(staff), &mut told);
    ids::check(business, policies, pages, facts, &mut told);
    ids::check_staff(business, staff, facts, &mut told);
    tell_long_summaries(pages.iter().chain(staff), &mut told);
    told
}

/// Tells what lies with other companies, and which of those are let in for nothing.
fn tell_embeds(
    layout: Layout,
    business: &Business,
    (pages, staff, drafts): (&[Page], &[Page], &[PageRead]),
    prose: &ProseBook,
) -> Findings {
    let mut told = embeds::check(layout, business, pages.iter().chain(staff), prose);
    let written = pages.iter().chain(staff).map(|page| &page.document);
    let written = written.chain(prose.iter().map(|(_, document)| document));
    told.append(embeds::check_companies(business, written.chain(drafts.iter().map(|draft| &draft.document))));
    told
}

/// A summary is cut off by search engines, link previews and listeners' patience.
fn tell_long_summaries<'p>(pages: impl Iterator<Item = &'p Page>, findings: &mut Findings) {
    for page in pages {
        let length = page.summary.as_ref().map_or(0, |summary| summary.chars().count());
        let Some(typed) = page.header.summary.as_ref().filter(|_| length > LONGEST_SUMMARY) else { continue };
        let message =
            format!("This summary has {length} letters; {LONGEST_SUMMARY} is the most that is shown everywhere.");
        let help = "Say the most important thing in one or two short sentences.";
        findings.push(Diagnostic::new(&codes::site::LONG_SUMMARY, message).at(typed.span).help(help));
    }
}

/// The menu, and everything that can be linked to.
fn index(
    pages: &[Page],
    staff: &[Page],
    drafts: &[PageRead],
    files: &[PublishedFile],
    layout: Layout,
) -> (Navigation, LinkIndex) {
    let navigation = navigation::build(pages);
    let mut links = LinkIndex::with_room_for(pages.len());
    for (index, page) in pages.iter().enumerate() {
        links.add_page(PageId::new(index), page);
    }
    for (index, page) in staff.iter().enumerate() {
        links.hold_back(&page.path, page.file, HeldBack::Staff(index));
    }
    for draft in drafts {
        links.hold_back(&draft.path, draft.file, HeldBack::Draft);
    }
    for file in files {
        links.add_file(&file.path, file.address.clone());
    }
    let indexes = navigation
        .folders
        .values()
        .filter(|folder| folder.index.is_none())
        .filter_map(|folder| folder.address.as_ref());
    indexes.for_each(|address| links.add_made(address));
    links.add_made(&Address::new("find.html"));
    if layout == Layout::Handbook {
        links.add_short_names(pages);
    }
    (navigation, links)
}

struct Sorted {
    pages: Vec<PageRead>,
    staff: Vec<PageRead>,
    drafts: Vec<PageRead>,
}

/// Client pages, staff pages, drafts. In a handbook every page is a guide but the home page.
fn sort_out(read: Vec<PageRead>, layout: Layout, places: &Places, findings: &mut Findings) -> Sorted {
    let mut sorted = Sorted { pages: Vec::with_capacity(read.len()), staff: Vec::new(), drafts: Vec::new() };
    for mut page in read {
        let told = std::mem::take(&mut page.findings);
        if layout == Layout::Handbook {
            let is_home = places.address(&page.path).as_str() == "index.html";
            page.kind = if is_home { Kind::Welcome } else { Kind::Guide };
        }
        if page.is_draft() {
            // `draft = True` has been told already.
            findings.extend(Some(held_back(&page)).filter(|finding| !is_misspelt(finding.place, &told)));
            sorted.drafts.push(page);
        } else if page.is_for_staff() {
            sorted.staff.push(page);
        } else {
            sorted.pages.push(page);
        }
        findings.append(told);
    }
    sorted
}

fn is_misspelt(place: Option<Place>, told: &Findings) -> bool {
    told.iter().any(|finding| finding.code == &codes::header::MISSPELT && finding.place == place)
}

fn held_back(page: &PageRead) -> Diagnostic {
    let message = format!("`{}` is a draft, so it is not on the site.", page.path);
    let diagnostic = Diagnostic::new(&codes::site::DRAFT, message).help("Remove `draft = true` when it is ready.");
    match page.header.draft.as_ref() {
        Some(draft) => diagnostic.at(draft.span),
        None => diagnostic.at(page.file),
    }
}

/// Takes the facts of each kind over; a second page of a kind that stands once is told.
fn gather(pages: &mut [PageRead], policies: &mut Policies, findings: &mut Findings) {
    let mut taken: Vec<(Kind, crate::diagnostic::FileId)> = Vec::new();
    for page in pages {
        let first = taken.iter().find(|(kind, _)| *kind == page.kind).map(|(_, file)| *file);
        match first {
            Some(first) if page.kind.row().stands == Stands::Once => findings.push(second(page, first)),
            _ => {
                if page.kind.row().stands == Stands::Once {
                    taken.push((page.kind, page.file));
                }
                page.facts = policies.gather(std::mem::replace(&mut page.facts, PageFacts::Nothing));
            }
        }
    }
}

fn second(page: &PageRead, first: crate::diagnostic::FileId) -> Diagnostic {
    let name = page.kind.row().name;
    let message = format!("`{}` is a second page of the kind `{name}`; there can be one.", page.path);
    let span = page.header.kind.as_ref().map(|at| at.span);
    let diagnostic = Diagnostic::new(&codes::site::SECOND_OF_KIND, message)
        .also(crate::diagnostic::Span::new(first, 0..0), "the first one")
        .help("Move its facts to the first one, or write `kind = \"guide\"` in its header.");
    match span {
        Some(span) => diagnostic.at(span),
        None => diagnostic.at(page.file),
    }
}

fn gather_prose<'p>(
    facts: &Facts,
    pages: impl Iterator<Item = &'p PageRead>,
    reader: ProseReader<'_>,
    findings: &mut Findings,
) -> ProseBook {
    let mut book = Gathering { book: ProseBook::default(), reader, findings };
    for words in facts.words() {
        book.add_words(words);
    }
    for page in pages {
        let header = [page.header.title.as_ref(), page.header.summary.as_ref()];
        for prose in header.into_iter().flatten() {
            book.add(&prose.value);
        }
        if let PageFacts::Reply(reply) = &page.facts {
            openers(reply).for_each(|prose| book.add(prose));
        }
    }
    book.finish()
}

fn openers(reply: &ReplyWritten) -> impl Iterator<Item = &Prose> {
    let rows = reply.opener.iter().flat_map(|rows| &rows.value);
    rows.flat_map(|row| [row.value.say.as_ref(), row.value.instead_of.as_ref()]).flatten().map(|at| &at.value)
}

/// Gives a page its address, its title and its summary.
fn complete(read: PageRead, places: &Places, words: &references::Sayer<'_>) -> Page {
    let typed = |prose: Option<&crate::diagnostic::At<Prose>>| {
        typed_words(prose)?;
        prose.map(|at| words.say(&Words::Prose(at.value.clone())))
    };
    let title = typed(read.header.title.as_ref())
        .or_else(|| words.title_of(&read.document))
        .unwrap_or_else(|| file_words(read.path.file_name()));
    let address: Address = places.address(&read.path);
    Page {
        address,
        title,
        summary: typed(read.header.summary.as_ref()),
        path: read.path,
        file: read.file,
        kind: read.kind,
        header: read.header,
        document: read.document,
        facts: read.facts,
        reading: read.reading,
    }
}

/// A file's name as a title of last resort: `price-list.md` → "Price list".
fn file_words(name: &str) -> String {
    let words = addresses::strip_end(name).replace(['-', '_'], " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().collect::<String>() + letters.as_str())
}
