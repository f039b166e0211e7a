//! The shape of the ground: projection, topology of the tracts, lines at every level of detail, what lies
//! under a point, geodesic areas and lengths.

pub mod clip;
mod crossing;
mod detail;
mod ground;
mod hit;
mod measure;
mod polyline;
mod projection;
mod segment;
mod topology;

pub use crossing::{Crossings, Segments};
pub use detail::weights_m;
pub use ground::{Arc, ArcUse, Ground, Ring, TractGround};
pub use hit::crosses_right_of;
pub use measure::{area_km2, length_km};
pub use polyline::Polyline;
pub use projection::{Projection, ProjectionError};
pub use segment::distance_to_segment;
pub use topology::TopologyFault;
