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
            if cited.is_empty() && needs_source {
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
