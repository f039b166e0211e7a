//! Eras: layers of the map, each what one instrument drew.

use serde::{Deserialize, Serialize};

use super::entry::{Entry, Reference, Relation, Said, has};
use super::{Certainty, Citation, Holder, Kind, When};

/// A layer of the map: what one instrument drew.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Era {
    /// Its id, in kebab-case, unique across all tables.
    pub id: String,
    /// Its name, with the year.
    pub name: String,
    /// Its name where there is little room.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short: Option<String>,
    /// The day that it shows.
    pub date: When,
    /// The ids of the instruments that it is about.
    #[serde(default)]
    pub instruments: Vec<String>,
    /// What became of it, in a few words.
    pub status: String,
    /// The line is drawn where one of these meets another holder.
    pub line_of: Vec<Holder>,
    /// Holders towards whom no line is drawn: the instrument does not touch that border.
    #[serde(default)]
    pub not_towards: Vec<Holder>,
    /// What the instrument gave to whom, for one that never came into force; laid over the map by right of the day.
    #[serde(default)]
    pub signed: Vec<SignedGround>,
    /// Whether it ever came into force.
    pub in_force: bool,
    /// What a reader should know besides, as running text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// How sure it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certainty: Option<Certainty>,
    /// The sources that it rests on.
    #[serde(default)]
    pub cite: Vec<Citation>,
}

/// What an instrument gave to a polity, or took from all, on paper.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignedGround {
    /// Who was to get the ground.
    #[serde(rename = "polity")]
    pub holder: Holder,
    /// The ids of the tracts.
    pub tracts: Vec<String>,
}

impl Era {
    /// The name for a list, and along a line.
    pub fn short_name(&self) -> &str {
        self.short.as_deref().unwrap_or(&self.name)
    }
}

impl Entry for Era {
    has!(id, name, cite);

    fn certainty(&self) -> Option<Certainty> {
        self.certainty
    }

    fn rests_on_others(&self) -> bool {
        !self.instruments.is_empty()
    }

    fn date(&self) -> Option<&When> {
        Some(&self.date)
    }

    fn period(&self) -> (Option<&When>, Option<&When>) {
        (Some(&self.date), Some(&self.date))
    }

    fn references(&self, each: &mut dyn FnMut(Reference<'_>)) {
        Reference::all("instruments", &self.instruments, &[Kind::Instrument], Some(Relation::Names), each);
        Reference::holders(format_args!("line_of"), &self.line_of, each);
        Reference::holders(format_args!("not_towards"), &self.not_towards, each);
        for (nth, signed) in self.signed.iter().enumerate() {
            Reference::holders(format_args!("signed[{nth}].polity"), std::slice::from_ref(&signed.holder), each);
            for tract in &signed.tracts {
                each(Reference::new(format_args!("signed[{nth}].tracts"), tract, &[Kind::Tract]));
            }
        }
    }

    fn says(&self, each: &mut dyn FnMut(Said<'_>)) {
        each(Said::Text(&self.status));
        Said::note(self.note.as_ref(), each);
    }
}
