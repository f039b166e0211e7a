//! Facts about the world stand in `data/`: the source has no id, name, year or coordinate of the record. What is compiled for
//! tests alone is left out.

#![cfg(test)]

mod source;

use std::collections::BTreeSet;

use kars_atlas::catalog;
use kars_atlas::model::{Holder, Kind};

/// The lines that have a fault, told together.
fn assert_none(found: &[String]) {
    assert!(found.is_empty(), "facts belong into data/:\n{}", found.join("\n"));
}

#[test]
fn no_id_of_the_record_stands_in_the_source() {
    let atlas = catalog::load_embedded().atlas;
    // The words of the glossary are those of the language, and nobody is known to the program.
    let ids: BTreeSet<&str> = atlas
        .entries()
        .filter(|row| row.kind != Some(Kind::Term))
        .filter_map(|row| row.entry.id())
        .filter(|id| *id != Holder::Nobody.as_str())
        .collect();
    assert!(ids.len() > 1_000, "only {} ids are known", ids.len());
    let mut found = Vec::new();
    for (path, code) in source::files() {
        let literals = source::literals(&code).into_iter().filter(|literal| ids.contains(literal.text.as_str()));
        found.extend(literals.map(|literal| format!("{}:{}: \"{}\"", path.display(), literal.line, literal.text)));
    }
    assert_none(&found);
}

/// Whether a name stands in a text by itself, not within a longer word.
fn has_word(text: &str, name: &str) -> bool {
    let ends = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    text.match_indices(name)
        .any(|(at, _)| ends(text[..at].chars().next_back()) && ends(text[at + name.len()..].chars().next()))
}

#[test]
fn no_name_of_the_record_stands_in_the_source() {
    const SHORTEST: usize = 3;
    let atlas = catalog::load_embedded().atlas;
    let named = [Kind::Place, Kind::Polity, Kind::Tract, Kind::Person, Kind::Instrument];
    let entries: Vec<_> =
        atlas.entries().filter(|row| row.kind.is_some_and(|kind| named.contains(&kind))).map(|row| row.entry).collect();
    let own = entries.iter().filter_map(|entry| entry.name());
    let others = entries.iter().flat_map(|entry| entry.names()).map(|name| name.text.as_str());
    let names: BTreeSet<&str> = own.chain(others).filter(|name| name.chars().count() >= SHORTEST).collect();
    assert!(names.len() > 1_000, "only {} names are known", names.len());
    let mut found = Vec::new();
    for (path, code) in source::files() {
        let literals: Vec<String> = source::literals(&code).into_iter().map(|literal| literal.text).collect();
        let text = literals.join("\n");
        let here = names.iter().filter(|name| has_word(&text, name));
        found.extend(here.map(|name| format!("{}: {name}", path.display())));
    }
    assert_none(&found);
}

/// The years in a text: four digits by themselves between the first and the last year of the record. A hundred is one of the
/// calendar as well, and of no use to tell the two apart.
fn years(text: &str) -> Vec<&str> {
    let is_year = |word: &&str| {
        let digits = word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
        digits && word.parse().is_ok_and(|year: u32| (1_800..=2_026).contains(&year) && !year.is_multiple_of(100))
    };
    // The year in the address of a format is a part of its name.
    let places = text.split([' ', '"', '\n']).filter(|place| !place.contains("://"));
    places.flat_map(|place| place.split(|c: char| !(c.is_alphanumeric() || c == '_'))).filter(is_year).collect()
}

/// Degrees with decimals, longitude and latitude beside one another.
fn has_degrees(text: &str) -> bool {
    let is_decimal = |word: &str| {
        word.split_once('.').is_some_and(|(whole, part)| {
            let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
            digits(whole.trim_start_matches('-')) && digits(part)
        })
    };
    text.split([' ', '=', '&'])
        .filter_map(|word| word.split_once(','))
        .any(|(lon, lat)| is_decimal(lon) && is_decimal(lat))
}

/// Positions that are made of numbers in the code; 0, 0 is a place to begin with and none of the record.
fn positions(code: &str) -> Vec<&str> {
    let starts = code.match_indices("LonLat::new(").map(|(at, name)| &code[at + name.len()..]);
    let first = starts.filter_map(|rest| rest.split([',', ')']).next().map(str::trim));
    first.filter(|number| number.parse().is_ok_and(|degrees: f64| degrees != 0.0)).collect()
}

#[test]
fn no_year_and_no_coordinate_stands_in_the_source() {
    let mut found = Vec::new();
    for (path, code) in source::files() {
        for literal in source::literals(&code) {
            if !years(&literal.text).is_empty() || has_degrees(&literal.text) {
                found.push(format!("{}:{}: \"{}\"", path.display(), literal.line, literal.text));
            }
        }
        let bare = source::bare(&code);
        let here = years(&bare).into_iter().chain(positions(&bare));
        found.extend(here.map(|number| format!("{}: {number}", path.display())));
    }
    assert_none(&found);
}

#[test]
fn facts_are_told_from_other_numbers_and_words() {
    assert!(years("<a xmlns=\"http://example.org/2006/b\">").is_empty());
    assert_eq!(years("1921-10-13, 1_920.0, 1800, u1921, 19213, in 2025"), ["1921", "2025"]);
    assert!(has_degrees("--at 43.09,40.61") && !has_degrees("1.5, 2.0") && !has_degrees("{lon},{lat}"));
    assert_eq!(positions("LonLat::new(43.1, 40.6) LonLat::new(lon, 0.0) LonLat::new(0.0, 0.0)"), ["43.1"]);
    assert!(has_word("of Kars, again", "Kars") && !has_word("kars-atlas Karsakh", "Kars"));
}
