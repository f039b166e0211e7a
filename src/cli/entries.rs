//! Entries as JSON objects with their keys in the order of the record, for `show` and `list`.

use serde_json::{Map, Value};

use super::output::thousandths;
use crate::model::{Article, EntryRef, Tabled};
use crate::world::World;

/// An entry as the record has it, with what is measured of it.
pub fn entry(world: &World, id: &str) -> Option<Map<String, Value>> {
    world.atlas.entry(id).map(|row| object(world, &row))
}

/// The entries of a table: those with dates in order of time, the others by what tells them apart.
pub fn all(world: &World, table: &str) -> Vec<Map<String, Value>> {
    let mut rows: Vec<EntryRef<'_>> = world.atlas.entries().filter(|row| row.table == table).collect();
    // An act puts its tenth article after its ninth, sorting by id would not.
    if table != Article::TABLE {
        rows.sort_by_cached_key(|row| (row.entry.date(), row.entry.key()));
    }
    rows.iter().map(|row| object(world, row)).collect()
}

fn object(world: &World, row: &EntryRef<'_>) -> Map<String, Value> {
    let Value::Object(mut fields) = row.entry.to_json() else { return Map::new() };
    if let Some(id) = row.entry.id() {
        measure(world, id, &mut fields);
    }
    fields
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
