//! `export`: the map of a day as a finished figure. The file is there whole or not at all.

use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use super::args::{ExportArgs, FormatName, StateArgs, TextAsName, ThemeName};
use super::load;
use super::output::{existing, is_standard_output, write};
use super::slides::Slides;
use super::state::{around, asked_state};
use super::template::template;
use crate::catalog::Source;
use crate::export::{Format, TextAs, export, svg_with};
use crate::failure::Failure;
use crate::page::{BlockKind, Extras, PageChoice, Template, lay_out};
use crate::platform::Existing;
use crate::symbology::{Audience, Style, ThemeChoice};
use crate::text::{Given, Texts};
use crate::view::NamesShown;
use crate::world::World;

/// What the answer is written as.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Output {
    Page(Format),
    Slides,
}

/// Writes the page or the slides that are asked for.
pub fn run(args: &ExportArgs, source: &Source, texts: &Texts) -> anyhow::Result<ExitCode> {
    let output = output(args)?;
    let existing = existing(args.no_clobber);
    writable(&args.output, existing)?;
    let world = load::world(source)?;
    let (layers, is_whole) = load::layers(&args.files, &world.projection)?;
    // The first of several days stands for all where none else is named.
    let first = args.dates.first().copied().filter(|_| args.state.compare.is_none());
    let mut asked = asked_state(&StateArgs { date: args.state.date.or(first), ..args.state.clone() }, &world)?;
    if let Some(id) = args.state.select.as_ref().filter(|_| args.zoom) {
        asked.state.extent = around(&world, id)?;
    }
    let choice = choice(args, output, &world)?;
    let theme = world.theme(match args.theme {
        ThemeName::Light => ThemeChoice::Light,
        ThemeName::Dark => ThemeChoice::Dark,
    });
    let state = &asked.state;
    let bytes = match output {
        Output::Slides => {
            let days = if args.dates.is_empty() { vec![state.day] } else { args.dates.clone() };
            Slides { world: &world, layers: &layers, theme: &theme, state, choice: &choice, texts }.pptx(&days)?
        }
        Output::Page(Format::Svg) => {
            let words = match args.text_as {
                TextAsName::Outlines => TextAs::Outlines,
                TextAsName::Text => TextAs::Text,
            };
            svg_with(&lay_out(&world, &layers, &theme, state, &choice), words)?.into_bytes()
        }
        Output::Page(format) => export(&lay_out(&world, &layers, &theme, state, &choice), format)?,
    };
    write(&args.output, &bytes, existing)?;
    // What was left out of a file has been told; the picture is not all that was asked for.
    let status = asked.tell();
    Ok(if is_whole { status } else { ExitCode::FAILURE })
}

/// The page as it is asked for.
fn choice(args: &ExportArgs, output: Output, world: &World) -> anyhow::Result<PageChoice> {
    if let Some(id) = args.article.as_ref().filter(|id| !world.atlas.articles.contains(id)) {
        let ids: Vec<&str> = world.atlas.articles.iter().map(|article| article.id.as_str()).collect();
        return Err(load::unknown("failure.no-article", id, &ids).into());
    }
    let texts = Texts::english();
    let usual = match output {
        Output::Slides => Some("slide"),
        Output::Page(_) if args.article.is_some() => Some("article"),
        Output::Page(_) if !args.dates.is_empty() => Some("multiples"),
        Output::Page(_) => None,
    };
    let usual = || Arc::clone(usual.and_then(Template::by_id).unwrap_or(Template::usual()));
    let template = template(args.page.as_deref())?.unwrap_or_else(usual);
    let needs = |kind: BlockKind, given: bool, option: &str, hint: &str| {
        let missing = given && !template.has(kind);
        let given: &Given<'_> = &[("page", &template.id), ("option", &option)];
        let failure = || Failure::usage(texts.fill("export.no-place", given)).hint(texts.say(hint));
        if missing { Err(failure()) } else { Ok(()) }
    };
    needs(BlockKind::Article, args.article.is_some(), "--article", "export.page-article")?;
    needs(BlockKind::Maps, !args.dates.is_empty() && output != Output::Slides, "--dates", "export.page-multiples")?;
    for day in &args.dates {
        load::recorded(world, *day)?;
    }
    Ok(PageChoice {
        pixels: args.size.map(|size| [size.width, size.height]),
        audience: args.text.as_deref().and_then(Audience::from_id),
        style: Style::from_id(&args.style).unwrap_or_default(),
        names: args.state.names.as_deref().and_then(NamesShown::from_id),
        days: if output == Output::Slides { Vec::new() } else { args.dates.clone() },
        extras: Extras {
            title: args.title.clone(),
            subtitle: args.subtitle.clone(),
            without_legend: args.legend == "off",
            article: args.article.clone(),
        },
        ..PageChoice::new(&template)
    })
}

fn output(args: &ExportArgs) -> anyhow::Result<Output> {
    let named = match args.format {
        Some(FormatName::Png) => Some(Output::Page(Format::Png)),
        Some(FormatName::Svg) => Some(Output::Page(Format::Svg)),
        Some(FormatName::Pdf) => Some(Output::Page(Format::Pdf)),
        Some(FormatName::Pptx) => Some(Output::Slides),
        None if args.output.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("pptx")) => {
            Some(Output::Slides)
        }
        None => Format::of_file(&args.output).map(Output::Page),
    };
    named.ok_or_else(|| {
        let texts = Texts::english();
        Failure::usage(texts.fill("export.no-format", &[("file", &args.output.display())]))
            .hint(texts.say("export.endings"))
            .into()
    })
}

/// What can be seen to be in the way before the work begins.
pub fn writable(output: &Path, existing: Existing) -> anyhow::Result<()> {
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
