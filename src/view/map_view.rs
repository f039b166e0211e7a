//! The piece of the map that a page shows: its middle, its scale, its size.

use crate::units::{MapPoint, MapRect, PagePoint, PageRect};

/// A map plane placed on a page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MapView {
    centre_x: f64,
    centre_y: f64,
    /// Metres of the map for one point of the page.
    metres_per_point: f64,
}

/// The closest and the farthest view, in metres for a point.
const CLOSEST: f64 = 2.0;
const FARTHEST: f64 = 4_000.0;

impl MapView {
    /// A view by its middle and its scale, in metres of the map for a point of the page.
    pub fn new(centre: MapPoint, metres_per_point: f64) -> Self {
        Self { centre_x: centre.x, centre_y: centre.y, metres_per_point: metres_per_point.clamp(CLOSEST, FARTHEST) }
    }

    /// The view that shows the whole of `extent` on a page of `width` x `height` with `margin` around.
    pub fn fitting(extent: MapRect, width: f64, height: f64, margin: f64) -> Self {
        let usable = |length: f64| (length - 2.0 * margin).max(1.0);
        let scale = (extent.width_m() / usable(width)).max(extent.height_m() / usable(height));
        Self::new(extent.centre(), scale)
    }

    /// The middle.
    pub fn centre(&self) -> MapPoint {
        MapPoint::new(self.centre_x, self.centre_y)
    }

    /// Metres of the map for a point of the page: the larger, the less is seen of the detail.
    pub fn metres_per_point(&self) -> f64 {
        self.metres_per_point
    }

    /// `page` is the rectangle that the view fills.
    pub fn page_from_map(&self, point: MapPoint, page: PageRect) -> PagePoint {
        let middle = page.centre();
        PagePoint::new(
            middle.x + (point.x - self.centre_x) / self.metres_per_point,
            middle.y - (point.y - self.centre_y) / self.metres_per_point,
        )
    }

    /// Where a point of the page lies on the map plane.
    pub fn map_from_page(&self, point: PagePoint, page: PageRect) -> MapPoint {
        let middle = page.centre();
        MapPoint::new(
            self.centre_x + (point.x - middle.x) * self.metres_per_point,
            self.centre_y - (point.y - middle.y) * self.metres_per_point,
        )
    }

    /// The ground that a page shows.
    pub fn extent(&self, page: PageRect) -> MapRect {
        let (w, h) = (page.width * self.metres_per_point / 2.0, page.height * self.metres_per_point / 2.0);
        MapRect {
            min: MapPoint::new(self.centre_x - w, self.centre_y - h),
            max: MapPoint::new(self.centre_x + w, self.centre_y + h),
        }
    }

    /// Moved so that the ground follows a drag by this many points.
    pub fn panned(&self, dx: f64, dy: f64) -> Self {
        let centre =
            MapPoint::new(self.centre_x - dx * self.metres_per_point, self.centre_y + dy * self.metres_per_point);
        Self::new(centre, self.metres_per_point)
    }

    /// Nearer by `factor`, with the ground under `about` staying where it is.
    pub fn zoomed(&self, factor: f64, about: PagePoint, page: PageRect) -> Self {
        let fixed = self.map_from_page(about, page);
        let scale = (self.metres_per_point / factor).clamp(CLOSEST, FARTHEST);
        let part = scale / self.metres_per_point;
        let centre =
            MapPoint::new(fixed.x + (self.centre_x - fixed.x) * part, fixed.y + (self.centre_y - fixed.y) * part);
        Self::new(centre, scale)
    }

    /// Kept from leaving the ground of the atlas.
    pub fn kept_inside(&self, extent: MapRect) -> Self {
        let centre = MapPoint::new(
            self.centre_x.clamp(extent.min.x, extent.max.x),
            self.centre_y.clamp(extent.min.y, extent.max.y),
        );
        Self::new(centre, self.metres_per_point)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: PageRect = PageRect { x: 100.0, y: 50.0, width: 800.0, height: 600.0 };

    fn view() -> MapView {
        MapView::new(MapPoint::new(1_000.0, -2_000.0), 500.0)
    }

    #[test]
    fn a_point_of_the_page_comes_back() {
        let point = PagePoint::new(321.0, 123.0);
        let back = view().page_from_map(view().map_from_page(point, PAGE), PAGE);
        assert!(back.distance(point) < 1e-9);
    }

    #[test]
    fn zooming_keeps_the_ground_under_the_pointer() {
        let pointer = PagePoint::new(200.0, 400.0);
        let before = view().map_from_page(pointer, PAGE);
        let after = view().zoomed(1.7, pointer, PAGE).map_from_page(pointer, PAGE);
        assert!(before.distance_m(after) < 1e-6);
    }

    #[test]
    fn a_drag_moves_the_ground_with_the_hand() {
        let before = view().map_from_page(PagePoint::new(300.0, 300.0), PAGE);
        let after = view().panned(40.0, -30.0).map_from_page(PagePoint::new(340.0, 270.0), PAGE);
        assert!(before.distance_m(after) < 1e-6);
    }
}
