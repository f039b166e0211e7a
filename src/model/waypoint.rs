//! Waypoints: points named in an annex, and how well a position is known.

use serde::{Deserialize, Serialize};

use super::entry::{Entry, Reference, Relation, Said, has};
use super::{Certainty, Citation, Kind, Name};
use crate::units::LonLat;

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

impl Entry for Waypoint {
    has!(id, name, names, certainty, cite);

    fn references(&self, each: &mut dyn FnMut(Reference<'_>)) {
        for (nth, annex) in self.annexes.iter().enumerate() {
            each(
                Reference::new(format_args!("annexes[{nth}].article"), &annex.article, &[Kind::Article])
                    .linked(Relation::PartOf),
            );
        }
        if let Some(segment) = &self.segment {
            each(Reference::new(format_args!("segment"), segment, &[Kind::Segment]).linked(Relation::Names));
        }
    }

    fn says(&self, each: &mut dyn FnMut(Said<'_>)) {
        if let Some(today) = &self.today {
            each(Said::Text(today));
        }
        Said::note(self.note.as_ref(), each);
    }
}
