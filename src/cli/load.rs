//! The atlas for a command: embedded, with a folder laid over it. Problems of the data go to standard error,
//! one a line, and what is good is used all the same.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Context;

use super::Failure;
use crate::catalog::{self, Catalog, Source};
use crate::geometry::Projection;
use crate::layer::{self, Layer};
use crate::model::{Atlas, Day, Kind, Problem};
use crate::world::World;

/// The atlas with its problems told.
pub fn world(source: &Source) -> anyhow::Result<World> {
    let world = silent_world(source)?;
    tell(&world.problems);
    Ok(world)
}

/// The atlas with its problems kept for the caller.
pub fn silent_world(source: &Source) -> anyhow::Result<World> {
    Ok(World::new(catalog(source)?))
}

/// Files read as layers, with their problems told. A file that cannot be read at all is a failure.
pub fn layers(files: &[PathBuf], projection: &Projection) -> anyhow::Result<Vec<Arc<Layer>>> {
    let mut layers = Vec::with_capacity(files.len());
    for file in files {
        let (layer, problems) = layer(file, projection)?;
        tell(&problems);
        layers.push(Arc::new(layer));
    }
    Ok(layers)
}

/// A file read as a layer, with its problems.
pub fn layer(file: &Path, projection: &Projection) -> anyhow::Result<(Layer, Vec<Problem>)> {
    let name = file.display().to_string();
    if file.is_dir() {
        return Err(Failure::new(format!("cannot read {name}: it is a folder, not a file")).into());
    }
    let bytes = std::fs::read(file).with_context(|| format!("cannot read {name}"))?;
    Ok(layer::read(&name, &bytes, projection))
}

/// Refuses a day that the atlas does not show.
pub fn recorded(world: &World, day: Day) -> anyhow::Result<Day> {
    let (first, last) = (world.first_day(), world.last_day());
    if (first..=last).contains(&day) {
        return Ok(day);
    }
    Err(Failure::new(format!("the atlas knows nothing of {day}"))
        .hint(format!("it shows the days from {first} to {last}"))
        .into())
}

/// The kind of an entry, or a failure that names entries with ids that are like it.
pub fn kind_of(atlas: &Atlas, id: &str) -> anyhow::Result<Kind> {
    atlas.kind_of(id).ok_or_else(|| {
        let ids: Vec<&str> = atlas.entries().filter_map(|row| row.entry.id()).collect();
        unknown(id, "entry", &ids).into()
    })
}

/// A failure that names what was probably meant.
pub fn unknown(id: &str, what: &str, ids: &[&str]) -> Failure {
    const LIKE: f64 = 0.75;
    let wanted = id.to_lowercase();
    let mut near: Vec<(f64, &str)> = ids
        .iter()
        .map(|known| (strsim::jaro_winkler(&wanted, known), *known))
        .filter(|(like, known)| *like > LIKE || known.starts_with(&wanted))
        .collect();
    near.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    let near: Vec<String> = near.iter().take(5).map(|(_, known)| format!("`{known}`")).collect();
    let failure = Failure::new(format!("no {what} has the id `{id}`"));
    if near.is_empty() {
        failure.hint("`kars-atlas search TEXT` finds ids by name")
    } else {
        failure.hint(format!("ids like it: {}", near.join(", ")))
    }
}

fn catalog(source: &Source) -> anyhow::Result<Catalog> {
    for (folder, option) in [(&source.atlas, "--atlas"), (&source.over, "--data")] {
        if let Some(folder) = folder.as_ref().filter(|folder| !folder.is_dir()) {
            let failure = Failure::new(format!("the data folder {} is not there", folder.display()));
            return Err(failure.hint(format!("`{option}` takes a folder of the form of `data/`")).into());
        }
    }
    Ok(catalog::load_from(source)?)
}

fn tell(problems: &[Problem]) {
    for problem in problems {
        eprintln!("{problem}");
    }
}
