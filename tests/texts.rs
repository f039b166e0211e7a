//! What is said to people stands in `assets/texts/`, all of it, in every language, and nothing there is unused.

#![cfg(test)]

mod source;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use kars_atlas::embedded;
use kars_atlas::text::{Texts, languages};
use toml::{Table, Value};

/// The messages of a language: all forms of each by its key.
fn messages(tag: &str) -> BTreeMap<String, Vec<String>> {
    let path = format!("assets/texts/{tag}.toml");
    let bytes = embedded::TEXTS.iter().find(|(name, _)| *name == path).expect("the file is built in").1;
    let table: Table = std::str::from_utf8(bytes).unwrap().parse().unwrap_or_else(|error| panic!("{path}: {error}"));
    let mut found = BTreeMap::new();
    flatten("", &table, &mut found);
    found
}

fn flatten(path: &str, table: &Table, found: &mut BTreeMap<String, Vec<String>>) {
    const FORMS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];
    for (name, value) in table {
        let key = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
        match value {
            Value::Table(forms) if forms.keys().all(|form| FORMS.contains(&form.as_str())) => {
                assert!(forms.contains_key("other"), "{key} has no form for the numbers that have no other");
                found.insert(key, forms.values().map(|form| form.as_str().unwrap().to_owned()).collect());
            }
            Value::Table(inner) => flatten(&key, inner, found),
            Value::String(text) => drop(found.insert(key, vec![text.clone()])),
            other => panic!("{key} is no text: {other}"),
        }
    }
}

/// The names in braces.
fn placeholders(forms: &[String]) -> BTreeSet<&str> {
    forms.iter().flat_map(|text| text.split('{').skip(1)).filter_map(|rest| Some(rest.split_once('}')?.0)).collect()
}

#[test]
fn every_language_says_all_that_english_says_with_the_same_placeholders() {
    let english = messages("en");
    for tag in languages() {
        let here = messages(tag);
        let keys = |all: &BTreeMap<String, Vec<String>>| all.keys().cloned().collect::<BTreeSet<_>>();
        let differing: Vec<String> = keys(&english).symmetric_difference(&keys(&here)).cloned().collect();
        assert!(differing.is_empty(), "{tag} and en differ: {differing:?}");
        for (key, forms) in &here {
            assert_eq!(placeholders(forms), placeholders(&english[key]), "{tag}: {key}");
            assert!(forms.iter().all(|form| form.trim() == form && !form.is_empty()), "{tag}: {key}");
        }
    }
}

#[test]
fn the_conventions_of_every_language_are_known() {
    for tag in languages() {
        let texts = Texts::of_language(tag).expect("its file is there");
        assert!(texts.has_conventions(), "{tag}: no plurals, lists or numbers for `{}`", texts.say("language.locale"));
    }
}

/// The part of a literal that can be a key: what stands before a first placeholder.
fn as_key(literal: &str) -> &str {
    literal.split('{').next().unwrap().trim_end_matches('.')
}

#[test]
fn every_key_in_the_source_has_a_text_and_every_text_a_key_in_the_source() {
    let english = messages("en");
    let sections: BTreeSet<&str> = english.keys().filter_map(|key| Some(key.split_once('.')?.0)).collect();
    let is_key = |text: &str| {
        let of_key = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '.';
        text.split_once('.').is_some_and(|(section, _)| sections.contains(section)) && text.chars().all(of_key)
    };
    let (mut used, mut missing) = (BTreeSet::new(), Vec::new());
    for (path, code) in source::files() {
        for literal in source::literals(&code) {
            // A literal names one text, or in `format!` all those below it.
            let key = as_key(&literal.text);
            let below = format!("{key}.");
            let named: Vec<&String> = english.keys().filter(|each| *each == key || each.starts_with(&below)).collect();
            if is_key(key) && key.contains('.') || key != literal.text && sections.contains(key) {
                if named.is_empty() {
                    missing.push(format!("{}:{}: {key}", path.display(), literal.line));
                }
                used.extend(named);
            }
        }
    }
    assert!(missing.is_empty(), "no text has the key:\n{}", missing.join("\n"));
    // The locale is read with the file; the name is for the choice of a language.
    let unused: Vec<&String> =
        english.keys().filter(|key| !used.contains(key) && key.as_str() != "language.name").collect();
    assert!(unused.is_empty(), "nothing says: {unused:?}");
}

#[test]
fn a_text_is_given_all_that_its_placeholders_want_and_nothing_else() {
    let english = messages("en");
    let (mut wrong, mut seen) = (Vec::new(), 0);
    for (path, code) in source::files() {
        for literal in source::literals(&code) {
            let Some(wanted) = english.get(&literal.text).map(|forms| placeholders(forms)) else { continue };
            // `fill("key", &[("name", …), …])` and `count("key", number, &[…])`; a key that is handed on is not followed.
            let before = code.lines().nth(literal.line - 1).unwrap();
            let before = &before[..before.find(&format!("\"{}\"", literal.text)).unwrap()];
            let counts = before.ends_with(".count(");
            if !(counts || before.ends_with(".fill(")) {
                continue;
            }
            let call = &literal.rest[..end_of_call(&literal.rest)];
            if !call.contains("&[") {
                continue;
            }
            let mut given: BTreeSet<&str> = call
                .match_indices("(\"")
                .filter_map(|(at, _)| call[at + 2..].split_once("\",").map(|(name, _)| name))
                .filter(|name| name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()))
                .collect();
            if counts && wanted.contains("count") {
                given.insert("count");
            }
            seen += 1;
            if given != wanted {
                wrong.push(format!("{}:{}: {} wants {wanted:?}", path.display(), literal.line, literal.text));
            }
        }
    }
    assert!(seen > 30, "only {seen} calls were found");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Where the bracket that a call has opened is closed.
fn end_of_call(rest: &str) -> usize {
    let mut depth = 1;
    for (at, c) in rest.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at;
        }
    }
    rest.len()
}

/// Whether a literal is a text for people: two words, or a word and what is filled in beside it, but no markup and no
/// projection.
fn is_text(literal: &str) -> bool {
    if literal.starts_with(['<', '+']) || literal.contains("=\"") || literal.contains("</") {
        return false;
    }
    let spaced = literal.replace("\\n", " ").replace("\\t", " ").replace("{{", " ").replace("}}", " ");
    let words = spaced
        .split_whitespace()
        .filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 1 || word.contains('{'));
    let in_words = |word: &str| {
        let mut parts = word.split('{');
        let before = parts.next().unwrap_or_default();
        let outside = std::iter::once(before).chain(parts.filter_map(|part| Some(part.split_once('}')?.1)));
        let outside: String = outside.collect();
        outside.chars().filter(|c| c.is_alphabetic()).count() > 1
    };
    words.clone().count() > 1 && words.clone().any(in_words)
}

#[test]
fn words_for_people_stand_in_the_texts_and_not_in_the_source() {
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (path, code) in source::files() {
        for literal in source::literals(&code) {
            if is_text(&literal.text) {
                let line = format!("{}:{}: \"{}\"", path.display(), literal.line, literal.text);
                found.entry(name(&path)).or_default().push(line);
            }
        }
    }
    let lines: Vec<String> = found.into_values().flatten().collect();
    assert!(lines.is_empty(), "these belong into assets/texts/en.toml:\n{}", lines.join("\n"));
}

fn name(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

#[test]
fn a_text_for_people_is_told_from_other_literals() {
    for text in ["Who held it", "from {}", "{km} km", "no\\nbreak", "the {name}"] {
        assert!(is_text(text), "{text}");
    }
    for other in [
        "top-bar",
        "{line} {word}",
        "{}: {}",
        "{a}{b}",
        "  {name} = {{{value}}},\\n",
        "%d.%m.%Y",
        "M {x} {y} L",
        "kars-atlas-{day}.png",
        "<svg width=\\\"{width}\\\">",
        "+proj=merc +units=m",
        "{}<p:a><p:b/>{c}</p:a>",
        "stroke-width=\"{}\" fill=\"{fill}\"",
    ] {
        assert!(!is_text(other), "{other}");
    }
}
