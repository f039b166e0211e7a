//! A scene as a file: PNG, SVG, PDF; several as slides or as a picture that moves. Pure functions on the CPU: no display, no GPU, no clock, no font of the
//! system; the same scene gives the same bytes.

mod animation;
mod error;
mod format;
mod pdf;
mod pdf_painter;
mod png;
mod pptx;
mod progress;
mod raster;
mod structure;
mod svg;
mod xml;

pub use animation::{Animation, AnimationFormat, animate};
pub use error::ExportError;
pub use format::{Format, export, export_with};
pub use pdf::{document_pdf, pdf};
pub use png::{encode_png, png};
pub use pptx::{Deck, Slide, TextBox, TextRun, pptx};
pub use progress::Progress;
pub use raster::{Raster, Rasterizer, raster, raster_with};
pub use svg::{TextAs, svg, svg_with};
