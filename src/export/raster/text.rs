//! Lines of text as pixels of their own, first the rim, then the glyphs. A line begins at the whole pixel nearest to
//! where the scene has it, so that it looks the same wherever a map is moved to; within it glyphs are placed to parts of
//! a pixel. Nothing is hinted.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use vello_cpu::Pixmap;
use vello_cpu::kurbo::{Affine, BezPath, Cap, Join, Point, Rect, Shape, Stroke, StrokeOpts, stroke};

use super::outline::{hasher, straightened};
use super::pixels::{drawn, paint};
use crate::cache::SharedCache;
use crate::scene::{PlacedGlyph, TextItem};
use crate::symbology::Colour;
use crate::typeset::{FontId, Fonts, OutlineStep};

/// The outlines of glyphs at the sizes in use, with their rims: a rim costs more than all else of a name.
#[derive(Default)]
pub struct Glyphs {
    known: SharedCache<GlyphKey, Arc<GlyphForm>, MOST_GLYPHS>,
}

/// Font, glyph; size and width of the rim in points, and pixels for a point, as bits.
type GlyphKey = (FontId, u32, [u64; 3]);

/// Both of straight lines, so that no curve is worked out twice.
struct GlyphForm {
    glyph: BezPath,
    rim: BezPath,
    /// Of both; `None` for a space.
    bounds: Option<Rect>,
}

/// This many glyphs are kept; a reader who goes through many sizes gets beyond it.
const MOST_GLYPHS: usize = 8_192;
/// How far a form may be from the true one, in pixels.
const TOLERANCE: f64 = 0.15;

/// The parts of a point, and of a radian, to which glyphs are placed in their text: without them the same text in two
/// places would differ by the rounding of its sums.
const PARTS: f64 = 4_096.0;

/// A text apart from where it stands, so that it is drawn once for all places.
pub struct TextLayout<'a> {
    text: &'a TextItem,
    /// The glyphs in points from the text's origin, which is that of the first.
    glyphs: Vec<(Affine, Arc<GlyphForm>)>,
    /// What they cover, in points from the origin.
    bounds: Rect,
    /// The origin on the page, a whole pixel.
    pub origin: Point,
    /// What the text is known by, wherever it stands.
    pub key: u64,
}

/// A text as a transparent picture, which begins so many whole pixels from its origin.
pub struct Sprite {
    pub pixels: Arc<Pixmap>,
    pub left: f64,
    pub top: f64,
}

impl TextLayout<'_> {
    /// What it covers of the page, in points.
    pub fn on_page(&self, scale: f64) -> Rect {
        self.bounds + self.origin.to_vec2() / scale
    }

    /// Drawn with `scale` pixels for a point.
    pub fn sprite(&self, scale: f64) -> Sprite {
        let at = self.bounds.scale_from_origin(scale).inflate(1.0, 1.0).expand();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a cast that stops at the ends")]
        let (width, height) = (at.width() as u16, at.height() as u16);
        let pixels = drawn(width, height, |context| {
            context.set_transform(Affine::scale(scale).then_translate((-at.x0, -at.y0).into()));
            for (colour, form) in self.forms() {
                context.set_paint(paint(colour));
                context.fill_path(&form);
            }
        });
        Sprite { pixels: Arc::new(pixels), left: at.x0, top: at.y0 }
    }

    /// The forms of a text with their colours, in the order in which they are drawn. Where rims overlap, they are one
    /// form, so that a translucent rim is of one tone.
    fn forms(&self) -> Vec<(Colour, BezPath)> {
        let (mut rims, mut glyphs) = (BezPath::new(), BezPath::new());
        for (put, form) in &self.glyphs {
            rims.extend(form.rim.iter().map(|step| *put * step));
            glyphs.extend(form.glyph.iter().map(|step| *put * step));
        }
        self.text.halo.map(|(colour, _)| (colour, rims)).into_iter().chain([(self.text.colour, glyphs)]).collect()
    }
}

impl Glyphs {
    /// A text on a page of `scale` pixels for a point; `None` for one without ink.
    pub fn lay_out<'a>(&self, text: &'a TextItem, scale: f64) -> Option<TextLayout<'a>> {
        let first = text.glyphs.first()?.at;
        let rim = text.halo.map_or(0.0, |(_, width)| width);
        let part = |length: f64| (length * PARTS).round() / PARTS;
        let mut hasher = hasher();
        (text.size.to_bits(), text.colour, scale.to_bits()).hash(&mut hasher);
        text.halo.map(|(colour, width)| (colour, width.to_bits())).hash(&mut hasher);
        let mut put = |glyph: &PlacedGlyph| {
            let place = [glyph.at.x - first.x, glyph.at.y - first.y, glyph.angle].map(part);
            (glyph.font, glyph.id, place.map(f64::to_bits)).hash(&mut hasher);
            let [x, y, angle] = place;
            (
                Affine::rotate(angle).then_translate((x, y).into()),
                self.form(glyph.font, glyph.id, [text.size, rim, scale]),
            )
        };
        let glyphs: Vec<_> = text.glyphs.iter().map(&mut put).collect();
        let covered = glyphs.iter().filter_map(|(put, form)| Some(put.transform_rect_bbox(form.bounds?)));
        let bounds = covered.reduce(|a, b| a.union(b))?;
        let origin = Point::new((first.x * scale).round(), (first.y * scale).round());
        Some(TextLayout { text, glyphs, bounds, origin, key: hasher.finish() })
    }

    fn form(&self, font: FontId, id: u32, [size, rim, scale]: [f64; 3]) -> Arc<GlyphForm> {
        let key = (font, id, [size, rim, scale].map(f64::to_bits));
        self.known.get_or_make(key, || Arc::new(GlyphForm::new(font, id, [size, rim, scale])))
    }
}

impl GlyphForm {
    fn new(font: FontId, id: u32, [size, rim, scale]: [f64; 3]) -> Self {
        let tolerance = TOLERANCE / scale;
        let round = Stroke::new(rim).with_join(Join::Round).with_caps(Cap::Round);
        // Lines are stroked in a fraction of the time that curves take.
        let glyph = straightened(&outline(font, id, size), tolerance);
        let curved = if rim > 0.0 { stroke(&glyph, &round, &StrokeOpts::default(), tolerance) } else { BezPath::new() };
        let rim = straightened(&curved, tolerance);
        let bounds = [&glyph, &rim].into_iter().filter(|path| !path.is_empty()).map(Shape::bounding_box);
        Self { bounds: bounds.reduce(|a, b| a.union(b)), glyph, rim }
    }
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
