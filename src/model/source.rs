//! Sources: what a statement rests on.

use serde::{Deserialize, Serialize};

use super::entry::{Entry, Said};

/// What a statement rests on.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    pub id: String,
    pub kind: SourceKind,
    pub title: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
    /// What of it was read: `whole`, `excerpt`, `abstract`, `not-seen`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SourceKind {
    Text,
    Edition,
    Book,
    Article,
    Web,
    Dataset,
    Archive,
    Seed,
    Own,
}

impl Entry for Source {
    fn id(&self) -> Option<&str> {
        Some(&self.id)
    }

    fn name(&self) -> Option<&str> {
        Some(&self.title)
    }

    fn says(&self, each: &mut dyn FnMut(Said<'_>)) {
        if let Some(author) = &self.author {
            each(Said::Alias(author));
        }
        Said::note(self.publisher.as_ref(), each);
        Said::note(self.note.as_ref(), each);
    }
}
