//! What holds for any input: states come back from links and files, dates from their texts, and whatever a reader is
//! given, it answers. `PROPTEST_CASES=100000 cargo test --test properties` looks long; the default is 256 cases each.

#![cfg(test)]

use std::collections::BTreeMap;
use std::fs;

use kars_atlas::catalog::{self, Source, read_overlay};
use kars_atlas::model::{Day, When};
use kars_atlas::session::StoredState;
use kars_atlas::text::Texts;
use kars_atlas::units::LonLat;
use kars_atlas::view::{Compare, CompareMode, Extent, GeoView, MapState, NamesShown, Senses};
use proptest::collection::{btree_map, btree_set, vec};
use proptest::prelude::*;
use serde_json::{Map, Value};

fn config() -> ProptestConfig {
    // A failure is told with the smallest input; no file is written beside the tests.
    ProptestConfig { failure_persistence: None, ..ProptestConfig::default() }
}

fn start() -> MapState {
    MapState::on("1921-10-13".parse().unwrap())
}

// ---- What is tried ----

fn any_day() -> impl Strategy<Value = Day> {
    (1_i32..=9_999, 1_u32..=366).prop_filter_map("the year has no such day", |(year, day)| Day::from_yo_opt(year, day))
}

/// Any text but an empty one, signs of links and letters of every script among it.
fn any_id() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z0-9/-]{1,12}",
        "[&=,%#?+ ;\u{0}əğ\u{202e}\u{1f3d4}]{1,6}",
        "\\PC{1,8}",
        vec(any::<char>(), 1..6).prop_map(String::from_iter)
    ]
}

fn any_extent() -> impl Strategy<Value = Extent> {
    let view = (-180.0..=360.0, -90.0..=90.0, 0.01..=1e6);
    prop_oneof![
        Just(Extent::Whole),
        any_id().prop_map(Extent::Around),
        view.prop_map(|(lon, lat, metres_per_point)| Extent::At(GeoView {
            at: LonLat::new(lon, lat),
            metres_per_point
        })),
    ]
}

fn any_compare() -> impl Strategy<Value = Compare> {
    (any_day(), 0..CompareMode::ALL.len(), 0.0..=1.0).prop_map(|(with, mode, at)| {
        let mode = CompareMode::ALL[mode];
        // Only a swipe has a line.
        Compare { with, mode, at: if mode == CompareMode::Swipe { at } else { Compare::MIDDLE } }
    })
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        ".{0,6}".prop_map(Value::from)
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::from),
            btree_map(".{0,4}", inner, 0..4).prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

/// The parts that a newer version might write: names that this one does not have.
fn unknown(values: impl Strategy<Value = Value>) -> impl Strategy<Value = BTreeMap<String, Value>> {
    btree_map(any_id().prop_map(|name| format!("x{name}")), values, 0..4)
}

fn any_state(values: impl Strategy<Value = Value>) -> impl Strategy<Value = MapState> {
    let shown = (any::<[bool; 5]>(), btree_set(any_id(), 0..4), btree_set(any_id(), 0..4), 0..NamesShown::ALL.len());
    let chosen = (
        proptest::option::of(any_id()),
        proptest::option::of([any_id(), any_id()]),
        proptest::option::of(any_id()),
        proptest::option::of(any_compare()),
    );
    (any_day(), shown, chosen, any_extent(), unknown(values)).prop_map(|(day, shown, chosen, extent, unknown)| {
        let ([de_jure, de_facto, claims, hatch_changes, countries_only], eras, layers, names) = shown;
        let (selection, beside, lang, compare) = chosen;
        let senses = Senses { de_jure, de_facto, claims };
        let names = NamesShown::ALL[names];
        MapState {
            day,
            compare,
            hatch_changes,
            countries_only,
            senses,
            eras,
            layers,
            selection,
            beside,
            extent,
            names,
            lang,
            unknown,
        }
    })
}

/// The state with numbers of a few digits. Of more than fifteen, `serde_json` may read the last bit wrong.
fn with_short_numbers(mut state: MapState) -> MapState {
    if let Extent::At(view) = &mut state.extent {
        *view = view.rounded();
    }
    if let Some(compare) = &mut state.compare {
        compare.at = (compare.at * 1e4).round() / 1e4;
    }
    state
}

/// What a link can say of a part that nobody knows: a word, or several.
fn words() -> impl Strategy<Value = Value> {
    prop_oneof![".{0,6}".prop_map(Value::from), vec(".{0,6}", 2..4).prop_map(Value::from)]
}

/// Bytes that are near to a text with a grammar: its words and signs in any order, with anything between.
fn nearly(words: &'static [&'static str]) -> impl Strategy<Value = Vec<u8>> {
    let word = proptest::sample::select(words).prop_map(|word| word.as_bytes().to_vec());
    let piece = prop_oneof![6 => word, 1 => vec(any::<u8>(), 0..4), 1 => any_id().prop_map(String::into_bytes)];
    vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// The least that makes a folder an atlas.
const ATLAS: &str = "title = \"Nowhere\"\nframe = { west = 0.0, south = 1.0, east = 2.0, north = 3.0 }\n";

const GEOJSON: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"type\":",
    "\"Feature\"",
    "\"FeatureCollection\"",
    "\"features\":",
    "\"geometry\":",
    "\"properties\":",
    "\"coordinates\":",
    "\"Point\"",
    "\"Polygon\"",
    "\"MultiLineString\"",
    "\"GeometryCollection\"",
    "\"geometries\":",
    "\"bbox\":",
    "\"id\":",
    "null",
    "1",
    "-0",
    "1e999",
    "43.1,40.5",
    "\n",
    "\u{feff}",
    "é",
    "{\"type\":\"Point\",\"coordinates\":[43,40]}",
];

const TOML: &[&str] = &[
    "[[tract]]\n",
    "[[holding]]\n",
    "[[event]]\n",
    "[[place]]\n",
    "[tract]\n",
    "id = ",
    "\"a\"\n",
    "date = ",
    "\"1921-10-13\"\n",
    "\"1920/..\"\n",
    "at = ",
    "[43.1, 40.6]\n",
    "[1, \"x\"]\n",
    "name = ",
    "names = ",
    "{ text = \"a\", lang = \"tr\" }\n",
    "cite = ",
    "[\"a, p. 3\"]\n",
    "kind = ",
    "\"town\"\n",
    "1\n",
    "true\n",
    "\n",
    "=",
    ".",
    "'",
    "\"",
    "\"\"\"",
    "#",
    "é",
    "importance = ",
    "99999999999999999999\n",
];

const STATE: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"version\":",
    "\"map\":{",
    "\"window\":{",
    "\"date\":",
    "\"1921-10-13\"",
    "\"senses\":",
    "\"de-jure\"",
    "\"at\":",
    "[43.1,40.6]",
    "\"scale\":",
    "400",
    "\"size\":",
    "\"theme\":",
    "\"dark\"",
    "null",
    "1e999",
    "\"unknown\":",
];

const LINK: &[&str] = &[
    "kars-atlas:?",
    "kars-atlas:",
    "&",
    "=",
    ",",
    "%",
    "%2C",
    "%FF",
    "#",
    "date=",
    "1921-10-13",
    "0000-01-01",
    "select=",
    "eras=",
    "senses=de-jure",
    "layers=",
    "at=",
    "43.1,40.6",
    "NaN",
    "inf",
    "1e308",
    "scale=",
    "400",
    "extent=",
    "compare=",
    "as=swipe",
    "cut=",
    "0.5",
    "hatch=true",
    "names=few",
    "lang=",
    "beside=a,b",
    " ",
    "\u{feff}",
];

const DAY: &[&str] = &[
    "1921",
    "-",
    "10",
    "13",
    "/",
    "..",
    "?",
    "~",
    "%",
    "X",
    "0000",
    "-0001",
    "9999",
    "12",
    "31",
    "32",
    "October",
    "Oct",
    " ",
    ".",
    ",",
    "+262143",
    "Y17E8",
    "T",
    "24:00",
    "Z",
    "1918-12~",
    "29 February 1900",
];

// ---- What holds ----

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_state_comes_back_from_its_link(state in any_state(words())) {
        let link = state.to_link();
        prop_assert!(MapState::is_link(&link));
        prop_assert!(link.is_ascii() && !link.contains(char::is_whitespace), "{}", link);
        let (read, faults) = MapState::from_link(&link, &start());
        prop_assert_eq!(faults, []);
        prop_assert_eq!(read, state);
    }

    #[test]
    fn a_state_comes_back_from_its_parts_as_json(state in any_state(any_json()).prop_map(with_short_numbers)) {
        for all in [true, false] {
            let parts: Map<String, Value> = state.to_parts(all).into_iter().collect();
            let text = serde_json::to_string(&parts).unwrap();
            let parts: Map<String, Value> = serde_json::from_str(&text).unwrap();
            let (read, faults) = MapState::from_parts(parts, &start());
            prop_assert_eq!(faults, []);
            prop_assert_eq!(&read, &state);
        }
    }

    #[test]
    fn a_state_comes_back_from_its_file(state in any_state(any_json()).prop_map(with_short_numbers)) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("state.json");
        let stored = StoredState::new(state);
        stored.store(&file).unwrap();
        let (read, errors) = StoredState::load(&file, &start());
        prop_assert!(errors.is_empty(), "{:?}", errors);
        prop_assert_eq!(read, stored);
    }

    #[test]
    fn a_date_comes_back_from_its_text(
        day in any_day(),
        later in any_day(),
        length in proptest::sample::select(vec![4_usize, 7, 10]),
        qualifier in proptest::sample::select(vec!["", "?", "~", "%"]),
        end in 0..3,
    ) {
        let one = format!("{}{qualifier}", &day.to_string()[..length]);
        let text = match end {
            0 => one,
            1 => format!("{one}/.."),
            _ => format!("{one}/{later}"),
        };
        match text.parse::<When>() {
            Ok(when) => {
                prop_assert_eq!(when.as_str(), &text);
                prop_assert!(when.earliest() <= day, "{} begins after {}", text, day);
                prop_assert!(when.latest().is_none_or(|latest| when.earliest() <= latest));
                prop_assert!(end != 0 || when.latest().is_some_and(|latest| day <= latest));
                let json = serde_json::to_string(&when).unwrap();
                prop_assert_eq!(serde_json::from_str::<When>(&json).unwrap(), when);
            }
            Err(error) => prop_assert!(end == 2 && later < day, "{}: {}", text, error),
        }
    }

    #[test]
    fn any_bytes_as_geojson_are_features_or_a_problem(bytes in nearly(GEOJSON)) {
        let (overlay, problems) = read_overlay("any.geojson", &bytes);
        // A collection without features is the one file that gives neither.
        let empty = std::str::from_utf8(&bytes).is_ok_and(|text| text.contains("FeatureCollection"));
        prop_assert!(!overlay.features.is_empty() || !problems.is_empty() || empty);
        for problem in problems {
            prop_assert!(problem.line >= 1 && !problem.message.is_empty() && !problem.done.is_empty(), "{:?}", problem);
        }
    }

    #[test]
    fn any_bytes_as_a_table_of_the_record_are_read_or_a_problem(bytes in nearly(TOML)) {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("any.toml"), &bytes).unwrap();
        // An atlas of its own: each case would read the whole embedded one.
        fs::write(folder.path().join("atlas.toml"), ATLAS).unwrap();
        let source = Source { atlas: Some(folder.path().to_owned()), over: None };
        let catalog = catalog::load_from(&source).unwrap();
        if std::str::from_utf8(&bytes).is_err() {
            prop_assert!(catalog.problems.iter().any(|problem| problem.message.contains("UTF-8")));
        }
    }

    #[test]
    fn any_bytes_as_a_state_file_are_a_state(bytes in nearly(STATE)) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("state.json");
        fs::write(&file, &bytes).unwrap();
        let is_json = serde_json::from_slice::<Map<String, Value>>(&bytes).is_ok();
        let (read, errors) = StoredState::load(&file, &start());
        prop_assert_eq!(file.exists(), is_json, "what is no JSON is set aside");
        prop_assert!(is_json || (read == StoredState::new(start()) && errors.len() == 1));
    }

    #[test]
    fn any_text_as_a_link_is_a_state(bytes in nearly(LINK)) {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let (read, faults) = MapState::from_link(&text, &start());
        prop_assert!(MapState::is_link(&text) || (read == start() && faults.len() == 1));
        let (again, _) = MapState::from_link(&read.to_link(), &start());
        prop_assert_eq!(again, read, "what could not be read is kept as it is");
    }

    #[test]
    fn any_text_as_a_day_is_a_day_or_none(bytes in nearly(DAY)) {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let texts = Texts::english();
        if let Some(day) = texts.parse_day(&text) {
            prop_assert_eq!(texts.parse_day(&day.to_string()), Some(day), "{} is a day that can be written", text);
        }
        // A long text is no heavier.
        let _ = texts.parse_day(&text.repeat(50));
    }
}
