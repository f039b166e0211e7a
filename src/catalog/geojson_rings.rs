//! The shapes of a geometry, taken over position by position. What can be mended (a ring left open) is mended
//! and told; a shape that cannot be drawn is refused.

use geojson::{GeometryValue, Position};

use super::feature::OverlayFeature;
use super::geojson_shape::{Fault, key};
use super::json_way::{Step, Steps};
use super::report::Done;
use crate::text::Texts;
use crate::units::LonLat;

/// Hears of something that was seen and mended: its way, the key of the message, what was done.
type Note<'n> = dyn FnMut(&[Step], &'static str, Done) + 'n;

/// Takes the shapes of one geometry; `way` leads to it. Collections are the caller's.
pub fn take(value: &GeometryValue, into: &mut OverlayFeature, way: &Steps, note: &mut Note<'_>) -> Result<(), Fault> {
    let mut way = way.clone();
    way.push(key("coordinates"));
    let mut taker = Taker { way, note };
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

struct Taker<'s, 'n> {
    way: Steps,
    note: &'s mut Note<'n>,
}

impl Taker<'_, '_> {
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
            return Err(self.fault("geojson.position-short"));
        };
        if !lon.is_finite() || !lat.is_finite() {
            return Err(self.fault("geojson.coordinate-not-finite"));
        }
        if lon.abs() > 180.0 || lat.abs() > 90.0 {
            let metres = lon.abs() > 1_000.0 || lat.abs() > 1_000.0;
            let kind = if metres { "geojson.metres" } else { "geojson.no-degrees" };
            let given = vec![("lon", lon.to_string()), ("lat", lat.to_string())];
            return Err(Fault { given, ..self.fault(kind) });
        }
        if more.len() > 1 {
            self.note("geojson.position-long", "done.others-passed-over");
        }
        Ok(LonLat::new(*lon, *lat))
    }

    fn positions(&mut self, list: &[Position]) -> Result<Vec<LonLat>, Fault> {
        self.each(list, |taker, position| taker.position(position))
    }

    fn line(&mut self, list: &[Position]) -> Result<Vec<LonLat>, Fault> {
        let points = self.positions(list)?;
        if points.len() < 2 { Err(self.fault("geojson.line-short")) } else { Ok(points) }
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
            self.note("geojson.ring-open", "done.closed");
            points.extend(points.first().copied());
        } else if ring.first() != ring.last() {
            self.note("geojson.ring-height", "done.height-passed-over");
        }
        if points.len() < 4 {
            let given = vec![("number", Texts::english().whole(points.len()))];
            return Err(Fault { given, ..self.fault("geojson.ring-short") });
        }
        let area = signed_area(&points);
        if (outer && area < 0.0) || (!outer && area > 0.0) {
            self.note("geojson.ring-wrong-way", "done.drawn-all-the-same");
        }
        Ok(points)
    }

    fn note(&mut self, kind: &'static str, done: Done) {
        (self.note)(&self.way, kind, done);
    }

    fn fault(&self, kind: &'static str) -> Fault {
        Fault::plain(&self.way, kind)
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
