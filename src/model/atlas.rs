//! The whole record as tables, and whatever goes through all of them. It finds entries by id; it judges nothing.

use serde::de::DeserializeOwned;

use super::tables::tables;
use super::{Article, Entry, Kind, Origin, Table};

/// An entry that has a table of its own in the files.
pub trait Tabled: Entry + DeserializeOwned {
    /// The name of the table in the files: `event` for `[[event]]`.
    const TABLE: &'static str;
    /// The name of the table for what lists all of its entries: `events`.
    const PLURAL: &'static str;
    /// The kind, for entries that have an id.
    const KIND: Option<Kind>;

    /// The place of the entry in its file: `event[treaty-of-kars-signed-1921]`.
    fn path(&self) -> String {
        format!("{}[{}]", Self::TABLE, self.key())
    }
}

/// An entry of whatever table, with the place that it came from.
#[derive(Clone, Copy)]
pub struct EntryRef<'a> {
    /// The name of its table in the files.
    pub table: &'static str,
    /// The name of its table for what lists all of them: `events`.
    pub plural: &'static str,
    /// Its kind, where it has an id.
    pub kind: Option<Kind>,
    /// The entry itself, asked for what all kinds have.
    pub entry: &'a dyn Entry,
    /// The file and line that it came from.
    pub origin: &'a Origin,
}

/// Whoever fills tables; see `Atlas::fill`.
pub trait TableReader {
    /// Adds entries to a table.
    fn read<T: Tabled>(self, table: &mut Table<T>);
}

macro_rules! atlas {
    (
        with_ids { $($kind:ident, $field:ident, $table:literal;)* }
        without_ids { $($other:ident, $other_field:ident, $other_table:literal;)* }
    ) => {
        /// Everything that the atlas asserts.
        #[derive(Clone, Debug, Default)]
        pub struct Atlas {
            $(
                /// A table of entries that have an id, in the order of the record.
                pub $field: Table<super::$kind>,
            )*
            $(
                /// A table of entries that have none, in the order of the record.
                pub $other_field: Table<super::$other>,
            )*
        }

        $(impl Tabled for super::$kind {
            const TABLE: &'static str = $table;
            const PLURAL: &'static str = stringify!($field);
            const KIND: Option<Kind> = Some(Kind::$kind);
        })*
        $(impl Tabled for super::$other {
            const TABLE: &'static str = $other_table;
            const PLURAL: &'static str = stringify!($other_field);
            const KIND: Option<Kind> = None;
        })*

        impl Atlas {
            /// What kind of entry an id belongs to.
            pub fn kind_of(&self, id: &str) -> Option<Kind> {
                $(if self.$field.contains(id) {
                    return Some(Kind::$kind);
                })*
                None
            }

            /// The entry with an id.
            pub fn entry(&self, id: &str) -> Option<EntryRef<'_>> {
                $(if let Some((entry, origin)) = self.$field.get_with_origin(id) {
                    return Some(entry_ref(entry, origin));
                })*
                None
            }

            /// Every entry, table by table, those of a table in the order of their files.
            pub fn entries(&self) -> impl Iterator<Item = EntryRef<'_>> {
                let tables: Vec<Box<dyn Iterator<Item = EntryRef<'_>> + '_>> = vec![
                    $(Box::new(self.$field.with_origins().map(|(entry, origin)| entry_ref(entry, origin))),)*
                    $(Box::new(self.$other_field.with_origins().map(|(entry, origin)| entry_ref(entry, origin))),)*
                ];
                tables.into_iter().flatten()
            }

            /// Adds all entries of another atlas. One with an id that is there already takes the place of the earlier.
            pub fn absorb(&mut self, other: Self) {
                $(self.$field.absorb(other.$field);)*
                $(self.$other_field.absorb(other.$other_field);)*
            }

            /// Lets a reader fill the table with a name; `false` where no table has it.
            pub fn fill(&mut self, table: &str, reader: impl TableReader) -> bool {
                match table {
                    $($table => reader.read(&mut self.$field),)*
                    $($other_table => reader.read(&mut self.$other_field),)*
                    _ => return false,
                }
                true
            }
        }
    };
}

tables!(atlas);

fn entry_ref<'a, T: Tabled>(entry: &'a T, origin: &'a Origin) -> EntryRef<'a> {
    EntryRef { table: T::TABLE, plural: T::PLURAL, kind: T::KIND, entry, origin }
}

impl EntryRef<'_> {
    /// The place of the entry in its file: `event[treaty-of-kars-signed-1921]`.
    pub fn path(&self) -> String {
        format!("{}[{}]", self.table, self.entry.key())
    }
}

impl Atlas {
    /// The name that a reader knows an entry by.
    pub fn name_of(&self, id: &str) -> Option<String> {
        let name = self.entry(id)?.entry.name()?;
        let instrument = self.articles.get(id).and_then(|article| self.instruments.get(article.instrument()));
        Some(match instrument {
            Some(instrument) => format!("{}, {name}", instrument.short_name()),
            None => name.to_owned(),
        })
    }

    /// The articles of an instrument in the order of the record.
    pub fn articles_of<'a>(&'a self, instrument: &'a str) -> impl Iterator<Item = &'a Article> {
        self.articles.iter().filter(move |article| article.instrument() == instrument)
    }
}
