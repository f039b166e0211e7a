//! Frames as an animated GIF with one palette for all.

use gif::{DisposalMethod, Encoder, Frame, Repeat};

use super::change::{Area, changed};
use super::frames::{Animation, Frames};
use super::palette::{Histogram, Palette};
use crate::export::error::ExportError;
use crate::export::progress::Progress;

/// For the palette each frame is looked at in so many parts of its width and height.
const GLANCE: f64 = 0.5;
/// So many frames are looked at for the palette at most, evenly spread.
const LOOKED_AT: usize = 240;

/// Frames as GIF: each is drawn twice, first small for the palette.
pub fn gif(animation: &Animation<'_>, progress: &Progress) -> Result<Vec<u8>, ExportError> {
    let step = animation.frames.div_ceil(LOOKED_AT).max(1);
    progress.begin(animation.frames.div_ceil(step) + animation.frames);
    let mut histogram = Histogram::default();
    let mut frames = Frames::new(animation, progress);
    for nth in (0..animation.frames).step_by(step) {
        histogram.add(&frames.draw(nth, GLANCE)?.rgba);
    }
    let mut palette = histogram.palette();
    let mut frames = Frames::new(animation, progress);
    let first = frames.draw(0, 1.0)?;
    let (width, height) = (first.width as usize, first.height as usize);
    let mut before = palette.indices(&first.rgba);
    let mut bytes = Vec::new();
    let size = ExportError::Size { width: f64::from(first.width), height: f64::from(first.height) };
    let Ok([wide, high]) = <[u16; 2]>::try_from(side(width).into_iter().chain(side(height)).collect::<Vec<_>>()) else {
        return Err(size);
    };
    let mut encoder = Encoder::new(&mut bytes, wide, high, &palette.bytes())?;
    encoder.set_repeat(Repeat::Infinite)?;
    let whole = Area { left: 0, top: 0, width, height };
    encoder.write_frame(&frame(whole, before.clone(), None, animation.hundredths(0)))?;
    for nth in 1..animation.frames {
        let after = palette.indices(&frames.draw(nth, 1.0)?.rgba);
        let area = changed(&before, &after, width);
        let pixels = kept(&palette, area, &before, &after, width);
        encoder.write_frame(&frame(area, pixels, Some(palette.unchanged()), animation.hundredths(nth)))?;
        before = after;
    }
    drop(encoder);
    Ok(bytes)
}

/// The pixels of a rectangle, those that stay as they were left clear: long runs of one index pack well.
fn kept(palette: &Palette, area: Area, before: &[u8], after: &[u8], width: usize) -> Vec<u8> {
    let pairs = area.cut(before, width).zip(area.cut(after, width));
    pairs.map(|(before, after)| if before == after { palette.unchanged() } else { *after }).collect()
}

fn frame(area: Area, pixels: Vec<u8>, transparent: Option<u8>, delay: u16) -> Frame<'static> {
    let [left, top, width, height] =
        [area.left, area.top, area.width, area.height].map(|length| side(length).unwrap_or(u16::MAX));
    Frame {
        delay,
        dispose: DisposalMethod::Keep,
        transparent,
        left,
        top,
        width,
        height,
        buffer: pixels.into(),
        ..Frame::default()
    }
}

fn side(length: usize) -> Option<u16> {
    u16::try_from(length).ok()
}
