//! How pages are laid out, for eyes, ears and paper: headings, pictures, tables, links, titles, and answers that own no facts.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::text::{Passage, Role, Shapes, Sign};
use crate::diagnostic::{Code, Diagnostic, Findings, Span, codes};
use crate::markdown::Document;
use crate::markdown::document::Kind as Node;
use crate::policy::kinds::Kind;
use crate::site::{Page, Site};

/// What can be seen on one page alone.
pub(super) fn page(site: &Site, page: &Page, passages: &[Passage]) -> Findings {
    let mut findings = Findings::new();
    findings.extend(empty(page, passages));
    findings.extend(heading_order(&page.document));
    findings.extend(pictures(&page.document));
    findings.extend(tables(&page.document));
    findings.extend(link_words(site, &page.document));
    if page.kind == Kind::Faq {
        findings.extend(answers(&page.document));
    }
    findings
}

/// Titles and summaries that two pages share.
pub(super) fn among_pages(site: &Site) -> Findings {
    let mut findings = Findings::new();
    let titles =
        site.pages.iter().map(|page| (page, Some(page.title.as_str()), page.header.title.as_ref().map(|at| at.span)));
    findings.extend(shared(titles, &codes::structure::SAME_TITLE, "title"));
    let summaries =
        site.pages.iter().map(|page| (page, page.summary.as_deref(), page.header.summary.as_ref().map(|at| at.span)));
    findings.extend(shared(summaries, &codes::structure::SAME_SUMMARY, "summary"));
    findings
}

fn shared<'p>(
    words: impl Iterator<Item = (&'p Page, Option<&'p str>, Option<Span>)>,
    code: &'static Code,
    what: &str,
) -> Vec<Diagnostic> {
    let mut first: BTreeMap<(&str, String), (&Page, Option<Span>)> = BTreeMap::new();
    let mut found = Vec::new();
    for (page, words, span) in words {
        let Some(words) = words.map(str::trim).filter(|words| !words.is_empty()) else { continue };
        // Pages of different folders may have the same name, as chapters called “Checklist” do.
        let key = (page.path.folder(), words.to_lowercase());
        let Some((other, place)) = first.get(&key) else {
            first.insert(key, (page, span));
            continue;
        };
        let message = format!("This {what} is also that of `{}`.", other.path);
        let finding = Diagnostic::new(code, message).help(format!("Say in each {what} what only that page is about."));
        let finding = span.map_or(finding.clone().at(page.file), |span| finding.at(span));
        found.push(place.map_or(finding.clone(), |place| finding.also(place, "the other one")));
    }
    found
}

fn empty(page: &Page, passages: &[Passage]) -> Option<Diagnostic> {
    let holds_words = passages.iter().any(|passage| !matches!(passage.role, Role::Heading(_)));
    let shows_facts = !matches!(page.kind, Kind::Guide | Kind::Faq | Kind::Reply);
    let document = &page.document;
    let shows_more = !document.images().is_empty()
        || !document.embeds().is_empty()
        || !document.places_of(Node::Html).is_empty()
        || !document.references().is_empty();
    let shows_code =
        document.branches(document.all()).any(|branch| matches!(branch.kind(), Node::CodeBlock(_) | Node::Quote));
    if holds_words || shows_facts || shows_more || shows_code {
        return None;
    }
    let message = format!("`{}` has no words.", page.path);
    let finding = Diagnostic::new(&codes::structure::EMPTY_PAGE, message).at(page.file);
    Some(finding.help("Write it, or add `draft = true` to its header until you do."))
}

fn heading_order(document: &Document) -> Vec<Diagnostic> {
    let headings = document.headings();
    let skipped = headings.iter().zip(headings.iter().skip(1)).filter(|(above, below)| below.level > above.level + 1);
    let told = skipped.map(|(above, below)| {
        let message = format!("This heading has {} `#`, and the one above it {}.", below.level, above.level);
        let finding = Diagnostic::new(&codes::structure::HEADING_ORDER, message).at(document.span(below.place));
        let right = "#".repeat(usize::from(above.level) + 1);
        finding.also(document.span(above.place), "the one above").help(format!("Write `{right}`."))
    });
    told.collect()
}

/// Words that say nothing about a picture.
const USELESS: &[&str] = &[
    "image",
    "picture",
    "photo",
    "photograph",
    "img",
    "screenshot",
    "graphic",
    "figure",
    "icon",
    "logo image",
    "untitled",
    "pic",
];
const PICTURE_ENDS: &[&str] = &[".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".avif", ".heic"];

fn pictures(document: &Document) -> Vec<Diagnostic> {
    let told = document.images().iter().filter_map(|image| {
        let words = document.plain_text(image.alt(), |_, words| words.push('…'));
        let lower = words.trim().to_lowercase();
        let is_useless = USELESS
            .contains(&lower.trim_end_matches(|letter: char| letter.is_ascii_digit() || " _-#".contains(letter)))
            || PICTURE_ENDS.iter().any(|end| lower.ends_with(end))
            || lower.starts_with("img_")
            || lower.starts_with("dsc");
        let place = document.span(image.place);
        if lower.is_empty() {
            let message = "This picture has no words for those who can't see it.";
            let finding = Diagnostic::new(&codes::structure::NO_ALT, message).at(place);
            return Some(
                finding.help("Say between the brackets what it shows: `![The blue door beside the bakery](…)`."),
            );
        }
        is_useless.then(|| {
            let message = format!("“{words}” says nothing about this picture.");
            let finding = Diagnostic::new(&codes::structure::USELESS_ALT, message).at(place);
            finding.help("Say between the brackets what it shows, in half a sentence.")
        })
    });
    told.collect()
}

fn tables(document: &Document) -> Vec<Diagnostic> {
    let heads = document.places_of(Node::TableHead).into_iter();
    let bare =
        heads.filter(|place| document.text(*place).chars().all(|letter| letter == '|' || letter.is_whitespace()));
    let told = bare.map(|place| {
        let finding = Diagnostic::new(&codes::structure::TABLE_HEAD, "The columns of this table have no names.");
        finding.at(document.span(place)).help("Name each column in the first line: `| Day | Hours |`.")
    });
    told.collect()
}

/// Words that could stand on any link.
const EMPTY_LINKS: &[&str] = &[
    "click here",
    "here",
    "click",
    "more",
    "read more",
    "link",
    "this link",
    "this",
    "this page",
    "learn more",
    "see here",
    "go",
    "find out more",
    "press here",
];

fn link_words(site: &Site, document: &Document) -> Vec<Diagnostic> {
    let sayer = site.sayer();
    let told = document.links().iter().filter_map(|link| {
        let words = sayer.plain_nodes(document, link.node);
        let lower = words.trim().trim_end_matches(['.', '!', ':']).to_lowercase();
        EMPTY_LINKS.contains(&lower.as_str()).then(|| {
            let message = format!("“{}” does not say where this link leads.", words.trim());
            let finding = Diagnostic::new(&codes::structure::LINK_TEXT, message).at(document.span(link.place));
            finding.help("Let the words name the place: `[our hours](availability.md)`.")
        })
    });
    told.collect()
}

/// Answers with a fact typed by hand and no way to the page that owns it.
fn answers(document: &Document) -> Vec<Diagnostic> {
    let told = document.questions().filter_map(|question| {
        let has_link = document.links().iter().any(|link| question.answer.contains(link.node));
        let typed = document.plain_text(question.answer, |_, words| words.push('…'));
        let fact = typed_fact(&typed).filter(|_| !has_link)?;
        let message = format!("This answer says “{fact}” itself, and links no page that owns it.");
        let finding =
            Diagnostic::new(&codes::structure::FAQ_OWNS_FACT, message).at(document.span(question.heading.place));
        Some(finding.help("Refer to the fact, as in `{{ hours.office }}`, and link the page it stands on."))
    });
    told.collect()
}

/// Words behind a number that make it a fact of the business.
const UNITS: &[&str] = &[
    "am", "pm", "hours", "hour", "minutes", "days", "day", "weeks", "%", "percent", "usd", "gbp", "eur", "dollars",
    "pounds", "euros",
];

fn typed_fact(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_number = |word: &str| {
        word.chars().next().is_some_and(|first| first.is_ascii_digit())
            && word.chars().any(|letter| letter.is_ascii_digit())
    };
    let plain = |word: &str| word.trim_end_matches(['.', ',', ';', ')']).to_lowercase();
    words.iter().enumerate().find_map(|(at, word)| {
        let next = words.get(at + 1).map_or(String::new(), |next| plain(next));
        if word.starts_with(['$', '£', '€']) && word.chars().any(|letter| letter.is_ascii_digit())
            || plain(word).ends_with('%') && is_number(word)
        {
            return Some(plain(word));
        }
        (is_number(word) && UNITS.contains(&next.as_str())).then(|| format!("{word} {next}"))
    })
}

/// Marks for words still to come, in small letters.
const MARKS: &[&[&str]] = &[
    &["replace", "me"],
    &["lorem", "ipsum"],
    &["your", "name", "here"],
    &["insert", "text"],
    &["text", "goes", "here"],
    &["to", "be", "written"],
    &["coming", "soon", "…"],
];
/// Marks in capitals.
const LOUD_MARKS: &[&str] = &["TODO", "TBD", "FIXME", "XXX", "TBC", "TKTK"];

static MARK_SHAPES: LazyLock<Shapes> = LazyLock::new(|| {
    let loud = LOUD_MARKS.iter().map(|mark| mark.to_ascii_lowercase()).collect::<Vec<_>>();
    let quiet = MARKS.iter().filter_map(|mark| mark.first().copied());
    Shapes::of(quiet.chain(loud.iter().map(String::as_str)))
});

/// Marks for words still to come.
pub(super) fn leftover(document: &Document, passage: &Passage) -> Option<Diagnostic> {
    let word = |at: usize| passage.tokens.get(at).map(|token| passage.word(token));
    let at = (0..passage.tokens.len()).find_map(|at| {
        if !MARK_SHAPES.may_hold(word(at)?) {
            return None;
        }
        let mark =
            MARKS.iter().find(|mark| mark.iter().enumerate().all(|(offset, part)| word(at + offset) == Some(part)));
        let token = passage.tokens.get(at).filter(|token| token.sign == Sign::Word && !token.is_quoted)?;
        let is_loud = passage.text.get(token.start..token.end).is_some_and(|typed| LOUD_MARKS.contains(&typed));
        mark.map(|mark| (at, at + mark.len())).or(is_loud.then_some((at, at + 1)))
    })?;
    let (first, last) = (passage.tokens.get(at.0)?, passage.tokens.get(at.1 - 1)?);
    let message = format!(
        "“{}” still waits for its words, and clients can read it.",
        passage.text.get(first.start..last.end).unwrap_or_default()
    );
    let finding =
        Diagnostic::new(&codes::structure::REPLACE_ME, message).at(passage.span(document, first.start..last.end));
    Some(finding.help("Write the words it stands for. A note to yourself goes into the header, after a `#`."))
}
