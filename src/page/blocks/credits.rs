//! Who made what the map shows, and on which terms. It is never cut.

use crate::page::block::{Drawn, PageContext, paragraph};
use crate::scene::TextLook;
use crate::typeset::Face;
use crate::units::PageRect;

/// The credits of the ground, and that no boundary is endorsed.
pub fn credits(page: &PageContext<'_>, room: PageRect) -> Drawn {
    let parts = [page.world.settings.credits.as_str(), page.texts().say("figure.no-endorsement")];
    let text = parts.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ");
    paragraph(&text, TextLook::plain(Face::Sans, page.looks().credits, page.faint()), room)
}
