//! The map itself: ground, tints, lines, names of one day, for one rectangle of a page.

use super::item::{SceneItem, Stroke};
use super::label::Labels;
use super::options::{BaseLayer, MapOptions};
use super::text::{Anchor, TextLook};
use super::view::MapView;
use super::{border, clip, hatch, marks};
use crate::geometry::{Course, FRAME, Ground, TractGround};
use crate::model::{Day, Sense, TractKind};
use crate::symbology::Theme;
use crate::typeset::Face;
use crate::units::{LonLat, MapRect, PagePoint, PageRect};
use crate::world::{DayMap, MapArea, World};

/// Lines are simplified to this part of a point.
const TOLERANCE: f64 = 0.35;
/// Drawn beyond the edge of the page, so that wide strokes do not end at it.
const BLEED: f64 = 12.0;

/// Everything that is needed to place one map on a page.
pub struct Sheet<'a> {
    pub world: &'a World,
    pub theme: &'a Theme,
    pub options: &'a MapOptions,
    pub view: MapView,
    /// The rectangle of the page that the view fills.
    pub page: PageRect,
    /// The part of it in which the map is drawn.
    pub shown: PageRect,
    /// The ground that is shown, with the bleed.
    extent: MapRect,
    /// What is shown, with the bleed.
    bleed: PageRect,
}

/// Where on a page a map goes: the rectangle that its view fills, and the part of it that is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MapWindow {
    pub page: PageRect,
    pub shown: PageRect,
}

impl From<PageRect> for MapWindow {
    fn from(page: PageRect) -> Self {
        Self { page, shown: page }
    }
}

impl<'a> Sheet<'a> {
    pub fn new(world: &'a World, theme: &'a Theme, options: &'a MapOptions, view: MapView, window: MapWindow) -> Self {
        let MapWindow { page, shown } = window;
        // A map that is cut within its page must not reach over the cut.
        let bleed = if shown == page { page.grown(BLEED) } else { shown };
        let corner = |x, y| view.map_from_page(PagePoint::new(x, y), page);
        let extent = MapRect::of(&[corner(bleed.x, bleed.y), corner(bleed.right(), bleed.bottom())]);
        Self { world, theme, options, view, page, shown, extent, bleed }
    }

    /// A course as lines on the page, simplified and cut to it.
    pub fn lines(&self, course: &Course) -> Vec<Vec<PagePoint>> {
        self.lines_within(course, TOLERANCE)
    }

    /// The same, simplified to so many points of the page.
    pub fn lines_within(&self, course: &Course, tolerance: f64) -> Vec<Vec<PagePoint>> {
        if !course.extent().intersects(&self.extent) {
            return Vec::new();
        }
        let tolerance_m = tolerance * self.view.metres_per_point();
        let points: Vec<PagePoint> =
            course.simplified(tolerance_m).map(|point| self.view.page_from_map(point, self.page)).collect();
        clip::line(&points, self.bleed)
    }

    /// A closed course as a ring on the page.
    pub fn ring(&self, course: &Course) -> Option<Vec<PagePoint>> {
        if !course.extent().intersects(&self.extent) {
            return None;
        }
        let points: Vec<PagePoint> =
            course.simplified(self.tolerance_m()).map(|point| self.view.page_from_map(point, self.page)).collect();
        let ring = clip::ring(&points, self.bleed);
        (ring.len() > 2).then_some(ring)
    }

    /// The rings of a tract on the page.
    pub fn tract(&self, tract: &TractGround) -> Vec<Vec<PagePoint>> {
        if !tract.extent.intersects(&self.extent) {
            return Vec::new();
        }
        let ground: &Ground = &self.world.ground;
        tract
            .rings
            .iter()
            .map(|ring| {
                let mut points = Vec::new();
                for each in &ring.uses {
                    if let Some(arc) = ground.arcs().get(each.arc) {
                        let simplified = arc.course.simplified(self.tolerance_m());
                        let page = |point| self.view.page_from_map(point, self.page);
                        if each.reversed {
                            points.extend(simplified.rev().map(page));
                        } else {
                            points.extend(simplified.map(page));
                        }
                    }
                }
                clip::ring(&points, self.bleed)
            })
            .filter(|ring| ring.len() > 2)
            .collect()
    }

    pub fn area(&self, area: &MapArea) -> Vec<Vec<PagePoint>> {
        if !area.extent.intersects(&self.extent) {
            return Vec::new();
        }
        area.rings.iter().filter_map(|ring| self.ring(ring)).collect()
    }

    /// A position in degrees on the page.
    pub fn point(&self, at: LonLat) -> PagePoint {
        self.view.page_from_map(self.world.projection.map_from_lonlat(at), self.page)
    }

    /// Whether a rectangle of the page lies on ground that the atlas covers.
    pub fn is_inside_frame(&self, rect: &PageRect) -> bool {
        corners(*rect).into_iter().all(|corner| {
            let point = self.view.map_from_page(corner, self.page);
            FRAME.contains(self.world.projection.lonlat_from_map(point))
        })
    }

    pub fn shows(&self, point: PagePoint) -> bool {
        self.shown.contains(point)
    }

    fn tolerance_m(&self) -> f64 {
        TOLERANCE * self.view.metres_per_point()
    }
}

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
    let sheet = Sheet::new(world, theme, options, view, window.into());
    let day = world.on(options.day);
    let mut items = Vec::new();
    ground(&sheet, &mut items);
    holdings(&sheet, &day, &mut items);
    if let Some(before) = options.changed_since {
        changed(&sheet, before, &mut items);
    }
    water(&sheet, &mut items);
    if options.shows(BaseLayer::Graticule) {
        graticule(&sheet, &mut items);
    }
    lines_of_the_ground(&sheet, &mut items);
    items.extend(border::borders(&sheet, &day));
    if options.senses.claims {
        items.extend(border::claims(&sheet, &day));
    }
    if let Some(before) = options.ghost {
        items.extend(border::ghost(&sheet, &world.on(before)));
    }
    focus(&sheet, &mut items);
    let eras = border::eras(&sheet);
    for era in &eras {
        let look = theme.era(&era.era.id);
        let halo = Stroke::solid(theme.ground.halo.with_opacity(0.6), 3.6);
        items.push(SceneItem::Lines { lines: era.lines.clone(), stroke: halo });
        let stroke = Stroke { colour: look.colour, width: 2.0, dash: look.dash };
        items.push(SceneItem::Lines { lines: era.lines.clone(), stroke });
    }
    outside(&sheet, &mut items);
    if options.shows(BaseLayer::Graticule) {
        degree_names(&sheet, &mut items);
    }
    let mut labels = Labels::new(&sheet, taken);
    labels.place(&day, &eras);
    marks::marks(&sheet, &mut labels, &mut items);
    items.extend(labels.into_items());
    items
}

fn ground(sheet: &Sheet<'_>, items: &mut Vec<SceneItem>) {
    items.push(SceneItem::Fill { rings: vec![corners(sheet.shown)], colour: sheet.theme.ground.paper });
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
}

fn holdings(sheet: &Sheet<'_>, day: &DayMap<'_>, items: &mut Vec<SceneItem>) {
    let look = &sheet.theme.ground;
    for (at, tract) in sheet.world.ground.tracts().iter().enumerate() {
        let rings = sheet.tract(tract);
        if rings.is_empty() {
            continue;
        }
        if sheet.world.tract_kind(at) == Some(TractKind::Sea) {
            items.push(SceneItem::Fill { rings, colour: look.sea });
            continue;
        }
        let chosen = sheet.options.focus.ground.tracts.binary_search(&at).is_ok();
        let strength = if sheet.options.focus.dims && !chosen { look.dim } else { 1.0 };
        let (right, fact) = (day.holders(at, Sense::DeJure), day.holders(at, Sense::DeFacto));
        let senses = sheet.options.senses;
        if senses.de_jure {
            tint(sheet, &rings, right, strength, items);
        }
        if senses.de_facto && (!senses.de_jure || fact != right) {
            if fact.iter().any(|holder| holder == "none") {
                undetermined(sheet, &rings, strength, items);
            }
            for (nth, holder) in fact.iter().filter(|holder| *holder != "none").enumerate() {
                let polity = sheet.theme.polity(holder);
                if !senses.de_jure {
                    let part = look.tint * 0.7 * strength;
                    items.push(SceneItem::Fill { rings: rings.clone(), colour: polity.fill.with_opacity(part) });
                }
                let angle = -std::f64::consts::FRAC_PI_4 + nth as f64 * 0.5;
                let lines = hatch::lines(&rings, 5.0, angle);
                let colour = polity.fill.with_opacity(0.9 * strength);
                items.push(SceneItem::Lines { lines, stroke: Stroke::solid(colour, 1.7) });
                if polity.dots {
                    let centres = hatch::dots(&rings, 7.0);
                    let colour = polity.hatch.with_opacity(0.7 * strength);
                    items.push(SceneItem::Dots { centres, radius: 0.8, colour });
                }
            }
        }
    }
}

/// What passed to another holder since a day, hatched broadly in the hue of who has it now.
fn changed(sheet: &Sheet<'_>, before: Day, items: &mut Vec<SceneItem>) {
    let senses = sheet.options.senses;
    let mut done: Vec<usize> = Vec::new();
    for change in sheet.world.changes(before, sheet.options.day) {
        let counts = match change.sense {
            Sense::DeJure => senses.de_jure,
            Sense::DeFacto => senses.de_facto,
        };
        let Some(tract) = sheet.world.ground.tracts().get(change.tract).filter(|_| counts) else { continue };
        let hidden = sheet.options.countries_only && !sheet.world.changes_country(&change);
        if hidden || done.contains(&change.tract) {
            continue;
        }
        done.push(change.tract);
        let rings = sheet.tract(tract);
        for (nth, holder) in change.to.holders.iter().enumerate() {
            let angle = std::f64::consts::FRAC_PI_4 + nth as f64 * 0.6;
            let look = sheet.theme.polity(holder);
            let lines = hatch::lines(&rings, 11.0, angle);
            items.push(SceneItem::Lines { lines, stroke: Stroke::solid(look.hatch.with_opacity(0.75), 2.6) });
        }
    }
}

fn tint(sheet: &Sheet<'_>, rings: &[Vec<PagePoint>], holders: &[String], strength: f64, items: &mut Vec<SceneItem>) {
    let look = &sheet.theme.ground;
    match holders {
        [one] if one == "none" => undetermined(sheet, rings, strength, items),
        [one] => {
            let polity = sheet.theme.polity(one);
            let colour = polity.fill.with_opacity(look.tint * strength);
            items.push(SceneItem::Fill { rings: rings.to_vec(), colour });
            if polity.dots {
                let colour = polity.hatch.with_opacity(0.6 * strength);
                items.push(SceneItem::Dots { centres: hatch::dots(rings, 7.0), radius: 0.8, colour });
            }
        }
        several => {
            // Held together or undecided between them: broad stripes of each hue.
            for (nth, holder) in several.iter().enumerate() {
                let angle = std::f64::consts::FRAC_PI_4 + nth as f64 * std::f64::consts::FRAC_PI_2;
                let colour = sheet.theme.polity(holder).fill.with_opacity(look.tint * strength);
                let lines = hatch::lines(rings, 9.0, angle);
                items.push(SceneItem::Lines { lines, stroke: Stroke::solid(colour, 4.5) });
            }
        }
    }
}

/// Ground that nobody holds: by right on bare paper, in fact over the tint of who has the right.
fn undetermined(sheet: &Sheet<'_>, rings: &[Vec<PagePoint>], strength: f64, items: &mut Vec<SceneItem>) {
    let lines = hatch::lines(rings, 7.0, std::f64::consts::FRAC_PI_4);
    let colour = sheet.theme.ground.undetermined.with_opacity(0.55 * strength);
    items.push(SceneItem::Lines { lines, stroke: Stroke::solid(colour, 0.5) });
}

fn water(sheet: &Sheet<'_>, items: &mut Vec<SceneItem>) {
    let look = &sheet.theme.ground;
    if sheet.options.shows(BaseLayer::Rivers) {
        let nearness = 650.0 / sheet.view.metres_per_point();
        for river in &sheet.world.rivers {
            let lines: Vec<_> = river.courses.iter().flat_map(|course| sheet.lines(course)).collect();
            if lines.is_empty() || (river.rank > 2 && nearness < 0.8) {
                continue;
            }
            let width = match river.rank {
                1 => 1.25,
                2 => 0.85,
                _ => 0.6,
            } * nearness.sqrt().clamp(0.8, 1.7);
            items.push(SceneItem::Lines { lines, stroke: Stroke::solid(look.river, width) });
        }
    }
    if sheet.options.shows(BaseLayer::Lakes) {
        for lake in &sheet.world.lakes {
            let rings = sheet.area(lake);
            if rings.is_empty() {
                continue;
            }
            let shore: Vec<Vec<PagePoint>> = lake.rings.iter().flat_map(|ring| sheet.lines(ring)).collect();
            items.push(SceneItem::Fill { rings, colour: look.sea });
            items.push(SceneItem::Lines { lines: shore, stroke: Stroke::solid(look.shore, 0.6) });
        }
    }
    let coast: Vec<_> =
        sheet.world.coast.iter().flat_map(|coast| &coast.courses).flat_map(|course| sheet.lines(course)).collect();
    // Three fading lines off the shore, as printed atlases have them, would need the sea's side; one line is true.
    items.push(SceneItem::Lines { lines: coast, stroke: Stroke::solid(look.shore, 0.8) });
}

fn graticule(sheet: &Sheet<'_>, items: &mut Vec<SceneItem>) {
    const STEPS: u32 = 40;
    let lines = graticule_lines(sheet, STEPS);
    items.push(SceneItem::Lines { lines, stroke: Stroke::solid(sheet.theme.ground.graticule, 0.4) });
}

/// The meridians and parallels of whole degrees inside the frame, as lines on the page.
fn graticule_lines(sheet: &Sheet<'_>, steps: u32) -> Vec<Vec<PagePoint>> {
    let part = |step: u32| f64::from(step) / f64::from(steps);
    let mut lines = Vec::new();
    for lon in whole_degrees(FRAME.west, FRAME.east) {
        let line: Vec<PagePoint> = (0..=steps)
            .map(|step| sheet.point(LonLat::new(lon, FRAME.south + (FRAME.north - FRAME.south) * part(step))))
            .collect();
        lines.extend(clip::line(&line, sheet.shown));
    }
    for lat in whole_degrees(FRAME.south, FRAME.north) {
        let line: Vec<PagePoint> = (0..=steps)
            .map(|step| sheet.point(LonLat::new(FRAME.west + (FRAME.east - FRAME.west) * part(step), lat)))
            .collect();
        lines.extend(clip::line(&line, sheet.shown));
    }
    lines
}

/// The names of meridians below the frame and of parallels at its left, where there is page.
fn degree_names(sheet: &Sheet<'_>, items: &mut Vec<SceneItem>) {
    let look = TextLook::plain(Face::Sans, 8.5, sheet.theme.ground.faint_ink);
    for lon in whole_degrees(FRAME.west, FRAME.east) {
        let at = sheet.point(LonLat::new(lon, FRAME.south));
        let at = PagePoint::new(at.x, at.y + 11.0);
        if sheet.shown.contains_rect(&look.bounds("00° E", at, Anchor::Middle)) {
            items.push(SceneItem::Text(look.level(&format!("{lon}° E"), at, Anchor::Middle)));
        }
    }
    for lat in whole_degrees(FRAME.south, FRAME.north) {
        let at = sheet.point(LonLat::new(FRAME.west, lat));
        let at = PagePoint::new(at.x - 4.0, at.y + 3.0);
        if sheet.shown.contains_rect(&look.bounds("00° N", at, Anchor::End)) {
            items.push(SceneItem::Text(look.level(&format!("{lat}° N"), at, Anchor::End)));
        }
    }
}

/// The whole degrees between two.
fn whole_degrees(from: f64, to: f64) -> impl Iterator<Item = f64> {
    std::iter::successors(Some(from.ceil()), |degree| Some(degree + 1.0)).take_while(move |degree| *degree <= to)
}

fn lines_of_the_ground(sheet: &Sheet<'_>, items: &mut Vec<SceneItem>) {
    let look = &sheet.theme.ground;
    if sheet.options.shows(BaseLayer::Railways) {
        for railway in &sheet.world.railways {
            let built = railway.from.as_ref().is_none_or(|from| from.earliest() <= sheet.options.day);
            let there = railway.to.as_ref().is_none_or(|to| to.latest().is_none_or(|to| sheet.options.day <= to));
            if !(built && there) {
                continue;
            }
            for line in railway.courses.iter().flat_map(|course| sheet.lines(course)) {
                let ties = marks::cross_ticks(&line, 9.0, 2.0);
                items.push(SceneItem::Lines {
                    lines: vec![line],
                    stroke: Stroke::solid(look.railway.with_opacity(0.75), 0.8),
                });
                items.push(SceneItem::Lines {
                    lines: ties,
                    stroke: Stroke::solid(look.railway.with_opacity(0.75), 0.7),
                });
            }
        }
    }
    if sheet.options.shows(BaseLayer::Modern) {
        let lines: Vec<_> =
            sheet.world.modern.iter().flat_map(|line| &line.courses).flat_map(|course| sheet.lines(course)).collect();
        items.push(SceneItem::Lines { lines, stroke: Stroke::solid(look.ghost.with_opacity(0.8), 2.2) });
    }
    if sheet.options.shows(BaseLayer::Annexes) {
        for line in &sheet.world.drawn {
            let lines: Vec<_> = line.courses.iter().flat_map(|course| sheet.lines(course)).collect();
            items.push(SceneItem::Lines {
                lines,
                stroke: Stroke::dashed(look.accent.with_opacity(0.8), 1.0, &[1.5, 2.5]),
            });
        }
    }
    if sheet.options.shows(BaseLayer::Segments) {
        let lines: Vec<_> =
            sheet.world.segments.iter().flat_map(|line| &line.courses).flat_map(|course| sheet.lines(course)).collect();
        items.push(SceneItem::Lines { lines, stroke: Stroke::solid(look.accent.with_opacity(0.85), 2.4) });
    }
    for overlay in &sheet.world.overlays {
        for feature in &overlay.features {
            marks::overlay_feature(sheet, feature, items);
        }
    }
}

fn focus(sheet: &Sheet<'_>, items: &mut Vec<SceneItem>) {
    let look = &sheet.theme.ground;
    let focus = &sheet.options.focus;
    let chosen = |tract: Option<usize>| tract.is_some_and(|tract| focus.ground.tracts.binary_search(&tract).is_ok());
    let mut outline = Vec::new();
    for arc in sheet.world.ground.arcs() {
        if chosen(arc.left) != chosen(arc.right) {
            outline.extend(sheet.lines(&arc.course));
        }
    }
    let segments: Vec<_> = focus
        .ground
        .segments
        .iter()
        .filter_map(|id| sheet.world.segment(id))
        .flat_map(|line| &line.courses)
        .flat_map(|course| sheet.lines(course))
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
fn outside(sheet: &Sheet<'_>, items: &mut Vec<SceneItem>) {
    let frame: Vec<PagePoint> = sheet
        .world
        .projection
        .frame_outline()
        .into_iter()
        .map(|point| sheet.view.page_from_map(point, sheet.page))
        .collect();
    let ring = clip::ring(&frame, sheet.bleed);
    items.push(SceneItem::Fill { rings: vec![corners(sheet.bleed), ring], colour: sheet.theme.ground.page });
    let lines = clip::line(&frame, sheet.bleed);
    items.push(SceneItem::Lines { lines: lines.clone(), stroke: Stroke::solid(sheet.theme.ground.neatline, 0.9) });
}

/// A rectangle as a ring.
pub fn corners(rect: PageRect) -> Vec<PagePoint> {
    vec![
        PagePoint::new(rect.x, rect.y),
        PagePoint::new(rect.right(), rect.y),
        PagePoint::new(rect.right(), rect.bottom()),
        PagePoint::new(rect.x, rect.bottom()),
    ]
}
