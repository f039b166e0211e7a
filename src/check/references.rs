//! Ids that lead nowhere, or to an entry of the wrong kind. Links inside texts are looked at in `texts`,
//! citations in `citations`.

use super::Findings;
use crate::model::{Atlas, EntryRef, Reference, Tabled};
use crate::text::Texts;

const NOWHERE: &str = "the reference leads nowhere";

pub fn judge(atlas: &Atlas, findings: &mut Findings) {
    for row in atlas.entries() {
        row.entry.references(&mut |reference| one(atlas, &row, reference, findings));
    }
    for (event, origin) in atlas.events.with_origins() {
        if event.tracts.is_empty() && event.places.is_empty() && event.beyond.is_none() {
            let message = "the event names no region: give a tract, a place, or say `beyond`";
            findings.error(origin, event.path(), message, "it is shown with no place on the map");
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
    let message = match atlas.kind_of(id) {
        None => format!("nothing has the id `{id}`"),
        // Entries of two kinds never share an id, so that the first kind found is the kind.
        Some(kind) if !kinds.is_empty() && !kinds.contains(&kind) => {
            let texts = Texts::english();
            let wanted: Vec<&str> = kinds.iter().map(|kind| texts.one_of(*kind)).collect();
            format!("`{id}` is the id of {}, and {} is wanted here", texts.one_of(kind), wanted.join(" or "))
        }
        Some(_) => return,
    };
    findings.error(from.origin, format!("{}.{field}", from.path()), message, NOWHERE);
}

/// What is written in small letters, digits and hyphens alone is meant as an id, not as words.
fn written_as_id(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}
