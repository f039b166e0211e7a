//! Why a scene did not become a file.

use thiserror::Error;

/// Why a scene did not become a file.
#[derive(Debug, Error)]
pub enum ExportError {
    /// It has no size that a picture can have.
    #[error("a picture of {width} x {height} pixels is too large or too small")]
    Size {
        /// Width in pixels.
        width: f64,
        /// Height in pixels.
        height: f64,
    },
    /// The encoder failed.
    #[error("the PNG could not be encoded")]
    Png(#[from] ::png::EncodingError),
    /// A font that is built in is damaged.
    #[error("a bundled font cannot be read")]
    Font,
    /// The writer failed, for the reason that it gives.
    #[error("the PDF could not be written: {0}")]
    Pdf(String),
    /// The slides could not be packed.
    #[error("the slides could not be packed")]
    Zip(#[from] zip::result::ZipError),
    /// The GIF could not be encoded.
    #[error("the GIF could not be encoded")]
    Gif(#[from] gif::EncodingError),
    /// Whoever waited for it does not want it any more.
    #[error("the export was cancelled")]
    Cancelled,
}
