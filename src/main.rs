//! Starts the program.
fn main() { kars_atlas::cli::run() }
