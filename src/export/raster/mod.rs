//! A scene as pixels, by `vello_cpu`. The window and the PNG use this one painter.
//!
//! A picture is made tile by tile: each tile is drawn alone from the parts of the items that touch it, on as many
//! threads as there are. The tiles lie on a fixed grid, so that neither the number of threads nor what was
//! kept from earlier pictures can be seen in the pixels. It decides nothing about what is shown.

mod canvas;
mod clip;
mod mark;
mod outline;
mod part;
mod pattern;
mod picture;
mod pixels;
mod rasterizer;
mod text;
mod tile;

pub use rasterizer::{Raster, Rasterizer, raster, raster_with};
