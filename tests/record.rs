//! The record goes out whole and comes back as it was: Linked Places, CSV, citations, coverage.

#![cfg(test)]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use kars_atlas::catalog;
use kars_atlas::model::Holder;
use kars_atlas::record::{cite, coverage, linked_places, tables};
use kars_atlas::text::Texts;
use kars_atlas::units::LonLat;
use kars_atlas::world::World;
use serde_json::Value;

static WORLD: LazyLock<World> = LazyLock::new(|| World::new(catalog::load_embedded()));
static LINKED_PLACES: LazyLock<Value> = LazyLock::new(|| linked_places(&WORLD, &Texts::english()));
static TABLES: LazyLock<BTreeMap<String, Vec<u8>>> = LazyLock::new(|| tables(&WORLD).into_iter().collect());

fn features() -> &'static [Value] {
    LINKED_PLACES["features"].as_array().unwrap()
}

fn feature(id: &str) -> &'static Value {
    features().iter().find(|feature| feature["properties"]["atlas_id"] == id).unwrap()
}

/// The rows of a table, each by header.
fn rows(table: &str) -> Vec<BTreeMap<String, String>> {
    let bytes = TABLES.get(&format!("{table}.csv")).unwrap_or_else(|| panic!("no {table}.csv"));
    let mut reader = csv::Reader::from_reader(bytes.as_slice());
    reader.deserialize().map(Result::unwrap).collect()
}

#[test]
fn linked_places_pass_back_through_the_loader_with_every_geometry_as_it_was() {
    let text = serde_json::to_string(&*LINKED_PLACES).unwrap();
    let (overlay, problems) = catalog::read_overlay("linked-places.geojson", text.as_bytes());
    assert_eq!(problems, []);
    let atlas = &WORLD.atlas;
    assert_eq!(
        overlay.features.len(),
        atlas.tracts.len() + atlas.segments.len() + atlas.waypoints.len() + atlas.places.len()
    );
    let by_id: BTreeMap<&str, _> =
        overlay.features.iter().map(|feature| (feature.text("atlas_id").unwrap(), feature)).collect();
    assert_eq!(by_id.len(), overlay.features.len(), "ids are unique");
    let read = |id: &str| *by_id.get(id).unwrap_or_else(|| panic!("{id} is missing"));
    for tract in &atlas.tracts {
        assert_eq!(read(&tract.id).polygons, WORLD.outline(&tract.id).unwrap(), "{}", tract.id);
    }
    for segment in &atlas.segments {
        assert_eq!(read(&segment.id).lines, WORLD.segment_lines(&segment.id).unwrap(), "{}", segment.id);
    }
    for waypoint in &atlas.waypoints {
        assert_eq!(read(&waypoint.id).points, waypoint.at.into_iter().collect::<Vec<LonLat>>(), "{}", waypoint.id);
    }
    for place in &atlas.places {
        assert_eq!(read(&place.id).points, [place.at], "{}", place.id);
    }
}

#[test]
fn every_feature_has_what_the_format_requires() {
    assert_eq!(LINKED_PLACES["type"], "FeatureCollection");
    assert!(LINKED_PLACES["@context"].as_str().unwrap().starts_with("https://"));
    let certainties = ["certain", "less-certain", "uncertain"];
    for feature in features() {
        let id = feature["@id"].as_str().unwrap();
        assert!(id.starts_with("urn:") && !id.contains(' '), "{id}");
        assert!(feature.get("id").is_none(), "{id}: `id` and `@id` are one key to JSON-LD");
        assert_eq!(feature["type"], "Feature");
        assert!(!feature["properties"]["title"].as_str().unwrap().is_empty(), "{id}");
        let class = feature["properties"]["fclasses"][0].as_str().unwrap();
        assert!(["A", "H", "L", "P", "R", "S", "T"].contains(&class), "{id}: {class}");
        let names = feature["names"].as_array().unwrap();
        assert!(!names[0]["citations"].as_array().unwrap().is_empty(), "{id}: one name must have a citation");
        for name in names {
            assert!(
                !name["toponym"].as_str().unwrap().is_empty() && !name["lang"].as_str().unwrap().is_empty(),
                "{id}"
            );
        }
        assert!(feature["types"][0]["identifier"].as_str().unwrap().starts_with("aat:"), "{id}");
        let geometry = &feature["geometry"];
        assert!(geometry.is_null() || certainties.contains(&geometry["certainty"].as_str().unwrap()), "{id}");
        assert_times_start(feature, id);
    }
}

fn assert_times_start(value: &Value, id: &str) {
    match value {
        Value::Object(keys) => {
            if let Some(timespans) = keys.get("timespans") {
                let timespans = timespans.as_array().unwrap();
                assert!(!timespans.is_empty(), "{id}");
                for timespan in timespans {
                    for limit in [timespan.get("start"), timespan.get("end")].into_iter().flatten() {
                        assert!(limit.as_object().is_some_and(|limit| !limit.is_empty()), "{id}: {timespan}");
                    }
                    assert!(timespan.get("start").is_some(), "{id}: {timespan}");
                }
            }
            keys.values().for_each(|value| assert_times_start(value, id));
        }
        Value::Array(values) => values.iter().for_each(|value| assert_times_start(value, id)),
        _ => {}
    }
}

#[test]
fn every_holding_of_a_tract_is_a_relation_with_its_time() {
    for tract in &WORLD.atlas.tracts {
        let holdings = WORLD.atlas.holdings.iter().filter(|holding| holding.tract == tract.id);
        let held: usize = holdings.map(|holding| holding.holders.len()).sum();
        let claims = WORLD.atlas.claims.iter().filter(|claim| claim.tract == tract.id).count();
        let relations = feature(&tract.id)["relations"].as_array().unwrap();
        assert_eq!(relations.len(), held + claims, "{}", tract.id);
        for relation in relations {
            assert!(relation["when"]["timespans"].is_array(), "{}: {relation}", tract.id);
            assert!(!relation["citations"].as_array().unwrap().is_empty(), "{}: {relation}", tract.id);
        }
    }
    let kars = feature("kars")["relations"].as_array().unwrap();
    assert!(
        kars.iter().any(|relation| relation["label"].as_str().unwrap().starts_with("held de jure by Russian Empire"))
    );
}

#[test]
fn names_keep_their_language_and_period() {
    let names = feature("gyumri")["names"].as_array().unwrap();
    let leninakan = names.iter().find(|name| name["toponym"] == "Leninakan").unwrap();
    assert_eq!(leninakan["lang"], "en");
    assert_eq!(
        leninakan["when"],
        serde_json::json!({ "timespans": [{ "start": { "in": "1924-01-22" }, "end": { "in": "1990" } }] })
    );
}

#[test]
fn every_table_reads_back_with_as_many_rows() {
    let atlas = &WORLD.atlas;
    for (table, count) in [
        ("tracts", atlas.tracts.len()),
        ("edges", atlas.edges.len()),
        ("segments", atlas.segments.len()),
        ("waypoints", atlas.waypoints.len()),
        ("places", atlas.places.len()),
        ("polities", atlas.polities.len()),
        ("people", atlas.people.len()),
        ("instruments", atlas.instruments.len()),
        ("articles", atlas.articles.len()),
        ("parallels", atlas.parallels.len()),
        ("holdings", atlas.holdings.len()),
        ("claims", atlas.claims.len()),
        ("census", atlas.census.len()),
        ("census-groups", atlas.census.iter().map(|one| one.groups.len()).sum()),
        ("events", atlas.events.len()),
        ("sources", atlas.sources.len()),
        ("disagreements", atlas.disagreements.len()),
        ("eras", atlas.eras.len()),
        ("signatories", atlas.instruments.iter().map(|one| one.signatories.len()).sum()),
        ("texts", atlas.instruments.iter().map(|one| one.texts.len()).sum()),
        ("ratifications", atlas.instruments.iter().map(|one| one.ratified.len()).sum()),
        ("positions", atlas.disagreements.iter().map(|one| one.positions.len()).sum()),
        ("offices", atlas.people.iter().map(|one| one.offices.len()).sum()),
        ("other-dates", atlas.events.iter().map(|one| one.other_dates.len()).sum()),
        ("waypoint-annexes", atlas.waypoints.iter().map(|one| one.annexes.len()).sum()),
    ] {
        assert_eq!(rows(table).len(), count, "{table}");
    }
}

#[test]
fn cells_are_what_the_record_says_in_its_order() {
    let atlas = &WORLD.atlas;
    for (row, event) in rows("events").iter().zip(&atlas.events) {
        assert_eq!(row["id"], event.id);
        assert_eq!(row["date"], event.date.as_str());
        assert_eq!(row["text"], event.text);
        assert_eq!(row["tracts"], event.tracts.join("; "));
        assert_eq!(row["importance"], event.importance.to_string());
    }
    for (row, article) in rows("articles").iter().zip(&atlas.articles) {
        assert_eq!((&row["id"], &row["text"]), (&article.id, &article.text));
    }
    for (row, place) in rows("places").iter().zip(&atlas.places) {
        let at = LonLat::new(row["lon"].parse().unwrap(), row["lat"].parse().unwrap());
        assert_eq!((row["id"].as_str(), at), (place.id.as_str(), place.at));
    }
    for (row, holding) in rows("holdings").iter().zip(&atlas.holdings) {
        let holders: Vec<&str> = holding.holders.iter().map(Holder::as_str).collect();
        assert_eq!(row["holders"], holders.join("; "));
        assert_eq!(row["from"], holding.from.as_str());
        assert_eq!(row["to"], holding.to.as_ref().map_or("", |to| to.as_str()));
    }
    for (row, source) in rows("sources").iter().zip(&atlas.sources) {
        // What a spreadsheet would run is marked as a text.
        assert_eq!(
            row["title"].strip_prefix("'@").map_or(row["title"].clone(), |rest| format!("@{rest}")),
            source.title
        );
        assert_eq!(row["note"], source.note.clone().unwrap_or_default());
    }
}

#[test]
fn tables_read_and_written_again_are_the_same_bytes() {
    for (name, bytes) in &*TABLES {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes.as_slice());
        let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
        for record in reader.records() {
            writer.write_record(&record.unwrap()).unwrap();
        }
        // Excel knows UTF-8 by its mark, which readers pass over.
        let rows = bytes.strip_prefix("\u{feff}".as_bytes()).expect("the mark is there");
        assert!(writer.into_inner().unwrap() == rows, "{name} differs");
    }
}

#[test]
fn a_treaty_is_cited_with_parties_day_series_and_page() {
    let cited = cite(&WORLD, &Texts::english(), "kars-1921/5").unwrap();
    let note = cited.chicago_note();
    for part in
        ["Treaty of Kars, ", "October 13, 1921, art. 5, ", "Документы внешней политики СССР", "vol. IV", "pp. 420–429"]
    {
        assert!(note.contains(part), "{part} is not in {note}");
    }
    assert!(note.ends_with('.') && !note.contains(".."), "{note}");

    let csl = cited.csl_json();
    let item = &csl[0];
    assert_eq!(item["id"], "kars-1921/5");
    assert_eq!(item["type"], "treaty");
    assert_eq!(item["title"], "Treaty of Kars, Article 5");
    assert_eq!(item["issued"], serde_json::json!({ "date-parts": [[1921, 10, 13]] }));
    assert_eq!(item["event-place"], "Kars");
    assert_eq!(item["container-title"], "Документы внешней политики СССР");
    assert_eq!((&item["volume"], &item["page"]), (&Value::from("IV"), &Value::from("420–429")));

    let bibtex = cited.bibtex();
    assert!(bibtex.starts_with("@misc{kars-1921-5,\n"), "{bibtex}");
    assert!(bibtex.contains("title = {{Treaty of Kars, Article 5}},"), "{bibtex}");
    assert!(bibtex.contains("date = {1921-10-13},"), "{bibtex}");
}

#[test]
fn a_statement_is_cited_with_what_it_rests_on() {
    let event = WORLD.atlas.events.get("treaty-of-kars-signed-1921").unwrap();
    let cited = cite(&WORLD, &Texts::english(), &event.id).unwrap();
    assert!(cited.chicago_note().contains("Kars Atlas"), "{}", cited.chicago_note());
    assert_eq!(cited.csl_json().as_array().unwrap().len(), 1 + event.cite.len());
    let works: BTreeSet<&str> = event.cite.iter().map(|citation| citation.source.as_str()).collect();
    assert_eq!(cited.bibtex().matches("\n}\n").count(), 1 + works.len());
}

#[test]
fn every_entry_can_be_cited_in_every_form() {
    let atlas = &WORLD.atlas;
    let mut ids: Vec<&str> = Vec::new();
    ids.extend(atlas.instruments.iter().map(|entry| entry.id.as_str()));
    ids.extend(atlas.articles.iter().map(|entry| entry.id.as_str()));
    ids.extend(atlas.events.iter().map(|entry| entry.id.as_str()));
    ids.extend(atlas.sources.iter().map(|entry| entry.id.as_str()));
    ids.extend(atlas.tracts.iter().map(|entry| entry.id.as_str()));
    ids.extend(atlas.segments.iter().map(|entry| entry.id.as_str()));
    ids.extend(atlas.places.iter().map(|entry| entry.id.as_str()));
    ids.extend(atlas.waypoints.iter().map(|entry| entry.id.as_str()));
    ids.extend(atlas.people.iter().map(|entry| entry.id.as_str()));
    ids.extend(atlas.polities.iter().map(|entry| entry.id.as_str()));
    ids.extend(atlas.disagreements.iter().map(|entry| entry.id.as_str()));
    ids.extend(atlas.eras.iter().map(|entry| entry.id.as_str()));
    for id in ids {
        let cited = cite(&WORLD, &Texts::english(), id).unwrap_or_else(|| panic!("{id} cannot be cited"));
        let note = cited.chicago_note();
        assert!(
            note.len() > 10 && note.ends_with('.') && !note.contains(", ,") && !note.contains("]("),
            "{id}: {note}"
        );
        let csl = cited.csl_json();
        for item in csl.as_array().unwrap() {
            assert!(!item["title"].as_str().unwrap().is_empty(), "{id}");
        }
        let bibtex = cited.bibtex();
        assert_eq!(bibtex.matches('{').count(), bibtex.matches('}').count(), "{id}: {bibtex}");
    }
    assert!(cite(&WORLD, &Texts::english(), "no-such-entry").is_none());
}

#[test]
fn coverage_counts_every_statement_and_names_what_is_unchecked() {
    let text = coverage(&WORLD, &Texts::english());
    assert_eq!(text, coverage(&WORLD, &Texts::english()));
    let atlas = &WORLD.atlas;
    assert!(text.contains(&format!("| Events | {} |", atlas.events.len())), "{text}");
    assert!(text.contains(&format!("| Holdings | {} |", atlas.holdings.len())));
    for article in atlas.articles.iter().filter(|article| article.certainty == kars_atlas::model::Certainty::Unchecked)
    {
        let line = text.lines().find(|line| line.contains(&format!("`{}`", article.instrument()))).unwrap();
        assert!(line.contains(&article.label), "{} is not in {line}", article.id);
    }
    assert!(!text.contains("NaN"));
}
