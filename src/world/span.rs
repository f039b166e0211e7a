//! The time that the atlas covers.

use chrono::Datelike as _;

use super::World;
use crate::model::Day;

impl World {
    /// The first day that the atlas shows: the one that the settings name, else that of the earliest holding.
    pub fn first_day(&self) -> Day {
        let earliest = || self.atlas.holdings.iter().map(|holding| holding.from.earliest()).min();
        self.settings.time.first.or_else(earliest).unwrap_or(Day::MIN)
    }

    /// The last day that the atlas shows: the one that the settings name, else the end of the year after the latest
    /// change in the record.
    pub fn last_day(&self) -> Day {
        let events = self.atlas.events.iter().map(|event| event.date.earliest());
        let eras = self.atlas.eras.iter().map(|era| era.date.earliest());
        let end_of_year = |day: Day| Day::from_ymd_opt(day.year(), 12, 31);
        self.settings.time.last.or_else(|| events.chain(eras).max().and_then(end_of_year)).unwrap_or(Day::MAX)
    }

    /// The day that is shown where none is asked for: the one that the settings name, else the last day of change.
    pub fn start_day(&self) -> Day {
        let changed = || self.atlas.holdings.iter().map(|holding| holding.from.earliest()).max();
        self.nearest_day(self.settings.time.start.or_else(changed).unwrap_or(Day::MIN))
    }

    /// The day itself where the atlas shows it, else the first or the last that it shows.
    pub fn nearest_day(&self, day: Day) -> Day {
        let first = self.first_day();
        day.clamp(first, self.last_day().max(first))
    }

    /// The years that are named below a strip of time, in order.
    pub fn strip_years(&self) -> Vec<i32> {
        let mut years = self.settings.time.years.clone();
        if years.is_empty() {
            years = vec![self.first_day().year(), self.last_day().year()];
        }
        years.sort_unstable();
        years
    }
}
