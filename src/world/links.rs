//! What refers to what, both ways.

use std::collections::HashMap;

use crate::model::{Atlas, Citation, Kind};

/// How one entry refers to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// An article, event, segment or era is about the ground, place, person or instrument.
    Names,
    /// A holding or claim rests on the article, instrument or event.
    Moves,
    /// An article belongs to the instrument.
    PartOf,
    /// Articles that answer one another.
    Parallel,
    /// A person signed the instrument.
    Signed,
    /// A disagreement is about the entry.
    Disputes,
    /// The entry cites the source.
    Cites,
    /// An instrument takes the place of another.
    Supersedes,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Link {
    pub relation: Relation,
    pub id: String,
}

/// The links between all entries.
#[derive(Clone, Debug, Default)]
pub struct Links {
    out: HashMap<String, Vec<Link>>,
    back: HashMap<String, Vec<Link>>,
}

impl Links {
    pub fn of(atlas: &Atlas) -> Self {
        let mut links = Self::default();
        for article in &atlas.articles {
            links.add(&article.id, Relation::PartOf, article.instrument());
            links.add_all(&article.id, Relation::Names, &article.tracts);
            links.add_all(&article.id, Relation::Names, &article.segments);
            links.add_all(&article.id, Relation::Names, &article.places);
            links.cite(&article.id, &article.cite);
        }
        for instrument in &atlas.instruments {
            for signatory in &instrument.signatories {
                links.add(&instrument.id, Relation::Signed, &signatory.person);
                links.cite(&instrument.id, &signatory.cite);
            }
            for place in instrument.place.iter().chain(&instrument.exchanged_at) {
                links.add(&instrument.id, Relation::Names, place);
            }
            links.add_all(&instrument.id, Relation::Names, &instrument.parties);
            links.add_all(&instrument.id, Relation::Supersedes, &instrument.supersedes);
            for later in &instrument.superseded_by {
                links.add(later, Relation::Supersedes, &instrument.id);
            }
            for ratification in &instrument.ratified {
                links.cite(&instrument.id, &ratification.cite);
            }
            links.cite(&instrument.id, &instrument.cite);
        }
        for event in &atlas.events {
            for ids in [&event.tracts, &event.places, &event.people, &event.instruments] {
                links.add_all(&event.id, Relation::Names, ids);
            }
            for other in &event.other_dates {
                links.cite(&event.id, &other.cite);
            }
            links.cite(&event.id, &event.cite);
        }
        for segment in &atlas.segments {
            links.add_all(&segment.id, Relation::Names, &segment.articles);
            links.cite(&segment.id, &segment.cite);
        }
        for waypoint in &atlas.waypoints {
            for annex in &waypoint.annexes {
                links.add(&waypoint.id, Relation::PartOf, &annex.article);
            }
            links.add_all(&waypoint.id, Relation::Names, waypoint.segment.as_slice());
            links.cite(&waypoint.id, &waypoint.cite);
        }
        for holding in &atlas.holdings {
            links.add_all(&holding.tract, Relation::Moves, &holding.by);
            links.cite(&holding.tract, &holding.cite);
        }
        for claim in &atlas.claims {
            links.add_all(&claim.tract, Relation::Moves, &claim.ground);
            links.cite(&claim.tract, &claim.cite);
        }
        for parallel in &atlas.parallels {
            for a in &parallel.articles {
                for b in parallel.articles.iter().filter(|b| *b != a) {
                    links.add(a, Relation::Parallel, b);
                }
            }
        }
        for disagreement in &atlas.disagreements {
            links.add_all(&disagreement.id, Relation::Disputes, &disagreement.about);
            links.cite(&disagreement.id, &disagreement.cite);
            for position in &disagreement.positions {
                links.cite(&disagreement.id, &position.cite);
            }
        }
        for place in &atlas.places {
            links.add_all(&place.id, Relation::Names, place.tract.as_slice());
            links.cite(&place.id, &place.cite);
        }
        for era in &atlas.eras {
            links.add_all(&era.id, Relation::Names, &era.instruments);
        }
        for person in &atlas.people {
            links.cite(&person.id, &person.cite);
        }
        for tract in &atlas.tracts {
            links.cite(&tract.id, &tract.cite);
        }
        for polity in &atlas.polities {
            links.cite(&polity.id, &polity.cite);
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

    fn add_all(&mut self, from: &str, relation: Relation, to: &[String]) {
        for id in to {
            self.add(from, relation, id);
        }
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
