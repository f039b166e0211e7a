//! `export`: the map of a day as a finished figure. The file is there whole or not at all.

use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::Context as _;

use super::args::{ExportArgs, FormatName, ThemeName};
use super::load;
use super::state::{around, asked_state};
use crate::catalog::Source;
use crate::export::{Format, export};
use crate::failure::Failure;
use crate::page::{BlockKind, Extras, PageChoice, Template, lay_out};
use crate::platform::{self, write_whole};
use crate::symbology::{Audience, Style, ThemeChoice};
use crate::view::NamesShown;
use crate::world::World;

pub fn run(args: &ExportArgs, source: &Source) -> anyhow::Result<ExitCode> {
    let format = format(args)?;
    writable(&args.output)?;
    let world = load::world(source)?;
    let layers = load::layers(&args.files, &world.projection)?;
    let mut asked = asked_state(&args.state, &world)?;
    if let Some(id) = args.state.select.as_ref().filter(|_| args.zoom) {
        asked.state.extent = around(&world, id)?;
    }
    let choice = choice(args, &world)?;
    let theme = world.theme(match args.theme {
        ThemeName::Light => ThemeChoice::Light,
        ThemeName::Dark => ThemeChoice::Dark,
    });
    let bytes = export(&lay_out(&world, &layers, &theme, &asked.state, &choice), format)?;
    write_whole(&args.output, &bytes)?;
    Ok(asked.tell())
}

/// The page as it is asked for.
fn choice(args: &ExportArgs, world: &World) -> anyhow::Result<PageChoice> {
    if let Some(id) = args.article.as_ref().filter(|id| !world.atlas.articles.contains(id)) {
        let ids: Vec<&str> = world.atlas.articles.iter().map(|article| article.id.as_str()).collect();
        return Err(load::unknown(id, "article", &ids).into());
    }
    let template = template(args)?;
    let needs = |kind: BlockKind, given: bool, option: &str, hint: &str| {
        let missing = given && !template.has(kind);
        let failure = || Failure::usage(format!("the page `{}` has no place for {option}", template.id)).hint(hint);
        if missing { Err(failure()) } else { Ok(()) }
    };
    needs(BlockKind::Article, args.article.is_some(), "--article", "take --page article")?;
    needs(BlockKind::Maps, !args.dates.is_empty(), "--dates", "take --page multiples")?;
    for day in &args.dates {
        load::recorded(world, *day)?;
    }
    Ok(PageChoice {
        pixels: args.size.map(|size| [size.width, size.height]),
        audience: args.text.as_deref().and_then(Audience::from_id),
        style: Style::from_id(&args.style).unwrap_or_default(),
        names: args.state.names.as_deref().and_then(NamesShown::from_id),
        days: args.dates.clone(),
        extras: Extras {
            title: args.title.clone(),
            subtitle: args.subtitle.clone(),
            without_legend: args.legend == "off",
            article: args.article.clone(),
        },
        ..PageChoice::new(&template)
    })
}

/// The template that is asked for: the one for what else is asked for where none is named, a file where one is.
fn template(args: &ExportArgs) -> anyhow::Result<Arc<Template>> {
    let Some(page) = args.page.as_deref() else {
        let id = if args.article.is_some() {
            Some("article")
        } else if args.dates.is_empty() {
            None
        } else {
            Some("multiples")
        };
        return Ok(Arc::clone(id.and_then(Template::by_id).unwrap_or(Template::usual())));
    };
    if let Some(template) = Template::by_id(page) {
        return Ok(Arc::clone(template));
    }
    let file = Path::new(page);
    if !file.is_file() {
        let ids: Vec<&str> = Template::all().iter().map(|template| template.id.as_str()).collect();
        let failure = Failure::usage(format!("there is no page `{page}`, and no file of that name"));
        return Err(failure.hint(format!("pages: {}", ids.join(", "))).into());
    }
    let text = String::from_utf8(platform::read(file)?).with_context(|| format!("{page} is no UTF-8 text"))?;
    let id = file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let template = Template::read(&id, &text).with_context(|| format!("{page} is no template"))?;
    Ok(Arc::new(template))
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
