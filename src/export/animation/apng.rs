//! Frames as an animated PNG, in full colour.

use ::png::{BitDepth, BlendOp, ColorType, Compression, Encoder};

use super::change::changed;
use super::frames::{Animation, Frames};
use crate::export::error::ExportError;
use crate::export::png::describe;
use crate::export::progress::Progress;

/// Frames as PNG: of each only the rectangle in which it differs from the one before it.
pub fn apng(animation: &Animation<'_>, progress: &Progress) -> Result<Vec<u8>, ExportError> {
    progress.begin(animation.frames);
    let mut frames = Frames::new(animation, progress);
    let first = frames.draw(0, 1.0)?;
    let width = first.width as usize;
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, first.width, first.height);
    encoder.set_color(ColorType::Rgba);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::Balanced);
    encoder.set_animated(u32::try_from(animation.frames).unwrap_or(u32::MAX), 0)?;
    encoder.set_blend_op(BlendOp::Source)?;
    encoder.set_frame_delay(animation.hundredths(0), 100)?;
    describe(&mut encoder, animation.description, animation.provenance)?;
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&first.rgba)?;
    // What stays as it was is clear from now on: it packs well, and what lies below shows through.
    writer.set_blend_op(BlendOp::Over)?;
    let mut before = first.rgba;
    for nth in 1..animation.frames {
        let after = frames.draw(nth, 1.0)?.rgba;
        let (old, new) = (before.as_chunks::<4>().0, after.as_chunks::<4>().0);
        let area = changed(old, new, width);
        let length = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
        writer.set_frame_delay(animation.hundredths(nth), 100)?;
        writer.reset_frame_position()?;
        writer.set_frame_dimension(length(area.width), length(area.height))?;
        writer.set_frame_position(length(area.left), length(area.top))?;
        let pairs = area.cut(old, width).zip(area.cut(new, width));
        let pixels: Vec<u8> = pairs.flat_map(|(old, new)| if old == new { [0; 4] } else { *new }).collect();
        writer.write_image_data(&pixels)?;
        before = after;
    }
    writer.finish()?;
    Ok(bytes)
}
