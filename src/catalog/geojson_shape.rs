//! Why a JSON value is not a feature of GeoJSON, and where in it. Asked only once the parser has refused it:
//! faults are named with their place, so that a reader can go there.

use serde_json::Value;

use super::json_place::{Step, Steps};

pub type Fault = (Steps, String);

/// The types of geometry, with how deep their coordinates are nested above a position.
const TYPES: [(&str, usize); 6] =
    [("Point", 0), ("MultiPoint", 1), ("LineString", 1), ("MultiLineString", 2), ("Polygon", 2), ("MultiPolygon", 3)];
const COLLECTION: &str = "GeometryCollection";

/// Whether a type is one of a geometry.
pub fn is_geometry(kind: &str) -> bool {
    kind == COLLECTION || TYPES.iter().any(|(name, _)| *name == kind)
}

/// What is meant by a type that is none, where it is clear.
pub fn meant(kind: &str) -> String {
    let like = |name: &str| name.eq_ignore_ascii_case(kind) || strsim::jaro_winkler(name, kind) > 0.9;
    let names = ["FeatureCollection", "Feature", COLLECTION].into_iter().chain(TYPES.iter().map(|(name, _)| *name));
    match names.into_iter().find(|name| like(name)) {
        Some(name) => format!("`{kind}` is not a type of GeoJSON, `{name}` is"),
        None => format!("`{kind}` is not a type of GeoJSON"),
    }
}

/// What is wrong with a feature: each member by itself, and the first fault of the geometry.
pub fn feature_faults(value: &Value) -> Vec<Fault> {
    let at = |key: &str, message: String| vec![(vec![Step::Key(key.to_owned())], message)];
    let Some(fields) = value.as_object() else {
        return vec![(Vec::new(), format!("a feature must be an object, this is {}", noun(value)))];
    };
    match fields.get("type") {
        None => return vec![(Vec::new(), "the `type` that GeoJSON needs is not there".to_owned())],
        Some(Value::String(kind)) if kind == "Feature" => {}
        Some(Value::String(kind)) => return at("type", format!("a feature has the type `Feature`, this one `{kind}`")),
        Some(other) => return at("type", format!("`type` must be a text, this is {}", noun(other))),
    }
    let mut faults = Vec::new();
    if let Some(id) = fields.get("id")
        && !(id.is_string() || id.is_number())
    {
        faults.extend(at("id", format!("an `id` must be a text or a number, this is {}", noun(id))));
    }
    if let Some(properties) = fields.get("properties")
        && !(properties.is_object() || properties.is_null())
    {
        faults
            .extend(at("properties", format!("`properties` must be an object or null, this is {}", noun(properties))));
    }
    if let Some(geometry) = fields.get("geometry")
        && !geometry.is_null()
    {
        faults.extend(geometry_fault(geometry, &mut vec![Step::Key("geometry".to_owned())]));
    }
    faults
}

fn geometry_fault(value: &Value, way: &mut Steps) -> Option<Fault> {
    let Some(fields) = value.as_object() else {
        return Some(here(way, format!("a geometry must be an object, this is {}", noun(value))));
    };
    let kind = match fields.get("type") {
        None => return Some(here(way, "the `type` that GeoJSON needs is not there".to_owned())),
        Some(Value::String(kind)) => kind,
        Some(other) => return Some(below(way, "type", format!("`type` must be a text, this is {}", noun(other)))),
    };
    let key = if kind == COLLECTION { "geometries" } else { "coordinates" };
    let depth = TYPES.iter().find(|(name, _)| name == kind).map(|(_, depth)| *depth);
    if depth.is_none() && kind != COLLECTION {
        return Some(below(way, "type", meant(kind)));
    }
    let Some(inside) = fields.get(key) else { return Some(here(way, format!("a {kind} needs `{key}`"))) };
    way.push(Step::Key(key.to_owned()));
    match depth {
        Some(depth) => coordinates_fault(inside, depth, way),
        None => match inside {
            Value::Array(items) => items.iter().enumerate().find_map(|(nth, item)| {
                way.push(Step::Nth(nth));
                let found = geometry_fault(item, way);
                way.pop();
                found
            }),
            other => Some(here(way, format!("`geometries` must be an array, this is {}", noun(other)))),
        },
    }
}

fn coordinates_fault(value: &Value, depth: usize, way: &mut Steps) -> Option<Fault> {
    let what = if depth == 0 { "a position" } else { "a list of positions" };
    let Value::Array(items) = value else {
        return Some(here(way, format!("{what} must be an array, this is {}", noun(value))));
    };
    if depth == 0 && items.len() < 2 {
        return Some(here(way, "a position needs two numbers, longitude and latitude".to_owned()));
    }
    for (nth, item) in items.iter().enumerate() {
        way.push(Step::Nth(nth));
        if depth > 0 {
            if let Some(found) = coordinates_fault(item, depth - 1, way) {
                return Some(found);
            }
        } else if !item.is_number() {
            return Some(here(way, format!("a coordinate must be a number, this is {}", noun(item))));
        }
        way.pop();
    }
    None
}

fn noun(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(truth) => truth.to_string(),
        Value::Number(number) => format!("the number {number}"),
        Value::String(text) => format!("the text `{}`", text.chars().take(40).collect::<String>()),
        Value::Array(_) => "an array".to_owned(),
        Value::Object(_) => "an object".to_owned(),
    }
}

fn here(way: &Steps, message: String) -> Fault {
    (way.clone(), message)
}

fn below(way: &Steps, key: &str, message: String) -> Fault {
    let mut way = way.clone();
    way.push(Step::Key(key.to_owned()));
    (way, message)
}
