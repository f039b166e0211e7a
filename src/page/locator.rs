//! The small map of the wider region.

use crate::geometry::FRAME;
use crate::geometry::clip;
use crate::map::official_name;
use crate::model::Day;
use crate::scene::{Anchor, SceneItem, Stroke, TextLook};
use crate::symbology::Theme;
use crate::typeset::Face;
use crate::units::{LonLat, PagePoint, PageRect};
use crate::world::World;

const WEST: f64 = 24.0;
const EAST: f64 = 56.0;
const SOUTH: f64 = 33.0;
const NORTH: f64 = 48.0;

/// The height of the locator for its width: degrees of latitude are drawn longer than those of longitude, as they
/// are in the middle of the region.
pub fn height(width: f64) -> f64 {
    width * (NORTH - SOUTH) / (EAST - WEST) * 1.28
}

/// A small map of the wider region with the frame of the atlas in it: meridians and parallels of ten degrees
/// around the Black Sea and the Caspian, by the plate carrée.
pub fn locator(world: &World, unit: f64, rect: PageRect, theme: &Theme, items: &mut Vec<SceneItem>) {
    let (west, east, south, north) = (WEST, EAST, SOUTH, NORTH);
    let at = |lon: f64, lat: f64| {
        PagePoint::new(
            rect.x + (lon - west) / (east - west) * rect.width,
            rect.y + (north - lat) / (north - south) * rect.height,
        )
    };
    items.push(SceneItem::Fill { rings: vec![rect.ring()], colour: theme.ground.sea });
    for polygon in &world.locator {
        let ring = |ring: &Vec<LonLat>| {
            let points: Vec<PagePoint> = ring.iter().map(|point| at(point.lon, point.lat)).collect();
            clip::ring(&points, rect)
        };
        let rings: Vec<_> = polygon.iter().map(ring).filter(|ring| ring.len() > 2).collect();
        items.push(SceneItem::Fill { rings, colour: theme.ground.paper });
    }
    let mut lines = Vec::new();
    for lon in [30.0, 40.0, 50.0] {
        lines.push(vec![at(lon, south), at(lon, north)]);
    }
    for lat in [35.0, 40.0, 45.0] {
        lines.push(vec![at(west, lat), at(east, lat)]);
    }
    items.push(SceneItem::Lines { lines, stroke: Stroke::solid(theme.ground.graticule, 0.5 * unit) });
    let frame = FRAME;
    let ring = vec![
        at(frame.west, frame.south),
        at(frame.east, frame.south),
        at(frame.east, frame.north),
        at(frame.west, frame.north),
        at(frame.west, frame.south),
    ];
    items.push(SceneItem::Fill { rings: vec![ring.clone()], colour: theme.ground.accent.with_opacity(0.16) });
    items.push(SceneItem::Lines { lines: vec![ring], stroke: Stroke::solid(theme.ground.accent, 1.2 * unit) });
    let look = TextLook::plain(Face::Sans, 9.0 * unit, theme.ground.ink);
    for place in world.atlas.places.iter().filter(|place| place.on_locator) {
        let point = at(place.at.lon, place.at.lat);
        if rect.contains(point) {
            items.push(SceneItem::Dots { centres: vec![point], radius: 1.4 * unit, colour: theme.ground.ink });
            let text = official_name(place, Day::MAX);
            let flips = point.x + 5.0 * unit + look.width(text) > rect.right();
            let (dx, anchor) = if flips { (-3.5, Anchor::End) } else { (3.5, Anchor::Start) };
            items.push(SceneItem::Text(look.level(
                text,
                PagePoint::new(point.x + dx * unit, point.y + 3.0 * unit),
                anchor,
            )));
        }
    }
    let italic = TextLook::plain(Face::SerifItalic, 9.0 * unit, theme.ground.water_ink);
    for (text, lon, lat) in [("Black Sea", 33.5, 43.4), ("Caspian", 51.2, 42.0), ("Mediterranean", 30.5, 34.5)] {
        items.push(SceneItem::Text(italic.level(text, at(lon, lat), Anchor::Middle)));
    }
    let mut edge = rect.ring();
    edge.extend(edge.first().copied());
    items.push(SceneItem::Lines { lines: vec![edge], stroke: Stroke::solid(theme.ground.edge, 0.8 * unit) });
}
