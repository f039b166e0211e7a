//! Who held a tract over time, as a strip: the crowded years get most of the room.

use std::sync::Arc;

use crate::model::{Day, Holding, Sense};
use crate::world::World;

/// The holdings of a tract in one sense as pieces of a strip of length 1.
pub struct Strip<'a> {
    /// The pieces, end to end, in order of time.
    pub pieces: Vec<StripPiece<'a>>,
}

/// One holding on a strip.
pub struct StripPiece<'a> {
    /// 0 to 1.
    pub from: f64,
    /// Where it ends, 0 to 1.
    pub to: f64,
    /// The holding.
    pub holding: &'a Holding,
}

/// A scale of time from the first day of the atlas to its last, in stretches that each run evenly: the settings of the
/// atlas say where crowded years get more room.
#[derive(Clone, Debug)]
pub struct StripScale {
    /// Days and their places, both growing.
    knots: Arc<[(Day, f64)]>,
}

impl StripScale {
    /// The scale of an atlas. Marks that do not grow in day and place are passed over.
    pub fn new(world: &World) -> Self {
        let (first, last) = (world.first_day(), world.last_day());
        let mut knots = vec![(first, 0.0)];
        for mark in &world.settings.time.scale {
            if knots.last().is_some_and(|(day, at)| mark.day > *day && mark.at > *at)
                && mark.day < last
                && mark.at < 1.0
            {
                knots.push((mark.day, mark.at));
            }
        }
        knots.push((last, 1.0));
        Self { knots: knots.into() }
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
        self.knots.last().map_or(Day::MAX, |(last, _)| *last)
    }
}

impl<'a> Strip<'a> {
    /// The strip of a tract (a position in `Ground::tracts`) in one sense.
    pub fn new(world: &'a World, tract: usize, sense: Sense, scale: &StripScale) -> Self {
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
        let scale = StripScale::new(&World::new(crate::catalog::load_embedded()));
        for text in ["1828-02-22", "1918-03-03", "1921-10-13", "1991-09-21"] {
            let day: Day = text.parse().unwrap();
            assert_eq!(scale.day(scale.position(day)), day);
        }
    }

    #[test]
    fn the_decade_of_the_treaties_has_half_the_room() {
        let scale = StripScale::new(&World::new(crate::catalog::load_embedded()));
        let at = |year| scale.position(Day::from_ymd_opt(year, 1, 1).unwrap());
        assert!(at(1924) - at(1914) > 0.5);
    }
}
