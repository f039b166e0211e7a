//! Starts the program.
fn main() {
    if std::env::args().len() > 1 {
        kars_atlas::cli::run();
        return;
    }
    #[cfg(feature = "gui")]
    if let Err(e) = kars_atlas::app::run(Default::default()) {
        eprintln!("{e}");
        std::process::exit(1)
    }
}
