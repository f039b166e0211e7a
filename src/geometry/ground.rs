//! The tracts as a topology on the map: arcs with a tract on each side, rings made of arcs. Everything
//! that is drawn of a border comes from here, so that borders and regions can never disagree.

use std::collections::HashMap;

use super::polyline::Polyline;
use super::projection::Projection;
use super::topology::{self, TopologyFault};
use crate::units::{LonLat, MapRect};

/// The ground of the atlas.
pub struct Ground {
    tracts: Vec<TractGround>,
    arcs: Vec<Arc>,
    faults: Vec<TopologyFault>,
    by_id: HashMap<String, usize>,
}

/// The ground of one tract.
pub struct TractGround {
    /// The id of the tract.
    pub id: String,
    /// Its rings, outer ones and holes alike.
    pub rings: Vec<Ring>,
    /// The rectangle around it.
    pub extent: MapRect,
}

/// A closed line of arcs; filled by the even-odd rule together with the tract's other rings.
pub struct Ring {
    /// The arcs in order, end to end.
    pub uses: Vec<ArcUse>,
}

/// An arc as a part of a ring.
#[derive(Clone, Copy, Debug)]
pub struct ArcUse {
    /// Its position in `Ground::arcs`.
    pub arc: usize,
    /// Whether the ring runs along it from its end to its beginning.
    pub reversed: bool,
}

/// A line between two tracts, or between a tract and the edge of the frame.
pub struct Arc {
    /// Its points on the map plane.
    pub course: Polyline,
    /// The same points in degrees.
    pub lonlat: Vec<LonLat>,
    /// Positions in `Ground::tracts`.
    pub left: Option<usize>,
    /// The tract on the right of its direction, as a position in `Ground::tracts`.
    pub right: Option<usize>,
}

impl Ground {
    /// `outlines`: for each tract its id and its polygons as closed rings, outer ones counter-clockwise.
    pub fn new<'a>(
        outlines: impl IntoIterator<Item = (&'a str, &'a [Vec<Vec<LonLat>>])>,
        projection: &Projection,
    ) -> Self {
        let (ids, rings): (Vec<_>, Vec<Vec<&[LonLat]>>) = outlines
            .into_iter()
            .map(|(id, polygons)| (id.to_owned(), polygons.iter().flatten().map(Vec::as_slice).collect()))
            .unzip();
        let raw = topology::cut(&rings, projection.frame());
        let arcs: Vec<Arc> = raw
            .arcs
            .into_iter()
            .map(|arc| Arc {
                course: Polyline::new(projection.project_line(&arc.points)),
                lonlat: arc.points,
                left: arc.left,
                right: arc.right,
            })
            .collect();
        let tracts: Vec<TractGround> = ids
            .into_iter()
            .zip(raw.rings)
            .map(|(id, rings)| {
                let rings: Vec<Ring> = rings
                    .into_iter()
                    .map(|uses| Ring {
                        uses: uses.into_iter().map(|(arc, reversed)| ArcUse { arc, reversed }).collect(),
                    })
                    .collect();
                let extent = rings
                    .iter()
                    .flat_map(|ring| &ring.uses)
                    .filter_map(|each| arcs.get(each.arc))
                    .fold(MapRect::EMPTY, |extent, arc| extent.union(arc.course.extent()));
                TractGround { id, rings, extent }
            })
            .collect();
        let by_id = tracts.iter().enumerate().map(|(at, tract)| (tract.id.clone(), at)).collect();
        Self { tracts, arcs, faults: raw.faults, by_id }
    }

    /// The tracts in the order of the record.
    pub fn tracts(&self) -> &[TractGround] {
        &self.tracts
    }

    /// The arcs between them, in an order that depends on the outlines alone.
    pub fn arcs(&self) -> &[Arc] {
        &self.arcs
    }

    /// Where the outlines do not fit together.
    pub fn faults(&self) -> &[TopologyFault] {
        &self.faults
    }

    /// The position of a tract in `tracts`.
    pub fn position(&self, tract: &str) -> Option<usize> {
        self.by_id.get(tract).copied()
    }

    /// The ground of a tract by its id.
    pub fn tract(&self, tract: &str) -> Option<&TractGround> {
        self.position(tract).and_then(|at| self.tracts.get(at))
    }

    /// The id of the tract at a position in `tracts`.
    pub fn id(&self, position: usize) -> Option<&str> {
        self.tracts.get(position).map(|tract| tract.id.as_str())
    }

    /// The arcs of a tract, with their directions, ring by ring.
    pub fn arcs_of<'a>(&'a self, tract: &'a TractGround) -> impl Iterator<Item = (&'a Arc, bool)> {
        tract
            .rings
            .iter()
            .flat_map(|ring| &ring.uses)
            .filter_map(|each| self.arcs.get(each.arc).map(|arc| (arc, each.reversed)))
    }
}
