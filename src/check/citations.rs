//! Statements without a source, and citations of sources that are not there. Whether a source says so is not for a
//! program to judge.

use super::Findings;
use crate::model::{Atlas, Citation, EntryRef};

pub fn judge(atlas: &Atlas, findings: &mut Findings) {
    for row in atlas.entries() {
        let Some(cite) = row.entry.cite() else { continue };
        let path = row.path();
        one(atlas, &row, &path, cite, !row.entry.rests_on_others(), findings);
        row.entry.parts(&mut |part| {
            one(atlas, &row, &format!("{path}.{}", part.field), part.cite, part.is_statement, findings);
        });
    }
}

fn one(atlas: &Atlas, row: &EntryRef<'_>, path: &str, cite: &[Citation], needs_source: bool, findings: &mut Findings) {
    if cite.is_empty() && needs_source {
        let message = "the statement has no source: `cite` is empty";
        findings.error(row.origin, format!("{path}.cite"), message, "it is shown as unsourced");
    }
    for Citation { source, .. } in cite {
        if !atlas.sources.contains(source) {
            let message = format!("nothing among the sources has the id `{source}`");
            findings.error(row.origin, format!("{path}.cite"), message, "the citation leads nowhere");
        }
    }
}
