//! Instruments: treaties, armistices, awards, agreements.

use serde::{Deserialize, Serialize};

use super::entry::{DateOf, Entry, Part, Reference, Relation, SPOTS, Said, has};
use super::{Certainty, Citation, Kind, Name, When};

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Instrument {
    pub id: String,
    pub name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short: Option<String>,
    pub kind: InstrumentKind,
    #[serde(default)]
    pub names: Vec<Name>,
    /// Polity ids, or plain words for powers that hold no ground in the atlas.
    #[serde(default)]
    pub parties: Vec<String>,
    pub signed: When,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signed_as: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signed_julian: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signed_rumi: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    #[serde(default)]
    pub ratified: Vec<Ratification>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exchanged: Option<When>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exchanged_at: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_force: Option<When>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<When>,
    pub status: Status,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status_note: Option<String>,
    #[serde(default)]
    pub supersedes: Vec<String>,
    #[serde(default)]
    pub superseded_by: Vec<String>,
    #[serde(default)]
    pub languages: Vec<String>,
    pub summary: String,
    #[serde(default)]
    pub texts: Vec<TextLocation>,
    #[serde(default, rename = "signatory")]
    pub signatories: Vec<Signatory>,
    pub certainty: Certainty,
    pub cite: Vec<Citation>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum InstrumentKind {
    Treaty,
    Armistice,
    Award,
    Agreement,
    Protocol,
    Convention,
    Decree,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    InForce,
    Superseded,
    Executed,
    NeverRatified,
    NeverInForce,
    Annulled,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ratification {
    pub by: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<When>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certainty: Option<Certainty>,
    #[serde(default)]
    pub cite: Vec<Citation>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signatory {
    pub person: String,
    #[serde(rename = "for")]
    pub on_behalf_of: String,
    pub office: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    #[serde(default)]
    pub cite: Vec<Citation>,
}

/// Where the text of an instrument stands.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TextLocation {
    pub title: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locator: Option<String>,
}

impl Instrument {
    /// The name for a reference: `Kars 1921`.
    pub fn short_name(&self) -> &str {
        self.short.as_deref().unwrap_or(&self.name)
    }
}

impl Status {
    /// Whether the instrument ever bound its parties.
    pub fn ever_in_force(self) -> bool {
        match self {
            Self::InForce | Self::Superseded | Self::Executed | Self::Annulled => true,
            Self::NeverRatified | Self::NeverInForce => false,
        }
    }
}

impl Entry for Instrument {
    has!(id, name, names, certainty, cite);

    fn date(&self) -> Option<&When> {
        Some(&self.signed)
    }

    fn period(&self) -> (Option<&When>, Option<&When>) {
        (Some(&self.signed), self.ended.as_ref())
    }

    fn dates(&self, each: &mut dyn FnMut(&When, DateOf)) {
        each(&self.signed, DateOf::Signature);
        for date in self.ratified.iter().filter_map(|ratification| ratification.date.as_ref()) {
            each(date, DateOf::Ratification);
        }
        let others =
            [(&self.exchanged, DateOf::Exchange), (&self.in_force, DateOf::EntryIntoForce), (&self.ended, DateOf::End)];
        for (date, what) in others {
            if let Some(date) = date {
                each(date, what);
            }
        }
    }

    fn parts(&self, each: &mut dyn FnMut(Part<'_>)) {
        for (nth, ratification) in self.ratified.iter().enumerate() {
            each(Part::cited(format_args!("ratified[{nth}]"), &ratification.cite));
        }
        for (nth, signatory) in self.signatories.iter().enumerate() {
            each(Part::cited(format_args!("signatory[{nth}]"), &signatory.cite));
        }
    }

    fn references(&self, each: &mut dyn FnMut(Reference<'_>)) {
        for (nth, party) in self.parties.iter().enumerate() {
            each(Reference::power(format_args!("parties[{nth}]"), party).linked(Relation::Names));
        }
        for (field, place) in [("place", &self.place), ("exchanged_at", &self.exchanged_at)] {
            Reference::all(field, place.as_slice(), SPOTS, Some(Relation::Names), each);
        }
        Reference::all("supersedes", &self.supersedes, &[Kind::Instrument], Some(Relation::Supersedes), each);
        for later in &self.superseded_by {
            let reference = Reference::new(format_args!("superseded_by"), later, &[Kind::Instrument]);
            each(reference.linked_back(Relation::Supersedes));
        }
        for (nth, signatory) in self.signatories.iter().enumerate() {
            each(
                Reference::new(format_args!("signatory[{nth}].person"), &signatory.person, &[Kind::Person])
                    .linked(Relation::Signed),
            );
            each(Reference::power(format_args!("signatory[{nth}].for"), &signatory.on_behalf_of));
        }
        for (nth, ratification) in self.ratified.iter().enumerate() {
            each(Reference::power(format_args!("ratified[{nth}].by"), &ratification.by));
        }
    }

    fn says(&self, each: &mut dyn FnMut(Said<'_>)) {
        each(Said::Text(&self.summary));
        Said::note(self.status_note.as_ref(), each);
        Said::note(self.note.as_ref(), each);
    }
}
