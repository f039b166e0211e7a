//! A scene as pixels, by tiny-skia. The window and the PNG use this one painter.
//!
//! A picture is made tile by tile: each tile is drawn alone from the marks that touch it, on as many threads as
//! there are. The tiles lie on a fixed grid, so that neither the number of threads nor what was kept from earlier
//! pictures can be seen in the pixels. It decides nothing about what is shown.

mod coverage;
mod kept;
mod mark;
mod picture;
mod pixels;
mod spread;
mod text;

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use tiny_skia::Pixmap;

use self::coverage::Coverage;
use self::kept::Kept;
use self::mark::{Keys, Mark, Workshop};
use self::pixels::PixelRect;
use super::ExportError;
use crate::scene::Scene;
use crate::symbology::Colour;

/// Opaque pixels, row by row, RGBA.
pub struct Raster {
    pub width: u32,
    pub height: u32,
    pub rgba: Vec<u8>,
}

/// The largest side of a picture, in pixels.
const LARGEST: f64 = 16_384.0;
/// The side of a tile, in pixels.
const TILE: u32 = 256;

/// Draws a scene with `scale` pixels for a point.
pub fn raster(scene: &Scene, scale: f64) -> Result<Raster, ExportError> {
    Rasterizer::default().raster(scene, scale)
}

/// Draws one scene after the other and does anew only what the last pictures did not have. The pixels are those
/// that `raster` gives.
#[derive(Default)]
pub struct Rasterizer {
    turn: u64,
    workshop: Workshop,
    marks: Kept<Option<Mark>>,
    covers: Kept<Coverage>,
    tiles: Kept<Vec<u8>>,
}

impl Rasterizer {
    pub fn raster(&mut self, scene: &Scene, scale: f64) -> Result<Raster, ExportError> {
        let (width, height) = ((scene.width * scale).round(), (scene.height * scale).round());
        if !(1.0..=LARGEST).contains(&width) || !(1.0..=LARGEST).contains(&height) {
            return Err(ExportError::Size { width, height });
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked just above")]
        let (width, height) = (width as u32, height as u32);
        self.turn += 1;
        let marks = self.marks_of(scene, scale, PixelRect::of_size(width, height));
        let tiles = self.tiles_of(scene.background, &marks, width, height);
        self.marks.forget(self.turn);
        self.covers.forget(self.turn);
        self.tiles.forget(self.turn);
        Ok(Raster { width, height, rgba: join(&tiles, width) })
    }

    /// The marks of the items, in order.
    fn marks_of(&mut self, scene: &Scene, scale: f64, page: PixelRect) -> Vec<(Keys, Arc<Option<Mark>>)> {
        let keys: Vec<Keys> = scene.items.iter().map(|item| self.workshop.keys(item, scale, page)).collect();
        let new: Vec<_> = keys.iter().zip(&scene.items).filter(|(keys, _)| !self.marks.knows(keys.whole)).collect();
        let workshop = &self.workshop;
        let made = spread::over(&new, |(keys, item)| (keys.whole, Arc::new(workshop.mark(item, scale, page))));
        self.marks.keep(made);
        keys.into_iter().filter_map(|keys| Some((keys, self.marks.take(keys.whole, self.turn)?))).collect()
    }

    /// The tiles, from left to right and from the top down.
    fn tiles_of(
        &mut self,
        background: Colour,
        marks: &[(Keys, Arc<Option<Mark>>)],
        width: u32,
        height: u32,
    ) -> Vec<Tile> {
        let wanted: Vec<Wanted<'_>> = grid(width, height).map(|at| Wanted::new(at, background, marks)).collect();
        let new: Vec<&Wanted<'_>> = wanted.iter().filter(|wanted| !self.tiles.knows(wanted.key)).collect();
        let covers = &self.covers;
        let (made, covers): (Vec<_>, Vec<_>) = spread::over(&new, |wanted| {
            let (pixels, covers) = wanted.draw(background, covers);
            ((wanted.key, Arc::new(pixels)), covers)
        })
        .into_iter()
        .unzip();
        self.tiles.keep(made);
        self.covers.keep(covers.into_iter().flatten().collect());
        for key in wanted.iter().flat_map(|wanted| &wanted.marks).map(|each| each.cover) {
            self.covers.touch(key, self.turn);
        }
        wanted
            .iter()
            .filter_map(|wanted| Some(Tile { at: wanted.at, pixels: self.tiles.take(wanted.key, self.turn)? }))
            .collect()
    }
}

struct Tile {
    at: PixelRect,
    pixels: Arc<Vec<u8>>,
}

/// A tile and what is to be drawn on it.
struct Wanted<'a> {
    key: u64,
    at: PixelRect,
    marks: Vec<Touching<'a>>,
}

/// A mark on a tile, and by what its coverage of the tile is known.
struct Touching<'a> {
    mark: &'a Mark,
    cover: u64,
}

impl<'a> Wanted<'a> {
    fn new(at: PixelRect, background: Colour, marks: &'a [(Keys, Arc<Option<Mark>>)]) -> Self {
        let mut hasher = DefaultHasher::new();
        (at, background).hash(&mut hasher);
        let mut touching = Vec::new();
        for (keys, mark) in marks {
            if let Some(mark) = mark.as_ref()
                && mark.bounds.meets(at)
            {
                keys.whole.hash(&mut hasher);
                let mut cover = DefaultHasher::new();
                (keys.form, at).hash(&mut cover);
                touching.push(Touching { mark, cover: cover.finish() });
            }
        }
        Self { key: hasher.finish(), at, marks: touching }
    }

    /// The pixels, and the coverages that were not known.
    fn draw(&self, background: Colour, covers: &Kept<Coverage>) -> (Vec<u8>, Vec<(u64, Arc<Coverage>)>) {
        let Some(mut pixmap) = Pixmap::new(self.at.width(), self.at.height()) else { return Default::default() };
        pixmap.fill(mark::colour(background));
        let mut new = Vec::new();
        for Touching { mark, cover } in &self.marks {
            let Some(shape) = mark.as_shape() else {
                mark.draw(&mut pixmap, self.at);
                continue;
            };
            if let Some(known) = covers.get(*cover) {
                shape.draw(known, &mut pixmap);
            } else {
                let made = Arc::new(shape.coverage(self.at));
                shape.draw(&made, &mut pixmap);
                new.push((*cover, made));
            }
        }
        // The page is opaque, so that premultiplied and straight values are the same.
        (pixmap.take(), new)
    }
}

fn grid(width: u32, height: u32) -> impl Iterator<Item = PixelRect> {
    (0..height.div_ceil(TILE)).flat_map(move |row| {
        (0..width.div_ceil(TILE)).map(move |column| {
            let (left, top) = (column * TILE, row * TILE);
            PixelRect::new(left, top, (left + TILE).min(width), (top + TILE).min(height))
        })
    })
}

/// The tiles as one picture.
fn join(tiles: &[Tile], width: u32) -> Vec<u8> {
    let columns = width.div_ceil(TILE) as usize;
    let bytes: usize = tiles.iter().map(|tile| tile.pixels.len()).sum();
    let mut rgba = Vec::with_capacity(bytes);
    for row in tiles.chunks(columns) {
        let height = row.first().map_or(0, |tile| tile.at.height() as usize);
        for y in 0..height {
            for tile in row {
                let stride = tile.at.width() as usize * 4;
                rgba.extend_from_slice(tile.pixels.get(y * stride..(y + 1) * stride).unwrap_or_default());
            }
        }
    }
    rgba
}
