//! The ground: outlines, courses, edges and points that belong together, inside the frame, without a gap,
//! an overlap or a line that crosses itself.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Findings;
use super::crossings::crossings;
use crate::geometry::TopologyFault;
use crate::model::{Origin, Tabled};
use crate::units::LonLat;
use crate::world::World;

pub fn judge(world: &World, findings: &mut Findings) {
    outlines(world, findings);
    points(world, findings);
    edges(world, findings);
    topology(world, findings);
}

fn outlines(world: &World, findings: &mut Findings) {
    for (tract, origin) in world.atlas.tracts.with_origins() {
        if world.outline(&tract.id).is_none_or(<[_]>::is_empty) {
            let message = "the tract has no outline in layers/tracts.geojson";
            findings.error(origin, tract.path(), message, "it is not on the map");
        }
    }
    for ground in world.ground.tracts() {
        if !world.atlas.tracts.contains(&ground.id) {
            let message = format!("the outline `{}` has no `[[tract]]`", ground.id);
            findings.error(
                &outline_origin(world, &ground.id),
                ground.id.clone(),
                message,
                "it is drawn without a name",
            );
        }
    }
    for (segment, origin) in world.atlas.segments.with_origins() {
        if world.segment_lines(&segment.id).is_none_or(<[_]>::is_empty) {
            let message = "the segment has no course in layers/segments.geojson";
            findings.error(origin, segment.path(), message, "it is not on the map");
        }
    }
}

fn points(world: &World, findings: &mut Findings) {
    let frame = world.projection.frame();
    let mut look = |at: LonLat, origin: &Origin, path: String| {
        if !frame.contains(at) {
            let message = format!(
                "[{}, {}] lies outside the frame ({} to {} E, {} to {} N)",
                at.lon, at.lat, frame.west, frame.east, frame.south, frame.north
            );
            findings.error(origin, path, message, "it is not on the map");
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
            let message = format!("no `[[edge]]` says how the line between `{a}` and `{b}` was made");
            let origin = world.atlas.tracts.with_origins().find(|(tract, _)| tract.id == a).map(|(_, origin)| origin);
            let origin = origin.cloned().unwrap_or_else(|| outline_origin(world, a));
            findings.warning(&origin, format!("tract[{a}]"), message, "it is drawn as a line of unknown origin");
        }
    }
    for (edge, origin) in world.atlas.edges.with_origins() {
        let [a, b] = &edge.between;
        if let (Some(a), Some(b)) = (world.ground.position(a), world.ground.position(b))
            && !neighbours.contains(&(a.min(b), a.max(b)))
        {
            findings.warning(origin, edge.path(), "the two tracts have no line in common", "the edge is not used");
        }
    }
}

fn topology(world: &World, findings: &mut Findings) {
    let name = |tract: &usize| world.ground.id(*tract).unwrap_or_default().to_owned();
    for fault in world.ground.faults() {
        let (tract, message) = match fault {
            TopologyFault::Overlap { tracts: [a, b], at } => {
                (name(a), format!("overlaps `{}` at {}", name(b), place(*at)))
            }
            TopologyFault::Gap { tract, at } => {
                (name(tract), format!("has an edge inside the frame at {} that no neighbour shares", place(*at)))
            }
        };
        findings.error(&outline_origin(world, &tract), format!("tracts[{tract}]"), message, "it is drawn all the same");
    }
    for (arcs, at) in crossings(world.ground.arcs()) {
        let beside: BTreeSet<String> = arcs
            .iter()
            .filter_map(|arc| world.ground.arcs().get(*arc))
            .flat_map(|arc| [arc.left, arc.right])
            .flatten()
            .map(|tract| name(&tract))
            .collect();
        let tract = beside.first().cloned().unwrap_or_default();
        let all: Vec<String> = beside.into_iter().collect();
        let message = format!("lines cross at {} (between {})", place(at), all.join(", "));
        findings.error(&outline_origin(world, &tract), format!("tracts[{tract}]"), message, "it is drawn all the same");
    }
}

fn outline_origin(world: &World, tract: &str) -> Origin {
    let nowhere = || Origin { file: Arc::from("data/layers/tracts.geojson"), line: 0 };
    world.outline_origin(tract).cloned().unwrap_or_else(nowhere)
}

fn place(at: LonLat) -> String {
    format!("{:.5} E {:.5} N", at.lon, at.lat)
}
