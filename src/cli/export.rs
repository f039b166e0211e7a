//! `export`: the map of a day as a finished figure. The file is there whole or not at all.

use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::Context as _;

use super::args::{ExportArgs, FormatName, ThemeName};
use super::load;
use super::output::{is_standard_output, write};
use super::state::{around, asked_state};
use crate::catalog::Source;
use crate::export::{Format, export};
use crate::failure::Failure;
use crate::page::{BlockKind, Extras, PageChoice, Template, lay_out};
use crate::platform::{self, Existing};
use crate::symbology::{Audience, Style, ThemeChoice};
use crate::text::{Given, Texts};
use crate::view::NamesShown;
use crate::world::World;

pub fn run(args: &ExportArgs, source: &Source) -> anyhow::Result<ExitCode> {
    let format = format(args)?;
    let existing = if args.no_clobber { Existing::Keep } else { Existing::Replace };
    writable(&args.output, existing)?;
    let world = load::world(source)?;
    let (layers, is_whole) = load::layers(&args.files, &world.projection)?;
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
    write(&args.output, &bytes, existing)?;
    // What was left out of a file has been told; the picture is not all that was asked for.
    let status = asked.tell();
    Ok(if is_whole { status } else { ExitCode::FAILURE })
}

/// The page as it is asked for.
fn choice(args: &ExportArgs, world: &World) -> anyhow::Result<PageChoice> {
    if let Some(id) = args.article.as_ref().filter(|id| !world.atlas.articles.contains(id)) {
        let ids: Vec<&str> = world.atlas.articles.iter().map(|article| article.id.as_str()).collect();
        return Err(load::unknown("failure.no-article", id, &ids).into());
    }
    let template = template(args)?;
    let texts = Texts::english();
    let needs = |kind: BlockKind, given: bool, option: &str, hint: &str| {
        let missing = given && !template.has(kind);
        let given: &Given<'_> = &[("page", &template.id), ("option", &option)];
        let failure = || Failure::usage(texts.fill("export.no-place", given)).hint(texts.say(hint));
        if missing { Err(failure()) } else { Ok(()) }
    };
    needs(BlockKind::Article, args.article.is_some(), "--article", "export.page-article")?;
    needs(BlockKind::Maps, !args.dates.is_empty(), "--dates", "export.page-multiples")?;
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
    let (file, texts) = (Path::new(page), Texts::english());
    if !file.is_file() {
        let ids: Vec<&str> = Template::all().iter().map(|template| template.id.as_str()).collect();
        let failure = Failure::usage(texts.fill("export.no-page", &[("page", &page)]));
        return Err(failure.hint(texts.fill("export.pages", &[("ids", &ids.join(", "))])).into());
    }
    let text =
        String::from_utf8(platform::read(file)?).with_context(|| texts.fill("export.no-text", &[("file", &page)]))?;
    let id = file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let template = Template::read(&id, &text).with_context(|| texts.fill("export.no-template", &[("file", &page)]))?;
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
        let texts = Texts::english();
        Failure::usage(texts.fill("export.no-format", &[("file", &args.output.display())]))
            .hint(texts.say("export.endings"))
            .into()
    })
}

/// What can be seen to be in the way before the work begins.
fn writable(output: &Path, existing: Existing) -> anyhow::Result<()> {
    if is_standard_output(output) {
        return Ok(());
    }
    let (folder, texts) = (folder_of(output), Texts::english());
    if output.is_dir() {
        let failure = Failure::new(texts.fill("export.is-folder", &[("folder", &output.display())]));
        return Err(failure.hint(texts.say("export.name-a-file")).into());
    }
    if existing == Existing::Keep && output.exists() {
        return Err(Failure::new(texts.fill("output.taken", &[("file", &output.display())])).into());
    }
    if !folder.is_dir() {
        let given: &Given<'_> = &[("file", &output.display()), ("folder", &folder.display())];
        let failure = Failure::new(texts.fill("export.no-folder", given));
        return Err(failure.hint(texts.fill("export.make-folder", &[("folder", &folder.display())])).into());
    }
    Ok(())
}

fn folder_of(output: &Path) -> &Path {
    match output.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}
