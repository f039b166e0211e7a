//! At which level of detail each point of a line is needed. One pass of Douglas and Peucker's method (1973) serves
//! every scale: the weight of a point is the tolerance at which it falls away. The work is bounded whatever the line.

use super::segment::square_to_segment;
use crate::units::MapPoint;

/// Lines of nature are split about thirty times one inside the other. Beyond this, a stretch is halved instead of split
/// at its farthest point, so that the work grows with `n log n` for a line made to be the worst of its kind, too.
const SPLITS: usize = 64;

/// The weight of each point of a line in metres; infinite at both ends. No point with a weight below a tolerance is
/// farther than that tolerance from the line through the others.
pub fn weights_m(points: &[MapPoint]) -> Vec<f64> {
    // Squares are compared on the way, and one root is drawn for each point at the end.
    let mut squares = vec![0.0; points.len()];
    for end in [0, points.len().saturating_sub(1)] {
        if let Some(square) = squares.get_mut(end) {
            *square = f64::INFINITY;
        }
    }
    let mut open = vec![(0, points.len().saturating_sub(1), f64::INFINITY, 0)];
    while let Some((first, last, above, depth)) = open.pop() {
        let Some((farthest, square)) = farthest(points, first, last) else { continue };
        // A point never outweighs the one that split the line before it, so that what is kept at a coarse tolerance is
        // kept at every finer one. A middle weighs as much as the farthest point: it is kept wherever that one matters.
        let weight = square.min(above);
        let split = if depth < SPLITS { farthest } else { usize::midpoint(first, last) };
        if let Some(slot) = squares.get_mut(split) {
            *slot = weight;
        }
        open.push((first, split, weight, depth + 1));
        open.push((split, last, weight, depth + 1));
    }
    squares.into_iter().map(f64::sqrt).collect()
}

/// The point between two others that is farthest from the stretch between them, and the square of its distance.
fn farthest(points: &[MapPoint], first: usize, last: usize) -> Option<(usize, f64)> {
    let (&a, &b) = (points.get(first)?, points.get(last)?);
    let mut farthest = None;
    for (at, point) in points.get(first + 1..last)?.iter().enumerate() {
        let square = square_to_segment(*point, a, b);
        if farthest.is_none_or(|(_, most)| square >= most) {
            farthest = Some((at + first + 1, square));
        }
    }
    farthest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::distance_to_segment;

    /// Each point stands out a little less than the one before it, so that every split takes off one end alone.
    fn worst(points: u32) -> Vec<MapPoint> {
        (0..points)
            .map(|at| {
                let height = f64::from(points - at) * if at % 2 == 0 { 1.0 } else { -1.0 };
                MapPoint::new(f64::from(at) * 1e-6, height)
            })
            .collect()
    }

    #[test]
    fn the_work_for_the_worst_of_lines_is_bounded() {
        // Split at the farthest point alone, this line takes 2 × 10^10 distances: over a minute.
        let begin = std::time::Instant::now();
        assert_eq!(weights_m(&worst(200_000)).len(), 200_000);
        assert!(begin.elapsed().as_secs() < 20, "{:?}", begin.elapsed());
    }

    #[test]
    fn a_line_that_is_halved_keeps_to_the_tolerance() {
        let points = worst(400);
        let weights = weights_m(&points);
        for tolerance in [0.5, 20.0, 150.0, 399.0] {
            let kept: Vec<MapPoint> = points
                .iter()
                .zip(&weights)
                .filter(|(_, weight)| **weight >= tolerance)
                .map(|(point, _)| *point)
                .collect();
            for point in &points {
                let off = kept.windows(2).map(|pair| distance_to_segment(*point, pair[0], pair[1]));
                let off = off.fold(f64::INFINITY, f64::min);
                assert!(off <= tolerance, "{point:?} is {off} m off at {tolerance} m");
            }
        }
    }
}
