//! `check`: the atlas or GeoJSON files judged, one line a problem on standard output.

use std::fmt::Write;
use std::path::Path;
use std::process::ExitCode;

use super::args::CheckArgs;
use super::output::print_text;
use crate::catalog::Source;
use crate::check::check;
use crate::failure::with_causes;
use crate::geometry::Projection;
use crate::layer::Layer;
use crate::model::{Problem, Severity};
use crate::platform::FileError;
use crate::text::Texts;
use crate::{opening, platform};

pub fn run(args: &CheckArgs, source: &Source, texts: &Texts) -> anyhow::Result<ExitCode> {
    let problems =
        if args.files.is_empty() { atlas(source)? } else { files(args, &opening::world(source)?.projection, texts) };
    let mut text = String::new();
    for problem in &problems {
        // One line a problem, whatever a file is called or says.
        let _ = writeln!(text, "{}", platform::on_one_line(&problem.to_string()));
    }
    print_text(&text)?;
    let looked_at = match args.files.len() {
        0 => texts.say("check.the-atlas").to_owned(),
        files => texts.count("check.files", files, &[]),
    };
    let found = match problems.len() {
        0 => texts.say("check.no-problem").to_owned(),
        problems => texts.count("check.problems", problems, &[]),
    };
    platform::tell(format_args!("{looked_at}: {found}"));
    Ok(if problems.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn atlas(source: &Source) -> anyhow::Result<Vec<Problem>> {
    let world = opening::world(source)?;
    let mut problems = world.problems.clone();
    problems.extend(check(&world));
    problems.sort_by(|a, b| (&a.file, a.line, a.column).cmp(&(&b.file, b.line, b.column)));
    Ok(problems)
}

/// A file that cannot be read is a problem like any other: the next one is looked at all the same.
fn files(args: &CheckArgs, projection: &Projection, texts: &Texts) -> Vec<Problem> {
    args.files
        .iter()
        .flat_map(|file| match read_told(file, projection, texts) {
            Ok((_, problems)) => problems,
            Err(error) => vec![Problem {
                severity: Severity::Error,
                file: file.display().to_string(),
                line: 0,
                column: 0,
                path: String::new(),
                message: with_causes(&error),
                done: texts.say("done.nothing-read").to_owned(),
            }],
        })
        .collect()
}

/// Reads a file; one that takes its time is named meanwhile.
fn read_told(file: &Path, projection: &Projection, texts: &Texts) -> Result<(Layer, Vec<Problem>), FileError> {
    let line = texts.fill("layers.reading", &[("file", &file.display())]);
    platform::while_told(&line, || opening::layer(file, projection))
}
