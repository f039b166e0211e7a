//! What a reader typed, taken apart: its words, the number of an article, a date. It looks nothing up.

use std::str::FromStr;

use chrono::{Days, Months};
use memchr::memmem;

use super::fold;
use super::vocabulary::Vocabulary;
use crate::model::{Day, When, WhenPrecision};
use crate::text::Texts;

/// A query, folded.
pub struct Query {
    /// All letters and digits in a row.
    pub compact: String,
    /// The words that must be there, each once.
    pub words: Vec<Word>,
    /// The words in a row, as in a folded text.
    pub phrase: String,
    pub article: Option<ArticleQuery>,
    pub days: Option<DaysQuery>,
}

/// A word of a query, ready to be looked for in thousands of names.
pub struct Word {
    finder: memmem::Finder<'static>,
    is_number: bool,
}

/// `kars 5`, `article 5 kars`, `Kars V`, `annex 3`: the end of an article's id and the words about its instrument.
pub struct ArticleQuery {
    pub number: String,
    pub annex: bool,
    /// Whether the query names articles or annexes; without it, words about the instrument are needed.
    pub said_so: bool,
    pub instrument: Vec<Word>,
    /// The words about the instrument in a row.
    pub instrument_compact: String,
}

/// A day, a month or a year.
pub struct DaysQuery {
    pub first: Day,
    pub last: Day,
}

/// More words than anybody types; those after are passed over, so that they fit a mask.
pub const MOST_WORDS: usize = 16;

impl Query {
    /// Takes apart what was typed by a reader of a language.
    pub fn new(text: &str, vocabulary: &Vocabulary, texts: &Texts) -> Self {
        let phrase = fold::words(text, false);
        let all: Vec<String> = phrase.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect();
        let mut words: Vec<String> = Vec::new();
        for word in all.iter().filter(|word| !vocabulary.is_passed_over(word)) {
            if !words.contains(word) && words.len() < MOST_WORDS {
                words.push(word.clone());
            }
        }
        if words.is_empty() {
            words.extend(all.first().cloned());
        }
        Self {
            compact: fold::compact(text),
            article: article(&words, vocabulary),
            days: days(text, texts),
            words: words.iter().map(|word| Word::new(word)).collect(),
            phrase,
        }
    }
}

impl Word {
    fn new(word: &str) -> Self {
        let finder = memmem::Finder::new(&format!(" {word}")).into_owned();
        Self { finder, is_number: word.bytes().all(|byte| byte.is_ascii_digit()) }
    }

    /// Whether a word of a folded text starts so; `Some(true)` where it is the whole word.
    pub fn find_in(&self, folded: &str) -> Option<bool> {
        let mut found = None;
        for at in self.finder.find_iter(folded.as_bytes()) {
            if self.is_whole(folded, at) {
                return Some(true);
            }
            found = Some(false);
        }
        found
    }

    /// Whether a running text answers the word. A number answers as a whole: `5` is not in `500`.
    pub fn is_in_text(&self, folded: &str) -> bool {
        self.find_in(folded).is_some_and(|whole| whole || !self.is_number)
    }

    /// Where the word starts in a running text, in order.
    pub fn places_in_text(&self, folded: &str) -> impl Iterator<Item = usize> {
        self.finder.find_iter(folded.as_bytes()).filter(move |at| !self.is_number || self.is_whole(folded, *at))
    }

    fn is_whole(&self, folded: &str, at: usize) -> bool {
        matches!(folded.as_bytes().get(at + self.finder.needle().len()), None | Some(b' ' | b'\n'))
    }
}

fn article(words: &[String], vocabulary: &Vocabulary) -> Option<ArticleQuery> {
    let annex = words.iter().any(|word| vocabulary.is_annex(word));
    let said_so = annex || words.iter().any(|word| vocabulary.is_article(word));
    let rest: Vec<&String> =
        words.iter().filter(|word| !vocabulary.is_annex(word) && !vocabulary.is_article(word)).collect();
    // The last number is meant: `kars 1921 5`.
    let at = rest.iter().rposition(|word| number(word).is_some())?;
    let number = number(rest.get(at)?)?;
    let about = || rest.iter().enumerate().filter(|(nth, _)| *nth != at).map(|(_, word)| word.as_str());
    (said_so || about().next().is_some()).then(|| ArticleQuery {
        number,
        annex,
        said_so,
        instrument: about().map(Word::new).collect(),
        instrument_compact: about().collect(),
    })
}

/// The number that a word is: `5`, `v`, and with a letter `1a`.
fn number(word: &str) -> Option<String> {
    const LONGEST: usize = 4;
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        let short = word.len() < LONGEST && word.chars().all(|c| c.is_ascii_alphanumeric());
        return short.then(|| word.to_owned());
    }
    roman(word).map(|number| number.to_string())
}

/// A Roman numeral up to 99 in its usual spelling.
fn roman(word: &str) -> Option<u32> {
    const LARGEST: u32 = 99;
    const LONGEST: usize = "lxxxviii".len();
    let letters = !word.is_empty() && word.len() <= LONGEST && word.bytes().all(|byte| b"cxliv".contains(&byte));
    letters.then(|| (1..=LARGEST).find(|number| in_roman(*number) == word)).flatten()
}

fn in_roman(mut number: u32) -> String {
    const NUMERALS: [(u32, &str); 8] =
        [(90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")];
    let mut out = String::new();
    for (value, numeral) in NUMERALS {
        while number >= value {
            out.push_str(numeral);
            number -= value;
        }
    }
    out
}

fn days(text: &str, texts: &Texts) -> Option<DaysQuery> {
    let text = text.trim();
    if let Ok(when) = When::from_str(text) {
        return match when.precision() {
            WhenPrecision::Range => None,
            _ => Some(DaysQuery { first: when.earliest(), last: when.latest()? }),
        };
    }
    let first = texts.parse_day(text)?;
    let numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty()).count();
    if numbers > 1 {
        return Some(DaysQuery { first, last: first });
    }
    let last = first.checked_add_months(Months::new(1))?.checked_sub_days(Days::new(1))?;
    Some(DaysQuery { first, last })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn query(text: &str) -> Query {
        let texts = Texts::english();
        Query::new(text, &Vocabulary::new(&texts), &texts)
    }

    fn article_of(text: &str) -> Option<(String, bool, String)> {
        query(text).article.map(|article| (article.number, article.annex, article.instrument_compact))
    }

    #[test]
    fn an_article_may_be_asked_for_in_several_ways() {
        for text in ["kars 5", "article 5 kars", "Kars V", "art. 5 of Kars", "Kars madde 5"] {
            assert_eq!(article_of(text), Some(("5".to_owned(), false, "kars".to_owned())), "{text}");
        }
        assert_eq!(article_of("kars annex III"), Some(("3".to_owned(), true, "kars".to_owned())));
        assert_eq!(article_of("article 5"), Some(("5".to_owned(), false, String::new())));
        assert_eq!(article_of("kars 1921"), None);
        assert_eq!(article_of("5"), None);
    }

    #[test]
    fn roman_numerals_are_read_in_their_usual_spelling_alone() {
        let read: Vec<_> = ["i", "iv", "ix", "xiv", "lviii", "xciii"].into_iter().map(roman).collect();
        assert_eq!(read, [Some(1), Some(4), Some(9), Some(14), Some(58), Some(93)]);
        for word in ["", "iiii", "vx", "kars", "mix", "ivi"] {
            assert_eq!(roman(word), None, "{word}");
        }
    }

    #[test]
    fn a_date_is_a_day_a_month_or_a_year() {
        let span = |text: &str| query(text).days.map(|days| format!("{} {}", days.first, days.last));
        assert_eq!(span("13 October 1921").as_deref(), Some("1921-10-13 1921-10-13"));
        assert_eq!(span("1921-10-13").as_deref(), Some("1921-10-13 1921-10-13"));
        assert_eq!(span("October 1921").as_deref(), Some("1921-10-01 1921-10-31"));
        assert_eq!(span("1921").as_deref(), Some("1921-01-01 1921-12-31"));
        assert_eq!(span("kars"), None);
    }

    #[test]
    fn small_words_count_only_where_there_is_nothing_else() {
        assert_eq!(query("the Treaty of Kars").words.len(), 2);
        assert_eq!(query("of the").words.len(), 1);
        assert!(query(" ’ ").words.is_empty());
    }

    #[test]
    fn a_word_is_found_from_its_start_alone() {
        assert_eq!(Word::new("kars").find_in(" treaty of kars"), Some(true));
        assert_eq!(Word::new("kar").find_in(" treaty of kars"), Some(false));
        assert_eq!(Word::new("ars").find_in(" treaty of kars"), None);
        assert_eq!(Word::new("kars").find_in(" karsakh kars"), Some(true));
    }

    #[test]
    fn a_number_answers_as_a_whole_in_a_text() {
        assert!(!Word::new("5").is_in_text(" 1 500 men\n"));
        assert!(Word::new("5").is_in_text(" article 5\n"));
        assert_eq!(Word::new("5").places_in_text(" 50 5\n").collect::<Vec<_>>(), [3]);
    }
}
