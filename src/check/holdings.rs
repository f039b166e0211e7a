//! Who held each tract, without a gap, without an overlap, and never without a word on why.

use chrono::Days;

use super::findings::Findings;
use crate::catalog::Done;
use crate::model::{Day, Holding, Origin, Sense, Tabled};
use crate::text::{Given, Texts};
use crate::world::World;

const NO_HOLDER: Done = "done.no-holder-then";

pub fn judge(world: &World, findings: &mut Findings) {
    let atlas = &world.atlas;
    for (holding, origin) in atlas.holdings.with_origins() {
        if holding.by.is_empty() && holding.no_treaty.is_none() {
            findings.error(origin, holding.path(), "check.holding-without-origin", &[], "done.shown-without-origin");
        }
        if holding.holders.is_empty() {
            findings.error(origin, format!("{}.holders", holding.path()), "check.no-holder", &[], NO_HOLDER);
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
                findings.error(origin, tract.path(), "check.no-holding", &[("sense", &words(sense))], NO_HOLDER);
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
        let given: &Given<'_> = &[("sense", &words(sense)), ("from", &first.from), ("begins", &begins)];
        findings.error(origin, format!("{}.from", first.path()), "check.begins-late", given, NO_HOLDER);
    }
    for pair in held.windows(2) {
        let [(before, _), (after, origin)] = pair else { continue };
        let due = before.to.as_ref().and_then(|to| to.latest()).and_then(|last| last.checked_add_days(Days::new(1)));
        let path = format!("{}.from", after.path());
        match due {
            Some(due) if after.from.earliest() > due => {
                findings.error(origin, path, "check.gap", &[("from", &due), ("to", &after.from)], NO_HOLDER);
            }
            Some(due) if after.from.earliest() == due => {}
            _ => {
                let today = || Texts::english().say("date.today").to_owned();
                let until = before.to.as_ref().map_or_else(today, ToString::to_string);
                let given: &Given<'_> = &[("from", &before.from), ("until", &until)];
                findings.error(origin, path, "check.overlap", given, "done.later-holding-counts");
            }
        }
    }
    if let Some((last, origin)) = held.last()
        && let Some(to) = last.to.as_ref().filter(|to| to.latest().is_some())
    {
        let given: &Given<'_> = &[("sense", &words(sense)), ("to", to)];
        findings.error(origin, format!("{}.to", last.path()), "check.ends-early", given, NO_HOLDER);
    }
}

fn words(sense: Sense) -> String {
    let key = match sense {
        Sense::DeJure => "check.de-jure",
        Sense::DeFacto => "check.de-facto",
    };
    Texts::english().say(key).to_owned()
}
