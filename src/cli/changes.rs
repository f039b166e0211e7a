//! `changes`: what differs between two days. `steps`: every day on which something does.

use std::fmt::Write;

use serde::Serialize;

use super::args::{ChangesArgs, StepsArgs};
use super::load;
use super::output::{print, thousandths};
use crate::catalog::Source;
use crate::model::{Holder, Sense};
use crate::text::Texts;
use crate::world::World;

#[derive(Serialize)]
struct Moved<'a> {
    tract: &'a str,
    area_km2: f64,
    sense: &'static str,
    from: &'a [Holder],
    to: &'a [Holder],
    by: Vec<&'a str>,
}

#[derive(Serialize)]
struct Step<'a> {
    date: String,
    changes: Vec<StepChange<'a>>,
}

#[derive(Serialize)]
struct StepChange<'a> {
    tract: &'a str,
    sense: &'static str,
    from: &'a [Holder],
    to: &'a [Holder],
    by: &'a [String],
}

pub fn run_changes(args: &ChangesArgs, source: &Source, texts: &Texts) -> anyhow::Result<()> {
    let world = load::world(source)?;
    let (from, to) = (load::recorded(&world, args.from)?, load::recorded(&world, args.to)?);
    let mut changes: Vec<Moved<'_>> = world
        .changes(from, to)
        .into_iter()
        .map(|change| Moved {
            tract: world.ground.id(change.tract).unwrap_or_default(),
            area_km2: thousandths(world.area_km2(change.tract)),
            sense: key(change.sense),
            from: &change.from.holders,
            to: &change.to.holders,
            by: change.by,
        })
        .collect();
    // By name, so that the order does not depend on that of the layer.
    changes.sort_by(|a, b| a.tract.cmp(b.tract).then(b.sense.cmp(a.sense)));
    print(&changes, args.json, |changes| {
        let mut text = String::new();
        for change in changes {
            let area = change.area_km2.round();
            text.push_str(&line(
                &world,
                texts,
                change.tract,
                change.sense,
                (change.from, change.to),
                &change.by,
                Some(area),
            ));
        }
        text
    })
}

pub fn run_steps(args: &StepsArgs, source: &Source, texts: &Texts) -> anyhow::Result<()> {
    let world = load::world(source)?;
    let steps: Vec<Step<'_>> = world
        .steps()
        .into_iter()
        .map(|step| {
            let mut changes: Vec<StepChange<'_>> = step
                .changes
                .into_iter()
                .map(|change| StepChange {
                    tract: world.ground.id(change.tract).unwrap_or_default(),
                    sense: key(change.sense),
                    from: &change.before.holders,
                    to: &change.after.holders,
                    by: &change.after.by,
                })
                .collect();
            changes.sort_by(|a, b| a.tract.cmp(b.tract).then(b.sense.cmp(a.sense)));
            Step { date: step.day.to_string(), changes }
        })
        .collect();
    print(&steps, args.json, |steps| {
        let mut text = String::new();
        for step in steps {
            let _ = writeln!(text, "{}", step.date);
            for change in &step.changes {
                let by: Vec<&str> = change.by.iter().map(String::as_str).collect();
                text.push_str("  ");
                text.push_str(&line(&world, texts, change.tract, change.sense, (change.from, change.to), &by, None));
            }
        }
        text
    })
}

/// The sense as JSON has it.
fn key(sense: Sense) -> &'static str {
    match sense {
        Sense::DeJure => "de_jure",
        Sense::DeFacto => "de_facto",
    }
}

/// One change, with the area where it is given.
fn line(
    world: &World,
    texts: &Texts,
    tract: &str,
    sense: &str,
    (from, to): (&[Holder], &[Holder]),
    by: &[&str],
    area_km2: Option<f64>,
) -> String {
    let name = |id: &str| world.atlas.name_of(id).unwrap_or_else(|| id.to_owned());
    let names =
        |holders: &[Holder]| texts.list(&holders.iter().map(|holder| name(holder.as_str())).collect::<Vec<_>>());
    let mut line = format!("{} ({}): {} → {}", name(tract), sense.replace('_', " "), names(from), names(to));
    if let Some(area_km2) = area_km2 {
        line = format!("{line}, {}", texts.area(area_km2));
    }
    if !by.is_empty() {
        line = texts.fill("changes.by", &[("change", &line), ("by", &by.join(", "))]);
    }
    line.push('\n');
    line
}
