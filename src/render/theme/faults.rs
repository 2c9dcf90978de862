//! A template's fault in the words of somebody who keeps a shop: the file, the line, what stands there, what to do.
//!
//! The template engine speaks to programmers. Each thing it says is matched here by its beginning and said anew; what is not known
//! is said in general words, never in the engine's.

use super::built_in::BuiltIn;
use crate::diagnostic::{Diagnostic, FileId, Severity, Span, codes, nearest};

/// What is wrong, and what to do about it beside the general advice.
struct Told {
    what: String,
    advice: Option<String>,
}

const ASK_FIRST: &str = "Ask first whether it is there: `{% if … %} … {% endif %}`.";
const CLOSE: &str = "Look for an `{% if %}`, `{% for %}` or `{% block %}` that has no end.";

/// A fault that shows while a page is made, or in a template that was fine until now.
pub(super) fn told(files: &[(String, FileId)], template: &str, error: &tera::Error) -> Diagnostic {
    let report = report(error);
    let name = report.map_or(template, |report| report.filename());
    let diagnostic = finding(name, said(error));
    let file = files.iter().find(|(own, _)| own == name).map(|(_, file)| *file);
    match (file, report) {
        (Some(file), Some(report)) => diagnostic.at(Span::new(file, report.span().range.clone())),
        (Some(file), None) => diagnostic.at(file),
        (None, _) => diagnostic,
    }
}

/// A fault that shows when a template of the site's own is read.
pub(super) fn of_new(name: &str, (file, text): (FileId, &str), error: &tera::Error) -> Diagnostic {
    if let Some(report) = report(error) {
        return finding(name, said(error)).at(Span::new(file, report.span().range.clone()));
    }
    let message = error.to_string();
    match locus(&message) {
        Some((place, line)) if place == name => finding(name, said(error)).at(whole_line(file, text, line)),
        Some((place, _)) => finding(name, said_elsewhere(place, &message)).at(file),
        None => finding(name, said(error)).at(file),
    }
}

/// A fault that shows in another template but came with this one: a base without a block that others fill.
fn said_elsewhere(place: &str, message: &str) -> Told {
    let place =
        place.split_once('/').filter(|(theme, _)| BuiltIn::named(theme).is_some()).map_or(place, |(_, name)| name);
    let message = message.trim_start_matches("error: ");
    match quoted(message, 0).filter(|_| message.starts_with("Block `")) {
        Some(block) => with(
            format!("`{place}` fills a block called `{block}`, which is not in it"),
            format!("Write `{{% block {block} %}}{{% endblock {block} %}}` where it belongs."),
        ),
        None => what(format!("`{place}` does not work with it")),
    }
}

fn report(error: &tera::Error) -> Option<&tera::ReportError> {
    match error.kind() {
        tera::ErrorKind::SyntaxError(report) | tera::ErrorKind::RenderingError(report) => Some(report),
        _ => None,
    }
}

fn finding(name: &str, told: Told) -> Diagnostic {
    let message = format!("The template `{name}` does not work: {}.", told.what);
    let general = "Mend it, or remove the file: the built-in template then takes its place.";
    let help = told.advice.map_or_else(|| general.to_owned(), |advice| format!("{advice} {general}"));
    Diagnostic::new(&codes::theme::BROKEN_TEMPLATE, message).severity(Severity::Error).help(help)
}

/// Where the engine's written report says the fault is: `--> name:line:column`.
fn locus(message: &str) -> Option<(&str, usize)> {
    let line = message.lines().find_map(|line| line.trim_start().strip_prefix("--> "))?;
    let mut parts = line.rsplitn(3, ':');
    let (_, line, name) = (parts.next()?, parts.next()?, parts.next()?);
    Some((name, line.parse().ok()?))
}

fn whole_line(file: FileId, text: &str, number: usize) -> Span {
    let start: usize = text.split_inclusive('\n').take(number.saturating_sub(1)).map(str::len).sum();
    let line = text.get(start..).unwrap_or_default().lines().next().unwrap_or_default();
    let indent = line.len() - line.trim_start().len();
    Span::new(file, start + indent..start + line.trim_end().len().max(indent))
}

fn said(error: &tera::Error) -> Told {
    use tera::ErrorKind as Kind;
    match error.kind() {
        Kind::SyntaxError(report) | Kind::RenderingError(report) => said_of(report.message()),
        Kind::CircularExtend { tpl, .. } | Kind::CircularInclude { tpl, .. } => {
            what(format!("it leads back to itself, by way of `{tpl}`"))
        }
        Kind::MissingParent { parent: name, .. } | Kind::TemplateNotFound(name) => {
            what(format!("there is no template called `{name}`"))
        }
        Kind::ComponentNotFound(name) => what(format!("there is no piece called `<{name}/>`")),
        Kind::MissingArgument { arg_name } => what(format!("`{arg_name}` is missing here")),
        Kind::InvalidArgument { .. } | Kind::OutOfRangeArgument { .. } => {
            what("what is handed over here is of another sort than is asked for")
        }
        Kind::Msg(message) => said_of(message.lines().next().unwrap_or_default().trim_start_matches("error: ")),
        _ => what(UNKNOWN),
    }
}

const UNKNOWN: &str = "this is not written the way templates are";

fn what(words: impl Into<String>) -> Told {
    Told { what: words.into(), advice: None }
}

fn with(words: impl Into<String>, advice: impl Into<String>) -> Told {
    Told { what: words.into(), advice: Some(advice.into()) }
}

/// The engine's sentence, said anew.
fn said_of(message: &str) -> Told {
    let begins = |start: &str| message.starts_with(start);
    if begins("Variable `") || begins("Field `") {
        return missing_name(message);
    }
    if begins("Found ") {
        return misplaced(message);
    }
    if begins("Unknown ") {
        return unknown(message);
    }
    if begins("Tried to") || message.contains("undefined") {
        return with("what should be shown here is not there", ASK_FIRST);
    }
    let (one, two) = (quoted(message, 0), quoted(message, 1));
    match (one, two) {
        _ if begins("Unexpected end of input") => with("something is opened and never closed", CLOSE),
        _ if begins("String opened") => what("a quotation mark opens here and never closes"),
        _ if begins("unexpected end of raw") => what("`{% raw %}` opens here and never closes"),
        _ if begins("Unexpected character") => what("this sign means nothing between the braces"),
        _ if begins("This content would be") => with(
            "what stands outside its blocks would never be shown",
            "Put it into a `{% block … %}` of the template that this one builds on.",
        ),
        (Some(name), _) if begins("Unclosed component") => what(format!("`<{name}>` opens here and never closes")),
        (Some(end), Some(start)) if begins("Closing tag") => what(format!("`{start}` opens, but `{end}` closes")),
        (Some(start), Some(end)) if message.contains("in the opening tag") => {
            what(format!("`{start}` opens, but `{end}` closes"))
        }
        (Some(name), _) if begins("Block `") => {
            what(format!("`{{% block {name} %}}` has no place in the template it builds on"))
        }
        (Some(name), _) if begins("Component `") => what(format!("the piece `{name}` is made in two files")),
        (Some(name), _) if begins("Template already") => what(format!("`{name}` stands in it twice")),
        (Some(name), _) if begins("Argument `") || begins("Missing keyword") => {
            what(format!("`{name}` is missing here"))
        }
        _ if begins("Iteration not") || begins("Key/value") => what("this is no list that could be gone through"),
        _ if begins("Cannot compare") => what("these two can't be compared"),
        _ if begins("Math ") || begins("`+` requires") || begins("Unable to perform") || begins("Cannot divide") => {
            what("there is no number here to reckon with")
        }
        _ if message.contains("reserved keyword") => {
            let name = message.split(' ').next().unwrap_or_default();
            what(format!("`{name}` has a meaning of its own in templates; choose another name"))
        }
        _ if begins("super()") => what("`super()` has nothing to show here"),
        _ => what(UNKNOWN),
    }
}

/// A name that nothing goes by.
fn missing_name(message: &str) -> Told {
    let name = quoted(message, 0).unwrap_or_default();
    if message.contains("exists but") {
        return with(format!("`{name}` is empty here"), ASK_FIRST);
    }
    let what = format!("there is nothing called `{name}` here");
    let known: Vec<&str> =
        message.rsplit_once(": ").map(|(_, list)| list.trim_end_matches('.').split(", ").collect()).unwrap_or_default();
    match nearest(name, known.iter().copied()) {
        Some(near) => with(what, format!("Did you mean `{near}`?")),
        None if known.is_empty() => with(what, ASK_FIRST),
        None => with(what, format!("What there is: `{}`.", known.join("`, `"))),
    }
}

/// Something where something else belongs.
fn misplaced(message: &str) -> Told {
    let said = message.trim_start_matches("Found ").trim_end_matches('.');
    let Some((found, wanted)) = said.split_once(" but expected ").or_else(|| said.split_once(" but was expecting "))
    else {
        return what(UNKNOWN);
    };
    what(format!("{} stands where {} belongs", sort(found), sort(wanted)))
}

/// What the engine calls a part of a template, in words.
fn sort(part: &str) -> String {
    let part = part.trim();
    match part.trim_matches('`') {
        "content" | "raw content" => "text".to_owned(),
        "comment" => "a comment".to_owned(),
        "identifier" | "attribute name" => "a name".to_owned(),
        "string" => "something in quotes".to_owned(),
        "integer" | "float" => "a number".to_owned(),
        "bool" => "`true` or `false`".to_owned(),
        long if long.contains(' ') => "something else".to_owned(),
        sign => format!("`{sign}`"),
    }
}

fn unknown(message: &str) -> Told {
    let Some(name) = quoted(message, 0) else {
        return with(
            "no word that `{% … %}` knows stands here",
            "It knows `if`, `elif`, `else`, `for`, `set`, `block`, `include`, `extends`, and their `end…`.",
        );
    };
    if message.starts_with("Unknown template") {
        return what(format!("there is no template called `{name}`"));
    }
    if message.starts_with("Unknown component") {
        return what(format!("there is no piece called `<{name}/>`"));
    }
    what(format!("there is nothing called `{name}` here"))
}

/// What stands between the quotation marks of a sentence, the first at 0.
fn quoted(message: &str, number: usize) -> Option<&str> {
    message.split(['`', '\'']).skip(1).step_by(2).nth(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the engine says of a template, in our words.
    fn told_of(template: &str) -> String {
        let mut tera = tera::Tera::new();
        tera.add_raw_template("base.html", "{% block main %}{% endblock main %}").unwrap();
        let error = match tera.add_raw_template("a.html", template) {
            Err(error) => error,
            Ok(()) => {
                let mut context = tera::Context::new();
                context.insert("page", &std::collections::BTreeMap::from([("title", "Hours")]));
                tera.render("a.html", &context).unwrap_err()
            }
        };
        said(&error).what
    }

    #[test]
    fn every_slip_is_told_in_words_of_the_trade() {
        for (template, expected) in [
            ("{{ pagee.title }}", "there is nothing called `pagee` here"),
            ("{{ page.titel }}", "there is nothing called `titel` here"),
            ("{{ page.title }", "`}` stands where `}}` belongs"),
            ("{% if page.title %}a", "something is opened and never closed"),
            ("{{ \"a }}", "a quotation mark opens here and never closes"),
            ("{% include \"b.html\" %}", "there is no template called `b.html`"),
            ("{% extends \"b.html\" %}", "there is no template called `b.html`"),
            ("{% extends \"a.html\" %}", "it leads back to itself, by way of `a.html`"),
            (
                "{% extends \"base.html\" %}{% block side %}{% endblock side %}",
                "`{% block side %}` has no place in the template it builds on",
            ),
            ("{% extends \"base.html\" %}<p>Hi", "what stands outside its blocks would never be shown"),
            ("{{ page.title | loud }}", "there is nothing called `loud` here"),
            ("{{<lamp/>}}", "there is no piece called `<lamp/>`"),
            ("{% for a in page.title.b.c %}{% endfor %}", "there is nothing called `b` here"),
            ("{{ page.title + 1 }}", "there is no number here to reckon with"),
            ("{% block a %}{% endblock b %}", "`a` opens, but `b` closes"),
            ("{% set loop = 1 %}", "`loop` has a meaning of its own in templates; choose another name"),
            ("{% elseif %}", "no word that `{% … %}` knows stands here"),
        ] {
            assert_eq!(told_of(template), expected, "{template}");
        }
    }
}
