//! The running texts of the index, sentence by sentence, and how well each answers a query.

use super::fold;
use super::gather::SearchEntry;
use super::query::{Query, Word};
use super::sentences::sentences;
use super::vocabulary::Vocabulary;

/// All sentences of all entries: as they are read, and folded in one row so that a query is looked for once.
#[derive(Default)]
pub struct RunningText {
    shown: String,
    folded: String,
    sentences: Vec<Sentence>,
}

struct Sentence {
    entry: usize,
    weight: f64,
    /// Where it starts in `shown` and in `folded`.
    shown: usize,
    folded: usize,
}

/// The best sentence of an entry.
pub struct TextMatch {
    pub entry: usize,
    pub sentence: usize,
    pub score: f64,
}

const TEXT: f64 = 200.0;

/// What a match in a text can be worth at most, boost of the entry included; below every match of a name.
pub const MOST: f64 = 390.0;

impl RunningText {
    /// Adds the texts of an entry.
    pub fn add(&mut self, at: usize, entry: &SearchEntry, vocabulary: &Vocabulary) {
        for text in &entry.texts {
            for sentence in sentences(&text.text, vocabulary) {
                self.sentences.push(Sentence {
                    entry: at,
                    weight: text.weight,
                    shown: self.shown.len(),
                    folded: self.folded.len(),
                });
                self.folded.push_str(&fold::words(&sentence, true));
                self.folded.push('\n');
                self.shown.push_str(&sentence);
            }
        }
    }

    /// The sentence as it is read.
    pub fn sentence(&self, at: usize) -> &str {
        let start = self.sentences.get(at).map_or(0, |sentence| sentence.shown);
        let end = self.sentences.get(at + 1).map_or(self.shown.len(), |next| next.shown);
        self.shown.get(start..end).unwrap_or_default()
    }

    /// The best sentence of each entry that has all words of the query, in order of entries. `in_names` says which
    /// words (as a mask) the names of an entry have already.
    pub fn find(&self, query: &Query, in_names: impl Fn(usize) -> u32) -> Vec<TextMatch> {
        let all: u32 = (1u32 << query.words.len()) - 1;
        let mut masks = vec![0u32; self.sentences.len()];
        for (nth, word) in query.words.iter().enumerate() {
            self.mark(word, 1 << nth, &mut masks);
        }
        let mut found = Vec::new();
        let mut rest = self.sentences.iter().zip(&masks).enumerate().peekable();
        while let Some((_, (first, _))) = rest.peek() {
            let entry = first.entry;
            let (mut of_entry, mut best): (u32, Option<(f64, usize)>) = (0, None);
            while let Some((at, (sentence, mask))) = rest.next_if(|(_, (sentence, _))| sentence.entry == entry) {
                if *mask != 0 {
                    of_entry |= mask;
                    let score = self.score(at, sentence, *mask, query);
                    if best.is_none_or(|(so_far, _)| score > so_far) {
                        best = Some((score, at));
                    }
                }
            }
            if let Some((score, sentence)) = best
                && (of_entry | in_names(entry)) == all
            {
                found.push(TextMatch { entry, sentence, score });
            }
        }
        found
    }

    fn mark(&self, word: &Word, bit: u32, masks: &mut [u32]) {
        let mut sentence = 0usize;
        for at in word.places_in_text(&self.folded) {
            while self.sentences.get(sentence + 1).is_some_and(|next| next.folded <= at) {
                sentence += 1;
            }
            if let Some(mask) = masks.get_mut(sentence) {
                *mask |= bit;
            }
        }
    }

    fn score(&self, at: usize, sentence: &Sentence, mask: u32, query: &Query) -> f64 {
        let end = self.sentences.get(at + 1).map_or(self.folded.len(), |next| next.folded);
        let folded = self.folded.get(sentence.folded..end).unwrap_or_default();
        let words = query.words.len() as f64;
        let together = f64::from(mask.count_ones()) / words;
        let whole = query.words.iter().filter(|word| word.find_in(folded) == Some(true)).count() as f64 / words;
        let in_a_row = if query.words.len() > 1 && folded.contains(&query.phrase) { 30.0 } else { 0.0 };
        TEXT + 60.0 * together + 30.0 * whole + 15.0 * sentence.weight + in_a_row
    }
}
