//! The map of a page: of one day, of two that are compared, of several beside one another.

use crate::map::{MapOptions, map_scene};
use crate::model::Day;
use crate::page::block::PageContext;
use crate::page::fit::{Fitted, fit};
use crate::scene::{Anchor, Group, SceneItem, Stroke, TextLook};
use crate::symbology::Theme;
use crate::typeset::Face;
use crate::units::{PagePoint, PageRect};
use crate::view::{Compare, CompareMode, MapView};
use crate::world::World;

/// The map of a page in the room for it, with a line around it.
pub fn map(page: &PageContext<'_>, fitted: Fitted) -> Vec<SceneItem> {
    let PageContext { world, theme, options, .. } = *page;
    let items = match page.state.compare {
        Some(compare) => compare_maps(world, theme, options, compare, fitted.view, fitted.rect),
        None => map_scene(world, theme, options, fitted.view, fitted.rect, &[]),
    };
    framed(theme, items, fitted.rect)
}

/// A map of each of the days of a page, in rows and columns of one shape, each with its date.
pub fn maps(page: &PageContext<'_>, room: PageRect) -> (Vec<SceneItem>, Fitted) {
    let days: &[Day] = if page.choice.days.is_empty() { &[page.options.day] } else { &page.choice.days };
    let columns = columns(days.len(), room);
    let rows = days.len().div_ceil(columns);
    let gap = page.looks().gap * 0.5;
    let side = |room: f64, count: usize| (room - gap * (count as f64 - 1.0)) / count as f64;
    let (width, height) = (side(room.width, columns), side(room.height, rows));
    let mut items = Vec::new();
    let mut last = fit(page.world, page.state, PageRect { width, height, ..room });
    for (nth, day) in days.iter().enumerate() {
        let (row, column) = (nth / columns, nth % columns);
        let cell =
            PageRect::new(room.x + column as f64 * (width + gap), room.y + row as f64 * (height + gap), width, height);
        last = fit(page.world, page.state, cell);
        let options = MapOptions { day: *day, ..page.options.clone() };
        let map = map_scene(page.world, page.theme, &options, last.view, last.rect, &[]);
        items.extend(framed(page.theme, map, last.rect));
        let corner = PagePoint::new(last.rect.x, last.rect.y);
        items.extend(date_tag(page.theme, &page.texts().day(*day), corner, Anchor::Start));
    }
    (items, last)
}

/// The number of columns in which so many maps come out largest.
fn columns(count: usize, room: PageRect) -> usize {
    /// Wide for high, as most maps are.
    const SHAPE: f64 = 1.3;
    let size = |columns: &usize| {
        let rows = count.div_ceil(*columns);
        (room.width / *columns as f64).min(room.height / rows as f64 * SHAPE)
    };
    (1..=count.max(1)).max_by(|a, b| size(a).total_cmp(&size(b)).then(b.cmp(a))).unwrap_or(1)
}

/// What is drawn of a map in its rectangle, with a line around it.
fn framed(theme: &Theme, items: Vec<SceneItem>, rect: PageRect) -> Vec<SceneItem> {
    let mut edge = rect.ring();
    edge.extend(edge.first().copied());
    let stroke = Stroke::solid(theme.ground.neatline, theme.looks.lines.neatline.width);
    vec![SceneItem::Group(Group::clipped(items, vec![rect.ring()])), SceneItem::Lines { lines: vec![edge], stroke }]
}

/// The maps of two days in a rectangle of a page, each with its date on it.
fn compare_maps(
    world: &World,
    theme: &Theme,
    options: &MapOptions,
    compare: Compare,
    view: MapView,
    page: PageRect,
) -> Vec<SceneItem> {
    let [other, own] = compare.windows(page);
    let texts = &options.texts;
    let mut items = Vec::new();
    if compare.mode == CompareMode::Ghost {
        let options = MapOptions { ghost: Some(compare.with), ..options.clone() };
        items.extend(map_scene(world, theme, &options, view, own, &[]));
        let (day, with) = (texts.day(options.day), texts.day(compare.with));
        let words = texts.fill("compare.with-borders", &[("day", &day), ("with", &with)]);
        items.extend(date_tag(theme, &words, PagePoint::new(page.x + 8.0, page.y + 8.0), Anchor::Start));
        return items;
    }
    let before = MapOptions { day: compare.with, ..options.clone() };
    for (window, options) in [(other, &before), (own, options)] {
        if window.shown.width > 1.0 {
            let map = map_scene(world, theme, options, view, window, &[]);
            if compare.mode == CompareMode::SideBySide {
                items.push(SceneItem::Group(Group::clipped(map, vec![window.shown.ring()])));
            } else {
                items.extend(map);
            }
        }
    }
    if compare.mode == CompareMode::Swipe {
        let x = own.shown.x;
        let line = vec![PagePoint::new(x, page.y), PagePoint::new(x, page.bottom())];
        items.push(SceneItem::Lines { lines: vec![line], stroke: Stroke::solid(theme.ground.accent, 3.0) });
    }
    let left = PagePoint::new(page.x + 8.0, page.y + 8.0);
    items.extend(date_tag(theme, &texts.day(compare.with), left, Anchor::Start));
    let right = PagePoint::new(page.right() - 8.0, page.y + 8.0);
    items.extend(date_tag(theme, &texts.day(options.day), right, Anchor::End));
    items
}

/// A d/// A date on a plate, its upper corner at `at`.
fn date_tag(theme: &Theme, words: &str, at: PagePoint, anchor: Anchor) -> [SceneItem; 2] {
    let size = theme.looks.page.heading;
    let look = TextLook::plain(Face::SerifSemiBold, size, theme.ground.ink);
    let aside = size * 0.5;
    let baseline = PagePoint::new(at.x + if anchor == Anchor::End { -aside } else { aside }, at.y + size * 1.35);
    let plate = look.bounds(words, baseline, anchor).grown(size * 0.45);
    [
        SceneItem::Fill { rings: vec![plate.ring()], colour: theme.ground.page.with_opacity(0.9) },
        SceneItem::Text(look.level(words, baseline, anchor)),
    ]
}
