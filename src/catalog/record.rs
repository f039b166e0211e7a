//! The tables of the record: TOML files into an `Atlas`, entry by entry, so that one bad entry costs
//! itself alone.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use super::files::{DataFile, Files};
use super::report::{Done, Place, Report};
use super::settings::is_settings;
use crate::model::{Atlas, Edge, Origin, Problem, Sense, Table, TableReader, Tabled};
use crate::text::Given;

const LEFT_OUT: Done = "done.left-out";

/// The entries of one table of a file, on their way into the atlas.
struct EntriesOf<'r, 'a, 'f, 'v> {
    value: Spanned<DeValue<'v>>,
    reader: &'r mut Reader<'a, 'f>,
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

struct Reader<'a, 'f> {
    file: Arc<str>,
    line_starts: Vec<usize>,
    /// The ids of this set, over all tables, with where each stands.
    seen: &'a mut HashMap<String, Origin>,
    report: &'a mut Report<'f>,
}

fn read_file(file: &DataFile, atlas: &mut Atlas, seen: &mut HashMap<String, Origin>, problems: &mut Vec<Problem>) {
    file.read_text(problems, |text, report| {
        let line_starts =
            std::iter::once(0).chain(memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1)).collect();
        let (table, errors) = DeTable::parse_recoverable(text);
        for error in errors {
            let at = error.span().map_or(0, |span| span.start);
            report.parser_error(error.message(), "done.line-left-out", || Place::Byte(at, String::new()));
        }
        let mut reader = Reader { file: Arc::from(file.name.as_str()), line_starts, seen, report };
        for (name, value) in table.into_inner() {
            reader.read_table(name.get_ref(), value, atlas);
        }
        Some(())
    });
}

impl TableReader for EntriesOf<'_, '_, '_, '_> {
    fn read<T: Tabled>(self, table: &mut Table<T>) {
        let Self { value, reader } = self;
        let at = value.span().start;
        let DeValue::Array(entries) = value.into_inner() else {
            let name = T::TABLE;
            reader
                .report
                .error("record-file.no-array", &[("name", &name)], LEFT_OUT, || Place::Byte(at, name.to_owned()));
            return;
        };
        for (nth, entry) in entries.into_iter().enumerate() {
            reader.read_entry(nth, entry, table);
        }
    }
}

impl Reader<'_, '_> {
    fn read_table(&mut self, name: &str, value: Spanned<DeValue<'_>>, atlas: &mut Atlas) {
        let at = value.span().start;
        if !atlas.fill(name, EntriesOf { value, reader: self }) {
            self.report.error("record-file.no-table", &[("name", &name)], LEFT_OUT, || Place::Byte(at, String::new()));
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
                    let given: &Given<'_> = &[("id", &id), ("file", &first.file), ("line", &first.line)];
                    self.report.error("record-file.id-twice", given, "done.later-counts", || Place::Byte(at, path));
                }
                table.put(entry, origin);
            }
            Err(error) => {
                let at = error.span().map_or(at, |span| span.start);
                self.report.parser_error(error.message(), "done.entry-left-out", || Place::Byte(at, path));
            }
        }
    }

    fn line_of(&self, at: usize) -> usize {
        self.line_starts.partition_point(|start| *start <= at).max(1)
    }
}
