//! The ground and who held it: tracts, the edges between them, segments, waypoints, holdings, claims.

use serde::{Deserialize, Serialize};

use super::{Certainty, Citation, Name, When};
use crate::units::LonLat;

/// The smallest piece of ground that ever changed hands. Its outline stands in `layers/tracts.geojson`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tract {
    pub id: String,
    pub name: String,
    pub kind: TractKind,
    #[serde(default)]
    pub names: Vec<Name>,
    pub importance: u8,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<LonLat>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    pub certainty: Certainty,
    pub cite: Vec<Citation>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TractKind {
    Land,
    Sea,
}

/// How the line between two tracts was made, and how far it may be off.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edge {
    pub between: [String; 2],
    pub made: EdgeMade,
    pub error_m: f64,
    pub certainty: Certainty,
    #[serde(default)]
    pub note: String,
    pub cite: Vec<Citation>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EdgeMade {
    Osm,
    NaturalEarth,
    Drawn,
    Frame,
}

/// A stretch of the border of 1921. Its course stands in `layers/segments.geojson`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Segment {
    pub id: String,
    pub name: String,
    pub articles: Vec<String>,
    #[serde(default)]
    pub between: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    pub certainty: Certainty,
    pub cite: Vec<Citation>,
}

/// A point named in an annex.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Waypoint {
    pub id: String,
    pub name: String,
    #[serde(default)]
    pub names: Vec<Name>,
    pub annexes: Vec<OnAnnex>,
    /// English feet, as on the Russian map of five versts to the inch.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub height_ft: Option<f64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub height_note: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub today: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<LonLat>,
    pub grade: Grade,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub segment: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    pub certainty: Certainty,
    pub cite: Vec<Citation>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OnAnnex {
    pub article: String,
    pub order: u32,
}

/// How well a position is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Grade {
    /// Place identified.
    A,
    /// Right stretch, within 3 to 5 km.
    B,
    /// Only the order along the line is sure.
    C,
}

/// Who held a tract, from when to when, in which sense, and by what.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holding {
    pub tract: String,
    pub sense: Sense,
    pub holders: Vec<String>,
    pub from: When,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<When>,
    #[serde(default)]
    pub by: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_treaty: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    pub certainty: Certainty,
    pub cite: Vec<Citation>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sense {
    DeJure,
    DeFacto,
}

/// That somebody claimed a tract without holding it by right.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    pub tract: String,
    pub by: String,
    pub from: When,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<When>,
    #[serde(default)]
    pub ground: Vec<String>,
    pub text: String,
    pub certainty: Certainty,
    pub cite: Vec<Citation>,
}

impl Holding {
    /// Whether the holding covers a day. A vague first day counts from its earliest, a vague last day to its latest.
    pub fn covers(&self, day: super::Day) -> bool {
        spans(&self.from, self.to.as_ref(), day)
    }
}

impl Claim {
    pub fn covers(&self, day: super::Day) -> bool {
        spans(&self.from, self.to.as_ref(), day)
    }
}

fn spans(from: &When, to: Option<&When>, day: super::Day) -> bool {
    from.earliest() <= day && to.is_none_or(|to| to.latest().is_none_or(|latest| day <= latest))
}
