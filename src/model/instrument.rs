//! Instruments: treaties, armistices, awards, agreements.

use serde::{Deserialize, Serialize};

use super::entry::{DateOf, Entry, Part, Reference, Relation, SPOTS, Said, has};
use super::{Certainty, Citation, Kind, Name, When};

/// A treaty or another act between powers.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Instrument {
    /// Its id, in kebab-case, unique across all tables.
    pub id: String,
    /// Its name, without the year.
    pub name: String,
    /// Its name with the year, for references.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short: Option<String>,
    /// What kind it is of.
    pub kind: InstrumentKind,
    /// Its names in other languages.
    #[serde(default)]
    pub names: Vec<Name>,
    /// Polity ids, or plain words for powers that hold no ground in the atlas.
    #[serde(default)]
    pub parties: Vec<String>,
    /// The day of its signing.
    pub signed: When,
    /// The date as the act itself prints it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signed_as: Option<String>,
    /// The day of its signing in the Julian calendar.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signed_julian: Option<String>,
    /// The day of its signing in the Rumi calendar.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signed_rumi: Option<String>,
    /// The id of the place of its signing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Who ratified it and when.
    #[serde(default)]
    pub ratified: Vec<Ratification>,
    /// When the ratifications were exchanged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exchanged: Option<When>,
    /// The id of the place of that exchange.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exchanged_at: Option<String>,
    /// When it came into force; `None` if it never did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_force: Option<When>,
    /// When it ended; `None` while it has not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<When>,
    /// What became of it.
    pub status: Status,
    /// The same in a sentence of running text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status_note: Option<String>,
    /// The ids of the instruments that it takes the place of.
    #[serde(default)]
    pub supersedes: Vec<String>,
    /// The ids of the instruments that take its place.
    #[serde(default)]
    pub superseded_by: Vec<String>,
    /// The languages of its text, as BCP 47 tags.
    #[serde(default)]
    pub languages: Vec<String>,
    /// What it says, in a paragraph of running text.
    pub summary: String,
    /// Where its text stands.
    #[serde(default)]
    pub texts: Vec<TextLocation>,
    /// Who signed it.
    #[serde(default, rename = "signatory")]
    pub signatories: Vec<Signatory>,
    /// How sure it is.
    pub certainty: Certainty,
    /// The sources that it rests on.
    pub cite: Vec<Citation>,
    /// What a reader should know besides, as running text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// What kind of act it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum InstrumentKind {
    /// A treaty.
    Treaty,
    /// A truce.
    Armistice,
    /// The award of an arbiter.
    Award,
    /// An agreement of less weight than a treaty.
    Agreement,
    /// A protocol.
    Protocol,
    /// A convention.
    Convention,
    /// An order of one government.
    Decree,
}

/// What became of an instrument.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// It binds its parties today.
    InForce,
    /// Another took its place.
    Superseded,
    /// It was carried out, and nothing in it is left to be done.
    Executed,
    /// It was signed and not ratified by all.
    NeverRatified,
    /// It was ratified, or needed no ratification, and never came into force.
    NeverInForce,
    /// It was declared void.
    Annulled,
}

/// A party’s ratification.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ratification {
    /// The id of the polity, or the party in words.
    pub by: String,
    /// When; `None` where nobody knows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<When>,
    /// How sure it is; left out, as sure as the instrument.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certainty: Option<Certainty>,
    /// The sources that it rests on.
    #[serde(default)]
    pub cite: Vec<Citation>,
    /// What a reader should know besides, as running text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// Somebody who signed an instrument.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signatory {
    /// The id of the person.
    pub person: String,
    /// The id of the polity for which the instrument was signed.
    #[serde(rename = "for")]
    pub on_behalf_of: String,
    /// The office, as the act gives it.
    pub office: String,
    /// What a reader should know besides, as running text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The sources that it rests on.
    #[serde(default)]
    pub cite: Vec<Citation>,
}

/// Where the text of an instrument stands.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TextLocation {
    /// The book, series or page in which the text stands.
    pub title: String,
    /// Its language, as a BCP 47 tag.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Its address on the web.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Where in it: a volume, a number, pages.
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
