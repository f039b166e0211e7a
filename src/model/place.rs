//! Places: towns, mountains, rivers.

use serde::{Deserialize, Serialize};

use super::entry::{Entry, Reference, Relation, Said, has, least_important};
use super::{Certainty, Citation, Grade, Kind, Name};
use crate::units::LonLat;

/// A town, a mountain, a river.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    pub id: String,
    pub name: String,
    #[serde(default)]
    pub names: Vec<Name>,
    pub kind: PlaceKind,
    pub at: LonLat,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grade: Option<Grade>,
    #[serde(default = "least_important")]
    pub importance: u8,
    /// Named on the small map of the wider region.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub on_locator: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tract: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    pub certainty: Certainty,
    pub cite: Vec<Citation>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PlaceKind {
    Town,
    Village,
    Station,
    Fort,
    Ruin,
    Mountain,
    Pass,
    River,
    Lake,
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
