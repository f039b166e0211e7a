//! What is wrong with one file, on its way to be told. Of faults of one kind the first few keep their places and the others
//! are counted, so that a file with a fault in every feature takes neither long to judge nor long to read about. Places are
//! looked up at the end, in one pass through the text.

use std::borrow::Cow;
use std::collections::HashMap;

use super::json_place::find;
use super::json_way::{Steps, in_words};
use crate::model::{Problem, Severity};
use crate::text::{Given, Texts};

/// How many faults of one kind are told one by one.
const TOLD: usize = 10;
/// The longest message and the longest path that are told whole, in characters.
const LONGEST_MESSAGE: usize = 400;
const LONGEST_PATH: usize = 160;

/// What is wrong with one file.
pub struct Report<'f> {
    file: &'f str,
    told: Vec<Told>,
    /// How many faults there are of each kind.
    counts: HashMap<Cow<'static, str>, usize>,
}

/// Where a fault is.
#[derive(Clone, Debug)]
pub enum Place {
    /// The file as a whole.
    File,
    /// A line, counted from 1.
    Line(usize),
    /// A byte of the text, with the path to what stands there.
    Byte(usize, String),
    /// A value in a JSON text.
    Way(Steps),
}

/// What was done about a fault, by the key of its text: `done.left-out`.
pub type Done = &'static str;

struct Told {
    severity: Severity,
    kind: Cow<'static, str>,
    message: String,
    done: String,
    place: Place,
}

impl<'f> Report<'f> {
    /// Nothing is wrong with the file as yet.
    pub fn new(file: &'f str) -> Self {
        Self { file, told: Vec::new(), counts: HashMap::new() }
    }

    /// Tells a fault that costs something of the file. `kind` is the key of its message.
    pub fn error(&mut self, kind: &'static str, given: &Given<'_>, done: Done, place: impl FnOnce() -> Place) {
        self.add(Severity::Error, kind.into(), || Texts::english().fill(kind, given), done, place);
    }

    /// Tells a fault that costs nothing. `kind` is the key of its message.
    pub fn warning(&mut self, kind: &'static str, given: &Given<'_>, done: Done, place: impl FnOnce() -> Place) {
        self.add(Severity::Warning, kind.into(), || Texts::english().fill(kind, given), done, place);
    }

    /// Tells a fault in the words of the parser that found it.
    pub fn parser_error(&mut self, words: &str, done: Done, place: impl FnOnce() -> Place) {
        let words = shortened(&words.split_whitespace().collect::<Vec<_>>().join(" "), LONGEST_MESSAGE);
        self.add(Severity::Error, words.clone().into(), || words, done, place);
    }

    /// Whether anything was told.
    pub fn is_empty(&self) -> bool {
        self.told.is_empty()
    }

    /// The problems in the order of the text. Where the text is JSON the keys that one object has twice are among them.
    pub fn into_problems(mut self, text: &str, is_json: bool) -> Vec<Problem> {
        let ways: Vec<_> = self.told.iter().filter_map(Told::way).collect();
        if is_json || !ways.is_empty() {
            let places = find(text, ways.into_iter().map(Vec::as_slice), TOLD);
            let mut offsets = places.offsets.into_iter();
            for told in &mut self.told {
                if let Place::Way(way) = &told.place {
                    told.place = Place::Byte(offsets.next().unwrap_or(0), in_words(way));
                }
            }
            let more = places.repeated_in_all.saturating_sub(places.repeated.len());
            for (way, offset) in places.repeated {
                self.warning("geojson.key-twice", &[], "done.last-counts", || Place::Byte(offset, in_words(&way)));
            }
            if let Some(count) = self.counts.get_mut("geojson.key-twice") {
                *count += more;
            }
        }
        self.told.sort_by_key(|told| told.offset());
        self.placed(text)
    }

    /// The problems of a file whose text is no matter.
    pub fn without_text(self) -> Vec<Problem> {
        self.into_problems("", false)
    }

    fn add(
        &mut self,
        severity: Severity,
        kind: Cow<'static, str>,
        message: impl FnOnce() -> String,
        done: Done,
        place: impl FnOnce() -> Place,
    ) {
        let count = self.counts.entry(kind.clone()).or_default();
        *count += 1;
        if *count <= TOLD {
            let message = shortened(&message(), LONGEST_MESSAGE);
            let done = Texts::english().say(done).to_owned();
            self.told.push(Told { severity, kind, message, done, place: place() });
        }
    }

    /// Puts lines and columns to what is sorted by offset, and after the last one told of each kind how many more there are.
    fn placed(self, text: &str) -> Vec<Problem> {
        let mut cursor = Cursor { text, at: 0, line: 1, column: 1 };
        let mut left: HashMap<Cow<'static, str>, usize> = HashMap::new();
        for told in &self.told {
            *left.entry(told.kind.clone()).or_default() += 1;
        }
        let mut problems = Vec::with_capacity(self.told.len());
        for Told { severity, kind, message, done, place } in self.told {
            let (line, column, path) = match place {
                Place::File | Place::Way(_) => (0, 0, String::new()),
                Place::Line(line) => (line, 0, String::new()),
                Place::Byte(at, path) => {
                    cursor.go_to(at);
                    (cursor.line, cursor.column, shortened(&path, LONGEST_PATH))
                }
            };
            let file = self.file.to_owned();
            let more = self.counts.get(&kind).map_or(0, |count| count.saturating_sub(TOLD));
            let is_last = left.get_mut(&kind).is_some_and(|left| {
                *left -= 1;
                *left == 0
            });
            problems.push(Problem { severity, file, line, column, path, message, done });
            if let Some(last) = problems.last().filter(|_| is_last && more > 0) {
                let message = Texts::english().count("problem.more", more, &[("message", &last.message)]);
                problems.push(Problem { message, path: String::new(), ..last.clone() });
            }
        }
        problems
    }
}

impl Told {
    fn way(&self) -> Option<&Steps> {
        match &self.place {
            Place::Way(way) => Some(way),
            Place::File | Place::Line(_) | Place::Byte(..) => None,
        }
    }

    fn offset(&self) -> usize {
        match self.place {
            Place::Byte(at, _) => at,
            Place::Line(line) => line,
            Place::File | Place::Way(_) => 0,
        }
    }
}

/// A place that goes through a text from its beginning; columns in characters.
struct Cursor<'t> {
    text: &'t str,
    at: usize,
    line: usize,
    column: usize,
}

impl Cursor<'_> {
    fn go_to(&mut self, offset: usize) {
        let offset = self.text.floor_char_boundary(offset);
        let between = self.text.get(self.at..offset).unwrap_or_default();
        self.line += between.bytes().filter(|byte| *byte == b'\n').count();
        self.column = match between.rfind('\n') {
            Some(last) => between.get(last + 1..).map_or(0, |line| line.chars().count()) + 1,
            None => self.column + between.chars().count(),
        };
        self.at = self.at.max(offset);
    }
}

/// A text that is too long to be told, with dots for what is cut.
fn shortened(text: &str, longest: usize) -> String {
    match text.char_indices().nth(longest) {
        Some((cut, _)) => format!("{} …", text.get(..cut).unwrap_or_default()),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str, offset: usize) -> (usize, usize) {
        let mut report = Report::new("f");
        report.parser_error("x", "done.left-out", || Place::Byte(offset, String::new()));
        let problem = &report.into_problems(text, false)[0];
        (problem.line, problem.column)
    }

    #[test]
    fn a_place_has_its_line_and_its_column_in_characters() {
        assert_eq!(at("aé\nbç d", 0), (1, 1));
        assert_eq!(at("aé\nbç d", 3), (1, 3));
        assert_eq!(at("aé\nbç d", "aé\nbç ".len()), (2, 4));
        assert_eq!(at("a", 99), (1, 2));
    }

    #[test]
    fn of_many_faults_of_a_kind_the_first_are_told_and_the_others_counted() {
        let mut report = Report::new("f");
        for nth in 0..8_000 {
            report.warning("geojson.ring-open", &[], "done.closed", || Place::Byte(nth, nth.to_string()));
            report.parser_error(&format!("x{}", nth % 2), "done.left-out", || Place::Byte(nth, String::new()));
        }
        let problems = report.into_problems(&"a".repeat(9_000), false);
        assert_eq!(problems.len(), 33);
        let rings: Vec<&Problem> = problems.iter().filter(|problem| problem.message.contains("ring")).collect();
        assert_eq!(rings.len(), 11);
        assert_eq!((rings[9].column, rings[10].column), (10, 10));
        assert!(rings[10].message.ends_with(": 7,990 more like this"), "{}", rings[10]);
    }

    #[test]
    fn no_message_and_no_path_is_as_long_as_a_file() {
        let mut report = Report::new("f");
        report.parser_error(&"a ".repeat(100_000), "done.left-out", || Place::Byte(0, "p".repeat(100_000)));
        assert!(report.into_problems("", false)[0].to_string().len() < 700);
    }
}
