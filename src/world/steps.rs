//! The days on which the map changes, and what differs between two days.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Days;

use super::World;
use crate::model::{Claim, Day, Holder, Holding, Sense, When};

/// A day on which the map changes.
#[derive(Clone, Debug)]
pub struct Step<'a> {
    /// The day.
    pub day: Day,
    /// Sorted by tract, de jure first.
    pub changes: Vec<StepChange<'a>>,
    /// Claims that begin or end; only where they were asked for.
    pub claims: Vec<ClaimChange<'a>>,
}

/// A claim that is first or no longer raised.
#[derive(Clone, Copy, Debug)]
pub struct ClaimChange<'a> {
    /// The claim.
    pub claim: &'a Claim,
    /// Whether it begins on that day; else it ended on the day before.
    pub begins: bool,
}

/// What becomes different on that day.
#[derive(Clone, Debug)]
pub struct StepChange<'a> {
    /// Position in `Ground::tracts`.
    pub tract: usize,
    /// In which sense it is held.
    pub sense: Sense,
    /// The holding until the day before.
    pub before: &'a Holding,
    /// The holding from that day on.
    pub after: &'a Holding,
}

/// A tract whose holder differs between two days.
#[derive(Clone, Debug)]
pub struct Change<'a> {
    /// The tract, as a position in `Ground::tracts`.
    pub tract: usize,
    /// In which sense it is held.
    pub sense: Sense,
    /// The holding on the first of the two days.
    pub from: &'a Holding,
    /// The holding on the second.
    pub to: &'a Holding,
    /// The articles, instruments and events by which it came about, in order.
    pub by: Vec<&'a str>,
}

impl World {
    /// Whether a change brought ground from one country to another, and not only from one government of a country to the
    /// next.
    pub fn changes_country(&self, change: &Change<'_>) -> bool {
        let countries = |holding: &Holding| -> BTreeSet<String> {
            let country = |id: &str| self.atlas.polities.get(id).and_then(|polity| polity.country.clone());
            let ids = holding.holders.iter().map(Holder::as_str);
            ids.map(|id| country(id).unwrap_or_else(|| id.to_owned())).collect()
        };
        countries(change.from) != countries(change.to)
    }

    /// Every day on which a tract passes to another holder, in order. Two holdings of the same holders in a row
    /// (a new treaty that leaves the ground where it was) are no step: nothing on the map changes.
    pub fn steps(&self) -> Vec<Step<'_>> {
        let mut days: BTreeMap<Day, Vec<StepChange<'_>>> = BTreeMap::new();
        for tract in 0..self.ground.tracts().len() {
            for sense in [Sense::DeJure, Sense::DeFacto] {
                let holdings: Vec<&Holding> = self.holdings_of(tract, sense).collect();
                for pair in holdings.windows(2) {
                    if let [before, after] = pair
                        && before.holders != after.holders
                    {
                        let change = StepChange { tract, sense, before, after };
                        days.entry(after.from.earliest()).or_default().push(change);
                    }
                }
            }
        }
        days.into_iter().map(|(day, changes)| Step { day, changes, claims: Vec::new() }).collect()
    }

    /// The same with the days on which a claim on a tract begins or has ended.
    pub fn steps_with_claims(&self) -> Vec<Step<'_>> {
        let mut days: BTreeMap<Day, Step<'_>> = self.steps().into_iter().map(|step| (step.day, step)).collect();
        for tract in 0..self.ground.tracts().len() {
            for claim in self.claims_of(tract) {
                let after = claim.to.as_ref().and_then(When::latest).and_then(|last| last.succ_opt());
                let ends = after.map(|day| (day, false));
                for (day, begins) in std::iter::once((claim.from.earliest(), true)).chain(ends) {
                    let step = days.entry(day).or_insert_with(|| Step { day, changes: Vec::new(), claims: Vec::new() });
                    step.claims.push(ClaimChange { claim, begins });
                }
            }
        }
        days.into_values().collect()
    }

    /// What differs between two days. From B to A mirrors from A to B.
    pub fn changes(&self, from: Day, to: Day) -> Vec<Change<'_>> {
        let mut changes = Vec::new();
        for tract in 0..self.ground.tracts().len() {
            for sense in [Sense::DeJure, Sense::DeFacto] {
                let (Some(a), Some(b)) = (self.holding_on(tract, sense, from), self.holding_on(tract, sense, to))
                else {
                    continue;
                };
                if a.holders != b.holders {
                    changes.push(Change { tract, sense, from: a, to: b, by: self.by_between(tract, sense, from, to) });
                }
            }
        }
        changes
    }

    /// By what a tract changed hands after the earlier of two days and up to the later.
    fn by_between(&self, tract: usize, sense: Sense, a: Day, b: Day) -> Vec<&str> {
        let (first, last) = (a.min(b).checked_add_days(Days::new(1)).unwrap_or(a), a.max(b));
        let mut by: Vec<&str> = Vec::new();
        for holding in self.holdings_of(tract, sense) {
            if (first..=last).contains(&holding.from.earliest()) {
                for id in &holding.by {
                    if !by.contains(&id.as_str()) {
                        by.push(id);
                    }
                }
            }
        }
        by
    }
}
