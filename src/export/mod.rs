//! A scene as a file: PNG, SVG, PDF. Pure functions on the CPU: no display, no GPU, no clock, no font of the
//! system; the same scene gives the same bytes.

mod error;
mod format;
mod pdf;
mod png;
mod raster;
mod svg;

pub use error::ExportError;
pub use format::{Format, export};
pub use pdf::pdf;
pub use png::{encode_png, png};
pub use raster::{Raster, Rasterizer, raster};
pub use svg::svg;
