//! What lies under the pointer, the most precise first.

use std::sync::Arc;

use super::options::MapOptions;
use super::place::is_place_shown;
use crate::layer::{FeatureRef, Layer, ShapeKind};
use crate::model::PlaceKind;
use crate::symbology::Audience;
use crate::units::{MapPoint, PagePoint, PageRect};
use crate::view::{BaseLayer, MapView};
use crate::world::World;

/// A thing under the pointer.
#[derive(Clone, Debug, PartialEq)]
pub enum Picked {
    /// An entry of the record.
    Entry {
        /// Its id.
        id: String,
        /// Its name.
        name: String,
    },
    /// A feature of a layer that the reader laid over the atlas.
    Feature(FeatureRef),
}

impl Picked {
    /// What it is called.
    pub fn name(&self) -> String {
        match self {
            Self::Entry { name, .. } => name.clone(),
            Self::Feature(feature) => feature.title(),
        }
    }

    /// The id of an entry of the record.
    pub fn id(&self) -> Option<&str> {
        match self {
            Self::Entry { id, .. } => Some(id),
            Self::Feature(_) => None,
        }
    }
}

/// How near, in points, counts as a hit.
const POINT_NEAR: f64 = 9.0;
const LINE_NEAR: f64 = 5.0;

/// The places, waypoints, segments and the tract at a point of the page, and features of the reader's own layers: first
/// points, then lines, then areas, those of the reader before those of the record, and the tract at the end.
pub fn pick(world: &World, options: &MapOptions, view: MapView, page: PageRect, at: PagePoint) -> Vec<Picked> {
    let here = view.map_from_page(at, page);
    let mut points: Vec<(f64, Picked)> = Vec::new();
    let reach_m = POINT_NEAR * view.metres_per_point();
    let mut near = |id: &str, name: &str, point: MapPoint| {
        let off = (point.x - here.x).abs().max((point.y - here.y).abs());
        let distance = point.distance_m(here);
        if off <= reach_m && distance <= reach_m {
            points.push((distance, Picked::Entry { id: id.to_owned(), name: name.to_owned() }));
        }
    };
    for (place, point) in world.placed() {
        let layer = match place.kind {
            PlaceKind::Mountain | PlaceKind::Pass => BaseLayer::Mountains,
            PlaceKind::Lake => BaseLayer::Lakes,
            PlaceKind::River => BaseLayer::Rivers,
            PlaceKind::Region => continue,
            PlaceKind::Town | PlaceKind::Village | PlaceKind::Station | PlaceKind::Fort | PlaceKind::Ruin => {
                BaseLayer::Towns
            }
        };
        if options.shows(layer)
            && is_place_shown(place, view, &Audience::Screen.looks().near)
            && world.projection.frame().contains(place.at)
        {
            near(&place.id, &place.name, point);
        }
    }
    if options.shows(BaseLayer::Waypoints) {
        for (waypoint, point) in world.placed_waypoints() {
            near(&waypoint.id, &waypoint.name, point);
        }
    }
    points.sort_by(|a, b| a.0.total_cmp(&b.0).then_with(|| a.1.id().cmp(&b.1.id())));
    let within_m = LINE_NEAR * view.metres_per_point();
    let own = features_near(world, options, here, reach_m, within_m);
    let of_kind = |kind| own.iter().filter(move |(of, _)| *of == kind).map(|(_, feature)| feature.clone());
    let mut picked: Vec<Picked> = of_kind(ShapeKind::Points).collect();
    picked.extend(points.into_iter().map(|(_, picked)| picked));
    picked.extend(of_kind(ShapeKind::Line));
    let mut lines: Vec<(f64, Picked)> = world
        .segments
        .iter()
        .filter_map(|segment| {
            let distance =
                segment.courses.iter().filter_map(|course| course.distance_m(here, within_m)).min_by(f64::total_cmp)?;
            let id = segment.id.clone()?;
            Some((distance, Picked::Entry { name: segment.name.clone().unwrap_or_else(|| id.clone()), id }))
        })
        .collect();
    lines.sort_by(|a, b| a.0.total_cmp(&b.0));
    picked.extend(lines.into_iter().map(|(_, picked)| picked));
    picked.extend(of_kind(ShapeKind::Area));
    if let Some(id) = world.ground.tract_at(here).and_then(|tract| world.ground.id(tract)) {
        let name = world.atlas.tracts.get(id).map_or(id, |tract| &tract.name);
        picked.push(Picked::Entry { id: id.to_owned(), name: name.to_owned() });
    }
    picked
}

/// The features of the reader's layers near a point of the map, the topmost layer first, with the kind of shape that is
/// near. What lies outside the frame is not seen.
fn features_near(
    world: &World,
    options: &MapOptions,
    here: MapPoint,
    points_m: f64,
    lines_m: f64,
) -> Vec<(ShapeKind, Picked)> {
    if options.layers.is_empty() || !world.projection.is_in_frame(here) {
        return Vec::new();
    }
    let of_layer = |layer: &Arc<Layer>| {
        let near = layer.features.near(here, points_m, lines_m).into_iter();
        let layer = Arc::clone(layer);
        near.map(move |hit| (hit.kind, Picked::Feature(FeatureRef { layer: Arc::clone(&layer), at: hit.feature })))
    };
    options.layers.iter().rev().flat_map(of_layer).collect()
}
