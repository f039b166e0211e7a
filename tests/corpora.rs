//! GeoJSON that is wrong in one way each: named with its line, and never a crash or a silent loss. `corpus/` has files
//! as people send them; a folder of more is gone through where `KARS_ATLAS_CORPUS` names one.

#![cfg(test)]

use std::path::{Path, PathBuf};

use kars_atlas::catalog::{Overlay, read_overlay};
use kars_atlas::model::Problem;

fn read(text: &str) -> (Overlay, Vec<Problem>) {
    read_overlay("sample.geojson", text.as_bytes())
}

/// A sample, the line and column of its first problem, and a word of the message.
const BAD: &[(&str, usize, usize, &str)] = &[
    ("", 1, 1, "empty"),
    (" \n\t", 1, 1, "empty"),
    ("null", 1, 1, "object"),
    ("[]", 1, 1, "object"),
    ("{}", 1, 1, "`type`"),
    ("{\"type\": 7}", 1, 10, "`type`"),
    ("{\"type\": \"Topology\"}", 1, 10, "`Topology` is not"),
    ("{\"type\": \"point\", \"coordinates\": [43, 40]}", 1, 10, "`Point` is"),
    ("{\"type\": \"Point\"\n \"coordinates\": [43, 40]}", 2, 2, "expected"),
    ("{\"type\": \"FeatureCollection\"}", 1, 1, "`features`"),
    ("{\"type\": \"FeatureCollection\",\n\"features\": {}}", 2, 13, "array"),
    ("{\"type\": \"FeatureCollection\", \"features\": [\nnull]}", 2, 1, "null"),
    ("{\"type\": \"FeatureCollection\", \"features\": [\n{\"type\": \"Featre\"}]}", 2, 10, "`Featre`"),
    ("{\"type\": \"FeatureCollection\", \"bbox\": [1, 2, 3], \"features\": []}", 1, 39, "bbox"),
    ("{\"type\": \"FeatureCollection\", \"crs\": {}, \"features\": []}", 1, 38, "`crs`"),
    ("{\"type\": \"FeatureCollection\", \"properties\": {}, \"features\": []}", 1, 45, "no `properties`"),
    ("{\"type\": \"Feature\", \"id\": {}, \"properties\": null, \"geometry\": null}", 1, 27, "`id`"),
    ("{\"type\": \"Feature\", \"properties\": [], \"geometry\": null}", 1, 35, "`properties`"),
    ("{\"type\": \"Feature\", \"properties\": null}", 1, 1, "no `geometry`"),
    ("{\"type\": \"Feature\", \"geometry\": null}", 1, 1, "no `properties`"),
    ("{\"type\": \"Feature\", \"properties\": null, \"geometry\": 5}", 1, 53, "geometry must be an object"),
    ("{\"type\": \"Point\"}", 1, 1, "needs `coordinates`"),
    ("{\"type\": \"Point\", \"coordinates\": null}", 1, 34, "null"),
    ("{\"type\": \"Point\", \"coordinates\": [43]}", 1, 34, "two numbers"),
    ("{\"type\": \"Point\", \"coordinates\": [\n43, \"40\"]}", 2, 5, "`40`"),
    ("{\"type\": \"Point\", \"coordinates\": [43, 40, 1, 2]}", 1, 34, "three numbers"),
    ("{\"type\": \"Point\", \"coordinates\": [40, 143]}", 1, 34, "degrees"),
    ("{\"type\": \"Point\", \"coordinates\": [4788000, 4950000]}", 1, 34, "metres"),
    ("{\"type\": \"Point\", \"coordinates\": [1e999, 40]}", 1, 39, "out of range"),
    ("{\"type\": \"Point\", \"coordinates\": [NaN, 40]}", 1, 35, "expected"),
    ("{\"type\": \"MultiPoint\", \"coordinates\": [43, 40]}", 1, 40, "position"),
    ("{\"type\": \"LineString\", \"coordinates\": [[43, 40]]}", 1, 39, "two positions"),
    ("{\"type\": \"Polygon\", \"coordinates\": [\n[[43, 40], [44, 40], [44, 41], [43, 41]]]}", 2, 1, "not closed"),
    ("{\"type\": \"Polygon\", \"coordinates\": [[[43, 40], [44, 40], [43, 40]]]}", 1, 37, "at least 4"),
    ("{\"type\": \"Polygon\", \"coordinates\": [[[43, 40], [43, 41], [44, 41], [43, 40]]]}", 1, 37, "wrong way"),
    ("{\"type\": \"GeometryCollection\", \"geometries\": [false]}", 1, 47, "false"),
    (
        "{\"type\": \"GeometryCollection\", \"geometries\": [{\"type\": \"Point\", \"coordinates\": [43, 40]}]}",
        1,
        1,
        "one",
    ),
    ("{\"type\": \"Point\", \"type\": \"Point\", \"coordinates\": [43, 40]}", 1, 27, "given twice"),
    ("{\"type\": \"Point\", \"coordinates\": [43, 40], \"features\": []}", 1, 56, "no `features`"),
    ("{\"type\": \"Point\", \"coordinates\": [43, 40]} trailing", 1, 44, "trailing"),
    ("{\"type\": \"Point\", \"coordinates\": [43, 40\0]}", 1, 41, "NUL"),
    ("\u{feff}{\"type\": \"Point\", \"coordinates\": [43, 40]}", 1, 1, "byte order mark"),
];

#[test]
fn each_kind_of_badness_is_named_at_its_place() {
    for (text, line, column, word) in BAD {
        let (_, problems) = read(text);
        let first = problems.first().unwrap_or_else(|| panic!("nothing was found in {text:?}"));
        assert!(first.message.contains(word), "{text:?}: {first}");
        assert_eq!((first.line, first.column), (*line, *column), "{text:?}: {first}");
        assert!(!first.done.is_empty(), "{text:?}: {first}");
    }
}

#[test]
fn one_bad_feature_costs_itself_alone() {
    let text = r#"{"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"name": "a"}, "geometry": {"type": "Point", "coordinates": [43, 40]}},
        {"type": "Feature", "properties": {"name": "b"}, "geometry": {"type": "Point", "coordinates": ["43", 40]}},
        {"type": "Feature", "properties": {"name": "c"}, "geometry": {"type": "Point", "coordinates": [44, 41]}}]}"#;
    let (overlay, problems) = read(text);
    let names: Vec<_> = overlay.features.iter().filter_map(|feature| feature.name()).collect();
    assert_eq!(names, ["a", "c"]);
    assert_eq!(problems.len(), 1);
    assert_eq!((problems[0].line, problems[0].path.as_str()), (3, "features[1].geometry.coordinates[0]"));
}

#[test]
fn a_bounding_box_that_is_none_costs_nothing_else() {
    let text = r#"{"type": "Feature", "bbox": "here", "properties": null,
        "geometry": {"type": "Point", "bbox": [1, "2", 3, 4], "coordinates": [43, 40]}}"#;
    let (overlay, problems) = read(text);
    assert_eq!(overlay.features.len(), 1);
    assert_eq!(overlay.features[0].points.len(), 1);
    let paths: Vec<_> = problems.iter().map(|problem| problem.path.as_str()).collect();
    assert_eq!(paths, ["bbox", "geometry.bbox"]);
}

#[test]
fn a_reference_system_of_degrees_is_quiet_and_another_is_named() {
    let problems = |name: &str| {
        let crs = format!(r#"{{"type": "name", "properties": {{"name": "{name}"}}}}"#);
        read(&format!(r#"{{"type": "Point", "crs": {crs}, "coordinates": [43, 40]}}"#)).1
    };
    for name in ["urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326", "urn:ogc:def:crs:EPSG::4326"] {
        assert!(problems(name).is_empty(), "{name}");
    }
    assert!(problems("urn:ogc:def:crs:EPSG::3857")[0].message.contains("EPSG::3857"));
}

#[test]
fn several_faults_of_one_feature_are_all_named() {
    let text = r#"{"type": "Feature", "id": [], "properties": 1, "geometry": {"type": "Point", "coordinates": [1]}}"#;
    assert_eq!(read(text).1.len(), 3);
}

#[test]
fn what_is_good_is_left_in_peace() {
    for text in [
        r#"{"type": "FeatureCollection", "features": []}"#,
        r#"{"type": "Feature", "id": 7, "properties": null, "geometry": null}"#,
        r#"{"type": "Feature", "bbox": [43, 40, 43, 40], "custom": 1, "properties": {"a": {"features": []}}, "geometry":
            {"type": "Point", "custom": true, "coordinates": [43, 40, 1768]}}"#,
        r#"{"type": "Polygon", "coordinates": []}"#,
        r#"{"type": "Polygon", "coordinates": [[[43, 40], [44, 40], [44, 41], [43, 41], [43, 40]]]}"#,
    ] {
        let (overlay, problems) = read(text);
        assert!(problems.is_empty(), "{text}: {problems:?}");
        assert_eq!(
            overlay.features.len(),
            usize::from(!text.contains("\"features\": []}") || text.contains("Point")),
            "{text}"
        );
    }
}

#[test]
fn nesting_without_end_is_refused_without_a_crash() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let deep = format!("{}1{}", open.repeat(200_000), close.repeat(200_000));
        assert!(!read(&deep).1.is_empty());
        assert!(!read(&open.repeat(200_000)).1.is_empty());
        let inside = format!(
            r#"{{"type": "FeatureCollection", "features": [{{"type": "Feature", "properties": {{"p": {deep}}}, "geometry": null}},
            {{"type": "Feature", "properties": null, "geometry": null}}]}}"#
        );
        let (overlay, problems) = read(&inside);
        assert_eq!((overlay.features.len(), problems.len()), (1, 1), "{:?}", problems.first());
    }
}

#[test]
fn bytes_that_are_no_text_are_refused_with_their_place() {
    for (bytes, line, column) in [
        (b"{\n \"type\xFF\": 1}".as_slice(), 2, 7),
        (b"\xFF\xFE{\0}\0".as_slice(), 1, 1),
        (b"\xFE\xFF\0{\0}".as_slice(), 1, 1),
        (b"{\0}\0".as_slice(), 1, 2),
    ] {
        let (overlay, problems) = read_overlay("sample.geojson", bytes);
        assert!(overlay.features.is_empty());
        assert_eq!(problems.len(), 1, "{problems:?}");
        assert_eq!((problems[0].line, problems[0].column), (line, column), "{}", problems[0]);
    }
}

#[test]
fn a_text_cut_off_anywhere_is_a_problem_and_no_crash() {
    let whole = r#"{"type": "FeatureCollection", "features": [{"type": "Feature", "id": "é", "properties": {"a": [1, {"b": null}]},
        "geometry": {"type": "MultiPolygon", "coordinates": [[[[43, 40], [44, 40], [44, 41], [43, 40]]]]}}]}"#;
    assert!(read(whole).1.is_empty(), "{:?}", read(whole).1);
    for end in 0..whole.len() {
        let (overlay, problems) = read_overlay("sample.geojson", &whole.as_bytes()[..end]);
        assert!(overlay.features.is_empty() && !problems.is_empty(), "cut after {end} bytes");
    }
}

/// Differences from geojsonhint that stand: `issue82` has latitudes beyond the poles, which is nowhere on
/// Earth; of `excessive_precision_truncated` geojsonhint itself expects nothing.
const DIFFERENT: [&str; 2] = ["issue82.geojson", "excessive_precision_truncated.geojson"];

#[test]
fn the_files_of_the_corpus_hold_no_surprise() {
    let judged = judge(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus"));
    assert_eq!(judged, [3, 15, 6], "so many files are good, bad and no GeoJSON");
}

#[test]
fn the_files_of_a_corpus_elsewhere_hold_no_surprise() {
    if let Some(folder) = std::env::var_os("KARS_ATLAS_CORPUS") {
        let judged = judge(Path::new(&folder));
        assert!(judged.iter().sum::<usize>() > 0, "{} has no file", folder.display());
    }
}

/// Goes through all files of a folder: those in a folder `good` have no problem, those in a folder `bad` have one, all
/// others are JSON of every kind and none of it GeoJSON. Returns how many there are of each.
fn judge(folder: &Path) -> [usize; 3] {
    let mut counts = [0; 3];
    for file in files(folder) {
        let (overlay, problems) = read_file(&file);
        let name = file.file_name().unwrap().to_string_lossy();
        let kind = match file.parent().and_then(Path::file_name).and_then(|name| name.to_str()) {
            Some("good") => {
                assert!(problems.is_empty() || DIFFERENT.contains(&&*name), "{}", problems[0]);
                assert!(!overlay.features.is_empty() || DIFFERENT.contains(&&*name) || is_empty(&file), "{name}");
                0
            }
            Some("bad") => {
                assert!(!problems.is_empty() || DIFFERENT.contains(&&*name), "{}", file.display());
                1
            }
            _ => {
                assert!(overlay.features.is_empty() && !problems.is_empty(), "{}", file.display());
                2
            }
        };
        counts[kind] += 1;
    }
    counts
}

/// A collection without features, which is good.
fn is_empty(file: &Path) -> bool {
    std::fs::read_to_string(file).unwrap().contains("FeatureCollection")
}

/// The GeoJSON and JSON files of a folder and of those within it, sorted.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut open = vec![folder.to_owned()];
    let mut files = Vec::new();
    while let Some(folder) = open.pop() {
        let entries = std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        for path in entries.map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|ending| ending == "geojson" || ending == "json") {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

fn read_file(file: &Path) -> (Overlay, Vec<Problem>) {
    read_overlay(&file.to_string_lossy(), &std::fs::read(file).unwrap())
}

/// A kind of fault, and a file with so many of them.
type Many = (&'static str, fn(usize) -> String);

/// What a reader's files have gone wrong with: each makes a file with so many faults of one kind, which is told so many
/// times at the most.
const MANY: [Many; 5] = [
    ("faults on one long line", |count| {
        let feature = r#"{"type": "Feature", "properties": {"name": "é"}, "geometry": {"type": "Point", "coordinates": ["43", 40]}}"#;
        collection(&vec![feature; count])
    }),
    ("rings that run the wrong way", |count| {
        let squares = vec!["[[[43, 40], [43, 41], [44, 41], [43, 40]]]"; count].join(",\n");
        format!(r#"{{"type": "MultiPolygon", "coordinates": [{squares}]}}"#)
    }),
    ("a key twice in each feature", |count| {
        let feature = r#"{"type": "Feature", "properties": {"a": 1, "a": 2}, "geometry": {"type": "Point", "coordinates": [43, 40]}}"#;
        collection(&vec![feature; count])
    }),
    ("one key many times", |count| {
        format!(r#"{{"type": "Point", "coordinates": [43, 40]{}}}"#, r#", "a": 1"#.repeat(count + 1))
    }),
    ("positions with many numbers", |count| {
        let positions = vec!["[43, 40, 1, 2]"; count].join(",");
        format!(r#"{{"type": "MultiPoint", "coordinates": [{positions}]}}"#)
    }),
];

fn collection(features: &[&str]) -> String {
    format!(r#"{{"type": "FeatureCollection", "features": [{}]}}"#, features.join(","))
}

#[test]
fn of_many_faults_of_a_kind_the_first_have_their_places_and_the_others_are_counted() {
    for (kind, text) in MANY {
        let (_, problems) = read(&text(1_000));
        assert_eq!(problems.len(), 11, "{kind}: {problems:#?}");
        assert!(problems[10].message.ends_with(": 990 more like this"), "{kind}: {}", problems[10]);
        assert!(problems.windows(2).all(|pair| (pair[0].line, pair[0].column) <= (pair[1].line, pair[1].column)));
    }
    let (_, problems) = read(&MANY[0].1(1_000));
    let third = MANY[0].1(3);
    assert_eq!(problems[2].column, third[..third.rfind("\"43\"").unwrap()].chars().count() + 1);
}

/// Times are compared with one another, so that a slow machine is no fault.
#[test]
fn a_file_of_many_faults_is_read_in_time_that_grows_with_its_length() {
    let took = |text: &str| {
        let begin = std::time::Instant::now();
        assert!(!read(text).1.is_empty());
        begin.elapsed().as_secs_f64()
    };
    // The best of some runs: other programs can only make one slower.
    let best = |text: &str| (0..5).map(|_| took(text)).fold(f64::INFINITY, f64::min);
    for (kind, text) in MANY {
        let (short, long) = (best(&text(1_500)), best(&text(24_000)));
        assert!(long < short * 16.0 * 4.0, "{kind}: {short} s for 1 500 faults and {long} s for 24 000");
    }
}
