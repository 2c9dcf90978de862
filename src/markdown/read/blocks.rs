//! Events one by one: what opens which node, and what ends it.

use std::ops::Range;

use pulldown_cmark::{Alignment as Column, BlockQuoteKind, CodeBlockKind, CowStr, Event, Tag, TagEnd};

use super::super::document::{Alignment, CalloutKind, Kind};
use super::super::shield::Restore;
use super::Reader;

/// The columns of the table being read.
#[derive(Default)]
pub(super) struct Columns {
    alignments: Vec<Alignment>,
    next: usize,
    in_head: bool,
}

impl Columns {
    fn next_cell(&mut self) -> Kind {
        let alignment = self.alignments.get(self.next).copied().unwrap_or_default();
        self.next += 1;
        if self.in_head { Kind::HeadCell(alignment) } else { Kind::Cell(alignment) }
    }
}

impl<'a> Reader<'a> {
    /// Takes anything but text.
    pub(super) fn event(&mut self, event: Event<'a>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, &range),
            Event::End(tag) => self.end(tag),
            Event::Code(words) => self.code(&words, &range),
            Event::Html(html) => self.html_line(&html, &range),
            Event::InlineHtml(html) => self.inline_html(&html, &range),
            Event::FootnoteReference(label) => self.footnote_use(&label, &range),
            Event::SoftBreak => self.line_end(Kind::SoftBreak, &range),
            Event::HardBreak => self.line_end(Kind::HardBreak, &range),
            Event::Rule => self.leaf(Kind::Rule, &range),
            Event::TaskListMarker(done) => self.leaf(Kind::Task(done), &range),
            Event::Text(words) | Event::InlineMath(words) | Event::DisplayMath(words) => self.text(words, range),
        }
    }

    fn leaf(&mut self, kind: Kind, range: &Range<usize>) {
        self.draft.leaf(kind, self.ground.stretch(range));
    }

    fn open(&mut self, kind: Kind, range: &Range<usize>) {
        self.draft.open(kind, self.ground.stretch(range));
    }

    fn start(&mut self, tag: Tag<'a>, range: &Range<usize>) {
        match tag {
            // The paragraph around a header's short text is no part of it.
            Tag::Paragraph if self.ground.lead > 0 => {}
            Tag::Paragraph if self.embeds_alone(range) => self.is_taken = true,
            Tag::Heading { level, id, classes, attrs } => {
                let extras = !classes.is_empty() || !attrs.is_empty();
                self.start_heading(level as u8, id.as_deref(), extras, range);
            }
            Tag::CodeBlock(fence) => self.start_code(&fence, range),
            Tag::HtmlBlock => self.html.start_block(),
            Tag::FootnoteDefinition(label) => self.start_footnote(&label, range),
            Tag::Link { link_type, dest_url, title, .. } => self.start_link(link_type, &dest_url, &title, range),
            Tag::Image { dest_url, title, .. } => self.start_image(&dest_url, &title, range),
            Tag::Table(columns) => {
                self.table = Columns { alignments: columns.into_iter().map(alignment).collect(), ..Columns::default() };
                self.open(Kind::Table, range);
            }
            Tag::TableHead | Tag::TableRow => {
                self.table.next = 0;
                self.table.in_head = tag == Tag::TableHead;
                self.open(if self.table.in_head { Kind::TableHead } else { Kind::Row }, range);
            }
            Tag::TableCell => {
                let cell = self.table.next_cell();
                self.open(cell, range);
            }
            other => {
                if let Some(kind) = plain_kind(&other) {
                    self.open(kind, range);
                }
            }
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph if self.ground.lead > 0 => {}
            TagEnd::MetadataBlock(_) => {}
            TagEnd::Paragraph => {
                if let Some(paragraph) = self.draft.close() {
                    self.draft.mark_if_alone(paragraph);
                }
            }
            TagEnd::Heading(_) => self.end_heading(),
            TagEnd::HtmlBlock => self.end_html_block(),
            TagEnd::FootnoteDefinition => self.end_footnote(),
            TagEnd::Link => self.end_link(),
            TagEnd::Image => self.end_image(),
            _ => {
                self.draft.close();
            }
        }
    }

    fn start_code(&mut self, fence: &CodeBlockKind<'_>, range: &Range<usize>) {
        let info = if let CodeBlockKind::Fenced(info) = fence { info.as_ref() } else { "" };
        let (info, _) = self.ground.shield.restore(info, Restore::AsTyped);
        let language = self.draft.keep(info.split_whitespace().next().unwrap_or_default());
        self.open(Kind::CodeBlock(language), range);
    }

    fn code(&mut self, words: &CowStr<'_>, range: &Range<usize>) {
        self.open(Kind::Code, range);
        self.literal(words, range);
        self.draft.close();
    }

    /// The library takes two terms over one meaning for one term of two lines.
    fn line_end(&mut self, kind: Kind, range: &Range<usize>) {
        if self.draft.innermost() == Some(Kind::Term) {
            self.draft.close();
            self.open(Kind::Term, &(range.end..range.end));
        } else {
            self.leaf(kind, range);
        }
    }
}

/// The kinds that carry nothing but themselves.
fn plain_kind(tag: &Tag<'_>) -> Option<Kind> {
    Some(match tag {
        Tag::Paragraph => Kind::Paragraph,
        Tag::BlockQuote(None) => Kind::Quote,
        Tag::BlockQuote(Some(kind)) => Kind::Callout(callout(*kind)),
        Tag::List(None) => Kind::Bullets,
        Tag::List(Some(first)) => Kind::Numbers(u32::try_from(*first).unwrap_or(1)),
        Tag::Item => Kind::Item,
        Tag::DefinitionList => Kind::Definitions,
        Tag::DefinitionListTitle => Kind::Term,
        Tag::DefinitionListDefinition => Kind::Meaning,
        Tag::Emphasis | Tag::Superscript | Tag::Subscript => Kind::Emphasis,
        Tag::Strong => Kind::Strong,
        Tag::Strikethrough => Kind::Struck,
        _ => return None,
    })
}

fn callout(kind: BlockQuoteKind) -> CalloutKind {
    match kind {
        BlockQuoteKind::Note => CalloutKind::Note,
        BlockQuoteKind::Tip => CalloutKind::Tip,
        BlockQuoteKind::Important => CalloutKind::Important,
        BlockQuoteKind::Warning => CalloutKind::Warning,
        BlockQuoteKind::Caution => CalloutKind::Caution,
    }
}

fn alignment(column: Column) -> Alignment {
    match column {
        Column::None | Column::Left => Alignment::Start,
        Column::Center => Alignment::Center,
        Column::Right => Alignment::End,
    }
}
