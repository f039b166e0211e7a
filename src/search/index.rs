//! The index: the names and texts of the record, and how well each entry answers a query.

use std::collections::HashMap;
use std::ops::Range;

use super::fold;
use super::gather::{self, SearchEntry};
use super::hit::Hit;
use super::names::{self, EXACT, IndexedName};
use super::query::{ArticleQuery, DaysQuery, MOST_WORDS, Query, Word};
use super::running_text::{self, RunningText};
use super::vocabulary::Vocabulary;
use crate::model::{DateOf, Day, When};
use crate::text::Texts;
use crate::world::World;

/// The names and texts of the record, folded and ready to be asked.
pub struct SearchIndex {
    entries: Vec<IndexedEntry>,
    names: Vec<IndexedName>,
    running: RunningText,
    vocabulary: Vocabulary,
    texts: Texts,
    by_id: HashMap<String, usize>,
}

struct IndexedEntry {
    entry: SearchEntry,
    id_compact: String,
    date_words: String,
    /// For an article: the instrument and the end of its id, folded.
    article: Option<(String, String)>,
    /// Its names in the index.
    names: Range<usize>,
}

/// The best answer of an entry so far.
#[derive(Clone)]
struct Answer {
    score: f64,
    matched: Matched,
}

#[derive(Clone)]
enum Matched {
    Name(usize),
    Sentence(usize),
    Label,
    Date(String),
}

impl SearchIndex {
    /// An index of everything in the record that has an id, to be asked and answered in the language of the texts.
    pub fn new(world: &World, texts: &Texts) -> Self {
        let mut index = Self {
            entries: Vec::new(),
            names: Vec::new(),
            running: RunningText::default(),
            vocabulary: Vocabulary::new(texts),
            texts: texts.clone(),
            by_id: HashMap::new(),
        };
        for (at, entry) in gather::gather(world).into_iter().enumerate() {
            let first = index.names.len();
            index.names.extend(names::names_of(at, &entry, &index.vocabulary));
            index.running.add(at, &entry, &index.vocabulary);
            index.by_id.insert(entry.id.clone(), at);
            index.entries.push(IndexedEntry::new(entry, first..index.names.len(), texts));
        }
        index
    }

    /// The texts in whose language it is asked and answers.
    pub fn texts(&self) -> &Texts {
        &self.texts
    }

    /// The entries that answer a query, best first, at most `limit`. Nothing typed finds nothing.
    pub fn search(&self, query: &str, limit: usize) -> Vec<Hit> {
        let query = Query::new(query, &self.vocabulary, &self.texts);
        if query.words.is_empty() {
            return Vec::new();
        }
        let mut answers: Vec<Option<Answer>> = vec![None; self.entries.len()];
        self.by_name(&query, &mut answers);
        if let Some(article) = &query.article {
            self.by_article(article, &mut answers);
        }
        if let Some(days) = &query.days {
            self.by_days(days, &mut answers);
        }
        self.by_text(&query, &mut answers);
        self.best(&query, answers, limit)
    }

    fn by_name(&self, query: &Query, answers: &mut [Option<Answer>]) {
        let skeleton = fold::skeleton(&query.compact);
        for name in &self.names {
            let Some(indexed) = self.entries.get(name.entry) else { continue };
            if let Some(score) = name.score(query, &skeleton, &indexed.date_words) {
                let score = score + indexed.entry.boost;
                raise(answers, name.entry, Answer { score, matched: Matched::Name(name.name) });
            }
        }
        for (at, indexed) in self.entries.iter().enumerate() {
            if indexed.id_compact == query.compact {
                let score = EXACT + 10.0 + indexed.entry.boost;
                let matched = match answers.get(at) {
                    Some(Some(Answer { matched: Matched::Name(name), .. })) => Matched::Name(*name),
                    _ => Matched::Label,
                };
                raise(answers, at, Answer { score, matched });
            }
        }
    }

    /// Articles by their number. An instrument whose short name was typed comes before those that only have the words.
    fn by_article(&self, query: &ArticleQuery, answers: &mut [Option<Answer>]) {
        let wanted = if query.annex { format!("annex{}", query.number) } else { query.number.clone() };
        for (at, indexed) in self.entries.iter().enumerate() {
            let Some((instrument, number)) = &indexed.article else { continue };
            if *number == wanted
                && let Some(score) = self.by_id.get(instrument).and_then(|at| self.fits_instrument(*at, query))
            {
                let score = score + indexed.entry.boost;
                raise(answers, at, Answer { score, matched: Matched::Label });
            }
        }
    }

    fn fits_instrument(&self, at: usize, query: &ArticleQuery) -> Option<f64> {
        if query.instrument.is_empty() {
            return query.said_so.then_some(700.0);
        }
        let indexed = self.entries.get(at)?;
        let compact = &query.instrument_compact;
        let names = || self.names.get(indexed.names.clone()).unwrap_or_default().iter();
        if indexed.id_compact == *compact || names().any(|name| name.is(compact)) {
            return Some(EXACT + 30.0);
        }
        let fits = |name: &IndexedName| {
            let in_date = |word: &Word| word.find_in(&indexed.date_words).is_some();
            query.instrument.iter().all(|word| word.find_in(name.words()).is_some() || in_date(word))
        };
        names().any(fits).then_some(900.0)
    }

    fn by_days(&self, days: &DaysQuery, answers: &mut [Option<Answer>]) {
        for (at, indexed) in self.entries.iter().enumerate() {
            for (when, what) in &indexed.entry.dates {
                if let Some(score) = days_score(days, when, *what) {
                    let date = self.texts.when(when);
                    let matched = match date_key(*what) {
                        Some(key) => format!("{} {date}", self.texts.say(key)),
                        None => date,
                    };
                    let score = score + indexed.entry.boost;
                    raise(answers, at, Answer { score, matched: Matched::Date(matched) });
                }
            }
        }
    }

    fn by_text(&self, query: &Query, answers: &mut [Option<Answer>]) {
        const SHORTEST: usize = 2;
        if query.compact.chars().count() < SHORTEST {
            return;
        }
        let mut in_names = vec![0u32; self.entries.len()];
        if query.words.len() > 1 {
            for name in &self.names {
                if let Some(mask) = in_names.get_mut(name.entry) {
                    for (nth, word) in query.words.iter().enumerate().take(MOST_WORDS) {
                        *mask |= u32::from(word.find_in(name.words()).is_some()) << nth;
                    }
                }
            }
        }
        for found in self.running.find(query, |entry| in_names.get(entry).copied().unwrap_or(0)) {
            let boost = self.entries.get(found.entry).map_or(0.0, |indexed| indexed.entry.boost);
            let score = (found.score + boost).min(running_text::MOST);
            raise(answers, found.entry, Answer { score, matched: Matched::Sentence(found.sentence) });
        }
    }

    fn best(&self, query: &Query, answers: Vec<Option<Answer>>, limit: usize) -> Vec<Hit> {
        let mut ranked: Vec<(&SearchEntry, Answer)> = self
            .entries
            .iter()
            .zip(answers)
            .filter_map(|(indexed, answer)| answer.map(|answer| (&indexed.entry, answer)))
            .collect();
        ranked.sort_by(|(a, of_a), (b, of_b)| {
            of_b.score.total_cmp(&of_a.score).then_with(|| (&a.name, &a.id).cmp(&(&b.name, &b.id)))
        });
        ranked.truncate(limit);
        ranked.into_iter().map(|(entry, answer)| self.hit(query, entry, answer)).collect()
    }

    fn hit(&self, query: &Query, entry: &SearchEntry, answer: Answer) -> Hit {
        let (matched, sentence, alive) = match answer.matched {
            Matched::Name(nth) => match entry.names.get(nth) {
                Some(name) => (name.text.clone(), None, name.alive.clone()),
                None => (entry.name.clone(), None, None),
            },
            Matched::Sentence(at) => {
                let sentence = self.running.sentence(at);
                (matching_words(sentence, query), Some(sentence.to_owned()), None)
            }
            Matched::Label => (entry.name.clone(), None, None),
            Matched::Date(words) => (words, None, None),
        };
        Hit {
            id: entry.id.clone(),
            kind: entry.kind,
            name: entry.name.clone(),
            matched,
            sentence,
            alive: alive.or_else(|| entry.alive.clone()),
            score: answer.score,
        }
    }
}

impl IndexedEntry {
    fn new(entry: SearchEntry, names: Range<usize>, texts: &Texts) -> Self {
        let article =
            entry.id.split_once('/').map(|(instrument, number)| (instrument.to_owned(), fold::compact(number)));
        let id_compact = fold::compact(&entry.id);
        let date_words = fold::words(&entry.date_words(texts), false);
        Self { entry, id_compact, date_words, article, names }
    }
}

fn raise(answers: &mut [Option<Answer>], at: usize, answer: Answer) {
    if let Some(slot) = answers.get_mut(at)
        && slot.as_ref().is_none_or(|so_far| so_far.score < answer.score)
    {
        *slot = Some(answer);
    }
}

/// The key of the word for what happened on a date; an event is told by its name.
fn date_key(what: DateOf) -> Option<&'static str> {
    match what {
        DateOf::Event => None,
        DateOf::GivenElsewhere => Some("search.date.given-elsewhere"),
        DateOf::Signature => Some("search.date.signature"),
        DateOf::Ratification => Some("search.date.ratification"),
        DateOf::Exchange => Some("search.date.exchange"),
        DateOf::EntryIntoForce => Some("search.date.entry-into-force"),
        DateOf::End => Some("search.date.end"),
    }
}

/// How well a date answers a query for a day, a month or a year.
fn days_score(days: &DaysQuery, when: &When, what: DateOf) -> Option<f64> {
    let (first, last) = (when.earliest(), when.latest().unwrap_or(Day::MAX));
    if last < days.first || days.last < first {
        return None;
    }
    let within = days.first <= first && last <= days.last;
    let one_day = days.first == days.last;
    Some(match (within, what) {
        (true, DateOf::GivenElsewhere) => 430.0,
        (true, DateOf::Signature | DateOf::Event) if one_day => 950.0,
        (true, _) if one_day => 920.0,
        (true, DateOf::Signature | DateOf::Event) => 660.0,
        (true, _) => 640.0,
        // An event that lasts, or whose day is not known: the vaguer the later.
        (false, DateOf::Event) => 450.0 - ((last - first).num_days().min(400) as f64) / 10.0,
        (false, _) => return None,
    })
}

/// The words of a sentence that start as the words of the query do, each once.
fn matching_words(sentence: &str, query: &Query) -> String {
    let mut found: Vec<&str> = Vec::new();
    for word in sentence.split(|c: char| c.is_whitespace() || matches!(c, '–' | '—' | '/')) {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        let folded = fold::words(word, true);
        let matches = query.words.iter().any(|wanted| wanted.is_in_text(&folded));
        if matches && !found.contains(&word) {
            found.push(word);
        }
    }
    found.join(" … ")
}
