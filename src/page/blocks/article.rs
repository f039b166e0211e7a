//! The text of an article beside its map.

use crate::model::paragraphs;
use crate::page::block::{Drawn, PageContext, paragraph};
use crate::scene::TextLook;
use crate::typeset::Face;
use crate::units::PageRect;

/// The smallest part of its size that the text is set in to have room.
const SMALLEST: f64 = 0.72;

/// The article that was asked for, smaller where it has no room; what still has none is left out, and a mark says so.
pub fn article(page: &PageContext<'_>, room: PageRect) -> Drawn {
    let Some(article) = page.choice.extras.article.as_ref().and_then(|id| page.world.atlas.articles.get(id)) else {
        return Drawn::default();
    };
    let head = page.world.whole_article_text(page.texts(), article);
    let texts: Vec<String> = paragraphs(&article.text);
    let sizes = std::iter::successors(Some(1.0), |part| Some(part * 0.93)).take_while(|part| *part >= SMALLEST);
    let mut last = Drawn::default();
    for size in sizes {
        last = set(page, &head, &article.title, &texts, size, room);
        if last.height <= room.height {
            break;
        }
    }
    last
}

fn set(page: &PageContext<'_>, head: &str, title: &str, texts: &[String], part: f64, room: PageRect) -> Drawn {
    let looks = page.looks();
    let mut drawn = Drawn::default();
    let mut add = |text: &str, face: Face, size: f64, space: f64| {
        let at = PageRect { y: room.y + drawn.height, ..room };
        let block = paragraph(text, TextLook::plain(face, size * part, page.ink()), at);
        drawn.items.extend(block.items);
        drawn.height += block.height + space * part;
    };
    add(head, Face::SerifSemiBold, looks.heading, looks.gap * 0.2);
    add(title, Face::SerifItalic, looks.text, looks.gap * 0.4);
    for text in texts {
        add(text, Face::Serif, looks.text, looks.gap * 0.3);
    }
    drawn
}
