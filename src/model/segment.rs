//! Segments: stretches of a border that an instrument describes.

use serde::{Deserialize, Serialize};

use super::entry::{Entry, Reference, Relation, Said, has};
use super::{Certainty, Citation, Kind};

/// A stretch of the border of 1921. Its course stands in `layers/segments.geojson`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Segment {
    /// Its id, in kebab-case, unique across all tables.
    pub id: String,
    /// Its name in English.
    pub name: String,
    /// The ids of the articles that draw it, the one that governs first.
    pub articles: Vec<String>,
    /// The two states on its sides, in words.
    #[serde(default)]
    pub between: Vec<String>,
    /// What a reader should know besides, as running text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// How sure it is.
    pub certainty: Certainty,
    /// The sources that it rests on.
    pub cite: Vec<Citation>,
}

impl Entry for Segment {
    has!(id, name, certainty, cite);

    fn references(&self, each: &mut dyn FnMut(Reference<'_>)) {
        let kinds = &[Kind::Article, Kind::Instrument];
        Reference::all("articles", &self.articles, kinds, Some(Relation::Names), each);
    }

    fn says(&self, each: &mut dyn FnMut(Said<'_>)) {
        Said::note(self.note.as_ref(), each);
    }
}
