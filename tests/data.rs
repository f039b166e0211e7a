//! The data that is shipped: nothing wrong with it, no tract without a holder and a reason on any day, a
//! ground without gap or overlap, and every id that others rely on.

#![cfg(test)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use kars_atlas::geometry::{ArcUse, area_km2};
use kars_atlas::model::{Holder, Kind, Sense};
use kars_atlas::units::LonLat;
use kars_atlas::world::World;
use kars_atlas::{catalog, check};
use sha2::{Digest, Sha256};

fn world() -> World {
    World::new(catalog::load_embedded())
}

#[test]
fn it_loads_without_a_problem() {
    let problems: Vec<String> = world().problems.iter().map(ToString::to_string).collect();
    assert!(problems.is_empty(), "{} problems:\n{}", problems.len(), problems.join("\n"));
}

#[test]
fn it_stands_its_own_check() {
    let problems: Vec<String> = check::check(&world()).iter().map(ToString::to_string).collect();
    assert!(problems.is_empty(), "{} problems:\n{}", problems.len(), problems.join("\n"));
}

#[test]
fn every_tract_has_a_holder_and_a_reason_on_every_day_of_change() {
    let world = world();
    let steps = world.steps();
    assert!(steps.len() > 50);
    let known = [Kind::Article, Kind::Instrument, Kind::Event];
    for step in &steps {
        for (tract, held) in world.day_map(step.day).iter().enumerate() {
            let id = world.ground.id(tract).unwrap();
            for (sense, holding) in [(Sense::DeJure, held.de_jure), (Sense::DeFacto, held.de_facto)] {
                let holding = holding.unwrap_or_else(|| panic!("{id} has no holder {sense:?} on {}", step.day));
                assert!(!holding.holders.is_empty(), "{id} {sense:?} {}", step.day);
                assert!(
                    holding.holders.iter().filter_map(Holder::polity).all(|id| world.atlas.polities.contains(id)),
                    "{id} {sense:?} {}",
                    step.day
                );
                let reason = holding.no_treaty.as_ref().is_some_and(|why| !why.trim().is_empty());
                let moved = !holding.by.is_empty()
                    && holding.by.iter().all(|by| world.atlas.kind_of(by).is_some_and(|kind| known.contains(&kind)));
                assert!(moved || (reason && holding.by.is_empty()), "{id} {sense:?} {}: {:?}", step.day, holding.by);
            }
        }
    }
}

#[test]
fn neighbouring_steps_differ_and_nothing_differs_between() {
    let world = world();
    let days: Vec<_> = world.steps().iter().map(|step| step.day).collect();
    for pair in days.windows(2) {
        assert!(!world.changes(pair[0], pair[1]).is_empty(), "{pair:?}");
        let eve = pair[1].pred_opt().unwrap();
        assert!(world.changes(pair[0], eve).is_empty(), "{pair:?}");
    }
}

#[test]
fn the_ground_has_no_gap_and_no_overlap() {
    let world = world();
    assert!(world.ground.tracts().len() > 30);
    assert_eq!(world.ground.faults(), []);
    for (at, arc) in world.ground.arcs().iter().enumerate() {
        let uses = world
            .ground
            .tracts()
            .iter()
            .flat_map(|tract| &tract.rings)
            .flat_map(|ring| &ring.uses)
            .filter(|each| each.arc == at);
        let (along, against): (Vec<&ArcUse>, Vec<&ArcUse>) = uses.partition(|each| !each.reversed);
        match (arc.left, arc.right) {
            (Some(_), Some(_)) => assert_eq!((along.len(), against.len()), (1, 1)),
            _ => assert_eq!(along.len() + against.len(), 1),
        }
    }
}

#[test]
fn the_areas_of_the_tracts_add_up_to_the_frame() {
    let world = world();
    let sum: f64 = (0..world.ground.tracts().len()).map(|tract| world.area_km2(tract)).sum();
    let frame = area_km2(&[vec![frame_ring()]]);
    let sides = world.projection.frame();
    let by_formula = zone_km2(sides.south, sides.north, sides.east - sides.west);
    assert!((frame / by_formula - 1.0).abs() < 1e-6, "{frame} km² and {by_formula} km²");
    let off = (sum - frame).abs() / frame;
    assert!(off < 0.001, "the tracts have {sum:.1} km², the frame has {frame:.1} km²: {:.4} % off", off * 100.0);
}

/// The area between two parallels of WGS84 and two meridians so many degrees apart, by the closed formula of the
/// ellipsoid (Snyder, Map Projections, 3-12).
fn zone_km2(south: f64, north: f64, degrees: f64) -> f64 {
    const A_KM: f64 = 6_378.137;
    const FLATTENING: f64 = 1.0 / 298.257_223_563;
    let e2 = FLATTENING * (2.0 - FLATTENING);
    let e = e2.sqrt();
    let q = |latitude: f64| {
        let sin = latitude.to_radians().sin();
        (1.0 - e2) * (sin / (1.0 - e2 * sin * sin) + (e * sin).atanh() / e)
    };
    A_KM * A_KM / 2.0 * degrees.to_radians() * (q(north) - q(south))
}

/// The frame with its parallels as they run, not as geodesics cut them short.
fn frame_ring() -> Vec<LonLat> {
    const STEPS: u32 = 750;
    let world = world();
    let frame = world.projection.frame();
    let at = |step: u32| frame.west + (frame.east - frame.west) * f64::from(step) / f64::from(STEPS);
    let mut ring: Vec<LonLat> = (0..=STEPS).map(|step| LonLat::new(at(step), frame.south)).collect();
    ring.extend((0..=STEPS).rev().map(|step| LonLat::new(at(step), frame.north)));
    ring.push(LonLat::new(frame.west, frame.south));
    ring
}

/// The ids that links, scripts and other programs rely on.
const CONTRACT: &[(Kind, &[&str])] = &[
    (
        Kind::Instrument,
        &[
            "turkmenchay-1828",
            "adrianople-1829",
            "san-stefano-1878",
            "berlin-1878",
            "constantinople-1879",
            "brest-litovsk-1918",
            "batum-1918",
            "mudros-1918",
            "sevres-1920",
            "wilson-award-1920",
            "moscow-georgia-1920",
            "tiflis-1920",
            "yerevan-1920",
            "alexandropol-1920",
            "moscow-1921",
            "kars-1921",
            "ankara-1921",
            "lausanne-1923",
            "tehran-1932",
        ],
    ),
    (Kind::Article, &["kars-1921/5", "kars-1921/annex-3"]),
    (
        Kind::Tract,
        &[
            "batumi",
            "artvin",
            "ardahan",
            "olti",
            "kars",
            "kagizman",
            "agbaba",
            "surmalu",
            "aras-corridor",
            "little-ararat",
            "akhaltsikhe",
            "akhalkalaki",
            "alexandropol",
            "lori",
            "erivan",
            "arazdayan-triangle",
            "sharur",
            "nakhchivan",
            "daralagez",
            "zangezur",
            "bayazid",
        ],
    ),
    (Kind::Segment, &["t1", "t2", "t3", "t4", "t5", "t6", "t7", "t8", "t9", "n1", "n2", "n3", "n4", "i1"]),
    (
        Kind::Polity,
        &[
            "ottoman-empire",
            "turkey-gna",
            "turkey",
            "russian-empire",
            "russia-provisional",
            "rsfsr",
            "transcaucasian-federation",
            "georgia-dr",
            "georgia-ssr",
            "georgia",
            "armenia-fr",
            "armenia-ssr",
            "armenia",
            "azerbaijan-dr",
            "azerbaijan-ssr",
            "azerbaijan",
            "nakhichevan-soviet",
            "araz-republic",
            "south-west-caucasus",
            "united-kingdom",
            "allied-mission",
            "ussr",
            "iran-qajar",
            "iran",
            "none",
        ],
    ),
];

#[test]
fn every_id_of_the_contract_is_there() {
    let world = world();
    let missing: Vec<&str> = CONTRACT
        .iter()
        .flat_map(|(kind, ids)| ids.iter().filter(|id| world.atlas.kind_of(id) != Some(*kind)))
        .copied()
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn the_great_treaties_are_whole() {
    let world = world();
    for (instrument, articles) in [("kars-1921", 20), ("moscow-1921", 16), ("alexandropol-1920", 18)] {
        let ids: BTreeSet<&str> = world.atlas.articles_of(instrument).map(|article| article.id.as_str()).collect();
        let missing: Vec<u32> = (1..=articles).filter(|nth| !ids.contains(&*format!("{instrument}/{nth}"))).collect();
        assert!(missing.is_empty(), "{instrument} lacks {missing:?}");
    }
}

#[test]
fn the_page_on_coverage_says_what_the_record_says() {
    let written = include_str!("../data/COVERAGE.md");
    let anew = kars_atlas::record::coverage(&world(), &kars_atlas::text::Texts::english());
    assert!(written == anew, "write it anew: cargo run --release -- coverage > data/COVERAGE.md");
}

/// What `recipes/build.py` made is what is here: a layer that was changed by hand, or made anew without its digest,
/// shows.
#[test]
fn the_layers_are_those_that_the_recipes_wrote() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let list = fs::read_to_string(data.join("recipes/outputs.sha256")).unwrap();
    let told: BTreeMap<&str, &str> =
        list.lines().filter_map(|line| line.split_once("  ../")).map(|(a, b)| (b, a)).collect();
    let layers = fs::read_dir(data.join("layers")).unwrap();
    let layers = layers.map(|entry| format!("layers/{}", entry.unwrap().file_name().to_string_lossy()));
    let files: BTreeSet<String> = layers.chain(["edges.toml", "waypoints.toml"].map(str::to_owned)).collect();
    assert_eq!(told.keys().copied().collect::<Vec<_>>(), files.iter().map(String::as_str).collect::<Vec<_>>());
    let changed: Vec<&str> = told
        .into_iter()
        .filter(|(file, digest)| {
            let bytes = Sha256::digest(fs::read(data.join(file)).unwrap());
            let hex = bytes.iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"));
            hex != *digest
        })
        .map(|(file, _)| file)
        .collect();
    assert!(changed.is_empty(), "run data/recipes/build.py, which writes outputs.sha256: {changed:?}");
}
