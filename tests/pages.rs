//! Pages: one factor scales everything, the map has most of the page, nothing is cut off, the legend is short where a class
//! reads it, and neighbours can be told apart in a photocopy.

#![cfg(test)]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock};

use kars_atlas::catalog;
use kars_atlas::export::{Format, export, raster};
use kars_atlas::map::MapOptions;
use kars_atlas::model::{Day, Holder, Sense, TractKind};
use kars_atlas::page::{BlockKind, Extras, PageChoice, Template, fit, lay_out, map_room};
use kars_atlas::scene::{LinkTarget, PlacedGlyph, Scene, SceneItem, TextItem};
use kars_atlas::symbology::{Audience, Style, Theme, ThemeChoice};
use kars_atlas::view::{Extent, MapState, NamesShown};
use kars_atlas::world::World;

static WORLD: LazyLock<World> = LazyLock::new(|| World::new(catalog::load_embedded()));

const TELLING: [&str; 12] = [
    "1829-10-01",
    "1878-07-14",
    "1914-07-01",
    "1918-04-15",
    "1918-06-05",
    "1919-02-15",
    "1919-09-15",
    "1920-08-15",
    "1920-11-15",
    "1921-03-17",
    "1921-10-13",
    "1932-12-01",
];

fn theme() -> Theme {
    WORLD.theme(ThemeChoice::Light)
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn template(id: &str) -> &'static Arc<Template> {
    Template::by_id(id).unwrap()
}

fn page(state: &MapState, choice: &PageChoice) -> Scene {
    lay_out(&WORLD, &[], &theme(), state, choice)
}

fn texts(scene: &Scene) -> Vec<&TextItem> {
    SceneItem::ungrouped(&scene.items)
        .into_iter()
        .filter_map(|item| match item {
            SceneItem::Text(text) => Some(text),
            _ => None,
        })
        .collect()
}

fn words(scene: &Scene) -> String {
    texts(scene).iter().map(|text| text.text.as_str()).collect::<Vec<_>>().join(" ")
}

// ---- One factor ----

#[test]
fn a_page_twice_as_large_is_the_same_page_twice_as_large() {
    let state = MapState::on(day("1920-11-15"));
    let of = |pixels| page(&state, &PageChoice { pixels: Some(pixels), ..PageChoice::new(template("slide")) });
    let (once, twice) = (of([1920, 1080]), of([3840, 2160]));
    assert!((once.scale.pixels * 2.0 - twice.scale.pixels).abs() < 1e-9);
    assert!((once.width - twice.width).abs() < 1e-6 && (once.height - twice.height).abs() < 1e-6);
    let (once, twice) = (raster(&once, once.scale.pixels).unwrap(), raster(&twice, twice.scale.pixels).unwrap());
    assert_eq!((once.width * 2, once.height * 2), (twice.width, twice.height));
    // Four pixels of the one are one pixel of the other but for what the painter rounds at edges.
    let (mut sum, mut count) = (0_u64, 0_u64);
    for y in 0..once.height as usize {
        for x in 0..once.width as usize {
            for channel in 0..3 {
                let at = |x: usize, y: usize| u32::from(twice.rgba[(y * twice.width as usize + x) * 4 + channel]);
                let mean =
                    (at(2 * x, 2 * y) + at(2 * x + 1, 2 * y) + at(2 * x, 2 * y + 1) + at(2 * x + 1, 2 * y + 1)) / 4;
                let own = u32::from(once.rgba[(y * once.width as usize + x) * 4 + channel]);
                sum += u64::from(mean.abs_diff(own));
                count += 1;
            }
        }
    }
    let mean = sum as f64 / count as f64;
    assert!(mean < 1.5, "the pictures differ by {mean:.2} of 255 on the average");
}

#[test]
fn a_page_on_paper_has_its_true_size_whatever_its_pixels() {
    let state = MapState::on(day("1921-10-13"));
    let choice = PageChoice { pixels: Some([800, 566]), ..PageChoice::new(template("a4")) };
    let pdf = export(&page(&state, &choice), Format::Pdf).unwrap();
    let text = String::from_utf8_lossy(&pdf);
    let at = text.find("/MediaBox").expect("a page has a size");
    let sides: Vec<f64> =
        text[at..].split(['[', ']']).nth(1).unwrap().split_whitespace().map(|s| s.parse().unwrap()).collect();
    assert!((sides[2] - 841.9).abs() < 3.0 && (sides[3] - 595.3).abs() < 3.0, "{sides:?}");
}

// ---- What stands on it ----

/// How much of a page its map has.
fn share(id: &str) -> f64 {
    let state = MapState::on(day("1921-10-13"));
    let choice = PageChoice::new(template(id));
    let sheet = choice.template.sheet(choice.audience(), None);
    let map = fit(&WORLD, &state, map_room(&WORLD, &theme(), &state, &choice)).rect;
    map.width * map.height / (sheet.width * sheet.height)
}

#[test]
fn the_map_has_most_of_the_page() {
    for (id, least) in
        [("slide", 0.74), ("figure", 0.68), ("a4", 0.66), ("a3", 0.66), ("a4-portrait", 0.55), ("slide-4x3", 0.5)]
    {
        let share = share(id);
        assert!(share >= least, "{id}: {share:.3}");
    }
}

#[test]
fn nothing_is_written_beyond_the_edge_of_any_page() {
    for template in Template::all() {
        for telling in TELLING {
            let choice = PageChoice {
                extras: Extras { article: Some("kars-1921/5".to_owned()), ..Extras::default() },
                days: vec![day("1914-07-01"), day(telling)],
                ..PageChoice::new(template)
            };
            let scene = page(&MapState::on(day(telling)), &choice);
            for text in texts(&scene) {
                for PlacedGlyph { at, advance, .. } in &text.glyphs {
                    let inside =
                        (0.0..=scene.width + 0.5).contains(&(at.x + advance)) && (0.0..=scene.height).contains(&at.y);
                    assert!(inside, "{} {telling}: {:?} stands at {at:?}", template.id, text.text);
                }
            }
        }
    }
}

#[test]
fn credits_and_that_nothing_is_endorsed_stand_whole_on_every_page() {
    let credits = format!("{} · Boundaries shown do not imply endorsement.", WORLD.settings.credits);
    for template in Template::all() {
        let said = words(&page(&MapState::on(day("1919-02-15")), &PageChoice::new(template)));
        for word in credits.split_whitespace() {
            assert!(said.contains(word), "{}: {word}", template.id);
        }
    }
}

#[test]
fn a_title_and_a_sentence_come_from_the_record_and_give_way_to_those_of_the_maker() {
    let state = MapState::on(day("1919-02-15"));
    let reading = WORLD.reading(state.day).expect("the day has a reading");
    let said = words(&page(&state, &PageChoice::new(template("slide"))));
    for word in reading.title.split_whitespace().chain(reading.text.split_whitespace()) {
        assert!(said.contains(word), "{word}");
    }
    let extras = Extras { title: Some("Lesson 7".to_owned()), subtitle: Some(String::new()), ..Extras::default() };
    let said = words(&page(&state, &PageChoice { extras, ..PageChoice::new(template("slide")) }));
    assert!(said.contains("Lesson 7"));
    assert!(!said.contains(&reading.title));
}

#[test]
fn the_legend_of_a_slide_has_eight_lines_at_most_and_can_be_left_out() {
    let own_legend = |scene: &Scene| {
        let size = Audience::Class.looks().page.legend;
        texts(scene).iter().filter(|text| text.size <= size && text.size >= size * 0.6 && text.halo.is_none()).count()
    };
    for telling in TELLING {
        let state = MapState::on(day(telling));
        let with = page(&state, &PageChoice::new(template("slide")));
        let extras = Extras { without_legend: true, ..Extras::default() };
        let without = page(&state, &PageChoice { extras, ..PageChoice::new(template("slide")) });
        // An entry may need two lines.
        assert!(own_legend(&with) - own_legend(&without) <= 16, "{telling}: {}", own_legend(&with));
        assert!(own_legend(&with) > own_legend(&without));
    }
}

#[test]
fn names_for_a_class_are_few_and_large_enough_for_the_last_row() {
    for telling in TELLING {
        let scene = page(&MapState::on(day(telling)), &PageChoice::new(template("slide")));
        // Names on the map have a rim.
        let names: Vec<&TextItem> = texts(&scene).into_iter().filter(|text| text.halo.is_some()).collect();
        assert!((6..=30).contains(&names.len()), "{telling}: {} names", names.len());
        for name in names {
            assert!(name.size >= 0.024 * scene.height, "{telling}: {} has {}", name.text, name.size);
        }
    }
}

#[test]
fn no_name_can_be_had_on_a_map_and_no_links_are_lost() {
    let choice = PageChoice { names: Some(NamesShown::None), ..PageChoice::new(template("slide")) };
    let scene = page(&MapState::on(day("1921-10-13")), &choice);
    assert!(texts(&scene).iter().all(|text| text.halo.is_none()));
    let links = SceneItem::ungrouped(&scene.items);
    assert!(
        links
            .iter()
            .all(|item| !matches!(item, SceneItem::Link { target: LinkTarget::Url(url), .. } if url.is_empty()))
    );
}

#[test]
fn an_article_stands_whole_beside_its_map() {
    let article = WORLD.atlas.articles.get("kars-1921/5").unwrap();
    let extras = Extras { article: Some(article.id.clone()), ..Extras::default() };
    let choice = PageChoice { extras, ..PageChoice::new(template("article")) };
    let said = words(&page(&MapState::on(day("1921-10-13")), &choice));
    for word in kars_atlas::model::plain_text(&article.text).split_whitespace() {
        assert!(said.contains(word), "{word}");
    }
}

#[test]
fn every_extent_is_seen_whole_on_a_slide_and_on_paper() {
    for id in ["slide", "a4", "a4-portrait"] {
        for extent in &WORLD.atlas.extents {
            let state = MapState { extent: Extent::Around(extent.id.clone()), ..MapState::on(day("1921-10-13")) };
            let choice = PageChoice::new(template(id));
            let fitted = fit(&WORLD, &state, map_room(&WORLD, &theme(), &state, &choice));
            let (shown, wanted) = (fitted.view.extent(fitted.rect), WORLD.projection.extent_of(&extent.frame));
            let slack = 1.0;
            assert!(
                shown.min.x <= wanted.min.x + slack
                    && shown.max.x >= wanted.max.x - slack
                    && shown.min.y <= wanted.min.y + slack
                    && shown.max.y >= wanted.max.y - slack,
                "{id}: {} is cut",
                extent.id
            );
        }
    }
}

// ---- The record of readings ----

#[test]
fn every_day_of_change_has_a_title_and_a_sentence_that_fit_a_slide() {
    let days: BTreeSet<Day> = WORLD.atlas.readings.iter().filter_map(|reading| reading.day).collect();
    for step in WORLD.steps() {
        assert!(days.contains(&step.day), "{} has no reading", step.day);
    }
    for era in &WORLD.atlas.eras {
        assert!(WORLD.reading_of_era(&era.id).is_some(), "{} has no reading", era.id);
    }
    for reading in &WORLD.atlas.readings {
        assert!(reading.title.chars().count() <= 46, "{}", reading.title);
        assert!(reading.text.chars().count() <= 120, "{}", reading.text);
        assert!(!reading.basis.is_empty(), "{}", reading.title);
        for id in &reading.basis {
            assert!(WORLD.atlas.kind_of(id).is_some(), "{id}");
        }
    }
}

// ---- Photocopies ----

/// Lightness after CIE 1976.
fn lightness(grey: kars_atlas::symbology::Colour) -> f64 {
    let y = grey.luminance();
    if y > 0.008_856 { 116.0 * y.cbrt() - 16.0 } else { 903.3 * y }
}

#[test]
fn neighbours_differ_in_a_photocopy_by_pattern_or_by_twelve_steps_of_lightness() {
    let theme = theme().in_style(Style::Photocopy);
    let mut alike: BTreeMap<(&str, &str), Day> = BTreeMap::new();
    for step in WORLD.steps() {
        let on = WORLD.day_map(step.day);
        for arc in WORLD.ground.arcs() {
            let (Some(left), Some(right)) = (arc.left, arc.right) else { continue };
            let is_land = |tract| WORLD.tract_kind(tract) == Some(TractKind::Land);
            let holder = |tract| match on.holders(tract, Sense::DeJure) {
                [Holder::Polity(id)] => WORLD.atlas.polities.get(id).map(|polity| polity.id.as_str()),
                _ => None,
            };
            let (Some(a), Some(b)) = (holder(left), holder(right)) else { continue };
            if a == b || !is_land(left) || !is_land(right) {
                continue;
            }
            let (one, other) = (theme.copy(a), theme.copy(b));
            let pattern = (one.lines, one.dots) != (other.lines, other.dots);
            if !pattern && (lightness(one.grey) - lightness(other.grey)).abs() < 12.0 {
                alike.entry((a.min(b), a.max(b))).or_insert(step.day);
            }
        }
    }
    // The kingdoms and principalities of western Georgia, and the khanates, are one pattern: borders and names tell them apart.
    let family = |id: &str| theme.polity(id).copy;
    let told: Vec<_> = alike.iter().filter(|((a, b), _)| family(a) != family(b)).collect();
    assert!(told.is_empty(), "{told:?}");
    let same: BTreeSet<&str> = alike.keys().flat_map(|(a, b)| [*a, *b]).collect();
    let later: Vec<_> = alike.iter().filter(|(_, since)| **since > day("1829-01-01")).collect();
    assert!(later.iter().all(|((a, b), _)| a.contains("georgia") && b.contains("georgia")), "{later:?} of {same:?}");
}

#[test]
fn a_photocopy_and_an_outline_have_no_colour() {
    for style in [Style::Photocopy, Style::Outline] {
        let choice = PageChoice { style, ..PageChoice::new(template("a4")) };
        for telling in ["1919-02-15", "1921-10-13"] {
            let scene = page(&MapState::on(day(telling)), &choice);
            let picture = raster(&scene, 0.5).unwrap();
            let coloured = picture.rgba.chunks_exact(4).filter(|pixel| {
                let (least, most) = pixel[..3].iter().fold((255, 0), |(a, b), c| (a.min(*c), b.max(*c)));
                most - least > 40
            });
            assert_eq!(coloured.count(), 0, "{} {telling}", style.id());
        }
    }
}

#[test]
fn what_is_chosen_stands_out_on_every_page() {
    let state = MapState { selection: Some("nakhchivan".to_owned()), ..MapState::on(day("1921-10-13")) };
    assert!(!MapOptions::resolve(&WORLD, &state).focus.ground.is_empty());
    let (plain, chosen) = (MapState { selection: None, ..state.clone() }, state);
    for id in ["slide", "a4"] {
        let count = |state: &MapState| SceneItem::ungrouped(&page(state, &PageChoice::new(template(id))).items).len();
        assert!(count(&chosen) > count(&plain), "{id}");
    }
    assert!(template("slide").has(BlockKind::Reading));
}
