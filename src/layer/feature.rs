//! A feature as its source tells of it: its id and its properties. Its shapes are in the columns of `Features`.

use serde_json::{Map, Value};

/// What a source says of one feature.
#[derive(Clone, Debug, PartialEq)]
pub struct Feature {
    /// The id that the source gives it.
    pub id: Option<String>,
    /// The properties in the order of the source.
    pub properties: Map<String, Value>,
    /// The line of the source on which it begins, counted from 1.
    pub line: usize,
}

/// The properties that name a feature, the first that it has.
const NAMES: [&str; 3] = ["name", "title", "label"];

impl Feature {
    /// The name that the source gives the feature; `None` where it gives none, or an empty one.
    pub fn name(&self) -> Option<String> {
        NAMES.iter().filter_map(|key| self.properties.get(*key)).map(plain_text).find(|name| !name.is_empty())
    }
}

/// A property as plain text on one line: text as it is, nothing for null, lists and objects as JSON.
pub fn plain_text(value: &Value) -> String {
    let text = match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => value.to_string(),
    };
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_feature_is_called_by_the_first_of_its_names() {
        let name = |properties: &str| {
            let properties = serde_json::from_str(properties).unwrap();
            Feature { id: Some("id".to_owned()), properties, line: 1 }.name()
        };
        assert_eq!(name(r#"{"label": "c", "title": "b", "name": "a"}"#).as_deref(), Some("a"));
        assert_eq!(name(r#"{"label": "c", "name": " ", "title": null}"#).as_deref(), Some("c"));
        assert_eq!(name(r#"{"title": 1921}"#).as_deref(), Some("1921"));
        assert_eq!(name("{}"), None);
    }

    #[test]
    fn a_property_is_shown_on_one_line() {
        assert_eq!(plain_text(&serde_json::json!("a\n b\u{9}c")), "a b c");
        assert_eq!(plain_text(&serde_json::json!({"b": [1, true], "a": null})), r#"{"b":[1,true],"a":null}"#);
    }
}
