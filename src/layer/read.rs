//! The one door for foreign layers: a name and bytes become a layer and what was wrong with them. Whatever the bytes
//! are, there is a layer, if need be an empty one. It opens no file.

use super::features::Features;
use super::judge::{Sight, judge_features};
use super::shown::{FeatureSource, Layer};
use super::style::Style;
use crate::catalog::{Report, read_overlay};
use crate::geometry::Projection;
use crate::model::{Problem, Severity};

/// Reads a layer. `name` is the path of the file as the reader knows it, or what the bytes are called.
pub fn read(name: &str, bytes: &[u8], projection: &Projection) -> (Layer, Vec<Problem>) {
    let (overlay, mut problems) = read_overlay(name, bytes);
    let mut report = Report::new(name);
    judge_features(&overlay.features, &mut report);
    let sight = Sight::of(&overlay.features, projection);
    let features = Features::new(overlay.features, projection);
    // Where features were left out for a fault, that has been told.
    if !problems.iter().any(|problem| problem.severity == Severity::Error) || !features.is_empty() {
        sight.judge(&features, projection, &mut report);
    }
    problems.extend(report.without_text());
    let source = FeatureSource(name.to_owned());
    (Layer { name: source.title().to_owned(), source, style: Style::default(), features }, problems)
}
