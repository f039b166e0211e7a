//! Time on the map: a step is what can be seen, two days mirror one another, the senses are told apart, and a
//! comparison or an export shows each day as the map of that day does. It judges no date of the record.

#![cfg(test)]

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::process::Command;
use std::sync::OnceLock;

use chrono::Days;
use kars_atlas::catalog::load_embedded;
use kars_atlas::export::{Raster, raster};
use kars_atlas::map::{LegendSign, MapOptions, legend, map_scene};
use kars_atlas::model::{Day, Holder, Sense, TractKind};
use kars_atlas::page::{Fitted, PageChoice, Template, figure, fit, map_room};
use kars_atlas::scene::{Group, Scene, SceneItem};
use kars_atlas::session::AreaOverTime;
use kars_atlas::symbology::{Colour, Theme, ThemeChoice};
use kars_atlas::text::Texts;
use kars_atlas::units::{LonLat, PageRect};
use kars_atlas::view::{BaseLayer, Compare, CompareMode, Extent, GeoView, MapState, MapView, Senses};
use kars_atlas::world::{Change, World};

fn world() -> &'static World {
    static WORLD: OnceLock<World> = OnceLock::new();
    WORLD.get_or_init(|| World::new(load_embedded()))
}

fn light() -> Theme {
    world().theme(ThemeChoice::Light)
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn steps() -> Vec<Day> {
    world().steps().iter().map(|step| step.day).collect()
}

// ---- What a step shows ----

/// What is drawn of who holds the ground on a day, with the names of holders and regions.
///
/// The other layers of the ground are the same on every day, but for two, which change on days of their own and
/// are therefore left out: towns (and peaks) are written with the official name of the day and bear a seal on the
/// day of a signing; railways appear when they were built. Claims are off, as they are until a reader asks.
fn drawn(day: Day) -> String {
    const PAGE: PageRect = PageRect::new(0.0, 0.0, 320.0, 240.0);
    let options = MapOptions { base: [BaseLayer::Regions].into(), ..MapOptions::resolve(world(), &MapState::on(day)) };
    let view = MapView::fitting(world().projection.frame_extent(), PAGE.width, PAGE.height, 4.0);
    format!("{:?}", map_scene(world(), &light(), &options, view, PAGE, &[]))
}

#[test]
fn every_step_changes_what_is_drawn_and_nothing_changes_between_steps() {
    let steps = steps();
    assert!(steps.len() > 100, "{}", steps.len());
    let mut wrong = Vec::new();
    let mut before = drawn(steps[0].checked_sub_days(Days::new(1)).unwrap());
    for (nth, step) in steps.iter().enumerate() {
        let first = drawn(*step);
        if first == before {
            wrong.push(format!("{step}: a step, and nothing is drawn otherwise"));
        }
        if let Some(next) = steps.get(nth + 1) {
            let last = next.checked_sub_days(Days::new(1)).unwrap();
            if last != *step && drawn(last) != first {
                wrong.push(format!("{step} to {last}: no step, and something is drawn otherwise"));
            }
        }
        before = first;
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

// ---- What moved between two days ----

/// Every pair of steps, the earlier first.
fn pairs() -> Vec<(Day, Day)> {
    let steps = steps();
    let later = |nth: usize| steps[nth + 1..].iter().map(move |later| (nth, *later));
    (0..steps.len()).flat_map(later).map(|(nth, later)| (steps[nth], later)).collect()
}

/// A change without its order: tract, sense, from whom, to whom.
fn told<'a>(change: &Change<'a>) -> (usize, bool, &'a [Holder], &'a [Holder]) {
    (change.tract, change.sense == Sense::DeJure, &change.from.holders, &change.to.holders)
}

#[test]
fn a_change_of_government_is_told_from_a_change_of_country() {
    let world = world();
    let changes = world.changes(day("1913-01-01"), day("2020-01-01"));
    let of = |id: &str| {
        let tract = world.ground.position(id).unwrap();
        let change = changes.iter().find(|change| change.tract == tract && change.sense == Sense::DeJure).unwrap();
        world.changes_country(change)
    };
    assert!(!of("erzurum"), "from the Ottoman Empire to Turkey");
    assert!(!of("maku"), "from the Qajars to Iran");
    assert!(of("kars"), "from the Russian Empire to Turkey");
    assert!(of("batumi"), "from the Russian Empire to Georgia");
}

#[test]
fn changes_back_mirror_changes_forth() {
    for (a, b) in pairs() {
        let forth = world().changes(a, b);
        let back = world().changes(b, a);
        let mirrored: Vec<_> =
            back.iter().map(told).map(|(tract, by_right, from, to)| (tract, by_right, to, from)).collect();
        assert_eq!(forth.iter().map(told).collect::<Vec<_>>(), mirrored, "{a} and {b}");
        let by = |changes: &[Change<'static>]| changes.iter().map(|change| change.by.clone()).collect::<Vec<_>>();
        assert_eq!(by(&forth), by(&back), "{a} and {b}: by the same articles and events");
    }
}

#[test]
fn a_day_does_not_differ_from_itself() {
    for day in steps() {
        assert!(world().changes(day, day).is_empty(), "{day}");
    }
}

/// The area that each holder, or several together, has on a day.
fn areas(day: Day, sense: Sense) -> BTreeMap<Vec<Holder>, f64> {
    let held = world().day_map(day);
    let mut areas = BTreeMap::new();
    for tract in 0..world().ground.tracts().len() {
        *areas.entry(held.holders(tract, sense).to_vec()).or_insert(0.0) += world().area_km2(tract);
    }
    areas
}

#[test]
fn what_moved_adds_up_to_what_each_holder_gained_and_lost() {
    for (a, b) in pairs() {
        let changes = world().changes(a, b);
        for sense in [Sense::DeJure, Sense::DeFacto] {
            let (mut at_a, at_b) = (areas(a, sense), areas(b, sense));
            for holder in at_b.keys() {
                at_a.entry(holder.clone()).or_insert(0.0);
            }
            for (holder, before) in &at_a {
                let after = at_b.get(holder).copied().unwrap_or(0.0);
                let moved = |to: bool| -> f64 {
                    let these = changes.iter().filter(|change| change.sense == sense);
                    these
                        .filter(|change| if to { &change.to.holders == holder } else { &change.from.holders == holder })
                        .map(|change| world().area_km2(change.tract))
                        .sum()
                };
                let off = (moved(true) - moved(false) - (after - before)).abs();
                assert!(off <= before.max(after) * 0.001, "{a} to {b}, {holder:?} {sense:?}: off by {off} km²");
            }
        }
    }
}

/// By the chart of areas, which counts ground by its holdings: what nobody holds by its table, or two do, would show.
#[test]
fn on_every_day_the_chart_of_areas_has_all_ground_once() {
    let tracts: Vec<usize> = (0..world().ground.tracts().len()).collect();
    let whole: f64 = tracts.iter().map(|tract| world().area_km2(*tract)).sum();
    let [first, last] = [world().first_day(), world().last_day()];
    for sense in [Sense::DeJure, Sense::DeFacto] {
        let chart = AreaOverTime::new(world(), &tracts, sense, first, last);
        assert!(chart.stretches.len() > 10, "{sense:?}");
        assert_eq!((chart.stretches[0].from, chart.stretches.last().unwrap().until), (first, last));
        for stretch in &chart.stretches {
            let sum: f64 = stretch.areas.iter().map(|(_, area)| area).sum();
            assert!((sum - whole).abs() < whole * 1e-9, "{sense:?}, {}: {sum} of {whole} km²", stretch.from);
        }
    }
}

// ---- The three senses ----

const ALL: Senses = Senses { de_jure: true, de_facto: true, claims: true };
const NONE: Senses = Senses { de_jure: false, de_facto: false, claims: false };

/// A day on which some ground is held in fact by another than by right, some is claimed, and none is undetermined
/// without need: found in the record.
fn a_day_of_all_senses() -> Day {
    let all = |day: &Day| {
        let held = world().day_map(*day);
        held.iter().any(|held| held.differs()) && held.iter().any(|held| !held.claims.is_empty())
    };
    steps().into_iter().find(all).expect("some ground is held, occupied and claimed at once")
}

fn with_senses(day: Day, senses: Senses) -> Vec<SceneItem> {
    let options = MapOptions { senses, ..MapOptions::resolve(world(), &MapState::on(day)) };
    let page = PageRect::new(0.0, 0.0, 640.0, 480.0);
    let view = MapView::fitting(world().projection.frame_extent(), page.width, page.height, 4.0);
    map_scene(world(), &light(), &options, view, page, &[])
}

/// How the lines of some items look: width in hundredths and dash in tenths of a point, sorted.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "lengths of a few points")]
fn strokes(items: &[SceneItem]) -> Vec<(u32, Vec<u32>)> {
    let mut strokes: Vec<(u32, Vec<u32>)> = SceneItem::ungrouped(items)
        .into_iter()
        .filter_map(|item| match item {
            SceneItem::Lines { stroke, .. } => {
                let dash = stroke.dash.iter().map(|length| (length * 10.0).round() as u32).collect();
                Some(((stroke.width * 100.0).round() as u32, dash))
            }
            _ => None,
        })
        .collect();
    strokes.sort();
    strokes.dedup();
    strokes
}

#[test]
fn with_every_sense_off_no_border_is_left() {
    let border = light().ground.border;
    for day in steps().into_iter().step_by(9) {
        for item in SceneItem::ungrouped(&with_senses(day, NONE)) {
            if let SceneItem::Lines { lines, stroke } = item {
                let wide = (1.2..=1.7).contains(&stroke.width) && stroke.colour == border;
                assert!(lines.is_empty() || !wide, "{day}: {stroke:?}");
            }
        }
        let with = with_senses(day, Senses { de_jure: true, ..NONE });
        let there = |item: &SceneItem| matches!(item, SceneItem::Lines { stroke, .. } if stroke.colour == border);
        let there = SceneItem::ungrouped(&with).into_iter().any(there);
        assert!(there, "{day}: the border by right is there when it is asked for");
    }
}

#[test]
fn the_three_senses_have_strokes_of_their_own() {
    let day = a_day_of_all_senses();
    let ground = strokes(&with_senses(day, NONE));
    let only = |senses: Senses| {
        let mut own = strokes(&with_senses(day, senses));
        own.retain(|stroke| !ground.contains(stroke));
        own
    };
    let by_sense = [
        ("by right", only(Senses { de_jure: true, ..NONE })),
        ("in fact", only(Senses { de_facto: true, ..NONE })),
        ("claims", only(Senses { claims: true, ..NONE })),
    ];
    for (name, own) in &by_sense {
        assert!(!own.is_empty(), "{name} has no stroke of its own on {day}");
        for (other, theirs) in by_sense.iter().filter(|(other, _)| other != name) {
            assert!(own.iter().all(|stroke| !theirs.contains(stroke)), "{name} {own:?} looks like {other} {theirs:?}");
        }
    }
    let together = strokes(&with_senses(day, ALL));
    let claims = &by_sense[2].1;
    assert!(claims.iter().all(|stroke| together.contains(stroke)), "claims look the same beside the others");
}

#[test]
fn the_legend_has_an_entry_for_each_sense() {
    let day = a_day_of_all_senses();
    let view = MapView::fitting(world().projection.frame_extent(), 900.0, 700.0, 4.0);
    let signs = |senses: Senses| -> [bool; 3] {
        let entries = legend(
            world(),
            &light(),
            &MapOptions { senses, ..MapOptions::resolve(world(), &MapState::on(day)) },
            view,
            None,
        );
        let any = |test: &dyn Fn(&LegendSign, &str) -> bool| entries.iter().any(|entry| test(&entry.sign, &entry.text));
        [
            any(&|sign, _| matches!(sign, LegendSign::Tint { .. })) && any(&|_, text| text == "Border"),
            any(&|sign, text| {
                let held = text.starts_with("Held in fact by");
                matches!(sign, LegendSign::Hatch { .. }) && held
            }),
            any(&|sign, text| {
                matches!(sign, LegendSign::Line { dash, .. } if !dash.is_empty()) && text.starts_with("Claimed by")
            }),
        ]
    };
    assert_eq!(signs(ALL), [true, true, true]);
    assert_eq!(signs(NONE), [false, false, false]);
    assert_eq!(signs(Senses { claims: true, ..NONE }), [false, false, true]);
    assert_eq!(signs(Senses { de_facto: true, ..NONE }), [false, true, false]);
    assert_eq!(signs(Senses { de_jure: true, ..NONE }), [true, false, false]);
}

/// How light a colour looks, 0 to 100 (L* of CIE 1976).
fn lightness(colour: Colour) -> f64 {
    116.0 * colour.luminance().cbrt() - 16.0
}

/// Holders who touch on land are never of one grey. A difference this small is seen side by side alone; what tells
/// holders apart beyond a doubt is the border between them and their names, which are drawn besides.
#[test]
fn holders_who_touch_differ_in_grey() {
    const LEAST: f64 = 1.2;
    for choice in [ThemeChoice::Light, ThemeChoice::Dark] {
        let theme = world().theme(choice);
        let held = world().day_map(day("1921-10-13"));
        let is_land = |tract: usize| {
            let id = world().ground.id(tract).unwrap();
            world().atlas.tracts.get(id).is_some_and(|tract| tract.kind == TractKind::Land)
        };
        let mut seen = 0;
        for arc in world().ground.arcs() {
            let (Some(left), Some(right)) = (arc.left, arc.right) else { continue };
            let (a, b) = (held.holders(left, Sense::DeJure), held.holders(right, Sense::DeJure));
            let ([Holder::Polity(a)], [Holder::Polity(b)]) = (a, b) else { continue };
            if a == b || !is_land(left) || !is_land(right) {
                continue;
            }
            seen += 1;
            let grey = |holder: &str| {
                lightness(theme.polity(holder).fill.with_opacity(theme.ground.tint).over(theme.ground.paper))
            };
            let dots = theme.polity(a).dots != theme.polity(b).dots;
            let apart = (grey(a) - grey(b)).abs();
            assert!(dots || apart >= LEAST, "{choice:?}: {a} {:.1} and {b} {:.1}", grey(a), grey(b));
        }
        assert!(seen > 3, "{seen} lines between holders");
    }
}

// ---- Two days together ----

const A: &str = "1878-07-13";
const B: &str = "1921-10-13";
/// The unit of the figure's layout is one point at this size.
const SIZE: [u32; 2] = [1_600, 900];

fn compared(mode: CompareMode, at: f64, base: &[BaseLayer]) -> Scene {
    let compare = Some(Compare { with: day(A), mode, at });
    figure(world(), &[], &light(), &MapState { layers: ids(base), compare, ..MapState::on(day(B)) }, SIZE)
}

fn plain(text: &str, base: &[BaseLayer]) -> Scene {
    figure(world(), &[], &light(), &MapState { layers: ids(base), ..MapState::on(day(text)) }, SIZE)
}

fn ids(layers: &[BaseLayer]) -> BTreeSet<String> {
    layers.iter().map(|layer| layer.id().to_owned()).collect()
}

/// The map of a figure: the one group on its page, confined to a rectangle.
fn map_group(scene: &Scene) -> &Group {
    let groups =
        scene.items.iter().filter_map(|item| if let SceneItem::Group(group) = item { Some(group) } else { None });
    let groups: Vec<_> = groups.collect();
    assert_eq!(groups.len(), 1, "a figure has one map");
    groups[0]
}

/// The rectangle of the map.
fn map_of(scene: &Scene) -> PageRect {
    let clip = map_group(scene).clip.as_deref().expect("the map is confined");
    let [ring] = clip else { panic!("{clip:?}") };
    PageRect::new(ring[0].x, ring[0].y, ring[2].x - ring[0].x, ring[2].y - ring[0].y)
}

fn texts(scene: &Scene) -> Vec<&str> {
    SceneItem::ungrouped(&scene.items)
        .into_iter()
        .filter_map(|item| match item {
            SceneItem::Text(text) => Some(text.text.as_str()),
            _ => None,
        })
        .collect()
}

#[test]
fn a_comparison_shows_both_dates_on_the_map() {
    let dates = [A, B].map(|date| Texts::english().day(day(date)));
    for mode in [CompareMode::Swipe, CompareMode::SideBySide, CompareMode::Ghost] {
        let scene = compared(mode, 0.5, &[]);
        for date in &dates {
            assert!(texts(&scene).iter().any(|text| text.contains(date)), "{mode:?}: {date} is not on the figure");
            assert!(scene.description.contains(date), "{mode:?}: {date} is not in the description");
        }
        if mode != CompareMode::Ghost {
            // Once in the heading, and once on its own map.
            for date in &dates {
                assert!(texts(&scene).contains(&date.as_str()), "{mode:?}: {date} has no tag on its map");
            }
        }
    }
    let (swiped, alone) = (compared(CompareMode::Swipe, 0.5, &[]), plain(B, &[]));
    assert!(!texts(&alone).iter().any(|text| text.contains(&dates[0])), "{}", swiped.description);
}

/// The pixels of a figure without its texts and with dashed lines drawn through. A name gives way to the line of a
/// swipe, so that it is not cut, and stands elsewhere than on the map of the day alone; the dashes of a line that
/// crosses begin to count at the crossing.
fn without_texts(mut scene: Scene) -> Raster {
    fn strip(items: &mut Vec<SceneItem>) {
        items.retain(|item| !matches!(item, SceneItem::Text(_)));
        for item in items {
            match item {
                SceneItem::Lines { stroke, .. } => stroke.dash.clear(),
                SceneItem::Group(group) => strip(&mut group.items),
                _ => {}
            }
        }
    }
    strip(&mut scene.items);
    raster(&scene, 1.0).unwrap()
}

/// How many pixels of a rectangle differ between two pictures by more than the rounding of a painter.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a rectangle within a picture")]
fn differing(a: &Raster, b: &Raster, within: PageRect) -> usize {
    assert_eq!((a.width, a.height), (b.width, b.height));
    let (left, right) = (within.x.ceil() as usize, within.right().floor() as usize);
    let (top, bottom) = (within.y.ceil() as usize, within.bottom().floor() as usize);
    assert!(right > left + 50 && bottom > top + 50, "{within:?} is too small to prove anything");
    let mut count = 0;
    for y in top..bottom {
        for x in left..right {
            let at = (y * a.width as usize + x) * 4;
            count += usize::from(a.rgba[at..at + 4].iter().zip(&b.rgba[at..at + 4]).any(|(a, b)| a.abs_diff(*b) > 3));
        }
    }
    count
}

#[test]
fn a_swipe_shows_one_day_left_of_its_line_and_the_other_right_of_it() {
    const LAYERS: &[BaseLayer] = &[BaseLayer::Rivers, BaseLayer::Lakes];
    /// The line itself, and the plates with the dates above.
    const LINE: f64 = 14.0;
    const PLATES: f64 = 48.0;
    let scene = compared(CompareMode::Swipe, 0.5, LAYERS);
    let map = map_of(&scene);
    let half = PageRect { y: map.y + PLATES, width: map.width / 2.0 - LINE, height: map.height - PLATES - 4.0, ..map };
    let left = PageRect { x: map.x + 4.0, width: half.width - 4.0, ..half };
    let right = PageRect { x: map.x + map.width / 2.0 + LINE, width: half.width - 4.0, ..half };
    let swiped = without_texts(scene);
    let (of_a, of_b) = (without_texts(plain(A, LAYERS)), without_texts(plain(B, LAYERS)));
    assert!(differing(&of_a, &of_b, left) > 20_000, "the two days differ");
    assert_eq!(differing(&swiped, &of_a, left), 0, "left of the line stands the one day");
    assert_eq!(differing(&swiped, &of_b, right), 0, "right of the line stands the other");
    let whole = PageRect { x: map.x + LINE, y: map.y + PLATES, ..map };
    let whole = PageRect { width: map.width - 2.0 * LINE, height: map.height - PLATES - 4.0, ..whole };
    for (at, alone) in [(1.0, &of_a), (0.0, &of_b)] {
        let pushed = without_texts(compared(CompareMode::Swipe, at, LAYERS));
        assert_eq!(differing(&pushed, alone, whole), 0, "the line at {at} leaves one day alone");
    }
}

// ---- The window and the file ----

#[test]
fn a_figure_has_exactly_the_items_of_the_map_in_it() {
    let view = GeoView { at: LonLat::new(43.7, 40.4), metres_per_point: 700.0 };
    let state = MapState { extent: Extent::At(view), ..MapState::on(day(B)) };
    let options = MapOptions::resolve(world(), &state);
    let view = MapView::new(world().projection.map_from_lonlat(view.at), view.metres_per_point);
    let scene = figure(world(), &[], &light(), &state, SIZE);
    let map = map_scene(world(), &light(), &options, view, map_of(&scene), &[]);
    assert!(SceneItem::ungrouped(&map).len() > 50);
    let within = &map_group(&scene).items;
    assert_eq!(map.len(), within.len());
    for (nth, (a, b)) in map.iter().zip(within).enumerate() {
        assert_eq!(summary(a), summary(b), "item {nth}");
    }
}

/// An item as text, without the pixels of its picture.
fn summary(item: &SceneItem) -> String {
    match item {
        SceneItem::Group(Group { items, clip, transform, keep }) => {
            let items: String = items.iter().map(summary).collect();
            format!("{clip:?} {transform:?} {keep} {items}")
        }
        SceneItem::Image { picture, at } => format!("{}x{} {at:?}", picture.width, picture.height),
        other => format!("{other:?}"),
    }
}

#[test]
fn the_exported_file_has_the_pixels_that_the_window_draws() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("map.png");
    let [width, height] = SIZE;
    let size = format!("{width}x{height}");
    let status = Command::new(env!("CARGO_BIN_EXE_kars-atlas"))
        .args(["export", "--date", B, "--size", &size, "--output", file.to_str().unwrap()])
        .status()
        .unwrap();
    assert!(status.success());
    let exported = decode(&std::fs::read(&file).unwrap());
    let options = MapOptions::resolve(world(), &MapState::on(day(B)));
    let state = MapState::on(day(B));
    let choice = PageChoice { pixels: Some(SIZE), ..PageChoice::new(Template::usual()) };
    let Fitted { rect: map, view } = fit(world(), &state, map_room(world(), &light(), &state, &choice));
    // As the window does it: the scene of the map alone, by the same painter.
    let items = map_scene(world(), &light(), &options, view, map, &[]);
    let alone = Scene { width: 1_600.0, height: 900.0, items, ..Scene::empty(light().ground.page) };
    let alone = raster(&alone, 1.0).unwrap();
    assert_eq!(differing(&exported, &alone, map.grown(-2.0)), 0);
}

fn decode(bytes: &[u8]) -> Raster {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(bytes));
    decoder.set_transformations(png::Transformations::EXPAND | png::Transformations::ALPHA);
    let mut reader = decoder.read_info().unwrap();
    let mut rgba = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut rgba).unwrap();
    assert_eq!(info.color_type, png::ColorType::Rgba);
    Raster { width: info.width, height: info.height, rgba }
}

#[test]
fn with_claims_shown_the_days_on_which_one_begins_or_ends_are_steps_too() {
    let world = world();
    let (without, with) = (world.steps(), world.steps_with_claims());
    assert!(with.len() > without.len());
    let days: Vec<Day> = with.iter().map(|step| step.day).collect();
    assert!(days.windows(2).all(|pair| pair[0] < pair[1]));
    for step in &with {
        let (before, on) = (world.day_map(step.day.pred_opt().unwrap()), world.day_map(step.day));
        let claims = |map: &kars_atlas::world::DayMap<'_>| -> usize { map.iter().map(|held| held.claims.len()).sum() };
        let begins = step.claims.iter().filter(|change| change.begins).count();
        let ends = step.claims.len() - begins;
        assert_eq!(claims(&before) + begins, claims(&on) + ends, "{}", step.day);
        assert!(!step.text(world, &Texts::english()).is_empty(), "{}", step.day);
    }
}
