//! What a scene is made of. Painters match every kind of item without a catch-all, so that a new kind
//! breaks each of them at compile time.

use std::sync::Arc;

use super::provenance::Provenance;
use crate::picture::Picture;
use crate::symbology::{Colour, HatchLook, LineLook};
use crate::typeset::FontId;
use crate::units::{PagePoint, PageRect};

/// Finished items on a page, in the order in which they are drawn.
#[derive(Clone, Debug)]
pub struct Scene {
    /// Width in points.
    pub width: f64,
    /// Height in points.
    pub height: f64,
    /// What a point becomes where the scene is written to a file.
    pub scale: PageScale,
    /// The colour of the page.
    pub background: Colour,
    /// What lies on it, the lowest first.
    pub items: Vec<SceneItem>,
    /// What the picture shows, for readers who cannot see it.
    pub description: String,
    /// Where it comes from, for what is saved.
    pub provenance: Option<Provenance>,
}

/// What a point of a page becomes where it is written to a file.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PageScale {
    /// Pixels of a picture.
    pub pixels: f64,
    /// Points of paper, 1/72 inch each.
    pub paper: f64,
}

impl Default for PageScale {
    fn default() -> Self {
        Self { pixels: 1.0, paper: 1.0 }
    }
}

impl Scene {
    /// A page with nothing on it.
    pub fn empty(background: Colour) -> Self {
        Self {
            width: 1.0,
            height: 1.0,
            scale: PageScale::default(),
            background,
            items: Vec::new(),
            description: String::new(),
            provenance: None,
        }
    }
}

/// What a scene is made of. An item is at its place already: nothing is looked up to draw it.
#[derive(Clone, Debug)]
pub enum SceneItem {
    /// Closed rings, filled by the even-odd rule.
    Fill {
        /// Closed rings, filled by the even-odd rule.
        rings: Vec<Vec<PagePoint>>,
        /// The colour of the fill.
        colour: Colour,
    },
    /// Closed rings filled with a pattern by the even-odd rule.
    Patterned {
        /// Closed rings, by the even-odd rule.
        rings: Vec<Vec<PagePoint>>,
        /// What they are filled with.
        pattern: Pattern,
        /// The colour of the pattern.
        colour: Colour,
    },
    /// Open lines.
    Lines {
        /// Open or closed lines.
        lines: Vec<Vec<PagePoint>>,
        /// How they are drawn.
        stroke: Stroke,
    },
    /// Filled circles of one size.
    Dots {
        /// The middles of the dots.
        centres: Vec<PagePoint>,
        /// Their radius in points.
        radius: f64,
        /// Their colour.
        colour: Colour,
    },
    /// Words.
    Text(TextItem),
    /// A picture.
    Image {
        /// Its pixels.
        picture: Arc<Picture>,
        /// The rectangle that it fills.
        at: PageRect,
    },
    /// Items that go together.
    Group(Group),
    /// A rectangle that leads somewhere. It lays no ink, and pixels have none of it.
    Link {
        /// Where it can be clicked.
        area: PageRect,
        /// Where it leads.
        target: LinkTarget,
    },
}

/// Items that go together, drawn in their order.
#[derive(Clone, Debug, Default)]
pub struct Group {
    /// What is drawn, in the group's own points.
    pub items: Vec<SceneItem>,
    /// Closed rings in the group's own points, by the even-odd rule: nothing is drawn outside of them. `None` for a
    /// group that is not confined. Areas of links are not cut.
    pub clip: Option<Vec<Vec<PagePoint>>>,
    /// From the group's own points to those of what it stands on, applied after the clip.
    pub transform: Transform,
    /// Whether the items seldom change, so that a painter may keep what it made of them.
    pub keep: bool,
}

/// A change of size about the origin, then a shift. Angles and proportions stay.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Transform {
    /// What lengths are multiplied with.
    pub scale: f64,
    /// The shift to the right, in points.
    pub x: f64,
    /// The shift down, in points.
    pub y: f64,
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkTarget {
    /// An address on the web, as a browser takes it.
    Url(String),
}

/// What repeats over the whole page, all lengths in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Pattern {
    /// Parallel lines, one of them through the page's origin, turned clockwise by `angle` radians.
    Lines {
        /// How far apart their middles are.
        spacing: f64,
        /// How far they are turned, in radians.
        angle: f64,
        /// How wide they are.
        width: f64,
    },
    /// Dots in level rows, those of every other row shifted by half the spacing; one dot at the page's origin.
    Dots {
        /// How far apart the middles of neighbours are.
        spacing: f64,
        /// Their radius.
        radius: f64,
    },
}

/// How a line is drawn: a colour, a width, and where it is interrupted.
#[derive(Clone, Debug, PartialEq)]
pub struct Stroke {
    /// Its colour.
    pub colour: Colour,
    /// Its width in points.
    pub width: f64,
    /// Where it is interrupted.
    pub dash: Dash,
}

/// Lengths on and off, in points; empty for a solid line.
pub type Dash = Vec<f64>;

/// A line of text as placed glyphs.
#[derive(Clone, Debug)]
pub struct TextItem {
    /// The text.
    pub text: String,
    /// The height of the letters in points.
    pub size: f64,
    /// The colour of the letters.
    pub colour: Colour,
    /// A rim of another colour under the glyphs, and its width.
    pub halo: Option<(Colour, f64)>,
    /// Its glyphs, from left to right.
    pub glyphs: Vec<PlacedGlyph>,
}

/// A glyph at its place.
#[derive(Clone, Debug)]
pub struct PlacedGlyph {
    /// The font that it is from.
    pub font: FontId,
    /// Its number in the font.
    pub id: u32,
    /// The glyph's origin on the baseline.
    pub at: PagePoint,
    /// Radians, clockwise on the page.
    pub angle: f64,
    /// How far the next glyph stands from it, in points.
    pub advance: f64,
    /// The bytes of the text that it stands for.
    pub range: std::ops::Range<usize>,
}

impl SceneItem {
    /// Items without groups, in the order in which they are drawn; what groups do to them is left out.
    pub fn ungrouped(items: &[Self]) -> Vec<&Self> {
        fn one(item: &SceneItem) -> Vec<&SceneItem> {
            if let SceneItem::Group(group) = item { SceneItem::ungrouped(&group.items) } else { vec![item] }
        }
        items.iter().flat_map(one).collect()
    }
}

impl Group {
    /// Items that seldom change.
    pub fn kept(items: Vec<SceneItem>) -> Self {
        Self { items, keep: true, ..Self::default() }
    }

    /// Items of which only what lies inside the rings (even-odd) is drawn.
    pub fn clipped(items: Vec<SceneItem>, rings: Vec<Vec<PagePoint>>) -> Self {
        Self { items, clip: Some(rings), ..Self::default() }
    }

    /// Items moved and scaled.
    pub fn transformed(items: Vec<SceneItem>, transform: Transform) -> Self {
        Self { items, transform, ..Self::default() }
    }
}

impl Pattern {
    /// Lines of a look, those of the `nth` hatch of one ground.
    pub fn lines(look: &HatchLook, nth: usize) -> Self {
        let angle = (look.angle + look.turn * nth as f64).to_radians();
        Self::Lines { spacing: look.spacing, angle, width: look.width }
    }

    /// Dots of a look.
    pub fn dots(look: &HatchLook) -> Self {
        Self::Dots { spacing: look.spacing, radius: look.width }
    }
}

impl Stroke {
    /// A line of a look in a colour.
    pub fn from_look(look: &LineLook, colour: Colour) -> Self {
        // A full colour stays what it is, whatever its own opacity.
        let colour = if look.opacity < 1.0 { colour.with_opacity(look.opacity) } else { colour };
        Self { colour, width: look.width, dash: look.dash.clone() }
    }

    /// A line without gaps.
    pub fn solid(colour: Colour, width: f64) -> Self {
        Self { colour, width, dash: Vec::new() }
    }

    /// A line with gaps; `dash` has lengths on and off in points.
    pub fn dashed(colour: Colour, width: f64, dash: &[f64]) -> Self {
        Self { colour, width, dash: dash.to_vec() }
    }
}
