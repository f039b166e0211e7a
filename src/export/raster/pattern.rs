//! Patterns as paints: hatching as a gradient that repeats, dots as pixels of a tile's size.

use std::sync::Arc;

use vello_cpu::Pixmap;
use vello_cpu::kurbo::{Point, Vec2};
use vello_cpu::peniko::{Extend, Gradient};

use super::outline::discs;
use super::pixels::{PixelRect, drawn, paint};
use crate::cache::SharedCache;
use crate::scene::{Pattern, SceneItem};
use crate::symbology::Colour;
use crate::units::PageRect;

/// Parallel lines as a paint of the page, `spacing` apart and `width` broad, turned by `angle`. `pixel` is the side of
/// a pixel; all but the angle (radians) in points.
pub fn hatching(spacing: f64, angle: f64, width: f64, colour: Colour, pixel: f64) -> Gradient {
    // The share of a pixel that a line covers, by the distance of their middles: both are taken as stretches across the
    // line, so that it rises along one pixel and is level where the narrower lies within the broader.
    let (most, level, nothing) = ((width / pixel).min(1.0), (width - pixel).abs() / 2.0, f64::midpoint(width, pixel));
    let full = colour.with_opacity(colour.opacity() * most);
    let none = Colour { alpha: 0, ..colour };
    #[expect(clippy::cast_possible_truncation, reason = "stops are f32")]
    let stop = |distance: f64, colour: Colour| ((distance / spacing).clamp(0.0, 1.0) as f32, paint(colour));
    let middle = spacing / 2.0;
    let stops = [
        stop(0.0, full),
        stop(level.min(middle), full),
        stop(nothing.min(middle), none),
        stop((spacing - nothing).max(middle), none),
        stop((spacing - level).max(middle), full),
        stop(spacing, full),
    ];
    let across = Vec2::from_angle(angle).turn_90() * spacing;
    Gradient::new_linear(Point::ORIGIN, across.to_point()).with_extend(Extend::Repeat).with_stops(stops)
}

/// Dots as transparent pixels of the size of a tile, which go by the tile's place on the page: they stay good for as
/// long as the scale is the same.
#[derive(Default)]
pub struct DotTiles {
    known: SharedCache<DotKey, Arc<Pixmap>, MOST>,
}

/// Where it lies; scale, spacing and radius as bits.
type DotKey = (PixelRect, [u64; 3]);

/// This many are kept, of at most 180 kB each. They are made while tiles are drawn, on several threads.
const MOST: usize = 512;

impl DotTiles {
    /// The dots of one tile, in black.
    pub fn tile(&self, at: PixelRect, scale: f64, spacing: f64, radius: f64) -> Arc<Pixmap> {
        let key = (at, [scale, spacing, radius].map(f64::to_bits));
        self.known.get_or_make(key, || Arc::new(dotted(at, scale, spacing, radius)))
    }
}

fn dotted(at: PixelRect, scale: f64, spacing: f64, radius: f64) -> Pixmap {
    let page = at.on_page(scale).inflate(radius, radius);
    let ring = PageRect::new(page.x0, page.y0, page.width(), page.height()).ring();
    let black = Colour { red: 0, green: 0, blue: 0, alpha: u8::MAX };
    let pattern = Pattern::Dots { spacing, radius };
    drawn(at.width, at.height, |context| {
        context.set_transform(at.page_to_own(scale));
        context.set_paint(paint(black));
        if let SceneItem::Dots { centres, radius, .. } = pattern.drawn_in(&[ring], black) {
            context.fill_path(&discs(&centres, radius, scale));
        }
    })
}
