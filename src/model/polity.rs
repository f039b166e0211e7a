//! Polities: whoever can hold ground.

use serde::{Deserialize, Serialize};

use super::entry::{Entry, Part, Reference, Said, has};
use super::{Certainty, Citation, Kind, Name, When};

/// Whoever can hold ground.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Polity {
    /// Its id, in kebab-case, unique across all tables.
    pub id: String,
    /// Its name in English.
    pub name: String,
    /// Its name where there is little room.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short: Option<String>,
    /// The name as it stands within an English sentence, where that differs: `the Ottoman Empire`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_sentence: Option<String>,
    /// Its other names, with their languages and periods.
    #[serde(default)]
    pub names: Vec<Name>,
    /// When it came to be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<When>,
    /// When it ceased to be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<When>,
    /// The unions that it was a part of.
    #[serde(default)]
    pub part_of: Vec<Union>,
    /// Under whose protection, or as part of whom, it governed itself: its map has a look of its own there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub autonomous_under: Vec<Union>,
    /// The country whose governments follow one another, by any name for it that all of them share.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// In which languages its places are named on the map, the first that has a name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub langs: Vec<String>,
    /// What a reader should know besides, as running text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// How sure it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certainty: Option<Certainty>,
    /// The sources that it rests on.
    pub cite: Vec<Citation>,
}

/// That one polity belonged to another for a time.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Union {
    /// The id of the union.
    pub polity: String,
    /// When it joined.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<When>,
    /// When it left.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<When>,
}

impl Polity {
    /// The name within an English sentence: `the Ottoman Empire`.
    pub fn name_in_sentence(&self) -> &str {
        self.in_sentence.as_deref().unwrap_or(&self.name)
    }

    /// The name for the map.
    pub fn short_name(&self) -> &str {
        self.short.as_deref().unwrap_or(&self.name)
    }
}

impl Entry for Polity {
    has!(id, name, names, cite);

    fn certainty(&self) -> Option<Certainty> {
        self.certainty
    }

    fn span(&self) -> (Option<&When>, Option<&When>) {
        (self.from.as_ref(), self.to.as_ref())
    }

    fn parts(&self, each: &mut dyn FnMut(Part<'_>)) {
        for (nth, union) in self.part_of.iter().enumerate() {
            each(Part::lasting(format_args!("part_of[{nth}]"), union.from.as_ref(), union.to.as_ref()));
        }
        for (nth, union) in self.autonomous_under.iter().enumerate() {
            each(Part::lasting(format_args!("autonomous_under[{nth}]"), union.from.as_ref(), union.to.as_ref()));
        }
    }

    fn references(&self, each: &mut dyn FnMut(Reference<'_>)) {
        for (nth, union) in self.part_of.iter().enumerate() {
            each(Reference::new(format_args!("part_of[{nth}].polity"), &union.polity, &[Kind::Polity]));
        }
        for (nth, union) in self.autonomous_under.iter().enumerate() {
            each(Reference::new(format_args!("autonomous_under[{nth}].polity"), &union.polity, &[Kind::Polity]));
        }
    }

    fn says(&self, each: &mut dyn FnMut(Said<'_>)) {
        Said::note(self.note.as_ref(), each);
    }
}
