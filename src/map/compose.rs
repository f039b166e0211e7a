//! The map itself: ground, tints, lines, names of one day, for one rectangle of a page.

use super::base::{turned, whole_degrees};
use super::border::EraLine;
use super::context::MapContext;
use super::label::{Blank, Labels};
use super::options::MapOptions;
use super::{base, border, claim, holdings, layers, marks};
use crate::geometry::clip;
use crate::scene::{Anchor, Group, SceneItem, Stroke, TextLook};
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
    let day = world.day_map(options.day);
    let eras = border::eras(&context);
    let names = || {
        let mut labels = Labels::new(&context, taken);
        labels.place(&day, &eras);
        labels
    };
    let (mut items, mut labels) = rayon::join(|| shapes(&context, &day, &eras), names);
    marks::marks(&context, &mut labels, &mut items);
    items.extend(labels.blank_signs());
    items.extend(labels.into_items());
    items
}

/// The names that numbers stand for on a map with blanks, in the order of their numbers.
pub fn blanks(
    world: &World,
    theme: &Theme,
    options: &MapOptions,
    view: MapView,
    window: impl Into<MapWindow>,
) -> Vec<Blank> {
    let context = MapContext::new(world, theme, options, view, window.into());
    let mut labels = Labels::new(&context, &[]);
    labels.place(&world.day_map(options.day), &border::eras(&context));
    labels.into_blanks()
}

/// All but the marks of places and the names.
fn shapes(context: &MapContext<'_>, day: &DayMap<'_>, eras: &[EraLine<'_>]) -> Vec<SceneItem> {
    let MapContext { world, theme, options, .. } = context;
    let mut items = vec![SceneItem::Group(Group::kept(base::ground(context)))];
    items.extend(holdings::holdings(context, day));
    if let Some(before) = options.changed_since {
        items.extend(holdings::changed(context, before));
    }
    items.push(SceneItem::Group(Group::kept(base::water(context))));
    items.extend(base::railways(context));
    let overlays = base::overlays(context);
    if !overlays.is_empty() {
        items.push(SceneItem::Group(Group::kept(overlays)));
    }
    items.extend(layers::layers(context));
    items.extend(border::borders(context, day));
    if options.senses.claims {
        items.extend(claim::claims(context, day));
    }
    if let Some(before) = options.ghost {
        items.extend(border::ghost(context, &world.day_map(before)));
    }
    focus(context, &mut items);
    layers::chosen(context, &mut items);
    for era in eras {
        let look = theme.era(&era.era.id);
        let halo = Stroke::from_look(&theme.looks.lines.era_rim, theme.ground.halo);
        items.push(SceneItem::Lines { lines: era.lines.clone(), stroke: halo });
        let stroke = Stroke { dash: look.dash, ..Stroke::from_look(&theme.looks.lines.era, look.colour) };
        items.push(SceneItem::Lines { lines: era.lines.clone(), stroke });
    }
    let frame = frame(context);
    // Not by the part of the page that is shown: edges that lie on one another would thin the pixels under them twice.
    let inside = vec![clip::ring(&frame, context.page_with_bleed())];
    let mut items = vec![SceneItem::Group(Group::clipped(items, inside))];
    let neatline = Stroke::from_look(&theme.looks.lines.neatline, theme.ground.neatline);
    items.push(SceneItem::Lines { lines: clip::line(&frame, context.bleed), stroke: neatline });
    if options.shows(BaseLayer::Graticule) {
        degree_names(context, &mut items);
    }
    items
}

/// The names of meridians below the frame and of parallels at its left, where there is page.
fn degree_names(context: &MapContext<'_>, items: &mut Vec<SceneItem>) {
    let look = TextLook::plain(Face::Sans, context.theme.looks.names.degree, context.theme.ground.faint_ink);
    let (frame, texts) = (context.world.projection.frame(), &context.options.texts);
    for lon in whole_degrees(frame.west, frame.east) {
        let at = context.point(LonLat::new(lon, frame.south));
        let at = PagePoint::new(at.x, at.y + 11.0);
        if context.shown.contains_rect(&look.bounds("00° E", at, Anchor::Middle)) {
            items.push(SceneItem::Text(look.level(&texts.longitude(turned(lon), 0), at, Anchor::Middle)));
        }
    }
    for lat in whole_degrees(frame.south, frame.north) {
        let at = context.point(LonLat::new(frame.west, lat));
        let at = PagePoint::new(at.x - 4.0, at.y + 3.0);
        if context.shown.contains_rect(&look.bounds("00° N", at, Anchor::End)) {
            items.push(SceneItem::Text(look.level(&texts.latitude(lat, 0), at, Anchor::End)));
        }
    }
}

fn focus(context: &MapContext<'_>, items: &mut Vec<SceneItem>) {
    let look = &context.theme.ground;
    let lines = &context.theme.looks.lines;
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
            stroke: Stroke::from_look(&lines.chosen_rim, look.selection_halo),
        });
        let chosen = if segments.is_empty() { &lines.chosen } else { &lines.chosen_thin };
        items.push(SceneItem::Lines { lines: outline, stroke: Stroke::from_look(chosen, look.accent) });
    }
    if !segments.is_empty() {
        items.push(SceneItem::Lines {
            lines: segments.clone(),
            stroke: Stroke::from_look(&lines.chosen_segment_rim, look.selection_halo),
        });
        items.push(SceneItem::Lines { lines: segments, stroke: Stroke::from_look(&lines.chosen_segment, look.accent) });
    }
}

/// The frame of the atlas on the page: nothing of the map but names lies outside of it.
fn frame(context: &MapContext<'_>) -> Vec<PagePoint> {
    let page = |point| context.view.page_from_map(point, context.page);
    context.world.projection.frame_outline().into_iter().map(page).collect()
}
