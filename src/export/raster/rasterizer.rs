//! Scenes as pixels, one after the other: what of the last pictures is kept for the next, and for how long.

use std::collections::HashMap;
use std::sync::Arc;

use rayon::prelude::*;
use vello_cpu::Pixmap;
use vello_cpu::kurbo::BezPath;

use super::mark;
use super::mark::{Body, Mark};
use super::pattern::DotTiles;
use super::picture::Pictures;
use super::text::{Glyphs, Sprite, TextLayout};
use super::tile;
use super::tile::{Tile, join};
use crate::cache::Cache;
use crate::export::error::ExportError;
use crate::export::progress::Progress;
use crate::scene::{Scene, SceneItem};

/// Opaque pixels, row by row, RGBA.
#[derive(Debug)]
pub struct Raster {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Four bytes for each pixel, row by row from the top; colours are multiplied by their alpha.
    pub rgba: Vec<u8>,
}

/// The largest side of a picture, in pixels.
const LARGEST: f64 = 16_384.0;

/// How many outlines of strokes and texts are kept, some kilobytes each: what several dates need.
const OUTLINES: usize = 4_096;
const SPRITES: usize = 2_048;
/// The tiles of this many pictures are kept, so that a step back costs nothing.
const PICTURES: usize = 3;
/// A map has two groups; those of the present view are what the next date needs.
const GROUPS: usize = 2;

/// Draws a scene with `scale` pixels for a point.
pub fn raster(scene: &Scene, scale: f64) -> Result<Raster, ExportError> {
    raster_with(scene, scale, &Progress::default())
}

/// The same, for someone who waits and may cancel it.
pub fn raster_with(scene: &Scene, scale: f64, progress: &Progress) -> Result<Raster, ExportError> {
    Rasterizer { once: true, ..Rasterizer::default() }.raster_with(scene, scale, progress)
}

/// Draws one scene after the other and does anew only the tiles that the last pictures did not have. The pixels are
/// those that `raster` gives.
#[derive(Default)]
pub struct Rasterizer {
    /// For a single picture, which may be large: what only a next one could use is dropped at once.
    once: bool,
    turn: u64,
    pictures: Pictures,
    glyphs: Glyphs,
    dots: DotTiles,
    /// The outlines of strokes.
    outlines: Cache<u64, Arc<BezPath>>,
    sprites: Cache<u64, Sprite>,
    /// What the tiles show of groups.
    groups: Cache<u64, Arc<Pixmap>>,
    tiles: Cache<u64, Vec<u8>>,
}

impl Rasterizer {
    /// Draws a scene with `scale` pixels for a point.
    pub fn raster(&mut self, scene: &Scene, scale: f64) -> Result<Raster, ExportError> {
        self.raster_with(scene, scale, &Progress::default())
    }

    fn raster_with(&mut self, scene: &Scene, scale: f64, progress: &Progress) -> Result<Raster, ExportError> {
        let (width, height) = ((scene.width * scale).round(), (scene.height * scale).round());
        if !(1.0..=LARGEST).contains(&width) || !(1.0..=LARGEST).contains(&height) {
            return Err(ExportError::Size { width, height });
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked just above")]
        let (width, height) = (width as u16, height as u16);
        self.turn += 1;
        let items = SceneItem::untransformed(&scene.items);
        self.pictures.meet(&items);
        let Self { pictures, glyphs, outlines, .. } = self;
        let tools = mark::Tools { scale, pictures, glyphs, outlines };
        let marks: Vec<Mark<'_>> = items.par_iter().map(|item| Mark::of(item, tools)).collect();
        self.keep_outlines(&marks);
        self.keep_sprites(&marks, scale);
        let tiles: Vec<Tile<'_>> = Tile::all(width, height, scale, scene.background, &marks);
        let new: Vec<&Tile<'_>> = tiles.iter().filter(|tile| !self.tiles.contains(&tile.key)).collect();
        let Self { once, pictures, sprites, dots, groups, .. } = self;
        let tools = tile::Tools { pictures, sprites, dots, groups };
        progress.begin(new.len());
        let draw = |tile: &&Tile<'_>| {
            if progress.is_cancelled() {
                return (Vec::new(), Vec::new());
            }
            let (pixels, groups) = tile.draw(tools);
            progress.step();
            (pixels, if *once { Vec::new() } else { groups })
        };
        let drawn: Vec<_> = new.par_iter().with_max_len(1).map(draw).collect();
        progress.go_on()?;
        let keys: Vec<u64> = new.iter().map(|tile| tile.key).collect();
        for (key, (pixels, groups)) in keys.into_iter().zip(drawn) {
            self.tiles.insert(key, pixels);
            for (key, group) in groups {
                self.groups.insert(key, group);
            }
        }
        for tile in &tiles {
            self.tiles.touch(&tile.key, self.turn);
            for key in tile.groups() {
                self.groups.touch(&key, self.turn);
            }
        }
        let pixels: Vec<&[u8]> =
            tiles.iter().map(|tile| self.tiles.get(&tile.key).map_or(&[][..], Vec::as_slice)).collect();
        let rgba = join(&pixels, width, height);
        self.outlines.evict(self.turn, OUTLINES);
        self.sprites.evict(self.turn, SPRITES);
        self.tiles.evict(self.turn, PICTURES * tiles.len());
        self.groups.evict(self.turn, GROUPS * tiles.len());
        Ok(Raster { width: width.into(), height: height.into(), rgba })
    }

    fn keep_outlines(&mut self, marks: &[Mark<'_>]) {
        for piece in Mark::ungrouped(marks).into_iter().flat_map(Mark::pieces) {
            if let Some(key) = piece.outline {
                if !self.outlines.contains(&key) {
                    self.outlines.insert(key, Arc::clone(&piece.path));
                }
                self.outlines.touch(&key, self.turn);
            }
        }
    }

    /// Draws the texts that the last pictures did not have.
    fn keep_sprites<'a>(&mut self, marks: &'a [Mark<'a>], scale: f64) {
        let texts = || {
            let text = |mark: &'a Mark<'_>| if let Body::Text(text, _) = &mark.body { Some(text) } else { None };
            Mark::ungrouped(marks).into_iter().filter_map(text)
        };
        let new: HashMap<u64, &TextLayout<'_>> =
            texts().filter(|text| !self.sprites.contains(&text.key)).map(|text| (text.key, text)).collect();
        let drawn: Vec<_> = new.into_par_iter().map(|(key, text)| (key, text.sprite(scale))).collect();
        for (key, sprite) in drawn {
            self.sprites.insert(key, sprite);
        }
        for text in texts() {
            self.sprites.touch(&text.key, self.turn);
        }
    }
}
