//! The kinds of file that a scene can become.

use super::error::ExportError;
use super::pdf::pdf;
use super::png::encode_png;
use super::progress::Progress;
use super::raster::raster_with;
use super::svg::svg;
use crate::scene::Scene;

/// The kinds of file that a scene can become.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Png,
    Svg,
    Pdf,
}

/// A scene in a format.
pub fn export(scene: &Scene, format: Format) -> Result<Vec<u8>, ExportError> {
    export_with(scene, format, &Progress::default())
}

/// The same, for someone who waits and may cancel it. Pixels are made tile by tile and can be cancelled at each; the
/// other formats before they begin and when they are done.
pub fn export_with(scene: &Scene, format: Format, progress: &Progress) -> Result<Vec<u8>, ExportError> {
    progress.go_on()?;
    let bytes = match format {
        Format::Png => encode_png(&raster_with(scene, scene.scale.pixels, progress)?, &scene.description)?,
        Format::Svg => svg(scene)?.into_bytes(),
        Format::Pdf => pdf(scene)?,
    };
    progress.go_on()?;
    Ok(bytes)
}
