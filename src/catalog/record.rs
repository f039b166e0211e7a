//! The tables of the record: TOML files into an `Atlas`, entry by entry, so that one bad entry costs
//! itself alone.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use super::files::{DataFile, Files};
use super::settings::is_settings;
use crate::model::{Atlas, Edge, Origin, Problem, Sense, Severity, Table, TableReader, Tabled};

/// The entries of one table of a file, on their way into the atlas.
struct EntriesOf<'r, 'a, 'v> {
    value: Spanned<DeValue<'v>>,
    reader: &'r mut Reader<'a>,
}

/// Reads every `.toml` file of every set, later sets over earlier ones.
pub fn read(sets: &[Files]) -> (Atlas, Vec<Problem>) {
    let mut atlas = Atlas::default();
    let mut problems = Vec::new();
    for set in sets {
        let (mut over, mut seen) = (Atlas::default(), HashMap::new());
        for file in set.ending(".toml").filter(|file| !is_settings(file)) {
            read_file(file, &mut over, &mut seen, &mut problems);
        }
        lay_over(&mut atlas, over);
    }
    (atlas, problems)
}

/// Lays a set of tables over another. An entry takes the place of the one with its id, an edge that of its pair
/// of tracts; holdings are a chain, so those of one tract and sense take the place of the whole chain.
fn lay_over(atlas: &mut Atlas, over: Atlas) {
    let chains: HashSet<(String, Sense)> =
        over.holdings.iter().map(|holding| (holding.tract.clone(), holding.sense)).collect();
    if !chains.is_empty() {
        atlas.holdings.retain(|holding| !chains.contains(&(holding.tract.clone(), holding.sense)));
    }
    let pair = |edge: &Edge| {
        let [a, b] = &edge.between;
        if a < b { (a.clone(), b.clone()) } else { (b.clone(), a.clone()) }
    };
    let pairs: HashSet<(String, String)> = over.edges.iter().map(pair).collect();
    if !pairs.is_empty() {
        atlas.edges.retain(|edge| !pairs.contains(&pair(edge)));
    }
    atlas.absorb(over);
}

struct Reader<'a> {
    file: Arc<str>,
    text: &'a str,
    line_starts: Vec<usize>,
    /// The ids of this set, over all tables, with where each stands.
    seen: &'a mut HashMap<String, Origin>,
    problems: &'a mut Vec<Problem>,
}

fn read_file(file: &DataFile, atlas: &mut Atlas, seen: &mut HashMap<String, Origin>, problems: &mut Vec<Problem>) {
    let text = match file.text() {
        Ok(text) => text,
        Err(problem) => {
            problems.push(problem);
            return;
        }
    };
    let line_starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
    let mut reader = Reader { file: Arc::from(file.name.as_str()), text, line_starts, seen, problems };
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in errors {
        reader.report(error.span().map_or(0, |span| span.start), "", error.message(), "the line was left out");
    }
    for (name, value) in table.into_inner() {
        reader.read_table(name.get_ref(), value, atlas);
    }
}

impl TableReader for EntriesOf<'_, '_, '_> {
    fn read<T: Tabled>(self, table: &mut Table<T>) {
        let Self { value, reader } = self;
        let at = value.span().start;
        let DeValue::Array(entries) = value.into_inner() else {
            let name = T::TABLE;
            reader.report(at, name, &format!("write it as `[[{name}]]`"), "it was left out");
            return;
        };
        for (nth, entry) in entries.into_iter().enumerate() {
            reader.read_entry(nth, entry, table);
        }
    }
}

impl Reader<'_> {
    fn read_table(&mut self, name: &str, value: Spanned<DeValue<'_>>, atlas: &mut Atlas) {
        let at = value.span().start;
        if !atlas.fill(name, EntriesOf { value, reader: self }) {
            self.report(at, "", &format!("`[[{name}]]` is not a table of the atlas"), "it was left out");
        }
    }

    fn read_entry<T: Tabled>(&mut self, nth: usize, entry: Spanned<DeValue<'_>>, table: &mut Table<T>) {
        let at = entry.span().start;
        let id = entry.get_ref().get("id").and_then(|id| id.get_ref().as_str().map(str::to_owned));
        let path = format!("{}[{}]", T::TABLE, id.as_deref().unwrap_or(&(nth + 1).to_string()));
        match T::deserialize(ValueDeserializer::from(entry)) {
            Ok(entry) => {
                let origin = Origin { file: Arc::clone(&self.file), line: self.line_of(at) };
                if let Some(id) = entry.id()
                    && let Some(first) = self.seen.insert(id.to_owned(), origin.clone())
                {
                    let message = format!("the id `{id}` is used twice, first at {}:{}", first.file, first.line);
                    self.report(at, &path, &message, "the later entry counts");
                }
                table.put(entry, origin);
            }
            Err(error) => {
                let at = error.span().map_or(at, |span| span.start);
                self.report(at, &path, error.message(), "the entry was left out");
            }
        }
    }

    fn report(&mut self, at: usize, path: &str, message: &str, done: &str) {
        let line = self.line_of(at);
        let start = self.line_starts.get(line - 1).copied().unwrap_or(0);
        let column = self.text.get(start..at).map_or(0, |before| before.chars().count() + 1);
        self.problems.push(Problem {
            severity: Severity::Error,
            file: self.file.to_string(),
            line,
            column,
            path: path.to_owned(),
            message: message.split_whitespace().collect::<Vec<_>>().join(" "),
            done: done.to_owned(),
        });
    }

    fn line_of(&self, at: usize) -> usize {
        self.line_starts.partition_point(|start| *start <= at).max(1)
    }
}
