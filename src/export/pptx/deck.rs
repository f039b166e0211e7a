//! What a file of slides is made from: finished pictures, and words that stay words. Lengths are in points of paper.

use crate::scene::Provenance;
use crate::symbology::Colour;
use crate::units::PageRect;

/// Slides of one size.
#[derive(Clone, Debug, Default)]
pub struct Deck {
    /// What the slides are about.
    pub title: String,
    /// Where they come from.
    pub provenance: Provenance,
    /// The width of a slide.
    pub width: f64,
    /// The height of a slide.
    pub height: f64,
    /// The slides in order.
    pub slides: Vec<Slide>,
}

/// A slide: a picture with words on it.
#[derive(Clone, Debug)]
pub struct Slide {
    /// The picture, as the bytes of a PNG.
    pub picture: Vec<u8>,
    /// Where the picture lies.
    pub at: PageRect,
    /// What the picture shows, for readers who cannot see it.
    pub description: String,
    /// The title: it names the slide in an outline.
    pub title: TextBox,
    /// A text beside it.
    pub text: Option<TextBox>,
    /// What the speaker sees, paragraph by paragraph.
    pub notes: Vec<String>,
}

/// Paragraphs in a rectangle.
#[derive(Clone, Debug)]
pub struct TextBox {
    /// Where they stand.
    pub room: PageRect,
    /// The paragraphs, one look each.
    pub runs: Vec<TextRun>,
}

/// A paragraph of one look.
#[derive(Clone, Debug)]
pub struct TextRun {
    /// What it says.
    pub text: String,
    /// The size of its type.
    pub size: f64,
    /// Its colour.
    pub colour: Colour,
    /// Whether it is bold.
    pub bold: bool,
}
