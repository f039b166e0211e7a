//! Events: what happened, when and where.

use serde::{Deserialize, Serialize};

use super::entry::{DateOf, Entry, Part, Reference, Relation, Said, has, least_important};
use super::{Certainty, Citation, Kind, When};

/// Something that happened.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// Its id, in kebab-case, unique across all tables.
    pub id: String,
    /// When it happened.
    pub date: When,
    /// The day in the Julian calendar, where the act has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date_julian: Option<String>,
    /// Dates that other sources give for it.
    #[serde(default)]
    pub other_dates: Vec<OtherDate>,
    /// What happened, in a few words.
    pub title: String,
    /// What happened, in two to five sentences of running text.
    pub text: String,
    /// What kind it is of.
    pub kind: EventKind,
    /// The tracts that it concerns, by id.
    #[serde(default)]
    pub tracts: Vec<String>,
    /// The places where it happened, by id.
    #[serde(default)]
    pub places: Vec<String>,
    /// The people who took part, by id.
    #[serde(default)]
    pub people: Vec<String>,
    /// The instruments that it concerns, by id.
    #[serde(default)]
    pub instruments: Vec<String>,
    /// What lies outside the frame, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub beyond: Option<String>,
    /// How weighty it is, 1 (most) to 5.
    #[serde(default = "least_important")]
    pub importance: u8,
    /// How sure it is.
    pub certainty: Certainty,
    /// The sources that it rests on.
    pub cite: Vec<Citation>,
    /// What a reader should know besides, as running text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// What kind of event it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EventKind {
    /// A treaty is signed, ratified, or comes into force.
    Treaty,
    /// Fighting.
    War,
    /// Ground is occupied, or left.
    Occupation,
    /// Ground is organised, or its government changes.
    Administration,
    /// Powers negotiate.
    Diplomacy,
    /// A border is marked on the ground.
    Demarcation,
    /// A state or a right is proclaimed.
    Proclamation,
    /// Powers or delegates meet.
    Congress,
    /// Something gets another name.
    Naming,
    /// How people and goods may pass a border.
    BorderRegime,
}

/// A date that some source gives in place of the one the atlas uses.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OtherDate {
    /// The date that is given.
    pub date: When,
    /// Who gives it and why it is not the date of the event.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The sources that give it.
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
