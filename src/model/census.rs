//! How many people a census or another count found in a unit of its time, by the categories that it had itself. A count
//! says who was there when it was taken; it is never a ground for who held what.

use serde::{Deserialize, Serialize};

use super::entry::{Entry, Reference, Said, has};
use super::{Certainty, Citation, Kind, When};

/// What one count found in one unit.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Count {
    /// The unit as the count had it, such as a county or a province.
    pub unit: String,
    /// The name of the census or count.
    pub count: String,
    /// The day that it shows.
    pub date: When,
    /// The tracts that the unit covers, in whole or for the greater part.
    #[serde(default)]
    pub tracts: Vec<String>,
    /// What its categories were taken from.
    pub by: CountedBy,
    /// All people, where the total is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<u32>,
    /// The categories, in the words of the count, largest first. Those that were not read are left out.
    #[serde(default)]
    pub groups: Vec<Group>,
    /// How sure it is.
    pub certainty: Certainty,
    /// The sources that it rests on.
    pub cite: Vec<Citation>,
    /// What a reader should know: what the categories mean, and who was counted with them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// One category of a count: as people, or as a share where the source gives no more.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// The category in the words of the count.
    pub name: String,
    /// How many people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub people: Option<u32>,
    /// In per cent of the total, 0 to 100.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<f64>,
}

/// What the categories of a count were taken from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CountedBy {
    /// The language of the family.
    MotherTongue,
    /// The faith or church.
    Religion,
    /// The nationality that was asked for or written down.
    Nationality,
    /// The count has a total alone, or what was read of it has.
    TotalAlone,
}

impl Entry for Count {
    has!(certainty, cite);

    fn key(&self) -> String {
        format!("{}, {}", self.unit, self.count)
    }

    fn date(&self) -> Option<&When> {
        Some(&self.date)
    }

    fn references(&self, each: &mut dyn FnMut(Reference<'_>)) {
        Reference::all("tracts", &self.tracts, &[Kind::Tract], None, each);
    }

    fn says(&self, each: &mut dyn FnMut(Said<'_>)) {
        Said::note(self.note.as_ref(), each);
    }
}
