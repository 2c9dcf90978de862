//! Pages as tags. Reads only what welcomemat writes: well-formed HTML with quoted values.

/// An opening tag.
#[derive(Clone, Debug)]
pub struct Tag {
    /// Its name, in small letters.
    pub name: String,
    /// Names and values in order, entities resolved; a bare name has an empty value.
    pub attributes: Vec<(String, String)>,
    /// The bytes between this tag and the next one.
    pub text: String,
}

impl Tag {
    /// The value of an attribute.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }
}

/// The opening tags of a page in order. What stands in `<script>` and `<style>` is the text of that tag. A place where a line may end is
/// no end of a word.
pub fn tags(page: &str) -> Vec<Tag> {
    let page = page.replace("<wbr>", "");
    let mut tags = Vec::new();
    let mut rest = page.as_str();
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        if let Some(after) = rest.strip_prefix("!--") {
            rest = after.split_once("-->").map_or("", |(_, after)| after);
        } else if rest.starts_with(|first: char| first.is_ascii_alphabetic()) {
            let (tag, after) = tag(rest);
            let end = match tag.name.as_str() {
                "script" | "style" => after.find(&format!("</{}", tag.name)).unwrap_or(after.len()),
                _ => after.find('<').unwrap_or(after.len()),
            };
            tags.push(Tag { text: after[..end].to_owned(), ..tag });
            rest = &after[end..];
        }
    }
    tags
}

/// Everything a visitor reads: the page without tags, scripts and styles.
pub fn words(page: &str) -> String {
    let mut words = String::new();
    let mut rest = page;
    while let Some((before, after)) = rest.split_once('<') {
        words.push_str(before);
        let hidden = ["script", "style"].iter().find(|name| after.starts_with(**name));
        let end = match hidden {
            Some(name) => format!("</{name}>"),
            None => ">".to_owned(),
        };
        rest = after.split_once(&end).map_or("", |(_, after)| after);
    }
    plain(&(words + rest))
}

fn tag(text: &str) -> (Tag, &str) {
    let end = text.find(|letter: char| letter.is_whitespace() || ['>', '/'].contains(&letter)).unwrap_or(text.len());
    let (name, mut rest) = text.split_at(end);
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start_matches(|letter: char| letter.is_whitespace() || letter == '/');
        if rest.is_empty() || rest.starts_with('>') {
            let tag = Tag { name: name.to_lowercase(), attributes, text: String::new() };
            return (tag, rest.strip_prefix('>').unwrap_or(""));
        }
        let end = rest.find(|letter: char| letter.is_whitespace() || ['=', '>', '/'].contains(&letter));
        let (key, after) = rest.split_at(end.unwrap_or(rest.len()));
        let (value, after) = match after.strip_prefix("=\"") {
            Some(quoted) => quoted.split_once('"').unwrap_or((quoted, "")),
            None => ("", after.strip_prefix('=').unwrap_or(after)),
        };
        attributes.push((key.to_lowercase(), plain(value)));
        rest = after;
    }
}

/// Text with its entities resolved.
pub fn plain(text: &str) -> String {
    let named = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'"), ("&#x2F;", "/")];
    let resolved = named.iter().fold(text.to_owned(), |text, (entity, letter)| text.replace(entity, letter));
    resolved.replace("&amp;", "&")
}

#[test]
fn a_page_is_read_tag_by_tag() {
    let page =
        "<!doctype html><!-- <b> --><p class=\"a &amp; b\" hidden>Hi<br/><script src=\"x\">if (a < b) {}</script></p>";
    let tags = tags(page);
    let names: Vec<&str> = tags.iter().map(|tag| tag.name.as_str()).collect();
    assert_eq!(names, ["p", "br", "script"]);
    assert_eq!((tags[0].get("class"), tags[0].get("hidden"), tags[0].get("id")), (Some("a & b"), Some(""), None));
    assert_eq!((tags[0].text.as_str(), tags[2].text.as_str()), ("Hi", "if (a < b) {}"));
    assert_eq!(words("<p>A &lt; <b>b</b><style>p{}</style>!</p>"), "A < b!");
}
