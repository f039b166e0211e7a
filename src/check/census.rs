//! Counts of people whose figures cannot be: groups that are more than the total, and groups without a figure.

use super::Findings;
use crate::model::{Atlas, Count, Tabled};
use crate::text::Texts;

pub fn judge(atlas: &Atlas, findings: &mut Findings) {
    let texts = Texts::english();
    for (count, origin) in atlas.census.with_origins() {
        let path = format!("{}.groups", count.path());
        if exceeds_its_whole(count) {
            findings.error(
                origin,
                path.as_str(),
                texts.say("check.groups-exceed-total"),
                texts.say("check.as-it-stands"),
            );
        }
        for group in count.groups.iter().filter(|group| group.people.is_none() && group.share.is_none()) {
            let message = texts.fill("check.group-without-figure", &[("group", &group.name)]);
            findings.error(origin, path.as_str(), message, texts.say("check.as-it-stands"));
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
