//! The shape of the ground: projection, topology of the tracts, lines at every level of detail, what lies
//! under a point, geodesic areas and lengths.

pub mod clip;
mod course;
mod ground;
mod hit;
mod measure;
mod projection;
mod topology;

pub use course::{Course, distance_to_segment};
pub use ground::{Arc, ArcUse, Ground, Ring, TractGround};
pub use measure::{area_km2, length_km};
pub use projection::{Projection, ProjectionError};
pub use topology::TopologyFault;
