//! `check`: the atlas or GeoJSON files judged, one line a problem on standard output.

use std::fmt::Write;
use std::process::ExitCode;

use super::args::CheckArgs;
use super::output::print_text;
use crate::catalog::Source;
use crate::check::check;
use crate::failure::with_causes;
use crate::geometry::Projection;
use crate::model::{Problem, Severity};
use crate::opening;
use crate::text::Texts;

pub fn run(args: &CheckArgs, source: &Source, texts: &Texts) -> anyhow::Result<ExitCode> {
    let problems =
        if args.files.is_empty() { atlas(source)? } else { files(args, &opening::world(source)?.projection, texts) };
    let mut text = String::new();
    for problem in &problems {
        // One line a problem, whatever a file is called or says.
        let line: String = problem.to_string().chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let _ = writeln!(text, "{line}");
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
    eprintln!("{looked_at}: {found}");
    Ok(if problems.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn atlas(source: &Source) -> anyhow::Result<Vec<Problem>> {
    let world = opening::world(source)?;
    let mut problems = world.problems.clone();
    problems.extend(check(&world));
    problems.sort_by(|a, b| (&a.file, a.line, a.column, &a.path).cmp(&(&b.file, b.line, b.column, &b.path)));
    Ok(problems)
}

/// A file that cannot be read is a problem like any other: the next one is looked at all the same.
fn files(args: &CheckArgs, projection: &Projection, texts: &Texts) -> Vec<Problem> {
    args.files
        .iter()
        .flat_map(|file| match opening::layer(file, projection) {
            Ok((_, problems)) => problems,
            Err(error) => vec![Problem {
                severity: Severity::Error,
                file: file.display().to_string(),
                line: 0,
                column: 0,
                path: String::new(),
                message: with_causes(&error),
                done: texts.say("check.nothing-read").to_owned(),
            }],
        })
        .collect()
}
