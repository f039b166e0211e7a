//! Who holds what on a day.

use super::World;
use crate::model::{Claim, Day, Holder, Holding, Sense, Union};

/// The map of a day: for each tract of the ground, in order.
#[derive(Clone, Debug)]
pub struct DayMap<'a> {
    /// The day.
    pub day: Day,
    tracts: Vec<TractHolders<'a>>,
}

/// Who holds one tract.
#[derive(Clone, Debug, Default)]
pub struct TractHolders<'a> {
    /// The holding by right.
    pub de_jure: Option<&'a Holding>,
    /// The holding in fact.
    pub de_facto: Option<&'a Holding>,
    /// The claims that are made on that day, in the order of the record.
    pub claims: Vec<&'a Claim>,
}

impl<'a> DayMap<'a> {
    /// What holds of a tract, by its position in `Ground::tracts`.
    pub fn get(&self, tract: usize) -> Option<&TractHolders<'a>> {
        self.tracts.get(tract)
    }

    /// What holds of each tract, in the order of `Ground::tracts`.
    pub fn iter(&self) -> impl Iterator<Item = &TractHolders<'a>> {
        self.tracts.iter()
    }

    /// The holders of a tract in one sense.
    pub fn holders(&self, tract: usize, sense: Sense) -> &'a [Holder] {
        self.get(tract)
            .and_then(|held| match sense {
                Sense::DeJure => held.de_jure,
                Sense::DeFacto => held.de_facto,
            })
            .map_or(&[], |holding| holding.holders.as_slice())
    }
}

impl TractHolders<'_> {
    /// Whether somebody else holds the tract than the one who has the right to it.
    pub fn differs(&self) -> bool {
        match (self.de_jure, self.de_facto) {
            (Some(right), Some(fact)) => right.holders != fact.holders,
            _ => false,
        }
    }
}

impl World {
    /// An autonomous land that holds ground in fact, with the one of those who have the right to it under whom it governs
    /// itself; `None` where the holder is no such land that day.
    pub fn autonomous<'a>(&'a self, holder: &Holder, by_right: &[Holder], day: Day) -> Option<(&'a str, &'a str)> {
        let land = self.atlas.polities.get(holder.polity()?)?;
        let lasts = |union: &&Union| {
            by_right.iter().any(|right| right.polity() == Some(&union.polity))
                && union.from.as_ref().is_none_or(|from| from.earliest() <= day)
                && union.to.as_ref().is_none_or(|to| to.latest().is_none_or(|last| day <= last))
        };
        land.autonomous_under.iter().find(lasts).map(|union| (land.id.as_str(), union.polity.as_str()))
    }

    /// The map of a day: who holds each tract, and who claims it.
    pub fn day_map(&self, day: Day) -> DayMap<'_> {
        let tracts = (0..self.ground.tracts().len())
            .map(|tract| TractHolders {
                de_jure: self.holding_on(tract, Sense::DeJure, day),
                de_facto: self.holding_on(tract, Sense::DeFacto, day),
                claims: self.claims_of(tract).filter(|claim| claim.covers(day)).collect(),
            })
            .collect();
        DayMap { day, tracts }
    }

    /// The holding that covers a day. Where two overlap, against the rules of the record, the later one counts: the
    /// steps follow the first days of holdings.
    pub fn holding_on(&self, tract: usize, sense: Sense, day: Day) -> Option<&Holding> {
        self.holdings_of(tract, sense).rfind(|holding| holding.covers(day))
    }

    /// The holdings of a tract in one sense, in order of time.
    pub fn holdings_of(&self, tract: usize, sense: Sense) -> impl DoubleEndedIterator<Item = &Holding> {
        let all = self.atlas.holdings.as_slice();
        self.holding_positions(tract, sense).iter().filter_map(move |at| all.get(*at))
    }

    /// The claims on a tract, in order of time.
    pub fn claims_of(&self, tract: usize) -> impl Iterator<Item = &Claim> {
        let all = self.atlas.claims.as_slice();
        self.holdings.get(tract).into_iter().flat_map(|holdings| &holdings.claims).filter_map(move |at| all.get(*at))
    }
}
