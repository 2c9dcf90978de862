//! Raw HTML: refused with the Markdown way named, shown as text, or kept as typed.

use std::collections::BTreeSet;
use std::ops::Range;

use super::super::HtmlPolicy;
use super::super::document::{Kind, Position, Stretch};
use super::super::shield::Restore;
use super::Reader;
use crate::diagnostic::{Diagnostic, codes};

/// What was met of raw HTML so far.
#[derive(Default)]
pub(super) struct Seen {
    /// The lines of the block being read.
    lines: Vec<Range<usize>>,
    /// Tags that were reported, so that their ends are not.
    reported: BTreeSet<String>,
    /// Stretches in which braces mean nothing.
    kept: Vec<Stretch>,
}

impl Seen {
    pub(super) fn start_block(&mut self) {
        self.lines.clear();
    }

    /// Whether braces at this byte mean nothing: a refused or dropped stretch, a script.
    pub(super) fn is_kept(&self, at: u32) -> bool {
        let before = self.kept.partition_point(|kept| kept.start <= at);
        before.checked_sub(1).and_then(|last| self.kept.get(last)).is_some_and(|kept| at < kept.end)
    }
}

impl Reader<'_> {
    pub(super) fn html_line(&mut self, html: &str, range: &Range<usize>) {
        self.html.lines.push(self.ground.place_of(html).unwrap_or(range.clone()));
    }

    pub(super) fn end_html_block(&mut self) {
        let lines = std::mem::take(&mut self.html.lines);
        let text = self.ground.shield.text();
        let block: String = lines.iter().filter_map(|line| text.get(line.clone())).collect();
        let Some(range) = lines.first().zip(lines.last()).map(|(first, last)| first.start..last.end) else { return };
        if self.embeds(&block, &range, &lines) {
            return;
        }
        if self.rules.html == HtmlPolicy::Allow {
            self.keep_html(&lines, !keeps_braces(&block));
            return;
        }
        if is_comment(&block) {
            self.drop_comment(&range);
            return;
        }
        // What is never published decides, wherever it stands: the rest might be shown without it.
        match self.never_published(&range) {
            Some(worst) => {
                let html = self.ground.shield.text().get(worst.clone()).unwrap_or_default();
                self.refuse(html, &worst);
            }
            None => self.refuse(&block, &range),
        }
        self.show_lines(&lines, &range);
    }

    pub(super) fn inline_html(&mut self, html: &str, range: &Range<usize>) {
        if self.rules.html == HtmlPolicy::Allow {
            let place = self.ground.place_of(html).unwrap_or(range.clone());
            self.keep_html(&[place], true);
        } else if is_comment(html) {
            self.drop_comment(range);
        } else {
            self.refuse(html, range);
            self.html.kept.push(self.ground.stretch(range));
            self.literal(html, range);
        }
    }

    /// Allowed HTML: as typed, with the references in it.
    pub(super) fn keep_html(&mut self, lines: &[Range<usize>], references: bool) {
        let Some(range) = lines.first().zip(lines.last()).map(|(first, last)| first.start..last.end) else { return };
        self.draft.open(Kind::Html, self.ground.stretch(&range));
        if !references {
            self.html.kept.push(self.ground.stretch(&range));
        }
        for line in lines {
            let mut done = line.start;
            let stand_ins = if references { self.ground.shield.within(line) } else { &[] };
            for stand_in in stand_ins.iter().filter(|stand_in| stand_in.path.is_some()) {
                self.draft.verbatim(self.ground.stretch(&(done..stand_in.place.start)));
                if let Some(index) = self.keep_reference(stand_in, Position::InProse) {
                    self.draft.leaf(Kind::Reference(index), self.ground.stretch(&stand_in.place));
                }
                done = stand_in.place.end;
            }
            self.draft.verbatim(self.ground.stretch(&(done..line.end)));
        }
        self.draft.close();
    }

    /// Refused HTML is shown, so that nothing the owner wrote is lost from view.
    pub(super) fn show_lines(&mut self, lines: &[Range<usize>], range: &Range<usize>) {
        self.html.kept.push(self.ground.stretch(range));
        self.draft.open(Kind::Paragraph, self.ground.stretch(range));
        for (index, line) in lines.iter().enumerate() {
            let text = self.ground.shield.text().get(line.clone()).unwrap_or_default();
            let shown = line.start..line.start + text.trim_end().len();
            if index > 0 {
                self.draft.leaf(Kind::SoftBreak, self.ground.stretch(&(line.start..line.start)));
            }
            self.draft.verbatim(self.ground.stretch(&shown));
        }
        self.draft.close();
    }

    fn drop_comment(&mut self, range: &Range<usize>) {
        self.html.kept.push(self.ground.stretch(range));
        // A comment to the checks is where it belongs.
        let is_for_checks =
            self.ground.shield.text().get(range.clone()).is_some_and(|text| text.starts_with("<!-- ignore "));
        if self.rules.html == HtmlPolicy::Refuse && !is_for_checks {
            let length = self.ground.shield.text().get(range.clone()).unwrap_or_default().trim_end().len();
            let finding = Diagnostic::new(&codes::markdown::HTML_COMMENT, "A hidden comment was left out of the page.")
                .at(self.ground.span(&(range.start..range.start + length)));
            self.findings.push(finding.help("Notes to yourself are safest in the header, after a `#`."));
        }
    }

    fn refuse(&mut self, html: &str, range: &Range<usize>) {
        if self.rules.html != HtmlPolicy::Refuse {
            return;
        }
        let name = tag_name(html);
        let is_end = html.trim_start().starts_with("</");
        let is_first = self.html.reported.insert(name.clone());
        if is_end && !is_first {
            return;
        }
        // A block inside a quote is no single stretch of the text, so the finding stays on its first line.
        let line = self.first_line(range);
        let start = range.start + (line.len() - line.trim_start().len());
        let end = range.start + line.find('>').map_or(line.trim_end().len(), |end| end + 1);
        let place = start..end.max(start);
        let (typed, _) = self.ground.shield.restore(self.first_line(&place), Restore::AsTyped);
        let message = format!("`{}` is HTML, which is not published as it is.", typed.trim());
        let finding = Diagnostic::new(&codes::markdown::RAW_HTML, message).at(self.ground.span(&place));
        self.findings.push(finding.help(markdown_way(&name)));
    }

    /// The part of a block from a script or form on.
    fn never_published(&self, range: &Range<usize>) -> Option<Range<usize>> {
        let text = self.ground.shield.text().get(range.clone())?.to_ascii_lowercase();
        let first = ["<script", "<form"].iter().filter_map(|tag| text.find(tag)).min()?;
        Some(range.start + first..range.end)
    }

    fn first_line(&self, place: &Range<usize>) -> &str {
        self.ground.shield.text().get(place.clone()).unwrap_or_default().lines().next().unwrap_or_default()
    }
}

fn is_comment(html: &str) -> bool {
    let html = html.trim();
    html.strip_prefix("<!--").is_some_and(|rest| rest.find("-->").is_none_or(|end| end + 3 == rest.len()))
}

/// Blocks whose words are no prose: braces in a script or a style belong to it.
fn keeps_braces(html: &str) -> bool {
    matches!(tag_name(html).as_str(), "script" | "style" | "pre" | "textarea") || is_comment(html)
}

/// The name of the tag that `html` starts with, in lower case; empty for anything else.
fn tag_name(html: &str) -> String {
    let name = html.trim_start().trim_start_matches(['<', '/']);
    let end = name.find(|character: char| !character.is_ascii_alphanumeric() && character != '-');
    name[..end.unwrap_or(name.len())].to_ascii_lowercase()
}

/// What to type instead of a tag.
fn markdown_way(name: &str) -> &'static str {
    match name {
        "b" | "strong" => "Write `**words**` for bold.",
        "i" | "em" => "Write `*words*` for italics.",
        "s" | "del" | "strike" => "Write `~~words~~` to strike words out.",
        "br" => "End the line with a backslash `\\` to start a new one; in a table, use a row for each line.",
        "hr" => "Write `---` on a line of its own, with an empty line above.",
        "p" | "div" | "span" | "section" => "Take the tag out. An empty line starts a new paragraph.",
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => "Start the line with `## ` for a heading.",
        "ul" | "ol" | "li" => "Start each line with `- `, or with `1. ` for a numbered list.",
        "blockquote" => "Start each line with `> `.",
        "code" | "pre" | "kbd" => "Write it between backticks, like `` `this` ``.",
        "img" => "Write `![what the picture shows](picture.jpg)`.",
        "a" => "Write `[words](https://…)`; for a place to link to, put `{#name}` after a heading.",
        "table" | "tr" | "td" | "th" | "tbody" | "thead" => {
            "Write each row on a line with `|` between the cells, and a line `| --- | --- |` under the first."
        }
        "details" | "summary" => {
            "Write a heading and the text under it. On a page of the kind `faq`, questions fold by themselves."
        }
        "iframe" | "video" | "audio" => {
            "Link to it instead: `[words](https://…)`. On lines of its own, with an address and no words beside it, it can be shown on a click: `welcomemat explain business`, under `embed`."
        }
        "embed" | "object" => "Link to it instead: `[words](https://…)`. Pages load nothing from other companies.",
        "script" => {
            "Take it out: pages run nobody else's programs. Link to the page it is for, on the other company's site: `[Book a call](https://…)`."
        }
        "form" | "input" | "button" | "select" | "textarea" => {
            "Take it out: pages hold no forms. Link to the form where it is filled in, or make it a way to reach you: a channel of the kind `form`."
        }
        "style" | "center" | "font" | "big" | "small" => {
            "Take it out. Colors and type are set once, under `[brand]` in business.toml."
        }
        "u" => "Take it out: underlined words look like a link. Write `**words**` for bold.",
        "sup" => "For a footnote, write `[^1]`. A few raised marks can be typed as they are: `²`, `³`, `º`.",
        "sub" => "Lowered digits can be typed as they are: `₂`, `₃`.",
        _ => "Write it in Markdown, or put a backslash before the `<` to show it.",
    }
}
