//! What is shown, as one plain type in ids, days and degrees: the window, the state file, the command line, links and
//! stories all speak of it. It knows neither the record nor the projection; `map::resolve` looks its ids up.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{BaseLayer, Compare, NamesShown, Senses};
use crate::model::Day;
use crate::units::LonLat;

/// Everything that decides what a map shows.
#[derive(Clone, Debug, PartialEq)]
pub struct MapState {
    /// The day of the map.
    pub day: Day,
    /// The day that it is compared with, and how.
    pub compare: Option<Compare>,
    /// Whether what changed hands since that day is hatched.
    pub hatch_changes: bool,
    /// Whether what only changed its government is left out of that, and of the table of changes.
    pub countries_only: bool,
    /// The senses in which ground is shown as held.
    pub senses: Senses,
    /// The eras whose lines are shown, by id. One that the record does not know is kept and draws nothing.
    pub eras: BTreeSet<String>,
    /// The layers under and over the holdings, by the names of `BaseLayer`. One that this version does not know is
    /// kept and draws nothing.
    pub layers: BTreeSet<String>,
    /// The entry that is chosen, by id.
    pub selection: Option<String>,
    /// Two articles that are read side by side, by id.
    pub beside: Option<[String; 2]>,
    /// The ground that is shown.
    pub extent: Extent,
    /// How many names stand on the map.
    pub names: NamesShown,
    /// The language of texts and names, as an ISO 639-1 code; `None` for the one that the reader has chosen.
    pub lang: Option<String>,
    /// What a newer version wrote, or nobody could read: parts by name, written back as they came.
    pub unknown: BTreeMap<String, Value>,
}

/// The ground that a map shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Extent {
    /// Everything that the atlas covers.
    #[default]
    Whole,
    /// The ground of an entry, by id, with some ground around it; as near as the page allows.
    Around(String),
    /// A middle and a scale.
    At(GeoView),
}

/// The middle of a view and its scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GeoView {
    /// The middle, in degrees.
    pub at: LonLat,
    /// Metres of the map for one point of the page; more than 0.
    pub metres_per_point: f64,
}

impl MapState {
    /// The map of a day as it is shown where nothing else is asked for: everything that the atlas covers, held by
    /// right and in fact, with the default layers and all names.
    pub fn on(day: Day) -> Self {
        Self {
            day,
            compare: None,
            hatch_changes: false,
            countries_only: true,
            senses: Senses::default(),
            eras: BTreeSet::new(),
            layers: BaseLayer::shown_by_default().into_iter().map(|layer| layer.id().to_owned()).collect(),
            selection: None,
            beside: None,
            extent: Extent::Whole,
            names: NamesShown::All,
            lang: None,
            unknown: BTreeMap::new(),
        }
    }

    /// Whether a layer is shown.
    pub fn shows(&self, layer: BaseLayer) -> bool {
        self.layers.contains(layer.id())
    }
}

impl GeoView {
    /// The same view to about a metre and to four digits of the scale, so that a link is short. It is no further off
    /// than 0.000005 degrees and a twentieth of a percent of the scale.
    pub fn rounded(self) -> Self {
        let places = |number: f64| (number * 1e5).round() / 1e5;
        let digits = 10_f64.powf(3.0 - self.metres_per_point.log10().floor());
        Self {
            at: LonLat::new(places(self.at.lon), places(self.at.lat)),
            metres_per_point: (self.metres_per_point * digits).round() / digits,
        }
    }
}
