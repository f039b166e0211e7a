//! The command line: what is asked, done, and printed. The only place that prints; it knows no window, and
//! hands the wish for one back to `main`.

mod animate;
mod args;
mod changes;
mod check;
mod entries;
mod export;
mod handout;
mod list;
mod load;
mod output;
mod query;
mod record;
mod search;
mod show;
mod slides;
mod state;
mod template;
mod values;

use std::ffi::OsString;
use std::path::Path;
use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use crate::catalog::Source;
use crate::failure::{Failure, report};
use crate::platform;
#[cfg(feature = "gui")]
use crate::session::WindowOptions;
use crate::text::Texts;
use crate::view::MapState;
use args::{Args, Command};

/// What became of the arguments.
pub enum Outcome {
    /// A command ran, or the arguments were wrong.
    Done(ExitCode),
    /// A window is asked for.
    #[cfg(feature = "gui")]
    Window(WindowOptions),
}

/// Parses the arguments and runs the command that they name.
pub fn run(args: impl IntoIterator<Item = OsString>) -> Outcome {
    let args = match Args::try_parse_from(args) {
        Ok(args) => args,
        Err(error) => {
            // A closed pipe while the help is printed is nobody's error, and what was typed may hold anything.
            if error.use_stderr() {
                error.to_string().trim_end().lines().for_each(platform::tell);
            } else {
                let _ = error.print();
            }
            return Outcome::Done(ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2)));
        }
    };
    let done = match args.command {
        None => match no_command(&args) {
            Some(failure) => Err(failure.into()),
            None => return window(args),
        },
        Some(_) if args.date.is_some() || args.select.is_some() || args.state.is_some() || !args.files.is_empty() => {
            let texts = Texts::english();
            Err(Failure::usage(texts.say("usage.for-the-window")).hint(texts.say("usage.after-the-command")).into())
        }
        Some(command) => command_status(command, &Source { atlas: args.atlas, over: args.data }, &Texts::english()),
    };
    Outcome::Done(match done {
        Ok(status) => status,
        Err(error) => report(&error),
    })
}

fn command_status(command: Command, source: &Source, texts: &Texts) -> anyhow::Result<ExitCode> {
    match command {
        Command::Export(args) => return export::run(&args, source, texts),
        Command::Animate(args) => return animate::run(&args, source, texts),
        Command::Link(args) => return state::run(&args, source),
        Command::Handout(args) => handout::run(&args, source, texts)?,
        Command::Query(args) => query::run(&args, source, texts)?,
        Command::Changes(args) => changes::run_changes(&args, source, texts)?,
        Command::Steps(args) => changes::run_steps(&args, source, texts)?,
        Command::Show(args) => show::run(&args, source, texts)?,
        Command::Search(args) => search::run(&args, source, texts)?,
        Command::List(args) => list::run(&args, source)?,
        Command::Record(args) => record::run(&args, source, texts)?,
        Command::Cite(args) => record::run_cite(&args, source, texts)?,
        Command::Coverage => record::run_coverage(source, texts)?,
        Command::Check(args) => return check::run(&args, source, texts),
    }
    Ok(ExitCode::SUCCESS)
}

/// A bare word that is neither a command nor a file is a command mistyped.
fn no_command(args: &Args) -> Option<Failure> {
    let word =
        args.files.iter().find(|file| file.extension().is_none() && !is_link(file) && !file.exists())?.to_str()?;
    let commands = Args::command();
    let near = commands
        .get_subcommands()
        .map(|command| command.get_name())
        .max_by(|a, b| strsim::jaro_winkler(word, a).total_cmp(&strsim::jaro_winkler(word, b)))?;
    let texts = Texts::english();
    Some(
        Failure::usage(texts.fill("usage.no-command", &[("word", &word)]))
            .hint(texts.fill("usage.did-you-mean", &[("command", &near)])),
    )
}

/// Whether an argument is a link rather than a file.
fn is_link(argument: &Path) -> bool {
    argument.to_str().is_some_and(MapState::is_link)
}

#[cfg(feature = "gui")]
fn window(args: Args) -> Outcome {
    let Args { date, select, state, atlas, data, files, command: _ } = args;
    let (links, files): (Vec<_>, Vec<_>) = files.into_iter().partition(|argument| is_link(argument));
    let link = match <[_; 1]>::try_from(links) {
        Ok([link]) => Some(link.to_string_lossy().into_owned()),
        Err(links) if links.is_empty() => None,
        Err(_) => return Outcome::Done(report(&Failure::usage(Texts::english().say("usage.one-link")).into())),
    };
    if link.is_some() && state.is_some() {
        let failure = Failure::usage(Texts::english().say("usage.link-and-state"));
        return Outcome::Done(report(&failure.hint(Texts::english().say("usage.one-of-the-two")).into()));
    }
    Outcome::Window(WindowOptions { date, select, state, link, files, source: Source { atlas, over: data } })
}

#[cfg(not(feature = "gui"))]
fn window(_: Args) -> Outcome {
    let texts = Texts::english();
    let failure = Failure::new(texts.say("usage.no-window")).hint(texts.say("usage.no-window-hint"));
    Outcome::Done(report(&failure.into()))
}
