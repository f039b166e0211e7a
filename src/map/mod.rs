//! From the record, a view, a day and the symbology to the items of a map. It knows no page: title, legend box and
//! margins are the work of the room `page`.

mod base;
mod border;
mod claim;
mod compose;
mod context;
mod holdings;
mod label;
mod layers;
mod legend;
mod marks;
mod options;
mod pick;
mod place;

pub use compose::{blanks, map_scene};
pub use label::{Blank, BlankKind};
pub use legend::{LegendEntry, LegendSign, compared_legend, legend, shorten};
pub use options::{Focus, GroundShown, MapOptions, fit_to_record, geo_view, ground_shown};
pub use pick::{Picked, pick};
pub use place::{is_place_shown, local_name, official_name};
