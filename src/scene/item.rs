//! What a scene is made of. Painters match every kind of item without a catch-all, so that a new kind
//! breaks each of them at compile time.

use std::sync::Arc;

use crate::symbology::Colour;
use crate::typeset::FontId;
use crate::units::{PagePoint, PageRect};

/// Finished items on a page, in the order in which they are drawn.
#[derive(Clone, Debug)]
pub struct Scene {
    pub width: f64,
    pub height: f64,
    pub background: Colour,
    pub items: Vec<SceneItem>,
    /// What the picture shows, for readers who cannot see it.
    pub description: String,
}

#[derive(Clone, Debug)]
pub enum SceneItem {
    /// Closed rings, filled by the even-odd rule.
    Fill {
        rings: Vec<Vec<PagePoint>>,
        colour: Colour,
    },
    /// Open lines.
    Lines {
        lines: Vec<Vec<PagePoint>>,
        stroke: Stroke,
    },
    /// Filled circles of one size.
    Dots {
        centres: Vec<PagePoint>,
        radius: f64,
        colour: Colour,
    },
    Text(TextItem),
    Image {
        picture: Arc<Picture>,
        at: PageRect,
    },
}

#[derive(Clone, Debug, PartialEq)]
pub struct Stroke {
    pub colour: Colour,
    pub width: f64,
    pub dash: Dash,
}

/// Lengths on and off, in points; empty for a solid line.
pub type Dash = Vec<f64>;

/// A line of text as placed glyphs.
#[derive(Clone, Debug)]
pub struct TextItem {
    pub text: String,
    pub size: f64,
    pub colour: Colour,
    /// A rim of another colour under the glyphs, and its width.
    pub halo: Option<(Colour, f64)>,
    pub glyphs: Vec<PlacedGlyph>,
}

#[derive(Clone, Debug)]
pub struct PlacedGlyph {
    pub font: FontId,
    pub id: u32,
    /// The glyph's origin on the baseline.
    pub at: PagePoint,
    /// Radians, clockwise on the page.
    pub angle: f64,
    pub advance: f64,
    pub range: std::ops::Range<usize>,
}

/// An RGBA picture, straight alpha.
#[derive(Debug)]
pub struct Picture {
    pub width: u32,
    pub height: u32,
    pub rgba: Vec<u8>,
}

impl Stroke {
    pub fn solid(colour: Colour, width: f64) -> Self {
        Self { colour, width, dash: Vec::new() }
    }

    pub fn dashed(colour: Colour, width: f64, dash: &[f64]) -> Self {
        Self { colour, width, dash: dash.to_vec() }
    }
}
