//! What rules about all entries may ask of one: its name, dates, citations, references, texts. Links, search and checks
//! work from these alone and know no kind by name.

use std::fmt::Arguments;

use serde::Serialize;
use serde_json::Value;

use super::{Certainty, Citation, Holder, Kind, Name, When};

/// An entry of the record, of whatever kind. What a kind does not have is left as it stands here.
pub trait Entry: Written {
    /// The id, for entries that have one of their own.
    fn id(&self) -> Option<&str> {
        None
    }

    /// What tells the entry apart in its table where it has no id.
    fn key(&self) -> String {
        self.id().unwrap_or_default().to_owned()
    }

    /// The name in the record's own English.
    fn name(&self) -> Option<&str> {
        None
    }

    /// The names in other languages and times.
    fn names(&self) -> &[Name] {
        &[]
    }

    /// The id that the links of the entry start from: its own, or that of the tract it is about.
    fn subject(&self) -> Option<&str> {
        self.id()
    }

    /// The day by which entries of its kind are put in order, where they have one.
    fn date(&self) -> Option<&When> {
        None
    }

    /// The `from` and `to` that the entry itself states.
    fn span(&self) -> (Option<&When>, Option<&When>) {
        (None, None)
    }

    /// When it was there: from its first date to its last. An end that is not known is left out.
    fn period(&self) -> (Option<&When>, Option<&When>) {
        self.span()
    }

    /// Calls `each` with the dates that the entry can be found by, the main one first.
    fn dates(&self, _each: &mut dyn FnMut(&When, DateOf)) {}

    /// From 1, the most important, to 5.
    fn importance(&self) -> Option<u8> {
        None
    }

    /// How far it may be trusted; `None` where it is not graded.
    fn certainty(&self) -> Option<Certainty> {
        None
    }

    /// The sources of the entry as a whole; `None` for what needs none.
    fn cite(&self) -> Option<&[Citation]> {
        None
    }

    /// Whether it asserts nothing that the entries it names do not, and so needs no source of its own.
    fn rests_on_others(&self) -> bool {
        false
    }

    /// Calls `each` with the parts that have dates or sources of their own, names left out.
    fn parts(&self, _each: &mut dyn FnMut(Part<'_>)) {}

    /// Calls `each` with every id that the entry gives outside of running text and citations.
    fn references(&self, _each: &mut dyn FnMut(Reference<'_>)) {}

    /// Calls `each` with what the entry can be found by beside its names and dates.
    fn says(&self, _each: &mut dyn FnMut(Said<'_>)) {}
}

/// An entry as it would be written down again.
pub trait Written {
    /// The entry as JSON, with the keys of its table.
    fn to_json(&self) -> Value;
}

impl<T: Serialize> Written for T {
    fn to_json(&self) -> Value {
        // Entries are plain data with text keys: none of them fails to serialise.
        serde_json::to_value(self).unwrap_or_default()
    }
}

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

/// What happened on a date of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateOf {
    /// What happened.
    Event,
    /// Some source gives this date in place of the one that the atlas uses.
    GivenElsewhere,
    /// The signing of an instrument.
    Signature,
    /// Its ratification by a party.
    Ratification,
    /// The ratifications were exchanged.
    Exchange,
    /// Its coming into force.
    EntryIntoForce,
    /// Its end.
    End,
}

/// Words by which an entry can be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said<'a> {
    /// What it is called beside its name, in the record's own English.
    Title(&'a str),
    /// A name that belongs to it, such as that of an author.
    Alias(&'a str),
    /// A running text: what the entry says.
    Text(&'a str),
    /// A running text beside it.
    Note(&'a str),
}

impl<'a> Said<'a> {
    /// A note, where there is one.
    pub(super) fn note(note: Option<&'a String>, each: &mut dyn FnMut(Said<'_>)) {
        if let Some(note) = note {
            each(Said::Note(note));
        }
    }
}

/// A part of an entry that has dates or sources of its own.
#[derive(Clone, Copy)]
pub struct Part<'a> {
    /// Its place inside the entry: `positions[0]`.
    pub field: Arguments<'a>,
    /// The first day, where it is known.
    pub from: Option<&'a When>,
    /// The last day, where it is known.
    pub to: Option<&'a When>,
    /// The sources that it rests on.
    pub cite: &'a [Citation],
    /// Whether it is a statement of its own, which needs a source beside that of its entry.
    pub is_statement: bool,
}

impl<'a> Part<'a> {
    /// What lasted for a time.
    pub(super) fn lasting(field: Arguments<'a>, from: Option<&'a When>, to: Option<&'a When>) -> Self {
        Self { field, from, to, cite: &[], is_statement: false }
    }

    /// What may cite sources of its own.
    pub(super) fn cited(field: Arguments<'a>, cite: &'a [Citation]) -> Self {
        Self { field, from: None, to: None, cite, is_statement: false }
    }

    /// What must cite sources of its own.
    pub(super) fn stated(field: Arguments<'a>, cite: &'a [Citation]) -> Self {
        Self { is_statement: true, ..Self::cited(field, cite) }
    }
}

/// An id that an entry gives.
#[derive(Clone, Copy)]
pub struct Reference<'a> {
    /// Its place inside the entry: `part_of[0].polity`.
    pub field: Arguments<'a>,
    /// The id that is referred to.
    pub id: &'a str,
    /// The kinds that are wanted here; empty where any will do.
    pub kinds: &'static [Kind],
    /// Whether plain words may stand in place of the id: a power that is not in the atlas.
    pub or_words: bool,
    /// What a reader follows; `None` for what is no link.
    pub relation: Option<Relation>,
    /// Whether the relation runs from the entry that is named to the one that names it.
    pub backwards: bool,
}

/// What can move ground.
pub(super) const MOVERS: &[Kind] = &[Kind::Article, Kind::Instrument, Kind::Event];
/// What has a point on the map.
pub(super) const SPOTS: &[Kind] = &[Kind::Place, Kind::Waypoint];

impl<'a> Reference<'a> {
    pub(super) fn new(field: Arguments<'a>, id: &'a str, kinds: &'static [Kind]) -> Self {
        Self { field, id, kinds, or_words: false, relation: None, backwards: false }
    }

    /// A polity, or plain words for a power that is not in the atlas.
    pub(super) fn power(field: Arguments<'a>, id: &'a str) -> Self {
        Self { or_words: true, ..Self::new(field, id, &[Kind::Polity]) }
    }

    pub(super) fn linked(self, relation: Relation) -> Self {
        Self { relation: Some(relation), ..self }
    }

    pub(super) fn linked_back(self, relation: Relation) -> Self {
        Self { backwards: true, ..self.linked(relation) }
    }

    /// All the ids of one field.
    pub(super) fn all(
        field: &str,
        ids: &[String],
        kinds: &'static [Kind],
        relation: Option<Relation>,
        each: &mut dyn FnMut(Reference<'_>),
    ) {
        for id in ids {
            each(Reference { relation, ..Reference::new(format_args!("{field}"), id, kinds) });
        }
    }

    /// The polities among some holders.
    pub(super) fn holders(field: Arguments<'_>, holders: &[Holder], each: &mut dyn FnMut(Reference<'_>)) {
        for id in holders.iter().filter_map(Holder::polity) {
            each(Reference::new(field, id, &[Kind::Polity]));
        }
    }
}

/// The importance of what says none.
pub(super) const fn least_important() -> u8 {
    5
}

/// Answers of an entry that has each in a field of that name, for its `impl Entry`.
macro_rules! has {
    ($($field:ident),*) => {
        $($crate::model::entry::has!(@ $field);)*
    };
    (@ id) => {
        fn id(&self) -> Option<&str> {
            Some(&self.id)
        }
    };
    (@ name) => {
        fn name(&self) -> Option<&str> {
            Some(&self.name)
        }
    };
    (@ names) => {
        fn names(&self) -> &[$crate::model::Name] {
            &self.names
        }
    };
    (@ importance) => {
        fn importance(&self) -> Option<u8> {
            Some(self.importance)
        }
    };
    (@ certainty) => {
        fn certainty(&self) -> Option<$crate::model::Certainty> {
            Some(self.certainty)
        }
    };
    (@ cite) => {
        fn cite(&self) -> Option<&[$crate::model::Citation]> {
            Some(&self.cite)
        }
    };
}

pub(super) use has;
