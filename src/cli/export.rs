//! `export`: the map of a day as a finished figure. The file is there whole or not at all.

use std::path::Path;

use anyhow::Context;

use super::args::{CompareName, ExportArgs, FormatName, SenseName, ThemeName};
use super::{Failure, load};
use crate::export::{Format, export};
use crate::model::{Day, Entry};
use crate::scene::{Compare, CompareMode, FigureSize, Focus, MapOptions, MapView, Senses, comparison};
use crate::storage::write_whole;
use crate::symbology::{Theme, ThemeChoice};
use crate::world::World;

pub fn run(args: &ExportArgs, data: Option<&Path>) -> anyhow::Result<()> {
    let format = format(args)?;
    let (day, compare) = days(args)?;
    writable(&args.output)?;
    let mut world = load::world(data)?;
    world.overlays = load::overlays(&args.files)?;
    let size = FigureSize { width: f64::from(args.size.width), height: f64::from(args.size.height) };
    let mut options = MapOptions::of_day(day);
    options.senses = senses(&args.senses);
    for era in &args.eras {
        if !world.atlas.eras.contains(era) {
            let ids: Vec<&str> = world.atlas.eras.iter().filter_map(Entry::id).collect();
            return Err(Failure::new(format!("no era has the id `{era}`"))
                .hint(format!("eras: {}", ids.join(", ")))
                .into());
        }
        options.eras.insert(era.clone());
    }
    let mut view = None;
    if let Some(id) = &args.select {
        options.focus = focus(&world, id)?;
        if args.zoom {
            view = Some(closer(&world, id, size)?);
        }
    }
    let theme = Theme::embedded(match args.theme {
        ThemeName::Light => ThemeChoice::Light,
        ThemeName::Dark => ThemeChoice::Dark,
    });
    let bytes = export(&comparison(&world, &theme, &options, compare, view, size), format)?;
    write_whole(&args.output, &bytes).with_context(|| format!("cannot write {}", args.output.display()))
}

/// The day of the map, and the day that it is compared with.
fn days(args: &ExportArgs) -> anyhow::Result<(Day, Option<Compare>)> {
    if let Some(days) = args.compare {
        let mode = match args.compare_as {
            CompareName::Swipe => CompareMode::Swipe,
            CompareName::SideBySide => CompareMode::SideBySide,
            CompareName::Ghost => CompareMode::Ghost,
        };
        return Ok((load::recorded(days.b)?, Some(Compare { with: load::recorded(days.a)?, mode, at: 0.5 })));
    }
    let day = args.date.ok_or_else(|| Failure::usage("a day is needed").hint("--date 1921-10-13"))?;
    Ok((load::recorded(day)?, None))
}

fn format(args: &ExportArgs) -> anyhow::Result<Format> {
    let named = match args.format {
        Some(FormatName::Png) => Some(Format::Png),
        Some(FormatName::Svg) => Some(Format::Svg),
        Some(FormatName::Pdf) => Some(Format::Pdf),
        None => args.output.extension().and_then(|ending| match ending.to_string_lossy().to_lowercase().as_str() {
            "png" => Some(Format::Png),
            "svg" => Some(Format::Svg),
            "pdf" => Some(Format::Pdf),
            _ => None,
        }),
    };
    named.ok_or_else(|| {
        Failure::usage(format!("the ending of {} names no format", args.output.display()))
            .hint("end it in .png, .svg or .pdf, or say --format png")
            .into()
    })
}

/// What can be seen to be in the way before the work begins.
fn writable(output: &Path) -> anyhow::Result<()> {
    let folder = folder_of(output);
    if output.is_dir() {
        return Err(Failure::new(format!("{} is a folder", output.display())).hint("name a file in it").into());
    }
    if !folder.is_dir() {
        let failure =
            Failure::new(format!("cannot write {}: there is no folder {}", output.display(), folder.display()));
        return Err(failure.hint(format!("make it first: mkdir -p {}", folder.display())).into());
    }
    Ok(())
}

fn folder_of(output: &Path) -> &Path {
    match output.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

fn senses(named: &[SenseName]) -> Senses {
    let has = |name| named.contains(&name);
    Senses { de_jure: has(SenseName::DeJure), de_facto: has(SenseName::DeFacto), claims: has(SenseName::Claims) }
}

fn focus(world: &World, id: &str) -> anyhow::Result<Focus> {
    load::kind_of(&world.atlas, id)?;
    let focus = Focus::on(world, id);
    // With nothing to stand out, dimming would leave a pale map.
    Ok(Focus { dims: !focus.ground.is_empty(), ..focus })
}

fn closer(world: &World, id: &str, size: FigureSize) -> anyhow::Result<MapView> {
    /// Ground around a selection, and all there is around a point.
    const AROUND_M: f64 = 15_000.0;
    /// About what title, legend and credits leave for the map.
    const MAP_WIDTH: f64 = 0.75;
    const MAP_HEIGHT: f64 = 0.85;
    let extent = world.extent_of(id).ok_or_else(|| {
        Failure::new(format!("`{id}` has no place on the map")).hint("leave out --zoom to see the whole map")
    })?;
    Ok(MapView::fitting(extent.grown_m(AROUND_M), size.width * MAP_WIDTH, size.height * MAP_HEIGHT, 10.0))
}
