//! The names of the index and how well each answers a query. It knows nothing of running text.

use super::fold;
use super::gather::{Role, SearchEntry};
use super::query::Query;
use super::vocabulary::Vocabulary;
use crate::model::Kind;

/// A name, folded.
pub struct IndexedName {
    /// Position of its entry.
    pub entry: usize,
    /// Position among the names of the entry.
    pub name: usize,
    compact: String,
    words: String,
    skeleton: String,
    weight: f64,
}

/// What a whole answer is worth before the boost of its entry.
pub const EXACT: f64 = 1000.0;
const PREFIX: f64 = 800.0;
const SAME_SOUND: f64 = 870.0;
const WORDS: f64 = 560.0;
const WORDS_AND_DATE: f64 = 500.0;
const INSIDE: f64 = 400.0;

/// The shortest query that is looked for inside of words.
const SHORTEST_INSIDE: usize = 3;

/// The names of an entry, with the short ones of instruments: `Treaty of Kars` is also `Kars`.
pub fn names_of<'a>(
    at: usize,
    entry: &'a SearchEntry,
    vocabulary: &'a Vocabulary,
) -> impl Iterator<Item = IndexedName> + use<'a> {
    entry.names.iter().enumerate().flat_map(move |(nth, name)| {
        let weight = match name.role {
            Role::Main => 0.0,
            Role::Official => -1.0,
            Role::Other => -3.0,
        };
        let compact = fold::compact(&name.text);
        let words = fold::words(&name.text, true);
        let short = (entry.kind == Kind::Instrument)
            .then(|| short_name(&fold::words(&name.text, false), vocabulary))
            .filter(|short| *short != compact);
        let skeleton = fold::skeleton(&compact);
        let short = short.filter(|short| !short.is_empty()).map(|short| IndexedName {
            entry: at,
            name: nth,
            skeleton: fold::skeleton(&short),
            compact: short,
            words: String::new(),
            weight: weight - 5.0,
        });
        std::iter::once(IndexedName { entry: at, name: nth, compact, words, skeleton, weight }).chain(short)
    })
}

/// What is left of a folded name of an instrument without the words for its kind.
pub fn short_name(words: &str, vocabulary: &Vocabulary) -> String {
    words.split(' ').filter(|word| !vocabulary.is_of_instruments(word)).collect()
}

impl IndexedName {
    /// Whether the short name of an instrument is just this.
    pub fn is(&self, compact: &str) -> bool {
        self.compact == compact
    }

    pub fn words(&self) -> &str {
        &self.words
    }

    /// How well the name answers; `skeleton` is that of the query, `date` are the folded words of the entry's date.
    pub fn score(&self, query: &Query, skeleton: &str, date: &str) -> Option<f64> {
        let base = if self.compact == query.compact {
            EXACT
        } else if !skeleton.is_empty() && self.skeleton == skeleton {
            SAME_SOUND
        } else if self.compact.starts_with(&query.compact) {
            let whole_words = self.words.strip_prefix(&query.phrase).is_some_and(|rest| rest.starts_with(' '));
            PREFIX + if whole_words { 40.0 } else { 0.0 } - self.length_beyond(query)
        } else {
            self.score_of_words(query, date)?
        };
        Some(base + self.weight)
    }

    fn score_of_words(&self, query: &Query, date: &str) -> Option<f64> {
        let (mut whole, mut in_name) = (0usize, 0usize);
        for word in &query.words {
            match word.find_in(&self.words) {
                Some(is_whole) => {
                    in_name += 1;
                    whole += usize::from(is_whole);
                }
                None if word.find_in(date).is_some() => {}
                None => return self.score_inside(query),
            }
        }
        if in_name == 0 {
            return None;
        }
        let base = if in_name == query.words.len() { WORDS } else { WORDS_AND_DATE };
        let share = whole as f64 / query.words.len() as f64;
        let in_a_row = if query.words.len() > 1 && self.words.contains(&query.phrase) { 40.0 } else { 0.0 };
        Some(base + 60.0 * share + in_a_row - self.length_beyond(query))
    }

    fn score_inside(&self, query: &Query) -> Option<f64> {
        let long_enough = query.compact.chars().take(SHORTEST_INSIDE).count() == SHORTEST_INSIDE;
        (long_enough && self.compact.contains(&query.compact)).then(|| INSIDE - self.length_beyond(query))
    }

    /// Shorter names come first.
    fn length_beyond(&self, query: &Query) -> f64 {
        const MOST: usize = 60;
        (self.compact.len().saturating_sub(query.compact.len()).min(MOST) / 2) as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Texts;

    #[test]
    fn the_short_name_of_an_instrument_leaves_its_kind_out() {
        let vocabulary = Vocabulary::new(&Texts::english());
        assert_eq!(short_name(" treaty of kars", &vocabulary), "kars");
        assert_eq!(short_name(" armistice of mudros", &vocabulary), "mudros");
    }
}
