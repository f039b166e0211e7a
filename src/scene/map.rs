//! The map itself: ground, tints, lines, names of one day, for one rectangle of a page.

use super::border::EraLine;
use super::item::{SceneItem, Stroke};
use super::label::Labels;
use super::options::{BaseLayer, MapOptions};
use super::text::{Anchor, TextLook};
use super::view::MapView;
use super::{base, border, claim, clip, holdings, marks};
use crate::geometry::{Course, FRAME, Ground, TractGround};
use crate::symbology::Theme;
use crate::typeset::Face;
use crate::units::{LonLat, MapPoint, MapRect, PagePoint, PageRect};
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
        if !self.meets(course) {
            return Vec::new();
        }
        let tolerance_m = tolerance * self.view.metres_per_point();
        self.cut(course.simplified(tolerance_m))
    }

    /// A line of the map on the page, cut to it.
    pub fn cut(&self, line: impl IntoIterator<Item = MapPoint>) -> Vec<Vec<PagePoint>> {
        let points: Vec<PagePoint> = line.into_iter().map(|point| self.view.page_from_map(point, self.page)).collect();
        clip::line(&points, self.bleed)
    }

    /// A closed course as a ring on the page.
    pub fn ring(&self, course: &Course) -> Option<Vec<PagePoint>> {
        if !self.meets(course) {
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
        let inside = |corner| self.world.projection.is_in_frame(self.view.map_from_page(corner, self.page));
        corners(*rect).into_iter().all(inside)
    }

    /// Whether some of a course may be on the page.
    pub fn meets(&self, course: &Course) -> bool {
        course.extent().intersects(&self.extent)
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
    let eras = border::eras(&sheet);
    let names = || {
        let mut labels = Labels::new(&sheet, taken);
        labels.place(&day, &eras);
        labels
    };
    let (mut items, mut labels) = rayon::join(|| shapes(&sheet, &day, &eras), names);
    marks::marks(&sheet, &mut labels, &mut items);
    items.extend(labels.into_items());
    items
}

/// All but the marks of places and the names.
fn shapes(sheet: &Sheet<'_>, day: &DayMap<'_>, eras: &[EraLine<'_>]) -> Vec<SceneItem> {
    let Sheet { world, theme, options, .. } = sheet;
    let mut items = vec![SceneItem::Group(base::ground(sheet))];
    items.extend(holdings::holdings(sheet, day));
    if let Some(before) = options.changed_since {
        items.extend(holdings::changed(sheet, before));
    }
    items.push(SceneItem::Group(base::water(sheet)));
    items.extend(base::railways(sheet));
    let overlays = base::overlays(sheet);
    if !overlays.is_empty() {
        items.push(SceneItem::Group(overlays));
    }
    items.extend(border::borders(sheet, day));
    if options.senses.claims {
        items.extend(claim::claims(sheet, day));
    }
    if let Some(before) = options.ghost {
        items.extend(border::ghost(sheet, &world.on(before)));
    }
    focus(sheet, &mut items);
    for era in eras {
        let look = theme.era(&era.era.id);
        let halo = Stroke::solid(theme.ground.halo.with_opacity(0.6), 3.6);
        items.push(SceneItem::Lines { lines: era.lines.clone(), stroke: halo });
        let stroke = Stroke { colour: look.colour, width: 2.0, dash: look.dash };
        items.push(SceneItem::Lines { lines: era.lines.clone(), stroke });
    }
    outside(sheet, &mut items);
    if options.shows(BaseLayer::Graticule) {
        degree_names(sheet, &mut items);
    }
    items
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
pub fn whole_degrees(from: f64, to: f64) -> impl Iterator<Item = f64> {
    std::iter::successors(Some(from.ceil()), |degree| Some(degree + 1.0)).take_while(move |degree| *degree <= to)
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
    items.push(SceneItem::Lines { lines, stroke: Stroke::solid(sheet.theme.ground.neatline, 0.9) });
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
