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
    pub label: String,
    pub title: String,
    pub text: String,
    pub rendering: Rendering,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stands: Option<String>,
    #[serde(default)]
    pub tracts: Vec<String>,
    #[serde(default)]
    pub segments: Vec<String>,
    #[serde(default)]
    pub places: Vec<String>,
    /// The paragraphs, counted from 1, of which a part rests on general knowledge and was not read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unread: Vec<usize>,
    pub certainty: Certainty,
    pub cite: Vec<Citation>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

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
    pub topic: String,
    pub articles: Vec<String>,
    pub difference: String,
    pub certainty: Certainty,
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
