//! GeoJSON files into features with the line that each one starts on. Parsing is the geojson crate's,
//! feature by feature; what it lets pass (rings left open, degrees that are none, a byte order mark, members
//! of another kind of object) is looked at here. One bad feature costs itself alone.

use std::collections::BTreeMap;

use geojson::{Feature, GeometryValue};
use serde_json::Value;
use serde_json::value::RawValue;

use super::feature::{Overlay, OverlayFeature};
use super::geojson_rings::{self, Seen};
use super::geojson_shape;
use super::json_place::{Step, Steps, in_words, offset_of, repeated_keys};
use crate::model::{Problem, Severity};

/// Reads a GeoJSON text: a FeatureCollection, a Feature or a bare geometry.
pub fn read_overlay(file: &str, bytes: &[u8]) -> (Overlay, Vec<Problem>) {
    let mut problems = Vec::new();
    let features = text_of(file, bytes, &mut problems)
        .map(|text| Reader::new(file, text, &mut problems).read())
        .unwrap_or_default();
    (Overlay { file: file.to_owned(), features }, problems)
}

const LEFT_OUT: &str = "the feature was left out";
const NOTHING_READ: &str = "nothing was read from the file";
const PASSED_OVER: &str = "it was passed over";
const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// The text of a file, without a byte order mark; `None` where it is none.
fn text_of<'a>(file: &str, bytes: &'a [u8], problems: &mut Vec<Problem>) -> Option<&'a str> {
    let mut report = |severity, line: usize, column: usize, message: &str, done: &str| {
        let (file, message, done) = (file.to_owned(), message.to_owned(), done.to_owned());
        problems.push(Problem { severity, file, line, column, path: String::new(), message, done });
    };
    let rest = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
    if rest.len() < bytes.len() {
        report(Severity::Warning, 1, 1, "the file starts with a byte order mark", "it was skipped");
    }
    if rest.starts_with(b"\xFF\xFE") || rest.starts_with(b"\xFE\xFF") {
        report(Severity::Error, 1, 1, "the text is UTF-16, GeoJSON is UTF-8", NOTHING_READ);
        return None;
    }
    if let Some(at) = rest.iter().position(|byte| *byte == 0) {
        let (line, column) = line_and_column(&String::from_utf8_lossy(rest.get(..at).unwrap_or_default()));
        report(Severity::Error, line, column, "the file has a NUL byte: it is no text, or UTF-16", NOTHING_READ);
        return None;
    }
    match std::str::from_utf8(rest) {
        Ok(text) if text.trim().is_empty() => {
            report(Severity::Error, 1, 1, "the file is empty", NOTHING_READ);
            None
        }
        Ok(text) => Some(text),
        Err(error) => {
            let good = rest.get(..error.valid_up_to()).unwrap_or_default();
            let (line, column) = line_and_column(&String::from_utf8_lossy(good));
            report(Severity::Error, line, column, "the text is not UTF-8", NOTHING_READ);
            None
        }
    }
}

/// Of the place right after a text, counted from 1; columns in characters.
fn line_and_column(before: &str) -> (usize, usize) {
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    let column = before.get(start..).unwrap_or_default().chars().count() + 1;
    (before.bytes().filter(|byte| *byte == b'\n').count() + 1, column)
}

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

struct Reader<'a, 'p> {
    file: &'a str,
    text: &'a str,
    line_starts: Vec<usize>,
    /// A byte and its column, as last worked out.
    counted: (usize, usize),
    problems: &'p mut Vec<Problem>,
}

type Members<'a> = BTreeMap<String, &'a RawValue>;

impl<'a, 'p> Reader<'a, 'p> {
    fn new(file: &'a str, text: &'a str, problems: &'p mut Vec<Problem>) -> Self {
        let line_starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { file, text, line_starts, counted: (0, 1), problems }
    }

    fn read(&mut self) -> Vec<OverlayFeature> {
        for way in repeated_keys(self.text) {
            self.report(Severity::Warning, &way, "the key is given twice", "the last one counts");
        }
        let members: Members<'a> = match serde_json::from_str(self.text) {
            Ok(members) => members,
            Err(error) if error.is_data() => return self.nothing("", "the root of GeoJSON must be an object"),
            Err(error) => return self.nothing_at((error.line(), error.column()), &plain(&error.to_string())),
        };
        let kind = match members.get("type").map(|raw| serde_json::from_str::<Value>(raw.get())) {
            Some(Ok(Value::String(kind))) => kind,
            Some(_) => return self.nothing("type", "the `type` must be a text"),
            None => return self.nothing("", "the `type` that GeoJSON needs is not there"),
        };
        if members.contains_key("crs") {
            let message = "`crs` is not part of GeoJSON any more; the coordinates are taken for WGS84 degrees";
            self.report(Severity::Warning, &[Step::Key("crs".to_owned())], message, PASSED_OVER);
        }
        let whole = |bare| Piece { text: self.text, offset: 0, way: Vec::new(), bare };
        match kind.as_str() {
            "FeatureCollection" => self.read_collection(&members),
            "Feature" => self.read_feature(&whole(false)).into_iter().collect(),
            kind if geojson_shape::is_geometry(kind) => self.read_feature(&whole(true)).into_iter().collect(),
            other => self.nothing("type", &geojson_shape::meant(other)),
        }
    }

    fn read_collection(&mut self, members: &Members<'a>) -> Vec<OverlayFeature> {
        self.strangers(&[], "FeatureCollection", |key| members.contains_key(key));
        if let Some(bbox) = members.get("bbox")
            && let Err(message) = bbox_of(&serde_json::from_str(bbox.get()).unwrap_or_default())
        {
            self.report(Severity::Warning, &[Step::Key("bbox".to_owned())], message, PASSED_OVER);
        }
        let Some(features) = members.get("features") else {
            return self.nothing("", "a FeatureCollection needs `features`");
        };
        let entries: Vec<&'a RawValue> = match serde_json::from_str(features.get()) {
            Ok(entries) => entries,
            Err(_) => return self.nothing("features", "`features` must be an array"),
        };
        let begin = self.text.as_ptr() as usize;
        entries
            .iter()
            .enumerate()
            .filter_map(|(nth, raw)| {
                let text = raw.get();
                let offset = (text.as_ptr() as usize).saturating_sub(begin);
                let way = vec![Step::Key("features".to_owned()), Step::Nth(nth)];
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
        let feature: Feature = match parsed {
            Ok(feature) => feature,
            Err(error) => self.second_try(piece, &error)?,
        };
        let line = self.line_of(piece.offset);
        let no_properties = feature.properties.is_none();
        let mut read = OverlayFeature {
            id: feature.id.map(|id| match id {
                geojson::feature::Id::String(text) => text,
                geojson::feature::Id::Number(number) => number.to_string(),
            }),
            properties: feature.properties.unwrap_or_default(),
            points: Vec::new(),
            lines: Vec::new(),
            polygons: Vec::new(),
            line,
        };
        if !piece.bare {
            let foreign = feature.foreign_members.unwrap_or_default();
            if no_properties && offset_of(piece.text, &[Step::Key("properties".to_owned())]).is_none() {
                let message = "the feature has no `properties`; one without any has `\"properties\": null`";
                self.report_in(piece, Severity::Warning, &[], message, "it was read all the same");
            }
            self.strangers(&piece.way, "Feature", |key| foreign.contains_key(key));
            if feature.bbox.is_some_and(|bbox| !matches!(bbox.len(), 4 | 6)) {
                self.report_in(piece, Severity::Warning, &[Step::Key("bbox".to_owned())], BBOX, PASSED_OVER);
            }
        }
        let Some(geometry) = feature.geometry else {
            if offset_of(piece.text, &[Step::Key("geometry".to_owned())]).is_none() {
                let message = "the feature has no `geometry`; one without a place has `\"geometry\": null`";
                self.report_in(piece, Severity::Warning, &[], message, "there is nothing to draw");
            }
            return Some(read);
        };
        let mut way = vec![Step::Key("geometry".to_owned())];
        match self.take_geometry(piece, &geometry, &mut read, &mut way) {
            Ok(()) => Some(read),
            Err((way, message)) => {
                self.report_in(piece, Severity::Error, &way, &message, LEFT_OUT);
                None
            }
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
                let at = self.position(piece.offset + offset_at(piece.text, error.line(), error.column()));
                self.push(Severity::Error, at, in_words(&piece.way), &plain(&error.to_string()), LEFT_OUT);
                return None;
            }
        };
        let mut boxes = Vec::new();
        drop_bad_boxes(&mut value, &mut Vec::new(), &mut boxes);
        for way in &boxes {
            self.report_in(piece, Severity::Warning, way, BBOX, PASSED_OVER);
        }
        let mut faults = geojson_shape::feature_faults(&value);
        if faults.is_empty() {
            match serde_json::from_value(value) {
                Ok(feature) => return Some(feature),
                Err(_) => faults.push((Vec::new(), plain(&error.to_string()))),
            }
        }
        for (way, message) in &faults {
            self.report_in(piece, Severity::Error, way, message, LEFT_OUT);
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
            way.push(Step::Key("bbox".to_owned()));
            self.report_in(piece, Severity::Warning, way, BBOX, PASSED_OVER);
            way.pop();
        }
        let GeometryValue::GeometryCollection { geometries } = &geometry.value else {
            let mut seen = Vec::new();
            let taken = geojson_rings::take(&geometry.value, into, way, &mut seen);
            for Seen { way, message, done } in seen {
                self.report_in(piece, Severity::Warning, &way, &message, done);
            }
            return taken;
        };
        if let [_] = geometries.as_slice() {
            let message = "a GeometryCollection of one geometry should be that geometry";
            self.report_in(piece, Severity::Warning, way, message, "it was read all the same");
        }
        for (nth, each) in geometries.iter().enumerate() {
            way.extend([Step::Key("geometries".to_owned()), Step::Nth(nth)]);
            if matches!(each.value, GeometryValue::GeometryCollection { .. }) {
                let message = "a GeometryCollection should not hold another one";
                self.report_in(piece, Severity::Warning, way, message, "it was read all the same");
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
        for key in foreign.iter().filter(|key| has(key)) {
            let mut way = way.to_vec();
            way.push(Step::Key((*key).to_owned()));
            let message = format!("a {kind} has no `{key}`");
            self.report(Severity::Warning, &way, &message, PASSED_OVER);
        }
    }

    fn nothing(&mut self, key: &str, message: &str) -> Vec<OverlayFeature> {
        let way: Steps = if key.is_empty() { Vec::new() } else { vec![Step::Key(key.to_owned())] };
        self.report(Severity::Error, &way, message, NOTHING_READ);
        Vec::new()
    }

    fn nothing_at(&mut self, at: (usize, usize), message: &str) -> Vec<OverlayFeature> {
        self.push(Severity::Error, at, String::new(), message, NOTHING_READ);
        Vec::new()
    }

    /// Reports a place inside a piece.
    fn report_in(&mut self, piece: &Piece<'_>, severity: Severity, way: &[Step], message: &str, done: &str) {
        let from_root = way_in(piece, way);
        let inside = from_root.get(piece.way.len()..).unwrap_or_default();
        let offset = piece.offset + offset_of(piece.text, inside).unwrap_or(0);
        let at = self.position(offset);
        self.push(severity, at, in_words(&from_root), message, done);
    }

    /// Reports a place of the whole file.
    fn report(&mut self, severity: Severity, way: &[Step], message: &str, done: &str) {
        let at = self.position(offset_of(self.text, way).unwrap_or(0));
        self.push(severity, at, in_words(way), message, done);
    }

    fn push(&mut self, severity: Severity, at: (usize, usize), path: String, message: &str, done: &str) {
        let (file, message, done) = (self.file.to_owned(), message.to_owned(), done.to_owned());
        self.problems.push(Problem { severity, file, line: at.0, column: at.1, path, message, done });
    }

    fn line_of(&self, offset: usize) -> usize {
        self.line_starts.partition_point(|start| *start <= offset).max(1)
    }

    /// Line and column of a byte, counted from 1; columns in characters.
    fn position(&mut self, offset: usize) -> (usize, usize) {
        let line = self.line_of(offset);
        let start = self.line_starts.get(line - 1).copied().unwrap_or(0);
        // Places mostly come in order: counting goes on from the last one, so that a file of one long line
        // is not counted from its beginning for each of its faults.
        let (from, column) = match self.counted {
            (from, column) if (start..=offset).contains(&from) => (from, column),
            _ => (start, 1),
        };
        let column = column + self.text.get(from..offset).map_or(0, |between| between.chars().count());
        self.counted = (offset, column);
        (line, column)
    }
}

const BBOX: &str = "a bbox is an array of 4 or 6 numbers";

fn bbox_of(value: &Value) -> Result<(), &'static str> {
    let fine =
        value.as_array().is_some_and(|numbers| matches!(numbers.len(), 4 | 6) && numbers.iter().all(Value::is_number));
    if fine { Ok(()) } else { Err(BBOX) }
}

/// Takes the bounding boxes that are none out of a feature and its geometries.
fn drop_bad_boxes(value: &mut Value, way: &mut Steps, dropped: &mut Vec<Steps>) {
    match value {
        Value::Object(fields) => {
            if fields.get("bbox").is_some_and(|bbox| bbox_of(bbox).is_err()) {
                fields.remove("bbox");
                way.push(Step::Key("bbox".to_owned()));
                dropped.push(way.clone());
                way.pop();
            }
            for key in ["geometry", "geometries"] {
                if let Some(inside) = fields.get_mut(key) {
                    way.push(Step::Key(key.to_owned()));
                    drop_bad_boxes(inside, way, dropped);
                    way.pop();
                }
            }
        }
        Value::Array(items) => {
            for (nth, item) in items.iter_mut().enumerate() {
                way.push(Step::Nth(nth));
                drop_bad_boxes(item, way, dropped);
                way.pop();
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// The message of a library as one plain clause.
fn plain(message: &str) -> String {
    let message = message.split_whitespace().collect::<Vec<_>>().join(" ");
    let message = message.split(" at line ").next().unwrap_or(&message);
    let short: String = message.chars().take(160).collect();
    if short.len() < message.len() { format!("{short} …") } else { short }
}

/// A way inside a piece as a way from the root of the file.
fn way_in(piece: &Piece<'_>, way: &[Step]) -> Steps {
    let inside = if piece.bare { way.get(1..).unwrap_or_default() } else { way };
    piece.way.iter().chain(inside).cloned().collect()
}
