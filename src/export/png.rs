//! A scene as PNG.

use super::error::ExportError;
use super::raster::{Raster, raster};
use crate::scene::{Provenance, Scene};
use crate::text::Texts;

/// A scene as PNG, with `scale` pixels for a point.
pub fn png(scene: &Scene, scale: f64) -> Result<Vec<u8>, ExportError> {
    encode_png(&raster(scene, scale)?, &scene.description, scene.provenance.as_ref())
}

/// Pixels as PNG, with what they show and where they come from in text chunks.
pub fn encode_png(raster: &Raster, description: &str, provenance: Option<&Provenance>) -> Result<Vec<u8>, ExportError> {
    let mut bytes = Vec::new();
    let mut encoder = ::png::Encoder::new(&mut bytes, raster.width, raster.height);
    encoder.set_color(::png::ColorType::Rgb);
    encoder.set_depth(::png::BitDepth::Eight);
    encoder.set_compression(::png::Compression::Fast);
    describe(&mut encoder, description, provenance)?;
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&rgb(&raster.rgba))?;
    writer.finish()?;
    Ok(bytes)
}

/// Says what a picture shows and where it comes from, in text chunks by the keywords that PNG has for it.
pub(super) fn describe(
    encoder: &mut ::png::Encoder<'_, &mut Vec<u8>>,
    description: &str,
    provenance: Option<&Provenance>,
) -> Result<(), ::png::EncodingError> {
    let mut say = |keyword: &str, text: &str| encoder.add_itxt_chunk(keyword.to_owned(), text.to_owned());
    say("Description", description)?;
    let Some(Provenance { citation, link, licence, version }) = provenance else {
        return say("Software", Texts::english().say("app.name"));
    };
    say("Software", version)?;
    say("Citation", citation)?;
    say("Source", link)?;
    say("Copyright", licence)
}

/// The three colours of opaque pixels.
fn rgb(rgba: &[u8]) -> Vec<u8> {
    rgba.chunks_exact(4).flat_map(|pixel| pixel.get(..3).unwrap_or_default()).copied().collect()
}
