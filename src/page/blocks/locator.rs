//! The small map of the wider region.

use crate::geometry::clip;
use crate::map::official_name;
use crate::model::{Day, Frame, Locator};
use crate::page::block::{Drawn, PageContext};
use crate::scene::{Anchor, SceneItem, Stroke, TextLook};
use crate::symbology::Theme;
use crate::typeset::Face;
use crate::units::{LonLat, PagePoint, PageRect};
use crate::world::World;

/// The widest that the small map is, in parts of the size of the credits.
const WIDEST: f64 = 26.0;

/// The small map as a block, as wide as its room.
pub fn block(page: &PageContext<'_>, room: PageRect) -> Drawn {
    let Some(settings) = &page.world.settings.locator else { return Drawn::default() };
    let width = room.width.min(WIDEST * page.looks().credits);
    let at = PageRect { width, height: height(settings, width), ..room };
    let mut items = Vec::new();
    locator(page.world, settings, page.looks().credits / 9.5, at, page.theme, &mut items);
    Drawn { items, height: at.height }
}

/// The height of the locator for its width: degrees of latitude are drawn longer than those of longitude, as they
/// are in the middle of the region.
fn height(locator: &Locator, width: f64) -> f64 {
    let Frame { west, south, east, north } = locator.frame;
    width * (north - south) / (east - west) * locator.stretch
}

/// A small map of the wider region with the frame of the atlas in it, by the plate carrée.
fn locator(world: &World, settings: &Locator, unit: f64, rect: PageRect, theme: &Theme, items: &mut Vec<SceneItem>) {
    let Frame { west, south, east, north } = settings.frame;
    let at = |lon: f64, lat: f64| {
        let lon = settings.frame.turned(LonLat::new(lon, lat)).lon;
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
    for &lon in &settings.meridians {
        lines.push(vec![at(lon, south), at(lon, north)]);
    }
    for &lat in &settings.parallels {
        lines.push(vec![PagePoint::new(rect.x, at(west, lat).y), PagePoint::new(rect.right(), at(west, lat).y)]);
    }
    items.push(SceneItem::Lines { lines, stroke: Stroke::solid(theme.ground.graticule, 0.5 * unit) });
    let frame = world.projection.frame();
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
    for sea in &settings.seas {
        items.push(SceneItem::Text(italic.level(&sea.name, at(sea.at.lon, sea.at.lat), Anchor::Middle)));
    }
    let mut edge = rect.ring();
    edge.extend(edge.first().copied());
    items.push(SceneItem::Lines { lines: vec![edge], stroke: Stroke::solid(theme.ground.edge, 0.8 * unit) });
}
