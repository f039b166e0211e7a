//! Where lines of the ground cross one another other than at a common vertex. Candidates come from rstar's
//! tree, the decision from geo's exact orientation test. Lines that run along one another within a straight
//! stretch are left to the topology, which faults them as gaps.

use geo::algorithm::kernels::{Kernel, Orientation};
use geo::{Coord, GeoNum};
use rstar::primitives::{GeomWithData, Line};
use rstar::{AABB, RTree};

use crate::geometry::Arc;
use crate::units::LonLat;

type Piece = GeomWithData<Line<[f64; 2]>, (usize, usize)>;

/// The pairs of arcs that cross (an arc may cross itself) and where, sorted.
pub fn crossings(arcs: &[Arc]) -> Vec<([usize; 2], LonLat)> {
    let pieces: Vec<Piece> = arcs
        .iter()
        .enumerate()
        .flat_map(|(nth, arc)| {
            arc.lonlat.windows(2).enumerate().filter_map(move |(at, pair)| match pair {
                [a, b] => Some(Piece::new(Line::new([a.lon, a.lat], [b.lon, b.lat]), (nth, at))),
                _ => None,
            })
        })
        .collect();
    let tree = RTree::bulk_load(pieces.clone());
    let mut found: Vec<([usize; 2], LonLat)> = Vec::new();
    for piece in &pieces {
        let (from, to) = (piece.geom().from, piece.geom().to);
        let around = AABB::from_points([&from, &to]);
        for other in tree.locate_in_envelope_intersecting(&around) {
            if piece.data < other.data && cross(piece.geom(), other.geom()) {
                found.push(([piece.data.0, other.data.0], LonLat::new(from[0], from[1])));
            }
        }
    }
    found.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.lon.total_cmp(&b.1.lon)).then(a.1.lat.total_cmp(&b.1.lat)));
    found
}

/// Whether each of two lines has its ends strictly on both sides of the other.
fn cross(a: &Line<[f64; 2]>, b: &Line<[f64; 2]>) -> bool {
    let coord = |[x, y]: [f64; 2]| Coord { x, y };
    let (p, q, r, s) = (coord(a.from), coord(a.to), coord(b.from), coord(b.to));
    opposite(side(p, q, r), side(p, q, s)) && opposite(side(r, s, p), side(r, s, q))
}

fn side(a: Coord, b: Coord, point: Coord) -> Orientation {
    <f64 as GeoNum>::Ker::orient2d(a, b, point)
}

fn opposite(a: Orientation, b: Orientation) -> bool {
    use Orientation::{Clockwise, Collinear, CounterClockwise};
    match (a, b) {
        (Clockwise, CounterClockwise) | (CounterClockwise, Clockwise) => true,
        (Clockwise | Collinear, Clockwise | Collinear)
        | (CounterClockwise | Collinear, CounterClockwise | Collinear) => false,
    }
}
