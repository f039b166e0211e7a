//! Lines of text as pixels of their own, rim and glyphs together, ready to be laid on a tile. Glyphs are placed
//! where the scene says, to parts of a pixel; nothing is hinted.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use tiny_skia::{FillRule, Mask, Path, PathBuilder, Pixmap, Transform};

use super::coverage::lay_in_parts;
use super::mark::stroke_of;
use super::pixels::{PixelRect, over, premultiplied};
use crate::scene::TextItem;
use crate::symbology::Colour;
use crate::typeset::{FontId, Fonts, OutlineStep};

/// The outlines of glyphs at the sizes in use, with their rims: a rim costs more than all else of a name.
#[derive(Default)]
pub struct Glyphs {
    known: Mutex<HashMap<GlyphKey, Arc<GlyphPaths>>>,
}

/// Font, glyph, size and width of the rim in pixels (as bits).
type GlyphKey = (FontId, u32, u32, u32);

#[derive(Default)]
struct GlyphPaths {
    glyph: Option<Path>,
    rim: Option<Path>,
}

/// The glyphs kept; beyond it they are made anew, as when a reader has gone through many sizes.
const MOST_GLYPHS: usize = 8_192;
/// Texts that cover more pixels than this are drawn as shapes on each tile.
const LARGEST_SPRITE: u64 = 1 << 20;

/// A line of text as shapes: first the rim, then the glyphs.
pub struct TextPaths {
    pub shapes: Vec<TextShape>,
    pub bounds: PixelRect,
}

/// The rims or the glyphs of a text, one path for each glyph.
pub struct TextShape {
    pub paths: Vec<Path>,
    pub colour: Colour,
}

/// A transparent picture with its place.
pub struct Sprite {
    pixels: Vec<u8>,
    at: PixelRect,
}

impl Glyphs {
    /// `None` for a text without ink.
    pub fn paths(&self, text: &TextItem, scale: f32) -> Option<TextPaths> {
        #[expect(clippy::cast_possible_truncation, reason = "the painter works in f32")]
        let (size, rim) = (text.size as f32 * scale, text.halo.map_or(0.0, |(_, width)| width as f32 * scale));
        let (mut rims, mut glyphs) = (Vec::new(), Vec::new());
        for glyph in &text.glyphs {
            let paths = self.glyph(glyph.font, glyph.id, size, rim);
            #[expect(clippy::cast_possible_truncation, reason = "the painter works in f32")]
            let (sin, cos, x, y) = (
                glyph.angle.sin() as f32,
                glyph.angle.cos() as f32,
                glyph.at.x as f32 * scale,
                glyph.at.y as f32 * scale,
            );
            let put = Transform::from_row(cos, sin, -sin, cos, x, y);
            for (path, into) in [(&paths.rim, &mut rims), (&paths.glyph, &mut glyphs)] {
                into.extend(path.clone().and_then(|path| path.transform(put)));
            }
        }
        let halo = text.halo.map(|(colour, _)| TextShape { paths: rims, colour });
        let shapes: Vec<_> = halo.into_iter().chain([TextShape { paths: glyphs, colour: text.colour }]).collect();
        let paths = shapes.iter().flat_map(|shape| &shape.paths);
        let bounds = paths.map(|path| PixelRect::around(path.bounds(), 1)).reduce(PixelRect::union)?;
        Some(TextPaths { shapes, bounds })
    }

    fn glyph(&self, font: FontId, id: u32, size: f32, rim: f32) -> Arc<GlyphPaths> {
        let key = (font, id, size.to_bits(), rim.to_bits());
        if let Ok(known) = self.known.lock()
            && let Some(paths) = known.get(&key)
        {
            return Arc::clone(paths);
        }
        let glyph = outline(font, id, size);
        let rim =
            if rim > 0.0 { glyph.as_ref().and_then(|path| path.stroke(&stroke_of(rim, true), 1.0)) } else { None };
        let paths = Arc::new(GlyphPaths { glyph, rim });
        if let Ok(mut known) = self.known.lock() {
            if known.len() >= MOST_GLYPHS {
                known.clear();
            }
            known.insert(key, Arc::clone(&paths));
        }
        paths
    }
}

fn outline(font: FontId, id: u32, size: f32) -> Option<Path> {
    let mut builder = PathBuilder::new();
    let put = |[x, y]: [f32; 2]| (x * size, -y * size);
    for step in &Fonts::shared().outline(font, id).steps {
        match *step {
            OutlineStep::Move(to) => {
                let to = put(to);
                builder.move_to(to.0, to.1);
            }
            OutlineStep::Line(to) => {
                let to = put(to);
                builder.line_to(to.0, to.1);
            }
            OutlineStep::Quad(by, to) => {
                let (by, to) = (put(by), put(to));
                builder.quad_to(by.0, by.1, to.0, to.1);
            }
            OutlineStep::Cubic(a, b, to) => {
                let (a, b, to) = (put(a), put(b), put(to));
                builder.cubic_to(a.0, a.1, b.0, b.1, to.0, to.1);
            }
            OutlineStep::Close => builder.close(),
        }
    }
    builder.finish()
}

impl TextPaths {
    /// `None` for a text that is too large to be kept as pixels.
    pub fn sprite(&self) -> Option<Sprite> {
        let at = self.bounds;
        if u64::from(at.width()) * u64::from(at.height()) > LARGEST_SPRITE {
            return None;
        }
        let put = Transform::from_translate(-at.left as f32, -at.top as f32);
        let mut pixels = vec![0; at.width() as usize * at.height() as usize * 4];
        for shape in &self.shapes {
            // Glyph by glyph: the work on a path grows faster than its length. Where rims overlap, the mask fills
            // up, so that a translucent rim is of one tone.
            let mut mask = Mask::new(at.width(), at.height())?;
            for path in &shape.paths {
                mask.fill_path(path, FillRule::Winding, true, put);
            }
            lay_in_parts(premultiplied(shape.colour), mask.data(), &mut pixels);
        }
        Some(Sprite { pixels, at })
    }
}

impl Sprite {
    pub fn draw(&self, pixmap: &mut Pixmap, tile: PixelRect) {
        let Some(shown) = self.at.common(tile) else { return };
        let far = |from: i32, to: i32| usize::try_from(to - from).unwrap_or(0);
        let bytes = shown.width() as usize * 4;
        let targets = pixmap.data_mut().chunks_exact_mut(tile.width() as usize * 4).skip(far(tile.top, shown.top));
        let sources = self.pixels.chunks_exact(self.at.width() as usize * 4).skip(far(self.at.top, shown.top));
        let (into, from) = (far(tile.left, shown.left) * 4, far(self.at.left, shown.left) * 4);
        for (target, source) in targets.zip(sources).take(shown.height() as usize) {
            let target = target.get_mut(into..into + bytes).unwrap_or_default();
            let source = source.get(from..from + bytes).unwrap_or_default();
            for (below, above) in target.chunks_exact_mut(4).zip(source.chunks_exact(4)) {
                if let (Ok(above), Ok(under)) = (<[u8; 4]>::try_from(above), <[u8; 4]>::try_from(&*below))
                    && above != [0; 4]
                {
                    below.copy_from_slice(&over(u32::from_le_bytes(above), u32::from_le_bytes(under)).to_le_bytes());
                }
            }
        }
    }
}
