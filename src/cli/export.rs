//! `export`: the map of a day as a finished figure. The file is there whole or not at all.

use std::path::Path;
use std::process::ExitCode;

use super::args::{ExportArgs, FormatName, ThemeName};
use super::load;
use super::state::{around, asked_state};
use crate::catalog::Source;
use crate::export::{Format, export};
use crate::failure::Failure;
use crate::page::{FigureSize, figure};
use crate::platform::write_whole;
use crate::symbology::ThemeChoice;

pub fn run(args: &ExportArgs, source: &Source) -> anyhow::Result<ExitCode> {
    let format = format(args)?;
    writable(&args.output)?;
    let world = load::world(source)?;
    let layers = load::layers(&args.files, &world.projection)?;
    let mut asked = asked_state(&args.state, &world)?;
    if let Some(id) = args.state.select.as_ref().filter(|_| args.zoom) {
        asked.state.extent = around(&world, id)?;
    }
    let size = FigureSize { width: f64::from(args.size.width), height: f64::from(args.size.height) };
    let theme = world.theme(match args.theme {
        ThemeName::Light => ThemeChoice::Light,
        ThemeName::Dark => ThemeChoice::Dark,
    });
    let bytes = export(&figure(&world, &layers, &theme, &asked.state, size), format)?;
    write_whole(&args.output, &bytes)?;
    Ok(asked.tell())
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
