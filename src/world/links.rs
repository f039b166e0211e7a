//! What refers to what, both ways.

use std::collections::HashMap;

use crate::model::{Atlas, Citation, Kind, Relation};

/// One end of a link.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Link {
    /// How the two have to do with one another.
    pub relation: Relation,
    /// The id of the other end.
    pub id: String,
}

/// The links between all entries.
#[derive(Clone, Debug, Default)]
pub struct Links {
    out: HashMap<String, Vec<Link>>,
    back: HashMap<String, Vec<Link>>,
}

impl Links {
    /// The links of an atlas, both ways.
    pub fn new(atlas: &Atlas) -> Self {
        let mut links = Self::default();
        for row in atlas.entries() {
            let Some(subject) = row.entry.subject() else { continue };
            row.entry.references(&mut |reference| match reference.relation {
                Some(relation) if reference.backwards => links.add(reference.id, relation, subject),
                Some(relation) => links.add(subject, relation, reference.id),
                None => {}
            });
            links.cite(subject, row.entry.cite().unwrap_or_default());
            row.entry.parts(&mut |part| links.cite(subject, part.cite));
        }
        for parallel in &atlas.parallels {
            for a in &parallel.articles {
                for b in parallel.articles.iter().filter(|b| *b != a) {
                    links.add(a, Relation::Parallel, b);
                }
            }
        }
        links.sort();
        links
    }

    /// What an entry refers to, sorted.
    pub fn out(&self, id: &str) -> &[Link] {
        self.out.get(id).map_or(&[], Vec::as_slice)
    }

    /// What refers to an entry, sorted.
    pub fn back(&self, id: &str) -> &[Link] {
        self.back.get(id).map_or(&[], Vec::as_slice)
    }

    /// The entries of one kind that are linked with an entry, either way, in order of id.
    pub fn around<'a>(&'a self, atlas: &'a Atlas, id: &str, kind: Kind) -> Vec<&'a str> {
        let mut ids: Vec<&str> = self
            .out(id)
            .iter()
            .chain(self.back(id))
            .map(|link| link.id.as_str())
            .filter(|other| atlas.kind_of(other) == Some(kind))
            .collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    }

    fn add(&mut self, from: &str, relation: Relation, to: &str) {
        self.out.entry(from.to_owned()).or_default().push(Link { relation, id: to.to_owned() });
        self.back.entry(to.to_owned()).or_default().push(Link { relation, id: from.to_owned() });
    }

    fn cite(&mut self, from: &str, citations: &[Citation]) {
        for citation in citations {
            self.add(from, Relation::Cites, &citation.source);
        }
    }

    fn sort(&mut self) {
        for links in self.out.values_mut().chain(self.back.values_mut()) {
            links.sort();
            links.dedup();
        }
    }
}
