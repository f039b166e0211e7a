//! What a command works on: the atlas, files, days and entries that its arguments name. Problems of the data go to
//! standard error, one per line, and what is good is still used.

use std::path::PathBuf;
use std::sync::Arc;

use crate::catalog::Source;
use crate::failure::Failure;
use crate::geometry::Projection;
use crate::layer::Layer;
use crate::model::{Atlas, Day, Kind, Problem, Severity};
use crate::text::Texts;
use crate::world::World;
use crate::{opening, platform};

/// The atlas with its problems told.
pub fn world(source: &Source) -> Result<World, Failure> {
    let world = opening::world(source)?;
    tell(&world.problems);
    Ok(world)
}

/// Files read as layers, with their problems told, and whether all of them is there. A file that cannot be read at all is a
/// failure.
pub fn layers(files: &[PathBuf], projection: &Projection) -> Result<(Vec<Arc<Layer>>, bool), Failure> {
    let (mut layers, mut is_whole) = (Vec::with_capacity(files.len()), true);
    for file in files {
        let (layer, problems) = opening::layer(file, projection)?;
        tell(&problems);
        is_whole &= problems.iter().all(|problem| problem.severity < Severity::Error);
        layers.push(Arc::new(layer));
    }
    Ok((layers, is_whole))
}

/// Refuses a day that the atlas does not show.
pub fn recorded(world: &World, day: Day) -> anyhow::Result<Day> {
    let (first, last) = (world.first_day(), world.last_day());
    if (first..=last).contains(&day) {
        return Ok(day);
    }
    let texts = Texts::english();
    Err(Failure::new(texts.fill("failure.no-such-day", &[("day", &day)]))
        .hint(texts.fill("failure.days-shown", &[("from", &first), ("to", &last)]))
        .into())
}

/// The kind of an entry, or a failure that names entries with ids that are like it.
pub fn kind_of(atlas: &Atlas, id: &str) -> anyhow::Result<Kind> {
    atlas.kind_of(id).ok_or_else(|| {
        let ids: Vec<&str> = atlas.entries().filter_map(|row| row.entry.id()).collect();
        unknown("failure.no-entry", id, &ids).into()
    })
}

/// A failure by its key that names the ids that were probably meant.
pub fn unknown(key: &str, id: &str, ids: &[&str]) -> Failure {
    const LIKE: f64 = 0.75;
    let wanted = id.to_lowercase();
    let mut near: Vec<(f64, &str)> = ids
        .iter()
        .map(|known| (strsim::jaro_winkler(&wanted, known), *known))
        .filter(|(like, known)| *like > LIKE || known.starts_with(&wanted))
        .collect();
    near.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    let near: Vec<String> = near.iter().take(5).map(|(_, known)| format!("`{known}`")).collect();
    let texts = Texts::english();
    let failure = Failure::new(texts.fill(key, &[("id", &id)]));
    failure.hint(match near.as_slice() {
        [] => texts.say("failure.ids-by-name").to_owned(),
        near => texts.fill("failure.ids-like-it", &[("ids", &near.join(", "))]),
    })
}

fn tell(problems: &[Problem]) {
    for problem in problems {
        platform::tell(problem);
    }
}
