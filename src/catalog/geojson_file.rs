//! GeoJSON files into features with the line that each one starts on. Parsing is the geojson crate's,
//! feature by feature; what it lets pass (rings left open, degrees that are none, a byte order mark,
//! keys given twice) is looked at here. One bad feature costs itself alone.

use std::collections::HashSet;
use std::fmt;

use geojson::{Feature, GeometryValue, Position};
use serde::Deserialize;
use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use crate::model::{Problem, Severity};
use crate::units::LonLat;

/// What a GeoJSON file holds, fit to be drawn.
#[derive(Clone, Debug, Default)]
pub struct Overlay {
    pub file: String,
    pub features: Vec<OverlayFeature>,
}

/// A feature with its shapes taken out of their collections.
#[derive(Clone, Debug)]
pub struct OverlayFeature {
    pub id: Option<String>,
    pub properties: serde_json::Map<String, serde_json::Value>,
    pub points: Vec<LonLat>,
    pub lines: Vec<Vec<LonLat>>,
    /// Each polygon as its rings, the outer one first.
    pub polygons: Vec<Vec<Vec<LonLat>>>,
    /// Counted from 1.
    pub line: usize,
}

impl OverlayFeature {
    /// A property that is a text.
    pub fn text(&self, key: &str) -> Option<&str> {
        self.properties.get(key).and_then(serde_json::Value::as_str)
    }

    /// What to call the feature: its name, title or id.
    pub fn name(&self) -> Option<&str> {
        self.text("name").or_else(|| self.text("title")).or(self.id.as_deref())
    }
}

/// Reads a GeoJSON text: a FeatureCollection, a Feature or a bare geometry.
pub fn read_overlay(file: &str, bytes: &[u8]) -> (Overlay, Vec<Problem>) {
    let mut reader = Reader::new(file, bytes);
    let features = reader.read(bytes);
    (Overlay { file: file.to_owned(), features }, reader.problems)
}

struct Reader {
    file: String,
    line_starts: Vec<usize>,
    problems: Vec<Problem>,
}

#[derive(Deserialize)]
struct Top<'a> {
    #[serde(rename = "type")]
    kind: Option<serde_json::Value>,
    #[serde(borrow)]
    features: Option<&'a RawValue>,
    #[serde(borrow)]
    bbox: Option<&'a RawValue>,
    crs: Option<serde::de::IgnoredAny>,
}

const LEFT_OUT: &str = "the feature was left out";
const NOTHING_READ: &str = "nothing was read from the file";

impl Reader {
    fn new(file: &str, bytes: &[u8]) -> Self {
        let line_starts = std::iter::once(0)
            .chain(bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at + 1))
            .collect();
        Self { file: file.to_owned(), line_starts, problems: Vec::new() }
    }

    fn read(&mut self, bytes: &[u8]) -> Vec<OverlayFeature> {
        let (skipped, rest) = match bytes.strip_prefix(b"\xEF\xBB\xBF") {
            Some(rest) => {
                self.report(Severity::Warning, (1, 1), "", "the file starts with a byte order mark", "it was skipped");
                (3, rest)
            }
            None => (0, bytes),
        };
        if rest.starts_with(b"\xFF\xFE") || rest.starts_with(b"\xFE\xFF") {
            self.report(Severity::Error, (1, 1), "", "the text is UTF-16, GeoJSON is UTF-8", NOTHING_READ);
            return Vec::new();
        }
        let text = match std::str::from_utf8(rest) {
            Ok(text) => text,
            Err(error) => {
                let at = self.position(skipped + error.valid_up_to());
                self.report(Severity::Error, at, "", "the text is not UTF-8", NOTHING_READ);
                return Vec::new();
            }
        };
        if text.trim().is_empty() {
            self.report(Severity::Error, (1, 1), "", "the file is empty", NOTHING_READ);
            return Vec::new();
        }
        let base = Base { text, skipped };
        self.look_for_repeated_keys(text);
        let top: Top<'_> = match serde_json::from_str(text) {
            Ok(top) => top,
            Err(error) => {
                let message = error.to_string();
                let message = message.split(" at line ").next().unwrap_or_default().to_owned();
                self.report(Severity::Error, (error.line(), error.column()), "", &message, NOTHING_READ);
                return Vec::new();
            }
        };
        if top.crs.is_some() {
            let message = "`crs` is not part of GeoJSON any more; the coordinates are taken for WGS84 degrees";
            self.report(Severity::Warning, (1, 1), "crs", message, "it was passed over");
        }
        if let Some(bbox) = top.bbox {
            self.look_at_bbox(bbox.get(), self.position(base.offset_of(bbox.get())), "bbox");
        }
        match top.kind.as_ref().and_then(serde_json::Value::as_str) {
            Some("FeatureCollection") => match top.features {
                Some(features) => self.read_collection(features, &base),
                None => {
                    self.report(
                        Severity::Error,
                        (1, 1),
                        "features",
                        "a FeatureCollection needs `features`",
                        NOTHING_READ,
                    );
                    Vec::new()
                }
            },
            Some("Feature") => self.read_feature(text, (1, 1), "").into_iter().collect(),
            Some(
                "Point" | "MultiPoint" | "LineString" | "MultiLineString" | "Polygon" | "MultiPolygon"
                | "GeometryCollection",
            ) => {
                let wrapped = format!(r#"{{"type":"Feature","properties":null,"geometry":{text}}}"#);
                self.read_feature(&wrapped, (1, 1), "").into_iter().collect()
            }
            Some(other) => {
                let message = format!("`{other}` is not a type of GeoJSON");
                self.report(Severity::Error, (1, 1), "type", &message, NOTHING_READ);
                Vec::new()
            }
            None => {
                self.report(
                    Severity::Error,
                    (1, 1),
                    "type",
                    "the `type` that GeoJSON needs is not there",
                    NOTHING_READ,
                );
                Vec::new()
            }
        }
    }

    fn read_collection(&mut self, features: &RawValue, base: &Base<'_>) -> Vec<OverlayFeature> {
        let entries: Vec<&RawValue> = match serde_json::from_str(features.get()) {
            Ok(entries) => entries,
            Err(_) => {
                let at = self.position(base.offset_of(features.get()));
                self.report(Severity::Error, at, "features", "`features` must be an array", NOTHING_READ);
                return Vec::new();
            }
        };
        entries
            .iter()
            .enumerate()
            .filter_map(|(nth, raw)| {
                let at = self.position(base.offset_of(raw.get()));
                self.read_feature(raw.get(), at, &format!("features[{nth}]"))
            })
            .collect()
    }

    fn read_feature(&mut self, text: &str, at: (usize, usize), path: &str) -> Option<OverlayFeature> {
        let feature: Feature = match text.parse() {
            Ok(feature) => feature,
            Err(error) => {
                self.report(Severity::Error, at, path, &plain(&error.to_string()), LEFT_OUT);
                return None;
            }
        };
        let mut read = OverlayFeature {
            id: feature.id.map(|id| match id {
                geojson::feature::Id::String(text) => text,
                geojson::feature::Id::Number(number) => number.to_string(),
            }),
            properties: feature.properties.unwrap_or_default(),
            points: Vec::new(),
            lines: Vec::new(),
            polygons: Vec::new(),
            line: at.0,
        };
        if let Some(bbox) = &feature.bbox
            && !matches!(bbox.len(), 4 | 6)
        {
            self.report(Severity::Warning, at, &join(path, "bbox"), "a bbox has 4 or 6 numbers", "it was passed over");
        }
        let Some(geometry) = feature.geometry else {
            self.report(Severity::Warning, at, path, "the feature has no geometry", "there is nothing to draw");
            return Some(read);
        };
        let path = join(path, "geometry");
        match self.take_shapes(&geometry.value, &mut read, at, &path) {
            Ok(()) => Some(read),
            Err(message) => {
                self.report(Severity::Error, at, &path, &message, LEFT_OUT);
                None
            }
        }
    }

    fn take_shapes(
        &mut self,
        value: &GeometryValue,
        into: &mut OverlayFeature,
        at: (usize, usize),
        path: &str,
    ) -> Result<(), String> {
        match value {
            GeometryValue::Point { coordinates } => into.points.push(position(coordinates)?),
            GeometryValue::MultiPoint { coordinates } => into.points.extend(positions(coordinates)?),
            GeometryValue::LineString { coordinates } => into.lines.push(line(coordinates)?),
            GeometryValue::MultiLineString { coordinates } => {
                for each in coordinates {
                    into.lines.push(line(each)?);
                }
            }
            GeometryValue::Polygon { coordinates } => into.polygons.extend(self.polygon(coordinates, at, path)?),
            GeometryValue::MultiPolygon { coordinates } => {
                for each in coordinates {
                    into.polygons.extend(self.polygon(each, at, path)?);
                }
            }
            GeometryValue::GeometryCollection { geometries } => {
                for (nth, each) in geometries.iter().enumerate() {
                    self.take_shapes(&each.value, into, at, &format!("{path}.geometries[{nth}]"))?;
                }
            }
        }
        Ok(())
    }

    /// The rings of a polygon; `None` where it has none (RFC 7946 allows empty coordinates).
    fn polygon(
        &mut self,
        rings: &[Vec<Position>],
        at: (usize, usize),
        path: &str,
    ) -> Result<Option<Vec<Vec<LonLat>>>, String> {
        let mut read = Vec::with_capacity(rings.len());
        for (nth, ring) in rings.iter().enumerate() {
            let mut points = positions(ring)?;
            let path = format!("{path}.coordinates[{nth}]");
            if points.first() != points.last() {
                self.report(Severity::Warning, at, &path, "the ring is not closed", "it was closed");
                points.extend(points.first().copied());
            }
            if points.len() < 4 {
                return Err(format!("ring {nth} has {} positions, a ring needs at least 4", points.len()));
            }
            let area = signed_area(&points);
            if (nth == 0 && area < 0.0) || (nth > 0 && area > 0.0) {
                let message =
                    "the ring runs the wrong way round (RFC 7946: outer rings counter-clockwise, holes clockwise)";
                self.report(Severity::Warning, at, &path, message, "it was drawn all the same");
            }
            read.push(points);
        }
        Ok((!read.is_empty()).then_some(read))
    }

    fn look_at_bbox(&mut self, text: &str, at: (usize, usize), path: &str) {
        let fine = serde_json::from_str::<Vec<f64>>(text).is_ok_and(|bbox| matches!(bbox.len(), 4 | 6));
        if !fine {
            self.report(Severity::Warning, at, path, "a bbox is an array of 4 or 6 numbers", "it was passed over");
        }
    }

    fn look_for_repeated_keys(&mut self, text: &str) {
        let mut repeated = Vec::new();
        let mut deserializer = serde_json::Deserializer::from_str(text);
        // A syntax error is reported by the parse that follows.
        let _ = RepeatedKeys { path: String::new(), found: &mut repeated }.deserialize(&mut deserializer);
        for path in repeated {
            self.report(Severity::Warning, (1, 0), &path, "the key is given twice", "the last one counts");
        }
    }

    /// Line and column, counted from 1, of a byte offset.
    fn position(&self, offset: usize) -> (usize, usize) {
        let line = self.line_starts.partition_point(|start| *start <= offset).max(1);
        let start = self.line_starts.get(line - 1).copied().unwrap_or(0);
        (line, offset - start + 1)
    }

    fn report(&mut self, severity: Severity, at: (usize, usize), path: &str, message: &str, done: &str) {
        self.problems.push(Problem {
            severity,
            file: self.file.clone(),
            line: at.0,
            column: at.1,
            path: path.to_owned(),
            message: message.to_owned(),
            done: done.to_owned(),
        });
    }
}

/// The text that was parsed, to find where a slice of it stands.
struct Base<'a> {
    text: &'a str,
    skipped: usize,
}

impl Base<'_> {
    fn offset_of(&self, slice: &str) -> usize {
        (slice.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize) + self.skipped
    }
}

fn position(position: &Position) -> Result<LonLat, String> {
    let [lon, lat, ..] = position.as_slice() else {
        return Err("a position needs two numbers, longitude and latitude".to_owned());
    };
    if !lon.is_finite() || !lat.is_finite() {
        return Err("a coordinate is not a finite number".to_owned());
    }
    if lon.abs() > 180.0 || lat.abs() > 90.0 {
        let metres = lon.abs() > 1_000.0 || lat.abs() > 1_000.0;
        let hint = if metres { "; are these metres of a projection?" } else { "" };
        return Err(format!("[{lon}, {lat}] is not longitude and latitude in degrees{hint}"));
    }
    Ok(LonLat::new(*lon, *lat))
}

fn positions(list: &[Position]) -> Result<Vec<LonLat>, String> {
    list.iter().map(position).collect()
}

fn line(list: &[Position]) -> Result<Vec<LonLat>, String> {
    let points = positions(list)?;
    if points.len() < 2 { Err("a line needs at least two positions".to_owned()) } else { Ok(points) }
}

/// Twice the area in square degrees, positive where the ring runs counter-clockwise.
fn signed_area(ring: &[LonLat]) -> f64 {
    ring.windows(2)
        .map(|pair| match pair {
            [a, b] => a.lon * b.lat - b.lon * a.lat,
            _ => 0.0,
        })
        .sum()
}

fn join(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}

/// The message of a library as one plain clause.
fn plain(message: &str) -> String {
    let message = message.split_whitespace().collect::<Vec<_>>().join(" ");
    let message = message.strip_prefix("Error while deserializing JSON: ").unwrap_or(&message);
    let message = message.split(" at line ").next().unwrap_or(message);
    let short: String = message.chars().take(160).collect();
    if short.len() < message.len() { format!("{short} …") } else { short }
}

/// Walks a JSON text and notes the keys that one object has twice.
struct RepeatedKeys<'a> {
    path: String,
    found: &'a mut Vec<String>,
}

impl<'de> DeserializeSeed<'de> for RepeatedKeys<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for RepeatedKeys<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut seen = HashSet::new();
        while let Some(key) = map.next_key::<String>()? {
            let path = join(&self.path, &key);
            if !seen.insert(key) {
                self.found.push(path.clone());
            }
            map.next_value_seed(RepeatedKeys { path, found: &mut *self.found })?;
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        let mut nth = 0usize;
        while seq
            .next_element_seed(RepeatedKeys { path: format!("{}[{nth}]", self.path), found: &mut *self.found })?
            .is_some()
        {
            nth += 1;
        }
        Ok(())
    }

    fn visit_bool<E: de::Error>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E: de::Error>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E: de::Error>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E: de::Error>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E: de::Error>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E: de::Error>(self) -> Result<(), E> {
        Ok(())
    }
}
