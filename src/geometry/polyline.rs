//! A line on the map that knows at which level of detail each of its points is needed. Simplified lines may touch or
//! cross one another: no topology is promised.

use super::detail::weights_m;
use crate::units::{MapPoint, MapRect};

/// A line in map metres with the weight of each point.
#[derive(Clone, Debug)]
pub struct Polyline {
    points: Vec<MapPoint>,
    /// In metres; infinite at both ends.
    weights_m: Vec<f64>,
    extent: MapRect,
}

impl Polyline {
    /// A line with the weight of each of its points worked out.
    pub fn new(points: Vec<MapPoint>) -> Self {
        let weights_m = weights_m(&points);
        let extent = MapRect::around(&points);
        Self { points, weights_m, extent }
    }

    /// Its points, all of them.
    pub fn points(&self) -> &[MapPoint] {
        &self.points
    }

    /// The rectangle around its points.
    pub fn extent(&self) -> MapRect {
        self.extent
    }

    /// The points that matter when differences below `tolerance_m` do not; both ends always.
    pub fn simplified(&self, tolerance_m: f64) -> impl DoubleEndedIterator<Item = MapPoint> {
        self.points
            .iter()
            .zip(&self.weights_m)
            .filter(move |(_, weight)| **weight >= tolerance_m)
            .map(|(point, _)| *point)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::segment::distance_to_segment;

    fn zigzag() -> Polyline {
        Polyline::new(
            (0..101)
                .map(|at| MapPoint::new(f64::from(at), if at % 2 == 0 { 0.0 } else { f64::from(at % 7) }))
                .collect(),
        )
    }

    #[test]
    fn what_is_kept_at_a_coarse_tolerance_is_kept_at_a_finer_one() {
        let course = zigzag();
        let fine: Vec<_> = course.simplified(1.0).collect();
        for point in course.simplified(3.0) {
            assert!(fine.contains(&point));
        }
    }

    #[test]
    fn no_point_left_out_is_farther_away_than_the_tolerance() {
        let course = zigzag();
        let kept: Vec<_> = course.simplified(2.0).collect();
        for point in course.points() {
            let off =
                kept.windows(2).map(|pair| distance_to_segment(*point, pair[0], pair[1])).fold(f64::INFINITY, f64::min);
            assert!(off <= 2.0, "{point:?} is {off} m off");
        }
    }

    #[test]
    fn a_straight_line_needs_its_ends_alone() {
        let course = Polyline::new((0..10).map(|at| MapPoint::new(f64::from(at), 0.0)).collect());
        assert_eq!(course.simplified(0.001).count(), 2);
    }
}
