//! Starts the program: the command line does the work, or says which window to open.

use std::process::ExitCode;

use kars_atlas::{cli, platform};

fn main() -> ExitCode {
    platform::prepare_threads();
    platform::prepare_to_end();
    match cli::run(std::env::args_os()) {
        cli::Outcome::Done(status) => status,
        #[cfg(feature = "gui")]
        cli::Outcome::Window(options) => match kars_atlas::app::run(options) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => kars_atlas::failure::report(&error),
        },
    }
}
