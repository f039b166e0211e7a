//! Where a value stands in a JSON text, and which keys stand in it twice. It finds places in texts that a
//! parser has accepted; it parses nothing itself.

use std::collections::HashSet;
use std::fmt::{self, Write as _};

use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

/// A step into a JSON value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    Key(String),
    Nth(usize),
}

/// A way into a JSON value, from its root.
pub type Steps = Vec<Step>;

/// `features[3].geometry`.
pub fn in_words(steps: &[Step]) -> String {
    let mut words = String::new();
    for step in steps {
        match step {
            Step::Key(key) if words.is_empty() => words.push_str(key),
            Step::Key(key) => {
                words.push('.');
                words.push_str(key);
            }
            Step::Nth(nth) => {
                let _ = write!(words, "[{nth}]");
            }
        }
    }
    words
}

/// The byte at which a value begins; of a key given twice, the last one. `None` where the text has no such
/// value.
pub fn offset_of(text: &str, steps: &[Step]) -> Option<usize> {
    let mut scan = Scan { bytes: text.as_bytes(), at: 0 };
    scan.space();
    for step in steps {
        match step {
            Step::Nth(nth) => scan.enter_array(*nth)?,
            Step::Key(key) => scan.enter_object(text, key)?,
        }
    }
    Some(scan.at)
}

/// The ways to the keys that one object has twice. A text that is no JSON has none.
pub fn repeated_keys(text: &str) -> Vec<Steps> {
    let (mut way, mut found) = (Vec::new(), Vec::new());
    let mut deserializer = serde_json::Deserializer::from_str(text);
    // A syntax error is told by whoever parses the text.
    let _ = RepeatedKeys { way: &mut way, found: &mut found }.deserialize(&mut deserializer);
    found
}

struct Scan<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Scan<'_> {
    fn here(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn space(&mut self) {
        while self.here().is_some_and(|byte| byte.is_ascii_whitespace()) {
            self.at += 1;
        }
    }

    /// Passes a byte that must come next, and the space around it.
    fn pass(&mut self, byte: u8) -> Option<()> {
        self.space();
        (self.here() == Some(byte)).then(|| {
            self.at += 1;
            self.space();
        })
    }

    fn enter_array(&mut self, nth: usize) -> Option<()> {
        self.pass(b'[')?;
        for _ in 0..nth {
            self.skip_value()?;
            self.pass(b',')?;
        }
        (self.here() != Some(b']')).then_some(())
    }

    fn enter_object(&mut self, text: &str, wanted: &str) -> Option<()> {
        self.pass(b'{')?;
        let mut found = None;
        while self.here() == Some(b'"') {
            let begin = self.at;
            self.skip_value()?;
            let key: String = serde_json::from_str(text.get(begin..self.at)?).ok()?;
            self.pass(b':')?;
            if key == wanted {
                found = Some(self.at);
            }
            self.skip_value()?;
            if self.pass(b',').is_none() {
                break;
            }
        }
        self.at = found?;
        Some(())
    }

    /// Passes a value of any depth without recursion.
    fn skip_value(&mut self) -> Option<()> {
        let mut depth = 0_usize;
        loop {
            match self.here()? {
                b'"' => self.skip_text()?,
                b'{' | b'[' => {
                    depth += 1;
                    self.at += 1;
                }
                // The end of what holds a bare number, true, false or null.
                b'}' | b']' | b',' if depth == 0 => return Some(()),
                b'}' | b']' => {
                    depth -= 1;
                    self.at += 1;
                }
                _ => {
                    self.at += 1;
                    continue;
                }
            }
            if depth == 0 {
                return Some(());
            }
        }
    }

    fn skip_text(&mut self) -> Option<()> {
        self.at += 1;
        loop {
            match self.here()? {
                b'\\' => self.at += 2,
                b'"' => {
                    self.at += 1;
                    return Some(());
                }
                _ => self.at += 1,
            }
        }
    }
}

/// Walks a JSON text and notes the keys that one object has twice.
struct RepeatedKeys<'a> {
    way: &'a mut Steps,
    found: &'a mut Vec<Steps>,
}

impl<'de> DeserializeSeed<'de> for RepeatedKeys<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for RepeatedKeys<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut seen = HashSet::new();
        while let Some(key) = map.next_key::<String>()? {
            self.way.push(Step::Key(key.clone()));
            if !seen.insert(key) {
                self.found.push(self.way.clone());
            }
            map.next_value_seed(RepeatedKeys { way: &mut *self.way, found: &mut *self.found })?;
            self.way.pop();
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        let mut nth = 0;
        loop {
            self.way.push(Step::Nth(nth));
            let seed = RepeatedKeys { way: &mut *self.way, found: &mut *self.found };
            let more = seq.next_element_seed(seed)?.is_some();
            self.way.pop();
            if !more {
                return Ok(());
            }
            nth += 1;
        }
    }

    fn visit_bool<E: de::Error>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E: de::Error>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E: de::Error>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E: de::Error>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E: de::Error>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E: de::Error>(self) -> Result<(), E> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(key: &str) -> Step {
        Step::Key(key.to_owned())
    }

    #[test]
    fn a_value_is_found_at_its_first_byte() {
        let text = r#" { "a" : [ 1, {"b\"]": "}"}, [2,3] ] , "c": null }"#;
        let at = |steps: &[Step]| offset_of(text, steps).map(|at| &text[at..]);
        assert!(at(&[key("a"), Step::Nth(1), key("b\"]")]).unwrap().starts_with("\"}\"}, [2"));
        assert!(at(&[key("a"), Step::Nth(2), Step::Nth(1)]).unwrap().starts_with("3] ]"));
        assert!(at(&[key("c")]).unwrap().starts_with("null"));
        assert_eq!(at(&[key("d")]), None);
        assert_eq!(at(&[key("a"), Step::Nth(3)]), None);
    }

    #[test]
    fn of_a_key_given_twice_the_last_one_is_found() {
        let text = r#"{"a": 1, "a": 2, "b": [{"c": 1, "c": 2}]}"#;
        assert_eq!(offset_of(text, &[key("a")]), text.find("2,"));
        let words: Vec<String> = repeated_keys(text).iter().map(|way| in_words(way)).collect();
        assert_eq!(words, ["a", "b[0].c"]);
    }

    #[test]
    fn a_text_that_breaks_off_has_no_places() {
        for text in ["", "[", "[1", "{\"a\"", "{\"a\":", "\"", "{\"a\\"] {
            assert_eq!(offset_of(text, &[key("a"), Step::Nth(1)]), None, "{text}");
        }
    }
}
