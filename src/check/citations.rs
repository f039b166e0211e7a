//! Statements without a source, and sources that are none. Whether a source says so is not for a program.

use serde_json::Value;

use super::Findings;
use super::entries::{Written, each_object};
use crate::model::Atlas;

/// Parts of an entry that are statements of their own: each needs a source beside that of its entry.
const STATEMENTS_WITHIN: &[&str] = &["positions"];

pub fn judge(atlas: &Atlas, entries: &[Written<'_>], findings: &mut Findings) {
    for entry in entries {
        each_object(&entry.value, &entry.path, &mut |path, fields| {
            let Some(Value::Array(cited)) = fields.get("cite") else { return };
            let within = STATEMENTS_WITHIN.iter().any(|part| path.starts_with(&format!("{}.{part}[", entry.path)));
            let needs_source = path == entry.path || within;
            // An era asserts nothing that the instruments it names do not.
            let rests_on_others = fields.get("instruments").is_some_and(|ids| !is_empty(ids)) && entry.table == "era";
            if cited.is_empty() && needs_source && !rests_on_others {
                let message = "the statement has no source: `cite` is empty";
                findings.error(entry.origin, format!("{path}.cite"), message, "it is shown as unsourced");
            }
            for source in cited.iter().filter_map(Value::as_str) {
                let id = source.split_once(',').map_or(source, |(id, _)| id).trim();
                if !atlas.sources.contains(id) {
                    let message = format!("nothing among the sources has the id `{id}`");
                    findings.error(entry.origin, format!("{path}.cite"), message, "the citation leads nowhere");
                }
            }
        });
    }
}

fn is_empty(value: &Value) -> bool {
    value.as_array().is_none_or(Vec::is_empty)
}
