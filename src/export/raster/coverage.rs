//! How far a shape covers the pixels of a tile, without its colour: the dear part of drawing, kept so that a tract
//! that passes to another holder costs a change of colour alone.

use tiny_skia::Pixmap;

use super::pixels::{PixelRect, between, lay_evenly, over, premultiplied};
use crate::symbology::Colour;

/// Covered stretches of pixel rows, from the corner of a tile.
pub struct Coverage {
    spans: Vec<Span>,
    /// The parts (of 255) that half covered pixels are covered.
    parts: Vec<u8>,
}

struct Span {
    y: u32,
    x: u32,
    length: u32,
    /// Where the stretch's parts begin in `parts`; `None` where its pixels are covered wholly.
    parts: Option<usize>,
}

/// Wholly covered pixels in a row from which they are a stretch of their own.
const LONG: usize = 8;

impl Coverage {
    pub fn nothing() -> Self {
        Self { spans: Vec::new(), parts: Vec::new() }
    }

    /// From the parts of the pixels of a rectangle, row by row.
    pub fn new(parts: &[u8], at: PixelRect, tile: PixelRect) -> Self {
        let mut coverage = Self::nothing();
        let (left, top) = ((at.left - tile.left).unsigned_abs(), (at.top - tile.top).unsigned_abs());
        for (row, y) in parts.chunks_exact((at.width() as usize).max(1)).zip(top..) {
            let mut x = left;
            let mut rest = row;
            while let Some(first) = rest.first() {
                let stretch = stretch(rest, kind(*first));
                coverage.push(stretch, x, y);
                x += count(stretch);
                rest = rest.get(stretch.len()..).unwrap_or_default();
            }
        }
        coverage
    }

    fn push(&mut self, stretch: &[u8], x: u32, y: u32) {
        let length = count(stretch);
        match stretch.first().map(|part| kind(*part)) {
            None | Some(Kind::Free) => {}
            Some(Kind::Whole) if stretch.len() >= LONG => self.spans.push(Span { y, x, length, parts: None }),
            Some(Kind::Whole | Kind::Part) => {
                match self.spans.last_mut() {
                    Some(last) if last.parts.is_some() && last.y == y && last.x + last.length == x => {
                        last.length += length;
                    }
                    _ => self.spans.push(Span { y, x, length, parts: Some(self.parts.len()) }),
                }
                self.parts.extend_from_slice(stretch);
            }
        }
    }

    /// Lays a colour over the covered pixels of a tile.
    pub fn lay(&self, colour: Colour, pixmap: &mut Pixmap) {
        let full = premultiplied(colour);
        let width = pixmap.width() as usize;
        let pixels = pixmap.data_mut();
        for span in &self.spans {
            let start = (span.y as usize * width + span.x as usize) * 4;
            let Some(pixels) = pixels.get_mut(start..start + span.length as usize * 4) else { continue };
            match span.parts {
                None => lay_evenly(full, pixels),
                Some(from) => lay_in_parts(full, self.parts.get(from..).unwrap_or_default(), pixels),
            }
        }
    }
}

/// Lays a premultiplied colour over pixels, each as far as it is covered.
pub fn lay_in_parts(full: u32, parts: &[u8], pixels: &mut [u8]) {
    for (pixel, part) in pixels.as_chunks_mut::<4>().0.iter_mut().zip(parts) {
        let part = u32::from(*part);
        let above = between(0, full, part + (part >> 7));
        *pixel = over(above, u32::from_le_bytes(*pixel)).to_le_bytes();
    }
}

/// The parts at the beginning of a row that are of one kind.
fn stretch(row: &[u8], of: Kind) -> &[u8] {
    let mut length = 0;
    if of != Kind::Part {
        // Most of a tile is free or covered wholly: eight pixels at once.
        let eight = if of == Kind::Free { [0; 8] } else { [255; 8] };
        length = row.as_chunks::<8>().0.iter().take_while(|chunk| **chunk == eight).count() * 8;
    }
    length += row.get(length..).unwrap_or_default().iter().take_while(|part| kind(**part) == of).count();
    row.get(..length).unwrap_or_default()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Free,
    Part,
    Whole,
}

fn kind(part: u8) -> Kind {
    match part {
        0 => Kind::Free,
        255 => Kind::Whole,
        _ => Kind::Part,
    }
}

fn count(stretch: &[u8]) -> u32 {
    u32::try_from(stretch.len()).unwrap_or(u32::MAX)
}
