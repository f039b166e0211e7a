//! Sources: what a statement rests on.

use serde::{Deserialize, Serialize};

use super::entry::{Entry, Said};

/// What a statement rests on.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Its id, in kebab-case, unique across all tables.
    pub id: String,
    /// What kind it is of.
    pub kind: SourceKind,
    /// Its title.
    pub title: String,
    /// Who wrote or edited it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author: Option<String>,
    /// The year as it is printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<String>,
    /// Who published it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// Its language, as a BCP 47 tag.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Its address on the web, or several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Under which licence it can be used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
    /// What of it was read: `whole`, `excerpt`, `abstract`, `not-seen`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen: Option<String>,
    /// What it is, and what is wrong or garbled in it; running text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// What kind of source it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SourceKind {
    /// The text of an instrument.
    Text,
    /// An edition of texts.
    Edition,
    /// A book.
    Book,
    /// An article.
    Article,
    /// A page on the web.
    Web,
    /// A data set.
    Dataset,
    /// Documents of an archive.
    Archive,
    /// One of the documents that the atlas began with.
    Seed,
    /// Work of the atlas itself.
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
