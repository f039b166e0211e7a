//! How long the things take that a reader waits for: load, scene, hit test, change of date, export. All on the
//! embedded data and without a window. It judges nothing: the targets stand in README.md of this folder.

#![expect(clippy::unwrap_used, reason = "a bench that cannot go on is to stop")]
#![expect(clippy::print_stdout, reason = "criterion gives means alone; the spread of the steps is printed beside them")]

use std::collections::BTreeSet;
use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use kars_atlas::catalog;
use kars_atlas::export;
use kars_atlas::map::{MapOptions, map_scene, pick};
use kars_atlas::model::Day;
use kars_atlas::page::figure;
use kars_atlas::scene::Scene;
use kars_atlas::symbology::ThemeChoice;
use kars_atlas::units::{LonLat, MapPoint, PagePoint, PageRect};
use kars_atlas::view::{MapState, MapView};
use kars_atlas::world::World;

const PAGE: PageRect = PageRect { x: 0.0, y: 0.0, width: 1_280.0, height: 800.0 };
const FIGURE: [u32; 2] = [1_920, 1_080];

fn day(year: i32, month: u32, day: u32) -> Day {
    Day::from_ymd_opt(year, month, day).unwrap()
}

fn world() -> World {
    World::new(catalog::load_embedded())
}

/// The three zooms of the targets: name and view.
fn views(world: &World) -> [(&'static str, MapView); 3] {
    let at = |lon, lat| world.projection.map_from_lonlat(LonLat::new(lon, lat));
    [
        ("frame", MapView::fitting(world.projection.frame_extent(), PAGE.width, PAGE.height, 6.0)),
        ("kars region", MapView::new(at(43.1, 40.6), 150.0)),
        ("arpa-chai close", MapView::new(at(43.67, 40.6), 12.0)),
    ]
}

/// Points over the whole page, so that no tract and no town is favoured.
fn points() -> impl Iterator<Item = PagePoint> + Clone {
    (0..20).flat_map(|row| {
        (0..32).map(move |column| PagePoint::new(f64::from(column) * 40.0 + 17.0, f64::from(row) * 40.0 + 13.0))
    })
}

fn load(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("load");
    group.sample_size(20);
    group.bench_function("catalog", |bencher| bencher.iter_with_large_drop(catalog::load_embedded));
    group.bench_function("world from catalog", |bencher| {
        bencher.iter_batched(catalog::load_embedded, World::new, BatchSize::PerIteration);
    });
    group.bench_function("embedded data to ready", |bencher| bencher.iter_with_large_drop(world));
    group.finish();
}

fn scene(criterion: &mut Criterion) {
    let world = world();
    let theme = world.theme(ThemeChoice::Light);
    let plain = MapOptions::resolve(&world, &MapState::on(day(1921, 10, 13)));
    let eras: BTreeSet<String> = world.atlas.eras.iter().map(|era| era.id.clone()).collect();
    let all_eras = MapOptions { eras, ..plain.clone() };
    let mut group = criterion.benchmark_group("scene");
    for (name, view) in views(&world) {
        group.bench_function(name, |bencher| {
            bencher.iter_with_large_drop(|| map_scene(&world, &theme, &plain, black_box(view), PAGE, &[]));
        });
        group.bench_function(format!("{name}, all eras"), |bencher| {
            bencher.iter_with_large_drop(|| map_scene(&world, &theme, &all_eras, black_box(view), PAGE, &[]));
        });
    }
    group.finish();
}

fn hit(criterion: &mut Criterion) {
    let world = world();
    let options = MapOptions::resolve(&world, &MapState::on(day(1921, 10, 13)));
    let mut group = criterion.benchmark_group("hit");
    for (name, view) in views(&world) {
        let on_map: Vec<MapPoint> = points().map(|point| view.map_from_page(point, PAGE)).collect();
        let mut next = on_map.iter().cycle();
        group.bench_function(format!("tract, {name}"), |bencher| {
            bencher.iter(|| world.ground.tract_at(black_box(*next.next().unwrap())));
        });
        let mut next = points().cycle();
        group.bench_function(format!("all that lies there, {name}"), |bencher| {
            bencher.iter(|| pick(&world, &options, view, PAGE, black_box(next.next().unwrap())));
        });
    }
    group.finish();
}

fn change_of_date(criterion: &mut Criterion) {
    let world = world();
    let theme = world.theme(ThemeChoice::Light);
    let days: Vec<Day> = world.steps().iter().map(|step| step.day).collect();
    let [(_, view), ..] = views(&world);
    let mut group = criterion.benchmark_group("date");
    group.bench_function("list of steps", |bencher| bencher.iter(|| world.steps().len()));
    let mut next = days.iter().cycle();
    group.bench_function("holders of a day", |bencher| bencher.iter(|| world.day_map(*next.next().unwrap())));
    let mut next = days.iter().cycle();
    group.bench_function("scene of the next step", |bencher| {
        bencher.iter_with_large_drop(|| {
            let options = MapOptions::resolve(&world, &MapState::on(*next.next().unwrap()));
            map_scene(&world, &theme, &options, view, PAGE, &[])
        });
    });
    group.finish();
}

/// Scene and pixels as a window draws them for a canvas of 1000 x 750 points: 1.3 times as wide and high, a pixel a
/// point. The painter keeps what did not change.
fn pixels(criterion: &mut Criterion) {
    let world = world();
    let theme = world.theme(ThemeChoice::Light);
    let page = PageRect::new(0.0, 0.0, 1_300.0, 975.0);
    let days: Vec<Day> = world.steps().iter().map(|step| step.day).collect();
    let scene = |day: Day, view: MapView| Scene {
        width: page.width,
        height: page.height,
        items: map_scene(&world, &theme, &MapOptions::resolve(&world, &MapState::on(day)), view, page, &[]),
        ..Scene::empty(theme.ground.page)
    };
    let mut group = criterion.benchmark_group("pixels");
    for (name, view) in views(&world) {
        let draw = |rasterizer: &mut export::Rasterizer, day: Day, view: MapView| {
            let start = Instant::now();
            drop(black_box(rasterizer.raster(&scene(day, view), 1.0).unwrap()));
            start.elapsed()
        };
        let opened = || {
            let mut rasterizer = export::Rasterizer::default();
            draw(&mut rasterizer, day(1921, 10, 13), view);
            rasterizer
        };
        // Whole rounds through all steps, so that no stretch of the record is favoured, each with a painter that has
        // only drawn the first picture: what later steps find kept is what a reader's steps would find.
        let mut took: Vec<Vec<Duration>> = vec![Vec::new(); days.len()];
        group.sample_size(10);
        group.bench_function(format!("a step of the record, {name}"), |bencher| {
            bencher.iter_custom(|rounds| {
                let mut all = Duration::ZERO;
                for _ in 0..rounds {
                    let mut rasterizer = opened();
                    for (day, took) in days.iter().zip(&mut took) {
                        let one = draw(&mut rasterizer, *day, view);
                        took.push(one);
                        all += one;
                    }
                }
                all / u32::try_from(days.len()).unwrap()
            });
        });
        spread(name, &days, &mut took);
        // To the side and back, and never to where the view was.
        let moved = |nth: u64| {
            let points = 60.0 * (nth as f64 * 1.1).sin() + 0.001 * nth as f64;
            let x = view.centre().x + points * view.metres_per_point();
            MapView::new(MapPoint::new(x, view.centre().y), view.metres_per_point())
        };
        let mut rasterizer = opened();
        let mut nth = 0;
        group.bench_function(format!("a view that was moved, {name}"), |bencher| {
            bencher.iter_custom(|times| {
                let mut draw = || {
                    nth += 1;
                    draw(&mut rasterizer, day(1921, 10, 13), moved(nth))
                };
                (0..times).map(|_| draw()).sum()
            });
        });
        group.bench_function(format!("the first drawing, {name}"), |bencher| {
            bencher.iter_with_large_drop(|| export::raster(&scene(day(1921, 10, 13), view), 1.0).unwrap());
        });
    }
    group.finish();
}

/// Prints how the steps are spread: each counts with the median of its rounds, which other work on the machine hardly
/// moves, and the longest of all single ones is told beside them.
fn spread(name: &str, days: &[Day], took: &mut [Vec<Duration>]) {
    let middle = |rounds: &mut Vec<Duration>| {
        rounds.sort();
        rounds.get(rounds.len() / 2).copied().unwrap_or_default()
    };
    let mut steps: Vec<(Duration, Day)> = took.iter_mut().map(middle).zip(days.iter().copied()).collect();
    steps.sort();
    let part = |part: usize| steps.get((steps.len() - 1) * part / 100).copied().unwrap();
    let single = took.iter().flatten().max().copied().unwrap_or_default();
    println!(
        "of {} steps, {name}: median {:.1?}, nine tenths below {:.1?}, longest {:.1?} ({}); longest single one of {} rounds {single:.1?}",
        steps.len(),
        part(50).0,
        part(90).0,
        part(100).0,
        part(100).1,
        took.first().map_or(0, Vec::len),
    );
}

fn exports(criterion: &mut Criterion) {
    let world = world();
    let theme = world.theme(ThemeChoice::Light);
    let state = MapState::on(day(1921, 10, 13));
    let finished = figure(&world, &[], &theme, &state, FIGURE);
    let raster = export::raster(&finished, 1.0).unwrap();
    let mut group = criterion.benchmark_group("export 1920x1080");
    group.sample_size(20);
    group.bench_function("figure", |bencher| {
        bencher.iter_with_large_drop(|| figure(&world, &[], &theme, &state, FIGURE));
    });
    group.bench_function("pixels", |bencher| {
        bencher.iter_with_large_drop(|| export::raster(&finished, 1.0).unwrap());
    });
    group.bench_function("png of the pixels", |bencher| {
        bencher.iter_with_large_drop(|| export::encode_png(&raster, "", None).unwrap());
    });
    group.bench_function("svg", |bencher| bencher.iter_with_large_drop(|| export::svg(&finished)));
    group.bench_function("pdf", |bencher| bencher.iter_with_large_drop(|| export::pdf(&finished).unwrap()));
    group.bench_function("cold, embedded data to png", |bencher| {
        bencher.iter_with_large_drop(|| {
            let world = self::world();
            let theme = world.theme(ThemeChoice::Light);
            let scene = figure(&world, &[], &theme, &state, FIGURE);
            export::png(&scene, 1.0).unwrap()
        });
    });
    group.finish();
}

criterion_group!(benches, load, scene, hit, change_of_date, pixels, exports);
criterion_main!(benches);
