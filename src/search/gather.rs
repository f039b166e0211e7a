//! What of the record can be found: each entry with its names, the words of its date and its running texts.
//! It only collects; what a match is worth is decided in `rank`.

use super::Alive;
use crate::model::{Atlas, Kind, Name, When};
use crate::text::Texts;
use crate::world::World;

/// An entry that can be found.
pub struct Entry {
    pub id: String,
    pub kind: Kind,
    /// As a reader knows it.
    pub name: String,
    /// What puts it before others that match as well; below 50.
    pub boost: f64,
    pub alive: Option<Alive>,
    /// The days that belong to it, each with the word for what happened: `signed`.
    pub dates: Vec<(When, &'static str)>,
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

/// Every entry that has an id, kind by kind in the order of the record.
pub fn gather(world: &World) -> Vec<Entry> {
    let atlas = &world.atlas;
    let mut entries = Vec::new();
    places(atlas, &mut entries);
    actors(atlas, &mut entries);
    instruments(atlas, &mut entries);
    articles(atlas, &mut entries);
    events(atlas, &mut entries);
    writings(atlas, &mut entries);
    entries
}

fn places(atlas: &Atlas, entries: &mut Vec<Entry>) {
    for tract in &atlas.tracts {
        let mut entry = Entry::new(&tract.id, Kind::Tract, &tract.name, by_importance(34.0, tract.importance));
        entry.add_names(&tract.names);
        entry.note(tract.note.as_deref());
        entries.push(entry);
    }
    for place in &atlas.places {
        let mut entry = Entry::new(&place.id, Kind::Place, &place.name, by_importance(36.0, place.importance));
        entry.add_names(&place.names);
        entry.note(place.note.as_deref());
        entries.push(entry);
    }
    for segment in &atlas.segments {
        let mut entry = Entry::new(&segment.id, Kind::Segment, &segment.name, 15.0);
        entry.note(segment.note.as_deref());
        entries.push(entry);
    }
    for waypoint in &atlas.waypoints {
        let mut entry = Entry::new(&waypoint.id, Kind::Waypoint, &waypoint.name, 12.0);
        entry.add_names(&waypoint.names);
        entry.says(waypoint.today.as_deref());
        entry.note(waypoint.note.as_deref());
        entries.push(entry);
    }
}

fn actors(atlas: &Atlas, entries: &mut Vec<Entry>) {
    for polity in &atlas.polities {
        let mut entry = Entry::new(&polity.id, Kind::Polity, &polity.name, 24.0);
        entry.alive = Alive::between(polity.from.as_ref(), polity.to.as_ref());
        entry.add_names(&polity.names);
        entry.note(polity.note.as_deref());
        entries.push(entry);
    }
    for person in &atlas.people {
        let mut entry = Entry::new(&person.id, Kind::Person, &person.name, 22.0);
        entry.alive = person.lived.as_ref().map(Alive::during);
        entry.add_names(&person.names);
        for office in &person.offices {
            entry.says(Some(&office.office));
        }
        entry.note(person.note.as_deref());
        entries.push(entry);
    }
}

fn instruments(atlas: &Atlas, entries: &mut Vec<Entry>) {
    for instrument in &atlas.instruments {
        let mut entry = Entry::new(&instrument.id, Kind::Instrument, &instrument.name, 32.0);
        entry.alive = Alive::between(Some(&instrument.signed), instrument.ended.as_ref());
        entry.dates.push((instrument.signed.clone(), "signed"));
        let ratified = instrument.ratified.iter().filter_map(|ratification| ratification.date.as_ref());
        entry.dates.extend(ratified.map(|date| (date.clone(), "ratified")));
        for (date, word) in [
            (&instrument.exchanged, "ratifications exchanged"),
            (&instrument.in_force, "in force"),
            (&instrument.ended, "ended"),
        ] {
            entry.dates.extend(date.iter().map(|date| (date.clone(), word)));
        }
        entry.add_names(&instrument.names);
        entry.says(Some(&instrument.summary));
        entry.note(instrument.status_note.as_deref());
        entry.note(instrument.note.as_deref());
        entries.push(entry);
    }
}

fn articles(atlas: &Atlas, entries: &mut Vec<Entry>) {
    for article in &atlas.articles {
        let name = atlas.name_of(&article.id).unwrap_or_else(|| article.label.clone());
        let mut entry = Entry::new(&article.id, Kind::Article, &name, 20.0);
        if let Some(instrument) = atlas.instruments.get(article.instrument()) {
            entry.alive = Alive::between(Some(&instrument.signed), instrument.ended.as_ref());
        }
        entry.add_name(&article.title, None, Role::Main);
        entry.says(Some(&article.text));
        entry.note(article.note.as_deref());
        entries.push(entry);
    }
}

fn events(atlas: &Atlas, entries: &mut Vec<Entry>) {
    for event in &atlas.events {
        let mut entry = Entry::new(&event.id, Kind::Event, &event.title, by_importance(18.0, event.importance));
        entry.alive = Some(Alive::during(&event.date));
        entry.dates.push((event.date.clone(), ""));
        entry.dates.extend(event.other_dates.iter().map(|other| (other.date.clone(), OTHER_DATE)));
        entry.says(Some(&event.text));
        entry.says(event.beyond.as_deref());
        entry.note(event.note.as_deref());
        entries.push(entry);
    }
    for era in &atlas.eras {
        let mut entry = Entry::new(&era.id, Kind::Era, &era.name, 14.0);
        entry.alive = Some(Alive::during(&era.date));
        entry.says(Some(&era.status));
        entry.note(era.note.as_deref());
        entries.push(entry);
    }
}

fn writings(atlas: &Atlas, entries: &mut Vec<Entry>) {
    for disagreement in &atlas.disagreements {
        let mut entry = Entry::new(&disagreement.id, Kind::Disagreement, &disagreement.question, 10.0);
        for position in &disagreement.positions {
            entry.says(Some(&position.says));
            entry.note(Some(&position.who));
            entry.note(position.ground.as_deref());
        }
        entry.says(Some(&disagreement.reading));
        entries.push(entry);
    }
    for source in &atlas.sources {
        // After what the atlas itself tells, also where a title begins with what was asked for.
        let mut entry = Entry::new(&source.id, Kind::Source, &source.title, -190.0);
        if let Some(author) = &source.author {
            entry.add_name(author, None, Role::Other);
        }
        entry.note(source.publisher.as_deref());
        entry.note(source.note.as_deref());
        entries.push(entry);
    }
}

/// The word for a date that some source gives in place of the one that the atlas uses.
pub const OTHER_DATE: &str = "given elsewhere";

impl Entry {
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
    pub fn date_words(&self) -> String {
        let Some((when, _)) = self.dates.first() else { return String::new() };
        Texts::english().day(when.earliest())
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

    fn says(&mut self, text: Option<&str>) {
        self.texts.extend(text.map(|text| EntryText { text: text.to_owned(), weight: 1.0 }));
    }

    fn note(&mut self, text: Option<&str>) {
        self.texts.extend(text.map(|text| EntryText { text: text.to_owned(), weight: 0.0 }));
    }
}

/// Importance runs from 1, the most, to 5.
fn by_importance(most: f64, importance: u8) -> f64 {
    most - 4.0 * f64::from(importance.clamp(1, 5) - 1)
}
