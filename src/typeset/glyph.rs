//! Glyphs as they are placed and drawn, for a font size of 1.

use std::ops::Range;

use super::face::FontId;

/// A line of text, shaped for a size of 1: all measures are parts of the font size.
#[derive(Clone, Debug)]
pub struct Shaped {
    pub text: String,
    /// From left to right.
    pub glyphs: Vec<Glyph>,
    pub width: f64,
    pub ascent: f64,
    pub descent: f64,
}

#[derive(Clone, Debug)]
pub struct Glyph {
    pub font: FontId,
    pub id: u32,
    /// Where the glyph's origin lies, right of the line's start.
    pub x: f64,
    /// Above the baseline.
    pub y: f64,
    pub advance: f64,
    /// The bytes of the text that the glyph stands for.
    pub range: Range<usize>,
}

/// A glyph's outline for a font size of 1, y upwards.
#[derive(Clone, Debug, Default)]
pub struct GlyphOutline {
    pub steps: Vec<OutlineStep>,
}

#[derive(Clone, Copy, Debug)]
pub enum OutlineStep {
    Move([f32; 2]),
    Line([f32; 2]),
    Quad([f32; 2], [f32; 2]),
    Cubic([f32; 2], [f32; 2], [f32; 2]),
    Close,
}
