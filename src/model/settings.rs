//! The settings of an atlas, from `atlas.toml`: what ground and time it covers and how they are cut. Everything but the
//! frame may be left out.

use serde::{Deserialize, Deserializer, Serialize};
use thiserror::Error;

use super::{Day, When};
use crate::units::LonLat;

/// What an atlas covers and how it is cut.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    /// What the atlas is about, for the heading of a day on which nothing happened.
    pub title: String,
    /// Who made the ground that the map shows, whole; it stands on every figure.
    #[serde(default)]
    pub credits: String,
    /// The same where there is little room.
    #[serde(default)]
    pub short_credits: String,
    /// The terms on which pictures of the atlas may be used; they are written into each.
    #[serde(default)]
    pub licence: String,
    /// The ground that the atlas covers.
    pub frame: Frame,
    /// The ground that no page cuts off for want of room, whatever its shape; left out, the frame.
    #[serde(default)]
    pub focus: Option<Frame>,
    /// The projection of the map as a PROJ text whose unit is the metre. Left out, it is one that is true to shape and
    /// fits the frame; `Frame::default_projection` says which.
    #[serde(default)]
    pub projection: Option<String>,
    /// The time that the atlas covers.
    #[serde(default)]
    pub time: TimeSettings,
    /// The small map of the wider region; left out, figures have none.
    #[serde(default)]
    pub locator: Option<Locator>,
    /// Units of length that people used beside the metre, for the scale bar.
    #[serde(default, rename = "unit")]
    pub units: Vec<OldUnit>,
    /// How the border that is shown by stretches is called; left out, plain words are used.
    #[serde(default)]
    pub segments: SegmentWords,
}

/// A piece of the globe between two meridians and two parallels.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Frame {
    /// The western meridian, in degrees east, -180 to 180.
    pub west: f64,
    /// The southern parallel, in degrees north.
    pub south: f64,
    /// The eastern meridian, in degrees east: more than `west`, and beyond 180 where the frame crosses the antimeridian.
    pub east: f64,
    /// The northern parallel, in degrees north.
    pub north: f64,
}

/// The time that an atlas covers.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct TimeSettings {
    /// The first day that is shown; left out, the first day of the earliest holding.
    #[serde(deserialize_with = "some_day")]
    pub first: Option<Day>,
    /// The last day that is shown; left out, the end of the year of the latest event or era.
    #[serde(deserialize_with = "some_day")]
    pub last: Option<Day>,
    /// The day that is shown where none is asked for; left out, the last day of change.
    #[serde(deserialize_with = "some_day")]
    pub start: Option<Day>,
    /// Days with their places on the scale of time, both growing, the first at 0; the last day that is shown stands at 1.
    /// Left out, time runs evenly.
    pub scale: Vec<ScaleMark>,
    /// The years that are named on the scale of time, the weightiest first; round years follow of themselves.
    pub years: Vec<i32>,
    /// Parts of the scale that a button shows.
    #[serde(rename = "span")]
    pub spans: Vec<TimeSpan>,
}

/// A day and its place on the scale of time.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScaleMark {
    /// The day.
    #[serde(deserialize_with = "day")]
    pub day: Day,
    /// Its place, 0 to 1.
    pub at: f64,
}

/// A part of the scale of time that has a name.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TimeSpan {
    /// What its button says.
    pub name: String,
    /// Its first day.
    #[serde(deserialize_with = "day")]
    pub from: Day,
    /// Its last day.
    #[serde(deserialize_with = "day")]
    pub to: Day,
}

/// The small map of the wider region, by the plate carrée.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Locator {
    /// The ground that it shows.
    pub frame: Frame,
    /// The meridians that are drawn, in degrees east.
    #[serde(default)]
    pub meridians: Vec<f64>,
    /// The parallels that are drawn, in degrees north.
    #[serde(default)]
    pub parallels: Vec<f64>,
    /// How much longer a degree of latitude is drawn than one of longitude.
    pub stretch: f64,
    /// The seas, with where their names stand.
    #[serde(default)]
    pub seas: Vec<Sea>,
}

/// A sea on the small map.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sea {
    /// Its name.
    pub name: String,
    /// The middle of its name.
    pub at: LonLat,
}

/// A unit of length that people used.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OldUnit {
    /// Its name in the plural, as it stands behind a number.
    pub name: String,
    /// Its length in metres.
    pub metres: f64,
    /// The last day on which maps of the region used it.
    #[serde(deserialize_with = "day")]
    pub until: Day,
}

/// How the border that is shown by stretches is called; what is left out is said in words of the program.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SegmentWords {
    /// The layer, where it is switched on and off.
    pub layer: Option<String>,
    /// The line, in the legend.
    pub legend: Option<String>,
    /// One stretch; `{stretch}` stands for its id.
    pub one: Option<String>,
}

impl Settings {
    /// The units that maps of a day used beside the metre.
    pub fn units_on(&self, day: Day) -> impl Iterator<Item = &OldUnit> {
        self.units.iter().filter(move |unit| day <= unit.until)
    }
}

impl Frame {
    /// Whether a position lies in the frame, its edge included. Longitudes may be written either side of the antimeridian.
    pub fn contains(&self, point: LonLat) -> bool {
        (self.west..=self.east).contains(&self.turned(point).lon) && (self.south..=self.north).contains(&point.lat)
    }

    /// The same position with its longitude within half a turn of the middle of the frame, so that what lies together on
    /// the globe has longitudes that lie together.
    pub fn turned(&self, point: LonLat) -> LonLat {
        let turns = ((f64::midpoint(self.west, self.east) - point.lon) / 360.0).round();
        if turns == 0.0 { point } else { LonLat::new(point.lon + 360.0 * turns, point.lat) }
    }

    /// The projection of a frame that names none: Lambert’s conformal conic with standard parallels a sixth of the height
    /// from the edges (Kavrayskiy’s rule), or Mercator’s where the frame reaches over the equator.
    pub fn default_projection(&self) -> String {
        let (lon, lat) = (f64::midpoint(self.west, self.east), f64::midpoint(self.south, self.north));
        if self.south <= 0.0 && self.north >= 0.0 {
            return format!("+proj=merc +lon_0={lon} +datum=WGS84 +units=m +no_defs");
        }
        let sixth = (self.north - self.south) / 6.0;
        let (south, north) = (self.south + sixth, self.north - sixth);
        format!("+proj=lcc +lat_1={south} +lat_2={north} +lat_0={lat} +lon_0={lon} +datum=WGS84 +units=m +no_defs")
    }
}

/// Why four numbers are no frame.
#[derive(Debug, Error)]
#[error("the sides of the frame are no degrees west, south, east and north of one another")]
struct NoFrame;

impl<'de> Deserialize<'de> for Frame {
    /// Four numbers, `{ west, south, east, north }`; an east that is less than the west lies beyond the antimeridian.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Sides {
            west: f64,
            south: f64,
            east: f64,
            north: f64,
        }
        let Sides { west, south, mut east, north } = Sides::deserialize(deserializer)?;
        if east <= west {
            east += 360.0;
        }
        let sane = (-180.0..=180.0).contains(&west) && east > west && east - west < 360.0;
        if sane && -90.0 <= south && south < north && north <= 90.0 {
            Ok(Self { west, south, east, north })
        } else {
            Err(serde::de::Error::custom(NoFrame))
        }
    }
}

fn day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Day, D::Error> {
    let text = String::deserialize(deserializer)?;
    let when: When = text.parse().map_err(serde::de::Error::custom)?;
    Ok(when.earliest())
}

fn some_day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Day>, D::Error> {
    day(deserializer).map(Some)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(text: &str) -> Result<Frame, toml::de::Error> {
        toml::from_str(text)
    }

    #[test]
    fn a_frame_may_cross_the_antimeridian() {
        let frame = frame("west = 172.0\nsouth = -24.0\neast = -176.0\nnorth = -14.0").unwrap();
        for (lon, lat, inside) in [
            (179.0, -20.0, true),
            (-179.0, -20.0, true),
            (181.0, -20.0, true),
            (-170.0, -20.0, false),
            (0.0, -20.0, false),
        ] {
            assert_eq!(frame.contains(LonLat::new(lon, lat)), inside, "{lon}");
        }
        assert_eq!(frame.turned(LonLat::new(-179.0, -20.0)), LonLat::new(181.0, -20.0));
    }

    #[test]
    fn a_frame_inside_out_is_refused() {
        for text in [
            "west = 10.0\nsouth = 5.0\neast = 20.0\nnorth = 4.0",
            "west = 200.0\nsouth = 4.0\neast = 210.0\nnorth = 5.0",
        ] {
            assert!(frame(text).is_err(), "{text}");
        }
    }
}
