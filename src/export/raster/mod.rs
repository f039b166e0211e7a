//! A scene as pixels, by `vello_cpu`. The window and the PNG use this one painter.
//!
//! A picture is made tile by tile: each tile is drawn alone from the parts of the items that touch it, on as many
//! threads as there are. The tiles lie on a fixed grid, so that neither the number of threads nor what was
//! kept from earlier pictures can be seen in the pixels. It decides nothing about what is shown.

mod kept;
mod mark;
mod picture;
mod spread;
mod text;
mod tile;

use vello_cpu::kurbo::Rect;

use self::kept::Kept;
use self::mark::Mark;
use self::picture::Pictures;
use self::text::{Glyphs, Sprite};
use self::tile::{Tile, join};
use super::ExportError;
use crate::scene::{Scene, SceneItem, TextItem};

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
    Rasterizer::default().raster(scene, scale)
}

/// Draws one scene after the other and does anew only the tiles that the last pictures did not have. The pixels are
/// those that `raster` gives.
#[derive(Default)]
pub struct Rasterizer {
    turn: u64,
    pictures: Pictures,
    glyphs: Glyphs,
    sprites: Kept<Sprite>,
    tiles: Kept<Vec<u8>>,
}

impl Rasterizer {
    pub fn raster(&mut self, scene: &Scene, scale: f64) -> Result<Raster, ExportError> {
        let (width, height) = ((scene.width * scale).round(), (scene.height * scale).round());
        if !(1.0..=LARGEST).contains(&width) || !(1.0..=LARGEST).contains(&height) {
            return Err(ExportError::Size { width, height });
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked just above")]
        let (width, height) = (width as u16, height as u16);
        self.turn += 1;
        self.pictures.meet(&scene.items);
        let marks: Vec<Mark<'_>> =
            spread::over(&scene.items, |item| Mark::of(item, scale, &self.pictures, &self.glyphs));
        self.keep_sprites(&marks, scale);
        let tiles: Vec<Tile<'_>> = Tile::all(width, height, scale, scene.background, &marks);
        let new: Vec<&Tile<'_>> = tiles.iter().filter(|tile| !self.tiles.knows(tile.key)).collect();
        let drawn = spread::over(&new, |tile| (tile.key, tile.draw(&self.pictures, &self.sprites)));
        self.tiles.keep(drawn);
        for tile in &tiles {
            self.tiles.touch(tile.key, self.turn);
        }
        let pixels = tiles.iter().map(|tile| self.tiles.get(tile.key).map_or(&[][..], Vec::as_slice));
        let rgba = join(pixels, width, height);
        self.sprites.forget(self.turn);
        self.tiles.forget(self.turn);
        Ok(Raster { width: width.into(), height: height.into(), rgba })
    }

    /// Draws the texts that the last pictures did not have.
    fn keep_sprites(&mut self, marks: &[Mark<'_>], scale: f64) {
        let texts: Vec<(u64, &TextItem, Rect)> = marks
            .iter()
            .filter_map(|mark| match (mark.item, mark.pieces.as_slice()) {
                (SceneItem::Text(text), [whole]) => Some((mark.key, text, whole.bounds)),
                _ => None,
            })
            .collect();
        let new: Vec<_> = texts.iter().filter(|(key, ..)| !self.sprites.knows(*key)).collect();
        let drawn = spread::over(&new, |(key, text, bounds)| (*key, self.glyphs.sprite(text, *bounds, scale)));
        self.sprites.keep(drawn);
        for (key, ..) in &texts {
            self.sprites.touch(*key, self.turn);
        }
    }
}
