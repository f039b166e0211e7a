//! The display list: finished items at fixed positions on a page. It knows no map. The window and every export draw
//! the same list; whatever it says, they all say.

mod document;
mod hatch;
mod item;
mod provenance;
mod shape;
mod text;
mod transform;

pub use crate::picture::Picture;
pub use document::{Document, Leaf, Part, Role};
pub use hatch::level_spans;
pub use item::{
    Dash, Group, LinkTarget, PageScale, Pattern, PlacedGlyph, Scene, SceneItem, Stroke, TextItem, Transform,
};
pub use provenance::Provenance;
pub use shape::{at_distance, circle, cross_ticks, length};
pub use text::{Anchor, TextLook, glyph_bounds};
