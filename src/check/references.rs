//! Ids that lead nowhere, or to an entry of the wrong kind. Links inside texts are looked at in `texts`,
//! citations in `citations`.

use super::findings::Findings;
use crate::catalog::Done;
use crate::model::{Atlas, EntryRef, Reference, Tabled};
use crate::text::{Given, Texts};

const NOWHERE: Done = "done.reference-nowhere";

pub fn judge(atlas: &Atlas, findings: &mut Findings) {
    for row in atlas.entries() {
        row.entry.references(&mut |reference| one(atlas, &row, reference, findings));
    }
    for (event, origin) in atlas.events.with_origins() {
        if event.tracts.is_empty() && event.places.is_empty() && event.beyond.is_none() {
            findings.error(origin, event.path(), "check.event-nowhere", &[], "done.shown-placeless");
        }
    }
}

fn one(
    atlas: &Atlas,
    from: &EntryRef<'_>,
    Reference { field, id, kinds, or_words, .. }: Reference<'_>,
    findings: &mut Findings,
) {
    if or_words && !written_as_id(id) {
        return;
    }
    let path = format!("{}.{field}", from.path());
    match atlas.kind_of(id) {
        None => findings.error(from.origin, path, "check.id-unknown", &[("id", &id)], NOWHERE),
        // Entries of two kinds never share an id, so that the first kind found is the kind.
        Some(kind) if !kinds.is_empty() && !kinds.contains(&kind) => {
            let texts = Texts::english();
            let wanted: Vec<&str> = kinds.iter().map(|kind| texts.one_of(*kind)).collect();
            let wanted = wanted.join(&format!(" {} ", texts.say("check.or")));
            let given: &Given<'_> = &[("id", &id), ("kind", &texts.one_of(kind)), ("wanted", &wanted)];
            findings.error(from.origin, path, "check.id-of-other-kind", given, NOWHERE);
        }
        Some(_) => {}
    }
}

/// What is written in small letters, digits and hyphens alone is meant as an id, not as words.
fn written_as_id(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}
