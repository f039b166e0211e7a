//! Names on the map: the most important first, no two touching, less important ones giving way.

mod areas;
mod blank;
mod blanks;
mod degrees;
mod features;
mod grounds;
mod labels;
mod lines;
mod order;
mod places;

pub use blank::{Blank, BlankKind};
pub use labels::Labels;
