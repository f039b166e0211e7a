//! Glyphs as they are placed and drawn, for a font size of 1.

use std::ops::Range;

use super::face::FontId;

/// A line of text, shaped for a size of 1: all measures are parts of the font size.
#[derive(Clone, Debug)]
pub struct Shaped {
    /// The text.
    pub text: String,
    /// From left to right.
    pub glyphs: Vec<Glyph>,
    /// Its width, as a part of the font size.
    pub width: f64,
    /// How high it rises over the line, as a part of the font size.
    pub ascent: f64,
    /// How far it reaches below the line, as a part of the font size.
    pub descent: f64,
}

/// A glyph of a text.
#[derive(Clone, Debug)]
pub struct Glyph {
    /// The font that it is from.
    pub font: FontId,
    /// Its number in the font.
    pub id: u32,
    /// Where the glyph's origin lies, right of the line's start.
    pub x: f64,
    /// Above the baseline.
    pub y: f64,
    /// How far the next glyph stands from it, as a part of the font size.
    pub advance: f64,
    /// The bytes of the text that the glyph stands for.
    pub range: Range<usize>,
}

/// A glyph's outline for a font size of 1, y upwards.
#[derive(Clone, Debug, Default)]
pub struct GlyphOutline {
    /// The steps of its outline, in order.
    pub steps: Vec<OutlineStep>,
}

/// A step of an outline, as a part of the font size, y upwards.
#[derive(Clone, Copy, Debug)]
pub enum OutlineStep {
    /// A new contour begins here.
    Move([f32; 2]),
    /// A straight line to here.
    Line([f32; 2]),
    /// A quadratic curve, by its control point and its end.
    Quad([f32; 2], [f32; 2]),
    /// A cubic curve, by its two control points and its end.
    Cubic([f32; 2], [f32; 2], [f32; 2]),
    /// The contour is closed.
    Close,
}
