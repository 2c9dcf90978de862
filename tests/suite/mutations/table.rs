//! The slips: what an owner types by mistake, and what has to be said about it.

use super::page::{Page, Slipped};

/// A slip, and the one finding it gives; without a code it is harmless and nothing is said.
pub struct Slip {
    /// What happened.
    pub name: &'static str,
    /// What is found.
    pub code: Option<&'static str>,
    /// Every way to make it on a page.
    pub make: fn(&Page) -> Vec<Slipped>,
}

const fn slip(name: &'static str, code: &'static str, make: fn(&Page) -> Vec<Slipped>) -> Slip {
    Slip { name, code: Some(code), make }
}

const fn harmless(name: &'static str, make: fn(&Page) -> Vec<Slipped>) -> Slip {
    Slip { name, code: None, make }
}

/// The line with a new value behind its key; nothing if it has another key.
fn value(line: &str, key: &str, new: &str) -> Option<String> {
    let rest = line.strip_prefix(key)?.trim_start();
    rest.starts_with('=').then(|| format!("{key} = {new}"))
}

/// The line with a stretch replaced, once; nothing if it has none.
fn swap(line: &str, from: &str, to: &str) -> Option<String> {
    line.contains(from).then(|| line.replacen(from, to, 1))
}

/// A link to a page: where its target stands in the line.
fn page_link(line: &str) -> Option<std::ops::Range<usize>> {
    let start = line.find("](")? + 2;
    let end = start + line[start..].find(')')?;
    let target = &line[start..end];
    (target.contains(".md") && !target.contains(':')).then_some(start..end)
}

fn relinked(line: &str, change: impl Fn(&str) -> Option<String>) -> Option<String> {
    let range = page_link(line)?;
    let target = change(&line[range.clone()])?;
    Some(format!("{}{target}{}", &line[..range.start], &line[range.end..]))
}

/// Facts that every page may state, so that nothing else hangs on them.
const PLAIN_KEYS: [&str; 4] = ["effective", "reviewed", "review_every", "summary"];

fn key_of(line: &str) -> Option<&str> {
    PLAIN_KEYS.into_iter().find(|key| line.strip_prefix(key).is_some_and(|rest| rest.starts_with(" =")))
}

fn lost_mark(page: &Page, mark: usize) -> Vec<Slipped> {
    let marks: Vec<usize> = (0..page.lines.len()).filter(|&at| page.lines[at] == "+++").take(2).collect();
    let Some(&at) = marks.get(mark) else { return Vec::new() };
    let mut lines = page.lines.clone();
    lines.remove(at);
    vec![page.with(&lines, 1)]
}

/// A header of plain lines, as another program would have it.
fn as_yaml(page: &Page) -> Vec<Slipped> {
    let is_plain = |line: &String| line.contains(" = ") && !line.contains('[');
    if page.is_settings() || !page.lines[page.header.clone()].iter().all(is_plain) {
        return Vec::new();
    }
    let mut lines = page.lines.clone();
    for at in page.header.clone() {
        lines[at] = lines[at].replacen(" = ", ": ", 1);
    }
    lines[page.header.start - 1] = "---".into();
    lines[page.header.end] = "---".into();
    vec![page.with(&lines, 2)]
}

fn guides(page: &Page) -> bool {
    page.name().starts_with("guides/") && page.is_public
}

/// The slips, roughly from the top of a page to its end.
pub const SLIPS: &[Slip] = &[
    slip("a closing quote is lost", "header/misspelt", |page| {
        page.in_header(|line| key_of(line).and(line.strip_suffix('"')).map(str::to_owned))
    }),
    slip("both quotes are lost", "header/misspelt", |page| {
        // Without quotes a date is a date all the same.
        let is_words = |line: &str| key_of(line).is_some_and(|key| ["summary", "review_every"].contains(&key));
        page.in_header(|line| is_words(line).then(|| line.replace('"', "")))
    }),
    slip("a colon in place of the sign", "header/misspelt", |page| {
        page.in_header(|line| key_of(line).and_then(|_| swap(line, " = ", ": ")))
    }),
    slip("true with a capital", "header/misspelt", |page| page.in_header(|line| value(line, "dark", "True"))),
    slip("the end of the header is lost", "header/unclosed", |page| lost_mark(page, 1)),
    slip("the beginning of the header is lost", "header/unclosed", |page| lost_mark(page, 0)),
    slip("a header of another program", "header/yaml", as_yaml),
    harmless("a tab in front of a key", |page| page.in_header(|line| key_of(line).map(|_| format!("\t{line}")))),
    harmless("blanks behind a line", |page| page.in_header(|line| key_of(line).map(|_| format!("{line} \t")))),
    slip("curly quotes", "header/curly-quotes", |page| {
        page.in_header(|line| value(line, "review_every", "“6 months”"))
    }),
    slip("a misspelt key", "policy/unknown-key", |page| {
        page.in_header(|line| {
            key_of(line).map(|key| format!("{}{}", key.replacen('e', "", 1).replacen("su", "s", 1), &line[key.len()..]))
        })
    }),
    slip("a number in place of words", "policy/wrong-type", |page| page.in_header(|line| value(line, "summary", "5"))),
    slip("a day that never comes", "policy/bad-date", |page| {
        page.in_header(|line| value(line, "effective", "\"2026-02-30\""))
    }),
    slip("a length nobody knows", "policy/bad-span", |page| {
        page.in_header(|line| value(line, "reply_within", "\"a wee while\""))
    }),
    slip("the hour 25", "policy/bad-time", |page| {
        page.under("[hours.", |line| {
            let (key, hours) = line.split_once(" = \"")?;
            let (start, rest) = hours.split_once('-')?;
            (start.len() == 5 && rest.len() == 6).then(|| format!("{key} = \"{start}-25:00\""))
        })
    }),
    slip("a zone nobody knows", "policy/bad-zone", |page| {
        page.in_header(|line| value(line, "timezone", "\"Atlantis/Main_Street\""))
    }),
    slip("a color one sign short", "policy/bad-color", |page| {
        page.in_header(|line| value(line, "color", "\"#1f6f7\""))
    }),
    slip("a country nobody knows", "policy/bad-country", |page| {
        page.in_header(|line| value(line, "country", "\"Oz\""))
    }),
    slip("a price without a number", "policy/bad-money", |page| {
        page.under("[fees]", |line| Some(format!("{} = \"a lot\"", line.split_once(" = ")?.0)))
    }),
    slip("a way to reach us that there is not", "policy/unknown-choice", |page| {
        page.under("[[channel]]", |line| value(line, "kind", "\"pigeon\""))
    }),
    slip("a person nobody knows", "site/unknown-id", |page| page.at_top(|line| value(line, "owner", "\"nemo\""))),
    slip("hours nobody has set", "site/unknown-id", |page| {
        page.under("[[channel]]", |line| value(line, "schedule", "\"fullmoon\""))
    }),
    slip("a summary without an end", "site/long-summary", |page| {
        page.in_header(|line| value(line, "summary", &format!("\"{}\"", "More of it. ".repeat(16))))
    }),
    slip("a second page about the hours", "site/second-of-kind", |page| {
        let first = |line: &str| line.starts_with("title =").then(|| format!("{line}\nkind = \"availability\""));
        let places = if guides(page) { page.in_header(first) } else { Vec::new() };
        places.into_iter().map(|place| place.further(1)).collect()
    }),
    slip("a link to a page that is gone", "links/missing-page", |page| {
        page.in_text(|line| relinked(line, |target| swap(target, ".md", "-gone-for-good.md")))
    }),
    slip("a link to a heading that is gone", "links/missing-heading", |page| {
        page.in_text(|line| relinked(line, |target| Some(format!("{}#gone-for-good", target.split('#').next()?))))
    }),
    slip("a link with a capital", "links/wrong-capitals", |page| {
        page.in_text(|line| {
            relinked(line, |target| {
                let name = target.rfind('/').map_or(0, |slash| slash + 1);
                Some(format!("{}{}{}", &target[..name], target[name..=name].to_uppercase(), &target[name + 1..]))
            })
        })
    }),
    slip("a picture that is not there", "links/missing-picture", |page| {
        page.behind_paragraph("![Our front door](front-door.jpg)")
    }),
    slip("a link that runs a program", "markdown/risky-link", |page| {
        page.behind_paragraph("[Press](javascript:alert).")
    }),
    slip("a tag", "markdown/raw-html", |page| page.behind_paragraph("<br>")),
    slip("a link that falls apart", "markdown/link-gap", |page| {
        let here = format!("Read [this] ({}).", page.name().rsplit('/').next().unwrap_or_default());
        page.behind_paragraph(&here)
    }),
    slip("bold without an end", "markdown/unclosed-bold", |page| page.behind_paragraph("This is **important.")),
    slip("code without an end", "markdown/unclosed-fence", |page| page.at_end("\n```\nthe last word", 2)),
    slip("a heading's name twice", "markdown/same-heading-id", |page| {
        let twice = |line: &str| line.contains(" {#").then(|| format!("{line}\n\nText.\n\n{line}"));
        page.in_text(twice).into_iter().map(|place| place.further(4)).collect()
    }),
    slip("a fact nobody stated", "references/unknown", |page| {
        page.in_text(|line| swap(line, "{{ channel.", "{{ chanel."))
    }),
    slip("a fee nobody set", "references/unknown", |page| page.behind_paragraph("It costs {{ fee.moonlight }}.")),
    slip("braces that do not close", "references/misspelt", |page| page.behind_paragraph("It costs {{ fee.hourly.")),
    slip("a private number", "private/shown", |page| {
        let number = format!("Or call {}.", page.private);
        if page.is_public { page.behind_paragraph(&number) } else { Vec::new() }
    }),
];
