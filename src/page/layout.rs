//! The size of a figure, and where its parts stand.

use crate::units::{MapRect, PageRect};

/// The size of a figure in points (pixels of a PNG at scale 1).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FigureSize {
    pub width: f64,
    pub height: f64,
}

/// Where the parts of a figure stand on its page, in points.
pub struct Layout {
    /// The whole page.
    pub page: PageRect,
    /// The map.
    pub map: PageRect,
    /// Where the legend stands: at the side of a wide page, below the map on a tall one.
    pub key: PageRect,
    /// Where the scale and the credits begin.
    pub foot: f64,
    /// What lengths are multiplied with on a page of this size.
    pub unit: f64,
}

/// The part of a tall page's height that its map takes at most.
const TALL_MAP: f64 = 0.68;

impl Layout {
    /// `shape`: the ground that is shown whole, so that the map takes no more room than it fills.
    pub fn new(size: FigureSize, unit: f64, shape: Option<MapRect>) -> Self {
        let margin = 22.0 * unit;
        let head = 76.0 * unit;
        let foot = 44.0 * unit;
        let gap = 18.0 * unit;
        let page = PageRect::new(0.0, 0.0, size.width, size.height);
        let high = (size.height - head - foot).max(10.0);
        let room = (size.width - 2.0 * margin).max(10.0);
        if size.width <= size.height * 1.15 {
            let most = high * TALL_MAP;
            let map_high = shape.map_or(most, |shape| (room * shape.height_m() / shape.width_m()).min(most));
            let map = PageRect::new(margin, head, room, map_high);
            let below = map.bottom() + gap;
            let key = PageRect::new(margin, below, room, (head + high - below).max(0.0));
            return Self { page, map, key, foot: head + high, unit };
        }
        let side = (size.width * 0.21).min(330.0 * unit);
        let room = (room - side - gap).max(10.0);
        let wide = shape.map_or(room, |shape| (high * shape.width_m() / shape.height_m()).min(room));
        let side = side + (room - wide).min(side * 0.6);
        let map = PageRect::new((size.width - wide - gap - side) / 2.0, head, wide, high);
        let key = PageRect::new(map.right() + gap, head, side, map.height);
        Self { page, map, key, foot: map.bottom(), unit }
    }

    /// Where the text of the page ends.
    pub fn right(&self) -> f64 {
        self.key.right()
    }

    /// Whether the legend stands below the map.
    pub fn is_tall(&self) -> bool {
        self.key.y > self.map.y
    }
}
