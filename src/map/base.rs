//! The base of a map: paper and relief below the tints, water and lines above them. Only railways change with the day.

use super::context::MapContext;
use crate::geometry::clip;
use crate::scene::{SceneItem, Stroke, cross_ticks};
use crate::units::{LonLat, PagePoint, PageRect};
use crate::view::BaseLayer;
use crate::world::MapLine;

/// A meridian or parallel is drawn in this many pieces.
const STEPS: u32 = 40;

/// Paper and relief.
pub fn ground(context: &MapContext<'_>) -> Vec<SceneItem> {
    let mut items = vec![SceneItem::Fill { rings: vec![context.shown.ring()], colour: context.theme.ground.paper }];
    if context.options.shows(BaseLayer::Relief)
        && let Some(relief) = &context.world.relief
        && let Some(picture) = relief.picture(context.theme.ground.relief)
    {
        let a = context.view.page_from_map(relief.extent.min, context.page);
        let b = context.view.page_from_map(relief.extent.max, context.page);
        let at = PageRect::new(a.x, b.y, b.x - a.x, a.y - b.y);
        let image = if context.shown == context.page { Some((picture, at)) } else { picture.cut(at, context.shown) };
        items.extend(image.map(|(picture, at)| SceneItem::Image { picture, at }));
    }
    items
}

/// Water and graticule.
pub fn water(context: &MapContext<'_>) -> Vec<SceneItem> {
    let mut items = Vec::new();
    rivers(context, &mut items);
    lakes(context, &mut items);
    // Three fading lines off the shore, as printed atlases have them, would need the sea's side; one line is true.
    push(
        &mut items,
        all(context, &context.world.coast),
        Stroke::from_look(&context.theme.looks.lines.coast, context.theme.ground.shore),
    );
    if context.options.shows(BaseLayer::Graticule) {
        push(
            &mut items,
            graticule(context),
            Stroke::from_look(&context.theme.looks.lines.graticule, context.theme.ground.graticule),
        );
    }
    items
}

/// What of the record a reader lays over the ground: today's borders, annexes, stretches of the border.
pub fn overlays(context: &MapContext<'_>) -> Vec<SceneItem> {
    let mut items = Vec::new();
    let look = &context.theme.ground;
    if context.options.shows(BaseLayer::Modern) {
        push(
            &mut items,
            all(context, &context.world.modern),
            Stroke::from_look(&context.theme.looks.lines.modern, look.ghost),
        );
    }
    if context.options.shows(BaseLayer::Annexes) {
        let stroke = Stroke::from_look(&context.theme.looks.lines.annex, look.accent);
        push(&mut items, all(context, &context.world.drawn), stroke);
    }
    if context.options.shows(BaseLayer::Segments) {
        push(
            &mut items,
            all(context, &context.world.segments),
            Stroke::from_look(&context.theme.looks.lines.segments, look.accent),
        );
    }
    items
}

fn push(items: &mut Vec<SceneItem>, lines: Vec<Vec<PagePoint>>, stroke: Stroke) {
    if !lines.is_empty() {
        items.push(SceneItem::Lines { lines, stroke });
    }
}

fn all<'a>(context: &MapContext<'_>, lines: impl IntoIterator<Item = &'a MapLine>) -> Vec<Vec<PagePoint>> {
    lines.into_iter().flat_map(|line| &line.courses).flat_map(|course| context.lines(course)).collect()
}

/// The rivers, those of one rank as one item.
fn rivers(context: &MapContext<'_>, items: &mut Vec<SceneItem>) {
    if !context.options.shows(BaseLayer::Rivers) {
        return;
    }
    let nearness = 650.0 / context.view.metres_per_point();
    let near = 1_000.0 / context.view.metres_per_point();
    for (rank, line) in (1..).zip(&context.theme.looks.lines.rivers) {
        if rank > 2 && near < context.theme.looks.near.rivers[0] {
            continue;
        }
        // One without a rank is among the least.
        let of_rank = |river: &&MapLine| if river.rank == 0 { rank == 3 } else { river.rank.min(3) == rank };
        let lines = all(context, context.world.rivers.iter().filter(of_rank));
        push(items, lines, Stroke::solid(context.theme.ground.river, line.width * nearness.sqrt().clamp(0.8, 1.7)));
    }
}

fn lakes(context: &MapContext<'_>, items: &mut Vec<SceneItem>) {
    if !context.options.shows(BaseLayer::Lakes) {
        return;
    }
    let look = &context.theme.ground;
    // Each by itself: where one lies over another, as in data laid over the atlas, both are water.
    for rings in context.world.lakes.iter().map(|lake| context.area(lake)).filter(|rings| !rings.is_empty()) {
        items.push(SceneItem::Fill { rings, colour: look.sea });
    }
    let shores = context.world.lakes.iter().flat_map(|lake| &lake.rings).flat_map(|ring| context.lines(ring)).collect();
    push(items, shores, Stroke::from_look(&context.theme.looks.lines.lake_shore, look.shore));
}

/// The railways that were there on the day.
pub fn railways(context: &MapContext<'_>) -> Vec<SceneItem> {
    let mut items = Vec::new();
    if !context.options.shows(BaseLayer::Railways) {
        return items;
    }
    let day = context.options.day;
    let lines = all(context, context.world.railways.iter().filter(|railway| railway.is_there_on(day)));
    let looks = context.theme.looks;
    let [apart, half] = looks.signs.railway_tie;
    let ties = lines.iter().flat_map(|line| cross_ticks(line, apart, half)).collect();
    let colour = context.theme.ground.railway;
    push(&mut items, lines, Stroke::from_look(&looks.lines.railway, colour));
    push(&mut items, ties, Stroke::from_look(&looks.lines.railway_tie, colour));
    items
}

/// The meridians and parallels of whole degrees inside the frame.
fn graticule(context: &MapContext<'_>) -> Vec<Vec<PagePoint>> {
    let frame = context.world.projection.frame();
    let part = |step: u32| f64::from(step) / f64::from(STEPS);
    let meridian = |lon: f64| -> Vec<PagePoint> {
        let lat = |step| frame.south + (frame.north - frame.south) * part(step);
        (0..=STEPS).map(|step| context.point(LonLat::new(lon, lat(step)))).collect()
    };
    let parallel = |lat: f64| -> Vec<PagePoint> {
        let lon = |step| frame.west + (frame.east - frame.west) * part(step);
        (0..=STEPS).map(|step| context.point(LonLat::new(lon(step), lat))).collect()
    };
    let meridians = whole_degrees(frame.west, frame.east).map(meridian);
    let parallels = whole_degrees(frame.south, frame.north).map(parallel);
    meridians.chain(parallels).flat_map(|line| clip::line(&line, context.shown)).collect()
}

/// The whole degrees between two.
pub fn whole_degrees(from: f64, to: f64) -> impl Iterator<Item = f64> {
    std::iter::successors(Some(from.ceil()), |degree| Some(degree + 1.0)).take_while(move |degree| *degree <= to)
}

/// A longitude beyond the antimeridian as the one that is written there, -180 to 180.
pub fn turned(lon: f64) -> f64 {
    if lon > 180.0 { lon - 360.0 } else { lon }
}
