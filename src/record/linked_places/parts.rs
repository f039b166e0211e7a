//! The parts that every feature of the format is made of: names, times, citations, relations. No geometry.

use serde_json::{Value, json};

use crate::model::{Certainty, Citation, Name, When, WhenPrecision, plain_text};
use crate::record::uri;
use crate::text::Texts;
use crate::world::World;

/// What a place is, in words of the Getty Art and Architecture Thesaurus and as a GeoNames feature class.
pub struct PlaceType {
    /// Its identifier in the thesaurus.
    pub identifier: &'static str,
    /// The end of the keys of its words, those of the thesaurus and those of the atlas.
    pub key: &'static str,
    /// The letter of its class.
    pub class: &'static str,
}

/// The names of a feature, the one of the record first and with what it rests on.
pub fn named(world: &World, texts: &Texts, name: &str, cite: &[Citation], others: &[Name]) -> Value {
    let mut named = vec![json!({ "toponym": name, "lang": "en", "citations": citations(world, cite) })];
    for other in others {
        let mut one = json!({ "toponym": other.text, "lang": other.lang });
        if let Value::Object(keys) = &mut one {
            keys.extend(when_of(texts, other.from.as_ref(), other.to.as_ref()).map(|when| ("when".to_owned(), when)));
        }
        named.push(one);
    }
    named.into()
}

pub fn citations(world: &World, cite: &[Citation]) -> Value {
    let one = |citation: &Citation| {
        let source = world.atlas.sources.get(&citation.source);
        let title = source.map_or(citation.source.as_str(), |source| source.title.as_str());
        let label = match &citation.locator {
            Some(locator) => format!("{title}, {locator}"),
            None => title.to_owned(),
        };
        let address = source.and_then(|source| source.url.clone()).unwrap_or_else(|| uri(&citation.source));
        json!({ "label": label, "@id": address })
    };
    cite.iter().map(one).collect()
}

pub fn types(texts: &Texts, kind: &PlaceType) -> Value {
    json!([{
        "identifier": kind.identifier,
        "label": texts.say(&format!("record.aat.{}", kind.key)),
        "sourceLabels": [{ "label": texts.say(&format!("record.own.{}", kind.key)), "lang": texts.language() }],
    }])
}

pub fn relation(
    kind: &str,
    to: &str,
    label: &str,
    when: Option<Value>,
    citations: Value,
    how_sure: Certainty,
) -> Value {
    let mut relation = json!({ "relationType": kind, "relationTo": uri(to), "label": label });
    if let Value::Object(keys) = &mut relation {
        keys.extend(when.map(|when| ("when".to_owned(), when)));
        keys.insert("citations".to_owned(), citations);
        keys.insert("certainty".to_owned(), certainty(how_sure).into());
    }
    relation
}

/// The articles that a feature is about.
pub fn subject_of<'a>(articles: impl Iterator<Item = &'a str>) -> Option<Value> {
    let links: Vec<Value> =
        articles.map(|article| json!({ "type": "subjectOf", "identifier": uri(article) })).collect();
    (!links.is_empty()).then(|| links.into())
}

pub fn descriptions(note: Option<&str>) -> Option<Value> {
    note.map(|note| json!([{ "value": plain_text(note), "lang": "en" }]))
}

/// The names of entries in a row; `None` for none.
pub fn names(world: &World, ids: &[String]) -> Option<String> {
    let names: Vec<String> = ids.iter().map(|id| world.atlas.name_of(id).unwrap_or_else(|| id.clone())).collect();
    (!names.is_empty()).then(|| names.join("; "))
}

/// The format's three words for the four of the atlas.
pub fn certainty(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Certain => "certain",
        Certainty::Probable => "less-certain",
        Certainty::Disputed | Certainty::Unchecked => "uncertain",
    }
}

/// From a day on. The format has no sign for an open end; its own examples leave the end out, and so the label says it.
pub fn since(texts: &Texts, first: &When) -> Value {
    json!({ "timespans": [{ "start": limit(first) }], "label": texts.fill("record.from-on", &[("date", &texts.when(first))]) })
}

/// A span with a beginning, an end or both; `None` where neither is known. A span must start: one that is known by its
/// end alone started at that end at the latest.
pub fn when_of(texts: &Texts, from: Option<&When>, to: Option<&When>) -> Option<Value> {
    match (from, to) {
        (Some(from), Some(to)) => Some(json!({ "timespans": [{ "start": limit(from), "end": limit(to) }] })),
        (Some(from), None) => Some(since(texts, from)),
        (None, Some(to)) => {
            let timespan = json!({ "start": { "latest": last_day(to) }, "end": limit(to) });
            Some(json!({ "timespans": [timespan], "label": texts.span(None, Some(to)) }))
        }
        (None, None) => None,
    }
}

fn limit(when: &When) -> Value {
    match when.precision() {
        WhenPrecision::Day | WhenPrecision::Month | WhenPrecision::Year => json!({ "in": when.as_str() }),
        WhenPrecision::Decade | WhenPrecision::Range => match when.latest() {
            Some(latest) => json!({ "earliest": when.earliest().to_string(), "latest": latest.to_string() }),
            None => json!({ "earliest": when.earliest().to_string() }),
        },
    }
}

fn last_day(when: &When) -> String {
    when.latest().unwrap_or(when.earliest()).to_string()
}
