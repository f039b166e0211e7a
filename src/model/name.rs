//! Names in one language each, with the time in which they were used.

use serde::{Deserialize, Serialize};

use super::{Day, When};

/// A name in one language, with the time in which it was used.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Name {
    /// The name in its own script.
    pub text: String,
    /// BCP 47.
    pub lang: String,
    /// Its script, as an ISO 15924 code, where the language does not tell it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub script: Option<String>,
    /// When it came into use; `None` where nobody knows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<When>,
    /// When it went out of use; `None` where it has not, or nobody knows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<When>,
    /// Whether it was the official name of that time.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub official: bool,
    /// What a reader should know besides, as running text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl Name {
    /// Whether the name was in use on a day, as far as the record says.
    pub fn is_used_on(&self, day: Day) -> bool {
        self.from.as_ref().is_none_or(|from| from.earliest() <= day)
            && self.to.as_ref().is_none_or(|to| to.latest().is_none_or(|latest| day <= latest))
    }
}
