//! Layers of a reader's own: read through one door, drawn at the level of detail of the view, named, picked, switched on
//! and off, told when there is nothing of them to see.
#![cfg(test)]

use std::path::PathBuf;
use std::process::{Command as Program, Output};
use std::sync::{Arc, OnceLock};

use kars_atlas::catalog::load_embedded;
use kars_atlas::geometry::{clip, distance_to_segment};
use kars_atlas::layer::{self, FeatureRef, Layer, ShapeKind};
use kars_atlas::map::{LegendSign, MapOptions, Picked, legend, map_scene, pick};
use kars_atlas::model::{Problem, Severity};
use kars_atlas::page::figure;
use kars_atlas::scene::SceneItem;
use kars_atlas::session::{Command, Session, start_state};
use kars_atlas::symbology::{Theme, ThemeChoice};
use kars_atlas::units::{LonLat, MapPoint, MapRect, PagePoint, PageRect};
use kars_atlas::view::{BaseLayer, MapView, NamesShown};
use kars_atlas::world::World;

const PAGE: PageRect = PageRect::new(0.0, 0.0, 900.0, 600.0);

fn world() -> &'static Arc<World> {
    static WORLD: OnceLock<Arc<World>> = OnceLock::new();
    WORLD.get_or_init(|| Arc::new(World::new(load_embedded())))
}

fn light() -> Theme {
    world().theme(ThemeChoice::Light)
}

fn read(text: &str) -> (Arc<Layer>, Vec<Problem>) {
    let (layer, problems) = layer::read("folder/My data.geojson", text.as_bytes(), &world().projection);
    (Arc::new(layer), problems)
}

fn collection(features: &[String]) -> String {
    format!(r#"{{"type": "FeatureCollection", "features": [{}]}}"#, features.join(",\n"))
}

fn feature(properties: &str, kind: &str, coordinates: &str) -> String {
    format!(
        r#"{{"type": "Feature", "properties": {properties}, "geometry": {{"type": "{kind}", "coordinates": {coordinates}}}}}"#
    )
}

/// A point on a line over an area, all around 43.5 E, 40.5 N.
fn three_kinds() -> Arc<Layer> {
    let area = "[[[43.0, 40.2], [44.0, 40.2], [44.0, 40.8], [43.0, 40.8], [43.0, 40.2]]]";
    let (layer, problems) = read(&collection(&[
        feature(r#"{"zeal": 3, "name": "Field", "age": null, "apples": ["red", 2]}"#, "Polygon", area),
        feature(r#"{"title": "Old road"}"#, "LineString", "[[43.0, 40.5], [44.0, 40.5]]"),
        feature(r#"{"label": "Well"}"#, "Point", "[43.5, 40.5]"),
    ]));
    assert!(problems.is_empty(), "{}", problems[0]);
    layer
}

/// Numbers between 0 and 1 that are the same in every run.
fn random(seed: u64) -> impl FnMut() -> f64 {
    let mut state = seed;
    move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        f64::from(u32::try_from(state >> 32).unwrap()) / f64::from(u32::MAX)
    }
}

/// A closed line of many bends about the middle of the map, as rough near by as from afar.
fn rough_ring(points: u32) -> String {
    let mut random = random(7);
    let corners: Vec<String> = (0..points)
        .map(|at| {
            let angle = f64::from(at) / f64::from(points) * std::f64::consts::TAU;
            let radius = 1.2 + 0.3 * (angle * 9.0).sin() + 0.05 * (angle * 211.0).sin() + 0.01 * random();
            format!("[{:.7}, {:.7}]", 43.7 + radius * angle.cos(), 40.4 + radius * 0.8 * angle.sin())
        })
        .collect();
    format!("[{}, {}]", corners.join(", "), corners[0])
}

fn rough_layer() -> Arc<Layer> {
    let ring = rough_ring(6_000);
    read(&collection(&[feature("null", "Polygon", &format!("[{ring}]")), feature("null", "LineString", &ring)])).0
}

fn everywhere() -> MapRect {
    MapRect::around(&[MapPoint::new(-1e9, -1e9), MapPoint::new(1e9, 1e9)])
}

/// The view of some degrees around a position on the page.
fn view(lon: f64, lat: f64, degrees: f64) -> MapView {
    let at = |lon, lat| world().projection.map_from_lonlat(LonLat::new(lon, lat));
    let extent = MapRect::around(&[at(lon - degrees, lat - degrees), at(lon + degrees, lat + degrees)]);
    MapView::fitting(extent, PAGE.width, PAGE.height, 0.0)
}

/// Nothing but the ground and some layers.
fn bare(layers: &[Arc<Layer>]) -> MapOptions {
    let mut options = MapOptions::resolve(world(), &start_state(world()));
    options.base.clear();
    options.layers = layers.to_vec();
    options
}

fn texts(items: &[SceneItem]) -> Vec<String> {
    SceneItem::ungrouped(items)
        .into_iter()
        .filter_map(|item| if let SceneItem::Text(text) = item { Some(text.text.clone()) } else { None })
        .collect()
}

#[test]
fn no_point_is_farther_from_the_simplified_line_than_the_tolerance() {
    let layer = rough_layer();
    for shape in layer.features.shapes() {
        let whole = layer.features.lines(shape, 0.0, &everywhere()).next().unwrap();
        for tolerance_m in [30.0, 200.0, 1_500.0, 12_000.0] {
            let kept = layer.features.lines(shape, tolerance_m, &everywhere()).next().unwrap();
            assert!(kept.len() < whole.len(), "{tolerance_m} m leaves nothing out");
            for point in &whole {
                let off = kept.windows(2).map(|pair| distance_to_segment(*point, pair[0], pair[1]));
                let off = off.fold(f64::INFINITY, f64::min);
                assert!(off <= tolerance_m, "{point:?} is {off} m off at {tolerance_m} m");
            }
        }
    }
}

#[test]
fn what_is_culled_changes_nothing_of_what_is_seen() {
    let layer = rough_layer();
    let mut random = random(11);
    let mut culled = 0;
    for _ in 0..60 {
        let view = view(42.0 + 3.4 * random(), 39.2 + 2.4 * random(), 0.02 + 0.5 * random());
        let within = view.extent(PAGE);
        let tolerance_m = 0.35 * view.metres_per_point();
        for shape in layer.features.shapes() {
            let page = |within: &MapRect| -> Vec<PagePoint> {
                let line = layer.features.lines(shape, tolerance_m, within).next().unwrap();
                line.into_iter().map(|point| view.page_from_map(point, PAGE)).collect()
            };
            let (part, all) = (page(&within), page(&everywhere()));
            culled += all.len() - part.len();
            assert_eq!(clip::line(&part, PAGE), clip::line(&all, PAGE));
            let (part, all) = (clip::ring(&part, PAGE), clip::ring(&all, PAGE));
            for _ in 0..40 {
                let at = PagePoint::new(PAGE.width * random(), PAGE.height * random());
                assert_eq!(is_inside(&part, at), is_inside(&all, at), "{at:?}");
            }
        }
    }
    assert!(culled > 10_000, "only {culled} points were left out");
}

fn is_inside(ring: &[PagePoint], at: PagePoint) -> bool {
    let next = ring.iter().cycle().skip(1);
    let crosses = |(a, b): &(&PagePoint, &PagePoint)| {
        (a.y > at.y) != (b.y > at.y) && at.x < a.x + (at.y - a.y) / (b.y - a.y) * (b.x - a.x)
    };
    ring.iter().zip(next).filter(crosses).count() % 2 == 1
}

#[test]
fn the_index_finds_the_shapes_that_a_look_at_each_finds_in_their_order() {
    let mut random = random(3);
    let mut features = Vec::new();
    for _ in 0..700 {
        let (lon, lat) = (40.0 + 7.0 * random(), 38.5 + 4.0 * random());
        features.push(match features.len() % 3 {
            0 => feature("null", "Point", &format!("[{lon}, {lat}]")),
            1 => feature("null", "LineString", &format!("[[{lon}, {lat}], [{}, {lat}]]", lon + random())),
            _ => {
                let (east, north) = (lon + 0.3 * random() + 0.01, lat + 0.3 * random() + 0.01);
                let ring = format!("[[[{lon}, {lat}], [{east}, {lat}], [{east}, {north}], [{lon}, {lat}]]]");
                feature("null", "Polygon", &ring)
            }
        });
    }
    let layer = read(&collection(&features)).0;
    let mut found = 0;
    for _ in 0..50 {
        let within = view(40.0 + 7.0 * random(), 38.5 + 4.0 * random(), random()).extent(PAGE);
        let of_index: Vec<usize> = layer.features.shapes_meeting(&within).iter().map(|shape| shape.feature).collect();
        let met = layer.features.shapes().iter().filter(|shape| shape.extent.intersects(&within));
        let of_all: Vec<usize> = met.map(|shape| shape.feature).collect();
        assert_eq!(of_index, of_all);
        found += of_all.len();
    }
    assert!((1_000..30_000).contains(&found), "{found} of 35000 are found");
}

/// The items of the group, however deep, that has dots of its own: the reader's layer, where towns are not shown.
fn group_with_dots(items: &[SceneItem]) -> Option<&[SceneItem]> {
    let groups = || items.iter().filter_map(|item| if let SceneItem::Group(group) = item { Some(group) } else { None });
    let has_dots = |items: &[SceneItem]| items.iter().any(|item| matches!(item, SceneItem::Dots { .. }));
    let own = groups().find(|group| has_dots(&group.items)).map(|group| group.items.as_slice());
    own.or_else(|| groups().find_map(|group| group_with_dots(&group.items)))
}

#[test]
fn each_kind_of_feature_is_drawn_and_named() {
    let layer = three_kinds();
    let options = bare(&[Arc::clone(&layer)]);
    let items = map_scene(world(), &light(), &options, view(43.5, 40.5, 0.6), PAGE, &[]);
    let names = texts(&items);
    for name in ["Old road", "Well"] {
        assert!(names.iter().any(|text| text == name), "{name} is not among {names:?}");
    }
    let own = group_with_dots(&items).expect("the layer is a group");
    let kinds: String = own
        .iter()
        .map(|item| match item {
            SceneItem::Fill { .. } => 'a',
            SceneItem::Lines { .. } => 'l',
            SceneItem::Dots { .. } => 'd',
            _ => '?',
        })
        .collect();
    assert_eq!(kinds, "alldd", "the area, its outline, the line, the rim of the point and the point");
    let only_area = read(&feature(
        r#"{"name": "Field"}"#,
        "Polygon",
        "[[[43.0, 40.2], [44.0, 40.2], [44.0, 40.8], [43.0, 40.8], [43.0, 40.2]]]",
    ))
    .0;
    let items = map_scene(world(), &light(), &bare(&[only_area]), view(43.5, 40.5, 0.6), PAGE, &[]);
    assert!(texts(&items).contains(&"Field".to_owned()));
    let quiet = MapOptions { names: NamesShown::None, ..options };
    assert!(texts(&map_scene(world(), &light(), &quiet, view(43.5, 40.5, 0.6), PAGE, &[])).is_empty());
}

#[test]
fn a_layer_that_is_not_on_the_page_draws_nothing() {
    let (with, without) = (bare(&[three_kinds()]), bare(&[]));
    let drawn = |options: &MapOptions, view| format!("{:?}", map_scene(world(), &light(), options, view, PAGE, &[]));
    assert_eq!(drawn(&with, view(46.0, 39.5, 0.5)), drawn(&without, view(46.0, 39.5, 0.5)));
    assert_ne!(drawn(&with, view(43.5, 40.5, 0.5)), drawn(&without, view(43.5, 40.5, 0.5)));
}

#[test]
fn areas_too_small_to_be_seen_are_drawn_as_specks() {
    let area = "[[[43.5, 40.5], [43.5001, 40.5], [43.5001, 40.5001], [43.5, 40.5]]]";
    let layer = read(&feature("null", "Polygon", area)).0;
    let items = map_scene(world(), &light(), &bare(&[layer]), view(43.5, 40.5, 2.0), PAGE, &[]);
    let specks = |item: &&SceneItem| matches!(item, SceneItem::Dots { centres, .. } if centres.len() == 1);
    assert_eq!(SceneItem::ungrouped(&items).into_iter().filter(specks).count(), 1);
}

#[test]
fn the_legend_has_an_entry_for_each_layer_by_its_name() {
    let line = read(&feature("null", "LineString", "[[43, 40], [44, 41]]")).0;
    let empty = read(r#"{"type": "FeatureCollection", "features": []}"#).0;
    let entries = legend(world(), &light(), &bare(&[three_kinds(), line, empty]), view(43.5, 40.5, 1.0), None);
    let own: Vec<_> = entries.iter().filter(|entry| entry.text == "My data").map(|entry| &entry.sign).collect();
    assert!(matches!(own.as_slice(), [LegendSign::Line { .. }, LegendSign::Tint { .. }]), "{own:?}");
    let scene = figure(world(), &[three_kinds()], &light(), &start_state(world()), [900, 600]);
    assert_eq!(texts(&scene.items).iter().filter(|text| *text == "My data").count(), 1);
}

#[test]
fn under_the_pointer_points_come_before_lines_and_areas_and_the_tract_is_last() {
    let layer = three_kinds();
    let options = bare(&[Arc::clone(&layer)]);
    let view = view(43.5, 40.5, 0.6);
    let under = |lon, lat| -> Vec<String> {
        let at = view.page_from_map(world().projection.map_from_lonlat(LonLat::new(lon, lat)), PAGE);
        pick(world(), &options, view, PAGE, at).iter().map(Picked::name).collect()
    };
    let tract = under(43.5, 40.9).last().cloned().unwrap();
    assert_eq!(under(43.5, 40.5)[..3], ["Well", "Old road", "Field"]);
    assert_eq!(under(43.7, 40.5)[..2], ["Old road", "Field"]);
    let in_area = under(43.5, 40.7);
    assert_eq!((in_area[0].as_str(), in_area.len()), ("Field", 2), "{in_area:?}");
    assert!(!under(43.5, 40.9).contains(&"Field".to_owned()), "{tract}");
}

#[test]
fn a_hole_is_no_part_of_its_area() {
    let rings = "[[[43.0, 40.0], [44.0, 40.0], [44.0, 41.0], [43.0, 41.0], [43.0, 40.0]],
        [[43.3, 40.3], [43.3, 40.7], [43.7, 40.7], [43.7, 40.3], [43.3, 40.3]]]";
    let layer = read(&feature("null", "Polygon", rings)).0;
    let hits = |lon, lat| layer.features.near(world().projection.map_from_lonlat(LonLat::new(lon, lat)), 10.0, 10.0);
    assert_eq!(hits(43.1, 40.5).iter().map(|hit| hit.kind).collect::<Vec<_>>(), [ShapeKind::Area]);
    assert!(hits(43.5, 40.5).is_empty());
    assert_eq!(hits(43.3, 40.5).len(), 1, "the edge of the hole is near");
}

#[test]
fn what_there_is_nothing_to_see_of_is_told() {
    for (text, message) in [
        (collection(&[]), "no features"),
        (
            r#"{"type": "Feature", "properties": null, "geometry": null}"#.to_owned(),
            "no feature in the file has a geometry",
        ),
        (feature("null", "Polygon", "[]"), "no feature in the file has a geometry"),
        (feature("null", "Point", "[-3.7, 40.4]"), "outside"),
        (feature("null", "LineString", "[[10, 10], [12, 80]]"), "outside"),
    ] {
        let (_, problems) = read(&text);
        assert_eq!(problems.len(), 1, "{text}: {problems:?}");
        assert!(problems[0].message.contains(message), "{text}: {}", problems[0]);
        assert_eq!(problems[0].severity, Severity::Warning);
    }
    let around = "[[[20, 30], [60, 30], [60, 50], [20, 50], [20, 30]]]";
    assert!(read(&feature("null", "Polygon", around)).1.is_empty(), "what goes around the frame is seen in it");
    let (layer, problems) = read("nothing of the kind");
    assert!(layer.features.is_empty());
    assert_eq!(problems.len(), 1, "a file that cannot be read is not empty as well: {problems:?}");
}

fn session() -> Session {
    Session::new(Arc::clone(world()), start_state(world()), ThemeChoice::Light).0
}

#[test]
fn layers_are_added_hidden_and_removed_and_a_file_opened_again_takes_its_place() {
    let mut session = session();
    let (first, second) = (three_kinds(), rough_layer());
    assert_eq!(first.source, second.source);
    let other = Arc::new(layer::read("other.json", b"", &world().projection).0);
    session.apply(Command::AddLayer { layer: Arc::clone(&first), problems: Vec::new() });
    session.apply(Command::AddLayer { layer: Arc::clone(&other), problems: Vec::new() });
    assert_eq!(session.options().layers, [Arc::clone(&first), Arc::clone(&other)]);
    session.apply(Command::ShowLayer { layer: Arc::clone(&first), shown: false });
    assert_eq!(session.options().layers, [Arc::clone(&other)]);
    assert_eq!(session.layers().len(), 2);
    session.apply(Command::AddLayer { layer: Arc::clone(&second), problems: Vec::new() });
    assert_eq!(session.options().layers, [second, Arc::clone(&other)], "in the place of the first, and shown");
    session.apply(Command::RemoveLayer(other));
    assert_eq!(session.layers().len(), 1);
}

#[test]
fn a_feature_is_chosen_in_place_of_an_entry_and_goes_with_its_layer() {
    let mut session = session();
    let layer = three_kinds();
    let well = FeatureRef { layer: Arc::clone(&layer), at: 2 };
    let tract = world().atlas.tracts.as_slice()[0].id.clone();
    session.apply(Command::AddLayer { layer: Arc::clone(&layer), problems: Vec::new() });
    session.apply(Command::Select(tract.clone()));
    let picked = Picked::Feature(well.clone());
    let entry = Picked::Entry { id: tract.clone(), name: String::new() };
    session.apply(Command::SelectFrom { picked: picked.clone(), offered: vec![picked.clone(), entry.clone()] });
    assert_eq!((session.feature(), session.selection()), (Some(&well), None));
    assert_eq!(session.options().focus.feature.as_ref(), Some(&well));
    session.apply(Command::Back);
    assert_eq!((session.feature(), session.selection()), (None, Some(tract.as_str())));
    session.apply(Command::SelectFrom { picked: picked.clone(), offered: vec![picked, entry.clone()] });
    session.apply(Command::RemoveLayer(layer));
    assert_eq!(session.feature(), None);
    assert_eq!(session.offered, [entry]);
}

#[test]
fn a_map_is_drawn_anew_for_another_layer_and_not_for_the_same() {
    let (first, twin) = (three_kinds(), three_kinds());
    assert_eq!(bare(&[Arc::clone(&first)]), bare(&[Arc::clone(&first)]));
    assert_ne!(bare(&[first]), bare(&[twin]));
}

#[test]
fn the_list_of_the_atlas_own_layers_names_each_once() {
    let ids: std::collections::BTreeSet<_> = BaseLayer::ALL.into_iter().map(BaseLayer::id).collect();
    assert_eq!(ids.len(), BaseLayer::ALL.len());
    assert!(BaseLayer::ALL.into_iter().all(|layer| BaseLayer::from_id(layer.id()) == Some(layer)));
}

fn written(name: &str, text: &str) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join(name);
    std::fs::write(&file, text).unwrap();
    (folder, file)
}

fn atlas(args: &[&str]) -> Output {
    Program::new(env!("CARGO_BIN_EXE_kars-atlas")).args(args).output().unwrap()
}

#[test]
fn check_and_export_say_that_a_file_lies_outside_the_map() {
    let (folder, file) = written("madrid.geojson", &feature("null", "Point", "[-3.7, 40.4]"));
    let checked = atlas(&["check", file.to_str().unwrap()]);
    let told = String::from_utf8(checked.stdout).unwrap();
    assert!(told.contains("madrid.geojson: warning: everything in the file lies outside"), "{told}");
    assert_eq!(checked.status.code(), Some(1));
    let output = folder.path().join("map.png");
    let output = output.to_str().unwrap();
    let size = ["--size", "600x400", "--output", output];
    let exported = atlas(&[&["export", "--date", "1921-10-13", file.to_str().unwrap()], size.as_slice()].concat());
    assert_eq!(exported.status.code(), Some(0));
    assert!(String::from_utf8(exported.stderr).unwrap().contains("outside the map"));
}

#[cfg(feature = "gui")]
mod window {
    use std::path::Path;

    use egui::accesskit::Role;
    use egui::{Modifiers, Pos2, Vec2};
    use egui_kittest::Harness;
    use egui_kittest::kittest::{NodeT as _, Queryable as _};
    use kars_atlas::app::{DrawingMode, KarsAtlas};
    use kars_atlas::session::StoredState;

    use super::*;

    #[derive(Debug)]
    struct Dropped(PathBuf, String);

    impl egui::DroppedFile for Dropped {
        fn path(&self) -> &Path {
            &self.0
        }

        fn bytes(&self) -> Result<Vec<u8>, String> {
            Ok(self.1.as_bytes().to_vec())
        }
    }

    fn window(mode: DrawingMode) -> Harness<'static, KarsAtlas> {
        let stored = StoredState::new(start_state(world()));
        let world = Arc::clone(world());
        let mut harness = Harness::builder()
            .with_size(Vec2::new(1_280.0, 1_000.0))
            .build_eframe(move |context| KarsAtlas::new(&context.egui_ctx, world, stored, mode));
        harness.run_steps(6);
        harness
    }

    fn drop_file(harness: &mut Harness<'_, KarsAtlas>, name: &str, text: &str) {
        harness.input_mut().dropped_files.push(Arc::new(Dropped(name.into(), text.to_owned())));
        harness.run_steps(4);
    }

    fn three_texts() -> String {
        let area = "[[[43.0, 40.2], [44.0, 40.2], [44.0, 40.8], [43.0, 40.8], [43.0, 40.2]]]";
        collection(&[
            feature(r#"{"zeal": 3, "name": "Field", "age": null, "apples": ["red", 2]}"#, "Polygon", area),
            feature(r#"{"name": "Bad"}"#, "Point", "[143.5]"),
        ])
    }

    fn labels(harness: &Harness<'_, KarsAtlas>, role: Role) -> Vec<String> {
        harness
            .query_all_by_role(role)
            .filter_map(|node| node.accesskit_node().label().or(node.accesskit_node().value()))
            .collect()
    }

    #[test]
    fn a_dropped_file_has_a_row_with_what_was_read_and_what_was_wrong() {
        let mut harness = window(DrawingMode::AtOnce);
        drop_file(&mut harness, "/somewhere/fields.geojson", &three_texts());
        let session = harness.state().session();
        assert_eq!((session.layers().len(), session.layers()[0].problems.len()), (1, 1));
        let said = labels(&harness, Role::Label);
        assert!(said.iter().any(|text| text == "1 feature"), "{said:?}");
        harness.get_by_label("1 problem").click();
        harness.run_steps(12);
        let said = labels(&harness, Role::Label);
        assert!(said.iter().any(|text| text.starts_with("Line 2: ") && text.contains("two numbers")), "{said:?}");
    }

    #[test]
    fn a_layer_is_hidden_and_removed_by_name() {
        let mut harness = window(DrawingMode::AtOnce);
        drop_file(&mut harness, "fields.geojson", &three_texts());
        harness.get_by_label("Show fields").click();
        harness.run_steps(3);
        assert!(harness.state().session().shown_layers().is_empty());
        harness.get_by_label("Show fields").click();
        harness.run_steps(3);
        assert_eq!(harness.state().session().shown_layers().len(), 1);
        harness.get_by_label("Remove fields").click();
        harness.run_steps(3);
        assert!(harness.state().session().layers().is_empty());
        assert!(harness.query_by_label("Remove fields").is_none());
    }

    #[test]
    #[expect(clippy::cast_possible_truncation, reason = "egui works in f32")]
    fn a_click_on_a_feature_shows_its_properties_in_order_and_escape_leaves_it() {
        let mut harness = window(DrawingMode::AtOnce);
        drop_file(&mut harness, "fields.geojson", &three_texts());
        let session = harness.state().session();
        let at = world().projection.map_from_lonlat(LonLat::new(43.9, 40.25));
        let at = session.view().page_from_map(at, session.page());
        let at = Pos2::new(at.x as f32, at.y as f32);
        harness.hover_at(at);
        harness.run_steps(2);
        harness.drag_at(at);
        harness.run_steps(1);
        harness.drop_at(at);
        harness.run_steps(4);
        let title = harness.state().session().feature().map(FeatureRef::title);
        assert_eq!(title.as_deref(), Some("Field"));
        let said = labels(&harness, Role::Label);
        let place =
            |text: &str| said.iter().position(|label| label == text).unwrap_or_else(|| panic!("{text}: {said:?}"));
        assert!(place("zeal") < place("name") && place("name") < place("apples"));
        assert_eq!(place("[\"red\",2]"), place("apples") + 1);
        assert!(!said.iter().any(|label| label == "age"), "a property that is null says nothing");
        assert!(said.iter().any(|label| label == "Also here"), "{said:?}");
        harness.key_press_modifiers(Modifiers::NONE, egui::Key::Escape);
        harness.run_steps(3);
        assert_eq!(harness.state().session().feature(), None);
    }

    #[test]
    fn files_are_read_beside_the_window() {
        let (_folder, file) = written("fields.geojson", &three_texts());
        let mut harness = window(DrawingMode::Thread);
        harness.state_mut().open_files(vec![file, "/nowhere/at/all.geojson".into()]);
        for _ in 0..500 {
            harness.run_steps(1);
            if !harness.state().session().layers().is_empty() {
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(10));
        }
        assert_eq!(harness.state().session().layers().len(), 1, "the one that is there arrives");
    }
}
