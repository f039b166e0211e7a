//! Why a JSON value is not a feature of GeoJSON, and where in it. Asked only once the parser has refused it:
//! faults are named with their place, so that a reader can go there.

use std::borrow::Cow;
use std::fmt::Display;

use serde_json::Value;

use super::json_way::{Step, Steps};
use super::report::{Done, Place, Report};
use crate::text::{Given, Texts};

/// Something wrong: where, and the key of the message with what is filled in.
pub struct Fault {
    /// The way to it from the feature.
    pub way: Steps,
    /// The key of its message.
    pub kind: &'static str,
    /// What the message names.
    pub given: Named,
}

/// What a message names, by the names of its placeholders.
pub type Named = Vec<(&'static str, String)>;

impl Fault {
    /// A fault that names nothing.
    pub fn plain(way: &[Step], kind: &'static str) -> Self {
        Self { way: way.to_vec(), kind, given: Vec::new() }
    }

    fn of(way: &[Step], kind: &'static str, given: Named) -> Self {
        Self { way: way.to_vec(), kind, given }
    }

    /// Tells the fault with the way from the root that `from_root` makes of its own.
    pub fn tell_in(self, report: &mut Report<'_>, done: Done, from_root: impl FnOnce(&[Step]) -> Steps) {
        let given: Vec<(&str, &dyn Display)> =
            self.given.iter().map(|(name, value)| (*name, value as &dyn Display)).collect();
        let given: &Given<'_> = &given;
        report.error(self.kind, given, done, || Place::Way(from_root(&self.way)));
    }
}

/// The types of geometry, with how deep their coordinates are nested above a position.
const TYPES: [(&str, usize); 6] =
    [("Point", 0), ("MultiPoint", 1), ("LineString", 1), ("MultiLineString", 2), ("Polygon", 2), ("MultiPolygon", 3)];
const COLLECTION: &str = "GeometryCollection";

/// A step to the member with a key.
pub fn key(key: &'static str) -> Step {
    Step::Key(Cow::Borrowed(key))
}

/// Whether a type is one of a geometry.
pub fn is_geometry(kind: &str) -> bool {
    kind == COLLECTION || TYPES.iter().any(|(name, _)| *name == kind)
}

/// What is meant by a type that is none, where it is clear.
pub fn meant(kind: &str) -> (&'static str, Named) {
    let like = |name: &str| name.eq_ignore_ascii_case(kind) || strsim::jaro_winkler(name, kind) > 0.9;
    let names = ["FeatureCollection", "Feature", COLLECTION].into_iter().chain(TYPES.iter().map(|(name, _)| *name));
    // A long word is none of these names, and costs too much to be compared with them.
    let near = if kind.len() > 100 { None } else { names.into_iter().find(|name| like(name)) };
    let kind = ("kind", kind.to_owned());
    match near {
        Some(name) => ("geojson.type-near", vec![kind, ("near", name.to_owned())]),
        None => ("geojson.type-unknown", vec![kind]),
    }
}

/// What is wrong with a feature: each member by itself, and the first fault of the geometry.
pub fn feature_faults(value: &Value) -> Vec<Fault> {
    let at = |member, kind, given| Fault::of(&[key(member)], kind, given);
    let Some(fields) = value.as_object() else {
        return vec![Fault::of(&[], "geojson.feature-no-object", this(value))];
    };
    match fields.get("type") {
        None => return vec![Fault::plain(&[], "geojson.no-type")],
        Some(Value::String(kind)) if kind == "Feature" => {}
        Some(Value::String(kind)) => return vec![at("type", "geojson.not-feature", vec![("kind", kind.clone())])],
        Some(other) => return vec![at("type", "geojson.type-is", this(other))],
    }
    let mut faults = Vec::new();
    if let Some(id) = fields.get("id").filter(|id| !(id.is_string() || id.is_number())) {
        faults.push(at("id", "geojson.id-is", this(id)));
    }
    if let Some(properties) = fields.get("properties").filter(|value| !(value.is_object() || value.is_null())) {
        faults.push(at("properties", "geojson.properties-are", this(properties)));
    }
    if let Some(geometry) = fields.get("geometry").filter(|geometry| !geometry.is_null()) {
        faults.extend(geometry_fault(geometry, &mut vec![key("geometry")]));
    }
    faults
}

fn geometry_fault(value: &Value, way: &mut Steps) -> Option<Fault> {
    let Some(fields) = value.as_object() else {
        return Some(Fault::of(way, "geojson.geometry-no-object", this(value)));
    };
    let kind = match fields.get("type") {
        None => return Some(Fault::plain(way, "geojson.no-type")),
        Some(Value::String(kind)) => kind,
        Some(other) => return Some(below(way, "type", "geojson.type-is", this(other))),
    };
    let depth = TYPES.iter().find(|(name, _)| name == kind).map(|(_, depth)| *depth);
    if depth.is_none() && kind != COLLECTION {
        let (message, given) = meant(kind);
        return Some(below(way, "type", message, given));
    }
    let member = if kind == COLLECTION { "geometries" } else { "coordinates" };
    let Some(inside) = fields.get(member) else {
        return Some(Fault::of(
            way,
            "geojson.geometry-needs",
            vec![("kind", kind.clone()), ("key", member.to_owned())],
        ));
    };
    way.push(key(member));
    match depth {
        Some(depth) => coordinates_fault(inside, depth, way),
        None => match inside {
            Value::Array(items) => items.iter().enumerate().find_map(|(nth, item)| {
                way.push(Step::Nth(nth));
                let found = geometry_fault(item, way);
                way.pop();
                found
            }),
            other => Some(Fault::of(way, "geojson.geometries-are", this(other))),
        },
    }
}

fn coordinates_fault(value: &Value, depth: usize, way: &mut Steps) -> Option<Fault> {
    let Value::Array(items) = value else {
        let kind = if depth == 0 { "geojson.position-is" } else { "geojson.positions-are" };
        return Some(Fault::of(way, kind, this(value)));
    };
    if depth == 0 && items.len() < 2 {
        return Some(Fault::plain(way, "geojson.position-short"));
    }
    for (nth, item) in items.iter().enumerate() {
        way.push(Step::Nth(nth));
        if depth > 0 {
            if let Some(found) = coordinates_fault(item, depth - 1, way) {
                return Some(found);
            }
        } else if !item.is_number() {
            return Some(Fault::of(way, "geojson.coordinate-is", this(item)));
        }
        way.pop();
    }
    None
}

/// What a value is, to be filled in as `this`.
fn this(value: &Value) -> Named {
    let texts = Texts::english();
    let words = match value {
        Value::Null => "null".to_owned(),
        Value::Bool(truth) => truth.to_string(),
        Value::Number(number) => texts.fill("geojson.a-number", &[("number", number)]),
        Value::String(text) => texts.fill("geojson.a-text", &[("text", &text.chars().take(40).collect::<String>())]),
        Value::Array(_) => texts.say("geojson.an-array").to_owned(),
        Value::Object(_) => texts.say("geojson.an-object").to_owned(),
    };
    vec![("this", words)]
}

fn below(way: &[Step], member: &'static str, kind: &'static str, given: Named) -> Fault {
    let mut fault = Fault::of(way, kind, given);
    fault.way.push(key(member));
    fault
}
