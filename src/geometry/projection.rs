//! From degrees to the plane of the map and back, by the projection that the atlas names. The formulas are proj4rs's.

use proj4rs::Proj;
use thiserror::Error;

use crate::model::Frame;
use crate::units::{LonLat, MapPoint, MapRect};

const GLOBE: &str = "+proj=longlat +datum=WGS84 +no_defs";

/// A side of the frame is drawn in this many pieces.
const STEPS: usize = 60;

/// The projection of the map, and the frame of the atlas on it.
pub struct Projection {
    globe: Proj,
    map: Proj,
    frame: Frame,
    /// An upright rectangle of the map inside the frame, as large as the bent sides leave it.
    core: MapRect,
}

/// Why a text is not the projection of a map.
#[derive(Debug, Error)]
pub enum ProjectionError {
    /// proj4rs does not understand the text.
    #[error("`{text}` is not a projection: {reason}")]
    Text {
        /// The text.
        text: String,
        /// What proj4rs says.
        reason: String,
    },
    /// It has no place for a corner of the frame, or the frame has no extent on it.
    #[error("`{0}` cannot show the whole frame")]
    Frame(String),
}

impl Projection {
    /// A projection from a PROJ text whose unit is the metre.
    pub fn new(text: &str, frame: Frame) -> Result<Self, ProjectionError> {
        let read = |text: &str| {
            Proj::from_proj_string(text)
                .map_err(|error| ProjectionError::Text { text: text.to_owned(), reason: error.to_string() })
        };
        let mut projection = Self { globe: read(GLOBE)?, map: read(text)?, frame, core: MapRect::EMPTY };
        let outline = projection.frame_outline();
        let extent = MapRect::around(&outline);
        let whole = outline.iter().all(|point| point.x.is_finite() && point.y.is_finite());
        if !whole || extent.width_m() < 1.0 || extent.height_m() < 1.0 {
            return Err(ProjectionError::Frame(text.to_owned()));
        }
        projection.core = projection.frame_core();
        Ok(projection)
    }

    /// The ground that the atlas covers.
    pub fn frame(&self) -> &Frame {
        &self.frame
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
    pub fn project_line(&self, line: &[LonLat]) -> Vec<MapPoint> {
        line.iter().map(|point| self.map_from_lonlat(*point)).filter(|point| point.x.is_finite()).collect()
    }

    /// The smallest rectangle of the map that holds the frame.
    pub fn frame_extent(&self) -> MapRect {
        MapRect::around(&self.frame_outline())
    }

    /// The smallest rectangle of the map that holds a piece of the globe.
    pub fn extent_of(&self, frame: &Frame) -> MapRect {
        MapRect::around(&self.outline_of(*frame))
    }

    /// An upright rectangle of the map inside the frame, as large as the bent sides leave it.
    pub fn core(&self) -> MapRect {
        self.core
    }

    /// Whether a point of the map lies inside the frame.
    pub fn is_in_frame(&self, point: MapPoint) -> bool {
        self.core.contains(point) || self.frame.contains(self.lonlat_from_map(point))
    }

    fn frame_core(&self) -> MapRect {
        let outline = self.frame_outline();
        let mut core = self.frame_extent();
        let middle = core.centre();
        for side in (0..4).filter_map(|side| outline.get(side * STEPS..=(side + 1) * STEPS)) {
            let side = MapRect::around(side);
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
        self.outline_of(self.frame)
    }

    fn outline_of(&self, frame: Frame) -> Vec<MapPoint> {
        let Frame { west, south, east, north } = frame;
        let corners = [(west, south), (east, south), (east, north), (west, north), (west, south)];
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
            .chain(std::iter::once(self.map_from_lonlat(LonLat::new(west, south))))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRAME: Frame = Frame { west: 40.0, south: 38.2, east: 47.5, north: 42.6 };
    const MAP: &str = "+proj=lcc +lat_1=39 +lat_2=41.8 +lat_0=40.4 +lon_0=43.75 +datum=WGS84 +units=m +no_defs";

    fn projection() -> Projection {
        Projection::new(MAP, FRAME).unwrap()
    }

    #[test]
    fn a_text_that_is_no_projection_of_the_frame_is_refused() {
        assert!(matches!(Projection::new("+proj=nonsense", FRAME), Err(ProjectionError::Text { .. })));
        assert!(Projection::new("", FRAME).is_err());
    }

    #[test]
    fn a_frame_over_the_antimeridian_is_one_piece() {
        let frame = Frame { west: 172.0, south: -24.0, east: 184.0, north: -14.0 };
        let projection = Projection::new(&frame.default_projection(), frame).unwrap();
        let [a, b] = [179.5, -179.5].map(|lon| projection.map_from_lonlat(LonLat::new(lon, -20.0)));
        assert!(b.x > a.x && a.distance_m(b) < 110_000.0, "{a:?} {b:?}");
        assert!(projection.is_in_frame(b));
        assert!(projection.frame_extent().width_m() < 1.4e6);
    }

    #[test]
    fn a_point_comes_back_to_where_it_was() {
        let projection = projection();
        let kars = LonLat::new(43.085, 40.598);
        let back = projection.lonlat_from_map(projection.map_from_lonlat(kars));
        assert!((back.lon - kars.lon).abs() < 1e-9 && (back.lat - kars.lat).abs() < 1e-9);
    }

    #[test]
    fn the_core_of_the_frame_lies_inside_it_and_fills_most_of_it() {
        let projection = projection();
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
        let projection = projection();
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
        let projection = projection();
        let (batumi, kars) = (
            projection.map_from_lonlat(LonLat::new(41.64, 41.65)),
            projection.map_from_lonlat(LonLat::new(43.09, 40.6)),
        );
        assert!(batumi.x < kars.x && batumi.y > kars.y);
    }
}
