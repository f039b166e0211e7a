//! A scene as PNG.

use super::error::ExportError;
use super::raster::{Raster, raster};
use crate::scene::Scene;
use crate::text::Texts;

/// A scene as PNG, with `scale` pixels for a point.
pub fn png(scene: &Scene, scale: f64) -> Result<Vec<u8>, ExportError> {
    encode_png(&raster(scene, scale)?, &scene.description)
}

/// Pixels as PNG, with what they show in a text chunk.
pub fn encode_png(raster: &Raster, description: &str) -> Result<Vec<u8>, ExportError> {
    let mut bytes = Vec::new();
    let mut encoder = ::png::Encoder::new(&mut bytes, raster.width, raster.height);
    encoder.set_color(::png::ColorType::Rgb);
    encoder.set_depth(::png::BitDepth::Eight);
    encoder.set_compression(::png::Compression::Fast);
    encoder.add_itxt_chunk("Description".to_owned(), description.to_owned())?;
    encoder.add_itxt_chunk("Software".to_owned(), Texts::english().say("app.name").to_owned())?;
    let mut writer = encoder.write_header()?;
    let mut rgb = Vec::with_capacity(raster.rgba.len() / 4 * 3);
    for pixel in raster.rgba.chunks_exact(4) {
        rgb.extend_from_slice(pixel.get(..3).unwrap_or_default());
    }
    writer.write_image_data(&rgb)?;
    writer.finish()?;
    Ok(bytes)
}
