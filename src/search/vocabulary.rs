//! The words of a language that have a meaning of their own in a query or in a name: those that are passed over, those for
//! an article or an annex, those for kinds of instruments, and abbreviations. They stand in the file of the language.

use super::fold;
use crate::text::Texts;

/// The words of one language, folded but for the abbreviations.
pub struct Vocabulary {
    passed_over: Vec<String>,
    article: Vec<String>,
    annex: Vec<String>,
    instrument: Vec<String>,
    abbreviations: Vec<String>,
}

impl Vocabulary {
    /// Reads the words of a language.
    pub fn new(texts: &Texts) -> Self {
        let folded = |key: &str| texts.say(key).split(' ').map(fold::compact).collect();
        Self {
            passed_over: folded("search.words.passed-over"),
            article: folded("search.words.article"),
            annex: folded("search.words.annex"),
            instrument: folded("search.words.instrument"),
            abbreviations: texts.say("search.words.abbreviations").split(' ').map(str::to_owned).collect(),
        }
    }

    /// Whether a folded word says so little that it need not be there.
    pub fn is_passed_over(&self, word: &str) -> bool {
        has(&self.passed_over, word)
    }

    /// Whether a folded word means an article.
    pub fn is_article(&self, word: &str) -> bool {
        has(&self.article, word)
    }

    /// Whether a folded word means an annex.
    pub fn is_annex(&self, word: &str) -> bool {
        has(&self.annex, word)
    }

    /// Whether a folded word of the name of an instrument says only of which kind it is.
    pub fn is_of_instruments(&self, word: &str) -> bool {
        has(&self.instrument, word)
    }

    /// Whether a word, as it stands and without its dot, is an abbreviation.
    pub fn is_abbreviation(&self, word: &str) -> bool {
        self.abbreviations.iter().any(|known| word.eq_ignore_ascii_case(known))
    }
}

fn has(words: &[String], word: &str) -> bool {
    words.iter().any(|known| known == word)
}
