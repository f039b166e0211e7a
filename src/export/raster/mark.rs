//! The items of a scene as marks: in pixels, stroked, with their bounds, ready to be drawn on any tile. A mark
//! knows nothing of the others.

use std::hash::{DefaultHasher, Hash, Hasher};

use tiny_skia::{Color, FillRule, LineCap, LineJoin, Mask, Paint, Path, PathBuilder, Pixmap, StrokeDash, Transform};

use super::coverage::Coverage;
use super::picture::{Pictures, PlacedPicture};
use super::pixels::PixelRect;
use super::text::{Glyphs, Sprite, TextShape};
use crate::scene::{SceneItem, Stroke, TextItem};
use crate::symbology::Colour;
use crate::units::PagePoint;

/// What is needed to make marks, and kept from picture to picture.
#[derive(Default)]
pub struct Workshop {
    pictures: Pictures,
    glyphs: Glyphs,
}

/// What an item is known by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Keys {
    /// Without the colour of shapes and lines.
    pub form: u64,
    pub whole: u64,
}

/// Something to draw, in pixels of the page.
pub struct Mark {
    pub bounds: PixelRect,
    kind: MarkKind,
}

enum MarkKind {
    Shape(Shape),
    Sprite(Sprite),
    /// Text too large for pixels of its own.
    Shapes(Vec<Shape>),
    Picture(PlacedPicture),
}

/// An area of one colour.
pub struct Shape {
    pieces: Vec<Piece>,
    colour: Colour,
    ink: Ink,
}

enum Ink {
    Fill(FillRule),
    /// A line of a pixel or less, which tiny-skia draws with less ink instead of narrower.
    Hairline(tiny_skia::Stroke),
}

/// Some whole contours of a path: a tile that they do not touch can do without them.
struct Piece {
    path: Path,
    bounds: PixelRect,
}

/// Contours go together into a piece until it has this many points.
const PIECE: usize = 24;

impl Workshop {
    /// Equal for items that become equal marks, and for no others but by a chance of one in 2^64.
    pub fn keys(&mut self, item: &SceneItem, scale: f64, page: PixelRect) -> Keys {
        let mut hasher = DefaultHasher::new();
        (scale.to_bits(), page).hash(&mut hasher);
        let mut tint = None;
        match item {
            SceneItem::Fill { rings, colour } => {
                0_u8.hash(&mut hasher);
                hash_lines(rings, &mut hasher);
                tint = Some(*colour);
            }
            SceneItem::Lines { lines, stroke } => {
                1_u8.hash(&mut hasher);
                hash_lines(lines, &mut hasher);
                tint = Some(stroke.colour);
                stroke.width.to_bits().hash(&mut hasher);
                for length in &stroke.dash {
                    length.to_bits().hash(&mut hasher);
                }
            }
            SceneItem::Dots { centres, radius, colour } => {
                2_u8.hash(&mut hasher);
                hash_line(centres, &mut hasher);
                radius.to_bits().hash(&mut hasher);
                tint = Some(*colour);
            }
            SceneItem::Text(text) => {
                3_u8.hash(&mut hasher);
                hash_text(text, &mut hasher);
            }
            SceneItem::Image { picture, at } => {
                4_u8.hash(&mut hasher);
                [at.x, at.y, at.width, at.height].map(f64::to_bits).hash(&mut hasher);
                self.pictures.hash(picture, &mut hasher);
            }
        }
        let form = hasher.finish();
        if let Some(colour) = tint {
            hash_colour(colour, &mut hasher);
        }
        Keys { form, whole: hasher.finish() }
    }

    /// The mark of an item; `None` where it does not touch the page.
    pub fn mark(&self, item: &SceneItem, scale: f64, page: PixelRect) -> Option<Mark> {
        #[expect(clippy::cast_possible_truncation, reason = "the painter works in f32")]
        let pen = Pen { scale: scale as f32, page };
        let mark = match item {
            SceneItem::Fill { rings, colour } => {
                // Rings that touch nothing of the page change nothing on it, holes neither.
                Mark::shape(pen.paths(rings, true), *colour, FillRule::EvenOdd, page)
            }
            SceneItem::Lines { lines, stroke } => pen.stroke(lines, stroke),
            SceneItem::Dots { centres, radius, colour } => {
                Mark::shape(pen.circles(centres, *radius), *colour, FillRule::Winding, page)
            }
            SceneItem::Text(text) => {
                let paths = self.glyphs.paths(text, pen.scale)?;
                if !paths.bounds.meets(page) {
                    return None;
                }
                let kind = match paths.sprite() {
                    Some(sprite) => MarkKind::Sprite(sprite),
                    None => {
                        let shape = |TextShape { paths, colour }| Shape {
                            pieces: paths.into_iter().map(|path| Piece::new(path, 1)).collect(),
                            colour,
                            ink: Ink::Fill(FillRule::Winding),
                        };
                        MarkKind::Shapes(paths.shapes.into_iter().map(shape).collect())
                    }
                };
                Some(Mark { bounds: paths.bounds, kind })
            }
            SceneItem::Image { picture, at } => {
                let placed = self.pictures.placed(picture, *at, scale);
                Some(Mark { bounds: placed.bounds(), kind: MarkKind::Picture(placed) })
            }
        };
        mark.filter(|mark| mark.bounds.meets(page))
    }
}

impl Mark {
    fn shape(paths: Vec<Path>, colour: Colour, rule: FillRule, page: PixelRect) -> Option<Self> {
        let (pieces, bounds) = pieces(paths, 1, page)?;
        Some(Self { bounds, kind: MarkKind::Shape(Shape { pieces, colour, ink: Ink::Fill(rule) }) })
    }

    /// The shape of a mark that is one, whose coverage is worth keeping.
    pub fn as_shape(&self) -> Option<&Shape> {
        match &self.kind {
            MarkKind::Shape(shape) => Some(shape),
            MarkKind::Sprite(_) | MarkKind::Shapes(_) | MarkKind::Picture(_) => None,
        }
    }

    /// Draws the mark on the part of the page that a pixmap stands for.
    pub fn draw(&self, pixmap: &mut Pixmap, tile: PixelRect) {
        match &self.kind {
            MarkKind::Shape(shape) => shape.draw(&shape.coverage(tile), pixmap),
            MarkKind::Shapes(shapes) => {
                for shape in shapes {
                    shape.draw(&shape.coverage(tile), pixmap);
                }
            }
            MarkKind::Sprite(sprite) => sprite.draw(pixmap, tile),
            MarkKind::Picture(picture) => picture.draw(pixmap, tile),
        }
    }
}

impl Shape {
    /// How far the shape covers the pixels of a tile.
    pub fn coverage(&self, tile: PixelRect) -> Coverage {
        self.coverage_in(tile).unwrap_or_else(Coverage::nothing)
    }

    fn coverage_in(&self, tile: PixelRect) -> Option<Coverage> {
        let on_tile: Vec<&Piece> = self.pieces.iter().filter(|piece| piece.bounds.meets(tile)).collect();
        let at = on_tile.iter().map(|piece| piece.bounds).reduce(PixelRect::union)?.common(tile)?;
        let path = together(&on_tile, at)?;
        match &self.ink {
            Ink::Fill(rule) => {
                let mut mask = Mask::new(at.width(), at.height())?;
                mask.fill_path(&path, *rule, true, Transform::identity());
                Some(Coverage::new(mask.data(), at, tile))
            }
            Ink::Hairline(stroke) => {
                let mut ink = Pixmap::new(at.width(), at.height())?;
                let paint = Paint { anti_alias: true, ..Paint::default() };
                ink.stroke_path(&path, &paint, stroke, Transform::identity(), None);
                let parts: Vec<u8> = ink.pixels().iter().map(|pixel| pixel.alpha()).collect();
                Some(Coverage::new(&parts, at, tile))
            }
        }
    }

    pub fn draw(&self, coverage: &Coverage, pixmap: &mut Pixmap) {
        coverage.lay(self.colour, pixmap);
    }
}

impl Piece {
    fn new(path: Path, margin: i32) -> Self {
        let bounds = PixelRect::around(path.bounds(), margin);
        Self { path, bounds }
    }
}

/// The pieces that touch the page, with what they cover together.
fn pieces(paths: Vec<Path>, margin: i32, page: PixelRect) -> Option<(Vec<Piece>, PixelRect)> {
    let pieces: Vec<Piece> =
        paths.into_iter().map(|path| Piece::new(path, margin)).filter(|piece| piece.bounds.meets(page)).collect();
    let bounds = pieces.iter().map(|piece| piece.bounds).reduce(PixelRect::union)?;
    Some((pieces, bounds))
}

/// Pieces as one path, from the corner of a rectangle.
fn together(pieces: &[&Piece], at: PixelRect) -> Option<Path> {
    let path = match pieces {
        [] => return None,
        [one] => one.path.clone(),
        several => {
            let mut builder = PathBuilder::new();
            for piece in several {
                builder.push_path(&piece.path);
            }
            builder.finish()?
        }
    };
    path.transform(Transform::from_translate(-at.left as f32, -at.top as f32))
}

/// Turns points of the page into paths of pixels.
struct Pen {
    scale: f32,
    page: PixelRect,
}

impl Pen {
    #[expect(clippy::cast_possible_truncation, reason = "the painter works in f32")]
    fn x(&self, value: f64) -> f32 {
        value as f32 * self.scale
    }

    fn paths(&self, lines: &[Vec<PagePoint>], close: bool) -> Vec<Path> {
        let mut paths = Vec::new();
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
            if builder.len() >= PIECE {
                paths.extend(std::mem::take(&mut builder).finish());
            }
        }
        paths.extend(builder.finish());
        paths
    }

    fn circles(&self, centres: &[PagePoint], radius: f64) -> Vec<Path> {
        let circles = |centres: &[PagePoint]| {
            let mut builder = PathBuilder::new();
            for centre in centres {
                builder.push_circle(self.x(centre.x), self.x(centre.y), self.x(radius));
            }
            builder.finish()
        };
        centres.chunks(PIECE).filter_map(circles).collect()
    }

    fn stroke(&self, lines: &[Vec<PagePoint>], stroke: &Stroke) -> Option<Mark> {
        // Long dashes end bluntly so that their gaps stay open; dots are dashes of no length with round ends.
        let round = stroke.dash.first().is_none_or(|first| *first < 1.0);
        let with = stroke_of(self.x(stroke.width), round);
        let mut paths = self.paths(lines, false);
        if let Some(dash) = self.dash(stroke) {
            paths = paths.iter().filter_map(|path| path.dash(&dash, 1.0)).collect();
        }
        if with.width <= 1.0 {
            let (pieces, bounds) = pieces(paths, 2, self.page)?;
            let shape = Shape { pieces, colour: stroke.colour, ink: Ink::Hairline(with) };
            return Some(Mark { bounds, kind: MarkKind::Shape(shape) });
        }
        let stroked = paths.iter().filter_map(|path| path.stroke(&with, 1.0)).collect();
        Mark::shape(stroked, stroke.colour, FillRule::Winding, self.page)
    }

    fn dash(&self, stroke: &Stroke) -> Option<StrokeDash> {
        let mut lengths: Vec<f32> = stroke.dash.iter().map(|length| self.x(*length)).collect();
        if lengths.len() % 2 == 1 {
            lengths.extend(lengths.clone());
        }
        StrokeDash::new(lengths, 0.0)
    }
}

pub fn stroke_of(width: f32, round: bool) -> tiny_skia::Stroke {
    tiny_skia::Stroke {
        width,
        line_cap: if round { LineCap::Round } else { LineCap::Butt },
        line_join: LineJoin::Round,
        ..tiny_skia::Stroke::default()
    }
}

pub fn colour(colour: Colour) -> Color {
    Color::from_rgba8(colour.red, colour.green, colour.blue, colour.alpha)
}

fn hash_lines(lines: &[Vec<PagePoint>], hasher: &mut DefaultHasher) {
    lines.len().hash(hasher);
    for line in lines {
        hash_line(line, hasher);
    }
}

fn hash_line(line: &[PagePoint], hasher: &mut DefaultHasher) {
    line.len().hash(hasher);
    for point in line {
        hasher.write_u64(point.x.to_bits());
        hasher.write_u64(point.y.to_bits());
    }
}

fn hash_colour(colour: Colour, hasher: &mut DefaultHasher) {
    hasher.write_u32(u32::from_be_bytes([colour.red, colour.green, colour.blue, colour.alpha]));
}

fn hash_text(text: &TextItem, hasher: &mut DefaultHasher) {
    hasher.write_u64(text.size.to_bits());
    hash_colour(text.colour, hasher);
    if let Some((halo, width)) = text.halo {
        hash_colour(halo, hasher);
        hasher.write_u64(width.to_bits());
    }
    for glyph in &text.glyphs {
        (glyph.font, glyph.id).hash(hasher);
        hasher.write_u64(glyph.at.x.to_bits());
        hasher.write_u64(glyph.at.y.to_bits());
        hasher.write_u64(glyph.angle.to_bits());
    }
}
