//! Entries of one kind in the order of their files, each found by id and with the place that it came from.

use std::collections::HashMap;
use std::sync::Arc;

use super::Entry;

/// Entries in the order of their files, found by id.
#[derive(Clone, Debug)]
pub struct Table<T> {
    entries: Vec<T>,
    origins: Vec<Origin>,
    by_id: HashMap<String, usize>,
}

/// Where an entry stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The file, by its path from the folder of the data.
    pub file: Arc<str>,
    /// Counted from 1.
    pub line: usize,
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self { entries: Vec::new(), origins: Vec::new(), by_id: HashMap::new() }
    }
}

impl<T: Entry> Table<T> {
    /// Adds an entry. One with an id that the table already has takes the place of the earlier, whose origin
    /// is returned: an overlay may mend what it lies over.
    pub fn put(&mut self, entry: T, origin: Origin) -> Option<Origin> {
        if let Some(id) = entry.id() {
            if let Some(&at) = self.by_id.get(id)
                && let (Some(old), Some(old_origin)) = (self.entries.get_mut(at), self.origins.get_mut(at))
            {
                *old = entry;
                return Some(std::mem::replace(old_origin, origin));
            }
            self.by_id.insert(id.to_owned(), self.entries.len());
        }
        self.entries.push(entry);
        self.origins.push(origin);
        None
    }

    /// Adds all entries of another table.
    pub fn absorb(&mut self, other: Self) {
        for (entry, origin) in other.entries.into_iter().zip(other.origins) {
            self.put(entry, origin);
        }
    }

    /// The entry with an id.
    pub fn get(&self, id: &str) -> Option<&T> {
        self.by_id.get(id).and_then(|&at| self.entries.get(at))
    }

    /// Whether there is an entry with an id.
    pub fn contains(&self, id: &str) -> bool {
        self.by_id.contains_key(id)
    }

    /// An entry with the place that it came from.
    pub fn get_with_origin(&self, id: &str) -> Option<(&T, &Origin)> {
        let at = *self.by_id.get(id)?;
        Some((self.entries.get(at)?, self.origins.get(at)?))
    }

    /// The place of an entry in `iter`.
    pub fn position(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied()
    }
}

impl<T> Table<T> {
    /// The entries in the order of the record.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.entries.iter()
    }

    /// The same as a slice.
    pub fn as_slice(&self) -> &[T] {
        &self.entries
    }

    /// The entries, each with where it was read.
    pub fn with_origins(&self) -> impl Iterator<Item = (&T, &Origin)> {
        self.entries.iter().zip(&self.origins)
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Takes out what `keep` refuses.
    pub fn retain(&mut self, mut keep: impl FnMut(&T) -> bool)
    where
        T: Entry,
    {
        let kept: Vec<(T, Origin)> = std::mem::take(&mut self.entries)
            .into_iter()
            .zip(std::mem::take(&mut self.origins))
            .filter(|(entry, _)| keep(entry))
            .collect();
        self.by_id.clear();
        for (entry, origin) in kept {
            self.put(entry, origin);
        }
    }
}

impl<'a, T> IntoIterator for &'a Table<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
