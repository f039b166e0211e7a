//! Who acted, when, where, and on whose word: polities, people, places, events, sources, disagreements, eras.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::When;
use super::ground::Grade;
use crate::units::LonLat;

/// How far a statement may be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Certainty {
    Certain,
    Probable,
    Disputed,
    Unchecked,
}

/// A source and the place in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    pub source: String,
    pub locator: Option<String>,
}

/// A name in one language, with the time in which it was used.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Name {
    pub text: String,
    /// BCP 47.
    pub lang: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub script: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<When>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<When>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub official: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// Whoever can hold ground.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Polity {
    pub id: String,
    pub name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short: Option<String>,
    /// The name as it stands within an English sentence, where that differs: `the Ottoman Empire`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_sentence: Option<String>,
    #[serde(default)]
    pub names: Vec<Name>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<When>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<When>,
    #[serde(default)]
    pub part_of: Vec<Union>,
    /// The country whose governments follow one another, by any name for it that all of them share.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// In which languages its places are named on the map, the first that has a name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub langs: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certainty: Option<Certainty>,
    pub cite: Vec<Citation>,
}

/// That one polity belonged to another for a time.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Union {
    pub polity: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<When>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<When>,
}

/// What a statement rests on.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    pub id: String,
    pub kind: SourceKind,
    pub title: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
    /// What of it was read: `whole`, `excerpt`, `abstract`, `not-seen`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SourceKind {
    Text,
    Edition,
    Book,
    Article,
    Web,
    Dataset,
    Archive,
    Seed,
    Own,
}

/// A town, a mountain, a river.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    pub id: String,
    pub name: String,
    #[serde(default)]
    pub names: Vec<Name>,
    pub kind: PlaceKind,
    pub at: LonLat,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grade: Option<Grade>,
    #[serde(default = "least_important")]
    pub importance: u8,
    /// Named on the small map of the wider region.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub on_locator: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tract: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    pub certainty: Certainty,
    pub cite: Vec<Citation>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PlaceKind {
    Town,
    Village,
    Station,
    Fort,
    Ruin,
    Mountain,
    Pass,
    River,
    Lake,
    Region,
}

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

/// A question on which the sources contradict one another.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Disagreement {
    pub id: String,
    pub question: String,
    pub about: Vec<String>,
    pub positions: Vec<Position>,
    pub reading: String,
    pub certainty: Certainty,
    pub cite: Vec<Citation>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Position {
    pub says: String,
    pub who: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ground: Option<String>,
    pub cite: Vec<Citation>,
}

/// A layer of the map: what one instrument drew.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Era {
    pub id: String,
    pub name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short: Option<String>,
    pub date: When,
    #[serde(default)]
    pub instruments: Vec<String>,
    pub status: String,
    pub line_of: Vec<String>,
    /// Holders towards whom no line is drawn: the instrument does not touch that border.
    #[serde(default)]
    pub not_towards: Vec<String>,
    #[serde(default)]
    pub signed: Vec<SignedGround>,
    pub in_force: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certainty: Option<Certainty>,
    #[serde(default)]
    pub cite: Vec<Citation>,
}

/// What an instrument gave to a polity on paper.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignedGround {
    pub polity: String,
    pub tracts: Vec<String>,
}

const fn least_important() -> u8 {
    5
}

impl Name {
    /// Whether the name was in use on a day, as far as the record says.
    pub fn is_used_on(&self, day: super::Day) -> bool {
        self.from.as_ref().is_none_or(|from| from.earliest() <= day)
            && self.to.as_ref().is_none_or(|to| to.latest().is_none_or(|latest| day <= latest))
    }
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

impl Era {
    /// The name for a list, and along a line.
    pub fn short_name(&self) -> &str {
        self.short.as_deref().unwrap_or(&self.name)
    }
}

impl Serialize for Citation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.locator {
            Some(locator) => serializer.serialize_str(&format!("{}, {locator}", self.source)),
            None => serializer.serialize_str(&self.source),
        }
    }
}

impl<'de> Deserialize<'de> for Citation {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Ok(match text.split_once(',') {
            Some((source, locator)) => {
                Self { source: source.trim().to_owned(), locator: Some(locator.trim().to_owned()) }
            }
            None => Self { source: text.trim().to_owned(), locator: None },
        })
    }
}
