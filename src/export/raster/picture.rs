//! Pictures inside a scene (the relief) as pixels: placed and scaled, neither turned nor sharpened.

use std::hash::{DefaultHasher, Hash};
use std::sync::{Arc, OnceLock, Weak};

use tiny_skia::Pixmap;

use super::pixels::{PixelRect, between, over, premultiplied};
use crate::scene::Picture;
use crate::symbology::Colour;
use crate::units::PageRect;

/// The pictures that were met, with their pixels as the painter needs them.
#[derive(Default)]
pub struct Pictures {
    met: Vec<Met>,
    count: u64,
}

struct Met {
    picture: Weak<Picture>,
    /// Not given twice, as an address may be.
    number: u64,
    texels: Arc<Texels>,
}

/// Premultiplied pixels, worked out when first needed.
type Texels = OnceLock<Vec<u32>>;

/// A picture at its place, in pixels.
pub struct PlacedPicture {
    picture: Arc<Picture>,
    texels: Arc<Texels>,
    left: f64,
    top: f64,
    width: f64,
    height: f64,
}

impl Pictures {
    /// Feeds what is special about a picture into a hasher.
    pub fn hash(&mut self, picture: &Arc<Picture>, hasher: &mut DefaultHasher) {
        self.met.retain(|met| met.picture.strong_count() > 0);
        let known = self.met.iter().find(|met| met.picture.as_ptr() == Arc::as_ptr(picture)).map(|met| met.number);
        let number = known.unwrap_or_else(|| {
            self.count += 1;
            self.met.push(Met { picture: Arc::downgrade(picture), number: self.count, texels: Arc::default() });
            self.count
        });
        number.hash(hasher);
    }

    pub fn placed(&self, picture: &Arc<Picture>, at: PageRect, scale: f64) -> PlacedPicture {
        let met = self.met.iter().find(|met| met.picture.as_ptr() == Arc::as_ptr(picture));
        PlacedPicture {
            picture: Arc::clone(picture),
            texels: met.map(|met| Arc::clone(&met.texels)).unwrap_or_default(),
            left: at.x * scale,
            top: at.y * scale,
            width: at.width * scale,
            height: at.height * scale,
        }
    }
}

impl PlacedPicture {
    /// The pixels whose middles lie in the picture.
    #[expect(clippy::cast_possible_truncation, reason = "what lies far outside is brought to the ends of the range")]
    pub fn bounds(&self) -> PixelRect {
        PixelRect {
            left: (self.left - 0.5).ceil() as i32,
            top: (self.top - 0.5).ceil() as i32,
            right: (self.left + self.width - 0.5).ceil() as i32,
            bottom: (self.top + self.height - 0.5).ceil() as i32,
        }
    }

    pub fn draw(&self, pixmap: &mut Pixmap, tile: PixelRect) {
        let Some(shown) = self.bounds().common(tile) else { return };
        let texels = self.texels.get_or_init(|| texels(&self.picture));
        let columns = samples(shown.left, shown.right, self.left, self.width, self.picture.width);
        let rows = samples(shown.top, shown.bottom, self.top, self.height, self.picture.height);
        let wide = self.picture.width as usize;
        let stride = tile.width() as usize * 4;
        let skip = usize::try_from(shown.left - tile.left).unwrap_or(0) * 4;
        let above = usize::try_from(shown.top - tile.top).unwrap_or(0);
        let mut blended = vec![0; wide];
        for (target, row) in pixmap.data_mut().chunks_exact_mut(stride).skip(above).zip(&rows) {
            let line = |at: usize| texels.get(at * wide..(at + 1) * wide).unwrap_or_default();
            // The two rows of the picture become one, over the columns that are shown.
            let (first, last) =
                (columns.first().map_or(0, |each| each.near), columns.last().map_or(0, |each| each.far));
            let stretch = first..(last + 1).min(wide);
            let pairs = line(row.near).get(stretch.clone()).unwrap_or_default().iter();
            let pairs = pairs.zip(line(row.far).get(stretch.clone()).unwrap_or_default());
            for (slot, (near, far)) in blended.get_mut(stretch).unwrap_or_default().iter_mut().zip(pairs) {
                *slot = between(*near, *far, row.part);
            }
            let pixels = target.get_mut(skip..).unwrap_or_default().chunks_exact_mut(4);
            for (pixel, column) in pixels.zip(&columns) {
                let (Some(near), Some(far)) = (blended.get(column.near), blended.get(column.far)) else { continue };
                let colour = between(*near, *far, column.part);
                if let Ok(below) = <[u8; 4]>::try_from(&*pixel) {
                    pixel.copy_from_slice(&over(colour, u32::from_le_bytes(below)).to_le_bytes());
                }
            }
        }
    }
}

/// Which two texels a pixel lies between, and how many of 256 parts of the way.
struct Sample {
    near: usize,
    far: usize,
    part: u32,
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the size of the picture")]
fn samples(from: i32, to: i32, start: f64, length: f64, count: u32) -> Vec<Sample> {
    let last = count.saturating_sub(1) as usize;
    (from..to)
        .map(|pixel| {
            let at = ((f64::from(pixel) + 0.5 - start) / length * f64::from(count) - 0.5).clamp(0.0, last as f64);
            // Rounded as a whole, so that a hair below a texel is that texel.
            let steps = (at * 256.0).round() as usize;
            let near = steps / 256;
            Sample { near, far: (near + 1).min(last), part: (steps % 256) as u32 }
        })
        .collect()
}

fn texels(picture: &Picture) -> Vec<u32> {
    let texel = |rgba: &[u8]| match *rgba {
        [red, green, blue, alpha] => premultiplied(Colour { red, green, blue, alpha }),
        _ => 0,
    };
    picture.rgba.chunks_exact(4).map(texel).collect()
}
