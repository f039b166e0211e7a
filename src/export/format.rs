//! The kinds of file that a scene can become.

use std::path::Path;

use super::error::ExportError;
use super::pdf::pdf;
use super::png::encode_png;
use super::progress::Progress;
use super::raster::raster_with;
use super::svg::svg;
use crate::scene::Scene;

/// The kinds of file that a scene can become.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// Pixels.
    #[default]
    Png,
    /// Lines and areas for the web.
    Svg,
    /// A page to print.
    Pdf,
}

impl Format {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Png, Self::Svg, Self::Pdf];

    /// How the names of its files end, without the dot.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Svg => "svg",
            Self::Pdf => "pdf",
        }
    }

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Png => "PNG",
            Self::Svg => "SVG",
            Self::Pdf => "PDF",
        }
    }

    /// The kind that the ending of a file names.
    pub fn of_file(file: &Path) -> Option<Self> {
        let ending = file.extension()?.to_str()?.to_lowercase();
        Self::ALL.into_iter().find(|format| format.ending() == ending)
    }
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
        Format::Png => encode_png(
            &raster_with(scene, scene.scale.pixels, progress)?,
            &scene.description,
            scene.provenance.as_ref(),
        )?,
        Format::Svg => svg(scene)?.into_bytes(),
        Format::Pdf => pdf(scene)?,
    };
    progress.go_on()?;
    Ok(bytes)
}
