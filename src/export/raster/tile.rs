//! One tile of a picture and what is to be drawn on it.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use vello_cpu::kurbo::{Affine, BezPath, Cap, Join, Rect, Stroke, Vec2};
use vello_cpu::peniko::{Fill, ImageQuality, ImageSampler};
use vello_cpu::{Image, ImageSource, PixmapMut, RenderContext, Resources};

use super::kept::Kept;
use super::mark::{Mark, Piece, colour_key, paint};
use super::picture::Pictures;
use super::text::Sprite;
use crate::scene::{self, SceneItem};
use crate::symbology::Colour;

/// The size of a tile, in pixels: small enough that a change leaves most tiles as they were, large enough that an
/// outline is not walked through too often.
const WIDTH: u16 = 352;
const HEIGHT: u16 = 128;

/// A rectangle of a picture.
pub struct Tile<'a> {
    /// Equal for tiles of equal pixels, and for no others but by a chance of one in 2^64.
    pub key: u64,
    at: PixelRect,
    scale: f64,
    background: Colour,
    marks: Vec<(u64, &'a SceneItem, Vec<&'a Piece>)>,
}

/// A rectangle of whole pixels.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct PixelRect {
    left: u16,
    top: u16,
    width: u16,
    height: u16,
}

impl<'a> Tile<'a> {
    /// The tiles of a page, from left to right and from the top down.
    pub fn all(width: u16, height: u16, scale: f64, background: Colour, marks: &'a [Mark<'a>]) -> Vec<Self> {
        let rows = (0..height).step_by(usize::from(HEIGHT));
        let at = rows.flat_map(|top| {
            let columns = (0..width).step_by(usize::from(WIDTH));
            columns.map(move |left| PixelRect {
                left,
                top,
                width: WIDTH.min(width - left),
                height: HEIGHT.min(height - top),
            })
        });
        at.map(|at| Self::new(at, scale, background, marks)).collect()
    }

    fn new(at: PixelRect, scale: f64, background: Colour, marks: &'a [Mark<'a>]) -> Self {
        let on_page = at.on_page(scale);
        let mut hasher = DefaultHasher::new();
        (at, scale.to_bits(), colour_key(background)).hash(&mut hasher);
        let mut touching = Vec::new();
        for mark in marks {
            let pieces: Vec<&Piece> = mark.pieces.iter().filter(|piece| piece.bounds.overlaps(on_page)).collect();
            if !pieces.is_empty() {
                (mark.key, pieces.len()).hash(&mut hasher);
                for piece in &pieces {
                    piece.key.hash(&mut hasher);
                }
                touching.push((mark.key, mark.item, pieces));
            }
        }
        Self { key: hasher.finish(), at, scale, background, marks: touching }
    }

    /// The pixels, which are opaque, so that premultiplied and straight values are the same.
    pub fn draw(&self, pictures: &Pictures, sprites: &Kept<Sprite>) -> Vec<u8> {
        let PixelRect { left, top, width, height } = self.at;
        let mut rgba = vec![0; usize::from(width) * usize::from(height) * 4];
        let mut context = RenderContext::new(width, height);
        context.set_paint(paint(Colour { alpha: u8::MAX, ..self.background }));
        context.fill_rect(&Rect::new(0.0, 0.0, f64::from(width), f64::from(height)));
        let from = Vec2::new(left.into(), top.into());
        let to_tile = Affine::scale(self.scale).then_translate(-from);
        context.set_transform(to_tile);
        for (key, item, pieces) in &self.marks {
            let path = || pieces.iter().flat_map(|piece| &piece.path).collect::<BezPath>();
            match item {
                SceneItem::Fill { colour, .. } => {
                    context.set_paint(paint(*colour));
                    context.set_fill_rule(Fill::EvenOdd);
                    context.fill_path(&path());
                    context.set_fill_rule(Fill::NonZero);
                }
                SceneItem::Lines { stroke, .. } => {
                    context.set_paint(paint(stroke.colour));
                    context.set_stroke(stroke_of(stroke));
                    context.stroke_path(&path());
                }
                SceneItem::Dots { colour, .. } => {
                    context.set_paint(paint(*colour));
                    context.fill_path(&path());
                }
                SceneItem::Text(_) => {
                    let Some(Sprite { pixels, left, top }) = sprites.get(*key) else { continue };
                    let (width, height) = (f64::from(pixels.width()), f64::from(pixels.height()));
                    let sampler = ImageSampler::new().with_quality(ImageQuality::Low);
                    context.set_paint(Image { image: ImageSource::Pixmap(Arc::clone(pixels)), sampler });
                    context.set_transform(Affine::translate((left - from.x, top - from.y)));
                    context.fill_rect(&Rect::new(0.0, 0.0, width, height));
                    context.set_transform(to_tile);
                }
                SceneItem::Image { picture, at } => {
                    if let Some((image, placed)) = pictures.paint(picture, *at) {
                        context.set_paint(image);
                        context.set_paint_transform(placed);
                        context.fill_rect(&Rect::new(at.x, at.y, at.right(), at.bottom()));
                        context.reset_paint_transform();
                    }
                }
            }
        }
        context.flush();
        if let Some(target) = PixmapMut::new(width, height, &mut rgba) {
            context.render(target, &mut Resources::new());
        }
        // Colour laid over colour many times loses a trace of its opacity to rounding.
        for pixel in rgba.as_chunks_mut::<4>().0 {
            pixel[3] = u8::MAX;
        }
        rgba
    }
}

impl PixelRect {
    fn on_page(self, scale: f64) -> Rect {
        let (left, top) = (f64::from(self.left), f64::from(self.top));
        Rect::new(left, top, left + f64::from(self.width), top + f64::from(self.height)).scale_from_origin(1.0 / scale)
    }
}

/// Tiles as one picture, with the pixels of each.
pub fn join<'a>(mut tiles: impl Iterator<Item = &'a [u8]>, width: u16, height: u16) -> Vec<u8> {
    let columns = usize::from(width.div_ceil(WIDTH));
    let mut rgba = Vec::with_capacity(usize::from(width) * usize::from(height) * 4);
    for top in (0..height).step_by(usize::from(HEIGHT)) {
        let row: Vec<&[u8]> = tiles.by_ref().take(columns).collect();
        let rows = usize::from(HEIGHT.min(height - top));
        for y in 0..rows {
            for tile in &row {
                let stride = tile.len() / rows;
                rgba.extend_from_slice(tile.get(y * stride..(y + 1) * stride).unwrap_or_default());
            }
        }
    }
    rgba
}

/// How the pieces of a line are stroked, which are cut into dashes already.
fn stroke_of(stroke: &scene::Stroke) -> Stroke {
    // Long dashes end bluntly so that their gaps stay open; dots are dashes of no length with round ends.
    let round = stroke.dash.first().is_none_or(|first| *first < 1.0);
    Stroke::new(stroke.width).with_join(Join::Round).with_caps(if round { Cap::Round } else { Cap::Butt })
}
