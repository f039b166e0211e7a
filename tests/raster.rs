//! The painter of pixels: what is kept from picture to picture, and the threads, are not to be seen in them.

#![cfg(test)]

use std::f64::consts::FRAC_PI_4;

use kars_atlas::catalog;
use kars_atlas::export::{Raster, Rasterizer, raster};
use kars_atlas::map::{MapOptions, map_scene};
use kars_atlas::scene::{Group, Pattern, Picture, Scene, SceneItem, Stroke};
use kars_atlas::symbology::{Colour, ThemeChoice};
use kars_atlas::units::{MapPoint, PagePoint, PageRect};
use kars_atlas::view::{MapState, MapView, Senses};
use kars_atlas::world::World;

const WHITE: Colour = Colour { red: 255, green: 255, blue: 255, alpha: 255 };
const RED: Colour = Colour { red: 200, green: 0, blue: 0, alpha: 255 };

fn scene(items: Vec<SceneItem>, width: f64, height: f64) -> Scene {
    Scene { width, height, items, ..Scene::empty(WHITE) }
}

fn square(left: f64, top: f64, side: f64) -> Vec<PagePoint> {
    [(0.0, 0.0), (side, 0.0), (side, side), (0.0, side)].map(|(x, y)| PagePoint::new(left + x, top + y)).to_vec()
}

fn pixel(raster: &Raster, x: usize, y: usize) -> [u8; 4] {
    let at = (y * raster.width as usize + x) * 4;
    raster.rgba[at..at + 4].try_into().unwrap()
}

/// Changes of the record one after the other, as a reader steps through them; then other views, layers and scales.
#[test]
fn a_picture_drawn_after_others_is_the_one_drawn_alone() {
    let world = World::new(catalog::load_embedded());
    let theme = world.theme(ThemeChoice::Light);
    let page = PageRect::new(0.0, 0.0, 700.0, 420.0);
    let whole = MapView::fitting(world.projection.frame_extent(), page.width, page.height, 6.0);
    let plain = MapOptions::resolve(&world, &MapState::on("1919-03-01".parse().unwrap()));
    let claims = MapOptions { senses: Senses { claims: true, ..plain.senses }, ..plain.clone() };
    let eras = MapOptions { eras: world.atlas.eras.iter().map(|era| era.id.clone()).collect(), ..plain.clone() };
    let moved = |points: f64, nearer: f64| {
        let metres = whole.metres_per_point() / nearer;
        MapView::new(MapPoint::new(whole.centre().x + points * metres, whole.centre().y), metres)
    };
    let steps = world.steps();
    let mut pictures: Vec<(MapOptions, MapView, f64)> = steps
        .iter()
        .step_by(9)
        .map(|step| (MapOptions::resolve(&world, &MapState::on(step.day)), whole, 1.0))
        .collect();
    for options in [&plain, &claims, &eras, &plain] {
        pictures.extend(
            [(whole, 1.0), (moved(33.3, 1.0), 1.0), (moved(33.3, 2.5), 1.0), (whole, 1.3)]
                .map(|(view, scale)| (options.clone(), view, scale)),
        );
    }
    let mut rasterizer = Rasterizer::default();
    for (nth, (options, view, scale)) in pictures.iter().enumerate() {
        let items = map_scene(&world, &theme, options, *view, page, &[]);
        let scene = scene(items, page.width, page.height);
        let (kept, alone) = (rasterizer.raster(&scene, *scale).unwrap(), raster(&scene, *scale).unwrap());
        assert!(kept.rgba == alone.rgba, "picture {nth}, of {}, depends on what was drawn before it", options.day);
        assert!(alone.rgba.chunks_exact(4).any(|pixel| pixel != &alone.rgba[..4]), "nothing was drawn");
    }
}

/// A group is kept as pixels, with the background where it lies at the bottom.
#[test]
fn a_group_covers_what_lies_below_it_only_where_it_has_ink() {
    let blue = Colour { red: 0, green: 0, blue: 200, alpha: 255 };
    let fill = |left, top, side, colour| SceneItem::Fill { rings: vec![square(left, top, side)], colour };
    let kept = |items| SceneItem::Group(Group::kept(items));
    let group = || kept(vec![kept(vec![fill(10.0, 10.0, 20.0, blue)])]);
    let mut rasterizer = Rasterizer::default();
    let mut drawn = |items| rasterizer.raster(&scene(items, 60.0, 60.0), 1.0).unwrap();
    let alone = drawn(vec![group()]);
    assert_eq!((pixel(&alone, 20, 20), pixel(&alone, 50, 50)), ([0, 0, 200, 255], [255; 4]));
    let above = drawn(vec![fill(0.0, 0.0, 60.0, RED), group()]);
    assert_eq!((pixel(&above, 20, 20), pixel(&above, 50, 50)), ([0, 0, 200, 255], [200, 0, 0, 255]));
    let below = drawn(vec![group(), fill(0.0, 0.0, 15.0, RED)]);
    assert_eq!((pixel(&below, 12, 12), pixel(&below, 20, 20)), ([200, 0, 0, 255], [0, 0, 200, 255]));
}

#[test]
fn a_pattern_leaves_a_hole_free() {
    for pattern in
        [Pattern::Lines { spacing: 5.0, angle: 0.4, width: 1.7 }, Pattern::Dots { spacing: 4.0, radius: 1.5 }]
    {
        let rings = vec![square(5.0, 5.0, 90.0), square(30.0, 30.0, 40.0)];
        let drawn =
            raster(&scene(vec![SceneItem::Patterned { rings, pattern, colour: RED }], 100.0, 100.0), 1.0).unwrap();
        let inked = |x: std::ops::Range<usize>, y: std::ops::Range<usize>| {
            x.flat_map(|x| y.clone().map(move |y| (x, y))).filter(|(x, y)| pixel(&drawn, *x, *y) != [255; 4]).count()
        };
        assert_eq!((inked(30..70, 30..70), inked(0..4, 0..100)), (0, 0), "{pattern:?}");
        assert!(inked(6..30, 6..94) > 500, "{pattern:?}");
    }
}

#[test]
fn the_same_form_in_another_colour_is_drawn_in_that_colour() {
    let mut rasterizer = Rasterizer::default();
    for colour in [RED, Colour { red: 0, green: 90, blue: 0, alpha: 255 }] {
        let drawn = rasterizer
            .raster(&scene(vec![SceneItem::Fill { rings: vec![square(5.0, 5.0, 40.0)], colour }], 60.0, 60.0), 1.0)
            .unwrap();
        assert_eq!(pixel(&drawn, 20, 20), [colour.red, colour.green, colour.blue, 255]);
        assert_eq!(pixel(&drawn, 55, 55), [255; 4]);
    }
}

#[test]
fn what_crosses_many_tiles_has_no_seam() {
    let lines = vec![vec![PagePoint::new(-20.0, 300.5), PagePoint::new(1_300.0, 300.5)]];
    let items = vec![
        SceneItem::Fill { rings: vec![square(-10.0, -10.0, 1_400.0)], colour: RED },
        SceneItem::Lines { lines, stroke: Stroke::solid(WHITE, 5.0) },
    ];
    let drawn = raster(&scene(items, 1_200.0, 700.0), 1.0).unwrap();
    for y in 0..700 {
        let first = pixel(&drawn, 0, y);
        assert!((0..1_200).all(|x| pixel(&drawn, x, y) == first), "row {y} changes along its length");
    }
    assert_eq!((pixel(&drawn, 600, 300), pixel(&drawn, 600, 290)), ([255; 4], [200, 0, 0, 255]));
}

/// Hatches and dots are drawn as paints here and as lines and circles of their own in the other formats.
#[test]
fn a_pattern_looks_like_the_lines_and_dots_that_it_stands_for() {
    let patterns = [
        Pattern::Lines { spacing: 5.0, angle: -FRAC_PI_4, width: 1.7 },
        Pattern::Lines { spacing: 7.0, angle: FRAC_PI_4, width: 0.5 },
        Pattern::Lines { spacing: 11.0, angle: 1.4, width: 2.6 },
        Pattern::Lines { spacing: 9.0, angle: 0.0, width: 4.5 },
        Pattern::Dots { spacing: 7.0, radius: 0.8 },
    ];
    for (pattern, scale) in patterns.into_iter().flat_map(|pattern| [(pattern, 1.0), (pattern, 1.3), (pattern, 3.0)]) {
        // Over the edges of the page, where the ends of lines are, and over the seams of many tiles.
        let rings = vec![square(-20.0, -20.0, 900.0)];
        let drawn = |item| raster(&scene(vec![item], 600.0, 400.0), scale).unwrap().rgba;
        let spelled = drawn(pattern.drawn_in(&rings, RED));
        let painted = drawn(SceneItem::Patterned { rings, pattern, colour: RED });
        let differences = spelled.iter().zip(&painted).map(|(a, b)| u64::from(a.abs_diff(*b)));
        let (most, sum) = differences.fold((0, 0), |(most, sum), each| (each.max(most), sum + each));
        let mean = sum as f64 / spelled.len() as f64;
        // A slanted edge covers a pixel by other shares than a level one, which the gradient takes it for.
        assert!(most < 24 && mean < 2.5, "{pattern:?} at {scale}: differs by {mean:.1}, at most {most}");
        assert!(painted.chunks_exact(4).any(|pixel| pixel[1] < 200), "{pattern:?}: nothing was drawn");
    }
}

#[test]
fn a_hole_in_one_tile_of_a_large_area_stays_free() {
    let rings = vec![square(0.0, 0.0, 1_200.0), square(700.0, 600.0, 50.0)];
    let drawn = raster(&scene(vec![SceneItem::Fill { rings, colour: RED }], 1_200.0, 1_200.0), 1.0).unwrap();
    assert_eq!((pixel(&drawn, 725, 625), pixel(&drawn, 725, 655)), ([255; 4], [200, 0, 0, 255]));
}

#[test]
fn a_picture_of_the_size_of_its_place_is_shown_pixel_by_pixel() {
    let rgba: Vec<u8> = (0..600_u32 * 20).flat_map(|at| [(at % 251).to_le_bytes()[0], 7, 9, 255]).collect();
    let picture = Picture { width: 600, height: 20, rgba: rgba.clone() };
    let item = SceneItem::Image { picture: picture.into(), at: PageRect::new(0.0, 0.0, 600.0, 20.0) };
    assert!(raster(&scene(vec![item], 600.0, 20.0), 1.0).unwrap().rgba == rgba);
}
