//! What is cited, ready for every form: the parts of a work, a treaty or an entry.

use crate::model::When;
use crate::text::Texts;

/// One work, treaty or entry.
#[derive(Clone, Default)]
pub struct Work {
    pub id: String,
    pub kind: WorkKind,
    pub title: String,
    /// The article of a treaty: `Article 5`.
    pub section: Option<String>,
    /// Authors, or the parties of a treaty.
    pub authors: Vec<String>,
    pub issued: Issued,
    pub place: Option<String>,
    /// The series, book or atlas that it stands in.
    pub container: Option<String>,
    pub volume: Option<String>,
    pub number: Option<String>,
    pub pages: Option<String>,
    pub publisher: Option<String>,
    pub url: Option<String>,
    pub language: Option<String>,
    pub note: Option<String>,
    /// Where in the work, as the record has it.
    pub locator: Option<String>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WorkKind {
    Treaty,
    /// A statement of the atlas.
    #[default]
    Entry,
    Book,
    Article,
    Web,
    Dataset,
    Manuscript,
    Document,
}

#[derive(Clone, Default)]
pub enum Issued {
    #[default]
    Unknown,
    When(When),
    /// As a source prints its year: `1957`, `1919–1921`.
    Text(String),
}

/// `p. 906`, `pp. 420–429`.
pub fn pages_in_words(texts: &Texts, pages: &str) -> String {
    let several = pages.contains(['–', '-', ',']);
    texts.fill(if several { "cite.pages" } else { "cite.page" }, &[("pages", &pages)])
}
