//! Three scenes as text, so that a change of the composer can be read in a diff: a line per item, with its place to a
//! tenth of a point. Renew them with `UPDATE_EXPECT=1 cargo test --test scenes`, and read the diff.

#![cfg(test)]

mod scene_text;

use std::sync::LazyLock;

use expect_test::expect_file;
use kars_atlas::catalog;
use kars_atlas::export::{pdf, raster, svg};
use kars_atlas::map::{MapOptions, map_scene};
use kars_atlas::page::figure;
use kars_atlas::scene::{Anchor, Group, LinkTarget, Pattern, Scene, SceneItem, Stroke, TextLook, Transform};
use kars_atlas::symbology::{Colour, Theme, ThemeChoice};
use kars_atlas::typeset::Face;
use kars_atlas::units::{LonLat, PagePoint, PageRect};
use kars_atlas::view::{BaseLayer, Compare, CompareMode, Extent, GeoView, MapState, MapView, NamesShown, Senses};
use kars_atlas::world::World;
use scene_text::describe;

static WORLD: LazyLock<World> = LazyLock::new(|| World::new(catalog::load_embedded()));

fn theme() -> Theme {
    WORLD.theme(ThemeChoice::Light)
}

fn on(day: &str) -> MapState {
    MapState::on(day.parse().unwrap())
}

// ---- Snapshots ----

#[test]
fn a_figure_of_the_whole_frame_is_as_described() {
    let state = MapState { names: NamesShown::Few, ..on("1921-10-13") };
    let scene = figure(&WORLD, &[], &theme(), &state, [900, 600]);
    expect_file!["snapshots/figure.txt"].assert_eq(&describe(&scene.items));
}

#[test]
fn a_near_map_with_every_sense_and_a_line_of_another_treaty_is_as_described() {
    let era = WORLD.atlas.eras.iter().next().unwrap().id.clone();
    let state = MapState {
        senses: Senses { de_jure: true, de_facto: true, claims: true },
        eras: [era].into(),
        ..on("1919-03-01")
    };
    let options = MapOptions::resolve(&WORLD, &state);
    let view = GeoView { at: LonLat::new(43.1, 40.6), metres_per_point: 260.0 };
    let view = MapView::new(WORLD.projection.map_from_lonlat(view.at), view.metres_per_point);
    let items = map_scene(&WORLD, &theme(), &options, view, PageRect::new(0.0, 0.0, 640.0, 480.0), &[]);
    expect_file!["snapshots/near.txt"].assert_eq(&describe(&items));
}

#[test]
fn two_days_side_by_side_are_as_described() {
    let compare = Compare { with: "1878-07-14".parse().unwrap(), mode: CompareMode::SideBySide, at: Compare::MIDDLE };
    let layers = [BaseLayer::Rivers, BaseLayer::Lakes].map(|layer| layer.id().to_owned());
    let view = GeoView { at: LonLat::new(43.1, 40.6), metres_per_point: 700.0 };
    let state = MapState {
        compare: Some(compare),
        layers: layers.into(),
        names: NamesShown::States,
        extent: Extent::At(view),
        ..on("1921-10-13")
    };
    let scene = figure(&WORLD, &[], &theme(), &state, [900, 500]);
    expect_file!["snapshots/side-by-side.txt"].assert_eq(&describe(&scene.items));
}

// ---- Groups and links ----

const RED: Colour = Colour { red: 200, green: 0, blue: 0, alpha: 255 };
const WHITE: Colour = Colour { red: 255, green: 255, blue: 255, alpha: 255 };

fn square(left: f64, top: f64, side: f64) -> Vec<PagePoint> {
    PageRect::new(left, top, side, side).ring()
}

fn page(items: Vec<SceneItem>) -> Scene {
    Scene { width: 400.0, height: 300.0, items, description: "A test".to_owned(), ..Scene::empty(WHITE) }
}

fn pixels(items: Vec<SceneItem>) -> Vec<u8> {
    raster(&page(items), 1.0).unwrap().rgba
}

/// One item of every kind that has a size.
fn everything() -> Vec<SceneItem> {
    let look = TextLook::plain(Face::Serif, 14.0, RED).with_halo(WHITE, 2.0);
    vec![
        SceneItem::Fill { rings: vec![square(10.0, 10.0, 40.0)], colour: RED },
        SceneItem::Patterned {
            rings: vec![square(60.0, 10.0, 40.0)],
            pattern: Pattern::Dots { spacing: 5.0, radius: 1.0 },
            colour: RED,
        },
        SceneItem::Lines {
            lines: vec![vec![PagePoint::new(10.0, 60.0), PagePoint::new(90.0, 70.0)]],
            stroke: Stroke::dashed(RED, 2.0, &[6.0, 3.0]),
        },
        SceneItem::Dots { centres: vec![PagePoint::new(20.0, 85.0)], radius: 4.0, colour: RED },
        SceneItem::Text(look.level("Text", PagePoint::new(40.0, 90.0), Anchor::Start)),
    ]
}

#[test]
fn a_transform_draws_what_the_larger_items_would_draw() {
    let by = Transform { scale: 2.0, x: 30.0, y: 20.0 };
    let moved = pixels(vec![SceneItem::Group(Group::transformed(everything(), by))]);
    let fill = |rect: PageRect| SceneItem::Fill { rings: vec![rect.ring()], colour: RED };
    let alone = |item: SceneItem| pixels(vec![SceneItem::Group(Group::transformed(vec![item], by))]);
    assert!(
        alone(fill(PageRect::new(10.0, 10.0, 40.0, 40.0))) == pixels(vec![fill(PageRect::new(50.0, 40.0, 80.0, 80.0))])
    );
    let twice = Group::transformed(
        vec![SceneItem::Group(Group::transformed(everything(), Transform { scale: 2.0, x: 10.0, y: 5.0 }))],
        Transform { scale: 1.0, x: 20.0, y: 15.0 },
    );
    assert!(pixels(vec![SceneItem::Group(twice)]) == moved, "one transform within another");
    assert!(moved != pixels(everything()));
}

#[test]
fn a_clip_leaves_what_is_inside_and_what_was_there_outside() {
    let ground = || SceneItem::Fill { rings: vec![square(0.0, 0.0, 200.0)], colour: Colour { alpha: 90, ..RED } };
    let (all, below) = (pixels([vec![ground()], everything()].concat()), pixels(vec![ground()]));
    let (left, top, side) = (20, 20, 57);
    let clip = vec![square(f64::from(left), f64::from(top), f64::from(side))];
    let group = Group::clipped(everything(), clip);
    let (mut inside, mut outside) = (0, 0);
    for keep in [false, true] {
        let clipped = pixels(vec![ground(), SceneItem::Group(Group { keep, ..group.clone() })]);
        for (nth, pixel) in clipped.chunks_exact(4).enumerate() {
            let nth = i32::try_from(nth).unwrap();
            let is_inside = (left..left + side).contains(&(nth % 400)) && (top..top + side).contains(&(nth / 400));
            let at = usize::try_from(nth).unwrap() * 4;
            let wanted = if is_inside { &all[at..at + 4] } else { &below[at..at + 4] };
            // A group that is kept is drawn by itself first, and rounded once more.
            let off = pixel.iter().zip(wanted).map(|(a, b)| a.abs_diff(*b)).max().unwrap();
            assert!(off <= u8::from(keep), "{} {}: {pixel:?} and {wanted:?}", nth % 400, nth / 400);
            let drawn = usize::from(all[at..at + 4] != below[at..at + 4]);
            if is_inside { inside += drawn } else { outside += drawn }
        }
    }
    assert!(inside > 1_000 && outside > 1_000, "{inside} pixels inside and {outside} outside prove something");
}

#[test]
fn a_clip_without_rings_lets_nothing_through() {
    let group = SceneItem::Group(Group::clipped(everything(), Vec::new()));
    assert!(pixels(vec![group.clone()]) == pixels(Vec::new()));
    let [with, without] = [vec![group], Vec::new()].map(|items| pdf(&page(items)).unwrap().len());
    assert_eq!(with, without);
}

/// The commands of a page of a PDF, which is written without compression where its file asks for it.
#[test]
fn every_format_says_clip_transform_and_link_in_its_own_words() {
    let url = "https://example.org/?a=1&b=2";
    let link = SceneItem::Link { area: PageRect::new(10.0, 20.0, 30.0, 5.0), target: LinkTarget::Url(url.to_owned()) };
    let group = Group {
        items: vec![link, everything().remove(0)],
        clip: Some(vec![square(0.0, 0.0, 60.0)]),
        transform: Transform { scale: 2.0, x: 100.0, y: 50.0 },
        keep: false,
    };
    let scene = page(vec![SceneItem::Group(group)]);
    let text = svg(&scene).unwrap();
    for part in [
        r#"<clipPath id="clip1"><path d="M0 0L60 0L60 60L0 60Z" clip-rule="evenodd"/></clipPath>"#,
        r#"<g clip-path="url(#clip1)" transform="translate(100 50) scale(2)">"#,
        r#"<a href="https://example.org/?a=1&amp;b=2">"#,
    ] {
        assert!(text.contains(part), "{part} is not in\n{text}");
    }
    let file = String::from_utf8_lossy(&pdf(&scene).unwrap()).into_owned();
    assert!(file.contains("(https://example.org/?a=1&b=2)"), "the address stands in the PDF");
    // 20, 40 and 80 by 50 points: the area as the transform puts it, from the lower left corner of the page.
    let rect = file.split("/Rect").nth(1).and_then(|rest| rest.split(']').next()).unwrap();
    let numbers: Vec<f64> =
        rect.split(|c: char| !(c.is_ascii_digit() || c == '.')).filter_map(|number| number.parse().ok()).collect();
    assert_eq!(numbers, [120.0, 200.0, 180.0, 210.0], "{rect}");
    let with_link = pixels(scene.items.clone());
    let mut scene = scene;
    let SceneItem::Group(group) = &mut scene.items[0] else { panic!("a group") };
    group.items.remove(0);
    assert!(with_link == pixels(scene.items), "a link has no ink");
}

#[test]
fn an_item_is_described_in_one_line() {
    let group = Group { clip: Some(vec![square(0.0, 0.0, 60.0)]), ..Group::kept(everything()) };
    expect_test::expect![[r#"
        group kept within 1/4 [0.0 0.0 60.0 60.0]
          fill #C80000 1/4 [10.0 10.0 50.0 50.0]
          dotted 5.0 radius 1.0 #C80000 1/4 [60.0 10.0 100.0 50.0]
          lines #C80000 width 2.0 dash 6.0 3.0 1/2 [10.0 60.0 90.0 70.0]
          dots #C80000 radius 4.0 1/1 [20.0 85.0 20.0 85.0]
          text "Text" size 14.0 #C80000 halo #FFFFFF 2.0 1/4 [40.0 90.0 63.5 90.0]
    "#]]
    .assert_eq(&describe(&[SceneItem::Group(group)]));
}
