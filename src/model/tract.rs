//! Tracts and the edges between them.

use serde::{Deserialize, Serialize};

use super::entry::{Entry, Reference, Said, has};
use super::{Certainty, Citation, Kind, Name};
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
    #[serde(default, skip_serializing_if = "String::is_empty")]
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
