//! Everything that is needed to place one map on a page, and the ways from ground to page.

use super::options::MapOptions;
use crate::geometry::{Ground, Polyline, TractGround, clip};
use crate::symbology::Theme;
use crate::units::{LonLat, MapPoint, MapRect, PagePoint, PageRect};
use crate::view::{MapView, MapWindow};
use crate::world::{MapArea, World};

/// Lines are simplified to this part of a point.
const TOLERANCE: f64 = 0.35;
/// Drawn beyond the edge of the page, so that wide strokes do not end at it.
const BLEED: f64 = 12.0;

/// Everything that is needed to place one map on a page.
pub struct MapContext<'a> {
    pub world: &'a World,
    pub theme: &'a Theme,
    pub options: &'a MapOptions,
    pub view: MapView,
    /// The rectangle of the page that the view fills.
    pub page: PageRect,
    /// The part of it in which the map is drawn.
    pub shown: PageRect,
    /// The ground that is shown, with the bleed.
    pub extent: MapRect,
    /// What is shown, with the bleed.
    pub bleed: PageRect,
}

impl<'a> MapContext<'a> {
    pub fn new(world: &'a World, theme: &'a Theme, options: &'a MapOptions, view: MapView, window: MapWindow) -> Self {
        let MapWindow { page, shown } = window;
        // A map that is cut within its page must not reach over the cut.
        // Where the cut is the edge of the page, both windows of it go on alike.
        let side = |at_edge: bool| if at_edge { BLEED } else { 0.0 };
        let (left, right) = (side(shown.x <= page.x), side(shown.right() >= page.right()));
        let (top, bottom) = (side(shown.y <= page.y), side(shown.bottom() >= page.bottom()));
        let bleed =
            PageRect::new(shown.x - left, shown.y - top, shown.width + left + right, shown.height + top + bottom);
        let corner = |x, y| view.map_from_page(PagePoint::new(x, y), page);
        let extent = MapRect::around(&[corner(bleed.x, bleed.y), corner(bleed.right(), bleed.bottom())]);
        Self { world, theme, options, view, page, shown, extent, bleed }
    }

    /// A course as lines on the page, simplified and cut to it.
    pub fn lines(&self, course: &Polyline) -> Vec<Vec<PagePoint>> {
        self.lines_within(course, TOLERANCE)
    }

    /// The same, simplified to within this many points of the page.
    pub fn lines_within(&self, course: &Polyline, tolerance: f64) -> Vec<Vec<PagePoint>> {
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
    pub fn ring(&self, course: &Polyline) -> Option<Vec<PagePoint>> {
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
        rect.ring().into_iter().all(inside)
    }

    /// Whether some of a course may be on the page.
    pub fn meets(&self, course: &Polyline) -> bool {
        course.extent().intersects(&self.extent)
    }

    /// The page with the bleed around it, whatever part of the page is shown.
    pub fn page_with_bleed(&self) -> PageRect {
        self.page.grown(BLEED)
    }

    pub fn shows(&self, point: PagePoint) -> bool {
        self.shown.contains(point)
    }

    /// How far a line may be off where it is drawn, in metres of the map.
    pub fn tolerance_m(&self) -> f64 {
        TOLERANCE * self.view.metres_per_point()
    }
}
