//! Two days on one figure: swiped, side by side, or the borders of one over the map of the other.

use crate::map::{MapOptions, map_scene};
use crate::scene::{Anchor, Group, SceneItem, Stroke, TextLook};
use crate::symbology::Theme;
use crate::typeset::Face;
use crate::units::{PagePoint, PageRect};
use crate::view::{Compare, CompareMode, MapView};
use crate::world::World;

/// The maps of two days in a rectangle of a page, each with its date on it.
pub fn compare_maps(
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

/// A date on a plate, its upper corner at `at`.
fn date_tag(theme: &Theme, words: &str, at: PagePoint, anchor: Anchor) -> [SceneItem; 2] {
    let look = TextLook::plain(Face::SerifSemiBold, 15.0, theme.ground.ink);
    let baseline = PagePoint::new(at.x + if anchor == Anchor::End { -8.0 } else { 8.0 }, at.y + 20.0);
    let plate = look.bounds(words, baseline, anchor).grown(7.0);
    [
        SceneItem::Fill { rings: vec![plate.ring()], colour: theme.ground.page.with_opacity(0.9) },
        SceneItem::Text(look.level(words, baseline, anchor)),
    ]
}
