//! `list`: every entry of a kind, one line or one short object each. The whole of an entry is `show`'s.

use std::fmt::Write;

use serde_json::{Map, Value};

use super::args::{ListArgs, ListKind};
use super::output::print;
use super::{entries, load};
use crate::catalog::Source;
use crate::model::Kind;

pub fn run(args: &ListArgs, source: &Source) -> anyhow::Result<()> {
    let world = load::world(source)?;
    let (kind, keys) = columns(args.kind);
    let rows: Vec<Map<String, Value>> = entries::ids(&world.atlas, kind)
        .into_iter()
        .filter_map(|id| Some((id, entries::entry(&world, id)?)))
        .map(|(id, entry)| {
            let mut row = Map::new();
            for key in keys {
                let value = match *key {
                    "instrument" => id.split_once('/').map(|(instrument, _)| instrument.into()),
                    key => entry.get(key).cloned(),
                };
                row.insert((*key).to_owned(), value.unwrap_or(Value::Null));
            }
            row
        })
        .collect();
    print(&rows, args.json, |rows| {
        let mut text = String::new();
        for row in rows {
            let shown: Vec<String> = row.values().filter(|value| !value.is_null()).map(shown).collect();
            let _ = writeln!(text, "{}", shown.join("\t"));
        }
        text
    })
}

fn columns(kind: ListKind) -> (Kind, &'static [&'static str]) {
    match kind {
        ListKind::Tracts => (Kind::Tract, &["id", "name", "kind", "area_km2", "importance", "certainty"]),
        ListKind::Instruments => {
            (Kind::Instrument, &["id", "name", "kind", "signed", "in_force", "ended", "status", "parties", "certainty"])
        }
        ListKind::Articles => {
            (Kind::Article, &["id", "instrument", "label", "title", "tracts", "segments", "rendering", "certainty"])
        }
        ListKind::Events => (Kind::Event, &["id", "date", "title", "kind", "tracts", "importance", "certainty"]),
        ListKind::Segments => (Kind::Segment, &["id", "name", "length_km", "between", "articles", "certainty"]),
        ListKind::Polities => (Kind::Polity, &["id", "name", "from", "to"]),
        ListKind::Places => (Kind::Place, &["id", "name", "kind", "at", "tract", "importance", "certainty"]),
        ListKind::Waypoints => {
            (Kind::Waypoint, &["id", "name", "at", "grade", "height_ft", "height_m", "segment", "certainty"])
        }
        ListKind::People => (Kind::Person, &["id", "name", "lived", "certainty"]),
        ListKind::Sources => (Kind::Source, &["id", "kind", "title", "author", "year"]),
        ListKind::Claims => (Kind::Disagreement, &["id", "question", "about", "certainty"]),
        ListKind::Eras => (Kind::Era, &["id", "name", "date", "status", "in_force"]),
    }
}

fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(shown).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    }
}
