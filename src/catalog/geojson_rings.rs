//! The shapes of a geometry, taken over position by position. What can be mended (a ring left open) is mended
//! and told; a shape that cannot be drawn is refused.

use geojson::{GeometryValue, Position};

use super::feature::OverlayFeature;
use super::geojson_shape::Fault;
use super::json_place::{Step, Steps};
use crate::units::LonLat;

/// Something that was seen on the way, and what was done.
pub struct Seen {
    pub way: Steps,
    pub message: String,
    pub done: &'static str,
}

/// Takes the shapes of one geometry; `way` leads to it. Collections are the caller's.
pub fn take(value: &GeometryValue, into: &mut OverlayFeature, way: &Steps, seen: &mut Vec<Seen>) -> Result<(), Fault> {
    let mut way = way.clone();
    way.push(Step::Key("coordinates".to_owned()));
    let mut taker = Taker { way, seen };
    match value {
        GeometryValue::Point { coordinates } => into.points.push(taker.position(coordinates)?),
        GeometryValue::MultiPoint { coordinates } => into.points.extend(taker.positions(coordinates)?),
        GeometryValue::LineString { coordinates } => into.lines.push(taker.line(coordinates)?),
        GeometryValue::MultiLineString { coordinates } => {
            into.lines.extend(taker.each(coordinates, |taker, line| taker.line(line))?);
        }
        GeometryValue::Polygon { coordinates } => into.polygons.extend(taker.polygon(coordinates)?),
        GeometryValue::MultiPolygon { coordinates } => {
            let polygons = taker.each(coordinates, |taker, rings| taker.polygon(rings))?;
            into.polygons.extend(polygons.into_iter().flatten());
        }
        GeometryValue::GeometryCollection { .. } => {}
    }
    Ok(())
}

struct Taker<'s> {
    way: Steps,
    seen: &'s mut Vec<Seen>,
}

impl Taker<'_> {
    fn each<T, U>(
        &mut self,
        items: &[T],
        mut take: impl FnMut(&mut Self, &T) -> Result<U, Fault>,
    ) -> Result<Vec<U>, Fault> {
        let mut taken = Vec::with_capacity(items.len());
        for (nth, item) in items.iter().enumerate() {
            self.way.push(Step::Nth(nth));
            taken.push(take(self, item)?);
            self.way.pop();
        }
        Ok(taken)
    }

    fn position(&mut self, position: &Position) -> Result<LonLat, Fault> {
        let [lon, lat, more @ ..] = position.as_slice() else {
            return Err(self.fault("a position needs two numbers, longitude and latitude"));
        };
        if !lon.is_finite() || !lat.is_finite() {
            return Err(self.fault("a coordinate is not a finite number"));
        }
        if lon.abs() > 180.0 || lat.abs() > 90.0 {
            let metres = lon.abs() > 1_000.0 || lat.abs() > 1_000.0;
            let hint = if metres { "; are these metres of a projection?" } else { "" };
            return Err(self.fault(&format!("[{lon}, {lat}] is not longitude and latitude in degrees{hint}")));
        }
        if more.len() > 1 {
            self.note("a position has at most three numbers", "the others were passed over");
        }
        Ok(LonLat::new(*lon, *lat))
    }

    fn positions(&mut self, list: &[Position]) -> Result<Vec<LonLat>, Fault> {
        self.each(list, |taker, position| taker.position(position))
    }

    fn line(&mut self, list: &[Position]) -> Result<Vec<LonLat>, Fault> {
        let points = self.positions(list)?;
        if points.len() < 2 { Err(self.fault("a line needs at least two positions")) } else { Ok(points) }
    }

    /// The rings of a polygon; `None` where it has none (RFC 7946 allows empty coordinates).
    fn polygon(&mut self, rings: &[Vec<Position>]) -> Result<Option<Vec<Vec<LonLat>>>, Fault> {
        let mut outer = true;
        let rings = self.each(rings, |taker, ring| {
            let points = taker.ring(ring, outer);
            outer = false;
            points
        })?;
        Ok((!rings.is_empty()).then_some(rings))
    }

    fn ring(&mut self, ring: &[Position], outer: bool) -> Result<Vec<LonLat>, Fault> {
        let mut points = self.positions(ring)?;
        if points.first() != points.last() {
            self.note("the ring is not closed", "it was closed");
            points.extend(points.first().copied());
        } else if ring.first() != ring.last() {
            self.note("the first and the last position of the ring differ in height", "the height was passed over");
        }
        if points.len() < 4 {
            let message = format!(
                "a ring needs at least 4 positions, with the first again at its end; this has {}",
                points.len()
            );
            return Err(self.fault(&message));
        }
        let area = signed_area(&points);
        if (outer && area < 0.0) || (!outer && area > 0.0) {
            let message =
                "the ring runs the wrong way round (RFC 7946: outer rings counter-clockwise, holes clockwise)";
            self.note(message, "it was drawn all the same");
        }
        Ok(points)
    }

    fn note(&mut self, message: &str, done: &'static str) {
        self.seen.push(Seen { way: self.way.clone(), message: message.to_owned(), done });
    }

    fn fault(&self, message: &str) -> Fault {
        (self.way.clone(), message.to_owned())
    }
}

/// Twice the area in square degrees, positive where the ring runs counter-clockwise.
fn signed_area(ring: &[LonLat]) -> f64 {
    let origin = ring.first().copied().unwrap_or(LonLat::new(0.0, 0.0));
    ring.windows(2)
        .map(|pair| match pair {
            // About the first point, so that small rings far from zero keep their sign.
            [a, b] => (a.lon - origin.lon) * (b.lat - origin.lat) - (b.lon - origin.lon) * (a.lat - origin.lat),
            _ => 0.0,
        })
        .sum()
}
