//! What is shown, apart from how it is drawn: the state of a map in ids, days and degrees, and the piece of the map
//! plane that a page shows.

mod base_layer;
mod compare;
mod link;
mod map_view;
mod map_window;
mod names;
mod parts;
mod senses;
mod state;

pub use base_layer::BaseLayer;
pub use compare::{Compare, CompareMode};
pub use link::SCHEME;
pub use map_view::MapView;
pub use map_window::MapWindow;
pub use names::NamesShown;
pub use parts::{Fault, PartFault, Parts, part};
pub use senses::Senses;
pub use state::{Extent, GeoView, MapState};
