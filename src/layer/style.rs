//! How the features of a layer look.

use crate::symbology::Colour;

/// How the features of a layer look; lengths in points of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Style {
    /// The colour of all its features; `None` for the one that the theme has for what a reader lays over the atlas.
    pub colour: Option<Colour>,
    /// The opacity of the inside of areas, 0 to 1.
    pub fill_opacity: f64,
    /// The width of the outlines of areas.
    pub outline_width: f64,
    /// The width of lines.
    pub line_width: f64,
    /// The radius of points, without the rim around them.
    pub point_radius: f64,
}

impl Default for Style {
    fn default() -> Self {
        Self { colour: None, fill_opacity: 0.18, outline_width: 1.4, line_width: 1.8, point_radius: 3.0 }
    }
}
