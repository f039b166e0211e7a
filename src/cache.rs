//! Things that are costly to make, kept for the next time: those that were used last, as many as there is room for. A
//! cache does not know how to make them, and nothing that is drawn may depend on what it holds.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::Mutex;

/// Things by their keys, with the turn in which each was last used. Whoever owns the cache counts the turns and says
/// how many things there is room for.
pub struct Cache<K, V> {
    things: HashMap<K, (u64, V)>,
}

/// A cache of up to `ROOM` things that several threads share. What is kept is cloned out of it, so that it should be
/// an `Arc`. Beyond its room it lets go of the half that was used longest ago.
pub struct SharedCache<K, V, const ROOM: usize> {
    /// The number of the last use, and the things.
    inner: Mutex<(u64, Cache<K, V>)>,
}

impl<K, V> Default for Cache<K, V> {
    fn default() -> Self {
        Self { things: HashMap::new() }
    }
}

impl<K, V, const ROOM: usize> Default for SharedCache<K, V, ROOM> {
    fn default() -> Self {
        Self { inner: Mutex::default() }
    }
}

impl<K: Eq + Hash, V> Cache<K, V> {
    /// Whether there is a thing with this key.
    pub fn contains(&self, key: &K) -> bool {
        self.things.contains_key(key)
    }

    /// The thing with this key. Looking at it is no use of it: see `touch`.
    pub fn get(&self, key: &K) -> Option<&V> {
        self.things.get(key).map(|(_, thing)| thing)
    }

    /// Adds a thing. It counts as used in no turn until it is touched.
    pub fn insert(&mut self, key: K, thing: V) {
        self.things.insert(key, (0, thing));
    }

    /// Notes that a thing is used in this turn. Turns grow.
    pub fn touch(&mut self, key: &K, turn: u64) {
        if let Some((used, _)) = self.things.get_mut(key) {
            *used = turn;
        }
    }

    /// Drops what goes beyond the room for this many things, the longest unused first, but nothing that is used in
    /// the present turn. Things last used in one turn go together.
    pub fn evict(&mut self, turn: u64, room: usize) {
        if self.things.len() <= room {
            return;
        }
        let mut turns: Vec<u64> = self.things.values().map(|(used, _)| *used).collect();
        turns.sort_unstable_by(|a, b| b.cmp(a));
        let oldest = turns.get(room).map_or(0, |last| last + 1).min(turn);
        self.things.retain(|_, (used, _)| *used >= oldest);
    }
}

impl<K: Eq + Hash, V: Clone, const ROOM: usize> SharedCache<K, V, ROOM> {
    /// The thing with this key, which is made where it is not there. It is made outside of the lock: of two threads
    /// that make the same thing at the same time both get that of the first.
    pub fn get_or_make(&self, key: K, make: impl FnOnce() -> V) -> V {
        if let Some(thing) = self.used(&key) {
            return thing;
        }
        let thing = make();
        let Ok(mut inner) = self.inner.lock() else { return thing };
        let (turn, cache) = &mut *inner;
        if let Some(first) = cache.get(&key) {
            return first.clone();
        }
        *turn += 1;
        cache.things.insert(key, (*turn, thing.clone()));
        if cache.things.len() > ROOM {
            cache.evict(*turn, ROOM / 2);
        }
        thing
    }

    fn used(&self, key: &K) -> Option<V> {
        let mut inner = self.inner.lock().ok()?;
        let (turn, cache) = &mut *inner;
        *turn += 1;
        cache.touch(key, *turn);
        cache.get(key).cloned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_used_last_stays_and_what_is_in_use_has_room() {
        let mut cache = Cache::default();
        for turn in 1..=3 {
            cache.insert(turn, turn);
            cache.touch(&turn, turn);
            cache.evict(turn, 2);
        }
        assert_eq!([1, 2, 3].map(|key| cache.contains(&key)), [false, true, true]);
        for key in 4..8 {
            cache.insert(key, key);
            cache.touch(&key, 4);
        }
        cache.evict(4, 2);
        assert_eq!([3, 4, 7].map(|key| cache.contains(&key)), [false, true, true]);
    }

    #[test]
    fn a_shared_cache_makes_a_thing_once_keeps_to_its_room_and_lets_go_of_the_longest_unused() {
        let cache: SharedCache<u32, u32, 4> = SharedCache::default();
        let gone = |key| !cache.inner.lock().unwrap().1.contains(&key);
        let mut made = 0;
        for key in [1, 2, 3, 4, 1, 1, 5] {
            let thing = cache.get_or_make(key, || {
                made += 1;
                key * 10
            });
            assert_eq!(thing, key * 10);
        }
        assert_eq!(made, 5);
        assert_eq!([1, 2, 3, 4, 5].map(gone), [false, true, true, true, false], "1 and 5 were used last");
        for key in 0..1_000 {
            cache.get_or_make(key, || key);
            assert!(cache.inner.lock().unwrap().1.things.len() <= 4);
        }
    }

    #[test]
    fn of_two_things_made_at_the_same_time_both_makers_get_the_first() {
        let cache: SharedCache<u32, &str, 4> = SharedCache::default();
        let outer = cache.get_or_make(1, || {
            assert_eq!(cache.get_or_make(1, || "first"), "first");
            "second"
        });
        assert_eq!(outer, "first");
    }
}
