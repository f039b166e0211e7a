//! Pages: the map with its title, legend, scale, locator and credits, and two maps beside one another.

mod compare;
mod figure;
mod key;
mod layout;
mod locator;
mod scale_bar;

pub use compare::compare_maps;
pub use figure::figure;
pub use layout::FigureSize;
pub use scale_bar::bar_length;
