//! A scene as a file: PNG, SVG, PDF. Pure functions on the CPU: no display, no GPU, no clock, no font of the
//! system; the same scene gives the same bytes.

mod error;
mod format;
mod pdf;
mod pdf_painter;
mod png;
mod progress;
mod raster;
mod structure;
mod svg;

pub use error::ExportError;
pub use format::{Format, export, export_with};
pub use pdf::{document_pdf, pdf};
pub use png::{encode_png, png};
pub use progress::Progress;
pub use raster::{Raster, Rasterizer, raster, raster_with};
pub use svg::svg;
