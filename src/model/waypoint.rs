//! Waypoints: points named in an annex, and how well a position is known.

use serde::{Deserialize, Serialize};

use super::entry::{Entry, Reference, Relation, Said, has};
use super::{Certainty, Citation, Kind, Name};
use crate::units::LonLat;

/// A point named in an annex.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Waypoint {
    /// Its id, in kebab-case, unique across all tables.
    pub id: String,
    /// Its name as the annex has it.
    pub name: String,
    /// Its other names, with their languages and periods.
    #[serde(default)]
    pub names: Vec<Name>,
    /// The annexes that name it.
    pub annexes: Vec<OnAnnex>,
    /// English feet, as on the Russian map of five versts to the inch.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub height_ft: Option<f64>,
    /// What is wrong with the height: misprints, another unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub height_note: Option<String>,
    /// What it is called today.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub today: Option<String>,
    /// Where it lies; `None` where nobody knows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<LonLat>,
    /// How well its position is known.
    pub grade: Grade,
    /// The id of the segment that it lies on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub segment: Option<String>,
    /// What a reader should know besides, as running text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// How sure it is.
    pub certainty: Certainty,
    /// The sources that it rests on.
    pub cite: Vec<Citation>,
}

/// A waypoint’s place in an annex.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OnAnnex {
    /// The id of the annex.
    pub article: String,
    /// Its place along the line, from 1.
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
