//! `list`: every entry of a kind, one line or one short object each. The whole of an entry is `show`'s.

use std::fmt::Write;

use serde_json::{Map, Value};

use super::args::{ListArgs, ListKind};
use super::output::print;
use super::{entries, load};
use crate::catalog;
use crate::model::{
    Article, Claim, Disagreement, Era, Event, Instrument, Person, Place, Polity, Segment, Source, Tabled, Tract,
    Waypoint,
};

pub fn run(args: &ListArgs, source: &catalog::Source) -> anyhow::Result<()> {
    let world = load::world(source)?;
    let (table, keys) = table_and_keys(args.kind);
    let rows: Vec<Map<String, Value>> = entries::all(&world, table).iter().map(|entry| row(entry, keys)).collect();
    print(&rows, args.json, |rows| {
        let mut text = String::new();
        for row in rows {
            let shown: Vec<String> = row.values().filter(|value| !value.is_null()).map(shown).collect();
            let _ = writeln!(text, "{}", shown.join("\t"));
        }
        text
    })
}

fn row(entry: &Map<String, Value>, keys: &[&str]) -> Map<String, Value> {
    let value = |key: &str| match key {
        "instrument" => entry.get("id")?.as_str()?.split_once('/').map(|(instrument, _)| instrument.into()),
        key => entry.get(key).cloned(),
    };
    keys.iter().map(|key| ((*key).to_owned(), value(key).unwrap_or(Value::Null))).collect()
}

/// The table that is listed, and what is told of each of its entries.
fn table_and_keys(kind: ListKind) -> (&'static str, &'static [&'static str]) {
    match kind {
        ListKind::Tracts => (Tract::TABLE, &["id", "name", "kind", "area_km2", "importance", "certainty"]),
        ListKind::Instruments => (
            Instrument::TABLE,
            &["id", "name", "kind", "signed", "in_force", "ended", "status", "parties", "certainty"],
        ),
        ListKind::Articles => {
            (Article::TABLE, &["id", "instrument", "label", "title", "tracts", "segments", "rendering", "certainty"])
        }
        ListKind::Events => (Event::TABLE, &["id", "date", "title", "kind", "tracts", "importance", "certainty"]),
        ListKind::Segments => (Segment::TABLE, &["id", "name", "length_km", "between", "articles", "certainty"]),
        ListKind::Polities => (Polity::TABLE, &["id", "name", "from", "to"]),
        ListKind::Places => (Place::TABLE, &["id", "name", "kind", "at", "tract", "importance", "certainty"]),
        ListKind::Waypoints => {
            (Waypoint::TABLE, &["id", "name", "at", "grade", "height_ft", "height_m", "segment", "certainty"])
        }
        ListKind::People => (Person::TABLE, &["id", "name", "lived", "certainty"]),
        ListKind::Sources => (Source::TABLE, &["id", "kind", "title", "author", "year"]),
        ListKind::Claims => (Claim::TABLE, &["tract", "by", "from", "to", "ground", "text", "certainty"]),
        ListKind::Disagreements => (Disagreement::TABLE, &["id", "question", "about", "certainty"]),
        ListKind::Eras => (Era::TABLE, &["id", "name", "date", "status", "in_force"]),
    }
}

fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(shown).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    }
}
