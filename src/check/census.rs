//! Counts of people whose figures cannot be: groups that are more than the total, and groups without a figure.

use super::findings::Findings;
use crate::catalog::Done;
use crate::model::{Atlas, Count, Tabled};
use crate::text::Given;

const AS_IT_STANDS: Done = "done.shown-as-it-stands";

pub fn judge(atlas: &Atlas, findings: &mut Findings) {
    for (count, origin) in atlas.census.with_origins() {
        let path = format!("{}.groups", count.path());
        if exceeds_its_whole(count) {
            findings.error(origin, path.as_str(), "check.groups-exceed-total", &[], AS_IT_STANDS);
        }
        for group in count.groups.iter().filter(|group| group.people.is_none() && group.share.is_none()) {
            let given: &Given<'_> = &[("group", &group.name)];
            findings.error(origin, path.as_str(), "check.group-without-figure", given, AS_IT_STANDS);
        }
    }
}

/// Whether the groups are more people than the total, or more than all of it. Shares are rounded, so that as many tenths
/// of a per cent too much are borne as there are groups.
fn exceeds_its_whole(count: &Count) -> bool {
    let people: u64 = count.groups.iter().filter_map(|group| group.people).map(u64::from).sum();
    let share: f64 = count.groups.iter().filter_map(|group| group.share).sum();
    count.total.is_some_and(|total| people > u64::from(total)) || share > 100.0 + 0.1 * count.groups.len() as f64
}
