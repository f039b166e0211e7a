//! The one door for foreign layers: a name and bytes become a layer and what was wrong with them. Whatever the bytes
//! are, there is a layer, if need be an empty one. It opens no file.

use super::features::Features;
use super::shown::{FeatureSource, Layer};
use super::style::Style;
use crate::catalog::read_overlay;
use crate::geometry::Projection;
use crate::model::{Problem, Severity};

/// Reads a layer. `name` is the path of the file as the reader knows it, or what the bytes are called.
pub fn read(name: &str, bytes: &[u8], projection: &Projection) -> (Layer, Vec<Problem>) {
    let (overlay, mut problems) = read_overlay(name, bytes);
    let features = Features::new(overlay.features, projection);
    // Where features were left out for a fault, that has been told.
    if !problems.iter().any(|problem| problem.severity == Severity::Error) || !features.is_empty() {
        problems.extend(nothing_to_see(name, &features, projection));
    }
    let source = FeatureSource(name.to_owned());
    (Layer { name: source.title().to_owned(), source, style: Style::default(), features }, problems)
}

/// Why nothing of a layer will be seen on the map, if so. What lies inside the rectangle around the frame of the atlas
/// passes, though a corner of that may be outside the frame.
fn nothing_to_see(name: &str, features: &Features, projection: &Projection) -> Option<Problem> {
    let message = if features.is_empty() {
        "there are no features in the file"
    } else if features.shapes().is_empty() {
        "no feature in the file has a geometry"
    } else if features.shapes_meeting(&projection.frame_extent()).is_empty() {
        "everything in the file lies outside the map of the atlas"
    } else {
        return None;
    };
    Some(Problem {
        severity: Severity::Warning,
        file: name.to_owned(),
        line: 0,
        column: 0,
        path: String::new(),
        message: message.to_owned(),
        done: "nothing of it is seen".to_owned(),
    })
}
