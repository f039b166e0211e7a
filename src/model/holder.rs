//! Who holds ground: a polity, or nobody. The word of the files for nobody is known here alone.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// How the record writes that nobody holds a piece of ground, or that it is undetermined who does.
const NOBODY: &str = "none";

/// Who holds a piece of ground in one sense.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Holder {
    /// The id of a polity.
    Polity(String),
    /// The holder is undetermined, or there is none.
    Nobody,
}

impl Holder {
    /// The holder as the record writes it: the id of a polity, or the word for nobody.
    pub fn as_str(&self) -> &str {
        self.polity().unwrap_or(NOBODY)
    }

    /// The id of the polity that holds, if one does.
    pub fn polity(&self) -> Option<&str> {
        match self {
            Self::Polity(id) => Some(id),
            Self::Nobody => None,
        }
    }
}

impl From<String> for Holder {
    fn from(text: String) -> Self {
        if text == NOBODY { Self::Nobody } else { Self::Polity(text) }
    }
}

impl Serialize for Holder {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Holder {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_holder_is_written_as_it_was_read() {
        for (text, holder) in [("\"aa\"", Holder::Polity("aa".to_owned())), ("\"none\"", Holder::Nobody)] {
            let read: Holder = serde_json::from_str(text).unwrap();
            assert_eq!(read, holder);
            assert_eq!(serde_json::to_string(&read).unwrap(), text);
        }
    }
}
