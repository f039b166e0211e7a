//! Things made for a picture and kept for the next ones: those of the last picture, and of the others as many as there
//! is room for, the last used first. It does not know how to make them.

use std::collections::HashMap;

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
    pub fn keep(&mut self, made: impl IntoIterator<Item = (u64, T)>) {
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

    /// Drops what goes beyond the room for so many, but nothing of the present turn.
    pub fn forget(&mut self, turn: u64, room: usize) {
        if self.things.len() <= room {
            return;
        }
        let mut turns: Vec<u64> = self.things.values().map(|(used, _)| *used).collect();
        turns.sort_unstable_by(|a, b| b.cmp(a));
        let oldest = turns.get(room).map_or(0, |last| last + 1).min(turn);
        self.things.retain(|_, (used, _)| *used >= oldest);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_used_last_stays_and_what_is_in_use_has_room() {
        let mut kept = Kept::default();
        for turn in 1..=3 {
            kept.keep([(turn, turn)]);
            kept.touch(turn, turn);
            kept.forget(turn, 2);
        }
        assert_eq!([1, 2, 3].map(|key| kept.knows(key)), [false, true, true]);
        kept.keep((4..8).map(|key| (key, key)));
        for key in 4..8 {
            kept.touch(key, 4);
        }
        kept.forget(4, 2);
        assert_eq!([3, 4, 7].map(|key| kept.knows(key)), [false, true, true]);
    }
}
