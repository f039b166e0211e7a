//! What a search answers: an entry, what of it matched, and when that was so.

use serde::Serialize;

use crate::model::{Day, Kind, When};
use crate::text::Texts;

/// An entry that was found. Serialises with its keys in this order.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Hit {
    /// The id of the entry.
    pub id: String,
    /// What kind of entry it is.
    pub kind: Kind,
    /// As a reader knows the entry.
    pub name: String,
    /// The very name, words or date that matched.
    pub matched: String,
    /// The sentence that the words stand in, for a match in running text.
    pub sentence: Option<String>,
    /// When the name that matched was in use, else when the entry was there. Left out where the record has no end.
    pub alive: Option<Alive>,
    /// The better the match the higher; comparable within one answer alone.
    pub score: f64,
}

/// A time with a beginning, an end or both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Alive {
    /// The first day; `None` where nobody knows.
    pub from: Option<When>,
    /// The last day; `None` where it goes on, or nobody knows.
    pub to: Option<When>,
}

impl Hit {
    /// The match as a reader is told of it: `Leninakan (22 January 1924 to 1990)`. The dates of what happened are
    /// its own and are not put after every name of it.
    pub fn matched_text(&self, texts: &Texts) -> String {
        let happened = matches!(self.kind, Kind::Instrument | Kind::Article | Kind::Event | Kind::Era);
        match &self.alive {
            Some(alive) if !happened && self.matched != self.name && self.sentence.is_none() => {
                format!("{} ({})", self.matched, alive.text(texts))
            }
            _ => self.matched.clone(),
        }
    }
}

impl Alive {
    /// `None` where neither end is known.
    pub fn between(from: Option<&When>, to: Option<&When>) -> Option<Self> {
        (from.is_some() || to.is_some()).then(|| Self { from: from.cloned(), to: to.cloned() })
    }

    /// The span that one date means.
    pub fn during(when: &When) -> Self {
        Self { from: Some(when.clone()), to: Some(when.clone()) }
    }

    /// Vague ends count from their earliest and to their latest day.
    pub fn covers(&self, day: Day) -> bool {
        self.from.as_ref().is_none_or(|from| from.earliest() <= day)
            && self.to.as_ref().is_none_or(|to| to.latest().is_none_or(|latest| day <= latest))
    }

    /// A day on which it was so, for going there: the first.
    pub fn a_day(&self) -> Option<Day> {
        self.from.as_ref().map(When::earliest).or_else(|| self.to.as_ref().map(When::earliest))
    }

    /// The time for people: `1837 to 1924`, or the one date that it means.
    pub fn text(&self, texts: &Texts) -> String {
        match (&self.from, &self.to) {
            (Some(from), Some(to)) if from == to => texts.when(from),
            (from, to) => texts.span(from.as_ref(), to.as_ref()).unwrap_or_default(),
        }
    }
}
