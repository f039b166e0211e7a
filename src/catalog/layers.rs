//! The geometry of the atlas: GeoJSON layers and the relief picture. It reads and sorts; whether tracts
//! fit together is judged by `geometry::Ground`.

use std::collections::{HashMap, HashSet};

use serde::Deserialize;

use super::feature::{Overlay, OverlayFeature};
use super::files::{DataFile, Files};
use super::geojson_file::read_overlay;
use super::report::{Done, Place, Report};
use crate::model::{Certainty, Problem, When};
use crate::units::{LonLat, MapPoint, MapRect};

const FILE_LEFT_OUT: Done = "done.file-left-out";

/// Every layer that is not a table.
#[derive(Clone, Debug, Default)]
pub struct Layers {
    /// The outlines of the tracts.
    pub outlines: Vec<Outline>,
    /// The course of each segment, by id.
    pub segments: HashMap<String, Vec<Vec<LonLat>>>,
    /// Shores of the sea and of lakes.
    pub shores: Vec<Shore>,
    /// Rivers.
    pub rivers: Vec<Line>,
    /// Railways.
    pub railways: Vec<Line>,
    /// Borders of today.
    pub modern: Vec<Line>,
    /// Lines of treaties that were drawn by hand.
    pub drawn: Vec<Line>,
    /// Land of the wider region, coarse, in degrees: for the small map beside a figure.
    pub locator: Vec<Vec<Vec<LonLat>>>,
    /// The shape of the land, for shading.
    pub relief: Option<Relief>,
}

/// The ground of one tract.
#[derive(Clone, Debug)]
pub struct Outline {
    /// The id of the tract.
    pub tract: String,
    /// Each polygon as its rings, the outer one first and counter-clockwise, closed.
    pub polygons: Vec<Vec<Vec<LonLat>>>,
    /// The file that it is from.
    pub file: String,
    /// The line in it on which it begins, from 1.
    pub line: usize,
}

/// The shore of the sea (a line) or a lake (polygons).
#[derive(Clone, Debug)]
pub struct Shore {
    /// The id of what it belongs to.
    pub id: Option<String>,
    /// Its name.
    pub name: Option<String>,
    /// Its lines, in degrees.
    pub lines: Vec<Vec<LonLat>>,
    /// Its polygons, each with its rings, in degrees.
    pub polygons: Vec<Vec<Vec<LonLat>>>,
}

/// A river, a railway, a border or another line.
#[derive(Clone, Debug)]
pub struct Line {
    /// The id of what it belongs to.
    pub id: Option<String>,
    /// Its name.
    pub name: Option<String>,
    /// 1 for what is drawn first.
    pub rank: u8,
    /// When it came to be.
    pub from: Option<When>,
    /// When it ceased to be.
    pub to: Option<When>,
    /// How sure its course is.
    pub certainty: Option<Certainty>,
    /// What a reader should know of its course.
    pub note: Option<String>,
    /// Its parts, in degrees.
    pub lines: Vec<Vec<LonLat>>,
}

/// Hill shading in the projection of the map: a grey PNG and the ground it covers.
#[derive(Clone, Debug)]
pub struct Relief {
    /// The picture as PNG.
    pub png: Vec<u8>,
    /// The rectangle of the map plane that it fills.
    pub extent: MapRect,
}

#[derive(Deserialize)]
struct ReliefExtent {
    x_min: f64,
    y_min: f64,
    x_max: f64,
    y_max: f64,
}

/// Reads the layers of every set; a feature with an id that an earlier set has takes its place.
pub fn read(sets: &[Files]) -> (Layers, Vec<Problem>) {
    let mut layers = Layers::default();
    let mut problems = Vec::new();
    for set in sets {
        for file in set.ending(".geojson") {
            let (overlay, found) = read_overlay(&file.name, &file.bytes);
            problems.extend(found);
            let mut report = Report::new(&file.name);
            let stem = file.stem();
            take(stem.rsplit_once('.').map_or(stem, |(name, _)| name), overlay, &mut layers, &mut report);
            problems.extend(report.without_text());
        }
        for file in [".json", ".png"].into_iter().flat_map(|end| set.ending(end)).filter(|file| !is_relief(file)) {
            let mut report = Report::new(&file.name);
            report.warning("file.no-layer", &[("name", &file.stem())], FILE_LEFT_OUT, || Place::File);
            problems.extend(report.without_text());
        }
        if let (Some(png), Some(extent)) = (set.ending(RELIEF[0]).next(), set.ending(RELIEF[1]).next()) {
            layers.relief = relief(png, extent, &mut problems).or(layers.relief);
        }
    }
    (layers, problems)
}

/// The two files of the hill shading: the picture, and the ground that it covers.
const RELIEF: [&str; 2] = ["relief.png", "relief.json"];

fn is_relief(file: &DataFile) -> bool {
    RELIEF.iter().any(|name| file.stem().eq_ignore_ascii_case(name))
}

/// Takes in a layer. What it has by the same id, or else by the same name, as an earlier file, it replaces.
fn take(stem: &str, overlay: Overlay, layers: &mut Layers, report: &mut Report<'_>) {
    let Overlay { file, features } = overlay;
    let new: HashSet<String> =
        features.iter().filter_map(|feature| id_of(feature).or_else(|| name_of(feature))).collect();
    let stays = |id: Option<&String>, name: Option<&String>| id.or(name).is_none_or(|key| !new.contains(key));
    let lines = match stem {
        "rivers" => Some(&mut layers.rivers),
        "railways" => Some(&mut layers.railways),
        "modern" => Some(&mut layers.modern),
        "drawn" => Some(&mut layers.drawn),
        _ => None,
    };
    if let Some(lines) = lines {
        lines.retain(|line| stays(line.id.as_ref(), line.name.as_ref()));
        lines.extend(features.into_iter().map(line));
        return;
    }
    if stem == "coast" {
        layers.shores.retain(|shore| stays(shore.id.as_ref(), shore.name.as_ref()));
    }
    for feature in features {
        match stem {
            "tracts" => match id_of(&feature) {
                Some(tract) => {
                    layers.outlines.retain(|outline| outline.tract != tract);
                    let OverlayFeature { polygons, line, .. } = feature;
                    layers.outlines.push(Outline { tract, polygons, file: file.clone(), line });
                }
                None => without_id(feature.line, report),
            },
            "segments" => match id_of(&feature) {
                Some(id) => {
                    layers.segments.insert(id, feature.lines);
                }
                None => without_id(feature.line, report),
            },
            "coast" => {
                let (id, name) = (id_of(&feature), name_of(&feature));
                layers.shores.push(Shore { id, name, lines: feature.lines, polygons: feature.polygons });
            }
            "locator" => layers.locator.extend(feature.polygons),
            other => {
                report.warning("file.no-layer", &[("name", &other)], FILE_LEFT_OUT, || Place::Line(feature.line));
                return;
            }
        }
    }
}

fn id_of(feature: &OverlayFeature) -> Option<String> {
    feature.id.clone().or_else(|| feature.text("id").map(str::to_owned))
}

fn name_of(feature: &OverlayFeature) -> Option<String> {
    feature.text("name").map(str::to_owned)
}

fn without_id(line: usize, report: &mut Report<'_>) {
    report.error("geojson.no-id", &[], "done.left-out", || Place::Line(line));
}

fn line(mut feature: OverlayFeature) -> Line {
    let date = |key: &str| feature.text(key).and_then(|text| text.parse().ok());
    let (from, to) = (date("from"), date("to"));
    let certainty = feature.properties.get("certainty").and_then(|value| Certainty::deserialize(value).ok());
    let rank = feature.properties.get("rank").and_then(serde_json::Value::as_u64).unwrap_or(2);
    let mut lines = std::mem::take(&mut feature.lines);
    lines.extend(std::mem::take(&mut feature.polygons).into_iter().flatten());
    Line {
        id: id_of(&feature),
        name: name_of(&feature),
        rank: u8::try_from(rank).unwrap_or(u8::MAX),
        from,
        to,
        certainty,
        note: feature.text("note").map(str::to_owned),
        lines,
    }
}

fn relief(png: &DataFile, extent: &DataFile, problems: &mut Vec<Problem>) -> Option<Relief> {
    let extent: ReliefExtent = extent.read_text(problems, |text, report| {
        serde_json::from_str(text)
            .map_err(|error| report.parser_error(&error.to_string(), "done.no-relief", || Place::Line(error.line())))
            .ok()
    })?;
    let min = MapPoint::new(extent.x_min, extent.y_min);
    let max = MapPoint::new(extent.x_max, extent.y_max);
    Some(Relief { png: png.bytes.to_vec(), extent: MapRect { min, max } })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_layer_of_ones_own_replaces_what_it_has_by_id_or_name() {
        let file = |name: &str, features: &[(&str, &str, f64)]| {
            let feature = |(id, name, lon): &(&str, &str, f64)| {
                format!(
                    r#"{{"type": "Feature", "id": "{id}", "properties": {{"name": "{name}"}},
                    "geometry": {{"type": "LineString", "coordinates": [[{lon}, 40], [{lon}, 41]]}}}}"#
                )
            };
            let features: Vec<String> = features.iter().map(feature).collect();
            let text = format!(r#"{{"type": "FeatureCollection", "features": [{}]}}"#, features.join(","));
            read_overlay(name, text.as_bytes()).0
        };
        let (mut layers, mut report) = (Layers::default(), Report::new("a"));
        let first = file("a", &[("kura", "Kura", 43.0), ("kura", "Kura", 44.0), ("aras", "Aras", 45.0)]);
        take("rivers", first, &mut layers, &mut report);
        take("rivers", file("b", &[("kura", "Mtkvari", 46.0)]), &mut layers, &mut report);
        let names: Vec<Option<&str>> = layers.rivers.iter().map(|river| river.name.as_deref()).collect();
        assert_eq!(names, [Some("Aras"), Some("Mtkvari")]);
        assert!(report.is_empty());
    }
}
