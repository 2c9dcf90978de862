//! The plain words of a document: for search, titles, descriptions of pictures and fingerprints.

use super::{Document, Kind, Mention, Nodes};

impl Document {
    /// The words of a run of nodes, blocks on lines of their own. `reference` adds the words of a reference.
    /// Raw HTML and marks of footnotes have none; what lies with another company is its title.
    pub fn plain_text(&self, nodes: Nodes, mut reference: impl FnMut(Mention<'_>, &mut String)) -> String {
        let mut words = String::new();
        let mut index = nodes.start;
        while let Some(branch) = self.branch(index).filter(|_| index < nodes.end) {
            let kind = branch.kind();
            if kind.is_block() && !words.is_empty() && !words.ends_with('\n') {
                words.push('\n');
            }
            match kind {
                Kind::Text | Kind::Words(_) => words.push_str(branch.text()),
                Kind::Glyph(character) => words.push(character),
                Kind::SoftBreak | Kind::HardBreak => words.push(' '),
                Kind::Embed(_) => words.push_str(branch.embed().map_or("", |embed| embed.title.as_ref())),
                Kind::Reference(_) => {
                    if let Some(row) = branch.reference() {
                        reference(self.mention(row), &mut words);
                    }
                }
                _ => {}
            }
            index = if matches!(kind, Kind::Html | Kind::Embed(_)) { branch.nodes().end } else { index + 1 };
        }
        words.truncate(words.trim_end().len());
        words
    }
}
