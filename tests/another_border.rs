//! An atlas of another border, without a line of Rust: an invented one of three tracts in the southern hemisphere, whose
//! frame crosses the antimeridian. It is loaded, judged, asked, searched, drawn, and opened in the window.

#![cfg(test)]

use std::path::{Path, PathBuf};
use std::process::Command as Process;
use std::sync::{Arc, LazyLock};

use kars_atlas::catalog::{Source, load_from};
use kars_atlas::check;
use kars_atlas::export::{Format, export};
use kars_atlas::map::MapOptions;
use kars_atlas::model::{Day, Sense};
use kars_atlas::page::figure;
use kars_atlas::scene::{Scene, SceneItem};
use kars_atlas::search::SearchIndex;
use kars_atlas::session::{Command, Session, ViewMove, start_state};
use kars_atlas::symbology::ThemeChoice;
use kars_atlas::text::Texts;
use kars_atlas::units::{LonLat, PageRect};
use kars_atlas::view::{Extent, Fault, MapState};
use kars_atlas::world::World;

const SIZE: [u32; 2] = [900, 640];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/atlas")
}

fn world() -> Arc<World> {
    static WORLD: LazyLock<Arc<World>> = LazyLock::new(|| {
        let source = Source { atlas: Some(folder()), over: None };
        Arc::new(World::new(load_from(&source).unwrap()))
    });
    Arc::clone(&WORLD)
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn tract(id: &str) -> usize {
    world().ground.position(id).unwrap()
}

fn drawn(state: &MapState) -> Scene {
    figure(&world(), &[], &world().theme(ThemeChoice::Light), state, SIZE)
}

fn texts(scene: &Scene) -> Vec<&str> {
    let items = SceneItem::ungrouped(&scene.items);
    items
        .iter()
        .filter_map(|item| if let SceneItem::Text(text) = item { Some(text.text.as_str()) } else { None })
        .collect()
}

fn session() -> Session {
    let (mut session, faults) = Session::new(world(), start_state(&world()), ThemeChoice::Light);
    assert_eq!(faults, []);
    session.apply(Command::SetPage(PageRect::new(0.0, 0.0, 900.0, 600.0)));
    session
}

// ---- The ground and the record ----

#[test]
fn it_loads_and_stands_its_own_check() {
    let world = world();
    let problems: Vec<String> = world.problems.iter().chain(&check::check(&world)).map(ToString::to_string).collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    assert_eq!((world.atlas.tracts.len(), world.atlas.eras.len(), world.atlas.events.len()), (3, 2, 4));
}

#[test]
fn ground_on_both_sides_of_the_antimeridian_is_one() {
    let world = world();
    for (lon, lat, expected) in [
        (177.0, -19.0, "west-shore"),
        (179.9, -19.0, "bel"),
        (-179.9, -19.0, "bel"),
        (180.1, -19.0, "bel"),
        (-178.2, -19.0, "east-shore"),
    ] {
        let at = world.projection.map_from_lonlat(LonLat::new(lon, lat));
        assert_eq!(world.ground.tract_at(at).and_then(|tract| world.ground.id(tract)), Some(expected), "{lon}");
    }
    let extent = world.extent_of("bel").unwrap();
    assert!(extent.width_m() < 400_000.0, "it is no belt round the globe: {} m", extent.width_m());
    // Cut apart by hand: two strips of some two and one degrees; on the sphere of the authalic radius 6,371.007 km a
    // strip of 2.5 degrees between 17 and 21 degrees has R² Δλ (sin 21° − sin 17°).
    let sphere = 6_371.007_f64.powi(2) * 2.5_f64.to_radians() * (21_f64.to_radians().sin() - 17_f64.to_radians().sin());
    let area = world.area_km2(tract("bel"));
    assert!((area - sphere).abs() < sphere * 0.05, "{area} km² is near {sphere} km²");
}

#[test]
fn who_held_what_follows_the_record() {
    let world = world();
    let holders = |id: &str, sense, text: &str| -> Vec<String> {
        world.day_map(day(text)).holders(tract(id), sense).iter().map(|holder| holder.as_str().to_owned()).collect()
    };
    assert_eq!(holders("bel", Sense::DeJure, "1900-05-31"), ["aran"]);
    assert_eq!(holders("bel", Sense::DeFacto, "1900-05-31"), ["bel-council"]);
    assert_eq!(holders("bel", Sense::DeJure, "1900-06-01"), ["cor"]);
    assert_eq!(holders("east-shore", Sense::DeFacto, "1950-01-01"), ["none"]);
    let days: Vec<String> = world.steps().iter().map(|step| step.day.to_string()).collect();
    assert_eq!(days, ["1899-03-01", "1900-06-01", "1920-02-01"]);
    let moved: Vec<usize> =
        world.changes(day("1890-01-01"), day("1910-01-01")).iter().map(|change| change.tract).collect();
    assert!(!moved.is_empty() && moved.iter().all(|moved| *moved == tract("bel")), "{moved:?}");
    assert_eq!((world.first_day(), world.last_day()), (day("1850-01-01"), day("1950-12-31")));
}

#[test]
fn it_is_searched_by_its_own_names() {
    let index = SearchIndex::new(&world(), &Texts::english());
    for (text, expected) in [("Belton", "belton"), ("perana", "belton"), ("Peace of Bel", "peace-of-bel-1900")] {
        assert_eq!(index.search(text, 5).first().map(|hit| hit.id.as_str()), Some(expected), "{text}");
    }
    assert!(index.search("Nakhchivan", 5).is_empty(), "nothing of the embedded atlas is left");
}

// ---- Pictures ----

#[test]
fn its_picture_speaks_of_it_alone() {
    let scene = drawn(&start_state(&world()));
    let texts = texts(&scene);
    for expected in ["1 June 1900", "Peace of Bel", "178° E", "180°", "179° W", "ARAN", "COR"] {
        assert!(texts.iter().any(|text| text.contains(expected)), "{expected} is missing: {texts:?}");
    }
    assert!(!texts.iter().any(|text| text.contains("leagues")), "no leagues after 1899");
    for foreign in ["Kars", "Turkey", "OpenStreetMap", "verst", "Black Sea", "° N"] {
        assert!(!texts.iter().any(|text| text.contains(foreign)), "{foreign} comes from another atlas");
    }
    let before = drawn(&MapState::on(day("1870-01-01")));
    let old = |text: &&str| text.contains("leagues");
    assert!(self::texts(&before).iter().any(old), "leagues before 1900");
    assert!(self::texts(&before).join(" ").contains("The invented border between Aran and Cor"));
}

#[test]
fn no_line_is_drawn_where_a_tract_is_cut_at_the_antimeridian() {
    let world = world();
    let options = MapOptions::resolve(&world, &start_state(&world));
    let seam = world.projection.map_from_lonlat(LonLat::new(180.0, -19.0));
    let seams: Vec<_> = world.ground.arcs().iter().filter(|arc| arc.course.distance_m(seam, 10.0).is_some()).collect();
    assert_eq!(seams.len(), 1, "the seam is an arc");
    assert_eq!((seams[0].left, seams[0].right), (Some(tract("bel")), Some(tract("bel"))));
    assert!(options.focus.ground.is_empty());
    // On the middle of the seam, away from names and rivers, the picture is the tint of its surroundings.
    let state = MapState { layers: std::collections::BTreeSet::new(), ..start_state(&world) };
    let raster = kars_atlas::export::raster(&drawn(&state), 1.0).unwrap();
    let row = |y: u32| -> Vec<[u8; 3]> {
        let pixel = |x: u32| {
            let at = (y * raster.width + x) as usize * 4;
            [raster.rgba[at], raster.rgba[at + 1], raster.rgba[at + 2]]
        };
        (0..raster.width).map(pixel).collect()
    };
    // Colours from left to right: page, Aran, the border with its bands, Bel, border, East Shore, page, legend. A seam
    // would part the run of Bel's colour, which is the longest run of one colour inside the map.
    let row = row(420);
    let bel = world.theme(ThemeChoice::Light);
    let fill = bel.polity("cor").fill.with_opacity(bel.ground.tint).over(bel.ground.paper);
    let near = |pixel: &[u8; 3]| {
        let of = [fill.red, fill.green, fill.blue];
        pixel.iter().zip(of).all(|(a, b)| a.abs_diff(b) <= 2)
    };
    let runs: Vec<usize> = row.split(|pixel| !near(pixel)).map(<[_]>::len).filter(|run| *run > 20).collect();
    assert_eq!(runs.len(), 2, "Bel and the East Shore are a run of Cor's tint each: {runs:?}");
}

#[test]
fn it_is_exported_in_every_format_and_the_same_bytes_each_time() {
    let state = MapState { eras: ["era-1850".to_owned()].into(), ..start_state(&world()) };
    for format in [Format::Png, Format::Svg, Format::Pdf] {
        let bytes = export(&drawn(&state), format).unwrap();
        assert!(bytes.len() > 2_000);
        assert!(bytes == export(&drawn(&state), format).unwrap());
    }
}

#[test]
fn polities_without_colours_of_their_own_are_told_apart() {
    let theme = world().theme(ThemeChoice::Light);
    let fills: Vec<_> = ["aran", "cor", "bel-council"].map(|id| theme.polity(id).fill).into();
    assert!(fills[0] != fills[1] && fills[1] != fills[2] && fills[0] != fills[2]);
}

// ---- The session, without a window ----

#[test]
fn a_session_begins_with_the_day_and_the_ground_of_the_atlas() {
    let session = session();
    assert_eq!(session.state().day, day("1900-06-01"));
    assert_eq!(session.state().extent, Extent::Whole);
    assert_eq!(session.today(), day("1950-12-31"), "no clock: the last day");
}

#[test]
fn steps_go_through_the_changes_and_stop_at_the_ends() {
    let mut session = session();
    let mut days = Vec::new();
    session.apply(Command::SetDay(day("1700-01-01")));
    assert_eq!(session.state().day, day("1850-01-01"), "the first day of the atlas");
    for _ in 0..5 {
        session.apply(Command::Step { forward: true });
        days.push(session.state().day.to_string());
    }
    assert_eq!(days, ["1899-03-01", "1900-06-01", "1920-02-01", "1920-02-01", "1920-02-01"]);
}

#[test]
fn choosing_goes_into_the_history_and_nonsense_does_not() {
    let mut session = session();
    for id in ["bel", "nowhere", "peace-of-bel-1900/1"] {
        session.apply(Command::Select(id.to_owned()));
    }
    assert_eq!(session.selection(), Some("peace-of-bel-1900/1"));
    session.apply(Command::Back);
    assert_eq!(session.selection(), Some("bel"));
    session.apply(Command::Forward);
    session.apply(Command::SideBySide(Some(["line-of-1850/1".to_owned(), "peace-of-bel-1900/1".to_owned()])));
    session.apply(Command::Clear);
    assert_eq!((session.selection(), session.state().beside.as_ref()), (None, None));
}

#[test]
fn the_view_moves_and_comes_back_by_a_link() {
    let mut session = session();
    let whole = session.view();
    session.apply(Command::Select("belton".to_owned()));
    session.apply(Command::FlyTo("belton".to_owned()));
    assert!(session.view().metres_per_point() < whole.metres_per_point() / 4.0, "a town is shown from near");
    let (near, link) = (session.view(), session.link());
    session.apply(Command::Move(ViewMove::FitAll));
    assert_eq!(session.view(), whole);
    session.apply(Command::OpenLink(link));
    assert_eq!(session.selection(), Some("belton"));
    assert!(session.view().centre().distance_m(near.centre()) < 1.5, "a link is right to a metre");
    session.apply(Command::OpenLink("kars-atlas:?date=1600-01-01&select=kars".to_owned()));
    let faults: Vec<Fault> = session.take_faults().into_iter().map(|fault| fault.fault).collect();
    let outside = Fault::Outside { from: day("1850-01-01"), to: day("1950-12-31") };
    assert_eq!(faults, [outside, Fault::NoEntry("kars".to_owned())]);
    assert_eq!(session.state().day, day("1900-06-01"), "what cannot be shown is as at the start");
}

// ---- The program ----

fn atlas(args: &[&str]) -> std::process::Output {
    Process::new(env!("CARGO_BIN_EXE_kars-atlas")).arg("--atlas").arg(folder()).args(args).output().unwrap()
}

#[test]
fn every_command_takes_another_atlas() {
    let told = |args: &[&str]| {
        let output = atlas(args);
        assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    assert!(told(&["query", "--date", "1899-06-01", "--at=-179.9,-19", "--json"]).contains("bel-council"));
    assert!(told(&["list", "tracts", "--json"]).contains("east-shore"));
    assert!(told(&["search", "Belton", "--json"]).contains("belton"));
    assert!(told(&["show", "peace-of-bel-1900/1", "--json"]).contains("segments"));
    assert!(told(&["steps", "--json"]).contains("1899-03-01"));
    assert!(String::from_utf8_lossy(&atlas(&["check"]).stderr).contains("no problem"));
    assert!(told(&["cite", "peace-of-bel-1900/1"]).contains("Peace of Bel"));
    assert_eq!(told(&["link", "--date", "1870"]), "kars-atlas:?date=1870-01-01\n");
    let outside = atlas(&["query", "--date", "1899-06-01", "--at", "43.09,40.60"]);
    assert_eq!(outside.status.code(), Some(1));
    let told = String::from_utf8_lossy(&outside.stderr).into_owned();
    assert!(told.contains("outside the atlas") && told.contains("176 to 182 E"), "{told}");
}

#[test]
fn a_folder_without_settings_is_no_atlas_and_says_why() {
    let empty = tempfile::tempdir().unwrap();
    for (text, expected) in [(None, "atlas.toml"), (Some("title = \"x\"\nframe = 7\n"), "atlas.toml:2")] {
        if let Some(text) = text {
            std::fs::write(empty.path().join("atlas.toml"), text).unwrap();
        }
        let output = Process::new(env!("CARGO_BIN_EXE_kars-atlas"))
            .args(["--atlas", empty.path().to_str().unwrap(), "list", "tracts"])
            .output()
            .unwrap();
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(1), "{told}");
        assert!(told.contains("is no atlas") && told.contains(expected), "{told}");
    }
}

#[cfg(feature = "gui")]
#[test]
fn the_window_opens_with_it() {
    use egui_kittest::kittest::Queryable as _;
    use kars_atlas::app::{DrawingMode, KarsAtlas};
    use kars_atlas::session::StoredState;

    let mut harness = egui_kittest::Harness::builder().with_size([1_280.0, 800.0]).build_eframe(|context| {
        KarsAtlas::new(&context.egui_ctx, world(), StoredState::new(start_state(&world())), DrawingMode::AtOnce)
    });
    harness.run_steps(6);
    harness.get_by_label_contains("around 1900");
    harness.get_by_label("Line of 1900 by stretches");
    let bel = harness.query_all_by_label_contains("Bel").count();
    assert!(bel > 0, "its regions are in the accessibility tree");
    harness.state_mut().session_mut().apply(Command::Select("bel".to_owned()));
    harness.run_steps(4);
    assert!(harness.query_all_by_label_contains("Peace of Bel").next().is_some(), "its articles are in the panel");
}
