//! `show`: one entry whole, with everything that it refers to and everything that refers to it.

use std::fmt::Write;

use serde::Serialize;
use serde_json::{Map, Value};

use super::args::ShowArgs;
use super::output::print;
use super::{entries, load};
use crate::catalog::Source;
use crate::model::{Article, Claim, Holder, Holding, Kind, Sense};
use crate::text::Texts;
use crate::world::{Link, Relation, World};

#[derive(Serialize)]
struct Shown<'a> {
    id: &'a str,
    kind: &'static str,
    name: String,
    entry: Map<String, Value>,
    /// Of a tract.
    #[serde(skip_serializing_if = "Option::is_none")]
    holdings: Option<Vec<&'a Holding>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    claims: Option<Vec<&'a Claim>>,
    /// Of an instrument.
    #[serde(skip_serializing_if = "Option::is_none")]
    articles: Option<Vec<&'a Article>>,
    links: Both,
}

#[derive(Serialize)]
struct Both {
    out: Vec<Linked>,
    back: Vec<Linked>,
}

#[derive(Serialize)]
struct Linked {
    relation: &'static str,
    id: String,
    kind: Option<&'static str>,
    name: Option<String>,
}

pub fn run(args: &ShowArgs, source: &Source, texts: &Texts) -> anyhow::Result<()> {
    let world = load::world(source)?;
    let kind = load::kind_of(&world.atlas, &args.id)?;
    let id = args.id.as_str();
    let linked = |links: &[Link]| -> Vec<Linked> {
        links
            .iter()
            .map(|link| Linked {
                relation: relation_key(link.relation),
                id: link.id.clone(),
                kind: world.atlas.kind_of(&link.id).map(Kind::as_str),
                name: world.atlas.name_of(&link.id),
            })
            .collect()
    };
    let tract = (kind == Kind::Tract).then(|| world.ground.position(id)).flatten();
    let holdings = tract.map(|tract| {
        [Sense::DeJure, Sense::DeFacto].into_iter().flat_map(|sense| world.holdings_of(tract, sense)).collect()
    });
    let shown = Shown {
        id,
        kind: kind.as_str(),
        name: world.atlas.name_of(id).unwrap_or_default(),
        entry: entries::entry(&world, id).unwrap_or_default(),
        holdings,
        claims: tract.map(|tract| world.claims_of(tract).collect()),
        articles: (kind == Kind::Instrument).then(|| world.atlas.articles_of(id).collect()),
        links: Both { out: linked(world.links().out(id)), back: linked(world.links().back(id)) },
    };
    print(&shown, args.json, |shown| lines(&world, texts, shown))
}

/// A relation as JSON has it.
fn relation_key(relation: Relation) -> &'static str {
    match relation {
        Relation::Names => "names",
        Relation::Moves => "moved-by",
        Relation::PartOf => "part-of",
        Relation::Parallel => "parallel",
        Relation::Signed => "signed-by",
        Relation::Disputes => "disputes",
        Relation::Cites => "cites",
        Relation::Supersedes => "supersedes",
    }
}

fn lines(world: &World, texts: &Texts, shown: &Shown<'_>) -> String {
    let mut text = format!("{} ({} {})\n", shown.name, shown.kind, shown.id);
    for (key, value) in &shown.entry {
        if key != "id" && key != "name" && key != "cite" {
            field(&mut text, key, value, 1);
        }
    }
    for holding in shown.holdings.iter().flatten() {
        let span = texts.span_to_today(&holding.from, holding.to.as_ref());
        let holders: Vec<String> = holding
            .holders
            .iter()
            .map(Holder::as_str)
            .map(|id| world.atlas.name_of(id).unwrap_or_else(|| id.to_owned()))
            .collect();
        let _ = writeln!(text, "  {span}, {}: {}", texts.word(holding.sense), texts.list(&holders));
    }
    for claim in shown.claims.iter().flatten() {
        let _ = writeln!(text, "  {}", texts.fill("query.claim", &[("text", &claim.text)]));
    }
    for article in shown.articles.iter().flatten() {
        let _ = writeln!(text, "  {} ({}): {}", article.label, article.id, article.title);
    }
    for (arrow, links) in [("→", &shown.links.out), ("←", &shown.links.back)] {
        for link in links {
            let _ = writeln!(text, "  {arrow} {} {}: {}", link.relation, link.id, link.name.as_deref().unwrap_or("?"));
        }
    }
    text
}

fn field(text: &mut String, key: &str, value: &Value, depth: usize) {
    let indent = "  ".repeat(depth);
    let _ = match value {
        Value::Null => Ok(()),
        Value::String(words) => writeln!(text, "{indent}{key}: {}", words.replace('\n', &format!("\n{indent}  "))),
        Value::Bool(_) | Value::Number(_) => writeln!(text, "{indent}{key}: {value}"),
        Value::Array(items) if items.is_empty() => Ok(()),
        Value::Array(items) if items.iter().all(|item| !item.is_object()) => {
            let words: Vec<String> =
                items.iter().map(|item| item.as_str().map_or_else(|| item.to_string(), str::to_owned)).collect();
            writeln!(text, "{indent}{key}: {}", words.join(", "))
        }
        Value::Array(items) => {
            for item in items {
                field(text, key, item, depth);
            }
            Ok(())
        }
        Value::Object(fields) => {
            let words: Vec<String> = fields
                .iter()
                .filter(|(_, value)| !value.is_null())
                .map(|(key, value)| {
                    format!("{key} {}", value.as_str().map_or_else(|| value.to_string(), str::to_owned))
                })
                .collect();
            writeln!(text, "{indent}{key}: {}", words.join(", "))
        }
    };
}
