//! Pixels that are drawn by themselves: where they lie on the page, and what they are drawn with.

use vello_cpu::color::{AlphaColor, Srgb};
use vello_cpu::kurbo::{Affine, Rect, Vec2};
use vello_cpu::{Pixmap, RenderContext, Resources};

use crate::symbology::Colour;

/// A rectangle of whole pixels.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct PixelRect {
    pub left: u16,
    pub top: u16,
    pub width: u16,
    pub height: u16,
}

impl PixelRect {
    pub fn corner(self) -> Vec2 {
        Vec2::new(self.left.into(), self.top.into())
    }

    /// In its own pixels.
    pub fn whole(self) -> Rect {
        Rect::new(0.0, 0.0, self.width.into(), self.height.into())
    }

    pub fn on_page(self, scale: f64) -> Rect {
        let (left, top) = (f64::from(self.left), f64::from(self.top));
        Rect::new(left, top, left + f64::from(self.width), top + f64::from(self.height)).scale_from_origin(1.0 / scale)
    }

    /// From points of the page to its own pixels.
    pub fn page_to_own(self, scale: f64) -> Affine {
        Affine::scale(scale).then_translate(-self.corner())
    }
}

/// Pixels drawn on nothing.
pub fn drawn(width: u16, height: u16, draw: impl FnOnce(&mut RenderContext)) -> Pixmap {
    let mut context = RenderContext::new(width, height);
    draw(&mut context);
    context.flush();
    let mut pixels = Pixmap::new(width, height);
    context.render(&mut pixels, &mut Resources::new());
    pixels
}

/// A colour as the painter takes it.
pub fn paint(colour: Colour) -> AlphaColor<Srgb> {
    AlphaColor::from_rgba8(colour.red, colour.green, colour.blue, colour.alpha)
}
