//! What stays together on one page: whatever is short enough that the blank it may leave does not hurt.

use super::blocks::{Block, Cell, Inline};

/// A card up to this many letters stays whole: about a third of a page. So do all but the longest tiers of urgency.
const WHOLE_CARD: usize = 2_000;
/// A cell up to this many letters stays whole.
const WHOLE_CELL: usize = 420;
/// What a block takes beside its letters.
const BLOCK: usize = 45;

/// Settles `keep` in some blocks and all that is in them.
pub(super) fn settle(blocks: &mut [Block]) {
    for block in blocks {
        match block {
            Block::Card { inside, keep, .. } | Block::Callout { inside, keep, .. } => {
                *keep = weight(inside) <= WHOLE_CARD;
                settle(inside);
            }
            Block::Table { rows, .. } => rows.iter_mut().flatten().for_each(settle_cell),
            Block::Quote { inside } => settle(inside),
            Block::List { items, .. } => items.iter_mut().for_each(|item| settle(&mut item.inside)),
            _ => {}
        }
    }
}

fn settle_cell(cell: &mut Cell) {
    cell.keep = weight(&cell.inside) <= WHOLE_CELL;
    settle(&mut cell.inside);
}

/// About how many letters' room some blocks take.
fn weight(blocks: &[Block]) -> usize {
    blocks.iter().map(|block| BLOCK + block_weight(block)).sum()
}

fn block_weight(block: &Block) -> usize {
    match block {
        Block::Heading { inside, .. } | Block::Paragraph { inside } => letters(inside),
        Block::List { items, .. } => items.iter().map(|item| weight(&item.inside)).sum(),
        Block::Terms { rows } | Block::Facts { rows } => {
            rows.iter().map(|row| BLOCK + letters(&row.label).max(weight(&row.value))).sum()
        }
        Block::Quote { inside } | Block::Callout { inside, .. } | Block::Card { inside, .. } => weight(inside),
        Block::Table { rows, .. } => rows.iter().flatten().map(|cell| weight(&cell.inside)).sum(),
        Block::Listing { text } => text.lines().count() * BLOCK * 2,
        Block::Points { items, .. } | Block::Steps { items, .. } => {
            items.iter().map(|item| BLOCK + letters(item)).sum()
        }
        Block::Pair { left, right } => 2 * weight(left).max(weight(right)),
        Block::Figure { .. } | Block::Week { .. } => WHOLE_CARD,
        Block::Ladder { rungs } => rungs.iter().map(|rung| weight(&rung.inside)).sum(),
        Block::Rule => 0,
    }
}

fn letters(line: &[Inline]) -> usize {
    let letters_of = |inline: &Inline| match inline {
        Inline::Text { text } | Inline::Code { text } => text.len(),
        Inline::Strong { inside }
        | Inline::Emphasis { inside }
        | Inline::Struck { inside }
        | Inline::Span { inside }
        | Inline::Jump { inside, .. }
        | Inline::Link { inside, .. } => letters(inside),
        _ => 1,
    };
    line.iter().map(letters_of).sum()
}
