//! Text into placed glyphs: the bundled fonts, shaping, both directions of writing, outlines. It knows no
//! system font and no line breaking beyond words.

mod fonts;
mod outline;
mod shape;

pub use fonts::{Face, FontId, Fonts};
pub use outline::{GlyphOutline, OutlineStep};
pub use shape::{Glyph, Shaped};
