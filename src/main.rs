//! Starts the program: the command line does the work, or says which window to open.

use std::process::ExitCode;

use kars_atlas::cli;

fn main() -> ExitCode {
    match cli::run(std::env::args_os()) {
        cli::Asked::Done(status) => status,
        #[cfg(feature = "gui")]
        cli::Asked::Window(options) => cli::finish(kars_atlas::app::run(options, today())),
    }
}

/// The day by the machine's clock, in UTC: the one look at a clock in the program, so that the window can go to today.
#[cfg(feature = "gui")]
#[expect(clippy::disallowed_methods, reason = "nothing below this file looks at a clock")]
fn today() -> Option<kars_atlas::model::Day> {
    const SECONDS_OF_A_DAY: u64 = 86_400;
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).ok()?;
    kars_atlas::model::Day::from_ymd_opt(1970, 1, 1)?
        .checked_add_days(chrono::Days::new(since.as_secs() / SECONDS_OF_A_DAY))
}
