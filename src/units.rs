//! The three spaces of the atlas, each with a type of its own: degrees on the globe, metres on the
//! projected map, points on the page. It converts nothing: that is the work of `geometry::Projection`
//! and of `view::MapView`.

use serde::{Deserialize, Serialize};

/// A position on the WGS84 ellipsoid, in degrees: longitude east, then latitude north.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(from = "[f64; 2]", into = "[f64; 2]")]
pub struct LonLat {
    /// Degrees east of Greenwich.
    pub lon: f64,
    /// Degrees north of the equator.
    pub lat: f64,
}

/// A position on the projected map, in metres from the projection's origin: east, then north.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MapPoint {
    /// Metres to the east of the origin of the projection.
    pub x: f64,
    /// Metres to the north.
    pub y: f64,
}

/// A position on a page or on the screen, in points (1/72 inch at scale 1): right, then down.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PagePoint {
    /// Points from the left.
    pub x: f64,
    /// Points from the top.
    pub y: f64,
}

/// A rectangle on a page, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PageRect {
    /// Left edge, in points.
    pub x: f64,
    /// Upper edge, in points.
    pub y: f64,
    /// Width in points.
    pub width: f64,
    /// Height in points.
    pub height: f64,
}

/// A rectangle on the projected map, in metres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MapRect {
    /// The south-western corner.
    pub min: MapPoint,
    /// The north-eastern corner.
    pub max: MapPoint,
}

impl From<[f64; 2]> for LonLat {
    fn from([lon, lat]: [f64; 2]) -> Self {
        Self { lon, lat }
    }
}

impl From<LonLat> for [f64; 2] {
    fn from(point: LonLat) -> Self {
        [point.lon, point.lat]
    }
}

impl From<MapPoint> for [f64; 2] {
    fn from(point: MapPoint) -> Self {
        [point.x, point.y]
    }
}

impl From<PagePoint> for [f64; 2] {
    fn from(point: PagePoint) -> Self {
        [point.x, point.y]
    }
}

impl LonLat {
    /// A position in degrees, longitude first.
    pub const fn new(lon: f64, lat: f64) -> Self {
        Self { lon, lat }
    }
}

impl MapPoint {
    /// A position on the map plane, in metres.
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    /// Distance on the map plane, in metres of the projection.
    pub fn distance_m(self, other: Self) -> f64 {
        (self.x - other.x).hypot(self.y - other.y)
    }
}

impl PagePoint {
    /// A position on the page, in points.
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    /// How far another point is, in points.
    pub fn distance(self, other: Self) -> f64 {
        (self.x - other.x).hypot(self.y - other.y)
    }
}

impl PageRect {
    /// A rectangle by its left upper corner and its size.
    pub const fn new(x: f64, y: f64, width: f64, height: f64) -> Self {
        Self { x, y, width, height }
    }

    /// The right edge.
    pub fn right(&self) -> f64 {
        self.x + self.width
    }

    /// The lower edge.
    pub fn bottom(&self) -> f64 {
        self.y + self.height
    }

    /// The middle.
    pub fn centre(&self) -> PagePoint {
        PagePoint::new(self.x + self.width / 2.0, self.y + self.height / 2.0)
    }

    /// Whether a point lies in it, its edge counted in.
    pub fn contains(&self, point: PagePoint) -> bool {
        (self.x..=self.right()).contains(&point.x) && (self.y..=self.bottom()).contains(&point.y)
    }

    /// Whether another rectangle lies in it as a whole.
    pub fn contains_rect(&self, other: &Self) -> bool {
        self.x <= other.x && self.y <= other.y && self.right() >= other.right() && self.bottom() >= other.bottom()
    }

    /// Whether it has ground in common with another rectangle.
    pub fn intersects(&self, other: &Self) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }

    /// The corners as a closed ring: upper left, upper right, lower right, lower left.
    pub fn ring(&self) -> Vec<PagePoint> {
        vec![
            PagePoint::new(self.x, self.y),
            PagePoint::new(self.right(), self.y),
            PagePoint::new(self.right(), self.bottom()),
            PagePoint::new(self.x, self.bottom()),
        ]
    }

    /// Grown by `margin` on every side (shrunk where it is negative).
    pub fn grown(&self, margin: f64) -> Self {
        Self::new(self.x - margin, self.y - margin, self.width + 2.0 * margin, self.height + 2.0 * margin)
    }
}

impl MapRect {
    /// The rectangle that holds nothing; grown by `include`.
    pub const EMPTY: Self = Self {
        min: MapPoint { x: f64::INFINITY, y: f64::INFINITY },
        max: MapPoint { x: f64::NEG_INFINITY, y: f64::NEG_INFINITY },
    };

    /// The rectangle around some points; `EMPTY` for none.
    pub fn around(points: &[MapPoint]) -> Self {
        let mut rect = Self::EMPTY;
        for point in points {
            rect.include(*point);
        }
        rect
    }

    /// Makes the rectangle large enough for a point.
    pub fn include(&mut self, point: MapPoint) {
        self.min = MapPoint::new(self.min.x.min(point.x), self.min.y.min(point.y));
        self.max = MapPoint::new(self.max.x.max(point.x), self.max.y.max(point.y));
    }

    /// The rectangle around both.
    pub fn union(self, other: Self) -> Self {
        Self {
            min: MapPoint::new(self.min.x.min(other.min.x), self.min.y.min(other.min.y)),
            max: MapPoint::new(self.max.x.max(other.max.x), self.max.y.max(other.max.y)),
        }
    }

    /// Whether it holds no point.
    pub fn is_empty(&self) -> bool {
        self.min.x > self.max.x || self.min.y > self.max.y
    }

    /// Its width in metres; 0 where it is empty.
    pub fn width_m(&self) -> f64 {
        (self.max.x - self.min.x).max(0.0)
    }

    /// Its height in metres; 0 where it is empty.
    pub fn height_m(&self) -> f64 {
        (self.max.y - self.min.y).max(0.0)
    }

    /// The middle.
    pub fn centre(&self) -> MapPoint {
        MapPoint::new(f64::midpoint(self.min.x, self.max.x), f64::midpoint(self.min.y, self.max.y))
    }

    /// Whether a point lies in it, its edge counted in.
    pub fn contains(&self, point: MapPoint) -> bool {
        (self.min.x..=self.max.x).contains(&point.x) && (self.min.y..=self.max.y).contains(&point.y)
    }

    /// Whether it has a point in common with another.
    pub fn intersects(&self, other: &Self) -> bool {
        self.min.x <= other.max.x && other.min.x <= self.max.x && self.min.y <= other.max.y && other.min.y <= self.max.y
    }

    /// What two rectangles share; empty where they do not meet.
    pub fn meeting(&self, other: &Self) -> Self {
        Self {
            min: MapPoint::new(self.min.x.max(other.min.x), self.min.y.max(other.min.y)),
            max: MapPoint::new(self.max.x.min(other.max.x), self.max.y.min(other.max.y)),
        }
    }

    /// The same with a margin in metres on every side.
    pub fn grown_m(&self, margin_m: f64) -> Self {
        Self {
            min: MapPoint::new(self.min.x - margin_m, self.min.y - margin_m),
            max: MapPoint::new(self.max.x + margin_m, self.max.y + margin_m),
        }
    }
}
