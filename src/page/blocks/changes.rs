//! What changed hands between the two days of a page, by who gained it.

use std::collections::BTreeMap;

use crate::model::{Holder, Sense};
use crate::page::block::{Drawn, PageContext, fitting_size, paragraph};
use crate::scene::TextLook;
use crate::typeset::Face;
use crate::units::PageRect;

/// Square kilometres to this many are what hand-drawn lines deserve.
const ROUNDED_KM2: f64 = 100.0;

/// The changes between the two days that are compared, or the first and last of several.
pub fn changes(page: &PageContext<'_>, room: PageRect) -> Drawn {
    let days = &page.choice.days;
    let compared = page.state.compare.map(|compare| (compare.with, page.options.day));
    let listed = days.iter().min().copied().zip(days.iter().max().copied()).filter(|(from, to)| from != to);
    let Some((from, to)) = compared.or(listed) else { return Drawn::default() };
    let (world, texts) = (page.world, page.texts());
    let sense = if page.options.senses.de_jure { Sense::DeJure } else { Sense::DeFacto };
    let mut gained: BTreeMap<&[Holder], (Vec<&str>, f64)> = BTreeMap::new();
    for change in world.changes(from, to).into_iter().filter(|change| change.sense == sense) {
        if page.options.countries_only && !world.changes_country(&change) {
            continue;
        }
        let (names, area) = gained.entry(&change.to.holders).or_default();
        names.push(world.tract_name(change.tract));
        *area += world.area_km2(change.tract);
    }
    let mut gained: Vec<_> = gained.into_iter().collect();
    gained.sort_by(|a, b| b.1.1.total_cmp(&a.1.1));
    let looks = page.looks();
    let head = texts.fill("figure.changes", &[("from", &texts.day(from)), ("to", &texts.day(to))]);
    let size = fitting_size(&head, Face::SerifSemiBold, looks.heading, 0.6, room.width, 2);
    let mut drawn = paragraph(&head, TextLook::plain(Face::SerifSemiBold, size, page.ink()), room);
    for (holders, (names, area)) in gained {
        let area = texts.area((area / ROUNDED_KM2).round() * ROUNDED_KM2);
        let nobody = holders.iter().all(|holder| *holder == Holder::Nobody);
        let line = texts.fill(
            if nobody { "figure.left-open" } else { "figure.to" },
            &[
                ("holder", &world.holders_in_sentence(texts, holders)),
                ("regions", &texts.list(&names)),
                ("area", &area),
            ],
        );
        let at = PageRect { y: room.y + drawn.height + looks.gap * 0.3, ..room };
        let block = paragraph(&line, TextLook::plain(Face::Sans, looks.text, page.ink()), at);
        drawn.items.extend(block.items);
        drawn.height += block.height + looks.gap * 0.3;
    }
    drawn
}
