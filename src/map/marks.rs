//! Signs on the map: town rings, peaks, seals, waypoints.

use super::context::MapContext;
use super::label::Labels;
use crate::model::PlaceKind;
use crate::scene::{SceneItem, Stroke, circle};
use crate::units::{LonLat, PagePoint};
use crate::world::World;

/// The signs of everything that got a name, and of what is chosen.
pub fn marks(context: &MapContext<'_>, labels: &mut Labels<'_>, items: &mut Vec<SceneItem>) {
    let (look, lines, signs) = (&context.theme.ground, &context.theme.looks.lines, &context.theme.looks.signs);
    for mark in labels.take_marks() {
        match mark.kind {
            PlaceKind::Mountain | PlaceKind::Pass => {
                let s = signs.peak;
                let triangle = vec![
                    PagePoint::new(mark.at.x, mark.at.y - s),
                    PagePoint::new(mark.at.x + s, mark.at.y + s * 0.7),
                    PagePoint::new(mark.at.x - s, mark.at.y + s * 0.7),
                ];
                items.push(SceneItem::Fill { rings: vec![triangle], colour: look.faint_ink });
            }
            PlaceKind::Town | PlaceKind::Village | PlaceKind::Station | PlaceKind::Fort | PlaceKind::Ruin => {
                let [first, middle, least] = signs.town;
                let radius = match mark.importance {
                    0 | 1 => first,
                    2 | 3 => middle,
                    _ => least,
                };
                items.push(SceneItem::Dots {
                    centres: vec![mark.at],
                    radius: radius + signs.town_rim,
                    colour: look.halo.with_opacity(0.8),
                });
                items.push(SceneItem::Dots { centres: vec![mark.at], radius, colour: look.ink });
                items.push(SceneItem::Dots {
                    centres: vec![mark.at],
                    radius: radius - signs.town_ring,
                    colour: look.paper,
                });
                if mark.seal {
                    let (centres, [outer, ring, inner]) = (vec![mark.at], signs.seal);
                    items.push(SceneItem::Dots { centres: centres.clone(), radius: outer, colour: look.seal });
                    items.push(SceneItem::Dots { centres: centres.clone(), radius: ring, colour: look.paper });
                    items.push(SceneItem::Dots { centres, radius: inner, colour: look.seal });
                }
            }
            PlaceKind::River | PlaceKind::Lake | PlaceKind::Region => {}
        }
    }
    if let Some(at) = context.options.focus.point.as_deref().and_then(|id| point_of(context.world, id)) {
        let ring = circle(context.point(at), signs.chosen);
        items.push(SceneItem::Lines {
            lines: vec![ring.clone()],
            stroke: Stroke::from_look(&lines.chosen_point_rim, look.selection_halo),
        });
        items.push(SceneItem::Lines { lines: vec![ring], stroke: Stroke::from_look(&lines.chosen_point, look.accent) });
    }
}

/// The position of a place or waypoint.
fn point_of(world: &World, id: &str) -> Option<LonLat> {
    world
        .atlas
        .places
        .get(id)
        .map(|place| place.at)
        .or_else(|| world.atlas.waypoints.get(id).and_then(|waypoint| waypoint.at))
}
