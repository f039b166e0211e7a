//! Where lines cross one another, and what lies inside of rings: asked of a tree of boxes over the segments in their order,
//! so that a line of millions of points is looked through in a moment. Lines that cross at a common vertex do not count,
//! nor do those that run along one another. There is no guarantee that every crossing is found: the work has a bound.

use geo::algorithm::kernels::{Kernel, Orientation};
use geo::{Coord, GeoNum};

use crate::units::LonLat;

/// Segments of lines, found by where they lie.
pub struct Segments {
    segments: Vec<Segment>,
    /// Boxes of `LEAF` segments each, then of two boxes each, up to one box of all.
    levels: Vec<Vec<Extent>>,
}

/// What was found of crossings.
#[derive(Clone, Debug, PartialEq)]
pub struct Crossings {
    /// The numbers of the two lines that cross (of one that crosses itself twice the same) and the beginning of the segment
    /// at which they do, sorted.
    pub found: Vec<([usize; 2], LonLat)>,
    /// Whether all segments were compared; if not, more may cross.
    pub is_complete: bool,
}

#[derive(Clone, Copy)]
struct Segment {
    from: LonLat,
    to: LonLat,
    line: usize,
}

/// How many segments share a box.
const LEAF: usize = 8;
/// How many comparisons a segment may cost on average. Coasts and borders take some twenty.
const WORK_A_SEGMENT: usize = 100;
/// And how many any input may cost.
const WORK_AT_LEAST: usize = 1_000_000;

impl Segments {
    /// The segments of some lines.
    pub fn new<'l>(lines: impl IntoIterator<Item = &'l [LonLat]>) -> Self {
        let segments: Vec<Segment> = lines
            .into_iter()
            .enumerate()
            .flat_map(|(line, points)| {
                points.windows(2).filter_map(move |pair| match pair {
                    [from, to] => Some(Segment { from: *from, to: *to, line }),
                    _ => None,
                })
            })
            .collect();
        let mut levels = vec![segments.chunks(LEAF).map(Extent::of_segments).collect::<Vec<_>>()];
        while let Some(last) = levels.last().filter(|level| level.len() > 1) {
            levels.push(last.chunks(2).map(Extent::of_extents).collect());
        }
        Self { segments, levels }
    }

    /// Where segments cross, up to so many places.
    pub fn crossings(&self, most: usize) -> Crossings {
        let mut found = Vec::new();
        let mut work = self.segments.len() * WORK_A_SEGMENT + WORK_AT_LEAST;
        let mut open = vec![(self.levels.len() - 1, 0, 0)];
        while found.len() < most && work > 0 {
            let Some((level, a, b)) = open.pop() else { break };
            work -= 1;
            if a != b && !self.extent(level, a).meets(self.extent(level, b)) {
                continue;
            }
            if level == 0 {
                work = work.saturating_sub(LEAF * LEAF);
                self.compare(a, b, &mut found);
                continue;
            }
            let below = |node: usize| [2 * node, 2 * node + 1];
            let count = self.levels.get(level - 1).map_or(0, Vec::len);
            for one in below(a).into_iter().filter(|node| *node < count) {
                let others = below(b).into_iter().filter(|node| *node < count && (a != b || *node >= one));
                open.extend(others.map(|other| (level - 1, one, other)));
            }
        }
        let is_complete = open.is_empty();
        found.truncate(most);
        found.sort_by(|a: &([usize; 2], LonLat), b| {
            a.0.cmp(&b.0).then(a.1.lon.total_cmp(&b.1.lon)).then(a.1.lat.total_cmp(&b.1.lat))
        });
        Crossings { found, is_complete }
    }

    /// Whether a point lies inside of the rings that the lines are: those around it are of odd number.
    pub fn hold(&self, point: LonLat) -> bool {
        let mut crossed = 0;
        let mut open = vec![(self.levels.len() - 1, 0)];
        while let Some((level, node)) = open.pop() {
            let Extent { max, min } = self.extent(level, node);
            if point.lat < min.lat || point.lat > max.lat || point.lon > max.lon {
                continue;
            }
            if level == 0 {
                crossed += self.leaf(node).iter().filter(|segment| segment.is_right_of(point)).count();
            } else {
                let count = self.levels.get(level - 1).map_or(0, Vec::len);
                open.extend(
                    [2 * node, 2 * node + 1].into_iter().filter(|node| *node < count).map(|node| (level - 1, node)),
                );
            }
        }
        crossed % 2 == 1
    }

    fn compare(&self, a: usize, b: usize, found: &mut Vec<([usize; 2], LonLat)>) {
        for (nth, one) in self.leaf(a).iter().enumerate() {
            for other in self.leaf(b).iter().skip(if a == b { nth + 1 } else { 0 }) {
                if one.extent().meets(other.extent()) && one.crosses(other) {
                    found.push(([one.line, other.line], one.from));
                }
            }
        }
    }

    fn leaf(&self, node: usize) -> &[Segment] {
        let begin = (node * LEAF).min(self.segments.len());
        self.segments.get(begin..(begin + LEAF).min(self.segments.len())).unwrap_or_default()
    }

    fn extent(&self, level: usize, node: usize) -> Extent {
        self.levels.get(level).and_then(|level| level.get(node)).copied().unwrap_or(Extent::EMPTY)
    }
}

/// A box in degrees.
#[derive(Clone, Copy)]
struct Extent {
    min: LonLat,
    max: LonLat,
}

impl Extent {
    const EMPTY: Self =
        Self { min: LonLat::new(f64::INFINITY, f64::INFINITY), max: LonLat::new(f64::NEG_INFINITY, f64::NEG_INFINITY) };

    fn of_segments(segments: &[Segment]) -> Self {
        segments.iter().fold(Self::EMPTY, |extent, segment| extent.union(segment.extent()))
    }

    fn of_extents(extents: &[Self]) -> Self {
        extents.iter().fold(Self::EMPTY, |extent, other| extent.union(*other))
    }

    fn union(self, other: Self) -> Self {
        Self {
            min: LonLat::new(self.min.lon.min(other.min.lon), self.min.lat.min(other.min.lat)),
            max: LonLat::new(self.max.lon.max(other.max.lon), self.max.lat.max(other.max.lat)),
        }
    }

    fn meets(self, other: Self) -> bool {
        self.min.lon <= other.max.lon
            && other.min.lon <= self.max.lon
            && self.min.lat <= other.max.lat
            && other.min.lat <= self.max.lat
    }
}

impl Segment {
    fn extent(&self) -> Extent {
        let of = |point| Extent { min: point, max: point };
        of(self.from).union(of(self.to))
    }

    /// Whether each of two segments has its ends strictly on both sides of the other, decided exactly.
    fn crosses(&self, other: &Self) -> bool {
        let coord = |point: LonLat| Coord { x: point.lon, y: point.lat };
        let (p, q, r, s) = (coord(self.from), coord(self.to), coord(other.from), coord(other.to));
        opposite(side(p, q, r), side(p, q, s)) && opposite(side(r, s, p), side(r, s, q))
    }

    /// Whether a ray from the point to the east meets the segment.
    fn is_right_of(&self, point: LonLat) -> bool {
        let (a, b) = (self.from, self.to);
        (a.lat > point.lat) != (b.lat > point.lat)
            && point.lon < a.lon + (point.lat - a.lat) / (b.lat - a.lat) * (b.lon - a.lon)
    }
}

fn side(a: Coord, b: Coord, point: Coord) -> Orientation {
    <f64 as GeoNum>::Ker::orient2d(a, b, point)
}

fn opposite(a: Orientation, b: Orientation) -> bool {
    use Orientation::{Clockwise, CounterClockwise};
    matches!((a, b), (Clockwise, CounterClockwise) | (CounterClockwise, Clockwise))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(points: &[(f64, f64)]) -> Vec<LonLat> {
        points.iter().map(|(lon, lat)| LonLat::new(*lon, *lat)).collect()
    }

    fn of(lines: &[Vec<LonLat>]) -> Segments {
        Segments::new(lines.iter().map(Vec::as_slice))
    }

    /// A ring with so many corners, and one whose first two corners change places.
    fn rings(corners: u32) -> [Vec<LonLat>; 2] {
        let corner = |nth: u32| {
            let angle = f64::from(nth) / f64::from(corners) * std::f64::consts::TAU;
            LonLat::new(43.0 + angle.cos(), 40.0 + angle.sin())
        };
        let ring: Vec<LonLat> = (0..=corners).map(|nth| corner(nth % corners)).collect();
        let mut crossed = ring.clone();
        crossed.swap(1, 2);
        [ring, crossed]
    }

    #[test]
    fn lines_cross_where_they_pass_through_one_another_and_not_where_they_touch() {
        let (a, b) = (line(&[(0.0, 0.0), (2.0, 2.0)]), line(&[(0.0, 2.0), (2.0, 0.0)]));
        let crossings = of(&[a.clone(), b]).crossings(9);
        assert_eq!(crossings, Crossings { found: vec![([0, 1], LonLat::new(0.0, 0.0))], is_complete: true });
        for touching in
            [line(&[(1.0, 1.0), (2.0, 0.0)]), line(&[(0.0, 0.0), (0.0, 5.0)]), line(&[(1.0, 1.0), (3.0, 3.0)])]
        {
            assert_eq!(of(&[a.clone(), touching]).crossings(9).found, []);
        }
    }

    #[test]
    fn a_ring_that_crosses_itself_is_found_at_any_number_of_corners() {
        for corners in [4, 8, 9, 17, 1_000, 100_000] {
            let [ring, crossed] = rings(corners);
            assert_eq!(of(&[ring]).crossings(9), Crossings { found: Vec::new(), is_complete: true }, "{corners}");
            assert_eq!(of(&[crossed]).crossings(9).found.len(), 1, "{corners}");
        }
    }

    #[test]
    fn the_work_has_a_bound_that_is_told() {
        // Slanting lines side by side: all boxes meet and no line crosses another.
        let lines: Vec<Vec<LonLat>> =
            (0..20_000).map(|nth| f64::from(nth) * 1e-6).map(|lon| line(&[(lon, 0.0), (lon + 1.0, 1.0)])).collect();
        assert_eq!(of(&lines).crossings(9), Crossings { found: Vec::new(), is_complete: false });
        // And a fan in which each line crosses each: there are as many as are asked for.
        let fan: Vec<Vec<LonLat>> =
            (0..20_000).map(|nth| f64::from(nth) * 1e-6).map(|lon| line(&[(lon, 0.0), (1.0 - lon, 1.0)])).collect();
        assert_eq!(of(&fan).crossings(9).found.len(), 9);
    }

    #[test]
    fn a_point_is_held_by_the_ring_around_it() {
        let [ring, _] = rings(1_000);
        let ring = of(&[ring]);
        assert!(ring.hold(LonLat::new(43.5, 40.5)));
        assert!(!ring.hold(LonLat::new(43.9, 40.9)));
        assert!(!ring.hold(LonLat::new(40.0, 40.0)) && !of(&[]).hold(LonLat::new(0.0, 0.0)));
    }
}
