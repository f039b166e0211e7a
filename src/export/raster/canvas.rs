//! Opaque pixels, and the ink that is still to be laid on them.

use vello_cpu::peniko::ImageAlphaType;
use vello_cpu::{PixelMetadata, Pixmap, PixmapMut, RasterizerSettings, RenderContext, Resources, TargetInit};

/// Opaque pixels, so that premultiplied and straight values are the same, and what is to be drawn on them.
pub struct Canvas {
    /// The ink that is not on the pixels yet.
    pub context: RenderContext,
    width: u16,
    height: u16,
    rgba: Vec<u8>,
}

impl Canvas {
    /// A canvas of pixels, row by row, RGBA.
    pub fn new(width: u16, height: u16, rgba: Vec<u8>) -> Self {
        Self { context: RenderContext::new(width, height), width, height, rgba }
    }

    /// The pixels as they are with all ink so far.
    pub fn so_far(&mut self) -> Pixmap {
        self.lay_ink();
        self.context.reset();
        let opaque = PixelMetadata { may_have_transparency: false, alpha_type: ImageAlphaType::AlphaPremultiplied };
        Pixmap::from_parts(self.rgba.clone(), self.width, self.height, opaque)
    }

    /// The pixels with all ink.
    pub fn finish(mut self) -> Vec<u8> {
        self.lay_ink();
        self.rgba
    }

    fn lay_ink(&mut self) {
        self.context.flush();
        if let Some(target) = PixmapMut::new(self.width, self.height, &mut self.rgba) {
            let settings = RasterizerSettings { target_init: TargetInit::SrcOver, ..Default::default() };
            self.context.render_with(target, &mut Resources::new(), settings);
        }
        // Colour laid over colour many times loses a trace of its opacity to rounding.
        for pixel in self.rgba.as_chunks_mut::<4>().0 {
            pixel[3] = u8::MAX;
        }
    }
}
