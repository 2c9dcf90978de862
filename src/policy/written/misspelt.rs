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
}

/// The findings about a header that stands at byte `base` of `file`, one a line, and how much they spoil.
pub fn misspelt(
    file: FileId,
    base: usize,
    header: &str,
    slips: &[toml::de::Error],
) -> (Vec<Diagnostic>, Option<Extent>) {
    let mut findings = Vec::new();
    let mut extent = None;
    let mut lines: Vec<usize> = slips.iter().map(|slip| guilty_line(header, slip)).collect();
    let twice: Vec<bool> = slips.iter().map(|slip| slip.message().contains("duplicate key")).collect();
    let mut told: Vec<usize> = Vec::new();
    for (start, is_twice) in lines.drain(..).zip(twice) {
        if extent == Some(Extent::Rest) || told.contains(&start) {
            continue;
        }
        told.push(start);
        let line = header[start..].split('\n').next().unwrap_or("");
        let said = if is_twice { twice_typed(line) } else { judged(line) };
        extent = extent.max(Some(said.extent));
        let place = |range: Range<usize>| Span::new(file, base + range.start..base + range.end);
        let mut finding = Diagnostic::new(&codes::header::MISSPELT, said.message)
            .at(place(start + said.range.start..start + said.range.end))
            .help(said.help);
        if let Some(first) = first_like(header, start, line).filter(|_| is_twice) {
            finding = finding.also(place(first), "the first one");
        }
        findings.push(finding);
    }
    (findings, extent)
}

/// Where the line begins that a slip is about: a list or text left open above is to blame for what follows it.
fn guilty_line(header: &str, slip: &toml::de::Error) -> usize {
    let at = slip.span().map_or(0, |span| span.start).min(header.len());
    let at = (0..=at).rev().find(|&at| header.is_char_boundary(at)).unwrap_or(0);
    let start = header[..at].rfind('\n').map_or(0, |end| end + 1);
    let mut above = 0;
    let mut open = None;
    for line in header[..start].split_inclusive('\n') {
        let value = line.split_once('=').map_or("", |(_, value)| value.trim());
        if value.starts_with('[') && !value.contains(']') {
            open = Some(above);
        } else if open.is_some() && line.contains(']') && !line.contains('=') {
            open = None;
        }
        above += line.len();
    }
    open.unwrap_or(start)
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
    Told { range: from..from + name.len(), message, help: help.to_owned(), extent: Extent::Line }
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
        Told { range: from..from + part.len(), message: message.into(), help: help.into(), extent: Extent::Line }
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
    if line.whole.starts_with(['"', '\'']) || line.whole.ends_with('"') && line.whole.matches('"').count() == 1 {
        let help = "Keep the whole text on one line, or put three quotes `\"\"\"` before and after it.";
        return Some(line.told(line.whole, "This text goes on from the line above.", help));
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
    if !value.starts_with(['"', '\'', '{']) {
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
