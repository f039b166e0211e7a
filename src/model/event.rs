//! Events: what happened, when and where.

use serde::{Deserialize, Serialize};

use super::entry::{DateOf, Entry, Part, Reference, Relation, Said, has, least_important};
use super::{Certainty, Citation, Kind, When};

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Event {
    pub id: String,
    pub date: When,
    /// The day in the Julian calendar, where the act has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date_julian: Option<String>,
    #[serde(default)]
    pub other_dates: Vec<OtherDate>,
    pub title: String,
    pub text: String,
    pub kind: EventKind,
    #[serde(default)]
    pub tracts: Vec<String>,
    #[serde(default)]
    pub places: Vec<String>,
    #[serde(default)]
    pub people: Vec<String>,
    #[serde(default)]
    pub instruments: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub beyond: Option<String>,
    #[serde(default = "least_important")]
    pub importance: u8,
    pub certainty: Certainty,
    pub cite: Vec<Citation>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EventKind {
    Treaty,
    War,
    Occupation,
    Administration,
    Diplomacy,
    Demarcation,
    Proclamation,
    Congress,
    Naming,
    BorderRegime,
}

/// A date that some source gives in place of the one the atlas uses.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OtherDate {
    pub date: When,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    #[serde(default)]
    pub cite: Vec<Citation>,
}

impl Entry for Event {
    has!(id, certainty, cite, importance);

    fn name(&self) -> Option<&str> {
        Some(&self.title)
    }

    fn date(&self) -> Option<&When> {
        Some(&self.date)
    }

    fn period(&self) -> (Option<&When>, Option<&When>) {
        (Some(&self.date), Some(&self.date))
    }

    fn dates(&self, each: &mut dyn FnMut(&When, DateOf)) {
        each(&self.date, DateOf::Event);
        for other in &self.other_dates {
            each(&other.date, DateOf::GivenElsewhere);
        }
    }

    fn parts(&self, each: &mut dyn FnMut(Part<'_>)) {
        for (nth, other) in self.other_dates.iter().enumerate() {
            each(Part::cited(format_args!("other_dates[{nth}]"), &other.cite));
        }
    }

    fn references(&self, each: &mut dyn FnMut(Reference<'_>)) {
        let links = [
            ("tracts", &self.tracts, &[Kind::Tract][..]),
            ("places", &self.places, &[Kind::Place, Kind::Waypoint]),
            ("people", &self.people, &[Kind::Person]),
            ("instruments", &self.instruments, &[Kind::Instrument, Kind::Article]),
        ];
        for (field, ids, kinds) in links {
            Reference::all(field, ids, kinds, Some(Relation::Names), each);
        }
    }

    fn says(&self, each: &mut dyn FnMut(Said<'_>)) {
        each(Said::Text(&self.text));
        if let Some(beyond) = &self.beyond {
            each(Said::Text(beyond));
        }
        Said::note(self.note.as_ref(), each);
    }
}
