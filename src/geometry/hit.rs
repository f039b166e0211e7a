//! What lies under a point of the map.

use super::ground::{Ground, TractGround};
use super::polyline::Polyline;
use super::segment::distance_to_segment;
use crate::units::MapPoint;

impl Ground {
    /// The tract that a point lies in. A point on an edge belongs to one of the two.
    pub fn tract_at(&self, point: MapPoint) -> Option<usize> {
        self.tracts().iter().position(|tract| tract.extent.contains(point) && self.is_inside(tract, point))
    }

    /// Even-odd: an odd number of edges lies to the right of a point inside.
    fn is_inside(&self, tract: &TractGround, point: MapPoint) -> bool {
        let crossings: usize = self.arcs_of(tract).map(|(arc, _)| crossings_right_of(&arc.course, point)).sum();
        crossings % 2 == 1
    }
}

impl Polyline {
    /// The distance from a point to the nearest point of the line, if it is below `within_m`.
    pub fn distance_m(&self, point: MapPoint, within_m: f64) -> Option<f64> {
        if !self.extent().grown_m(within_m).contains(point) {
            return None;
        }
        self.points()
            .windows(2)
            .filter_map(|pair| match pair {
                [a, b] => Some(distance_to_segment(point, *a, *b)),
                _ => None,
            })
            .min_by(f64::total_cmp)
            .filter(|distance| *distance <= within_m)
    }
}

/// Whether a stretch crosses the level line from a point to the right. Of the rings of an area, an odd number of stretches
/// does where the point lies inside.
pub fn crosses_right_of(a: MapPoint, b: MapPoint, point: MapPoint) -> bool {
    (a.y > point.y) != (b.y > point.y) && point.x < a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x)
}

fn crossings_right_of(course: &Polyline, point: MapPoint) -> usize {
    let extent = course.extent();
    if point.y < extent.min.y || point.y > extent.max.y || point.x > extent.max.x {
        return 0;
    }
    course
        .points()
        .windows(2)
        .filter(|pair| match pair {
            [a, b] => crosses_right_of(*a, *b, point),
            _ => false,
        })
        .count()
}
