//! A page from its template: each slot takes its room, the map is fitted into what is left, and the blocks around it explain
//! what it shows.

use std::sync::Arc;

use super::block::{Drawn, MapShown, PageContext};
use super::blocks;
use super::choice::PageChoice;
use super::fit::{Fitted, fit};
use super::provenance::provenance;
use super::template::{BlockKind, Dock, Sheet, Slot, Template};
use super::words::words;
use crate::layer::Layer;
use crate::map::{Blank, MapOptions, blanks, compared_legend, shorten};
use crate::scene::{Scene, SceneItem};
use crate::symbology::Theme;
use crate::units::PageRect;
use crate::view::{Compare, MapState};
use crate::world::World;

/// The page of a state, with the layers of a reader's own. What is chosen stands out, and the rest is dimmed.
pub fn lay_out(world: &World, layers: &[Arc<Layer>], theme: &Theme, state: &MapState, choice: &PageChoice) -> Scene {
    with_page(world, layers, theme, state, choice, |page, sheet| {
        let whole = PageRect::new(0.0, 0.0, sheet.width, sheet.height);
        let background = page.theme.ground.page;
        let mut items = vec![SceneItem::Fill { rings: vec![whole.ring()], colour: background }];
        items.extend(fill(page, whole));
        Scene {
            width: sheet.width,
            height: sheet.height,
            scale: sheet.scale,
            background,
            items,
            provenance: Some(page.provenance.clone()),
            description: page.texts().fill("figure.description", &[("days", &page.days), ("title", &page.title)]),
        }
    })
}

/// The room that a page has for its map, in points.
pub fn map_room(world: &World, theme: &Theme, state: &MapState, choice: &PageChoice) -> PageRect {
    with_page(world, &[], theme, state, choice, |page, sheet| {
        let (rooms, left) = rooms(page, PageRect::new(0.0, 0.0, sheet.width, sheet.height));
        let has_map = |slot: &Slot| slot.blocks.iter().any(|placed| placed.block == BlockKind::Map);
        rooms.into_iter().find(|(slot, _)| has_map(slot)).map_or(left, |(_, room)| room)
    })
}

/// The names that numbers stand for on the map of a page with blanks, in the order of their numbers.
pub fn blanks_of(world: &World, theme: &Theme, state: &MapState, choice: &PageChoice) -> Vec<Blank> {
    let Fitted { rect, view } = fit(world, state, map_room(world, theme, state, choice));
    with_page(world, &[], theme, state, choice, |page, _| blanks(world, page.theme, page.options, view, rect))
}

/// Makes what the blocks of a page share.
pub(super) fn with_page<T>(
    world: &World,
    layers: &[Arc<Layer>],
    theme: &Theme,
    state: &MapState,
    choice: &PageChoice,
    then: impl FnOnce(&PageContext<'_>, Sheet) -> T,
) -> T {
    let theme = &theme.read_by(choice.audience()).in_style(choice.style);
    let sheet = choice.template.sheet(choice.audience(), choice.pixels);
    let mut options = MapOptions::resolve(world, state);
    options.layers = layers.to_vec();
    // With nothing to stand out, dimming would leave a pale map.
    options.focus.dims = !options.focus.ground.is_empty();
    options.names = choice.names.unwrap_or_else(|| choice.template.names.min(options.names));
    options.blanks = choice.blanks;
    let texts = options.texts.clone();
    let words = words(world, &texts, state, choice);
    let provenance = provenance(world, &texts, state, &words);
    let page = PageContext {
        world,
        theme,
        state,
        options: &options,
        choice,
        scale: sheet.scale,
        title: &words.title,
        reading: &words.reading,
        days: &words.days,
        provenance: &provenance,
    };
    then(&page, sheet)
}

/// The page of a state as a figure of so many pixels.
pub fn figure(world: &World, layers: &[Arc<Layer>], theme: &Theme, state: &MapState, pixels: [u32; 2]) -> Scene {
    let choice = PageChoice { pixels: Some(pixels), ..PageChoice::new(Template::usual()) };
    lay_out(world, layers, theme, state, &choice)
}

/// Fills a page: first the rooms, then the map, then what explains it.
fn fill(page: &PageContext<'_>, whole: PageRect) -> Vec<SceneItem> {
    let (rooms, _) = rooms(page, whole);
    let mut items = Vec::new();
    let mut shown = None;
    for (slot, room) in &rooms {
        if let Some(map) = slot.blocks.iter().find_map(|placed| map_of(page, placed.block, *room, &mut items)) {
            shown = Some(map);
        }
    }
    for (slot, room) in &rooms {
        items.extend(stack(page, slot, shown.as_ref(), *room));
    }
    items
}

/// The rooms of the slots, and what is left.
pub(super) fn rooms<'a>(page: &PageContext<'a>, whole: PageRect) -> (Vec<(&'a Slot, PageRect)>, PageRect) {
    let template = &page.choice.template;
    let mut left = whole.grown(-template.margin);
    let mut rooms = Vec::new();
    for slot in &template.slots {
        let room = take(page, slot, whole, &mut left);
        rooms.push((slot, room.grown(-slot.inset)));
    }
    (rooms, left)
}

/// The room of a slot, taken from what is left.
fn take(page: &PageContext<'_>, slot: &Slot, whole: PageRect, left: &mut PageRect) -> PageRect {
    let width = || slot.part.map_or(left.width, |part| whole.width * part).min(left.width);
    let height = || match slot.part {
        Some(part) => (whole.height * part).min(left.height),
        None => needed(page, slot, *left).min(left.height),
    };
    match slot.dock {
        Dock::Top => {
            let room = PageRect { height: height(), ..*left };
            *left = PageRect { y: room.bottom(), height: left.height - room.height, ..*left };
            room
        }
        Dock::Bottom => {
            let height = height();
            let room = PageRect { y: left.bottom() - height, height, ..*left };
            *left = PageRect { height: left.height - height, ..*left };
            room
        }
        Dock::Left => {
            let room = PageRect { width: width(), ..*left };
            *left = PageRect { x: room.right(), width: left.width - room.width, ..*left };
            room
        }
        Dock::Right => {
            let width = width();
            let room = PageRect { x: left.right() - width, width, ..*left };
            *left = PageRect { width: left.width - width, ..*left };
            room
        }
        Dock::Fill => *left,
    }
}

/// How high a slot must be for its blocks.
fn needed(page: &PageContext<'_>, slot: &Slot, left: PageRect) -> f64 {
    let room = PageRect { width: left.width - 2.0 * slot.inset, ..left };
    let heights = slot.blocks.iter().map(|placed| blocks::draw(placed.block, page, None, room).height);
    let used: Vec<f64> = heights.filter(|height| *height > 0.0).collect();
    let gaps = page.looks().gap * used.len().saturating_sub(1) as f64;
    // What stands above a map does not touch it.
    let below = if slot.dock == Dock::Top && slot.inset == 0.0 { page.looks().gap * 0.7 } else { 0.0 };
    used.iter().sum::<f64>() + gaps + below + 2.0 * slot.inset
}

/// The map or maps of a slot, drawn, with what their legend says.
fn map_of(page: &PageContext<'_>, kind: BlockKind, room: PageRect, items: &mut Vec<SceneItem>) -> Option<MapShown> {
    let (drawn, fitted) = match kind {
        BlockKind::Map => {
            let fitted = fit(page.world, page.state, page.state.compare.map_or(room, |compare| one_of(compare, room)));
            let both = PageRect { x: room.x, width: room.width, ..fitted.rect };
            let fitted = if page.state.compare.is_some() { Fitted { rect: both, ..fitted } } else { fitted };
            (blocks::map(page, fitted), fitted)
        }
        BlockKind::Maps => blocks::maps(page, room),
        _ => return None,
    };
    items.extend(drawn);
    let extent = fitted.view.extent(fitted.rect);
    let mut legend =
        compared_legend(page.world, page.theme, page.options, page.state.compare, fitted.view, Some(&extent));
    if let Some(most) = page.choice.template.legend_most {
        shorten(&mut legend, most);
    }
    Some(MapShown { fitted, legend })
}

/// The room of one of two maps that are compared.
fn one_of(compare: Compare, room: PageRect) -> PageRect {
    let [_, own] = compare.windows(room);
    own.page
}

/// The blocks of a slot above one another; where they have no room together the small map gives way.
fn stack(page: &PageContext<'_>, slot: &Slot, map: Option<&MapShown>, room: PageRect) -> Vec<SceneItem> {
    let without = |left_out: &[BlockKind]| stacked(page, slot, map, room, left_out);
    without(&[]).or_else(|_| without(&[BlockKind::Locator])).unwrap_or_else(|items| items)
}

/// The items of a stack; as an error where they reach beyond their room.
fn stacked(
    page: &PageContext<'_>,
    slot: &Slot,
    map: Option<&MapShown>,
    room: PageRect,
    without: &[BlockKind],
) -> Result<Vec<SceneItem>, Vec<SceneItem>> {
    let gap = page.looks().gap;
    let mut items = Vec::new();
    let mut left = room;
    let blocks = || slot.blocks.iter().filter(|placed| !without.contains(&placed.block));
    for placed in blocks().rev().filter(|placed| placed.at_bottom) {
        let height = blocks::draw(placed.block, page, map, left).height;
        let at = PageRect { y: left.bottom() - height, height, ..left };
        let Drawn { items: drawn, .. } = blocks::draw(placed.block, page, map, at);
        items.extend(drawn);
        if height > 0.0 {
            left.height -= height + gap;
        }
    }
    for placed in blocks().filter(|placed| !placed.at_bottom) {
        let Drawn { items: drawn, height } = blocks::draw(placed.block, page, map, left);
        items.extend(drawn);
        if height > 0.0 {
            left.y += height + gap;
            left.height -= height + gap;
        }
    }
    if left.height + gap < -0.5 { Err(items) } else { Ok(items) }
}
