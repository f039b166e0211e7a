//! Cuts the outlines of the tracts into arcs that neighbours share, and says where they do not fit
//! together: an edge used twice in one direction (overlap), or once only inside the frame (gap).

use std::collections::HashMap;

use crate::model::Frame;
use crate::units::LonLat;

/// Where the outlines of tracts do not fit together.
#[derive(Clone, Debug, PartialEq)]
pub enum TopologyFault {
    /// Two tracts lie on the same side of an edge.
    Overlap {
        /// The tracts, by their positions.
        tracts: [usize; 2],
        /// Where the edge begins.
        at: LonLat,
    },
    /// An edge inside the frame has a tract on one side only.
    Gap {
        /// The tract, by its position.
        tract: usize,
        /// Where the edge begins.
        at: LonLat,
    },
}

/// A piece of outline between two places where three tracts meet (or a whole island).
pub struct RawArc {
    pub points: Vec<LonLat>,
    pub left: Option<usize>,
    pub right: Option<usize>,
}

/// A ring as the arcs it runs along; `true` where against the arc's own direction.
pub type RawRing = Vec<(usize, bool)>;

pub struct RawTopology {
    pub arcs: Vec<RawArc>,
    /// For each tract, its rings.
    pub rings: Vec<Vec<RawRing>>,
    pub faults: Vec<TopologyFault>,
}

#[derive(Clone, Copy, Default, PartialEq)]
struct Sides {
    /// The tract on the left when going from the lower to the higher vertex number.
    left: Option<usize>,
    right: Option<usize>,
}

/// `outlines[tract]` is its polygons, each as closed rings that keep the tract on their left.
pub fn cut(outlines: &[Vec<&[LonLat]>], frame: &Frame) -> RawTopology {
    let mut numbering = Numbering { frame, points: Vec::new(), numbers: HashMap::new() };
    let rings: Vec<Vec<Vec<usize>>> = outlines
        .iter()
        .map(|rings| rings.iter().map(|ring| numbering.ring(ring)).filter(|ring| ring.len() > 2).collect())
        .collect();
    let mut faults = Vec::new();
    let edges = sides_of_edges(&rings, &numbering.points, frame, &mut faults);
    let is_node = nodes(&edges, numbering.points.len());
    let mut cutter = Cutter { edges: &edges, points: &numbering.points, arcs: Vec::new(), known: HashMap::new() };
    let rings = rings.iter().map(|rings| rings.iter().map(|ring| cutter.cut_ring(ring, &is_node)).collect()).collect();
    RawTopology { arcs: cutter.arcs, rings, faults }
}

/// Equal positions get equal numbers, also where one is written east of the antimeridian and the other west of it.
struct Numbering<'a> {
    frame: &'a Frame,
    points: Vec<LonLat>,
    numbers: HashMap<(u64, u64), usize>,
}

impl Numbering<'_> {
    /// The vertices of a closed ring without the repeated last one and without repeats in a row.
    fn ring(&mut self, ring: &[LonLat]) -> Vec<usize> {
        let mut numbers: Vec<usize> = ring.iter().map(|point| self.number(*point)).collect();
        numbers.dedup();
        if numbers.len() > 1 && numbers.first() == numbers.last() {
            numbers.pop();
        }
        numbers
    }

    fn number(&mut self, point: LonLat) -> usize {
        let point = self.frame.turned(point);
        // Adding zero makes -0.0 and 0.0 one.
        let key = ((point.lon + 0.0).to_bits(), (point.lat + 0.0).to_bits());
        *self.numbers.entry(key).or_insert_with(|| {
            self.points.push(point);
            self.points.len() - 1
        })
    }
}

fn sides_of_edges(
    rings: &[Vec<Vec<usize>>],
    points: &[LonLat],
    frame: &Frame,
    faults: &mut Vec<TopologyFault>,
) -> HashMap<(usize, usize), Sides> {
    let mut edges: HashMap<(usize, usize), Sides> = HashMap::with_capacity(points.len() * 2);
    for (tract, rings) in rings.iter().enumerate() {
        for ring in rings {
            for (a, b) in around(ring) {
                let sides = edges.entry((a.min(b), a.max(b))).or_default();
                let side = if a < b { &mut sides.left } else { &mut sides.right };
                match side.replace(tract) {
                    None => {}
                    Some(other) => {
                        let at = points.get(a).copied().unwrap_or(LonLat::new(f64::NAN, f64::NAN));
                        faults.push(TopologyFault::Overlap { tracts: [other, tract], at });
                    }
                }
            }
        }
    }
    let mut gaps: Vec<_> = edges
        .iter()
        .filter_map(|(&(a, b), sides)| {
            let ((Some(tract), None) | (None, Some(tract))) = (sides.left, sides.right) else { return None };
            let (a, b) = (*points.get(a)?, *points.get(b)?);
            (!along_the_frame(frame, a, b)).then_some(TopologyFault::Gap { tract, at: a })
        })
        .collect();
    gaps.sort_by(|x, y| in_order(x).partial_cmp(&in_order(y)).unwrap_or(std::cmp::Ordering::Equal));
    faults.extend(gaps);
    edges
}

/// By tract, then from west to east and from south to north.
fn in_order(fault: &TopologyFault) -> (usize, f64, f64) {
    match fault {
        TopologyFault::Overlap { tracts: [tract, _], at } | TopologyFault::Gap { tract, at } => {
            (*tract, at.lon, at.lat)
        }
    }
}

fn along_the_frame(frame: &Frame, a: LonLat, b: LonLat) -> bool {
    const NEAR: f64 = 1e-9;
    let both = |value: fn(LonLat) -> f64, side: f64| (value(a) - side).abs() < NEAR && (value(b) - side).abs() < NEAR;
    both(|point| point.lon, frame.west)
        || both(|point| point.lon, frame.east)
        || both(|point| point.lat, frame.south)
        || both(|point| point.lat, frame.north)
}

/// A vertex where other than two edges meet, or where the tracts beside the line change.
fn nodes(edges: &HashMap<(usize, usize), Sides>, vertices: usize) -> Vec<bool> {
    let mut degree = vec![0_u32; vertices];
    let mut pair: Vec<Option<(Option<usize>, Option<usize>)>> = vec![None; vertices];
    let mut node = vec![false; vertices];
    #[expect(clippy::iter_over_hash_type, reason = "what is counted does not depend on the order")]
    for (&(a, b), sides) in edges {
        let beside = (sides.left.min(sides.right), sides.left.max(sides.right));
        for vertex in [a, b] {
            if let (Some(degree), Some(pair), Some(node)) =
                (degree.get_mut(vertex), pair.get_mut(vertex), node.get_mut(vertex))
            {
                *degree += 1;
                match pair {
                    None => *pair = Some(beside),
                    Some(known) if *known != beside => *node = true,
                    Some(_) => {}
                }
            }
        }
    }
    node.iter().zip(&degree).map(|(node, degree)| *node || *degree != 2).collect()
}

struct Cutter<'a> {
    edges: &'a HashMap<(usize, usize), Sides>,
    points: &'a [LonLat],
    arcs: Vec<RawArc>,
    /// Arcs by their first and last edge, in the direction in which they were first met.
    known: HashMap<(usize, usize), usize>,
}

impl Cutter<'_> {
    fn cut_ring(&mut self, ring: &[usize], is_node: &[bool]) -> RawRing {
        let node_at = |vertex: &usize| is_node.get(*vertex).copied().unwrap_or(false);
        // An island has no node: begin at its lowest vertex, so that both its users begin alike.
        let begin = ring
            .iter()
            .position(node_at)
            .or_else(|| ring.iter().enumerate().min_by_key(|(_, vertex)| **vertex).map(|(at, _)| at));
        let Some(begin) = begin else { return Vec::new() };
        let turned: Vec<usize> = ring.iter().cycle().skip(begin).take(ring.len() + 1).copied().collect();
        let mut pieces = Vec::new();
        let mut piece = Vec::new();
        for (at, vertex) in turned.iter().enumerate() {
            piece.push(*vertex);
            let ends = at > 0 && (node_at(vertex) || at + 1 == turned.len());
            if ends && piece.len() > 1 {
                pieces.push(std::mem::replace(&mut piece, vec![*vertex]));
            }
        }
        pieces.iter().map(|piece| self.arc(piece)).collect()
    }

    fn arc(&mut self, piece: &[usize]) -> (usize, bool) {
        let (first, last) = match piece {
            [a, b, ..] => match piece {
                [.., c, d] => ((*a, *b), (*d, *c)),
                _ => ((*a, *b), (*b, *a)),
            },
            _ => return (0, false),
        };
        if let Some(&arc) = self.known.get(&first) {
            return (arc, false);
        }
        if let Some(&arc) = self.known.get(&last) {
            return (arc, true);
        }
        let sides = self.edges.get(&(first.0.min(first.1), first.0.max(first.1))).copied().unwrap_or_default();
        let (left, right) = if first.0 < first.1 { (sides.left, sides.right) } else { (sides.right, sides.left) };
        let points = piece.iter().filter_map(|vertex| self.points.get(*vertex).copied()).collect();
        self.arcs.push(RawArc { points, left, right });
        self.known.insert(first, self.arcs.len() - 1);
        (self.arcs.len() - 1, false)
    }
}

fn around(ring: &[usize]) -> impl Iterator<Item = (usize, usize)> {
    ring.iter().copied().zip(ring.iter().copied().cycle().skip(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRAME: Frame = Frame { west: 40.0, south: 38.0, east: 45.0, north: 43.0 };

    fn ring(points: &[(f64, f64)]) -> Vec<LonLat> {
        points.iter().map(|(lon, lat)| LonLat::new(*lon, *lat)).collect()
    }

    #[test]
    fn two_squares_share_one_arc_in_opposite_directions() {
        let west = ring(&[(41.0, 40.0), (42.0, 40.0), (42.0, 41.0), (41.0, 41.0), (41.0, 40.0)]);
        let east = ring(&[(42.0, 40.0), (43.0, 40.0), (43.0, 41.0), (42.0, 41.0), (42.0, 40.0)]);
        let topology = cut(&[vec![&west], vec![&east]], &FRAME);
        let shared: Vec<_> = topology.arcs.iter().filter(|arc| arc.left.is_some() && arc.right.is_some()).collect();
        assert_eq!(shared.len(), 1);
        let uses: Vec<_> = topology
            .rings
            .iter()
            .flatten()
            .flatten()
            .filter(|(arc, _)| topology.arcs[*arc].left.is_some() && topology.arcs[*arc].right.is_some())
            .map(|(_, reversed)| *reversed)
            .collect();
        assert_eq!(uses.len(), 2);
        assert_ne!(uses[0], uses[1]);
    }

    #[test]
    fn a_hole_with_its_island_shares_one_closed_arc() {
        let outer = ring(&[(41.0, 40.0), (44.0, 40.0), (44.0, 41.5), (41.0, 41.5), (41.0, 40.0)]);
        let hole = ring(&[(42.0, 40.5), (42.0, 41.0), (43.0, 41.0), (43.0, 40.5), (42.0, 40.5)]);
        let island = ring(&[(43.0, 41.0), (42.0, 41.0), (42.0, 40.5), (43.0, 40.5), (43.0, 41.0)]);
        let topology = cut(&[vec![&outer, &hole], vec![&island]], &FRAME);
        assert_eq!(topology.arcs.len(), 2);
        let island_arc = &topology.arcs[topology.rings[1][0][0].0];
        let mut beside = [island_arc.left, island_arc.right];
        beside.sort();
        assert_eq!(beside, [Some(0), Some(1)]);
    }

    #[test]
    fn an_overlap_and_a_gap_are_named() {
        let a = ring(&[(41.0, 40.0), (42.0, 40.0), (42.0, 41.0), (41.0, 41.0), (41.0, 40.0)]);
        let topology = cut(&[vec![&a], vec![&a]], &FRAME);
        assert!(topology.faults.iter().any(|fault| matches!(fault, TopologyFault::Overlap { tracts: [0, 1], .. })));
        assert!(topology.faults.iter().any(|fault| matches!(fault, TopologyFault::Gap { .. })));
    }

    #[test]
    fn a_tract_that_is_cut_at_the_antimeridian_is_one_piece_of_ground() {
        let frame = Frame { west: 178.0, south: -21.0, east: 182.0, north: -19.0 };
        let west = ring(&[(178.0, -21.0), (180.0, -21.0), (180.0, -19.0), (178.0, -19.0), (178.0, -21.0)]);
        let east = ring(&[(-180.0, -21.0), (-178.0, -21.0), (-178.0, -19.0), (-180.0, -19.0), (-180.0, -21.0)]);
        let topology = cut(&[vec![&west, &east]], &frame);
        assert_eq!(topology.faults, []);
        assert!(topology.arcs.iter().any(|arc| arc.left == Some(0) && arc.right == Some(0)), "the seam is within it");
    }
}
