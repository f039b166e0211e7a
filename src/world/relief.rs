//! The hill shading of an atlas. It is shadow and light alone, and knows no theme but by its strength.

use std::sync::Arc;

use crate::cache::SharedCache;
use crate::catalog;
use crate::picture::Picture;
use crate::units::MapRect;

/// The relief of an atlas, with the pictures that were made of it.
pub struct Relief {
    /// The ground that the relief covers.
    pub extent: MapRect,
    png: Vec<u8>,
    /// By the bits of their strength: one for each of the two themes. They belong to this relief alone, so that no other
    /// atlas is shown with them.
    pictures: SharedCache<u64, Option<Arc<Picture>>, 2>,
}

impl Relief {
    /// Nothing is decoded yet.
    pub(super) fn new(relief: catalog::Relief) -> Self {
        Self { extent: relief.extent, png: relief.png, pictures: SharedCache::default() }
    }

    /// Shadow and light to lay over the paper, with the greatest opacity `strength`, 0 to 1. `None` where the file is no
    /// PNG. The same strength gives the same `Arc`, by which a painter knows the picture again.
    pub fn picture(&self, strength: f64) -> Option<Arc<Picture>> {
        self.pictures.get_or_make(strength.to_bits(), || shade(&self.png, strength).map(Arc::new))
    }
}

fn shade(bytes: &[u8], strength: f64) -> Option<Picture> {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(bytes));
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().ok()?;
    let mut grey = vec![0; reader.output_buffer_size()?];
    let info = reader.next_frame(&mut grey).ok()?;
    let samples = info.color_type.samples();
    let rgba = grey
        .chunks_exact(samples)
        .take((info.width * info.height) as usize)
        .flat_map(|pixel| {
            let value = f64::from(pixel.first().copied().unwrap_or(128)) - 128.0;
            let tone = if value < 0.0 { 0 } else { 255 };
            let alpha = (value.abs() / 128.0 * strength).clamp(0.0, 1.0);
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to a byte")]
            let alpha = (alpha * 255.0) as u8;
            [tone, tone, tone, alpha]
        })
        .collect();
    Some(Picture { width: info.width, height: info.height, rgba })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A relief of one pixel.
    fn relief(grey: u8) -> Relief {
        let mut png = Vec::new();
        let mut encoder = png::Encoder::new(&mut png, 1, 1);
        encoder.set_color(png::ColorType::Grayscale);
        encoder.set_depth(png::BitDepth::Eight);
        // Without compression two pixels of different tone make files of one length.
        encoder.set_compression(png::Compression::NoCompression);
        encoder.write_header().unwrap().write_image_data(&[grey]).unwrap();
        Relief::new(catalog::Relief { png, extent: MapRect::EMPTY })
    }

    #[test]
    fn each_relief_has_its_own_picture_though_files_be_of_one_length() {
        let (dark, light) = (relief(0), relief(255));
        assert_eq!(dark.png.len(), light.png.len());
        assert_eq!(dark.picture(1.0).unwrap().rgba, [0, 0, 0, 255]);
        assert_eq!(light.picture(1.0).unwrap().rgba, [255, 255, 255, 253]);
    }

    #[test]
    fn a_picture_is_made_once_for_each_strength() {
        let relief = relief(0);
        let [first, again, weaker] = [1.0, 1.0, 0.5].map(|strength| relief.picture(strength).unwrap());
        assert!(Arc::ptr_eq(&first, &again));
        assert_eq!(weaker.rgba, [0, 0, 0, 127]);
    }

    #[test]
    fn a_file_that_is_no_png_gives_no_picture() {
        let relief = Relief::new(catalog::Relief { png: b"relief".to_vec(), extent: MapRect::EMPTY });
        assert!(relief.picture(1.0).is_none());
    }
}
