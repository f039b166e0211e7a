//! The blocks of a page, each in a file of its own.

mod article;
mod changes;
mod credits;
mod heading;
mod legend;
mod locator;
mod map;
mod scale_bar;

pub use map::{map, maps};
pub use scale_bar::bar_length;

use super::block::{Drawn, MapShown, PageContext};
use super::template::BlockKind;
use crate::units::PageRect;

/// Draws a block that is no map into a room, from its top. It may come out higher than the room. Words that stand apart
/// have their room and no ink.
pub fn draw(kind: BlockKind, page: &PageContext<'_>, map: Option<&MapShown>, room: PageRect) -> Drawn {
    let drawn = match (kind, map) {
        (BlockKind::Date, _) => heading::date(page, room),
        (BlockKind::Title, _) => heading::title(page, room),
        (BlockKind::Heading, _) => heading::heading(page, room),
        (BlockKind::Reading, _) => heading::reading(page, room),
        (BlockKind::Credits, _) => credits::credits(page, room),
        (BlockKind::Locator, _) => locator::block(page, room),
        (BlockKind::Article, _) => article::article(page, room),
        (BlockKind::Changes, _) => changes::changes(page, room),
        (BlockKind::Legend, Some(map)) => legend::legend(page, map, room),
        (BlockKind::Scale, Some(map)) => scale_bar::block(page, map, room),
        (BlockKind::Scale, None) => Drawn { items: Vec::new(), height: scale_bar::height(page) },
        (BlockKind::Legend | BlockKind::Map | BlockKind::Maps, _) => Drawn::default(),
    };
    if page.choice.words_apart && kind.is_words() { Drawn { items: Vec::new(), ..drawn } } else { drawn }
}
