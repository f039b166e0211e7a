//! What a day is known for.

use super::World;
use crate::model::{Day, Event, Instrument, PolityGroup, Reading};

/// What a day is known for.
#[derive(Clone, Copy, Debug)]
pub enum Occasion<'a> {
    /// An instrument was signed on it.
    Signed(&'a Instrument),
    /// An event fell on it.
    Event(&'a Event),
}

impl World {
    /// What a day is known for: an instrument that was signed on it, else the weightiest event that fell on it. A night
    /// counts, a campaign of weeks does not.
    pub fn occasion(&self, day: Day) -> Option<Occasion<'_>> {
        const LONGEST_DAYS: i64 = 3;
        let signed = |instrument: &&Instrument| instrument.signed.is_exact() && instrument.signed.earliest() == day;
        let fell = |event: &&Event| {
            let (first, last) = (event.date.earliest(), event.date.latest());
            last.is_some_and(|last| (first..=last).contains(&day) && (last - first).num_days() < LONGEST_DAYS)
        };
        let event = || self.atlas.events.iter().filter(fell).min_by_key(|event| (event.importance, event.id.as_str()));
        let signed = self.atlas.instruments.iter().find(signed);
        signed.map(Occasion::Signed).or_else(|| event().map(Occasion::Event))
    }

    /// What the map of a day shows, in a title and a sentence: the latest reading that the record has by then.
    pub fn reading(&self, day: Day) -> Option<&Reading> {
        let begun = self.atlas.readings.iter().filter(|reading| reading.day.is_some_and(|from| from <= day));
        begun.max_by_key(|reading| reading.day)
    }

    /// What the line of an era shows.
    pub fn reading_of_era(&self, era: &str) -> Option<&Reading> {
        self.atlas.readings.iter().find(|reading| reading.era.as_deref() == Some(era))
    }

    /// The group that a polity belongs to.
    pub fn group_of(&self, polity: &str) -> Option<&PolityGroup> {
        self.atlas.groups.iter().find(|group| group.polities.iter().any(|member| member == polity))
    }
}
