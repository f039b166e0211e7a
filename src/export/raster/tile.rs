//! One tile of a picture and what is to be drawn on it.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use rayon::prelude::*;
use vello_cpu::kurbo::{Affine, BezPath, Rect, Shape, Vec2};
use vello_cpu::peniko::{Fill, ImageQuality, ImageSampler};
use vello_cpu::{Image, ImageSource, Pixmap, RenderContext, Tint, TintMode};

use super::canvas::Canvas;
use super::mark::{Body, Mark, Piece};
use super::outline::hasher;
use super::part::{Content, Part};
use super::pattern::{DotTiles, hatching};
use super::picture::Pictures;
use super::pixels::{PixelRect, drawn, paint};
use super::text::Sprite;
use crate::cache::Cache;
use crate::scene;
use crate::scene::{Pattern, SceneItem};
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
    parts: Vec<Part<'a>>,
}

/// Groups that were drawn, by their keys.
pub type Made = Vec<(u64, Arc<Pixmap>)>;

/// What tiles are drawn with: things made earlier.
#[derive(Clone, Copy)]
pub struct Tools<'a> {
    pub pictures: &'a Pictures,
    pub sprites: &'a Cache<u64, Sprite>,
    pub dots: &'a DotTiles,
    pub groups: &'a Cache<u64, Arc<Pixmap>>,
}

impl<'a> Tile<'a> {
    /// The tiles of a page, from left to right and from the top down.
    pub fn all(width: u16, height: u16, scale: f64, background: Colour, marks: &'a [Mark<'a>]) -> Vec<Self> {
        let background = Colour { alpha: u8::MAX, ..background };
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
        let place = (at, scale.to_bits(), background);
        let mut parts = Part::all(marks, at.on_page(scale), place);
        // A group at the bottom has the background in its pixels.
        if let Some(Part { key, content: Content::Kept { clip: None, .. } }) = parts.first_mut() {
            *key = !*key;
        }
        let mut hasher = hasher();
        place.hash(&mut hasher);
        for part in &parts {
            part.key.hash(&mut hasher);
        }
        Self { key: hasher.finish(), at, scale, background, parts }
    }

    /// The keys of the kept groups that the tile shows.
    pub fn groups(&self) -> Vec<u64> {
        Part::kept(&self.parts)
    }

    /// The pixels, which are opaque, and the groups that were not known yet.
    pub fn draw(&self, tools: Tools<'_>) -> (Vec<u8>, Made) {
        let PixelRect { width, height, .. } = self.at;
        let mut made = Made::new();
        let (rgba, above) = match self.parts.split_first() {
            Some((Part { key, content: Content::Kept { parts, clip: None } }, above)) => {
                let ground = self.kept(*key, parts, Some(self.background), tools, &mut made);
                (ground.data_as_u8_slice().to_vec(), above)
            }
            _ => {
                let pixels = usize::from(width) * usize::from(height);
                (self.background.rgba().repeat(pixels), self.parts.as_slice())
            }
        };
        let mut canvas = Canvas::new(width, height, rgba);
        self.cover(&mut canvas, above, tools, &mut made);
        (canvas.finish(), made)
    }

    /// Draws parts on a canvas. What a clip leaves out is laid over them again as it was before: exact where a layer
    /// of its own would lose a trace of its opacity to rounding.
    fn cover(&self, canvas: &mut Canvas, parts: &[Part<'_>], tools: Tools<'_>, made: &mut Made) {
        for part in parts {
            let Content::Clipped { parts, clip } = &part.content else {
                self.lay(&mut canvas.context, part, tools, made);
                continue;
            };
            let before = Arc::new(canvas.so_far());
            self.cover(canvas, parts, tools, made);
            let mut outside = self.at.whole().to_path(0.0);
            outside.extend(self.at.page_to_own(self.scale) * &clip.path);
            canvas.context.set_transform(Affine::IDENTITY);
            canvas.context.set_fill_rule(Fill::EvenOdd);
            canvas.context.set_paint(pixel_by_pixel(before));
            canvas.context.fill_path(&outside);
        }
    }

    /// The pixels of a group by itself, on a colour or on nothing: those that are known, or new ones.
    fn kept(
        &self,
        key: u64,
        parts: &[Part<'_>],
        below: Option<Colour>,
        tools: Tools<'_>,
        made: &mut Made,
    ) -> Arc<Pixmap> {
        if let Some(known) = tools.groups.get(&key) {
            return Arc::clone(known);
        }
        let pixels = Arc::new(drawn(self.at.width, self.at.height, |context| {
            if let Some(below) = below {
                context.set_paint(paint(below));
                context.fill_rect(&self.at.whole());
            }
            for part in parts {
                self.lay(context, part, tools, made);
            }
        }));
        made.push((key, Arc::clone(&pixels)));
        pixels
    }

    fn lay(&self, context: &mut RenderContext, part: &Part<'_>, tools: Tools<'_>, made: &mut Made) {
        match &part.content {
            Content::Pieces(mark, pieces) => self.ink(context, mark, pieces, tools),
            Content::Kept { parts, clip } => {
                let pixels = self.kept(part.key, parts, None, tools, made);
                context.set_transform(Affine::IDENTITY);
                context.set_paint(pixel_by_pixel(pixels));
                match clip {
                    None => context.fill_rect(&self.at.whole()),
                    Some(clip) => {
                        context.set_fill_rule(Fill::EvenOdd);
                        context.fill_path(&(self.at.page_to_own(self.scale) * &clip.path));
                    }
                }
            }
            Content::Clipped { parts, clip } => {
                context.set_transform(self.at.page_to_own(self.scale));
                context.set_fill_rule(Fill::EvenOdd);
                context.push_clip_layer(&clip.path);
                for part in parts {
                    self.lay(context, part, tools, made);
                }
                context.pop_layer();
            }
        }
    }

    fn ink(&self, context: &mut RenderContext, mark: &Mark<'_>, pieces: &[&Piece], tools: Tools<'_>) {
        let to_tile = self.at.page_to_own(self.scale);
        let path = || BezPath::from_vec(pieces.iter().map(|piece| piece.path.elements()).collect::<Vec<_>>().concat());
        context.set_transform(to_tile);
        context.set_fill_rule(Fill::NonZero);
        match mark.item {
            SceneItem::Fill { colour, .. } => {
                context.set_paint(paint(*colour));
                context.set_fill_rule(Fill::EvenOdd);
                context.fill_path(&path());
            }
            SceneItem::Patterned { pattern, colour, .. } => {
                context.set_fill_rule(Fill::EvenOdd);
                match *pattern {
                    Pattern::Lines { spacing, angle, width } => {
                        context.set_paint(hatching(spacing, angle, width, *colour, 1.0 / self.scale));
                        context.fill_path(&path());
                    }
                    Pattern::Dots { spacing, radius } => {
                        context.set_paint(pixel_by_pixel(tools.dots.tile(self.at, self.scale, spacing, radius)));
                        context.set_tint(Some(Tint { color: paint(*colour), mode: TintMode::AlphaMask }));
                        context.set_transform(Affine::IDENTITY);
                        context.fill_path(&(to_tile * path()));
                        context.reset_tint();
                    }
                }
            }
            SceneItem::Lines { stroke: scene::Stroke { colour, .. }, .. } | SceneItem::Dots { colour, .. } => {
                context.set_paint(paint(*colour));
                context.fill_path(&path());
            }
            SceneItem::Text(_) => {
                let Body::Text(text, _) = &mark.body else { return };
                if let Some(Sprite { pixels, left, top }) = tools.sprites.get(&text.key) {
                    let on_tile = text.origin.to_vec2() + Vec2::new(*left, *top) - self.at.corner();
                    context.set_transform(Affine::translate(on_tile));
                    context.set_paint(pixel_by_pixel(Arc::clone(pixels)));
                    context.fill_rect(&Rect::new(0.0, 0.0, pixels.width().into(), pixels.height().into()));
                }
            }
            SceneItem::Image { picture, at } => {
                if let Some((image, placed)) = tools.pictures.paint(picture, *at) {
                    context.set_paint(image);
                    context.set_paint_transform(placed);
                    context.fill_rect(&Rect::new(at.x, at.y, at.right(), at.bottom()));
                    context.reset_paint_transform();
                }
            }
            // Groups are parts of their own, and a link has no ink.
            SceneItem::Group(_) | SceneItem::Link { .. } => {}
        }
    }
}

/// Tiles as one picture, with the pixels of each.
pub fn join(tiles: &[&[u8]], width: u16, height: u16) -> Vec<u8> {
    let columns = usize::from(width.div_ceil(WIDTH));
    let row = usize::from(width) * 4;
    let mut rgba = vec![0; row * usize::from(height)];
    rgba.par_chunks_mut(row * usize::from(HEIGHT)).zip(tiles.par_chunks(columns)).for_each(|(band, tiles)| {
        let rows = band.len() / row;
        for (y, mut line) in band.chunks_exact_mut(row).enumerate() {
            for tile in tiles {
                let stride = tile.len() / rows;
                let here = line.split_off_mut(..stride);
                if let (Some(here), Some(from)) = (here, tile.get(y * stride..(y + 1) * stride)) {
                    here.copy_from_slice(from);
                }
            }
        }
    });
    rgba
}

/// Pixels as a paint that is laid on whole pixels.
fn pixel_by_pixel(pixels: Arc<Pixmap>) -> Image {
    Image { image: ImageSource::Pixmap(pixels), sampler: ImageSampler::new().with_quality(ImageQuality::Low) }
}
