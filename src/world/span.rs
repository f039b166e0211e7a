//! The time that the atlas covers.

use chrono::Datelike as _;

use super::World;
use crate::model::Day;

impl World {
    /// The first day that the atlas shows.
    pub fn first_day(&self) -> Day {
        Day::from_ymd_opt(1800, 1, 1).unwrap_or(Day::MIN)
    }

    /// The last day that the atlas shows: the end of the year after the latest change in the record.
    pub fn last_day(&self) -> Day {
        let latest_event = self.atlas.events.iter().map(|event| event.date.earliest()).max();
        let latest_era = self.atlas.eras.iter().map(|era| era.date.earliest()).max();
        latest_event.max(latest_era).and_then(|day| Day::from_ymd_opt(day.year(), 12, 31)).unwrap_or(Day::MAX)
    }

    /// The day that is shown where none is asked for.
    pub fn start_day(&self) -> Day {
        Day::from_ymd_opt(1921, 10, 13).unwrap_or(Day::MIN)
    }

    /// The day itself where the atlas shows it, else the first or the last that it shows.
    pub fn nearest_day(&self, day: Day) -> Day {
        day.clamp(self.first_day(), self.last_day())
    }
}
