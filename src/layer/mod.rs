//! What a reader lays over the atlas: a layer is features from one source and the way to draw them. It is made once, on
//! the map plane, and never changes. It knows neither the record nor the window.

mod feature;
mod features;
mod judge;
mod polylines;
mod read;
mod shown;
mod style;

pub use feature::{Feature, plain_text};
pub use features::{Features, Hit, Shape, ShapeKind};
pub use read::read;
pub use shown::{FeatureRef, FeatureSource, Layer};
pub use style::Style;
