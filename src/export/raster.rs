//! A scene as pixels, by tiny-skia. The window and the PNG use this one painter.

use tiny_skia::{
    Color, FillRule, FilterQuality, LineCap, LineJoin, Paint, Path, PathBuilder, Pixmap, PixmapPaint,
    PremultipliedColorU8, StrokeDash, Transform,
};

use super::ExportError;
use crate::scene::{Picture, Scene, SceneItem, Stroke, TextItem};
use crate::symbology::Colour;
use crate::typeset::{Fonts, OutlineStep};
use crate::units::{PagePoint, PageRect};

/// Opaque pixels, row by row, RGBA.
pub struct Raster {
    pub width: u32,
    pub height: u32,
    pub rgba: Vec<u8>,
}

/// The largest side of a picture, in pixels.
const LARGEST: f64 = 16_384.0;

/// Draws a scene with `scale` pixels for a point.
pub fn raster(scene: &Scene, scale: f64) -> Result<Raster, ExportError> {
    let (width, height) = ((scene.width * scale).round(), (scene.height * scale).round());
    let wrong = || ExportError::Size { width, height };
    if !(1.0..=LARGEST).contains(&width) || !(1.0..=LARGEST).contains(&height) {
        return Err(wrong());
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked just above")]
    let mut pixmap = Pixmap::new(width as u32, height as u32).ok_or_else(wrong)?;
    pixmap.fill(colour(scene.background));
    #[expect(clippy::cast_possible_truncation, reason = "the painter works in f32")]
    let mut painter = Painter { pixmap: &mut pixmap, scale: scale as f32 };
    for item in &scene.items {
        painter.item(item);
    }
    // The page is opaque, so that premultiplied and straight values are the same.
    Ok(Raster { width: pixmap.width(), height: pixmap.height(), rgba: pixmap.take() })
}

struct Painter<'a> {
    pixmap: &'a mut Pixmap,
    scale: f32,
}

impl Painter<'_> {
    fn item(&mut self, item: &SceneItem) {
        match item {
            SceneItem::Fill { rings, colour } => {
                if let Some(path) = self.path(rings, true) {
                    self.fill(&path, *colour, FillRule::EvenOdd);
                }
            }
            SceneItem::Lines { lines, stroke } => {
                if let Some(path) = self.path(lines, false) {
                    self.stroke(&path, stroke);
                }
            }
            SceneItem::Dots { centres, radius, colour } => {
                let mut builder = PathBuilder::new();
                for centre in centres {
                    builder.push_circle(self.x(centre.x), self.x(centre.y), self.x(*radius));
                }
                if let Some(path) = builder.finish() {
                    self.fill(&path, *colour, FillRule::Winding);
                }
            }
            SceneItem::Text(text) => self.text(text),
            SceneItem::Image { picture, at } => self.image(picture, *at),
        }
    }

    #[expect(clippy::cast_possible_truncation, reason = "the painter works in f32")]
    fn x(&self, value: f64) -> f32 {
        value as f32 * self.scale
    }

    fn path(&self, lines: &[Vec<PagePoint>], close: bool) -> Option<Path> {
        let mut builder = PathBuilder::new();
        for line in lines {
            let mut points = line.iter();
            let Some(first) = points.next() else { continue };
            builder.move_to(self.x(first.x), self.x(first.y));
            for point in points {
                builder.line_to(self.x(point.x), self.x(point.y));
            }
            if close {
                builder.close();
            }
        }
        builder.finish()
    }

    fn fill(&mut self, path: &Path, colour: Colour, rule: FillRule) {
        self.pixmap.fill_path(path, &paint(colour), rule, Transform::identity(), None);
    }

    fn stroke(&mut self, path: &Path, stroke: &Stroke) {
        let dash = (!stroke.dash.is_empty())
            .then(|| {
                let mut lengths: Vec<f32> = stroke.dash.iter().map(|length| self.x(*length)).collect();
                if lengths.len() % 2 == 1 {
                    lengths.extend(lengths.clone());
                }
                StrokeDash::new(lengths, 0.0)
            })
            .flatten();
        // Long dashes end bluntly so that their gaps stay open; dots are dashes of no length with round ends.
        let round = stroke.dash.first().is_none_or(|first| *first < 1.0);
        let stroked = tiny_skia::Stroke {
            width: self.x(stroke.width),
            line_cap: if round { LineCap::Round } else { LineCap::Butt },
            line_join: LineJoin::Round,
            dash,
            ..tiny_skia::Stroke::default()
        };
        self.pixmap.stroke_path(path, &paint(stroke.colour), &stroked, Transform::identity(), None);
    }

    fn text(&mut self, text: &TextItem) {
        let Some(path) = self.text_path(text) else { return };
        if let Some((halo, width)) = text.halo {
            self.stroke(&path, &Stroke::solid(halo, width));
        }
        self.fill(&path, text.colour, FillRule::Winding);
    }

    fn text_path(&self, text: &TextItem) -> Option<Path> {
        let mut builder = PathBuilder::new();
        let size = self.x(text.size);
        for glyph in &text.glyphs {
            let outline = Fonts::shared().outline(glyph.font, glyph.id);
            #[expect(clippy::cast_possible_truncation, reason = "the painter works in f32")]
            let (sin, cos) = (glyph.angle.sin() as f32, glyph.angle.cos() as f32);
            let (x0, y0) = (self.x(glyph.at.x), self.x(glyph.at.y));
            let put = |[x, y]: [f32; 2]| {
                let (x, y) = (x * size, -y * size);
                (x0 + x * cos - y * sin, y0 + x * sin + y * cos)
            };
            for step in &outline.steps {
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
        }
        builder.finish()
    }

    fn image(&mut self, picture: &Picture, at: PageRect) {
        let Some(mut source) = Pixmap::new(picture.width, picture.height) else { return };
        for (pixel, rgba) in source.pixels_mut().iter_mut().zip(picture.rgba.chunks_exact(4)) {
            if let [red, green, blue, alpha] = *rgba {
                *pixel = tiny_skia::ColorU8::from_rgba(red, green, blue, alpha).premultiply();
            }
        }
        let _: Option<PremultipliedColorU8> = source.pixel(0, 0);
        let transform = Transform::from_row(
            self.x(at.width) / picture.width as f32,
            0.0,
            0.0,
            self.x(at.height) / picture.height as f32,
            self.x(at.x),
            self.x(at.y),
        );
        let paint = PixmapPaint { quality: FilterQuality::Bilinear, ..PixmapPaint::default() };
        self.pixmap.draw_pixmap(0, 0, source.as_ref(), &paint, transform, None);
    }
}

fn colour(colour: Colour) -> Color {
    Color::from_rgba8(colour.red, colour.green, colour.blue, colour.alpha)
}

fn paint(from: Colour) -> Paint<'static> {
    let mut paint = Paint { anti_alias: true, ..Paint::default() };
    paint.set_color(colour(from));
    paint
}
