//! What lies under the pointer, the most precise first.

use super::options::MapOptions;
use super::place::is_place_shown;
use crate::model::PlaceKind;
use crate::symbology::Looks;
use crate::units::{MapPoint, PagePoint, PageRect};
use crate::view::{BaseLayer, MapView};
use crate::world::World;

/// A thing under the pointer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picked {
    pub id: String,
    pub name: String,
}

/// How near, in points, counts as a hit.
const POINT_NEAR: f64 = 9.0;
const LINE_NEAR: f64 = 5.0;

/// The places, waypoints, segments and the tract at a point of the page.
pub fn pick(world: &World, options: &MapOptions, view: MapView, page: PageRect, at: PagePoint) -> Vec<Picked> {
    let here = view.map_from_page(at, page);
    let mut points: Vec<(f64, Picked)> = Vec::new();
    let reach_m = POINT_NEAR * view.metres_per_point();
    let mut near = |id: &str, name: &str, point: MapPoint| {
        let off = (point.x - here.x).abs().max((point.y - here.y).abs());
        let distance = point.distance_m(here);
        if off <= reach_m && distance <= reach_m {
            points.push((distance, Picked { id: id.to_owned(), name: name.to_owned() }));
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
            && is_place_shown(place, view, &Looks::embedded().near)
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
    points.sort_by(|a, b| a.0.total_cmp(&b.0).then_with(|| a.1.id.cmp(&b.1.id)));
    let mut picked: Vec<Picked> = points.into_iter().map(|(_, picked)| picked).collect();
    let within_m = LINE_NEAR * view.metres_per_point();
    let mut lines: Vec<(f64, Picked)> = world
        .segments
        .iter()
        .filter_map(|segment| {
            let distance =
                segment.courses.iter().filter_map(|course| course.distance_m(here, within_m)).min_by(f64::total_cmp)?;
            let id = segment.id.clone()?;
            Some((distance, Picked { name: segment.name.clone().unwrap_or_else(|| id.clone()), id }))
        })
        .collect();
    lines.sort_by(|a, b| a.0.total_cmp(&b.0));
    picked.extend(lines.into_iter().map(|(_, picked)| picked));
    if let Some(id) = world.ground.tract_at(here).and_then(|tract| world.ground.id(tract)) {
        let name = world.atlas.tracts.get(id).map_or(id, |tract| &tract.name);
        picked.push(Picked { id: id.to_owned(), name: name.to_owned() });
    }
    picked
}
