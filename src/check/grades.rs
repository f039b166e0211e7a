//! Grades that are higher than what they rest on: a statement is no surer than its weakest source, and a holding no surer
//! than the surest of the acts that made it so. A place is graded by its point alone; its names may rest on less.

use super::findings::Findings;
use crate::catalog::Done;
use crate::model::{Atlas, Certainty, EntryRef, Kind, Tabled, paragraphs};
use crate::text::Given;

const AS_IT_STANDS: Done = "done.shown-as-it-stands";

pub fn judge(atlas: &Atlas, findings: &mut Findings) {
    let is_graded = |row: &EntryRef<'_>| row.kind != Some(Kind::Place);
    for row in atlas.entries().filter(|row| row.entry.certainty() == Some(Certainty::Certain)).filter(is_graded) {
        by_what_was_read(atlas, &row, findings);
    }
    by_what_moved_it(atlas, findings);
    by_paragraphs(atlas, findings);
}

fn by_what_was_read(atlas: &Atlas, row: &EntryRef<'_>, findings: &mut Findings) {
    for citation in row.entry.cite().unwrap_or_default() {
        let source = atlas.sources.get(&citation.source);
        if source.is_some_and(|source| source.seen.as_deref() == Some("not-seen")) {
            let given: &Given<'_> = &[("source", &citation.source)];
            findings.error(row.origin, format!("{}.cite", row.path()), "check.certain-unread", given, AS_IT_STANDS);
        }
    }
}

fn by_what_moved_it(atlas: &Atlas, findings: &mut Findings) {
    for (holding, origin) in atlas.holdings.with_origins() {
        let mut grades = holding.by.iter().filter_map(|id| atlas.entry(id)?.entry.certainty()).peekable();
        let is_higher = holding.certainty == Certainty::Certain
            && grades.peek().is_some()
            && grades.all(|grade| grade != Certainty::Certain);
        if is_higher {
            findings.error(origin, format!("{}.by", holding.path()), "check.certain-by-less", &[], AS_IT_STANDS);
        }
    }
}

/// Articles that mark paragraphs as unread which they do not have.
fn by_paragraphs(atlas: &Atlas, findings: &mut Findings) {
    for (article, origin) in atlas.articles.with_origins() {
        let there = 1..=paragraphs(&article.text).len();
        for unread in article.unread.iter().filter(|unread| !there.contains(unread)) {
            let given: &Given<'_> = &[("paragraph", unread)];
            findings.error(
                origin,
                format!("{}.unread", article.path()),
                "check.no-such-paragraph",
                given,
                AS_IT_STANDS,
            );
        }
    }
}
