//! People and the offices they held.

use serde::{Deserialize, Serialize};

use super::entry::{Entry, Part, Reference, Said, has};
use super::{Certainty, Citation, Name, When};

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    pub id: String,
    pub name: String,
    #[serde(default)]
    pub names: Vec<Name>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lived: Option<When>,
    #[serde(default)]
    pub offices: Vec<Office>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    pub certainty: Certainty,
    pub cite: Vec<Citation>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Office {
    pub office: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub polity: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<When>,
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
