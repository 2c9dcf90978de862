//! What stands on lines of its own, out of a chapter's HTML.

use super::blocks::{Block, Cell, Fact, Inline, Item};
use super::inlines::Setter;
use crate::print::markup::{self, Element, Node};
use crate::render::components::Part;

/// Elements that hold blocks; any other stands inside a line.
const BLOCKS: [&str; 37] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "part",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "tr",
    "ul",
    "center",
];
/// A long cell makes its column wider, but not beyond what leaves room for the others.
const WIDEST_SHARE: usize = 40;

/// Takes a chapter's text apart. `parts` are the components behind its `<part>` elements.
pub(super) fn blocks(setter: &Setter<'_, '_>, html: &str, parts: &[Part]) -> Vec<Block> {
    let nodes = markup::read(html);
    let reading = Reading { setter, parts };
    reading.collect_notes(&nodes);
    reading.blocks(&nodes)
}

struct Reading<'r, 'p, 's> {
    setter: &'r Setter<'p, 's>,
    parts: &'r [Part],
}

fn is_block(node: &Node) -> bool {
    matches!(node, Node::Element(element) if BLOCKS.contains(&element.name.to_ascii_lowercase().as_str()))
}

impl Reading<'_, '_, '_> {
    /// Footnotes stand at the end of the HTML and at the foot of the page that marks them.
    fn collect_notes(&self, nodes: &[Node<'_>]) {
        for node in nodes {
            let Node::Element(section) = node else { continue };
            if !section.is_of("footnotes") {
                continue;
            }
            for item in elements(&section.inside).flat_map(|list| elements(&list.inside)) {
                let words = self.setter.line(&item.inside);
                let id = item.get("id").unwrap_or_default().to_owned();
                self.setter.notes.borrow_mut().push((id, words));
            }
        }
    }

    fn blocks(&self, nodes: &[Node<'_>]) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut rest = nodes;
        while !rest.is_empty() {
            let run = rest.iter().take_while(|node| !is_block(node)).count();
            let (line, after) = rest.split_at(run);
            let line = self.setter.line(line);
            if !line.is_empty() {
                blocks.push(Block::paragraph(line));
            }
            let Some((Node::Element(element), after)) = after.split_first() else { break };
            self.push_block(element, &mut blocks);
            rest = after;
        }
        blocks
    }

    fn push_block(&self, element: &Element<'_>, blocks: &mut Vec<Block>) {
        if let Some(level) = element.heading_level() {
            blocks.push(self.heading(element, level));
            return;
        }
        match element.name.to_ascii_lowercase().as_str() {
            "p" => self.push_paragraph(element, blocks),
            "ul" => blocks.push(self.list(element, None)),
            "ol" => {
                let first = element.get("start").and_then(|first| first.parse().ok()).unwrap_or(1);
                blocks.push(self.list(element, Some(first)));
            }
            "dl" => blocks.push(self.terms(element)),
            "blockquote" => blocks.push(Block::Quote { inside: self.blocks(&element.inside) }),
            "aside" => blocks.push(self.callout(element)),
            "table" => blocks.push(self.table(element)),
            "pre" => blocks.push(Block::Listing { text: markup::words(&element.inside) }),
            "figure" => blocks.push(self.figure(element)),
            "hr" => blocks.push(Block::Rule),
            "part" => self.push_part(element, blocks),
            "fieldset" => {}
            "section" if element.is_of("footnotes") => {}
            _ => blocks.extend(self.blocks(&element.inside)),
        }
    }

    fn push_part(&self, element: &Element<'_>, blocks: &mut Vec<Block>) {
        let number: Option<usize> = element.get("data-number").and_then(|number| number.parse().ok());
        if let Some(part) = number.and_then(|number| self.parts.get(number)) {
            blocks.extend(self.setter.part(part));
        }
    }

    /// A chapter's title is of level 1, so nothing in its text is.
    fn heading(&self, element: &Element<'_>, level: u8) -> Block {
        let id = element.get("id").map_or_else(String::new, |id| self.setter.anchor(id));
        Block::Heading { level: level.max(2), number: None, id, inside: self.setter.line(&element.inside) }
    }

    /// A picture alone in its paragraph gets room of its own.
    fn push_paragraph(&self, element: &Element<'_>, blocks: &mut Vec<Block>) {
        if let [Node::Element(picture)] = element.inside.as_slice()
            && picture.name == "img"
        {
            blocks.push(self.picture(picture, Vec::new()));
            return;
        }
        if element.inside.iter().any(is_block) {
            blocks.extend(self.blocks(&element.inside));
            return;
        }
        let line = self.setter.line(&element.inside);
        if !line.is_empty() {
            blocks.push(Block::paragraph(line));
        }
    }

    fn figure(&self, element: &Element<'_>) -> Block {
        let picture = elements(&element.inside).find(|inside| inside.name == "img");
        let caption = elements(&element.inside).find(|inside| inside.name == "figcaption");
        let caption = caption.map_or_else(Vec::new, |caption| self.setter.line(&caption.inside));
        match picture {
            Some(picture) => self.picture(picture, caption),
            None => Block::Quote { inside: self.blocks(&element.inside) },
        }
    }

    fn picture(&self, picture: &Element<'_>, caption: Vec<Inline>) -> Block {
        Block::Figure {
            file: self.setter.picture_file(picture),
            alt: picture.get("alt").unwrap_or_default().to_owned(),
            caption,
            width: picture.get("width").and_then(|width| width.parse().ok()),
        }
    }

    fn list(&self, element: &Element<'_>, first: Option<u64>) -> Block {
        let items = elements(&element.inside).map(|item| Item { inside: self.blocks(&unlabelled(item)) });
        Block::List { first, items: items.collect() }
    }

    fn terms(&self, element: &Element<'_>) -> Block {
        let mut rows: Vec<Fact> = Vec::new();
        for inside in elements(&element.inside) {
            let is_meaning = inside.name == "dd";
            match rows.last_mut().filter(|_| is_meaning) {
                Some(row) => row.value.extend(self.blocks(&inside.inside)),
                None => rows.push(Fact { label: self.setter.line(&inside.inside), value: Vec::new() }),
            }
        }
        Block::Terms { rows }
    }

    fn callout(&self, element: &Element<'_>) -> Block {
        let kind = element.get("class").unwrap_or("note").to_owned();
        let labels = &self.setter.press.theme.labels;
        let title = match kind.as_str() {
            "tip" => labels.callout_tip(),
            "important" => labels.callout_important(),
            "warning" => labels.callout_warning(),
            "caution" => labels.callout_caution(),
            _ => labels.callout_note(),
        };
        Block::Callout { title: title.to_owned(), kind, inside: self.blocks(&element.inside), keep: false }
    }

    fn table(&self, element: &Element<'_>) -> Block {
        let mut rows: Vec<Vec<&Element<'_>>> = Vec::new();
        collect_rows(&element.inside, &mut rows);
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        let has_head = rows.first().is_some_and(|row| !row.is_empty() && row.iter().all(|cell| cell.name == "th"));
        let align = |cell: &&Element<'_>| {
            if cell.is_of("align-end") {
                "end"
            } else if cell.is_of("align-center") {
                "center"
            } else {
                "start"
            }
        };
        let mut aligns: Vec<String> =
            rows.first().iter().flat_map(|row| row.iter()).map(|cell| align(cell).to_owned()).collect();
        aligns.resize(columns, "start".to_owned());
        let widths = (0..columns).map(|column| share(&rows, column)).collect();
        let (head, body) = rows.split_at(usize::from(has_head));
        let head = head.iter().flatten().map(|cell| self.setter.line(&cell.inside)).collect();
        Block::Table { head, rows: body.iter().map(|row| self.row(row, columns)).collect(), align: aligns, widths }
    }

    fn row(&self, row: &[&Element<'_>], columns: usize) -> Vec<Cell> {
        let cell = |cell: &&Element<'_>| Cell {
            inside: self.blocks(&cell.inside),
            names_row: cell.name == "th",
            columns: 1,
            ..Cell::default()
        };
        let mut cells: Vec<Cell> = row.iter().map(cell).collect();
        cells.resize_with(columns, || Cell { columns: 1, ..Cell::default() });
        cells
    }
}

/// How much of the width a column asks for: by its longest word and, less and less, by its longest cell.
fn share(rows: &[Vec<&Element<'_>>], column: usize) -> u32 {
    let cells = rows.iter().filter_map(|row| row.get(column)).map(|cell| markup::words(&cell.inside));
    let mut widest = 4;
    for words in cells {
        let longest_word = words.split_whitespace().map(|word| word.chars().count()).max().unwrap_or(0);
        let length = words.chars().count();
        widest = widest
            .max(longest_word.min(WIDEST_SHARE / 2))
            .max(length.min(WIDEST_SHARE).max(length.isqrt() * 2).min(WIDEST_SHARE));
    }
    u32::try_from(widest).unwrap_or(4)
}

fn collect_rows<'e>(nodes: &'e [Node<'e>], rows: &mut Vec<Vec<&'e Element<'e>>>) {
    for element in elements(nodes) {
        if element.name == "tr" {
            rows.push(elements(&element.inside).collect());
        } else {
            collect_rows(&element.inside, rows);
        }
    }
}

fn elements<'e>(nodes: &'e [Node<'e>]) -> impl Iterator<Item = &'e Element<'e>> {
    nodes.iter().filter_map(|node| match node {
        Node::Element(element) => Some(element),
        Node::Text(_) => None,
    })
}

/// An item's content; the label around a task's words is none on paper.
fn unlabelled<'h>(item: &Element<'h>) -> Vec<Node<'h>> {
    let mut nodes = Vec::with_capacity(item.inside.len());
    for node in &item.inside {
        match node {
            Node::Element(label) if label.name == "label" => nodes.extend(label.inside.iter().cloned()),
            node => nodes.push(node.clone()),
        }
    }
    nodes
}
