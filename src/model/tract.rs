//! Tracts and the edges between them.

use serde::{Deserialize, Serialize};

use super::entry::{Entry, Reference, Said, has};
use super::{Certainty, Citation, Kind, Name};
use crate::units::LonLat;

/// The smallest piece of ground that ever changed hands. Its outline stands in `layers/tracts.geojson`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tract {
    /// Its id, in kebab-case, unique across all tables.
    pub id: String,
    /// Its name in English.
    pub name: String,
    /// What kind it is of.
    pub kind: TractKind,
    /// Its other names, with their languages and periods.
    #[serde(default)]
    pub names: Vec<Name>,
    /// How soon it is named, 1 (first) to 5.
    pub importance: u8,
    /// Where its name goes; `None` for the middle.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<LonLat>,
    /// What ground it is and how its outline was drawn; running text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// How sure its outline is.
    pub certainty: Certainty,
    /// The sources that it rests on.
    pub cite: Vec<Citation>,
}

/// What kind of ground a tract is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TractKind {
    /// Land.
    Land,
    /// Water.
    Sea,
}

/// How the line between two tracts was made, and how far it may be off.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edge {
    /// The ids of the two tracts.
    pub between: [String; 2],
    /// How the line was made.
    pub made: EdgeMade,
    /// How far it may be off, in metres.
    pub error_m: f64,
    /// How sure it is.
    pub certainty: Certainty,
    /// How it was drawn and from what, in a sentence.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// The sources that it rests on.
    pub cite: Vec<Citation>,
}

/// How a line between two tracts was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EdgeMade {
    /// From OpenStreetMap.
    Osm,
    /// From Natural Earth.
    NaturalEarth,
    /// By hand.
    Drawn,
    /// It is the edge of the frame.
    Frame,
}

impl Entry for Tract {
    has!(id, name, names, certainty, cite, importance);

    fn says(&self, each: &mut dyn FnMut(Said<'_>)) {
        Said::note(self.note.as_ref(), each);
    }
}

impl Entry for Edge {
    has!(certainty, cite);

    fn key(&self) -> String {
        self.between.join(" ")
    }

    fn references(&self, each: &mut dyn FnMut(Reference<'_>)) {
        Reference::all("between", &self.between, &[Kind::Tract], None, each);
    }
}
