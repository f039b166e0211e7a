//! Every command as a process of its own: what it prints, what it writes, and its exit status.

#![cfg(test)]

use std::io::Read;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use kars_atlas::catalog;
use kars_atlas::world::World;
use serde_json::Value;

fn atlas(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_kars-atlas"))
        .args(args)
        // Nothing of a desktop: no command may need one.
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .unwrap()
}

fn status(output: &Output) -> i32 {
    output.status.code().unwrap_or_else(|| panic!("ended by a signal: {}", stderr(output)))
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn json(args: &[&str]) -> Value {
    let output = atlas(args);
    assert_eq!(status(&output), 0, "{args:?}: {}", stderr(&output));
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{args:?}: {error}"))
}

fn texts(value: &Value) -> Vec<&str> {
    value.as_array().unwrap().iter().map(|item| item.as_str().unwrap()).collect()
}

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

/// Fails with this exit status, an `error:` line with this word and, where one is given, a `hint:` with this.
fn refused(args: &[&str], expected: i32, error: &str, hint: Option<&str>) {
    let output = atlas(args);
    let told = stderr(&output);
    assert_eq!(status(&output), expected, "{args:?}: {told}");
    assert!(output.stdout.is_empty(), "{args:?}");
    let line = |start: &str, word: &str| told.lines().any(|line| line.starts_with(start) && line.contains(word));
    assert!(line("error: ", error), "{args:?}: {told}");
    assert!(hint.is_none_or(|word| line("hint: ", word)), "{args:?}: {told}");
}

#[test]
fn query_by_tract_tells_right_and_fact_apart() {
    let answer = json(&["query", "--date", "1919-02-15", "--tract", "kars", "--json"]);
    assert_eq!(
        keys(&answer),
        ["date", "tract", "name", "de_jure", "de_facto", "claims", "certainty", "articles", "events", "sources"]
    );
    assert_eq!(answer["date"], "1919-02-15");
    assert_eq!(answer["tract"], "kars");
    assert_eq!(texts(&answer["de_jure"]["holders"]), ["none"]);
    assert_eq!(texts(&answer["de_jure"]["by"]), ["mudros-1918/11"]);
    assert_eq!(texts(&answer["de_facto"]["holders"]), ["south-west-caucasus"]);
    assert!(!texts(&answer["de_facto"]["by"]).is_empty());
    assert!(answer["claims"].as_array().unwrap().iter().any(|claim| claim["by"] == "armenia-fr"));
    for claim in answer["claims"].as_array().unwrap() {
        assert!(["by", "text", "ground", "certainty"].iter().all(|key| claim.get(key).is_some()), "{claim}");
    }
    assert!(["certain", "probable", "disputed", "unchecked"].contains(&answer["certainty"].as_str().unwrap()));
    assert!(texts(&answer["articles"]).contains(&"mudros-1918/11"));
    assert!(!texts(&answer["events"]).is_empty() && !texts(&answer["sources"]).is_empty());
}

#[test]
fn query_by_point_finds_the_tract() {
    let answer = json(&["query", "--date", "1921-10-13", "--at", "43.09,40.61", "--json"]);
    assert_eq!(answer["tract"], "kars");
    assert_eq!(answer["at"], serde_json::json!([43.09, 40.61]));
    assert_eq!(texts(&answer["de_facto"]["holders"]), ["turkey-gna"]);
    let nakhchivan = json(&["query", "--date", "2000-01-01", "--at=45.41,39.21", "--json"]);
    assert_eq!(nakhchivan["tract"], "nakhchivan");
    assert_eq!(texts(&nakhchivan["de_jure"]["holders"]), ["azerbaijan"]);
}

#[test]
fn query_without_json_is_for_reading() {
    let output = atlas(&["query", "--date", "13 October 1921", "--tract", "kars"]);
    assert_eq!(status(&output), 0);
    assert!(stdout(&output).starts_with("Kars on 13 October 1921\n"));
}

#[test]
fn query_refuses_what_the_atlas_does_not_cover() {
    refused(&["query", "--date", "1921-10-13", "--at", "10,40", "--json"], 1, "outside", Some("40 to 47.5 E"));
    refused(&["query", "--date", "1921-10-13", "--at", "-43,40"], 1, "outside", Some("longitude comes first"));
    refused(&["query", "--date", "1799-12-31", "--tract", "kars"], 1, "1799-12-31", Some("1800-01-01"));
    refused(&["query", "--date", "1921-10-13", "--tract", "karz"], 1, "`karz`", Some("`kars`"));
    refused(&["query", "--date", "1921-10-13"], 2, "required", None);
    refused(&["query", "--date", "1921-10-13", "--at", "1,2", "--tract", "kars"], 2, "cannot be used", None);
    refused(&["query", "--date", "1921-02-30", "--tract", "kars"], 2, "not a date", None);
    refused(&["query", "--date", "1921-10-13", "--at", "here"], 2, "longitude", None);
}

#[test]
fn changes_mirror_and_have_areas() {
    let there = json(&["changes", "--from", "1914-07-01", "--to", "1921-10-13", "--json"]);
    let back = json(&["changes", "--from", "1921-10-13", "--to", "1914-07-01", "--json"]);
    let (there, back) = (there.as_array().unwrap(), back.as_array().unwrap());
    assert_eq!(there.len(), back.len());
    assert_eq!(keys(&there[0]), ["tract", "area_km2", "sense", "from", "to", "by"]);
    for (a, b) in there.iter().zip(back) {
        assert_eq!((&a["tract"], &a["sense"], &a["area_km2"]), (&b["tract"], &b["sense"], &b["area_km2"]));
        assert_eq!((&a["from"], &a["to"]), (&b["to"], &b["from"]));
        assert!(a["area_km2"].as_f64().unwrap() > 0.0);
    }
    let kars = there.iter().find(|change| change["tract"] == "kars" && change["sense"] == "de_facto").unwrap();
    assert_eq!(texts(&kars["from"]), ["russian-empire"]);
    assert_eq!(texts(&kars["to"]), ["turkey-gna"]);
    assert!(json(&["changes", "--from", "1921-10-13", "--to", "1921-10-13", "--json"]).as_array().unwrap().is_empty());
}

#[test]
fn steps_are_in_order_and_each_changes_something() {
    let steps = json(&["steps", "--json"]);
    let steps = steps.as_array().unwrap();
    assert!(steps.len() > 50, "{}", steps.len());
    let dates: Vec<&str> = steps.iter().map(|step| step["date"].as_str().unwrap()).collect();
    assert!(dates.windows(2).all(|pair| pair[0] < pair[1]));
    for step in steps {
        let changes = step["changes"].as_array().unwrap();
        assert!(!changes.is_empty());
        for change in changes {
            assert_eq!(keys(change), ["tract", "sense", "from", "to", "by"]);
            assert_ne!(change["from"], change["to"]);
        }
    }
}

#[test]
fn show_gives_links_both_ways() {
    let article = json(&["show", "kars-1921/5", "--json"]);
    assert_eq!((&article["id"], &article["kind"]), (&"kars-1921/5".into(), &"article".into()));
    assert!(!article["entry"]["text"].as_str().unwrap().is_empty());
    let has = |value: &Value, side: &str, id: &str| {
        value["links"][side].as_array().unwrap().iter().any(|link| link["id"] == id)
    };
    assert!(has(&article, "out", "nakhchivan") && has(&article, "out", "kars-1921"));
    let tract = json(&["show", "nakhchivan", "--json"]);
    assert!(has(&tract, "back", "kars-1921/5"));
    assert!(tract["entry"]["area_km2"].as_f64().unwrap() > 1_000.0);
    assert!(!tract["holdings"].as_array().unwrap().is_empty());
    let instrument = json(&["show", "kars-1921", "--json"]);
    assert!(has(&instrument, "back", "kars-1921/5"));
    assert!(instrument["articles"].as_array().unwrap().len() >= 20);
    assert_eq!(json(&["show", "t3", "--json"])["kind"], "segment");
    refused(&["show", "kars-1922", "--json"], 1, "`kars-1922`", Some("`kars-1921`"));
}

#[test]
fn every_kind_of_link_and_entry_can_be_shown() {
    for kind in ["tracts", "segments", "polities", "places", "waypoints", "people", "sources", "disagreements", "eras"]
    {
        let list = json(&["list", kind, "--json"]);
        let id = list[0]["id"].as_str().unwrap_or_else(|| panic!("no {kind}"));
        let shown = json(&["show", id, "--json"]);
        assert_eq!(shown["id"], id);
        let read = atlas(&["show", id]);
        assert!(status(&read) == 0 && stdout(&read).contains(id));
    }
}

#[test]
fn list_measures_tracts_and_segments() {
    let tracts = json(&["list", "tracts", "--json"]);
    // That the measures are right is held by `data.rs` and by `geometry`; here they are those of the world, to a
    // thousandth of a square kilometre.
    let world = World::new(catalog::load_embedded());
    assert_eq!(tracts.as_array().unwrap().len(), world.ground.tracts().len());
    for tract in tracts.as_array().unwrap() {
        let at = world.ground.tracts().iter().position(|ground| tract["id"] == ground.id.as_str()).unwrap();
        let off = (tract["area_km2"].as_f64().unwrap() - world.area_km2(at)).abs();
        assert!(off <= 0.000_5, "{tract}: off by {off} km²");
    }
    let segments = json(&["list", "segments", "--json"]);
    let ids: Vec<&str> = segments.as_array().unwrap().iter().map(|segment| segment["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["i1", "n1", "n2", "n3", "n4", "t1", "t2", "t3", "t4", "t5", "t6", "t7", "t8", "t9"]);
    assert!(segments.as_array().unwrap().iter().all(|segment| segment["length_km"].as_f64().unwrap() > 1.0));
    let articles = json(&["list", "articles", "--json"]);
    assert!(articles.as_array().unwrap().iter().any(|article| article["id"] == "kars-1921/annex-3"));
    refused(&["list", "rivers"], 2, "rivers", None);
}

#[test]
fn list_claims_tells_who_claimed_what_and_list_disagreements_what_the_sources_contradict() {
    let claims = json(&["list", "claims", "--json"]);
    let keys = ["tract", "by", "from", "to", "ground", "text", "certainty"];
    for claim in claims.as_array().unwrap() {
        assert!(claim.as_object().unwrap().keys().eq(keys.iter()), "{claim}");
    }
    assert!(claims.as_array().unwrap().iter().any(|claim| claim["tract"] == "kars" && claim["by"] == "armenia-fr"));
    let disagreements = json(&["list", "disagreements", "--json"]);
    assert!(disagreements.as_array().unwrap().iter().all(|entry| entry["question"].is_string()));
}

#[test]
fn search_finds_by_name() {
    let hits = json(&["search", "Kars", "--json"]);
    let first = &hits.as_array().unwrap()[0];
    assert!(["id", "kind", "name", "matched", "score"].iter().all(|key| first.get(key).is_some()), "{first}");
    assert!(json(&["search", "no such name anywhere", "--json"]).as_array().unwrap().is_empty());
    assert_eq!(status(&atlas(&["search"])), 2);
}

#[test]
fn export_gives_the_same_bytes_twice_and_a_map_on_them() {
    let folder = tempfile::tempdir().unwrap();
    let export = |name: &str, more: &[&str]| {
        let file = folder.path().join(name);
        let mut args = vec!["export", "--date", "1921-10-13", "--output", file.to_str().unwrap()];
        args.extend(more);
        let output = atlas(&args);
        assert_eq!(status(&output), 0, "{}", stderr(&output));
        std::fs::read(&file).unwrap()
    };
    let small = ["--size", "900x600"];
    for (name, start) in [("a.png", b"\x89PNG\r\n\x1a\n".as_slice()), ("a.svg", b"<"), ("a.pdf", b"%PDF-")] {
        let bytes = export(name, &small);
        assert!(bytes.starts_with(start), "{name}");
        assert_eq!(bytes, export(name, &small), "{name}");
    }
    assert!(String::from_utf8(export("b.svg", &small)).unwrap().contains("<svg"));
    assert!(export("no-ending", &["--format", "pdf", "--size", "300x300"]).starts_with(b"%PDF-"));
    let picture = pixels(&export("c.png", &small));
    assert_eq!((picture.width, picture.height), (900, 600));
    // The land of Kars, the sea off Batumi and the page around the map are three things.
    let (kars, sea, page) = (picture.around(290, 300), picture.around(60, 150), picture.around(4, 4));
    assert!(kars != page && sea != page && kars != sea, "{kars:?} {sea:?} {page:?}");
    assert_ne!(export("d.png", &["--size", "900x600", "--theme", "dark"]), export("e.png", &small));
    assert_ne!(export("f.png", &["--size", "900x600", "--select", "nakhchivan"]), export("g.png", &small));
    assert_ne!(
        export("h.png", &["--size", "900x600", "--select", "nakhchivan", "--zoom"]),
        export("f.png", &["--size", "900x600", "--select", "nakhchivan"])
    );
    let left: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(left.iter().all(|name| !name.to_string_lossy().starts_with('.')), "{left:?}");
}

#[test]
fn export_draws_geojson_and_tells_its_faults() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("points.geojson");
    let output = folder.path().join("map.png");
    let text = r#"{"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"name": "Here"}, "geometry": {"type": "Polygon", "coordinates":
            [[[43.0, 40.0], [44.0, 40.0], [44.0, 41.0], [43.0, 41.0], [43.0, 40.0]]]}},
        {"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": ["43", 40]}}]}"#;
    std::fs::write(&file, text).unwrap();
    let export = |more: &[&str]| {
        let mut args =
            vec!["export", "--date", "1921-10-13", "--size", "900x600", "--output", output.to_str().unwrap()];
        args.extend(more);
        atlas(&args)
    };
    assert_eq!(status(&export(&[])), 0);
    let plain = std::fs::read(&output).unwrap();
    let drawn = export(&[file.to_str().unwrap()]);
    assert_eq!(status(&drawn), 1, "a feature is missing");
    assert!(stderr(&drawn).contains("points.geojson:4:"), "{}", stderr(&drawn));
    assert_ne!(std::fs::read(&output).unwrap(), plain);
}

/// A stack that no thread can have stands for a machine that gives none.
#[test]
fn where_no_thread_can_be_made_everything_goes_on_with_one() {
    let folder = tempfile::tempdir().unwrap();
    let bytes = |name: &str, stack: &str| {
        let file = folder.path().join(name);
        let output = Command::new(env!("CARGO_BIN_EXE_kars-atlas"))
            .args(["export", "--date", "1921-10-13", "--size", "640x400", "--output"])
            .arg(&file)
            .env("RUST_MIN_STACK", stack)
            .output()
            .unwrap();
        assert_eq!(status(&output), 0, "{}", stderr(&output));
        std::fs::read(file).unwrap()
    };
    assert!(bytes("alone.png", &(1_u64 << 60).to_string()) == bytes("many.png", "2097152"));
}

#[test]
fn export_refuses_what_it_cannot_write() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let with = |output: &str, more: &[&str], expected: i32, error: &str, hint: Option<&str>| {
        let mut args = vec!["export", "--date", "1921-10-13", "--output", output];
        args.extend(more);
        refused(&args, expected, error, hint);
    };
    with(&at("map.bmp"), &[], 2, "no format", Some(".png"));
    with(&at("map"), &[], 2, "no format", Some("--format"));
    with(&at("none/map.png"), &[], 1, "no folder", Some("mkdir"));
    with(&at("map.png"), &["--size", "100x100"], 2, "200 to 8192", None);
    with(&at("map.png"), &["--size", "wide"], 2, "1920x1080", None);
    with(&at("map.png"), &["--zoom"], 2, "required", None);
    with(&at("map.png"), &["--eras", "era-0"], 1, "`era-0`", Some("era-1878"));
    with(&at("map.png"), &["--select", "nowhere-at-all"], 1, "`nowhere-at-all`", Some(""));
    with(&at("map.png"), &[&at("none.geojson")], 1, "none.geojson", None);
    with(folder.path().to_str().unwrap(), &["--format", "png"], 1, "is a folder", None);
    refused(&["export", "--date", "1799-01-01", "--output", &at("map.png")], 1, "1799", Some("1800-01-01"));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn check_names_each_fault_on_a_line_of_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let (good, bad, empty) =
        (folder.path().join("good.geojson"), folder.path().join("bad.geojson"), folder.path().join("empty.geojson"));
    std::fs::write(&good, r#"{"type": "Point", "coordinates": [43, 40]}"#).unwrap();
    std::fs::write(&bad, "{\"type\": \"LineString\",\n \"coordinates\": [[43, 40]]}").unwrap();
    std::fs::write(&empty, "").unwrap();
    let fine = atlas(&["check", good.to_str().unwrap()]);
    assert_eq!((status(&fine), stdout(&fine).as_str()), (0, ""));
    let missing = folder.path().join("none.geojson");
    let files = [&good, &bad, &empty, &missing, folder.path()].map(|path: &Path| path.to_str().unwrap().to_owned());
    let output = atlas(&[&["check"], files.each_ref().map(String::as_str).as_slice()].concat());
    let told = stdout(&output);
    let lines: Vec<&str> = told.lines().collect();
    assert_eq!((status(&output), lines.len()), (1, 4), "{told}");
    assert!(lines[0].contains("bad.geojson:2:17: error: coordinates:") && lines[0].ends_with("was left out)"));
    assert!(lines[1].contains("empty.geojson:1:1:") && lines[1].contains("empty"));
    assert!(lines[2].contains("none.geojson") && lines[2].contains("cannot read"));
    assert!(lines[3].contains("folder"));
}

#[test]
fn data_of_ones_own_lies_over_the_atlas() {
    let folder = tempfile::tempdir().unwrap();
    let text = "[[place]]\nid = 'zz-town'\nname = 'Zzyzx'\nkind = 'town'\nat = [43.5, 40.5]\ncertainty = 'certain'\n\
                cite = ['general-knowledge']\n[[place]]\nid = 'zz-broken'\n";
    std::fs::write(folder.path().join("mine.toml"), text).unwrap();
    // Recipes are programs and their leavings, not data.
    std::fs::create_dir(folder.path().join("recipes")).unwrap();
    std::fs::write(folder.path().join("recipes/requirements.toml"), "no = [data").unwrap();
    let data = folder.path().to_str().unwrap();
    let output = atlas(&["--data", data, "show", "zz-town", "--json"]);
    assert_eq!(status(&output), 0);
    assert!(stderr(&output).lines().any(|line| line.contains("mine.toml:8:") && line.contains("left out")));
    let after = atlas(&["show", "zz-town", "--data", data, "--json"]);
    assert_eq!(after.stdout, output.stdout);
    assert!(!stderr(&output).contains("recipes"));
    let check = atlas(&["check", "--data", data]);
    assert_eq!(status(&check), 1);
    assert!(stdout(&check).lines().any(|line| line.contains("mine.toml:8:")));
    refused(&["--data", "/no/such/folder", "steps"], 1, "/no/such/folder", Some("--data"));
}

#[test]
fn wrong_arguments_have_a_status_of_their_own() {
    refused(&["steps", "--nonsense"], 2, "--nonsense", None);
    refused(&["--date", "1921-10-13", "steps"], 2, "window", Some("after the command"));
    refused(&["exprot"], 2, "`exprot`", Some("`export`"));
    let help = atlas(&["--help"]);
    assert_eq!(status(&help), 0);
    for command in ["export", "query", "changes", "steps", "show", "search", "list", "check"] {
        assert!(stdout(&help).contains(command), "{command}");
    }
    assert_eq!(status(&atlas(&["--version"])), 0);
}

#[test]
fn a_reader_who_stops_early_is_no_error() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_kars-atlas"))
        .args(["steps", "--json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut out = child.stdout.take().unwrap();
    let mut first = [0; 16];
    out.read_exact(&mut first).unwrap();
    drop(out);
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert!(!stderr(&output).contains("panicked"), "{}", stderr(&output));
}

struct Pixels {
    width: u32,
    height: u32,
    rgb: Vec<u8>,
}

impl Pixels {
    /// The mean colour of 9 x 9 pixels.
    fn around(&self, x: usize, y: usize) -> [u32; 3] {
        let mut sum = [0; 3];
        for (dx, dy) in (0..81).map(|nth| (nth % 9, nth / 9)) {
            let at = ((y + dy - 4) * self.width as usize + (x + dx - 4)) * 3;
            for (sum, byte) in sum.iter_mut().zip(&self.rgb[at..at + 3]) {
                *sum += u32::from(*byte);
            }
        }
        sum.map(|sum| sum / 81)
    }
}

fn pixels(bytes: &[u8]) -> Pixels {
    let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
    let mut rgb = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut rgb).unwrap();
    Pixels { width: info.width, height: info.height, rgb }
}

const LINK: &str = "kars-atlas:?date=1921-10-13&select=nakhchivan&eras=era-kars-1921&at=45.3,39.3&scale=400&names=few";

#[test]
fn a_link_says_what_the_options_say_and_is_the_same_picture() {
    let options = ["--date", "1921-10-13", "--select", "nakhchivan", "--eras", "era-kars-1921", "--names", "few"];
    let options = [&options[..], &["--at", "45.3,39.3", "--scale", "400"]].concat();
    let printed = atlas(&[&["link"], &options[..]].concat());
    assert_eq!((status(&printed), stdout(&printed).as_str()), (0, format!("{LINK}\n").as_str()));
    let folder = tempfile::tempdir().unwrap();
    let picture = |name: &str, asked: &[&str]| {
        let file = folder.path().join(name);
        let output = atlas(&[&["export", "--size", "640x480", "-o", file.to_str().unwrap()], asked].concat());
        assert_eq!(status(&output), 0, "{}", stderr(&output));
        std::fs::read(file).unwrap()
    };
    let linked = picture("a.svg", &["--link", LINK]);
    assert!(linked == picture("b.svg", &options), "a link is the same picture as its options");
    assert!(linked != picture("c.svg", &["--link", LINK, "--date", "1914-07-01"]), "an option changes the link");
}

#[test]
fn what_of_a_link_cannot_be_used_is_told_and_the_rest_is_drawn() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("map.svg");
    let link = "kars-atlas:?date=1921-10-13&select=nowhere&names=some&weather=rain";
    let output = atlas(&["export", "--size", "640x480", "-o", file.to_str().unwrap(), "--link", link]);
    let told = stderr(&output);
    assert_eq!(status(&output), 1, "{told}");
    assert!(told.contains("names=some") && told.contains("select=nowhere") && !told.contains("weather"), "{told}");
    assert!(file.exists());
    let again = atlas(&["link", "--link", link]);
    assert_eq!(stdout(&again), "kars-atlas:?date=1921-10-13&names=some&select=nowhere&weather=rain\n");
    refused(&["export", "-o", file.to_str().unwrap()], 2, "a day is needed", Some("--date"));
}

#[test]
fn a_state_file_is_drawn_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let (state, file) = (folder.path().join("lesson.json"), folder.path().join("map.svg"));
    std::fs::write(&state, r#"{"map": {"date": "1829-10-01", "layers": ["towns", "clouds"]}}"#).unwrap();
    let output =
        atlas(&["export", "--size", "640x480", "-o", file.to_str().unwrap(), "--state", state.to_str().unwrap()]);
    assert_eq!(status(&output), 1, "a layer that nobody knows is told: {}", stderr(&output));
    assert!(stderr(&output).contains("clouds") && std::fs::read_to_string(&file).unwrap().contains("1 October 1829"));
    assert!(std::fs::read_to_string(&state).unwrap().contains("clouds"));
}

#[test]
fn a_day_that_the_atlas_does_not_show_is_refused() {
    for args in [
        &["query", "--date", "9999-12-31", "--tract", "kars"][..],
        &["changes", "--from", "1700-01-01", "--to", "1921-10-13"],
        &["link", "--date", "1700-01-01"],
    ] {
        refused(args, 1, "knows nothing of", Some("from 1800-01-01 to"));
    }
}
