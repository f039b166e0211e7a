//! The finished figure: the map with its title, legend, scale, locator and credits, fit to be printed.

use super::compare::{Compare, CompareMode, compare_maps};
use super::item::{Scene, SceneItem, Stroke};
use super::legend::{LegendEntry, LegendSign, legend};
use super::map::{corners, map_scene};
use super::marks::circle;
use super::options::MapOptions;
use super::text::{Anchor, TextLook};
use super::view::MapView;
use super::{clip, hatch};
use crate::model::{Day, day_in_words};
use crate::symbology::Theme;
use crate::typeset::{Face, Fonts};
use crate::units::{LonLat, MapRect, PagePoint, PageRect};
use crate::world::World;

/// The size of a figure in points (pixels of a PNG at scale 1).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FigureSize {
    pub width: f64,
    pub height: f64,
}

/// Who made the ground that the map shows; always on it.
pub const CREDITS: &str = "Borders, coast and lakes © OpenStreetMap contributors (ODbL 1.0) · Natural Earth · GeoNames (CC BY 4.0) · rivers GSHHG (LGPL) · \
    lines of 1828 to 1920 drawn for Kars Atlas (CC BY 4.0)";
const NO_ENDORSEMENT: &str = "Boundaries shown do not imply endorsement.";

/// A map of a day as a finished figure. `view` is `None` for the whole ground of the atlas.
pub fn figure(world: &World, theme: &Theme, options: &MapOptions, view: Option<MapView>, size: FigureSize) -> Scene {
    comparison(world, theme, options, None, view, size)
}

/// A figure of one day, or of two that are compared.
pub fn comparison(
    world: &World,
    theme: &Theme,
    options: &MapOptions,
    compare: Option<Compare>,
    view: Option<MapView>,
    size: FigureSize,
) -> Scene {
    let unit = (size.width.min(size.height * 1.5) / 1_400.0).clamp(0.6, 1.6);
    let beside = compare.is_some_and(|compare| compare.mode == CompareMode::SideBySide);
    let layout = Layout::new(size, unit, (view.is_none() && !beside).then(|| world.projection.frame_extent()));
    let room = compare.map_or(layout.map, |compare| compare.windows(layout.map)[1].page);
    let view = view.map_or_else(
        || MapView::fitting(world.projection.frame_extent(), room.width, room.height, 22.0 * unit),
        |view| MapView::new(view.centre(), view.metres_per_point()),
    );
    let mut items = vec![SceneItem::Fill { rings: vec![corners(layout.page)], colour: theme.ground.page }];
    items.extend(match compare {
        Some(compare) => compare_maps(world, theme, options, compare, view, layout.map),
        None => map_scene(world, theme, options, view, layout.map, &[]),
    });
    mat(&layout, theme, &mut items);
    let title = compare.map_or_else(|| title(world, options.day), |compare| compared_title(&compare));
    let days = compare.map_or_else(
        || day_in_words(options.day),
        |compare| format!("{} and {}", day_in_words(compare.with), day_in_words(options.day)),
    );
    heading(&layout, theme, &days, &title, options, &mut items);
    side(&layout, theme, &entries(world, theme, options, compare), world, &mut items);
    foot(&layout, theme, view, options.day, &mut items);
    Scene {
        width: size.width,
        height: size.height,
        background: theme.ground.page,
        items,
        description: format!("Map of {days}: {title}"),
    }
}

struct Layout {
    page: PageRect,
    map: PageRect,
    side: PageRect,
    foot: f64,
    unit: f64,
}

impl Layout {
    /// `shape`: the ground that is shown whole, so that the map takes no more room than it fills.
    fn new(size: FigureSize, unit: f64, shape: Option<MapRect>) -> Self {
        let margin = 22.0 * unit;
        let head = 76.0 * unit;
        let foot = 44.0 * unit;
        let side = if size.width > size.height * 1.15 { (size.width * 0.21).min(330.0 * unit) } else { 0.0 };
        let gap = if side > 0.0 { 18.0 * unit } else { 0.0 };
        let high = (size.height - head - foot).max(10.0);
        let room = (size.width - 2.0 * margin - side - gap).max(10.0);
        let wide =
            shape.filter(|_| side > 0.0).map_or(room, |shape| (high * shape.width_m() / shape.height_m()).min(room));
        let side = side + (room - wide).min(side * 0.6);
        let margin = (size.width - wide - gap - side) / 2.0;
        let map = PageRect::new(margin, head, wide, high);
        Self {
            page: PageRect::new(0.0, 0.0, size.width, size.height),
            side: PageRect::new(map.right() + gap, head, side, map.height),
            foot: map.bottom(),
            map,
            unit,
        }
    }
}

impl Layout {
    /// Where the text of the page ends.
    fn right(&self) -> f64 {
        self.map.right().max(self.side.right())
    }
}

/// What the day is known for: an instrument signed or in force, an event, or the last change before it.
fn title(world: &World, day: Day) -> String {
    let signed = world
        .atlas
        .instruments
        .iter()
        .find(|instrument| instrument.signed.earliest() == day && instrument.signed.is_exact());
    if let Some(instrument) = signed {
        return format!("{} signed", instrument.name);
    }
    let event = world
        .atlas
        .events
        .iter()
        .filter(|event| event.date.earliest() <= day && event.date.latest().is_some_and(|latest| day <= latest))
        // A night is worth a title, a campaign of weeks is not.
        .filter(|event| event.date.latest().is_some_and(|latest| (latest - event.date.earliest()).num_days() < 3))
        .min_by_key(|event| (event.importance, event.id.as_str()));
    match event {
        Some(event) => event.title.clone(),
        None => "The border between Turkey and the South Caucasus".to_owned(),
    }
}

/// Covers what of the map reaches over the edge of its rectangle.
fn mat(layout: &Layout, theme: &Theme, items: &mut Vec<SceneItem>) {
    items.push(SceneItem::Fill { rings: vec![corners(layout.page), corners(layout.map)], colour: theme.ground.page });
    let mut edge = corners(layout.map);
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
    let held = match (senses.de_jure, senses.de_facto) {
        (true, true) => "Who held the ground: tinted by right, hatched where another held it in fact",
        (true, false) => "Who held the ground by right",
        (false, true) => "Who held the ground in fact",
        (false, false) => "The ground",
    };
    let shown = match (senses.claims, options.eras.is_empty()) {
        (true, true) => format!("{held}; claims as outlines"),
        (true, false) => format!("{held}; claims as outlines; lines of other treaties"),
        (false, false) => format!("{held}; lines of other treaties"),
        (false, true) => held.to_owned(),
    };
    match &options.focus.name {
        Some(name) => format!("{shown}. Marked: {name}"),
        None => shown,
    }
}

/// What a comparison is, in a few words.
fn compared_title(compare: &Compare) -> String {
    match compare.mode {
        CompareMode::Swipe => "the earlier choice at the left of the line".to_owned(),
        CompareMode::SideBySide => "side by side".to_owned(),
        CompareMode::Ghost => format!("the borders of {} over the later map", day_in_words(compare.with)),
    }
}

/// The legend of everything that the figure shows, each entry once.
fn entries(world: &World, theme: &Theme, options: &MapOptions, compare: Option<Compare>) -> Vec<LegendEntry> {
    let mut entries = legend(world, theme, options);
    if let Some(compare) = compare {
        match compare.mode {
            CompareMode::Swipe | CompareMode::SideBySide => {
                let before = MapOptions { day: compare.with, ..options.clone() };
                for entry in legend(world, theme, &before) {
                    if !entries.contains(&entry) {
                        entries.push(entry);
                    }
                }
            }
            CompareMode::Ghost => entries.push(LegendEntry {
                sign: LegendSign::Line { colour: theme.ground.accent, width: 3.0, dash: vec![9.0, 4.0] },
                text: format!("Borders of {}", day_in_words(compare.with)),
            }),
        }
    }
    entries
}

fn side(layout: &Layout, theme: &Theme, entries: &[LegendEntry], world: &World, items: &mut Vec<SceneItem>) {
    let unit = layout.unit;
    if layout.side.width > 0.0 {
        let mut y = layout.side.y + 14.0 * unit;
        let head = TextLook::plain(Face::SerifSemiBold, 14.0 * unit, theme.ground.ink);
        items.push(SceneItem::Text(head.level("Legend", PagePoint::new(layout.side.x, y), Anchor::Start)));
        y += 12.0 * unit;
        for entry in entries {
            if y > layout.side.bottom() - 190.0 * unit {
                break;
            }
            y += legend_entry(layout, theme, entry, PagePoint::new(layout.side.x, y), layout.side.width, items);
        }
        locator(world, layout, theme, items);
    } else {
        // A tall page has no room at the side: the legend stands on the map, at its lower left.
        let width = 210.0 * unit;
        let height = entries.len() as f64 * 20.0 * unit + 16.0 * unit;
        let rect = PageRect::new(layout.map.x + 8.0 * unit, layout.map.bottom() - height - 8.0 * unit, width, height);
        items.push(SceneItem::Fill { rings: vec![corners(rect)], colour: theme.ground.page.with_opacity(0.9) });
        let mut y = rect.y + 8.0 * unit;
        for entry in entries {
            y += legend_entry(layout, theme, entry, PagePoint::new(rect.x + 8.0 * unit, y), width - 16.0 * unit, items);
        }
    }
}

fn legend_entry(
    layout: &Layout,
    theme: &Theme,
    entry: &LegendEntry,
    at: PagePoint,
    width: f64,
    items: &mut Vec<SceneItem>,
) -> f64 {
    let unit = layout.unit;
    let sign = PageRect::new(at.x, at.y + 3.0 * unit, 26.0 * unit, 13.0 * unit);
    draw_sign(&entry.sign, sign, theme, unit, items);
    let look = TextLook::plain(Face::Sans, 12.0 * unit, theme.ground.ink);
    let lines = Fonts::shared().wrap(&entry.text, look.face, look.size, width - 36.0 * unit);
    for (nth, line) in lines.iter().enumerate() {
        let y = at.y + 14.0 * unit + nth as f64 * 15.0 * unit;
        items.push(SceneItem::Text(look.level(line, PagePoint::new(at.x + 36.0 * unit, y), Anchor::Start)));
    }
    5.0 * unit + 15.0 * unit * lines.len() as f64
}

fn draw_sign(sign: &LegendSign, rect: PageRect, theme: &Theme, unit: f64, items: &mut Vec<SceneItem>) {
    let ring = vec![corners(rect)];
    let middle = rect.centre();
    let level = vec![vec![PagePoint::new(rect.x, middle.y), PagePoint::new(rect.right(), middle.y)]];
    let boxed = |items: &mut Vec<SceneItem>| {
        let mut edge = corners(rect);
        edge.extend(edge.first().copied());
        items.push(SceneItem::Lines { lines: vec![edge], stroke: Stroke::solid(theme.ground.edge, 0.6 * unit) });
    };
    match sign {
        LegendSign::Tint { fill, dots } => {
            items.push(SceneItem::Fill { rings: ring.clone(), colour: theme.ground.paper });
            items.push(SceneItem::Fill { rings: ring.clone(), colour: *fill });
            if let Some(dots) = dots {
                items.push(SceneItem::Dots {
                    centres: hatch::dots(&ring, 6.0 * unit),
                    radius: 0.8 * unit,
                    colour: *dots,
                });
            }
            boxed(items);
        }
        LegendSign::Hatch { fill } => {
            items.push(SceneItem::Fill { rings: ring.clone(), colour: theme.ground.paper });
            let lines = hatch::lines(&ring, 5.0 * unit, -std::f64::consts::FRAC_PI_4);
            items.push(SceneItem::Lines { lines, stroke: Stroke::solid(fill.with_opacity(0.9), 1.7 * unit) });
            boxed(items);
        }
        LegendSign::Undetermined { line } => {
            items.push(SceneItem::Fill { rings: ring.clone(), colour: theme.ground.paper });
            let lines = hatch::lines(&ring, 6.0 * unit, std::f64::consts::FRAC_PI_4);
            items.push(SceneItem::Lines { lines, stroke: Stroke::solid(line.with_opacity(0.6), 0.6 * unit) });
            boxed(items);
        }
        LegendSign::Line { colour, width, dash } => {
            let stroke =
                Stroke { colour: *colour, width: width * unit, dash: dash.iter().map(|part| part * unit).collect() };
            items.push(SceneItem::Lines { lines: level, stroke });
        }
        LegendSign::Railway { colour } => {
            let line = level.first().cloned().unwrap_or_default();
            let ties = super::marks::cross_ticks(&line, 6.0 * unit, 2.4 * unit);
            items.push(SceneItem::Lines { lines: level, stroke: Stroke::solid(*colour, 0.9 * unit) });
            items.push(SceneItem::Lines { lines: ties, stroke: Stroke::solid(*colour, 0.8 * unit) });
        }
        LegendSign::Ring { colour } => {
            items.push(SceneItem::Lines {
                lines: vec![circle(middle, 2.6 * unit)],
                stroke: Stroke::solid(*colour, 1.1 * unit),
            });
        }
    }
}

/// A small map of the wider region with the frame of the atlas in it: meridians and parallels of ten degrees
/// around the Black Sea and the Caspian, by the plate carrée.
fn locator(world: &World, layout: &Layout, theme: &Theme, items: &mut Vec<SceneItem>) {
    let unit = layout.unit;
    let (west, east, south, north) = (24.0, 56.0, 33.0, 48.0);
    let width = layout.side.width.min(230.0 * unit);
    let height = width * (north - south) / (east - west) * 1.28;
    let rect = PageRect::new(layout.side.x, layout.side.bottom() - height, width, height);
    let at = |lon: f64, lat: f64| {
        PagePoint::new(
            rect.x + (lon - west) / (east - west) * rect.width,
            rect.y + (north - lat) / (north - south) * rect.height,
        )
    };
    items.push(SceneItem::Fill { rings: vec![corners(rect)], colour: theme.ground.sea });
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
    let frame = crate::geometry::FRAME;
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
    for id in ["constantinople", "ankara", "moscow", "trabzon", "tbilisi", "baku", "tehran", "torkamanchay"] {
        let Some(place) = world.atlas.places.get(id) else { continue };
        let point = at(place.at.lon, place.at.lat);
        if rect.contains(point) {
            items.push(SceneItem::Dots { centres: vec![point], radius: 1.4 * unit, colour: theme.ground.ink });
            let flips = point.x + 50.0 * unit > rect.right();
            let (dx, anchor) = if flips { (-3.5, Anchor::End) } else { (3.5, Anchor::Start) };
            let text = super::place::official_name(place, Day::MAX);
            items.push(SceneItem::Text(look.level(
                text,
                PagePoint::new(point.x + dx * unit, point.y + 3.0 * unit),
                anchor,
            )));
        }
    }
    let italic = TextLook::plain(Face::SerifItalic, 9.0 * unit, theme.ground.shore);
    for (text, lon, lat) in [("Black Sea", 33.5, 43.4), ("Caspian", 51.2, 42.0), ("Mediterranean", 30.5, 34.5)] {
        items.push(SceneItem::Text(italic.level(text, at(lon, lat), Anchor::Middle)));
    }
    let mut edge = corners(rect);
    edge.extend(edge.first().copied());
    items.push(SceneItem::Lines { lines: vec![edge], stroke: Stroke::solid(theme.ground.edge, 0.8 * unit) });
}

fn foot(layout: &Layout, theme: &Theme, view: MapView, day: Day, items: &mut Vec<SceneItem>) {
    let unit = layout.unit;
    let end = scale_bar(
        PagePoint::new(layout.map.x, layout.foot + 17.0 * unit),
        view.metres_per_point(),
        unit,
        chrono::Datelike::year(&day) < 1924,
        theme,
        items,
    );
    let look = TextLook::plain(Face::Sans, 9.5 * unit, theme.ground.faint_ink);
    let room = layout.right() - end - 24.0 * unit;
    let text = format!("{CREDITS} · {NO_ENDORSEMENT}");
    for (nth, line) in Fonts::shared().wrap(&text, look.face, look.size, room).iter().enumerate() {
        let y = layout.foot + 16.0 * unit + nth as f64 * 12.5 * unit;
        items.push(SceneItem::Text(look.level(line, PagePoint::new(layout.right(), y), Anchor::End)));
    }
}

/// A scale bar in kilometres, with versts below it where the maps of the day used them. The projection is
/// conformal and its scale on this frame off by no more than 0.05 %, so that one bar serves the whole map.
/// Returns its right end.
pub fn scale_bar(
    at: PagePoint,
    metres_per_point: f64,
    unit: f64,
    versts: bool,
    theme: &Theme,
    items: &mut Vec<SceneItem>,
) -> f64 {
    let look = TextLook::plain(Face::Sans, 9.5 * unit, theme.ground.ink);
    let mut right = at.x;
    for (nth, (unit_m, name)) in [(1_000.0, "km"), (VERST_M, "versts")].into_iter().enumerate() {
        if nth == 1 && !versts {
            break;
        }
        let (length, width) = bar_length(metres_per_point, unit_m, 150.0 * unit);
        let y = at.y + nth as f64 * 12.0 * unit;
        let tick = 4.0 * unit * if nth == 0 { -1.0 } else { 1.0 };
        let lines = vec![
            vec![
                PagePoint::new(at.x, y + tick),
                PagePoint::new(at.x, y),
                PagePoint::new(at.x + width, y),
                PagePoint::new(at.x + width, y + tick),
            ],
            vec![PagePoint::new(at.x + width / 2.0, y), PagePoint::new(at.x + width / 2.0, y + tick / 2.0)],
        ];
        items.push(SceneItem::Lines { lines, stroke: Stroke::solid(theme.ground.ink, 1.0 * unit) });
        let text = format!("{length} {name}");
        items.push(SceneItem::Text(look.level(
            &text,
            PagePoint::new(at.x + width + 6.0 * unit, y + 3.5 * unit),
            Anchor::Start,
        )));
        right = right.max(at.x + width + 6.0 * unit + look.width(&text));
    }
    right
}

/// A Russian verst in metres.
pub const VERST_M: f64 = 1_066.8;

/// The longest bar of a round length – 1, 2 or 5 times a power of ten of a unit – that is no wider than `widest`
/// points: its length in the unit, and its width in points.
pub fn bar_length(metres_per_point: f64, unit_m: f64, widest: f64) -> (f64, f64) {
    let most = widest * metres_per_point / unit_m;
    let power = 10_f64.powf(most.max(1e-9).log10().floor());
    let length = [5.0, 2.0, 1.0].into_iter().map(|step| step * power).find(|step| *step <= most).unwrap_or(power);
    (length, length * unit_m / metres_per_point)
}
