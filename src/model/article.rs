//! Articles and annexes of instruments, and which of them answer one another.

use serde::{Deserialize, Serialize};

use super::entry::{Entry, Reference, Relation, SPOTS, Said, has};
use super::{Certainty, Citation, Kind};

/// An article or annex in our own English.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Article {
    /// `instrument/number`.
    pub id: String,
    /// What the act calls it: `Article 4`, `Annex I(C)`.
    pub label: String,
    /// What it is about, in a few words.
    pub title: String,
    /// Its text in our own English; running text in paragraphs.
    pub text: String,
    /// How much of the act the text renders.
    pub rendering: Rendering,
    /// Where the original text stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stands: Option<String>,
    /// The tracts that it names, by id.
    #[serde(default)]
    pub tracts: Vec<String>,
    /// The segments that it names, by id.
    #[serde(default)]
    pub segments: Vec<String>,
    /// The places that it names, by id.
    #[serde(default)]
    pub places: Vec<String>,
    /// The paragraphs, counted from 1, of which a part rests on general knowledge and was not read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unread: Vec<usize>,
    /// How sure it is.
    pub certainty: Certainty,
    /// The sources that it rests on.
    pub cite: Vec<Citation>,
    /// What a reader should know besides, as running text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// How much of an article our own text renders.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rendering {
    /// Every provision is there.
    Complete,
    /// What it says, not every clause.
    Substance,
}

/// Articles of different instruments that answer one another.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parallel {
    /// What the articles are about.
    pub topic: String,
    /// The ids of the articles, in order of their instruments.
    pub articles: Vec<String>,
    /// What differs between them, as running text.
    pub difference: String,
    /// How sure it is.
    pub certainty: Certainty,
    /// The sources that it rests on.
    pub cite: Vec<Citation>,
}

impl Article {
    /// The id of the instrument that the article belongs to.
    pub fn instrument(&self) -> &str {
        self.id.split_once('/').map_or(self.id.as_str(), |(instrument, _)| instrument)
    }
}

impl Entry for Article {
    has!(id, certainty, cite);

    fn name(&self) -> Option<&str> {
        Some(&self.label)
    }

    fn references(&self, each: &mut dyn FnMut(Reference<'_>)) {
        let instrument = Reference::new(format_args!("id"), self.instrument(), &[Kind::Instrument]);
        each(instrument.linked(Relation::PartOf));
        Reference::all("tracts", &self.tracts, &[Kind::Tract], Some(Relation::Names), each);
        Reference::all("segments", &self.segments, &[Kind::Segment], Some(Relation::Names), each);
        Reference::all("places", &self.places, SPOTS, Some(Relation::Names), each);
    }

    fn says(&self, each: &mut dyn FnMut(Said<'_>)) {
        each(Said::Title(&self.title));
        each(Said::Text(&self.text));
        Said::note(self.note.as_ref(), each);
    }
}

impl Entry for Parallel {
    has!(certainty, cite);

    fn key(&self) -> String {
        self.topic.clone()
    }

    fn references(&self, each: &mut dyn FnMut(Reference<'_>)) {
        Reference::all("articles", &self.articles, &[Kind::Article], None, each);
    }
}
