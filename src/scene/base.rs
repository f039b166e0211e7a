//! The base of a map: paper and relief below the tints, water and lines above them. Only railways change with the day.

use super::clip;
use super::item::{SceneItem, Stroke};
use super::map::{Sheet, corners, whole_degrees};
use super::marks;
use super::options::BaseLayer;
use crate::geometry::FRAME;
use crate::units::{LonLat, PagePoint, PageRect};
use crate::world::MapLine;

/// A meridian or parallel is drawn in so many pieces.
const STEPS: u32 = 40;

/// Paper and relief.
pub fn ground(sheet: &Sheet<'_>) -> Vec<SceneItem> {
    let mut items = vec![SceneItem::Fill { rings: vec![corners(sheet.shown)], colour: sheet.theme.ground.paper }];
    if sheet.options.shows(BaseLayer::Relief)
        && let Some(relief) = &sheet.world.relief
        && let Some(picture) = marks::relief_picture(sheet.world, sheet.theme)
    {
        let a = sheet.view.page_from_map(relief.extent.min, sheet.page);
        let b = sheet.view.page_from_map(relief.extent.max, sheet.page);
        let at = PageRect::new(a.x, b.y, b.x - a.x, a.y - b.y);
        let image = if sheet.shown == sheet.page { Some((picture, at)) } else { picture.cut(at, sheet.shown) };
        items.extend(image.map(|(picture, at)| SceneItem::Image { picture, at }));
    }
    items
}

/// Water and graticule.
pub fn water(sheet: &Sheet<'_>) -> Vec<SceneItem> {
    let mut items = Vec::new();
    rivers(sheet, &mut items);
    lakes(sheet, &mut items);
    // Three fading lines off the shore, as printed atlases have them, would need the sea's side; one line is true.
    push(&mut items, all(sheet, &sheet.world.coast), Stroke::solid(sheet.theme.ground.shore, 0.8));
    if sheet.options.shows(BaseLayer::Graticule) {
        push(&mut items, graticule(sheet), Stroke::solid(sheet.theme.ground.graticule, 0.4));
    }
    items
}

/// What a reader lays over the ground: today's borders, annexes, stretches of the border, files of their own.
pub fn overlays(sheet: &Sheet<'_>) -> Vec<SceneItem> {
    let mut items = Vec::new();
    let look = &sheet.theme.ground;
    if sheet.options.shows(BaseLayer::Modern) {
        push(&mut items, all(sheet, &sheet.world.modern), Stroke::solid(look.ghost.with_opacity(0.8), 2.2));
    }
    if sheet.options.shows(BaseLayer::Annexes) {
        let stroke = Stroke::dashed(look.accent.with_opacity(0.8), 1.0, &[1.5, 2.5]);
        push(&mut items, all(sheet, &sheet.world.drawn), stroke);
    }
    if sheet.options.shows(BaseLayer::Segments) {
        push(&mut items, all(sheet, &sheet.world.segments), Stroke::solid(look.accent.with_opacity(0.85), 2.4));
    }
    for feature in sheet.world.overlays.iter().flat_map(|overlay| &overlay.features) {
        marks::overlay_feature(sheet, feature, &mut items);
    }
    items
}

fn push(items: &mut Vec<SceneItem>, lines: Vec<Vec<PagePoint>>, stroke: Stroke) {
    if !lines.is_empty() {
        items.push(SceneItem::Lines { lines, stroke });
    }
}

fn all<'a>(sheet: &Sheet<'_>, lines: impl IntoIterator<Item = &'a MapLine>) -> Vec<Vec<PagePoint>> {
    lines.into_iter().flat_map(|line| &line.courses).flat_map(|course| sheet.lines(course)).collect()
}

/// The rivers, those of one rank as one item.
fn rivers(sheet: &Sheet<'_>, items: &mut Vec<SceneItem>) {
    if !sheet.options.shows(BaseLayer::Rivers) {
        return;
    }
    let nearness = 650.0 / sheet.view.metres_per_point();
    for (rank, width) in [(1, 1.25), (2, 0.85), (3, 0.6)] {
        if rank > 2 && nearness < 0.8 {
            continue;
        }
        // One without a rank is among the least.
        let of_rank = |river: &&MapLine| if river.rank == 0 { rank == 3 } else { river.rank.min(3) == rank };
        let lines = all(sheet, sheet.world.rivers.iter().filter(of_rank));
        push(items, lines, Stroke::solid(sheet.theme.ground.river, width * nearness.sqrt().clamp(0.8, 1.7)));
    }
}

fn lakes(sheet: &Sheet<'_>, items: &mut Vec<SceneItem>) {
    if !sheet.options.shows(BaseLayer::Lakes) {
        return;
    }
    let look = &sheet.theme.ground;
    // Each by itself: where one lies over another, as in data laid over the atlas, both are water.
    for rings in sheet.world.lakes.iter().map(|lake| sheet.area(lake)).filter(|rings| !rings.is_empty()) {
        items.push(SceneItem::Fill { rings, colour: look.sea });
    }
    let shores = sheet.world.lakes.iter().flat_map(|lake| &lake.rings).flat_map(|ring| sheet.lines(ring)).collect();
    push(items, shores, Stroke::solid(look.shore, 0.6));
}

/// The railways that were there on the day.
pub fn railways(sheet: &Sheet<'_>) -> Vec<SceneItem> {
    let mut items = Vec::new();
    if !sheet.options.shows(BaseLayer::Railways) {
        return items;
    }
    let day = sheet.options.day;
    let there = |railway: &&MapLine| {
        let built = railway.from.as_ref().is_none_or(|from| from.earliest() <= day);
        built && railway.to.as_ref().is_none_or(|to| to.latest().is_none_or(|to| day <= to))
    };
    let lines = all(sheet, sheet.world.railways.iter().filter(there));
    let ties = lines.iter().flat_map(|line| marks::cross_ticks(line, 9.0, 2.0)).collect();
    let colour = sheet.theme.ground.railway.with_opacity(0.75);
    push(&mut items, lines, Stroke::solid(colour, 0.8));
    push(&mut items, ties, Stroke::solid(colour, 0.7));
    items
}

/// The meridians and parallels of whole degrees inside the frame.
fn graticule(sheet: &Sheet<'_>) -> Vec<Vec<PagePoint>> {
    let part = |step: u32| f64::from(step) / f64::from(STEPS);
    let meridian = |lon: f64| -> Vec<PagePoint> {
        let lat = |step| FRAME.south + (FRAME.north - FRAME.south) * part(step);
        (0..=STEPS).map(|step| sheet.point(LonLat::new(lon, lat(step)))).collect()
    };
    let parallel = |lat: f64| -> Vec<PagePoint> {
        let lon = |step| FRAME.west + (FRAME.east - FRAME.west) * part(step);
        (0..=STEPS).map(|step| sheet.point(LonLat::new(lon(step), lat))).collect()
    };
    let meridians = whole_degrees(FRAME.west, FRAME.east).map(meridian);
    let parallels = whole_degrees(FRAME.south, FRAME.north).map(parallel);
    meridians.chain(parallels).flat_map(|line| clip::line(&line, sheet.shown)).collect()
}
