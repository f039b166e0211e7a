//! Who held a tract over time, as a strip: the crowded years get most of the room.

use crate::model::{Day, Holding, Sense};
use crate::world::World;

/// The holdings of a tract in one sense as pieces of a strip of length 1.
pub struct Strip<'a> {
    pub pieces: Vec<StripPiece<'a>>,
}

pub struct StripPiece<'a> {
    /// 0 to 1.
    pub from: f64,
    pub to: f64,
    pub holding: &'a Holding,
}

/// A scale of time in three parts: 1800 to 1914, 1914 to 1924, 1924 to the last day.
#[derive(Clone, Copy, Debug)]
pub struct StripScale {
    knots: [(Day, f64); 4],
}

impl StripScale {
    pub fn until(last: Day) -> Self {
        let year = |year| Day::from_ymd_opt(year, 1, 1).unwrap_or(Day::MIN);
        Self { knots: [(year(1800), 0.0), (year(1914), 0.28), (year(1924), 0.80), (last, 1.0)] }
    }

    /// Where a day lies, 0 to 1.
    pub fn position(&self, day: Day) -> f64 {
        for pair in self.knots.windows(2) {
            if let [(from, a), (to, b)] = pair
                && day <= *to
            {
                let part = (day - *from).num_days() as f64 / ((*to - *from).num_days().max(1)) as f64;
                return a + part.clamp(0.0, 1.0) * (b - a);
            }
        }
        1.0
    }

    /// The day at a place, 0 to 1.
    #[expect(clippy::cast_possible_truncation, reason = "a number of days within two centuries")]
    pub fn day(&self, position: f64) -> Day {
        for pair in self.knots.windows(2) {
            if let [(from, a), (to, b)] = pair
                && position <= *b
            {
                let part = ((position - a) / (b - a)).clamp(0.0, 1.0);
                let days = ((*to - *from).num_days() as f64 * part).round() as i64;
                return *from + chrono::TimeDelta::days(days);
            }
        }
        self.knots[3].0
    }
}

impl<'a> Strip<'a> {
    pub fn of(world: &'a World, tract: usize, sense: Sense, scale: StripScale) -> Self {
        let pieces = world
            .holdings_of(tract, sense)
            .map(|holding| StripPiece {
                from: scale.position(holding.from.earliest()),
                to: holding.to.as_ref().and_then(|to| to.latest()).map_or(1.0, |to| scale.position(to)),
                holding,
            })
            .collect();
        Self { pieces }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_comes_back_from_its_place() {
        let scale = StripScale::until(Day::from_ymd_opt(2026, 12, 31).unwrap());
        for text in ["1828-02-22", "1918-03-03", "1921-10-13", "1991-09-21"] {
            let day: Day = text.parse().unwrap();
            assert_eq!(scale.day(scale.position(day)), day);
        }
    }

    #[test]
    fn the_decade_of_the_treaties_has_half_the_room() {
        let scale = StripScale::until(Day::from_ymd_opt(2026, 12, 31).unwrap());
        let at = |year| scale.position(Day::from_ymd_opt(year, 1, 1).unwrap());
        assert!(at(1924) - at(1914) > 0.5);
    }
}
