//! How much ground each holder had over time: the areas of some tracts, stacked by holder.

use std::collections::BTreeMap;

use crate::model::{Day, Holder, Sense};
use crate::world::World;

/// Areas between two changes, in order of time; each stretch with its holders in the order of the record.
#[derive(Clone, Debug, PartialEq)]
pub struct AreaOverTime {
    /// The stretches, end to end, in order of time.
    pub stretches: Vec<AreaStretch>,
    /// The area of all the tracts, in km².
    pub total_km2: f64,
}

/// Who had how much while nothing changed.
#[derive(Clone, Debug, PartialEq)]
pub struct AreaStretch {
    /// The first day of the stretch.
    pub from: Day,
    /// The day on which the next stretch begins.
    pub until: Day,
    /// Holder and km²; ground held together counts for each in equal parts.
    pub areas: Vec<(Holder, f64)>,
}

impl AreaOverTime {
    /// The areas of tracts (positions in `Ground::tracts`) from `first` to `last`.
    pub fn new(world: &World, tracts: &[usize], sense: Sense, first: Day, last: Day) -> Self {
        let mut days: Vec<Day> = tracts
            .iter()
            .flat_map(|tract| world.holdings_of(*tract, sense))
            .map(|holding| holding.from.earliest())
            .filter(|day| (first..=last).contains(day))
            .chain([first])
            .collect();
        days.sort_unstable();
        days.dedup();
        let ends = days.iter().skip(1).copied().chain([last]).collect::<Vec<_>>();
        let mut stretches: Vec<AreaStretch> = Vec::new();
        for (from, until) in days.into_iter().zip(ends) {
            let areas = areas_on(world, tracts, sense, from);
            match stretches.last_mut() {
                Some(before) if before.areas == areas => before.until = until,
                _ => stretches.push(AreaStretch { from, until, areas }),
            }
        }
        Self { stretches, total_km2: tracts.iter().map(|tract| world.area_km2(*tract)).sum() }
    }
}

fn areas_on(world: &World, tracts: &[usize], sense: Sense, day: Day) -> Vec<(Holder, f64)> {
    let mut sums: BTreeMap<(Option<usize>, &Holder), f64> = BTreeMap::new();
    for tract in tracts {
        let Some(holding) = world.holding_on(*tract, sense, day) else { continue };
        let share = world.area_km2(*tract) / holding.holders.len().max(1) as f64;
        for holder in &holding.holders {
            *sums.entry((world.atlas.polities.position(holder.as_str()), holder)).or_default() += share;
        }
    }
    sums.into_iter().map(|((_, holder), area)| (holder.clone(), area)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::load_embedded;

    #[test]
    fn the_areas_of_every_stretch_add_up_to_the_whole() {
        let world = World::new(load_embedded());
        let tracts: Vec<usize> = (0..world.ground.tracts().len()).collect();
        let day = |year| Day::from_ymd_opt(year, 1, 1).unwrap();
        let areas = AreaOverTime::new(&world, &tracts, Sense::DeJure, day(1800), day(2026));
        assert!(areas.stretches.len() > 10);
        for stretch in &areas.stretches {
            let sum: f64 = stretch.areas.iter().map(|(_, area)| area).sum();
            assert!((sum - areas.total_km2).abs() < areas.total_km2 * 1e-9, "{}", stretch.from);
        }
        for pair in areas.stretches.windows(2) {
            assert_eq!(pair[0].until, pair[1].from);
            assert_ne!(pair[0].areas, pair[1].areas);
        }
    }
}
