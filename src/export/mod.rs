//! A scene as a file: PNG, SVG, PDF. Pure functions on the CPU: no display, no GPU, no clock, no font of the
//! system; the same scene gives the same bytes.

mod pdf;
mod png;
mod raster;
mod svg;

use thiserror::Error;

use crate::scene::Scene;

pub use pdf::pdf;
pub use png::{encode_png, png};
pub use raster::{Raster, Rasterizer, raster};
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
}

/// A scene in a format.
pub fn export(scene: &Scene, format: Format) -> Result<Vec<u8>, ExportError> {
    match format {
        Format::Png => png(scene, 1.0),
        Format::Svg => Ok(svg(scene)?.into_bytes()),
        Format::Pdf => pdf(scene),
    }
}
