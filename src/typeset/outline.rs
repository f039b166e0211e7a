//! The outlines of glyphs, for painters that draw text as shapes.

use std::sync::Arc;

use skrifa::MetadataProvider;
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};

use super::face::FontId;
use super::fonts::Fonts;
use super::glyph::{GlyphOutline, OutlineStep};

impl Fonts {
    /// The outline of a glyph; empty for a space and for what the font lacks.
    pub fn outline(&self, font: FontId, glyph: u32) -> Arc<GlyphOutline> {
        self.outlines.get_or_make((font, glyph), || Arc::new(self.outline_anew(font, glyph)))
    }

    fn outline_anew(&self, font: FontId, glyph: u32) -> GlyphOutline {
        let mut pen = Pen(GlyphOutline::default());
        if let Some(font) = self.font(font)
            && let Some(glyph) = font.font.outline_glyphs().get(skrifa::GlyphId::new(glyph))
        {
            let size = Size::new(1.0);
            // A glyph that cannot be drawn stays empty: the text around it is still there.
            let _ = glyph.draw(DrawSettings::unhinted(size, LocationRef::default()), &mut pen);
        }
        pen.0
    }
}

struct Pen(GlyphOutline);

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.steps.push(OutlineStep::Move([x, y]));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.0.steps.push(OutlineStep::Line([x, y]));
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.0.steps.push(OutlineStep::Quad([cx, cy], [x, y]));
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        self.0.steps.push(OutlineStep::Cubic([cx0, cy0], [cx1, cy1], [x, y]));
    }

    fn close(&mut self) {
        self.0.steps.push(OutlineStep::Close);
    }
}
