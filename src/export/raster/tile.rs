//! One tile of a picture and what is to be drawn on it.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use rayon::prelude::*;
use vello_cpu::kurbo::{Affine, BezPath, Rect, Vec2};
use vello_cpu::peniko::{Fill, ImageQuality, ImageSampler};
use vello_cpu::{
    Image, ImageSource, Pixmap, PixmapMut, RasterizerSettings, RenderContext, Resources, TargetInit, Tint, TintMode,
};

use super::drawn;
use super::mark::{Body, Mark, Piece, hasher, paint};
use super::pattern::{DotTiles, hatching};
use super::picture::Pictures;
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

/// What a tile shows of an item.
struct Part<'a> {
    mark: &'a Mark<'a>,
    /// As that of a tile, for a group.
    key: u64,
    pieces: Vec<&'a Piece>,
    group: Vec<Part<'a>>,
}

/// What tiles are drawn with: things made earlier.
#[derive(Clone, Copy)]
pub struct Tools<'a> {
    pub pictures: &'a Pictures,
    pub sprites: &'a Cache<u64, Sprite>,
    pub dots: &'a DotTiles,
    pub groups: &'a Cache<u64, Arc<Pixmap>>,
}

/// A rectangle of whole pixels.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct PixelRect {
    pub left: u16,
    pub top: u16,
    pub width: u16,
    pub height: u16,
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
        if let Some(Part { mark: Mark { item: SceneItem::Group(_), .. }, key, .. }) = parts.first_mut() {
            *key = !*key;
        }
        let mut hasher = hasher();
        place.hash(&mut hasher);
        for part in &parts {
            part.key.hash(&mut hasher);
        }
        Self { key: hasher.finish(), at, scale, background, parts }
    }

    /// The keys of the groups that the tile shows.
    pub fn groups(&self) -> impl Iterator<Item = u64> {
        self.parts.iter().filter(|part| !part.group.is_empty()).map(|part| part.key)
    }

    /// The pixels, which are opaque, so that premultiplied and straight values are the same, and the groups that were
    /// not known yet.
    pub fn draw(&self, tools: Tools<'_>) -> (Vec<u8>, Vec<(u64, Arc<Pixmap>)>) {
        let PixelRect { width, height, .. } = self.at;
        let mut made = Vec::new();
        let mut context = RenderContext::new(width, height);
        let mut ground = None;
        for (nth, part) in self.parts.iter().enumerate() {
            if part.group.is_empty() {
                self.ink(&mut context, part, tools);
                continue;
            }
            let known = tools.groups.get(&part.key).cloned();
            let pixels = known.unwrap_or_else(|| {
                let below = (nth == 0).then_some(self.background);
                let pixels = Arc::new(self.group(&part.group, below, tools));
                made.push((part.key, Arc::clone(&pixels)));
                pixels
            });
            if nth == 0 {
                ground = Some(pixels);
                continue;
            }
            context.set_transform(Affine::IDENTITY);
            context.set_paint(pixel_by_pixel(pixels));
            context.fill_rect(&self.at.whole());
        }
        context.flush();
        let mut rgba = match ground {
            Some(pixels) => pixels.data_as_u8_slice().to_vec(),
            None => self.background.rgba().repeat(usize::from(width) * usize::from(height)),
        };
        if let Some(target) = PixmapMut::new(width, height, &mut rgba) {
            let settings = RasterizerSettings { target_init: TargetInit::SrcOver, ..Default::default() };
            context.render_with(target, &mut Resources::new(), settings);
        }
        // Colour laid over colour many times loses a trace of its opacity to rounding.
        for pixel in rgba.as_chunks_mut::<4>().0 {
            pixel[3] = u8::MAX;
        }
        (rgba, made)
    }

    /// A group by itself, on a colour or on nothing.
    fn group(&self, parts: &[Part<'_>], below: Option<Colour>, tools: Tools<'_>) -> Pixmap {
        drawn(self.at.width, self.at.height, |context| {
            if let Some(below) = below {
                context.set_paint(paint(below));
                context.fill_rect(&self.at.whole());
            }
            for part in parts {
                self.ink(context, part, tools);
            }
        })
    }

    fn ink(&self, context: &mut RenderContext, part: &Part<'_>, tools: Tools<'_>) {
        let to_tile = self.at.page_to_own(self.scale);
        let path =
            || BezPath::from_vec(part.pieces.iter().map(|piece| piece.path.elements()).collect::<Vec<_>>().concat());
        context.set_transform(to_tile);
        context.set_fill_rule(Fill::NonZero);
        match part.mark.item {
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
                let Body::Text(text, _) = &part.mark.body else { return };
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
            // A group within a group is not kept by itself.
            SceneItem::Group(_) => part.group.iter().for_each(|part| self.ink(context, part, tools)),
        }
    }
}

impl<'a> Part<'a> {
    /// The parts of marks that touch a rectangle of the page, whose key begins with its `place`.
    fn all(marks: &'a [Mark<'a>], on_page: Rect, place: impl Hash + Copy) -> Vec<Self> {
        let one = |mark: &'a Mark<'a>| {
            let pieces: Vec<&Piece> = mark.pieces().iter().filter(|piece| piece.bounds.overlaps(on_page)).collect();
            let group = Self::all(mark.group(), on_page, place);
            if pieces.is_empty() && group.is_empty() {
                return None;
            }
            let mut hasher = hasher();
            place.hash(&mut hasher);
            (mark.key, pieces.len()).hash(&mut hasher);
            for key in pieces.iter().map(|piece| piece.key).chain(group.iter().map(|part| part.key)) {
                key.hash(&mut hasher);
            }
            Some(Self { mark, key: hasher.finish(), pieces, group })
        };
        marks.iter().filter_map(one).collect()
    }
}

impl PixelRect {
    fn corner(self) -> Vec2 {
        Vec2::new(self.left.into(), self.top.into())
    }

    /// In its own pixels.
    fn whole(self) -> Rect {
        Rect::new(0.0, 0.0, self.width.into(), self.height.into())
    }

    pub fn on_page(self, scale: f64) -> Rect {
        let (left, top) = (f64::from(self.left), f64::from(self.top));
        Rect::new(left, top, left + f64::from(self.width), top + f64::from(self.height)).scale_from_origin(1.0 / scale)
    }

    /// From points of the page to its own pixels.
    pub fn page_to_own(self, scale: f64) -> Affine {
        Affine::scale(scale).then_translate(-self.corner())
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
