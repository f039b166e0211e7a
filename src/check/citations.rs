//! Statements without a source, and citations of sources that are not there. Whether a source says so is not for a
//! program to judge.

use super::findings::Findings;
use crate::model::{Atlas, Citation, EntryRef};
use crate::text::Given;

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
        findings.error(row.origin, format!("{path}.cite"), "check.no-source", &[], "done.shown-unsourced");
    }
    for Citation { source, .. } in cite {
        if !atlas.sources.contains(source) {
            let given: &Given<'_> = &[("id", source)];
            findings.error(row.origin, format!("{path}.cite"), "check.source-unknown", given, "done.citation-nowhere");
        }
    }
}
