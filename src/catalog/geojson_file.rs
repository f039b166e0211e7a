//! GeoJSON files into features with the line that each one starts on. Parsing is the geojson crate's,
//! feature by feature; what it lets pass (rings left open, degrees that are none, a byte order mark, members
//! of another kind of object) is looked at here. One bad feature costs itself alone.

use std::collections::BTreeMap;

use geojson::{Feature, GeometryValue};
use serde_json::Value;
use serde_json::value::RawValue;

use super::feature::{Overlay, OverlayFeature};
use super::geojson_bbox::{bbox_of, drop_bad_boxes};
use super::geojson_shape::key;
use super::geojson_text::{text_of, valid_part};
use super::json_way::{Step, Steps, in_words};
use super::report::{Done, Place, Report};
use super::{geojson_rings, geojson_shape};
use crate::model::Problem;

/// Reads a GeoJSON text: a FeatureCollection, a Feature or a bare geometry.
pub fn read_overlay(file: &str, bytes: &[u8]) -> (Overlay, Vec<Problem>) {
    let mut report = Report::new(file);
    let text = text_of(bytes, &mut report);
    let features = text.map(|text| Reader::new(text, &mut report).read()).unwrap_or_default();
    let problems = report.into_problems(valid_part(bytes), text.is_some());
    (Overlay { file: file.to_owned(), features }, problems)
}

const LEFT_OUT: Done = "done.feature-left-out";
const NOTHING_READ: Done = "done.nothing-read";
const PASSED_OVER: Done = "done.passed-over";
const READ_ALL_THE_SAME: Done = "done.read-all-the-same";

/// The byte at a line and a column as a JSON parser counts them.
fn offset_at(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    text.floor_char_boundary(start + column.saturating_sub(1))
}

/// A JSON text inside the file, or one made of it.
struct Piece<'a> {
    /// What is parsed.
    text: &'a str,
    /// Where it begins in the file, and its way from the root of the file.
    offset: usize,
    way: Steps,
    /// The piece is a bare geometry, told as the geometry of a feature.
    bare: bool,
}

struct Reader<'a, 'r, 'f> {
    text: &'a str,
    line_starts: Vec<usize>,
    report: &'r mut Report<'f>,
}

type Members<'a> = BTreeMap<String, &'a RawValue>;

impl<'a, 'r, 'f> Reader<'a, 'r, 'f> {
    fn new(text: &'a str, report: &'r mut Report<'f>) -> Self {
        let line_starts = std::iter::once(0).chain(memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1));
        Self { text, line_starts: line_starts.collect(), report }
    }

    fn read(&mut self) -> Vec<OverlayFeature> {
        let members: Members<'a> = match serde_json::from_str(self.text) {
            Ok(members) => members,
            Err(error) if error.is_data() => return self.nothing(None, "geojson.root-no-object"),
            Err(error) => return self.no_json(&error),
        };
        let kind = match members.get("type").map(|raw| serde_json::from_str::<Value>(raw.get())) {
            Some(Ok(Value::String(kind))) => kind,
            Some(_) => return self.nothing(Some("type"), "geojson.type-no-text"),
            None => return self.nothing(None, "geojson.no-type"),
        };
        if let Some(name) = members.get("crs").and_then(|crs| other_crs(crs)) {
            self.report.warning("geojson.crs", &[("name", &name)], PASSED_OVER, || Place::Way(vec![key("crs")]));
        }
        let whole = |bare| Piece { text: self.text, offset: 0, way: Vec::new(), bare };
        match kind.as_str() {
            "FeatureCollection" => self.read_collection(&members),
            "Feature" => self.read_feature(&whole(false)).into_iter().collect(),
            kind if geojson_shape::is_geometry(kind) => self.read_feature(&whole(true)).into_iter().collect(),
            other => {
                let (kind, given) = geojson_shape::meant(other);
                let fault = geojson_shape::Fault { way: vec![key("type")], kind, given };
                fault.tell_in(self.report, NOTHING_READ, <[Step]>::to_vec);
                Vec::new()
            }
        }
    }

    fn read_collection(&mut self, members: &Members<'a>) -> Vec<OverlayFeature> {
        self.strangers(&[], "FeatureCollection", |key| members.contains_key(key));
        if let Some(bbox) = members.get("bbox")
            && !bbox_of(&serde_json::from_str(bbox.get()).unwrap_or_default())
        {
            self.report.warning("geojson.bbox", &[], PASSED_OVER, || Place::Way(vec![key("bbox")]));
        }
        let Some(features) = members.get("features") else {
            return self.nothing(None, "geojson.no-features");
        };
        let entries: Vec<&'a RawValue> = match serde_json::from_str(features.get()) {
            Ok(entries) => entries,
            Err(_) => return self.nothing(Some("features"), "geojson.features-no-array"),
        };
        let begin = self.text.as_ptr() as usize;
        entries
            .iter()
            .enumerate()
            .filter_map(|(nth, raw)| {
                let text = raw.get();
                let offset = (text.as_ptr() as usize).saturating_sub(begin);
                let way = vec![key("features"), Step::Nth(nth)];
                self.read_feature(&Piece { text, offset, way, bare: false })
            })
            .collect()
    }

    fn read_feature(&mut self, piece: &Piece<'_>) -> Option<OverlayFeature> {
        let parsed = if piece.bare {
            format!(r#"{{"type":"Feature","properties":null,"geometry":{}}}"#, piece.text).parse()
        } else {
            piece.text.parse()
        };
        let mut feature: Feature = match parsed {
            Ok(feature) => feature,
            Err(error) => self.second_try(piece, &error)?,
        };
        let geometry = feature.geometry.take();
        if !piece.bare {
            self.members_of_feature(piece, &feature, geometry.is_none());
        }
        let mut read = OverlayFeature {
            id: feature.id.map(|id| match id {
                geojson::feature::Id::String(text) => text,
                geojson::feature::Id::Number(number) => number.to_string(),
            }),
            properties: feature.properties.unwrap_or_default(),
            points: Vec::new(),
            lines: Vec::new(),
            polygons: Vec::new(),
            line: self.line_of(piece.offset),
        };
        let Some(geometry) = geometry else { return Some(read) };
        let mut way = vec![key("geometry")];
        match self.take_geometry(piece, &geometry, &mut read, &mut way) {
            Ok(()) => Some(read),
            Err(fault) => {
                fault.tell_in(self.report, LEFT_OUT, |way| way_in(piece, way));
                None
            }
        }
    }

    /// What is wrong with the members of a feature that was read.
    fn members_of_feature(&mut self, piece: &Piece<'_>, feature: &Feature, no_geometry: bool) {
        let no_properties = feature.properties.is_none();
        if no_properties || no_geometry {
            // One that is null is there.
            let members: Members<'_> = serde_json::from_str(piece.text).unwrap_or_default();
            let here = || Place::Way(piece.way.clone());
            if no_properties && !members.contains_key("properties") {
                self.report.warning("geojson.no-properties", &[], READ_ALL_THE_SAME, here);
            }
            if no_geometry && !members.contains_key("geometry") {
                self.report.warning("geojson.no-geometry", &[], "done.nothing-to-draw", here);
            }
        }
        if let Some(foreign) = &feature.foreign_members {
            self.strangers(&piece.way, "Feature", |key| foreign.contains_key(key));
        }
        if feature.bbox.as_ref().is_some_and(|bbox| !matches!(bbox.len(), 4 | 6)) {
            self.warn_in(piece, &[key("bbox")], "geojson.bbox", PASSED_OVER);
        }
    }

    /// What the parser refuses only because of a bounding box, which nobody needs, is read without it.
    fn second_try(&mut self, piece: &Piece<'_>, error: &geojson::Error) -> Option<Feature> {
        let parsed: Result<Value, serde_json::Error> = serde_json::from_str(piece.text);
        let mut value = match (parsed, piece.bare) {
            (Ok(geometry), true) => serde_json::json!({"type": "Feature", "properties": null, "geometry": geometry}),
            (Ok(feature), false) => feature,
            // A number out of range, a half of a character, a nesting without end.
            (Err(error), _) => {
                let at = piece.offset + offset_at(piece.text, error.line(), error.column());
                self.report.parser_error(&plain(&error), LEFT_OUT, || Place::Byte(at, in_words(&piece.way)));
                return None;
            }
        };
        let mut boxes = Vec::new();
        drop_bad_boxes(&mut value, &mut Vec::new(), &mut boxes);
        for way in &boxes {
            self.warn_in(piece, way, "geojson.bbox", PASSED_OVER);
        }
        let faults = geojson_shape::feature_faults(&value);
        if faults.is_empty() {
            match serde_json::from_value(value) {
                Ok(feature) => return Some(feature),
                Err(_) => self.report.parser_error(&error.to_string(), LEFT_OUT, || Place::Way(piece.way.clone())),
            }
        }
        for fault in faults {
            fault.tell_in(self.report, LEFT_OUT, |way| way_in(piece, way));
        }
        None
    }

    fn take_geometry(
        &mut self,
        piece: &Piece<'_>,
        geometry: &geojson::Geometry,
        into: &mut OverlayFeature,
        way: &mut Steps,
    ) -> Result<(), geojson_shape::Fault> {
        if let Some(foreign) = &geometry.foreign_members {
            let place = way_in(piece, way);
            self.strangers(&place, geometry.value.type_name(), |key| foreign.contains_key(key));
        }
        if geometry.bbox.as_ref().is_some_and(|bbox| !matches!(bbox.len(), 4 | 6)) {
            way.push(key("bbox"));
            self.warn_in(piece, way, "geojson.bbox", PASSED_OVER);
            way.pop();
        }
        let GeometryValue::GeometryCollection { geometries } = &geometry.value else {
            let mut note = |way: &[Step], kind, done| {
                self.report.warning(kind, &[], done, || Place::Way(way_in(piece, way)));
            };
            return geojson_rings::take(&geometry.value, into, way, &mut note);
        };
        if let [_] = geometries.as_slice() {
            self.warn_in(piece, way, "geojson.collection-of-one", READ_ALL_THE_SAME);
        }
        for (nth, each) in geometries.iter().enumerate() {
            way.extend([key("geometries"), Step::Nth(nth)]);
            if matches!(each.value, GeometryValue::GeometryCollection { .. }) {
                self.warn_in(piece, way, "geojson.collection-in-collection", READ_ALL_THE_SAME);
            }
            self.take_geometry(piece, each, into, way)?;
            way.truncate(way.len().saturating_sub(2));
        }
        Ok(())
    }

    /// Members that belong to another kind of object (RFC 7946, 7.1).
    fn strangers(&mut self, way: &[Step], kind: &str, has: impl Fn(&str) -> bool) {
        let foreign: &[&str] = match kind {
            "FeatureCollection" => &["coordinates", "geometries", "geometry", "properties"],
            "Feature" => &["coordinates", "geometries", "features"],
            "GeometryCollection" => &["coordinates", "geometry", "properties", "features"],
            _ => &["geometries", "geometry", "properties", "features"],
        };
        for member in foreign.iter().copied().filter(|key| has(key)) {
            let place = || Place::Way(way.iter().cloned().chain([key(member)]).collect());
            self.report.warning("geojson.stranger", &[("kind", &kind), ("key", &member)], PASSED_OVER, place);
        }
    }

    fn nothing(&mut self, member: Option<&'static str>, kind: &'static str) -> Vec<OverlayFeature> {
        self.report.error(kind, &[], NOTHING_READ, || Place::Way(member.map(key).into_iter().collect()));
        Vec::new()
    }

    fn no_json(&mut self, error: &serde_json::Error) -> Vec<OverlayFeature> {
        let at = offset_at(self.text, error.line(), error.column());
        self.report.parser_error(&plain(error), NOTHING_READ, || Place::Byte(at, String::new()));
        Vec::new()
    }

    fn warn_in(&mut self, piece: &Piece<'_>, way: &[Step], kind: &'static str, done: Done) {
        self.report.warning(kind, &[], done, || Place::Way(way_in(piece, way)));
    }

    fn line_of(&self, offset: usize) -> usize {
        self.line_starts.partition_point(|start| *start <= offset).max(1)
    }
}

/// What a parser says, without the line and the column (the last five words), which are told apart. One half of a surrogate
/// pair is one, whichever it is.
fn plain(error: &serde_json::Error) -> String {
    let words = error.to_string();
    let words = if error.line() == 0 { &words } else { words.rsplitn(6, ' ').last().unwrap_or(&words) };
    if words.contains("surrogate") { words.replace("leading ", "") } else { words.to_owned() }
}

/// The name of a reference system that is not that of GeoJSON (RFC 7946, 4). Programs that write the older form name that
/// of degrees too.
fn other_crs(crs: &RawValue) -> Option<String> {
    let value: Value = serde_json::from_str(crs.get()).unwrap_or_default();
    let name = value.pointer("/properties/name").and_then(Value::as_str).unwrap_or_default();
    let is_degrees = name.ends_with("CRS84") || name.rsplit(':').next() == Some("4326");
    (!is_degrees && !value.is_null()).then(|| name.to_owned())
}

/// A way inside a piece as a way from the root of the file.
fn way_in(piece: &Piece<'_>, way: &[Step]) -> Steps {
    let inside = if piece.bare { way.get(1..).unwrap_or_default() } else { way };
    piece.way.iter().chain(inside).cloned().collect()
}
