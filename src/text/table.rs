//! The messages of a language as its file has them: keys, plural forms, and placeholders in braces.

use std::collections::HashMap;
use std::fmt::{self, Write as _};

use foldhash::fast::FixedState;
use icu_plurals::PluralCategory;
use toml::{Table, Value};

/// What can be put in place of `{name}`.
pub type Given<'a> = [(&'a str, &'a dyn fmt::Display)];

/// A message, or one for each plural form of the language.
#[derive(Clone, Debug)]
pub enum Message {
    Plain(String),
    /// By the name of the form: `one`, `few`, `many`, `other` ...
    Forms(Vec<(PluralCategory, String)>),
}

/// The messages of a language by their keys.
pub type Messages = HashMap<String, Message, FixedState>;

/// Reads a file of texts over what is there already: `[legend] town = "Town"` becomes `legend.town`.
pub fn read(text: &str, messages: &mut Messages) -> Result<(), toml::de::Error> {
    flatten("", text.parse::<Table>()?, messages);
    Ok(())
}

fn flatten(path: &str, table: Table, messages: &mut Messages) {
    for (name, value) in table {
        let key = if path.is_empty() { name } else { format!("{path}.{name}") };
        match value {
            Value::Table(inner) => match forms(&inner) {
                Some(forms) => drop(messages.insert(key, Message::Forms(forms))),
                None => flatten(&key, inner, messages),
            },
            Value::String(text) => drop(messages.insert(key, Message::Plain(text))),
            other => drop(messages.insert(key, Message::Plain(other.to_string()))),
        }
    }
}

/// A table is a message with plural forms where each of its keys is the name of one.
fn forms(table: &Table) -> Option<Vec<(PluralCategory, String)>> {
    table
        .iter()
        .map(|(name, text)| Some((PluralCategory::get_for_cldr_string(name)?, text.as_str()?.to_owned())))
        .collect::<Option<Vec<_>>>()
        .filter(|forms| !forms.is_empty())
}

impl Message {
    /// The text for a plural form; `other`, which every language has, in place of one that is missing.
    pub fn form(&self, category: PluralCategory) -> Option<&str> {
        match self {
            Self::Plain(text) => Some(text),
            Self::Forms(forms) => {
                let of = |wanted| forms.iter().find(|(form, _)| *form == wanted).map(|(_, text)| text.as_str());
                of(category).or_else(|| of(PluralCategory::Other))
            }
        }
    }
}

/// A text with its placeholders filled in. One that nothing is given for stays as it is, to be seen.
pub fn filled(text: &str, given: &Given<'_>) -> String {
    let mut filled = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let found = after.split_once('}').and_then(|(name, behind)| {
            given.iter().find(|(given, _)| *given == name).map(|(_, value)| (*value, behind))
        });
        match found {
            Some((value, behind)) => {
                // Writing to a string cannot fail.
                let _ = write!(filled, "{value}");
                rest = behind;
            }
            None => {
                filled.push('{');
                rest = after;
            }
        }
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_placeholder_takes_what_is_given_for_its_name() {
        let given: &Given<'_> = &[("from", &1878), ("to", &"today")];
        assert_eq!(filled("{from} to {to}: {from}", given), "1878 to today: 1878");
    }

    #[test]
    fn what_nothing_is_given_for_stays_in_sight() {
        assert_eq!(filled("{gone} and { a brace", &[("here", &1)]), "{gone} and { a brace");
    }

    #[test]
    fn a_table_of_plural_forms_is_one_message() {
        let mut messages = Messages::default();
        read("[a]\nb = 'B'\nc = { one = '1', other = 'n' }", &mut messages).unwrap();
        assert!(matches!(messages.get("a.b"), Some(Message::Plain(text)) if text == "B"));
        let forms = messages.get("a.c").unwrap();
        assert_eq!(forms.form(PluralCategory::One), Some("1"));
        assert_eq!(forms.form(PluralCategory::Few), Some("n"));
    }
}
