//! What is wrong in meaning with a reader's features, though the file is well-formed: outlines that cross themselves, holes
//! outside, lines round the back of the globe, ids given twice, and layers of which nothing is seen. It mends nothing.

use std::collections::{BTreeSet, HashMap};

use rayon::prelude::*;

use super::features::Features;
use crate::catalog::{Done, OverlayFeature, Place, Report};
use crate::geometry::{Projection, Segments};
use crate::text::{Given, Texts};
use crate::typeset::Fonts;
use crate::units::LonLat;

const DRAWN: Done = "done.drawn-all-the-same";
const NOTHING_SEEN: Done = "done.nothing-seen";
/// How many crossings of one area are looked for.
const MOST_CROSSINGS: usize = 3;

/// Something wrong with a shape.
enum Wrong {
    /// The outline crosses itself here.
    Crossing(LonLat),
    /// There is too much to compare.
    TooManyEdges,
    /// A hole begins here, outside of its area.
    HoleOutside(LonLat),
    /// An edge leads round the back of the globe from here.
    Antimeridian(LonLat),
    /// All points of a line are this one.
    NoLength(LonLat),
}

/// Judges features before they are placed on the map.
pub fn judge_features(features: &[OverlayFeature], report: &mut Report<'_>) {
    let mut ids = HashMap::new();
    for feature in features {
        if let Some(id) = &feature.id
            && let Some(first) = ids.insert(id, feature.line)
        {
            report.warning("layer-file.id-twice", &[("id", id), ("line", &first)], DRAWN, || Place::Line(feature.line));
        }
    }
    letters(features, report);
    let wrong: Vec<(usize, Vec<Wrong>)> =
        features.par_iter().map(|feature| (feature.line, in_shapes(feature))).collect();
    for (line, wrong) in wrong.iter().flat_map(|(line, wrong)| wrong.iter().map(move |wrong| (*line, wrong))) {
        let mut tell = |kind, at: &LonLat| {
            report.warning(kind, &[("lon", &at.lon), ("lat", &at.lat)], DRAWN, || Place::Line(line));
        };
        match wrong {
            Wrong::Crossing(at) => tell("layer-file.crossing", at),
            Wrong::HoleOutside(at) => tell("layer-file.hole-outside", at),
            Wrong::Antimeridian(at) => tell("layer-file.antimeridian", at),
            Wrong::NoLength(at) => tell("layer-file.no-length", at),
            Wrong::TooManyEdges => report.warning("layer-file.many-edges", &[], DRAWN, || Place::Line(line)),
        }
    }
}

/// Tells once which letters of names no font has.
fn letters(features: &[OverlayFeature], report: &mut Report<'_>) {
    const MOST: usize = 12;
    let fonts = Fonts::shared();
    let names = features.iter().filter_map(OverlayFeature::name).filter(|name| !fonts.can_draw(name));
    let is_missing = |letter: &char| !fonts.can_draw(letter.encode_utf8(&mut [0; 4]));
    let missing: BTreeSet<char> = names.flat_map(str::chars).filter(is_missing).collect();
    if !missing.is_empty() {
        let mut shown: Vec<String> =
            missing.iter().take(MOST).map(|letter| format!("`{letter}` (U+{:04X})", u32::from(*letter))).collect();
        if missing.len() > MOST {
            shown.push("…".to_owned());
        }
        report.warning("check.no-font", &[("letters", &shown.join(", "))], "done.box-drawn", || Place::File);
    }
}

/// What the features of a file leave to be seen.
pub struct Sight {
    features: usize,
    /// How many of them have no point at all.
    bare: usize,
    /// A point would lie on the map of the atlas if its numbers changed places.
    fits_swapped: bool,
}

impl Sight {
    /// Looks at features before they are placed on the map.
    pub fn of(features: &[OverlayFeature], projection: &Projection) -> Self {
        let frame = projection.frame();
        Self {
            features: features.len(),
            bare: features.iter().filter(|feature| points(feature).next().is_none()).count(),
            fits_swapped: features.iter().flat_map(points).any(|at| frame.contains(LonLat::new(at.lat, at.lon))),
        }
    }

    /// Tells why nothing will be seen of the features, or not all of them, if so. What lies inside the rectangle around the
    /// frame of the atlas passes, though a corner of that may be outside the frame.
    pub fn judge(&self, placed: &Features, projection: &Projection, report: &mut Report<'_>) {
        let mut nothing = |kind| report.warning(kind, &[], NOTHING_SEEN, || Place::File);
        if self.features == 0 {
            nothing("layer-file.empty");
        } else if self.bare == self.features {
            nothing("layer-file.no-geometry");
        } else if placed.shapes_meeting(&projection.frame_extent()).is_empty() {
            nothing(if self.fits_swapped { "layer-file.swapped" } else { "layer-file.outside" });
        } else if self.bare > 0 {
            let texts = Texts::english();
            let (bare, all) = (texts.whole(self.bare), texts.whole(self.features));
            let given: &Given<'_> = &[("number", &bare), ("all", &all)];
            report.warning("layer-file.some-without-geometry", given, NOTHING_SEEN, || Place::File);
        }
    }
}

fn points(feature: &OverlayFeature) -> impl Iterator<Item = &LonLat> {
    let rings = feature.polygons.iter().flatten();
    feature.points.iter().chain(feature.lines.iter().chain(rings).flatten())
}

fn in_shapes(feature: &OverlayFeature) -> Vec<Wrong> {
    let no_length = |line: &Vec<LonLat>| line.first().filter(|first| line.iter().all(|at| at == *first)).copied();
    let rings = feature.polygons.iter().flatten();
    let mut wrong: Vec<Wrong> = feature.lines.iter().filter_map(no_length).map(Wrong::NoLength).collect();
    wrong.extend(feature.lines.iter().chain(rings).filter_map(|line| antimeridian(line)).map(Wrong::Antimeridian));
    wrong.par_extend(feature.polygons.par_iter().flat_map_iter(|rings| in_area(rings)));
    wrong
}

/// The point from which an edge leads over more than half of the globe. Along a pole there is no other way.
fn antimeridian(line: &[LonLat]) -> Option<LonLat> {
    line.windows(2).find_map(|pair| match pair {
        [a, b] if (a.lon - b.lon).abs() > 180.0 && !(a.lat.abs() >= 90.0 && b.lat.abs() >= 90.0) => Some(*a),
        _ => None,
    })
}

fn in_area(rings: &[Vec<LonLat>]) -> Vec<Wrong> {
    let crossings = Segments::new(rings.iter().map(Vec::as_slice)).crossings(MOST_CROSSINGS);
    let mut wrong: Vec<Wrong> = crossings.found.into_iter().map(|(_, at)| Wrong::Crossing(at)).collect();
    if !crossings.is_complete && wrong.is_empty() {
        wrong.push(Wrong::TooManyEdges);
    }
    if let [outer, holes @ ..] = rings
        && !holes.is_empty()
    {
        let outer = Segments::new([outer.as_slice()]);
        // A hole may touch the outline: it is outside where none of its points is inside.
        let outside = |hole: &&Vec<LonLat>| !hole.iter().any(|at| outer.hold(*at));
        wrong.extend(holes.iter().filter(outside).filter_map(|hole| hole.first().copied()).map(Wrong::HoleOutside));
    }
    wrong
}

#[cfg(test)]
mod tests {
    use crate::geometry::Projection;
    use crate::layer::read;
    use crate::model::Settings;

    /// What `read` says of a text that is well-formed, without what was done.
    fn said(text: &str) -> Vec<String> {
        let settings: Settings =
            toml::from_str("title = 'Nowhere'\nframe = { west = 41.0, south = 39.0, east = 46.0, north = 42.0 }\n")
                .unwrap();
        let projection = Projection::new(&settings.frame.default_projection(), settings.frame).unwrap();
        let (_, problems) = read("a.geojson", text.as_bytes(), &projection);
        problems.into_iter().map(|problem| problem.message).collect()
    }

    fn feature(id: &str, geometry: &str) -> String {
        format!(r#"{{"type": "Feature"{id}, "properties": null, "geometry": {geometry}}}"#)
    }

    fn collection(features: &[String]) -> String {
        format!(r#"{{"type": "FeatureCollection", "features": [{}]}}"#, features.join(","))
    }

    #[test]
    fn each_kind_of_what_is_wrong_in_meaning_is_named() {
        let point = r#"{"type": "Point", "coordinates": [43, 40]}"#;
        let polygon = |rings: &str| format!(r#"{{"type": "Polygon", "coordinates": [{rings}]}}"#);
        let square = "[[42, 40], [43, 40], [43, 41], [42, 41], [42, 40]]";
        for (text, word) in [
            (collection(&[]), "no features"),
            (feature("", "null"), "has a geometry"),
            (collection(&[feature("", point), feature("", "null")]), "1 of the 2 features"),
            (r#"{"type": "Point", "coordinates": [40.6, 43.09]}"#.to_owned(), "latitude"),
            (r#"{"type": "Point", "coordinates": [-70, 10]}"#.to_owned(), "outside the map of the atlas"),
            (polygon("[[42, 40], [43, 41], [43, 40.2], [42, 41], [42, 40]]"), "crosses itself"),
            (polygon(&format!("{square}, [[44, 40], [44, 41], [45, 41], [45, 40], [44, 40]]")), "hole"),
            (polygon(&format!("{square}, [[42.1, 41.1], [42.1, 41.2], [42.2, 41.2], [42.1, 41.1]]")), "hole"),
            (r#"{"type": "LineString", "coordinates": [[43, 40], [43, 40], [43, 40]]}"#.to_owned(), "length"),
            (collection(&[feature(r#", "id": 1"#, point), feature(r#", "id": 1"#, point)]), "`1` is given twice"),
            (
                r#"{"type": "MultiLineString", "coordinates": [[[43, 40], [43, 41]], [[179, 40], [-179, 40]]]}"#
                    .to_owned(),
                "antimeridian",
            ),
        ] {
            let said = said(&text);
            assert!(said.iter().any(|message| message.contains(word)), "{word}: {said:?}");
            assert_eq!(said.iter().filter(|message| !message.contains("wrong way")).count(), 1, "{said:?}");
        }
    }

    #[test]
    fn letters_that_no_font_has_are_named_once() {
        let named = |name: &str| {
            let point = r#"{"type": "Point", "coordinates": [43, 40]}"#;
            format!(r#"{{"type": "Feature", "properties": {{"name": "{name}"}}, "geometry": {point}}}"#)
        };
        let said = said(&collection(&[named("ᚠᚢᚠ"), named("Карс ყარსი"), named("ᚢ")]));
        assert_eq!(said, ["no bundled font has `ᚠ` (U+16A0), `ᚢ` (U+16A2)"]);
    }

    #[test]
    fn what_is_sound_is_left_in_peace() {
        let hole = "[42.2, 40.2], [42.2, 40.8], [42.8, 40.8], [42.8, 40.2]";
        for rings in [
            format!("[[42, 40], [43, 40], [43, 41], [42, 41], [42, 40]], [{hole}, [42.2, 40.2]]"),
            // A hole that touches the outline at a corner.
            "[[42, 40], [43, 40], [43, 41], [42, 41], [42, 40]], [[42, 40], [42.2, 40.8], [42.8, 40.8], [42, 40]]"
                .to_owned(),
            "[[42, 40], [43, 40], [43, 41], [42, 40]], [], []".replace(", [], []", ""),
        ] {
            assert_eq!(said(&format!(r#"{{"type": "Polygon", "coordinates": [{rings}]}}"#)), [""; 0]);
        }
        let pole = r#"{"type": "MultiLineString", "coordinates": [[[-180, -90], [180, -90]], [[43, 40], [44, 41]]]}"#;
        assert_eq!(said(pole), [""; 0]);
    }
}
