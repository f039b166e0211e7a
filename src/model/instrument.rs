//! Instruments – treaties, armistices, awards, agreements – and their articles.

use serde::{Deserialize, Serialize};

use super::{Certainty, Citation, Name, When};

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

/// An article or annex in our own English.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Article {
    /// `instrument/number`.
    pub id: String,
    pub label: String,
    pub title: String,
    pub text: String,
    pub rendering: Rendering,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stands: Option<String>,
    #[serde(default)]
    pub tracts: Vec<String>,
    #[serde(default)]
    pub segments: Vec<String>,
    #[serde(default)]
    pub places: Vec<String>,
    pub certainty: Certainty,
    pub cite: Vec<Citation>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rendering {
    /// Every provision is there.
    Complete,
    /// What it says, not every clause.
    Substance,
}

/// Articles of different instruments that answer one another.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parallel {
    pub topic: String,
    pub articles: Vec<String>,
    pub difference: String,
    pub certainty: Certainty,
    pub cite: Vec<Citation>,
}

impl Instrument {
    /// The name for a reference: `Kars 1921`.
    pub fn short_name(&self) -> &str {
        self.short.as_deref().unwrap_or(&self.name)
    }
}

impl Article {
    /// The id of the instrument that the article belongs to.
    pub fn instrument(&self) -> &str {
        self.id.split_once('/').map_or(self.id.as_str(), |(instrument, _)| instrument)
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
