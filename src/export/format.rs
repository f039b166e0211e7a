//! The kinds of file that a scene can become.

use super::error::ExportError;
use super::pdf::pdf;
use super::png::png;
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
    match format {
        Format::Png => png(scene, 1.0),
        Format::Svg => Ok(svg(scene).into_bytes()),
        Format::Pdf => pdf(scene),
    }
}
