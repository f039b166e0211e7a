//! The whole record as tables, each entry with the file and line it came from, and what was found wrong
//! with it. It finds entries by id; it judges nothing.

use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

use serde::Serialize;

use super::{
    Article, Claim, Disagreement, Edge, Era, Event, Holding, Instrument, Parallel, Person, Place, Polity, Segment,
    Source, Tract, Waypoint,
};

/// Everything that the atlas asserts.
#[derive(Clone, Debug, Default)]
pub struct Atlas {
    pub polities: Table<Polity>,
    pub sources: Table<Source>,
    pub tracts: Table<Tract>,
    pub edges: Table<Edge>,
    pub segments: Table<Segment>,
    pub waypoints: Table<Waypoint>,
    pub places: Table<Place>,
    pub people: Table<Person>,
    pub instruments: Table<Instrument>,
    pub articles: Table<Article>,
    pub parallels: Table<Parallel>,
    pub holdings: Table<Holding>,
    pub claims: Table<Claim>,
    pub events: Table<Event>,
    pub disagreements: Table<Disagreement>,
    pub eras: Table<Era>,
}

/// Entries in the order of their files, found by id.
#[derive(Clone, Debug)]
pub struct Table<T> {
    entries: Vec<T>,
    origins: Vec<Origin>,
    by_id: HashMap<String, usize>,
}

/// Where an entry stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    pub file: Arc<str>,
    /// Counted from 1.
    pub line: usize,
}

/// The kinds of entry that have an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    Tract,
    Segment,
    Instrument,
    Article,
    Event,
    Place,
    Waypoint,
    Person,
    Polity,
    Source,
    Disagreement,
    Era,
}

/// An entry of a table.
pub trait Entry {
    /// The name of the table in the files: `event` for `[[event]]`.
    const TABLE: &'static str;

    /// The id, for entries that have one of their own.
    fn id(&self) -> Option<&str>;
}

/// Something wrong with the data, and what was done about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub severity: Severity,
    pub file: String,
    /// Counted from 1; 0 where the whole file is meant.
    pub line: usize,
    /// Counted from 1; 0 where the line is all that is known.
    pub column: usize,
    /// The place inside the file: `event[treaty-of-kars-signed-1921].date`.
    pub path: String,
    pub message: String,
    /// What was done: `the entry was left out`.
    pub done: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    Warning,
    Error,
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self { entries: Vec::new(), origins: Vec::new(), by_id: HashMap::new() }
    }
}

impl<T: Entry> Table<T> {
    /// Adds an entry. One with an id that the table already has takes the place of the earlier, whose origin
    /// is returned: an overlay may mend what it lies over.
    pub fn put(&mut self, entry: T, origin: Origin) -> Option<Origin> {
        if let Some(id) = entry.id() {
            if let Some(&at) = self.by_id.get(id)
                && let (Some(old), Some(old_origin)) = (self.entries.get_mut(at), self.origins.get_mut(at))
            {
                *old = entry;
                return Some(std::mem::replace(old_origin, origin));
            }
            self.by_id.insert(id.to_owned(), self.entries.len());
        }
        self.entries.push(entry);
        self.origins.push(origin);
        None
    }

    /// Adds all entries of another table.
    pub fn absorb(&mut self, other: Self) {
        for (entry, origin) in other.entries.into_iter().zip(other.origins) {
            self.put(entry, origin);
        }
    }

    pub fn get(&self, id: &str) -> Option<&T> {
        self.by_id.get(id).and_then(|&at| self.entries.get(at))
    }

    pub fn contains(&self, id: &str) -> bool {
        self.by_id.contains_key(id)
    }

    /// The place of an entry in `iter`.
    pub fn position(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied()
    }
}

impl<T> Table<T> {
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.entries.iter()
    }

    pub fn as_slice(&self) -> &[T] {
        &self.entries
    }

    pub fn with_origins(&self) -> impl Iterator<Item = (&T, &Origin)> {
        self.entries.iter().zip(&self.origins)
    }

    pub fn len(&self) -> usize {
        self.entries.len()
    }

    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Takes out what `keep` refuses.
    pub fn retain(&mut self, mut keep: impl FnMut(&T) -> bool)
    where
        T: Entry,
    {
        let kept: Vec<(T, Origin)> = std::mem::take(&mut self.entries)
            .into_iter()
            .zip(std::mem::take(&mut self.origins))
            .filter(|(entry, _)| keep(entry))
            .collect();
        self.by_id.clear();
        for (entry, origin) in kept {
            self.put(entry, origin);
        }
    }
}

impl<'a, T> IntoIterator for &'a Table<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl Atlas {
    /// What kind of entry an id belongs to.
    pub fn kind_of(&self, id: &str) -> Option<Kind> {
        [
            (self.tracts.contains(id), Kind::Tract),
            (self.segments.contains(id), Kind::Segment),
            (self.instruments.contains(id), Kind::Instrument),
            (self.articles.contains(id), Kind::Article),
            (self.events.contains(id), Kind::Event),
            (self.places.contains(id), Kind::Place),
            (self.waypoints.contains(id), Kind::Waypoint),
            (self.people.contains(id), Kind::Person),
            (self.polities.contains(id), Kind::Polity),
            (self.sources.contains(id), Kind::Source),
            (self.disagreements.contains(id), Kind::Disagreement),
            (self.eras.contains(id), Kind::Era),
        ]
        .into_iter()
        .find_map(|(known, kind)| known.then_some(kind))
    }

    /// The name that a reader knows an entry by.
    pub fn name_of(&self, id: &str) -> Option<String> {
        Some(match self.kind_of(id)? {
            Kind::Tract => self.tracts.get(id)?.name.clone(),
            Kind::Segment => self.segments.get(id)?.name.clone(),
            Kind::Instrument => self.instruments.get(id)?.name.clone(),
            Kind::Article => {
                let article = self.articles.get(id)?;
                match self.instruments.get(article.instrument()) {
                    Some(instrument) => format!("{}, {}", instrument.short_name(), article.label),
                    None => article.label.clone(),
                }
            }
            Kind::Event => self.events.get(id)?.title.clone(),
            Kind::Place => self.places.get(id)?.name.clone(),
            Kind::Waypoint => self.waypoints.get(id)?.name.clone(),
            Kind::Person => self.people.get(id)?.name.clone(),
            Kind::Polity => self.polities.get(id)?.name.clone(),
            Kind::Source => self.sources.get(id)?.title.clone(),
            Kind::Disagreement => self.disagreements.get(id)?.question.clone(),
            Kind::Era => self.eras.get(id)?.name.clone(),
        })
    }

    /// The articles of an instrument in the order of the record.
    pub fn articles_of<'a>(&'a self, instrument: &'a str) -> impl Iterator<Item = &'a Article> {
        self.articles.iter().filter(move |article| article.instrument() == instrument)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if self.line > 0 {
            write!(f, ":{}", self.line)?;
            if self.column > 0 {
                write!(f, ":{}", self.column)?;
            }
        }
        let severity = match self.severity {
            Severity::Warning => "warning",
            Severity::Error => "error",
        };
        write!(f, ": {severity}: ")?;
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        f.write_str(&self.message)?;
        if !self.done.is_empty() {
            write!(f, " ({})", self.done)?;
        }
        Ok(())
    }
}

macro_rules! entries_with_ids {
    ($($type:ty => $table:literal),* $(,)?) => {$(
        impl Entry for $type {
            const TABLE: &'static str = $table;

            fn id(&self) -> Option<&str> {
                Some(&self.id)
            }
        }
    )*};
}

macro_rules! entries_without_ids {
    ($($type:ty => $table:literal),* $(,)?) => {$(
        impl Entry for $type {
            const TABLE: &'static str = $table;

            fn id(&self) -> Option<&str> {
                None
            }
        }
    )*};
}

entries_with_ids! {
    Polity => "polity", Source => "source", Tract => "tract", Segment => "segment", Waypoint => "waypoint",
    Place => "place", Person => "person", Instrument => "instrument", Article => "article", Event => "event",
    Disagreement => "disagreement", Era => "era",
}
entries_without_ids! { Edge => "edge", Parallel => "parallel", Holding => "holding", Claim => "claim" }
