//! Chains that come back to where they began: a polity that is part of itself, an act that supersedes itself.

use std::collections::{BTreeMap, BTreeSet};

use super::findings::Findings;
use crate::model::{Atlas, Table, Tabled};
use crate::text::Texts;

pub fn judge(atlas: &Atlas, findings: &mut Findings) {
    let mut part_of = Edges::new();
    for polity in &atlas.polities {
        for union in &polity.part_of {
            part_of.entry(&polity.id).or_default().insert(&union.polity);
        }
    }
    tell(&atlas.polities, &part_of, "part_of", "check.is-part-of", findings);
    let mut supersedes = Edges::new();
    for instrument in &atlas.instruments {
        for earlier in &instrument.supersedes {
            supersedes.entry(&instrument.id).or_default().insert(earlier);
        }
        for later in &instrument.superseded_by {
            supersedes.entry(later).or_default().insert(&instrument.id);
        }
    }
    tell(&atlas.instruments, &supersedes, "supersedes", "check.supersedes", findings);
}

/// The entries that each entry leads to.
type Edges<'a> = BTreeMap<&'a str, BTreeSet<&'a str>>;

/// Tells of every circle; `verb` is the key of the word between two entries.
fn tell<T: Tabled>(table: &Table<T>, edges: &Edges<'_>, field: &str, verb: &str, findings: &mut Findings) {
    let texts = Texts::english();
    for circle in circles(edges) {
        let Some((entry, origin)) = circle.first().and_then(|id| table.get_with_origin(id)) else { continue };
        let ids: Vec<String> = circle.iter().chain(circle.first()).map(|id| format!("`{id}`")).collect();
        let chain = ids.join(&format!(" {} ", texts.say(verb)));
        let path = format!("{}.{field}", entry.path());
        findings.error(origin, path, "check.circle", &[("chain", &chain)], "done.shown-as-it-stands");
    }
}

/// The circles that a walk in depth meets, each from its least entry on. Where any are, at least one is found.
fn circles<'a>(edges: &Edges<'a>) -> Vec<Vec<&'a str>> {
    let mut found = Vec::new();
    let mut done: BTreeSet<&str> = BTreeSet::new();
    for start in edges.keys() {
        // The entries from the start to here, each with those behind it that were not looked at yet.
        let mut walk: Vec<(&str, Vec<&str>)> = Vec::new();
        let mut on_walk: BTreeMap<&str, usize> = BTreeMap::new();
        let mut next = Some(*start);
        loop {
            if let Some(id) = next.filter(|id| !done.contains(id)) {
                if let Some(first) = on_walk.get(id) {
                    found.push(from_least(walk.iter().skip(*first).map(|(id, _)| *id).collect()));
                } else {
                    on_walk.insert(id, walk.len());
                    walk.push((id, edges.get(id).into_iter().flatten().rev().copied().collect()));
                }
            }
            let Some((id, behind)) = walk.last_mut() else { break };
            next = behind.pop();
            if next.is_none() {
                done.insert(id);
                on_walk.remove(id);
                walk.pop();
            }
        }
    }
    found
}

/// A circle turned so that its least entry comes first.
fn from_least(mut circle: Vec<&str>) -> Vec<&str> {
    let least = circle.iter().enumerate().min_by_key(|(_, id)| **id).map_or(0, |(nth, _)| nth);
    circle.rotate_left(least);
    circle
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of<'a>(pairs: &[(&'a str, &'a str)]) -> Vec<Vec<&'a str>> {
        let mut edges = Edges::new();
        for (from, to) in pairs {
            edges.entry(from).or_default().insert(to);
        }
        circles(&edges)
    }

    #[test]
    fn every_circle_is_told_once_from_its_least_entry() {
        assert_eq!(of(&[("a", "a")]), [["a"]]);
        assert_eq!(of(&[("a", "c"), ("c", "b"), ("b", "c"), ("x", "y"), ("y", "x")]), [["b", "c"], ["x", "y"]]);
        assert_eq!(of(&[("a", "b"), ("b", "a"), ("b", "c"), ("c", "b")]), [["a", "b"], ["b", "c"]]);
    }

    #[test]
    fn two_ways_to_one_entry_are_no_circle() {
        assert!(of(&[("a", "b"), ("a", "c"), ("b", "d"), ("c", "d"), ("d", "e")]).is_empty());
    }
}
