//! What is written for pupils and teachers: what a map shows in one sentence, an instrument in plain words, questions about
//! sources, and a glossary. None of it asserts what the entries that it rests on do not.

use serde::{Deserialize, Serialize};

use super::entry::{Entry, Reference, Said, has};
use super::{Day, Kind};

/// What the map of a day, or the line of an era, shows: a title and one sentence. That of a day holds until the next.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reading {
    /// The first day on which the map looks so; none for that of an era.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<Day>,
    /// The era whose line it is about, by id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub era: Option<String>,
    /// The title of a page.
    pub title: String,
    /// One sentence that says what is to be seen.
    pub text: String,
    /// The articles, instruments, events and so on that it rests on, by id.
    pub basis: Vec<String>,
}

/// What an entry says, in sentences that a pupil of fifteen understands.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plain {
    /// The entry, by id.
    pub about: String,
    /// The sentences, in order.
    pub text: Vec<String>,
    /// What they rest on beside the entry itself, by id.
    #[serde(default)]
    pub basis: Vec<String>,
}

/// A question about sources, for pupils.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// The entry that is asked about, by id.
    pub about: String,
    /// Which way of reading sources it trains.
    pub kind: QuestionKind,
    /// The question.
    pub text: String,
    /// What else is to be opened, by id.
    #[serde(default)]
    pub see: Vec<String>,
}

/// The ways of reading sources that a question trains.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum QuestionKind {
    /// Who wrote it, when, for whom, to what end.
    Sourcing,
    /// What else was the case at that time and place.
    Context,
    /// What other sources say.
    Corroboration,
    /// Which words were chosen, and what they leave out.
    CloseReading,
}

/// A word of the glossary.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// Its id.
    pub id: String,
    /// The word as it stands within a sentence.
    pub name: String,
    /// Other words for it.
    #[serde(default)]
    pub also: Vec<String>,
    /// What it means.
    pub text: String,
}

/// Everything that something written for teaching may rest on or point to.
const ANYTHING: &[Kind] = &[];

/// The ids of what is written about an entry: that entry, and those of a field.
fn about(id: &str, field: &str, ids: &[String], each: &mut dyn FnMut(Reference<'_>)) {
    each(Reference::new(format_args!("about"), id, ANYTHING));
    Reference::all(field, ids, ANYTHING, None, each);
}

impl Entry for Reading {
    fn key(&self) -> String {
        self.day.map(|day| day.to_string()).or_else(|| self.era.clone()).unwrap_or_default()
    }

    fn rests_on_others(&self) -> bool {
        !self.basis.is_empty()
    }

    fn references(&self, each: &mut dyn FnMut(Reference<'_>)) {
        if let Some(era) = &self.era {
            each(Reference::new(format_args!("era"), era, &[Kind::Era]));
        }
        Reference::all("basis", &self.basis, ANYTHING, None, each);
    }
}

impl Entry for Plain {
    fn key(&self) -> String {
        self.about.clone()
    }

    fn rests_on_others(&self) -> bool {
        true
    }

    fn references(&self, each: &mut dyn FnMut(Reference<'_>)) {
        about(&self.about, "basis", &self.basis, each);
    }
}

impl Entry for Question {
    fn key(&self) -> String {
        self.about.clone()
    }

    fn rests_on_others(&self) -> bool {
        true
    }

    fn references(&self, each: &mut dyn FnMut(Reference<'_>)) {
        about(&self.about, "see", &self.see, each);
    }
}

impl Entry for Term {
    has!(id, name);

    fn rests_on_others(&self) -> bool {
        true
    }

    fn says(&self, each: &mut dyn FnMut(Said<'_>)) {
        for word in &self.also {
            each(Said::Alias(word));
        }
        each(Said::Text(&self.text));
    }
}
