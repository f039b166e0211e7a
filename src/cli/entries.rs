//! Entries as JSON objects with their keys in the order of the record, for `show` and `list`.

use serde::Serialize;
use serde_json::{Map, Value};

use super::output::thousandths;
use crate::model::{Atlas, Entry, Kind, Table};
use crate::world::World;

/// An entry as the record has it, with what is measured of it.
pub fn entry(world: &World, id: &str) -> Option<Map<String, Value>> {
    let atlas = &world.atlas;
    let mut fields = match atlas.kind_of(id)? {
        Kind::Tract => object(atlas.tracts.get(id)?),
        Kind::Segment => object(atlas.segments.get(id)?),
        Kind::Instrument => object(atlas.instruments.get(id)?),
        Kind::Article => object(atlas.articles.get(id)?),
        Kind::Event => object(atlas.events.get(id)?),
        Kind::Place => object(atlas.places.get(id)?),
        Kind::Waypoint => object(atlas.waypoints.get(id)?),
        Kind::Person => object(atlas.people.get(id)?),
        Kind::Polity => object(atlas.polities.get(id)?),
        Kind::Source => object(atlas.sources.get(id)?),
        Kind::Disagreement => object(atlas.disagreements.get(id)?),
        Kind::Era => object(atlas.eras.get(id)?),
    };
    measure(world, id, &mut fields);
    Some(fields)
}

/// The ids of a kind, sorted; articles in the order of their acts.
pub fn ids(atlas: &Atlas, kind: Kind) -> Vec<&str> {
    let mut ids = match kind {
        Kind::Tract => of(&atlas.tracts),
        Kind::Segment => of(&atlas.segments),
        Kind::Instrument => of(&atlas.instruments),
        // An act puts its tenth article after its ninth, sorting by id would not.
        Kind::Article => return of(&atlas.articles),
        Kind::Event => of(&atlas.events),
        Kind::Place => of(&atlas.places),
        Kind::Waypoint => of(&atlas.waypoints),
        Kind::Person => of(&atlas.people),
        Kind::Polity => of(&atlas.polities),
        Kind::Source => of(&atlas.sources),
        Kind::Disagreement => of(&atlas.disagreements),
        Kind::Era => of(&atlas.eras),
    };
    match kind {
        Kind::Instrument => ids.sort_by_key(|id| (atlas.instruments.get(id).map(|entry| &entry.signed), *id)),
        Kind::Event => ids.sort_by_key(|id| (atlas.events.get(id).map(|entry| &entry.date), *id)),
        Kind::Era => ids.sort_by_key(|id| (atlas.eras.get(id).map(|entry| &entry.date), *id)),
        _ => ids.sort_unstable(),
    }
    ids
}

/// A kind as JSON has it.
pub fn kind_key(kind: Kind) -> &'static str {
    match kind {
        Kind::Tract => "tract",
        Kind::Segment => "segment",
        Kind::Instrument => "instrument",
        Kind::Article => "article",
        Kind::Event => "event",
        Kind::Place => "place",
        Kind::Waypoint => "waypoint",
        Kind::Person => "person",
        Kind::Polity => "polity",
        Kind::Source => "source",
        Kind::Disagreement => "disagreement",
        Kind::Era => "era",
    }
}

fn of<T: Entry>(table: &Table<T>) -> Vec<&str> {
    table.iter().filter_map(Entry::id).collect()
}

fn object<T: Serialize>(entry: &T) -> Map<String, Value> {
    match serde_json::to_value(entry) {
        Ok(Value::Object(fields)) => fields,
        _ => Map::new(),
    }
}

fn measure(world: &World, id: &str, fields: &mut Map<String, Value>) {
    if let Some(tract) = world.ground.position(id)
        && world.atlas.tracts.contains(id)
    {
        fields.insert("area_km2".to_owned(), thousandths(world.area_km2(tract)).into());
    }
    if world.atlas.segments.contains(id) {
        fields.insert("length_km".to_owned(), thousandths(world.length_km(id)).into());
    }
    if let Some(feet) = world.atlas.waypoints.get(id).and_then(|waypoint| waypoint.height_ft) {
        const METRES_A_FOOT: f64 = 0.3048;
        fields.insert("height_m".to_owned(), (feet * METRES_A_FOOT).round().into());
    }
}
