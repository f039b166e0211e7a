//! Which parts of the record can be found: each entry with its names, the words of its date and its running texts.
//! It only collects; what a match is worth is decided where it is looked for.

use super::hit::Alive;
use crate::model::{Atlas, DateOf, Entry as _, EntryRef, Kind, Name, Said, When};
use crate::text::Texts;
use crate::world::World;

/// An entry that can be found.
pub struct SearchEntry {
    pub id: String,
    pub kind: Kind,
    /// As a reader knows it.
    pub name: String,
    /// What puts it before others that match as well; below 50.
    pub boost: f64,
    pub alive: Option<Alive>,
    /// The days that belong to it, each with what happened.
    pub dates: Vec<(When, DateOf)>,
    pub names: Vec<EntryName>,
    pub texts: Vec<EntryText>,
}

/// A name that an entry goes by.
pub struct EntryName {
    pub text: String,
    pub alive: Option<Alive>,
    pub role: Role,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The name in the record's own English.
    Main,
    /// An official name of a period.
    Official,
    Other,
}

/// A running text of an entry.
pub struct EntryText {
    pub text: String,
    /// 0 for a note, 1 for what the entry says.
    pub weight: f64,
}

/// Every entry that has an id.
pub fn gather(world: &World) -> Vec<SearchEntry> {
    let atlas = &world.atlas;
    atlas.entries().filter_map(|row| one(atlas, &row)).collect()
}

fn one(atlas: &Atlas, row: &EntryRef<'_>) -> Option<SearchEntry> {
    let (id, kind) = (row.entry.id()?, row.kind?);
    let name = atlas.name_of(id)?;
    let mut entry = SearchEntry::new(id, kind, &name, boost(kind, row.entry.importance()));
    let (from, to) = match atlas.articles.get(id).and_then(|article| atlas.instruments.get(article.instrument())) {
        // An article is there as long as its instrument.
        Some(instrument) => instrument.period(),
        None => row.entry.period(),
    };
    entry.alive = Alive::between(from, to);
    row.entry.dates(&mut |date, what| entry.dates.push((date.clone(), what)));
    entry.add_names(row.entry.names());
    row.entry.says(&mut |said| match said {
        Said::Title(title) => entry.add_name(title, None, Role::Main),
        Said::Alias(alias) => entry.add_name(alias, None, Role::Other),
        Said::Text(text) => entry.texts.push(EntryText { text: text.to_owned(), weight: 1.0 }),
        Said::Note(text) => entry.texts.push(EntryText { text: text.to_owned(), weight: 0.0 }),
    });
    Some(entry)
}

/// What puts entries of a kind before others that match as well.
const BOOSTS: [(Kind, f64); 11] = [
    (Kind::Place, 36.0),
    (Kind::Tract, 34.0),
    (Kind::Instrument, 32.0),
    (Kind::Polity, 24.0),
    (Kind::Person, 22.0),
    (Kind::Article, 20.0),
    (Kind::Event, 18.0),
    (Kind::Segment, 15.0),
    (Kind::Era, 14.0),
    (Kind::Waypoint, 12.0),
    // After what the atlas itself tells, also where a title begins with what was asked for.
    (Kind::Source, -190.0),
];
/// The same for every other kind.
const OTHER_BOOST: f64 = 10.0;

fn boost(kind: Kind, importance: Option<u8>) -> f64 {
    let most = BOOSTS.iter().find(|(known, _)| *known == kind).map_or(OTHER_BOOST, |(_, boost)| *boost);
    // Importance runs from 1, the most, to 5.
    most - importance.map_or(0.0, |importance| 4.0 * f64::from(importance.clamp(1, 5) - 1))
}

impl SearchEntry {
    fn new(id: &str, kind: Kind, name: &str, boost: f64) -> Self {
        let mut entry = Self {
            id: id.to_owned(),
            kind,
            name: name.to_owned(),
            boost,
            alive: None,
            dates: Vec::new(),
            names: Vec::new(),
            texts: Vec::new(),
        };
        entry.add_name(name, None, Role::Main);
        entry
    }

    /// The words of its first date, so that `kars 1921` and `moscow march 1921` narrow down.
    pub fn date_words(&self, texts: &Texts) -> String {
        let Some((when, _)) = self.dates.first() else { return String::new() };
        texts.day(when.earliest())
    }

    fn add_name(&mut self, text: &str, alive: Option<Alive>, role: Role) {
        let known = |name: &EntryName| name.text == text && name.alive == alive;
        if !self.names.iter().any(known) {
            self.names.push(EntryName { text: text.to_owned(), alive, role });
        }
    }

    fn add_names(&mut self, names: &[Name]) {
        for name in names {
            let role = if name.official { Role::Official } else { Role::Other };
            self.add_name(&name.text, Alive::between(name.from.as_ref(), name.to.as_ref()), role);
        }
    }
}
