//! The map itself: ground, tints, lines, names of one day, for one rectangle of a page.

use super::base::whole_degrees;
use super::border::EraLine;
use super::context::MapContext;
use super::label::Labels;
use super::options::MapOptions;
use super::{base, border, claim, holdings, layers, marks};
use crate::geometry::clip;
use crate::scene::{Anchor, SceneItem, Stroke, TextLook};
use crate::symbology::Theme;
use crate::typeset::Face;
use crate::units::{LonLat, PagePoint, PageRect};
use crate::view::{BaseLayer, MapView, MapWindow};
use crate::world::{DayMap, World};

/// The items of a map in a rectangle of a page. Some reach a little beyond it: what lies around the map is
/// to be drawn afterwards. The names already on the page, which others must keep clear of, are `taken`.
pub fn map_scene(
    world: &World,
    theme: &Theme,
    options: &MapOptions,
    view: MapView,
    window: impl Into<MapWindow>,
    taken: &[PageRect],
) -> Vec<SceneItem> {
    let context = MapContext::new(world, theme, options, view, window.into());
    let day = world.on(options.day);
    let eras = border::eras(&context);
    let names = || {
        let mut labels = Labels::new(&context, taken);
        labels.place(&day, &eras);
        labels
    };
    let (mut items, mut labels) = rayon::join(|| shapes(&context, &day, &eras), names);
    marks::marks(&context, &mut labels, &mut items);
    items.extend(labels.into_items());
    items
}

/// All but the marks of places and the names.
fn shapes(context: &MapContext<'_>, day: &DayMap<'_>, eras: &[EraLine<'_>]) -> Vec<SceneItem> {
    let MapContext { world, theme, options, .. } = context;
    let mut items = vec![SceneItem::Group(base::ground(context))];
    items.extend(holdings::holdings(context, day));
    if let Some(before) = options.changed_since {
        items.extend(holdings::changed(context, before));
    }
    items.push(SceneItem::Group(base::water(context)));
    items.extend(base::railways(context));
    let overlays = base::overlays(context);
    if !overlays.is_empty() {
        items.push(SceneItem::Group(overlays));
    }
    items.extend(layers::layers(context));
    items.extend(border::borders(context, day));
    if options.senses.claims {
        items.extend(claim::claims(context, day));
    }
    if let Some(before) = options.ghost {
        items.extend(border::ghost(context, &world.on(before)));
    }
    focus(context, &mut items);
    layers::chosen(context, &mut items);
    for era in eras {
        let look = theme.era(&era.era.id);
        let halo = Stroke::solid(theme.ground.halo.with_opacity(0.6), 3.6);
        items.push(SceneItem::Lines { lines: era.lines.clone(), stroke: halo });
        let stroke = Stroke { colour: look.colour, width: 2.0, dash: look.dash };
        items.push(SceneItem::Lines { lines: era.lines.clone(), stroke });
    }
    outside(context, &mut items);
    if options.shows(BaseLayer::Graticule) {
        degree_names(context, &mut items);
    }
    items
}

/// A longitude beyond the antimeridian as the one that is written there, -180 to 180.
fn turned(lon: f64) -> f64 {
    if lon > 180.0 { lon - 360.0 } else { lon }
}

/// Degrees with the letter of their side of the globe; none at the equator, at Greenwich and at the antimeridian.
fn degrees(degrees: f64, positive: &str, negative: &str) -> String {
    let side = match degrees {
        0.0 | 180.0 | -180.0 => "",
        degrees if degrees > 0.0 => positive,
        _ => negative,
    };
    format!("{}° {side}", degrees.abs()).trim_end().to_owned()
}

/// The names of meridians below the frame and of parallels at its left, where there is page.
fn degree_names(context: &MapContext<'_>, items: &mut Vec<SceneItem>) {
    let look = TextLook::plain(Face::Sans, 8.5, context.theme.ground.faint_ink);
    let frame = context.world.projection.frame();
    for lon in whole_degrees(frame.west, frame.east) {
        let at = context.point(LonLat::new(lon, frame.south));
        let at = PagePoint::new(at.x, at.y + 11.0);
        if context.shown.contains_rect(&look.bounds("00° E", at, Anchor::Middle)) {
            items.push(SceneItem::Text(look.level(&degrees(turned(lon), "E", "W"), at, Anchor::Middle)));
        }
    }
    for lat in whole_degrees(frame.south, frame.north) {
        let at = context.point(LonLat::new(frame.west, lat));
        let at = PagePoint::new(at.x - 4.0, at.y + 3.0);
        if context.shown.contains_rect(&look.bounds("00° N", at, Anchor::End)) {
            items.push(SceneItem::Text(look.level(&degrees(lat, "N", "S"), at, Anchor::End)));
        }
    }
}

fn focus(context: &MapContext<'_>, items: &mut Vec<SceneItem>) {
    let look = &context.theme.ground;
    let focus = &context.options.focus;
    let chosen = |tract: Option<usize>| tract.is_some_and(|tract| focus.ground.tracts.binary_search(&tract).is_ok());
    let mut outline = Vec::new();
    for arc in context.world.ground.arcs() {
        if chosen(arc.left) != chosen(arc.right) {
            outline.extend(context.lines(&arc.course));
        }
    }
    let segments: Vec<_> = focus
        .ground
        .segments
        .iter()
        .filter_map(|id| context.world.segment(id))
        .flat_map(|line| &line.courses)
        .flat_map(|course| context.lines(course))
        .collect();
    if !outline.is_empty() {
        items.push(SceneItem::Lines {
            lines: outline.clone(),
            stroke: Stroke::solid(look.selection_halo.with_opacity(0.75), 5.0),
        });
        let width = if segments.is_empty() { 3.0 } else { 1.6 };
        items.push(SceneItem::Lines { lines: outline, stroke: Stroke::solid(look.accent, width) });
    }
    if !segments.is_empty() {
        items.push(SceneItem::Lines {
            lines: segments.clone(),
            stroke: Stroke::solid(look.selection_halo.with_opacity(0.8), 7.0),
        });
        items.push(SceneItem::Lines { lines: segments, stroke: Stroke::solid(look.accent, 4.0) });
    }
}

/// What lies outside the frame of the atlas is page, with a neat line around the map.
fn outside(context: &MapContext<'_>, items: &mut Vec<SceneItem>) {
    let frame: Vec<PagePoint> = context
        .world
        .projection
        .frame_outline()
        .into_iter()
        .map(|point| context.view.page_from_map(point, context.page))
        .collect();
    let ring = clip::ring(&frame, context.bleed);
    items.push(SceneItem::Fill { rings: vec![context.bleed.ring(), ring], colour: context.theme.ground.page });
    let lines = clip::line(&frame, context.bleed);
    items.push(SceneItem::Lines { lines, stroke: Stroke::solid(context.theme.ground.neatline, 0.9) });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn degrees_have_the_letter_of_their_side_of_the_globe() {
        let names = [40.0, 186.0, 180.0, 0.0].map(|lon| degrees(turned(lon), "E", "W"));
        assert_eq!(names, ["40° E", "174° W", "180°", "0°"]);
        assert_eq!(degrees(-18.0, "N", "S"), "18° S");
    }
}
