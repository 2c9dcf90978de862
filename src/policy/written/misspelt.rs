//! What the TOML reader could not read, in the owner's words: the line, what is wrong with it, what to type instead.
//!
//! The reader speaks to programmers and often stumbles a few signs after the slip, or several times over one. So the
//! line is looked at again, here, for the slips people make; each line is told once.

use std::ops::Range;

use crate::diagnostic::{Diagnostic, FileId, Span, codes};

/// How much of a header a slip spoils.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Extent {
    /// Its own line; the others mean what they say.
    Line,
    /// Whatever follows it may have been read as a part of it.
    Rest,
}

/// What is wrong with one line.
struct Told {
    /// Bytes of the line.
    range: Range<usize>,
    message: String,
    help: String,
    extent: Extent,
    /// How many lines it is about.
    lines: usize,
}

/// A header as it is read, which may differ from how it was typed in marks that only look like the ones meant.
#[derive(Clone, Copy, Debug)]
pub struct HeaderText<'t> {
    /// Where it was typed.
    pub file: FileId,
    /// The byte of the file it begins at.
    pub base: usize,
    /// As typed.
    pub typed: &'t str,
    /// As read: as long in bytes as `typed`.
    pub read: &'t str,
}

impl<'t> HeaderText<'t> {
    /// A header that is read as it was typed.
    #[must_use]
    pub fn as_typed(file: FileId, base: usize, typed: &'t str) -> Self {
        HeaderText { file, base, typed, read: typed }
    }

    /// The place of a range. One mark read may stand for only a part of the letter typed there, so it grows to whole letters.
    fn place(&self, range: &Range<usize>) -> Span {
        let (start, end) = (self.typed.floor_char_boundary(range.start), self.typed.ceil_char_boundary(range.end));
        Span::new(self.file, self.base + start..self.base + end)
    }
}

/// The findings about a header, one a line, and how much they spoil.
#[must_use]
pub fn misspelt(text: HeaderText<'_>, slips: &[toml::de::Error]) -> (Vec<Diagnostic>, Option<Extent>) {
    let header = text.read;
    let (mut findings, mut extent) = (Vec::new(), None);
    let mut told = 0;
    let mut slips: Vec<&toml::de::Error> = slips.iter().collect();
    slips.sort_by_key(|slip| slip.span().map_or(0, |span| span.start));
    for slip in slips {
        let is_twice = slip.message().contains("duplicate key");
        let Guilty { line, list } = Guilty::of(header, slip);
        if extent == Some(Extent::Rest) || line.start < told {
            continue;
        }
        let typed = header.get(line.clone()).unwrap_or("");
        let next = header.get(line.end..).unwrap_or("").trim_start_matches('\n').split('\n').next().unwrap_or("");
        let said = match list {
            _ if is_twice => twice_typed(typed),
            List::Closed => entry(typed),
            List::Open | List::Absent => over_two_lines(typed, next).unwrap_or_else(|| judged(typed)),
        };
        told = line.start + said.lines * (typed.len() + 1);
        extent = extent.max(Some(said.extent));
        let mut finding = Diagnostic::new(&codes::header::MISSPELT, said.message)
            .at(text.place(&(line.start + said.range.start..line.start + said.range.end)))
            .help(said.help);
        if let Some(first) = first_like(header, line.start, typed).filter(|_| is_twice) {
            finding = finding.also(text.place(&first), "the first one");
        }
        findings.push(finding);
    }
    (findings, extent)
}

/// The line a slip is about. A list left open above is to blame for what follows it.
struct Guilty {
    line: Range<usize>,
    list: List,
}

/// The list of several lines that a slip stands in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum List {
    Absent,
    /// Its end is there.
    Closed,
    /// It has none: facts follow.
    Open,
}

impl Guilty {
    fn of(header: &str, slip: &toml::de::Error) -> Self {
        let at = slip.span().map_or(0, |span| span.start);
        if let Some(line) = open_text(header).filter(|line| line.start <= at) {
            return Guilty { line, list: List::Absent };
        }
        let mut own = 0..header.find('\n').unwrap_or(header.len());
        let mut list: Option<Range<usize>> = None;
        for line in lines(header) {
            let text = header.get(line.clone()).unwrap_or("").trim();
            if list.is_some() && is_fact(text) && line.start <= at {
                let line = list.unwrap_or(own);
                return Guilty { line, list: List::Open };
            }
            if line.start <= at {
                own = line.clone();
            }
            let opens =
                text.split_once('=').is_some_and(|(_, value)| value.trim().starts_with('[') && !value.contains(']'));
            if list.is_some() && text.ends_with(']') {
                if at <= line.end {
                    return Guilty { line: own, list: List::Closed };
                }
                list = None;
            } else if opens && line.start <= at {
                list = Some(line);
            }
        }
        list.map_or(Guilty { line: own, list: List::Absent }, |line| Guilty { line, list: List::Open })
    }
}

/// The line with the three quotes that no others follow: what comes after it is taken for a part of the text.
fn open_text(header: &str) -> Option<Range<usize>> {
    let toggles = |line: &Range<usize>| header.get(line.clone()).unwrap_or("").matches("\"\"\"").count() % 2 == 1;
    let marks: Vec<Range<usize>> = lines(header).filter(toggles).collect();
    marks.last().filter(|_| marks.len() % 2 == 1).cloned()
}

/// The lines of a header, without their ends.
fn lines(header: &str) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    header.split_inclusive('\n').map(move |line| {
        let from = start;
        start += line.len();
        from..from + line.trim_end_matches('\n').len()
    })
}

/// Whether a line begins a fact or a table, and so is no entry of a list.
fn is_fact(line: &str) -> bool {
    let is_name =
        |name: &str| !name.is_empty() && name.chars().all(|letter| letter.is_alphanumeric() || "-_.".contains(letter));
    let is_table = line.starts_with('[') && is_name(line.trim_matches(['[', ']']));
    is_table || line.split_once('=').is_some_and(|(name, _)| is_name(name.trim()))
}

/// One line of a list of several.
fn entry(line: &str) -> Told {
    let line = Line::of(line);
    let help = "Each entry stands in quotes, with a comma behind it: also look at the line above.";
    line.told(line.whole, "This line of a list can't be read.", help)
}

/// A text that was broken by pressing Enter.
fn over_two_lines(first: &str, second: &str) -> Option<Told> {
    let line = Line::of(first);
    let value = line.value.filter(|value| value.starts_with('"') && value.matches('"').count() == 1)?;
    let rest = second.trim().strip_suffix('"').filter(|rest| !rest.contains(['"', '=']))?;
    let joined = line.written(&format!("{value} {rest}\""));
    let message = "This text goes on in the next line, but a text stands on one line.";
    Some(Told { lines: 2, ..line.told(value, message, joined) })
}

/// The earlier line with the same key or table name, for its place alone.
fn first_like(header: &str, before: usize, line: &str) -> Option<Range<usize>> {
    let name = |line: &str| line.split('=').next().unwrap_or("").trim().to_owned();
    let mut start = 0;
    let mut found = None;
    for earlier in header[..before].split_inclusive('\n') {
        let wanted = name(line);
        if name(earlier) == wanted {
            let from = start + earlier.find(wanted.as_str()).unwrap_or(0);
            found = Some(from..from + wanted.len());
        }
        start += earlier.len();
    }
    found
}

fn twice_typed(line: &str) -> Told {
    let name = line.split('=').next().unwrap_or("").trim();
    let from = line.find(name).unwrap_or(0);
    let (message, help) = if name.starts_with('[') {
        (format!("The table `{name}` is typed twice."), "Put all its lines under the first one.")
    } else {
        (format!("`{name}` is typed twice."), "Keep one of the two lines.")
    };
    Told { range: from..from + name.len(), message, help: help.to_owned(), extent: Extent::Line, lines: 1 }
}

/// A line without the blanks around it, taken apart at its `=`.
struct Line<'l> {
    whole: &'l str,
    /// Where it begins in the line as typed.
    indent: usize,
    key: &'l str,
    /// What stands behind the `=`.
    value: Option<&'l str>,
}

impl<'l> Line<'l> {
    fn of(line: &'l str) -> Self {
        let whole = line.trim();
        let (key, value) = whole.split_once('=').map_or((whole, None), |(key, value)| (key, Some(value.trim())));
        Line { whole, indent: line.len() - line.trim_start().len(), key: key.trim(), value }
    }

    fn told(&self, part: &str, message: impl Into<String>, help: impl Into<String>) -> Told {
        let from = (part.as_ptr() as usize).saturating_sub(self.whole.as_ptr() as usize).min(self.whole.len());
        let from = self.indent + from;
        Told {
            range: from..from + part.len(),
            message: message.into(),
            help: help.into(),
            extent: Extent::Line,
            lines: 1,
        }
    }

    fn written(&self, value: &str) -> String {
        format!("Write `{} = {value}`.", self.key)
    }
}

fn judged(line: &str) -> Told {
    let line = Line::of(line);
    let of_line = curly(&line).or_else(|| note(&line)).or_else(|| brackets(&line)).or_else(|| no_equals(&line));
    let of_parts = || name(&line).or_else(|| value(&line));
    of_line.or_else(of_parts).unwrap_or_else(|| {
        let help = "A header has lines such as `name = \"value\"`, and tables such as `[business]` or `[[channel]]`.";
        Told { extent: Extent::Rest, ..line.told(line.whole, "This line of the header can't be read.", help) }
    })
}

fn curly(line: &Line<'_>) -> Option<Told> {
    let value = line.value?;
    value.starts_with(['“', '”', '„', '‘', '’', '«']).then(|| {
        let inside = value.trim_matches(['“', '”', '„', '‘', '’', '«', '»', '"', '\'']);
        line.told(value, "These quotes are curly; a header needs straight ones.", line.written(&quoted(inside)))
    })
}

fn note(line: &Line<'_>) -> Option<Told> {
    let words = ["//", "--", "/*", "<!--"].iter().find_map(|mark| line.whole.strip_prefix(mark))?;
    let words = words.trim().trim_end_matches("-->").trim_end_matches("*/").trim();
    Some(line.told(line.whole, "A note to yourself begins with `#` here.", format!("Write `# {words}`.")))
}

/// `[channel`, `[[channel]`, `[hours office]`.
fn brackets(line: &Line<'_>) -> Option<Told> {
    if !line.whole.starts_with('[') || line.value.is_some_and(|value| !value.is_empty()) {
        return None;
    }
    let name = line.whole.trim_matches(['[', ']', ' ', '=', ':']);
    let (open, close) = if line.whole.starts_with("[[") { ("[[", "]]") } else { ("[", "]") };
    let joined = name.split_whitespace().collect::<Vec<_>>().join(".");
    let message = if line.whole.ends_with(close) {
        "The name of a table is one word, with dots between its parts."
    } else {
        "The brackets around this table's name do not match."
    };
    let told = line.told(line.whole, message, format!("Write `{open}{joined}{close}`."));
    Some(Told { extent: Extent::Rest, ..told })
}

/// `title: Opening hours`, or a sentence.
fn no_equals(line: &Line<'_>) -> Option<Told> {
    if line.value.is_some() {
        return None;
    }
    match line.whole.split_once(':') {
        Some((key, value)) if !key.trim().contains(' ') => {
            let written = format!("Write `{} = {}`.", key.trim(), in_form(value.trim()));
            let colon = &line.whole[key.len()..=key.len()];
            Some(line.told(colon, "Here stands `:` where a header has `=`.", written))
        }
        _ => {
            let help = "Put text for the page under the second `+++`, or write `name = \"value\"`.";
            Some(line.told(line.whole, "This line has no `=`, so it states no fact.", help))
        }
    }
}

/// `mon to fri`, `review every`, `über`.
fn name(line: &Line<'_>) -> Option<Told> {
    let may_stand = |character: char| character.is_ascii_alphanumeric() || "-_.\"'".contains(character);
    if line.key.is_empty() || line.key.chars().all(may_stand) || line.key.starts_with(['"', '\'']) {
        return None;
    }
    let value = line.value.unwrap_or_default();
    if line.key.chars().any(|character| !may_stand(character) && character != ' ') {
        let message = format!("`{}` can't be the name of a fact.", line.key);
        let help = "Names have the letters a to z, digits, `-` and `_`. `welcomemat explain guide` lists those a page may have.";
        return Some(line.told(line.key, message, help));
    }
    let joined = line.key.replace(" to ", "-").split_whitespace().collect::<Vec<_>>().join("_");
    let message = format!("`{}` is more than one word.", line.key);
    Some(line.told(line.key, message, format!("Write `{joined} = {value}`.")))
}

fn value(line: &Line<'_>) -> Option<Told> {
    let value = line.value?;
    let key = line.key;
    if value.is_empty() {
        let help = format!("Write `{key} = \"…\"`, or remove the line.");
        return Some(line.told(line.whole, format!("`{key}` has no value."), help));
    }
    if value.starts_with('[') {
        return Some(list(line, value));
    }
    if value.starts_with('{') {
        let help = "Write it as in `{ street = \"…\", city = \"…\" }`: each value in quotes, commas between them.";
        return Some(line.told(value, "What stands in these braces can't be read.", help));
    }
    if value.starts_with("\"\"\"") || value.starts_with("'''") {
        let help = format!("Put `{}` after its last word.", &value[..3]);
        return Some(Told { extent: Extent::Rest, ..line.told(value, "This text has no end.", help) });
    }
    if !value.starts_with(['"', '\'']) {
        return Some(bare(line, value));
    }
    quotes(line, value)
}

/// A value without quotes.
fn bare(line: &Line<'_>, value: &str) -> Told {
    let written = in_form(value);
    if !written.starts_with('"') {
        let message = format!("`{value}` is written `{written}` here.");
        return line.told(value, message, line.written(&written));
    }
    line.told(value, format!("The value of `{}` needs quotes around it.", line.key), line.written(&written))
}

fn list(line: &Line<'_>, value: &str) -> Told {
    if !value.contains(']') {
        let entries = value.trim_end_matches(',');
        let told = line.told(value, "This list is not closed.", format!("End it with a bracket: `{entries}]`."));
        return Told { extent: Extent::Rest, ..told };
    }
    let spaced = value.replace("\" \"", "\", \"").replace("\"\"", "\", \"");
    if spaced != value {
        return line.told(value, "Between two entries of a list stands a comma.", line.written(&spaced));
    }
    let help = "Write a list as in `[\"one\", \"two\"]`: each entry in quotes, commas between them.";
    line.told(value, "This list can't be read.", help)
}

fn quotes(line: &Line<'_>, value: &str) -> Option<Told> {
    let quote = value.chars().next()?;
    let inside = value.get(1..)?;
    let bare_end = inside.trim_end_matches([',', ';']);
    if !inside.contains(quote) {
        let told = line.told(value, "A quote is missing at the end of this line.", line.written(&quoted(inside)));
        return Some(told);
    }
    if bare_end.len() < inside.len() && bare_end.ends_with(quote) {
        let end = &value[1 + bare_end.len()..];
        let written = line.written(&format!("{quote}{bare_end}"));
        return Some(line.told(end, format!("Nothing may stand behind the last quote, not even `{end}`."), written));
    }
    let words = inside.strip_suffix(quote)?;
    if quote == '"' && words.contains('\\') && !words.contains('\'') {
        let message = "Between these quotes a backslash `\\` has a meaning of its own.";
        return Some(line.told(value, message, line.written(&format!("'{words}'"))));
    }
    words
        .contains(quote)
        .then(|| line.told(value, "The text ends at the quote inside it.", line.written(&quoted(words))))
}

/// A text in the quotes that suit it.
fn quoted(words: &str) -> String {
    let words = words.trim();
    match (words.contains('"'), words.contains('\'')) {
        (true, false) => format!("'{words}'"),
        (true, true) => format!("\"{}\"", words.replace('"', "\\\"")),
        _ => format!("\"{words}\""),
    }
}

/// A value typed without quotes, as it should be: yes and no are words of their own here.
fn in_form(value: &str) -> String {
    let value = value.trim_end_matches([',', ';']).trim();
    match value.to_ascii_lowercase().as_str() {
        "yes" | "on" | "true" => "true".to_owned(),
        "no" | "off" | "false" => "false".to_owned(),
        number if !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()) => number.to_owned(),
        _ => quoted(value.trim_matches(['"', '\''])),
    }
}

#[cfg(test)]
mod tests;
