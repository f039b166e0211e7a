//! A picture as pixels, as it lies on a page. It knows neither where it comes from nor how it is drawn.

use std::sync::Arc;

use crate::units::PageRect;

/// An RGBA picture, row by row from the top, straight alpha.
#[derive(Debug)]
pub struct Picture {
    /// Pixels of a row.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// Four bytes for each pixel.
    pub rgba: Vec<u8>,
}

impl Picture {
    /// The part of a picture, placed at `at`, that lies inside `within`, with its own place; whole pixels.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the picture's size")]
    pub fn cut(&self, at: PageRect, within: PageRect) -> Option<(Arc<Self>, PageRect)> {
        let (wide, high) = (f64::from(self.width), f64::from(self.height));
        let column = |x: f64| ((x - at.x) / at.width * wide).round().clamp(0.0, wide) as u32;
        let row = |y: f64| ((y - at.y) / at.height * high).round().clamp(0.0, high) as u32;
        let (left, right, top, bottom) =
            (column(within.x), column(within.right()), row(within.y), row(within.bottom()));
        if left >= right || top >= bottom {
            return None;
        }
        let bytes = |pixels: u32| pixels as usize * 4;
        let rgba = self
            .rgba
            .chunks_exact(bytes(self.width))
            .skip(top as usize)
            .take((bottom - top) as usize)
            .filter_map(|row| row.get(bytes(left)..bytes(right)))
            .flatten()
            .copied()
            .collect();
        let picture = Self { width: right - left, height: bottom - top, rgba };
        let place = PageRect::new(
            at.x + f64::from(left) / wide * at.width,
            at.y + f64::from(top) / high * at.height,
            f64::from(right - left) / wide * at.width,
            f64::from(bottom - top) / high * at.height,
        );
        Some((Arc::new(picture), place))
    }
}
