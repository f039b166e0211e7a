//! People and the offices they held.

use serde::{Deserialize, Serialize};

use super::entry::{Entry, Part, Reference, Said, has};
use super::{Certainty, Citation, Name, When};

/// Somebody who had a part in what the record tells.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// Its id, in kebab-case, unique across all tables.
    pub id: String,
    /// Its name in English.
    pub name: String,
    /// Its names in other languages.
    #[serde(default)]
    pub names: Vec<Name>,
    /// Birth and death, as one interval.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lived: Option<When>,
    /// The offices that the record mentions.
    #[serde(default)]
    pub offices: Vec<Office>,
    /// What a reader should know besides, as running text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// How sure it is.
    pub certainty: Certainty,
    /// The sources that it rests on.
    pub cite: Vec<Citation>,
}

/// An office, with its time.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Office {
    /// What it was, in words.
    pub office: String,
    /// The id of the polity.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub polity: Option<String>,
    /// When it was taken up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<When>,
    /// When it was left.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<When>,
}

impl Entry for Person {
    has!(id, name, names, certainty, cite);

    fn period(&self) -> (Option<&When>, Option<&When>) {
        (self.lived.as_ref(), self.lived.as_ref())
    }

    fn parts(&self, each: &mut dyn FnMut(Part<'_>)) {
        for (nth, office) in self.offices.iter().enumerate() {
            each(Part::lasting(format_args!("offices[{nth}]"), office.from.as_ref(), office.to.as_ref()));
        }
    }

    fn references(&self, each: &mut dyn FnMut(Reference<'_>)) {
        for (nth, office) in self.offices.iter().enumerate() {
            if let Some(polity) = &office.polity {
                each(Reference::power(format_args!("offices[{nth}].polity"), polity));
            }
        }
    }

    fn says(&self, each: &mut dyn FnMut(Said<'_>)) {
        for office in &self.offices {
            each(Said::Text(&office.office));
        }
        Said::note(self.note.as_ref(), each);
    }
}
