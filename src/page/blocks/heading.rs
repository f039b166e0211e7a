//! Day, title and reading sentence.

use crate::page::block::{Drawn, PageContext, fitting_size, paragraph};
use crate::scene::TextLook;
use crate::typeset::Face;
use crate::units::PageRect;

/// The day or days.
pub fn date(page: &PageContext<'_>, room: PageRect) -> Drawn {
    let size = fitting_size(page.days, Face::SerifSemiBold, page.looks().date, 0.5, room.width, 2);
    paragraph(page.days, TextLook::plain(Face::SerifSemiBold, size, page.theme.ground.accent), room)
}

/// The title, smaller where it would need more than four lines.
pub fn title(page: &PageContext<'_>, room: PageRect) -> Drawn {
    let size = fitting_size(page.title, Face::SerifSemiBold, page.looks().title, 0.5, room.width, 4);
    paragraph(page.title, TextLook::plain(Face::SerifSemiBold, size, page.ink()), room)
}

/// Day and title in one line, smaller where they have no room.
pub fn heading(page: &PageContext<'_>, room: PageRect) -> Drawn {
    let gap = page.looks().gap;
    let full = format!("{}  {}", page.days, page.title);
    let most = page.looks().title;
    let size = fitting_size(&full, Face::SerifSemiBold, most, 0.45, (room.width - gap).max(1.0), 1);
    let date = TextLook::plain(Face::SerifSemiBold, size, page.theme.ground.accent);
    let mut drawn = paragraph(page.days, date, room);
    let aside = date.width(page.days) + gap;
    let beside = PageRect { x: room.x + aside, width: (room.width - aside).max(1.0), ..room };
    let title = paragraph(page.title, TextLook::plain(Face::SerifSemiBold, size, page.ink()), beside);
    drawn.items.extend(title.items);
    drawn.height = drawn.height.max(title.height);
    drawn
}

/// The sentence that says what is to be seen.
pub fn reading(page: &PageContext<'_>, room: PageRect) -> Drawn {
    let size = fitting_size(page.reading, Face::Serif, page.looks().reading, 0.7, room.width, 7);
    paragraph(page.reading, TextLook::plain(Face::Serif, size, page.ink()), room)
}
