//! Places: towns, mountains, rivers.

use serde::{Deserialize, Serialize};

use super::entry::{Entry, Reference, Relation, Said, has, least_important};
use super::{Certainty, Citation, Grade, Kind, Name};
use crate::units::LonLat;

/// A town, a mountain, a river.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// Its id, in kebab-case, unique across all tables.
    pub id: String,
    /// Its name in English, today.
    pub name: String,
    /// Its other names, with their languages and periods.
    #[serde(default)]
    pub names: Vec<Name>,
    /// What kind it is of.
    pub kind: PlaceKind,
    /// Where it lies.
    pub at: LonLat,
    /// How well its position is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grade: Option<Grade>,
    /// How soon it is named, 1 (first) to 5.
    #[serde(default = "least_important")]
    pub importance: u8,
    /// Named on the small map of the wider region.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub on_locator: bool,
    /// The id of the tract that it lies in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tract: Option<String>,
    /// What a reader should know besides, as running text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// How sure it is.
    pub certainty: Certainty,
    /// The sources that it rests on.
    pub cite: Vec<Citation>,
}

/// What kind of place it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PlaceKind {
    /// A town or a city.
    Town,
    /// A village.
    Village,
    /// A railway station.
    Station,
    /// A fort.
    Fort,
    /// A ruin.
    Ruin,
    /// A mountain.
    Mountain,
    /// A pass.
    Pass,
    /// A river.
    River,
    /// A lake or a sea.
    Lake,
    /// A region with a name of its own.
    Region,
}

impl Entry for Place {
    has!(id, name, names, certainty, cite, importance);

    fn references(&self, each: &mut dyn FnMut(Reference<'_>)) {
        if let Some(tract) = &self.tract {
            each(Reference::new(format_args!("tract"), tract, &[Kind::Tract]).linked(Relation::Names));
        }
    }

    fn says(&self, each: &mut dyn FnMut(Said<'_>)) {
        Said::note(self.note.as_ref(), each);
    }
}
