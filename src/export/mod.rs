//! A scene as a file: PNG, SVG, PDF. Pure functions on the CPU: no display, no GPU, no clock, no font of the
//! system; the same scene gives the same bytes.

mod pdf;
mod png;
mod progress;
mod raster;
mod svg;

use thiserror::Error;

use crate::scene::Scene;

pub use pdf::pdf;
pub use png::{encode_png, png};
pub use progress::Progress;
pub use raster::{Raster, Rasterizer, raster, raster_with};
pub use svg::svg;

/// The kinds of file that a scene can become.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Png,
    Svg,
    Pdf,
}

/// Why a scene did not become a file.
#[derive(Debug, Error)]
pub enum ExportError {
    #[error("a picture of {width} x {height} pixels is too large or too small")]
    Size { width: f64, height: f64 },
    #[error("the PNG could not be encoded")]
    Png(#[from] ::png::EncodingError),
    #[error("the PDF could not be written: {0}")]
    Pdf(String),
    /// Whoever waited for it does not want it any more.
    #[error("the export was cancelled")]
    Cancelled,
}

/// A scene in a format.
pub fn export(scene: &Scene, format: Format) -> Result<Vec<u8>, ExportError> {
    export_with(scene, format, &Progress::default())
}

/// The same, for someone who waits and may cancel it. Pixels are made tile by tile and can be cancelled at each; the other formats before they begin and
/// when they are done.
pub fn export_with(scene: &Scene, format: Format, progress: &Progress) -> Result<Vec<u8>, ExportError> {
    progress.go_on()?;
    let bytes = match format {
        Format::Png => encode_png(&raster_with(scene, 1.0, progress)?, &scene.description)?,
        Format::Svg => svg(scene)?.into_bytes(),
        Format::Pdf => pdf(scene)?,
    };
    progress.go_on()?;
    Ok(bytes)
}
