//! Where values stand in a JSON text, and which keys one object has twice: all of it in one pass from the first byte to
//! the last, however many places are asked for. It finds places in texts that a parser has accepted; of others it finds
//! what comes before the fault. It parses nothing itself, and no depth of nesting is too much for it.

use std::borrow::Cow;
use std::collections::HashSet;

use super::json_way::{Step, Steps, Wanted};

/// What a pass through a text has found.
pub struct Places {
    /// The byte at which each value that was asked for begins, in the order of asking: of a key given twice, the last one;
    /// of a value that is not there, that of the nearest one around it that is.
    pub offsets: Vec<usize>,
    /// The ways to the first keys that one object has twice, each with the byte at which the later value begins.
    pub repeated: Vec<(Steps, usize)>,
    /// How many such keys there are in all.
    pub repeated_in_all: usize,
}

/// Finds values by their ways, and keys that are given twice; of these the first `most` with their ways.
pub fn find<'w>(text: &str, ways: impl IntoIterator<Item = &'w [Step]>, most: usize) -> Places {
    let mut wanted = Wanted::default();
    let nodes: Vec<usize> = ways.into_iter().map(|way| wanted.add(way)).collect();
    let mut scan =
        Scan { text, at: 0, node: Some(0), stack: Vec::new(), wanted, repeated: Vec::new(), repeated_in_all: 0, most };
    // A text that breaks off has no more places.
    let _ = scan.run();
    let offsets = nodes.iter().map(|node| scan.wanted.offset(*node)).collect();
    Places { offsets, repeated: scan.repeated, repeated_in_all: scan.repeated_in_all }
}

/// An object or an array that is open, with what is asked for of it.
struct Open<'t> {
    inside: Inside<'t>,
    node: Option<usize>,
}

enum Inside<'t> {
    Object { seen: HashSet<Cow<'t, str>>, key: Cow<'t, str> },
    Array { next: usize },
}

struct Scan<'t> {
    text: &'t str,
    at: usize,
    /// What is asked for of the value that begins here.
    node: Option<usize>,
    stack: Vec<Open<'t>>,
    wanted: Wanted,
    repeated: Vec<(Steps, usize)>,
    repeated_in_all: usize,
    most: usize,
}

impl<'t> Scan<'t> {
    /// Goes through the values of the text; `None` at its end, and where it breaks off.
    fn run(&mut self) -> Option<()> {
        self.space();
        loop {
            self.wanted.place(self.node, self.at);
            let opened = match self.here()? {
                b'{' => Some(Inside::Object { seen: HashSet::new(), key: Cow::Borrowed("") }),
                b'[' => Some(Inside::Array { next: 0 }),
                b'"' => {
                    self.skip_text()?;
                    None
                }
                _ => {
                    self.skip_bare();
                    None
                }
            };
            let is_open = opened.is_some();
            if let Some(inside) = opened {
                self.at += 1;
                self.stack.push(Open { inside, node: self.node });
            }
            self.next_value(is_open)?;
        }
    }

    /// Goes on to the next value: the first one of what was just opened, or the one after
    /// the last in the nearest object or array that has one more.
    fn next_value(&mut self, mut just_opened: bool) -> Option<()> {
        loop {
            self.space();
            match self.here()? {
                b'}' | b']' => {
                    self.at += 1;
                    self.stack.pop();
                    just_opened = false;
                    continue;
                }
                b',' if !just_opened => {
                    self.at += 1;
                    self.space();
                }
                _ if just_opened => {}
                _ => return None,
            }
            return match self.stack.last().map(|open| &open.inside)? {
                Inside::Object { .. } => self.member(),
                Inside::Array { .. } => self.element(),
            };
        }
    }

    fn element(&mut self) -> Option<()> {
        let Some(Open { inside: Inside::Array { next }, node }) = self.stack.last_mut() else { return None };
        let nth = *next;
        *next += 1;
        let node = *node;
        self.node = self.wanted.is_inner(node).then(|| self.wanted.below(node, &Step::Nth(nth))).flatten();
        Some(())
    }

    fn member(&mut self) -> Option<()> {
        let begin = self.at;
        (self.here()? == b'"').then(|| self.skip_text())??;
        let name = key(self.text.get(begin..self.at)?)?;
        self.space();
        (self.here()? == b':').then(|| self.at += 1)?;
        self.space();
        let Some(Open { inside: Inside::Object { seen, key }, node }) = self.stack.last_mut() else { return None };
        let node = *node;
        key.clone_from(&name);
        if !seen.insert(name.clone()) {
            self.repeated_in_all += 1;
            if self.repeated.len() < self.most {
                self.repeated.push((self.way(), self.at));
            }
        }
        let step = || Step::Key(Cow::Owned(name.into_owned()));
        self.node = self.wanted.is_inner(node).then(|| self.wanted.below(node, &step())).flatten();
        Some(())
    }

    /// The way to the value that comes next.
    fn way(&self) -> Steps {
        let step = |open: &Open<'t>| match &open.inside {
            Inside::Object { key, .. } => Step::Key(Cow::Owned(key.clone().into_owned())),
            Inside::Array { next } => Step::Nth(next.saturating_sub(1)),
        };
        self.stack.iter().map(step).collect()
    }

    fn here(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn space(&mut self) {
        while self.here().is_some_and(|byte| byte.is_ascii_whitespace()) {
            self.at += 1;
        }
    }

    /// Passes a number, true, false or null.
    fn skip_bare(&mut self) {
        let ends = |byte: u8| matches!(byte, b',' | b']' | b'}') || byte.is_ascii_whitespace();
        while self.here().is_some_and(|byte| !ends(byte)) {
            self.at += 1;
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

/// A key as it reads, from how it is written.
fn key(written: &str) -> Option<Cow<'_, str>> {
    if written.contains('\\') {
        return serde_json::from_str(written).ok().map(Cow::Owned);
    }
    written.strip_prefix('"')?.strip_suffix('"').map(Cow::Borrowed)
}

#[cfg(test)]
mod tests {
    use super::super::json_way::in_words;
    use super::*;

    fn key(key: &'static str) -> Step {
        Step::Key(Cow::Borrowed(key))
    }

    fn offset(text: &str, way: &[Step]) -> usize {
        find(text, [way], 9).offsets[0]
    }

    #[test]
    fn a_value_is_found_at_its_first_byte() {
        let text = r#" { "a" : [ 1, {"b\"]": "}"}, [2,3], [] , {} ] , "c": null }"#;
        let ways: [&[Step]; 6] = [
            &[],
            &[key("a"), Step::Nth(1), key("b\"]")],
            &[key("a"), Step::Nth(2), Step::Nth(1)],
            &[key("a"), Step::Nth(4)],
            &[key("c")],
            &[key("a"), Step::Nth(0)],
        ];
        let found = find(text, ways, 9).offsets;
        let begins = ["{ \"a\"", "\"}\"}, [2", "3], []", "{} ]", "null", "1, {"];
        for (offset, begin) in found.iter().zip(begins) {
            assert!(text[*offset..].starts_with(begin), "{begin}: {}", &text[*offset..]);
        }
    }

    #[test]
    fn of_a_value_that_is_not_there_the_one_around_it_is_found() {
        let text = r#"{"a": [1, {"b": 2}]}"#;
        assert_eq!(offset(text, &[key("a"), Step::Nth(7)]), text.find('[').unwrap());
        assert_eq!(offset(text, &[key("a"), Step::Nth(1), key("x"), Step::Nth(3)]), text.find("{\"b").unwrap());
        assert_eq!(offset(text, &[key("x")]), 0);
    }

    #[test]
    fn of_a_key_given_twice_the_last_one_is_found() {
        let text = r#"{"a": 1, "\u0061": 2, "b": [{"c": 1, "c": 2}]}"#;
        assert_eq!(offset(text, &[key("a")]), text.find("2,").unwrap());
        let found = find(text, [], 9);
        let words: Vec<String> = found.repeated.iter().map(|(way, _)| in_words(way)).collect();
        assert_eq!(words, ["a", "b[0].c"]);
        assert_eq!(found.repeated[1].1, text.find("2}").unwrap());
    }

    #[test]
    fn of_many_keys_given_twice_the_first_are_named_and_all_counted() {
        let found = find(&format!("{{{}}}", vec!["\"a\": 1"; 1_000].join(",")), [], 3);
        assert_eq!((found.repeated.len(), found.repeated_in_all), (3, 999));
    }

    #[test]
    fn a_text_that_breaks_off_or_is_no_json_ends_the_search() {
        for text in
            ["", "[", "[1", "{\"a\"", "{\"a\":", "\"", "{\"a\\", "]", "}", "{]", "[}", "{,", "[1 2", "\\", "{\"a\":]"]
        {
            assert!(offset(text, &[key("a"), Step::Nth(1)]) <= text.len(), "{text}");
        }
    }
}
