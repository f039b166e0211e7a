//! The finished figure: the map with its title, legend, scale, locator and credits, fit to be printed.

use std::sync::Arc;

use super::compare::compare_maps;
use super::layout::{FigureSize, Layout};
use super::{key, scale_bar};
use crate::layer::Layer;
use crate::map::{GroundShown, MapOptions, ground_shown, map_scene};
use crate::model::Day;
use crate::scene::{Anchor, Group, Scene, SceneItem, Stroke, TextLook};
use crate::symbology::Theme;
use crate::text::Texts;
use crate::typeset::{Face, Fonts};
use crate::units::PagePoint;
use crate::view::{Compare, CompareMode, MapState, MapView};
use crate::world::{Occasion, World};

/// The room that a figure leaves for its map, about: parts of its width and height.
const MAP_WIDTH: f64 = 0.75;
const MAP_HEIGHT: f64 = 0.85;
/// Ground around an entry that fills the map, and all there is around a point.
const AROUND_M: f64 = 15_000.0;

/// What a state shows as a finished figure, of one day or of two, under the layers of a reader's own. What is chosen
/// stands out, and the rest is dimmed.
pub fn figure(world: &World, layers: &[Arc<Layer>], theme: &Theme, state: &MapState, size: FigureSize) -> Scene {
    let compare = state.compare;
    let mut options = MapOptions::resolve(world, state);
    options.layers = layers.to_vec();
    // With nothing to stand out, dimming would leave a pale map.
    options.focus.dims = !options.focus.ground.is_empty();
    let unit = (size.width.min(size.height * 1.5) / 1_400.0).clamp(0.6, 1.6);
    let beside = compare.is_some_and(|compare| compare.mode == CompareMode::SideBySide);
    let shown = ground_shown(world, state);
    let layout = Layout::new(size, unit, (shown.is_none() && !beside).then(|| world.projection.frame_extent()));
    let room = compare.map_or(layout.map, |compare| compare.windows(layout.map)[1].page);
    let view = match shown {
        None => MapView::fitting(world.projection.frame_extent(), room.width, room.height, 22.0 * unit),
        Some(GroundShown::View(view)) => view,
        Some(GroundShown::Extent(extent)) => {
            MapView::fitting(extent.grown_m(AROUND_M), size.width * MAP_WIDTH, size.height * MAP_HEIGHT, 10.0)
        }
    };
    let mut items = vec![SceneItem::Fill { rings: vec![layout.page.ring()], colour: theme.ground.page }];
    let map = match compare {
        Some(compare) => compare_maps(world, theme, &options, compare, view, layout.map),
        None => map_scene(world, theme, &options, view, layout.map, &[]),
    };
    items.push(SceneItem::Group(Group::clipped(map, vec![layout.map.ring()])));
    edge(&layout, theme, &mut items);
    let texts = &options.texts;
    let title = compare.map_or_else(|| title(world, texts, options.day), |compare| compared_title(texts, &compare));
    let days = compare.map_or_else(
        || texts.day(options.day),
        |compare| texts.list(&[texts.day(compare.with), texts.day(options.day)]),
    );
    heading(&layout, theme, &days, &title, &options, &mut items);
    key::key(world, theme, &options, compare, view, &layout, &mut items);
    foot(world, &layout, theme, view, &options, &mut items);
    Scene {
        width: size.width,
        height: size.height,
        background: theme.ground.page,
        items,
        description: texts.fill("figure.description", &[("days", &days), ("title", &title)]),
    }
}

/// What the day is known for, else what the atlas is about.
fn title(world: &World, texts: &Texts, day: Day) -> String {
    match world.occasion(day) {
        Some(Occasion::Signed(instrument)) => texts.fill("figure.signed", &[("instrument", &instrument.name)]),
        Some(Occasion::Event(event)) => event.title.clone(),
        None => world.settings.title.clone(),
    }
}

/// The line around the map.
fn edge(layout: &Layout, theme: &Theme, items: &mut Vec<SceneItem>) {
    let mut edge = layout.map.ring();
    edge.extend(edge.first().copied());
    items.push(SceneItem::Lines { lines: vec![edge], stroke: Stroke::solid(theme.ground.neatline, 1.1 * layout.unit) });
}

fn heading(layout: &Layout, theme: &Theme, days: &str, title: &str, options: &MapOptions, items: &mut Vec<SceneItem>) {
    let unit = layout.unit;
    let left = layout.map.x;
    let date = TextLook::plain(Face::SerifSemiBold, 26.0 * unit, theme.ground.ink);
    items.push(SceneItem::Text(date.level(days, PagePoint::new(left, 38.0 * unit), Anchor::Start)));
    let mut size = 19.0 * unit;
    let room = layout.right() - left - date.width(days) - 20.0 * unit;
    while size > 11.0 * unit && TextLook::plain(Face::Serif, size, theme.ground.ink).width(title) > room {
        size -= 1.0;
    }
    let look = TextLook::plain(Face::Serif, size, theme.ground.ink);
    let at = PagePoint::new(left + date.width(days) + 18.0 * unit, 38.0 * unit);
    items.push(SceneItem::Text(look.level(title, at, Anchor::Start)));
    let look = TextLook::plain(Face::SerifItalic, 13.0 * unit, theme.ground.faint_ink);
    items.push(SceneItem::Text(look.level(&subtitle(options), PagePoint::new(left, 60.0 * unit), Anchor::Start)));
}

/// One line saying what the map shows.
fn subtitle(options: &MapOptions) -> String {
    let senses = options.senses;
    let texts = &options.texts;
    let held = match (senses.de_jure, senses.de_facto) {
        (true, true) => "figure.by-right-and-in-fact",
        (true, false) => "figure.by-right",
        (false, true) => "figure.in-fact",
        (false, false) => "figure.base",
    };
    let also = [(senses.claims, "figure.claims"), (!options.eras.is_empty(), "figure.eras")];
    let parts: Vec<&str> = std::iter::once(held)
        .chain(also.into_iter().filter(|(on, _)| *on).map(|(_, key)| key))
        .map(|key| texts.say(key))
        .collect();
    let shown = parts.join("; ");
    match &options.focus.name {
        Some(name) => texts.fill("figure.marked", &[("shown", &shown), ("name", name)]),
        None => shown,
    }
}

/// What a comparison is, in a few words.
fn compared_title(texts: &Texts, compare: &Compare) -> String {
    match compare.mode {
        CompareMode::Swipe => texts.say("figure.swipe").to_owned(),
        CompareMode::SideBySide => texts.say("figure.side-by-side").to_owned(),
        CompareMode::Ghost => texts.fill("figure.ghost", &[("day", &texts.day(compare.with))]),
    }
}

fn foot(
    world: &World,
    layout: &Layout,
    theme: &Theme,
    view: MapView,
    options: &MapOptions,
    items: &mut Vec<SceneItem>,
) {
    let (day, texts) = (options.day, &options.texts);
    let unit = layout.unit;
    let end = scale_bar::scale_bar(
        PagePoint::new(layout.map.x, layout.foot + 17.0 * unit),
        view.metres_per_point(),
        unit,
        world.settings.units_on(day),
        theme,
        texts,
        items,
    );
    let look = TextLook::plain(Face::Sans, 9.5 * unit, theme.ground.faint_ink);
    let room = layout.right() - end - 24.0 * unit;
    let text = [world.settings.credits.as_str(), texts.say("figure.no-endorsement")]
        .into_iter()
        .filter(|text| !text.is_empty())
        .collect::<Vec<_>>()
        .join(" · ");
    for (nth, line) in Fonts::shared().wrap(&text, look.face, look.size, room).iter().enumerate() {
        let at = PagePoint::new(layout.right(), layout.foot + 16.0 * unit + nth as f64 * 12.5 * unit);
        items.push(SceneItem::Text(look.level(line, at, Anchor::End)));
    }
}
