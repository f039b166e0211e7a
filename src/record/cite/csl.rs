//! A citation as CSL-JSON, version 1.0.2. Dates that CSL cannot say exactly are marked `circa`.

use chrono::Datelike;
use serde_json::{Map, Value, json};

use super::work::{Issued, Work, WorkKind};
use crate::model::{Qualifier, When, WhenPrecision};

pub fn item(work: &Work) -> Value {
    let mut item = Map::new();
    let mut set = |key: &str, value: Option<Value>| {
        if let Some(value) = value {
            item.insert(key.to_owned(), value);
        }
    };
    let text = |value: &Option<String>| value.clone().map(Value::from);
    let title = match &work.section {
        Some(section) => format!("{}, {section}", work.title),
        None => work.title.clone(),
    };
    let authors: Vec<Value> = work.authors.iter().map(|author| json!({ "literal": author })).collect();
    set("id", Some(work.id.clone().into()));
    set("type", Some(kind(work.kind).into()));
    set("title", Some(title.into()));
    set("author", (!authors.is_empty()).then(|| authors.into()));
    set("issued", issued(&work.issued));
    set("event-place", text(&work.place));
    set("container-title", text(&work.container));
    set(if work.kind == WorkKind::Entry { "version" } else { "volume" }, text(&work.volume));
    set("number", text(&work.number));
    set("section", text(&work.section));
    set("page", text(&work.pages));
    set("locator", text(&work.locator));
    set("publisher", text(&work.publisher));
    set("URL", text(&work.url));
    set("language", text(&work.language));
    set("note", text(&work.note));
    Value::Object(item)
}

fn kind(kind: WorkKind) -> &'static str {
    match kind {
        WorkKind::Treaty => "treaty",
        WorkKind::Entry => "entry",
        WorkKind::Book => "book",
        WorkKind::Article => "article",
        WorkKind::Web => "webpage",
        WorkKind::Dataset => "dataset",
        WorkKind::Manuscript => "manuscript",
        WorkKind::Document => "document",
    }
}

fn issued(issued: &Issued) -> Option<Value> {
    match issued {
        Issued::Unknown => None,
        Issued::When(when) => Some(date(when)),
        Issued::Text(year) => Some(match year.parse::<i32>() {
            Ok(year) => json!({ "date-parts": [[year]] }),
            Err(_) => json!({ "literal": year }),
        }),
    }
}

fn date(when: &When) -> Value {
    let parts = match when.precision() {
        WhenPrecision::Range => {
            when.as_str().split('/').filter_map(|end| end.parse::<When>().ok()).map(|end| date_parts(&end)).collect()
        }
        WhenPrecision::Decade => {
            let first = when.earliest().year();
            json!([[first], [when.latest().map_or(first, |last| last.year())]])
        }
        WhenPrecision::Day | WhenPrecision::Month | WhenPrecision::Year => json!([date_parts(when)]),
    };
    let mut date = json!({ "date-parts": parts });
    if when.qualifier() != Qualifier::Sure
        && let Value::Object(keys) = &mut date
    {
        keys.insert("circa".to_owned(), true.into());
    }
    date
}

fn date_parts(when: &When) -> Value {
    let first = when.earliest();
    match when.precision() {
        WhenPrecision::Day => json!([first.year(), first.month(), first.day()]),
        WhenPrecision::Month => json!([first.year(), first.month()]),
        WhenPrecision::Year | WhenPrecision::Decade | WhenPrecision::Range => json!([first.year()]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_keep_their_precision_and_doubt() {
        let of = |text: &str| date(&text.parse().unwrap());
        assert_eq!(of("1921-10-13"), json!({ "date-parts": [[1921, 10, 13]] }));
        assert_eq!(of("1918-12~"), json!({ "date-parts": [[1918, 12]], "circa": true }));
        assert_eq!(of("1914-12-22/1915-01"), json!({ "date-parts": [[1914, 12, 22], [1915, 1]] }));
    }
}
