//! Who held each tract, without a gap, without an overlap, and never without a word on why.

use chrono::Days;

use super::Findings;
use crate::model::{Day, Holding, Origin, Sense, Tabled};
use crate::world::World;

const LATER_COUNTS: &str = "the later holding counts";
const NO_HOLDER: &str = "the tract has no holder then";

pub fn judge(world: &World, findings: &mut Findings) {
    let atlas = &world.atlas;
    for (holding, origin) in atlas.holdings.with_origins() {
        if holding.by.is_empty() && holding.no_treaty.is_none() {
            let message = "the holding says neither `by` which article or event, nor why there is `no_treaty`";
            findings.error(origin, holding.path(), message, "it is shown without an origin");
        }
        if holding.holders.is_empty() {
            let message = "the holding has no holder; write `[\"none\"]` where it is undetermined";
            findings.error(origin, format!("{}.holders", holding.path()), message, NO_HOLDER);
        }
    }
    for (tract, origin) in atlas.tracts.with_origins() {
        for sense in [Sense::DeJure, Sense::DeFacto] {
            let mut held: Vec<(&Holding, &Origin)> = atlas
                .holdings
                .with_origins()
                .filter(|(holding, _)| holding.tract == tract.id && holding.sense == sense)
                .collect();
            held.sort_by_key(|(holding, _)| &holding.from);
            if held.is_empty() {
                let message = format!("the tract has no holding {}", words(sense));
                findings.error(origin, tract.path(), message, NO_HOLDER);
            }
            in_a_row(&held, sense, world.first_day(), findings);
        }
    }
}

/// `begins` is the first day of the atlas: every tract has a holder from there to today.
fn in_a_row(held: &[(&Holding, &Origin)], sense: Sense, begins: Day, findings: &mut Findings) {
    if let Some((first, origin)) = held.first()
        && first.from.earliest() != begins
    {
        let message = format!("the first holding {} begins on {}, not on {begins}", words(sense), first.from);
        findings.error(origin, format!("{}.from", first.path()), message, NO_HOLDER);
    }
    for pair in held.windows(2) {
        let [(before, _), (after, origin)] = pair else { continue };
        let due = before.to.as_ref().and_then(|to| to.latest()).and_then(|last| last.checked_add_days(Days::new(1)));
        let path = format!("{}.from", after.path());
        match due {
            Some(due) if after.from.earliest() > due => {
                let message = format!("a gap: nobody holds the tract from {due} to {}", after.from);
                findings.error(origin, path, message, NO_HOLDER);
            }
            Some(due) if after.from.earliest() == due => {}
            _ => {
                let until = before.to.as_ref().map_or_else(|| "today".to_owned(), ToString::to_string);
                let message = format!(
                    "an overlap: the holding since {} lasts until {until}, and this one begins before",
                    before.from
                );
                findings.error(origin, path, message, LATER_COUNTS);
            }
        }
    }
    if let Some((last, origin)) = held.last()
        && let Some(to) = last.to.as_ref().filter(|to| to.latest().is_some())
    {
        let message = format!("a gap: the last holding {} ends on {to}, and none follows", words(sense));
        findings.error(origin, format!("{}.to", last.path()), message, NO_HOLDER);
    }
}

fn words(sense: Sense) -> &'static str {
    match sense {
        Sense::DeJure => "de jure",
        Sense::DeFacto => "de facto",
    }
}
