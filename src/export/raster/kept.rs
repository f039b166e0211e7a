//! Things made for a picture, kept for the next ones and forgotten when these do not use them. It does not know
//! how to make them.

use std::collections::HashMap;

/// For how many pictures a thing is kept after it was last used: two maps may be drawn in turn.
const KEPT: u64 = 3;

/// Things by their keys, with the turn in which each was last used.
pub struct Kept<T> {
    things: HashMap<u64, (u64, T)>,
}

impl<T> Default for Kept<T> {
    fn default() -> Self {
        Self { things: HashMap::new() }
    }
}

impl<T> Kept<T> {
    pub fn knows(&self, key: u64) -> bool {
        self.things.contains_key(&key)
    }

    /// Keeps new things, which the present turn is to touch.
    pub fn keep(&mut self, made: Vec<(u64, T)>) {
        self.things.extend(made.into_iter().map(|(key, thing)| (key, (0, thing))));
    }

    pub fn get(&self, key: u64) -> Option<&T> {
        self.things.get(&key).map(|(_, thing)| thing)
    }

    pub fn touch(&mut self, key: u64, turn: u64) {
        if let Some((used, _)) = self.things.get_mut(&key) {
            *used = turn;
        }
    }

    /// Drops what has not been used for some turns.
    pub fn forget(&mut self, turn: u64) {
        self.things.retain(|_, (used, _)| *used + KEPT > turn);
    }
}
