//! The record as CSV (RFC 4180, UTF-8 with the mark that Excel knows it by), one file per table, rows in the order of the
//! record. Lists stand in one cell, joined by `; `; lists of entries stand in a table of their own. Running text keeps its
//! links as the record has them.

use serde_json::{Value, json};

use crate::model::{Count, Group, Table, Written};
use crate::world::World;

/// Without it Excel takes the letters of other scripts for something else.
const BYTE_ORDER_MARK: &str = "\u{feff}";
/// What separates the parts of a list in a cell.
const SEPARATOR: &str = "; ";

/// Every table: the name of its file, and its bytes.
pub fn tables(world: &World) -> Vec<(String, Vec<u8>)> {
    all_sheets(world).into_iter().map(|sheet| (format!("{}.csv", sheet.name), sheet.to_csv())).collect()
}

/// A table before it is written. A column is a key of the entries, or `header=/json/pointer`.
struct Sheet {
    name: &'static str,
    columns: &'static [&'static str],
    rows: Vec<Value>,
}

const TRACTS: &[&str] = &[
    "id",
    "name",
    "kind",
    "importance",
    "label_lon=/label/0",
    "label_lat=/label/1",
    "area_km2",
    "note",
    "certainty",
    "cite",
];
const EDGES: &[&str] = &["tract_a=/between/0", "tract_b=/between/1", "made", "error_m", "certainty", "note", "cite"];
const SEGMENTS: &[&str] = &["id", "name", "articles", "between", "length_km", "note", "certainty", "cite"];
const WAYPOINTS: &[&str] = &[
    "id",
    "name",
    "height_ft",
    "height_note",
    "today",
    "lon=/at/0",
    "lat=/at/1",
    "grade",
    "segment",
    "note",
    "certainty",
    "cite",
];
const WAYPOINT_ANNEXES: &[&str] = &["waypoint", "article", "order"];
const PLACES: &[&str] = &[
    "id",
    "name",
    "kind",
    "lon=/at/0",
    "lat=/at/1",
    "grade",
    "importance",
    "on_locator",
    "tract",
    "note",
    "certainty",
    "cite",
];
const NAMES: &[&str] = &["table", "id", "text", "lang", "script", "from", "to", "official", "note"];
const POLITIES: &[&str] =
    &["id", "name", "short", "in_sentence", "from", "to", "country", "langs", "note", "certainty", "cite"];
const UNIONS: &[&str] = &["member", "polity", "from", "to"];
const PEOPLE: &[&str] = &["id", "name", "lived", "note", "certainty", "cite"];
const OFFICES: &[&str] = &["person", "office", "polity", "from", "to"];
const INSTRUMENTS: &[&str] = &[
    "id",
    "name",
    "short",
    "kind",
    "parties",
    "signed",
    "signed_as",
    "signed_julian",
    "signed_rumi",
    "place",
    "exchanged",
    "exchanged_at",
    "in_force",
    "ended",
    "status",
    "status_note",
    "supersedes",
    "superseded_by",
    "languages",
    "summary",
    "certainty",
    "cite",
    "note",
];
const RATIFICATIONS: &[&str] = &["instrument", "by", "date", "certainty", "cite", "note"];
const TEXTS: &[&str] = &["instrument", "title", "language", "url", "locator"];
const SIGNATORIES: &[&str] = &["instrument", "person", "for", "office", "note", "cite"];
const ARTICLES: &[&str] = &[
    "id",
    "label",
    "title",
    "text",
    "rendering",
    "stands",
    "tracts",
    "segments",
    "places",
    "unread",
    "certainty",
    "cite",
    "note",
];
const PARALLELS: &[&str] = &["topic", "articles", "difference", "certainty", "cite"];
const HOLDINGS: &[&str] = &["tract", "sense", "holders", "from", "to", "by", "no_treaty", "note", "certainty", "cite"];
const CLAIMS: &[&str] = &["tract", "by", "from", "to", "ground", "text", "certainty", "cite"];
const CENSUS: &[&str] = &["unit", "count", "date", "tracts", "by", "total", "certainty", "cite", "note"];
const CENSUS_GROUPS: &[&str] = &["unit", "count", "name", "people", "share"];
const EVENTS: &[&str] = &[
    "id",
    "date",
    "date_julian",
    "title",
    "text",
    "kind",
    "tracts",
    "places",
    "people",
    "instruments",
    "beyond",
    "importance",
    "certainty",
    "cite",
    "note",
];
const OTHER_DATES: &[&str] = &["event", "date", "note", "cite"];
const SOURCES: &[&str] =
    &["id", "kind", "title", "author", "year", "publisher", "language", "url", "licence", "seen", "note"];
const DISAGREEMENTS: &[&str] = &["id", "question", "about", "reading", "certainty", "cite"];
const POSITIONS: &[&str] = &["disagreement", "says", "who", "ground", "cite"];
const ERAS: &[&str] = &[
    "id",
    "name",
    "short",
    "date",
    "instruments",
    "status",
    "line_of",
    "not_towards",
    "in_force",
    "note",
    "certainty",
    "cite",
];
const SIGNED_GROUND: &[&str] = &["era", "polity", "tracts"];

const EXTENTS: &[&str] =
    &["id", "name", "west=/frame/west", "south=/frame/south", "east=/frame/east", "north=/frame/north", "tracts"];
const GROUPS: &[&str] = &["id", "name", "polities"];
const TERMS: &[&str] = &["id", "name", "also", "text"];
const READINGS: &[&str] = &["day", "era", "title", "text", "basis"];
const PLAIN: &[&str] = &["about", "text", "basis"];
const QUESTIONS: &[&str] = &["about", "kind", "text", "see"];

fn all_sheets(world: &World) -> Vec<Sheet> {
    let atlas = &world.atlas;
    let (tracts, segments) = (tract_rows(world), segment_rows(world));
    let (waypoints, places) = (rows(&atlas.waypoints), rows(&atlas.places));
    let (polities, people, instruments) = (rows(&atlas.polities), rows(&atlas.people), rows(&atlas.instruments));
    let (events, disagreements, eras) = (rows(&atlas.events), rows(&atlas.disagreements), rows(&atlas.eras));
    let annexes = nested(&waypoints, "waypoint", "annexes");
    let (unions, offices) = (nested(&polities, "member", "part_of"), nested(&people, "person", "offices"));
    let autonomies = nested(&polities, "member", "autonomous_under");
    let ratifications = nested(&instruments, "instrument", "ratified");
    let texts = nested(&instruments, "instrument", "texts");
    let signatories = nested(&instruments, "instrument", "signatory");
    let other_dates = nested(&events, "event", "other_dates");
    let positions = nested(&disagreements, "disagreement", "positions");
    let signed = nested(&eras, "era", "signed");
    let sheet = |name, columns, rows| Sheet { name, columns, rows };
    vec![
        sheet("tracts", TRACTS, tracts),
        sheet("edges", EDGES, rows(&atlas.edges)),
        sheet("segments", SEGMENTS, segments),
        sheet("waypoints", WAYPOINTS, waypoints),
        sheet("waypoint-annexes", WAYPOINT_ANNEXES, annexes),
        sheet("places", PLACES, places),
        sheet("names", NAMES, all_names(world)),
        sheet("polities", POLITIES, polities),
        sheet("unions", UNIONS, unions),
        sheet("autonomies", UNIONS, autonomies),
        sheet("people", PEOPLE, people),
        sheet("offices", OFFICES, offices),
        sheet("instruments", INSTRUMENTS, instruments),
        sheet("ratifications", RATIFICATIONS, ratifications),
        sheet("texts", TEXTS, texts),
        sheet("signatories", SIGNATORIES, signatories),
        sheet("articles", ARTICLES, rows(&atlas.articles)),
        sheet("parallels", PARALLELS, rows(&atlas.parallels)),
        sheet("holdings", HOLDINGS, rows(&atlas.holdings)),
        sheet("claims", CLAIMS, rows(&atlas.claims)),
        sheet("census", CENSUS, rows(&atlas.census)),
        sheet("census-groups", CENSUS_GROUPS, census_groups(world)),
        sheet("events", EVENTS, events),
        sheet("other-dates", OTHER_DATES, other_dates),
        sheet("sources", SOURCES, rows(&atlas.sources)),
        sheet("disagreements", DISAGREEMENTS, disagreements),
        sheet("positions", POSITIONS, positions),
        sheet("eras", ERAS, eras),
        sheet("signed-ground", SIGNED_GROUND, signed),
        sheet("extents", EXTENTS, rows(&atlas.extents)),
        sheet("groups", GROUPS, rows(&atlas.groups)),
        sheet("terms", TERMS, rows(&atlas.terms)),
        sheet("readings", READINGS, rows(&atlas.readings)),
        sheet("plain", PLAIN, rows(&atlas.plain)),
        sheet("questions", QUESTIONS, rows(&atlas.questions)),
    ]
}

fn rows<T: Written>(table: &Table<T>) -> Vec<Value> {
    table.iter().map(Written::to_json).collect()
}

fn tract_rows(world: &World) -> Vec<Value> {
    let measured = |row: Value| {
        let area = id_of(&row).and_then(|id| world.ground.position(id)).map(|at| world.area_km2(at));
        with(row, "area_km2", area.map(|area| Value::from(format!("{area:.1}"))))
    };
    rows(&world.atlas.tracts).into_iter().map(measured).collect()
}

fn segment_rows(world: &World) -> Vec<Value> {
    let measured = |row: Value| {
        let length = id_of(&row).filter(|id| world.segment_lines(id).is_some()).map(|id| world.length_km(id));
        with(row, "length_km", length.map(|length| Value::from(format!("{length:.1}"))))
    };
    rows(&world.atlas.segments).into_iter().map(measured).collect()
}

/// The names of every table that has them, as one.
fn all_names(world: &World) -> Vec<Value> {
    let mut rows = Vec::new();
    for row in world.atlas.entries() {
        for name in row.entry.names() {
            let named = with(name.to_json(), "table", Some(row.plural.into()));
            rows.push(with(named, "id", row.entry.id().map(Value::from)));
        }
    }
    rows
}

/// The entries of a list inside of entries, each with the id of the entry that it stands in.
fn nested(parents: &[Value], parent: &str, field: &str) -> Vec<Value> {
    let children = |row: &Value| {
        let children = row.get(field).and_then(Value::as_array).cloned().unwrap_or_default();
        let id = Value::from(id_of(row).unwrap_or_default());
        children.into_iter().map(move |child| with(child, parent, Some(id.clone()))).collect::<Vec<_>>()
    };
    parents.iter().flat_map(children).collect()
}

/// The categories of every count, each with the unit and the count that it stands in.
fn census_groups(world: &World) -> Vec<Value> {
    let groups = |count: &Count| {
        let of = |group: &Group| json!({ "unit": count.unit, "count": count.count, "name": group.name, "people": group.people, "share": group.share });
        count.groups.iter().map(of).collect::<Vec<_>>()
    };
    world.atlas.census.iter().flat_map(groups).collect()
}

fn id_of(row: &Value) -> Option<&str> {
    row.get("id").and_then(Value::as_str)
}

fn with(mut row: Value, key: &str, value: Option<Value>) -> Value {
    if let (Value::Object(object), Some(value)) = (&mut row, value) {
        object.insert(key.to_owned(), value);
    }
    row
}

impl Sheet {
    fn to_csv(&self) -> Vec<u8> {
        let start = BYTE_ORDER_MARK.as_bytes().to_vec();
        let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(start);
        let headers = self.columns.iter().map(|column| header_and_pointer(column).0);
        // Writing into memory fails for no row: all have as many cells as there are headers.
        let mut written = writer.write_record(headers);
        for row in &self.rows {
            written = written.and_then(|()| writer.write_record(self.columns.iter().map(|column| cell(row, column))));
        }
        debug_assert!(written.is_ok(), "{}: {written:?}", self.name);
        writer.into_inner().unwrap_or_default()
    }
}

fn header_and_pointer(column: &str) -> (&str, String) {
    match column.split_once('=') {
        Some((header, pointer)) => (header, pointer.to_owned()),
        None => (column, format!("/{column}")),
    }
}

fn cell(row: &Value, column: &str) -> String {
    row.pointer(&header_and_pointer(column).1).map(|value| no_formula(in_a_cell(value))).unwrap_or_default()
}

/// A spreadsheet runs a cell that begins like a formula, wherever its text comes from: such a text begins with an
/// apostrophe, which a spreadsheet does not show. Numbers stay.
fn no_formula(cell: String) -> String {
    let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && cell.parse::<f64>().is_err();
    if is_formula { format!("'{cell}") } else { cell }
}

fn in_a_cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(parts) => parts.iter().map(in_a_cell).collect::<Vec<_>>().join(SEPARATOR),
        Value::Bool(_) | Value::Number(_) | Value::Object(_) => value.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog;

    #[test]
    fn no_key_of_any_entry_is_left_out() {
        const ELSEWHERE: &[&str] = &[
            "groups",
            "names",
            "annexes",
            "part_of",
            "autonomous_under",
            "offices",
            "ratified",
            "texts",
            "signatory",
            "other_dates",
            "positions",
            "signed",
            "groups",
        ];
        for sheet in all_sheets(&World::new(catalog::load_embedded())) {
            let pointers: Vec<String> = sheet.columns.iter().map(|column| header_and_pointer(column).1).collect();
            for row in &sheet.rows {
                for key in row.as_object().unwrap().keys() {
                    let start = format!("/{key}");
                    let here =
                        pointers.iter().any(|pointer| *pointer == start || pointer.starts_with(&format!("{start}/")));
                    assert!(here || ELSEWHERE.contains(&key.as_str()), "{}: {key} is in no column", sheet.name);
                }
            }
        }
    }

    #[test]
    fn no_cell_is_a_formula_and_numbers_stay() {
        let cells = ["=1+1", "+2", "-1.5", "-x", "@a/b", "\t=1", "Kars", "a=b"];
        let fit: Vec<String> = cells.iter().map(|cell| no_formula((*cell).to_owned())).collect();
        assert_eq!(fit, ["'=1+1", "+2", "-1.5", "'-x", "'@a/b", "'\t=1", "Kars", "a=b"]);
    }

    #[test]
    fn cells_keep_commas_quotes_and_lines() {
        let row = serde_json::json!({ "a": "one, \"two\"\nthree", "b": ["x", "y"], "c": [1.5, 2.0] });
        let sheet = Sheet { name: "test", columns: &["a", "b", "lon=/c/0", "missing"], rows: vec![row] };
        let bytes = sheet.to_csv();
        assert_eq!(
            String::from_utf8(bytes).unwrap(),
            "\u{feff}a,b,lon,missing\r\n\"one, \"\"two\"\"\nthree\",x; y,1.5,\r\n"
        );
    }
}
