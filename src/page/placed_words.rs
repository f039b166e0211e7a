//! The words of a page apart from its picture: where day, title and sentence stand, for a page on which they can be edited.

use super::blocks;
use super::choice::PageChoice;
use super::lay_out::{rooms, with_page};
use super::template::BlockKind;
use crate::scene::SceneItem;
use crate::symbology::{Colour, Theme};
use crate::units::PageRect;
use crate::view::MapState;
use crate::world::World;

/// Words of a page, and where they stand on it.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedWords {
    /// Which of the words: day, title, both in one line, or the sentence.
    pub kind: BlockKind,
    /// What they say.
    pub text: String,
    /// The room that they have, in points of the page.
    pub room: PageRect,
    /// The size of their type, in points of the page.
    pub size: f64,
    /// Their colour.
    pub colour: Colour,
}

/// Day, title and sentence of a page where its template has them, from the top of each slot. `PageChoice::words_apart` leaves
/// the same rooms empty.
pub fn placed_words(world: &World, theme: &Theme, state: &MapState, choice: &PageChoice) -> Vec<PlacedWords> {
    let choice = PageChoice { words_apart: false, ..choice.clone() };
    with_page(world, &[], theme, state, &choice, |page, sheet| {
        let (rooms, _) = rooms(page, PageRect::new(0.0, 0.0, sheet.width, sheet.height));
        let mut placed = Vec::new();
        for (slot, room) in rooms {
            let mut left = room;
            for block in slot.blocks.iter().filter(|block| !block.at_bottom) {
                let drawn = blocks::draw(block.block, page, None, left);
                if block.block.is_words()
                    && let Some(SceneItem::Text(first)) = drawn.items.first()
                {
                    let text = match block.block {
                        BlockKind::Date => page.days.to_owned(),
                        BlockKind::Reading => page.reading.to_owned(),
                        BlockKind::Heading => format!("{}  {}", page.days, page.title),
                        _ => page.title.to_owned(),
                    };
                    let room = PageRect { height: drawn.height, ..left };
                    placed.push(PlacedWords { kind: block.block, text, room, size: first.size, colour: first.colour });
                }
                if drawn.height > 0.0 {
                    let taken = drawn.height + page.looks().gap;
                    left = PageRect { y: left.y + taken, height: left.height - taken, ..left };
                }
            }
        }
        placed
    })
}
