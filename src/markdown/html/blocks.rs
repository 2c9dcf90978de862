//! What stands on lines of its own.

use std::borrow::Cow;

use super::super::document::{Alignment, Branch, EmbedKind, Kind, Nodes};
use super::{End, Offer, Owed, Writer, push_attribute, push_text, words};

impl<'a> Writer<'a> {
    /// Writes the start of a block and says which node is next.
    pub(super) fn start_block(&mut self, branch: Branch<'a>) -> u32 {
        let from = self.out.len();
        let next = self.start_unmarked(branch);
        if let Some(source) = self.surroundings.source(self.document.span(branch.place())) {
            self.mark(from, &source);
        }
        next
    }

    /// Adds where it was typed to the first tag written since `from`.
    fn mark(&mut self, from: usize, source: &str) {
        let written = self.out.get(from..).unwrap_or_default();
        let Some(end) = written.find(['>', ' ', '\n']).filter(|_| written.starts_with('<')) else { return };
        let mut mark = String::from(SOURCE_MARK);
        push_attribute(&mut mark, source);
        mark.push('"');
        self.out.insert_str(from + end, &mark);
    }

    fn start_unmarked(&mut self, branch: Branch<'a>) -> u32 {
        match branch.kind() {
            Kind::Paragraph => self.paragraph(branch),
            Kind::Heading(_) => self.heading(branch),
            Kind::Quote => self.around(branch, "<blockquote>\n", "</blockquote>\n"),
            Kind::Callout(kind) => self.owe(branch, End::Callout(kind, self.out.len())),
            Kind::Bullets => self.around(branch, "<ul>\n", "</ul>\n"),
            Kind::Numbers(1) => self.around(branch, "<ol>\n", "</ol>\n"),
            Kind::Numbers(first) => self.around(branch, &format!("<ol start=\"{first}\">\n"), "</ol>\n"),
            Kind::Item => self.item(branch),
            Kind::Definitions => self.around(branch, "<dl>\n", "</dl>\n"),
            Kind::Term => self.around(branch, "<dt>", "</dt>\n"),
            Kind::Meaning => self.around(branch, "<dd>", "</dd>\n"),
            Kind::Table => self.table(branch),
            Kind::TableHead => self.table_head(branch),
            Kind::Row => self.around(branch, "<tr>", "</tr>\n"),
            Kind::HeadCell(alignment) => self.cell(branch, "<th scope=\"col\"", alignment, "</th>"),
            Kind::Cell(alignment) => self.cell(branch, "<td", alignment, "</td>"),
            Kind::CodeBlock(_) => self.code_block(branch),
            Kind::Embed(_) => self.embed(branch),
            Kind::Rule => self.around(branch, "<hr>\n", ""),
            // Footnotes come at the end of the page.
            _ => branch.nodes().end,
        }
    }

    /// Writes the end of a node.
    pub(super) fn end(&mut self, end: &End<'a>) {
        match *end {
            End::Text(text) => self.out.push_str(text),
            End::Heading(branch) => self.end_heading(branch),
            End::Callout(kind, from) => {
                let inner = self.out.split_off(from);
                self.surroundings.callout(kind, &inner, &mut self.out);
            }
            End::Table(branch, from) => self.end_table(branch, from),
            End::TableHead(table_end) => {
                self.out.push_str("</tr></thead>\n");
                if self.owed.last().is_some_and(|table| table.at > table_end) {
                    self.out.push_str("<tbody>\n");
                }
            }
        }
    }

    fn paragraph(&mut self, branch: Branch<'a>) -> u32 {
        let only = branch.only_child();
        if let Some(html) = only.and_then(|child| self.block_reference(child)) {
            self.out.push_str(&html);
            return branch.nodes().end;
        }
        if only.is_some_and(|child| self.picture_from_outside(child) || self.figure(child)) {
            return branch.nodes().end;
        }
        self.around(branch, "<p>", "</p>\n")
    }

    fn block_reference(&self, child: Branch<'a>) -> Option<String> {
        let reference = child.reference()?;
        self.surroundings.reference_block(self.document.mention(reference))
    }

    fn embed(&mut self, branch: Branch<'a>) -> u32 {
        let offer = branch.embed().map(|row| Offer {
            kind: row.kind,
            address: Cow::Borrowed(&row.address),
            title: row.title.to_string(),
            size: row.size,
        });
        let Some(html) = offer.and_then(|offer| self.surroundings.embed(&offer)) else {
            return self.around(branch, "", "");
        };
        self.out.push_str(&html);
        branch.nodes().end
    }

    /// Writes a picture that lies with another company, if `child` is one that is let in.
    fn picture_from_outside(&mut self, child: Branch<'a>) -> bool {
        let Some(image) = child.image() else { return false };
        let Some((address, _)) = self.leading_to(image).filter(|(_, kind)| kind.leaves_site()) else { return false };
        let title = words(self.document, self.surroundings, image.alt());
        let caption = image.title.as_ref().map(|title| self.with_words(title, image.references).into_owned());
        let name = if title.trim().is_empty() { caption.clone().unwrap_or_default() } else { title };
        let has_more = caption.filter(|caption| *caption != name);
        let offer = Offer { kind: EmbedKind::Picture, address, title: name, size: (None, None) };
        let Some(card) = self.surroundings.embed(&offer) else { return false };
        let Some(caption) = has_more else {
            self.out.push_str(&card);
            return true;
        };
        let mut caption_html = String::with_capacity(caption.len());
        push_text(&mut caption_html, &caption);
        self.surroundings.figure(&card, &caption_html, &mut self.out);
        true
    }

    /// Writes a picture with a title as a figure, if `child` is one.
    fn figure(&mut self, child: Branch<'a>) -> bool {
        let Some(image) = child.image() else { return false };
        let Some(title) = &image.title else { return false };
        let caption = self.with_words(title, image.references);
        let from = self.out.len();
        let Some(end) = self.picture(image) else {
            self.out.truncate(from);
            return false;
        };
        self.out.push_str(end);
        let picture = self.out.split_off(from);
        let mut caption_html = String::with_capacity(caption.len());
        push_text(&mut caption_html, &caption);
        self.surroundings.figure(&picture, &caption_html, &mut self.out);
        true
    }

    fn heading(&mut self, branch: Branch<'a>) -> u32 {
        let Some(heading) = branch.heading() else { return branch.nodes().end };
        let level = self.surroundings.heading_level(heading.level).clamp(1, 6);
        self.out.push_str(HEADING_STARTS[usize::from(level - 1)]);
        self.push_id(&heading.id);
        self.out.push_str("\">");
        self.owe(branch, End::Heading(branch))
    }

    fn end_heading(&mut self, branch: Branch<'a>) {
        let Some(heading) = branch.heading() else { return };
        let words = words(self.document, self.surroundings, heading.title());
        let prefix = self.surroundings.id_prefix();
        if prefix.is_empty() {
            self.surroundings.permalink(&heading.id, &words, &mut self.out);
        } else {
            self.surroundings.permalink(&format!("{prefix}{}", heading.id), &words, &mut self.out);
        }
        let level = self.surroundings.heading_level(heading.level).clamp(1, 6);
        self.out.push_str(HEADING_ENDS[usize::from(level - 1)]);
    }

    fn item(&mut self, branch: Branch<'a>) -> u32 {
        let is_task = |branch: Branch<'a>| {
            let first = self.document.branch(branch.inside().start).filter(|_| !branch.inside().is_empty());
            first.filter(|first| matches!(first.kind(), Kind::Task(_) | Kind::Paragraph))
        };
        let first = is_task(branch);
        let is_loose_task =
            |first: Branch<'a>| is_task(first).is_some_and(|first| matches!(first.kind(), Kind::Task(_)));
        let task = first.is_some_and(|first| matches!(first.kind(), Kind::Task(_)) || is_loose_task(first));
        self.around(branch, if task { "<li class=\"task\">" } else { "<li>" }, "</li>\n")
    }

    fn table(&mut self, branch: Branch<'a>) -> u32 {
        let from = self.out.len();
        self.out.push_str("<table>\n");
        self.owe(branch, End::Table(branch, from))
    }

    fn table_head(&mut self, branch: Branch<'a>) -> u32 {
        self.out.push_str("<thead><tr>");
        self.owe(branch, End::TableHead(branch.nodes().end))
    }

    fn end_table(&mut self, branch: Branch<'a>, from: usize) {
        let head_end = self.document.branch(branch.inside().start).map_or(0, |head| head.nodes().end);
        let has_rows = head_end < branch.nodes().end;
        self.out.push_str(if has_rows { "</tbody></table>\n" } else { "</table>\n" });
        let table = self.out.split_off(from);
        let name = self.table_name(branch.nodes());
        self.surroundings.table(&table, &name, &mut self.out);
    }

    /// A table is called after the heading it stands under.
    fn table_name(&self, table: Nodes) -> String {
        let headings = self.document.headings();
        let above = headings.partition_point(|heading| heading.node.start < table.start).checked_sub(1);
        let heading = above.and_then(|index| headings.get(index));
        let name = heading.map(|heading| words(self.document, self.surroundings, heading.title()));
        name.filter(|name| !name.is_empty()).unwrap_or_else(|| self.surroundings.labels().table.to_owned())
    }

    fn cell(&mut self, branch: Branch<'a>, start: &str, alignment: Alignment, end: &'static str) -> u32 {
        self.out.push_str(start);
        self.out.push_str(match alignment {
            Alignment::Start => "",
            Alignment::Center => " class=\"align-center\"",
            Alignment::End => " class=\"align-end\"",
        });
        self.around(branch, ">", end)
    }

    fn code_block(&mut self, branch: Branch<'a>) -> u32 {
        self.out.push_str("<pre><code");
        if !branch.language().is_empty() {
            self.out.push_str(" class=\"language-");
            push_attribute(&mut self.out, branch.language());
            self.out.push('"');
        }
        self.around(branch, ">", "</code></pre>\n")
    }

    /// The box of a task, with the words up to the next block as its label.
    pub(super) fn task(&mut self, branch: Branch<'a>, done: bool) -> u32 {
        let checked = if done { " checked" } else { "" };
        self.out.push_str("<label><input type=\"checkbox\" disabled");
        self.out.push_str(checked);
        self.out.push('>');
        let limit = self.owed.last().map_or(u32::MAX, |owed| owed.at);
        let rest = Nodes { start: branch.nodes().end, end: limit };
        let block = self.document.branches(rest).find(|next| next.kind().is_block());
        let at = block.map_or(limit, |block| block.nodes().start);
        self.owed.push(Owed { at, end: End::Text("</label>") });
        branch.nodes().end
    }
}

/// The attribute that says where a block was typed. Without it a page of the preview is the page that is built.
pub const SOURCE_MARK: &str = " data-source=\"";
const HEADING_STARTS: [&str; 6] = ["<h1 id=\"", "<h2 id=\"", "<h3 id=\"", "<h4 id=\"", "<h5 id=\"", "<h6 id=\""];
const HEADING_ENDS: [&str; 6] = ["</h1>\n", "</h2>\n", "</h3>\n", "</h4>\n", "</h5>\n", "</h6>\n"];
