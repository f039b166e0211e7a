//! Ids that lead nowhere, or to an entry of the wrong kind. Links inside texts are looked at in `texts`,
//! citations in `citations`.

use serde::Serialize;

use super::Findings;
use super::entries::path_of;
use crate::model::{Atlas, Entry, Kind, Origin, Table};

const NOWHERE: &str = "the reference leads nowhere";
const MOVERS: &[Kind] = &[Kind::Article, Kind::Instrument, Kind::Event];
const SPOTS: &[Kind] = &[Kind::Place, Kind::Waypoint];

pub fn judge(atlas: &Atlas, findings: &mut Findings) {
    let mut judge = Judge { atlas, findings };
    judge.who();
    judge.ground();
    judge.instruments();
    judge.happenings();
}

struct Judge<'a, 'f> {
    atlas: &'a Atlas,
    findings: &'f mut Findings,
}

/// The entry whose references are looked at.
struct From<'a> {
    origin: &'a Origin,
    path: String,
}

fn of<T: Entry + Serialize>(table: &Table<T>) -> impl Iterator<Item = (&T, From<'_>)> {
    table.with_origins().map(|(entry, origin)| (entry, From { origin, path: path_of(entry) }))
}

impl Judge<'_, '_> {
    fn who(&mut self) {
        let atlas = self.atlas;
        for (polity, from) in of(&atlas.polities) {
            for (nth, union) in polity.part_of.iter().enumerate() {
                self.one(&from, &format!("part_of[{nth}].polity"), &union.polity, &[Kind::Polity]);
            }
        }
        for (person, from) in of(&atlas.people) {
            for (nth, office) in person.offices.iter().enumerate() {
                if let Some(polity) = &office.polity {
                    self.power(&from, &format!("offices[{nth}].polity"), polity);
                }
            }
        }
    }

    fn ground(&mut self) {
        let atlas = self.atlas;
        for (edge, from) in of(&atlas.edges) {
            self.all(&from, "between", &edge.between, &[Kind::Tract]);
        }
        for (segment, from) in of(&atlas.segments) {
            self.all(&from, "articles", &segment.articles, &[Kind::Article, Kind::Instrument]);
        }
        for (waypoint, from) in of(&atlas.waypoints) {
            for (nth, annex) in waypoint.annexes.iter().enumerate() {
                self.one(&from, &format!("annexes[{nth}].article"), &annex.article, &[Kind::Article]);
            }
            self.all(&from, "segment", waypoint.segment.as_slice(), &[Kind::Segment]);
        }
        for (place, from) in of(&atlas.places) {
            self.all(&from, "tract", place.tract.as_slice(), &[Kind::Tract]);
        }
        for (holding, from) in of(&atlas.holdings) {
            self.one(&from, "tract", &holding.tract, &[Kind::Tract]);
            self.all(&from, "holders", &holding.holders, &[Kind::Polity]);
            self.all(&from, "by", &holding.by, MOVERS);
        }
        for (claim, from) in of(&atlas.claims) {
            self.one(&from, "tract", &claim.tract, &[Kind::Tract]);
            self.one(&from, "by", &claim.by, &[Kind::Polity]);
            self.all(&from, "ground", &claim.ground, MOVERS);
        }
    }

    fn instruments(&mut self) {
        let atlas = self.atlas;
        for (instrument, from) in of(&atlas.instruments) {
            for (nth, party) in instrument.parties.iter().enumerate() {
                self.power(&from, &format!("parties[{nth}]"), party);
            }
            self.all(&from, "place", instrument.place.as_slice(), SPOTS);
            self.all(&from, "exchanged_at", instrument.exchanged_at.as_slice(), SPOTS);
            self.all(&from, "supersedes", &instrument.supersedes, &[Kind::Instrument]);
            self.all(&from, "superseded_by", &instrument.superseded_by, &[Kind::Instrument]);
            for (nth, signatory) in instrument.signatories.iter().enumerate() {
                self.one(&from, &format!("signatory[{nth}].person"), &signatory.person, &[Kind::Person]);
                self.power(&from, &format!("signatory[{nth}].for"), &signatory.on_behalf_of);
            }
            for (nth, ratification) in instrument.ratified.iter().enumerate() {
                self.power(&from, &format!("ratified[{nth}].by"), &ratification.by);
            }
        }
        for (article, from) in of(&atlas.articles) {
            self.one(&from, "id", article.instrument(), &[Kind::Instrument]);
            self.all(&from, "tracts", &article.tracts, &[Kind::Tract]);
            self.all(&from, "segments", &article.segments, &[Kind::Segment]);
            self.all(&from, "places", &article.places, SPOTS);
        }
        for (parallel, from) in of(&atlas.parallels) {
            self.all(&from, "articles", &parallel.articles, &[Kind::Article]);
        }
    }

    fn happenings(&mut self) {
        let atlas = self.atlas;
        for (event, from) in of(&atlas.events) {
            self.all(&from, "tracts", &event.tracts, &[Kind::Tract]);
            self.all(&from, "places", &event.places, SPOTS);
            self.all(&from, "people", &event.people, &[Kind::Person]);
            self.all(&from, "instruments", &event.instruments, &[Kind::Instrument, Kind::Article]);
            if event.tracts.is_empty() && event.places.is_empty() && event.beyond.is_none() {
                let message = "the event names no region: give a tract, a place, or say `beyond`";
                self.findings.error(from.origin, from.path, message, "it is shown with no place on the map");
            }
        }
        for (disagreement, from) in of(&atlas.disagreements) {
            self.all(&from, "about", &disagreement.about, &[]);
        }
        for (era, from) in of(&atlas.eras) {
            self.all(&from, "instruments", &era.instruments, &[Kind::Instrument]);
            self.all(&from, "line_of", &era.line_of, &[Kind::Polity]);
            self.all(&from, "not_towards", &era.not_towards, &[Kind::Polity]);
            for (nth, signed) in era.signed.iter().enumerate() {
                self.one(&from, &format!("signed[{nth}].polity"), &signed.polity, &[Kind::Polity]);
                self.all(&from, &format!("signed[{nth}].tracts"), &signed.tracts, &[Kind::Tract]);
            }
        }
    }

    fn all(&mut self, from: &From<'_>, field: &str, ids: &[String], kinds: &[Kind]) {
        for id in ids {
            self.one(from, field, id, kinds);
        }
    }

    /// `kinds` empty: any kind will do.
    fn one(&mut self, from: &From<'_>, field: &str, id: &str, kinds: &[Kind]) {
        let message = match self.atlas.kind_of(id) {
            None => format!("nothing has the id `{id}`"),
            // A tract and an entry of another kind never share an id, so that the first kind found is the kind.
            Some(kind) if !kinds.is_empty() && !kinds.contains(&kind) => {
                let wanted: Vec<&str> = kinds.iter().map(|kind| kind_name(*kind)).collect();
                format!("`{id}` is the id of {}, and {} is wanted here", kind_name(kind), wanted.join(" or "))
            }
            Some(_) => return,
        };
        self.findings.error(from.origin, format!("{}.{field}", from.path), message, NOWHERE);
    }

    /// A power: the id of a polity, or plain words for one that is not in the atlas. What is written like an
    /// id (small letters and hyphens alone) is meant as one.
    fn power(&mut self, from: &From<'_>, field: &str, text: &str) {
        let written_as_id = text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        if written_as_id {
            self.one(from, field, text, &[Kind::Polity]);
        }
    }
}

fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Tract => "a tract",
        Kind::Segment => "a segment",
        Kind::Instrument => "an instrument",
        Kind::Article => "an article",
        Kind::Event => "an event",
        Kind::Place => "a place",
        Kind::Waypoint => "a waypoint",
        Kind::Person => "a person",
        Kind::Polity => "a polity",
        Kind::Source => "a source",
        Kind::Disagreement => "a disagreement",
        Kind::Era => "an era",
    }
}
