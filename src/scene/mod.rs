//! From the record, a view, a day and the symbology to finished items at fixed positions on a page. The
//! window and every export draw the same scene; whatever it says, they all say.

mod base;
mod border;
mod claim;
mod clip;
mod compare;
mod figure;
mod hatch;
mod holdings;
mod item;
mod label;
mod legend;
mod map;
mod marks;
mod options;
mod place;
mod text;
mod view;

pub use compare::{Compare, CompareMode, compare_maps};
pub use figure::{CREDITS, FigureSize, SHORT_CREDITS, VERST_M, bar_length, comparison, figure};
pub use item::{Dash, Pattern, Picture, PlacedGlyph, Scene, SceneItem, Stroke, TextItem};
pub use legend::{LegendEntry, LegendSign, compared_legend, legend};
pub use map::{MapWindow, corners, map_scene};
pub use options::{BaseLayer, Focus, MapOptions, Senses};
pub use place::{is_place_shown, official_name};
pub use view::MapView;
