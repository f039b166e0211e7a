//! Every entry of the record in its written form, so that rules about all texts, dates and citations need
//! not name every field. It judges nothing.

use serde::Serialize;
use serde_json::Value;

use crate::model::{Atlas, Entry, Origin, Table};

/// An entry as it would be written down again.
pub struct Written<'a> {
    pub table: &'static str,
    /// `event[treaty-of-kars-signed-1921]`, or what tells the entry apart where it has no id.
    pub path: String,
    pub origin: &'a Origin,
    pub value: Value,
}

/// All entries, table by table, in the order of the files.
pub fn written(atlas: &Atlas) -> Vec<Written<'_>> {
    let mut all = Vec::new();
    write(&atlas.polities, &mut all);
    write(&atlas.sources, &mut all);
    write(&atlas.tracts, &mut all);
    write(&atlas.edges, &mut all);
    write(&atlas.segments, &mut all);
    write(&atlas.waypoints, &mut all);
    write(&atlas.places, &mut all);
    write(&atlas.people, &mut all);
    write(&atlas.instruments, &mut all);
    write(&atlas.articles, &mut all);
    write(&atlas.parallels, &mut all);
    write(&atlas.holdings, &mut all);
    write(&atlas.claims, &mut all);
    write(&atlas.events, &mut all);
    write(&atlas.disagreements, &mut all);
    write(&atlas.eras, &mut all);
    all
}

/// The place of an entry in its file.
pub fn path_of<T: Entry + Serialize>(entry: &T) -> String {
    match entry.id() {
        Some(id) => format!("{}[{id}]", T::TABLE),
        None => path_from(T::TABLE, &serde_json::to_value(entry).unwrap_or_default()),
    }
}

/// Calls `each` with every text of a value, its path below `path`, and the key that it stands under.
pub fn each_text<'v>(value: &'v Value, path: &str, key: &str, each: &mut impl FnMut(&str, &str, &'v str)) {
    match value {
        Value::String(text) => each(path, key, text),
        Value::Array(items) => {
            for (nth, item) in items.iter().enumerate() {
                each_text(item, &format!("{path}[{nth}]"), key, each);
            }
        }
        Value::Object(fields) => {
            for (key, field) in fields {
                each_text(field, &format!("{path}.{key}"), key, each);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Calls `each` with every table inside a value, itself included.
pub fn each_object<'v>(value: &'v Value, path: &str, each: &mut impl FnMut(&str, &'v serde_json::Map<String, Value>)) {
    match value {
        Value::Array(items) => {
            for (nth, item) in items.iter().enumerate() {
                each_object(item, &format!("{path}[{nth}]"), each);
            }
        }
        Value::Object(fields) => {
            each(path, fields);
            for (key, field) in fields {
                each_object(field, &format!("{path}.{key}"), each);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn write<'a, T: Entry + Serialize>(table: &'a Table<T>, all: &mut Vec<Written<'a>>) {
    for (entry, origin) in table.with_origins() {
        let value = serde_json::to_value(entry).unwrap_or_default();
        let path = match entry.id() {
            Some(id) => format!("{}[{id}]", T::TABLE),
            None => path_from(T::TABLE, &value),
        };
        all.push(Written { table: T::TABLE, path, origin, value });
    }
}

fn path_from(table: &str, value: &Value) -> String {
    let mut told = Vec::new();
    for key in ["between", "topic", "tract", "sense", "by", "from"] {
        // `by` tells claims apart; the one of a holding is a list of ids and says nothing new.
        match value.get(key) {
            Some(Value::String(text)) => told.push(text.clone()),
            Some(Value::Array(items)) if key == "between" => {
                told.extend(items.iter().filter_map(Value::as_str).map(str::to_owned));
            }
            _ => {}
        }
    }
    format!("{table}[{}]", told.join(" "))
}
