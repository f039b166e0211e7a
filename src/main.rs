//! Starts the program: the command line does the work, or says which window to open.

use std::process::ExitCode;

use kars_atlas::cli;

fn main() -> ExitCode {
    match cli::run(std::env::args_os()) {
        cli::Asked::Done(status) => status,
        #[cfg(feature = "gui")]
        cli::Asked::Window(options) => cli::finish(kars_atlas::app::run(options)),
    }
}
