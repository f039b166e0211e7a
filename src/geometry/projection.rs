//! From degrees to the plane of the map and back: Lambert's conformal conic projection, fitted to the frame
//! of the atlas (standard parallels 39° and 41.8° N, middle meridian 43.75° E, WGS84). The formulas are
//! proj4rs's; inside the frame the scale is off by 0.03 % in the middle and 0.05 % at the north and south edges.

use proj4rs::Proj;

use crate::units::{LonLat, MapPoint, MapRect};

/// The ground that the atlas covers, in degrees.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    pub west: f64,
    pub south: f64,
    pub east: f64,
    pub north: f64,
}

/// 40.0 to 47.5 E, 38.2 to 42.6 N.
pub const FRAME: Frame = Frame { west: 40.0, south: 38.2, east: 47.5, north: 42.6 };

const MAP: &str = "+proj=lcc +lat_1=39 +lat_2=41.8 +lat_0=40.4 +lon_0=43.75 +datum=WGS84 +units=m +no_defs";
const GLOBE: &str = "+proj=longlat +datum=WGS84 +no_defs";

/// A side of the frame is drawn in so many pieces.
const STEPS: usize = 60;

/// The projection of the map.
pub struct Projection {
    globe: Proj,
    map: Proj,
    /// An upright rectangle of the map inside the frame, as large as the bent sides leave it.
    core: MapRect,
}

impl Default for Projection {
    fn default() -> Self {
        Self::new()
    }
}

impl Projection {
    #[expect(clippy::expect_used, reason = "two constant texts, parsed in every test")]
    pub fn new() -> Self {
        let globe = Proj::from_proj_string(GLOBE).expect("a valid constant");
        let map = Proj::from_proj_string(MAP).expect("a valid constant");
        let mut projection = Self { globe, map, core: MapRect::EMPTY };
        projection.core = projection.frame_core();
        projection
    }

    /// Degrees to metres of the map. What the projection cannot place (a pole) comes out as not a number.
    pub fn map_from_lonlat(&self, point: LonLat) -> MapPoint {
        let mut moved = (point.lon.to_radians(), point.lat.to_radians(), 0.0);
        match proj4rs::transform::transform(&self.globe, &self.map, &mut moved) {
            Ok(()) => MapPoint::new(moved.0, moved.1),
            Err(_) => MapPoint::new(f64::NAN, f64::NAN),
        }
    }

    /// Metres of the map to degrees.
    pub fn lonlat_from_map(&self, point: MapPoint) -> LonLat {
        let mut moved = (point.x, point.y, 0.0);
        match proj4rs::transform::transform(&self.map, &self.globe, &mut moved) {
            Ok(()) => LonLat::new(moved.0.to_degrees(), moved.1.to_degrees()),
            Err(_) => LonLat::new(f64::NAN, f64::NAN),
        }
    }

    /// A line of degrees as a line of metres; points that cannot be placed are left out.
    pub fn course(&self, line: &[LonLat]) -> Vec<MapPoint> {
        line.iter().map(|point| self.map_from_lonlat(*point)).filter(|point| point.x.is_finite()).collect()
    }

    /// The smallest rectangle of the map that holds the frame.
    pub fn frame_extent(&self) -> MapRect {
        MapRect::of(&self.frame_outline())
    }

    /// Whether a point of the map lies inside the frame.
    pub fn is_in_frame(&self, point: MapPoint) -> bool {
        self.core.contains(point) || FRAME.contains(self.lonlat_from_map(point))
    }

    fn frame_core(&self) -> MapRect {
        let outline = self.frame_outline();
        let mut core = self.frame_extent();
        let middle = core.centre();
        for side in (0..4).filter_map(|side| outline.get(side * STEPS..=(side + 1) * STEPS)) {
            let side = MapRect::of(side);
            match (side.height_m() > side.width_m(), side.min.x > middle.x, side.min.y > middle.y) {
                (true, false, _) => core.min.x = side.max.x,
                (true, true, _) => core.max.x = side.min.x,
                (false, _, false) => core.min.y = side.max.y,
                (false, _, true) => core.max.y = side.min.y,
            }
        }
        core
    }

    /// The frame as a closed line, bent as the projection bends it.
    pub fn frame_outline(&self) -> Vec<MapPoint> {
        let corners = [
            (FRAME.west, FRAME.south),
            (FRAME.east, FRAME.south),
            (FRAME.east, FRAME.north),
            (FRAME.west, FRAME.north),
            (FRAME.west, FRAME.south),
        ];
        corners
            .windows(2)
            .flat_map(|pair| match pair {
                [(x0, y0), (x1, y1)] => (0..STEPS)
                    .map(|step| {
                        let part = step as f64 / STEPS as f64;
                        self.map_from_lonlat(LonLat::new(x0 + (x1 - x0) * part, y0 + (y1 - y0) * part))
                    })
                    .collect::<Vec<_>>(),
                _ => Vec::new(),
            })
            .chain(std::iter::once(self.map_from_lonlat(LonLat::new(FRAME.west, FRAME.south))))
            .collect()
    }
}

impl Frame {
    pub fn contains(&self, point: LonLat) -> bool {
        (self.west..=self.east).contains(&point.lon) && (self.south..=self.north).contains(&point.lat)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_comes_back_to_where_it_was() {
        let projection = Projection::new();
        let kars = LonLat::new(43.085, 40.598);
        let back = projection.lonlat_from_map(projection.map_from_lonlat(kars));
        assert!((back.lon - kars.lon).abs() < 1e-9 && (back.lat - kars.lat).abs() < 1e-9);
    }

    #[test]
    fn the_core_of_the_frame_lies_inside_it_and_fills_most_of_it() {
        let projection = Projection::new();
        let (core, extent) = (projection.core, projection.frame_extent());
        let part = |step: u32| f64::from(step) / 20.0;
        for (x, y) in (0..=20).flat_map(|column| (0..=20).map(move |row| (part(column), part(row)))) {
            let at = MapPoint::new(core.min.x + core.width_m() * x, core.min.y + core.height_m() * y);
            assert!(FRAME.contains(projection.lonlat_from_map(at)), "{at:?}");
        }
        let area = |rect: MapRect| rect.width_m() * rect.height_m();
        assert!(area(core) > 0.85 * area(extent), "{core:?} of {extent:?}");
    }

    /// Coordinates by PROJ 9.5.1 with the same definition, in metres: within a millimetre.
    #[test]
    fn points_lie_where_proj_puts_them() {
        let projection = Projection::new();
        for (lon, lat, x, y) in [
            (43.75, 40.4, 0.0, 0.0),
            (43.085, 40.598, -56_271.500_954, 22_191.931_109),
            (47.5, 38.2, 328_518.692_237, -237_264.268_935),
            (40.0, 42.6, -307_798.375_428, 250_857.128_024),
        ] {
            let point = projection.map_from_lonlat(LonLat::new(lon, lat));
            assert!((point.x - x).abs() < 1e-3 && (point.y - y).abs() < 1e-3, "{lon} {lat}: {point:?}");
        }
    }

    #[test]
    fn east_is_right_and_north_is_up() {
        let projection = Projection::new();
        let (batumi, kars) = (
            projection.map_from_lonlat(LonLat::new(41.64, 41.65)),
            projection.map_from_lonlat(LonLat::new(43.09, 40.6)),
        );
        assert!(batumi.x < kars.x && batumi.y > kars.y);
    }
}
