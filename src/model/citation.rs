//! How far a statement may be trusted, and on whose word: certainty and citations.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// How far a statement may be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Certainty {
    /// Read in the text itself, or in several accounts that do not depend on one another.
    Certain,
    /// One good account.
    Probable,
    /// Accounts contradict one another.
    Disputed,
    /// From general knowledge, not yet checked against a text.
    Unchecked,
}

/// A source and the place in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// The id of the source.
    pub source: String,
    /// Where in the source, as the record has it: `vol. 2, p. 5`.
    pub locator: Option<String>,
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
