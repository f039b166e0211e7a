//! Scenes that follow one another as one picture that moves: GIF for every program there is, APNG in full colour. Pure
//! functions, as for a single scene.

mod apng;
mod change;
mod frames;
mod gif;
mod palette;

pub use frames::Animation;

use super::error::ExportError;
use super::progress::Progress;

/// The kinds of file that an animation can become.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnimationFormat {
    /// 255 colours, read everywhere.
    Gif,
    /// Full colour, read by browsers and newer programs; others show its first frame.
    Apng,
}

/// An animation as a file, for someone who waits and may cancel it at each frame.
pub fn animate(
    animation: &Animation<'_>,
    format: AnimationFormat,
    progress: &Progress,
) -> Result<Vec<u8>, ExportError> {
    match format {
        AnimationFormat::Gif => gif::gif(animation, progress),
        AnimationFormat::Apng => apng::apng(animation, progress),
    }
}
