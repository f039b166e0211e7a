//! Text into placed glyphs: the bundled fonts, shaping, both directions of writing, outlines. It knows no
//! system font and no line breaking beyond words.

mod face;
mod fonts;
mod glyph;
mod outline;
mod shape;

pub use face::{Face, FontId};
pub use fonts::Fonts;
pub use glyph::{Glyph, GlyphOutline, OutlineStep, Shaped};
