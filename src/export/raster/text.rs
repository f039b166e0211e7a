//! Lines of text as pixels of their own, first the rim, then the glyphs. Glyphs are placed where the scene says, to
//! parts of a pixel; nothing is hinted.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use vello_cpu::kurbo::{Affine, BezPath, Cap, Join, Rect, Shape, Stroke, StrokeOpts, flatten, stroke};
use vello_cpu::{Pixmap, RenderContext, Resources};

use super::mark::paint;
use crate::scene::TextItem;
use crate::symbology::Colour;
use crate::typeset::{FontId, Fonts, OutlineStep};

/// The outlines of glyphs at the sizes in use, with their rims: a rim costs more than all else of a name.
#[derive(Default)]
pub struct Glyphs {
    known: Mutex<HashMap<GlyphKey, Arc<GlyphForm>>>,
}

/// Font, glyph, size and width of the rim in points (as bits).
type GlyphKey = (FontId, u32, u64, u64);

/// Both of straight lines, so that no curve is worked out twice.
struct GlyphForm {
    glyph: BezPath,
    rim: BezPath,
    /// Of both; `None` for a space.
    bounds: Option<Rect>,
}

/// The glyphs kept; beyond it they are made anew, as when a reader has gone through many sizes.
const MOST_GLYPHS: usize = 8_192;
/// How far a form may be from the true one, in points.
const TOLERANCE: f64 = 0.05;

/// A text as a transparent picture with its place, in pixels of the page.
pub struct Sprite {
    pub pixels: Arc<Pixmap>,
    pub left: f64,
    pub top: f64,
}

impl Glyphs {
    /// A text that covers so much of the page, drawn with `scale` pixels for a point.
    pub fn sprite(&self, text: &TextItem, bounds: Rect, scale: f64) -> Sprite {
        let at = bounds.scale_from_origin(scale).expand();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a cast that stops at the ends")]
        let (width, height) = (at.width() as u16, at.height() as u16);
        let mut context = RenderContext::new(width, height);
        context.set_transform(Affine::scale(scale).then_translate((-at.x0, -at.y0).into()));
        for (colour, form) in self.forms(text) {
            context.set_paint(paint(colour));
            context.fill_path(&form);
        }
        context.flush();
        let mut pixels = Pixmap::new(width, height);
        context.render(&mut pixels, &mut Resources::new());
        Sprite { pixels: Arc::new(pixels), left: at.x0, top: at.y0 }
    }

    /// The forms of a text with their colours, in the order in which they are drawn. Where rims overlap, they are one
    /// form, so that a translucent rim is of one tone.
    fn forms(&self, text: &TextItem) -> Vec<(Colour, BezPath)> {
        let (mut rims, mut glyphs) = (BezPath::new(), BezPath::new());
        for (put, form) in self.placed(text) {
            rims.extend(form.rim.iter().map(|step| put * step));
            glyphs.extend(form.glyph.iter().map(|step| put * step));
        }
        text.halo.map(|(colour, _)| (colour, rims)).into_iter().chain([(text.colour, glyphs)]).collect()
    }

    /// The rectangle of the page that a text covers; `None` for a text without ink.
    pub fn bounds(&self, text: &TextItem) -> Option<Rect> {
        let placed = self.placed(text).filter_map(|(put, form)| Some(put.transform_rect_bbox(form.bounds?)));
        placed.reduce(|a, b| a.union(b))
    }

    fn placed(&self, text: &TextItem) -> impl Iterator<Item = (Affine, Arc<GlyphForm>)> {
        let rim = text.halo.map_or(0.0, |(_, width)| width);
        text.glyphs.iter().map(move |glyph| {
            let put = Affine::rotate(glyph.angle).then_translate((glyph.at.x, glyph.at.y).into());
            (put, self.form(glyph.font, glyph.id, text.size, rim))
        })
    }

    fn form(&self, font: FontId, id: u32, size: f64, rim: f64) -> Arc<GlyphForm> {
        let key = (font, id, size.to_bits(), rim.to_bits());
        if let Ok(known) = self.known.lock()
            && let Some(form) = known.get(&key)
        {
            return Arc::clone(form);
        }
        let glyph = outline(font, id, size);
        let round = Stroke::new(rim).with_join(Join::Round).with_caps(Cap::Round);
        let rim =
            if rim > 0.0 { stroke(glyph.iter(), &round, &StrokeOpts::default(), TOLERANCE) } else { BezPath::new() };
        let (glyph, rim) = (straightened(&glyph), straightened(&rim));
        let bounds = [&glyph, &rim].into_iter().filter(|path| !path.is_empty()).map(Shape::bounding_box);
        let form = Arc::new(GlyphForm { bounds: bounds.reduce(|a, b| a.union(b)), glyph, rim });
        if let Ok(mut known) = self.known.lock() {
            if known.len() >= MOST_GLYPHS {
                known.clear();
            }
            known.insert(key, Arc::clone(&form));
        }
        form
    }
}

fn straightened(path: &BezPath) -> BezPath {
    let mut lines = BezPath::new();
    flatten(path, TOLERANCE, |step| lines.push(step));
    lines
}

fn outline(font: FontId, id: u32, size: f64) -> BezPath {
    let mut path = BezPath::new();
    let put = |[x, y]: [f32; 2]| (f64::from(x) * size, -f64::from(y) * size);
    for step in &Fonts::shared().outline(font, id).steps {
        match *step {
            OutlineStep::Move(to) => path.move_to(put(to)),
            OutlineStep::Line(to) => path.line_to(put(to)),
            OutlineStep::Quad(by, to) => path.quad_to(put(by), put(to)),
            OutlineStep::Cubic(a, b, to) => path.curve_to(put(a), put(b), put(to)),
            OutlineStep::Close => path.close_path(),
        }
    }
    path
}
