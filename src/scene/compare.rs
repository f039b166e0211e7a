//! Two days on one figure: swiped, side by side, or the borders of one over the map of the other.

use serde::{Deserialize, Serialize};

use super::item::{SceneItem, Stroke};
use super::map::{MapWindow, map_scene};
use super::options::MapOptions;
use super::text::{Anchor, TextLook};
use super::view::MapView;
use crate::model::{Day, day_in_words};
use crate::symbology::Theme;
use crate::typeset::Face;
use crate::units::{PagePoint, PageRect};
use crate::world::World;

/// How two days are shown together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CompareMode {
    /// The earlier left of a line, the later right of it.
    #[default]
    Swipe,
    SideBySide,
    /// The borders of the other day over the map.
    Ghost,
}

/// A day to compare with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Compare {
    /// The other day; the map's own day is the one of its options.
    pub with: Day,
    pub mode: CompareMode,
    /// Where the line of the swipe stands, 0 (left edge) to 1.
    pub at: f64,
}

impl Compare {
    /// The rectangles of the two maps on a page: of the other day, and of the map's own.
    pub fn windows(&self, page: PageRect) -> [MapWindow; 2] {
        const GAP: f64 = 8.0;
        match self.mode {
            CompareMode::Swipe => {
                let cut = page.width * self.at.clamp(0.0, 1.0);
                let left = PageRect { width: cut, ..page };
                let right = PageRect { x: page.x + cut, width: page.width - cut, ..page };
                [MapWindow { page, shown: left }, MapWindow { page, shown: right }]
            }
            CompareMode::SideBySide => {
                let half = (page.width - GAP) / 2.0;
                let left = PageRect { width: half, ..page };
                let right = PageRect { x: page.x + half + GAP, width: half, ..page };
                [left.into(), right.into()]
            }
            CompareMode::Ghost => [page.into(), page.into()],
        }
    }
}

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
    let mut items = Vec::new();
    if compare.mode == CompareMode::Ghost {
        let options = MapOptions { ghost: Some(compare.with), ..options.clone() };
        items.extend(map_scene(world, theme, &options, view, own, &[]));
        let words =
            format!("{}, with the borders of {} over it", day_in_words(options.day), day_in_words(compare.with));
        items.extend(date_tag(theme, &words, PagePoint::new(page.x + 8.0, page.y + 8.0), Anchor::Start));
        return items;
    }
    let before = MapOptions { day: compare.with, ..options.clone() };
    for (window, options) in [(other, &before), (own, options)] {
        if window.shown.width > 1.0 {
            items.extend(map_scene(world, theme, options, view, window, &[]));
        }
    }
    if compare.mode == CompareMode::SideBySide {
        let gap = PageRect { x: other.shown.right(), width: own.shown.x - other.shown.right(), ..page };
        items.push(SceneItem::Fill { rings: vec![super::map::corners(gap)], colour: theme.ground.page });
    } else {
        let x = own.shown.x;
        let line = vec![PagePoint::new(x, page.y), PagePoint::new(x, page.bottom())];
        items.push(SceneItem::Lines { lines: vec![line], stroke: Stroke::solid(theme.ground.accent, 3.0) });
    }
    let left = PagePoint::new(page.x + 8.0, page.y + 8.0);
    items.extend(date_tag(theme, &day_in_words(compare.with), left, Anchor::Start));
    let right = PagePoint::new(page.right() - 8.0, page.y + 8.0);
    items.extend(date_tag(theme, &day_in_words(options.day), right, Anchor::End));
    items
}

/// A date on a plate, its upper corner at `at`.
fn date_tag(theme: &Theme, words: &str, at: PagePoint, anchor: Anchor) -> [SceneItem; 2] {
    let look = TextLook::plain(Face::SerifSemiBold, 15.0, theme.ground.ink);
    let baseline = PagePoint::new(at.x + if anchor == Anchor::End { -8.0 } else { 8.0 }, at.y + 20.0);
    let plate = look.bounds(words, baseline, anchor).grown(7.0);
    [
        SceneItem::Fill { rings: vec![super::map::corners(plate)], colour: theme.ground.page.with_opacity(0.9) },
        SceneItem::Text(look.level(words, baseline, anchor)),
    ]
}
