//! Many lines as columns of points: simplified to any tolerance, and no more looked at than what lies near. A line that
//! was left out by culling never changes what is seen; no topology is promised between lines.

use crate::geometry::{crosses_right_of, distance_to_segment, weights_m};
use crate::units::{MapPoint, MapRect};

/// The points of a line are looked at in runs of this many, each with its extent.
const RUN: usize = 128;

/// A line with the weight of each of its points.
pub struct Weighed {
    points: Vec<MapPoint>,
    weights_m: Vec<f32>,
}

/// Many lines, each known by its position.
#[derive(Default)]
pub struct Polylines {
    points: Vec<MapPoint>,
    /// The tolerance in metres at which each point falls away; infinite at the ends of lines.
    weights_m: Vec<f32>,
    /// Where each line ends among the points.
    ends: Vec<usize>,
    /// The extents of the runs of each line, up to the first point of the next run.
    runs: Vec<MapRect>,
    /// Where the runs of each line end.
    run_ends: Vec<usize>,
}

/// Points that follow one another on a line.
struct Run<'a> {
    points: &'a [MapPoint],
    weights_m: &'a [f32],
    /// The first point of the next run.
    next: Option<MapPoint>,
    extent: MapRect,
}

impl Weighed {
    /// Weighs the points of a line.
    pub fn new(points: Vec<MapPoint>) -> Self {
        let weights_m = weights_m(&points).into_iter().map(rounded_up).collect();
        Self { points, weights_m }
    }

    /// Separate points: each is needed at every level of detail.
    pub fn loose(points: Vec<MapPoint>) -> Self {
        Self { weights_m: vec![f32::INFINITY; points.len()], points }
    }
}

/// The nearest single that is not below a number, so that no point falls away below its weight.
#[expect(clippy::cast_possible_truncation, reason = "rounded up again where it was rounded down")]
fn rounded_up(weight: f64) -> f32 {
    let single = weight as f32;
    if f64::from(single) < weight { single.next_up() } else { single }
}

impl Polylines {
    /// Adds a line.
    pub fn push(&mut self, line: Weighed) {
        for first in (0..line.points.len()).step_by(RUN) {
            let last = (first + RUN + 1).min(line.points.len());
            self.runs.push(MapRect::around(line.points.get(first..last).unwrap_or_default()));
        }
        self.points.extend(line.points);
        self.weights_m.extend(line.weights_m);
        self.ends.push(self.points.len());
        self.run_ends.push(self.runs.len());
    }

    /// How many lines there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// All points of all lines.
    pub fn all_points(&self) -> &[MapPoint] {
        &self.points
    }

    /// The points of a line.
    pub fn points(&self, line: usize) -> &[MapPoint] {
        self.points.get(range(&self.ends, line)).unwrap_or_default()
    }

    /// The points of a line that matter when differences below `tolerance_m` do not; both ends always. Where a run lies
    /// outside of `within`, only the first and the last of its points are among them: cut to `within`, the line and
    /// the area inside it are the same as if all were.
    pub fn simplified(&self, line: usize, tolerance_m: f64, within: &MapRect) -> Vec<MapPoint> {
        let mut kept = Vec::new();
        for run in self.runs(line) {
            let mut needed = run
                .points
                .iter()
                .zip(run.weights_m)
                .filter(|(_, weight_m)| f64::from(**weight_m) >= tolerance_m)
                .map(|(point, _)| *point);
            if run.extent.intersects(within) {
                kept.extend(needed);
            } else {
                kept.extend(needed.next());
                kept.extend(needed.next_back());
            }
        }
        kept
    }

    /// The distance from a point to the nearest point of a line, if it is not above `within_m`.
    pub fn distance_m(&self, line: usize, to: MapPoint, within_m: f64) -> Option<f64> {
        self.runs(line)
            .filter(|run| run.extent.grown_m(within_m).contains(to))
            .flat_map(|run| run.stretches().map(move |(a, b)| distance_to_segment(to, a, b)))
            .min_by(f64::total_cmp)
            .filter(|distance| *distance <= within_m)
    }

    /// How many stretches of a line cross the level line from a point to the right.
    pub fn crossings_right_of(&self, line: usize, point: MapPoint) -> usize {
        self.runs(line)
            .filter(|Run { extent, .. }| (extent.min.y..=extent.max.y).contains(&point.y) && point.x <= extent.max.x)
            .map(|run| run.stretches().filter(|(a, b)| crosses_right_of(*a, *b, point)).count())
            .sum()
    }

    fn runs(&self, line: usize) -> impl Iterator<Item = Run<'_>> {
        let points = range(&self.ends, line);
        let extents = self.runs.get(range(&self.run_ends, line)).unwrap_or_default();
        extents.iter().enumerate().map(move |(nth, extent)| {
            let first = points.start + nth * RUN;
            let run = first..(first + RUN).min(points.end);
            Run {
                next: self.points.get(run.end).copied().filter(|_| run.end < points.end),
                points: self.points.get(run.clone()).unwrap_or_default(),
                weights_m: self.weights_m.get(run).unwrap_or_default(),
                extent: *extent,
            }
        })
    }
}

impl<'a> Run<'a> {
    fn stretches(&self) -> impl Iterator<Item = (MapPoint, MapPoint)> + use<'a> {
        let from = self.points.iter().copied();
        from.zip(self.points.iter().copied().skip(1).chain(self.next))
    }
}

fn range(ends: &[usize], nth: usize) -> std::ops::Range<usize> {
    let start = nth.checked_sub(1).and_then(|before| ends.get(before)).copied().unwrap_or(0);
    start..ends.get(nth).copied().unwrap_or(start)
}
