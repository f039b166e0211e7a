//! The ground: outlines, courses, edges and points that belong together, inside the frame, without a gap,
//! an overlap or a line that crosses itself.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::findings::Findings;
use crate::catalog::Done;
use crate::geometry::{Segments, TopologyFault};
use crate::model::{Origin, Tabled};
use crate::text::{Given, Texts};
use crate::units::LonLat;
use crate::world::World;

const NOT_ON_MAP: Done = "done.not-on-map";
const DRAWN: Done = "done.drawn-all-the-same";
/// How many crossings of lines are told.
const MOST_CROSSINGS: usize = 100;

pub fn judge(world: &World, findings: &mut Findings) {
    outlines(world, findings);
    points(world, findings);
    edges(world, findings);
    topology(world, findings);
}

fn outlines(world: &World, findings: &mut Findings) {
    for (tract, origin) in world.atlas.tracts.with_origins() {
        if world.outline(&tract.id).is_none_or(<[_]>::is_empty) {
            findings.error(origin, tract.path(), "check.no-outline", &[], NOT_ON_MAP);
        }
    }
    for ground in world.ground.tracts() {
        if !world.atlas.tracts.contains(&ground.id) {
            let (origin, given): (_, &Given<'_>) = (outline_origin(world, &ground.id), &[("id", &ground.id)]);
            findings.error(&origin, ground.id.clone(), "check.outline-without-tract", given, "done.drawn-nameless");
        }
    }
    for (segment, origin) in world.atlas.segments.with_origins() {
        if world.segment_lines(&segment.id).is_none_or(<[_]>::is_empty) {
            findings.error(origin, segment.path(), "check.no-course", &[], NOT_ON_MAP);
        }
    }
}

fn points(world: &World, findings: &mut Findings) {
    let frame = world.projection.frame();
    let mut look = |at: LonLat, origin: &Origin, path: String| {
        if !frame.contains(at) {
            let given: &Given<'_> = &[
                ("lon", &at.lon),
                ("lat", &at.lat),
                ("west", &frame.west),
                ("east", &frame.east),
                ("south", &frame.south),
                ("north", &frame.north),
            ];
            findings.error(origin, path, "check.outside-frame", given, NOT_ON_MAP);
        }
    };
    for (waypoint, origin) in world.atlas.waypoints.with_origins() {
        if let Some(at) = waypoint.at {
            look(at, origin, format!("{}.at", waypoint.path()));
        }
    }
    for (place, origin) in world.atlas.places.with_origins() {
        if place.tract.is_some() {
            look(place.at, origin, format!("{}.at", place.path()));
        }
    }
    for (tract, origin) in world.atlas.tracts.with_origins() {
        if let Some(at) = tract.label {
            look(at, origin, format!("{}.label", tract.path()));
        }
    }
}

fn edges(world: &World, findings: &mut Findings) {
    let neighbours: BTreeSet<(usize, usize)> = world
        .ground
        .arcs()
        .iter()
        .filter_map(|arc| Some((arc.left?, arc.right?)))
        // Where one tract is cut at the antimeridian it is its own neighbour.
        .filter(|(a, b)| a != b)
        .map(|(a, b)| (a.min(b), a.max(b)))
        .collect();
    for &(a, b) in &neighbours {
        if world.edge(a, b).is_none()
            && let (Some(a), Some(b)) = (world.ground.id(a), world.ground.id(b))
        {
            let origin = world.atlas.tracts.with_origins().find(|(tract, _)| tract.id == a).map(|(_, origin)| origin);
            let origin = origin.cloned().unwrap_or_else(|| outline_origin(world, a));
            let given: &Given<'_> = &[("a", &a), ("b", &b)];
            findings.warning(&origin, format!("tract[{a}]"), "check.no-edge", given, "done.drawn-of-unknown-origin");
        }
    }
    for (edge, origin) in world.atlas.edges.with_origins() {
        let [a, b] = &edge.between;
        if let (Some(a), Some(b)) = (world.ground.position(a), world.ground.position(b))
            && !neighbours.contains(&(a.min(b), a.max(b)))
        {
            findings.warning(origin, edge.path(), "check.no-line-in-common", &[], "done.edge-not-used");
        }
    }
}

fn topology(world: &World, findings: &mut Findings) {
    let name = |tract: &usize| world.ground.id(*tract).unwrap_or_default().to_owned();
    for fault in world.ground.faults() {
        let (tract, message, other, at) = match fault {
            TopologyFault::Overlap { tracts: [a, b], at } => (name(a), "check.ground-overlaps", name(b), at),
            TopologyFault::Gap { tract, at } => (name(tract), "check.ground-gap", String::new(), at),
        };
        let given: &Given<'_> = &[("other", &other), ("at", &place(*at))];
        findings.error(&outline_origin(world, &tract), format!("tracts[{tract}]"), message, given, DRAWN);
    }
    crossings(world, findings);
}

fn crossings(world: &World, findings: &mut Findings) {
    let name = |tract: usize| world.ground.id(tract).unwrap_or_default().to_owned();
    let arcs = world.ground.arcs();
    let crossings = Segments::new(arcs.iter().map(|arc| arc.lonlat.as_slice())).crossings(MOST_CROSSINGS);
    if !crossings.is_complete {
        let origin = outline_origin(world, "");
        findings.warning(&origin, "tracts", "check.crossings-not-all", &[("number", &crossings.found.len())], DRAWN);
    }
    for (crossing, at) in crossings.found {
        let beside: BTreeSet<String> = crossing
            .iter()
            .filter_map(|arc| arcs.get(*arc))
            .flat_map(|arc| [arc.left, arc.right])
            .flatten()
            .map(name)
            .collect();
        let tract = beside.first().cloned().unwrap_or_default();
        let all: Vec<String> = beside.into_iter().collect();
        let given: &Given<'_> = &[("at", &place(at)), ("tracts", &all.join(", "))];
        findings.error(&outline_origin(world, &tract), format!("tracts[{tract}]"), "check.lines-cross", given, DRAWN);
    }
}

fn outline_origin(world: &World, tract: &str) -> Origin {
    let nowhere = || Origin { file: Arc::from("data/layers/tracts.geojson"), line: 0 };
    world.outline_origin(tract).cloned().unwrap_or_else(nowhere)
}

fn place(at: LonLat) -> String {
    let [lon, lat] = [at.lon, at.lat].map(|degrees| format!("{degrees:.5}"));
    Texts::english().fill("check.place", &[("lon", &lon), ("lat", &lat)])
}
