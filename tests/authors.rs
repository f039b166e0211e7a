//! An author adds an entry of every kind, a name in a new language and a piece of ground by files alone: what
//! `data/README.md` gives as examples is put into a folder as a reader of it would, and then it is there.
//! Nothing here knows more of the invented entries than the README says.

#![cfg(test)]

use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;

use kars_atlas::catalog;
use kars_atlas::check;
use kars_atlas::export::raster;
use kars_atlas::map::{MapOptions, map_scene};
use kars_atlas::model::{Day, Holder, Kind, Problem, Sense};
use kars_atlas::page::figure;
use kars_atlas::scene::{Scene, SceneItem};
use kars_atlas::search::SearchIndex;
use kars_atlas::symbology::ThemeChoice;
use kars_atlas::text::Texts;
use kars_atlas::units::{LonLat, PageRect};
use kars_atlas::view::{MapState, MapView};
use kars_atlas::world::World;
use serde_json::{Value, json};
use tempfile::TempDir;

const README: &str = include_str!("../data/README.md");

/// The name in a language that no entry of the atlas has, beside the README's own examples.
const MINGRELIAN: &str = r#"
[[place]]
id = "example-village"
name = "Example village"
names = [{ text = "ეგზამპლიშ ოფუტე", lang = "xmf" }]
kind = "village"
at = [43.25, 40.18]
grade = "C"
importance = 5
tract = "kagizman"
certainty = "certain"
cite = ["example-gazette"]
"#;

/// The folder of an author who did what the README says.
fn folder() -> &'static Path {
    static FOLDER: OnceLock<TempDir> = OnceLock::new();
    FOLDER
        .get_or_init(|| {
            let folder = tempfile::tempdir().unwrap();
            fs::create_dir(folder.path().join("layers")).unwrap();
            for (file, text) in tables_of_the_readme() {
                fs::write(folder.path().join(file), text).unwrap();
            }
            for (file, mut layer) in layers_of_the_readme() {
                if file == "layers/tracts.geojson" {
                    let island = layer["features"][0]["geometry"]["coordinates"][0].clone();
                    layer["features"].as_array_mut().unwrap().push(sea_with_a_hole(&island));
                }
                fs::write(folder.path().join(file), layer.to_string()).unwrap();
            }
            fs::write(folder.path().join("language.toml"), MINGRELIAN).unwrap();
            folder
        })
        .path()
}

fn world() -> &'static World {
    static WORLD: OnceLock<World> = OnceLock::new();
    WORLD.get_or_init(|| {
        World::new(
            catalog::load_from(&catalog::Source { over: Some(folder().to_owned()), ..catalog::Source::default() })
                .unwrap(),
        )
    })
}

fn embedded() -> &'static World {
    static WORLD: OnceLock<World> = OnceLock::new();
    WORLD.get_or_init(|| World::new(catalog::load_embedded()))
}

/// Each fenced block of the README in a language, with the text before it.
fn blocks(language: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let opening = format!("\n```{language}\n");
    README.match_indices(&opening).map(|(at, _)| at).collect::<Vec<_>>().into_iter().map(move |at| {
        let (before, after) = (&README[..at], &README[at + language.len() + 5..]);
        (before, after.split_once("```").unwrap().0)
    })
}

/// The files that the `toml` blocks name in their first line.
fn tables_of_the_readme() -> Vec<(&'static str, &'static str)> {
    files_of_the_readme("mine")
}

/// The `toml` blocks whose first line names a file in a folder. Each block names one, in one of two folders.
fn files_of_the_readme(folder: &str) -> Vec<(&'static str, &'static str)> {
    blocks("toml")
        .filter_map(|(_, text)| {
            let path = text.strip_prefix("# ").and_then(|rest| rest.split_whitespace().next());
            let (of, name) =
                path.and_then(|path| path.split_once('/')).expect("a block begins with the name of its file");
            assert!(["mine", "other"].contains(&of), "{of}");
            (of == folder).then_some((name, text))
        })
        .collect()
}

#[test]
fn another_atlas_is_made_as_the_readme_says() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("layers")).unwrap();
    let files = files_of_the_readme("other");
    assert_eq!(files.len(), 2);
    for (file, text) in files {
        fs::write(folder.path().join(file), text).unwrap();
    }
    let (_, tracts) = blocks("json").find(|(before, _)| before.contains("## Another atlas")).unwrap();
    fs::write(folder.path().join("layers/tracts.geojson"), tracts).unwrap();
    let picture = folder.path().join("fields.svg");
    let atlas = |args: &[&str]| {
        Command::new(env!("CARGO_BIN_EXE_kars-atlas")).arg("--atlas").arg(folder.path()).args(args).output().unwrap()
    };
    let output = atlas(&["export", "--date", "1950", "--output", picture.to_str().unwrap()]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let svg = fs::read_to_string(picture).unwrap();
    for word in ["The border of two fields", "North", "South", "UPPER FIELD"] {
        assert!(svg.contains(word), "{word} is not on the picture");
    }
    let check = String::from_utf8(atlas(&["check"]).stdout).unwrap();
    assert!(check.contains("no holding de facto") && !check.contains("gap"), "{check}");
}

/// The `json` blocks, by the file that is last named before each.
fn layers_of_the_readme() -> Vec<(&'static str, Value)> {
    blocks("json")
        .filter(|(before, _)| before.contains("`mine/") && !before.contains("## Another atlas"))
        .map(|(before, text)| {
            let (_, name) = before.rsplit_once("`mine/").expect("the file of a block is named before it");
            (name.split_once('`').unwrap().0, serde_json::from_str(text).unwrap())
        })
        .collect()
}

/// The sea of the atlas, with the ring of the island, turned, as a second ring.
fn sea_with_a_hole(island: &Value) -> Value {
    let layers = catalog::load_embedded().layers;
    let sea = layers.outlines.iter().find(|outline| outline.tract == "black-sea").unwrap();
    let [rings] = sea.polygons.as_slice() else { panic!("the sea is one polygon") };
    let mut rings = serde_json::to_value(rings).unwrap();
    let turned: Vec<Value> = island.as_array().unwrap().iter().rev().cloned().collect();
    rings.as_array_mut().unwrap().push(turned.into());
    let geometry = json!({"type": "Polygon", "coordinates": rings});
    json!({"type": "Feature", "id": "black-sea", "properties": {}, "geometry": geometry})
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// The pixel in the middle of the island, on the map of a day.
fn pixel_of_the_island(world: &World, day: Day) -> [u8; 4] {
    let theme = world.theme(ThemeChoice::Light);
    let view = MapView::new(world.projection.map_from_lonlat(LonLat::new(40.55, 41.77)), 100.0);
    let page = PageRect::new(0.0, 0.0, 60.0, 60.0);
    let items = map_scene(world, &theme, &MapOptions::resolve(world, &MapState::on(day)), view, page, &[]);
    let scene = Scene { width: 60.0, height: 60.0, items, ..Scene::empty(theme.ground.page) };
    let raster = raster(&scene, 1.0).unwrap();
    raster.rgba[(30 * 60 + 30) * 4..][..4].try_into().unwrap()
}

fn in_lines(problems: &[Problem]) -> String {
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

fn atlas(args: &[&str]) -> (Option<i32>, String, String) {
    let data = folder().to_str().unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_kars-atlas")).args(args).args(["--data", data]).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr))
}

fn answer(args: &[&str]) -> Value {
    let (status, told, errors) = atlas(args);
    assert_eq!((status, errors.as_str()), (Some(0), ""), "{args:?}");
    serde_json::from_str(&told).unwrap()
}

#[test]
fn the_readme_shows_an_example_of_every_table() {
    let tables: Vec<toml::Table> = tables_of_the_readme().iter().map(|(_, text)| text.parse().unwrap()).collect();
    for line in README.lines().filter_map(|line| line.strip_prefix("### `[[")) {
        let name = line.split_once("]]").unwrap().0;
        assert!(tables.iter().any(|table| table.contains_key(name)), "no example of `[[{name}]]`");
    }
}

#[test]
fn the_examples_load_without_a_problem_and_stand_the_check() {
    let world = world();
    assert!(world.problems.is_empty(), "{}", in_lines(&world.problems));
    let problems = check::check(world);
    assert!(problems.is_empty(), "{}", in_lines(&problems));
}

#[test]
fn every_entry_of_the_examples_is_there() {
    let (mine, theirs) = (&world().atlas, &embedded().atlas);
    for (id, kind) in [
        ("republic-of-example", Kind::Polity),
        ("example-gazette", Kind::Source),
        ("example-1919", Kind::Instrument),
        ("example-1919/1", Kind::Article),
        ("jane-example", Kind::Person),
        ("example-town", Kind::Place),
        ("example-village", Kind::Place),
        ("treaty-of-example-signed-1919", Kind::Event),
        ("example-day", Kind::Disagreement),
        ("era-example", Kind::Era),
        ("example-island", Kind::Tract),
        ("x1", Kind::Segment),
        ("wp-example-cape", Kind::Waypoint),
    ] {
        assert_eq!(mine.kind_of(id), Some(kind), "{id}");
        assert_eq!(theirs.kind_of(id), None, "{id} is invented");
        assert!(mine.name_of(id).is_some_and(|name| !name.is_empty()), "{id} has a name");
    }
    assert_eq!(mine.claims.len(), theirs.claims.len() + 1);
    assert_eq!(mine.parallels.len(), theirs.parallels.len() + 1);
    assert_eq!(mine.edges.len(), theirs.edges.len() + 1);
    assert_eq!(mine.holdings.len(), theirs.holdings.len() + 2);
    assert_eq!(mine.instruments.get("example-1919").unwrap().signatories.len(), 1);
}

#[test]
fn every_id_that_the_examples_write_is_there() {
    for (file, text) in tables_of_the_readme() {
        let table: toml::Table = text.parse().unwrap();
        for entry in table.values().filter_map(toml::Value::as_array).flatten() {
            if let Some(id) = entry.get("id").and_then(toml::Value::as_str) {
                assert!(world().atlas.kind_of(id).is_some(), "{id} of {file}");
            }
        }
    }
}

#[test]
fn the_entries_are_found_by_name() {
    let index = SearchIndex::new(world(), &Texts::english());
    for (text, id) in [
        ("Exampleopol", "example-town"),
        ("Örnek", "example-town"),
        ("ornek", "example-town"),
        ("Example Gazette", "example-gazette"),
        ("Jane Example", "jane-example"),
        ("Treaty of Example", "example-1919"),
        ("Example Cape", "wp-example-cape"),
        ("Example Island", "example-island"),
    ] {
        let hits = index.search(text, 5);
        assert!(hits.iter().any(|hit| hit.id == id), "{text} finds {hits:?}");
    }
}

#[test]
fn a_name_in_a_new_language_is_kept_and_found() {
    let theirs = embedded().atlas.places.iter().flat_map(|place| &place.names);
    assert!(theirs.into_iter().all(|name| name.lang != "xmf"), "the language is not new");
    let names = &world().atlas.places.get("example-village").unwrap().names;
    assert_eq!((names[0].text.as_str(), names[0].lang.as_str()), ("ეგზამპლიშ ოფუტე", "xmf"));
    let hits = SearchIndex::new(world(), &Texts::english()).search("ეგზამპლიშ", 5);
    assert_eq!(hits.first().map(|hit| hit.id.as_str()), Some("example-village"), "{hits:?}");
}

#[test]
fn the_tract_has_an_area_and_holders_on_a_day() {
    let world = world();
    let island = world.ground.position("example-island").unwrap();
    // A tenth of a degree each way at 41.75 N: 8.311 by 11.107 km by the tables of the ellipsoid.
    let area = world.area_km2(island);
    assert!((area - 92.3).abs() < 0.2, "{area}");
    let sea = |world: &World| world.area_km2(world.ground.position("black-sea").unwrap());
    assert!((sea(embedded()) - sea(world) - area).abs() < 1e-6, "the island is cut out of the sea");
    let day = world.day_map(day("1919-06-15"));
    assert_eq!(day.holders(island, Sense::DeJure), [Holder::Nobody]);
    assert_eq!(day.holders(island, Sense::DeFacto), [Holder::Polity("republic-of-example".to_owned())]);
    assert!((world.length_km("x1") - 11.107).abs() < 0.01, "{}", world.length_km("x1"));
}

#[test]
fn the_map_draws_the_tract() {
    let day = day("1919-06-15");
    let (sea, island) = (pixel_of_the_island(embedded(), day), pixel_of_the_island(world(), day));
    let theme = world().theme(ThemeChoice::Light);
    assert_eq!(sea, [theme.ground.sea.red, theme.ground.sea.green, theme.ground.sea.blue, 255]);
    assert_ne!(sea, island);
}

#[test]
fn the_era_draws_a_line_and_stands_in_the_legend() {
    let world = world();
    let theme = world.theme(ThemeChoice::Light);
    let colour = theme.era("era-example").colour;
    let lines = |eras: &[&str]| {
        let eras = eras.iter().map(|id| (*id).to_owned()).collect();
        let state = MapState { eras, ..MapState::on(day("1919-06-15")) };
        let scene = figure(world, &[], &theme, &state, [900, 600]);
        let items = SceneItem::ungrouped(&scene.items);
        let drawn = items.iter().filter_map(|item| match item {
            SceneItem::Lines { lines, stroke } if stroke.colour == colour && (stroke.width - 2.0).abs() < 1e-9 => {
                Some(lines.len())
            }
            _ => None,
        });
        let named = items.iter().any(|item| match item {
            SceneItem::Text(text) => text.text.starts_with("Treaty of Example, 1919"),
            _ => false,
        });
        (drawn.sum::<usize>(), named)
    };
    let (without, with) = (lines(&[]), lines(&["era-example"]));
    assert_eq!(without, (0, false));
    assert!(with.0 > 0 && with.1, "{with:?}");
}

#[test]
fn the_commands_tell_of_the_entries() {
    let held = answer(&["query", "--tract", "example-island", "--date", "1919-06-15", "--json"]);
    assert_eq!(held["de_facto"]["holders"], json!(["republic-of-example"]));
    assert_eq!(held["de_facto"]["by"], json!(["treaty-of-example-signed-1919"]));
    assert_eq!(held["de_jure"]["holders"], json!(["none"]));
    let there = answer(&["query", "--at", "40.55,41.75", "--date", "1919-06-15", "--json"]);
    assert_eq!(there["tract"], json!("example-island"));
    let article = answer(&["show", "example-1919/1", "--json"]).to_string();
    for word in ["Armenia recognises", "example-town", "kars-1921/4", "x1"] {
        assert!(article.contains(word), "{word} is not in {article}");
    }
    let instrument = answer(&["show", "example-1919", "--json"]).to_string();
    for word in ["era-example", "jane-example", "example-day", "treaty-of-example-signed-1919"] {
        assert!(instrument.contains(word), "{word} is not in {instrument}");
    }
    let tracts = answer(&["list", "tracts", "--json"]);
    assert!(tracts.as_array().unwrap().iter().any(|tract| tract["id"] == json!("example-island")));
}

#[test]
fn the_check_of_the_folder_finds_nothing() {
    let (status, told, errors) = atlas(&["check"]);
    assert_eq!(status, Some(0), "{told}{errors}");
}

#[test]
fn an_export_with_the_folder_draws_what_one_without_does_not() {
    let file = folder().join("picture.svg");
    let (status, _, errors) = atlas(&[
        "export",
        "--date",
        "1919-06-15",
        "--select",
        "example-island",
        "--zoom",
        "--output",
        file.to_str().unwrap(),
    ]);
    assert_eq!(status, Some(0), "{errors}");
    let picture = fs::read_to_string(&file).unwrap();
    assert!(picture.contains("Held in fact by") && picture.len() > 10_000);
}
